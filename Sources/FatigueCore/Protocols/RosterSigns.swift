/// What a roster shows that measures answer to: counted, never guessed.
public struct RosterSigns: Sendable {
  /// How often each sign is there; those that are not are missing.
  public private(set) var counts: [MeasureOccasion: Int] = [:]

  /// A duty that ends from here to 04:00 ends late. `Assumed:` too late to be in bed by 23:00.
  private static let late = 22 * 3600
  /// A duty of more than this is two in one. `Assumed:` longer than the longest ordinary duty.
  private static let double = Elapsed.hours(14)
  /// Incidents closer than this come in a row.
  private static let row = Elapsed.hours(7 * 24)
  /// The longest time between one duty's start and another's end that is a handover.
  private static let handover: Int32 = 2 * 3600

  /// - Parameter findings: of the rules, about this roster.
  public init(_ roster: Roster, findings: [Finding]) {
    let period = roster.period
    let night = MeasureBook.longNight
    var nightsOf = [Int](repeating: 0, count: roster.people.count)
    var lastIncident: [UInt32: Int32] = [:]
    var hasBreaks = false
    for shift in roster.shifts where shift.start >= period.start && shift.start < period.end {
      if shift.kind == .break || shift.unpaidBreak > 0 { hasBreaks = true }
      if shift.kind == .incident {
        count(.incident)
        if let last = lastIncident[shift.person],
          Int64(shift.start) - Int64(last) <= Self.row.seconds
        {
          count(.heavyDutiesInARow)
        }
        lastIncident[shift.person] = shift.start
      }
      guard shift.kind.isWork, shift.end > shift.start else { continue }
      let duty = PlanDuty(
        WorkInterval(start: shift.start, end: shift.end), zone: roster.zone, origin: roster.origin)
      if duty.isNight {
        nightsOf[Int(shift.person)] += 1
        count(.nights)
        if shift.length >= night { count(.night(atLeast: night)) }
      } else {
        count(.daysAndEvenings)
        let end = roster.civil(shift.end).secondOfDay
        if end >= Self.late || end < 4 * 3600 { count(.lateDuties) }
      }
      if duty.isNight || shift.length > Self.double { count(.nightsOrDoubleDuties) }
    }
    countFindings(findings)
    let loaded = nightsOf.count { $0 >= 2 } + (counts[.finding(["EVID-QR11"])] ?? 0)
    if loaded > 0 { counts[.sleepLoad] = loaded }
    if !hasBreaks, counts[.nights] != nil || counts[.daysAndEvenings] != nil { count(.noBreaks) }
    countUnits(roster, period)
  }

  public func contains(_ occasion: MeasureOccasion) -> Bool { counts[occasion] != nil }

  private mutating func count(_ occasion: MeasureOccasion, _ times: Int = 1) {
    counts[occasion, default: 0] += times
  }

  private mutating func countFindings(_ findings: [Finding]) {
    var byRule: [String: Int] = [:]
    for finding in findings where !finding.isWaived {
      byRule[RuleBook.rule(of: finding).id, default: 0] += 1
    }
    if let untold = byRule["ORG-DEF48"] { counts[.incidentWithoutTalk] = untold }
    if let alone = byRule["AML-4-1-3"] { counts[.aloneAtNight] = alone }
    if let short = byRule["EVID-QR11"] { counts[.finding(["EVID-QR11"])] = short }
    for case .finding(let rules) in MeasureBook.measures.flatMap(\.occasions) {
      let found = rules.reduce(0) { $0 + (byRule[$1] ?? 0) }
      if found > 0 { counts[.finding(rules)] = found }
    }
  }

  /// Units in which nobody comes before somebody goes.
  private mutating func countUnits(_ roster: Roster, _ period: (start: Int32, end: Int32)) {
    var byUnit: [UInt16: [Shift]] = [:]
    for shift in roster.shifts
    where shift.kind.isWork && shift.start >= period.start && shift.start < period.end {
      byUnit[shift.unit, default: []].append(shift)
    }
    for shifts in byUnit.values where Set(shifts.map(\.person)).count > 1 {
      let starts = shifts.map(\.start).sorted()
      let overlaps = shifts.contains { shift in
        // The first start within the last two hours of this duty, its own apart.
        let from = shift.end - min(Self.handover, (shift.end - shift.start) / 2)
        var (low, high) = (0, starts.count)
        while low < high {
          let middle = (low + high) / 2
          if starts[middle] <= from { low = middle + 1 } else { high = middle }
        }
        return low < starts.count && starts[low] < shift.end
      }
      if !overlaps { count(.noOverlap) }
    }
  }
}

extension MeasureBook {
  /// A night of this length or more is long enough for a nap.
  static let longNight = Elapsed.hours(8)
}

/// A measure that the roster points to, and why.
public struct MeasureSuggestion: Sendable {
  public let measure: Measure
  /// The first of its occasions that the roster shows.
  public let occasion: MeasureOccasion
  /// How often.
  public let count: Int

  /// The measures that a roster points to: the workplace's own first, those of the person alone last,
  /// and among equals in the order of the catalogue.
  ///
  /// What no roster can show is not among them: ``offers`` has it.
  public static func all(for signs: RosterSigns) -> [MeasureSuggestion] {
    let found = MeasureBook.measures.compactMap { measure -> MeasureSuggestion? in
      guard let occasion = measure.occasions.first(where: signs.contains) else { return nil }
      return MeasureSuggestion(
        measure: measure, occasion: occasion, count: signs.counts[occasion] ?? 0)
    }
    // A stable order by rank.
    return (0...2).flatMap { rank in found.filter { Self.rank($0.measure) == rank } }
  }

  private static func rank(_ measure: Measure) -> Int {
    if measure.isIndividualOnly { return 2 }
    return measure.levels.contains(.individual) ? 1 : 0
  }

  /// What the workplace may offer whatever the roster shows.
  public static let offers = MeasureBook.measures.filter {
    $0.occasions.allSatisfy { [.offer, .meeting, .reportedInsomnia].contains($0) }
  }
}
