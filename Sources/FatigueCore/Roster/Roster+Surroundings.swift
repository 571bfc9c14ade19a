/// What is known of the time around the dates that are assessed: evidence, but not assessed itself.
public struct Surroundings: Equatable, Sendable {
  /// First and last date of which anything is known, the assessed ones included.
  public var firstDate: CivilDate
  public var lastDate: CivilDate
  /// The plan repeats: what lies around it are copies of itself.
  public var repeats: Bool
}

extension Roster {
  /// The dates of which something is known: midnight to midnight.
  public var knownDates: ClosedRange<CivilDate> {
    let (first, last) = (surroundings?.firstDate, surroundings?.lastDate)
    return min(first ?? firstDate, firstDate)...max(last ?? lastDate, lastDate)
  }

  /// The assessed dates as one stretch, in seconds from the origin.
  public var period: (start: Int32, end: Int32) { (midnight(firstDate), midnight(lastDate + 1)) }

  /// The entries that start on an assessed date, with the people who have any.
  var assessedOnly: Roster {
    guard surroundings != nil else { return self }
    let end = period.end
    var kept = onward
    kept.surroundings = nil
    for (person, slice) in kept.slices.enumerated() {
      let high = shifts[slice].firstIndex { $0.start >= end } ?? slice.upperBound
      kept.slices[person] = slice.lowerBound..<high
    }
    return kept
  }

  /// The same without what is known of the time before the assessed dates. Indices of entries stay.
  var onward: Roster {
    guard var known = surroundings else { return self }
    known.firstDate = firstDate
    let start = period.start
    var kept = self
    kept.surroundings = known.lastDate > lastDate ? known : nil
    for (person, slice) in slices.enumerated() {
      let low = shifts[slice].firstIndex { $0.start >= start } ?? slice.upperBound
      kept.slices[person] = low..<slice.upperBound
    }
    return kept
  }

  /// Whether another roster is of the same people, dates and words, with whatever rows; codes may be added.
  func isFramed(as other: Roster) -> Bool {
    origin == other.origin && zone.name == other.zone.name && people == other.people
      && firstDate == other.firstDate && lastDate == other.lastDate
      && surroundings == other.surroundings && units == other.units
      && codes.starts(with: other.codes) && repeats == other.repeats
  }

  // MARK: History

  /// Takes the entries that stand in a look-back file out of the assessed plan.
  ///
  /// - Parameter isHistory: Whether an entry comes from such a file, by where its start stands.
  /// - Returns: nil when nothing else is there; and how many entries of the look-back start on or
  ///   after the first date of the plan: they are left out, since the plan says what is worked then.
  public func separatingHistory(
    where isHistory: (SourcePosition) -> Bool
  ) -> (roster: Roster?, leftOut: Int, unknownPeople: Int) {
    var plan: (first: Int32, last: Int32)?
    for shift in shifts where !isHistory(shift.startField) {
      plan = (min(plan?.first ?? shift.start, shift.start), max(plan?.last ?? 0, shift.start))
    }
    guard let plan else { return (nil, 0, 0) }
    var separated = self
    separated.firstDate = civil(plan.first).date
    separated.lastDate = civil(plan.last).date
    let begins = midnight(separated.firstDate)
    var (leftOut, unknownPeople) = (0, 0)
    (separated.shifts, separated.slices, separated.people) = ([], [], [])
    separated.repeats = []
    for (index, (person, slice)) in zip(people, slices).enumerated() {
      guard shifts[slice].contains(where: { !isHistory($0.startField) }) else {
        if !slice.isEmpty { unknownPeople += 1 }
        continue
      }
      let first = separated.shifts.count
      for var shift in shifts[slice] {
        if isHistory(shift.startField), shift.start >= begins {
          leftOut += 1
          continue
        }
        shift.person = UInt32(separated.people.count)
        separated.shifts.append(shift)
      }
      for var shift in repeats(of: index) where shift.start >= begins {
        shift.person = UInt32(separated.people.count)
        separated.repeats.append(shift)
      }
      separated.people.append(person)
      separated.slices.append(first..<separated.shifts.count)
    }
    if separated.shifts.contains(where: { $0.start < begins }) {
      separated.surroundings = Surroundings(
        firstDate: firstDate, lastDate: separated.lastDate, repeats: false)
    }
    return (separated, leftOut, unknownPeople)
  }

