/// What stands above and below the rows of a list: a block that explains the codes, and the remark that
/// says on which day nights stand.
struct ListSurroundings {
  /// Codes of the block.
  private(set) var legend = CodeLegend()
  /// Places of the rows that are no shifts, in their order.
  private(set) var asides: [Range<Int>] = []
  /// The remark on nights, and its place.
  private(set) var remark: (onLastDay: Bool, place: Range<Int>)?

  /// Bytes at the end of a list in which a block is looked for.
  static let tail = 1 << 13

  /// Nothing.
  init() {}

  init(_ input: RosterInput, _ header: CSVHeader, _ collector: inout RosterCollector) {
    let start = input.dialect.start
    if header.rowStart > start {
      look(
        LayoutSheet(input, from: start, bytes: header.rowStart - start), header, &collector)
    }
    let end = input.bytes.count
    var from = header.end
    if end - from > Self.tail {
      from = end - Self.tail
      while from < end, input.bytes[from] != ByteText.newline, input.bytes[from] != 13 { from += 1 }
    }
    if from < end { look(LayoutSheet(input, from: from, bytes: end - from), header, &collector) }
  }

  private mutating func look(
    _ sheet: LayoutSheet, _ header: CSVHeader, _ collector: inout RosterCollector
  ) {
    // A list whose header stands there once more has no block of codes.
    let timed = [ColumnRole.date, .start, .end, .interval].map { header.map[$0] }.filter { $0 >= 0 }
    let rows = sheet.table.rows
    let odd = rows.indices.filter { !Self.isShift(rows[$0], timed) }
    guard !odd.contains(where: { ColumnMap(headers: rows[$0]).roles == header.map.roles }) else {
      return
    }
    for row in odd {
      let filled = sheet.filled(row)
      guard filled.count == 1, remark == nil else { continue }
      let text = sheet.cell(row, filled[0])
      guard (14..<2000).contains(text.utf8.count), let onLastDay = NightRemark.meaning(of: text)
      else { continue }
      remark = (onLastDay, sheet.place(row, filled[0]))
      asides.append(sheet.table.lines[row])
    }
    guard odd.contains(where: { LegendBlock.opens(rows[$0]) }) else { return }
    let block = LegendBlock(sheet, alone: false, &collector)
    legend.merge(block.legend)
    asides += block.rows.map { sheet.table.lines[$0] }
    asides.sort { $0.lowerBound < $1.lowerBound }
  }

  /// Dates or times stand in all of two columns or more: a header, a remark or the title of a block of codes
  /// has none.
  private static func isShift(_ row: [String], _ timed: [Int]) -> Bool {
    timed.count >= 2
      && timed.allSatisfy { column in
        column < row.count && row[column].utf8.count(where: { $0 &- 48 < 10 }) > 3
      }
  }

  /// Whether the row that begins here is no shift.
  func isAside(_ offset: Int) -> Bool {
    asides.contains { $0.lowerBound == offset }
  }
}
