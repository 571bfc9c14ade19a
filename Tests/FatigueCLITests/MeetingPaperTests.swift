import Foundation
import Testing

@testable import fatigue_cli

@Suite("Papers for the parties")
struct MeetingPaperTests {
  static let samples = FormatAgreementTests.samples

  private func paper(_ sample: String, _ format: String, _ arguments: [String]) throws -> String {
    try ProgramRun(
      ["check", Golden.package.appending(path: "samples/\(sample)").path, "-f", format] + arguments
    ).output
  }

  private func numbers(_ text: String) -> [String] {
    text.replacing(",", with: ".").matches(of: /\d+(\.\d+)?/).map { String($0.0) }.sorted()
  }

  @Test("Both languages say the same numbers", arguments: samples, ["protokoll", "langvakt"])
  func sameFacts(sample: String, format: String) throws {
    let texts = try ["nb", "en"].map { try paper(sample, format, ["--lang", $0]) }
    let lines = texts.map { $0.split(separator: "\n") }
    #expect(lines[0].count == lines[1].count)
    // Sentences of rules name sections differently; the tables do not.
    let tables = lines.map { $0.filter { $0.hasPrefix("| ") }.joined(separator: "\n") }
    if format == "langvakt" { #expect(numbers(tables[0]) == numbers(tables[1])) }
  }

  @Test("No paper judges a plan, and none grows past its pages", arguments: samples)
  func neutral(sample: String) throws {
    for lang in ["nb", "en"] {
      for format in ["protokoll", "langvakt"] {
        let text = try paper(sample, format, ["--lang", lang])
        #expect(!text.lowercased().contains(/\b(lovlig|trygg|lawful|legal|safe)\b/))
        // Two pages of A4 in a table's print.
        #expect(text.split(separator: "\n").count <= 110 && text.utf8.count < 16 << 10)
      }
    }
  }

  @Test("The gravest of a rule is the one farthest past its limit, whoever comes first")
  func gravest() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "r.csv")
    // Rests of 10 h for the first in the file, and of 8 h 30 min for the second.
    try Data(
      """
      person,start,end
      A,2026-05-04T14:00,2026-05-04T22:00
      A,2026-05-05T08:00,2026-05-05T15:00
      B,2026-05-04T14:00,2026-05-04T22:30
      B,2026-05-05T07:00,2026-05-05T15:00

      """.utf8
    ).write(to: file)
    let text = try ProgramRun(
      ["check", file.path, "--no-config", "--lang", "en", "--names", "real", "-f", "protokoll"]
    ).output
    let row = try #require(text.split(separator: "\n").first { $0.contains("AML-10-8-1:") })
    #expect(row.contains("8 h 30 min") && row.contains("; B"), "\(row)")
  }

  @Test("Every finding is counted in its lane", arguments: samples)
  func counts(sample: String) throws {
    let text = try paper(sample, "protokoll", ["--lang", "en"])
    let document = try JSONValue(paper(sample, "json", []))
    let lanes = [
      "law": "The law", "agreement": "Agreements", "research": "Advice from research",
      "model": "Predicted sleep and sleepiness", "data": "The data of the plan",
    ]
    let sections = text.components(separatedBy: "\n## ")
    for (lane, title) in lanes {
      let statuses = document["summary"]["findings"].object?[lane] as? [String: Int] ?? [:]
      let section = sections.first { $0.hasPrefix(title + "\n") } ?? ""
      let inTable = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
        .compactMap { $0.split(separator: "|").dropFirst(2).first }
        .flatMap { $0.matches(of: /(\d+)\s/).compactMap { Int($0.1) } }
      let besides = section.split(separator: "\n").filter { $0.hasPrefix("Besides: ") }
        .flatMap { $0.matches(of: /\s(\d+)[,.]/).compactMap { Int($0.1) } }
      #expect((inTable + besides).reduce(0, +) == statuses.values.reduce(0, +))
    }
  }

  @Test(
    "The annex counts long shifts by hand: joined shifts, codes, rests and what is to be filled in")
  func annex() throws {
    // Two of 12 h 30 min, one of two shifts that touch (12 h), one of exactly 9 h, which is not over it.
    let rows = [
      "2026-03-02;07:00;19:30;L", "2026-03-03;07:00;19:30;L", "2026-03-05;08:00;14:00;D",
      "2026-03-05;14:00;20:00;A", "2026-03-06;07:00;16:00;M",
    ]
    let folder = try TestFolder([
      "plan.csv": "ansatt;dato;start;slutt;kode\n" + rows.map { "Kari;\($0)\n" }.joined()
    ])
    let text = try ProgramRun(
      ["check", folder.path("plan.csv"), "-f", "langvakt", "--lang", "en"]
    ).output
    #expect(text.contains("3 shifts over 9 h, with 1 of 1 employees."))
    #expect(text.contains("| 07:00–19:30 | 12 h 30 min | 2 | 1 | 2 |"))
    #expect(text.contains("| 08:00–20:00 | 12 h | 1 | 1 | 1 |"))
    // Before: none, 11 h 30 min, 36 h 30 min; after: 11 h 30 min, 36 h 30 min, 11 h.
    #expect(text.contains("| before | 11 h 30 min | 0 | 1 | 1 |"))
    #expect(text.contains("| after | 11 h | 0 | 2 | 0 |"))
    #expect(text.contains("| L | 07:00–19:30 | 2 |"))
  }
}
