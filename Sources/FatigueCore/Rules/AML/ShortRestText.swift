/// What the two daily-rest rules say alike: the finding they make of a short rest, and what would
/// mend it.
struct ShortRestText {
  let measured: Localized
  let limit: Localized
  let from: Localized
  let to: Localized
  let isSpread: Bool
  private let finding: Finding
  private let context: FindingContext

  init(_ finding: Finding, _ context: FindingContext) {
    self.finding = finding
    self.context = context
    measured = DurationText.text(finding.measured)
    limit = DurationText.text(finding.limit)
    isSpread = !finding.readings.contains(.gap)
    let opening = context.roster.shifts[Int(max(0, finding.related))]
    from = isSpread ? context.moment(opening.start) : context.moment(finding.from)
    to = context.moment(finding.to)
  }

  /// The finding of a rest under the limit in force; its status is left to the rule. nil when an
  /// agreement allows the rest.
  static func finding(
    _ rest: ShortRest, _ limit: Limit, _ evidence: borrowing Evidence
  ) -> Finding? {
    let blocks = evidence.timeline.blocks
    let (before, after) = (blocks[Int(rest.before)], blocks[Int(rest.after)])
    let shift = rest.certain ? after.first : before.last
    let inForce = evidence.inForce(limit, from: rest.from, to: rest.to, shift: shift)
    guard rest.seconds < inForce.steps else {
      // The gap is long enough for this limit; the duty before it may leave too little of its 24 h.
      guard rest.certain,
        let spread = evidence.timeline.spread(before: rest, under: inForce.steps)
      else { return nil }
      return Self.finding(spread, limit, evidence)
    }
    // Read as one duty with what follows, it leaves enough.
    if rest.asOneDuty >= inForce.steps { return nil }
    let opening = blocks[Int(rest.opening)]
    var finding = Finding(
      .disputed, from: rest.from, to: rest.to, shift: shift,
      measured: Fraction(rest.seconds, 3600), limit: inForce.value, .atLeast, .hours)
    finding.agreement = inForce.agreement
    finding.related = rest.certain ? before.last : opening.first
    finding.readings = rest.certain ? [.gap, .window] : .window
    // By the wall clock the 24 h of a spread duty end when the clock shows its start again.
    let is24Hours = Int64(rest.to) - Int64(opening.start) == PersonTimeline.day
    let opens = rest.certain ? before.endOffset : evidence.offset(at: rest.from)
    let closes =
      is24Hours
      ? opening.startOffset : rest.certain ? after.startOffset : evidence.offset(at: rest.to)
    finding.dstOnly = rest.seconds + Int64(closes) - Int64(opens) >= inForce.steps
    return finding
  }

  /// Start the later shift later, end the earlier one earlier, or change their order.
  var gapRemedies: [Remedy] {
    let roster = context.roster
    let missing =
      Int32((finding.limit.numerator * 3600 / finding.limit.denominator))
      - (finding.to - finding.from)
    let later = roster.shifts[Int(finding.shift)]
    let code = context.code(finding.shift)
    // The days of the moments named, which a night has two of.
    let day = context.day(later.start + missing)
    let clock = context.clock(later.start + missing)
    let earlier = context.code(finding.related)
    let earlierDay = context.day(finding.from - missing)
    let ends = context.clock(finding.from - missing)
    return [
      Remedy(
        .leader,
        Localized(
          nb: "La \(code) \(day[.nb]) begynne kl. \(clock).",
          en: "Start \(code) on \(day[.en]) at \(clock).")),
      Remedy(
        .leader,
        Localized(
          nb: "Eller slutt \(earlier) \(earlierDay[.nb]) kl. \(ends).",
          en: "Or end \(earlier) on \(earlierDay[.en]) at \(ends).")),
    ] + planRemedy
  }

  /// For an evening before a day shift: the base plan.
  private var planRemedy: [Remedy] {
    let roster = context.roster
    let before = roster.civil(roster.shifts[Int(finding.related)].start).hour
    let after = roster.civil(roster.shifts[Int(finding.shift)].start).hour
    guard (12..<18).contains(before), (4..<12).contains(after) else { return [] }
    return [
      Remedy(
        .organisation,
        Localized(
          nb: "Legg kveld før kveld, eller kveld før fri, i grunnplanen.",
          en: "Put an evening before an evening, or before a day off, in the base plan."))
    ]
  }

  var spreadRemedies: [Remedy] {
    let missing =
      Int32(finding.limit.numerator * 3600 / finding.limit.denominator)
      - (finding.to - finding.from)
    let code = context.code(finding.shift)
    let ends = context.clock(finding.from - missing)
    return [
      Remedy(
        .leader,
        Localized(
          nb: "Slutt \(code) \(context.day(finding.from)[.nb]) senest kl. \(ends).",
          en: "End \(code) on \(context.day(finding.from)[.en]) at \(ends) at the latest.")),
      Remedy(
        .organisation,
        Localized(
          nb: "Avtal i planen hvordan lange vakter skal regnes, med kompenserende hvile.",
          en: "Agree in the plan how long duties are counted, with compensating rest.")),
    ]
  }

  var floorRemedies: [Remedy] {
    let code = context.code(finding.shift)
    let other = context.code(finding.related)
    let day = context.day(finding.to)
    return [
      Remedy(
        .leader,
        Localized(
          nb: "Ta bort eller bytt \(code) \(day[.nb]), eller \(other) før den, nå.",
          en: "Take away or swap \(code) on \(day[.en]), or \(other) before it, now.")),
      Remedy(
        .leader,
        Localized(
          nb:
            "Er vakten alt arbeidet, registrer det som brudd og undersøk om en sentral avtale gjelder.",
          en: "If it has been worked, log it as a breach and see if a central agreement applies.")),
    ]
  }
}

/// Hours kept as fractions, in words.
enum DurationText {
  static func text(_ hours: Fraction) -> Localized {
    Elapsed(seconds: hours.numerator * 3600 / hours.denominator).text
  }
}
