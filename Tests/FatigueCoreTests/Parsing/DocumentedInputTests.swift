import Foundation
import Testing

@testable import FatigueCore

/// Every example of `docs/input.md` is read as the page says.
@Suite struct DocumentedInputTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var kind: String
    var attributes: [String: String]
    var text: String
    var line: Int
    var testDescription: String { "line \(line): \(attributes["layout"] ?? "?")" }
  }

  private static let page = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/input.md")

  /// Those that are rosters, and those that are logs of sleep.
  static let examples = blocks.filter { $0.attributes["layout"] != nil }
  static let logs = blocks.filter { $0.attributes["sleeps"] != nil }

  /// The fenced blocks of the page; what stands after the language is for this test.
  private static let blocks: [Example] = {
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [] }
    var examples: [Example] = []
    var open: Example?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if let example = open {
          examples.append(example)
          open = nil
        } else {
          let words = line.dropFirst(3).split(separator: " ").map(String.init)
          let pairs = words.dropFirst().map { $0.split(separator: "=").map(String.init) }
          open = Example(
            kind: words.first ?? "",
            attributes: Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) }), text: "",
            line: index + 2)
        }
      } else {
        open?.text += line + "\n"
      }
    }
    return examples
  }()

  @Test("Both languages show every layout")
  func everyLayout() {
    let layouts = Self.examples.compactMap { $0.attributes["layout"] }
    #expect(layouts.count == 18)
    #expect(Array(layouts.prefix(9)) == Array(layouts.suffix(9)))
    #expect(Set(layouts) == Set(RosterFormatBook.all.map(\.id)))
  }

  @Test("An example is short, and read as it says", arguments: examples)
  func reads(_ example: Example) throws {
    #expect(example.text.split(separator: "\n").count <= 10)
    let legend = Self.examples.first { $0.attributes["layout"] == "legend" }
    let legends = example.attributes["with"] == nil ? nil : legend
    let reading = RosterReader.read(
      [("example", Array(example.text.utf8))],
      legends: legends.map { [("codes", Array($0.text.utf8))] } ?? [],
      zones: { $0 == "Europe/Oslo" ? .oslo : nil })
    let summary = try #require(reading.understood.first { $0.path == "example" })
    #expect(summary.format == example.attributes["layout"])
    #expect(String(reading.entries.count) == example.attributes["entries"], "\(reading.entries)")
    let isLegend = summary.format == "legend"
    #expect(reading.said == (isLegend ? ["- error IN-121"] : []))
    if let codes = example.attributes["codes"] {
      #expect(summary.layout.en.contains("\(codes) codes"))
    }
  }

  @Test("A log of sleep is read as it says", arguments: logs)
  func readsSleep(_ example: Example) {
    var (sources, diagnostics) = (SourceMap(), DiagnosticList())
    let log = SleepLog.read(
      [("log.csv", Array(example.text.utf8))], options: ReadingOptions(), sources: &sources,
      diagnostics: &diagnostics)
    #expect(diagnostics.items.isEmpty)
    #expect(String(log.entries.count) == example.attributes["sleeps"])
  }

  @Test("The same sleeps stand in both languages")
  func sleepsAgree() {
    #expect(Self.logs.count == 4)
    let sleeps = Self.logs.map { example in
      var (sources, diagnostics) = (SourceMap(), DiagnosticList())
      let log = SleepLog.read(
        [("log.csv", Array(example.text.utf8))], options: ReadingOptions(), sources: &sources,
        diagnostics: &diagnostics)
      return log.entries.map { [$0.onset, $0.wake] }
    }
    #expect(Array(sleeps.prefix(2)) == Array(sleeps.suffix(2)))
  }

  @Test("The same roster stands in both languages")
  func languagesAgree() throws {
    let half = Self.examples.count / 2
    for (nb, en) in zip(Self.examples.prefix(half), Self.examples.suffix(half))
    where nb.attributes["with"] == nil {
      let entries = [nb, en].map { example in
        RosterReader.read(example.text).entries.map { entry in
          // Words for the day differ between the languages; times do not.
          entry.split(separator: " ").suffix(2).joined(separator: " ")
        }
      }
      #expect(entries[0] == entries[1], "\(nb) \(en)")
    }
  }
}
