import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// What the command line and the settings say about how rosters are read.
@Suite struct InputOptionTests {
  private static let matrix = """
    Navn;man 05.01;tir 06.01
    Kari Nordmann;D;N

    """
  private static let codes = "Kode;Start;Slutt\nD;07:30;15:30\nN;21:45;07:45\n"

  private func convert(_ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(["convert", "--lang", "en"] + arguments)
  }

  private func rows(_ run: ProgramRun) -> [String] {
    run.output.split(separator: "\r\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).prefix(3).joined(separator: ",")
    }
  }

  private static let wanted = [
    "Kari Nordmann,2026-01-05T06:30:00Z,2026-01-05T14:30:00Z",
    "Kari Nordmann,2026-01-06T20:45:00Z,2026-01-07T06:45:00Z",
  ]

  @Test("The legend of the settings stands beside them and is read as by --legend")
  func legendOfTheSettings() throws {
    let folder = try TestFolder([
      "a/b/t.csv": Self.matrix, "a/lister/koder.csv": Self.codes,
      "a/fatigue.toml": "[input]\nlegend = \"lister/koder.csv\"\nyear = 2026\n",
    ])
    let roster = folder.path("a/b/t.csv")
    let found = try convert([roster])
    #expect(found.status == .success && rows(found) == Self.wanted, "\(found.errors)")
    #expect(try convert([roster, "-v"]).errors.contains("koder.csv: list of codes, 2 codes"))
    #expect(try convert([roster, "--no-config", "--year", "2026"]).status == .unreadable)
  }

  @Test("--legend stands instead of the legend of the settings; a file goes before [codes]")
  func legendOfTheCommandLine() throws {
    let folder = try TestFolder([
      "t.csv": Self.matrix, "koder.csv": Self.codes,
      "andre.csv": "Kode;Start;Slutt\nD;08:00;16:00\nN;22:00;08:00\n",
      "fatigue.toml": "[input]\nlegend = \"koder.csv\"\nyear = 2026\n"
        + "[codes]\nD = \"06:00-07:00\"\n",
    ])
    let roster = folder.path("t.csv")
    #expect(rows(try convert([roster])) == Self.wanted)
    let other = try convert([roster, "--legend", folder.path("andre.csv")])
    #expect(rows(other).first == "Kari Nordmann,2026-01-05T07:00:00Z,2026-01-05T15:00:00Z")
    let shown = try convert([roster, "--legend", folder.path("andre.csv"), "--show-config"])
    #expect(shown.output.contains("legend = \"andre.csv\"  # --legend\n"))
    let written = try convert([
      roster, "--legend", folder.path("andre.csv"), "-o", folder.path("andre.csv"),
    ])
    #expect(written.status == .usage)
  }

  @Test("A legend that is not there is said, and the roster is still read")
  func legendMissing() throws {
    let folder = try TestFolder([
      "t.csv": Self.matrix, "fatigue.toml": "[input]\nlegend = \"koder.csv\"\nyear = 2026\n",
    ])
    let run = try convert([folder.path("t.csv")])
    #expect(run.status == .unreadable && run.errors.contains("koder.csv: "), "\(run.errors)")
    #expect(run.errors.contains("IN-001") && run.errors.contains("IN-100"))
  }

  @Test("--layout, --year and --person go before what is found, and before the settings")
  func overrides() throws {
    let folder = try TestFolder([
      "t.csv": Self.matrix, "koder.csv": Self.codes,
      "min.csv": "Dato;Fra;Til\n05.01;08:00;15:00\n",
      "fatigue.toml": "[input]\nyear = 2025\nperson = \"Ola\"\nlayout = \"list\"\n",
    ])
    let matrix = [folder.path("t.csv"), "--legend", folder.path("koder.csv"), "--year", "2026"]
    #expect(try convert(matrix).status == .unreadable)
    #expect(rows(try convert(matrix + ["--layout", "matrix"])) == Self.wanted)
    let own = folder.path("min.csv")
    #expect(rows(try convert([own])) == ["Ola,2025-01-05T07:00:00Z,2025-01-05T14:00:00Z"])
    #expect(
      rows(try convert([own, "--year", "2026", "--person", "Kari"])) == [
        "Kari,2026-01-05T07:00:00Z,2026-01-05T14:00:00Z"
      ])
    let wrong = try convert([own, "--layout", "matrise"])
    #expect(wrong.status == .usage && wrong.errors.contains("matrix"))
  }

  private static let calendar = """
    BEGIN:VCALENDAR\r
    VERSION:2.0\r
    BEGIN:VEVENT\r
    UID:1@x\r
    DTSTART:20260105T063000Z\r
    DTEND:20260105T143000Z\r
    SUMMARY:D1 - Kari Nordmann\r
    ATTENDEE;CN=Ola Hansen:mailto:ola@example.invalid\r
    END:VEVENT\r
    END:VCALENDAR\r

    """

  @Test(
    "Whose a calendar is: --person, else where the settings say",
    arguments: [
      ("", [String](), "Ola Hansen"), ("calendar-person = \"summary\"", [], "Kari Nordmann"),
      ("calendar-person = \"file\"", [], "vakter"), ("person = \"Per\"", [], "Per"),
      ("person = \"Per\"", ["--person", "Pål"], "Pål"),
    ])
  func whoseCalendar(settings: String, options: [String], name: String) throws {
    let folder = try TestFolder([
      "vakter.ics": Self.calendar, "fatigue.toml": "[input]\n\(settings)\n",
    ])
    let run = try convert([folder.path("vakter.ics")] + options)
    #expect(rows(run) == ["\(name),2026-01-05T06:30:00Z,2026-01-05T14:30:00Z"], "\(run.errors)")
  }

  @Test("Several files become one roster; the same file twice counts once and says so")
  func severalFiles() throws {
    let folder = try TestFolder([
      "a.csv": "Ansatt;Dato;Fra;Til\nKari;05.01.2026;08:00;15:00\n",
      "b.csv": "Ansatt;Dato;Fra;Til\nOla;06.01.2026;08:00;15:00\nKari;05.01.2026;08:00;15:00\n",
      "vakter.ics": Self.calendar,
    ])
    let run = try convert(["a.csv", "b.csv", "vakter.ics"].map(folder.path))
    #expect(
      rows(run) == [
        "Kari,2026-01-05T07:00:00Z,2026-01-05T14:00:00Z",
        "Ola,2026-01-06T07:00:00Z,2026-01-06T14:00:00Z",
        "Ola Hansen,2026-01-05T06:30:00Z,2026-01-05T14:30:00Z",
      ])
    #expect(run.errors.contains("line 3 repeats line 2 (a.csv); counted once"))
    let missing = try convert([folder.path("a.csv"), folder.path("ikke.csv")])
    #expect(missing.status == .unreadable && rows(missing).count == 1)
    #expect(
      try convert([folder.path("a.csv"), folder.path("ikke.csv"), "--lenient"]).status == .success)
    #expect(try convert(["-", "-"]).status == .usage)
  }
}
