/// Predicted sleep in the 48 h before a duty ends.
public enum SleepInTwoDays {
  public static let least = Limit(
    "MOD-SLEEP48.least", Localized(nb: "søvn minst", en: "least sleep"), .atLeast, Fraction(12),
    .hours, allowed: Fraction(0)...Fraction(24))

  public static let rule = Rule(
    id: "MOD-SLEEP48",
    lane: .model,
    title: Localized(nb: "Lite søvn siste to døgn", en: "Little sleep in the last two days"),
    section: PriorSleepText.section,
    test: Localized(
      nb: """
        Predikert søvn de siste 48 timene før vakten slutter under 12 t. Ett funn per person \
        og rekke av vakter av samme type.
        """,
      en: """
        Predicted sleep in the 48 hours before the duty ends under 12 h. One finding per \
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
    examples: ["↓N - -", "- D - D -"],
    needsModel: true,
    evaluate: { evidence, findings in
      let held = evidence.limits.held(Self.least)
      let least = held.steps
      DutyRun.forEach(
        evidence.duties.span, of: evidence, where: { Int64($0.sleep48BeforeEnd) < least },
        value: { duty, _ in -Int64(duty.sleep48BeforeEnd) }
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
        where: { duty, _ in Int64(duty.sleep48BeforeEnd) < least },
        isGrave: { _ in true })
    },
    describe: { finding, context in
      PriorSleepText.describe(finding, context, hours: 48)
    })
}
