/// What the rules on hours over several weeks share.
///
/// In their findings `detail` holds the other reading's value in seconds (a week's mean, or a sum),
/// and `count` the number of weeks.
enum MeanHoursText {
  /// How a period is laid over the plan.
  enum Periods {
    /// Fixed periods are certain, others disputed.
    case fixedThenRolling
    /// Any period is certain.
    case anyPeriod
    /// Only fixed periods are looked at.
    case onlyFixed
  }

  /// What a limit is held against.
  enum Measure {
    case mean, sum
  }

  /// A limit that each period has for itself.
  struct Due {
    /// The least it can be, in seconds.
    var least: Int64
    /// The hours of the mean week when a period's hours are spread over so many days.
    var week: (borrowing Evidence, WeekWindow, _ days: Int64) -> Fraction
  }

  static func evaluate(
    _ evidence: borrowing Evidence, _ limit: Limit, _ part: HoursPart, weeks: Int,
    _ periods: Periods, _ measure: Measure = .mean, at standard: Int64? = nil, due: Due? = nil,
    into findings: inout [Finding],
    isOff: (borrowing Evidence, _ from: Int32, _ to: Int32) -> Bool = { _, _, _ in false }
  ) {
    let most = standard ?? due?.least ?? evidence.strictest(limit)
    guard part != .overtime || evidence.timeline.overtimeSeconds > most else { return }
    guard
      measure == .sum || evidence.timeline.hasAbsence
        || evidence.timeline.mostWork(inWeeks: weeks) > most * Int64(weeks)
    else { return }
    search(
      evidence, limit, part, weeks: weeks, periods, measure, most, at: standard, due: due,
      into: &findings, isOff: isOff)
  }

  /// Looks at every period, once a quick look has not shown that none can be over `most`.
  private static func search(
    _ evidence: borrowing Evidence, _ limit: Limit, _ part: HoursPart, weeks: Int,
    _ periods: Periods, _ measure: Measure, _ most: Int64, at standard: Int64?, due: Due?,
    into findings: inout [Finding],
    isOff: (borrowing Evidence, _ from: Int32, _ to: Int32) -> Bool
  ) {
    let timeline = evidence.timeline
    let scale = evidence.onCall.steps
    // A sum over weeks is compared as its mean, so that one way of counting serves both.
    let weekly = Int64(measure == .mean ? 1 : weeks)
    var values: [Int64] = []
    values.reserveCapacity(timeline.weekHours.count)
    for week in timeline.weekHours.indices {
      values.append(evidence.hours(part, inWeek: week) * weekly)
    }
    let neutral = measure == .mean
    guard timeline.mayExceed(most * scale, of: weeks, values, neutral: neutral) else { return }
    let first = findings.count
    var fixed: [WeekWindow] = []
    if periods != .anyPeriod {
      fixed = timeline.fixedWindows(of: weeks, over: most * scale, values, neutral: neutral)
      fixed.removeAll { isSetAside($0) }
    }
    let rolling =
      periods == .onlyFixed
      ? []
      : timeline.rollingWindows(
        of: weeks, over: most * scale, values, neutral: neutral, isOff: { isSetAside($0) })
    for window in fixed {
      let other = rolling.filter { $0.overlaps(window) }.max { $0.mean < $1.mean }
      append(window, periods == .onlyFixed ? .fixed : [.fixed, .rolling], other)
    }
    for window in rolling where !fixed.contains(where: { $0.overlaps(window) }) {
      let block = timeline.window(
        from: timeline.fixedWindow(of: weeks, holding: window.first), weeks: weeks, values,
        neutral: neutral)
      let next = timeline.window(
        from: block.first + weeks, weeks: weeks, values, neutral: neutral)
      append(
        window, periods == .anyPeriod ? [] : .rolling,
        next.first < window.first + weeks && next.mean > block.mean ? next : block)
    }
    findings[first...].sort { $0.from < $1.from }

    func span(_ window: WeekWindow) -> (from: Int32, to: Int32) {
      let calendar = timeline.calendar.weeks
      return (
        calendar[window.first].from,
        calendar[min(window.first + window.weeks, calendar.count) - 1].to
      )
    }

    func isSetAside(_ window: WeekWindow) -> Bool {
      let (from, to) = span(window)
      let (opens, closes) = (max(from, evidence.horizon.start), min(to, evidence.horizon.end))
      if isOff(evidence, opens, max(closes, opens + 1)) { return true }
      // What an agreement allows does not join windows that it does not.
      guard due == nil, standard == nil, !evidence.limits.agreements.isEmpty else { return false }
      let inForce = evidence.inForce(limit, from: opens, to: max(closes, opens + 1), shift: -1)
      return !window.exceeds(inForce.steps * scale)
    }

    func append(_ window: WeekWindow, _ readings: Reading, _ other: WeekWindow?) {
      let (from, to) = span(window)
      let (opens, closes) = (max(from, evidence.horizon.start), min(to, evidence.horizon.end))
      var inForce =
        standard.map { LimitInForce(value: Fraction($0, 3600), steps: $0, agreement: -1) }
        ?? evidence.inForce(limit, from: opens, to: max(closes, opens + 1), shift: -1)
      let measured = window.mean / Fraction(scale * 3600)
      var isOver = window.exceeds(inForce.steps * scale)
      var isCertain = measure == .sum || window.certainlyExceeds(inForce.steps * scale)
      let isDue = due != nil && inForce.agreement < 0
      if let due, isDue {
        inForce.value = due.week(evidence, window, window.days)
        inForce.steps = (inForce.value * Fraction(3600)).roundedDown
        isOver = measured > inForce.value
        let days = max(1, window.certainDays)
        isCertain =
          measured * Fraction(window.days, days) > due.week(evidence, window, days)
      }
      guard isOver else { return }
      isCertain = isCertain && readings != .rolling
      let passing = Int64(inForce.steps) / weekly * Int64(window.weeks)
      var finding = Finding(
        !isCertain
          ? .disputed
          : isDue
            ? evidence.lawStatus(pastFloor: true) : evidence.lawStatus(limit, measured: measured),
        from: from, to: to,
        shift: evidence.shift(
          passing: measure == .sum ? inForce.steps : passing, part, from: from, to: to),
        measured: measured, limit: inForce.value, .atMost, limit.unit)
      finding.agreement = inForce.agreement
      finding.readings = readings
      finding.horizonTruncated = window.isCut
      finding.count = Int32(clamping: window.weeks)
      finding.detail = Int32(
        clamping: ((other ?? window).mean / Fraction(scale)).roundedDown)
      let excess = evidence.wallClockExcess(part, from: from, to: to)
      var onClock = window
      onClock.sum += excess * weekly
      finding.dstOnly = excess < 0 && !onClock.exceeds(inForce.steps * scale)
      finding.balance = Int32(clamping: window.absentDays)
      findings.append(finding)
    }
  }

