/// Findings that were there before: what a run is compared with, so that only new ones fail.
///
/// Written as JSON with one finding to a line, sorted by rule, start and fingerprint, so that two
/// baselines differ only where their findings do. It holds pseudonyms and no names.
public struct Baseline: Sendable {
  /// What is known of each finding, by ``CheckReport/fingerprints``.
  let entries: [String: Entry]

  /// Where a finding of a baseline was counted; nothing where its rule or status is not known.
  struct Entry: Sendable {
    var lane: Lane?
    var status: FindingStatus?
  }

  /// What was wrong with a file that should be a baseline.
  public struct Fault: Error, Sendable {
    /// Where, in bytes from the start.
    public var offset: Int
    public var message: Localized
  }

  static let schema = "fatigue-baseline/1"

  /// Largest file that is read.
  public static let largest = 256 << 20

  /// Reads what ``bytes(_:)`` wrote.
  public init(_ bytes: [UInt8]) throws(Fault) {
    let span = bytes.span
    var scanner = JSONScanner()
    do throws(JSONFault) {
      entries = try Self.read(span, &scanner)
    } catch {
      throw Fault(
        offset: error.offset,
        message: Localized(
          nb: "her skulle det stått \(error.expected.nb)",
          en: "\(error.expected.en) was expected here"))
    }
  }

  /// Line and column of a fault, both from 1, the column in UTF-16 units.
  public static func place(of fault: Fault, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes[..<min(max(fault.offset, 0), bytes.count)]
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? before.startIndex
    let text = String(decoding: before[start...], as: UTF8.self)
    return (before.count { $0 == 10 } + 1, text.utf16.count + 1)
  }

  private static func read(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner
  ) throws(JSONFault) -> [String: Entry] {
    var found: [String: Entry] = [:]
    var isBaseline = false
    try scanner.take("{", bytes)
    while !scanner.takes("}", bytes) {
      let name = try scanner.string(bytes)
      try scanner.take(":", bytes)
      if name == "findings" {
        try scanner.take("[", bytes)
        while !scanner.takes("]", bytes) {
          try entry(bytes, &scanner, &found)
          if !scanner.takes(",", bytes) {
            try scanner.take("]", bytes)
            break
          }
        }
      } else if try scanner.value(bytes) == .text(schema), name == "schema" {
        isBaseline = true
      }
      if !scanner.takes(",", bytes) {
        try scanner.take("}", bytes)
        break
      }
    }
    guard isBaseline else {
      throw JSONFault(offset: 0, expected: Localized(same: "\"schema\": \"\(schema)\""))
    }
    return found
  }

  private static func entry(
    _ bytes: Span<UInt8>, _ scanner: inout JSONScanner, _ found: inout [String: Entry]
  ) throws(JSONFault) {
    try scanner.take("{", bytes)
    let start = scanner.at
    var texts: [String: String] = [:]
    while !scanner.takes("}", bytes) {
      let name = try scanner.string(bytes)
      try scanner.take(":", bytes)
      if case .text(let text) = try scanner.value(bytes) { texts[name] = text }
      if !scanner.takes(",", bytes) {
        try scanner.take("}", bytes)
        break
      }
    }
    guard let print = texts["fingerprint"] else {
      throw JSONFault(offset: start, expected: Localized(same: "\"fingerprint\""))
    }
    let lane = texts["lane"].flatMap(Lane.init(rawValue:))
    found[print] = Entry(
      lane: lane ?? texts["rule"].flatMap(RuleBook.rule)?.lane,
      status: FindingStatus.allCases.first { $0.name == texts["status"] })
  }

  /// The findings of a report, waived ones too, as a baseline.
  public static func bytes(_ report: CheckReport) -> [UInt8] {
    let prints = report.fingerprints
    let roster = report.analysis.roster
    var rows: [(key: String, index: Int)] = []
    for (index, finding) in report.analysis.findings.enumerated() {
      let rule = RuleBook.rule(of: finding).id
      rows.append(
        ("\(rule) \(TimeText.utc(roster.instant(finding.from))) \(prints[index])", index))
    }
    rows.sort { $0.key < $1.key }
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.member("schema", schema)
    json.key("findings")
    json.beginArray()
    for row in rows {
      let finding = report.analysis.findings[row.index]
      json.beginObject(isInline: true)
      json.member("rule", RuleBook.rule(of: finding).id)
      json.member("from", TimeText.withOffset(roster.instant(finding.from), in: roster.zone))
      json.member("employee", finding.isAboutPlan ? "" : report.names.shown[Int(finding.person)])
      json.member("lane", RuleBook.lane(of: finding).rawValue)
      json.member("status", finding.status.name)
      json.member("fingerprint", prints[row.index])
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }
}

/// A report beside its baseline: by lane and status, findings that a waiver covers in no number.
public struct BaselineComparison: Sendable {
  /// For each finding of the analysis whether the baseline has it.
  public let isKnown: [Bool]
  public let new: [CheckReport.LaneCount]
  public let unchanged: [CheckReport.LaneCount]
  /// Those of the baseline that are gone, with the status they had.
  public let absent: [CheckReport.LaneCount]
  /// Gone, and of a rule or status that is not known.
  public let absentOfNoRule: Int

  public init(_ baseline: Baseline, _ analysis: RosterAnalysis, _ names: PersonNames) {
    let prints = Fingerprint.all(analysis, names)
    let isKnown = prints.map { baseline.entries[$0] != nil }
    func counts(_ wanted: Bool) -> [CheckReport.LaneCount] {
      CheckReport.count(
        zip(analysis.findings, isKnown).lazy.filter { !$0.isWaived && $1 == wanted }.map(\.0))
    }
    self.isKnown = isKnown
    new = counts(false)
    unchanged = counts(true)
    let present = Set(prints)
    var gone: [Lane: [FindingStatus: Int]] = [:]
    var unknown = 0
    for (print, entry) in baseline.entries where !present.contains(print) {
      if let lane = entry.lane, let status = entry.status {
        gone[lane, default: [:]][status, default: 0] += 1
      } else {
        unknown += 1
      }
    }
    absentOfNoRule = unknown
    absent = Lane.allCases.flatMap { lane in
      FindingStatus.allCases.reversed().compactMap { status in
        gone[lane]?[status].map { .init(lane: lane, status: status, count: $0) }
      }
    }
  }
}
