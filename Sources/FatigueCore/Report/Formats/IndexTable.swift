/// The indices of `predict --model rr446`: a row per duty, in the columns of the input and ours.
public struct IndexTable: Sendable {
  private static let results = [
    "FI_cum", "FI_timing", "FI_job", "FI", "RI_cum", "RI_timing", "RI_job", "RI",
  ]
  private let table: SeriesTable

  /// - Parameter ofRoster: For a roster, with people and times; else for a table of duties.
  public init(ofRoster: Bool, isLines: Bool) {
    let first = ofRoster ? ["person", "start", "end"] : DutyTableReader.columns
    table = SeriesTable(columns: first + Self.results, isLines: isLines)
  }

  public func appendHeader(to bytes: inout [UInt8]) { table.appendHeader(to: &bytes) }

  public func append(
    _ person: String, _ start: Instant, _ end: Instant, _ index: DutyIndex,
    to bytes: inout [UInt8]
  ) {
    table.append(
      [.text(person), .text(TimeText.utc(start)), .text(TimeText.utc(end))] + cells(index),
      to: &bytes)
  }

  /// A table of duties with its indices; rosters in the order in which they first stand.
  public func append(_ rows: [DutyTableRow], to bytes: inout [UInt8]) {
    var order: [String] = []
    var groups: [String: [DutyTableRow]] = [:]
    for row in rows {
      if groups[row.roster] == nil { order.append(row.roster) }
      groups[row.roster, default: []].append(row)
    }
    for name in order {
      let duties = (groups[name] ?? []).map(DutyRow.init)
      for (i, (duty, index)) in zip(duties, FatigueRiskIndex.evaluate(rows: duties.span))
        .enumerated()
      {
        table.append(
          [
            .text(name), .number(Double(i + 1)), .number(Double(duty.day)), .number(duty.on),
            .number(duty.off), .number(duty.commute), .number(duty.job.workload),
            .number(duty.job.attention), .number(duty.job.breakFrequency),
            .number(duty.job.breakLength), .number(duty.job.longestWork),
            .number(duty.job.breakAfter),
          ] + cells(index), to: &bytes)
      }
    }
  }

  private func cells(_ index: DutyIndex) -> [SeriesTable.Cell] {
    let (fatigue, risk) = (index.fatigue, index.risk)
    return [
      .number(fatigue.cumulative), .number(fatigue.timing), .number(fatigue.job),
      .number(fatigue.value), .number(risk.cumulative), .number(risk.timing), .number(risk.job),
      .number(risk.value),
    ]
  }
}

extension DutyRow {
  /// What the table leaves open is as the tool has it.
  init(_ row: DutyTableRow) {
    let standard = JobFactors.standard
    self.init(
      day: row.day, on: row.on, off: row.off,
      commute: row.commute ?? FatigueRiskIndex.standardCommute,
      job: JobFactors(
        workload: row.workload ?? standard.workload,
        attention: row.attention ?? standard.attention,
        breakFrequency: row.breakFrequency ?? standard.breakFrequency,
        breakLength: row.breakLength ?? standard.breakLength,
        longestWork: row.longestWork ?? standard.longestWork,
        breakAfter: row.breakAfter ?? standard.breakAfter))
  }
}
