/// Overtime in one unit week after week, which speaks of a lasting need.
public enum RepeatedOvertime {
  public static let most = Limit(
    "AML-10-6-1.weeks-of-4",
    Localized(nb: "uker av fire med overtid", en: "weeks of four with overtime"), .below,
    Fraction(3), .weeks, allowed: Fraction(1)...Fraction(5))

  public static let rule = Rule(
    id: "AML-10-6-1",
    lane: .law,
    title: Localized(nb: "Overtid uke etter uke", en: "Overtime week after week"),
    section: Localized(nb: "aml. § 10-6 (1)", en: "Working Environment Act § 10-6 (1)"),
    test: Localized(
      nb: """
        Det er overtid i minst tre av fire faste uker etter hverandre i samme enhet. Overtid \
        krever et særlig og tidsavgrenset behov; regelen spør etter grunnen.
        """,
      en: """
        There is overtime in at least three of four consecutive fixed weeks in one unit. Overtime \
        needs an exceptional and time-limited need; the rule asks for the reason.
        """),
    why: Localized(
      nb: "Fast bruk av overtid viser at grunnbemanningen er for lav.",
      en: "Overtime as a habit shows that basic staffing is too low."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-6 (1)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(nb: "Tre av fire uker er vår grense", en: "Three of four weeks is our limit"),
        .derived),
    ],
    examples: [
      """
      ↓OT:07:00-09:00 - - - - - - OT:07:00-09:00 - - - - - - - - - - - - - OT:07:00-09:00 - - - - \
      - -
      """,
      "OT:07:00-09:00 - - - - - - OT:07:00-09:00 - - - - - - - - - - - - -",
    ],
    inputs: [.overtimeRows],
    evaluatePlan: { evidence, findings in
      let calendar = WeekCalendar(
        evidence.roster, start: evidence.limits.weekStart ?? .monday)
      let least = evidence.limits.steps(most)
      guard !calendar.weeks.isEmpty else { return }
      var rows: [UInt16: [Int32]] = [:]
      for (index, shift) in evidence.roster.shifts.enumerated()
      where shift.kind == .overtime && shift.end > shift.start {
        rows[shift.unit, default: []].append(Int32(index))
      }
      for (_, own) in rows.sorted(by: { $0.key < $1.key }) {
        evaluate(own, evidence, calendar, least, &findings)
      }
    },
    describe: { finding, context in
      let unit = context.unit(finding.shift)
      let day = context.day(finding.from)
      let place = Localized(
        nb: unit.isEmpty ? "Overtid" : "\(unit): overtid",
        en: unit.isEmpty ? "Overtime" : "\(unit): overtime")
      let weeks = finding.measured.text
      return FindingText(
        Localized(
          nb: """
            \(place[.nb]) i \(weeks) av 4 uker fra \(day[.nb]) tyder på fast behov. Loven krever \
            et særlig og tidsavgrenset behov (aml. § 10-6 (1)); be om grunnen.
            """,
          en: """
            \(place[.en]) in \(weeks) of 4 weeks from \(day[.en]) points to a lasting need. The \
            Act asks for an exceptional and time-limited need (Working Environment Act § 10-6 \
            (1)); ask for the reason.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Opprett en fast stilling, eller utvid stillingene til deltidsansatte.",
        en: "Make a permanent post, or extend the positions of part-timers."))
  ]

  /// One finding for each stretch of weeks in which every four hold enough of them with overtime, from
  /// one unit's rows of overtime.
  private static func evaluate(
    _ rows: [Int32], _ evidence: borrowing PlanEvidence, _ calendar: WeekCalendar, _ least: Int64,
    _ findings: inout [Finding]
  ) {
    // For each week its first overtime; -1 when it has none.
    var first = [Int32](repeating: -1, count: calendar.weeks.count)
    let roster = evidence.roster
    for index in rows {
      let shift = roster.shifts[Int(index)]
      // Hours are split by the clock where a week begins (S-WEEK): a Sunday night is in both.
      for week in calendar.index(clamping: shift.start)...calendar.index(clamping: shift.end - 1)
      where first[week] < 0 || shift.start < roster.shifts[Int(first[week])].start {
        first[week] = index
      }
    }
    guard first.count(where: { $0 >= 0 }) >= least else { return }
    var open: Finding?
    for week in first.indices {
      let window = week..<min(week + 4, first.count)
      let count = first[window].count { $0 >= 0 }
      guard Int64(count) >= least, let shift = first[window].first(where: { $0 >= 0 }) else {
        close(&open)
        continue
      }
      let to = calendar.weeks[window.upperBound - 1].to
      if open == nil {
        open = Finding(
          .note, from: calendar.weeks[week].from, to: to, shift: shift,
          measured: Fraction(Int64(count)), limit: evidence.limits[most], .below, .weeks)
      }
      open?.to = to
      if let measured = open?.measured, Fraction(Int64(count)) > measured {
        open?.measured = Fraction(Int64(count))
      }
    }
    close(&open)

    func close(_ finding: inout Finding?) {
      if let finding { findings.append(finding) }
      finding = nil
    }
  }
}
