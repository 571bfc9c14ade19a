/// A sleep on a body clock that gives up a lead meanwhile, or that is not on a whole minute.
struct AdaptingSleep {
  let course: HomeostaticProcess.SleepCourse
  /// Minute of the wall clock's day at sleep onset.
  let first: Double
  /// Hours that the body clock is ahead at one minute of the sleep.
  let lead: (minute: Int, hours: Double)
  /// S + C + U at which one wakes.
  let level: Double
}

extension ThreeProcessTables {
  /// The first minute from `first`, which is 1 or more, up to `last` at which the level is reached.
  func waking(_ sleep: AdaptingSleep, _ first: Int, _ last: Int) -> Int? {
    guard first <= last else { return nil }
    let from = phase(of: sleep, first)
    let midnight = (from / 1440).wholeBelow * 1440
    if from - midnight >= Double(rise.lowerBound),
      phase(of: sleep, last) - midnight <= Double(rise.upperBound)
    {
      return wakingOnRise(sleep, first, last)
    }
    // While it gives up its lead the body clock runs faster or slower.
    let minutesPerUnit = minutesPerUnit / (1 + (BodyClock.rate * sleep.lead.hours).magnitude)
    var minute = first
    while minute <= last {
      let below = below(sleep, minute).value
      if below <= 0 { return minute }
      minute += Self.step(below, minutesPerUnit, last - minute)
    }
    return nil
  }

  /// As above where C + U rises all the time. S rises in every sleep, so that alertness does, and Newton's
  /// steps find the minute in three looks or four.
  private func wakingOnRise(_ sleep: AdaptingSleep, _ first: Int, _ last: Int) -> Int? {
    // Not reached at `low` or before, reached at `high` if that is no later than `last`.
    var (low, high) = (first - 1, last + 1)
    var minute = first
    while true {
      let (below, slope) = below(sleep, minute)
      if below <= 0 { high = minute } else { low = minute }
      guard high - low > 1 else { return high <= last ? high : nil }
      let ahead = below / slope
      let isNear = ahead.magnitude < Double(Self.minutesAwake)
      let next = isNear ? minute + Int(ahead) + (ahead > 0 ? 1 : 0) : (low + high) / 2
      minute = min(max(next, low + 1), high - 1)
    }
  }

  /// Minutes of the body clock at a minute of the sleep.
  private func phase(of sleep: AdaptingSleep, _ minute: Int) -> Double {
    let elapsed = minute - sleep.lead.minute
    let fades =
      elapsed >= 0 && elapsed < fadingInSleep.count
      ? fadingInSleep[elapsed] : exp(BodyClock.rate * (Double(elapsed) / 60))
    return sleep.first + Double(minute) + sleep.lead.hours * fades * 60
  }

  /// How far S + C + U is below the level, and how fast it rises, about, per minute.
  private func below(_ sleep: AdaptingSleep, _ minute: Int) -> (value: Double, slope: Double) {
    let s = s(sleep.course, minute)
    let (rhythm, change, _) = rhythmWithSlope(minute: phase(of: sleep, minute))
    let homeostatic = parameters.homeostatic
    let recovers =
      s < homeostatic.bend ? sleep.course.slope : homeostatic.recovery * (s - homeostatic.high)
    var sum = s + rhythm
    // The error of a place in hours times the steepest C + U, and that of the table.
    if (sum - sleep.level).magnitude < sleep.lead.hours.magnitude * 1e-9 + 1e-9 {
      let lead =
        sleep.lead.hours * exp(BodyClock.rate * Double(minute - sleep.lead.minute) / 60)
      sum = s + parameters.rhythm(at: (sleep.first + Double(minute)) / 60 + lead).value
    }
    return (sleep.level - sum, recovers / 60 + change)
  }
}
