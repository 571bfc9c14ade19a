import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// Runs the program in a folder of its own; the working directory stays where it is.
@Suite struct ConfigurationFileTests {
  private struct Outcome {
    var status: ExitCode
    var output: String
    var errors: String
  }

  private typealias Folder = TestFolder

  private func run(
    _ arguments: [String], environment: [String: String] = ["LANG": "en_GB.UTF-8"]
  ) throws -> Outcome {
    let folder = try Folder(["out": "", "err": ""])
    let descriptors = try ["out", "err"].map {
      try SystemIO.openForWriting(folder.path($0), appends: false)
    }
    let application = Application(
      environment: Environment(environment), output: OutputWriter(descriptor: descriptors[0]),
      errors: OutputWriter(descriptor: descriptors[1]))
    let status = application.run(arguments)
    for descriptor in descriptors { try SystemIO.close(descriptor) }
    return Outcome(
      status: status, output: try String(contentsOfFile: folder.path("out"), encoding: .utf8),
      errors: try String(contentsOfFile: folder.path("err"), encoding: .utf8))
  }

  private static let roster = "Ansatt;Dato;Fra;Til\nKari;05.01;08:00;15:00\n"
  private static let settings = "[site]\nzone = \"Europe/London\"\n[input]\nyear = 2026\n"

  @Test("Flag goes before file, file before default; --no-config leaves the file out")
  func precedence() throws {
    let folder = try Folder(["a/b/t.csv": Self.roster, "a/fatigue.toml": Self.settings])
    let roster = folder.path("a/b/t.csv")
    let found = try run(["convert", roster])
    #expect(found.status == .success && found.errors.isEmpty)
    #expect(found.output.contains("Kari,2026-01-05T08:00:00Z"))
    let flagged = try run(["convert", roster, "--zone", "UTC+2", "--year", "2025"])
    #expect(flagged.output.contains("Kari,2025-01-05T06:00:00Z"))
    let without = try run(["convert", roster, "--no-config"])
    #expect(without.status == .unreadable && without.errors.contains("IN-043"))
    let mentioned = try run(["convert", roster, "-v"])
    #expect(mentioned.errors.hasPrefix("settings: fatigue.toml\n"))
  }

