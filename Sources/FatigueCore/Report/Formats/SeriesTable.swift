/// Rows of a series as CSV (RFC 4180) or as JSON objects, one to a line. Numbers have twelve significant
/// digits.
public struct SeriesTable: Sendable {
  public enum Cell: Sendable {
    case text(String)
    case number(Double)
    /// Empty in CSV, null in JSON.
    case none
  }

  public let columns: [String]
  /// JSON objects, not CSV.
  public let isLines: Bool

  public init(columns: [String], isLines: Bool) {
    self.columns = columns
    self.isLines = isLines
  }

  /// The line of column names; nothing for JSON.
  public func appendHeader(to bytes: inout [UInt8]) {
    guard !isLines else { return }
    bytes.append(contentsOf: columns.joined(separator: ",").utf8)
    bytes += [13, 10]
  }

  /// - Parameter cells: One for each column.
  public func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    guard !isLines else { return appendObject(cells, to: &bytes) }
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch cell {
      case .text(let text): bytes += ConvertCSV.field(text)
      case .number(let number):
        bytes.append(contentsOf: NumberText.significant(number).utf8)
      case .none: break
      }
    }
    bytes += [13, 10]
  }

  private func appendObject(_ cells: [Cell], to bytes: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    for (column, cell) in zip(columns, cells) {
      writer.key(column)
      switch cell {
      case .text(let text): writer.string(text)
      case .number(let number): writer.significant(number)
      case .none: writer.null()
      }
    }
    writer.endObject()
    writer.endLine()
    bytes += writer.bytes
  }
}
