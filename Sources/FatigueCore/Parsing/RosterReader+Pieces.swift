/// A long input whose bytes are asked for piece by piece.
public struct PieceSource: Sendable {
  /// Of the input in bytes.
  let size: Int
  /// Bytes that are asked for at a time.
  let room: Int
  let read: @Sendable (_ bytes: inout [UInt8], _ offset: Int, _ most: Int) -> Bool

  /// - Parameter read: Adds bytes from an offset on, at most so many and none at the end; false when they cannot
  ///   be had. May be called by many threads at once.
  public init(
    size: Int, room: Int,
    read: @escaping @Sendable (_ bytes: inout [UInt8], _ offset: Int, _ most: Int) -> Bool
  ) {
    (self.size, self.room, self.read) = (size, room, read)
  }
}

/// A list of which only the rows at hand are in memory.
///
/// Only what is the same in pieces as in one: UTF-8 without a mark, a header in the first row and
/// nothing that must be said about any row. What else there may be needs the whole file.
struct Pieces: Sendable {
  private let path: String
  private let source: PieceSource
  private let options: ReadingOptions
  private var collector: RosterCollector
  private var summary: InputSummary?
  /// What the first rows say of how the list is written; nil before they were read.
  private var list: RosterInput?
  /// Knows people and codes of the rows read; nil before the first.
  private var reader: ShiftListReader?
  /// The first row as soon as the first rows were read, and the rows at hand; the last may not be complete.
  private var bytes: [UInt8] = []
  /// Where the first row ends in them.
  private var headerEnd = 0
  /// Bytes of the file before the rows at hand.
  private var done = 0
  /// What the numbers of a part are in the one it is added to.
  private var numbers = RosterBuilder.Numbers()

  /// `Assumed:` no plain row is longer; what has no line ends must not gather in memory.
  private static let longestRow = 1 << 20

  init(_ path: String, _ source: PieceSource, options: ReadingOptions) {
    self.path = path
    self.source = source
    self.options = options
    collector = RosterCollector(options: options, zone: options.zone, zones: { _ in nil })
  }

  /// Reads the first rows.
  ///
  /// - Parameter prepare: Is shown the memory that all shifts will be put in.
  /// - Returns: Whether those are all; nil when the file must be read as a whole.
  mutating func begin(_ prepare: ShiftRoom?) -> Bool? {
    while let isLast = readOn() {
      guard list != nil || isLast else { continue }
      // Room for all there will be, so that none are moved.
      collector.builder.reserve(expected(in: source.size), prepare)
      return isLast
    }
    return nil
  }

  /// Reads one piece more.
  ///
  /// - Returns: Whether the last was read before; nil when the file must be read as a whole.
  mutating func readOn(to end: Int = .max) -> Bool? {
    let known = bytes.count
    guard source.read(&bytes, offset, min(source.room, end - offset)) else { return nil }
    let isLast = bytes.count == known
    return take(isLast: isLast) ? isLast : nil
  }

  /// Where the bytes begin that were not asked for yet.
  private var offset: Int { done + bytes.count - headerEnd }

  /// About as many shifts as stand in so many bytes, by those that were read.
  private func expected(in bytes: Int) -> Int {
    let found = Double(collector.builder.shifts.count)
    return Int(min(found * Double(bytes) / Double(max(done, 1)) * 1.02, 2e9)) + 1024
  }

  /// Reads the rows that are complete; all that are left when there are no more bytes.
  private mutating func take(isLast: Bool) -> Bool {
    guard let end = isLast ? bytes.count : bytes.lastIndex(of: ByteText.newline).map({ $0 + 1 }),
      end > headerEnd || isLast
    else { return bytes.count < Self.longestRow }
    if end == headerEnd { return true }
    // The first rows tell from where times are counted: they are read together.
    if list == nil, !isLast, !Self.hasFirstRows(bytes[..<end]) {
      return bytes.count < Self.longestRow
    }
    let rest = Array(bytes[end...])
    bytes.removeLast(rest.count)
    // Places go on from piece to piece, as in the file.
    guard read(at: done - headerEnd) else { return false }
    done += end - headerEnd
    headerEnd = list?.header?.end ?? 0
    bytes.replaceSubrange(headerEnd..., with: rest)
    return true
  }

