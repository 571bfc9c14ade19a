/// A JSON schema of `fatigue.toml`, for editors (`docs/config.schema.json`), made from the book of keys
/// and the rules.
public enum ConfigurationSchema {
  /// The schema (2020-12), ending with a line break. The same for the same build.
  public static func bytes() -> [UInt8] {
    var json = JSONWriter(isIndented: true)
    json.beginObject()
    json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
    json.member("title", "fatigue.toml")
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.key("properties")
    json.beginObject()
    for table in ConfigurationBook.tables where !table.name.contains(".") {
      json.key(table.name)
      write(table, &json)
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return json.takeBytes()
  }

  private static func write(_ table: ConfigurationBook.Table, _ json: inout JSONWriter) {
    json.beginObject()
    json.member("description", table.about.en)
    switch table.shape {
    case .single: object(table, &json)
    case .named:
      json.member("type", "object")
      json.key("additionalProperties")
      json.beginObject()
      object(table, &json)
      json.endObject()
    case .list:
      json.member("type", "array")
      json.key("items")
      json.beginObject()
      object(table, &json)
      json.endObject()
    }
    json.endObject()
  }

  /// The members of one table: its keys, the tables inside it, and what else it may hold.
  private static func object(_ table: ConfigurationBook.Table, _ json: inout JSONWriter) {
    json.member("type", "object")
    let keys = ConfigurationBook.keys.filter { $0.table == table.name }
    json.key("properties")
    json.beginObject()
    for key in keys {
      json.key(key.name)
      value(key, &json)
    }
    for inner in ConfigurationBook.tables where inner.name.hasPrefix(table.name + ".") {
      json.key(String(inner.name.dropFirst(table.name.count + 1)))
      write(inner, &json)
    }
    if table.name == "agreement" {
      json.key("scope")
      json.beginObject(isInline: true)
      json.member("type", "object")
      json.endObject()
    }
    if table.name == "rules" {
      for rule in RuleBook.rules where !rule.limits.isEmpty { limits(rule, &json) }
    }
    json.endObject()
    let required = keys.filter { $0.standard.en == "must be given" }
    if !required.isEmpty {
      json.key("required")
      json.beginArray(isInline: true)
      for key in required { json.string(key.name) }
      json.endArray()
    }
    // Codes are the workplace's own.
    json.member("additionalProperties", table.name == "codes")
  }

  private static func limits(_ rule: Rule, _ json: inout JSONWriter) {
    json.key(rule.id)
    json.beginObject()
    json.member("description", rule.title.en)
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.key("properties")
    json.beginObject()
    for limit in rule.limits {
      json.key(limit.name)
      json.beginObject(isInline: true)
      json.member("description", "\(limit.title.en) (\(limit.unit.rawValue))")
      types(["number", "string"], &json)
      json.member("minimum", limit.allowed.lowerBound.value)
      json.member("maximum", limit.allowed.upperBound.value)
      json.endObject()
    }
    json.endObject()
    json.endObject()
  }

  private static func value(_ key: ConfigurationKey, _ json: inout JSONWriter) {
    json.beginObject(isInline: true)
    json.member("description", key.about.en)
    switch key.form {
    case .text, .clock: json.member("type", "string")
    case .integer(let range):
      json.member("type", "integer")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .integers(let range):
      types(["array", "integer"], &json)
      json.key("items")
      json.beginObject(isInline: true)
      json.member("type", "integer")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
      json.endObject()
    case .number(let range):
      json.member("type", "number")
      json.member("minimum", range.lowerBound)
      json.member("maximum", range.upperBound)
    case .choice(let words):
      json.key("enum")
      json.beginArray(isInline: true)
      for word in words { json.string(word) }
      json.endArray()
    case .boolean: json.member("type", "boolean")
    case .date: json.member("type", "string")
    case .texts: types(["array", "string"], &json)
    case .fraction: types(["number", "string"], &json)
    }
    json.endObject()
  }

  private static func types(_ names: [String], _ json: inout JSONWriter) {
    json.key("type")
    json.beginArray(isInline: true)
    for name in names { json.string(name) }
    json.endArray()
  }
}
