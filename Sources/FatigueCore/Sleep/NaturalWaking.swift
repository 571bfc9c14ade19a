extension ThreeProcessTables {
  /// The first whole minute of a sleep at which S + C + U reaches a level.
  ///
  /// The same answer as looking at every minute, in about eight looks: S rises ever slower in sleep and
  /// C + U never faster than ``steepest``, so a level that is far above cannot be reached soon, and the
  /// minutes until it can be are passed over.
  ///
  /// - Parameters:
  ///   - course: S from sleep onset.
  ///   - onset: seconds from the clock's origin, in the stretch `place`.
  ///   - most: minutes; also the answer when the level is never reached.
  /// - Returns: 1 ... `most`.
  func minutesUntilWaking(
    _ course: HomeostaticProcess.SleepCourse, onset: Int, clock: BodyClock, place: BodyClock.Place,
    level: Double, most: Int
  ) -> Int {
    let stretch = place.stretch
    if onset >= stretch.settled, onset + most * 60 < stretch.to {
      let minute = stretch.secondOfDay(onset) / 60
      if minute * 60 == stretch.secondOfDay(onset) {
        return wakingOnWholeMinutes(course, first: minute, level, most) ?? max(most, 1)
      }
    }
    return minutesOverStretches(course, onset, clock, place, level, most)
  }

  /// As above, where the body clock may adapt, or the wall clock be changed, during the sleep.
  private func minutesOverStretches(
    _ course: HomeostaticProcess.SleepCourse, _ onset: Int, _ clock: BodyClock,
    _ place: BodyClock.Place, _ level: Double, _ most: Int
  ) -> Int {
    var (minute, place) = (0, place)
    while minute < most {
      // As far as the clock keeps one offset, to the last minute that is in it.
      let stretch = place.stretch
      let last = min(most, (stretch.to - 1 - onset) / 60)
      if last > minute {
        // The minute before the first may lie in the stretch before.
        let begins = minute + 1
        let at = onset + begins * 60
        let lead = (start: begins, hours: at < stretch.settled ? stretch.lead(at: at) : 0)
        let first = Double(stretch.secondOfDay(onset)) / 60
        if let found = wakingWhileAdapting(course, first: first, lead: lead, level, minute, last) {
          return found
        }
        minute = last
      }
      guard minute < most else { break }
      clock.move(&place, to: stretch.to)
    }
    return max(most, 1)
  }

  /// S at a minute of sleep, and how fast it rises per hour from there at most.
  @inline(__always)
  private func s(_ course: HomeostaticProcess.SleepCourse, _ minute: Int) -> (
    value: Double, rise: Double
  ) {
    let hours = Double(minute) / 60
    if hours <= course.bendAfter { return (course.start + course.slope * hours, course.slope) }
    let left = course.gap * recovery(minute: minute)
    return (course.high - left, left * -parameters.homeostatic.recovery)
  }

  /// The number of minutes to go on from a place that is `below` the level while A rises at most
  /// `rise` per hour. The bound is never met exactly, ``steepest`` being more than is possible.
  @inline(__always)
  private static func step(_ below: Double, _ rise: Double, _ left: Int) -> Int {
    let minutes = 60 * below / rise
    // The other branch also takes what is no number.
    return minutes < Double(left) ? Int(max(minutes, 0)) + 1 : left + 1
  }

  /// The first minute up to `most` at which the level is reached.
  private func wakingOnWholeMinutes(
    _ course: HomeostaticProcess.SleepCourse, first: Int, _ level: Double, _ most: Int
  ) -> Int? {
    // S rises fastest before the bend, so one bound serves the whole sleep: a product instead of a
    // division at each look.
    let minutesPerUnit = 60 / (course.slope + steepest)
    let bend = course.bendAfter * 60
    var minute = 0
    var place = first < 1440 ? first : first % 1440
    while true {
      let s =
        Double(minute) <= bend
        ? course.start + course.slope * (Double(minute) * (1.0 / 60))
        : course.high - course.gap * recovery(minute: minute)
      let below = level - (s + rhythm[place].x)
      if below <= 0, minute > 0 { return minute }
      let ahead = below * minutesPerUnit
      // The other branch also takes what is no number.
      let step = ahead < Double(most - minute) ? Int(max(ahead, 0)) + 1 : most - minute + 1
      minute += step
      if minute > most { return nil }
      place += step
      if place >= 1440 { place %= 1440 }
    }
  }

  /// As above from `start` on, for a body clock that runs `lead` hours ahead and gives it up during the
  /// sleep, or that is not on a whole minute.
  private func wakingWhileAdapting(
    _ course: HomeostaticProcess.SleepCourse, first: Double, lead: (start: Int, hours: Double),
    _ level: Double, _ start: Int, _ most: Int
  ) -> Int? {
    // The error of a place in hours times the steepest C + U, and that of the table.
    let doubt = lead.hours.magnitude * 1e-9 + 1e-9
    // While it gives up its lead the body clock runs faster or slower.
    let steepest = steepest * (1 - BodyClock.rate * lead.hours.magnitude)
    var minute = start
    while true {
      let s = s(course, minute)
      let elapsed = Double(minute - lead.start) / 60
      let left = lead.hours == 0 ? 0 : lead.hours * fading(max(elapsed, 0))
      var sum = s.value + rhythm(minute: first + Double(minute) + left * 60)
      if (sum - level).magnitude < doubt {
        let hour = (first + Double(minute)) / 60 + lead.hours * exp(BodyClock.rate * elapsed)
        sum = s.value + parameters.rhythm(at: hour).value
      }
      if sum >= level, minute > start { return minute }
      minute += Self.step(level - sum, s.rise + steepest, most - minute)
      if minute > most { return nil }
    }
  }
}
