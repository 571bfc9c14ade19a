import Foundation
import Testing

@testable import FatigueCore

/// What the rules on nights, evenings, early starts and long shifts find is what a slow look at each shift
/// finds: they pass by most shifts, and their dates and clock times come from the timeline.
@Suite("Rules and a slow look at the same shifts")
struct SlowLookTests {
  static let count: UInt64 =
    ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1" ? 5_000 : 150

  /// Three people's rows round the change of the clock: nights that come in runs, handovers that overlap,
  /// rows that stand twice, weeks with nothing, and for every other person short breaks.
  static func roster(_ random: inout SplitMix) throws -> Roster {
    var builder = RosterBuilder(zone: .oslo)
    let first = try #require(CivilDate(year: 2026, month: 3, day: 2))
    for number in 0..<3 {
      let person = builder.person(Person(number: "\(number)", name: "A\(number)"))
      var minute = [360, 390, 420, 900, 1_320, 1_380].randomElement(using: &random) ?? 0
      var length = 480
      for _ in 0..<Int.random(in: 1...50, using: &random) {
        if Int.random(in: 0..<3, using: &random) == 0 {
          length = [60, 240, 480, 570, 600, 630, 735, 900].randomElement(using: &random) ?? 480
        }
        let instant = Instant(seconds: Zone.oslo.startOfDay(first).seconds + Int64(minute) * 60)
        let date = Zone.oslo.civil(instant).date
        let seconds = builder.seconds(instant, on: date)
        let start = try #require(seconds)
        let kinds: [ShiftKind] = [.work, .work, .work, .work, .work, .overtime, .absence, .off]
        let kind = kinds.randomElement(using: &random) ?? .work
        builder.append(
          Shift(start: start, end: start + Int32(length) * 60, person: person, kind: kind),
          startingOn: date)
        let breaks = number == 1 ? [0, -30] : [0, -30, 20, 45]
        switch Int.random(in: 0..<24, using: &random) {
        case 0: minute += length + (breaks.randomElement(using: &random) ?? 0)
        case 1: break
        case 2: minute += length + [500, 700, 2_500, 9 * 1440].randomElement(using: &random)!
        case 3...6: minute += ([2, 3].randomElement(using: &random) ?? 2) * 1440
        default: minute += 1440 + ([0, 0, 0, 480, -120].randomElement(using: &random) ?? 0)
        }
      }
    }
    let built = builder.build()
    return try #require(built)
  }

  /// Goes through random rosters, one person after another.
  private func each(_ body: (borrowing Evidence, UInt64) throws -> Void) throws {
    for seed in 1...Self.count {
      var random = SplitMix(seed)
      let roster = try Self.roster(&random)
      var clock = ZoneCursor(roster.zone)
      var evidence = Evidence(roster: roster, limits: Limits())
      for person in roster.people.indices {
        evidence.turn(to: person, clock: &clock)
        try body(evidence, seed)
      }
    }
  }

  private func found(_ id: String, _ evidence: borrowing Evidence) throws -> [Finding] {
    var findings: [Finding] = []
    try #require(RuleBook.rule(id)).evaluate(evidence, &findings)
    return findings
  }

  /// One shift as people speak of it, with the date on which it begins as a night or as what it is.
  private struct Spoken {
    var start: Int32
    var end: Int32
    var first: PersonTimeline.Block
    var isNight = false
    var date: Int32
    var length: Int64 { Int64(end) - Int64(start) }
  }

  private func shifts(_ evidence: borrowing Evidence) -> [Spoken] {
    let (timeline, roster) = (evidence.timeline, evidence.roster)
    var shifts: [Spoken] = []
    for (i, block) in timeline.blocks.enumerated() {
      let isNight = block.type == .night || timeline.nights.contains { Int($0.block) == i }
      if let last = shifts.last, Int64(block.start) - Int64(last.end) < PersonTimeline.shortBreak {
        shifts[shifts.count - 1].end = block.end
        // What follows a break is night only by its hours.
        let holdsNight = timeline.nights.contains { Int($0.block) == i }
        if holdsNight { shifts[shifts.count - 1].isNight = true }
      } else {
        shifts.append(
          Spoken(start: block.start, end: block.end, first: block, isNight: isNight, date: 0))
      }
    }
    for i in shifts.indices {
      let middle = (Int64(shifts[i].start) + Int64(shifts[i].end)) / 2 - 43_200
      let local =
        roster.origin.seconds + middle
        + Int64(roster.zone.offset(at: roster.instant(shifts[i].start)))
      let date = roster.civil(shifts[i].start).date.days
      shifts[i].date =
        shifts[i].isNight ? min(date, CivilTime(localSeconds: local).date.days) : date
    }
    return shifts
  }

