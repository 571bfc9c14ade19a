/// Adds the next bytes of a long input, none at its end; false when they cannot be had.
public typealias PieceSource = (inout [UInt8]) -> Bool

extension RosterReader {
  /// Reads a long list piece by piece, so that its bytes are never all in memory.
  ///
  /// Only what is the same in pieces as in one: UTF-8 without a mark, a header in the first row and
  /// nothing that must be said about any row. What else there may be needs the whole file.
  ///
  /// - Parameters:
  ///   - path: as it is to be shown.
  ///   - size: of the input in bytes.
  ///   - prepare: is shown the memory that all shifts will be put in.
  /// - Returns: nil when the file must be read as a whole. Places in the reading lead nowhere.
  public static func readInPieces(
    _ path: String, size: Int, options: ReadingOptions = ReadingOptions(),
    prepare: ShiftRoom? = nil, _ next: PieceSource
  ) -> RosterReading? {
    var pieces = Pieces(path: path, size: size, options: options, prepare: prepare)
    while let isLast = pieces.add(next) {
      guard pieces.take(isLast: isLast) else { return nil }
      if isLast { return pieces.reading() }
    }
    return nil
  }
}

/// A list of which only the rows at hand are in memory.
private struct Pieces {
  private let path: String
  private let size: Int
  private let options: ReadingOptions
  private let prepare: ShiftRoom?
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

  /// `Assumed:` no plain row is longer; what has no line ends must not gather in memory.
  private static let longestRow = 1 << 20

  init(path: String, size: Int, options: ReadingOptions, prepare: ShiftRoom?) {
    self.path = path
    self.size = size
    self.options = options
    self.prepare = prepare
    collector = RosterCollector(options: options, zone: options.zone, zones: { _ in nil })
  }

  /// - Returns: whether there were no more bytes; nil when they could not be had.
  mutating func add(_ next: PieceSource) -> Bool? {
    let known = bytes.count
    return next(&bytes) ? bytes.count == known : nil
  }

  /// Reads the rows that are complete; all that are left when there are no more bytes.
  mutating func take(isLast: Bool) -> Bool {
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
        input, header, at: base, of: size, by: &reader, into: &collector, prepare),
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

  /// The roster, where nothing must be said of it as a whole either.
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
    by known: inout ShiftListReader?, into collector: inout RosterCollector,
    _ prepare: ShiftRoom?
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
    let first = collector.builder.shifts.count
    known?.readOn(input.bytes.span, at: base, into: &collector)
    if first == 0, input.bytes.count > 0 {
      // Room for all there will be, so that none are moved.
      let (found, part) = (collector.builder.shifts.count, input.bytes.count)
      let expected = Double(found) * Double(size) / Double(part) * 1.02
      collector.builder.reserve(Int(min(expected, 2e9)) + 1024, prepare)
    }
    (summary.rows, summary.entries) = (known?.rows ?? 0, known?.entries ?? 0)
    return summary
  }
}
