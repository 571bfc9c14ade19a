/// What rules see of one person: the shifts, laid out in time, and what the model says of each duty.
///
/// A worker keeps one and refills it; a rule borrows it.
public struct Evidence: Sendable {
  public private(set) var roster: Roster
  public internal(set) var limits: Limits
  public let facts: Facts
  /// Index in ``Roster/people``.
  public private(set) var person: Int
  public private(set) var timeline: PersonTimeline
  /// The whole weeks that hold no free stretch as long as a rest, in seconds; as places in `weeks`.
  private var shortWeeks: (rest: Int64, places: [Int]) = (0, [])
  /// One for each of the timeline's blocks, in order.
  public internal(set) var duties: [DutyPeak]
  /// The RR446-compatible indices of them.
  public internal(set) var indices: [DutyIndex] = []
  let horizon: WorkInterval
  /// The assessed dates, where more is known than them; and whether what lies around them are copies.
  private let period: WorkInterval?
  private let repeats: Bool
  let weeks: [WeekSpan]
  /// The weekends that lie wholly inside the horizon.
  let weekends: [Weekend]
  /// First and last date of which something is known, as days since 1970.
  let knownDays: (first: Int32, last: Int32)
  let cursor: ZoneCursor
  let onCall: OnCallScale
  let sundays: SundayCalendar
  /// The Sundays and holidays of it as the rules count them, none worked.
  let redDayCalendar: [SundaySeries.Day]
  /// What the person works of them.
  private(set) var redDayWork = RedDayWork()
  /// What is known of the person; nil when nothing is.
  public private(set) var about: PersonFacts?
  private let contents: RosterContents
  /// Stretches of whole weeks in which nobody has anything.
  let emptyWeeks: [WorkInterval]
  /// The roster's weeks with nothing marked.
  let blankWeeks: WeekMarks
  /// A central agreement may cover the person and is not on file.
  private var awaitsCentralAgreement = false
  /// Indices in ``Limits/agreements`` of those that name the person or nobody.
  private var agreements: [Int16] = []

  init(
    roster: Roster, contents: RosterContents? = nil, limits: Limits, facts: Facts = Facts()
  ) {
    self.roster = roster
    self.contents = contents ?? RosterContents(roster)
    self.limits = limits
    self.facts = facts
    person = 0
    timeline = PersonTimeline(
      calendar: WeekCalendar(roster, start: limits.weekStart ?? .monday),
      dayStart: limits.dayStart ?? 0,
      countsBreaksAsWork: facts.plan.breaksArePaid)
    duties = []
    onCall = OnCallScale(limits)
    sundays = SundayCalendar(
      from: roster.knownDates.lowerBound, through: roster.knownDates.upperBound, zone: roster.zone)
    redDayCalendar = SundaySeries.calendar(sundays, roster)
    horizon = roster.horizon
    let (opens, closes) = roster.period
    period = roster.surroundings == nil ? nil : WorkInterval(start: opens, end: closes)
    repeats = roster.surroundings?.repeats == true
    weeks = roster.wholeWeeks
    let known = roster.knownDates
    knownDays = (known.lowerBound.days, known.upperBound.days)
    weekends = roster.wholeWeekends
    let origin = roster.origin.seconds
    cursor = ZoneCursor(
      roster.zone, from: origin + Int64(horizon.start), to: origin + Int64(horizon.end))
    blankWeeks = WeekMarks(roster)
    var marks = blankWeeks
    marks.add(roster.shifts, in: roster.shifts.indices)
    emptyWeeks = marks.empty
  }

  /// Takes another roster of the same dates, zone and kinds of rows, for somebody to be turned to.
  mutating func lookAt(_ trial: Roster) { roster = trial }

  /// Where the fixed day begins, in seconds after local midnight.
  var dayStart: Int64 { limits.dayStart ?? 0 }

  /// The person has a week or more between one entry and the next: a quick look before a close one.
  var hasGaps: Bool {
    // Work alone leaves no such gap, and there is nothing but work.
    if !timeline.hasLongGap, timeline.pieces.count == roster.slices[person].count { return false }
    var reached = Int32.max
    for index in roster.slices[person] {
      let shift = roster.shifts[index]
      if Int64(shift.start) - Int64(reached) >= PersonTimeline.longGap { return true }
      reached = reached == .max ? shift.end : max(reached, shift.end)
    }
    return false
  }

