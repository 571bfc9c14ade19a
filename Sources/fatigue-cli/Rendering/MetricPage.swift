import FatigueCore

/// What a metric is: what it counts, in what, and where reports have it.
extension RulePage {
  static func text(_ metric: Metric, _ terminal: Terminal) -> String {
    var page = RulePage(terminal: terminal)
    page.heading("\(metric.id): \(terminal.text(metric.title))")
    page.prose(terminal.text(metric.definition))
    page.section(page.say("Enhet", "Unit"))
    page.prose(terminal.text(metric.unit))
    page.section(page.say("Hvor det står", "Where it stands"))
    page.prose(terminal.text(MetricPlaces.text(metric)))
    return page.joined
  }
}

extension RuleMarkdown {
  static func page(_ metric: Metric, _ language: Language) -> String {
    func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }
    var text = "# \(metric.id): \(metric.title[language])\n\n\(metric.definition[language])\n\n"
    text += "\(say("Enhet", "Unit")): \(metric.unit[language])\n\n"
    return text + "\(MetricPlaces.text(metric)[language])\n"
  }
}

private enum MetricPlaces {
  static func text(_ metric: Metric) -> Localized {
    Localized(
      nb: "-f json: employees[].metrics.\(metric.id); -f csv: kolonnen \(metric.column)",
      en: "-f json: employees[].metrics.\(metric.id); -f csv: the column \(metric.column)")
  }
}
