/// `follow-up -f json`, after `docs/schema/fatigue-follow-up-1.schema.json`.
public enum FollowUpJSON {
  static let schema = "fatigue-follow-up/1"

  public static func bytes(
    _ followUp: FollowUp, _ language: Language, toolVersion: String
  ) -> [UInt8] {
    let words = FollowUpWords(followUp, language)
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.member("schema", schema)
    json.key("tool")
    json.beginObject(isInline: true)
    json.member("name", "fatigue")
    json.member("version", toolVersion)
    json.endObject()
    json.member("language", language.rawValue)
    json.member("change", followUp.settings.change?.iso)
    json.member("periodWeeks", followUp.settings.weeks)
    json.key("roster")
    roster(followUp.roster, &json)
    json.key("series")
    json.beginArray()
    for series in followUp.series { self.series(series, words, &json) }
    json.endArray()
    json.key("caveats")
    json.beginArray()
    for text in words.caveats { json.string(text) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private static func roster(_ roster: FollowUp.RosterFacts?, _ json: inout JSONWriter) {
    guard let roster else { return json.null() }
    json.beginObject()
    json.member("start", roster.dates.lowerBound.iso)
    json.member("end", roster.dates.upperBound.iso)
    json.member("employees", roster.people)
    json.member("periods", roster.periods)
    json.member("periodsLeftOut", roster.leftOut)
    json.endObject()
  }

  private static func series(
    _ series: FollowUp.Series, _ words: FollowUpWords, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("id", series.id)
    json.member("source", series.source.rawValue)
    json.member("lane", series.lane?.rawValue)
    json.member("group", series.group.isEmpty ? nil : ControlCharacters.escape(series.group))
    json.member("title", series.title[words.language])
    json.member("unit", series.unit[words.language])
    json.member("better", series.better.rawValue)
    json.key("points")
    json.beginArray()
    for point in series.points { self.point(point, &json) }
    json.endArray()
    json.key("chart")
    chart(series, words, &json)
    json.key("comparisons")
    json.beginArray()
    for comparison in series.comparisons { self.comparison(comparison, series, words, &json) }
    json.endArray()
    json.endObject()
  }

  private static func point(_ point: FollowUp.Point, _ json: inout JSONWriter) {
    json.beginObject(isInline: true)
    json.member("start", point.dates?.lowerBound.iso)
    json.member("end", point.dates.map { ($0.upperBound + -1).iso })
    json.member("daysAfter", point.daysAfter)
    json.member("phase", point.phase?.rawValue)
    json.member("n", point.isSuppressed ? nil : point.count)
    json.member("value", point.value)
    json.member("sd", point.isSuppressed ? nil : point.deviation)
    if let why = point.suppression { json.member("suppressed", why.rawValue) }
    json.endObject()
  }

  private static func chart(
    _ series: FollowUp.Series, _ words: FollowUpWords, _ json: inout JSONWriter
  ) {
    guard let chart = series.chart else { return json.null() }
    json.beginObject()
    json.member("median", chart.median)
    json.member("medianOf", chart.medianOf)
    json.member("usefulPoints", chart.useful)
    json.member("runs", chart.runs)
    json.key("expectedRuns")
    if let limits = chart.limits {
      json.beginArray(isInline: true)
      json.integer(limits.lowerBound)
      json.integer(limits.upperBound)
      json.endArray()
    } else {
      json.null()
    }
    json.member("runsVerdict", chart.verdict.rawValue)
    for (name, streaks) in [("shifts", chart.shifts), ("trends", chart.trends)] {
      json.key(name)
      json.beginArray()
      for streak in streaks {
        json.beginObject(isInline: true)
        json.member("firstPoint", series.charted[streak.first])
        json.member("lastPoint", series.charted[streak.last])
        json.member("count", streak.count)
        json.member("direction", streak.isUp ? "up" : "down")
        json.member("isBetter", series.isBetter(streak.isUp ? 1 : -1))
        json.endObject()
      }
      json.endArray()
    }
    json.key("unusualPoints")
    json.beginArray(isInline: true)
    for index in chart.unusual { json.integer(series.charted[index]) }
    json.endArray()
    json.key("text")
    json.beginArray()
    for text in words.findings(series) { json.string(text) }
    json.endArray()
    json.endObject()
  }

  private static func comparison(
    _ comparison: FollowUp.Comparison, _ series: FollowUp.Series, _ words: FollowUpWords,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("phase", comparison.phase.rawValue)
    json.member("before", comparison.before)
    json.member("after", comparison.after)
    json.member("difference", comparison.after - comparison.before)
    json.key("effect")
    if let effect = comparison.effect {
      json.beginObject()
      json.member("design", effect.design.rawValue)
      json.member("nBefore", effect.before.count)
      json.member("nAfter", effect.after.count)
      json.member("d", effect.d)
      json.member("low", effect.low)
      json.member("high", effect.high)
      json.member("hedgesG", effect.g)
      json.member("size", effect.size.rawValue)
      json.member("isBetter", series.isBetter(effect.d))
      json.member("holdsZero", effect.holdsZero)
      json.endObject()
    } else {
      json.null()
    }
    json.member("missing", comparison.missing?.rawValue)
    json.member("text", words.sentence(comparison, series))
    json.endObject()
  }
}
