/// The normalised roster as JSON: one array with an object to a line, or one object per line.
public enum ConvertJSON {
  /// - Parameters:
  ///   - asLines: newline-delimited JSON instead of an array.
  ///   - bytes: What is written is appended here.
  ///   - flush: Called between people; may send on the bytes and empty them.
  public static func write(
    _ roster: Roster, _ sources: SourceMap, asLines: Bool, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void = { _ in }
  ) {
    var entries = NormalisedEntries(roster, sources)
    var json = JSONWriter(isIndented: !asLines)
    if !asLines { json.beginArray() }
    for (index, slice) in roster.slices.enumerated() {
      for shift in roster.shifts[slice] {
        write(shift, of: index, roster, &entries, to: &json)
        if asLines { json.endLine() }
      }
      bytes += json.takeBytes()
      flush(&bytes)
    }
    if !asLines {
      json.endArray()
      json.endLine()
    }
    bytes += json.bytes
  }

  private static func write(
    _ shift: Shift, of person: Int, _ roster: Roster, _ entries: inout NormalisedEntries,
    to json: inout JSONWriter
  ) {
    let details = entries.details(shift)
    json.beginObject(isInline: true)
    json.member("person", entries.names[person])
    json.member("personId", roster.people[person].number)
    json.plainMember("start") { entries.appendTime(shift.start, shift, to: &$0) }
    json.plainMember("end") { entries.appendTime(shift.end, shift, to: &$0) }
    json.plainMember("localStart") { entries.appendLocalTime(shift.start, shift, to: &$0) }
    json.plainMember("localEnd") { entries.appendLocalTime(shift.end, shift, to: &$0) }
    json.member("allDay", shift.flags.contains(.allDay))
    json.member("kind", shift.kind.name)
    json.member("code", roster.codes[Int(shift.code)])
    json.member("unit", roster.units[Int(shift.unit)])
    json.member("zone", roster.zone.name)
    json.member("tags", NormalisedEntries.tags(unpaidBreak: shift.unpaidBreak))
    json.member("summary", details.summary)
    json.member("uid", details.uid)
    json.member("source", entries.source(shift))
    json.endObject()
  }
}
