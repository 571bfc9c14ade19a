/// A TOML 1.0 document, read in one go.
///
/// Source: TOML v1.0.0, <https://toml.io/en/v1.0.0>. `Assumed:` beyond it, a byte order mark at the
/// very beginning is skipped, since Windows editors write one.
public enum TOMLDocument {
  /// Bytes of a document; a longer one is refused whole.
  public static let largest = 1 << 20
  /// Levels of tables and arrays inside each other, and parts of a dotted key.
  public static let deepest = 64
  /// After so many errors reading stops, and says so.
  public static let mostErrors = 100

  /// Reads a document and complains about everything that is wrong with it.
  ///
  /// - Returns: The table that could be read, whole only when `errors` is empty, and the errors in
  ///   the order of the document. Spans are byte offsets in `bytes`.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8]) -> (table: TOMLTable, errors: [TOMLError]) {
    let empty = TOMLTable(span: 0..<0)
    guard bytes.count <= largest else { return (empty, [TOMLError(.tooLarge, 0..<0)]) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return (empty, [TOMLError(.utf16, 0..<0)])
    }
    var parser = TOMLParser(bytes)
    parser.readAll()
    return (parser.builder.table(), parser.errors)
  }
}