  /// The person's rows of one kind, by start, as indices in the roster. Empty without a look when
  /// nobody has any.
  func rows(_ kind: ShiftKind) -> [Int32] {
    guard hasRows(kind) else { return [] }
    return roster.slices[person].filter { roster.shifts[$0].kind == kind }.map(Int32.init)
  }

  /// Whether anybody has rows of a kind.
  func hasRows(_ kind: ShiftKind) -> Bool { contents.has(kind) }

  /// Turns to another person and lays out the timeline. What models say is still about the person before.
  mutating func turn(to person: Int, clock: inout ZoneCursor) {
    self.person = person
    timeline.fill(roster, person: person, clock: &clock)
    shortWeeks.rest = limits.steps(WeeklyRestRule.minimum)
    timeline.findWeeks(
      withoutRest: shortWeeks.rest, within: horizon, weeks, into: &shortWeeks.places)
    redDayWork.find(in: timeline.work, sundays, origin: roster.origin.seconds)
    about = facts.person(roster.people[person])
    awaitsCentralAgreement =
      about != nil
      && limits.awaitsCentralAgreement(roster.people[person], about, in: roster.knownDates)
    agreements.removeAll(keepingCapacity: true)
    for (index, agreement) in limits.agreements.enumerated()
    where agreement.covers(roster.people[person]) {
      agreements.append(Int16(clamping: index))
    }
  }

  /// The whole weeks that hold no rest of a length, in seconds.
  func weeks(withoutRest rest: Int64) -> [WeeklyRest] {
    guard rest <= shortWeeks.rest else {
      return timeline.weeklyRests(of: rest, onlyShort: true, within: horizon, weeks: weeks)
    }
    // What lacks the shorter rest lacks the longer.
    var places = shortWeeks.places
    if rest < shortWeeks.rest {
      places.removeAll { place in
        var next = timeline.block(endingAfter: weeks[place].from)
        return timeline.hasRest(of: rest, weeks[place], within: horizon, &next)
      }
    }
    return timeline.weeklyRests(of: rest, within: horizon, weeks: weeks, at: places)
  }

  /// Takes what the models say of the same person's duties from wider evidence: of each of the timeline's
  /// blocks that of the duty in which it begins.
  mutating func takeModels(from wider: borrowing Evidence) {
    duties.removeAll(keepingCapacity: true)
    indices.removeAll(keepingCapacity: true)
    let blocks = wider.timeline.blocks
    var place = 0
    for block in timeline.blocks {
      while place + 1 < blocks.count, blocks[place + 1].start <= block.start { place += 1 }
      if place < wider.duties.count { duties.append(wider.duties[place]) }
      if place < wider.indices.count { indices.append(wider.indices[place]) }
    }
    // The first has no duty before it.
    if !duties.isEmpty { duties[0].sleepInRest = nil }
  }

  /// A limit as it holds for the person from one moment to another.
  ///
  /// An agreement counts when its dates hold both ends and its scope holds the shift; the last one
  /// on file wins.
  func inForce(_ limit: Limit, from: Int32, to: Int32, shift: Int32) -> LimitInForce {
    for index in agreements.reversed() {
      let agreement = limits.agreements[Int(index)]
      guard agreement.limit == limit.id, let value = agreement.value,
        holds(agreement, from: from, to: to, shift: shift)
      else { continue }
      return LimitInForce(
        value: value, steps: Limits.steps(value, limit.unit), agreement: index)
    }
    let value = limits[limit]
    return LimitInForce(value: value, steps: Limits.steps(value, limit.unit), agreement: -1)
  }

  /// A limit that something is to be at most, as it holds for all the shifts of some blocks: an agreement counts
  /// where its scope holds every one of them.
  func inForce(
    _ limit: Limit, from: Int32, to: Int32, onAllOf blocks: ClosedRange<Int32>, ordinary: Bool
  ) -> LimitInForce {
    var least: LimitInForce?
    for block in timeline.blocks[Int(blocks.lowerBound)...Int(blocks.upperBound)] {
      for piece in block.pieces {
        let shift = timeline.pieces[Int(piece)]
        if ordinary, roster.shifts[Int(shift)].kind == .overtime { continue }
        let own = inForce(limit, from: from, to: to, shift: shift)
        if least.map({ own.steps < $0.steps }) ?? true { least = own }
      }
    }
    return least ?? inForce(limit, from: from, to: to, shift: -1)
  }

