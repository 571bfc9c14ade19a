/// A base plan as a grid: what each line has on each day of its week.
///
/// Everybody walks through all lines, so that the whole plan is one round of days; whoever swaps two cells of one
/// weekday keeps the staffing of every day.
public struct DesignGrid: Hashable, Sendable {
  public let weeks: Int
  /// Day after day, Monday of the first line first: 0 is free, else the place of the shift counted from 1.
  public internal(set) var cells: [UInt8]

  /// The cells of one line, Monday first.
  public func line(_ line: Int) -> ArraySlice<UInt8> { cells[line * 7..<line * 7 + 7] }

  /// With the staffing of the wishes, the lines of each weekday turned so that shifts follow one another.
  init(_ spec: DesignSpec) {
    weeks = spec.weeks
    cells = [UInt8](repeating: 0, count: weeks * 7)
    for day in 0..<7 {
      var line = 0
      for (place, shift) in spec.shifts.enumerated() {
        for _ in 0..<shift.staffing[day] / max(1, spec.peoplePerLine) where line < weeks {
          cells[line * 7 + day] = UInt8(place + 1)
          line += 1
        }
      }
    }
  }

  /// The grid of a plan whose people repeat their own weeks, as far as the shifts are those of the wishes.
  init(weeks: Int, cells: [UInt8]) {
    self.weeks = weeks
    self.cells = cells
  }

  mutating func swap(_ day: Int, _ a: Int, _ b: Int) {
    cells.swapAt(a * 7 + day, b * 7 + day)
  }
}

extension DesignGrid {
  /// The plan of one person who starts on a line, or of everybody, over some rounds of all lines.
  ///
  /// - Parameter starts: The line on which each person starts.
  func roster(_ spec: DesignSpec, starts: [Int], names: [String], rounds: Int = 1) -> Roster? {
    var builder = RosterBuilder(zone: .oslo)
    let codes = spec.shifts.map { builder.code($0.code) ?? 0 }
    let days = weeks * 7
    for (start, name) in zip(starts, names) {
      let person = builder.person(Person(number: "", name: name))
      for day in 0..<days * rounds {
        let date = spec.from + day
        let cell = Int(cells[(start * 7 + day) % days])
        guard cell > 0 else {
          // The plan lasts to its last day, also where nobody works.
          if day == 0 || day == days * rounds - 1 { builder.cover(date, date) }
          continue
        }
        let shift = spec.shifts[cell - 1]
        let end = shift.end > shift.start ? shift.end : shift.end + 86_400
        let from = Zone.oslo.resolve(CivilTime(date, secondOfDay: shift.start)).instant
        let to = Zone.oslo.resolve(CivilTime(date, secondOfDay: end)).instant
        guard let start = builder.seconds(from, on: spec.from),
          let end = builder.seconds(to, on: spec.from)
        else { continue }
        builder.append(
          FatigueCore.Shift(
            start: start, end: end, person: person, code: codes[cell - 1],
            unpaidBreak: UInt16(clamping: shift.unpaidBreak)), startingOn: date)
      }
    }
    return builder.build()
  }
}
