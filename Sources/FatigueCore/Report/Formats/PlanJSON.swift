/// `plan -f json`: one document after `docs/schema/fatigue-plan-1.schema.json`. Members of a person's plan
/// carry the names of the reference vectors; times are instants with offset, phases hours.
public struct PlanJSON {
  let report: PlanReport
  let language: Language
  var writer = JSONWriter(isIndented: true)

  /// The whole document, ending with a line break. People's plans are those that the report shows.
  public static func bytes(
    _ report: PlanReport, _ language: Language, toolVersion: String
  ) -> [UInt8] {
    var json = PlanJSON(report: report, language: language)
    json.document(toolVersion)
    return json.writer.takeBytes()
  }

  var roster: Roster { report.roster }

  private mutating func document(_ version: String) {
    writer.beginObject()
    writer.member("schema", "fatigue-plan/1")
    writer.key("tool")
    writer.beginObject(isInline: true)
    writer.member("name", "fatigue")
    writer.member("version", version)
    writer.endObject()
    writer.member("language", language.rawValue)
    writer.key("period")
    writer.beginObject(isInline: true)
    writer.member("start", roster.firstDate.iso)
    writer.member("end", roster.lastDate.iso)
    writer.member("timeZone", roster.zone.name)
    writer.endObject()
    writer.member("errors", report.reading.diagnostics.errors)
    writer.member("pacemaker", PacemakerModel.primary.rawValue)
    writer.key("cautions")
    cautions(Caution.ofEveryPlan)
    organisation()
    ward()
    writer.key("people")
    writer.beginArray()
    for person in report.shown { self.person(person) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  // MARK: Small values

  mutating func time(_ name: String, _ seconds: Int32) {
    writer.member(name, TimeText.withOffset(roster.instant(seconds), in: roster.zone))
  }

  mutating func pair(_ name: String, _ span: WorkInterval?) {
    guard let span else { return writer.member(name, nil as String?) }
    writer.key(name)
    pair(span.start, span.end)
  }

  mutating func pair(_ start: Int32, _ end: Int32) {
    writer.beginArray(isInline: true)
    writer.string(TimeText.withOffset(roster.instant(start), in: roster.zone))
    writer.string(TimeText.withOffset(roster.instant(end), in: roster.zone))
    writer.endArray()
  }

  mutating func numbers(_ name: String, _ values: [Double]) {
    writer.key(name)
    writer.beginArray(isInline: true)
    for value in values { writer.number(value) }
    writer.endArray()
  }

  mutating func strings(_ name: String, _ values: [String]) {
    writer.key(name)
    writer.beginArray(isInline: true)
    for value in values { writer.string(value) }
    writer.endArray()
  }

  mutating func cautions(_ cautions: [Caution]) {
    let language = language
    writer.objects(cautions, isInline: true) { json, caution in
      json.member("id", caution.rawValue)
      json.member("text", caution.text[language])
    }
  }

  // MARK: The workplace

  /// What rules find, one night fewer in long blocks, and the measures: before anything about a person.
  private mutating func organisation() {
    writer.key("organisation")
    writer.beginObject()
    writer.key("findings")
    let language = language
    writer.objects(report.structural()) { json, finding in
      json.member("rule", finding.rule.id)
      json.member("title", finding.rule.title[language])
      json.member("lane", finding.rule.lane.rawValue)
      json.member("status", finding.worst.name)
      json.member("count", finding.count)
      json.member("remedy", finding.remedy.text[language])
      json.member("level", finding.remedy.level.rawValue)
    }
    fewerNights("fewerNights", report.fewer.together, people: report.fewer.changes.count)
    writer.key("measures")
    writer.beginArray()
    for suggestion in report.suggestions {
      measure(suggestion.measure, because: suggestion)
    }
    writer.endArray()
    writer.key("offers")
    writer.beginArray()
    for offer in MeasureSuggestion.offers { measure(offer) }
    writer.endArray()
    writer.endObject()
  }

  mutating func fewerNights(_ name: String, _ change: FewerNights.Change?, people: Int) {
    guard let change else { return writer.member(name, nil as String?) }
    writer.key(name)
    writer.beginObject()
    writer.member("people", people)
    writer.member("blocks", change.blocks)
    writer.member("longest", change.longest)
    numbers("hoursKss7", [change.severeBefore / 3600, change.severeAfter / 3600])
    numbers("maxKss", [change.worstBefore.raw, change.worstAfter.raw])
    writer.endObject()
  }

  private mutating func measure(_ measure: Measure, because suggestion: MeasureSuggestion? = nil) {
    writer.beginObject()
    writer.member("id", measure.id)
    writer.member("title", measure.title[language])
    strings("levels", measure.levels.map(\.rawValue))
    writer.member("grade", measure.grade.rawValue)
    writer.member("partner", measure.partner?[language])
    if let suggestion {
      writer.member("occasion", suggestion.occasion.title[language])
      writer.member("count", suggestion.count)
    }
    writer.key("evidence")
    writer.beginArray()
    for evidence in measure.evidence {
      writer.beginObject()
      writer.member("part", evidence.part[language])
      writer.member("effect", evidence.effect?[language])
      writer.member("grade", evidence.grade.rawValue)
      writer.member("against", evidence.speaksAgainst)
      writer.member("source", evidence.source.text[language])
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  /// The nights of the ward by roles: nobody can be told from them. Left out of a person's report, so that
  /// what colleagues have chosen cannot show in it.
  private mutating func ward() {
    writer.key("wardNights")
    writer.beginArray()
    for night in report.shown.isEmpty ? report.plan.nights : [] {
      writer.beginObject()
      writer.member("date", night.date.iso)
      writer.member("unit", roster.units[Int(night.unit)])
      writer.member("people", night.places.count)
      writer.member("staff", night.capacity.staff)
      writer.member("leastAwake", night.capacity.leastAwake)
      writer.member("restPlaces", night.capacity.restPlaces)
      writer.member("awayTogether", night.capacity.together)
      writer.member("awayMinutes", Int(clamping: night.capacity.away.seconds / 60))
      writer.member("assumed", night.isAssumed)
      writer.member("exact", night.isExact)
      writer.member("gain", night.gain)
      writer.key("naps")
      writer.beginArray()
      for nap in night.napsByRole { pair(nap.start, nap.end) }
      writer.endArray()
      writer.key("leftOut")
      writer.beginArray()
      for reason in night.reasonsLeftOut { writer.string(reason.text[language]) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
  }
}

extension WardNight {
  /// In time order, which tells nobody whose they are.
  public var napsByRole: [WorkInterval] {
    places.compactMap(\.nap).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }

  /// One for each who gets none.
  public var reasonsLeftOut: [LeftOut] {
    places.compactMap(\.leftOut).sorted { $0.text.nb < $1.text.nb }
  }
}
