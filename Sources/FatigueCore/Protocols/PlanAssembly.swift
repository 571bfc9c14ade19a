/// Puts what the simulation and the light gave into what is printed.
struct PlanAssembly {
  let person: PlanPerson
  let settings: ProtocolSettings
  let zone: Zone
  let origin: Instant
  let daylight: Daylight
  let blocks: [NightBlock]
  let simulation: PlanSimulation
  let unplanned: NightPlanner.Unplanned
  let planned: NightPlanner.Course
  /// With the plan, in the order of ``PacemakerModel/band``.
  let tracks: [PhaseTrack]

  private var usual: NightPlanner.Course { unplanned.usual }

  func result() -> PersonProtocol {
    var nights: [NightPlan] = []
    var plans: [BlockPlan] = []
    var clock = PlanClock(zone: zone, origin: origin)
    for (number, block) in blocks.enumerated() {
      let first = nights.count
      for duty in block.duties {
        guard let naps = planned.run.nights[duty] else { continue }
        nights.append(night(duty, number, block, naps, &clock))
      }
      plans.append(
        BlockPlan(
          nights: first..<nights.count, strategy: block.strategy, reasons: block.reasons,
          sleep: sleep(number, block), wayBack: wayBack(after: block), holdsRhythm: holds(block),
          nextDayWork: nextDayWork(after: block), workTooSoon: workTooSoon(after: block),
          oneNightFewer: oneNightFewer(block)))
    }
    return PersonProtocol(
      person: person.index, blocks: plans, nights: nights,
      sleeps: planned.run.course.episodes.map {
        PlannedAlertness.Sleep(
          SleepSpan(onset: $0.onset, wake: $0.wake), isNap: $0.kind == .nap)
      },
      sleepsWithout: usual.run.sleeps, courseWithout: usual.run.course,
      course: planned.run.course, days: days(), usualLowPoint: person.lowPoint.wrapped(24))
  }

  private func instant(_ seconds: Int32) -> Instant { origin + Elapsed(seconds: Int64(seconds)) }

  // MARK: One night

  private func night(
    _ i: Int, _ number: Int, _ block: NightBlock, _ naps: PlanSimulation.NightNaps,
    _ clock: inout PlanClock
  ) -> NightPlan {
    let duty = person.duties[i].span
    let isLast = i + 1 == block.duties.upperBound
    let after = sleepAfter(i)
    let dutyNap = naps.onDuty.map { advice($0, onDuty: true) }
    let light = planned.lights[i] ?? NightLight.Night()
    let gain = gain(duty, dutyNap, cost: naps.onDuty?.cost)
    let wayHome = WorkInterval(
      start: duty.end,
      end: Int32(clamping: Int(duty.end) + SleepPredictor.bounded(person.sleep.commute)))
    var caffeine: CaffeineAdvice?
    if person.choices.takesCaffeine,
      let next = planned.run.sleeps.first(where: { $0.onset >= duty.end }),
      let window = Caffeine.window(on: duty, nextSleep: next.onset)
    {
      let nap = dutyNap?.span.start
      caffeine = CaffeineAdvice(
        window: window, beforeNap: nap.flatMap { $0 <= window.end ? $0 : nil },
        mostPerDose: Caffeine.mostPerDose,
        mostPerDay: person.choices.isPregnant
          ? Caffeine.mostPerDayInPregnancy : Caffeine.mostPerDay)
    }
    return NightPlan(
      duty: duty, block: number, isFirstOfBlock: i == block.duties.lowerBound,
      isLastOfBlock: isLast, strategy: block.strategy, unit: person.duties[i].unit,
      lowPoint: Double(clock.secondOfDay(naps.low.at)) / 3600,
      homeNap: naps.atHome.map { advice($0, onDuty: false) },
      dutyNap: dutyNap, noNap: naps.refusal,
      napCost: naps.costWithout.map { ($0, naps.onDuty?.cost ?? $0) }, napsTried: naps.tried,
      caffeine: caffeine, light: lightAdvice(i, naps.low.at, light, isLast, after),
      glasses: light.glasses ? wayHome : nil, sleepAfter: after,
      sleepCap: simulation.cap(after: i).map { Elapsed(seconds: Int64($0)) }, gain: gain,
      drive: DriveHome(atEnd: gain.end.with, afterCommute: gain.home.with),
      driveWithout: DriveHome(atEnd: gain.end.without, afterCommute: gain.home.without),
      drives: person.choices.commuteMode.isDriven)
  }

