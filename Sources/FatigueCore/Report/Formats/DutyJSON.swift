/// `duties[]` of one person, for `--detail duties`.
struct DutyJSON {
  let roster: Roster
  let detail: PersonDetail
  let limits: Limits
  /// For each duty its number in its run of nights, and of working dates.
  private let nights: [Int?]
  private let days: [Int]

  init(roster: Roster, detail: PersonDetail, limits: Limits) {
    self.roster = roster
    self.detail = detail
    self.limits = limits
    nights = Self.nightNumbers(detail.timeline)
    days = Self.dayNumbers(detail.timeline, roster)
  }

  mutating func write(to writer: inout JSONWriter) {
    writer.key("duties")
    writer.beginArray()
    let period = roster.period
    for (index, block) in detail.timeline.blocks.enumerated()
    where block.start >= period.start && block.start < period.end {
      duty(index, &writer)
    }
    writer.endArray()
  }

  private func duty(_ index: Int, _ writer: inout JSONWriter) {
    let block = detail.timeline.blocks[index]
    let first = roster.shifts[Int(block.first)]
    writer.beginObject()
    writer.member("start", time(block.start))
    writer.member("end", time(block.end))
    writer.member("code", roster.codes[Int(first.code)])
    writer.member("kind", first.kind.name)
    let rest = index == 0 ? nil : Int64(block.start) - Int64(detail.timeline.blocks[index - 1].end)
    writer.member("restBeforeHours", rest.map { Double($0) / 3600 })
    writer.member("nightIndex", nights[index])
    if index < detail.duties.count { alertness(detail.duties[index], index, &writer) }
    if index < detail.indices.count { indices(detail.indices[index], index, &writer) }
    if index < detail.lapses.count { lapses(detail.lapses[index], &writer) }
    risks(index, &writer)
    writer.endObject()
  }

  /// For each duty which night of its run it is, from 1; nil for one that is no night.
  private static func nightNumbers(_ timeline: PersonTimeline) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: timeline.blocks.count)
    for run in timeline.nightRuns {
      let first = timeline.nights[run.lowerBound].date
      for night in timeline.nights[run] where numbers[Int(night.block)] == nil {
        numbers[Int(night.block)] = night.date - first + 1
      }
    }
    return numbers
  }

  /// For each duty which working date of its run it is, from 1.
  private static func dayNumbers(_ timeline: PersonTimeline, _ roster: Roster) -> [Int] {
    var (number, last): (Int, CivilDate?) = (1, nil)
    return timeline.blocks.map { block in
      let date = roster.civil(block.start).date
      if let last, date != last { number = last + 1 == date ? number + 1 : 1 }
      last = date
      return number
    }
  }

  private func alertness(_ duty: DutyAlertness, _ index: Int, _ writer: inout JSONWriter) {
    writer.key("kss")
    writer.beginObject(isInline: true)
    writer.member("max", duty.peak.raw)
    writer.member("maxAt", time(duty.peakAt))
    if index < detail.worstPeaks.count, detail.worstPeaks[index] > duty.peak.raw {
      writer.member("worst", detail.worstPeaks[index])
    }
    writer.member("mean", duty.mean.raw)
    writer.member(
      "p10max", duty.peak.raw - SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset)
    writer.member("end", duty.end.raw)
    writer.member("home", duty.home.raw)
    writer.member("p90max", duty.peakOfSleepiestTenth.raw)
    writer.member("pGe7", duty.probabilityOf7)
    writer.member("pGe8", duty.probabilityOf8)
    writer.member("sharePeopleGe7", duty.shareOfPeopleAt7)
    writer.member(
      "sharePeopleGe8", SleepinessProbability.shareOfPeople(atLeast: 8, kss: duty.peak))
    writer.member("homePGe7", duty.homeProbabilityOf7)
    writer.member("homePGe8", duty.homeProbabilityOf8)
    writer.member("band", band(duty.peak))
    writer.member("minutesGe7", duty.minutesAt7)
    writer.member("minutesGe8", duty.minutesAt8)
    writer.endObject()
    writer.member("hoursAwakeAtEnd", Double(duty.awakeAtEnd) / 3600)
    writer.member("sleep24", Double(duty.sleep24) / 3600)
    writer.member("sleep48", Double(duty.sleep48) / 3600)
    writer.key("priorSleepFlags")
    writer.beginArray(isInline: true)
    if duty.sleep24 < 5 * 3600 { writer.string("sleep24Under5") }
    if duty.sleep48 < 12 * 3600 { writer.string("sleep48Under12") }
    if duty.awakeAtEnd > duty.sleep48 { writer.string("awakeAboveSleep48") }
    writer.endArray()
  }

  /// The band of a peak by the levels of `MOD-KSS` as they stand.
  private func band(_ peak: KSS) -> String {
    let kss = Int64(peak.hundredths)
    if kss >= limits.steps(PeakSleepiness.red) { return "red" }
    if kss >= limits.steps(PeakSleepiness.orange) { return "orange" }
    return kss >= limits.steps(PeakSleepiness.yellow) ? "yellow" : "green"
  }

  private func lapses(_ duty: DutyLapses, _ writer: inout JSONWriter) {
    writer.key("unified")
    writer.beginObject(isInline: true)
    writer.member("peakLapses", duty.peak)
    writer.member("peakAt", time(duty.peakAt))
    writer.member("endLapses", duty.end)
    writer.member("debt", duty.debt)
    writer.endObject()
  }

  private func indices(_ duty: DutyIndex, _ index: Int, _ writer: inout JSONWriter) {
    let worst = index < detail.worstIndices.count ? detail.worstIndices[index] : nil
    writer.key("fatigueIndex")
    writer.beginObject(isInline: true)
    writer.member("value", duty.fatigue.value)
    if let worst, worst.fatigue > duty.fatigue.value {
      writer.member("worst", worst.fatigue)
    }
    writer.member("cumulative", duty.fatigue.cumulative)
    writer.member("timing", duty.fatigue.timing)
    writer.member("job", duty.fatigue.job)
    writer.endObject()
    writer.key("riskIndex")
    writer.beginObject(isInline: true)
    writer.member("value", duty.risk.value)
    if let worst, worst.risk > duty.risk.value { writer.member("worst", worst.risk) }
    writer.member("cumulative", duty.risk.cumulative)
    writer.member("timing", duty.risk.timing)
    writer.member("job", duty.risk.job)
    writer.endObject()
    if !duty.isVerified { writer.member("indicesVerified", false) }
  }

  /// Published relative risks, side by side and never multiplied.
  private func risks(_ index: Int, _ writer: inout JSONWriter) {
    let block = detail.timeline.blocks[index]
    let number = nights[index] ?? days[index]
    writer.key("relativeRisks")
    writer.beginArray(isInline: true)
    for risk in RelativeRisk.figures(
      type: nights[index] == nil ? .day : .night, number: number,
      length: Elapsed(seconds: block.length))
    {
      writer.beginObject(isInline: true)
      writer.member("factor", risk.factor.rawText)
      writer.member("value", risk.value)
      writer.member("basis", risk.basis.rawValue)
      writer.member("trust", risk.trust.rawValue)
      writer.endObject()
    }
    writer.endArray()
  }

  private func time(_ seconds: Int32) -> String {
    TimeText.withOffset(roster.instant(seconds), in: roster.zone)
  }
}