  // MARK: Plans that repeat

  /// Days of copies on either side: as far as most rules and the predicted sleep look.
  private static let margin = 28
  /// Days that are known from the plan's first on: the longest fixed period of a rule that is not asked for.
  private static let ahead = 56

  /// A plan that repeats after so many days, with copies of itself before and after (S-CYCLE).
  ///
  /// The copies keep the clock, not the elapsed time. A plan of several cycles is repeated as a whole.
  ///
  /// - Parameter days: 1 or more; at least the days of the plan are covered.
  public func repeating(every days: Int) -> Roster {
    guard days > 0, !shifts.isEmpty, surroundings == nil else { return self }
    let own = lastDate - firstDate + 1
    let length = (own + days - 1) / days * days
    var repeated = self
    repeated.lastDate = firstDate + (length - 1)
    let (start, end) = repeated.period
    let (before, after) = (Self.margin, max(Self.margin, Self.ahead - length))
    var cursor = ZoneCursor(zone)
    func moved(_ seconds: Int32, by days: Int) -> Int32 {
      let local = cursor.local(origin.seconds + Int64(seconds)) + Int64(days) * 86_400
      return Int32(clamping: cursor.resolve(local: local).instant.seconds - origin.seconds)
    }
    func copy(_ shift: Shift, by days: Int) -> Shift {
      var copy = shift
      copy.start = moved(shift.start, by: days)
      copy.end = moved(shift.end, by: days)
      copy.flags.remove([.startInGap, .endInGap, .startInFold, .endInFold])
      return copy
    }
    repeated.shifts.removeAll()
    for person in people.indices {
      let first = repeated.shifts.count
      let slice = shifts[slices[person]]
      repeated.shifts += slice
      // Whole copies, and of the farthest as much as lies inside the days wanted.
      for number in 1...((before + length - 1) / length) {
        let edge = Int64(start) + Int64(number * length - before) * 86_400
        repeated.shifts += slice.filter { Int64($0.end) > edge }.map {
          copy($0, by: -number * length)
        }
      }
      for number in 1...((after + length - 1) / length) {
        let edge = Int64(end) - Int64(number * length - after) * 86_400
        repeated.shifts += slice.filter { Int64($0.start) < edge }.map {
          copy($0, by: number * length)
        }
      }
      repeated.shifts[first...].sort { ($0.start, $0.end) < ($1.start, $1.end) }
      repeated.slices[person] = first..<repeated.shifts.count
    }
    repeated.surroundings = Surroundings(
      firstDate: firstDate + -before, lastDate: repeated.lastDate + after, repeats: true)
    return repeated
  }
}

extension Roster {
  /// The same roster with only some of its dates assessed; the rest is evidence.
  ///
  /// - Parameter dates: inside those that are assessed now.
  /// - Returns: It, with those who have an entry on these dates, and for each of them the index in
  ///   ``people``.
  func assessing(_ dates: ClosedRange<CivilDate>) -> (roster: Roster, people: [Int]) {
    let known = knownDates
    guard dates != firstDate...lastDate else { return (self, Array(people.indices)) }
    let (begin, end) = (midnight(dates.lowerBound), midnight(dates.upperBound + 1))
    var part = self
    (part.firstDate, part.lastDate) = (dates.lowerBound, dates.upperBound)
    part.surroundings = Surroundings(
      firstDate: known.lowerBound, lastDate: known.upperBound,
      repeats: surroundings?.repeats ?? false)
    (part.shifts, part.slices, part.people, part.repeats) = ([], [], [], [])
    var kept: [Int] = []
    for (index, slice) in slices.enumerated()
    where shifts[slice].contains(where: { $0.start >= begin && $0.start < end }) {
      let first = part.shifts.count
      for var shift in shifts[slice] {
        shift.person = UInt32(part.people.count)
        part.shifts.append(shift)
      }
      for var shift in repeats(of: index) where shift.start >= begin && shift.start < end {
        shift.person = UInt32(part.people.count)
        part.repeats.append(shift)
      }
      part.people.append(people[index])
      part.slices.append(first..<part.shifts.count)
      kept.append(index)
    }
    return (part, kept)
  }
}
