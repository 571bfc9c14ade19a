import Foundation
import Testing

@testable import fatigue_cli

/// Settings and options that are about nobody, nothing, or a time far away.
@Suite struct StrangersTests {
  private static let roster = """
    ansatt;dato;fra;til;vaktkode;enhet
    Ola Vik;05.01.2026;07:30;15:30;D;Sengepost 3
    Kari Nord;05.01.2026;22:00;07:30;N;Sengepost 3
    """

  private func check(_ settings: String, _ more: [String] = []) throws -> ProgramRun {
    let folder = try TestFolder(["r.csv": Self.roster, "fatigue.toml": settings])
    return try ProgramRun(["check", folder.path("r.csv"), "--exit-zero", "-q"] + more)
  }

  private func warnings(_ settings: String) throws -> [String] {
    let folder = try TestFolder(["r.csv": Self.roster, "fatigue.toml": settings])
    let run = try ProgramRun(["check", folder.path("r.csv"), "--exit-zero", "--concise"])
    #expect(run.status == .success, "\(run.errors)")
    return run.errors.split(separator: "\n").map(String.init).filter {
      $0.contains("CFG-NOBODY") || $0.contains("did you mean")
    }
  }

  private static let agreement = """
    [[agreement]]
    id = "B"
    level = "A2"
    from = 2026-01-01
    rule = "AML-10-8-1"
    value = 9
    compensation = "hvile"

    """

  @Test(
    "Each stands where it is written, with the nearest right thing",
    arguments: [
      ("[person.\"Ola Wik\"]\nage = 30\n", "1:9", "the employee Ola Wik of [person]", "Ola Vik"),
      ("[ward.\"Sengepost 2\"]\nrest-places = 1\n", "1:7", "the unit Sengepost 2", "Sengepost 3"),
      (
        "[[plan.change]]\nperson = \"Kari Nor\"\nshift = 2026-01-05\nchanged = 2026-01-02\n",
        "2:10", "the employee Kari Nor of [[plan.change]]", "Kari Nord"
      ),
      (
        agreement + "units = [\"Sengepost 3\", \"Sengpost 3\"]\n", "8:25", "the unit Sengpost 3",
        "Sengepost 3"
      ),
      (agreement + "people = [\"Ola\"]\n", "8:11", "the employee Ola of [[agreement]]", ""),
      (agreement + "codes = [\"D\", \"NN\"]\n", "8:15", "the shift code NN", "N"),
      (
        "[person.\"Ola Vik\"]\nstaff-group = \"leger\"\n", "2:15",
        "no rule is about the group “leger”", "\"lege\""
      ),
    ])
  func misspelt(_ settings: String, _ place: String, _ text: String, _ near: String) throws {
    let said = try warnings(settings)
    #expect(said.count == (near.isEmpty ? 1 : 2), "\(said)")
    #expect(said.first?.hasPrefix("fatigue.toml:\(place): warning: \(text)") == true, "\(said)")
    #expect(near.isEmpty || said.last?.contains("did you mean \(near)?") == true, "\(said)")
  }

  @Test("What the plan has is not warned of, nor what --from leaves out")
  func known() throws {
    let settings =
      "[person.\"Ola Vik\"]\nstaff-group = \"lege\"\n[ward.\"Sengepost 3\"]\nrest-places = 1\n"
      + Self.agreement + "units = [\"Sengepost 3\"]\ncodes = [\"N\"]\npeople = [\"Kari Nord\"]\n"
    #expect(try warnings(settings).isEmpty)
    let folder = try TestFolder([
      "r.csv": Self.roster, "fatigue.toml": "[person.\"Ola Wik\"]\nage = 30\n",
    ])
    let run = try ProgramRun(["check", folder.path("r.csv"), "--from", "2026-01-05"])
    #expect(!run.errors.contains("CFG-NOBODY"))
  }

