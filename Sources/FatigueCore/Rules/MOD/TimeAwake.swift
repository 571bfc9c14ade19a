/// Hours awake at the end of a duty.
public enum TimeAwake {
  public static let most = Limit(
    "MOD-AWAKE.most", Localized(nb: "våken høyst", en: "most hours awake"), .atMost, Fraction(17),
    .hours, allowed: Fraction(0)...Fraction(72))

  public static let rule = Rule(
    id: "MOD-AWAKE",
    lane: .model,
    title: Localized(nb: "Lenge våken", en: "Long awake"),
    section: PriorSleepText.section,
    test: Localized(
      nb: """
        Timer våken når vakten slutter: over 17, eller over timene sovet de siste 48 før vakten. En \
        hvil under én time regnes ikke som oppvåkning. Ett funn per person og rekke av vakter.
        """,
      en: """
        Hours awake when the duty ends: over 17, or over the hours slept in the last 48 before the \
        duty. A nap under an hour does not count as waking. One finding per person and run of duties.
        """),
    why: Localized(
      nb: """
        Etter 17 timer våken er reaksjonene målbart dårligere, og de siste timene faller ofte på \
        hjemreisen.
        """,
      en: """
        After 17 hours awake reactions are measurably worse, and the last hours often fall on the \
        way home.
        """),
    remedies: PriorSleepText.remedies,
    limits: [most],
    sources: PriorSleepText.sources,
    examples: ["↓N - -", "D D D - -"],
    needsModel: true,
    evaluate: { evidence, findings in
      let most = evidence.limits.held(Self.most)
      DutyRun.forEach(
        evidence.duties.span, of: evidence,
        where: { isLong($0, most.steps) },
        value: { duty, _ in Int64(duty.awakeAtEnd) }
      ) { run in
        let slept = evidence.duties[run.worst].sleep48
        var finding = run.finding(
          .warning, evidence, measured: Fraction(run.highest, 3600),
          limit: run.highest > most.steps ? most.value : Fraction(Int64(slept), 3600),
          .atMost, .hours)
        finding.detail = slept
        findings.append(finding)
      }
    },
    count: { evidence in
      let most = evidence.limits.steps(Self.most)
      return DutyRun.count(
        evidence.duties.span, of: evidence, where: { duty, _ in isLong(duty, most) },
        isGrave: { _ in true })
    },
    describe: { finding, context in
      let awake = DurationText.text(finding.measured)
      let slept = DurationText.text(Fraction(Int64(finding.detail), 3600))
      let shift = context.roster.shifts[Int(finding.shift)]
      let code = context.code(finding.shift)
      let duty = context.day(shift.start)
      let others = DutyRun.others(finding)
      let origin = SleepOrigin(
        context, before: shift,
        from: Int64(shift.end) - (finding.measured * Fraction(3600)).numerator)
      let by =
        origin == .predicted
        ? Localized(nb: "predikert våken", en: "predicted to have been awake")
        : Localized(
          nb: "etter \(origin.sleep.nb) våken", en: "by \(origin.sleep.en) awake")
      let unknown = DutyRun.unknown(
        finding, worst: DurationText.text(Fraction(Int64(finding.balance), 3600)))
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(by.nb) i \(awake.nb) når \(code) fra \(duty.nb) slutter, med \
            \(slept.nb) søvn de siste 48 timene før vakten.\(others.nb)\(unknown.nb)
            """,
          en: """
            \(context.name): \(by.en) for \(awake.en) when \(code) of \
            \(duty.en) ends, with \(slept.en) of sleep in the 48 hours before \
            it.\(others.en)\(unknown.en)
            """), PriorSleepText.remedies)
    })

  /// Awake for longer than a limit, or than one has slept before.
  @inline(__always)
  private static func isLong(_ duty: DutyPeak, _ most: Int64) -> Bool {
    Int64(duty.awakeAtEnd) > most || duty.awakeAtEnd > duty.sleep48
  }
}
