/// Thirty minutes of breaks when the day is eight hours.
public enum HalfHourBreak {
  public static let least = Limit(
    "AML-10-9-1B.minutes", Localized(nb: "pauser til sammen", en: "breaks together"), .atLeast,
    Fraction(30), .minutes, allowed: Fraction(30)...Fraction(120))
  public static let hours = Limit(
    "AML-10-9-1B.hours",
    Localized(
      nb: "daglig arbeidstid som krever 30 minutter", en: "daily hours that ask for 30 minutes"),
    .atLeast, Fraction(8), .hours, allowed: Fraction(6)...Fraction(8), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-9-1B",
    lane: .law,
    title: Localized(
      nb: "Under 30 minutter pause",
      en: "Under 30 minutes of breaks"),
    section: Localized(
      nb: "aml. § 10-9 (1)",
      en: "Working Environment Act § 10-9 (1)"),
    test: Localized(
      nb: """
        Arbeidstiden på dagen er minst 8 timer, og pausene er til sammen under 30 minutter. \
        Ubetalte pauser er trukket fra arbeidstiden; pauser som er arbeidstid (paid-breaks), er \
        ikke.
        """,
      en: """
        The working time of the day is at least 8 hours, and the breaks together are under 30 \
        minutes. Unpaid breaks are taken out of the working time; breaks that are working time \
        (paid-breaks) are not.
        """),
    why: Localized(
      nb: "En pause midt i vakten gir færre feil i timene etter.",
      en: """
        A break in the middle of a shift gives fewer errors in the hours after.
        """),
    remedies: remedies,
    limits: [least, hours],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-9 (1)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["↓07:00-15:29+BR:11:00-11:29 -", "07:00-15:30+BR:11:00-11:30 -"],
    explainedBy: ["AML-10-9-1A"],
    inputs: [.breaks],
    evaluate: { evidence, findings in
      let hours = evidence.limits.steps(Self.hours)
      let minimum = evidence.limits.steps(least)
      evidence.forEachBreakDay { day in
        guard day.working >= hours, day.seconds < minimum else { return }
        let measured = Fraction(day.seconds, 60)
        var finding = Finding(
          evidence.lawStatus(least, measured: measured), from: day.from, to: day.to,
          shift: day.shift, measured: measured, limit: evidence.limits[least], .atLeast, .minutes)
        finding.detail = Int32(clamping: day.working)
        let excess = evidence.wallClockExcess(from: day.from, to: day.to)
        finding.dstOnly = excess < 0 && day.working + excess < hours
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let hours = Elapsed(seconds: Int64(finding.detail)).text
      return FindingText(
        Localized(
          nb: """
            \(context.name): vakten \(context.day(finding.from)[.nb]) har \(finding.measured.text) minutter \
            pause av \(finding.limit.text); arbeidstiden er \(hours[.nb]) (aml. § 10-9 (1)).
            """,
          en: """
            \(context.name): the shift of \(context.day(finding.from)[.en]) has \(finding.measured.text) \
            minutes of breaks out of \(finding.limit.text); the working time is \(hours[.en]) (Working Environment Act § 10-9 (1)).
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
