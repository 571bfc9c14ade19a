extension Roster {
  /// Some of the people with everything they have; the dates stay those of the whole.
  ///
  /// - Parameter indices: in ``people``, ascending.
  public func keeping(people indices: [Int]) -> Roster {
    var kept = self
    (kept.shifts, kept.slices, kept.people, kept.repeats) = ([], [], [], [])
    for (place, index) in indices.enumerated() {
      let first = kept.shifts.count
      for var shift in shifts[slices[index]] {
        shift.person = UInt32(place)
        kept.shifts.append(shift)
      }
      for var shift in repeats(of: index) {
        shift.person = UInt32(place)
        kept.repeats.append(shift)
      }
      kept.people.append(people[index])
      kept.slices.append(first..<kept.shifts.count)
    }
    return kept
  }

  /// The entries that overlap a stretch of time, half open, and the people who have any.
  ///
  /// An entry without length is kept when it starts in the stretch.
  ///
  /// - Parameters:
  ///   - from: Nil for no lower bound.
  ///   - to: Nil for no upper bound.
  ///   - keepsPerson: Whether somebody's entries are kept at all.
  /// - Returns: a roster that may be empty; its dates are then those of the whole.
  public func keeping(
    from: Instant? = nil, to: Instant? = nil, where keepsPerson: (Person) -> Bool = { _ in true }
  ) -> Roster {
    let low = from.map { $0.seconds - origin.seconds } ?? .min
    let high = to.map { $0.seconds - origin.seconds } ?? .max
    // A look-back is evidence: no bound takes it away.
    let begins = surroundings == nil ? .min : Int64(period.start)
    var kept = self
    (kept.shifts, kept.slices, kept.people, kept.repeats) = ([], [], [], [])
    for (index, (person, slice)) in zip(people, slices).enumerated() where keepsPerson(person) {
      let begin = kept.shifts.count
      for var shift in shifts[slice] {
        let end = max(Int64(shift.end), Int64(shift.start) + 1)
        guard Int64(shift.start) < high, end > low || Int64(shift.start) < begins
        else { continue }
        shift.person = UInt32(kept.people.count)
        kept.shifts.append(shift)
      }
      guard kept.shifts[begin...].contains(where: { Int64($0.start) >= begins }) else {
        kept.shifts.removeSubrange(begin...)
        continue
      }
      for var shift in repeats(of: index) where Int64(shift.start) < high && shift.end > low {
        shift.person = UInt32(kept.people.count)
        kept.repeats.append(shift)
      }
      kept.people.append(person)
      kept.slices.append(begin..<kept.shifts.count)
    }
    let starts = kept.shifts.lazy.map(\.start).filter { Int64($0) >= begins }
    guard let first = starts.min(), let last = starts.max() else { return kept }
    kept.firstDate = civil(first).date
    kept.lastDate = civil(last).date
    return kept
  }
}
