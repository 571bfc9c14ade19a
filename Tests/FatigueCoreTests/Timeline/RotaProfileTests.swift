import Testing

@testable import FatigueCore

/// The profile of a plan, held against one that looks at every five minutes.
@Suite("The profile of a plan")
struct RotaProfileTests {
  @Test("Nights, Sundays and kinds of shift are as a slow look finds them (seeds 1 and on)")
  func likeASlowLook() throws {
    var seen = 0
    for seed in 1...QuickLookTests.count / 4 {
      var random = SplitMix(seed)
      let roster = try QuickLookTests.roster(&random, breaks: true)
      let known = roster.knownDates
      let sundays = SundayCalendar(
        from: known.lowerBound, through: known.upperBound, zone: roster.zone)
      let start = WeekStart(weekday: Int(seed % 7) + 1)
      for paid in [false, true] {
        var clock = ZoneCursor(roster.zone)
        var timeline = PersonTimeline(
          calendar: WeekCalendar(roster, start: start), countsBreaksAsWork: paid)
        timeline.fill(roster, person: 0, clock: &clock)
        var weeks = [timeline.calendar.assessed]
        if let first = weeks[0].first, weeks[0].count > 2 { weeks.append(first + 1..<first + 2) }
        for weeks in weeks {
          let profile = timeline.profile(roster, sundays: sundays, clock: &clock, weeks: weeks)
          guard let profile else { continue }
          seen += 1
          let slow = SlowProfile(timeline, roster, sundays, weeks)
          #expect(profile.night == slow.night, "seed \(seed)")
          #expect(profile.sunday == slow.sunday, "seed \(seed)")
          #expect(profile.allSunday == slow.allSunday, "seed \(seed)")
          #expect(profile.tariffNight == slow.tariffNight, "seed \(seed)")
          #expect(profile.dayAndEvening == slow.dayAndEvening, "seed \(seed)")
          #expect(profile.workedRedDays == slow.worked.count, "seed \(seed)")
          #expect(profile.redDays == slow.red, "seed \(seed)")
          #expect(
            profile.types == slow.types && profile.weekdayTypes == slow.weekdayTypes,
            "seed \(seed)")
        }
      }
    }
    #expect(seen > 50)
  }
}

/// The same hours counted five minutes at a time.
private struct SlowProfile {
  var (night, sunday, allSunday, tariffNight, dayAndEvening) = (
    Int64(0), Int64(0), Int64(0), Int64(0), Int64(0)
  )
  var types: ShiftTypes = []
  var weekdayTypes: ShiftTypes = []
  var worked: Set<Int> = []
  var red = 0

  init(
    _ timeline: PersonTimeline, _ roster: Roster, _ sundays: SundayCalendar, _ weeks: Range<Int>
  ) {
    let calendar = timeline.calendar.weeks
    let (first, last) = (calendar[weeks.lowerBound], calendar[weeks.upperBound - 1])
    let dates = first.date..<last.date + 7
    red = sundays.windows.count { dates.contains($0.day) }
    var (until, ended) = (first.from, Int64.min / 2)
    var (type, isWeekday) = (ShiftTypes.day, false)
    var stretches: [(from: Int32, to: Int32)] = []
    for index in timeline.pieces {
      let row = roster.shifts[Int(index)]
      let (from, to) = (max(row.start, until), min(row.end, last.to))
      guard row.kind != .overtime, to > from else { continue }
      if Int64(row.start) - ended >= 3600 {
        let began = roster.civil(row.start)
        let block = timeline.blocks.firstIndex { $0.end > from } ?? 0
        let parts = timeline.shift(around: block)
        let isNight =
          timeline.blocks[block].type == .night
          || parts.count > 1 && timeline.nights.contains { parts.contains(Int($0.block)) }
        type = isNight ? .night : ShiftTypes(ShiftType(startingAt: began.secondOfDay))
        isWeekday = began.date.weekday < 6
      }
      (ended, until) = (Int64(row.end), to)
      types.formUnion(type)
      if isWeekday { weekdayTypes.formUnion(type) }
      if let open = stretches.last, from <= open.to {
        stretches[stretches.count - 1].to = to
      } else {
        stretches.append((from, to))
      }
      add(row, from, to, type, timeline, roster, sundays)
    }
    for stretch in stretches {
      let (opens, closes) = (roster.instant(stretch.from), roster.instant(stretch.to))
      for (number, window) in sundays.windows.enumerated() where dates.contains(window.day) {
        let overlap = sundays.overlap(number, from: opens, to: closes)
        if overlap.elapsed > .zero, !overlap.isMarginal { worked.insert(number) }
      }
    }
  }

  private mutating func add(
    _ row: Shift, _ from: Int32, _ to: Int32, _ type: ShiftTypes, _ timeline: PersonTimeline,
    _ roster: Roster, _ sundays: SundayCalendar
  ) {
    let step: Int64 = 300
    var (night, sunday, allSunday, tariff, all) = (Int64(0), Int64(0), Int64(0), Int64(0), Int64(0))
    for second in stride(from: from, to: to, by: Int(step)) {
      if timeline.pauses.contains(where: { $0.start <= second && second < $0.end }) { continue }
      let local = roster.civil(second)
      let isNight = local.hour >= 21 || local.hour < 6
      let isRed = sundays.windows.contains { $0.start <= local && local < $0.end }
      all += step
      if isNight { night += step }
      if isRed { allSunday += step }
      if isRed, !isNight { sunday += step }
      if isNight || local.hour == 20 { tariff += step }
    }
    let minutes = timeline.countsBreaksAsWork ? 0 : Int64(row.unpaidBreak) * 60
    let fromNight = min(night, minutes)
    self.night += night - fromNight
    self.sunday += max(0, sunday - (minutes - fromNight))
    self.allSunday += max(0, allSunday - minutes)
    tariffNight += max(0, tariff - minutes)
    if type != .night { dayAndEvening += max(0, all - minutes) }
  }
}
