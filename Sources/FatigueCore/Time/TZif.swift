/// What was wrong with the bytes of a zone file.
public enum TZifError: Error, Equatable, Sendable {
  /// Not a TZif file at all.
  case notTZif
  /// The bytes end before the counts in the header say so.
  case truncated
  /// More than 1 MiB; the largest file of the zone database has under 4 KiB.
  case tooLarge
  /// The changes are not in ascending order.
  case unordered
  /// No offset, an offset number that is not there, or one beyond 26 hours.
  case badOffset
  /// The rule at the end for later years cannot be read.
  case badRule
  /// The file counts leap seconds (`right/…`), which our instants do not.
  case leapSeconds
}

/// Zone files of the IANA database, versions 1 to 4.
///
/// Source: RFC 9636 (which replaces RFC 8536).
enum TZif {
  /// - Throws: ``TZifError``; no bytes crash or hang it.
  /// - Complexity: O(bytes).
  static func table(_ bytes: [UInt8]) throws(TZifError) -> ZoneTable {
    guard bytes.count <= 1 << 20 else { throw .tooLarge }
    let first = try Header(bytes, at: 0)
    // Version 2 and later repeat everything with 64-bit times after a block for old readers.
    guard first.version >= UInt8(ascii: "2") else {
      return try block(bytes, first, timeWidth: 4, rule: nil)
    }
    let second = try Header(bytes, at: first.end(timeWidth: 4))
    let footer = try second.end(timeWidth: 8, in: bytes)
    guard footer < bytes.count, bytes[footer] == newline,
      let close = bytes[(footer + 1)...].firstIndex(of: newline)
    else { throw .truncated }
    let text = bytes[(footer + 1)..<close]
    let rule = YearlyRuleReader.rule(text)
    guard rule != nil || text.isEmpty else { throw .badRule }
    return try block(bytes, second, timeWidth: 8, rule: rule)
  }

  private static let newline = UInt8(ascii: "\n")

  private struct Header {
    var version: UInt8
    var utIndicators: Int
    var standardIndicators: Int
    var leaps: Int
    var times: Int
    var types: Int
    var letters: Int
    /// Where the data after the header begins.
    var data: Int

    init(_ bytes: [UInt8], at start: Int) throws(TZifError) {
      guard bytes.count >= 4, start <= bytes.count - 4,
        bytes[start..<start + 4].elementsEqual("TZif".utf8)
      else { throw start == 0 ? .notTZif : .truncated }
      guard bytes.count - start >= 44 else { throw .truncated }
      version = bytes[start + 4]
      // Counts have 32 bits, so nothing computed from them overflows an Int.
      func count(_ place: Int) -> Int { Int(bigEndian(bytes, start + 20 + 4 * place, 4)) }
      (utIndicators, standardIndicators, leaps) = (count(0), count(1), count(2))
      (times, types, letters) = (count(3), count(4), count(5))
      data = start + 44
    }

    func end(timeWidth: Int) -> Int {
      data + times * (timeWidth + 1) + types * 6 + letters + leaps * (timeWidth + 4)
        + standardIndicators + utIndicators
    }

    func end(timeWidth: Int, in bytes: [UInt8]) throws(TZifError) -> Int {
      let end = end(timeWidth: timeWidth)
      guard end <= bytes.count else { throw .truncated }
      return end
    }
  }

  private static func block(
    _ bytes: [UInt8], _ header: Header, timeWidth: Int, rule: YearlyRule?
  ) throws(TZifError) -> ZoneTable {
    _ = try header.end(timeWidth: timeWidth, in: bytes)
    guard header.leaps == 0 else { throw .leapSeconds }
    guard (1...256).contains(header.types) else { throw .badOffset }
    let kinds = header.data + header.times * timeWidth
    var offsets: [Int32] = []
    for type in 0..<header.types {
      let raw = bigEndian(bytes, kinds + header.times + 6 * type, 4)
      let offset = Int32(truncatingIfNeeded: raw)
      guard (-93_600...93_600).contains(offset) else { throw .badOffset }
      offsets.append(offset)
    }
    var table = ZoneTable(changes: [], offsets: [offsets[0]], rule: rule)
    var previous: Int64?
    for index in 0..<header.times {
      let raw = bigEndian(bytes, header.data + index * timeWidth, timeWidth)
      let time =
        timeWidth == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
      if let previous, time <= previous { throw .unordered }
      previous = time
      let type = Int(bytes[kinds + index])
      guard type < offsets.count else { throw .badOffset }
      // A change of name or of what counts as summer time alone is no change of the clock; the last
      // one stays, because the rule holds from there.
      let isLast = index == header.times - 1 && rule != nil
      if offsets[type] != table.offsets.last || isLast {
        table.changes.append(time)
        table.offsets.append(offsets[type])
      }
    }
    return table
  }

  /// - Precondition: The bytes are there; every caller has checked the length.
  private static func bigEndian(_ bytes: [UInt8], _ start: Int, _ width: Int) -> UInt64 {
    var value: UInt64 = 0
    for place in start..<start + width { value = value << 8 | UInt64(bytes[place]) }
    return value
  }
}
