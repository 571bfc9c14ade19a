/// A waiver of fatigue.toml is about no finding in the plan.
public enum UnusedWaiver {
  public static let rule = Rule(
    id: "DATA-WAIVERUNUSED",
    lane: .data,
    title: Localized(nb: "Fravik uten funn", en: "Waiver without a finding"),
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
            Fraviket av \(waiver.rule) (\(waiver.reason)) gjelder ikke noe funn i denne \
            planen.
            """,
          en: """
            The waiver of \(waiver.rule) (\(waiver.reason)) is about no finding in this \
            plan.
            """), [remedy])
    })

  private static let remedy = Remedy(
    .leader,
    Localized(
      nb: "Ta det bort, eller rett regel, person eller dato.",
      en: "Remove it, or mend its rule, person or date."))

  private static let test = Localized(
    nb: "Et fravik i fatigue.toml gjelder ikke noe funn i planen.",
    en: "A waiver of fatigue.toml is about no finding in the plan.")
}
