/// Nights on which a unit has one person at work.
enum LoneNights {
  /// - Parameter least: Seconds alone inside 23–06, in one stretch, that make a night count.
  static func find(
    _ evidence: borrowing PlanEvidence, least: Int64, _ findings: inout [Finding]
  ) {
    let roster = evidence.roster
    var rows = [[Int]](repeating: [], count: roster.units.count)
    for (index, shift) in roster.shifts.enumerated()
    where shift.kind.isWork && shift.end > shift.start && shift.unit != 0 {
      rows[Int(shift.unit)].append(index)
    }
    for unit in rows.indices where !rows[unit].isEmpty {
      guard evidence.facts.units[roster.units[unit]]?.loneWorkAssessment == nil else { continue }
      let nights = alone(rows[unit], roster, least)
      guard let first = nights.first, let last = nights.last else { continue }
      var finding = Finding(
        .warning, from: roster.shifts[first.shift].start, to: roster.shifts[last.shift].end,
        shift: Int32(first.shift), measured: Fraction(Int64(nights.count)), limit: Fraction(0),
        .atMost, .nights)
      finding.count = Int32(clamping: nights.count)
      findings.append(finding)
    }
  }

  /// One entry for each night: the first shift that is alone long enough in it.
  private static func alone(
    _ rows: [Int], _ roster: Roster, _ least: Int64
  ) -> [(night: Int64, shift: Int)] {
    // Where the number at work changes, and by which shift.
    var events: [(at: Int32, isStart: Bool, shift: Int)] = []
    for row in rows {
      events.append((roster.shifts[row].start, true, row))
      events.append((roster.shifts[row].end, false, row))
    }
    events.sort { ($0.at, $0.isStart ? 1 : 0, $0.shift) < ($1.at, $1.isStart ? 1 : 0, $1.shift) }
    var clock = ZoneCursor(roster.zone)
    let origin = roster.origin.seconds
    var present: Set<Int> = []
    var nights: [(night: Int64, shift: Int)] = []
    for (index, event) in events.enumerated() {
      if event.isStart { present.insert(event.shift) } else { present.remove(event.shift) }
      guard index + 1 < events.count else { break }
      let (from, to) = (event.at, events[index + 1].at)
      // Two rows of one person are one person.
      guard to > from, let one = present.first,
        present.allSatisfy({ roster.shifts[$0].person == roster.shifts[one].person })
      else { continue }
      let (opens, closes) = (origin + Int64(from), origin + Int64(to))
      guard clock.seconds(of: .evidence, from: opens, to: closes) >= max(1, least) else { continue }
      // Counted on the evening's date: 23–06 belongs to the date twelve hours before its middle.
      let night = (clock.local((opens + closes) / 2) - 43_200).flooredQuotient(86_400)
      if nights.last?.night != night { nights.append((night, present.min() ?? one)) }
    }
    return nights
  }
}
