import Testing

@testable import FatigueCore

extension QuickLookTests {
  /// Rows by the short way beside all others: what a plain look at each row and at each minute finds.
  @Test("Blocks, nights and measures are as a plain look finds them (seeds 1 and on)")
  func rowsLikeAPlainLook() throws {
    for seed in 1...Self.count / 8 {
      var random = SplitMix(seed)
      let roster = try Self.roster(&random, breaks: seed % 3 == 0)
      for paid in [false, true] {
        var clock = ZoneCursor(roster.zone)
        var timeline = PersonTimeline(calendar: WeekCalendar(roster), countsBreaksAsWork: paid)
        timeline.fill(roster, person: 0, clock: &clock)
        let rows = roster.shifts.indices.filter { roster.shifts[$0].kind.isWork }
        checkBlocks(timeline, roster, rows, "seed \(seed)")
        checkNights(timeline, roster, rows, "seed \(seed)")
        checkPeriods(timeline, "seed \(seed)")
        var red = RedDayWork()
        red.find(
          in: timeline.work, SundayCalendar(from: roster.firstDate, through: roster.lastDate),
          origin: roster.origin.seconds)
        let metrics = PersonMetrics(roster, timeline, red, clock: &clock)
        checkMetrics(metrics, timeline, roster, rows, "seed \(seed)")
        checkHours(timeline, roster, rows, "seed \(seed)")
      }
    }
  }

  private func checkBlocks(
    _ timeline: PersonTimeline, _ roster: Roster, _ rows: [Int], _ seed: Comment
  ) {
    var (next, end) = (0, Int32.min)
    for (place, index) in rows.enumerated() {
      let row = roster.shifts[index]
      if place == 0 || row.start > end {
        #expect(next < timeline.blocks.count, seed)
        guard next < timeline.blocks.count else { return }
        let block = timeline.blocks[next]
        let (from, to) = (roster.instant(block.start), roster.instant(block.end))
        let second = roster.zone.civil(from).secondOfDay
        let startsAs =
          second >= 4 * 3600 && second < 12 * 3600
          ? ShiftType.day : second >= 12 * 3600 && second < 18 * 3600 ? .evening : .night
        #expect(block.start == row.start && block.first == Int32(index), seed)
        #expect(block.pieces.lowerBound == Int32(place), seed)
        #expect(block.startOffset == roster.zone.offset(at: from), seed)
        #expect(block.endOffset == roster.zone.offset(at: to), seed)
        #expect(block.date == roster.zone.civil(from).date.days, seed)
        #expect(Int(block.second) == second, seed)
        #expect(block.type == startsAs || block.type == .night, seed)
        next += 1
      }
      end = max(end, row.end)
      #expect(Int(timeline.blocks[next - 1].pieces.upperBound) > place, seed)
      #expect(timeline.blocks[next - 1].end >= end, seed)
    }
    #expect(timeline.blocks.count == next, seed)
    if !roster.shifts.contains(where: { $0.kind == .break || $0.kind == .overtime }) {
      let minutes = rows.reduce(Int64(0)) { $0 + Int64(roster.shifts[$1].unpaidBreak) }
      let unpaid = timeline.blocks.reduce(Int64(0)) { $0 + $1.unpaid }
      #expect(unpaid == (timeline.countsBreaksAsWork ? 0 : minutes * 60), seed)
    }
  }

  /// Work of each week, where no row says that it has more break than it is long.
  private func checkHours(
    _ timeline: PersonTimeline, _ roster: Roster, _ rows: [Int], _ seed: Comment
  ) {
    guard
      rows.allSatisfy({
        Int64(roster.shifts[$0].unpaidBreak) * 60 <= roster.shifts[$0].length.seconds
      })
    else { return }
    var hours = [Int64](repeating: 0, count: timeline.weekHours.count)
    for i in timeline.blocks.indices {
      for week in hours.indices {
        let span = timeline.calendar.weeks[timeline.firstWeek + week]
        let from = max(span.from, timeline.blocks[i].start)
        let to = min(span.to, timeline.blocks[i].end)
        guard to > from else { continue }
        let parts = timeline.parts(ofBlock: i, from: from, to: to, roster)
        hours[week] += max(0, Int64(to) - Int64(from) - parts.unpaid)
      }
    }
    #expect(timeline.weekHours.map(\.total) == hours, seed)
  }

