/// The result of `check` as data: what every format, text and machine, is written from.
public final class CheckReport: Sendable {
  public let reading: RosterReading
  public let analysis: RosterAnalysis
  public let names: PersonNames
  /// The roster as the report may show it: codes and units that are somebody's name are what the
  /// report calls that person.
  public let roster: Roster
  /// The waivers as the report may show them, their reasons without the names of people in the plan.
  public let waivers: [Waiver]
  /// The agreements as the report may show them, in the order of the settings.
  public let agreements: [Agreement]
  /// Exit status the run will end with.
  public let exit: Int
  public let counts: [LaneCount]
  public let rootCauses: [LaneCount]
  /// Findings that a waiver covers: they are printed, but stand in no other count.
  public let waived: [LaneCount]
  /// Of ``counts`` those that follow from another finding in the same place.
  public let following: [LaneCount]
  /// Beside what was there before; nil without a baseline.
  public let baseline: BaselineComparison?
  /// Recorded beside predicted sleep, of those with a record, in the roster's order.
  public let sleep: [SleepComparison]

  /// How many findings a lane has of one status.
  public struct LaneCount: Sendable, Equatable {
    public var lane: Lane
    public var status: FindingStatus
    public var count: Int
  }

  public init(
    _ reading: RosterReading, _ analysis: RosterAnalysis, names: PersonNames, exit: Int,
    baseline: BaselineComparison? = nil
  ) {
    self.baseline = baseline
    sleep = analysis.sleepComparisons()
    self.reading = reading
    self.analysis = analysis
    self.names = names
    (roster, waivers, agreements) = Self.shown(analysis, names)
    self.exit = exit
    var (roots, following, waived) = (LaneTable(), LaneTable(), LaneTable())
    for finding in analysis.findings {
      if finding.isWaived {
        waived.add(finding)
      } else if finding.causedBy < 0 {
        roots.add(finding)
      } else {
        following.add(finding)
      }
    }
    rootCauses = roots.counts
    self.following = following.counts
    self.waived = waived.counts
    roots.add(following)
    counts = roots.counts
  }

  private static func shown(
    _ analysis: RosterAnalysis, _ names: PersonNames
  ) -> (Roster, [Waiver], [Agreement]) {
    var (roster, waivers) = (analysis.roster, analysis.settings.waivers)
    var agreements = analysis.settings.limits.agreements
    guard names.style != .real else { return (roster, waivers, agreements) }
    // The names of a plan are read only where a text may hold one.
    let texts = [roster.codes, roster.units].joined()
    guard !waivers.isEmpty || !agreements.isEmpty || texts.contains(where: NameMask.mayHold) else {
      return (roster, waivers, agreements)
    }
    let mask = NameMask(
      roster, names, includesWords: !waivers.isEmpty || !agreements.isEmpty)
    roster.codes = roster.codes.map(mask.label)
    roster.units = roster.units.map(mask.label)
    for index in waivers.indices {
      waivers[index].reason = mask.reason(waivers[index].reason)
      waivers[index].agreedBy = mask.reason(waivers[index].agreedBy)
    }
    for index in agreements.indices {
      agreements[index].id = mask.label(agreements[index].id)
      agreements[index].parties = agreements[index].parties.map(mask.reason)
      agreements[index].compensation = agreements[index].compensation.map(mask.reason)
    }
    return (roster, waivers, agreements)
  }

  /// The entry of ``sleep`` about a person.
  public func sleep(of person: Int) -> SleepComparison? {
    // Ascending by person.
    var (low, high) = (0, sleep.count)
    while low < high {
      let middle = (low + high) / 2
      if sleep[middle].person < person { low = middle + 1 } else { high = middle }
    }
    return low < sleep.count && sleep[low].person == person ? sleep[low] : nil
  }

  /// Some findings by lane, gravest status first; no number adds lanes up. Lanes and statuses without a
  /// finding are left out.
  public static func count(_ findings: some Sequence<Finding>) -> [LaneCount] {
    var table = LaneTable()
    for finding in findings { table.add(finding) }
    return table.counts
  }

