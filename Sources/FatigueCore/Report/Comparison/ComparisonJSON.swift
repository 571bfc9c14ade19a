/// `compare -f json`: one document after `docs/schema/fatigue-compare-1.schema.json`.
public struct ComparisonJSON {
  private let report: ComparisonReport
  private let words: ComparisonWords
  private var writer = JSONWriter(isIndented: true)

  public static func bytes(
    _ report: ComparisonReport, _ language: Language, toolVersion: String
  ) -> [UInt8] {
    var json = ComparisonJSON(
      report: report, words: ComparisonWords(report: report, language: language))
    json.document(toolVersion)
    return json.writer.takeBytes()
  }

  private init(report: ComparisonReport, words: ComparisonWords) {
    self.report = report
    self.words = words
  }

  private var comparison: PlanComparison { report.comparison }

  private mutating func document(_ version: String) {
    writer.beginObject()
    writer.member("schema", "fatigue-compare/1")
    writer.key("tool")
    writer.beginObject(isInline: true)
    writer.member("name", "fatigue")
    writer.member("version", version)
    writer.endObject()
    writer.member("language", words.language.rawValue)
    writer.key("changes")
    writer.beginArray()
    for text in words.changes { writer.string(text) }
    writer.endArray()
    plan("before", report.before, comparison.length.before)
    plan("after", report.after, comparison.length.after)
    matching()
    summary()
    lanes()
    measures()
    people()
    findings()
    writer.endObject()
    writer.endLine()
  }

  private mutating func plan(_ name: String, _ plan: CheckReport, _ days: Int) {
    writer.key(name)
    writer.beginObject()
    writer.key("inputs")
    writer.beginArray(isInline: true)
    for input in plan.reading.understood where !input.isHistory { writer.string(input.path) }
    writer.endArray()
    writer.member("start", plan.roster.firstDate.iso)
    writer.member("end", plan.roster.lastDate.iso)
    writer.member("days", days)
    writer.member("employees", plan.roster.people.count)
    writer.member("shifts", plan.totals.shifts)
    writer.member("hours", Double(plan.totals.workSeconds) / 3600)
    writer.endObject()
  }

