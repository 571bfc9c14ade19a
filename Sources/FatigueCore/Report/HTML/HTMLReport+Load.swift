/// Nights, rotation and rest of everybody, with the limits in the first row, and how the load is spread.
extension HTMLReport {
  mutating func load() {
    guard report.totals.shifts > 0 else { return }
    html.raw("<section id=\"load\" class=\"brk\" aria-labelledby=\"h-load\"><h2 id=\"h-load\">")
    html.text(say("Netter, rotasjon og hvile", "Nights, rotation and rest"))
    html.raw("</h2>\n")
    loadTable()
    spread()
    html.raw("</section>\n")
  }

  /// A column: its heading, the limit that applies, and a person's value.
  private struct Column {
    var title: Localized
    var limit: Localized?
    var value: (PersonMetrics) -> Localized
    /// Whether a value is past the limit.
    var isPast: (PersonMetrics) -> Bool = { _ in false }
  }

  private var columns: [Column] {
    let limits = report.analysis.settings.limits
    let (run, rest) = (limits[ConsecutiveNights.most], limits[DailyRest.minimum])
    let kss = limits[PeakSleepiness.orange]
    return [
      Column(
        title: Localized(nb: "Vakter", en: "Shifts"), value: { Localized(same: "\($0.shifts)") }),
      Column(
        title: Localized(nb: "Timer", en: "Hours"),
        value: { NumberText.decimal(hundredths: Int($0.mergedSeconds / 36)) }),
      Column(
        title: Localized(nb: "Netter", en: "Nights"), value: { Localized(same: "\($0.nights)") }),
      Column(
        title: Localized(nb: "Lengste nattrekke", en: "Longest run of nights"),
        limit: Self.bound(.atMost, run, .nights),
        value: { Localized(same: "\($0.longestNightRun)") },
        isPast: { Fraction(Int64($0.longestNightRun)) > run }),
      Column(
        title: Localized(nb: "Bytter med / mot klokka", en: "Changes forward / backward"),
        value: {
          Localized(same: "\($0.rotationChanges - $0.backwardChanges) / \($0.backwardChanges)")
        }),
      Column(
        title: Localized(nb: "Korteste hvile", en: "Shortest rest"),
        limit: Self.bound(.atLeast, rest, .hours),
        value: { $0.shortestRest.map { Elapsed(seconds: $0).text } ?? Localized(same: "–") },
        isPast: { $0.shortestRest.map { Fraction($0) < rest * Fraction(3600) } ?? false }),
      Column(
        title: Localized(nb: "Hviler under 11 t", en: "Rests under 11 h"),
        value: { Localized(same: "\($0.quickReturns)") }),
      Column(
        title: Localized(nb: "Helger", en: "Weekends"), value: { Localized(same: "\($0.weekends)") }
      ),
      Column(
        title: Localized(nb: "Høyeste KSS", en: "Highest KSS"),
        limit: Self.bound(.below, kss, .kss),
        value: {
          $0.maxKss.map { NumberText.decimal(hundredths: KSS(KSS($0).clamped).hundredths) }
            ?? Localized(same: "–")
        },
        isPast: { $0.maxKss.map { Fraction(Int64(KSS($0).hundredths), 100) >= kss } ?? false }),
      Column(
        title: Localized(nb: "Timer KSS ≥ 7", en: "Hours KSS ≥ 7"),
        value: { NumberText.decimal(hundredths: Int(($0.secondsKss7 / 36).rounded())) }),
    ]
  }

  private static func bound(
    _ relation: Relation, _ value: Fraction, _ unit: MeasureUnit
  ) -> Localized {
    let text = MeasureText.value(value, unit)
    return switch relation {
    case .atLeast: Localized(nb: "minst \(text.nb)", en: "at least \(text.en)")
    case .atMost: Localized(nb: "høyst \(text.nb)", en: "at most \(text.en)")
    case .below: Localized(nb: "under \(text.nb)", en: "under \(text.en)")
    case .above: Localized(nb: "over \(text.nb)", en: "over \(text.en)")
    }
  }

  private mutating func loadTable() {
    let columns = columns
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"cap-load\">")
    html.raw("<table class=\"tab\"><caption id=\"cap-load\">")
    html.text(
      say(
        """
        Fet skrift med ! er forbi grensen i øverste rad. Grensen for nattrekker er råd fra forskning, \
        for hvile lovens hovedregel, for KSS modellens nivå for advarsel.
        """,
        """
        Bold with ! is past the limit in the first row. The limit for runs of nights is advice from \
        research, for rest the main rule of the law, for KSS the model's level of warning.
        """))
    html.raw("</caption><thead><tr><th scope=\"col\">")
    html.text(say("Ansatt", "Employee"))
    html.raw("</th>")
    for column in columns {
      html.raw("<th scope=\"col\">")
      html.text(say(column.title))
      html.raw("</th>")
    }
    html.raw("</tr></thead><tbody>\n<tr class=\"lim\"><th scope=\"row\">")
    html.text(say("Grense", "Limit"))
    html.raw("</th>")
    for column in columns {
      html.raw("<td>")
      html.text(column.limit.map { say($0) } ?? "–")
    }
    html.raw("</tr>\n")
    for person in report.mostExposedFirst where hasPage(person) {
      html.raw("<tr><th scope=\"row\">")
      html.link(fragment(person), name(person))
      html.raw("</th>")
      let metrics = report.analysis.people[person]
      for column in columns {
        let isPast = column.isPast(metrics)
        html.raw(isPast ? "<td class=\"past\">! " : "<td>")
        html.text(say(column.value(metrics)))
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div>\n")
  }

  // MARK: Spread

  private mutating func spread() {
    html.element("h3", say("Hvordan belastningen er fordelt", "How the load is shared"))
    guard let exposure = report.exposure else {
      html.element(
        "p",
        say(
          "Fordeling er ikke vist for grupper under fem.",
          "The spread is not shown for groups under five."))
      return
    }
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"cap-spread\">")
    html.raw("<table class=\"tab\"><caption id=\"cap-spread\">")
    html.text(
      say(
        "Minst, midt og mest hos dem som har vakter.",
        "Least, middle and most of those who have shifts."))
    html.raw("</caption><thead><tr>")
    for heading in [
      say("Mål", "Measure"), say("Minst", "Least"), say("Midt", "Middle"), say("Mest", "Most"),
      say("Hos", "For"),
    ] {
      html.raw("<th scope=\"col\">")
      html.text(heading)
      html.raw("</th>")
    }
    html.raw("</tr></thead><tbody>\n")
    for entry in exposure where entry.most > 0 {
      html.raw("<tr><th scope=\"row\">")
      html.text(say(entry.title))
      html.raw("</th>")
      for value in [entry.least, entry.median, entry.most] {
        html.raw("<td>")
        html.text(number(value))
      }
      html.raw("<td>")
      person(entry.worstOff)
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div>\n")
  }

  /// One decimal where there is one.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? count(tenths / 10) : decimal(tenths * 10)
  }
}
