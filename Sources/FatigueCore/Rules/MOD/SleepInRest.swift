/// A rest that is long enough by the rule, in which little sleep is predicted.
public enum SleepInRest {
  public static let least = Limit(
    "MOD-REST.least", Localized(nb: "søvn minst", en: "least sleep"), .atLeast, Fraction(5),
    .hours, allowed: Fraction(0)...Fraction(12))

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Flytt neste vakt, eller legg fritiden slik at en natts søvn får plass i den.",
        en: "Move the next duty, or place the time off so that a night's sleep fits in it.")),
    Remedy(
      .individual,
      Localized(
        nb: "Gå rett til sengs etter vakten; mørkt og stille rom.",
        en: "Go straight to bed after the duty; a dark and quiet room.")),
  ]

  public static let rule = Rule(
    id: "MOD-REST",
    lane: .model,
    title: Localized(
      nb: "Nok hviletid, men lite søvn i den", en: "Enough rest, but little sleep in it"),
    section: Localized(
      nb: "Predikert søvn i døgnhvilen", en: "Predicted sleep in the daily rest"),
    test: Localized(
      nb: """
        Hviletiden mellom to vakter er lang nok etter regelen eller avtalen som gjelder, men \
        predikert (med logg registrert) søvn i den er under 5 timer. Ett funn per person og rekke av \
        vakter. Med et annet søvnbehov enn åtte timer endres grensen tilsvarende.
        """,
      en: """
        The rest between two duties is long enough by the rule or agreement that applies, but the \
        sleep predicted in it (with a log, recorded) is under 5 hours. One finding per person and run \
        of duties. With another need of sleep than eight hours the limit changes in proportion.
        """),
    why: Localized(
      nb: """
        Loven teller timer fri, kroppen teller timer sovet. En fritid midt på dagen gir mindre søvn \
        enn en like lang om natten.
        """,
      en: """
        The law counts hours off, the body counts hours slept. Time off by day gives less sleep \
        than as much of it at night.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: "Åkerstedt & Gillberg 1981: søvnlengde etter tid på døgnet",
          en: "Åkerstedt & Gillberg 1981: length of sleep by time of day"), .abstract),
      RuleSource(
        Localized(
          nb: "Søvnen er predikert fra planen; grensen er vår egen",
          en: "The sleep is predicted from the plan; the limit is our own"), .derived),
    ],
    examples: ["N ↓N - -", "D D D - -"],
    needsModel: true,
    evaluate: { evidence, findings in
      let held = evidence.limits.held(Self.least)
      let (least, daily) = (held.steps, evidence.limits.steps(DailyRest.minimum))
      let hasAgreements = !evidence.limits.agreements.isEmpty
      DutyRun.forEach(
        evidence.duties.span, of: evidence,
        where: { Int64($0.sleepInRestOrMost) < least },
        value: { duty, i in
          let isLongEnough =
            rest(before: i, evidence)
            >= (hasAgreements ? agreedRest(before: i, evidence) : daily)
          return isLongEnough ? -Int64(duty.sleepInRestOrMost) : nil
        }
      ) { run in
        var finding = run.finding(
          .warning, evidence, measured: Fraction(-run.highest, 3600), limit: held.value, .atLeast,
          .hours)
        finding.related = evidence.timeline.blocks[run.worst - 1].last
        findings.append(finding)
      }
    },
    count: { evidence in
      guard evidence.limits.agreements.isEmpty else { return nil }
      let least = evidence.limits.steps(Self.least)
      let daily = evidence.limits.steps(DailyRest.minimum)
      return DutyRun.count(
        evidence.duties.span, of: evidence,
        where: { Int64($0.sleepInRestOrMost) < least && rest(before: $1, evidence) >= daily },
        isGrave: { _ in true })
    },
    describe: { finding, context in
      let slept = DurationText.text(finding.measured)
      let (shift, before) = (
        context.roster.shifts[Int(finding.shift)], context.roster.shifts[Int(finding.related)]
      )
      let rest = DurationText.text(Fraction(Int64(shift.start) - Int64(before.end), 3600))
      let code = context.code(finding.shift)
      let duty = context.day(shift.start)
      let others = DutyRun.others(finding)
      let origin = SleepOrigin(context, before: shift, from: Int64(before.end)).sleep
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(rest.nb) hviletid før \(code) \(duty.nb), men \(origin.nb) i den \
            er \(slept.nb).\(others.nb)
            """,
          en: """
            \(context.name): \(rest.en) of rest before \(code) on \(duty.en), but \(origin.en) \
            in it is \(slept.en).\(others.en)
            """), remedies)
    })

  /// What lies between a block and the one before it, in seconds.
  @inline(__always)
  private static func rest(before i: Int, _ evidence: borrowing Evidence) -> Int64 {
    Int64(evidence.timeline.blocks[i].start) - Int64(evidence.timeline.blocks[i - 1].end)
  }

  /// The least rest before a block by the agreement that applies, in seconds.
  @inline(never)
  private static func agreedRest(before i: Int, _ evidence: borrowing Evidence) -> Int64 {
    let (from, block) = (evidence.timeline.blocks[i - 1].end, evidence.timeline.blocks[i])
    return evidence.inForce(
      DailyRest.minimum, from: from, to: block.start, shift: block.first
    ).steps
  }
}
