import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// The commands at the end of a report are pasted into a shell: each is run here as a shell would read it.
@Suite struct NextStepTests {
  private static let data = Golden.package.appending(path: "Tests/Data/rosters")
  private static let samples = Golden.package.appending(path: "samples")

  private static let checks: [(folder: URL, arguments: [String])] = [
    (samples, ["turnus.csv"]), (samples, ["netter.csv"]), (samples, ["rolig.csv"]),
    (samples, ["feil.csv"]), (samples, ["rotasjon.ics"]), (samples, ["ward.csv"]),
    (data, ["s1_liste_utf8_bom.csv"]),
    (data, ["s2_matrise.csv", "--legend", "s2_vaktkoder.csv", "--year", "2026"]),
    (data, ["s4_tabulator_cp1252.txt", "--from", "2026-01-12"]),
    (samples, ["turnus.csv", "--set", "AML-10-8-1.limit=9", "--names", "numbered"]),
    (samples, ["turnus.csv", "netter.csv", "--names", "initials"]),
  ]

  /// Every second roster for a language, beginning with the first or the second; all in the long run.
  private static func checks(_ language: String) -> [(folder: URL, arguments: [String])] {
    if ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1" { return checks }
    return checks.enumerated().filter { $0.offset % 2 == (language == "nb" ? 0 : 1) }
      .map(\.element)
  }

  /// The commands of a report, those over several lines as one.
  private func commands(_ output: String, _ title: String) -> [String] {
    let lines = output.replacing(" \\\n    ", with: " ").split(separator: "\n")
    guard let start = lines.lastIndex(where: { $0.hasPrefix(title) }) else { return [] }
    return lines[(start + 1)...].filter { $0.hasPrefix("  fatigue ") }.map { line in
      // What the command does stands after two blanks.
      let text = line.dropFirst(2)
      return String(text[..<(text.firstRange(of: "  ")?.lowerBound ?? text.endIndex)])
    }
  }

  /// The words of a command as bash has them.
  private func words(_ command: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "fatigue() { printf '%s\\n' \"$@\"; }; \(command)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("Four next steps, and each works", arguments: ["nb", "en"])
  func each(_ language: String) throws {
    for (folder, arguments) in Self.checks(language) {
      let out = try TestFolder([:])
      /// Words that name a file of the input, as from inside its folder.
      func placed(_ words: [String]) -> [String] {
        words.map { word in
          if ["rapport.html", "report.html"].contains(word) { return out.path(word) }
          let file = folder.appending(path: word)
          return FileManager.default.fileExists(atPath: file.path) && word.contains(".")
            ? file.path : word
        }
      }
      // How a line is folded does not depend on the roster.
      for width in arguments == ["turnus.csv"] ? ["80", "48"] : ["80"] {
        let run = try ProgramRun(
          ["check"] + placed(arguments) + ["--lang", language, "--width", width, "--no-config"])
        let found = commands(run.output, language == "nb" ? "Neste steg" : "Next steps")
        #expect(found.count == 4, "\(arguments): \(found)")
        for command in found {
          let again = try ProgramRun(placed(try words(command)))
          #expect(again.status != .usage, "\(command): \(again.errors)")
          #expect(again.status != .unwritable, "\(command): \(again.errors)")
          #expect(command.contains("-o ") || !again.output.isEmpty, "\(command)")
        }
      }
    }
  }

  @Test("A step with a word wider than the page is left out, and no line is too long")
  func narrow() throws {
    let folder = try TestFolder([
      "planen_for_avdeling_fire_vaaren_2026.csv":
        "ansatt;start;slutt\nKari;2026-03-02 08:00;2026-03-02 15:30\n"
    ])
    let file = folder.path("planen_for_avdeling_fire_vaaren_2026.csv")
    let run = try ProgramRun(["check", file, "--lang", "en", "--width", "40", "--no-config"])
    #expect(commands(run.output, "Next steps") == ["fatigue rules"])
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 40 })
    let wide = try ProgramRun(["check", file, "--lang", "en", "--width", "48", "--no-config"])
    #expect(commands(wide.output, "Next steps").count == 4)
  }

  @Test("A roster on standard input is named where its name is known, and never waited for")
  func standardInput() throws {
    func words(_ arguments: [String]) throws -> [[String]] {
      let parsed = try ArgumentParser.parse(["check", "-"] + arguments)
      let settings = try Settings(parsed, .check, language: .en)
      return [NextCommand(settings: settings, isForReader: false).words(.check, ["--all"])]
    }
    #expect(try words([]) == [[]])
    #expect(
      try words(["--stdin-name", "mine rader.csv"]).first?.joined(separator: " ")
        == "fatigue check - --stdin-name 'mine rader.csv' --all < 'mine rader.csv'")
  }

  @Test("Who was asked about, and where files lie, stand only on the reader's own terminal")
  func privacy() throws {
    let parsed = try ArgumentParser.parse([
      "check", "/home/kari/r.csv", "-e", "Kari Nord", "--person", "Kari Nord", "--year", "2026",
    ])
    let settings = try Settings(parsed, .check, language: .en)
    func line(_ isForReader: Bool) -> String {
      NextCommand(settings: settings, isForReader: isForReader).words(.check, ["--all"])
        .joined(separator: " ")
    }
    #expect(line(false) == "fatigue check r.csv --year 2026 --all")
    #expect(
      line(true)
        == "fatigue check /home/kari/r.csv --person 'Kari Nord' --year 2026 -e 'Kari Nord' --all")
  }
}
