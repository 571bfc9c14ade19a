/// `check -f json`: one document after `docs/schema/fatigue-report-1.schema.json`.
public struct CheckJSON {
  private let report: CheckReport
  private let language: Language
  private let options: Options
  private let fingerprints: [String]
  private let places: [CheckReport.Places]
  private var writer = JSONWriter(isIndented: true)

  public struct Options: Sendable {
    /// Write every duty of every person.
    public var duties: Bool
    /// SHA-256 of each input, where it was computed.
    public var digests: [String?]
    public var toolVersion: String

    public init(duties: Bool, digests: [String?], toolVersion: String) {
      self.duties = duties
      self.digests = digests
      self.toolVersion = toolVersion
    }
  }

  /// The whole document, ending with a line break.
  public static func bytes(
    _ report: CheckReport, language: Language, options: Options
  ) -> [UInt8] {
    var json = CheckJSON(report: report, language: language, options: options)
    json.document()
    return json.writer.takeBytes()
  }

  private init(report: CheckReport, language: Language, options: Options) {
    self.report = report
    self.language = language
    self.options = options
    fingerprints = report.fingerprints
    places = report.places(of: Array(report.analysis.findings.indices))
  }

  private var roster: Roster { report.analysis.roster }

  private mutating func document() {
    writer.beginObject()
    writer.member("schema", "fatigue-report/1")
    writer.key("tool")
    writer.beginObject(isInline: true)
    writer.member("name", "fatigue")
    writer.member("version", options.toolVersion)
    writer.endObject()
    writer.member("language", language.rawValue)
    inputs()
    writer.key("period")
    writer.beginObject(isInline: true)
    writer.member("start", roster.firstDate.iso)
    writer.member("end", roster.lastDate.iso)
    writer.member("timeZone", roster.zone.name)
    writer.endObject()
    versioned("profile", Profile.id, Profile.version)
    model()
    summary()
    employees()
    findings()
    rules()
    notAssessed()
    diagnostics()
    writer.endObject()
    writer.endLine()
  }

  private mutating func model() {
    let settings = report.analysis.settings
    writer.key("model")
    writer.beginObject(isInline: true)
    writer.member("id", settings.model.id)
    writer.member("version", Profile.modelVersion)
    writer.key("parameters")
    writer.beginObject(isInline: true)
    writer.member("assumption", settings.assumption.rawValue)
    if settings.asksUnified { writer.member("secondOpinion", AlertnessModel.unified.id) }
    writer.endObject()
    writer.endObject()
  }

  private mutating func versioned(_ key: String, _ id: String, _ version: String) {
    writer.key(key)
    writer.beginObject(isInline: true)
    writer.member("id", id)
    writer.member("version", version)
    writer.endObject()
  }

  private mutating func inputs() {
    writer.key("inputs")
    writer.beginArray()
    for (index, input) in report.reading.understood.enumerated() {
      writer.beginObject()
      writer.member("path", input.path)
      // The schema wants the kind of file, not the layout.
      writer.member(
        "format",
        input.format == "calendar" ? "ics" : input.format == "normalised" ? "json" : "csv")
      if index < options.digests.count, let digest = options.digests[index] {
        writer.member("sha256", digest)
      }
      writer.member("role", input.isHistory ? "before" : "roster")
      writer.endObject()
    }
    writer.endArray()
  }

  // MARK: Summary

  private mutating func summary() {
    let totals = report.totals
    writer.key("summary")
    writer.beginObject()
    writer.member("employees", roster.people.count)
    writer.member("shifts", totals.shifts)
    counts("findings", report.counts)
    if report.waived > 0 { writer.member("suppressed", report.waived) }
    if let baseline = report.baseline {
      writer.key("baseline")
      writer.beginObject(isInline: true)
      writer.member("new", baseline.new)
      writer.member("unchanged", baseline.unchanged)
      writer.member("absent", baseline.absent)
      writer.endObject()
    }
    counts("rootCauses", report.rootCauses)
    authorityCounts()
    exposure()
    writer.member("workHours", hours(totals.workSeconds))
    writer.member("nightHours", hours(totals.nightSeconds))
    writer.member("hoursKss7", totals.secondsKss7 / 3600)
    if let peak = totals.peak, let kss = report.analysis.people[peak].maxKss {
      writer.key("peak")
      writer.beginObject(isInline: true)
      writer.member("kss", KSS(kss).clamped)
      writer.member("employee", report.names.shown[peak])
      writer.member("at", time(report.analysis.people[peak].maxKssAt))
      writer.endObject()
    }
    models()
    if options.duties { hoursOfDay() }
    writer.member("exit", report.exit)
    writer.endObject()
  }

