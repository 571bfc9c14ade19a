/// `rules -f json`: every rule with its limits and sources.
public enum RulesJSON {
  public static func bytes(_ language: Language) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginArray()
    for rule in RuleBook.rules {
      writer.beginObject()
      write(rule, language, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endLine()
    return writer.takeBytes()
  }

  /// The members of a rule.
  static func write(_ rule: Rule, _ language: Language, _ writer: inout JSONWriter) {
    writer.member("id", rule.id)
    writer.member("lane", rule.lane.rawValue)
    writer.member("title", rule.title[language])
    writer.member("section", rule.section[language])
    writer.member("test", rule.test[language])
    writer.member("why", rule.why[language])
    switch rule.standing {
    case .on: writer.member("standing", "on")
    case .off: writer.member("standing", "off")
    case .documented: writer.member("standing", "documented")
    }
    if let reason = rule.standing.reason { writer.member("reason", reason[language]) }
    if rule.isMeasure { writer.member("measure", true) }
    if rule.isFloor { writer.member("cannotBeWaived", true) }
    if let deviation = rule.deviation { writer.member("deviation", deviation[language]) }
    writer.key("inputs")
    writer.beginArray(isInline: true)
    for input in rule.inputs { writer.string(input.id) }
    writer.endArray()
    if let from = rule.inForce.from { writer.member("inForceFrom", from.iso) }
    writer.key("limits")
    writer.beginArray()
    for limit in rule.limits { write(limit, in: rule.lane, &writer) }
    writer.endArray()
    writer.key("remedies")
    writer.beginArray()
    for remedy in rule.remedies {
      writer.beginObject(isInline: true)
      writer.member("level", remedy.level.rawValue)
      writer.member("text", remedy.text[language])
      writer.endObject()
    }
    writer.endArray()
    writeExamples(rule, language, &writer)
    writer.key("sources")
    writer.beginArray()
    for source in rule.sources { write(source, language, &writer) }
    writer.endArray()
  }

  private static func write(_ limit: Limit, in lane: Lane, _ writer: inout JSONWriter) {
    writer.beginObject(isInline: true)
    writer.member("id", limit.id)
    writer.member("value", limit.standard.value)
    writer.member("unit", limit.unit.rawValue)
    writer.member("op", limit.relation.rawValue)
    if limit.isParameter { writer.member("parameter", true) }
    if let floor = limit.floor { writer.member("floor", floor.value) }
    writer.member("least", limit.allowed.lowerBound.value)
    writer.member("most", limit.allowed.upperBound.value)
    if limit.canBeAgreed(in: lane) { writer.member("agreed", true) }
    if !limit.reach.isEmpty {
      writer.key("reach")
      writer.beginArray(isInline: true)
      for reach in limit.reach {
        writer.beginObject(isInline: true)
        writer.member("level", reach.level.name)
        if case .to(let end) = reach.end { writer.member("to", end.value) }
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private static func writeExamples(
    _ rule: Rule, _ language: Language, _ writer: inout JSONWriter
  ) {
    if !rule.examples.isEmpty, let premise = rule.premises.text {
      writer.member("examplesGiven", premise[language])
    }
    writer.key("examples")
    writer.beginArray()
    for example in rule.examples {
      writer.beginObject(isInline: true)
      writer.member("roster", example.text)
      writer.member("found", example.flagsSomething)
      writer.endObject()
    }
    writer.endArray()
  }

  static func write(_ source: RuleSource, _ language: Language, _ writer: inout JSONWriter) {
    writer.beginObject(isInline: true)
    writer.member("text", source.text[language])
    writer.member("trust", source.trust.rawValue)
    if let url = source.url { writer.member("uri", url) }
    writer.endObject()
  }
}
