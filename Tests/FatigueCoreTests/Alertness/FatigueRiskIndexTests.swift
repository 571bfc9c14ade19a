import Foundation
import Testing

@testable import FatigueCore

@Suite struct FatigueRiskIndexTests {
  private static let columns = [
    "FI_cum", "FI_timing", "FI_job", "FI", "RI_cum", "RI_timing", "RI_job", "RI",
  ]

  private func values(_ index: DutyIndex) -> [Double] {
    let (fatigue, risk) = (index.fatigue, index.risk)
    return [
      fatigue.cumulative, fatigue.timing, fatigue.job, fatigue.value, risk.cumulative, risk.timing,
      risk.job, risk.value,
    ]
  }

  private func row(_ row: ModelVectors.Row) -> DutyRow {
    DutyRow(
      day: Int(row["day"]), on: row["on_h"], off: row["off_h"], commute: row["commute_min"],
      job: JobFactors(
        workload: row["workload_0_3"], attention: row["attention_0_3"],
        breakFrequency: row["break_freq_min"], breakLength: row["break_len_min"],
        longestWork: row["cont_work_min"], breakAfter: row["break_after_cont_min"]))
  }

  /// The same duties as a roster holds them, in UTC.
  private func intervals(_ rows: [DutyRow]) -> [WorkInterval] {
    rows.map {
      let start = Int32($0.day * 86_400) + Int32(($0.on * 3600).rounded())
      return WorkInterval(start: start, end: start + Int32($0.length))
    }
  }

  private func worst(_ indices: [DutyIndex], _ rows: [ModelVectors.Row]) -> [Double] {
    Self.columns.enumerated().map { column, name in
      zip(indices, rows).map { abs(values($0)[column] - $1[name]) }.max() ?? .infinity
    }
  }

  // MARK: Third-party numbers

  @Test("The transcription, run by others: 83 duties, from rows and as a roster")
  func transcription() throws {
    let all = try ModelVectors.rows("fri/fri_port.csv")
    #expect(all.count == 83)
    for (name, rows) in Dictionary(grouping: all, by: { $0.text("roster") }) {
      let duties = rows.map(row)
      let direct = FatigueRiskIndex.evaluate(rows: duties.span)
      #expect(direct.count == rows.count)
      #expect((worst(direct, rows).max() ?? .infinity) < 1e-9, "\(name)")
      #expect(direct.allSatisfy { $0.isVerified })

      var index = FatigueRiskIndex(settings: duties[0].job, commuteMinutes: duties[0].commute)
      var results: [DutyIndex] = []
      let work = intervals(duties)
      index.evaluate(work.span, zone: .utc, origin: Instant(seconds: 0), into: &results)
      #expect(results.count == rows.count)
      #expect((worst(results, rows).max() ?? .infinity) < 1e-9, "\(name)")
    }
  }

