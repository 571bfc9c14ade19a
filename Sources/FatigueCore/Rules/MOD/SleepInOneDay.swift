/// Predicted sleep in the 24 h before a duty ends.
public enum SleepInOneDay {
  public static let least = Limit(
    "MOD-SLEEP24.least", Localized(nb: "søvn minst", en: "least sleep"), .atLeast, Fraction(5),
    .hours, allowed: Fraction(0)...Fraction(24))

  public static let rule = Rule(
    id: "MOD-SLEEP24",
    lane: .model,
    title: Localized(nb: "Lite søvn siste døgn", en: "Little sleep in the last day"),
    section: PriorSleepText.section,
    test: Localized(
      nb: """
        Predikert søvn de siste 24 timene før vakten slutter under 5 t. Ett funn per person \
        og rekke av vakter av samme type.
        """,
      en: """
        Predicted sleep in the 24 hours before the duty ends under 5 h. One finding per \
        person and run of duties of one type.
        """),
    why: Localized(
      nb: """
        Lite søvn de siste døgnene gir dårligere oppmerksomhet, uansett hvor uthvilt en kjenner seg.
        """,
      en: """
        Little sleep in the last days makes attention worse, however rested one feels.
        """),
    remedies: PriorSleepText.remedies,
    limits: [least],
    sources: PriorSleepText.sources,
    examples: ["↓N - -", "D D D - -"],
    needsModel: true,
    evaluate: { evidence, findings in
      let held = evidence.limits.held(Self.least)
      let least = held.steps
      DutyRun.forEach(
        evidence.duties.span, of: evidence, where: { Int64($0.sleep24BeforeEnd) < least },
        value: { duty, _ in -Int64(duty.sleep24BeforeEnd) }
      ) { run in
        findings.append(
          run.finding(
            .warning, evidence, measured: Fraction(-run.highest, 3600), limit: held.value, .atLeast,
            .hours))
      }
    },
    count: { evidence in
      let least = evidence.limits.steps(Self.least)
      return DutyRun.count(
        evidence.duties.span, of: evidence,
        where: { duty, _ in Int64(duty.sleep24BeforeEnd) < least },
        isGrave: { _ in true })
    },
    describe: { finding, context in
      PriorSleepText.describe(finding, context, hours: 24)
    })
}
