/// A roster drawn as one line, one field per day from a Monday: `D A ↓N -`.
///
/// `D` 07:30–15:30, `A` 15:00–22:30, `N` 22:15–07:45, `L` 07:30–20:00, `-` free; `06:00-12:00` is a
/// shift of those hours, `D+A` two shifts on one day. `↓` in front of a shift says: exactly this one
/// is flagged. A short form of a kind before a shift, as in `OT:15:00-20:00` or `HV:16:00-08:00`,
/// says what it is (``ShiftKind``); `.` is a day on which nothing is written. `F1` to `F5` are days off with that code, and may be flagged. A
/// first field `@2026-03-29` sets the first date. Rules carry strips as documentation that is also
/// their test.
public struct RosterStrip: Sendable, ExpressibleByStringLiteral {
  public let text: String

  public init(stringLiteral text: String) { self.text = text }
  public init(_ text: String) { self.text = text }

  /// The hours of each letter, in minutes after midnight.
  public static let legend: [(letter: Character, from: Int, to: Int)] = [
    ("D", 450, 930), ("A", 900, 1350), ("N", 1335, 1905), ("L", 450, 1200),
  ]

  /// Whether some shift is flagged.
  public var flagsSomething: Bool { text.contains("↓") }

  /// The strip as the roster of one person, and the indices of the flagged shifts.
  ///
  /// - Returns: nil when a field is not understood.
  public func roster(zone: Zone = .oslo) -> (roster: Roster, flagged: Set<Int32>)? {
    var fields = text.split(separator: " ")
    var first = CivilDate(days: 20_458)  // Monday 2026-01-05
    if let field = fields.first, field.hasPrefix("@") {
      guard let date = Self.date(field.dropFirst()) else { return nil }
      first = date
      fields.removeFirst()
    }
    var clock = ZoneCursor(zone)
    var builder = RosterBuilder(zone: zone)
    let person = builder.person(Person(number: "", name: "A"))
    var flaggedShifts: [(start: Int32, end: Int32, kind: ShiftKind)] = []
    for (day, field) in fields.enumerated() {
      let date = first + day
      if field == "." { continue }
      let code = field.drop { $0 == "↓" }
      let isDayOff = code.count == 2 && code.first == "F" && "12345".contains(code.last ?? " ")
      if field == "-" || isDayOff {
        guard
          let start = builder.seconds(clock.resolve(local: date.localMidnight).instant, on: date),
          let end = builder.seconds(
            clock.resolve(local: (date + 1).localMidnight).instant, on: date)
        else { return nil }
        builder.append(
          Shift(
            start: start, end: end, person: person,
            code: isDayOff ? builder.code(String(code)) ?? 0 : 0, kind: .off, flags: .allDay),
          startingOn: date)
        if field.hasPrefix("↓") { flaggedShifts.append((start, end, .off)) }
        continue
      }
      for part in field.split(separator: "+") {
        let marked = part.hasPrefix("↓")
        var name = marked ? part.dropFirst() : part
        let kind = ShiftKind.allCases.first { kind in
          kind.shortName.map { name.hasPrefix($0 + ":") } ?? false
        }
        if let short = kind?.shortName { name = name.dropFirst(short.count + 1) }
        guard let (from, to) = Self.minutes(name), let code = builder.code(String(name)) else {
          return nil
        }
        let opens = clock.resolve(local: date.localMidnight + Int64(from) * 60)
        let closes = clock.resolve(local: date.localMidnight + Int64(to) * 60)
        guard let start = builder.seconds(opens.instant, on: date),
          let end = builder.seconds(closes.instant, on: date)
        else { return nil }
        var flags: ShiftFlags = []
        if case .gap = opens { flags.insert(.startInGap) }
        if case .gap = closes { flags.insert(.endInGap) }
        if case .fold = opens { flags.insert(.startInFold) }
        if case .fold = closes { flags.insert(.endInFold) }
        if to > 1440, Int64(end) - Int64(start) >= ShiftFlags.longRolledHours * 3600 {
          flags.insert(.longRolled)
        }
        builder.append(
          Shift(
            start: start, end: end, person: person, code: code, kind: kind ?? .work,
            flags: flags),
          startingOn: date)
        if marked { flaggedShifts.append((start, end, kind ?? .work)) }
      }
    }
    guard let roster = builder.build() else { return nil }
    let flagged = roster.shifts.indices.filter { index in
      let shift = roster.shifts[index]
      return flaggedShifts.contains {
        $0.start == shift.start && $0.end == shift.end && $0.kind == shift.kind
      }
    }
    return (roster, Set(flagged.map(Int32.init)))
  }

  private static func minutes(_ name: Substring) -> (Int, Int)? {
    if name.count == 1, let entry = legend.first(where: { $0.letter == name.first }) {
      return (entry.from, entry.to)
    }
    let ends = name.split(separator: "-").map { $0.split(separator: ":").compactMap { Int($0) } }
    guard ends.count == 2, ends.allSatisfy({ $0.count == 2 }) else { return nil }
    let (from, to) = (ends[0][0] * 60 + ends[0][1], ends[1][0] * 60 + ends[1][1])
    return (from, to <= from ? to + 1440 : to)
  }

  private static func date(_ text: Substring) -> CivilDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CivilDate(year: parts[0], month: parts[1], day: parts[2])
  }
}
