import Foundation
import Testing

@testable import FatigueCore
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

  @Test("Both languages say the same", arguments: samples, ["protokoll", "langvakt"])
  func sameFacts(sample: String, format: String) throws {
    let texts = try ["nb", "en"].map { try paper(sample, format, ["--lang", $0]) }
    let lines = texts.map { $0.split(separator: "\n") }
    #expect(lines[0].count == lines[1].count)
    // Sentences of rules name sections differently; the tables of the annex do not.
    let tables = lines.map { $0.filter { $0.hasPrefix("| ") }.joined(separator: "\n") }
    if format == "langvakt" { #expect(numbers(tables[0]) == numbers(tables[1])) }
  }

  @Test("No paper judges a plan, or tells a party what to do", arguments: samples, ["nb", "en"])
  func neutral(sample: String, lang: String) throws {
    for format in ["protokoll", "langvakt", "protokoll-html"] {
      let text = try paper(sample, format, ["--lang", lang])
      #expect(!text.lowercased().contains(/\b(lovlig|trygg|lawful|legal|safe)\b/))
    }
    let text = try paper(sample, "protokoll", ["--lang", lang])
    let proposals = text.split(separator: "\n").filter { $0.contains(#/^\d+\. /#) }
    #expect(!proposals.isEmpty)
    for line in proposals {
      // After who it is about a verb in the infinitive, or no verb.
      let said = line.firstMatch(of: /^\d+\. (?:[^ ]+: )?(.*)$/)?.1 ?? ""
      let first = said.split(separator: " ").first.map { $0.lowercased() } ?? ""
      #expect(
        lang == "nb"
          ? RemedyVoice.verbs[first] == nil : first == "to" || RemedyVoice.nouns.contains(first),
        "\(line)")
    }
    if lang == "nb" { #expect(!text.contains("Arbeidsgiver må") && !text.contains("må legge")) }
  }

  /// Lines that Markdown takes on two pages, counted here as `check_paper.py` prints it: 104 signs to a
  /// line, columns by their widths.
  static func printedLines(_ markdown: String) -> Int {
    markdown.split(separator: "\n").reduce(0) { sum, line in
      guard line.hasPrefix("| "), !line.hasPrefix("| ---") else {
        return sum + (line.hasPrefix("| ---") ? 0 : max(1, (line.count + 103) / 104))
          + (line.hasPrefix("#") ? 1 : 0)
      }
      let cells = line.split(separator: "|").map(\.count)
      let widths = cells.count == 4 ? [33, 12, 24, 24] : [30, 30, 30]
      return sum + (zip(cells, widths).map { ($0 + $1 - 1) / $1 }.max() ?? 1)
    }
  }

  @Test("Two pages of A4, whatever the plan", arguments: samples, ["nb", "en"])
  func twoPages(sample: String, lang: String) throws {
    for more in [[], ["--names", "real"]] {
      let text = try paper(sample, "protokoll", ["--lang", lang] + more)
      #expect(Self.printedLines(text) <= 132, "\(Self.printedLines(text))")
    }
  }

  @Test("Two pages also with many agreements, waivers, long names and every kind of finding")
  func worstCase() throws {
    let long = String(repeating: "En avtale med svært mange ord ", count: 40)
    var settings = "[agreements]\ncomplete = false\n"
    for number in 1...20 {
      settings += """
        [[agreement]]
        id = "avtale-\(number)"
        level = "A2"
        parties = ["\(long)", "NSF"]
        from = 2026-01-0\(number % 9 + 1)
        rule = "AML-10-8-1"
        compensation = "\(long)"
        value = 9

        """
    }
    let name = String(repeating: "Åse-Marie ", count: 30)
    var rows = "ansatt;start;slutt\n"
    for person in 1...40 {
      for day in 1...25 {
        let hour = (day * 7 + person * 5) % 24
        let start = "2026-03-\(day < 10 ? "0" : "")\(day) \(hour < 10 ? "0" : "")\(hour):00"
        let end = (hour + 9 + day % 6) % 24
        rows += "\(name)\(person);\(start);\(end < 10 ? "0" : "")\(end):00\n"
      }
    }
    let folder = try TestFolder(["plan.csv": rows, "fatigue.toml": settings])
    for lang in ["nb", "en"] {
      let run = try ProgramRun([
        "check", folder.path("plan.csv"), "-f", "protokoll", "--lang", lang, "--names", "real",
      ])
      let lines = Self.printedLines(run.output)
      #expect(lines <= 132 && lines > 40, "\(lines) \(run.errors.prefix(600))")
      #expect(
        run.output.contains(lang == "nb" ? "i den fullstendige rapporten" : "in the full report"))
    }
  }

  @Test("The page says what the Markdown says", arguments: samples, ["nb", "en"])
  func page(sample: String, lang: String) throws {
    let folder = try TestFolder([:])
    let roster = Golden.package.appending(path: "samples/\(sample)").path
    _ = try ProgramRun([
      "check", roster, "--lang", lang, "-f", "protokoll=\(folder.path("p.md"))", "-f",
      "protokoll=\(folder.path("p.HTML"))", "-f", "protokoll-html=\(folder.path("q.html"))",
    ])
    let texts = try ["p.md", "p.HTML", "q.html"].map {
      try String(contentsOfFile: folder.path($0), encoding: .utf8)
    }
    #expect(texts[0].hasPrefix("# ") && texts[1].hasPrefix("<!DOCTYPE html>"))
    #expect(texts[1] == texts[2])
    func words(_ text: String) -> [String] {
      text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0 != "nbsp" }
    }
    let body = texts[1].replacing(/(?s)^.*<main>/, with: "").replacing(
      /<caption[^>]*>[^<]*<\/caption>/, with: "")
    let plain = body.replacing(/<[^>]*>/, with: " ").replacing(/&[a-z]+;|&#39;/, with: " ")
    let markdown = texts[0].replacing(/&[a-z]+;/, with: " ").replacing(#/(?m)^\d+\. /#, with: "")
    #expect(words(plain) == words(markdown))
  }

  @Test("Agreements have parties and compensation, and nobody's name; the edge of the plan is told")
  func agreements() throws {
    let folder = try TestFolder([
      "plan.csv": """
      ansatt;start;slutt
      Randi Holm;2026-03-02 14:30;2026-03-02 22:30
      Randi Holm;2026-03-03 07:45;2026-03-03 15:30

      """,
      "fatigue.toml": """
      [agreements]
      complete = true
      [[agreement]]
      id = "B-12"
      level = "A2"
      parties = ["Sykehuset", "NSF ved Randi Holm"]
      from = 2026-01-01
      rule = "AML-10-8-1"
      value = 9
      compensation = "Ett ekstra fridøgn per kort hvile"

      """,
    ])
    let run = try ProgramRun(["check", folder.path("plan.csv"), "-f", "protokoll", "--lang", "en"])
    let text = run.output
    #expect(text.contains("Parties: Sykehuset, NSF ved T-"), "\(text) \(run.errors)")
    #expect(text.contains("Compensation: Ett ekstra fridøgn per kort hvile."))
    #expect(text.contains("The list is said to be complete."))
    #expect(!text.contains("Randi") && !text.contains("Holm"))
    #expect(text.contains("Nothing is known before Mo 2 Mar and after"), "\(text)")
  }

  @Test("A remedy as something that may be done")
  func infinitives() {
    for (nb, en, said) in [
      (
        "Flytt eller ta bort D ti 10. mars; det mangler 19 t.", "Move D. Or not.",
        ["å flytte eller ta bort D ti 10. mars; det mangler 19 t.", "to move D."]
      ),
      (
        "Ta bort eller bytt A, eller N før den, nå. Skriv det.", "Fewer nights.",
        ["å ta bort eller bytte A, eller N før den, nå.", "Fewer nights."]
      ),
      (
        "Slutt kl. 07. mai eller før.", "End by 7.",
        ["å slutte kl. 07. mai eller før.", "to end by 7."]
      ),
      ("Færre netter på rad.", "Put it by F2.", ["Færre netter på rad.", "to put it by F2."]),
    ] {
      #expect([RemedyVoice.infinitive(nb, .nb), RemedyVoice.infinitive(en, .en)] == said)
    }
  }

  @Test("Advice of the employers and practice of the authority are no agreements")
  func norms() throws {
    let text = try paper("turnus.csv", "protokoll", ["--lang", "en"])
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    let norms = try #require(rows.firstIndex { $0.hasPrefix("| **Advice and practice**") })
    let own = try #require(rows.firstIndex { $0.hasPrefix("| EMP-NHO ") })
    #expect(norms < own && !rows.contains { $0.hasPrefix("| **Agreements**") })
    // What is counted is named.
    #expect(!rows[own].contains("| 5; "), "\(rows[own])")
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
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix("| AML-10-8-1 ") })
    #expect(row.contains("8 h 30 min") && row.contains("| B,"), "\(row)")
  }

  @Test("Every finding is counted in its lane", arguments: samples)
  func counts(sample: String) throws {
    let text = try paper(sample, "protokoll", ["--lang", "en"])
    let document = try JSONValue(paper(sample, "json", []))
    let lanes = [
      "law": ["The law"], "agreement": ["Agreements", "Advice and practice"],
      "research": ["Research"], "model": ["Predicted sleepiness"], "data": ["Data of the plan"],
    ]
    func sum(_ text: some StringProtocol) -> Int {
      String(text).matches(of: /(\d+) (?:breach|disputed|warning|note)/).reduce(0) {
        $0 + (Int($1.1) ?? 0)
      }
    }
    let table = text.split(separator: "\n").filter { $0.hasPrefix("| ") }
    for (lane, titles) in lanes {
      let statuses = document["summary"]["findings"].object?[lane] as? [String: Int] ?? [:]
      var (head, rows) = (0, 0)
      for title in titles {
        guard let at = table.firstIndex(where: { $0.hasPrefix("| **\(title)** ") }) else {
          continue
        }
        head += sum(table[at])
        for row in table[(at + 1)...].prefix(while: { !$0.hasPrefix("| **") }) { rows += sum(row) }
      }
      let all = statuses.values.reduce(0, +)
      #expect(head == all && rows == all, "\(lane) \(head) \(rows) \(all)")
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