  @Test("The tool itself, as quoted with one and two decimals", arguments: ["01", "05"])
  func tool(name: String) throws {
    let rows = try ModelVectors.rows("fri/tool_roster_\(name).csv")
    let duties = rows.map(row)
    let differences = worst(FatigueRiskIndex.evaluate(rows: duties.span), rows)
    let tolerances = [0.06, 0.06, 0.06, 0.06, 0.015, 0.015, 0.006, 0.006]
    for (difference, tolerance) in zip(differences, tolerances) { #expect(difference < tolerance) }
  }

  @Test(
    "Runs of equal duties (specification, section 5)",
    arguments: [
      (7.5, 15.25, [1.6, 3.0, 5.0], [0.67, 0.71, 0.75]),
      (21.5, 7.75, [38.0, 40.3, 44.5], [0.89, 0.99, 1.09]),
      (
        22, 6, [27.1, 29.0, 32.9, 36.4, 38.9, 40.7, 42.1],
        [0.79, 0.89, 0.98, 1.08, 1.17, 1.27, 1.36]
      ),
    ])
  func anchors(on: Double, off: Double, fatigue: [Double], risk: [Double]) {
    let rows = fatigue.indices.map { DutyRow(day: $0 + 1, on: on, off: off) }
    for (i, index) in FatigueRiskIndex.evaluate(rows: rows.span).enumerated() {
      #expect(abs(index.fatigue.value - fatigue[i]) < 0.05)
      #expect(abs(index.risk.value - risk[i]) < 0.0051)
    }
  }

  // MARK: Against the plain statement

  /// A month of duties up to 16 h, some with little between them. All times lie on quarters of an
  /// hour, which are exact as numbers: the specification's hours and our seconds then agree on which
  /// side of a limit a rest lies.
  private func roster(_ random: inout SplitMix) -> [PlainRiskIndex.Duty] {
    var duties: [PlainRiskIndex.Duty] = []
    var time = Int.random(in: 0..<96, using: &random)
    let commute = Double(Int.random(in: 0...10, using: &random) * 15 + 10)
    let (w, a) = (
      Double.random(in: 0...3, using: &random), Double.random(in: 0...3, using: &random)
    )
    let breaks = (0..<4).map { _ in Double(Int.random(in: 1...70, using: &random) * 5) }
    while time < 40 * 96 {
      let length = Int.random(in: 4...64, using: &random)
      var duty = PlainRiskIndex.Duty(
        day: time / 96 + 1, on: Double(time % 96) / 4, off: Double((time + length) % 96) / 4)
      (duty.com, duty.w, duty.a) = (commute, w, a)
      (duty.bf, duty.bl, duty.cw, duty.ba) = (breaks[0], breaks[1] / 4, breaks[2], breaks[3] / 4)
      duties.append(duty)
      let gaps = [(4, 43), (34, 84), (84, 400)][Int.random(in: 0..<3, using: &random)]
      time += length + Int.random(in: gaps.0...gaps.1, using: &random)
    }
    return duties
  }

  @Test("Equals the specification word for word, rows and rosters (seeds 1–200)")
  func plain() {
    for seed in 1...200 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = roster(&random)
      let expected = PlainRiskIndex.indices(duties)
      let rows = duties.map {
        DutyRow(
          day: $0.day, on: $0.on, off: $0.off, commute: $0.com,
          job: JobFactors(
            workload: $0.w, attention: $0.a, breakFrequency: $0.bf, breakLength: $0.bl,
            longestWork: $0.cw, breakAfter: $0.ba))
      }
      let direct = FatigueRiskIndex.evaluate(rows: rows.span)
      var index = FatigueRiskIndex(settings: rows[0].job, commuteMinutes: rows[0].commute)
      var results: [DutyIndex] = []
      let work = intervals(rows)
      index.evaluate(work.span, zone: .utc, origin: Instant(seconds: 0), into: &results)
      for (ours, theirs) in [(direct, expected), (results, expected)] {
        for (a, b) in zip(ours, theirs) where a.fatigue.value < 100 {
          let worst = zip(values(a), b).map { abs($0 - $1) }.max() ?? 0
          #expect(worst < 1e-9, "seed \(seed)")
        }
      }
    }
  }

  // MARK: Properties

  /// 2026-01-05 00:00 in Oslo, a Monday in winter.
  private let winter = Instant(seconds: 1_767_567_600)

  private func work(_ random: inout SplitMix, days: Int) -> [WorkInterval] {
    var work: [WorkInterval] = []
    var time: Int32 = 0
    while time < Int32(days) * 86_400 {
      time += 60 * Int32.random(in: 0...4000, using: &random)
      let length = 60 * Int32.random(in: 1...2400, using: &random)
      work.append(WorkInterval(start: time, end: time + length))
      time += length
    }
    return work
  }

  private func indices(
    _ work: [WorkInterval], origin: Instant, zone: Zone = .oslo
  ) -> [DutyIndex] {
    var index = FatigueRiskIndex()
    var results: [DutyIndex] = []
    index.evaluate(work.span, zone: zone, origin: origin, into: &results)
    return results
  }

