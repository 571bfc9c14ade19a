/// `rules -f json`: every rule with its limits and sources.
public enum RulesJSON {
  public static func bytes(_ language: Language) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.beginArray()
    for rule in RuleBook.rules { write(rule, language, &writer) }
    writer.endArray()
    writer.endLine()
    return writer.takeBytes()
  }

  private static func write(_ rule: Rule, _ language: Language, _ writer: inout JSONWriter) {
    writer.beginObject()
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
    writer.key("inputs")
    writer.beginArray(isInline: true)
    for input in rule.inputs { writer.string(input.id) }
    writer.endArray()
    if let from = rule.inForce.from { writer.member("inForceFrom", from.iso) }
    writer.key("limits")
    writer.beginArray()
    for limit in rule.limits {
      writer.beginObject(isInline: true)
      writer.member("id", limit.id)
      writer.member("value", limit.standard.value)
      writer.member("unit", limit.unit.rawValue)
      writer.member("op", limit.relation.rawValue)
      if limit.isParameter { writer.member("parameter", true) }
      if let floor = limit.floor { writer.member("floor", floor.value) }
      writer.endObject()
    }
    writer.endArray()
    writer.key("sources")
    writer.beginArray()
    for source in rule.sources {
      writer.beginObject(isInline: true)
      writer.member("text", source.text[language])
      writer.member("trust", source.trust.rawValue)
      if let url = source.url { writer.member("uri", url) }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }
}
