import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("What the formats of one run say together")
struct FormatAgreementTests {
  static let samples = ["turnus.csv", "netter.csv", "rolig.csv", "ward.csv", "rotasjon.ics"]

  /// Every format of one run, by name.
  static func run(_ sample: String, _ arguments: [String] = []) throws -> [String: String] {
    let folder = try TestFolder([:])
    let formats = FormatBook.all.map(\.name)
    let roster = Golden.package.appending(path: "samples/\(sample)").path
    let outputs = formats.flatMap { ["-f", "\($0)=\(folder.path($0))"] }
    _ = try ProgramRun(["check", roster] + outputs + arguments)
    return Dictionary(
      uniqueKeysWithValues: try formats.map {
        ($0, try String(contentsOfFile: folder.path($0), encoding: .utf8))
      })
  }

  /// Counts by `lane_status` as JSON's summary has them.
  static func counts(_ document: JSONValue) -> [String: Int] {
    var counts: [String: Int] = [:]
    let lanes = document["findings"].object as? [String: [String: Int]] ?? [:]
    for (lane, statuses) in lanes {
      for (status, count) in statuses { counts["\(lane)_\(status)"] = count }
    }
    return counts
  }

  static func tally(_ keys: [String]) -> [String: Int] {
    Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
  }

  @Test("Counts and fingerprints are the same", arguments: samples, ["nb", "en"])
  func agree(sample: String, lang: String) throws {
    let outputs = try Self.run(sample, ["--lang", lang])
    let document = try JSONValue(outputs["json"] ?? "")
    let findings = document["findings"].items
    let counts = Self.counts(document["summary"])
    let prints = Set(findings.compactMap { $0["fingerprint"].text })
    try #require(prints.count == findings.count && counts.values.reduce(0, +) == prints.count)

    let lines = (outputs["ndjson"] ?? "").split(separator: "\n")
    let summary = try JSONValue(String(lines.last ?? ""))
    #expect(Self.counts(summary) == counts)

    let results = try JSONValue(outputs["sarif"] ?? "")["runs"][0]["results"].items
    #expect(
      Set(results.compactMap { $0["partialFingerprints"]["fatigueFinding/v1"].text }) == prints)
    #expect(
      Self.tally(
        results.map {
          "\($0["properties"]["lane"].text ?? "")_\($0["properties"]["status"].text ?? "")"
        }) == counts)

    let issues = try JSONValue(outputs["gitlab"] ?? "").items
    #expect(
      Set(issues.compactMap { $0["fingerprint"].text }) == prints && issues.count == prints.count)
    #expect(
      Self.tally(issues.compactMap { $0["severity"].text })
        == Self.tally(
          findings.map {
            ["breach": "critical", "disputed": "major", "warning": "minor", "note": "info"][
              $0["status"].text ?? ""] ?? ""
          }))

    #expect(Self.tableCounts(outputs["csv"] ?? "") == counts)
    try expectJUnit(outputs["junit"] ?? "", findings)
    expectAnnotations(outputs["github"] ?? "", findings)
    expectMarkdown(outputs["markdown"] ?? "", findings)
  }

  /// Sums of the columns of findings.
  static func tableCounts(_ table: String) -> [String: Int] {
    let rows = table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    var counts: [String: Int] = [:]
    let statuses = ["breach", "disputed", "warning", "note"].map { "_" + $0 }
    for (column, name) in rows[0].enumerated() where statuses.contains(where: name.hasSuffix) {
      let sum = rows.dropFirst().reduce(0) { $0 + (Int($1[column]) ?? 0) }
      if sum > 0 { counts[String(name)] = sum }
    }
    return counts
  }

  /// What fails by the standard policy is a failure with its fingerprint; the rest is a line each.
  private func expectJUnit(_ text: String, _ findings: [JSONValue]) throws {
    let failing = findings.filter {
      ["law", "agreement"].contains($0["lane"].text)
        && ["breach", "disputed"].contains($0["status"].text)
    }
    let prints = text.matches(of: /fatigueFinding\/v1: ([0-9a-f]{32})/).map { String($0.1) }
    #expect(Set(prints) == Set(failing.compactMap { $0["fingerprint"].text }))
    #expect(prints.count == failing.count)
    let start = try #require(text.range(of: "<system-out>")).upperBound
    let end = try #require(text.range(of: "</system-out>")).lowerBound
    let others = text[start..<end].split(separator: "\n").count
    #expect(others == min(findings.count - failing.count, 1001))
  }

  /// Up to nine of a level and one that counts the rest.
  private func expectAnnotations(_ text: String, _ findings: [JSONValue]) {
    let levels = ["breach": "error", "disputed": "warning", "warning": "warning", "note": "notice"]
    let expected = Self.tally(findings.compactMap { levels[$0["status"].text ?? ""] })
    for level in ["error", "warning", "notice"] {
      let lines = text.split(separator: "\n").filter { $0.hasPrefix("::\(level) ") }
      let count = expected[level] ?? 0
      #expect(lines.count == min(count, 10))
      guard count > 10, let last = lines.last else { continue }
      // The last line counts the others lane by lane.
      let sentence = last.components(separatedBy: "::").last?.prefix { $0 != "." } ?? ""
      let heldBack = sentence.matches(of: /[0-9]+/).compactMap { Int($0.0) }
      #expect(heldBack.reduce(0, +) == count - 9)
    }
  }

  /// The table of rules adds up, and the gravest are there with their fingerprints.
  private func expectMarkdown(_ text: String, _ findings: [JSONValue]) {
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
      .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    let rules = rows.filter { $0.count == 6 && Int($0[2]) != nil && Int($0[5]) != nil }
    for (column, status) in ["breach", "disputed", "warning", "note"].enumerated() {
      let sum = rules.reduce(0) { $0 + (Int($1[column + 2]) ?? 0) }
      #expect(sum == findings.count { $0["status"].text == status })
    }
    let prints = text.matches(of: /<br>`([0-9a-f]{32})`/).map { String($0.1) }
    #expect(prints.count == min(10, findings.count))
    #expect(Set(prints).isSubset(of: findings.compactMap { $0["fingerprint"].text }))
  }

  @Test("Several reports of one run are those of single runs, and += appends")
  func severalReports() throws {
    let outputs = try Self.run("turnus.csv")
    for format in FormatBook.all.map(\.name) {
      #expect(
        try FormatTests.output(format).replacing(FormatTests.roster, with: "turnus.csv")
          == outputs[format]?.replacing(FormatTests.roster, with: "turnus.csv"))
    }
    let folder = try TestFolder(["summary.md": "# Before\n\n"])
    for _ in 0..<2 {
      _ = try ProgramRun([
        "check", FormatTests.roster, "-f", "markdown+=\(folder.path("summary.md"))",
      ])
    }
    let text = try String(contentsOfFile: folder.path("summary.md"), encoding: .utf8)
    let summary = try #require(outputs["markdown"])
    #expect(text == "# Before\n\n" + summary + summary)
  }

  @Test("What a baseline has and what is waived counts the same everywhere")
  func baseline() throws {
    let folder = try TestFolder([:])
    let file = folder.path("baseline.json")
    _ = try ProgramRun([
      "check", FormatTests.roster, "--select", "AML", "--write-baseline", file, "-q",
    ])
    let outputs = try Self.run("turnus.csv", ["--baseline", file])
    #expect(
      !(outputs["junit"] ?? "").contains("<failure")
        && !(outputs["github"] ?? "").contains("::error"))
    let results = try JSONValue(outputs["sarif"] ?? "")["runs"][0]["results"].items
    let findings = try JSONValue(outputs["json"] ?? "")["findings"].items
    #expect(
      Self.tally(results.compactMap { $0["baselineState"].text })
        == Self.tally(findings.compactMap { $0["baseline"].text }))
  }
}
