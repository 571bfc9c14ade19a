/// `explain -f json`: what each code means, one object for each, and `kind` says which members it has.
public struct ExplainJSON {
  private let language: Language
  private var writer = JSONWriter(isIndented: true)

  public init(_ language: Language) {
    self.language = language
    writer.beginArray()
  }

  /// The members that `rules -f json` has.
  public mutating func add(_ rule: Rule) {
    begin("rule")
    RulesJSON.write(rule, language, &writer)
    writer.endObject()
  }

  public mutating func add(_ measure: Measure) {
    begin("measure", measure.id, measure.title)
    writer.key("levels")
    writer.beginArray(isInline: true)
    for level in measure.levels { writer.string(level.rawValue) }
    writer.endArray()
    writer.member("text", measure.text[language])
    writer.key("occasions")
    writer.beginArray()
    for occasion in measure.occasions { writer.string(occasion.title[language]) }
    writer.endArray()
    if let partner = measure.partner { writer.member("workplace", partner[language]) }
    writer.key("evidence")
    writer.beginArray()
    for evidence in measure.evidence {
      writer.beginObject()
      writer.member("part", evidence.part[language])
      writer.member("effect", evidence.effect?[language])
      writer.member("grade", evidence.grade.rawValue)
      if evidence.speaksAgainst { writer.member("speaksAgainst", true) }
      writer.key("source")
      RulesJSON.write(evidence.source, language, &writer)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  public mutating func add(_ code: DiagnosticCode) {
    begin("diagnostic", code.id, code.title)
    writer.member("explanation", code.explanation[language])
    writer.endObject()
  }

  public mutating func add(_ metric: Metric) {
    begin("metric", metric.id, metric.title)
    writer.member("definition", metric.definition[language])
    writer.member("unit", metric.unit[language])
    writer.member("column", metric.column)
    writer.endObject()
  }

  /// A line of `explain --list`: `kind`, `id` and `title`.
  public mutating func list(_ kind: String, _ id: String, _ title: Localized) {
    begin(kind, id, title)
    writer.endObject()
  }

  public mutating func takeBytes() -> [UInt8] {
    writer.endArray()
    writer.endLine()
    return writer.takeBytes()
  }

  private mutating func begin(_ kind: String, _ id: String, _ title: Localized) {
    begin(kind)
    writer.member("id", id)
    writer.member("title", title[language])
  }

  private mutating func begin(_ kind: String) {
    writer.beginObject()
    writer.member("kind", kind)
  }
}
