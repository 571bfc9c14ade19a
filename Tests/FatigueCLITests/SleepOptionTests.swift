import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// `check --sleep`.
@Suite struct SleepOptionTests {
  private static let files = [
    "t.csv": """
    Navn;Dato;Fra;Til
    Kari Lie;05.01.2026;22:00;07:00
    Kari Lie;06.01.2026;22:00;07:00
    Kari Lie;07.01.2026;22:00;07:00

    """,
    "logg.csv": """
    person;start;slutt
    Kari Lie;06.01.2026 09:00;06.01.2026 11:00
    Kari Lie;07.01.2026 09:00;07.01.2026 11:00

    """,
    "feil.csv": "person;start;slutt\nKari Lei;06.01.2026 09:00;06.01.2026 11:00\n",
  ]

  @Test("Recorded beside predicted sleep, in both languages", arguments: ["nb", "en"])
  func text(language: String) throws {
    let folder = try TestFolder(Self.files)
    let run = try ProgramRun([
      "check", folder.path("t.csv"), "--sleep", folder.path("logg.csv"), "--lang", language,
      "--names", "real", "--exit-zero",
    ])
    #expect(run.status == .success, "\(run.errors)")
    let wanted =
      language == "nb"
      ? ["Registrert søvn mot predikert", "Kari Lie: 4,0 t søvn på 1,1 døgn,"]
      : ["Recorded sleep beside predicted", "Kari Lie: 4.0 h of sleep in 1.1 days,"]
    for part in wanted { #expect(run.output.contains(part), "\(run.output)") }
    let plain = try ProgramRun(["check", folder.path("t.csv"), "--lang", language, "--exit-zero"])
    #expect(!plain.output.contains(wanted[0]))
  }

  @Test("The same as JSON, with days and duties, under the person")
  func json() throws {
    let folder = try TestFolder(Self.files)
    let run = try ProgramRun([
      "check", folder.path("t.csv"), "--sleep", folder.path("logg.csv"), "-f", "json",
      "--exit-zero",
    ])
    let object =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let person = (object?["employees"] as? [[String: Any]])?.first
    let sleep = try #require(person?["sleep"] as? [String: Any])
    #expect(sleep["recordedHours"] as? Double == 4)
    #expect((sleep["days"] as? [[String: Any]])?.count == 2)
    let duties = try #require(sleep["duties"] as? [[String: Any]])
    #expect(duties.count == 1)
    let own = try #require(duties[0]["recordedMaxKss"] as? Double)
    #expect(own > duties[0]["predictedMaxKss"] as? Double ?? .infinity)
    #expect(!run.output.contains("Kari"))
  }

  @Test("A name that is not in the plan is said, and never in a report for others")
  func unknown() throws {
    let folder = try TestFolder(Self.files)
    let run = try ProgramRun([
      "check", folder.path("t.csv"), "--sleep", folder.path("feil.csv"), "-f", "json",
      "--exit-zero",
      "--lang", "en",
    ])
    #expect(run.errors.contains("feil.csv:2:1") && run.errors.contains("did you mean Kari Lie?"))
    #expect(run.output.contains("IN-604") && !run.output.contains("Kari"))
    #expect(!run.output.contains("\"sleep\""))
  }

  @Test("A log that is not there, is no log, or is written over")
  func wrong() throws {
    let folder = try TestFolder(Self.files)
    let roster = folder.path("t.csv")
    #expect(
      try ProgramRun(["check", roster, "--sleep", folder.path("x.csv")]).status == .unreadable)
    let other = try ProgramRun(["check", roster, "--sleep", roster, "--lang", "en"])
    #expect(other.errors.contains("warning: 3 sleeps were recorded on duty"), "\(other.errors)")
    #expect(
      try ProgramRun([
        "check", roster, "--sleep", folder.path("logg.csv"), "-o", folder.path("logg.csv"),
      ])
      .status == .usage)
  }
}
