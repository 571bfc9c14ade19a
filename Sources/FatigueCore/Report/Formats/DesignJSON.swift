/// `design -f json`: one document after `docs/schema/fatigue-design-1.schema.json`.
public enum DesignJSON {
  public static func bytes(
    _ result: DesignResult, _ language: Language, toolVersion: String
  ) -> [UInt8] {
    var writer = JSONWriter(isIndented: true)
    let spec = result.spec
    writer.beginObject()
    writer.member("schema", "fatigue-design/1")
    writer.key("tool")
    writer.beginObject(isInline: true)
    writer.member("name", "fatigue")
    writer.member("version", toolVersion)
    writer.endObject()
    writer.member("language", language.rawValue)
    writer.member("name", spec.name)
    writer.member("people", spec.people)
    writer.member("weeks", spec.weeks)
    writer.member("from", spec.from.iso)
    writer.member("meanHours", spec.meanHours)
    writer.key("shifts")
    writer.beginArray()
    for shift in spec.shifts {
      writer.beginObject(isInline: true)
      writer.member("code", shift.code)
      writer.member("start", ClockTime(secondOfDay: shift.start).text)
      writer.member("end", ClockTime(secondOfDay: shift.end).text)
      writer.member("unpaidBreak", shift.unpaidBreak)
      writer.key("staffing")
      writer.beginArray(isInline: true)
      for number in shift.staffing { writer.integer(number) }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.key("obstacles")
    writer.beginArray()
    for obstacle in spec.obstacles { writer.string(obstacle[language]) }
    writer.endArray()
    writer.key("lines")
    writer.beginArray()
    if let grid = result.grid {
      for line in 0..<grid.weeks {
        writer.beginArray(isInline: true)
        for code in DesignCSV.codes(grid.line(line), spec) { writer.string(code) }
        writer.endArray()
      }
    }
    writer.endArray()
    for (name, totals) in [("plan", result.totals), ("against", result.against)] {
      guard let totals else {
        writer.member(name, nil as String?)
        continue
      }
      writer.key(name)
      writer.beginObject()
      writer.member("people", totals.people)
      writer.member("shifts", totals.shifts)
      for lane in Lane.allCases {
        writer.key(lane.rawValue)
        writer.beginObject(isInline: true)
        let count = totals[lane]
        writer.member("breach", count.breach)
        writer.member("disputed", count.disputed)
        writer.member("warning", count.warning)
        writer.member("note", count.note)
        writer.endObject()
      }
      writer.endObject()
    }
    writer.endObject()
    writer.endLine()
    return writer.takeBytes()
  }
}
