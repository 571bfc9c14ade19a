/// The mean week of a plan, which the shorter weeks of § 10-4 (4) to (6) and the tariff's are held
/// against.
struct PlanMean {
  /// Ordinary hours of the whole weeks, home on-call by its factor, in ``OnCallScale/steps`` of a
  /// second, and the days they are spread over.
  var sum: Int64 = 0
  var days: Int64 = 0
  /// From the first whole week to the end of the last.
  var from: Int32 = 0
  var to: Int32 = 0
  var weeks = 0
  var scale: Int64 = 1
  /// Days of absence that are left out, and how many of them lie in weeks that are left out whole.
  var absentDays: Int64 = 0
  var wholeAbsentDays: Int64 = 0

  /// Hours a week.
  var hours: Fraction { Fraction(sum * 7, days * scale * 3600) }

  /// The mean week is over so many seconds.
  func exceeds(_ seconds: Int64) -> Bool { sum * 7 > seconds * scale * days }

  /// The mean with only weeks without any work left out. Leaving out single dates is our own way of
  /// being neutral, so that what rests on it alone is not certain.
  var certain: PlanMean {
    var mean = self
    mean.days = Int64(weeks) * 7 - wholeAbsentDays
    return mean
  }

  /// What the nights and Sundays of a three-part rota add to the mean week, in hours: a quarter of an hour
  /// for each of night, ten minutes for each of Sunday.
  func credit(_ profile: RotaProfile) -> Fraction {
    guard days > 0 else { return Fraction(0) }
    return Fraction((profile.night * 3 + profile.sunday * 2) * 7, 12 * days * 3600)
  }
}

extension Evidence {
  /// The mean over the plan's own whole weeks; nil when there are none.
  var planMean: PlanMean? {
    let calendar = timeline.calendar
    guard !calendar.assessed.isEmpty, !timeline.blocks.isEmpty else { return nil }
    var mean = PlanMean()
    mean.weeks = calendar.assessed.count
    mean.days = Int64(mean.weeks) * 7
    mean.scale = onCall.steps
    let weeks = timeline.weekHours.span
    for week in timeline.assessedPositions {
      mean.sum += weeks[week].ordinary * onCall.steps
      if weeks[week].onCall > 0 { mean.sum += onCallHours(inWeek: week) }
      guard timeline.hasAbsence else { continue }
      let absent = weeks[week].absentDays
      mean.absentDays += absent
      if weeks[week].isSurelyAway { mean.wholeAbsentDays += 7 }
    }
    mean.days -= mean.absentDays
    mean.from = calendar.weeks[calendar.assessed.lowerBound].from
    mean.to = calendar.weeks[calendar.assessed.upperBound - 1].to
    // Too little is left for a mean when more than half is absence.
    return mean.days * 2 >= Int64(mean.weeks) * 7 ? mean : nil
  }

  /// The same where it is over so many seconds a week.
  func planMean(over seconds: Int64) -> PlanMean? {
    let weeks = timeline.calendar.assessed.count
    guard timeline.hasAbsence || timeline.mostWork(inWeeks: weeks) > seconds * Int64(weeks),
      let mean = planMean, mean.exceeds(seconds)
    else { return nil }
    return mean
  }

  /// What the person's plan is like over its own whole weeks.
  var profile: RotaProfile? {
    var clock = cursor
    return timeline.profile(roster, sundays: sundays, clock: &clock)
  }

  /// The same of some of the calendar's weeks, as far as the calendar goes.
  func profile(inWeeks weeks: Range<Int>) -> RotaProfile? {
    var clock = cursor
    return timeline.profile(
      roster, sundays: sundays, clock: &clock,
      weeks: weeks.clamped(to: timeline.calendar.weeks.indices))
  }

  /// A finding about the mean week of the plan.
  func finding(_ status: FindingStatus, _ mean: PlanMean, limit: Fraction) -> Finding {
    let seconds = (limit * Fraction(3600)).wholeSeconds
    var finding = Finding(
      status, from: mean.from, to: mean.to,
      shift: shift(
        passing: seconds * mean.days / 7, .ordinary, from: mean.from, to: mean.to),
      measured: mean.hours, limit: limit, .atMost, .hoursPerWeek)
    finding.count = Int32(clamping: mean.weeks)
    let excess = wallClockExcess(.ordinary, from: mean.from, to: mean.to)
    if excess < 0 {
      var onClock = mean
      onClock.sum += excess
      finding.dstOnly = onClock.hours <= limit
    }
    return finding
  }
}

extension Fraction {
  fileprivate var wholeSeconds: Int64 { numerator / denominator }
}