  /// A header and the rows below it that are looked at together, blank lines not counted.
  private static func hasFirstRows(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (rows, before) = (0, ByteText.newline)
    for byte in bytes where byte != ByteText.carriageReturn {
      if byte == ByteText.newline, before != ByteText.newline { rows += 1 }
      if rows > 66 { return true }
      before = byte
    }
    return false
  }

  /// - Parameter base: Where the first of the bytes at hand would stand in the file, were they all rows.
  private mutating func read(at base: Int) -> Bool {
    let input: RosterInput
    if let list {
      input = RosterInput(bytes, writtenAs: list)
    } else {
      guard let first = firstRows() else { return false }
      input = first
      list = RosterInput([], writtenAs: first)
    }
    guard let header = input.header,
      let summary = ShiftListFormat().readPiece(
        input, header, at: base, of: source.size, by: &reader, into: &collector),
      collector.diagnostics.items.isEmpty, isPlain()
    else { return false }
    if self.summary == nil {
      self.summary = summary
    } else {
      self.summary?.rows += summary.rows
      self.summary?.entries += summary.entries
    }
    return true
  }

  /// The first rows, where they are a list with its header first and nothing that a row could change.
  private func firstRows() -> RosterInput? {
    guard !CalendarText.isCalendar(bytes.span) else { return nil }
    let text = TextDecoding.decode(bytes)
    guard text.encoding == .utf8, !text.hasInvalidLines, RosterReader.isText(bytes) else {
      return nil
    }
    let input = RosterInput(file: 0, path: path, text: text, options: options)
    guard RosterReader.format(for: input, options) is ShiftListFormat, let header = input.header,
      header.rowStart == 0, bytes.firstIndex(of: ByteText.newline) == header.end - 1,
      header.map[.zone] < 0, header.map[.source] < 0
    else { return nil }
    return input
  }

  /// Valid text whose rows end where lines end, and all the same way; nobody left two versions of some.
  private func isPlain() -> Bool {
    let bytes = bytes.span
    var (at, mayBeOdd) = (0, false)
    // Rows like others hold nothing that those do not.
    for alike in (reader?.alike ?? []) + [bytes.count..<bytes.count] {
      let rows = bytes.extracting(at..<alike.lowerBound)
      guard TextDecoding.isValid(rows) else { return false }
      mayBeOdd = mayBeOdd || ByteWords.hasQuoteReturnOrAngle(rows)
      at = alike.upperBound
    }
    guard mayBeOdd else { return true }
    let all = 0..<bytes.count
    guard ByteWords.count(ByteText.quote, in: bytes, all) == 0 else { return false }
    let returns = ByteWords.count(ByteText.carriageReturn, in: bytes, all)
    guard returns == 0 || returns == ByteWords.count(ByteText.newline, in: bytes, all) else {
      return false
    }
    return FileKind.refusal(text: bytes) == nil
  }

  /// The roster, where nothing must be said of it as a whole either. Places in it lead nowhere.
  mutating func reading() -> RosterReading? {
    guard let summary, collector.builder.details.isEmpty, collector.builder.carriedSources.isEmpty
    else { return nil }
    collector.understood = [summary]
    let reading = RosterReader.finish(&collector)
    guard let roster = reading.roster, roster.repeats.isEmpty, reading.diagnostics.items.isEmpty,
      // Dates far from the rest are told of.
      roster.lastDate - roster.firstDate < 1400
    else { return nil }
    return reading
  }
}

/// Rows far apart are read at once by parts of a list, and put together as if one had read them all.
extension Pieces {
  /// Where the next rows stand, in so many stretches that end where rows do. None is near the end of the list,
  /// where more than rows may stand.
  ///
  /// - Returns: nil when there are too few.
  func stretches(_ count: Int) -> [Range<Int>]? {
    let left = source.size - ListSurroundings.tail - PlainRows.longestRow - offset
    let length = min(Self.longestStretch * source.room, left / count)
    guard length > 0, length >= source.room / 4 else { return nil }
    var (start, stretches) = (done, [Range<Int>]())
    for number in 1...count {
      // Another file by now has other rows.
      guard let end = rowStart(from: offset + number * length), start <= end else { return nil }
      stretches.append(start..<end)
      start = end
    }
    return stretches
  }

