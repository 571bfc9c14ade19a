import FatigueCore

/// What a measure is, how sure research is of it, and what the workplace does for it.
extension RulePage {
  mutating func measure(_ measure: Measure) {
    heading("\(measure.id): \(terminal.text(measure.title))")
    prose(MeasureWords.levels(measure.levels, terminal.language).folded(terminal))
    section(say("Hva det er", "What it is"))
    prose(terminal.text(measure.text))
    section(say("Når turnusen taler for det", "When the roster points to it"))
    for occasion in measure.occasions { item(terminal.text(occasion.title)) }
    if let partner = measure.partner {
      section(say("Hva arbeidsplassen gjør", "What the workplace does"))
      prose(terminal.text(partner))
    }
    section(say("Hva forskningen sier", "What research says"))
    for evidence in measure.evidence {
      item(MeasureWords.evidence(evidence, terminal.language).folded(terminal))
      item(MeasureWords.source(evidence, terminal.language).folded(terminal), marked: false)
    }
    prose(MeasureWords.grades(terminal.language).folded(terminal))
  }
}

extension RuleMarkdown {
  static func page(_ measure: Measure, _ language: Language) -> String {
    func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }
    var text = "# \(measure.id): \(measure.title[language])\n\n"
    text += "\(MeasureWords.levels(measure.levels, language))\n\n\(measure.text[language])\n\n"
    text += "## \(say("Når turnusen taler for det", "When the roster points to it"))\n\n"
    for occasion in measure.occasions { text += "- \(occasion.title[language])\n" }
    if let partner = measure.partner {
      text += "\n## \(say("Hva arbeidsplassen gjør", "What the workplace does"))\n\n"
      text += "\(partner[language])\n"
    }
    text += "\n## \(say("Hva forskningen sier", "What research says"))\n\n"
    for evidence in measure.evidence {
      text += "- \(MeasureWords.evidence(evidence, language)) "
      text += "\(MeasureWords.source(evidence, language))\n"
    }
    return text + "\n\(MeasureWords.grades(language))\n"
  }
}

/// Words of measures that every page shares.
enum MeasureWords {
  /// `Nivå: individ, gruppe`
  static func levels(_ levels: [MeasureLevel], _ language: Language) -> String {
    let names = levels.map { $0.title[language] }.joined(separator: ", ")
    return Localized(nb: "Nivå: \(names)", en: "Level: \(names)")[language]
  }

  /// `hvil på nattevakt: … Grad B, forsøk med blandede funn.`
  static func evidence(_ evidence: MeasureEvidence, _ language: Language) -> String {
    let unknown = Localized(
      nb: "ingen tallfestet virkning vi stoler på", en: "no effect size that we trust")
    let effect = (evidence.effect ?? unknown)[language]
    let against = Localized(nb: "taler imot", en: "speaks against")[language]
    let grade = Localized(nb: "Grad", en: "Grade")[language]
    return "\(evidence.part[language]): \(effect). \(grade) \(evidence.grade.rawValue), "
      + evidence.grade.title[language] + (evidence.speaksAgainst ? ", \(against)." : ".")
  }

  static func source(_ evidence: MeasureEvidence, _ language: Language) -> String {
    "\(evidence.source.text[language]) (\(evidence.source.trust.title[language]))"
  }

  /// What the letters mean.
  static func grades(_ language: Language) -> String {
    let grades: [EvidenceGrade] = [.a, .b, .c, .d]
    let list = grades.map { "\($0.rawValue) \($0.title[language])" }.joined(separator: ", ")
    return Localized(nb: "Grader: \(list).", en: "Grades: \(list).")[language]
  }
}
