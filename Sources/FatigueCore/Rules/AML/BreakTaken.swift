/// A break when the day is over five and a half hours.
public enum BreakTaken {
  public static let least = Limit(
    "AML-10-9-1A.breaks", Localized(nb: "pauser", en: "breaks"), .atLeast, Fraction(1), .count,
    allowed: Fraction(1)...Fraction(3))
  public static let hours = Limit(
    "AML-10-9-1A.hours",
    Localized(nb: "daglig arbeidstid som krever pause", en: "daily hours that ask for a break"),
    .atMost, Fraction(11, 2), .hours, allowed: Fraction(4)...Fraction(6), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-9-1A",
    lane: .law,
    title: Localized(
      nb: "Ingen pause",
      en: "No break"),
    section: Localized(
      nb: "aml. § 10-9 (1)",
      en: "Working Environment Act § 10-9 (1)"),
    test: Localized(
      nb: """
        Arbeidstiden på dagen, ubetalte pauser trukket fra, er over 5 timer og 30 minutter, og \
        planen viser ingen pause. Tiden mellom to deler av en delt vakt er en pause.
        """,
      en: """
        The working time of the day, unpaid breaks taken out, is over 5 hours 30 minutes, and the \
        plan shows no break. The time between two parts of a split duty is a break.
        """),
    why: Localized(
      nb: "En pause midt i vakten gir færre feil i timene etter.",
      en: """
        A break in the middle of a shift gives fewer errors in the hours after.
        """),
    deviation: Localized(
      nb: "Pausen kan flyttes, ikke strykes.",
      en: "The break may be moved, not dropped."),
    remedies: remedies,
    limits: [least, hours],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-9 (1)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [
      "↓07:00-13:00 07:00-15:30+BR:11:00-11:30 -", "07:00-15:30+BR:11:00-11:30 -", "07:00-12:30 -",
    ],
    inputs: [.breaks],
    evaluate: { evidence, findings in
      let hours = evidence.limits.steps(Self.hours)
      evidence.forEachBreakDay { day in
        guard day.working > hours, day.count == 0 else { return }
        var finding = Finding(
          evidence.lawStatus(least, measured: Fraction(0)), from: day.from, to: day.to,
          shift: day.shift, measured: Fraction(0), limit: evidence.limits[least], .atLeast, .count)
        finding.detail = Int32(clamping: day.working)
        let excess = evidence.wallClockExcess(from: day.from, to: day.to)
        finding.dstOnly = excess < 0 && day.working + excess <= hours
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let hours = Elapsed(seconds: Int64(finding.detail)).text
      return FindingText(
        Localized(
          nb: """
            \(context.name): vakten \(context.day(finding.from)[.nb]) mangler pause; arbeidstiden er \
            \(hours[.nb]) (aml. § 10-9 (1)).
            """,
          en: """
            \(context.name): the shift of \(context.day(finding.from)[.en]) has no break; the working time \
            is \(hours[.en]) (Working Environment Act § 10-9 (1)).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Sett opp avløsning, så pausen kan tas.",
        en: "Arrange relief, so that the break can be taken.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg pausen inn i planen, med hvem som avløser.",
        en: "Put the break in the plan, with who relieves.")),
  ]
}
