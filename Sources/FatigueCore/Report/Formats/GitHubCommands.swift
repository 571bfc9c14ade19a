/// `check -f github`: workflow commands, which become annotations of a run and a pull request.
///
/// GitHub shows ten of each level for a step, so the nine gravest are written and a tenth says lane by lane
/// how many there are besides. What could not be read comes after the breaches. Columns count only where a field is on one line.
/// Source: GitHub Docs, "Workflow commands"; REST documentation of check runs for the limit.
struct GitHubCommands {
  static let mostPerLevel = 10

  private let list: FindingList
  private let language: Language
  private var text = ""

  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var commands = GitHubCommands(
      list: FindingList(report, options.language), language: options.language)
    for level in ["error", "warning", "notice"] { commands.annotate(level) }
    return Array(commands.text.utf8)
  }

  private static func level(_ status: FindingStatus) -> String {
    switch status {
    case .breach: "error"
    case .disputed, .warning: "warning"
    case .note: "notice"
    }
  }

  private mutating func annotate(_ level: String) {
    let report = list.report
    let findings = report.analysis.findings
    // What a baseline has was there before.
    let own = list.ranked(
      list.order.filter {
        Self.level(findings[$0].status) == level && report.baseline?.isKnown[$0] != true
      })
    let unread = level == "error" ? report.diagnostics.filter { $0.severity == .error } : []
    let total = own.count + unread.count
    let room = total > Self.mostPerLevel ? Self.mostPerLevel - 1 : total
    // Findings go first; that something was not read is said once at least.
    let messages = unread.prefix(unread.isEmpty ? 0 : max(1, room - own.count))
    let shown = Array(own.prefix(room - messages.count))
    let regions = report.regions(
      of: shown.map { index in
        let shift = findings[index].shift
        return shift >= 0 ? report.analysis.roster.shifts[Int(shift)].startField : .none
      })
    for (index, region) in zip(shown, regions) { annotate(level, index, region) }
    for entry in messages {
      let place = entry.place.map { [("file", $0.path), ("line", "\($0.line)")] } ?? []
      command(
        level, place + [("title", "\(entry.code.id): \(entry.code.title[language])")],
        ControlCharacters.escape(entry.message[language]))
    }
    guard room < total else { return }
    let left = unread.count - messages.count
    let ofInput = Localized(
      nb: "Flere feil i det som ble lest: \(left).", en: "More errors in what was read: \(left).")
    let texts = [
      HeldBack.note(own.dropFirst(shown.count).map { findings[$0] }, language),
      left > 0 ? ofInput[language] : nil,
    ].compactMap(\.self)
    command(
      level, [("title", Localized(nb: "Det som ikke vises", en: "What is not shown")[language])],
      texts.joined(separator: "\n"))
  }

  private mutating func annotate(_ level: String, _ index: Int, _ region: SourceRegion?) {
    let entry = list[index]
    // The name of a file can act too; one that does is not found in the repository, and is shown all the same.
    var properties = [
      ("file", ControlCharacters.escape(entry.place.path)), ("line", "\(entry.place.line)"),
    ]
    if let region {
      properties.append(("endLine", "\(region.endLine)"))
      if region.startLine == region.endLine {
        properties.append(("col", "\(region.startColumn)"))
        properties.append(("endColumn", "\(region.endColumn)"))
      }
    }
    properties.append(("title", "\(entry.rule.id): \(entry.title)"))
    let message = ([entry.sentence] + entry.remedies.prefix(1)).joined(separator: "\n")
    command(level, properties, message)
  }

  private mutating func command(
    _ level: String, _ properties: [(String, String)], _ message: String
  ) {
    let list = properties.map { "\($0.0)=\(Self.property($0.1))" }.joined(separator: ",")
    text += "::\(level) \(list)::\(Self.data(message))\n"
  }

  /// A message: what would end the line or begin an escape is escaped.
  private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

  /// A property: also what would end it.
  private static func property(_ text: String) -> String {
    escaped(text, ["%", "\r", "\n", ":", ","])
  }

  private static func escaped(_ text: String, _ signs: Set<Unicode.Scalar>) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if signs.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += scalar.value < 16 ? "%0\(digits)" : "%\(digits)"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private init(list: FindingList, language: Language) {
    self.list = list
    self.language = language
  }
}