  @Test("The nearest file counts, none is looked for above a repository or the home folder")
  func search() throws {
    let folder = try Folder([
      "fatigue.toml": "", "a/fatigue.toml": "", "a/b/c/t": "", "r/.git/x": "", "r/s/t": "",
      "h/s/t": "", "r2/.git/x": "", "r2/fatigue.toml": "", "r2/s/t": "",
    ])
    let root = try #require(SystemIO.realPath(folder.url.path))
    let search = ConfigurationSearch(home: folder.path("h"))
    #expect(search.file(for: folder.path("a/b/c/t")) == root + "/a/fatigue.toml")
    #expect(search.file(for: folder.path("a/b/c/../../t")) == root + "/a/fatigue.toml")
    #expect(search.file(for: folder.path("x")) == root + "/fatigue.toml")
    #expect(search.file(for: folder.path("r/s/t")) == nil)
    #expect(search.file(for: folder.path("r2/s/t")) == root + "/r2/fatigue.toml")
    #expect(search.file(for: folder.path("h/s/t")) == nil)
    #expect(search.file(for: folder.path("no/such/t")) == nil)
    #expect(
      ConfigurationSearch(home: nil).file(for: folder.path("h/s/t")) == root + "/fatigue.toml")
  }

  @Test("A wrong file of settings is wrong usage, whatever the roster")
  func wrongSettings() throws {
    let folder = try Folder([
      "t.csv": Self.roster, "fatigue.toml": "[site]\nzome = \"UTC\"\nlat = x\n", "ok.toml": "",
      "large.toml": String(repeating: "#", count: 2 << 20),
    ])
    let roster = folder.path("t.csv")
    for command in ["check", "convert"] {
      let wrong = try run([command, roster])
      #expect(wrong.status == .usage && wrong.output.isEmpty)
      #expect(
        wrong.errors == """
          fatigue.toml:2:1: unknown key zome in [site] (CFG-021)
            |
          2 | zome = "UTC"
            | ^^^^
            = did you mean zone?
          fatigue.toml:3:7: “x” is no value (CFG-006)
            |
          3 | lat = x
            |       ^
            = text is written in " "

          """)
      #expect(try run([command, roster, "-q"]).errors.isEmpty)
      #expect(try run([command, roster, "--config", folder.path("ok.toml")]).status != .usage)
    }
    // Commands that read no roster do not look for settings, but read those they are given.
    #expect(try run(["rules"]).status == .success)
    #expect(try run(["rules", "--config", folder.path("fatigue.toml")]).status == .usage)
    #expect(try run(["check", roster, "--config", folder.path("no")]).errors.contains("CFG-001"))
    #expect(try run(["check", roster, "--config", folder.path("")]).status == .usage)
    let large = try run(["check", roster, "--config", folder.path("large.toml")])
    #expect(large.status == .usage && large.errors.contains("CFG-002"))
    #expect(try run(["check", roster, "--config", "x", "--no-config"]).status == .usage)
  }

  @Test func twoFilesAreNeverMixed() throws {
    let folder = try Folder([
      "a/t.csv": Self.roster, "a/fatigue.toml": Self.settings, "b/t.csv": Self.roster,
      "b/fatigue.toml": Self.settings,
    ])
    let both = ["convert", folder.path("a/t.csv"), folder.path("b/t.csv")]
    let refused = try run(both)
    #expect(refused.status == .usage && refused.errors.contains("CFG-031"))
    #expect(try run(both + ["--config", folder.path("a/fatigue.toml")]).status == .success)
  }

  @Test("What applies, where it comes from, and never the key")
  func showsSettings() throws {
    let folder = try Folder([
      "t.csv": Self.roster,
      "fatigue.toml": Self.settings
        + "[codes]\n\"F 1\" = \"off\"\n[privacy]\nkey = \"0123456789abcdef\"\n",
    ])
    let shown = try run(
      ["check", folder.path("t.csv"), "--show-config", "--year", "2025"],
      environment: ["FATIGUE_LANG": "en", "LANG": "en_GB.UTF-8"])
    #expect(shown.status == .success && shown.errors.isEmpty)
    for line in [
      "zone = \"Europe/London\"  # fatigue.toml:2", "year = 2025  # --year",
      "'F 1' = \"off\"  # fatigue.toml:6", "#key = \"…\"  # fatigue.toml:8",
      "#lat =  # default: 59.91", "#lang = en  # $FATIGUE_LANG",
    ] {
      #expect(shown.output.contains(line + "\n"), "\(line)")
    }
    #expect(!shown.output.contains("0123456789abcdef"))
    // It can be read again.
    let again = Configuration.read(Array(shown.output.utf8))
    #expect(again.diagnostics.isEmpty && again.configuration.codes.day("F 1") == .off)
    #expect(try run(["check", "--show-config"]).status == .success)
    #expect(try run(["check", "--show-config", "--zone", "X/Y"]).status == .usage)
  }

  @Test("The key of the settings changes the pseudonyms")
  func pseudonyms() throws {
    let folder = try Folder([
      "t.csv": "Ansatt;Dato;Fra;Til\nKari;05.01.2026;08:00;15:00\n",
      "a.toml": "[privacy]\nkey = \"0123456789abcdef\"\n",
      "b.toml": "[privacy]\nkey = \"0123456789abcdeg\"\n",
    ])
    let reports = try [
      [], ["--config", folder.path("a.toml")], ["--config", folder.path("b.toml")],
    ]
    .map { try run(["check", folder.path("t.csv"), "-f", "json"] + $0).output }
    #expect(Set(reports).count == 3)
  }

  @Test func keysAreMadeByChance() {
    #expect(SystemIO.randomBytes(32) != SystemIO.randomBytes(32))
    #expect(SystemIO.randomBytes(32).count == 32)
  }
}
