/// A duty as a table of days and clock hours gives it, for the indices alone.
public struct DutyTableRow: Sendable {
  /// Rows with the same one belong together.
  public var roster: String
  /// Grows by one per day; a roster's first day is 1.
  public var day: Int
  /// Clock hours, 0–24; an end at or before the start is on the next day.
  public var on: Double
  public var off: Double
  /// Minutes to and from work together.
  public var commute: Double?
  public var workload: Double?
  public var attention: Double?
  /// Minutes.
  public var breakFrequency: Double?
  public var breakLength: Double?
  public var longestWork: Double?
  public var breakAfter: Double?

  /// Seconds from midnight of day 0.
  var start: Int { day * 86_400 + Int((on * 3600).rounded()) }
  var end: Int { start + Int(((off > on ? off - on : off - on + 24) * 3600).rounded()) }
}

/// What was read of a table of duties.
public struct DutyTable: Sendable {
  public var rows: [DutyTableRow] = []
  public var diagnostics = DiagnosticList()
  public var sources = SourceMap()

  public init() {}
}

/// Reads `roster,seq,day,on_h,off_h,commute_min,…`: the columns that a comparison of indices has.
public enum DutyTableReader {
  /// In the order in which they are written. Those after `off_h` may be missing.
  public static let columns = [
    "roster", "seq", "day", "on_h", "off_h", "commute_min", "workload_0_3", "attention_0_3",
    "break_freq_min", "break_len_min", "cont_work_min", "break_after_cont_min",
  ]
  private static let needed = ["day", "on_h", "off_h"]

  public static func read(path: String, bytes: [UInt8]) -> DutyTable {
    var result = DutyTable()
    let text = TextDecoding.decode(bytes)
    guard let file = result.sources.add(path: path, bytes: text.bytes) else { return result }
    let span = text.bytes.span
    let dialect = CSVDialect.detect(span)
    let table = CSVTable(span, dialect, from: dialect.start, mostRows: 1_000_000)
    func position(_ offset: Int) -> SourcePosition {
      result.sources.position(file: file, offset: offset)
    }
    guard let header = table.rows.first else {
      result.diagnostics.add(
        Diagnostic(
          .dutyTableColumn, .error, path: path,
          Localized(nb: "filen har ingen tabell", en: "the file has no table"), hint: hint))
      return result
    }
    let names = header.map { $0.lowercased() }
    let places = Self.columns.map { names.firstIndex(of: $0) }
    for name in needed where !names.contains(name) {
      result.diagnostics.add(
        Diagnostic(
          .dutyTableColumn, .error, at: position(table.lines[0].lowerBound),
          length: table.lines[0].count,
          Localized(nb: "kolonnen \(name) mangler", en: "the column \(name) is missing"),
          hint: hint))
    }
    guard result.diagnostics.errors == 0 else { return result }
    if table.isCut {
      result.diagnostics.add(
        Diagnostic(
          .planTooLarge, .error, at: position(table.lines.last?.lowerBound ?? 0),
          Localized(
            nb: "over \(table.rows.count) rader; resten er ikke lest",
            en: "over \(table.rows.count) rows; the rest was not read")))
    }
    var lines: [Range<Int>] = []
    for (index, row) in table.rows.enumerated().dropFirst() {
      var isWhole = true
      func field(_ column: Int) -> String? {
        guard let place = places[column], place < row.count else { return nil }
        return row[place]
      }
      func refuse(_ column: Int, _ wanted: Localized) {
        isWhole = false
        let place = places[column].flatMap { $0 < table.places[index].count ? $0 : nil }
        let range = place.map { table.places[index][$0] } ?? table.lines[index]
        let value = field(column) ?? ""
        result.diagnostics.add(
          Diagnostic(
            .dutyTableValue, .error, at: position(range.lowerBound), length: range.count,
            Localized(
              nb: "\(Self.columns[column]) er «\(value)»; ventet \(wanted.nb)",
              en: "\(Self.columns[column]) is “\(value)”; expected \(wanted.en)")))
      }
      func number(_ column: Int, _ range: ClosedRange<Double>, isNeeded: Bool = false) -> Double? {
        let text = field(column) ?? ""
        if text.isEmpty, !isNeeded { return nil }
        let value = plain(text)
        guard let value, range.contains(value) else {
          let (low, high) = (Int(range.lowerBound), Int(range.upperBound))
          refuse(
            column,
            Localized(nb: "et tall fra \(low) til \(high)", en: "a number from \(low) to \(high)"))
          return nil
        }
        return value
      }
      let day = number(2, -1e6...1e6, isNeeded: true)
      if let day, day != day.rounded() {
        refuse(2, Localized(nb: "et helt tall", en: "a whole number"))
      }
      let (on, off) = (number(3, 0...24, isNeeded: true), number(4, 0...24, isNeeded: true))
      let read = DutyTableRow(
        roster: field(0) ?? "", day: Int(day ?? 0), on: on ?? 0, off: off ?? 0,
        commute: number(5, 0...360), workload: number(6, 0...3), attention: number(7, 0...3),
        breakFrequency: number(8, 0...1440), breakLength: number(9, 0...1440),
        longestWork: number(10, 0...1440), breakAfter: number(11, 0...1440))
      if isWhole {
        result.rows.append(read)
        lines.append(table.lines[index])
      }
    }
    let order = inTime(result.rows)
    if order != Array(result.rows.indices) {
      let late = result.rows.indices.first { order[$0] != $0 } ?? 0
      result.diagnostics.add(
        Diagnostic(
          .dutyTableOrder, .warning, at: position(lines[late].lowerBound),
          length: lines[late].count,
          Localized(
            nb: "radene står ikke i tidsrekkefølge fra denne; de er sortert",
            en: "the rows are not in order of time from this one on; they were sorted")))
      result.rows = order.map { result.rows[$0] }
      lines = order.map { lines[$0] }
    }
    for i in result.rows.indices.dropFirst() {
      let (before, row) = (result.rows[i - 1], result.rows[i])
      guard row.roster == before.roster, row.start < before.end else { continue }
      result.diagnostics.add(
        Diagnostic(
          .dutyTableOverlap, .warning, at: position(lines[i].lowerBound), length: lines[i].count,
          Localized(
            nb: "vakten begynner før den forrige er slutt; indeksen er ikke prøvd for slikt",
            en: "the duty starts before the one before it ends; the index was not tried for this")))
    }
    return result
  }

  /// The positions of the rows in order of time, rosters as they first stand; equal times as they stand.
  private static func inTime(_ rows: [DutyTableRow]) -> [Int] {
    var places: [String: Int] = [:]
    for row in rows where places[row.roster] == nil { places[row.roster] = places.count }
    return rows.indices.sorted { a, b in
      let keys = [a, b].map { (places[rows[$0].roster] ?? 0, rows[$0].start, $0) }
      return keys[0] < keys[1]
    }
  }

  private static let hint = Localized(
    nb: "kolonnene er \(columns.joined(separator: ","))",
    en: "the columns are \(columns.joined(separator: ","))")

  /// Digits with a point or a comma.
  private static func plain(_ text: String) -> Double? {
    let bytes = text.utf8.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
    let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
    guard !digits.isEmpty, digits.count < 40,
      digits.allSatisfy({ ByteText.isDigit($0) || $0 == UInt8(ascii: ".") })
    else { return nil }
    return Double(String(decoding: bytes, as: UTF8.self))
  }
}
