import FatigueCore

/// `follow-up -f text`: the phases side by side, then each course as a run chart with what the rules see
/// in it.
struct FollowUpText {
  private let followUp: FollowUp
  private let words: FollowUpWords
  private let terminal: Terminal
  private var lines: [String] = []

  static func text(_ followUp: FollowUp, _ terminal: Terminal) -> String {
    var text = FollowUpText(
      followUp: followUp, words: FollowUpWords(followUp, terminal.language), terminal: terminal)
    text.head()
    text.table()
    for section in text.words.sections {
      for series in section.series { text.series(series, section.title) }
    }
    text.blank()
    for caveat in text.words.caveats { text.prose(caveat) }
    return text.lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  private init(followUp: FollowUp, words: FollowUpWords, terminal: Terminal) {
    self.followUp = followUp
    self.words = words
    self.terminal = terminal
  }

  private var width: Int { min(terminal.width, TextReport.proseWidth) }

  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  private mutating func blank() { lines.append("") }

  private mutating func prose(_ text: String, indent: Int = 0) {
    let blanks = String(repeating: " ", count: indent)
    lines += Wrapping.lines(terminal.shown(text), width: width - indent).map { blanks + $0 }
  }

  private mutating func item(_ text: String) {
    let parts = Wrapping.lines(terminal.shown(text), width: width - 4)
    for (index, part) in parts.enumerated() { lines.append((index == 0 ? "  - " : "    ") + part) }
  }

  private mutating func head() {
    lines.append(terminal.styled(terminal.shown(words.title), .bold))
    for premise in words.premises { prose(premise) }
    blank()
  }

  // MARK: The table

  private static let cell = 8
  private static let sparkline = 12

  /// One line for each measure; in a narrow terminal the values stand below their name.
  private mutating func table() {
    let phases = [FollowUpPhase.baseline] + FollowUpPhase.followUps
    let isNarrow = width < 72
    let room = width - phases.count * Self.cell - Self.sparkline - 2
    let name = isNarrow ? 2 : room
    let heads = phases.map { terminal.text(Self.head($0)) }
    lines.append(
      String(repeating: " ", count: name)
        + heads.map { Wrapping.rightAligned($0, Self.cell) }.joined()
        + (isNarrow ? "" : "  " + say("forløp", "course")))
    for section in words.sections {
      lines.append(terminal.styled(terminal.shown(section.title), .bold))
      for series in section.series {
        let title = terminal.quoted(words.name(series))
        let cells = FollowUpTable.cells(series, words)
          .map { Wrapping.rightAligned(terminal.shown($0), Self.cell) }.joined()
        let line = terminal.shown(
          Sparkline.text(series, most: Self.sparkline, ascii: terminal.ascii))
        if isNarrow {
          prose(title, indent: 2)
          lines.append(String(repeating: " ", count: name) + cells)
        } else {
          let cut = TextWidth.cut(title, cells: name - 3, more: terminal.more)
          lines.append(Wrapping.padded("  " + cut, name) + cells + "  " + line)
        }
      }
    }
  }

  /// Short enough for a column.
  private static func head(_ phase: FollowUpPhase) -> Localized {
    phase == .weeks8to12
      ? Localized(nb: "8–12 u", en: "8–12 w")
      : phase == .months3
        ? Localized(nb: "3 md", en: "3 mo")
        : phase == .months6 ? Localized(nb: "6 md", en: "6 mo") : phase.title
  }

  // MARK: One course

  private mutating func series(_ series: FollowUp.Series, _ section: String) {
    blank()
    let name = "\(section): \(words.name(series))"
    let title = terminal.quoted(series.source == .outcome ? words.name(series) : name)
    lines += Wrapping.lines(title, width: width).map { terminal.styled($0, .bold) }
    prose(words.unit(series))
    lines +=
      RunChartText(
        series: series, change: followUp.settings.change, words: words, terminal: terminal,
        width: width
      ).lines
    for text in words.findings(series) { item(text) }
    for comparison in series.comparisons { item(words.sentence(comparison, series)) }
  }
}
