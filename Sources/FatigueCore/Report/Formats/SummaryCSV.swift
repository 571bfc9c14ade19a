/// `check -f csv`: a row for each employee with metrics, and findings by lane and status.
///
/// Findings about the plan as a whole are in a last row without an employee, so that the columns of
/// findings add up to what every other format counts. Names of columns are those of the JSON metrics,
/// with `_` between words. With a baseline as many columns follow that count only what is new.
struct SummaryCSV {
  private let report: CheckReport
  private let dialect: SheetDialect
  private let statuses = Array(FindingStatus.allCases.reversed())
  private var bytes: [UInt8] = []

  static func write(
    _ report: CheckReport, _ options: FormatOptions, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void
  ) {
    var table = SummaryCSV(report: report, dialect: options.dialect)
    table.rows { table in
      bytes += table.bytes
      table.bytes.removeAll(keepingCapacity: true)
      flush(&bytes)
    }
  }

  private init(report: CheckReport, dialect: SheetDialect) {
    self.report = report
    self.dialect = dialect
  }

  private mutating func rows(_ send: (inout SummaryCSV) -> Void) {
    if dialect.hasMark { bytes += [0xEF, 0xBB, 0xBF] }
    let metrics = report.metrics.map { id in
      MetricBook.all.first { $0.id == id }?.column ?? id
    }
    let lanes = Lane.allCases.flatMap { lane in
      statuses.map { "\(lane.rawValue)_\($0.name)" }
    }
    let new = report.baseline == nil ? [] : lanes.map { $0 + "_new" }
    line(["employee", "group"] + metrics + lanes + new)
    let width = lanes.count + new.count
    let counts = self.counts(width)
    send(&self)
    let (people, jobs) = (report.peopleByName, report.analysis.settings.jobs)
    // Not all of the table is in memory.
    let many = Self.part * Self.parts
    for first in stride(from: 0, to: people.count, by: many) {
      let rest = people[first..<min(first + many, people.count)]
      let parts = parallelMap(
        (rest.count + Self.part - 1) / Self.part, jobs: jobs, bench: self
      ) { table, part in
        for person in rest.dropFirst(part * Self.part).prefix(Self.part) {
          table.row(of: person, counts[person * width..<(person + 1) * width])
        }
        defer { table.bytes = [] }
        return table.bytes
      }
      for part in parts {
        bytes += part
        send(&self)
      }
    }
    let ofPlan = counts.suffix(width)
    if ofPlan.contains(where: { $0 > 0 }) {
      for _ in 0...metrics.count { bytes.append(dialect.separator) }
      endRow(ofPlan)
    }
    send(&self)
  }

  /// People whose rows one thread writes at a time.
  private static let part = 128
  /// So often at most before they are sent.
  private static let parts = 16

  private mutating func row(of person: Int, _ counts: ArraySlice<UInt32>) {
    let roster = report.roster
    let unit = roster.shifts[roster.slices[person]].lazy.map(\.unit).first { $0 != 0 }
    cell(ControlCharacters.escape(report.names.shown[person]), isFirst: true)
    cell(unit.map { ControlCharacters.escape(roster.units[Int($0)]) } ?? "")
    numbers(report.metricValues(of: person))
    endRow(counts)
  }

  /// Row by row for each person, and for the plan after the last: findings that no waiver covers, by lane
  /// and status, then those of them that are new, where there is a baseline.
  private func counts(_ width: Int) -> [UInt32] {
    let people = report.analysis.people.count
    var counts: [UInt32] = []
    counts.reserveCapacity((people + 1) * width)
    if let tally = report.analysis.tally {
      for person in 0..<people {
        for lane in Lane.allCases.indices {
          for status in statuses { counts.append(tally.count(person, lane, status)) }
        }
      }
    }
    counts.append(contentsOf: repeatElement(0, count: (people + 1) * width - counts.count))
    for (index, finding) in report.analysis.findings.enumerated() where !finding.isWaived {
      let row = (finding.isAboutPlan ? people : Int(finding.person)) * width
      let status = Int(FindingStatus.breach.rawValue - finding.status.rawValue)
      let column = RuleBook.lanePlace(of: finding) * statuses.count + status
      counts[row + column] += 1
      if report.isNew(index) { counts[row + width / 2 + column] += 1 }
    }
    return counts
  }

  // MARK: Cells

  private mutating func line(_ cells: [String]) {
    for (index, text) in cells.enumerated() { cell(text, isFirst: index == 0) }
    bytes += dialect.lineEnd
  }

  private mutating func endRow(_ counts: ArraySlice<UInt32>) {
    let separator = dialect.separator
    bytes.append(addingCapacity: counts.count * (1 + JSONWriter.longestNumber)) { row in
      for count in counts {
        row.append(separator)
        JSONWriter.append(UInt64(count), to: &row)
      }
    }
    bytes += dialect.lineEnd
  }

  private mutating func cell(_ text: String, isFirst: Bool = false) {
    if !isFirst { bytes.append(dialect.separator) }
    bytes += ConvertCSV.field(text, separator: dialect.separator)
  }

  /// Empty where there is none.
  private mutating func numbers(_ values: [Double?]) {
    let (separator, mark) = (dialect.separator, dialect.decimalMark)
    bytes.append(addingCapacity: values.count * (1 + JSONWriter.longestNumber)) { row in
      for value in values {
        row.append(separator)
        if let value, value.isFinite { JSONWriter.append(value, to: &row, mark: mark) }
      }
    }
  }
}

/// How a table for spreadsheets is written.
public enum SheetDialect: String, CaseIterable, Sendable {
  /// Comma and decimal point; lines end as in every other format for programs, which readers of
  /// RFC 4180 accept.
  case comma
  /// What Norwegian Excel opens right by double-click: semicolon, decimal comma, byte order mark.
  case excelNorwegian = "excel-nb"

  var separator: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ";") }
  var decimalMark: UInt8 { self == .comma ? UInt8(ascii: ".") : UInt8(ascii: ",") }
  var lineEnd: [UInt8] { self == .comma ? [10] : [13, 10] }
  var hasMark: Bool { self == .excelNorwegian }
}
