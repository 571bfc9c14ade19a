/// What the rules on hours in a day share.
enum LongDayText {
  static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Kort ned vakten, eller overlat resten til neste lag.",
        en: "Shorten the duty, or hand the rest of it over to the next team.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Lange vakter krever skriftlig avtale, forsvarlighetsvurdering og kompenserende hvile.",
        en: "Long duties need a written agreement, an assessment and compensating rest.")),
  ]

  /// Longer shifts and injuries in hospitals.
  static let injuries = RuleSource(
    Localized(
      nb: "Härmä mfl. 2020, 18 700 skader i finske sykehus, OR 1,22",
      en: "Härmä et al. 2020, 18,700 injuries in Finnish hospitals, OR 1.22"), .abstract)

  static let sources = [
    RuleSource(
      "Arbeidsmiljøloven § 10-6 (8) og (9)", .primary,
      url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
    RuleSource(
      Localized(
        nb: "Visma: døgn mot 24 timer; NHO: fast start og slutt",
        en: "Visma: day against 24 hours; NHO: fixed start and end"), .secondary,
      url:
        "https://community.visma.com/t5/Nyheter-i-Fagomrade-Lonn-HR/Dogn-vs-24-timer-og-uke-vs-7-dager/ba-p/536158"
    ),
    RuleSource(
      Localized(
        nb: "Døgnet med mest av vakten; ved likt, døgnet den begynner på",
        en: "The day with most of the duty; on a tie, the day it begins"), .derived),
  ]

  /// One finding for each stretch, or fixed day, with more than the limit.
  ///
  /// - Parameters:
  ///   - ordinary: Leaves out what is marked as overtime.
  ///   - gathers: Graver ceilings, ascending, in seconds. Days of one kind up to the next of them are
  ///     one finding, at the longest, as one agreement would answer them all; days over the last
  ///     stand alone.
  ///   - leavesPassive: Days with duty that is mainly passive have limits of their own (§ 10-4 (2)).
  ///   - isOff: Whether an averaging agreement of this level, or none, takes the rule away.
  static func evaluate(
    _ evidence: borrowing Evidence, _ limit: Limit, ordinary: Bool = false,
    gathers: [Int64] = [], leavesPassive: Bool = false, _ findings: inout [Finding],
    isOff: (AgreementLevel?) -> Bool = { _ in false }
  ) {
    let most = evidence.strictest(limit)
    let mostInDay = evidence.timeline.mostInDay
    let longest = ordinary ? mostInDay.ordinary : mostInDay.working
    let hasAgreements = !evidence.limits.agreements.isEmpty
    guard longest > most, hasAgreements || !isOff(nil) else { return }
    let standard = LimitInForce(value: evidence.limits[limit], steps: most, agreement: -1)
    let first = findings.count
    let leavesPassive = leavesPassive && evidence.about?.isMainlyPassive == true
    let hasDayStart = evidence.limits.dayStart != nil
    var groups = GatheredFindings(gathers)
    // What an agreement allows by itself does not hide the sum of its day.
    func standsAlone(_ position: Int32) -> Bool {
      guard hasAgreements else { return true }
      let block = evidence.timeline.blocks[Int(position)]
      let inForce = evidence.inForce(
        limit, from: block.start, to: block.end, onAllOf: position...position, ordinary: ordinary)
      return block.counted(ordinary) > inForce.steps
    }
    evidence.timeline.forEachDay(
      over: most, dayStart: evidence.dayStart, of: evidence.roster, ordinary: ordinary,
      clock: evidence.cursor, standsAlone: standsAlone
    ) { day in
      let from = evidence.timeline.blocks[Int(day.first)].start
      let to = evidence.timeline.blocks[Int(day.last)].end
      guard evidence.isAssessed(from: from, to: to) else { return }
      if leavesPassive, evidence.isPassive(from: from, to: to) { return }
      var inForce = standard
      if hasAgreements {
        inForce = evidence.inForce(
          limit, from: from, to: to, onAllOf: day.first...day.last, ordinary: ordinary)
        guard day.inRunningDay > inForce.steps else { return }
        if inForce.agreement < 0,
          isOff(
            evidence.averaging(
              from: from, to: to, onAllOf: day.first...day.last, ordinary: ordinary))
        {
          return
        }
      }
      let certain = day.isOneStretch || hasDayStart
      guard
        let place = groups.place(
          day.seconds, certain ? [] : .sum, inForce.agreement, next: findings.count)
      else { return }
      let finding = Self.finding(
        day, limit, inForce, isCertain: certain, ordinary: ordinary, evidence)
      if place < findings.count { findings[place] = finding } else { findings.append(finding) }
    }
    groups.close(&findings, from: first)
  }

  /// How many findings ``evaluate(_:_:ordinary:gathers:leavesPassive:_:isOff:)`` has of a rule that no agreement
  /// takes away; nil where agreements, or days that are left out, must be looked at one by one.
  static func count(
    _ evidence: borrowing Evidence, _ limit: Limit, ordinary: Bool, gathers: [Int64] = [],
    leavesPassive: Bool = false
  ) -> FindingCount? {
    guard evidence.limits.agreements.isEmpty,
      !leavesPassive || evidence.about?.isMainlyPassive != true
    else { return nil }
    let most = evidence.limits.steps(limit)
    let mostInDay = evidence.timeline.mostInDay
    guard (ordinary ? mostInDay.ordinary : mostInDay.working) > most else { return FindingCount() }
    let hasDayStart = evidence.limits.dayStart != nil
    var groups = GatheredCount(gathers)
    evidence.timeline.forEachDay(
      over: most, dayStart: evidence.dayStart, of: evidence.roster, ordinary: ordinary,
      clock: evidence.cursor
    ) { day in
      guard
        evidence.isAssessed(
          from: evidence.timeline.blocks[Int(day.first)].start,
          to: evidence.timeline.blocks[Int(day.last)].end)
      else { return }
      let isCertain = day.isOneStretch || hasDayStart
      groups.add(day.seconds, isOther: !isCertain) { status(day, limit, isCertain, evidence) }
    }
    return groups.total
  }

  private static func status(
    _ day: DayHours, _ limit: Limit, _ isCertain: Bool, _ evidence: borrowing Evidence
  ) -> FindingStatus {
    isCertain
      ? evidence.lawStatus(limit, measured: Fraction(day.inRunningDay, 3600)) : .disputed
  }

  private static func finding(
    _ day: DayHours, _ limit: Limit, _ inForce: LimitInForce, isCertain: Bool, ordinary: Bool,
    _ evidence: borrowing Evidence
  ) -> Finding {
    let days = Int(day.first)..<Int(day.last) + 1
    let opening = evidence.timeline.blocks[days.lowerBound]
    let last = evidence.timeline.blocks[days.upperBound - 1]
    let shift = ordinary ? evidence.lastOrdinaryShift(of: last) : last.last
    let to = ordinary && last.overtime > 0 ? evidence.roster.shifts[Int(shift)].end : last.end
    let measured = Fraction(day.seconds, 3600)
    var finding = Finding(
      status(day, limit, isCertain, evidence), from: opening.start,
      to: max(to, opening.start + 1), shift: shift, measured: measured, limit: inForce.value,
      .atMost, .hours)
    finding.agreement = inForce.agreement
    finding.related = opening.first == last.last ? -1 : opening.first
    finding.readings = isCertain ? [] : .sum
    finding.count = Int32(days.count)
    let excess = evidence.wallClockExcess(ofBlocks: days)
    finding.dstOnly = excess < 0 && day.seconds + excess <= inForce.steps
    return finding
  }

  /// - Parameter ordinary: The hours are those not marked as overtime.
  static func describe(
    _ finding: Finding, _ context: FindingContext, ordinary: Bool = false
  ) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let over = Int32(
      (finding.measured.numerator * 3600 / finding.measured.denominator)
        - (finding.limit.numerator * 3600 / finding.limit.denominator))
    let day = context.day(finding.from)
    let until = context.moment(finding.to - over)
    let crosses =
      context.roster.civil(finding.from).date != context.roster.civil(finding.to - 1).date
    // What the hours of the day are made of, where that is not plain.
    let made =
      finding.count > 1
      ? Localized(
        nb: " \(finding.count) vakter på døgnet er lagt sammen.",
        en: " \(finding.count) duties on that day are added up.")
      : crosses
        ? Localized(
          nb: " Vakten regnes samlet selv om den passerer midnatt.",
          en: " The duty is counted whole even when it passes midnight.")
        : Localized(same: "")
    let message =
      finding.readings.contains(.sum)
      ? Localized(
        nb: """
          \(context.name): \(measured[.nb]) på døgnet \(day[.nb]) når \(finding.count) vakter \
          legges sammen, grense \(limit[.nb]). Om de hører til samme døgn avhenger av når døgnet \
          begynner; det er ikke oppgitt.
          """,
        en: """
          \(context.name): \(measured[.en]) on \(day[.en]) when \(finding.count) duties are added \
          up, limit \(limit[.en]). Whether they belong to one day depends on where the day \
          begins, which is not given.
          """)
      : Localized(
        nb: """
          \(context.name): \(measured[.nb])\(ordinary ? " alminnelig arbeidstid" : "") på ett døgn fra \(context.moment(finding.from)[.nb]), \
          grense \(limit[.nb]).\(made[.nb])
          """,
        en: """
          \(context.name): \(measured[.en])\(ordinary ? " of ordinary hours" : "") in one day from \(context.moment(finding.from)[.en]), \
          limit \(limit[.en]).\(made[.en])
          """)
    return FindingText(
      message,
      [
        Remedy(
          .leader,
          Localized(
            nb: "Slutt senest \(until[.nb]), eller overlat resten til neste lag.",
            en: "End on \(until[.en]) at the latest, or hand the rest over to the next team."))
      ] + remedies.suffix(1))
  }
}
