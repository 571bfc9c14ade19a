import Foundation
import Testing

@testable import FatigueCore
@testable import fatigue_cli

/// What somebody found who tried to break the tool.
@Suite struct AttackTests {
  private static let header = "ansatt;dato;fra;til\n"

  @Test("The order of the rows decides neither the highest sleepiness nor who is worst off")
  func rowOrder() throws {
    var rows: [String] = []
    for person in 0..<7 {
      for day in 5..<12 where (day + person) % 3 != 0 {
        let date = String(format: "%02d.01.2026", day)
        rows.append(
          "Person \(person % 4)\(person);\(date);\(person % 2 == 0 ? "22:00;07:30" : "07:30;15:30")"
        )
      }
    }
    func peak(_ rows: [String]) throws -> String {
      let folder = try TestFolder(["r.csv": Self.header + rows.joined(separator: "\n") + "\n"])
      let run = try ProgramRun(["check", folder.path("r.csv"), "--no-config", "-f", "json"])
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let summary = try #require(json["summary"] as? [String: Any])
      let highest = try #require(summary["peak"] as? [String: Any])
      let employees = try #require(json["employees"] as? [[String: Any]])
      let most = employees.compactMap { ($0["metrics"] as? [String: Any])?["maxKss"] as? Double }
        .max()
      #expect(highest["kss"] as? Double == most)
      let parts: [Any] = ["peak", "uncertainty", "exposure"].map { summary[$0] ?? "none" }
      return String(
        decoding: try JSONSerialization.data(withJSONObject: parts, options: .sortedKeys),
        as: UTF8.self)
    }
    var generator = SeededGenerator(state: 4)
    let first = try peak(rows)
    for _ in 0..<3 { #expect(try peak(rows.shuffled(using: &generator)) == first) }
  }

  @Test("Two outputs never go to one file, and none goes to an input")
  func oneFileEach() throws {
    let folder = try TestFolder(["r.csv": Self.header + "Ola;05.01.2026;07:30;15:30\n"])
    let (plan, other) = (folder.path("r.csv"), folder.path("q.json"))
    let refused: [[String]] = [
      ["--write-baseline", other, "-o", other],
      ["--write-baseline", other, "-f", "json=" + other],
      ["-f", "json=" + other, "-f", "text=" + other],
      ["--write-baseline", plan],
      ["--history", plan],
      ["--history", other, "-o", other],
      ["--baseline", other, "-o", other],
      ["--config", other, "-o", other],
    ]
    for arguments in refused {
      let run = try ProgramRun(["check", plan] + arguments)
      #expect(run.status == .usage, "\(arguments)")
      #expect(!FileManager.default.fileExists(atPath: other), "\(arguments)")
    }
  }

  @Test("A plan whose shifts all lie outside the dates says that the dates took them")
  func nothingLeft() throws {
    let folder = try TestFolder(["r.csv": Self.header + "Ola;05.01.2026;07:30;15:30\n"])
    let run = try ProgramRun([
      "check", folder.path("r.csv"), "--from", "2027-01-01", "--lang", "en",
    ])
    #expect(run.output.contains("--from, --to or --employee took all away"))
  }

  @Test(
    "An option without a value, and a value that only looks like one, are refused",
    arguments: [
      ["check", "--select", ""], ["check", "--ignore", ","], ["check", "--person", " "],
      ["check", "--year", "1900"], ["check", "--year", "2200"],
      ["predict", "--initial", "at=2026-01-05T06:30,S=0x1p3"],
    ])
  func emptyValues(_ arguments: [String]) throws {
    let folder = try TestFolder(["r.csv": Self.header + "Ola;05.01.2026;07:30;15:30\n"])
    #expect(try ProgramRun(arguments + [folder.path("r.csv")]).status == .usage)
  }

  @Test("A stream without end is refused")
  func endlessStream() throws {
    let run = try ProgramRun(["check", "/dev/zero", "--no-config"])
    #expect(run.status == .unreadable)
    #expect(run.errors.contains("IN-002"))
  }

  @Test("What makes findings disappear is found once for a person, the same as for one alone")
  func flipPoints() {
    let shifts = (0..<40).map { day in
      let date = String(format: "%02d.%02d.2026", day % 28 + 1, day / 28 + 1)
      return "Ola;\(date);22:00;07:30\n"
    }
    let reading = RosterReader.read(
      [(path: "r.csv", bytes: Array((Self.header + shifts.joined()).utf8))])
    guard let roster = reading.roster else {
      Issue.record("no roster")
      return
    }
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    let forward = analysis.findings.indices.map { analysis.flipPoints(of: $0) }
    let again = RosterAnalysis(roster, settings: AnalysisSettings())
    let backward = again.findings.indices.reversed().map { again.flipPoints(of: $0) }
    #expect(forward == backward.reversed())
    #expect(forward.contains { !$0.isEmpty })
  }
}
