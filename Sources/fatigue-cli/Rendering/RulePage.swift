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

  static func text(_ measure: Measure, _ terminal: Terminal) -> String {
    var page = RulePage(terminal: terminal)
    page.measure(measure)
    return page.joined
  }

  init(terminal: Terminal) { self.terminal = terminal }

  var joined: String { lines.map(\.trimmedAtEnd).joined(separator: "\n") + "\n" }

  func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  mutating func heading(_ text: String) {
    let parts = Wrapping.lines(text, width: width)
    lines += parts.map { terminal.styled($0, .bold) }
  }

  mutating func prose(_ text: String, indent: Int = 2) {
    lines += Wrapping.lines(text, width: width - indent)
      .map { String(repeating: " ", count: indent) + $0 }
  }

  /// - Parameter marked: false for what belongs to the item above.
  mutating func item(_ text: String, marked: Bool = true) {
    for (i, part) in Wrapping.lines(text, width: width - 4).enumerated() {
      lines.append((i == 0 && marked ? "  - " : "    ") + part)
    }
  }

  mutating func section(_ title: String) {
    lines += ["", terminal.styled(title, .bold)]
  }

  private mutating func rule(_ rule: Rule) {
    heading("\(rule.id): \(terminal.text(rule.title))")
    prose("\(terminal.text(rule.lane.title)), \(terminal.text(rule.section))")
    section(say("Hva som prøves", "What is tested"))
    prose(terminal.text(rule.test))
    if let reason = rule.standing.reason {
      section(say("Ikke i bruk uten videre", "Not in use by itself"))
      prose(terminal.text(reason))
    }
    if rule.isMeasure {
      section(say("Et mål", "A measure"))
      prose(
        say("Gir tall i rapporten, ikke funn.", "Gives figures in the report, not findings."))
    }
    if !rule.inputs.isEmpty {
      section(say("Trenger å vite", "Needs to know"))
      for input in rule.inputs {
        item("\(terminal.text(input.title)) (\(terminal.text(input.place)))")
      }
    }
    if !rule.limits.isEmpty {
      section(say("Grenser", "Limits"))
      for limit in rule.limits { item(LimitText.line(limit, terminal.language).folded(terminal)) }
    }
    let reaches = rule.limits.flatMap { limit in
      limit.reach.map { LimitText.line($0, of: limit, terminal.language) }
    }
    if !reaches.isEmpty {
      section(say("Hvor langt avtaler rekker", "How far agreements reach"))
      for reach in reaches { item(reach.folded(terminal)) }
    }
    if rule.isFloor {
      item(
        say(
          "Et gulv i loven: kan ikke fravikes i fatigue.toml.",
          "A statutory floor: cannot be waived in fatigue.toml."))
    }
    if let from = rule.inForce.from {
      section(say("Gjelder fra", "In force from"))
      prose(from.iso)
    }
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
    if !rule.examples.isEmpty { section(say("Eksempler", "Examples")) }
    if !rule.examples.isEmpty, let premise = rule.premises.text {
      prose(say("Forutsatt at ", "Given that ") + terminal.text(premise.clause) + ":")
    }
    for example in rule.examples {
      let verdict =
        example.flagsSomething
        ? say("gir funn der pilen står", "gives a finding at the arrow")
        : say("gir ikke funn", "gives no finding")
      let strip =
        terminal.ascii ? example.text.map { $0 == "↓" ? ">" : String($0) }.joined() : example.text
      item("\(strip)   \(verdict)")
    }
    if rule.examples.contains(where: { $0.text.contains(where: \.isUppercase) }) {
      prose(
        say(
          "D 07:30–15:30, A 15:00–22:30, N 22:15–07:45, L 07:30–20:00, - fri; ett felt per dag fra mandag",
          "D 07:30–15:30, A 15:00–22:30, N 22:15–07:45, L 07:30–20:00, - off; one field per day from a Monday"
        ))
    }
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
  /// How far agreements of one level may move a limit.
  static func line(_ reach: AgreementReach, of limit: Limit, _ language: Language) -> String {
    let end =
      switch reach.end {
      case .to(let value): MeasureText.value(value, limit.unit)
      case .free: Localized(nb: "fritt", en: "freely")
      }
    let to =
      switch reach.end {
      case .to: Localized(nb: "til ", en: "to ")
      case .free: Localized(same: "")
      }
    return "\(reach.level.name), \(reach.level.title[language]): \(limit.title[language]) "
      + to[language] + end[language]
  }

  static func line(_ limit: Limit, _ language: Language) -> String {
    if limit.isParameter {
      let usual = Localized(nb: "vanlig", en: "default")[language]
      let value = MeasureText.value(limit.standard, limit.unit)[language]
      return "\(limit.title[language]): \(usual) \(value) (\(limit.id))"
    }
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
