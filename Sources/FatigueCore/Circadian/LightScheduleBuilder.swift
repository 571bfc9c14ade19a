/// Makes one person's light schedule from duties, sleep and the way to work. Made once per place and period,
/// used for everybody there.
///
/// Later beats earlier: home, half an hour outdoors at noon, then each duty with the way there and back, then
/// light sought on purpose, then sleep. What does not begin on a step counts from the step it begins in;
/// sleep counts only the steps that it fills.
public struct LightScheduleBuilder: Sendable {
  public let settings: LightSettings
  public let daylight: Daylight
  /// At home, awake, without work.
  private let home: [Double]
  private var lux: [Double] = []
  private var asleep: [Bool] = []

  public init(settings: LightSettings, daylight: Daylight) {
    self.settings = settings
    self.daylight = daylight
    home = daylight.lux.indices.map { step in
      let minute = daylight.minuteOfDay[step]
      let light =
        Self.homeDay.contains(minute) ? settings.homeDay : settings.homeEvening
      guard Self.noon.contains(minute) else { return light }
      return max(light, settings.outdoors(daylight.lux[step]))
    }
  }

  private static let homeDay: Range<Int16> = 360..<1260
  private static let wardDay: Range<Int16> = 420..<1260
  private static let noon: Range<Int16> = 720..<750

  /// - Parameters:
  ///   - work: Sorted, seconds from `origin`.
  ///   - sleeps: Main sleeps and naps, seconds from `origin`.
  ///   - schedule: Filled anew, for the whole stretch of ``daylight``.
  /// - Complexity: O(steps)
  public mutating func fill(
    _ schedule: inout LightSchedule, work: [WorkInterval] = [], sleeps: [SleepSpan],
    commute: Commute = Commute(), plan: LightPlan = LightPlan(), origin: Instant
  ) {
    lux.removeAll(keepingCapacity: true)
    lux.append(contentsOf: home)
    asleep.removeAll(keepingCapacity: true)
    asleep.append(contentsOf: repeatElement(false, count: home.count))
    // Nothing here is longer than the schedule or further away than it can count.
    let shift = Int((origin - daylight.start).seconds)
    let way = Int(min(max(commute.length.seconds, 0), 86_400))
    for duty in work {
      let (start, end) = (Int(duty.start) + shift, Int(duty.end) + shift)
      for step in touched(start, end) {
        lux[step] =
          Self.wardDay.contains(daylight.minuteOfDay[step]) ? settings.wardDay : settings.wardNight
      }
      travel(start - way, start, commute.mode, through: 1)
      let glasses = plan.glassesAfter.contains(duty.end)
      travel(end, end + way, commute.mode, through: glasses ? settings.glasses : 1)
      if glasses {
        for step in touched(end + way, end + way + 1800) { lux[step] = settings.homeEvening }
      }
    }
    for dose in plan.doses {
      for step in touched(Int(dose.start) + shift, Int(dose.end) + shift) { lux[step] = dose.lux }
    }
    for sleep in sleeps {
      let first = max(0, Self.step(Int(sleep.onset) + shift + LightSchedule.step - 1))
      let end = min(home.count, Self.step(Int(sleep.wake) + shift))
      guard first < end else { continue }
      for step in first..<end {
        lux[step] = settings.bedroom
        asleep[step] = true
      }
    }
    schedule.reset(start: daylight.start)
    for step in lux.indices { schedule.append(lux: lux[step], asleep: asleep[step], steps: 1) }
  }

  private mutating func travel(_ from: Int, _ to: Int, _ mode: CommuteMode, through share: Double) {
    for step in touched(from, to) {
      lux[step] = settings.travelling(mode, outdoors: daylight.lux[step]) * share
    }
  }

  /// The steps that a stretch of seconds touches.
  private func touched(_ from: Int, _ to: Int) -> Range<Int> {
    let first = max(0, Self.step(from))
    let end = min(home.count, Self.step(to + LightSchedule.step - 1))
    return first..<max(first, end)
  }

  /// The step that a second lies in.
  private static func step(_ seconds: Int) -> Int {
    (seconds - seconds %% LightSchedule.step) / LightSchedule.step
  }
}
