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
    var (minute, index) = (0, hint)
    while minute < most {
      // As far as the clock keeps one offset, to the last minute that is in it.
      let stretch = clock.stretches[index]
      let last = min(most, (stretch.to - 1 - onset) / 60)
      if last > minute {
        let local = onset + stretch.wallShift
        let found: Int?
        if onset + minute * 60 >= stretch.settled, local %% 60 == 0 {
          found = wakingOnWholeMinutes(course, first: local / 60, level, minute, last)
        } else {
          // The minute before the first may lie in the stretch before.
          let begins = minute + 1
          let lead = (
            start: begins, hours: stretch.lead(at: max(onset + begins * 60, stretch.from))
          )
          let place = Double(local %% 86_400) / 60
          found = wakingWhileAdapting(course, first: place, lead: lead, level, minute, last)
        }
        if let found { return found }
        minute = last
      }
      index += 1
    }
    return max(most, 1)
  }

  /// S at a minute of sleep.
  @inline(__always)
  private func s(_ course: HomeostaticProcess.SleepCourse, _ minute: Int) -> Double {
    asleep(course, seconds: minute * 60)
  }

  /// S at a minute of sleep to the last few bits, for bounds.
  @inline(__always)
  private func roughS(_ course: HomeostaticProcess.SleepCourse, _ minute: Int) -> Double {
    let hours = Double(minute) * (1.0 / 60)
    if hours <= course.bendAfter { return course.start + course.slope * hours }
    return course.high - course.gap * recovery(minute: minute)
  }

  /// How far a sum of rounded values can be below one that is larger in exact arithmetic.
  private static let rounding = 1e-9

  /// The first minute after `start`, up to `most`, at which the level is reached.
  private func wakingOnWholeMinutes(
    _ course: HomeostaticProcess.SleepCourse, first: Int, _ level: Double, _ start: Int, _ most: Int
  ) -> Int? {
    let below = level - Self.rounding
    let first = first %% 1440
    var minute = start
    func place() -> Int { (first + minute) % 1440 }
    while minute < most {
      if roughS(course, minute + 64) + mostIn64[place()] < below {
        minute += 64
        continue
      }
      for _ in 0..<4 where minute < most {
        if roughS(course, minute + 16) + mostIn16[place()] < below {
          minute += 16
          continue
        }
        for _ in 0..<4 where minute < most {
          if roughS(course, minute + 4) + mostIn4[place()] < below {
            minute += 4
            continue
          }
          for _ in 0..<4 where minute < most {
            minute += 1
            if s(course, minute) + rhythm[place()].x >= level { return minute }
          }
        }
      }
    }
    return nil
  }

  /// As above, for a body clock that runs `lead` hours ahead and gives it up during the sleep, or that
  /// is not on a whole minute.
  private func wakingWhileAdapting(
    _ course: HomeostaticProcess.SleepCourse, first: Double, lead: (start: Int, hours: Double),
    _ level: Double, _ start: Int, _ most: Int
  ) -> Int? {
    var minute = start
    func place() -> Double {
      // exp(−x) to the fourth power of x ≤ 0.15, within 7e-7.
      let x = -BodyClock.rate / 60 * Double(minute - lead.start)
      let left = 1 - x * (1 - x * (1.0 / 2) * (1 - x * (1.0 / 3) * (1 - x * (1.0 / 4))))
      return first + Double(minute) + lead.hours * 60 * left
    }
    func reaches() -> Bool {
      let elapsed = Double(minute - lead.start) / 60
      let hour = (first + Double(minute)) / 60 + lead.hours * exp(BodyClock.rate * elapsed)
      return s(course, minute) + parameters.rhythm(at: hour).value >= level
    }
    guard most - lead.start <= Self.minutesAsleep, lead.hours.magnitude <= 3 else {
      // Settings far from ours: minute by minute.
      while minute < most {
        minute += 1
        if reaches() { return minute }
      }
      return nil
    }
    let below = level - Self.rounding
    // The error of `place` in hours times the steepest C + U, and that of the table.
    let doubt = lead.hours.magnitude * 2e-6 + 1e-9
    while minute < most {
      if roughS(course, minute + 64) + mostIn64[Self.split(place()).0] < below {
        minute += 64
        continue
      }
      for _ in 0..<4 where minute < most {
        if roughS(course, minute + 16) + mostIn16[Self.split(place()).0] < below {
          minute += 16
          continue
        }
        for _ in 0..<4 where minute < most {
          if roughS(course, minute + 4) + mostIn4[Self.split(place()).0] < below {
            minute += 4
            continue
          }
          for _ in 0..<4 where minute < most {
            minute += 1
            let sum = s(course, minute) + rhythm(minute: place())
            if (sum - level).magnitude < doubt ? reaches() : sum >= level { return minute }
          }
        }
      }
    }
    return nil
  }
}
