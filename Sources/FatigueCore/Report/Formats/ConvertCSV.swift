/// The normalised roster as RFC 4180 CSV: comma, CRLF, UTF-8 without byte order mark.
///
/// `tags` holds `personId=NUMBER` and `unpaidBreak=MINUTES`, separated by a semicolon.
public enum ConvertCSV {
  public static let header = "person,start,end,kind,code,unit,zone,tags,source"

  /// - Parameters:
  ///   - shown: What is written for a text of the input: the text itself in a file, one that cannot act on
  ///     a terminal or on a reader of logs elsewhere.
  ///   - bytes: What is written is appended here.
  ///   - flush: Called between people; may send on the bytes and empty them.
  public static func write(
    _ roster: Roster, _ sources: SourceMap, shown: (String) -> String = { $0 },
    into bytes: inout [UInt8], flush: (inout [UInt8]) -> Void = { _ in }
  ) {
    var entries = NormalisedEntries(roster, sources)
    bytes.append(contentsOf: header.utf8)
    bytes += [13, 10]
    let zone = field(roster.zone.name)
    let codes = roster.codes.map { field(shown($0)) }
    let units = roster.units.map { field(shown($0)) }
    for (index, slice) in roster.slices.enumerated() {
      let person = field(shown(entries.names[index]))
      let number = shown(roster.people[index].number)
      let plainTags = field(NormalisedEntries.tags(number: number))
      for shift in roster.shifts[slice] {
        bytes += person
        bytes.append(UInt8(ascii: ","))
        entries.appendTime(shift.start, shift, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        entries.appendTime(shift.end, shift, to: &bytes)
        bytes.append(UInt8(ascii: ","))
        bytes.append(contentsOf: shift.kind.name.utf8)
        bytes.append(UInt8(ascii: ","))
        bytes += codes[Int(shift.code)]
        bytes.append(UInt8(ascii: ","))
        bytes += units[Int(shift.unit)]
        bytes.append(UInt8(ascii: ","))
        bytes += zone
        bytes.append(UInt8(ascii: ","))
        bytes +=
          shift.unpaidBreak == 0
          ? plainTags
          : field(NormalisedEntries.tags(number: number, unpaidBreak: shift.unpaidBreak))
        bytes.append(UInt8(ascii: ","))
        bytes += field(shown(entries.source(shift)))
        bytes += [13, 10]
      }
      flush(&bytes)
    }
  }

  /// A field with quotes where RFC 4180 wants them, and an apostrophe before what a spreadsheet
  /// would run as a formula.
  static func field(_ text: String, separator: UInt8 = UInt8(ascii: ",")) -> [UInt8] {
    var bytes: [UInt8] = isFormula(text) ? [UInt8(ascii: "'")] : []
    bytes.append(contentsOf: text.utf8)
    let isPadded = bytes.first == 32 || bytes.last == 32 || bytes.first == 9 || bytes.last == 9
    guard isPadded || bytes.contains(where: { isSpecial($0) || $0 == separator }) else {
      return bytes
    }
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { quoted.append(byte) }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    return quoted
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
  }

  /// Begins with `= + - @`, tab or CR and is not a plain negative number.
  static func isFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), 9, 13: true
    case UInt8(ascii: "-"): !isNumber(text.utf8.dropFirst())
    default: false
    }
  }

  /// Digits, or digits with a decimal point or comma between.
  private static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    let parts = text.split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
  }
}
