/// What the Sunday rules share.
enum SundaySeries {
  /// Whose agreement switches from "the next Sunday" to "every second in 26 weeks".
  static let rules = ["AML-10-8-4S", "AML-10-8-4A", "AML-10-8-4F"]

  /// An agreement under this id is one by § 10-10 (5): Sunday work against days off on the employee's
  /// own holy days.
  static let holyDays = [SundayWorkHours.rule.id]

  static let premises = RulePremises(
    Localized(nb: "en avtale om søndagsfri gjelder", en: "an agreement on Sundays is in force"),
    limits: Limits(agreements: [
      Agreement(id: "A", level: .individual, from: CivilDate(days: 0), rule: "AML-10-8-4A")
    ]))

  /// What is said where a finding rests on days that are worked marginally.
  static let onlyTouched = Localized(
    nb: """
       Minst én av dem er bare så vidt berørt (under fire timer lørdag 18–22, eller søndag \
      21–22).
      """,
    en: """
       At least one of them is only touched (under four hours on Saturday 18–22, or Sunday \
      21–22).
      """)

  /// Every Sunday and holiday of the plan with nothing worked.
  static func calendar(_ sundays: SundayCalendar, _ roster: Roster) -> [Day] {
    let origin = roster.origin.seconds
    return sundays.windows.indices.map { index in
      let bounds = sundays.bounds(index)
      return Day(
        from: Int32(clamping: bounds.from - origin), to: Int32(clamping: bounds.to - origin),
        midnight: roster.midnight(sundays.windows[index].day), isMarginal: false, block: -1)
    }
  }

  /// A Sunday or holiday of the plan.
  struct Day {
    /// The stretch of peace that belongs to it, in seconds from the origin.
    var from: Int32
    var to: Int32
    /// Its own midnight.
    var midnight: Int32
    /// No shift has more than a marginal part of it.
    var isMarginal: Bool
    /// The first of the timeline's blocks with more than that, else the first with any part of it; -1 when
    /// there is none.
    var block: Int32

    /// A shift has a part of it, however short: for § 10-8 (4) that is enough. Late hours on the eve of
    /// 1 or 17 May are not, as that eve is an ordinary working day.
    var isWorked: Bool { block >= 0 }
  }
}

extension Evidence {
  /// The Sundays and holidays of the plan, and whether the person works them. Shifts that touch are one
  /// stretch, so that splitting an evening in two rows does not make it marginal.
  func redDays() -> [SundaySeries.Day] { redDays(inRunsOver: 0) ?? redDayCalendar }

  /// The same where work touches more than so many in a row; others are left as if none were worked. Nil where it
  /// touches so many nowhere.
  func redDays(inRunsOver most: Int64) -> [SundaySeries.Day]? {
    var days: [SundaySeries.Day]?
    forEachTouchedRun(over: most) { run, first in
      var (noted, next) = (days ?? redDayCalendar, first)
      days = nil
      for index in run {
        (noted[index].block, noted[index].isMarginal) = work(on: index, from: &next)
      }
      days = noted
    }
    return days
  }

  /// Tells of every run of more than so many days worked how many they are, and the most of these in a row that
  /// are worked more than marginally; for a rule that is only counted.
  func forEachRedRun(over most: Int64, _ body: (_ count: Int64, _ certain: Int64) -> Void) {
    forEachTouchedRun(over: most) { run, first in
      var (count, certain, longest, next) = (Int64(0), Int64(0), Int64(0), first)
      for index in run {
        let work = work(on: index, from: &next)
        if work.block >= 0 {
          count += 1
          certain = work.isMarginal ? 0 : certain + 1
          longest = max(longest, certain)
        } else {
          if count > most { body(count, longest) }
          (count, certain, longest) = (0, 0, 0)
        }
      }
      if count > most { body(count, longest) }
    }
  }

