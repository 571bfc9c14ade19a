/// A row of the plan that goes from one person to another.
public struct Transfer: Hashable, Sendable {
  /// Index in the shifts of the plan.
  public var row: Int32
  /// Indices in ``Roster/people``; nobody is `-1`, where a day off lapses.
  public var from: Int32
  public var to: Int32

  static let nobody: Int32 = -1
}

/// Who has which row of a plan while it is being repaired.
///
/// Rows only change hands, so that coverage stays as it is: the same shifts of the same kinds, in the same
/// units, at the same times.
struct RepairState: Sendable {
  let plan: Roster
  let settings: RepairSettings
  /// By person: indices in the plan's shifts, by start.
  private(set) var rows: [[Int32]]
  /// By row: the local date on which it starts, as days since 1970.
  let days: [Int32]
  /// By row: whether it may change hands.
  let isMovable: [Bool]
  /// By person: the seconds of work that the plan gives them.
  let contracted: [Int64]
  /// By person: the units they have shifts in.
  private let units: [Set<UInt16>]

  init(_ plan: Roster, _ settings: RepairSettings) {
    self.plan = plan
    self.settings = settings
    rows = plan.slices.map { $0.map(Int32.init) }
    days = plan.shifts.map { plan.civil($0.start).date.days }
    let period = plan.period
    isMovable = plan.shifts.map {
      $0.kind == .work && $0.end > $0.start && $0.start >= period.start && $0.start < period.end
        && !$0.flags.contains(.allDay)
    }
    contracted = plan.slices.map { slice in
      slice.reduce(0) { sum, row in
        let shift = plan.shifts[row]
        return shift.kind.isWork && shift.start >= period.start
          ? sum + Self.workSeconds(shift) : sum
      }
    }
    units = plan.slices.map { slice in
      Set(plan.shifts[slice].filter(\.kind.isWork).map(\.unit))
    }
  }

  /// Working time of a row without its unpaid break.
  static func workSeconds(_ shift: Shift) -> Int64 {
    max(0, shift.length.seconds - Int64(shift.unpaidBreak) * 60)
  }

  func shifts(_ person: Int) -> [Shift] { rows[person].map { plan.shifts[Int($0)] } }

  func shift(_ row: Int32) -> Shift { plan.shifts[Int(row)] }

  // MARK: Exchanges

  /// Whether two people may take over each other's shifts at all.
  func mayExchange(_ a: Int, _ b: Int) -> Bool {
    a != b && settings.fixed[a]?.all != true && settings.fixed[b]?.all != true
      && group(a) == group(b)
  }

  private func group(_ person: Int) -> String? {
    person < settings.groups.count ? settings.groups[person] : nil
  }

  /// Whether a row may leave its owner.
  func mayGive(_ row: Int32, _ person: Int) -> Bool {
    isMovable[Int(row)] && settings.fixed[person]?.contains(days[Int(row)]) != true
  }

  /// Whether somebody may have a row, as far as date and unit say.
  func mayTake(_ row: Int32, _ person: Int) -> Bool {
    settings.fixed[person]?.contains(days[Int(row)]) != true
      && units[person].contains(plan.shifts[Int(row)].unit)
  }

  /// An exchange with what goes along: breaks inside a shift, and days off in return for work on the date.
  ///
  /// - Returns: nil when somebody would be at two places at once, or be called from leave.
  func completed(_ core: [Transfer]) -> [Transfer]? {
    var all = core
    for transfer in core { all += riders(of: transfer) }
    let leaving = Set(all.map(\.row))
    for transfer in core {
      let shift = shift(transfer.row)
      for row in rows[Int(transfer.to)] where !leaving.contains(row) {
        let other = self.shift(row)
        if other.kind == .off, other.flags.contains(.allDay) {
          guard days[Int(row)] == days[Int(transfer.row)] else { continue }
          if all.contains(where: { $0.row == row }) { continue }
          let isEmptied = isEmpty(transfer.from, days[Int(row)], without: leaving, core)
          all.append(
            Transfer(row: row, from: transfer.to, to: isEmptied ? transfer.from : Transfer.nobody))
        } else if other.start < shift.end, shift.start < other.end, other.kind != .cancelled {
          return nil
        }
      }
      for other in core where other.to == transfer.to && other.row != transfer.row {
        let second = self.shift(other.row)
        if second.start < shift.end, shift.start < second.end { return nil }
      }
    }
    return all
  }

  /// Breaks and naps inside a shift.
  private func riders(of transfer: Transfer) -> [Transfer] {
    let shift = shift(transfer.row)
    return rows[Int(transfer.from)].compactMap { row in
      let other = self.shift(row)
      guard other.kind == .break || other.kind == .nap, other.start >= shift.start,
        other.end <= shift.end
      else { return nil }
      return Transfer(row: row, from: transfer.from, to: transfer.to)
    }
  }

  /// Whether somebody has nothing on a date once some rows are gone, nor gets anything.
  private func isEmpty(
    _ person: Int32, _ day: Int32, without leaving: Set<Int32>, _ core: [Transfer]
  ) -> Bool {
    !rows[Int(person)].contains { days[Int($0)] == day && !leaving.contains($0) }
      && !core.contains { $0.to == person && days[Int($0.row)] == day }
  }

  /// One person's rows after an exchange, by start.
  func rows(_ person: Int, after transfers: [Transfer]) -> [Int32] {
    var result = rows[person]
    result.removeAll { row in
      transfers.contains { $0.row == row && Int($0.from) == person }
    }
    for transfer in transfers where Int(transfer.to) == person {
      let place = result.firstIndex { precedes(transfer.row, $0) } ?? result.endIndex
      result.insert(transfer.row, at: place)
    }
    return result
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (x, y) = (shift(a), shift(b))
    return (x.start, x.end, x.startField.value, a)
      < (y.start, y.end, y.startField.value, b)
  }

  /// Whether an exchange can be carried out on what people have now.
  func canApply(_ transfers: [Transfer]) -> Bool {
    transfers.allSatisfy { rows[Int($0.from)].contains($0.row) }
  }

  mutating func apply(_ transfers: [Transfer]) {
    for person in Self.people(transfers) { rows[person] = rows(person, after: transfers) }
  }

  /// Everybody who gives or gets something.
  static func people(_ transfers: [Transfer]) -> [Int] {
    Set(transfers.flatMap { [$0.from, $0.to] }).filter { $0 >= 0 }.map(Int.init).sorted()
  }

  /// How far somebody's working time is from what they had, in seconds.
  func deviation(_ person: Int, _ workSeconds: Int64) -> Int64 {
    workSeconds - contracted[person]
  }

  /// The plan as it has become.
  var repaired: Roster {
    var result = plan
    result.shifts = []
    for (person, rows) in rows.enumerated() {
      let first = result.shifts.count
      for row in rows {
        var shift = shift(row)
        shift.person = UInt32(person)
        result.shifts.append(shift)
      }
      result.slices[person] = first..<result.shifts.count
    }
    return result
  }
}
