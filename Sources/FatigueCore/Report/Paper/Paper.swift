/// A short paper as data: what it says, whatever it is written as. Texts are plain; those who write it
/// escape them.
struct Paper {
  var title: String
  var sections: [Section] = []

  struct Section {
    /// Nothing for what stands under the title.
    var heading: String?
    var blocks: [Block] = []
  }

  enum Block {
    case paragraph(String)
    case list([Item])
    case numbered([Item])
    case table(Table)
    /// A line to fill in for each party.
    case signatures(head: [String], parties: [String])
  }

  /// A line of a list.
  struct Item {
    /// Stands before the text in bold.
    var lead = ""
    var text: String
    /// Stands after the text as it is typed or compared.
    var code = ""
  }

  struct Table {
    var head: [String]
    /// Widths of the columns in hundredths.
    var widths: [Int]
    var rows: [Row]
  }

  struct Row {
    var cells: [String]
    /// The row heads those after it.
    var isHead = false
  }
}

// MARK: For the parties

extension Paper {
  /// The first of some sizes, the largest first, in which the paper fits two pages in every language; the last
  /// of them where none does.
  static func fitting<Size>(
    _ sizes: [Size], _ language: Language, write: (Size, Language) -> Paper
  ) -> Paper {
    var paper = Paper(title: "")
    for size in sizes {
      let papers = Language.allCases.map { ($0, write(size, $0)) }
      if let own = papers.first(where: { $0.0 == language }) { paper = own.1 }
      if papers.allSatisfy({ $0.1.printedLines <= twoPages }) { break }
    }
    return paper
  }

  /// A text of any length within some signs; longer ones end in `…`.
  static func cut(_ text: String, _ length: Int) -> String {
    text.count <= length ? text : text.prefix(length - 1) + "…"
  }

  /// What the parties sign, and what a signature means.
  ///
  /// - Parameters:
  ///   - subject: What they need not agree with, in the definite form.
  ///   - full: Says what the command makes.
  ///   - version: Of this program, where the paper does not tell it elsewhere.
  static func signatures(
    _ language: Language, of subject: Localized, full: Localized, command: String,
    version: String? = nil
  ) -> Section {
    func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }
    let made = version.map {
      Item(lead: say("Laget med:", "Made with:"), text: "fatigue \($0)")
    }
    return Section(
      heading: say("Underskrift", "Signatures"),
      blocks: [
        .paragraph(
          say(
            """
            Underskrift betyr at parten har sett dette grunnlaget, ikke at parten er enig i det eller \
            i \(subject.nb).
            """,
            """
            A signature means that the party has seen this paper, not that it agrees with the paper \
            or with \(subject.en).
            """)),
        .signatures(
          head: [
            say("Part", "Party"), say("Dato", "Date"),
            say("Navn og underskrift", "Name and signature"),
          ],
          parties: [say("Arbeidsgiver", "Employer"), say("Tillitsvalgte", "Representatives")]),
        .list(
          [
            Item(lead: full[language], text: "", code: cut(command, 200)),
            Item(
              lead: say("En regel med kilder:", "A rule with its sources:"), text: "",
              code: say("fatigue explain REGEL", "fatigue explain RULE")),
          ] + [made].compactMap(\.self)),
      ])
  }
}

// MARK: Length

extension Paper {
  /// Signs on a printed line, and lines on two pages of A4. Measured by `Tests/checks/check_paper.py`:
  /// a page takes 75 such lines as Markdown and 87 as HTML, with a wide typeface.
  static let (lineSigns, twoPages) = (104, 140)

  /// Lines that the paper takes in print, a little too many rather than too few.
  var printedLines: Int {
    var lines = 3.0
    for section in sections {
      if section.heading != nil { lines += 2.4 }
      for block in section.blocks { lines += Self.lines(block) }
    }
    return Int(lines.rounded(.up))
  }

  private static func lines(_ block: Block) -> Double {
    switch block {
    case .paragraph(let text): Double(lines(text.count, lineSigns)) + 0.5
    case .list(let items), .numbered(let items):
      items.reduce(0.5) { sum, item in
        sum + Double(lines(item.lead.count + item.text.count + item.code.count + 2, lineSigns - 4))
      }
    case .table(let table):
      table.rows.reduce(1.8) { sum, row in
        let cells = zip(row.cells, table.widths).map { text, width in
          row.isHead ? 1 : lines(text.count, max(6, lineSigns * width / 100 - 3))
        }
        return sum + Double(cells.max() ?? 1) + 0.25
      }
    case .signatures(_, let parties): 1.8 + Double(parties.count) * 1.9
    }
  }

  private static func lines(_ signs: Int, _ width: Int) -> Int {
    max(1, (signs + width - 1) / width)
  }
}

// MARK: Markdown

extension Paper {
  var markdown: String {
    var text = "# \(MarkdownText.escaped(title))\n"
    for section in sections {
      if let heading = section.heading { text += "\n## \(MarkdownText.escaped(heading))\n" }
      for block in section.blocks { text += "\n" + Self.markdown(block) }
    }
    return text
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .paragraph(let text): return MarkdownText.escaped(text) + "\n"
    case .list(let items): return items.map { "- \(markdown($0))\n" }.joined()
    case .numbered(let items):
      return items.enumerated().map { "\($0 + 1). \(markdown($1))\n" }.joined()
    case .table(let table):
      let rows = table.rows.map { row in
        MarkdownText.row(
          row.cells.map { text in
            let cell = MarkdownText.escaped(text)
            return row.isHead && !cell.isEmpty ? "**\(cell)**" : cell
          })
      }
      return MarkdownText.head(table.head.map { MarkdownText.escaped($0) }) + rows.joined()
    case .signatures(let head, let parties):
      return MarkdownText.head(head)
        + parties.map { MarkdownText.row([$0] + head.dropFirst().map { _ in "&nbsp;" }) }.joined()
    }
  }

  private static func markdown(_ item: Item) -> String {
    let parts = [
      item.lead.isEmpty ? "" : "**\(MarkdownText.escaped(item.lead))**",
      MarkdownText.escaped(item.text), item.code.isEmpty ? "" : code(item.code),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// In a code span nothing is escaped; what would end it is taken out.
  private static func code(_ text: String) -> String {
    "`\(ControlCharacters.escape(text).replacing("`", with: "'"))`"
  }
}
