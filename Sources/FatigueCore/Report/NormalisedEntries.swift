/// The entries of a roster in the words of `convert`, computed as they are asked for.
struct NormalisedEntries {
  private let roster: Roster
  /// Of the files, with nothing in them that acts or that a reader takes out.
  private let paths: [String]
  private let lines: LineIndex
  private var cursor: ZoneCursor
  /// For each person the name shown: ` (number)` after it when others have the same.
  let names: [String]

  init(_ roster: Roster, _ sources: SourceMap) {
    self.roster = roster
    paths = sources.files.map { ControlCharacters.escape($0.path) }
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

  /// Appends `2026-03-29T05:30:00Z`, or the local date of a whole-day entry.
  mutating func appendTime(_ seconds: Int32, _ shift: Shift, to bytes: inout [UInt8]) {
    let instant = roster.instant(seconds).seconds
    guard !shift.flags.contains(.allDay) else {
      let local = CivilTime(localSeconds: cursor.local(instant))
      return TimeText.appendDate(local.date, to: &bytes)
    }
    TimeText.appendLocal(CivilTime(localSeconds: instant), to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  /// Appends `2026-03-29T07:30:00+02:00`, or the local date of a whole-day entry.
  mutating func appendLocalTime(_ seconds: Int32, _ shift: Shift, to bytes: inout [UInt8]) {
    guard !shift.flags.contains(.allDay) else { return appendTime(seconds, shift, to: &bytes) }
    let instant = roster.instant(seconds).seconds
    let offset = cursor.offset(at: instant)
    TimeText.appendLocal(CivilTime(localSeconds: instant + Int64(offset)), to: &bytes)
    let size = Int(offset.magnitude)
    bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    TimeText.appendTwoDigits(size / 3600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    TimeText.appendTwoDigits(size / 60 % 60, to: &bytes)
    guard size % 60 != 0 else { return }
    bytes.append(UInt8(ascii: ":"))
    TimeText.appendTwoDigits(size % 60, to: &bytes)
  }

  /// The place the entry came from, `path:line`, or the one its file carries.
  func source(_ shift: Shift) -> String {
    if let carried = roster.carriedSources[shift.startField] { return carried }
    guard let place = lines.line(of: shift.startField) else { return "" }
    return "\(paths[place.file]):\(place.line)"
  }

  /// What a row carries beyond its columns: `personId=101;unpaidBreak=30`.
  ///
  /// - Parameter number: Empty where it has a place of its own, as in JSON.
  static func tags(number: String = "", unpaidBreak: UInt16 = 0) -> String {
    var tags: [String] = []
    if !number.isEmpty {
      // The signs that stand between tags cannot stand in one.
      tags.append("personId=" + number.replacing(";", with: "/").replacing("|", with: "/"))
    }
    if unpaidBreak > 0 { tags.append("unpaidBreak=\(unpaidBreak)") }
    return tags.joined(separator: ";")
  }

  func details(_ shift: Shift) -> EntryDetails {
    roster.details[shift.startField] ?? EntryDetails()
  }
}
