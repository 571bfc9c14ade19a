/// `windows[]` and `recoveries[]` of one person, for `--detail duties`.
struct OutlookJSON {
  let roster: Roster
  let outlook: PersonOutlook

  func write(to writer: inout JSONWriter) {
    writer.key("windows")
    writer.beginArray()
    for window in outlook.windows { self.window(window, &writer) }
    writer.endArray()
    writer.key("recoveries")
    writer.beginArray()
    for recovery in outlook.recoveries {
      writer.beginObject(isInline: true)
      writer.member("after", time(recovery.after))
      writer.member("rested", recovery.rested.map(time))
      writer.member("debtGone", recovery.debtGone.map(time))
      writer.endObject()
    }
    writer.endArray()
  }

  private func window(_ window: PersonWindow, _ writer: inout JSONWriter) {
    writer.beginObject(isInline: true)
    writer.member("days", window.days)
    writer.member("hours", Double(window.workSeconds) / 3600)
    writer.member("nights", window.nights)
    writer.member("longestNightRun", window.longestNightRun)
    writer.member("quickReturns", window.quickReturns)
    writer.member("quickReturnsUnder9", window.shortReturns)
    writer.member("shareKss7", window.shareKss7)
    writer.member("sleepDebtHours", Double(window.sleepDebt) / 3600)
    if window.days == nil {
      writer.member("maxKss", window.maxKss)
      writer.member("maxFatigueIndex", window.maxFatigueIndex)
      writer.member("maxRiskIndex", window.maxRiskIndex)
      writer.key("worstDuties")
      writer.beginArray(isInline: true)
      for start in window.worstDuties { writer.string(time(start)) }
      writer.endArray()
    }
    writer.endObject()
  }

  private func time(_ seconds: Int32) -> String {
    TimeText.withOffset(roster.instant(seconds), in: roster.zone)
  }
}
