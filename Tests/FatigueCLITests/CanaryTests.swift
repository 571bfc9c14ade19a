import Foundation
import Testing

@testable import fatigue_cli

/// A cell may hold a name wherever it stands. Reports for others must not quote it.
@Suite("No name reaches a report for others")
struct CanaryTests {
  private static let canary = "Kvitrafn"

  /// Small inputs of each kind; every cell of each is a name in turn.
  private static let inputs: [(name: String, text: String)] = [
    (
      "list.csv",
      """
      ansatt;dato;fra;til;vaktkode;type;pause
      Ola Lie;05.01.2026;07:30;15:30;D;arbeid;30
      Ola Lie;06.01.2026;07:30;15:30;D;arbeid;
      Ola Lie;07.01.2026;;;FRI;;

      """
    ),
    (
      "matrix.csv",
      """
      Ansatt,ma 05.01.2026,ti 06.01.2026,on 07.01.2026
      Ola Lie,07:30-15:00,07:30-15:00,FRI
      Per Dal,15:00-22:00,FRI,15:00-22:00

      """
    ),
    (
      "base.csv",
      """
      Grunnturnus,fra 05.01.2026,,,,,,
      Linje,ma,ti,on,to,fr,lø,sø
      1,D,D,FRI,D,D,FRI,FRI
      2,A,A,FRI,A,A,FRI,FRI

      Kode,Start,Slutt
      D,07:30,15:30
      A,15:00,22:30

      """
    ),
    (
      "calendar.ics",
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-CALNAME:Ola Lie
      BEGIN:VEVENT
      UID:1@ward
      DTSTART;TZID=Europe/Oslo:20260105T073000
      DTEND;TZID=Europe/Oslo:20260105T153000
      RRULE:FREQ=DAILY;COUNT=3
      EXDATE;TZID=Europe/Oslo:20260106T073000
      SUMMARY:Dag
      CATEGORIES:Ward
      END:VEVENT
      BEGIN:VEVENT
      UID:2@ward
      DTSTART;TZID=Europe/Oslo:20260112T073000
      DTEND;TZID=Europe/Oslo:20260112T153000
      SUMMARY:Dag
      END:VEVENT
      END:VCALENDAR

      """
    ),
    (
      "plan.ndjson",
      """
      {"person":"Ola Lie","start":"2026-01-05T06:30:00Z","end":"2026-01-05T14:30:00Z","kind":"work","zone":"Europe/Oslo"}
      {"person":"Ola Lie","start":"2026-01-06T06:30:00Z","end":"2026-01-06T14:30:00Z","kind":"work","zone":"Europe/Oslo"}

      """
    ),
  ]

  /// The text with each of its cells in turn replaced by the canary.
  private static func mutations(of text: String) -> [String] {
    text.matches(of: /[^;,:="{}\n]+/).map { match in
      text.replacingCharacters(in: match.range, with: "Kari \(canary)")
    }
  }

  @Test("Whatever cell is a name, the diagnostics of a report do not print it", arguments: inputs)
  func everyCell(_ input: (name: String, text: String)) throws {
    let plan = Self.inputs[0].text
    for (index, text) in Self.mutations(of: input.text).enumerated() {
      let folder = try TestFolder(["plan.csv": plan, input.name: text])
      let path = folder.path(input.name)
      let format = index.isMultiple(of: 2) ? "json" : "ndjson"
      for inputs in [[path], [folder.path("plan.csv"), "--history", path]] {
        let run = try ProgramRun(["check"] + inputs + ["-f", format, "--no-config"])
        #expect(!Self.diagnostics(run.output).contains(Self.canary), "\(text)")
      }
    }
  }

  private static func diagnostics(_ output: String) -> String {
    output.firstRange(of: "\"diagnostics\":").map { String(output[$0.upperBound...]) }
      ?? output.split(separator: "\n").filter { $0.contains("\"diagnostic\"") }.joined()
  }

  @Test("A sleep log names nobody in the report either")
  func sleepLog() throws {
    let log = """
      person;start;end;kind
      Ola Lie;2026-01-04T23:00;2026-01-05T06:00;sleep
      Ola Lie;2026-01-05T23:00;2026-01-06T06:00;nap

      """
    for text in Self.mutations(of: log) {
      let folder = try TestFolder(["plan.csv": Self.inputs[0].text, "log.csv": text])
      let run = try ProgramRun([
        "check", folder.path("plan.csv"), "--sleep", folder.path("log.csv"), "-f", "json",
        "--no-config",
      ])
      #expect(!run.output.contains(Self.canary), "\(text)")
    }
  }

  @Test("A name in the reason of a waiver, a code or a unit is what the report calls that person")
  func knownNames() throws {
    let plan = """
      ansatt;dato;fra;til;vaktkode;enhet
      Kari Kvitrafn;05.01.2026;07:30;22:30;Kari Kvitrafn;Kari Kvitrafn
      Kari Kvitrafn;06.01.2026;05:30;15:30;D;Ward 2

      """
    let settings = """
      [[waiver]]
      rule = "AML-10-8-1"
      reason = "Kvitrafn er syk, sier Kari"
      agreed-by = "KARI KVITRAFN"
      expires = 2026-12-31
      [[waiver]]
      rule = "EVID-N3"
      reason = "for kvitrafn"
      agreed-by = "leder"
      expires = 2026-12-31

      """
    let folder = try TestFolder(["plan.csv": plan, "fatigue.toml": settings])
    for format in [
      ["-f", "json", "--detail", "duties"], ["-f", "ndjson"], ["-f", "text", "--all"],
    ] {
      let run = try ProgramRun(
        ["check", folder.path("plan.csv"), "--config", folder.path("fatigue.toml")] + format)
      #expect(!run.output.lowercased().contains("kvitrafn"), "\(format)")
      #expect(run.output.contains("T-"))
    }
  }
}
