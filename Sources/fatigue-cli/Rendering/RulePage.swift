import FatigueCore

/// Everything about one rule or diagnostic: what `explain` prints, and what `docs/rules` is made of.
struct RulePage {
  let terminal: Terminal
  private(set) var lines: [String] = []
  private var width: Int { min(terminal.width, TextReport.proseWidth) }

  static func text(_ rule: Rule, _ terminal: Terminal) -> String {
    var page = RulePage(terminal: terminal)
    page.rule(rule)
    return page.joined
  }

  static func text(_ code: DiagnosticCode, _ terminal: Terminal) -> String {
    var page = RulePage(terminal: terminal)
    page.heading("\(code.id): \(terminal.text(code.title))")
    page.prose(terminal.text(code.explanation))
    return page.joined
  }

  private init(terminal: Terminal) { self.terminal = terminal }

  private var joined: String { lines.map(\.trimmedAtEnd).joined(separator: "\n") + "\n" }

  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  private mutating func heading(_ text: String) {
    let parts = Wrapping.lines(text, width: width)
    lines += parts.map { terminal.styled($0, .bold) }
  }

  private mutating func prose(_ text: String, indent: Int = 2) {
    lines += Wrapping.lines(text, width: width - indent)
      .map { String(repeating: " ", count: indent) + $0 }
  }

  private mutating func item(_ text: String) {
    for (i, part) in Wrapping.lines(text, width: width - 4).enumerated() {
      lines.append((i == 0 ? "  - " : "    ") + part)
    }
  }

  private mutating func section(_ title: String) {
    lines += ["", terminal.styled(title, .bold)]
  }

  private mutating func rule(_ rule: Rule) {
    heading("\(rule.id): \(terminal.text(rule.title))")
    prose("\(terminal.text(rule.lane.title)), \(terminal.text(rule.section))")
    section(say("Hva som prøves", "What is tested"))
    prose(terminal.text(rule.test))
    section(say("Grenser", "Limits"))
    for limit in rule.limits { item(LimitText.line(limit, terminal.language).folded(terminal)) }
    section(say("Hvorfor", "Why"))
    prose(terminal.text(rule.why))
    if let deviation = rule.deviation {
      section(say("Hvem kan avtale noe annet", "Who may agree otherwise"))
      prose(terminal.text(deviation))
    }
    section(say("Hva som kan gjøres", "What can be done"))
    for remedy in rule.remedies {
      item("\(terminal.text(remedy.text)) (\(terminal.text(remedy.level.title)))")
    }
    section(say("Eksempler", "Examples"))
    for example in rule.examples {
      let verdict =
        example.flagsSomething
        ? say("gir funn der pilen står", "gives a finding at the arrow")
        : say("gir ikke funn", "gives no finding")
      let strip =
        terminal.ascii ? example.text.map { $0 == "↓" ? ">" : String($0) }.joined() : example.text
      item("\(strip)   \(verdict)")
    }
    prose(
      say(
        "D 07:30–15:30, A 15:00–22:30, N 22:15–07:45, L 07:30–20:00, - fri; ett felt per dag fra mandag",
        "D 07:30–15:30, A 15:00–22:30, N 22:15–07:45, L 07:30–20:00, - off; one field per day from a Monday"
      ))
    section(say("Kilder", "Sources"))
    for source in rule.sources {
      item("\(terminal.text(source.text)) (\(terminal.text(source.trust.title)))")
      // An address is one word: it is never broken.
      if let url = source.url { lines.append("    " + url) }
    }
  }
}

/// A limit in one line.
enum LimitText {
  static func line(_ limit: Limit, _ language: Language) -> String {
    let word =
      switch limit.relation {
      case .atLeast: Localized(nb: "minst", en: "at least")
      case .atMost: Localized(nb: "høyst", en: "at most")
      case .below: Localized(nb: "under", en: "under")
      case .above: Localized(nb: "over", en: "over")
      }
    let value = MeasureText.value(limit.standard, limit.unit)
    var text = "\(limit.title[language]): \(word[language]) \(value[language]) (\(limit.id))"
    if let floor = limit.floor, floor != limit.standard {
      let end = MeasureText.value(floor, limit.unit)
      let reach = Localized(nb: "lokal avtale rekker til", en: "a local agreement reaches to")
      text += "; \(reach[language]) \(end[language])"
    }
    return text
  }
}

extension String {
  /// As the terminal can show it.
  func folded(_ terminal: Terminal) -> String { terminal.shown(self) }
}