  /// Tells of the runs of more than so many days that work touches, and of the first of the timeline's blocks
  /// that ends after each begins.
  @inline(__always)
  private func forEachTouchedRun(over most: Int64, _ body: (Range<Int>, Int) -> Void) {
    let (blocks, days) = (timeline.blocks.span, redDayCalendar.span)
    // The days of the run, and the first block that ends after the first of them begins.
    var (next, run, runNext) = (0, 0..<0, 0)
    for index in days.indices {
      let (from, to) = (days[index].from, days[index].to)
      while next < blocks.count, blocks[next].end <= from { next += 1 }
      if next < blocks.count, blocks[next].start < to {
        if run.isEmpty { (run, runNext) = (index..<index, next) }
        run = run.lowerBound..<index + 1
      } else {
        if Int64(run.count) > most { body(run, runNext) }
        run = 0..<0
      }
    }
    if Int64(run.count) > most { body(run, runNext) }
  }

  /// The first of the timeline's blocks with more than a marginal part of a day, else the first with any; -1
  /// when nobody works it.
  ///
  /// - Parameter next: A block; moved on to the first that ends after the day begins.
  private func work(on index: Int, from next: inout Int) -> (block: Int32, isMarginal: Bool) {
    let (blocks, origin) = (timeline.blocks.span, roster.origin.seconds)
    let (from, to) = (redDayCalendar[index].from, redDayCalendar[index].to)
    while next < blocks.count, blocks[next].end <= from { next += 1 }
    var (i, first) = (next, Int32(-1))
    while i < blocks.count, blocks[i].start < to {
      let overlap = sundays.overlap(
        index, from: Instant(seconds: origin + Int64(blocks[i].start)),
        to: Instant(seconds: origin + Int64(blocks[i].end)))
      // It ends after the day begins and begins before it ends: some of it lies there.
      if !overlap.isOnOrdinaryEve {
        if !overlap.isMarginal { return (Int32(i), false) }
        if first < 0 { first = Int32(i) }
      }
      i += 1
    }
    return (first, first >= 0)
  }

  /// The first shift with what makes a day worked; -1 when it is not.
  func shift(on day: SundaySeries.Day?) -> Int32 {
    guard let day, day.isWorked else { return -1 }
    let block = timeline.blocks[Int(day.block)]
    for piece in block.pieces {
      let shift = timeline.pieces[Int(piece)]
      if roster.shifts[Int(shift)].end > day.from { return shift }
    }
    return block.first
  }

  /// The agreement on Sundays that covers a stretch, as far as the plan shows it.
  func sundayAgreement(from: Int32, to: Int32, shift: Int32) -> Int16? {
    let (opens, closes) = (max(from, horizon.start), min(to, horizon.end))
    return agreement(
      about: SundaySeries.rules, from: opens, to: max(closes, opens + 1), shift: shift)
  }

  /// What takes the Sunday rules away from the person: an agreement by § 10-10 (5).
  func isFreeOfSundayRules(from: Int32, to: Int32, shift: Int32) -> Bool {
    guard !limits.agreements.isEmpty else { return false }
    let (opens, closes) = (max(from, horizon.start), min(to, horizon.end))
    return agreement(
      about: SundaySeries.holyDays, from: opens, to: max(closes, opens + 1), shift: shift) != nil
  }

  /// The agreement whose terms (every second Sunday, one in four weeks) the person is held to: one of
  /// a level that the Act binds to them. nil when there is none, or a stronger one has terms of its
  /// own.
  func boundSundayAgreement(from: Int32, to: Int32, shift: Int32) -> Int16? {
    guard let index = sundayAgreement(from: from, to: to, shift: shift),
      limits.agreements[Int(index)].level <= .localUnion,
      !isFreeOfSundayRules(from: from, to: to, shift: shift)
    else { return nil }
    return index
  }

  /// Whether a day lies, from its midnight to the end of its peace, in a free stretch as long as the
  /// weekly rest.
  func isPartOfWeeklyRest(_ day: SundaySeries.Day) -> SundayRest {
    let rest = inForce(WeeklyRestRule.minimum, from: day.midnight, to: day.to, shift: -1).steps
    let after = timeline.block(endingAfter: day.midnight)
    let blocks = timeline.blocks
    let to = after < blocks.count ? blocks[after].start : horizon.end
    guard to >= day.to else { return .no }
    let from = after > 0 ? blocks[after - 1].end : horizon.start
    guard Int64(to) - Int64(from) < rest else { return .yes }
    return after == 0 || after == blocks.count ? .unknown : .no
  }
}

/// Whether a Sunday is free as part of the weekly rest.
enum SundayRest {
  case yes, no
  /// The plan's first or last date cuts the free stretch.
  case unknown
}
