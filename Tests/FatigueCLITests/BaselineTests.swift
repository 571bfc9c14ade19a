import Foundation
import Testing

@testable import FatigueCore
@testable import fatigue_cli

@Suite("Baselines")
struct BaselineTests {
  /// Evening then day for two people: one short rest each.
  private static let plan = """
    Ansatt;Start;Slutt;Vaktkode
    Kari;2026-03-02 15:00;2026-03-02 22:30;A
    Kari;2026-03-03 07:00;2026-03-03 15:00;D
    Ola;2026-03-09 15:00;2026-03-09 22:30;A
    Ola;2026-03-10 07:00;2026-03-10 15:00;D

    """

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "fatigue-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.plan.write(to: folder.appending(path: "t.csv"), atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func check(_ file: String, _ more: [String]) throws -> ProgramRun {
    try ProgramRun(
      ["check", path(file), "--no-config", "--select", "AML-10-8-1", "--lang", "en"] + more)
  }

  @Test("What was there before does not fail; rows may move, and new findings count")
  func comparison() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try check("t.csv", []).status == .findings)
    #expect(try check("t.csv", ["--write-baseline", path("b.json")]).status == .success)
    let text = try String(contentsOf: folder.appending(path: "b.json"), encoding: .utf8)
    #expect(!text.contains("Kari") && !text.contains("Ola"))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((object?["findings"] as? [Any])?.count == 2)
    let same = try check("t.csv", ["--baseline", path("b.json")])
    #expect(
      same.output.contains("New: none. As before: Law 2 disputed. Gone:"), "\(same.output)")
    #expect(same.status == .success && same.output.contains("Gone: none"))
    // Other order, other file name, one finding mended, one new.
    let rows = Self.plan.split(separator: "\n").map(String.init)
    let moved = ([rows[0]] + rows.dropFirst().reversed()).joined(separator: "\n")
      .replacing("2026-03-02 22:30", with: "2026-03-02 19:00")
    let more =
      moved + "\nOla;2026-03-16 15:00;2026-03-16 23:00;A\nOla;2026-03-17 07:00;2026-03-17 15:00;D\n"
    try more.write(to: folder.appending(path: "n.csv"), atomically: true, encoding: .utf8)
    let changed = try check("n.csv", ["--baseline", path("b.json")])
    #expect(changed.status == .findings)
    let words = changed.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains("New: Law 1 disputed. As before: Law 1 disputed. Gone: Law 1 disputed."),
      "\(words)")
    let json = try check("n.csv", ["--baseline", path("b.json"), "-f", "json"]).output
    #expect(json.contains("\"baseline\": \"new\"") && json.contains("\"baseline\": \"unchanged\""))
  }

  @Test("What is new is marked in every format for people and in the table")
  func marks() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try check("t.csv", ["-e", "Kari", "--write-baseline", path("b.json")])
    func output(_ format: String, _ more: [String] = []) throws -> String {
      try check("t.csv", ["--baseline", path("b.json"), "-f", format, "--names", "real"] + more)
        .output
    }
    let lines = try output("concise").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.filter { $0.contains("AML-10-8-1 [new] Ola") }.count == 1)
    #expect(lines.filter { $0.contains("AML-10-8-1 Kari") }.count == 1)
    #expect(try output("concise", ["--lang", "nb"]).contains("[nytt] Ola"))
    // The new one is shown first and says so; one of two by rule.
    let text = try output("text")
    #expect(text.contains("disputed, new AML-10-8-1") && text.contains(", 1 new"))
    #expect(
      text.firstRange(of: "Ola has only") != nil && text.firstRange(of: "Kari has only") == nil)
    let rows = try output("csv").split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let column = try #require(rows[0].firstIndex(of: "law_disputed_new"))
    // Empty cells were dropped by split: count from the end.
    let fromEnd = rows[0].count - column
    #expect(rows.dropFirst().map { $0[$0.count - fromEnd] } == ["0", "1"])
    #expect(try !check("t.csv", ["-f", "csv"]).output.contains("_new"))
  }

  @Test("A fault of a baseline has its line and column, and is told in one language")
  func places() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "{\"schema\": \"fatigue-baseline/1\",\n \"ø\": 1, x}"
    try text.write(to: folder.appending(path: "b.json"), atomically: true, encoding: .utf8)
    let english = try check("t.csv", ["--baseline", path("b.json")]).errors
    #expect(english.contains("b.json:2:10: not a baseline"), "\(english)")
    #expect(!english.contains("«"))
    let norwegian = try check("t.csv", ["--baseline", path("b.json"), "--lang", "nb"]).errors
    #expect(norwegian.contains("b.json:2:10: ikke en grunnlinje"))
    #expect(!norwegian.contains("expected"))
  }

  @Test("A file that is no baseline is refused, with its line")
  func refusals() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for text in ["", "{}", "[1]", "{\"schema\":\"fatigue-baseline/1\",\n\"findings\":[{}]}"] {
      try text.write(to: folder.appending(path: "b.json"), atomically: true, encoding: .utf8)
      #expect(try check("t.csv", ["--baseline", path("b.json")]).status == .usage, "\(text)")
    }
    #expect(try check("t.csv", ["--baseline", path("none.json")]).status == .usage)
    #expect(try check("t.csv", ["--write-baseline", path("t.csv")]).status == .usage)
  }

  @Test("The written baseline is read whole")
  func roundTrip() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try check("t.csv", ["--write-baseline", path("b.json")])
    let bytes = Array(try Data(contentsOf: folder.appending(path: "b.json")))
    #expect(try Baseline(bytes).entries.count == 2)
  }
}