  /// Duty hours at KSS 7 and more by the hour of the local day.
  private mutating func hoursOfDay() {
    writer.key("hoursKss7ByHour")
    writer.beginArray(isInline: true)
    for hours in report.analysis.hoursKss7ByHour { writer.number(hours) }
    writer.endArray()
  }

  /// How sure the models are at the highest peak, and where they and the rules do not agree.
  private mutating func models() {
    guard let peak = report.totals.peak, let kss = report.analysis.people[peak].maxKss else {
      return
    }
    let spread = SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset
    writer.key("uncertainty")
    writer.beginObject(isInline: true)
    writer.member("p10", kss - spread)
    writer.member("p50", kss)
    writer.member("p90", kss + spread)
    for (name, rating) in [("sharePeopleGe7", 7.0), ("sharePeopleGe8", 8.0)] {
      writer.member(name, SleepinessProbability.shareOfPeople(atLeast: rating, kss: KSS(kss)))
    }
    writer.key("publishedWithin1")
    writer.beginObject(isInline: true)
    for (name, from, to) in [("night", 0.48, 0.52), ("day", 0.56, 0.60)] {
      writer.key(name)
      writer.beginArray(isInline: true)
      writer.number(from)
      writer.number(to)
      writer.endArray()
    }
    writer.endObject()
    writer.endObject()
    let counts = report.analysis.disagreement
    writer.key("disagreement")
    writer.beginObject(isInline: true)
    writer.member("ruleFindings", counts.ruleFindings)
    writer.member("rulesAlone", counts.rulesAlone)
    writer.member("sleepinessWarnings", counts.sleepinessWarnings)
    writer.member("sleepinessAlone", counts.sleepinessAlone)
    writer.member("sleepinessWithoutIndex", counts.sleepinessWithoutIndex)
    writer.member("indexWithoutSleepiness", counts.indexWithoutSleepiness)
    writer.endObject()
  }

  private mutating func counts(_ key: String, _ counts: [CheckReport.LaneCount]) {
    writer.key(key)
    writer.beginObject(isInline: true)
    for lane in Lane.allCases {
      let own = counts.filter { $0.lane == lane }
      guard !own.isEmpty else { continue }
      writer.key(lane.rawValue)
      writer.beginObject(isInline: true)
      for entry in own { writer.member(entry.status.name, entry.count) }
      writer.endObject()
    }
    writer.endObject()
  }

  /// The four numbers that authorities count; never added up.
  private mutating func authorityCounts() {
    writer.key("authorityCounts")
    writer.beginObject(isInline: true)
    for entry in report.authorityCounts { writer.member(entry.key, entry.count) }
    writer.endObject()
  }

  /// How the load is spread over the people; groups under five get no statistics.
  private mutating func exposure() {
    writer.key("exposure")
    guard let exposure = report.exposure else {
      writer.beginObject(isInline: true)
      writer.member("suppressed", "n<5")
      writer.endObject()
      return
    }
    writer.beginArray()
    for entry in exposure {
      writer.beginObject(isInline: true)
      writer.member("metric", entry.metric)
      writer.member("least", entry.least)
      writer.member("median", entry.median)
      writer.member("most", entry.most)
      // How far the most loaded lies above the middle; nothing where the middle has none.
      writer.member("mostToMedian", entry.median > 0 ? entry.most / entry.median : nil)
      writer.member("worstOff", report.names.shown[entry.worstOff])
      writer.endObject()
    }
    writer.endArray()
  }

  // MARK: People

  private mutating func employees() {
    writer.key("employees")
    writer.beginArray()
    let order = roster.people.indices.sorted {
      Array(report.names.shown[$0].unicodeScalars).lexicographicallyPrecedes(
        Array(report.names.shown[$1].unicodeScalars))
    }
    for person in order { employee(person) }
    writer.endArray()
  }

  private mutating func employee(_ person: Int) {
    let metrics = report.analysis.people[person]
    writer.beginObject()
    writer.member("id", report.names.shown[person])
    if report.names.style == .real { writer.member("name", report.names.real[person]) }
    let own = roster.shifts[roster.slices[person]]
    if let unit = own.first(where: { $0.unit != 0 })?.unit {
      writer.member("group", roster.units[Int(unit)])
    }
    writer.member("shifts", metrics.shifts)
    writer.key("metrics")
    writer.beginObject()
    self.metrics(metrics)
    writer.endObject()
    if let sleep = report.sleep(of: person) {
      SleepJSON(roster: roster, comparison: sleep).write(to: &writer)
    }
    if options.duties {
      let outlook = report.analysis.outlook(person)
      var duties = DutyJSON(
        roster: roster, detail: outlook.detail, limits: report.analysis.settings.limits)
      duties.write(to: &writer)
      OutlookJSON(roster: roster, outlook: outlook).write(to: &writer)
    }
    writer.endObject()
  }

