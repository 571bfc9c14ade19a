/// A person's plan.
extension PlanJSON {
  mutating func person(_ index: Int) {
    writer.beginObject()
    writer.member("id", report.names.shown[index])
    if report.names.style == .real { writer.member("name", report.names.real[index]) }
    let change = report.fewer.changes[index]
    fewerNights("fewerNights", change, people: 1)
    guard let plan = report.plan.people[index] else {
      writer.key("blocks")
      writer.beginArray()
      writer.endArray()
      writer.endObject()
      return
    }
    blocks(plan)
    sleep(plan)
    phase(plan)
    light(plan)
    writer.key("nights")
    writer.beginArray()
    for night in plan.nights { self.night(night) }
    writer.endArray()
    writer.endObject()
  }

  private mutating func blocks(_ plan: PersonProtocol) {
    writer.key("blocks")
    writer.beginArray()
    for block in plan.blocks {
      writer.beginObject()
      writer.member("nights", block.nights.count)
      if let first = block.nights.first { time("firstStart", plan.nights[first].duty.start) }
      writer.member("strategy", block.strategy.rawValue)
      strings("reasons", block.reasons.map(\.rawValue))
      writer.member("organisational", block.isOrganisational)
      writer.member("sleep", block.sleep.rawValue)
      writer.member("holdsRhythm", block.holdsRhythm)
      writer.key("wayBack")
      writer.beginArray()
      for way in block.wayBack {
        writer.string(TimeText.withOffset(roster.instant(way.bed), in: roster.zone))
      }
      writer.endArray()
      if let work = block.workTooSoon {
        writer.key("workTooSoon")
        writer.beginObject()
        time("start", work.start)
        writer.member("sleepMin", Int(clamping: work.sleep.seconds / 60))
        writer.endObject()
      }
      if let fewer = block.oneNightFewer {
        writer.key("oneNightFewer")
        writer.beginObject()
        numbers("kssWorst", [fewer.worst.raw, fewer.worstThen.raw])
        numbers("J", [fewer.cost, fewer.costThen])
        numbers("dphi_h", [fewer.shift, fewer.shiftThen])
        writer.endObject()
      }
      if let next = block.nextDayWork {
        writer.key("nextDayWork")
        writer.beginObject()
        time("start", next.start)
        numbers("dphi_h", [next.shiftWithout, next.shift])
        writer.endObject()
      }
      writer.endObject()
    }
    writer.endArray()
  }

  private mutating func sleep(_ plan: PersonProtocol) {
    func spans(_ name: String, _ spans: [SleepSpan], _ json: inout PlanJSON) {
      json.writer.key(name)
      json.writer.beginArray()
      for span in spans { json.pair(span.onset, span.wake) }
      json.writer.endArray()
    }
    spans("sleep_without", plan.sleepsWithout, &self)
    spans("sleep_with", plan.sleeps.filter { !$0.isNap }.map(\.span), &self)
    spans("naps", plan.sleeps.filter(\.isNap).map(\.span), &self)
  }

  private mutating func phase(_ plan: PersonProtocol) {
    strings("dphi_days", plan.days.map(\.date.iso))
    numbers("dphi_without_h", plan.days.map(\.shiftWithout))
    numbers("dphi_with_h", plan.days.map(\.shift))
    writer.key("dphi_band_h")
    writer.beginArray()
    for day in plan.days {
      writer.beginArray(isInline: true)
      writer.number(day.range.lowerBound)
      writer.number(day.range.upperBound)
      writer.endArray()
    }
    writer.endArray()
    writer.member("phaseUncertainty", PhaseTrack.uncertainty[language])
  }

  private mutating func light(_ plan: PersonProtocol) {
    func doses(_ name: String, _ kind: LightAdvice.Kind, _ json: inout PlanJSON) {
      json.writer.key(name)
      json.writer.beginArray()
      for dose in plan.nights.flatMap(\.light) where dose.kind == kind {
        json.writer.beginObject(isInline: true)
        json.time("start", dose.span.start)
        json.time("end", dose.span.end)
        json.writer.member("lux", dose.lux)
        json.writer.endObject()
      }
      json.writer.endArray()
    }
    doses("pulses", .bright, &self)
    doses("outdoorSeek", .outdoors, &self)
    strings(
      "glassesAfterShiftEnd",
      plan.nights.filter { $0.glasses != nil }.map {
        TimeText.withOffset(roster.instant($0.duty.end), in: roster.zone)
      })
  }

  private mutating func night(_ night: NightPlan) {
    writer.beginObject()
    time("start", night.duty.start)
    time("end", night.duty.end)
    writer.member("unit", roster.units[Int(night.unit)])
    writer.member("strategy", night.strategy.rawValue)
    writer.member("cbtminClock", night.lowPoint)
    writer.member("dlmoClock", night.melatonin)
    pair("preNap", night.homeNap?.span)
    pair("nap", night.dutyNap?.span)
    if let nap = night.dutyNap {
      writer.member("napSleepMin", Int(clamping: nap.asleep.seconds / 60))
      writer.member("inertiaBufferMin", Int((nap.bufferUntil - nap.span.end) / 60))
    }
    writer.member("noNap", night.noNap?.text[language])
    pair("caffeine", night.caffeine?.window)
    writer.member("J_noInShiftNap", night.napCost?.without)
    writer.member("J_withNap", night.napCost?.with)
    time("worstTimeWithout", night.gain.worstAt)
    kss("kssWorst", night.gain.worst)
    kss("kssPeak", night.gain.peak)
    kss("kssEnd", night.gain.end)
    kss("kssAfterCommute", night.gain.home)
    numbers("pGe7", [night.gain.worst.severeWithout, night.gain.worst.severeWith])
    writer.member("driveFlag", night.drive.rawValue)
    writer.member("driveFlagWithout", night.driveWithout.rawValue)
    writer.member("drives", night.drives)
    writer.key("advice")
    writer.beginArray()
    for line in night.advice { advice(line, night) }
    writer.endArray()
    writer.endObject()
  }

  private mutating func kss(_ name: String, _ pair: NightGain.Pair) {
    numbers(name, [pair.without.raw, pair.with.raw])
  }

  /// Every one with its grade, source, partner and levels.
  private mutating func advice(_ line: AdviceLine, _ night: NightPlan) {
    writer.beginObject()
    writer.member("kind", line.kind.rawValue)
    time("start", line.span.start)
    time("end", line.span.end)
    writer.member("text", AdviceText.sentence(line, of: night, roster)[language])
    writer.member("grade", line.kind.grade.rawValue)
    writer.member("source", line.kind.source.text[language])
    writer.member("measure", line.kind.measure)
    writer.member("partner", line.kind.partner[language])
    strings("levels", line.kind.levels.map(\.rawValue))
    strings("cautions", line.cautions.map(\.rawValue))
    writer.endObject()
  }
}