  /// Runs of consecutive dates with one of some shifts, longer than so many dates or shifts: where each
  /// begins and ends, and its length.
  private func runs(_ shifts: [Spoken], over most: Int, counts: Bool = false) -> [[Int]] {
    var runs: [[Spoken]] = []
    for shift in shifts {
      if let last = runs.last?.map(\.date).max(), shift.date <= last + 1 {
        runs[runs.count - 1].append(shift)
      } else {
        runs.append([shift])
      }
    }
    return runs.compactMap { run in
      let length = counts ? run.count : Set(run.map(\.date)).count
      guard length > most, let first = run.first, let last = run.last else { return nil }
      return [Int(first.start), Int(last.end), length]
    }
  }

  private func places(_ findings: [Finding]) -> [[Int]] {
    findings.map { [Int($0.from), Int($0.to), Int($0.count)] }
  }

  @Test("Evenings, early starts and long shifts in a row (seeds 1 and on)")
  func inARow() throws {
    var told = [0, 0, 0]
    try each { evidence, seed in
      let shifts = shifts(evidence)
      let evenings = shifts.filter { $0.first.type == .evening && !$0.isNight }
      let early = shifts.filter {
        $0.first.type == .day && !$0.isNight && $0.first.second < 7 * 3600
      }
      let long = shifts.filter { $0.length > 10 * 3600 }
      let rows = try [
        (found("EVID-EVE3", evidence), runs(evenings, over: 3)),
        (found("EVID-EARLY3", evidence), runs(early, over: 3)),
        (
          found("EVID-LONG12", evidence).filter { $0.unit == .shifts },
          runs(long, over: 3, counts: true)
        ),
      ]
      for (i, row) in rows.enumerated() {
        #expect(places(row.0) == row.1, "seed \(seed)")
        told[i] += row.0.count
      }
      let longest = try found("EVID-LONG12", evidence).filter { $0.unit == .hours }
      #expect(longest.map { Int($0.count) } == (long.isEmpty ? [] : [long.count]), "seed \(seed)")
      let most = long.map(\.length).max() ?? 0
      #expect(longest.map(\.measured) == (long.isEmpty ? [] : [Fraction(most, 3600)]))
      let named = long.filter { $0.length == most }.map(\.start)
      #expect(longest.first?.from == named.first, "seed \(seed)")
      let overload = try found("FIOH-L2", evidence)
      #expect(overload.map(\.measured) == (most > 12 * 3600 ? [Fraction(most, 3600)] : []))
    }
    #expect(told.allSatisfy { $0 > 0 })
  }

