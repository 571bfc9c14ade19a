/// `check -f json`: one document after `docs/schema/fatigue-report-1.schema.json`.
public struct CheckJSON {
  let report: CheckReport
  let language: Language
  let options: FormatOptions
  let fingerprints: Fingerprints
  let places: FindingPlaces
  let isEvents: Bool
  var writer: JSONWriter

  /// The whole document, ending with a line break.
  public static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var bytes: [UInt8] = []
    write(report, options, into: &bytes) { _ in }
    return bytes
  }

  /// The same, sent on while it is written.
  static func write(
    _ report: CheckReport, _ options: FormatOptions, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void
  ) {
    var json = CheckJSON(report, options)
    json.document { writer in
      writer.move(to: &bytes)
      flush(&bytes)
    }
  }

  /// - Parameter isEvents: a value to a line, each with its `type`, instead of one document.
  init(_ report: CheckReport, _ options: FormatOptions, isEvents: Bool = false) {
    self.report = report
    self.options = options
    self.isEvents = isEvents
    language = options.language
    writer = JSONWriter(isIndented: !isEvents)
    fingerprints = report.fingerprints
    places = report.places
  }

  private var roster: Roster { report.roster }

  /// - Parameter send: Takes what is written so far out of the writer.
  private mutating func document(_ send: (inout JSONWriter) -> Void) {
    writer.beginObject()
    writer.member("schema", "fatigue-report/1")
    head()
    summary()
    employees(send)
    findings(send)
    rules()
    notAssessed()
    diagnostics()
    writer.endObject()
    writer.endLine()
    send(&writer)
  }

  /// What was run on what.
  mutating func head() {
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
  }

  /// Opens an element of a list: an event has a type and a line of its own.
  mutating func begin(_ type: String) {
    writer.beginObject()
    if isEvents { writer.member("type", type) }
  }

  mutating func end() {
    writer.endObject()
    if isEvents { writer.endLine() }
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
    writer.key("summary")
    writer.beginObject()
    totals()
    writer.endObject()
  }

  /// The members of the summary.
  mutating func totals() {
    let totals = report.totals
    writer.member("employees", roster.people.count)
    writer.member("shifts", totals.shifts)
    counts("findings", report.counts)
    if !report.waived.isEmpty {
      // A schema of others has the number; the counts beside it keep lanes apart.
      writer.member("suppressed", report.waived.reduce(0) { $0 + $1.count })
      counts("suppressedFindings", report.waived)
    }
    if let baseline = report.baseline {
      writer.key("baseline")
      writer.beginObject()
      counts("new", baseline.new)
      counts("unchanged", baseline.unchanged)
      counts("absent", baseline.absent)
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
    for (name, value) in [
      ("ruleFindings", \ModelDisagreement.OfLane.findings),
      ("rulesAlone", \ModelDisagreement.OfLane.alone),
    ] {
      writer.key(name)
      writer.beginObject(isInline: true)
      for entry in counts.rules { writer.member(entry.lane.rawValue, entry[keyPath: value]) }
      writer.endObject()
    }
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

  private mutating func employees(_ send: (inout JSONWriter) -> Void) {
    writer.key("employees")
    writer.beginArray()
    for person in report.peopleByName {
      employee(person)
      send(&writer)
    }
    writer.endArray()
  }

  mutating func employee(_ person: Int) {
    begin("employee")
    writer.member("id", report.names.shown[person])
    if report.names.style == .real { writer.member("name", report.names.real[person]) }
    let own = roster.shifts[roster.slices[person]]
    if let unit = own.first(where: { $0.unit != 0 })?.unit {
      writer.member("group", roster.units[Int(unit)])
    }
    writer.member("shifts", report.analysis.people[person].shifts)
    writer.key("metrics")
    writer.beginObject()
    for (metric, value) in zip(report.metrics, report.metricValues(of: person)) {
      writer.member(metric, value)
    }
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
    end()
  }

  // MARK: Rules and diagnostics

  private mutating func rules() {
    writer.key("rules")
    let language = language
    writer.objects(RuleBook.rules) { json, rule in
      json.member("id", rule.id)
      json.member("severity", rule.gravest.severity)
      json.member("lane", rule.lane.rawValue)
      json.member("title", rule.title[language])
      json.member("source", rule.section[language])
      if let url = rule.sources.lazy.compactMap(\.url).first { json.member("uri", url) }
    }
  }

  mutating func notAssessed() {
    writer.key("notAssessed")
    let language = language
    writer.objects(report.analysis.notAssessed) { json, entry in
      json.member("rule", entry.rule)
      json.member("missing", entry.missing[language])
    }
  }

  private mutating func diagnostics() {
    writer.key("diagnostics")
    writer.beginArray()
    events()
    writer.endArray()
  }

  /// Each diagnostic as an element.
  mutating func events() {
    for entry in report.diagnostics {
      begin("diagnostic")
      writer.member("code", entry.code.id)
      writer.member("severity", entry.severity.rawValue)
      writer.member("message", entry.message[language])
      if let place = entry.place {
        writer.key("location")
        writer.beginObject(isInline: true)
        writer.member("path", place.path)
        writer.member("line", place.line)
        writer.member("column", place.column)
        writer.endObject()
      }
      end()
    }
  }

  func time(_ seconds: Int32) -> String {
    TimeText.withOffset(roster.instant(seconds), in: roster.zone)
  }

  private func hours(_ seconds: Int64) -> Double { Double(seconds) / 3600 }
}
