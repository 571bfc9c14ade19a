/// `check -f ndjson`: one event to a line after `docs/schema/fatigue-event-1.schema.json`.
///
/// `run` first, then diagnostics, employees and findings in the order of `-f json`, and `summary`
/// last, so that a stream that was cut off is known by its end.
enum CheckEvents {
  static func write(
    _ report: CheckReport, _ options: FormatOptions, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void
  ) {
    var json = CheckJSON(report, options, isEvents: true)
    func send() {
      json.writer.move(to: &bytes)
      flush(&bytes)
    }
    json.writer.beginObject()
    json.writer.member("type", "run")
    json.writer.member("schema", "fatigue-event/1")
    json.head()
    json.writer.endObject()
    json.writer.endLine()
    json.events()
    send()
    for person in report.peopleByName {
      json.employee(person)
      send()
    }
    for index in report.order(by: json.places) {
      json.finding(index)
      send()
    }
    json.writer.beginObject()
    json.writer.member("type", "summary")
    json.totals()
    json.notAssessed()
    json.writer.endObject()
    json.writer.endLine()
    send()
  }
}
