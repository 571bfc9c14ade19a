/// A finding starts after the last day of a waiver. The finding counts again.
public enum ExpiredWaiver {
  public static let rule = Rule(
    id: "DATA-WAIVEREXPIRED",
    lane: .data,
    title: Localized(nb: "Utløpt fravik", en: "Expired waiver"),
    section: Localized(nb: "fravik i fatigue.toml", en: "waivers of fatigue.toml"),
    test: test,
    why: Localized(
      nb: "Et fravik som ingen ser igjen på, skjuler funn uten at noen har godtatt dem.",
      en: "A waiver that nobody looks at again hides findings that nobody has accepted."),
    remedies: [remedy],
    limits: [],
    sources: [
      RuleSource(
        Localized(
          nb: "Funn godtas bare for en tid, med grunn og navn",
          en: "Findings are accepted for a time only, with a reason and a name"), .derived)
    ],
    examples: [],
    // Found where waivers are laid over findings, which no rule sees.
    evaluatePlan: { _, _ in },
    describe: { finding, context in
      guard context.waivers.indices.contains(Int(finding.detail)) else {
        return FindingText(test, [remedy])
      }
      let waiver = context.waivers[Int(finding.detail)]
      return FindingText(
        Localized(
          nb: """
            Fraviket av \(waiver.rule) (\(waiver.reason)) gjaldt til \
            \(waiver.expires.longText.nb); senere funn teller igjen.
            """,
          en: """
            The waiver of \(waiver.rule) (\(waiver.reason)) held until \
            \(waiver.expires.longText.en); later findings count again.
            """), [remedy])
    })

  private static let remedy = Remedy(
    .leader,
    Localized(
      nb: "Ta saken opp på nytt: forny fraviket med ny dato, eller endre planen.",
      en: "Take it up again: renew the waiver with a new date, or change the plan."))

  private static let test = Localized(
    nb: """
      Et funn begynner etter den siste dagen et fravik gjelder. Funnet teller igjen.
      """,
    en: """
      A finding starts after the last day of a waiver. The finding counts again.
      """)
}