  private func checkNights(
    _ timeline: PersonTimeline, _ roster: Roster, _ rows: [Int], _ seed: Comment
  ) {
    var (legal, nights): (Int64, [(shift: Int32, date: CivilDate)]) = (0, [])
    for index in rows {
      let row = roster.shifts[index]
      var evidence: Int64 = 0
      for minute in stride(from: row.start, to: row.end, by: 60) {
        let hour = roster.civil(minute).secondOfDay / 3600
        if hour >= 21 || hour < 6 { legal += 60 }
        if hour >= 23 || hour < 6 { evidence += 60 }
      }
      guard evidence >= PersonTimeline.nightHours else { continue }
      let middle = roster.civil(Int32((Int64(row.start) + Int64(row.end)) / 2)).localSeconds
      nights.append((Int32(index), CivilTime(localSeconds: middle - 12 * 3600).date))
    }
    #expect(timeline.legalNight == legal, seed)
    // Those that several rows make together come besides.
    for night in nights {
      let found = timeline.nights.first { $0.shift == night.shift }
      #expect(found?.date == night.date, seed)
      if let found {
        #expect(timeline.blocks[Int(found.block)].type == .night, seed)
        let pieces = timeline.blocks[Int(found.block)].pieces
        #expect(pieces.contains { timeline.pieces[Int($0)] == night.shift }, seed)
      }
    }
    var runs: [Range<Int>] = []
    for i in timeline.nights.indices {
      if let last = runs.last, timeline.nights[i].date - timeline.nights[i - 1].date <= 1 {
        runs[runs.count - 1] = last.lowerBound..<i + 1
      } else {
        runs.append(i..<i + 1)
      }
    }
    #expect(timeline.nightRuns == runs, seed)
  }

  private func checkPeriods(_ timeline: PersonTimeline, _ seed: Comment) {
    var periods: [Range<Int32>] = []
    var stretches: [Range<Int>] = []
    for (i, block) in timeline.blocks.enumerated() {
      let rest = i > 0 ? Int64(block.start) - Int64(timeline.blocks[i - 1].end) : .max
      if i > 0, rest < 72 * 3600, block.type == timeline.blocks[i - 1].type {
        stretches[stretches.count - 1] = stretches[stretches.count - 1].lowerBound..<i + 1
      } else {
        stretches.append(i..<i + 1)
      }
      if let last = periods.last, rest < 11 * 3600,
        Int64(block.end) - Int64(timeline.blocks[Int(last.lowerBound)].start) <= 13 * 3600
      {
        periods[periods.count - 1] = last.lowerBound..<Int32(i + 1)
      } else {
        periods.append(Int32(i)..<Int32(i + 1))
      }
    }
    #expect(timeline.periods.map(\.blocks) == periods, seed)
    #expect(timeline.stretchesOfOneType == stretches, seed)
    for period in timeline.periods {
      let blocks = timeline.blocks[Int(period.blocks.lowerBound)..<Int(period.blocks.upperBound)]
      #expect(period.start == blocks.first?.start && period.end == blocks.last?.end, seed)
      #expect(
        period.type == (timeline.hasNight(in: period.blocks) ? .night : blocks.first?.type), seed)
    }
  }

  private func checkMetrics(
    _ metrics: PersonMetrics, _ timeline: PersonTimeline, _ roster: Roster, _ rows: [Int],
    _ seed: Comment
  ) {
    let gaps = zip(timeline.blocks, timeline.blocks.dropFirst()).map {
      Int64($1.start) - Int64($0.end)
    }
    #expect(metrics.shortestRest == gaps.min(), seed)
    #expect(metrics.quickReturns == gaps.count { $0 < 11 * 3600 }, seed)
    #expect(metrics.seconds == rows.reduce(0) { $0 + roster.shifts[$1].length.seconds }, seed)
    #expect(metrics.mergedSeconds == timeline.blocks.reduce(0) { $0 + $1.length }, seed)
    let dates = Set(rows.map { roster.civil(roster.shifts[$0].start).date.days })
    let longest = dates.map { first in
      (0...).first { !dates.contains(first + Int32($0)) } ?? 0
    }
    #expect(metrics.longestWorkRun == longest.max() ?? 0, seed)
    #expect(metrics.longestSameShiftRun == timeline.runs.map(\.count).max() ?? 0, seed)
    let calendar = SundayCalendar(
      from: roster.firstDate, through: roster.lastDate, zone: roster.zone)
    var (worked, seconds): (Set<CivilDate>, Int64) = ([], 0)
    var weekends: Set<Int64> = []
    for block in timeline.blocks {
      let work = calendar.work(from: roster.instant(block.start), to: roster.instant(block.end))
      worked.formUnion(work.days)
      seconds += work.elapsed.seconds
      for minute in stride(from: block.start, to: block.end, by: 60) {
        // Monday 1970-01-05 is day 4.
        let local = roster.civil(minute).localSeconds - 4 * 86_400
        let second = local %% 604_800
        if second >= 4 * 86_400 + 18 * 3600 { weekends.insert(local.flooredQuotient(604_800)) }
      }
    }
    #expect(metrics.sundays == worked.count, seed)
    #expect(metrics.holidays == worked.count { $0.weekday != 7 }, seed)
    #expect(metrics.sundaySeconds == seconds, seed)
    #expect(metrics.weekends == weekends.count, seed)
  }
}
