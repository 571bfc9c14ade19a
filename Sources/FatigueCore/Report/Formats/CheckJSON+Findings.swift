/// `findings[]`.
extension CheckJSON {
  mutating func findings(_ send: (inout JSONWriter) -> Void) {
    writer.key("findings")
    writer.beginArray()
    for index in report.order(by: places) {
      finding(index)
      send(&writer)
    }
    writer.endArray()
  }

  mutating func finding(_ index: Int) {
    let finding = report.analysis.findings[index]
    let rule = RuleBook.rule(of: finding)
    let text = report.text(of: finding)
    begin("finding")
    writer.member("fingerprint", fingerprints[index])
    writer.member("rule", rule.id)
    writer.member("severity", finding.status.severity)
    writer.member("lane", RuleBook.lane(of: finding).rawValue)
    writer.member("status", finding.status.name)
    if !finding.readings.isEmpty {
      writer.key("readings")
      writer.beginArray(isInline: true)
      for name in finding.readings.names { writer.string(name) }
      writer.endArray()
      writer.member("reading", finding.reading)
    }
    writer.member("dstOnly", finding.dstOnly)
    writer.member("horizonTruncated", finding.horizonTruncated)
    if finding.causedBy >= 0 {
      writer.member("causedBy", fingerprints[Int(finding.causedBy)])
    }
    if rule.limits.contains(where: { report.analysis.settings.limits.isTried($0) }) {
      writer.member("hypothetical", true)
    }
    if finding.agreement >= 0 {
      writer.member(
        "agreement", report.agreements[Int(finding.agreement)].id)
    }
    if !finding.isAboutPlan {
      writer.member("employee", report.names.shown[Int(finding.person)])
    }
    time("from", finding.from)
    time("to", finding.to)
    quantity("measured", finding.measured, finding.unit, nil)
    quantity("limit", finding.limit, finding.unit, finding.relation)
    writer.member("message", text.message[language])
    writer.member("why", rule.why[language])
    writer.key("actions")
    writer.beginArray()
    for remedy in text.remedies {
      writer.beginObject(isInline: true)
      writer.member("text", remedy.text[language])
      writer.member("level", remedy.level.rawValue)
      writer.endObject()
    }
    writer.endArray()
    if let baseline = report.baseline {
      writer.member("baseline", baseline.isKnown[index] ? "unchanged" : "new")
    }
    if options.duties, FlipPoint.concerns(rule) {
      writer.key("flipPoints")
      writer.beginArray(isInline: true)
      for point in report.analysis.flipPoints(of: index) {
        writer.beginObject(isInline: true)
        writer.member("assumption", point.kind.rawValue)
        writer.member("hours", Double(point.value.seconds) / 3600)
        writer.endObject()
      }
      writer.endArray()
    }
    if finding.isWaived {
      writer.member("suppressed", report.waivers[Int(finding.waiver)].reason)
    }
    locations(index)
    end()
  }

  private mutating func time(_ key: String, _ seconds: Int32) {
    let roster = report.roster
    writer.plainMember(key) { TimeText.append(roster.instant(seconds), in: roster.zone, to: &$0) }
  }

  private mutating func quantity(
    _ key: String, _ value: Fraction, _ unit: MeasureUnit, _ relation: Relation?
  ) {
    writer.key(key)
    writer.beginObject(isInline: true)
    writer.member("value", value.value)
    writer.member("exact", value.text)
    writer.member("unit", unit.rawValue)
    if let relation { writer.member("op", relation.rawValue) }
    writer.endObject()
  }

  private mutating func locations(_ index: Int) {
    writer.key("locations")
    writer.beginArray()
    let (primary, related) = (places.primary(index), places.related(index))
    location(primary ?? report.placeOfPlan, role: "primary")
    if let related, related != primary { location(related, role: "related") }
    writer.endArray()
  }

  private mutating func location(_ place: SourcePlace, role: String) {
    writer.beginObject(isInline: true)
    writer.member("path", place.path)
    writer.member("line", place.line)
    writer.member("column", place.column)
    writer.member("role", role)
    writer.endObject()
  }
}