  @Test("The length of nights, and how many lie in four weeks (seeds 1 and on)")
  func nights() throws {
    var (told, passedBy) = (0, 0)
    try each { evidence, seed in
      let timeline = evidence.timeline
      let shifts = shifts(evidence)
      var long: [[Int]] = []
      for run in timeline.nightRuns {
        let own = run.compactMap { night in
          let block = timeline.blocks[Int(timeline.nights[night].block)]
          return shifts.first { $0.start <= block.start && block.end <= $0.end }
        }
        // Of several as long it is the first that is named.
        let most = own.map(\.length).max() ?? 0
        let first = own.filter { $0.length == most }.map(\.start).first ?? 0
        // A night in several rows is one.
        let over = Set(own.filter { $0.length > 9 * 3600 }.map(\.start)).count
        if over > 0 { long.append([over, Int(most), Int(first)]) }
      }
      let found = try found("EVID-N9", evidence)
      #expect(
        found.map {
          [
            Int($0.count), Int($0.measured.numerator * 3600 / $0.measured.denominator),
            Int($0.from),
          ]
        } == long, "seed \(seed)")
      told += found.count

      for (days, most) in [(28, 2), (28, 8), (7, 1), (7, 0)] {
        let dates = timeline.nightsByDate(moreThan: 0).map { Int64($0.date.days) }
        if (Densest.range(dates, within: Int64(days))?.count ?? 0) > most {
          #expect(
            timeline.mayHaveNights(moreThan: most, within: Int32(days)), "seed \(seed)")
        }
      }
      if !timeline.mayHaveNights(moreThan: 8, within: 28) { passedBy += 1 }
      let holding = timeline.periods.count { timeline.hasNight(in: $0.blocks) }
      #expect(timeline.nightPeriods == holding, "seed \(seed)")
      let inspected = try self.found("AT-NIGHTS", evidence)
      let runs = timeline.nightRuns.map { timeline.length(ofNightRun: $0) }.filter { $0 > 3 }
      #expect(inspected.map(\.measured) == runs.map { Fraction(Int64($0)) }, "seed \(seed)")
    }
    #expect(told > 0 && passedBy > 0)
  }

  @Test("The end of a duty, the free time after nights and the clock at both ends (seeds 1 and on)")
  func rests() throws {
    var told = 0
    try each { evidence, seed in
      let timeline = evidence.timeline
      for (i, block) in timeline.blocks.enumerated() {
        #expect(block.startOffset == evidence.offset(at: block.start))
        #expect(block.endOffset == evidence.offset(at: block.end))
        let period = timeline.periods.first { $0.blocks.contains(Int32(i)) }
        #expect(
          timeline.lastBlock(ofPeriodWith: i) == Int(period?.blocks.upperBound ?? 0) - 1,
          "seed \(seed)")
      }
      for finding in try found("EVID-REC48", evidence) + found("AML-10-8-3C", evidence) {
        let excess = evidence.wallClockExcess(from: finding.from, to: finding.to)
        let seconds = Int64(finding.to) - Int64(finding.from) + excess
        #expect(finding.dstOnly == (Fraction(seconds, 3600) >= finding.limit), "seed \(seed)")
        told += 1
      }
      for limit in [8, 11, 12] as [Int64] {
        for rest in timeline.shortRests(under: 14 * 3600) where rest.certain {
          let spread = timeline.spread(before: rest, under: limit * 3600)
          let opens = Int64(timeline.blocks[Int(rest.opening)].start)
          var longest: Int64 = 0
          for block in Int(rest.opening)...Int(rest.before) {
            let until = min(opens + 86_400, Int64(timeline.blocks[block + 1].start))
            longest = max(longest, until - Int64(timeline.blocks[block].end))
          }
          let isShort = rest.seconds >= limit * 3600 && longest < limit * 3600
          #expect(spread?.seconds == (isShort ? longest : nil), "seed \(seed)")
        }
      }
    }
    #expect(told > 0)
  }

  @Test("Full nights inside a free stretch are those that each date has (seed 1)")
  func fullNights() throws {
    var random = SplitMix(1)
    for zone in [Zone.oslo, .utc] {
      var clock = ZoneCursor(zone, from: 1_767_222_000, to: 1_798_758_000)
      for _ in 0..<20_000 {
        let origin: Int64 = 1_767_222_000
        let from = Int32.random(in: 0..<365 * 1440, using: &random) * 60
        let to = from + Int32.random(in: 0..<5 * 1440, using: &random) * 60
        var nights = 0
        let first = zone.civil(Instant(seconds: origin + Int64(from))).date
        for days in -2...8 {
          let midnight = CivilTime(first + days).localSeconds
          let opens = zone.resolve(CivilTime(localSeconds: midnight + 23 * 3600)).instant.seconds
          let closes = zone.resolve(CivilTime(localSeconds: midnight + 31 * 3600)).instant.seconds
          if opens >= origin + Int64(from), closes <= origin + Int64(to) { nights += 1 }
        }
        #expect(NightRecovery.fullNights(from, to, origin, &clock) == nights)
      }
    }
  }

  @Test("A cursor that knows some time from the start tells the offsets of the zone (seed 1)")
  func knownOffsets() {
    var random = SplitMix(1)
    for from in [0, 1_767_222_000, 1_774_746_000, 1_774_746_001] as [Int64] {
      for length in [-1, 0, 1, 10_000_000, 31_536_000, 320_000_000] as [Int64] {
        let known = ZoneCursor(.oslo, from: from, to: from + length)
        for _ in 0..<200 {
          var clock = known
          let seconds = from + Int64.random(in: -40_000_000...400_000_000, using: &random)
          #expect(clock.offset(at: seconds) == Zone.oslo.offset(at: Instant(seconds: seconds)))
        }
      }
    }
  }

  @Test("Rotation, spells of work and shifts that stand twice (seeds 1 and on)")
  func patterns() throws {
    var told = [0, 0]
    try each { evidence, seed in
      let (timeline, roster) = (evidence.timeline, evidence.roster)
      #expect(timeline.backwardSteps == timeline.steps.count { $0.isBackward }, "seed \(seed)")
      #expect(timeline.rotates == (Set(timeline.runs.map(\.type)).count > 1), "seed \(seed)")
      let longest = timeline.runs.map(\.count).max()
      #expect(timeline.longestRun.count == longest ?? 0, "seed \(seed)")
      #expect(
        timeline.longestRun.periods
          == timeline.runs.first { $0.count == longest }?.periods ?? 0..<0)

      let spells = timeline.dateRuns.map { run in
        run.blocks.reduce(Int64(0)) { $0 + timeline.blocks[Int($1)].length }
      }
      let long = spells.filter { $0 > 48 * 3600 }.map { Fraction($0, 3600) }
      let found = try found("FIOH-L1", evidence)
      #expect(found.map(\.measured) == long, "seed \(seed)")
      told[0] += found.count

      let work = timeline.pieces.map { roster.shifts[Int($0)] }
      let copies = Dictionary(grouping: work) { [$0.start, $0.end] }.values.map(\.count)
        .filter { $0 > 1 }
      let twice = try self.found("DATA-DUP", evidence)
      #expect(
        twice.map(\.measured).sorted() == copies.sorted().map { Fraction(Int64($0)) },
        "seed \(seed)")
      told[1] += twice.count
    }
    #expect(told.allSatisfy { $0 > 0 })
  }

  @Test("Weeks without anything (seeds 1 and on)")
  func emptyWeeks() throws {
    var told = 0
    for seed in 1...Self.count {
      var random = SplitMix(seed)
      let roster = try Self.roster(&random)
      for slice in roster.slices + [roster.shifts.indices] {
        var marks = WeekMarks(roster)
        marks.add(roster.shifts, in: slice)
        var monday = roster.firstDate.monday
        var weeks: [(span: WorkInterval, isMarked: Bool)] = []
        while monday <= roster.lastDate {
          let span = WorkInterval(start: roster.midnight(monday), end: roster.midnight(monday + 7))
          let isMarked = roster.shifts[slice].contains { shift in
            (span.start..<span.end).contains(shift.start)
              || (shift.end - shift.start > 90_000 && shift.start < span.end
                && shift.end > span.start)
          }
          weeks.append((span, isMarked))
          monday = monday + 7
        }
        let marked = weeks.indices.filter { weeks[$0].isMarked }
        let first = try #require(marked.first)
        let last = try #require(marked.last)
        let empty = weeks[first...last].filter { !$0.isMarked }.map(\.span)
        #expect(marks.filled == marked.count && marks.span == last - first + 1, "seed \(seed)")
        let seconds = marks.empty.reduce(0) { $0 + Int($1.end) - Int($1.start) }
        #expect(seconds == empty.reduce(0) { $0 + Int($1.end) - Int($1.start) }, "seed \(seed)")
        #expect(marks.empty.first?.start == empty.first?.start)
        #expect(marks.empty.last?.end == empty.last?.end)
        told += empty.count
      }
    }
    #expect(told > 0)
  }
}
