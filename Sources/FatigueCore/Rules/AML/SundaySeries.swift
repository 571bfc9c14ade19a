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
  /// The Sundays and holidays of the plan, and whether the person works them.
  func redDays() -> [SundaySeries.Day] {
    var days = redDayCalendar
    for day in redDayWork.days {
      days[Int(day.index)].block = day.block
      days[Int(day.index)].isMarginal = day.isMarginal
    }
    return days
  }

  /// Tells of every run of days worked how many they are, and the most of these in a row that are worked more than
  /// marginally.
  func forEachRedRun(_ body: (_ run: Range<Int>, _ certain: Int64) -> Void) {
    let days = redDayWork.days.span
    var i = 0
    while i < days.count {
      let first = Int(days[i].index)
      var (count, certain, longest) = (0, Int64(0), Int64(0))
      while i < days.count, Int(days[i].index) == first + count {
        certain = days[i].isMarginal ? 0 : certain + 1
        longest = max(longest, certain)
        count += 1
        i += 1
      }
      body(first..<first + count, longest)
    }
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
