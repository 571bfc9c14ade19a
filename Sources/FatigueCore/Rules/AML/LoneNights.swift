/// Nights on which a unit has one person at work.
enum LoneNights {
  /// A night of a unit that is not known to have two people all through.
  private struct Night {
    /// Days since 1970 of its evening, by the wall clock.
    var date: Int32
    /// 23:00 and 06:00, in seconds from the origin.
    var from: Int32
    var to: Int32
  }

  /// Part of a shift inside one night.
  private struct Presence {
    var unit: UInt32
    var night: Night
    var shift: Int32
  }

  /// - Parameter least: Seconds alone inside 23–06, all together, that make a night count.
  static func find(
    _ evidence: borrowing PlanEvidence, least: Int64, _ findings: inout [Finding]
  ) {
    let roster = evidence.roster
    let assessed = roster.units.indices.map { unit in
      unit == 0 || evidence.facts.units[roster.units[unit]]?.loneWorkAssessment != nil
    }
    let settled = Settled(roster) { !assessed[$0] }
    var present: [Presence] = []
    let isOpen = { (unit: Int) in !assessed[unit] }
    forEachPresence(roster, isOpen) { entry in
      if !settled.contains(entry) { present.append(entry) }
    }
    present.sort {
      ($0.unit, $0.night.date, $0.shift) < ($1.unit, $1.night.date, $1.shift)
    }
    var first = 0
    var found: (unit: UInt32, nights: Int, first: Int32, last: Int32)?
    while first < present.count {
      var next = first
      while next < present.count, present[next].unit == present[first].unit,
        present[next].night.date == present[first].night.date
      {
        next += 1
      }
      if let shift = alone(present[first..<next], roster, least: max(1, least)) {
        if let open = found, open.unit == present[first].unit {
          found = (open.unit, open.nights + 1, open.first, shift)
        } else {
          close(found)
          found = (present[first].unit, 1, shift, shift)
        }
      }
      first = next
    }
    close(found)

    func close(_ unit: (unit: UInt32, nights: Int, first: Int32, last: Int32)?) {
      guard let unit else { return }
      let (first, last) = (roster.shifts[Int(unit.first)], roster.shifts[Int(unit.last)])
      var finding = Finding(
        .warning, from: first.start, to: max(last.end, first.end), shift: unit.first,
        measured: Fraction(Int64(unit.nights)), limit: evidence.limits[LoneNightWork.most],
        .atMost, .nights)
      finding.count = Int32(clamping: unit.nights)
      guard Int64(unit.nights) > evidence.limits.steps(LoneNightWork.most) else { return }
      findings.append(finding)
    }
  }

  /// Nights of a unit on which two people are there all through: most nights of most wards, found
  /// without sorting anything.
  private struct Settled {
    /// For each unit and night 0, the person who is there all night plus one, or ``two``.
    private var cells: [UInt32] = []
    private let first: Int32
    private let nights: Int
    private static let two = UInt32.max
    /// More units and nights than this are looked at one by one: 16 MB.
    private static let most = 1 << 22

    init(_ roster: Roster, _ isWanted: (Int) -> Bool) {
      // Nights are numbered by date; a shift may reach a little outside the known ones.
      first = roster.knownDates.lowerBound.days - 9
      nights = Int(roster.knownDates.upperBound.days) - Int(first) + 9
      let (count, overflow) = roster.units.count.multipliedReportingOverflow(by: nights)
      guard !overflow, count <= Self.most else { return }
      var cells = [UInt32](repeating: 0, count: count)
      let (first, nights) = (first, nights)
      LoneNights.forEachPresence(roster, isWanted) { entry in
        let shift = roster.shifts[Int(entry.shift)]
        let night = Int(entry.night.date) - Int(first)
        guard shift.start <= entry.night.from, shift.end >= entry.night.to,
          (0..<nights).contains(night)
        else { return }
        let cell = Int(entry.unit) * nights + night
        let person = shift.person + 1
        if cells[cell] == 0 {
          cells[cell] = person
        } else if cells[cell] != person {
          cells[cell] = Self.two
        }
      }
      self.cells = cells
    }

    func contains(_ entry: Presence) -> Bool {
      let night = Int(entry.night.date) - Int(first)
      guard !cells.isEmpty, (0..<nights).contains(night) else { return false }
      return cells[Int(entry.unit) * nights + night] == Self.two
    }
  }

  /// Calls `body` with what every shift of the units asked for has of each night.
  private static func forEachPresence(
    _ roster: Roster, _ isWanted: (Int) -> Bool, _ body: (Presence) -> Void
  ) {
    var clock = ZoneCursor(roster.zone)
    let (origin, window) = (roster.origin.seconds, NightWindow.evidence)
    let day: Int64 = 86_400
    for (index, shift) in roster.shifts.enumerated()
    where shift.kind.isWork && shift.end > shift.start && isWanted(Int(shift.unit)) {
      let (from, to) = (origin + Int64(shift.start), origin + Int64(shift.end))
      let start = clock.local(from)
      let second = start %% day
      // Clear of the night, with an hour for a change of the clock.
      if second >= window.to - day + 3600, second + (to - from) <= window.from - 3600 { continue }
      var midnight = start - second - (second < window.to - day ? day : 0)
      while true {
        let opens = clock.resolve(local: midnight + window.from).instant.seconds
        guard opens < to else { break }
        let closes = clock.resolve(local: midnight + window.to).instant.seconds
        if closes > from {
          body(
            Presence(
              unit: UInt32(shift.unit),
              night: Night(
                date: Int32(clamping: midnight / day), from: Int32(clamping: opens - origin),
                to: Int32(clamping: closes - origin)), shift: Int32(index)))
        }
        midnight += day
      }
    }
  }

  /// The first shift that is alone in a night, when the time alone adds up; rows of one person are one.
  private static func alone(
    _ present: ArraySlice<Presence>, _ roster: Roster, least: Int64
  ) -> Int32? {
    guard let night = present.first?.night else { return nil }
    var events: [(at: Int32, isStart: Bool, shift: Int32)] = []
    for entry in present {
      let shift = roster.shifts[Int(entry.shift)]
      events.append((max(shift.start, night.from), true, entry.shift))
      events.append((min(shift.end, night.to), false, entry.shift))
    }
    events.sort { ($0.at, $0.isStart ? 1 : 0, $0.shift) < ($1.at, $1.isStart ? 1 : 0, $1.shift) }
    // Rows of each person that are open, and the last of them to begin.
    var open: [UInt32: (rows: Int, shift: Int32)] = [:]
    var (sum, since, first) = (Int64(0), night.from, Int32(-1))
    for event in events {
      if open.count == 1, let one = open.values.first, event.at > since {
        sum += Int64(event.at) - Int64(since)
        if first < 0 { first = one.shift }
      }
      since = event.at
      let person = roster.shifts[Int(event.shift)].person
      if event.isStart {
        open[person] = ((open[person]?.rows ?? 0) + 1, event.shift)
      } else if let known = open[person] {
        open[person] = known.rows > 1 ? (known.rows - 1, known.shift) : nil
      }
    }
    return sum >= least ? first : nil
  }
}
