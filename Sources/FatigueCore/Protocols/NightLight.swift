/// What light is to do for one person's nights, from the sleep and the phase of a run
/// (`spec/light_nap.md` 6.7).
struct NightLight: Sendable {
  /// What one night comes to.
  struct Night: Hashable, Sendable {
    /// In the order in which they are to be had.
    var pulses: [LightPlan.Dose] = []
    /// From when light is no longer sought but kept low; nil when one keeps the day rhythm.
    var over: Int?
    var glasses = false
    var outdoors: LightPlan.Dose?
  }

  let person: PlanPerson
  let settings: ProtocolSettings
  let daylight: Daylight
  private let origin: Instant
  private var clock: PlanClock
  /// By duty: the most daylight on the way home is worth glasses.
  private var isBright: [Int: Bool] = [:]

  init(
    _ person: PlanPerson, settings: ProtocolSettings, daylight: Daylight, zone: Zone,
    origin: Instant, blocks: [NightBlock]
  ) {
    (self.person, self.settings, self.daylight) = (person, settings, daylight)
    self.origin = origin
    clock = PlanClock(zone: zone, origin: origin)
    let share = person.ward.light.eyeShare(person.choices.commuteMode)
    for block in blocks {
      for i in block.duties {
        let end = Int(person.duties[i].span.end)
        let way = SleepPredictor.bounded(person.sleep.commute)
        isBright[i] = stride(from: end, through: end + way, by: LightSchedule.step).contains {
          lux(at: $0) * share > Self.worthGlasses
        }
      }
    }
  }

  /// Light at the eye on the way home above which glasses are worth it, lux. Our own choice.
  private static let worthGlasses = 100.0
  private static let pulse = 15 * 60
  private static let betweenPulses = 3600
  private static let pulses = 4
  private static let ceilingFor = 4 * 3600
  private static let beforeEnd = 3 * 3600
  private static let afterStart = 15 * 60
  private static let outdoorsAfterWaking = 3600
  private static let outdoorsFor = 1800
  /// A sleep belongs to the night when it begins within this after it.
  private static let sleepAfter = 4 * 3600

  private func lux(at seconds: Int) -> Double {
    daylight.lux(at: origin + Elapsed(seconds: Int64(seconds)))
  }

  mutating func nights(_ blocks: [NightBlock], _ run: PlanSimulation.Run) -> [Int: Night] {
    var nights: [Int: Night] = [:]
    for block in blocks {
      for i in block.duties {
        guard let naps = run.nights[i] else { continue }
        nights[i] = night(
          i, block.strategy, isLast: i + 1 == block.duties.upperBound, run.sleeps, naps)
      }
    }
    return nights
  }

  private mutating func night(
    _ i: Int, _ strategy: NightStrategy, isLast: Bool, _ sleeps: [SleepSpan],
    _ naps: PlanSimulation.NightNaps
  ) -> Night {
    var night = Night()
    let duty = person.duties[i].span
    let isBright = isBright[i] ?? false
    guard strategy != .stayDay else {
      // Whoever drives or cycles needs to see, and after the last night the morning helps back to days.
      let mode = person.choices.commuteMode
      night.glasses = isBright && !isLast && (mode == .transit || mode == .walk)
      return night
    }
    night.glasses = isBright
    let over = seekingEnds(duty, naps.low.earliest)
    night.over = over
    let target = strategy == .fullDelay ? settings.fullTarget : settings.target
    if naps.lowPoint < target - settings.tolerance, person.conditions.hasBrightLight {
      night.pulses = pulses(duty, until: over)
    }
    let after = sleeps.first { $0.onset >= duty.end }
    if let after, Int(after.onset) < Int(duty.end) + Self.sleepAfter {
      let step = LightSchedule.step
      let woken = Int(after.wake) + (step - 1) - (Int(after.wake) + step - 1) %% step
      let start = woken + Self.outdoorsAfterWaking
      night.outdoors = LightPlan.Dose(
        start: Int32(clamping: start), end: Int32(clamping: start + Self.outdoorsFor),
        lux: max(person.ward.light.outdoors(lux(at: start)), person.ward.light.homeDay))
    }
    return night
  }

  /// At the low point, not before 02:00 and 3 h before the end of the duty at the latest.
  private mutating func seekingEnds(_ duty: WorkInterval, _ low: Int) -> Int {
    let day = clock.evening(Int(duty.start)) + 1
    let earliest = clock.seconds(day: day, second: 2 * 3600)
    let end = min(max(low, earliest), Int(duty.end) - Self.beforeEnd)
    return end - end %% LightSchedule.step
  }

  private func pulses(_ duty: WorkInterval, until end: Int) -> [LightPlan.Dose] {
    let earliest = Int(duty.start) + Self.afterStart
    func dose(_ from: Int, _ to: Int) -> LightPlan.Dose {
      LightPlan.Dose(
        start: Int32(clamping: from), end: Int32(clamping: to), lux: person.ward.brightLux)
    }
    switch person.ward.brightLight {
    case .none: return []
    case .lightbox:
      return (0..<Self.pulses).reversed().compactMap { k in
        let start = end - Self.pulse - k * Self.betweenPulses
        return start >= earliest ? dose(start, start + Self.pulse) : nil
      }
    case .ceiling:
      let start = max(earliest, end - Self.ceilingFor)
      return start < end ? [dose(start, end)] : []
    }
  }
}