  /// `Assumed:` pieces in a stretch. More go beyond the memory that a processor has at hand, and with fewer
  /// threads wait for each other more often.
  private static let longestStretch = 4

  /// The first place from here on where a row begins; nil when it cannot be found near by.
  private func rowStart(from offset: Int) -> Int? {
    var bytes: [UInt8] = []
    guard source.read(&bytes, offset - 1, PlainRows.longestRow) else { return nil }
    return bytes.firstIndex(of: ByteText.newline).map { offset + $0 }
  }

  /// One that reads other rows of the same list, and knows what is known so far.
  func part() -> Pieces {
    var part = self
    part.bytes = Array(bytes[..<headerEnd])
    part.summary = nil
    part.numbers = RosterBuilder.Numbers(collector.builder)
    part.collector.builder.makeRoom(expected(in: Self.longestStretch * source.room))
    part.reader?.asked = []
    return part
  }

  /// Reads the rows of a stretch: that of the rows at hand, if there are any.
  ///
  /// - Returns: false when the file must be read as a whole.
  mutating func read(_ stretch: Range<Int>) -> Bool {
    done = stretch.lowerBound
    while offset < stretch.upperBound {
      guard readOn(to: stretch.upperBound) == false else { return false }
    }
    return bytes.count == headerEnd
  }

  /// Adds the rows that a part has read, those after the last here.
  ///
  /// People, codes and units get the numbers that they would have got if they had been met here.
  ///
  /// - Returns: false when the file must be read as a whole.
  mutating func add(_ part: inout Pieces) -> Bool {
    for (text, index) in part.reader?.asked ?? [] {
      guard part.numbers.add(collector.person(text, at: .none), forPerson: index) else {
        return false
      }
    }
    part.reader?.asked = []
    guard collector.diagnostics.items.isEmpty,
      collector.builder.take(&part.collector.builder, &part.numbers)
    else { return false }
    if let read = part.summary {
      summary?.rows += read.rows
      summary?.entries += read.entries
    }
    part.summary = nil
    done = part.done
    return true
  }
}

extension ShiftListFormat {
  /// Reads some rows of a list below its header.
  ///
  /// - Parameters:
  ///   - base: Where the first byte would stand in the whole file.
  ///   - size: Of the whole file.
  ///   - known: What read the rows before.
  /// - Returns: nil when they are not rows of shifts alone.
  fileprivate func readPiece(
    _ input: RosterInput, _ header: CSVHeader, at base: Int, of size: Int,
    by known: inout ShiftListReader?, into collector: inout RosterCollector
  ) -> InputSummary? {
    // What stands around the rows of a list stands above its header or near its end.
    let isNearEnd = base + input.bytes.count >= size - ListSurroundings.tail
    let surroundings = isNearEnd ? ListSurroundings(input, header, &collector) : ListSurroundings()
    guard surroundings.asides.isEmpty, surroundings.remark == nil,
      header.map.hasPerson || header.map[.number] >= 0, header.map[.start] >= 0,
      header.map[.end] >= 0, header.map.doubled.isEmpty,
      header.map.roles.allSatisfy({ $0 != nil })
    else { return nil }
    var summary = InputSummary(
      path: input.path, format: id, encoding: input.encoding,
      delimiter: Character(Unicode.Scalar(input.dialect.delimiter)), layout: title,
      zone: collector.builder.zone.name)
    summary.columns = zip(header.map.headers, header.map.roles).map {
      InputSummary.Column(header: $0, role: $1)
    }
    // What stands near the end may say what codes mean.
    if isNearEnd || known == nil {
      known = ShiftListReader(input, header, surroundings, collector)
    }
    known?.readOn(input.bytes.span, at: base, into: &collector)
    (summary.rows, summary.entries) = (known?.rows ?? 0, known?.entries ?? 0)
    return summary
  }
}
