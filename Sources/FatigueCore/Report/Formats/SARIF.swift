/// `check -f sarif`: SARIF 2.1.0 as GitHub's code scanning reads it.
///
/// Within its limits: of more than 5 000 results the gravest are written, since no more are kept, and a
/// notification says how many were not. The title of an alert is its first sentence, at most 160 signs.
/// Source: GitHub Docs, "SARIF support for code scanning" and "SARIF limits".
struct SARIF {
  static let mostResults = 5000
  static let mostNotifications = 100
  static let longestTitle = 160

  private let list: FindingList
  private let language: Language
  private let options: FormatOptions
  private let rules: [Rule]
  private let ruleIndices: [String: Int]
  private var writer = JSONWriter(isIndented: true)
  private var hashes: [String: LineHashes] = [:]

  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var sarif = SARIF(report, options)
    sarif.log()
    return sarif.writer.takeBytes()
  }

  private init(_ report: CheckReport, _ options: FormatOptions) {
    self.options = options
    language = options.language
    list = FindingList(report, options.language)
    var used = Set(report.analysis.settings.selection.rules)
    for finding in report.analysis.findings { used.insert(Int(finding.rule)) }
    rules = used.map { RuleBook.rules[$0] }.sorted { $0.id < $1.id }
    ruleIndices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  private var report: CheckReport { list.report }

  private mutating func log() {
    writer.beginObject()
    writer.member(
      "$schema",
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    writer.member("version", "2.1.0")
    writer.key("runs")
    writer.beginArray()
    run()
    writer.endArray()
    writer.endObject()
    writer.endLine()
  }

  private mutating func run() {
    let kept = Set(list.ranked(list.order).prefix(Self.mostResults))
    writer.beginObject()
    writer.key("tool")
    writer.beginObject()
    writer.key("driver")
    writer.beginObject()
    writer.member("name", "fatigue")
    writer.member("semanticVersion", options.toolVersion)
    writer.member("informationUri", Profile.home)
    writer.member("language", language.rawValue)
    writer.key("rules")
    writer.beginArray()
    for rule in rules { self.rule(rule) }
    writer.endArray()
    writer.endObject()
    writer.endObject()
    // What stands before the last slash keeps rosters apart that are uploaded together.
    writer.key("automationDetails")
    writer.beginObject(isInline: true)
    writer.member("id", "fatigue/\(PathText.uri(report.placeOfPlan.path))/")
    writer.endObject()
    writer.key("originalUriBaseIds")
    writer.beginObject(isInline: true)
    writer.key("%SRCROOT%")
    writer.beginObject(isInline: true)
    text("description", Localized(nb: "rot i kodelageret", en: "root of the repository")[language])
    writer.endObject()
    writer.endObject()
    writer.member("columnKind", "utf16CodeUnits")
    invocation(heldBack: list.order.filter { !kept.contains($0) })
    writer.key("results")
    writer.beginArray()
    results(list.order.filter(kept.contains))
    writer.endArray()
    writer.endObject()
  }

  private mutating func text(_ key: String, _ text: String, markdown: String? = nil) {
    writer.key(key)
    writer.beginObject(isInline: true)
    writer.member("text", text)
    if let markdown { writer.member("markdown", markdown) }
    writer.endObject()
  }

  // MARK: Rules

  private mutating func rule(_ rule: Rule) {
    let (title, test, why) = (rule.title[language], rule.test[language], rule.why[language])
    let severity = rule.gravest.severity
    var parts = [test, why, rule.deviation?[language]].compactMap { $0 }
    let head = Localized(nb: "Kilde", en: "Source")[language]
    parts.append("\(head): \(rule.section[language]).")
    writer.beginObject()
    writer.member("id", rule.id)
    writer.member("name", Self.name(rule))
    text("shortDescription", Self.cut(title, 1024))
    text("fullDescription", Self.cut(parts[0] + " " + why, 1024))
    if let url = rule.sources.lazy.compactMap(\.url).first { writer.member("helpUri", url) }
    text(
      "help", parts.joined(separator: "\n"),
      markdown: (["**\(title)**"] + parts).joined(separator: "\n\n"))
    writer.key("defaultConfiguration")
    writer.beginObject(isInline: true)
    writer.member("level", severity)
    writer.endObject()
    writer.key("properties")
    writer.beginObject(isInline: true)
    writer.key("tags")
    writer.beginArray(isInline: true)
    writer.string(rule.lane.rawValue)
    let pack = rule.pack.lowercased()
    if pack != rule.lane.rawValue { writer.string(pack) }
    writer.endArray()
    let precision =
      switch rule.lane {
      case .law, .agreement: "very-high"
      case .research, .data: "high"
      case .model: "medium"
      }
    writer.member("precision", precision)
    writer.member("problem.severity", severity == "note" ? "recommendation" : severity)
    writer.endObject()
    writer.endObject()
  }

  /// `ShortRestBetweenShifts`: the English title as one word.
  private static func name(_ rule: Rule) -> String {
    let words = rule.title.en.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    text.unicodeScalars.count <= length
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(length - 1))) + "…"
  }

  // MARK: What was noticed

  private mutating func invocation(heldBack: [Int]) {
    writer.key("invocations")
    writer.beginArray()
    writer.beginObject()
    // A run that judged something succeeded; what it could not read stands in the notifications.
    writer.member("executionSuccessful", report.reading.roster != nil)
    writer.member("exitCode", report.exit)
    writer.key("toolExecutionNotifications")
    writer.beginArray()
    let diagnostics = report.diagnostics
    if let note = HeldBack.note(heldBack.map { report.analysis.findings[$0] }, language) {
      notification("fatigue/held-back", "warning", note, nil)
    }
    if let waived = ReportWords(report, language).waived {
      notification("fatigue/waived", "note", waived, nil)
    }
    let worstFirst = diagnostics.indices.sorted {
      diagnostics[$0].severity == diagnostics[$1].severity
        ? $0 < $1 : diagnostics[$0].severity > diagnostics[$1].severity
    }
    for index in worstFirst.prefix(Self.mostNotifications).sorted() {
      let entry = diagnostics[index]
      notification(
        entry.code.id, entry.severity.rawValue, ControlCharacters.escape(entry.message[language]),
        entry.place)
    }
    let rest = diagnostics.count - Self.mostNotifications
    if rest > 0 {
      let message = Localized(
        nb: "\(rest) meldinger til om det som ble lest.",
        en: "\(rest) more messages about what was read.")
      notification("fatigue/more", "note", message[language], nil)
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
  }

  private mutating func notification(
    _ id: String, _ level: String, _ message: String, _ place: SourcePlace?
  ) {
    writer.beginObject()
    writer.key("descriptor")
    writer.beginObject(isInline: true)
    writer.member("id", id)
    writer.endObject()
    writer.member("level", level)
    text("message", message)
    if let place {
      writer.key("locations")
      writer.beginArray()
      writer.beginObject()
      writer.key("physicalLocation")
      writer.beginObject()
      artifact(place.path)
      writer.key("region")
      writer.beginObject(isInline: true)
      writer.member("startLine", place.line)
      writer.member("startColumn", place.column)
      writer.endObject()
      writer.endObject()
      writer.endObject()
      writer.endArray()
    }
    writer.endObject()
  }

  // MARK: Results

  private mutating func results(_ indices: [Int]) {
    let findings = report.analysis.findings
    let shifts = report.analysis.roster.shifts
    let positions = indices.flatMap { index in
      let finding = findings[index]
      return [
        finding.shift >= 0 ? shifts[Int(finding.shift)].startField : .none,
        finding.related >= 0 ? shifts[Int(finding.related)].endField : .none,
      ]
    }
    let regions = report.regions(of: positions)
    for (i, index) in indices.enumerated() {
      let isRelated = positions[i * 2 + 1] != .none && regions[i * 2 + 1] != regions[i * 2]
      // What is about the settings stands in their file, not on the first line of the roster.
      let isElsewhere =
        positions[i * 2] == .none && list.places[index].path != report.placeOfPlan.path
      result(
        index, isElsewhere ? nil : regions[i * 2], related: isRelated ? regions[i * 2 + 1] : nil)
    }
  }

  private mutating func result(_ index: Int, _ region: SourceRegion?, related: SourceRegion?) {
    let entry = list[index]
    let place = list.places[index]
    writer.beginObject()
    writer.member("ruleId", entry.rule.id)
    writer.member("ruleIndex", ruleIndices[entry.rule.id] ?? 0)
    writer.member("level", entry.finding.status.severity)
    let link = Localized(nb: "den andre vakten", en: "the other shift")[language]
    text("message", message(entry, link: related == nil ? nil : link))
    writer.key("locations")
    writer.beginArray()
    location(
      region
        ?? SourceRegion(
          path: place.path, startLine: place.line, startColumn: place.column, endLine: place.line,
          endColumn: place.column + 1))
    writer.endArray()
    if let related {
      writer.key("relatedLocations")
      writer.beginArray()
      location(related, id: 1, label: link)
      writer.endArray()
    }
    writer.key("partialFingerprints")
    writer.beginObject()
    if let region, let hash = lineHash(region) {
      writer.member("primaryLocationLineHash", hash)
    }
    writer.member("fatigueFinding/v1", list.fingerprints[index])
    writer.endObject()
    if let baseline = report.baseline {
      writer.member("baselineState", baseline.isKnown[index] ? "unchanged" : "new")
    }
    writer.key("properties")
    writer.beginObject(isInline: true)
    writer.member("lane", RuleBook.lane(of: entry.finding).rawValue)
    writer.member("status", entry.finding.status.name)
    writer.endObject()
    writer.endObject()
  }

  /// Title, why, what to do, and a link that shows the other shift. A bracket in it is no link.
  private func message(_ entry: FindingList.Entry, link: String?) -> String {
    let first = Self.plain(entry.firstSentence)
    var parts = [entry.sentence, entry.why] + entry.remedies.prefix(1)
    if first.unicodeScalars.count > Self.longestTitle { parts.insert(entry.title + ".", at: 0) }
    var text = Self.plain(parts.joined(separator: " "))
    if let link {
      let see = Localized(nb: "Se", en: "See")[language]
      text += " \(see) [\(link)](1)."
    }
    return text
  }

  /// Text without links: in a message `[text](1)` is one.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x5B, 0x5C, 0x5D].contains($0) }) else { return text }
    return ["\\", "[", "]"].reduce(text) { $0.replacing($1, with: "\\" + $1) }
  }

  private mutating func location(_ region: SourceRegion, id: Int? = nil, label: String? = nil) {
    writer.beginObject()
    if let id { writer.member("id", id) }
    writer.key("physicalLocation")
    writer.beginObject()
    artifact(region.path)
    writer.key("region")
    writer.beginObject(isInline: true)
    writer.member("startLine", region.startLine)
    writer.member("startColumn", region.startColumn)
    writer.member("endLine", region.endLine)
    writer.member("endColumn", region.endColumn)
    writer.endObject()
    writer.endObject()
    if let label { text("message", label) }
    writer.endObject()
  }

  private mutating func artifact(_ path: String) {
    writer.key("artifactLocation")
    writer.beginObject(isInline: true)
    writer.member("uri", PathText.uri(path))
    writer.member("uriBaseId", "%SRCROOT%")
    writer.endObject()
  }

  /// What GitHub computes for the line; nil of a file that it would decode otherwise than we did.
  private mutating func lineHash(_ region: SourceRegion) -> String? {
    if hashes[region.path] == nil {
      let reader = report.reading.understood.first { $0.path == region.path }
      guard let file = report.reading.sources.files.first(where: { $0.path == region.path }),
        let encoding = reader?.encoding, encoding == .utf8 || encoding == .utf8WithMark,
        TextDecoding.isValid(file.bytes.span)
      else { return nil }
      let bytes = file.bytes.span
      hashes[region.path] = LineHashes(bytes, hasMark: encoding == .utf8WithMark)
    }
    return hashes[region.path]?.text(line: region.startLine)
  }
}