  /// Findings by lane and status.
  private struct LaneTable {
    private static let width = FindingStatus.allCases.count
    private var table = [Int](repeating: 0, count: Lane.allCases.count * Self.width)

    mutating func add(_ finding: Finding) {
      table[RuleBook.lanePlace(of: finding) * Self.width + Int(finding.status.rawValue)] += 1
    }

    mutating func add(_ other: LaneTable) {
      for place in table.indices { table[place] += other.table[place] }
    }

    var counts: [LaneCount] {
      Lane.allCases.enumerated().flatMap { row, lane in
        FindingStatus.allCases.reversed().compactMap { status in
          let count = table[row * Self.width + Int(status.rawValue)]
          return count > 0 ? LaneCount(lane: lane, status: status, count: count) : nil
        }
      }
    }
  }

  /// Where a finding stands: the field that would have to change, and the other shift's.
  public struct Places: Sendable {
    public var primary: SourcePlace?
    public var related: SourcePlace?
  }

  /// The places of some findings, in their order. Each input is read once.
  ///
  /// - Parameter indices: in ``RosterAnalysis/findings``.
  public func places(of indices: [Int]) -> [Places] {
    let found = FindingPlaces(self, indices)
    return indices.indices.map {
      Places(primary: found.primary($0), related: found.related($0))
    }
  }

  /// The places of all findings.
  public var places: FindingPlaces { FindingPlaces(self, analysis.findings.indices) }

  /// Where the waiver stands that a finding is about; nil for all other findings.
  fileprivate func placeOfWaiver(_ finding: Finding) -> SourcePlace? {
    let rules = [UnusedWaiver.rule.id, ExpiredWaiver.rule.id]
    guard finding.isAboutPlan, rules.contains(RuleBook.rule(of: finding).id) else { return nil }
    let index = Int(finding.detail)
    return waivers.indices.contains(index) ? waivers[index].place : nil
  }

  /// A finding's identity across runs, for each finding.
  public var fingerprints: Fingerprints { Fingerprint.all(analysis, names) }

  /// The rule's sentence and remedies for a finding.
  public func text(of finding: Finding) -> FindingText {
    let context = FindingContext(
      roster: roster,
      name: finding.isAboutPlan ? "" : names.shown[Int(finding.person)],
      facts: analysis.settings.facts, limits: analysis.settings.limits,
      waivers: waivers, names: names.shown,
      record: finding.isAboutPlan
        ? nil : analysis.settings.recordedSleep?[Int(finding.person)])
    let rule = RuleBook.rule(of: finding)
    var text = rule.describe(finding, context)
    if awaitsCentralAgreement(finding, rule) {
      text.message = text.message + CentralAgreement.note
    }
    if let note = ownLimit(finding, rule) { text.message = text.message + note }
    return text
  }

  /// That the workplace has set the limit itself: what a sentence says is advised is another number then.
  private func ownLimit(_ finding: Finding, _ rule: Rule) -> Localized? {
    let limits = analysis.settings.limits
    guard limits.isChanged, finding.agreement < 0 else { return nil }
    let held = rule.limits.filter { $0.unit == finding.unit && limits[$0] == finding.limit }
    guard !held.isEmpty, held.allSatisfy({ $0.standard != finding.limit }) else { return nil }
    let value = MeasureText.value(finding.limit, finding.unit)
    return Localized(
      nb: " Grensen er her satt til \(value.nb).", en: " The limit is set to \(value.en) here.")
  }

  /// An agreement by § 10-12 (4) that is not on file may answer the finding.
  private func awaitsCentralAgreement(_ finding: Finding, _ rule: Rule) -> Bool {
    guard finding.status == .disputed, !finding.isAboutPlan, rule.id.hasPrefix("AML-10-") else {
      return false
    }
    let (settings, person) = (analysis.settings, analysis.roster.people[Int(finding.person)])
    return settings.limits.awaitsCentralAgreement(
      person, settings.facts.person(person), in: analysis.roster.knownDates)
  }