  private mutating func metrics(_ metrics: PersonMetrics) {
    let days = Double(roster.lastDate - roster.firstDate + 1)
    writer.member("shifts", metrics.shifts)
    writer.member("hours", hours(metrics.seconds))
    writer.member("hoursMerged", hours(metrics.mergedSeconds))
    writer.member("quickReturns", metrics.quickReturns)
    writer.member("shortestRestHours", metrics.shortestRest.map { hours($0) })
    writer.member("nights", metrics.nights)
    writer.member("longestNightRun", metrics.longestNightRun)
    writer.member("nightHours", hours(metrics.nightSeconds))
    writer.member("longestWorkRun", metrics.longestWorkRun)
    writer.member("sundays", metrics.sundays)
    writer.member("holidays", metrics.holidays)
    writer.member("sundayHours", hours(metrics.sundaySeconds))
    writer.member("weekends", metrics.weekends)
    writer.member("sleepHoursPerDay", metrics.sleepSeconds.map { hours($0) / days })
    writer.member("maxKss", metrics.maxKss)
    writer.member("hoursKss7", metrics.maxKss.map { _ in metrics.secondsKss7 / 3600 })
    writer.member("hoursKss8", metrics.maxKss.map { _ in metrics.secondsKss8 / 3600 })
    writer.member("maxFatigueIndex", metrics.maxFatigueIndex)
    writer.member("maxRiskIndex", metrics.maxRiskIndex)
    if let lapses = metrics.maxLapses { writer.member("maxLapses", lapses) }
    writer.member("longestSameShiftRun", metrics.longestSameShiftRun)
    writer.member(
      "medianSameShiftRun",
      metrics.doubledMedianRun == 0 ? nil : Double(metrics.doubledMedianRun) / 2)
    writer.member("rotationChanges", metrics.rotationChanges)
    writer.member(
      "backwardShare",
      metrics.rotationChanges == 0
        ? nil : Double(metrics.backwardChanges) / Double(metrics.rotationChanges))
  }

  // MARK: Findings

  private mutating func findings() {
    writer.key("findings")
    writer.beginArray()
    for index in report.order(by: places) { finding(index) }
    writer.endArray()
  }

  private mutating func finding(_ index: Int) {
    let finding = report.analysis.findings[index]
    let rule = RuleBook.rule(of: finding)
    let text = report.text(of: finding)
    writer.beginObject()
    writer.member("fingerprint", fingerprints[index])
    writer.member("rule", rule.id)
    writer.member("severity", finding.status.severity)
    writer.member("lane", RuleBook.lane(of: finding).rawValue)
    writer.member("status", finding.status.name)
    if !finding.readings.isEmpty {
      writer.key("readings")
      writer.beginArray(isInline: true)
      for name in finding.readings.names { writer.string(name) }
      writer.endArray()
      writer.member("reading", finding.reading)
    }
    writer.member("dstOnly", finding.dstOnly)
    writer.member("horizonTruncated", finding.horizonTruncated)
    if finding.causedBy >= 0 {
      writer.member("causedBy", fingerprints[Int(finding.causedBy)])
    }
    if rule.limits.contains(where: { report.analysis.settings.limits.isTried($0) }) {
      writer.member("hypothetical", true)
    }
    if finding.agreement >= 0 {
      writer.member(
        "agreement", report.analysis.settings.limits.agreements[Int(finding.agreement)].id)
    }
    if !finding.isAboutPlan {
      writer.member("employee", report.names.shown[Int(finding.person)])
    }
    writer.member("from", time(finding.from))
    writer.member("to", time(finding.to))
    quantity("measured", finding.measured, finding.unit, nil)
    quantity("limit", finding.limit, finding.unit, finding.relation)
    writer.member("message", text.message[language])
    writer.member("why", rule.why[language])
    writer.key("actions")
    writer.beginArray()
    for remedy in text.remedies {
      writer.beginObject(isInline: true)
      writer.member("text", remedy.text[language])
      writer.member("level", remedy.level.rawValue)
      writer.endObject()
    }
    writer.endArray()
    if let baseline = report.baseline {
      writer.member("baseline", baseline.isKnown[index] ? "unchanged" : "new")
    }
    if options.duties, FlipPoint.concerns(rule) {
      writer.key("flipPoints")
      writer.beginArray(isInline: true)
      for point in report.analysis.flipPoints(of: finding) {
        writer.beginObject(isInline: true)
        writer.member("assumption", point.kind.rawValue)
        writer.member("hours", Double(point.value.seconds) / 3600)
        writer.endObject()
      }
      writer.endArray()
    }
    if finding.isWaived {
      writer.member("suppressed", report.analysis.settings.waivers[Int(finding.waiver)].reason)
    }
    locations(index)
    writer.endObject()
  }

