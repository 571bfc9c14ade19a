/// One input, decoded to UTF-8 and kept as bytes.
public struct SourceFile: Sendable {
  /// As shown to people: relative as given, or the last component of an absolute path.
  public let path: String
  public let bytes: [UInt8]
  /// Where this file's first byte lies in the positions of its ``SourceMap``.
  public let base: UInt32
}

/// A byte in one of the inputs. Four bytes, so that every shift can carry one.
public struct SourcePosition: Hashable, Comparable, Sendable {
  public var value: UInt32
  public init(_ value: UInt32) { self.value = value }

  /// No place in any input.
  public static let none = SourcePosition(.max)

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool { a.value < b.value }
  public static func + (a: SourcePosition, b: Int) -> SourcePosition {
    SourcePosition(UInt32(clamping: Int(a.value) + b))
  }
}

/// A place for a person: path, line and column, both from 1, the column in UTF-16 units.
public struct SourcePlace: Hashable, Sendable {
  public var path: String
  public var line: Int
  public var column: Int
}

/// The inputs of one run, laid end to end so that a position is one number.
public struct SourceMap: Sendable {
  public private(set) var files: [SourceFile] = []

  public init() {}

  /// All inputs together may hold this many bytes.
  public static let capacity = 4_000_000_000

  /// - Returns: the index of the file, nil when the inputs together are too large.
  public mutating func add(path: String, bytes: [UInt8]) -> Int? {
    // One spare position after each file, so that its end is not the next one's start.
    let base = files.last.map { Int($0.base) + $0.bytes.count + 1 } ?? 0
    guard base + bytes.count < Self.capacity else { return nil }
    files.append(SourceFile(path: path, bytes: bytes, base: UInt32(base)))
    return files.count - 1
  }

  public func position(file: Int, offset: Int) -> SourcePosition {
    SourcePosition(files[file].base + UInt32(offset))
  }

  public func fileIndex(of position: SourcePosition) -> Int? {
    guard position != .none else { return nil }
    return files.lastIndex { $0.base <= position.value }
  }

  public func place(_ position: SourcePosition) -> SourcePlace? {
    places([position])[0]
  }

  /// Line and column of many positions, each file read once.
  public func places(_ positions: [SourcePosition]) -> [SourcePlace?] {
    spots(positions).map { place($0) }
  }

  /// A ``SourcePlace`` in few bytes.
  struct Spot {
    /// In ``files``; -1 for no place.
    var file: Int32 = -1
    var line: UInt32 = 0
    var column: UInt32 = 0
  }

  func place(_ spot: Spot) -> SourcePlace? {
    spot.file < 0
      ? nil
      : SourcePlace(
        path: files[Int(spot.file)].path, line: Int(spot.line), column: Int(spot.column))
  }

  /// As ``places(_:)``.
  func spots(_ positions: [SourcePosition]) -> [Spot] {
    var result = [Spot](repeating: Spot(), count: positions.count)
    let order = positions.indices.filter { positions[$0] != .none }
      .sorted { positions[$0] < positions[$1] }
    var file = -1
    // The last position, its line and its column; one that is on the same line goes on from it.
    var (line, read, column) = (1, 0, 1)
    for index in order {
      guard let home = fileIndex(of: positions[index]) else { continue }
      if home != file { (file, line, read, column) = (home, 1, 0, 1) }
      let bytes = files[file].bytes
      let offset = min(Int(positions[index].value - files[file].base), bytes.count)
      let ends = Self.lineEnds(in: bytes.span, read, offset)
      if ends > 0 {
        line += ends
        read = offset
        while !Self.endsLine(bytes, read - 1) { read -= 1 }
        column = 1
      }
      column += utf16Length(bytes, read, offset)
      read = offset
      result[index] = Spot(
        file: Int32(clamping: file), line: UInt32(clamping: line),
        column: UInt32(clamping: column))
    }
    return result
  }

  /// Whether a line ends with this byte: LF, or a CR that no LF follows.
  private static func endsLine(_ bytes: [UInt8], _ i: Int) -> Bool {
    bytes[i] == 10 || (bytes[i] == 13 && !(i + 1 < bytes.count && bytes[i + 1] == 10))
  }

  /// How many lines end in a stretch.
  private static func lineEnds(in bytes: Span<UInt8>, _ from: Int, _ to: Int) -> Int {
    let feeds = ByteWords.count(10, in: bytes, from..<to)
    let returns = ByteWords.count(13, in: bytes, from..<to)
    guard returns > 0 else { return feeds }
    let stretch = bytes.extracting(from..<to)
    var pairs = 0
    let after = bytes.extracting(min(from + 1, bytes.count)..<min(to + 1, bytes.count))
    for i in after.indices { pairs &+= stretch[i] == 13 && after[i] == 10 ? 1 : 0 }
    return feeds + returns - pairs
  }

  /// The line that holds a position, without its end, and the byte offset of the position in it.
  public func line(at position: SourcePosition) -> (text: String, offset: Int)? {
    guard let file = fileIndex(of: position) else { return nil }
    let bytes = files[file].bytes
    let offset = min(Int(position.value - files[file].base), bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13 { end += 1 }
    return (String(decoding: bytes[start..<end], as: UTF8.self), offset - start)
  }

  private func utf16Length(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Int {
    var count = 0
    for i in from..<to where bytes[i] & 0xC0 != 0x80 { count += bytes[i] >= 0xF0 ? 2 : 1 }
    return count
  }
}