  /// A rule's source; of a level of KSS the model that ran, where the levels are not made for it.
  public func section(of rule: Rule) -> Localized {
    let model = analysis.settings.model
    guard model.id != ModelBook.all[0].id, rule.limits.contains(where: { $0.unit == .kss }) else {
      return rule.section
    }
    return Localized(
      nb: "\(model.title.nb) (\(model.source)); nivåene er satt for modell 5c",
      en: "\(model.title.en) (\(model.source)); the levels are made for model 5c")
  }

  /// The shift that a finding points at lies in time that a sleep log covers, or less than a day after.
  public func isRecorded(_ finding: Finding) -> Bool {
    guard !finding.isAboutPlan, finding.shift >= 0,
      let record = analysis.settings.recordedSleep?[Int(finding.person)]
    else { return false }
    let start = analysis.roster.shifts[Int(finding.shift)].start
    return record.runs.contains { $0.from < start && Int64(start) - Int64($0.to) < 86_400 }
  }

  public var totals: Totals { Totals(analysis.people, names: names.shown) }

  /// Sums over everybody.
  public struct Totals: Sendable {
    public var shifts = 0
    public var workSeconds: Int64 = 0
    public var nightSeconds: Int64 = 0
    public var secondsKss7 = 0.0
    /// Who has the highest KSS.
    public var peak: Int?

    /// - Parameter names: As shown, which part people whose highest KSS is the same at one time.
    init(_ people: [PersonMetrics], names: [String]) {
      for (index, metrics) in people.enumerated() {
        shifts += metrics.shifts
        workSeconds += metrics.mergedSeconds
        nightSeconds += metrics.nightSeconds
        secondsKss7 += metrics.secondsKss7
        guard let kss = metrics.maxKss else { continue }
        guard let highest = peak, let known = people[highest].maxKss else {
          peak = index
          continue
        }
        // The earlier of two alike, then by name: the order of the rows decides nothing.
        let isHigher =
          kss != known
          ? kss > known
          : (metrics.maxKssAt, names[index]) < (people[highest].maxKssAt, names[highest])
        if isHigher { peak = index }
      }
    }
  }
}

/// Where some findings stand, in few bytes each.
public struct FindingPlaces: Sendable {
  private let sources: SourceMap
  /// Two for each finding: its own place, and that of the other shift.
  private let spots: [SourceMap.Spot]
  /// By place among the findings: what stands in no roster.
  private var others: [Int: SourcePlace] = [:]

  /// - Parameter indices: in ``RosterAnalysis/findings``.
  fileprivate init(_ report: CheckReport, _ indices: some RandomAccessCollection<Int>) {
    let (shifts, findings) = (report.analysis.roster.shifts, report.analysis.findings)
    var positions: [SourcePosition] = []
    positions.reserveCapacity(indices.count * 2)
    for (place, index) in indices.enumerated() {
      let (shift, related) = (findings[index].shift, findings[index].related)
      positions.append(shift >= 0 ? shifts[Int(shift)].startField : .none)
      positions.append(related >= 0 ? shifts[Int(related)].endField : .none)
      if findings[index].isAboutPlan {
        others[place] = report.placeOfWaiver(findings[index])
      }
    }
    sources = report.reading.sources
    spots = sources.spots(positions)
  }

  /// Where the finding at a place stands.
  public func primary(_ place: Int) -> SourcePlace? {
    sources.place(spots[place * 2]) ?? others[place]
  }

  /// Where the other shift of it stands.
  public func related(_ place: Int) -> SourcePlace? { sources.place(spots[place * 2 + 1]) }

  /// Whether the finding at one place stands before that at another, by path, line and column; nil where
  /// they stand in the same place.
  func precedes(_ a: Int, _ b: Int) -> Bool? {
    let (left, right) = (spots[a * 2], spots[b * 2])
    if left.file >= 0, left.file == right.file {
      if left.line != right.line { return left.line < right.line }
      return left.column == right.column ? nil : left.column < right.column
    }
    let (x, y) = (primary(a), primary(b))
    if x?.path != y?.path { return (x?.path ?? "") < (y?.path ?? "") }
    if x?.line != y?.line { return (x?.line ?? 0) < (y?.line ?? 0) }
    return x?.column == y?.column ? nil : (x?.column ?? 0) < (y?.column ?? 0)
  }
}