  private func advice(_ nap: NapCandidate, onDuty: Bool) -> NapAdvice {
    let buffer = onDuty ? settings.effects.buffer(asleep: nap.asleep).seconds : 0
    return NapAdvice(
      span: WorkInterval(start: nap.start, end: nap.end),
      sleep: SleepSpan(onset: nap.onset, wake: nap.end),
      bufferUntil: Int32(clamping: Int64(nap.end) + buffer))
  }

  /// The main sleep that begins after a duty and before the next one.
  private func sleepAfter(_ i: Int) -> SleepSpan? {
    let end = person.duties[i].span.end
    let next = i + 1 < person.duties.count ? person.duties[i + 1].span.start : .max
    return planned.run.sleeps.first { $0.onset >= end && $0.onset < next }
  }

  private func gain(_ duty: WorkInterval, _ nap: NapAdvice?, cost: Double?) -> NightGain {
    let (without, with) = (usual.run.course, planned.run.course)
    func pair(_ a: Int, _ b: Int) -> NightGain.Pair {
      let (first, second) = (without.parts(at: a), with.parts(at: b))
      return NightGain.Pair(
        without: without.kss(alertness: first.alertness),
        with: with.kss(alertness: second.alertness),
        severeWithout: SleepinessProbability.atLeast(7, alertness: first.alertness),
        severeWith: SleepinessProbability.atLeast(7, alertness: second.alertness))
    }
    let (end, worst) = (Int(duty.end), without.worstTime(on: duty))
    let home = end + SleepPredictor.bounded(person.sleep.commute)
    return NightGain(
      worstAt: Int32(clamping: worst), worst: pair(worst, worst),
      peak: pair(worst, with.worstTime(on: duty, except: nap?.span)), end: pair(end, end),
      home: pair(home, home),
      costWithout: settings.cost.total(of: duty, commute: person.commute, in: without),
      cost: cost ?? settings.cost.total(of: duty, commute: person.commute, in: with))
  }

  private func lightAdvice(
    _ i: Int, _ low: Int, _ light: NightLight.Night, _ isLast: Bool, _ after: SleepSpan?
  ) -> [LightAdvice] {
    let duty = person.duties[i].span
    let ward = person.ward.light
    var advice: [LightAdvice] = []
    func add(_ kind: LightAdvice.Kind, _ from: Int, _ to: Int, _ lux: Double) {
      guard from < to else { return }
      advice.append(
        LightAdvice(
          kind: kind,
          span: WorkInterval(start: Int32(clamping: from), end: Int32(clamping: to)), lux: lux))
    }
    if let over = light.over {
      for dose in light.pulses { add(.bright, Int(dose.start), Int(dose.end), dose.lux) }
      add(.dim, max(over, Int(duty.start)), Int(duty.end), ward.wardNight)
    } else {
      let until = min(low - Self.beforeLowPoint, Int(duty.end))
      add(.task, Int(duty.start), until - until %% SleepinessCost.step, ward.wardNight)
    }
    if let dose = light.outdoors {
      add(.outdoors, Int(dose.start), Int(dose.end), dose.lux)
    } else if light.over == nil, isLast, let after {
      let wake = Int(after.wake) + 299 - (Int(after.wake) + 299) %% 300
      let outside = ward.outdoors(daylight.lux(at: instant(Int32(clamping: wake))))
      add(.outdoors, wake, wake + Self.outdoorsFor, max(outside, ward.homeDay))
    }
    return advice.sorted { $0.span.start < $1.span.start }
  }

  /// Brighter places until so long before the low point.
  private static let beforeLowPoint = 2 * 3600
  private static let outdoorsFor = 1800

  // MARK: Around the nights

  private func sleep(_ number: Int, _ block: NightBlock) -> BlockPlan.Sleep {
    if simulation.natural.contains(number), block.strategy != .stayDay { return .asUsual }
    return simulation.isUncut(after: block) ? .uncut : .planned
  }

