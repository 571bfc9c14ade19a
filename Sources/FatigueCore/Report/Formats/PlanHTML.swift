/// The ward's part of a plan as a section of an HTML page: no styles, scripts or names of its own, so that
/// any page may hold it.
public enum PlanHTML {
  /// Nights shown; the rest stand in JSON.
  private static let shownNights = 42

  /// A `section` whose heading is an `h2`.
  ///
  /// - Parameter id: of the section, for links on the page; letters, digits and `-`.
  public static func section(
    _ report: PlanReport, _ language: Language, id: String = "nights"
  ) -> [UInt8] {
    var page = Page(report: report, language: language)
    page.section(id)
    return Array(page.text.utf8)
  }

  private struct Page {
    let report: PlanReport
    let language: Language
    var text = ""

    private var roster: Roster { report.roster }

    private func say(_ nb: String, _ en: String) -> String {
      Self.escaped(Localized(nb: nb, en: en)[language])
    }

    private func said(_ text: Localized) -> String { Self.escaped(text[language]) }

    /// Inert in text and in attributes.
    private static func escaped(_ text: String) -> String {
      var result = ""
      for scalar in ControlCharacters.escape(text).unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result
    }

    private mutating func element(_ name: String, _ content: String) {
      text += "<\(name)>\(content)</\(name)>\n"
    }

    mutating func section(_ id: String) {
      text += "<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n"
      text += "<h2 id=\"\(id)-title\">\(say("Netter", "Nights"))</h2>\n"
      element("p", said(Caution.notMedical.text))
      organisation()
      measures()
      naps()
      text += "</section>\n"
    }

    private mutating func organisation() {
      element("h3", say("Det turnusen viser", "What the roster shows"))
      text += "<ul>\n"
      if let change = report.fewer.together {
        element(
          "li", Self.escaped(PlanWords.fewerNights(change, report.fewer.changes.count)[language]))
      }
      for entry in report.structural() {
        element(
          "li",
          "<code>\(Self.escaped(entry.rule.id))</code> (\(entry.count)) \(said(entry.rule.title)): "
            + "\(said(entry.remedy.text)) (\(said(entry.remedy.level.title)))")
      }
      text += "</ul>\n"
    }

    private mutating func measures() {
      element("h3", say("Det arbeidsplassen kan gjøre", "What the workplace can do"))
      table(
        say("Tiltak som turnusen taler for", "Measures that the roster points to"),
        [
          say("Tiltak", "Measure"), say("Grad", "Grade"), say("Nivå", "Level"),
          say("Arbeidsplassen gjør", "The workplace does"), say("Fordi", "Because"),
        ])
      for suggestion in report.suggestions {
        let measure = suggestion.measure
        row([
          said(measure.title), measure.grade.rawValue, said(AdviceText.levels(measure.levels)),
          said(measure.partner ?? measure.text),
          "\(said(suggestion.occasion.title)) (\(suggestion.count))",
        ])
      }
      text += "</tbody></table></div>\n"
    }

    private mutating func naps() {
      let nights = report.plan.nights
      guard !nights.isEmpty else { return }
      element("h3", say("Hvil på vakt, fordelt uten navn", "Naps on duty, shared without names"))
      element("p", said(Caution.napAgreement.text))
      table(
        say("Hvil for hver natt", "Naps of each night"),
        [
          say("Natt", "Night"), say("Enhet", "Unit"), say("På vakt", "On duty"),
          say("Om gangen", "At a time"), say("Hvil", "Naps"), say("Uten", "Without"),
        ])
      for night in nights.prefix(Self.shown) {
        let naps = night.napsByRole.map {
          "\(AdviceText.clock($0.start, roster))–\(AdviceText.clock($0.end, roster))"
        }
        row([
          said(night.date.text), Self.escaped(roster.units[Int(night.unit)]),
          "\(night.capacity.staff)", "\(night.capacity.together)",
          naps.joined(separator: ", "), "\(night.reasonsLeftOut.count)",
        ])
      }
      text += "</tbody></table></div>\n"
      let rest = nights.count - min(nights.count, Self.shown)
      if rest > 0 {
        element("p", say("\(rest) netter til i JSON.", "\(rest) nights more in JSON."))
      }
    }

    private static let shown = PlanHTML.shownNights

    private mutating func table(_ caption: String, _ heads: [String]) {
      text += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">"
      text += "<table class=\"tab rows\"><caption>\(caption)</caption><thead><tr>"
      for head in heads { text += "<th scope=\"col\">\(head)</th>" }
      text += "</tr></thead><tbody>\n"
    }

    private mutating func row(_ cells: [String]) {
      text += "<tr>"
      for (index, cell) in cells.enumerated() {
        text += index == 0 ? "<th scope=\"row\">\(cell)</th>" : "<td>\(cell)</td>"
      }
      text += "</tr>\n"
    }
  }
}
