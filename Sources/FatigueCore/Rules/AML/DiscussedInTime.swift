/// The plan discussed two weeks before it takes effect.
public enum DiscussedInTime {
  public static let least = Limit(
    "AML-10-3-2W.days",
    Localized(nb: "dager fra drøfting til iverksetting", en: "days from discussion to start"),
    .atLeast, Fraction(14), .days, allowed: Fraction(1)...Fraction(90),
    reach: [AgreementReach(.localUnion, .free), AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-3-2W",
    lane: .law,
    title: Localized(
      nb: "Planen ble drøftet sent",
      en: "The plan was discussed late"),
    section: Localized(
      nb: "aml. § 10-3",
      en: "Working Environment Act § 10-3"),
    test: Localized(
      nb: """
        Fra planen ble drøftet med de tillitsvalgte, til den trer i kraft, er det under 14 \
        kalenderdager. Det er en plikt til å drøfte, ikke et forbud mot senere endringer.
        """,
      en: """
        From the day the plan was discussed with the representatives to the day it takes effect \
        there are under 14 calendar days. It is a duty to discuss, not a bar on later changes.
        """),
    why: Localized(
      nb: """
        Planen skal drøftes så tidlig som mulig og senest to uker før, så den kan endres før den \
        gjelder.
        """,
      en: """
        The plan is to be discussed as early as possible and at least two weeks before, so that it \
        can be changed before it takes effect.
        """),
    deviation: Localized(
      nb: "Tariffavtalen kan si noe annet.",
      en: "The collective agreement may say otherwise."),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-3", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: [],
    inputs: [.discussed],
    evaluatePlan: { evidence, findings in
      let plan = evidence.facts.plan
      guard let discussed = plan.discussed, let effective = plan.effective else { return }
      let days = Int64(effective - discussed)
      let inForce = evidence.inForce(least, on: effective)
      guard days < inForce.steps else { return }
      var finding = Finding(
        evidence.limits.lawStatus(pastFloor: false),
        from: evidence.roster.midnight(min(discussed, effective)),
        to: evidence.roster.midnight(max(discussed, effective)), shift: -1,
        measured: Fraction(days),
        limit: inForce.value, .atLeast, .days)
      finding.agreement = inForce.agreement
      finding.count = Int32(clamping: days)
      findings.append(finding)
    },
    describe: { finding, context in
      let (days, limit) = (finding.count, finding.limit.text)
      let isAgreed = finding.agreement >= 0
      let when =
        days < 0
        ? Localized(nb: "etter start", en: "after it starts")
        : Localized(
          nb: "\(days) \(days == 1 ? "dag" : "dager") før start",
          en: "\(days) \(days == 1 ? "day" : "days") before it starts")
      return FindingText(
        Localized(
          nb: """
            Planen ble drøftet \(when[.nb]); \(isAgreed
              ? "avtalen sier senest \(limit) dager" : "loven sier senest to uker") (aml. § 10-3).
            """,
          en: """
            The plan was discussed \(when[.en]); \(isAgreed
              ? "the agreement says \(limit) days" : "the Act says two weeks") at the latest \
            (Working Environment Act § 10-3).
            """),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Utsett iverksettingen, og skriv referat fra drøftingen.",
        en: "Postpone the start, and take minutes of the discussion."))
  ]
}
