/// More home on-call than the local cap.
public enum OnCallCap {
  public static let most = Limit(
    "TAR-HVMAX.duties",
    Localized(nb: "hjemmevakter på fire uker", en: "on-call duties in four weeks"), .atMost,
    Fraction(28), .count, allowed: Fraction(0)...Fraction(28))
  public static let beforeFree = Limit(
    "TAR-HVMAX.before-free-weekend",
    Localized(
      nb: "hjemmevakter rett før frihelg på fire uker (28: ikke avtalt)",
      en: "on-call duties right before a free weekend in four weeks (28: not agreed)"), .atMost,
    Fraction(28), .count, allowed: Fraction(0)...Fraction(28), isParameter: true)

  public static let rule = Rule(
    id: "TAR-HVMAX",
    lane: .agreement,
    title: Localized(nb: "Over taket på hjemmevakt", en: "Over the cap on home on-call"),
    section: Localized(nb: "lokal avtale om hjemmevakt", en: "local agreement on home on-call"),
    test: Localized(
      nb: """
        Flere hjemmevakter på noen løpende fire uker enn den lokale avtalen har (most-on-call i \
        fatigue.toml), eller flere rett før en frihelg enn avtalt. Det finnes ikke noe generelt \
        tall. Rett før en frihelg er en vakt som slutter fredag etter klokka 12 eller senere, før \
        en lørdag og søndag uten arbeid.
        """,
      en: """
        More home on-call duties in some running four weeks than the local agreement has \
        (most-on-call of fatigue.toml), or more of them right before a free weekend than agreed. No \
        general number exists. Right before a free weekend is a duty that ends on Friday after 12 \
        or later, before a Saturday and Sunday without work.
        """),
    why: Localized(
      nb: "Den som kan bli ringt, er ikke fri; taket holder kveldene som er igjen, hele.",
      en: "One who may be called is not free; the cap keeps the evenings that are left whole."),
    remedies: remedies,
    limits: [most, beforeFree],
    sources: [
      AgreementNorm.nsfHours,
      RuleSource(
        Localized(
          nb: "Taket er lokalt; ingen generell grense", en: "The cap is local; no general one"),
        .derived),
    ],
    examples: [
      "HV:16:00-08:00 - HV:16:00-08:00 - ↓HV:16:00-08:00 - -",
      "HV:16:00-08:00 - HV:16:00-08:00 - -",
    ],
    premises: .plan(
      Localized(nb: "Taket er to hjemmevakter på fire uker.", en: "The cap is two in four weeks.")
    ) { $0.mostOnCall = 2 },
    inputs: [.onCallRows, .onCallCap],
    evaluate: { evidence, findings in
      let rows = evidence.rows(.onCall)
      guard !rows.isEmpty else { return }
      add(rows, isBeforeFree: false, evidence, &findings) { from, to, shift in
        evidence.settled(most, from: from, to: to, shift: shift)
          ?? evidence.facts.plan.mostOnCall.map {
            LimitInForce(value: Fraction(Int64($0)), steps: Int64($0), agreement: -1)
          }
      }
      let free = evidence.limits.steps(beforeFree)
      guard free < 28 else { return }
      let before = rows.filter { isBeforeFreeWeekend($0, evidence) }
      add(before, isBeforeFree: true, evidence, &findings) { _, _, _ in
        LimitInForce(value: evidence.limits[beforeFree], steps: free, agreement: -1)
      }
    },
    describe: { finding, context in
      let (measured, limit) = (finding.measured.text, finding.limit.text)
      let from = context.day(finding.from)
      let free = finding.detail == 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(measured) hjemmevakter\(free ? " rett før frihelg" : "") på fire uker \
            fra \(from[.nb]) mot avtalt \(limit).
            """,
          en: """
            \(context.name): \(measured) home on-call duties\(free ? " right before a free weekend" : "") \
            in four weeks from \(from[.en]) against the agreed \(limit).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Gi den siste vakten til en annen.", en: "Give the last of them to somebody else.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Ta inn flere i vaktordningen, eller avtal et annet tak.",
        en: "Take more people into the on-call scheme, or agree on another cap.")),
  ]

  /// The four weeks that hold the most of some duties, where they are more than the cap.
  private static func add(
    _ rows: [Int32], isBeforeFree: Bool, _ evidence: borrowing Evidence,
    _ findings: inout [Finding], cap: (_ from: Int32, _ to: Int32, _ shift: Int32) -> LimitInForce?
  ) {
    let shifts = evidence.roster.shifts
    // By the wall clock: four weeks over a change of it are no hour shorter or longer.
    let starts = rows.map { row in
      Int64(shifts[Int(row)].start) + Int64(evidence.offset(at: shifts[Int(row)].start))
    }
    guard let range = Densest.range(starts, within: 28 * PersonTimeline.day) else { return }
    let last = rows[range.upperBound - 1]
    let (from, to) = (shifts[Int(rows[range.lowerBound])].start, shifts[Int(last)].end)
    guard let cap = cap(from, to, last), range.count > cap.steps else { return }
    var finding = Finding(
      .breach, from: from, to: to, shift: last, measured: Fraction(Int64(range.count)),
      limit: cap.value, .atMost, .count)
    finding.agreement = cap.agreement
    finding.related = rows[range.lowerBound]
    finding.detail = isBeforeFree ? 1 : 0
    findings.append(finding)
  }

  /// The watch ends on Friday after noon or on Saturday before noon, and nothing is worked on that
  /// Saturday and Sunday after it.
  private static func isBeforeFreeWeekend(_ row: Int32, _ evidence: borrowing Evidence) -> Bool {
    let shift = evidence.roster.shifts[Int(row)]
    let ends = evidence.roster.civil(shift.end)
    let isFriday = ends.date.weekday == 5 && ends.hour >= 12
    let isSaturday = ends.date.weekday == 6 && ends.hour < 12
    guard isFriday || isSaturday else { return false }
    let monday = evidence.roster.midnight(ends.date + (isFriday ? 3 : 2))
    return evidence.timeline.work(from: shift.end, to: monday) == 0
  }
}