  @Test("A finding about a waiver stands where the waiver does")
  func waivers() throws {
    let folder = try TestFolder([
      "r.csv": Self.roster,
      "fatigue.toml": """
      [[waiver]]
      rule = "EVID-N3"
      reason = "prøves"
      agreed-by = "partene"
      expires = 2026-12-31
      """,
    ])
    let run = try ProgramRun(["check", folder.path("r.csv"), "--concise"])
    #expect(run.output.contains("fatigue.toml:2:8: warning DATA-WAIVERUNUSED"), "\(run.output)")
    let json = try ProgramRun(["check", folder.path("r.csv"), "-f", "json"]).output
    #expect(json.contains("\"path\": \"fatigue.toml\", \"line\": 2, \"column\": 8"))
  }

  // MARK: Sleep logs and times far away

  private func predict(_ log: String, _ more: [String]) throws -> ProgramRun {
    let folder = try TestFolder(["s.csv": log])
    return try ProgramRun(
      ["predict", "--from-sleep", folder.path("s.csv"), "--no-config", "--step", "60"] + more)
  }

  @Test("The zone of a sleep log is where its clock times are read")
  func zoneOfLog() throws {
    let log = "person,start,end,zone\n1,2026-03-02 23:00,2026-03-03 07:00,"
    let oslo = try predict("person,start,end\n1,2026-03-03 00:00,2026-03-03 08:00\n", [])
    let london = try predict(log + "Europe/London\n", [])
    func sleeps(_ run: ProgramRun) -> [Substring] {
      run.output.split(separator: "\r\n").filter { $0.contains(",sleep,") }.map {
        $0.split(separator: ",")[1]
      }.filter { $0 > "2026-03-02T22:30" && $0 < "2026-03-03T12" }
    }
    #expect(sleeps(london) == sleeps(oslo) && !sleeps(oslo).isEmpty)
    let unknown = try predict(log + "Europa/Londen\n", [])
    #expect(unknown.status == .unreadable && unknown.errors.contains("s.csv:2:"))
    #expect(unknown.errors.contains("IN-034"))
  }

  @Test("A sleep log without rows says so")
  func emptyLog() throws {
    let folder = try TestFolder(["r.csv": Self.roster, "s.csv": "person,start,end\n"])
    let run = try ProgramRun(
      ["check", folder.path("r.csv"), "--sleep", folder.path("s.csv"), "--no-config"])
    #expect(run.errors.contains("s.csv:1:1: warning: no sleep in the log, only a header (IN-615)"))
    #expect(try predict("person,start,end\n", []).errors.contains("IN-615"))
  }

  @Test("A start or an end far away is refused in words that name the option and the dates")
  func farAway() throws {
    let log = "person,start,end\n1,2026-03-02 23:00,2026-03-03 07:00\n"
    for (arguments, text) in [
      (["--initial", "at=0001-01-01T00:00,S=14"], "--initial is more than a year before the log"),
      (["--from", "1900-01-01"], "--from is more than a year before the log"),
      (["--initial", "at=2027-01-01T00:00,S=14"], "--initial is after the log"),
      (["--to", "9999-01-01"], "--to is more than a year after the log"),
    ] {
      let run = try predict(log, arguments)
      #expect(run.status == .usage && run.output.isEmpty)
      #expect(run.errors.contains(text), "\(run.errors)")
      #expect(run.errors.contains("the log covers 2026-03-02–2026-03-03"), "\(run.errors)")
    }
    let folder = try TestFolder(["r.csv": Self.roster])
    for (arguments, text) in [
      (["--from", "1900-01-01"], "--from is more than a year before the plan"),
      (["--from", "2027-01-01"], "--from is after the plan"),
      (["--to", "2030-01-01"], "--to is more than a year after the plan"),
    ] {
      let run = try ProgramRun(["predict", folder.path("r.csv"), "--no-config"] + arguments)
      #expect(run.status == .usage && run.errors.contains(text), "\(run.errors)")
      #expect(run.errors.contains("the plan covers 2026-01-05–2026-01-0"), "\(run.errors)")
    }
  }
}
