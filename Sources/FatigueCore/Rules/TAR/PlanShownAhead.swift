/// The plan shown to the employees too late.
public enum PlanShownAhead {
  public static let least = Limit(
    "TAR-14D.days", Localized(nb: "dager før planen gjelder", en: "days before the plan holds"),
    .atLeast, Fraction(14), .days, allowed: Fraction(1)...Fraction(120))

  public static let rule = Rule(
    id: "TAR-14D",
    lane: .agreement,
    title: Localized(nb: "Turnusen ble vist for sent", en: "The rota was shown too late"),
    section: Localized(nb: "NSF og FO om turnus", en: "NSF and FO on rotas"),
    test: Localized(
      nb: """
        Planen ble kjent for de ansatte mindre enn 14 dager før den trer i kraft. Mange lokale \
        avtaler har lengre frist. Dette er noe annet enn drøftingen etter § 10-3.
        """,
      en: """
        The employees got the plan less than 14 days before it takes effect. Many local agreements \
        ask for longer. This is not the discussion of § 10-3.
        """),
    why: Localized(
      nb: "Den som får planen sent, kan ikke ordne søvn, barn og fri rundt vaktene.",
      en: "One who gets the plan late cannot arrange sleep, children and time off round it."),
    remedies: remedies,
    limits: [least],
    sources: [
      AgreementNorm.nsfRota,
      RuleSource(Localized(nb: "FO om turnus", en: "FO (union) on rotas"), .secondary),
    ],
    examples: [],
    inputs: [.published],
    evaluatePlan: { evidence, findings in
      guard let published = evidence.facts.plan.published else { return }
      let effective = evidence.facts.plan.effective ?? evidence.roster.firstDate
      let notice = Int64(effective - published)
      let limit = evidence.inForce(least, on: effective)
      guard notice < limit.steps else { return }
      var finding = Finding(
        limit.status(otherwise: .warning), from: evidence.horizon.start,
        to: evidence.horizon.end, shift: evidence.roster.firstShift, measured: Fraction(notice),
        limit: limit.value, .atLeast, .days)
      finding.agreement = limit.agreement
      findings.append(finding)
    },
    describe: { finding, _ in
      let (days, limit) = (finding.measured.numerator, finding.limit.text)
      guard days >= 0 else {
        return FindingText(
          Localized(
            nb: "Planen kom \(-days) dager etter at den trådte i kraft; fristen er \(limit) før.",
            en: "The plan came \(-days) days after it took effect; it is due \(limit) before."),
          remedies)
      }
      return FindingText(
        Localized(
          nb: "Planen kom \(days) dager før den trer i kraft; fristen er \(limit).",
          en: "The plan came \(days) days before it takes effect; \(limit) are due."), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Utsett starten, eller behold den gamle planen til fristen er ute.",
        en: "Postpone the start, or keep the old plan until the time is up.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Sett en tidligere frist i den lokale avtalen.",
        en: "Set an earlier deadline in the local agreement.")),
  ]
}
