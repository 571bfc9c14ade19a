import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite struct HelpTests {
  static let terminals = Language.allCases.flatMap { language in
    [false, true].map { Terminal(language: language, ascii: $0) }
  }

  private func pages(_ terminal: Terminal) -> [String] {
    let help = HelpText(terminal: terminal)
    let commands: [CommandName?] = [nil] + CommandName.allCases.map { $0 }
    return commands.flatMap {
      [help.text(for: $0, isShort: false), help.text(for: $0, isShort: true)]
    }
  }

  @Test("No line of help is wider than 80 cells", arguments: Language.allCases)
  func fits(_ language: Language) {
    for terminal in Self.terminals where terminal.language == language {
      for page in pages(terminal) {
        for line in page.split(separator: "\n") {
          #expect(TextWidth.cells(line) <= 80, "\(line)")
          #expect(!line.hasSuffix(" "))
        }
      }
    }
  }

  @Test("Every flag and command is in help, manual and completion", arguments: Language.allCases)
  func complete(_ language: Language) {
    let help = pages(Terminal(language: language)).joined()
    let manual = ManualPage(language: language).text
    let scripts = [
      BashCompletion.script(), ZshCompletion.script(language), FishCompletion.script(language),
    ]
    for option in OptionName.allCases {
      #expect(help.contains(option.long), "\(option)")
      #expect(manual.contains("Fl -\(option.rawValue)"), "\(option)")
      for script in scripts { #expect(script.contains(option.rawValue), "\(option)") }
    }
    for command in CommandName.allCases {
      #expect(help.contains(command.rawValue))
      #expect(manual.contains(".Cm \(command.rawValue)"))
      for script in scripts { #expect(script.contains(command.rawValue)) }
    }
    #expect(manual.contains(".Sh EXIT STATUS"))
  }

  @Test func asciiHelpIsASCII() {
    for terminal in Self.terminals where terminal.ascii {
      for page in pages(terminal) { #expect(page.utf8.allSatisfy { $0 < 0x80 }) }
    }
    for language in Language.allCases {
      #expect(ManualPage(language: language).text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("The examples of the help are understood by the parser")
  func examplesParse() throws {
    for command in OptionTable.commands {
      for example in command.examples {
        let words = example.split(separator: " ").map(String.init).dropFirst()
        let line = Array(words.prefix { $0 != "<" && $0 != ">" })
        let parsed = try ArgumentParser.parse(line)
        #expect(parsed.command == command.name)
        _ = try Settings(parsed, command.name, language: .en)
      }
    }
  }
}