  /// More nights follow, or nothing does for somebody on permanent nights, whom only the roster's end parts
  /// from the next ones.
  private func holds(_ block: NightBlock) -> Bool {
    guard block.strategy != .stayDay, let last = block.duties.last else { return false }
    guard last + 1 < person.duties.count else { return block.reasons.contains(.permanentNights) }
    return person.duties[last + 1].isNight
  }

  private func wayBack(after block: NightBlock) -> [BedtimeAdvice] {
    guard block.strategy != .stayDay, let last = block.duties.last else { return [] }
    let end = Int(person.duties[last].span.end)
    let next = last + 1 < person.duties.count ? Int(person.duties[last + 1].span.start) : .max
    let latency = SleepPredictor.bounded(person.sleep.latency)
    var beds = simulation.setBedtimes.values.filter { $0 > end && $0 < next }.sorted()
    // The roster's end is not the end of permanent nights.
    if next == .max, holds(block) { beds = Array(beds.prefix(2)) }
    return beds.map { bed in
      BedtimeAdvice(
        bed: Int32(clamping: bed),
        sleep: planned.run.sleeps.first { Int($0.onset) == bed + latency })
    }
  }

  private func nextDayWork(after block: NightBlock) -> BlockPlan.NextDayWork? {
    guard let last = block.duties.last else { return nil }
    let end = person.duties[last].span.end
    let next = person.duties[(last + 1)...].first { $0.isDayWork && $0.span.start > end }
    guard let start = next?.span.start else { return nil }
    return BlockPlan.NextDayWork(
      start: start, shiftWithout: usual.track.shift(at: instant(start)),
      shift: planned.track.shift(at: instant(start)))
  }

  private func workTooSoon(after block: NightBlock) -> BlockPlan.WorkTooSoon? {
    guard let last = block.duties.last, last + 1 < person.duties.count else { return nil }
    let (end, start) = (person.duties[last].span.end, person.duties[last + 1].span.start)
    guard Int(start) - Int(end) < BlockPlan.WorkTooSoon.within else { return nil }
    let slept = planned.run.course.episodes.reduce(0) {
      $0 + max(0, Int(min($1.wake, start)) - Int(max($1.onset, end)))
    }
    let sleep = Elapsed(seconds: Int64(slept))
    guard sleep < BlockPlan.WorkTooSoon.least else { return nil }
    return BlockPlan.WorkTooSoon(start: start, sleep: sleep)
  }

  private func oneNightFewer(_ block: NightBlock) -> BlockPlan.OneNightFewer? {
    guard block.isLong, let shorter = unplanned.shorter else { return nil }
    func total(_ course: PlannedAlertness, _ duties: Range<Int>) -> (worst: KSS, cost: Double) {
      var total = (worst: KSS(1), cost: 0.0)
      for duty in duties {
        let span = person.duties[duty].span
        total.worst = max(total.worst, course.kss(at: course.worstTime(on: span)))
        total.cost += settings.cost.total(of: span, commute: person.commute, in: course)
      }
      return total
    }
    func shift(_ track: PhaseTrack, after last: Int) -> Double {
      track.shift(at: instant(person.duties[last].span.end) + .hours(8))
    }
    let last = block.duties.upperBound - 1
    let all = total(usual.run.course, block.duties)
    let fewer = total(shorter.run.course, block.duties.dropLast())
    return BlockPlan.OneNightFewer(
      worst: all.worst, worstThen: fewer.worst, cost: all.cost, costThen: fewer.cost,
      shift: shift(usual.track, after: last), shiftThen: shift(shorter.track, after: last - 1))
  }

  private func days() -> [PhaseDay] {
    zip(planned.track.readings, usual.track.readings).enumerated().map { i, both in
      let (with, without) = both
      let shifts = tracks.compactMap { i < $0.readings.count ? $0.readings[i].shift : nil }
      let low = person.lowPoint + with.shift
      return PhaseDay(
        date: with.date, at: Int32(clamping: (with.at - origin).seconds),
        shiftWithout: without.shift, shift: with.shift,
        range: (shifts.min() ?? with.shift)...(shifts.max() ?? with.shift),
        lowPoint: low.wrapped(24),
        melatonin: (low - PhaseTrack.lowPointAfterMelatonin).wrapped(24))
    }
  }
}
