import Foundation
import Testing

@testable import fatigue_cli

/// The report of the README's roster, as people and programs get it.
@Suite struct GoldenReportTests {
  private static let roster = Golden.package.appending(path: "samples/turnus.csv").path

  @Test(
    "golden",
    arguments: [
      ("turnus-nb.txt", ["--lang", "nb"]), ("turnus-en.txt", ["--lang", "en"]),
      ("turnus-nb-ascii.txt", ["--lang", "nb", "--ascii"]), ("turnus.json", ["-f", "json"]),
    ])
  func golden(name: String, arguments: [String]) throws {
    let run = try ProgramRun(["check", Self.roster, "--width", "80"] + arguments)
    #expect(run.status == .findings && run.errors.isEmpty)
    try Golden.expect(run.output, in: "Tests/Golden/\(name)")
  }

  @Test(arguments: [[], ["--all"], ["--concise"]])
  func bothLanguagesGiveTheSameNumbers(arguments: [String]) throws {
    let texts = try ["nb", "en"].map {
      try ProgramRun(["check", Self.roster, "--lang", $0] + arguments).output
    }
    // How many names fit beside a title differs with its length.
    let names = /T-[A-Z2-7]{4}(, T-[A-Z2-7]{4})*( \+\d+)?|\d+ (ansatte|employees)\n/
    let (nb, en) = (
      numbers(texts[0].replacing(names, with: "")), numbers(texts[1].replacing(names, with: ""))
    )
    #expect(nb.count > 20)
    #expect(nb == en, "numbers that one language has more often: \(difference(nb, en))")
  }

  /// Every run of digits with how often it stands there. Decimal marks, thousands marks and the
  /// order of words differ between the languages, so runs are counted, not lined up.
  private func numbers(_ text: String) -> [Substring: Int] {
    var counts: [Substring: Int] = [:]
    for run in text.split(whereSeparator: { !("0"..."9").contains($0) }) {
      counts[run, default: 0] += 1
    }
    return counts
  }

  private func difference(_ a: [Substring: Int], _ b: [Substring: Int]) -> [String] {
    Set(a.keys).union(b.keys).sorted().compactMap { key in
      a[key] == b[key] ? nil : "\(key): \(a[key] ?? 0) and \(b[key] ?? 0)"
    }
  }
}
