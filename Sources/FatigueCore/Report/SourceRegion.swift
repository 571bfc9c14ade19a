/// A stretch of an input: lines and columns from 1, columns in UTF-16 units, the end not included.
struct SourceRegion: Equatable {
  var path: String
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
}

extension CheckReport {
  /// The whole field at each position, a quoted one with its quotes; of a calendar the rest of the line.
  ///
  /// ``SourcePosition/none`` gives the first line of the first input.
  func regions(of positions: [SourcePosition]) -> [SourceRegion?] {
    let sources = reading.sources
    let readers = Dictionary(
      reading.understood.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let first = sources.files.first { $0.path == placeOfPlan.path }
    var ends: [SourcePosition] = []
    ends.reserveCapacity(positions.count * 2)
    for position in positions {
      let field: (SourceFile, Range<Int>)
      if let index = sources.fileIndex(of: position) {
        let file = sources.files[index]
        field = (file, Self.field(at: Int(position.value - file.base), file, readers[file.path]))
      } else if let first {
        field = (first, Self.firstLine(first.bytes))
      } else {
        ends += [.none, .none]
        continue
      }
      for offset in [field.1.lowerBound, field.1.upperBound] {
        ends.append(SourcePosition(field.0.base + UInt32(offset)))
      }
    }
    let places = sources.places(ends)
    return positions.indices.map { index in
      guard let start = places[index * 2], let end = places[index * 2 + 1] else { return nil }
      return SourceRegion(
        path: start.path, startLine: start.line, startColumn: start.column, endLine: end.line,
        endColumn: end.column)
    }
  }

  /// Longest field that is looked for, in bytes.
  private static let longestField = 1 << 16

  private static func field(
    at offset: Int, _ file: SourceFile, _ reader: InputSummary?
  ) -> Range<Int> {
    let bytes = file.bytes
    let start = min(offset, bytes.count)
    let limit = min(bytes.count, start + longestField)
    let quote = UInt8(ascii: "\"")
    var end = start
    if end < limit, bytes[end] == quote, reader?.format != "calendar" {
      end += 1
      while end < limit {
        if bytes[end] == UInt8(ascii: "\\"), reader?.format == "normalised" {
          end += 1
        } else if bytes[end] == quote {
          guard end + 1 < limit, bytes[end + 1] == quote else { break }
          end += 1
        }
        end += 1
      }
      // A quote that does not close is the rest of its line.
      if end < limit { return start..<end + 1 }
      end = start
    }
    let ends: [UInt8] =
      switch (reader?.format, reader?.delimiter?.asciiValue) {
      case ("calendar", _): []
      case (_, let delimiter?): [delimiter]
      default: Array(",;\t|".utf8)
      }
    while end < limit, bytes[end] != 10, bytes[end] != 13, !ends.contains(bytes[end]) { end += 1 }
    // A cut inside a character would be none of its columns.
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard end == start, start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 else {
      return start..<end
    }
    // An empty field shows by the sign before it.
    var before = start - 1
    while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
    return before..<start
  }

  /// The first line with anything in it.
  private static func firstLine(_ bytes: [UInt8]) -> Range<Int> {
    let start = bytes.firstIndex { $0 != 10 && $0 != 13 } ?? 0
    let limit = min(bytes.count, start + longestField)
    var end = bytes[start..<limit].firstIndex { $0 == 10 || $0 == 13 } ?? limit
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }
}
