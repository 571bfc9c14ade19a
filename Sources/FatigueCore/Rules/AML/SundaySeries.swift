/// What the Sunday rules share.
enum SundaySeries {
  /// Whose agreement switches from "the next Sunday" to "every second in 26 weeks".
  static let rules = ["AML-10-8-4S", "AML-10-8-4A", "AML-10-8-4F"]

  static let premises = RulePremises(
    Localized(nb: "en avtale om søndagsfri gjelder", en: "an agreement on Sundays is in force"),
    limits: Limits(agreements: [
      Agreement(id: "A", level: .individual, from: CivilDate(days: 0), rule: "AML-10-8-4A")
    ]))

  /// A Sunday or holiday of the plan.
  struct Day {
    /// The stretch of peace that belongs to it, in seconds from the origin.
    var from: Int32
    var to: Int32
    /// Its own midnight.
    var midnight: Int32
    /// A shift has more than a marginal part of it.
    var isWorked: Bool
    /// The first such shift; -1 when there is none.
    var shift: Int32
  }
}

extension Evidence {
  /// The Sundays and holidays of the plan, and whether the person works them.
  var redDays: [SundaySeries.Day] {
    let origin = roster.origin.seconds
    var days = sundays.windows.indices.map { index in
      let bounds = sundays.bounds(index)
      let midnight = roster.midnight(sundays.windows[index].day)
      return SundaySeries.Day(
        from: Int32(clamping: bounds.from - origin), to: Int32(clamping: bounds.to - origin),
        midnight: midnight, isWorked: false, shift: -1)
    }
    for piece in timeline.pieces {
      let shift = roster.shifts[Int(piece)]
      let (from, to) = (roster.instant(shift.start), roster.instant(shift.end))
      for index in sundays.indices(from: from, to: to)
      where !days[index].isWorked
        && !sundays.overlap(index, from: from, to: to).isMarginal
      {
        days[index].isWorked = true
        days[index].shift = piece
      }
    }
    return days
  }

  /// The agreement on Sundays that covers a stretch.
  func sundayAgreement(from: Int32, to: Int32) -> Int16? {
    agreement(
      about: SundaySeries.rules, from: max(from, horizon.start), to: min(to, horizon.end))
  }

  /// The day lies, from its midnight to 22:00, in a free stretch as long as the weekly rest.
  func isPartOfWeeklyRest(_ day: SundaySeries.Day) -> Bool {
    let rest = inForce(WeeklyRestRule.minimum, from: day.midnight, to: day.to, shift: -1).steps
    var (from, to) = (horizon.start, horizon.end)
    for block in timeline.blocks {
      if block.end <= day.midnight { from = max(from, block.end) }
      if block.start >= day.to {
        to = min(to, block.start)
        break
      }
      if block.end > day.midnight, block.start < day.to { return false }
    }
    return Int64(to) - Int64(from) >= rest
  }
}
