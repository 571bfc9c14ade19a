import FatigueCore

/// Rules as Markdown, for `docs/` and for the meeting.
enum RuleMarkdown {
  /// One page per rule.
  static func page(_ rule: Rule, _ language: Language) -> String {
    func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }
    var text = "# \(rule.id): \(rule.title[language])\n\n"
    text += "\(rule.lane.title[language]), \(rule.section[language])\n\n"
    text += "## \(say("Hva som prøves", "What is tested"))\n\n\(rule.test[language])\n\n"
    if let reason = rule.standing.reason {
      text +=
        "## \(say("Ikke i bruk uten videre", "Not in use by itself"))\n\n\(reason[language])\n\n"
    }
    if rule.isMeasure {
      let figures = say(
        "Gir tall i rapporten, ikke funn.", "Gives figures in the report, not findings.")
      text += "\(figures)\n\n"
    }
    if !rule.inputs.isEmpty {
      text += "## \(say("Trenger å vite", "Needs to know"))\n\n"
      for input in rule.inputs {
        text += "- \(input.title[language]): `\(input.place[language])`\n"
      }
      text += "\n"
    }
    if !rule.limits.isEmpty {
      text += "## \(say("Grenser", "Limits"))\n\n"
      for limit in rule.limits { text += "- \(LimitText.line(limit, language))\n" }
      for limit in rule.limits {
        for reach in limit.reach { text += "- \(LimitText.line(reach, of: limit, language))\n" }
      }
      text += "\n"
    }
    if let from = rule.inForce.from {
      text += "\(say("Gjelder fra", "In force from")) \(from.iso).\n\n"
    }
    text += "## \(say("Hvorfor", "Why"))\n\n\(rule.why[language])\n\n"
    if let deviation = rule.deviation {
      text +=
        "## \(say("Hvem kan avtale noe annet", "Who may agree otherwise"))\n\n\(deviation[language])\n\n"
    }
    text += "## \(say("Hva som kan gjøres", "What can be done"))\n\n"
    for remedy in rule.remedies {
      text += "- \(remedy.text[language]) (\(remedy.level.title[language]))\n"
    }
    if !rule.examples.isEmpty { text += "\n## \(say("Eksempler", "Examples"))\n\n" }
    if !rule.examples.isEmpty, let premise = rule.premises.text {
      text += "\(say("Forutsatt at", "Given that")) \(premise.clause[language]):\n\n"
    }
    for example in rule.examples {
      let verdict =
        example.flagsSomething
        ? say("gir funn der pilen står", "gives a finding at the arrow")
        : say("gir ikke funn", "gives no finding")
      text += "- `\(example.text)`: \(verdict)\n"
    }
    text += "\n## \(say("Kilder", "Sources"))\n\n"
    for source in rule.sources {
      let name = source.url.map { "[\(source.text[language])](\($0))" } ?? source.text[language]
      text += "- \(name) (\(source.trust.title[language]))\n"
    }
    return text
  }

  static func page(_ code: DiagnosticCode, _ language: Language) -> String {
    "# \(code.id): \(code.title[language])\n\n\(code.explanation[language])\n"
  }

  /// A table of all rules.
  static func table(_ rules: [Rule], _ language: Language) -> String {
    func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }
    var text =
      "| \(say("Regel", "Rule")) | \(say("Spor", "Lane")) | \(say("Tittel", "Title")) | "
      + "\(say("Grunnlag", "Basis")) | \(say("Grense", "Limit")) |\n|---|---|---|---|---|\n"
    for rule in rules {
      let limits = rule.limits.map { LimitText.line($0, language) }.joined(separator: "<br>")
      text +=
        "| \(rule.id) | \(rule.lane.title[language]) | \(rule.title[language]) | "
        + "\(rule.section[language]) | \(limits) |\n"
    }
    return text
  }
}

extension Localized {
  /// A sentence as a part of another: without a capital letter and a point.
  var clause: Localized {
    func part(_ text: String) -> String {
      let body = text.hasSuffix(".") ? String(text.dropLast()) : text
      return body.prefix(1).lowercased() + body.dropFirst()
    }
    return Localized(nb: part(nb), en: part(en))
  }
}
