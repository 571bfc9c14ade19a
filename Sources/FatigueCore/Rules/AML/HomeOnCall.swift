/// Hours on call at home, counted by a factor.
public enum HomeOnCall {
  public static let factor = Limit(
    "AML-10-4-3.factor",
    Localized(nb: "omregningsfaktor for hjemmevakt", en: "factor of home on-call"), .atLeast,
    Fraction(1, 7), .share, allowed: Fraction(0)...Fraction(1),
    reach: [AgreementReach(.localUnion, .free), AgreementReach(.nationalUnion, .free)],
    isParameter: true)
  public static let callOuts = Limit(
    "AML-10-4-3.without-call-outs",
    Localized(
      nb: "utrykning trekkes ut av vakten før faktoren (1 ja, 0 nei)",
      en: "call-outs are taken out of the watch before the factor (1 yes, 0 no)"), .atMost,
    Fraction(1), .count, allowed: Fraction(0)...Fraction(1), isParameter: true)

  /// The least factor of the Act, as a main rule.
  static let statutory = Fraction(1, 7)

  public static let rule = Rule(
    id: "AML-10-4-3",
    lane: .law,
    title: Localized(nb: "Omregning av hjemmevakt", en: "How home on-call is counted"),
    section: Localized(nb: "aml. § 10-4 (3)", en: "Working Environment Act § 10-4 (3)"),
    test: Localized(
      nb: """
        Timer på hjemmevakt ganget med faktoren regnes som alminnelig arbeidstid. Utrykning er \
        arbeidstid fullt ut, og trekkes ut av vakten før faktoren brukes, om ikke annet er valgt. \
        Varsel når faktoren er under 1/7 uten avtale med tillitsvalgte, sentral avtale eller \
        vedtak av Arbeidstilsynet.
        """,
      en: """
        Hours on call at home times the factor count as ordinary hours. A call-out is working \
        time in full, and is taken out of the watch before the factor is used unless another \
        choice is made. A warning when the factor is under 1/7 without an agreement with the \
        representatives, a central agreement or a decision of the Labour Inspection Authority.
        """),
    why: Localized(
      nb: "En som kan bli ringt, sover lettere og kortere, også når telefonen er stille.",
      en: "One who may be called sleeps lighter and shorter, even when the phone stays silent."),
    deviation: Localized(
      nb: """
        Minst 1/7 er hovedregelen, mer når vakten er belastende. Tillitsvalgte i bedrift med \
        tariffavtale kan avtale noe annet, og Arbeidstilsynet kan fastsette en annen beregning.
        """,
      en: """
        At least 1/7 is the main rule, more when the watch is burdensome. In an undertaking bound \
        by a collective agreement the union representatives may agree on something else, and the \
        Labour Inspection Authority may decide on another method.
        """),
    remedies: remedies,
    limits: [factor, callOuts],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-4 (3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: "Arbeidstilsynet: 56 timer hjemmevakt × 1/7 = 8 timer",
          en: "Labour Inspection Authority: 56 hours on call × 1/7 = 8 hours"), .primary,
        url:
          "https://www.arbeidstilsynet.no/arbeidsforhold/arbeidstid/beredskapsvakt-utenfor-arbeidsstedet/"
      ),
      RuleSource(
        Localized(
          nb: "Om utrykning trekkes ut før faktoren, følger av avtalene",
          en: "Whether call-outs are taken out before the factor follows from agreements"),
        .secondary),
    ],
    examples: ["D ↓HV:16:00-08:00 - -", "D D - -"],
    premises: {
      var limits = Limits()
      limits.set(factor, to: Fraction(1, 8))
      return RulePremises(
        Localized(nb: "Faktoren er satt til 1/8.", en: "The factor is set to 1/8."), limits: limits)
    }(),
    inputs: [.onCallRows],
    evaluate: { evidence, findings in
      let standard = evidence.limits[factor]
      guard standard < statutory || evidence.onCall.varies else { return }
      let rows = evidence.rows(.onCall)
      for row in rows {
        let shift = evidence.roster.shifts[Int(row)]
        let inForce = evidence.inForce(factor, from: shift.start, to: shift.end, shift: row)
        guard inForce.value < statutory, !isAgreed(shift, row, evidence) else { continue }
        var finding = Finding(
          .warning, from: shift.start, to: shift.end, shift: row, measured: inForce.value,
          limit: statutory, .atLeast, .share)
        finding.agreement = inForce.agreement
        finding.count = Int32(clamping: rows.count)
        finding.detail = Int32(
          clamping: evidence.onCallHours(from: .min, to: .max) / evidence.onCall.steps)
        finding.balance = Int32(
          clamping: rows.reduce(Int64(0)) { $0 + evidence.roster.shifts[Int($1)].length.seconds })
        findings.append(finding)
        return
      }
    },
    describe: { finding, context in
      let (hours, sum) = (
        Elapsed(seconds: Int64(finding.balance)).text, Elapsed(seconds: Int64(finding.detail)).text
      )
      let factor = finding.measured.text
      return FindingText(
        Localized(
          nb: """
            \(context.name): hjemmevakt \(hours[.nb]) regnes som \(sum[.nb]) arbeidstid med \
            faktor \(factor). Loven sier minst 1/7 som hovedregel; en lavere faktor krever avtale \
            med tillitsvalgte eller vedtak av Arbeidstilsynet, og ingen er registrert.
            """,
          en: """
            \(context.name): \(hours[.en]) on call at home count as \(sum[.en]) of work by a \
            factor of \(factor). The Act says at least 1/7 as a main rule; a lower factor needs \
            an agreement with the representatives or a decision of the Labour Inspection \
            Authority, and none is on file.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Skriv avtalen om hjemmevakt ned, med faktor og hvordan utrykning regnes.",
        en: "Write the on-call agreement down, with the factor and how call-outs are counted."))
  ]

  /// An agreement or decision of a level that may set another factor covers the watch.
  private static func isAgreed(
    _ watch: Shift, _ row: Int32, _ evidence: borrowing Evidence
  ) -> Bool {
    let agreement = evidence.agreement(
      about: ["AML-10-4-3"], from: watch.start, to: watch.end, shift: row)
    return agreement.map { evidence.limits.agreements[Int($0)].level >= .localUnion } ?? false
  }
}

extension Evidence {
  /// All home on-call of the person as hours of work (measure of AML-10-4-3).
  var onCallHours: Fraction {
    Fraction(onCallHours(from: .min, to: .max), onCall.steps * 3600)
  }
}
