extension ThreeProcessTables {
  /// The first whole minute of a sleep at which S + C + U reaches a level.
  ///
  /// The same answer as looking at every minute, in a few looks: S rises ever slower in sleep and
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
    var bounds = WakingBounds()
    bounds.begin(level)
    return minutesUntilWaking(
      course, onset: onset, clock: clock, place: place, level: level, most: most, &bounds)
  }

  /// As above.
  ///
  /// - Parameter bounds: when nobody has woken yet, looked up instead of found out; begun for `level`.
  func minutesUntilWaking(
    _ course: HomeostaticProcess.SleepCourse, onset: Int, clock: BodyClock, place: BodyClock.Place,
    level: Double, most: Int, _ bounds: inout WakingBounds
  ) -> Int {
    let stretch = place.stretch
    let second = stretch.secondOfDay(onset)
    let minute = second / 60
    if onset >= stretch.settled, onset + most * 60 < stretch.to, minute * 60 == second {
      let step = WakingBounds.step(course.bendAfter)
      let first = step.map { bounds.entry($0, minute, self) >> 1 } ?? 1
      return wakingOnWholeMinutes(course, onset: minute, first, level, most) ?? max(most, 1)
    }
    return minutesOverStretches(course, onset, clock, place, level, most, &bounds)
  }

  /// As above, where the body clock may adapt, or the wall clock be changed, during the sleep.
  func minutesOverStretches(
    _ course: HomeostaticProcess.SleepCourse, _ onset: Int, _ clock: BodyClock,
    _ place: BodyClock.Place, _ level: Double, _ most: Int, _ bounds: inout WakingBounds
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
        let lead = (minute: begins, hours: at < stretch.settled ? stretch.lead(at: at) : 0)
        let first = Double(stretch.secondOfDay(onset)) * (1.0 / 60)
        if minute == 0, lead.hours.magnitude <= 1, let step = WakingBounds.step(course.bendAfter) {
          let phase = Self.split(first + lead.hours * 60).0
          let part = BodyClock.part(lead.hours.magnitude)
          minute = bounds.first(step, phase, part: part, self) - 1
        }
        let sleep = AdaptingSleep(course: course, first: first, lead: lead, level: level)
        if let found = waking(sleep, minute + 1, last) { return found }
        minute = last
      }
      guard minute < most else { break }
      clock.move(&place, to: stretch.to)
    }
    return max(most, 1)
  }

  /// S at a minute of sleep.
  @inline(__always)
  func s(_ course: HomeostaticProcess.SleepCourse, _ minute: Int) -> Double {
    Double(minute) * (1.0 / 60) <= course.bendAfter
      ? course.start + course.slope * (Double(minute) * (1.0 / 60))
      : course.high - course.gap * recovery(minute: minute)
  }

  /// The number of minutes to go on from a place that is `below` the level. The bound is never met
  /// exactly, ``steepest`` being more than is possible.
  @inline(__always)
  static func step(_ below: Double, _ minutesPerUnit: Double, _ left: Int) -> Int {
    let ahead = below * minutesPerUnit
    // The other branch also takes what is no number.
    return ahead < Double(left) ? Int(max(ahead, 0)) + 1 : left + 1
  }

  /// The first minute from `first`, which is 1 or more, up to `most` at which the level is reached.
  ///
  /// - Parameter onset: minute of the body clock's day.
  func wakingOnWholeMinutes(
    _ course: HomeostaticProcess.SleepCourse, onset: Int, _ first: Int, _ level: Double, _ most: Int
  ) -> Int? {
    var minute = first
    var place = onset + first
    while minute <= most {
      if place >= 1440 { place %= 1440 }
      let below = level - (s(course, minute) + rhythm[place].x)
      if below <= 0 { return minute }
      let step = Self.step(below, minutesPerUnit, most - minute)
      minute += step
      place += step
    }
    return nil
  }
}