  @Test("Moving by whole weeks changes nothing away from clock changes (seeds 1–40)")
  func weeks() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let work = work(&random, days: 28)
      let before = indices(work, origin: winter)
      #expect(before == indices(work, origin: Instant(seconds: winter.seconds + 3 * 604_800)))
      #expect(before == indices(work, origin: Instant(seconds: winter.seconds - 364 * 86_400)))
    }
  }

  @Test("People are independent of each other, and of what was computed before (seed 6)")
  func people() {
    var random = SplitMix(6)
    var shared = FatigueRiskIndex()
    var clock = ZoneCursor(.oslo)
    var results: [DutyIndex] = []
    for _ in 0..<200 {
      let work = work(&random, days: 60)
      shared.evaluate(work.span, clock: &clock, origin: winter, into: &results)
      #expect(results == indices(work, origin: winter))
    }
  }

  @Test("A shift far away does not change today's timing and job (seed 7)")
  func farAway() {
    var random = SplitMix(7)
    for _ in 0..<40 {
      var work = work(&random, days: 20)
      let before = indices(work, origin: winter)
      let last = work[work.count - 1].end
      work.append(WorkInterval(start: last + 20 * 86_400, end: last + 20 * 86_400 + 28_800))
      let after = indices(work, origin: winter)
      for (a, b) in zip(before, after) {
        #expect(a.fatigue.timing == b.fatigue.timing && a.fatigue.job == b.fatigue.job)
        #expect(a.risk.timing == b.risk.timing && a.risk.job == b.risk.job)
      }
      // Nor what has added up before it, save on the last day: there the rest after it was unknown.
      #expect(before.dropLast().map(\.risk) == after.dropLast(2).map(\.risk))
      #expect(after.last?.isVerified == false)
    }
  }

  @Test("Never NaN, never out of range, whatever the lengths and settings (seeds 1–300)")
  func finite() {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let work = work(&random, days: 90)
      func any(_ most: Double) -> Double { Double.random(in: 0...most, using: &random) }
      let job = JobFactors(
        workload: any(3), attention: any(3), breakFrequency: any(1440), breakLength: any(90),
        longestWork: any(300), breakAfter: seed % 5 == 0 ? 0 : any(90))
      var index = FatigueRiskIndex(settings: job, commuteMinutes: any(360))
      var results: [DutyIndex] = []
      index.evaluate(work.span, zone: .oslo, origin: winter, into: &results)
      #expect(results.count == work.count)
      for (duty, result) in zip(work, results) {
        #expect(values(result).allSatisfy { $0.isFinite })
        #expect((0...100).contains(result.fatigue.value) && result.risk.value >= 0)
        if duty.length > 16 * 3600 + 3600 { #expect(!result.isVerified) }
      }
    }
  }

  @Test("No settings, rows or intervals make it trap")
  func odd() {
    let numbers = [0, -1, .nan, .infinity, -.infinity, 1e300, 24, 23.999_999_999_999_999]
    var rows: [DutyRow] = []
    for a in numbers {
      for b in numbers {
        let job = JobFactors(
          workload: a, attention: b, breakFrequency: b, breakLength: a, longestWork: a,
          breakAfter: b)
        rows.append(DutyRow(day: rows.count, on: a, off: b, commute: b, job: job))
      }
    }
    rows.append(DutyRow(day: .max, on: 3, off: 9))
    rows.append(DutyRow(day: .min, on: 22, off: 6))
    var unchecked = JobFactors()
    (unchecked.breakFrequency, unchecked.longestWork, unchecked.breakLength) = (.nan, -5, 1e300)
    rows.append(DutyRow(day: 4, on: 22, off: 6, job: unchecked))
    for index in FatigueRiskIndex.evaluate(rows: rows.span) {
      #expect(values(index).allSatisfy { $0.isFinite })
    }
    #expect(FatigueRiskIndex.evaluate(rows: [DutyRow]().span).isEmpty)

    let ends: [Int32] = [.min, -1, 0, 1, 59, .max]
    let work = ends.flatMap { a in ends.map { WorkInterval(start: a, end: $0) } }
    for zone in [Zone.oslo, .utc] {
      for origin in [Int64.min, 0, .max] {
        let results = indices(work, origin: Instant(seconds: origin), zone: zone)
        #expect(results.count == work.count)
        #expect(results.allSatisfy { values($0).allSatisfy { $0.isFinite } })
      }
    }
  }

  @Test("What nobody has checked is marked")
  func unverified() {
    func isVerified(_ rows: [DutyRow]) -> Bool? {
      FatigueRiskIndex.evaluate(rows: rows.span).last?.isVerified
    }
    let day = DutyRow(day: 1, on: 7, off: 15)
    #expect(isVerified([day]) == true)
    #expect(isVerified([DutyRow(day: 1, on: 7, off: 23)]) == true)
    #expect(isVerified([DutyRow(day: 1, on: 7, off: 23.25)]) == false)
    #expect(isVerified([day, DutyRow(day: 8, on: 7, off: 15)]) == true)
    #expect(isVerified([day, DutyRow(day: 9, on: 7, off: 15)]) == false)
    #expect(isVerified([day, DutyRow(day: 1, on: 15, off: 22)]) == true)
    #expect(isVerified([day, DutyRow(day: 1, on: 14, off: 22)]) == false)
    // 187.5 and 202.5 min are 12.5 and 13.5 quarters: 12 or 13, and 14 in either rounding.
    let between = JobFactors(breakFrequency: 180, longestWork: 195)
    #expect(isVerified([DutyRow(day: 1, on: 7, off: 15, job: between)]) == false)
    let above = JobFactors(breakFrequency: 180, longestWork: 225)
    #expect(isVerified([DutyRow(day: 1, on: 7, off: 15, job: above)]) == true)
  }

  @Test("The memory of shifts holds no more than it may, and gives what is computed (seed 8)")
  func memory() {
    var random = SplitMix(8)
    let demands = JobDemands(.standard)
    var memory = ShiftMemory(demands, commute: 40)
    func fresh(_ key: ShiftKey) -> ShiftHours {
      ShiftHours(
        on: Double(key.second) / 3600, hours: Double(key.length) / 3600, commute: 40, job: demands)
    }
    for i in 0..<20_000 {
      let key = ShiftKey(
        second: Int32.random(in: 0..<86_400, using: &random),
        length: Int32.random(in: 60...60_000, using: &random))
      _ = memory.hours(key)
      guard i % 100 == 0 else { continue }
      let (found, expected) = (memory.hours(key), fresh(key))
      #expect(found.timing.fatigue == expected.timing.fatigue)
      #expect(found.timing.risk == expected.timing.risk)
      #expect(found.sleep.byEnd == expected.sleep.byEnd)
    }
    #expect(memory.count <= ShiftMemory.size)
  }

  @Test("The time at home is that of the two shifts and the days between them (seed 9)")
  func timeAtHome() {
    var random = SplitMix(9)
    let demands = JobDemands(.standard)
    var memory = ShiftMemory(demands, commute: 40)
    // Few shifts, so that the same come up again, and many orders of them, so that they are forgotten.
    let shifts: [ShiftKey] = (0..<12).map { (i: Int32) -> ShiftKey in
      let length: Int32 = 3600 + i * i * 900
      return ShiftKey(second: i * 7200, length: length)
    }
    var found = 0
    for _ in 0..<20_000 {
      let (last, next) = (shifts[Int(random.next() % 12)], shifts[Int(random.next() % 12)])
      let days = Int.random(in: -1...12, using: &random)
      let time = memory.time(after: last, days: days, to: next)
      let hours = [last, next].map { (key: ShiftKey) -> ShiftHours in
        ShiftHours(
          on: Double(key.second) / 3600, hours: Double(key.length) / 3600, commute: 40,
          job: demands)
      }
      let seconds: Int = 86_400 * days + Int(next.second) - Int(last.second) - Int(last.length)
      let rest = Double(seconds) / 3600
      let expected = TimeAtHome(
        after: hours[0], lastOff: Double((last.second + last.length) % 86_400) / 3600, hours: rest,
        to: hours[1])
      #expect(time.lost == expected.lost && time.lostNext == expected.lostNext)
      #expect(time.rest == expected.rest && time.isVerified == expected.isVerified)
      #expect(
        time.risk.amount == expected.risk.amount
          && time.risk.followsDaysOff == expected.risk.followsDaysOff)
      if rest > 25, time.risk.followsDaysOff { found += 1 }
    }
    #expect(found > 1000)
  }

  @Test("Hours are those of the wall clock over both clock changes")
  func clockChanges() {
    // Nights 22–06 from Friday to Monday around 2026-03-29 and 2026-10-25, against 2026-01-30.
    func nights(_ friday: CivilDate) -> [DutyIndex] {
      let work = (0..<3).map { night in
        func instant(_ day: Int, _ hour: Int) -> Int32 {
          let civil = CivilTime(friday + day, secondOfDay: hour * 3600)
          return Int32(Zone.oslo.resolve(civil).instant.seconds - winter.seconds)
        }
        return WorkInterval(start: instant(night, 22), end: instant(night + 1, 6))
      }
      return indices(work, origin: winter)
    }
    let days = [(2026, 1, 30), (2026, 3, 27), (2026, 10, 23)].map {
      nights(CivilDate(year: $0.0, month: $0.1, day: $0.2) ?? CivilDate(days: 0))
    }
    #expect(days[0].count == 3)
    #expect(days[0] == days[1])
    #expect(days[0] == days[2])
    // 02:45 in summer time to 02:15 in winter time is half an hour.
    let fold = WorkInterval(start: 25_321_500, end: 25_323_300)
    #expect(Zone.oslo.civil(winter + Elapsed(seconds: 25_321_500)).hour == 2)
    let short = indices([fold], origin: winter)
    let same = indices([WorkInterval(start: 9_900, end: 11_700)], origin: winter)
    #expect(short == same)
  }
}