  /// `Kari: i snitt 48 t 30 min i uken over 8 uker fra ma 2. mars; taket er 48 t. …`
  static func message(_ finding: Finding, _ context: FindingContext) -> Localized {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let (day, weeks) = (context.day(finding.from), finding.count)
    let other = Elapsed(seconds: Int64(finding.detail)).text
    var message = Localized(
      nb: """
        \(context.name): i snitt \(measured[.nb]) i uken over \(weeks) uker fra \(day[.nb]); \
        taket er \(limit[.nb]).
        """,
      en: """
        \(context.name): a mean of \(measured[.en]) a week over \(weeks) weeks from \(day[.en]); \
        the ceiling is \(limit[.en]).
        """)
    if finding.readings.contains(.fixed), finding.readings.contains(.rolling) {
      message.nb += " Fast blokk: \(measured[.nb]). Rullerende: \(other[.nb])."
      message.en += " Fixed block: \(measured[.en]). Rolling: \(other[.en])."
    } else if finding.readings == .rolling {
      message.nb += """
         Fast blokk: \(other[.nb]). Rullerende: \(measured[.nb]). At taket gjelder \
        rullerende, er omtvistet.
        """
      message.en += """
         Fixed block: \(other[.en]). Rolling: \(measured[.en]). That the ceiling \
        holds for rolling periods is disputed.
        """
    }
    return message + notes(finding)
  }

  /// What a reader must know about the period.
  static func notes(_ finding: Finding) -> Localized {
    var notes = Localized(same: "")
    if finding.balance > 0 {
      notes.nb += " Fravær (\(finding.balance) dager) er holdt utenfor."
      notes.en += " Absence (\(finding.balance) days) is left out."
    }
    if finding.horizonTruncated {
      notes.nb += " Planen viser bare en del av perioden."
      notes.en += " The plan shows only a part of the period."
    }
    return notes
  }

  static let meanRemedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Spre overtiden, og stopp nye ekstravakter for denne personen.",
        en: "Spread the overtime, and stop new extra shifts for this person.")),
    WeekHoursText.even,
  ]
}

extension Localized {
  static func + (a: Localized, b: Localized) -> Localized {
    Localized(nb: a.nb + b.nb, en: a.en + b.en)
  }
}

extension WeekWindow {
  /// Per week, absence left out, in the unit of the sum.
  fileprivate var mean: Fraction { Fraction(sum) * Fraction(7) / Fraction(max(1, days)) }

  fileprivate func overlaps(_ other: WeekWindow) -> Bool {
    first < other.first + other.weeks && other.first < first + weeks
  }
}

extension Fraction {
  /// The whole number below.
  fileprivate var roundedDown: Int64 { numerator.flooredQuotient(denominator) }
}
