/// `check -f gitlab`: a Code Quality report, which GitLab shows in merge requests.
///
/// An array of findings with unique fingerprints. GitLab does not show `check_name`, so the description
/// begins with the rule. What could not be read is a `blocker`.
/// Source: GitLab Docs, "Code Quality", section on the report format.
enum GitLabCodeQuality {
  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    let list = FindingList(report, options.language)
    var writer = JSONWriter(isIndented: true)
    writer.beginArray()
    unread(report, options.language, &writer)
    for index in list.order {
      let entry = list[index]
      element(
        entry.rule.id, entry.sentence, list.fingerprints[index], severity(entry.finding.status),
        entry.place, &writer)
    }
    writer.endArray()
    writer.endLine()
    return writer.takeBytes()
  }

  private static func severity(_ status: FindingStatus) -> String {
    switch status {
    case .breach: "critical"
    case .disputed: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }

  private static func unread(
    _ report: CheckReport, _ language: Language, _ writer: inout JSONWriter
  ) {
    for (number, entry) in report.diagnostics.enumerated() where entry.severity == .error {
      let place = entry.place ?? report.placeOfPlan
      let identity = ["\(number)", entry.code.id, place.path, "\(place.line)", "\(place.column)"]
      let print = SHA256.digest(of: Array(identity.joined(separator: "\u{1F}").utf8)).prefix(16)
      element(
        entry.code.id, ControlCharacters.escape(entry.message[language]),
        BytesText.hexadecimal(print), "blocker", place, &writer)
    }
  }

  private static func element(
    _ name: String, _ sentence: String, _ fingerprint: String, _ severity: String,
    _ place: SourcePlace, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.member("description", "\(name): \(sentence)")
    writer.member("check_name", name)
    writer.member("fingerprint", fingerprint)
    writer.member("severity", severity)
    writer.key("location")
    writer.beginObject(isInline: true)
    writer.member("path", place.path)
    writer.key("lines")
    writer.beginObject(isInline: true)
    writer.member("begin", place.line)
    writer.endObject()
    writer.endObject()
    writer.endObject()
  }
}
