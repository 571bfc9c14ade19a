import Foundation
import Testing

@testable import fatigue_cli

/// What `check` says about the model that ran, recorded sleep, naps and people that are not there.
@Suite struct ModelWordTests {
  private func check(
    _ files: [String: String], _ options: [String], language: String = "en"
  ) throws -> ProgramRun {
    let folder = try TestFolder(files)
    return try ProgramRun(
      ["check", folder.path("r.csv"), "--lang", language, "--exit-zero", "--names", "real"]
        + (files["c.toml"] == nil ? ["--no-config"] : [])
        + options.map { files[$0] == nil ? $0 : folder.path($0) })
  }

  private static let nights = """
    person,start,end,kind
    Kari,2026-02-09T21:30,2026-02-10T07:30,work
    Kari,2026-02-10T21:30,2026-02-11T07:30,work

    """
  private static let log = """
    person,start,end
    Kari,2026-02-08 23:00,2026-02-09 06:00
    Kari,2026-02-10 09:00,2026-02-10 11:00
    Kari,2026-02-11 09:00,2026-02-11 11:00

    """

  @Test("Sleep from a log is called recorded, also in what a finding depends on")
  func recorded() throws {
    let files = ["r.csv": Self.nights, "log.csv": Self.log]
    let plain = try check(files, ["--select", "MOD"]).output
    #expect(plain.contains("predicted sleep") && !plain.contains("recorded"), "\(plain)")
    let run = try check(files, ["--select", "MOD", "--sleep", "log.csv"]).output
    let text = run.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Kari: recorded sleep 0 min in the 24 hours"), "\(run)")
    #expect(text.contains("Kari: by recorded sleep awake for"), "\(run)")
    #expect(text.contains("predicted sleepiness from recorded sleep"), "\(run)")
    #expect(!text.contains("Kari: predicted sleep ") && !text.contains("predicted to have been"))
    let norsk = try check(files, ["--select", "MOD", "--sleep", "log.csv"], language: "nb").output
    #expect(norsk.contains("registrert søvn") && !norsk.contains(": predikert søvn "))
  }

  @Test("Another model than 5c is named, with what the levels are made for")
  func otherModel() throws {
    let run = try check(["r.csv": Self.nights], ["--model", "tpm-classic", "--all"]).output
    let text = run.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("older scale") && text.contains("levels are made for model 5c"))
    #expect(!text.contains("Three-process model 5c, Ingre"), "\(run)")
  }

  @Test("The indices are no model of check's levels: refused with what to do")
  func indices() throws {
    let run = try check(["r.csv": Self.nights], ["--model", "rr446"])
    #expect(run.status == .usage && run.errors.contains("fatigue predict --model rr446"))
  }

  @Test("A person of the settings who is not in the plan is noted, once")
  func strangers() throws {
    let files = [
      "r.csv": Self.nights, "c.toml": "[person.\"Kary\"]\ncommute = 60\n",
    ]
    let run = try check(files, ["--config", "c.toml"])
    #expect(
      run.errors.contains("Kary") && run.errors.contains("did you mean Kari?"), "\(run.errors)")
    #expect(!run.output.contains("Kary"))
    let known = [
      "r.csv": Self.nights, "c.toml": "[person.\"Kari\"]\ncommute = 60\n",
    ]
    #expect(try !check(known, ["--config", "c.toml"]).errors.contains("not in the plan"))
  }

  @Test("Naps that are not counted as written are named by line; others are not")
  func naps() throws {
    func errors(_ rows: String...) throws -> String {
      try check(["r.csv": "person,start,end,kind\n" + rows.joined(separator: "\n") + "\n"], [])
        .errors
    }
    let long = try errors(
      "P,2026-02-09T08:00,2026-02-10T08:00,work", "P,2026-02-10T02:00,2026-02-10T06:00,nap")
    #expect(
      long.contains("r.csv:3:3: warning") && long.contains("of the nap of 4 h 2 h were counted"))
    let night = "P,2026-02-09T21:30,2026-02-10T07:30,work"
    let three = try errors(
      night, "P,2026-02-10T00:00,2026-02-10T01:00,nap", "P,2026-02-10T02:00,2026-02-10T03:00,nap",
      "P,2026-02-10T04:00,2026-02-10T05:00,nap")
    #expect(three.contains("r.csv:5:3: warning") && !three.contains("r.csv:4:"), "\(three)")
    let onTheWay = try errors(night, "P,2026-02-10T07:00,2026-02-10T07:50,nap")
    #expect(onTheWay.contains("on the way") || onTheWay.contains("of the way"), "\(onTheWay)")
    #expect(try errors(night, "P,2026-02-10T03:00,2026-02-10T03:25,nap").isEmpty)
  }

  @Test("A sleep of no length is called that")
  func noLength() throws {
    let files = [
      "r.csv": Self.nights,
      "log.csv": "person,start,end\nKari,2026-02-10 09:00,2026-02-10 09:00\n",
    ]
    let run = try check(files, ["--sleep", "log.csv"])
    #expect(run.errors.contains("ends at the moment it starts"), "\(run.errors)")
  }

  @Test("Hours at KSS 7 by hour of the day sum to the hours at KSS 7", arguments: [1, 37])
  func hoursByHour(minute: Int) throws {
    let files = [
      "r.csv": """
      person,start,end
      P,2026-03-28T22:0\(minute % 10),2026-03-29T08:\(minute < 10 ? "0" : "")\(minute)
      P,2026-03-29T22:00,2026-03-30T08:00
      Q,2026-03-27T20:20,2026-03-28T09:10

      """
    ]
    let run = try check(files, ["-f", "json", "--detail", "duties"])
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let summary = try #require(json?["summary"] as? [String: Any])
    let hours = try #require(summary["hoursKss7ByHour"] as? [Double])
    let people = try #require(json?["employees"] as? [[String: Any]])
    let sum = people.compactMap { ($0["metrics"] as? [String: Any])?["hoursKss7"] as? Double }
      .reduce(0, +)
    #expect(abs(hours.reduce(0, +) - sum) < 2e-5 && sum > 5, "\(hours) \(sum)")
  }

  @Test("Most loaded people are compared from four on, in good grammar")
  func mostLoaded() throws {
    func run(_ people: Int) throws -> String {
      let rows = (0..<people).map {
        "P\($0),2026-02-0\($0 + 1)T21:30,2026-02-0\($0 + 2)T0\($0 + 4):30"
      }
      let output = try check(
        ["r.csv": "person,start,end\n" + rows.joined(separator: "\n") + "\n"], ["--model", "ump"]
      ).output
      return output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(try !run(1).contains("most loaded") && !run(3).contains("most loaded"))
    let four = try run(4)
    #expect(four.contains("Of the 2 most loaded in each model 2 are the same."), "\(four)")
  }
}
