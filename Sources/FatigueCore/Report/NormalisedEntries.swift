/// The entries of a roster in the words of `convert`, computed as they are asked for.
struct NormalisedEntries {
  private let roster: Roster
  private let sources: SourceMap
  private let lines: LineIndex
  private var cursor: ZoneCursor
  /// For each person the name shown: ` (number)` after it when others have the same.
  let names: [String]

  init(_ roster: Roster, _ sources: SourceMap) {
    self.roster = roster
    self.sources = sources
    lines = LineIndex(sources)
    cursor = ZoneCursor(roster.zone)
    names = Self.names(roster.people)
  }

  private static func names(_ people: [Person]) -> [String] {
    var counts: [String: Int] = [:]
    for person in people { counts[person.name, default: 0] += 1 }
    return people.map { person in
      guard counts[person.name, default: 0] > 1, !person.number.isEmpty else { return person.name }
      return "\(person.name) (\(person.number))"
    }
  }

  /// `2026-03-29T05:30:00Z`, or the local date of a whole-day entry.
  mutating func time(_ seconds: Int32, _ shift: Shift) -> String {
    let instant = roster.instant(seconds)
    guard !shift.flags.contains(.allDay) else {
      return CivilTime(localSeconds: cursor.local(instant.seconds)).date.iso
    }
    return Self.clock(CivilTime(localSeconds: instant.seconds)) + "Z"
  }

  /// `2026-03-29T07:30:00+02:00`, or the local date of a whole-day entry.
  mutating func localTime(_ seconds: Int32, _ shift: Shift) -> String {
    guard !shift.flags.contains(.allDay) else { return time(seconds, shift) }
    let instant = roster.instant(seconds)
    let offset = cursor.offset(at: instant.seconds)
    let local = CivilTime(localSeconds: instant.seconds + Int64(offset))
    let size = Int(offset.magnitude)
    let rest = size % 60 == 0 ? "" : ":" + padded(size % 60, 2)
    return Self.clock(local) + (offset < 0 ? "-" : "+") + padded(size / 3600, 2) + ":"
      + padded(size / 60 % 60, 2) + rest
  }

  private static func clock(_ time: CivilTime) -> String {
    "\(time.date.iso)T\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
  }

  /// The place the entry came from, `path:line`, or the one its file carries.
  func source(_ shift: Shift) -> String {
    if let carried = roster.carriedSources[shift.startField] { return carried }
    guard let place = lines.line(of: shift.startField) else { return "" }
    return "\(sources.files[place.file].path):\(place.line)"
  }

  /// What a row carries beyond its columns: `personId=101;unpaidBreak=30`.
  ///
  /// - Parameter number: Empty where it has a place of its own, as in JSON.
  static func tags(_ shift: Shift, number: String = "") -> String {
    var tags: [String] = []
    if !number.isEmpty {
      // The signs that stand between tags cannot stand in one.
      tags.append("personId=" + number.replacing(";", with: "/").replacing("|", with: "/"))
    }
    if shift.unpaidBreak > 0 { tags.append("unpaidBreak=\(shift.unpaidBreak)") }
    return tags.joined(separator: ";")
  }

  func details(_ shift: Shift) -> EntryDetails {
    roster.details[shift.startField] ?? EntryDetails()
  }
}