  private mutating func matching() {
    let matching = comparison.matching
    writer.key("matching")
    writer.beginObject()
    writer.member("method", matching.method.rawValue)
    writer.member("both", matching.pairs.count)
    for (name, isAfter) in [("onlyBefore", false), ("onlyAfter", true)] {
      writer.key(name)
      writer.beginArray(isInline: true)
      for (index, person) in comparison.people.enumerated() {
        if isAfter ? person.before == nil : person.after == nil {
          writer.string(report.names.shown[index])
        }
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private mutating func summary() {
    writer.key("summary")
    writer.beginObject()
    writer.member("normalised", comparison.length.areEqual ? "none" : "per-4-weeks")
    writer.member("worse", comparison.losers)
    writer.member("better", comparison.winners)
    writer.member("same", comparison.matched.count - comparison.losers - comparison.winners)
    if let changedOn = comparison.changedOn { writer.member("changedOn", changedOn.iso) }
    writer.member("exit", report.exit)
    writer.endObject()
  }

  /// Each by itself; there is no sum of them.
  private mutating func lanes() {
    writer.key("lanes")
    writer.beginArray()
    for lane in ComparisonLane.allCases {
      writer.beginObject()
      writer.member("lane", lane.rawValue)
      writer.member("verdict", comparison.verdict(lane).rawValue)
      for verdict in ComparisonVerdict.allCases {
        writer.member(verdict.rawValue, comparison.count(verdict, in: lane))
      }
      if let own = Lane(rawValue: lane.rawValue) {
        let (old, new) = comparison.counts(own)
        counts("findingsBefore", old, report.before.totals.shifts)
        counts("findingsAfter", new, report.after.totals.shifts)
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func counts(_ name: String, _ counts: FindingCounts, _ shifts: Int) {
    writer.key(name)
    writer.beginObject(isInline: true)
    for status in FindingStatus.allCases.reversed() { writer.member(status.name, counts[status]) }
    writer.member("per100Shifts", shifts == 0 ? nil : Double(counts.all) * 100 / Double(shifts))
    writer.endObject()
  }

  private mutating func measures() {
    writer.key("measures")
    writer.beginArray()
    for (place, measure) in comparison.measures.enumerated() {
      let result = comparison.measure(place)
      writer.beginObject()
      writer.member("id", measure.id)
      writer.member("title", measure.title[words.language])
      writer.member("lane", measure.lane?.rawValue)
      writer.member("unit", measure.unit.rawValue)
      writer.member("better", measure.better.rawValue)
      writer.member(
        "per",
        measure.isSum && !comparison.length.areEqual ? "4-weeks" : measure.isSum ? "plan" : "none")
      writer.member("worseFor", result.worse)
      writer.member("betterFor", result.better)
      writer.key("worstOff")
      writer.beginObject(isInline: true)
      writer.member("before", result.worstBefore.map { report.names.shown[$0] })
      writer.member("after", result.worstAfter.map { report.names.shown[$0] })
      writer.endObject()
      if result.before == nil, comparison.matched.count < PlanComparison.smallestGroup {
        writer.member("suppressed", "n<\(PlanComparison.smallestGroup)")
      }
      spread("before", result.before)
      spread("after", result.after)
      writer.key("effects")
      writer.beginArray()
      for effect in comparison.effects(place) { self.effect(effect) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func spread(_ name: String, _ spread: MeasureComparison.Spread?) {
    guard let spread else { return writer.member(name, nil as String?) }
    writer.key(name)
    writer.beginObject(isInline: true)
    writer.member("least", spread.least)
    writer.member("median", spread.median)
    writer.member("mean", spread.mean)
    writer.member("most", spread.most)
    writer.endObject()
  }

  private mutating func effect(_ effect: EffectSize) {
    writer.beginObject(isInline: true)
    writer.member("design", effect.design.rawValue)
    writer.member("nBefore", effect.before.count)
    writer.member("nAfter", effect.after.count)
    writer.member("d", effect.d)
    writer.member("g", effect.g)
    writer.member("low", effect.low)
    writer.member("high", effect.high)
    writer.member("size", effect.size.rawValue)
    writer.member("words", words.direction(effect))
    writer.endObject()
  }

  // MARK: People

  /// Those in both plans, who loses most first; then those in one plan only.
  private mutating func people() {
    writer.key("people")
    writer.beginArray()
    let rest = comparison.matched.count..<comparison.people.count
    for index in comparison.worstOffFirst + Array(rest) { person(index) }
    writer.endArray()
  }

  private mutating func person(_ index: Int) {
    let person = comparison.people[index]
    writer.beginObject()
    writer.member("id", report.names.shown[index])
    writer.member("inBefore", person.before != nil)
    writer.member("inAfter", person.after != nil)
    writer.key("verdicts")
    writer.beginObject(isInline: true)
    for lane in ComparisonLane.allCases {
      writer.member(lane.rawValue, person.verdict(lane)?.rawValue)
    }
    writer.endObject()
    changes("losses", person.losses)
    changes("gains", person.gains)
    writer.key("findings")
    writer.beginObject()
    for lane in Lane.allCases {
      let (old, new) = person.findings(lane)
      writer.key(lane.rawValue)
      writer.beginObject(isInline: true)
      for (name, counts) in [("before", old), ("after", new)] {
        writer.key(name)
        writer.beginArray(isInline: true)
        for status in FindingStatus.allCases.reversed() { writer.integer(counts[status]) }
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endObject()
    writer.key("measures")
    writer.beginObject()
    for (place, measure) in comparison.measures.enumerated() {
      let (old, new) = person.values[place]
      writer.key(measure.id)
      writer.beginObject(isInline: true)
      writer.member("before", old)
      writer.member("after", new)
      writer.member("difference", old.flatMap { old in new.map { $0 - old } })
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
  }

  private mutating func changes(_ name: String, _ changes: [ComparedChange]) {
    writer.key(name)
    writer.beginArray()
    for change in changes {
      writer.beginObject(isInline: true)
      writer.member("lane", change.lane.rawValue)
      switch change.item {
      case .findings(_, let status): writer.member("findings", status.name)
      case .measure(let place): writer.member("measure", comparison.measures[place].id)
      }
      writer.member("before", change.before)
      writer.member("after", change.after)
      writer.endObject()
    }
    writer.endArray()
  }

  // MARK: Findings

  private mutating func findings() {
    writer.key("findings")
    guard let findings = comparison.findings else { return writer.null() }
    writer.beginObject()
    writer.member("from", findings.dates.lowerBound.iso)
    writer.member("to", findings.dates.upperBound.iso)
    writer.key("counts")
    writer.beginObject()
    for lane in Lane.allCases {
      let count = FindingChangeCounts(findings, comparison, lane)
      writer.key(lane.rawValue)
      writer.beginObject(isInline: true)
      writer.member("new", count.new)
      writer.member("gone", count.gone)
      writer.member("graver", count.graver)
      writer.member("milder", count.milder)
      writer.member("unchanged", count.unchanged)
      writer.endObject()
    }
    writer.endObject()
    let prints = (before: report.before.fingerprints, after: report.after.fingerprints)
    list("new", findings.new, report.after, prints.after)
    list("gone", findings.gone, report.before, prints.before)
    list("graver", findings.graver.map(\.after), report.after, prints.after)
    list("milder", findings.milder.map(\.after), report.after, prints.after)
    writer.endObject()
  }

  private mutating func list(
    _ name: String, _ indices: [Int], _ plan: CheckReport, _ prints: Fingerprints
  ) {
    writer.key(name)
    writer.beginArray()
    for index in indices {
      let finding = plan.analysis.findings[index]
      writer.beginObject(isInline: true)
      writer.member("rule", RuleBook.rule(of: finding).id)
      writer.member("lane", RuleBook.lane(of: finding).rawValue)
      writer.member("status", finding.status.name)
      writer.member("employee", finding.isAboutPlan ? nil : plan.names.shown[Int(finding.person)])
      writer.member(
        "from", TimeText.withOffset(plan.roster.instant(finding.from), in: plan.roster.zone))
      writer.member(
        "message", ControlCharacters.escape(plan.text(of: finding).message[words.language]))
      writer.member("fingerprint", prints[index])
      writer.endObject()
    }
    writer.endArray()
  }
}

/// How the findings of one lane change.
public struct FindingChangeCounts: Sendable {
  public var new = 0
  public var gone = 0
  public var graver = 0
  public var milder = 0
  public var unchanged = 0

  public init(_ changes: FindingChanges, _ comparison: PlanComparison, _ lane: Lane) {
    let (old, later) = (comparison.before.findings, comparison.after.findings)
    func belongs(_ finding: Finding) -> Bool { RuleBook.lane(of: finding) == lane }
    new = changes.new.count { belongs(later[$0]) }
    gone = changes.gone.count { belongs(old[$0]) }
    graver = changes.graver.count { belongs(later[$0.after]) }
    milder = changes.milder.count { belongs(later[$0.after]) }
    unchanged = changes.unchanged.count { belongs(later[$0.after]) }
  }
}
