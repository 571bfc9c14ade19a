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
    var section = Section(report: report, language: language)
    section.write(id)
    return section.html.takeBytes()
  }

  private struct Section {
    let report: PlanReport
    let language: Language
    var html = HTMLWriter()

    private var roster: Roster { report.roster }

    private func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }

    mutating func write(_ id: String) {
      html.raw("<section id=\"\(id)\" aria-labelledby=\"\(id)-title\">\n")
      html.raw("<h2 id=\"\(id)-title\">")
      html.text(say("Netter", "Nights"))
      html.raw("</h2>\n")
      html.element("p", Caution.notMedical.text[language])
      if let unread = PlanWords.unread(report.reading.diagnostics.errors) {
        html.element("p", unread[language], class: "alert")
      }
      organisation()
      measures()
      naps()
      html.raw("</section>\n")
    }

    private mutating func organisation() {
      html.element("h3", say("Det turnusen viser", "What the roster shows"))
      html.raw("<ul>\n")
      if let change = report.fewer.together {
        html.element("li", PlanWords.fewerNights(change, report.fewer.changes.count)[language])
      }
      for entry in report.structural() {
        html.raw("<li>")
        html.text("\(entry.worst.sign) \(entry.worst.title[language]) ")
        html.element("code", entry.rule.id)
        html.text(
          " (\(entry.count)) \(entry.rule.title[language]): "
            + "\(entry.remedy.text[language]) (\(entry.remedy.level.title[language]))")
        html.raw("</li>\n")
      }
      html.raw("</ul>\n")
    }

    private mutating func measures() {
      html.element("h3", say("Det arbeidsplassen kan gjøre", "What the workplace can do"))
      table(
        say(
          "Tiltak som turnusen taler for, og som kan tilbys uansett",
          "Measures that the roster points to, and that may be offered whatever it shows"),
        [
          say("Tiltak", "Measure"), say("Grad", "Grade"), say("Nivå", "Level"),
          say("Arbeidsplassen gjør", "The workplace does"), say("Fordi", "Because"),
        ])
      for suggestion in report.suggestions {
        let measure = suggestion.measure
        row([
          measure.title[language], measure.grade.rawValue,
          AdviceText.levels(measure.levels)[language], (measure.partner ?? measure.text)[language],
          "\(suggestion.occasion.title[language]) (\(suggestion.count))",
        ])
      }
      for offer in MeasureSuggestion.offers {
        row([
          offer.title[language], offer.grade.rawValue, AdviceText.levels(offer.levels)[language],
          (offer.partner ?? offer.text)[language], offer.occasions.first?.title[language] ?? "",
        ])
      }
      html.raw("</tbody></table></div>\n")
    }

    private mutating func naps() {
      let nights = report.plan.nights
      guard !nights.isEmpty else { return }
      html.element(
        "h3", say("Hvil på vakt, fordelt uten navn", "Naps on duty, shared without names"))
      html.element("p", Caution.napAgreement.text[language])
      table(
        say("Hvil for hver natt", "Naps of each night"),
        [
          say("Natt", "Night"), say("Enhet", "Unit"), say("På vakt", "On duty"),
          say("Om gangen", "At a time"), say("Hvil", "Naps"), say("Uten", "Without"),
        ])
      for night in nights.prefix(PlanHTML.shownNights) {
        let naps = night.napsByRole.map { AdviceText.span($0, roster)[language] }
        let without = night.reasonsLeftOut
        var reasons: [String] = []
        for reason in without.map(\.text[language]) where reasons.last != reason {
          reasons.append(reason)
        }
        row([
          night.date.text[language], roster.units[Int(night.unit)], "\(night.capacity.staff)",
          "\(night.capacity.together)", naps.joined(separator: ", "),
          (["\(without.count)"] + reasons).joined(separator: ". "),
        ])
      }
      html.raw("</tbody></table></div>\n")
      let rest = nights.count - min(nights.count, PlanHTML.shownNights)
      if rest > 0 {
        html.element("p", say("\(rest) netter til i JSON.", "\(rest) nights more in JSON."))
      }
    }

    private mutating func table(_ caption: String, _ heads: [String]) {
      html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
      html.attribute("aria-label", caption)
      html.raw("><table class=\"tab rows\">")
      html.element("caption", caption)
      html.raw("<thead><tr>")
      for head in heads {
        html.raw("<th scope=\"col\">")
        html.text(head)
        html.raw("</th>")
      }
      html.raw("</tr></thead><tbody>\n")
    }

    private mutating func row(_ cells: [String]) {
      html.raw("<tr>")
      for (index, cell) in cells.enumerated() {
        html.raw(index == 0 ? "<th scope=\"row\">" : "<td>")
        html.text(cell)
        html.raw(index == 0 ? "</th>" : "</td>")
      }
      html.raw("</tr>\n")
    }
  }
}
