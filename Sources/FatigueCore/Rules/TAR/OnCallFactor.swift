/// Home on-call counted by less than several agreements give.
public enum OnCallFactor {
  public static let least = Limit(
    "TAR-HV.factor",
    Localized(nb: "faktor for hjemmevakt etter avtale", en: "factor of home on-call by agreement"),
    .atLeast, Fraction(1, 5), .share, allowed: Fraction(0)...Fraction(1))

  public static let rule = Rule(
    id: "TAR-HV",
    lane: .agreement,
    title: Localized(
      nb: "Hjemmevakt omregnet lavere enn avtalene", en: "On-call counted lower than agreements do"),
    section: Localized(nb: "avtale om hjemmevakt", en: "agreement on home on-call"),
    test: Localized(
      nb: """
        Hjemmevakt regnes om med en faktor under avtalens. Loven sier minst 1/7 som hovedregel; \
        flere avtaler har 1/5, og leger har 1/4 noen steder. Sett TAR-HV.factor til det avtalen \
        deres sier.
        """,
      en: """
        Home on-call is counted by a factor below the agreement's. The Act says at least 1/7 as a \
        main rule; several agreements have 1/5, and doctors have 1/4 in places. Set TAR-HV.factor to \
        what your agreement says.
        """),
    why: Localized(
      nb: "Faktoren avgjør hvor mange timer på vaktrommet hjemme som regnes som arbeid.",
      en: "The factor decides how many hours by the phone at home count as work."),
    deviation: Localized(
      nb: "Partene i avtalen bestemmer faktoren.", en: "The parties to the agreement set it."),
    remedies: remedies,
    limits: [least],
    sources: [
      AgreementNorm.nsfHours,
      RuleSource(
        Localized(
          nb: "1/5 i flere avtaler (NSF; staten 2016–18), 1/4 for leger noen steder",
          en: "1/5 in several agreements (NSF; the state 2016–18), 1/4 for doctors in places"),
        .secondary),
    ],
    examples: ["D ↓HV:16:00-08:00 - -", "D D - -"],
    inputs: [.onCallRows],
    evaluate: { evidence, findings in
      let rows = evidence.rows(.onCall)
      guard !rows.isEmpty else { return }
      for row in rows {
        let shift = evidence.roster.shifts[Int(row)]
        let used = evidence.inForce(
          HomeOnCall.factor, from: shift.start, to: shift.end, shift: row)
        let norm = evidence.inForce(least, from: shift.start, to: shift.end, shift: row)
        guard used.value < norm.value else { continue }
        var finding = Finding(
          norm.status(otherwise: .note), from: shift.start, to: shift.end, shift: row,
          measured: used.value, limit: norm.value, .atLeast, .share)
        finding.agreement = norm.agreement
        finding.count = Int32(clamping: rows.count)
        findings.append(finding)
        return
      }
    },
    describe: { finding, context in
      let (used, norm) = (finding.measured.text, finding.limit.text)
      return FindingText(
        Localized(
          nb: """
            \(context.name): hjemmevakt (\(finding.count) vakter) regnes om med \(used); avtaler \
            på området har \(norm).
            """,
          en: """
            \(context.name): home on-call (\(finding.count) watches) is counted by \(used); \
            agreements in the field have \(norm).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Se hvilken faktor avtalen deres har, og skriv den inn.",
        en: "See which factor your agreement has, and write it in."))
  ]
}
