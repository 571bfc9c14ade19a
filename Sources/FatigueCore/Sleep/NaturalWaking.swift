extension ThreeProcessTables {
  /// The first whole minute of a sleep at which S + C + U reaches a level.
  ///
  /// The same answer as looking at every minute, in about twenty looks: S only rises in sleep, so S at
  /// the end of an hour plus the most that C + U can be in that hour is more than any minute of it.
  ///
  /// - Parameters:
  ///   - course: S from sleep onset.
  ///   - onset: seconds from the clock's origin.
  ///   - most: minutes; also the answer when the level is never reached.
  /// - Returns: 1 ... `most`.
  func minutesUntilWaking(
    _ course: HomeostaticProcess.SleepCourse, onset: Int, clock: BodyClock, hint: Int,
    level: Double, most: Int
  ) -> Int {
    let stretch = clock.stretches[hint]
    let end = onset + most * 60
    let local = onset + stretch.wallShift
    if onset >= stretch.settled, end < stretch.to, local %% 60 == 0 {
      return wholeMinutesUntilWaking(course, first: local / 60 %% 1440, level: level, most: most)
    }
    let lead = stretch.lead(at: max(onset, stretch.from))
    guard end < stretch.to, most <= Self.minutesAsleep, lead.magnitude <= 3 else {
      // A night with a clock change in it, or settings far from ours.
      for minute in 1..<max(most, 1) {
        let hour = clock.hour(at: onset + minute * 60)
        if s(course, minute) + parameters.rhythm(at: hour).value >= level { return minute }
      }
      return max(most, 1)
    }
    return adaptingMinutesUntilWaking(
      course, first: Double(local %% 86_400) / 60, lead: lead, level: level, most: most)
  }

  /// S at a minute of sleep.
  @inline(__always)
  private func s(_ course: HomeostaticProcess.SleepCourse, _ minute: Int) -> Double {
    asleep(course, seconds: minute * 60)
  }

  /// How far a sum of rounded values can be below one that is larger in exact arithmetic.
  private static let rounding = 1e-9

  private func wholeMinutesUntilWaking(
    _ course: HomeostaticProcess.SleepCourse, first: Int, level: Double, most: Int
  ) -> Int {
    let below = level - Self.rounding
    var minute = 0
    var place = first
    while minute < most {
      if s(course, minute + 60) + mostInHour[place] < below {
        minute += 60
        place += 60
      } else if s(course, minute + 8) + mostInEight[place] < below {
        minute += 8
        place += 8
      } else {
        for _ in 0..<8 where minute < most {
          minute += 1
          place += 1
          if place == 1440 { place = 0 }
          if s(course, minute) + rhythm[place].x >= level { return minute }
        }
      }
      if place >= 1440 { place -= 1440 }
    }
    return max(most, 1)
  }

  /// As above, for a body clock that runs `lead` hours ahead and gives it up during the sleep, or that
  /// is not on a whole minute.
  private func adaptingMinutesUntilWaking(
    _ course: HomeostaticProcess.SleepCourse, first: Double, lead: Double, level: Double, most: Int
  ) -> Int {
    func place(_ minute: Int) -> Double {
      // exp(−x) to the fourth power of x ≤ 0.15, within 7e-7.
      let x = -BodyClock.rate / 60 * Double(minute)
      let left = 1 - x * (1 - x / 2 * (1 - x / 3 * (1 - x / 4)))
      return first + Double(minute) + lead * 60 * left
    }
    let below = level - Self.rounding
    // The error of `place` in hours times the steepest C + U, and that of the table.
    let doubt = lead.magnitude * 2e-6 + 1e-9
    var minute = 0
    while minute < most {
      let (j, _) = Self.split(place(minute))
      if s(course, minute + 60) + mostInHour[j] < below {
        minute += 60
      } else if s(course, minute + 8) + mostInEight[j] < below {
        minute += 8
      } else {
        for _ in 0..<8 where minute < most {
          minute += 1
          let s = s(course, minute)
          var sum = s + rhythm(minute: place(minute))
          if (sum - level).magnitude < doubt {
            let left = exp(BodyClock.rate * (Double(minute) / 60))
            let hour = (first + Double(minute)) / 60 + lead * left
            sum = s + parameters.rhythm(at: hour).value
          }
          if sum >= level { return minute }
        }
      }
    }
    return max(most, 1)
  }
}