  /// Every value that the limit may have for the person, each once, for a search that turns on the value.
  func values(of limit: Limit) -> [Int64] {
    var values = [limits.steps(limit)]
    for index in agreements where limits.agreements[Int(index)].limit == limit.id {
      guard let value = limits.agreements[Int(index)].value else { continue }
      let steps = Limits.steps(value, limit.unit)
      if !values.contains(steps) { values.append(steps) }
    }
    return values
  }

  /// A limit that the parties have settled: by an agreement in force, or by setting it; nil when they have not.
  func settled(_ limit: Limit, from: Int32, to: Int32, shift: Int32) -> LimitInForce? {
    let inForce = inForce(limit, from: from, to: to, shift: shift)
    return inForce.agreement >= 0 || limits.isSet(limit) ? inForce : nil
  }

  /// Breach or disputed for a value past a limit of the law (`DESIGN` 2.5).
  ///
  /// - Parameter isCertain: False when the stretch is cut off by the input, so that being past the
  ///   floor is not certain.
  func lawStatus(_ limit: Limit, measured: Fraction, isCertain: Bool = true) -> FindingStatus {
    lawStatus(pastFloor: isCertain && limit.isPastFloor(measured))
  }

  /// The same for a value that is past what any local agreement can give, or is not: a breach, unless a
  /// central agreement may cover the person.
  func lawStatus(pastFloor: Bool) -> FindingStatus {
    limits.lawStatus(pastFloor: pastFloor && !awaitsCentralAgreement)
  }

  /// The agreement about one of some rules with the most power, valid from one moment to another.
  ///
  /// - Returns: Its index in ``Limits/agreements``, nil when there is none.
  func agreement(
    about rules: [String], from: Int32, to: Int32, shift: Int32 = -1
  ) -> Int16? {
    var best: Int16?
    for index in agreements {
      let agreement = limits.agreements[Int(index)]
      guard rules.contains(agreement.rule),
        holds(agreement, from: from, to: to, shift: shift)
      else { continue }
      if best.map({ agreement.level > limits.agreements[Int($0)].level }) ?? true { best = index }
    }
    return best
  }

  private func holds(_ agreement: Agreement, from: Int32, to: Int32, shift: Int32) -> Bool {
    let first = roster.civil(from).date
    let last = roster.civil(max(from, to - 1)).date
    guard first >= agreement.from, agreement.through.map({ last <= $0 }) ?? true else {
      return false
    }
    guard !agreement.units.isEmpty || !agreement.codes.isEmpty else { return true }
    guard shift >= 0 else { return false }
    let row = roster.shifts[Int(shift)]
    return (agreement.units.isEmpty || agreement.units.contains(roster.units[Int(row.unit)]))
      && (agreement.codes.isEmpty || agreement.codes.contains(roster.codes[Int(row.code)]))
  }

  /// Whether what is found from one moment to another belongs to the assessed dates. Of a plan with a look-back
  /// what ends in the plan does; of one that repeats what begins in it, so that what crosses the seam is
  /// found once.
  @inline(__always)
  func isAssessed(from: Int32, to: Int32) -> Bool {
    guard let period else { return true }
    return repeats
      ? from >= period.start && from < period.end : to > period.start && from < period.end
  }

  /// Whether a run of shifts may go on outside what is known: it begins on the first known date, or
  /// ends on the last.
  func isCutOff(from: Int32, to: Int32) -> Bool {
    from < horizon.start + 86_400 || to > horizon.end - 86_400
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int32) -> Int32 { roster.zone.offset(at: roster.instant(seconds)) }

  /// How many seconds longer a stretch looks on the wall clock than it is.
  func wallClockExcess(from: Int32, to: Int32) -> Int64 {
    Int64(offset(at: to)) - Int64(offset(at: from))
  }
}

/// What rules about the whole plan see: everybody's rows, and what was found for each person.
public struct PlanEvidence: Sendable {
  public let roster: Roster
  public let limits: Limits
  public let facts: Facts
  /// The rules that have found something in anybody so far.
  let found: RulesFound
  let horizon: WorkInterval

  init(roster: Roster, limits: Limits, facts: Facts, found: RulesFound = RulesFound()) {
    self.roster = roster
    self.limits = limits
    self.facts = facts
    self.found = found
    horizon = roster.horizon
  }
}
