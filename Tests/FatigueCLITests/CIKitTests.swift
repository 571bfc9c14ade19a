import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("What continuous integration uses")
struct CIKitTests {
  @Test("--stats tells on standard error, and the report stays as it is")
  func stats() throws {
    let arguments = ["check", FormatTests.roster, "-f", "json", "--lang", "en"]
    let plain = try ProgramRun(arguments)
    let told = try ProgramRun(arguments + ["--stats"])
    #expect(told.output == plain.output && told.status == plain.status)
    #expect(told.errors.contains("24 employees, 557 shifts, "))
    #expect(told.errors.contains(/[a-z]; read in [\d.]+ ms, analysed in [\d.]+ ms, written in/))
    #expect(try ProgramRun(arguments + ["--stats", "-q"]).errors.isEmpty)
  }

  @Test("The page names every format, and only options and formats there are")
  func page() throws {
    let file = Golden.package.appending(path: "docs/ci.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let formats = OptionTable.spec(.check).formats
    let head = try #require(text.range(of: "## GitHub")).lowerBound
    let tables = text[..<head].split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = tables.compactMap { $0.split(separator: "|").first }
      .flatMap { $0.matches(of: /`([a-z][a-z-]*)`/).map { String($0.1) } }
    #expect(Set(named + ["text", "html"]).isSuperset(of: formats))
    #expect(Set(formats + ["html"]).isSuperset(of: named))
    for line in text.split(separator: "\n") where line.contains("fatigue check") {
      let formats = line.matches(of: /-f ([a-z]+)/).map { String($0.1) }
      #expect(Set(OptionTable.spec(.check).formats).isSuperset(of: formats))
      for option in line.matches(of: /--([a-z][a-z-]+)/) {
        #expect(OptionTable.option(long: String(option.1)) != nil)
      }
    }
  }

  @Test("The standard policy stands on the page as it is")
  func policy() throws {
    let file = Golden.package.appending(path: "docs/ci.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("`\(FailurePolicy.standard.text)`"))
  }
}
