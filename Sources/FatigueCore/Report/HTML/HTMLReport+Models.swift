/// How sure the predictions are, and what was recorded instead of predicted.
extension HTMLReport {
  mutating func models() {
    html.raw("<section id=\"models\" aria-labelledby=\"h-models\"><h2 id=\"h-models\">")
    html.text(say("Usikkerhet", "Uncertainty"))
    html.raw("</h2>\n")
    let settings = report.analysis.settings
    html.element(
      "p",
      say(
        """
        Søvn og søvnighet er predikert fra planen med modellen \(settings.model.id), for \
        gjennomsnittspersonen; ± 0,84 KSS skiller mellom personer. Tallene gjelder grupper. De sier \
        ikke om en person er skikket for en vakt.
        """,
        """
        Sleep and sleepiness are predicted from the plan with the model \(settings.model.id), for the \
        average person; ± 0.84 KSS parts one person from another. The figures are about groups. They \
        do not say whether a person is fit for a duty.
        """))
    for paragraph in ModelRemarks(report)?.paragraphs ?? [] { html.element("p", say(paragraph)) }
    recordedSleep()
    html.raw("</section>\n")
  }

  private mutating func recordedSleep() {
    guard !report.sleep.isEmpty else { return }
    html.element("h3", say("Registrert søvn mot predikert", "Recorded sleep beside predicted"))
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"cap-sleep\">")
    html.raw("<table class=\"tab\"><caption id=\"cap-sleep\">")
    html.text(
      say(
        "Der det finnes søvnlogg, er søvnigheten regnet av den; ellers av predikert søvn.",
        "Where there is a sleep log, sleepiness is computed from it; elsewhere from predicted sleep."
      ))
    html.raw("</caption><thead><tr>")
    for heading in [
      say("Ansatt", "Employee"), say("Døgn med logg", "Days with a log"),
      say("Søvn registrert, t", "Sleep recorded, h"),
      say("Søvn predikert, t", "Sleep predicted, h"),
      say("Verste vakt, KSS av logg", "Worst duty, KSS by log"),
      say("KSS predikert", "KSS predicted"),
    ] {
      html.raw("<th scope=\"col\">")
      html.text(heading)
      html.raw("</th>")
    }
    html.raw("</tr></thead><tbody>\n")
    for entry in report.sleep {
      html.raw("<tr><th scope=\"row\">")
      person(entry.person)
      html.raw("</th>")
      let duty = entry.worstDuty
      for value in [
        decimal(Int(entry.coveredSeconds / 864)), decimal(Int(entry.recordedSeconds / 36)),
        decimal(Int(entry.predictedSeconds / 36)), duty.map { rating($0.recordedPeak) } ?? "–",
        duty.map { rating($0.predictedPeak) } ?? "–",
      ] {
        html.raw("<td>")
        html.text(value)
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div>\n")
  }
}