  private mutating func quantity(
    _ key: String, _ value: Fraction, _ unit: MeasureUnit, _ relation: Relation?
  ) {
    writer.key(key)
    writer.beginObject(isInline: true)
    writer.member("value", value.value)
    writer.member("exact", value.text)
    writer.member("unit", unit.rawValue)
    if let relation { writer.member("op", relation.rawValue) }
    writer.endObject()
  }

  private mutating func locations(_ index: Int) {
    writer.key("locations")
    writer.beginArray()
    let (primary, related) = (places[index].primary, places[index].related)
    let unknown = SourcePlace(
      path: report.reading.understood.first?.path ?? "-", line: 1, column: 1)
    location(primary ?? unknown, role: "primary")
    if let related, related != primary { location(related, role: "related") }
    writer.endArray()
  }

  private mutating func location(_ place: SourcePlace, role: String) {
    writer.beginObject(isInline: true)
    writer.member("path", place.path)
    writer.member("line", place.line)
    writer.member("column", place.column)
    writer.member("role", role)
    writer.endObject()
  }

  // MARK: Rules and diagnostics

  private mutating func rules() {
    writer.key("rules")
    writer.beginArray()
    for rule in RuleBook.rules {
      writer.beginObject()
      writer.member("id", rule.id)
      writer.member("severity", rule.gravest.severity)
      writer.member("lane", rule.lane.rawValue)
      writer.member("title", rule.title[language])
      writer.member("source", rule.section[language])
      if let url = rule.sources.lazy.compactMap(\.url).first { writer.member("uri", url) }
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func notAssessed() {
    writer.key("notAssessed")
    writer.beginArray()
    for entry in report.analysis.notAssessed {
      writer.beginObject()
      writer.member("rule", entry.rule)
      writer.member("missing", entry.missing[language])
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func diagnostics() {
    writer.key("diagnostics")
    writer.beginArray()
    let items = report.reading.diagnostics.items
    let places = report.reading.sources.places(items.map(\.position))
    for (diagnostic, place) in zip(items, places) {
      writer.beginObject()
      writer.member("code", diagnostic.code.id)
      writer.member("severity", diagnostic.severity.rawValue)
      // These quote names; a report for others does not.
      let quotesName =
        report.names.style != .real && DiagnosticCode.namingPeople.contains(diagnostic.code)
      writer.member(
        "message", (quotesName ? diagnostic.code.title : diagnostic.message)[language])
      if let place {
        writer.key("location")
        writer.beginObject(isInline: true)
        writer.member("path", place.path)
        writer.member("line", place.line)
        writer.member("column", place.column)
        writer.endObject()
      }
      writer.endObject()
    }
    if report.names.areGuessable {
      let code = DiagnosticCode.guessablePseudonyms
      writer.beginObject()
      writer.member("code", code.id)
      writer.member("severity", Severity.note.rawValue)
      writer.member("message", code.title[language])
      writer.endObject()
    }
    writer.endArray()
  }

  private func time(_ seconds: Int32) -> String {
    TimeText.withOffset(roster.instant(seconds), in: roster.zone)
  }

  private func hours(_ seconds: Int64) -> Double { Double(seconds) / 3600 }
}

extension FindingStatus {
  /// The severity that machine formats know.
  var severity: String {
    switch self {
    case .breach: "error"
    case .disputed, .warning: "warning"
    case .note: "note"
    }
  }
}

extension CheckReport {
  /// Findings by path, line, column and rule of their primary place.
  ///
  /// - Parameter places: of all findings.
  public func order(by places: [Places]) -> [Int] {
    analysis.findings.indices.sorted { a, b in
      let (x, y) = (places[a].primary, places[b].primary)
      if x?.path != y?.path { return (x?.path ?? "") < (y?.path ?? "") }
      if x?.line != y?.line { return (x?.line ?? 0) < (y?.line ?? 0) }
      if x?.column != y?.column { return (x?.column ?? 0) < (y?.column ?? 0) }
      let (left, right) = (
        RuleBook.rule(of: analysis.findings[a]).id, RuleBook.rule(of: analysis.findings[b]).id
      )
      return left == right ? a < b : left < right
    }
  }
}

/// The profile and model of this build, as reports name them.
public enum Profile {
  public static let id = "no-helse"
  public static let version = "2026.1"
  public static let modelID = "tpm-5c"
  public static let modelVersion = "1"
}
