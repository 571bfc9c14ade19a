/// Compensating rest directly after the work it makes up for (C-151/02, recalled).
public enum CompensatingRestAtOnce {
  public static let least = Limit(
    "EU-CR.main-rest",
    Localized(
      nb: "hvile som korte hviler måles mot", en: "rest that short ones are measured against"),
    .atLeast, Fraction(11), .hours, allowed: Fraction(8)...Fraction(24), isParameter: true)

  public static let rule = Rule(
    id: "EU-CR",
    lane: .law,
    title: Localized(
      nb: "Kompenserende hvile kom ikke straks (EU)",
      en: "Compensating rest did not follow at once (EU)"),
    section: Localized(same: "C-151/02 (Jaeger)"),
    test: Localized(
      nb: """
        Etter en hvile under 11 timer skal hvilen etter neste arbeidsperiode være 11 timer og det \
        som manglet: kompensasjonen skal følge arbeidet den gjelder, ikke komme siden.
        """,
      en: """
        After a rest under 11 hours the rest that follows the next work period is to be 11 hours \
        and what was missing: the compensation is to follow the work it is for, not come later.
        """),
    why: Localized(
      nb: "Hvile som gis uker etterpå, hjelper ikke den som er trøtt nå.",
      en: "Rest given weeks later does not help one who is tired now."),
    deviation: DirectiveText.deviation,
    remedies: DirectiveText.moveOne,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: "EU-domstolen C-151/02 (Jaeger), etter hukommelsen",
          en: "EU Court C-151/02 (Jaeger), recalled"), .recalled)
    ],
    examples: ["A 07:00-19:00 ↓07:00-15:00 - -", "A D - D"],
    explainedBy: ["AML-10-8-3C", "EU-3"],
    standing: .off(
      Localized(nb: "dommen er ikke lest på nytt", en: "the judgment was not read again")),
    evaluate: { evidence, findings in
      let first = findings.count
      CompensatingRest.evaluate(evidence, evidence.limits.steps(least), &findings)
      for i in first..<findings.count { findings[i].status = .disputed }
    },
    describe: { finding, context in
      let (measured, due) = (DurationText.text(finding.measured), DurationText.text(finding.limit))
      let short = context.day(finding.detail)
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel, hvilen \(short[.nb]) var for kort, og neste hvile er \
            \(measured[.nb]) mot \(due[.nb]) (C-151/02).
            """,
          en: """
            \(context.name): EU rule, the rest of \(short[.en]) was too short, and the next one is \
            \(measured[.en]) against \(due[.en]) (C-151/02).
            """), DirectiveText.moveOne)
    })
}
