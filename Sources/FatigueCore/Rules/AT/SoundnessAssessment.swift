/// A plan without a dated assessment of its soundness, or with one that is too old or too late.
public enum SoundnessAssessment {
  public static let oldest = Limit(
    "AT-VURD.age", Localized(nb: "alder på vurderingen", en: "age of the assessment"), .atMost,
    Fraction(366), .days, allowed: Fraction(1)...Fraction(1096))
  public static let latest = Limit(
    "AT-VURD.late",
    Localized(nb: "vurdert så mange dager for sent", en: "assessed so many days late"), .atMost,
    Fraction(0), .days, allowed: Fraction(0)...Fraction(366))

  public static let rule = Rule(
    id: "AT-VURD",
    lane: .agreement,
    title: Localized(
      nb: "Forsvarlighetsvurdering mangler eller er for gammel",
      en: "No soundness assessment, or too old a one"),
    section: Localized(
      nb: "Arbeidstilsynet om aml. § 10-2 (1)",
      en: "Labour Inspection Authority on Working Environment Act § 10-2 (1)"),
    test: Localized(
      nb: """
        En plan med skift, turnus, hjemmevakt, overtid, snitt eller natt skal ha en datert \
        forsvarlighetsvurdering: når den lages, når den endres, og omtrent hvert år, med verneombud \
        og tillitsvalgte. Samme sjekkliste: drøfting før søndagsarbeid (§ 10-10 (3)), natt (§ 10-11 \
        (5)) og overtid (§ 10-6 (3)), og avtalens regel om pauser (§ 14-6 k). Prøvd: vurdering over \
        et år gammel, eller datert etter at planen begynte.
        """,
      en: """
        A plan with shifts, rotas, on-call, overtime, averaging or nights is to have a dated \
        soundness assessment: when it is made, when it is changed, and about every year, with the \
        working environment representative (verneombud) and the union. On the same list: discussions before Sunday work (§ \
        10-10 (3)), nights (§ 10-11 (5)) and overtime (§ 10-6 (3)), and the contract's rule on \
        breaks (§ 14-6 k). Tested: an assessment over a year old, or dated after the plan began.
        """),
    why: Localized(
      nb: "Uten en vurdering har ingen spurt hva planen gjør med helsen.",
      en: "Without an assessment nobody has asked what the plan does to health."),
    remedies: remedies,
    limits: [oldest, latest],
    sources: [
      RuleSource(
        Localized(
          nb: "Arbeidstilsynet: er arbeidstidsordningen forsvarlig?",
          en: "Labour Inspection Authority: is the arrangement sound?"), .primary,
        url:
          "https://arbeidstilsynet.no/arbeidsforhold/arbeidstid/er-arbeidstidsordningen-forsvarlig/"
      ),
      RuleSource(
        Localized(
          nb: "Omtrent hvert år, lest som 366 dager", en: "About every year, read as 366 days"),
        .derived),
    ],
    examples: [],
    inputs: [.assessment],
    evaluatePlan: { evidence, findings in
      guard let assessed = evidence.facts.plan.assessed else { return }
      let begins = evidence.facts.plan.effective ?? evidence.roster.firstDate
      let age = Int64(begins - assessed)
      let limit = age < 0 ? latest : oldest
      let inForce = evidence.inForce(limit, on: begins)
      guard abs(age) > inForce.steps else { return }
      var finding = Finding(
        inForce.status(otherwise: .warning), from: evidence.horizon.start,
        to: evidence.horizon.end, shift: evidence.roster.firstShift, measured: Fraction(abs(age)),
        limit: inForce.value, .atMost, .days)
      finding.agreement = inForce.agreement
      finding.detail = age < 0 ? 1 : 0
      findings.append(finding)
    },
    describe: { finding, context in
      let days = finding.measured.text
      let late = finding.detail == 1
      let begins = context.facts.plan.effective ?? context.roster.firstDate
      return FindingText(
        late
          ? Localized(
            nb: """
              Ingen datert forsvarlighetsvurdering for denne planen da den begynte \
              \(begins.text[.nb]); den kom \(days) dager etter.
              """,
            en: """
              No dated soundness assessment of this plan when it began on \(begins.text[.en]); it \
              came \(days) days later.
              """)
          : Localized(
            nb: """
              Forsvarlighetsvurderingen var \(days) dager gammel da planen begynte \
              \(begins.text[.nb]). Den gjøres når planen lages og endres, og omtrent hvert år.
              """,
            en: """
              The soundness assessment was \(days) days old when the plan began on \
              \(begins.text[.en]). It is made with the plan, when it changes, and about every year.
              """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Gjør en vurdering med verneombud og tillitsvalgte før planen begynner.",
        en:
          "Make one with the working environment representative and the union before the plan begins."
      ))
  ]
}
