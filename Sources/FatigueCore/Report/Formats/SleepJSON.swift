/// `sleep` of one person: recorded beside predicted, where there is a record.
struct SleepJSON {
  let roster: Roster
  let comparison: SleepComparison

  func write(to writer: inout JSONWriter) {
    writer.key("sleep")
    writer.beginObject()
    writer.member("coveredHours", hours(comparison.coveredSeconds))
    writer.member("recordedHours", hours(comparison.recordedSeconds))
    writer.member("predictedHours", hours(comparison.predictedSeconds))
    writer.member("recordedOnDutyHours", hours(comparison.asleepOnDuty))
    writer.key("covered")
    writer.beginArray()
    for stretch in comparison.covered {
      writer.beginObject(isInline: true)
      writer.member("from", time(stretch.start))
      writer.member("to", time(stretch.end))
      writer.endObject()
    }
    writer.endArray()
    writer.key("days")
    writer.beginArray()
    for day in comparison.days {
      writer.beginObject(isInline: true)
      writer.member("date", day.date.iso)
      writer.member("recordedHours", hours(day.recorded))
      writer.member("predictedHours", hours(day.predicted))
      writer.endObject()
    }
    writer.endArray()
    writer.key("duties")
    writer.beginArray()
    for duty in comparison.duties {
      writer.beginObject(isInline: true)
      writer.member("start", time(duty.start))
      writer.member("recordedMaxKss", duty.recordedPeak.raw)
      writer.member("predictedMaxKss", duty.predictedPeak.raw)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private func time(_ seconds: Int32) -> String {
    TimeText.withOffset(roster.instant(seconds), in: roster.zone)
  }

  private func hours(_ seconds: Int64) -> Double { Double(seconds) / 3600 }
}
