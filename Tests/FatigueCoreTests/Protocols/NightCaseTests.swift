import Testing

@testable import FatigueCore

/// Each rule of a night by itself against the reference's worked plans: its sleeps and phase go in, its
/// strategy, naps, caffeine and sleepiness are to come out (tolerances: the file itself).
@Suite struct NightCaseTests {
  @Test("Blocks and strategies", arguments: PlannerCase.all)
  func strategies(plan: PlannerCase) throws {
    let expected = try #require(NightCase.all[plan.id])
    let duties = plan.shifts.map {
      PlanDuty(
        WorkInterval(start: $0.start * 60, end: $0.end * 60), zone: plan.zone, origin: plan.start)
    }
    let blocks = NightBlock.blocks(
      of: duties,
      under: StrategyConditions(
        hasBrightLight: expected.overrides.lightContra != true
          && expected.overrides.brightSource != "none",
        nocturnalDaysOff: expected.nocturnalDaysOff))
    #expect(blocks.map(\.count) == expected.blocks.map(\.nights))
    #expect(blocks.map(\.strategy.rawValue) == expected.blocks.map(\.strategy))
    #expect(blocks.map { $0.reasons.map(\.rawValue) } == expected.blocks.map(\.reasons))
    #expect(
      blocks.map { duties[$0.duties.lowerBound].span.start / 60 }
        == expected.blocks.map(\.firstStart))
  }

  @Test("Naps before and on duty", arguments: PlannerCase.all)
  func naps(plan: PlannerCase) throws {
    let expected = try #require(NightCase.all[plan.id])
    for night in expected.nights {
      let duty = night.duty
      let earlier = plan.course(withPlan: true) { span, isNap in
        let isPreNap = isNap && span.wake / 60 == night.preNap?.last
        return span.wake <= duty.start && !isPreNap
      }
      let rules = PreNapRules()
      let midnight = (Int(night.start) / 1440 + 1) * 1440
      let before = rules.nap(
        before: duty, in: earlier,
        earliest: rules.earliest(before: duty, zone: plan.zone, origin: plan.start),
        lowPoint: Int32(((Double(midnight) + night.cbtminClock * 60) * 60).rounded()),
        commute: plan.commute)
      #expect((before == nil) == (night.preNap == nil), "\(night.start)")
      if let before, let preNap = night.preNap {
        #expect(abs(before.start / 60 - preNap[0]) <= 15, "\(night.start)")
        #expect((before.end - before.start) / 60 == preNap[1] - preNap[0])
      }
      guard let costWithout = night.costWithout else { continue }
      let rested = plan.course(withPlan: true) { span, _ in span.wake <= duty.start }
      let search = NapSearch(
        on: duty, in: rested, commute: plan.commute, rules: expected.rules,
        earliest: expected.rules.earliest(on: duty, zone: plan.zone, origin: plan.start))
      // The file's phases have three decimals, which shows where sleepiness hardly costs anything.
      #expect(abs(search.costWithout - costWithout) <= 0.01 * costWithout + 1e-3)
      #expect((search.best == nil) == (night.nap == nil), "\(night.start)")
      guard let nap = search.best, let expectedNap = night.nap else { continue }
      #expect(abs(nap.start / 60 - expectedNap[0]) <= 15)
      #expect(abs(nap.cost - (night.costWith ?? .nan)) <= 0.01 * nap.cost + 1e-3)
      #expect(nap.asleep.seconds / 60 == night.napSleepMin)
      #expect(NapEffects().buffer(asleep: nap.asleep).seconds / 60 == night.inertiaBufferMin)
    }
  }

  @Test("Caffeine, sleepiness and the way home", arguments: PlannerCase.all)
  func advice(plan: PlannerCase) throws {
    let expected = try #require(NightCase.all[plan.id])
    let courses = [plan.course(withPlan: false), plan.course(withPlan: true)]
    for night in expected.nights {
      let home = Int(night.duty.end) + Int(plan.commute.length.seconds)
      #expect(abs(courses[0].worstTime(on: night.duty) / 60 - night.worstTimeWithout) <= 5)
      for (course, k) in zip(courses, 0...) {
        let worst = course.kss(at: night.worstTimeWithout * 60).raw
        #expect(abs(worst - night.kssWorst[k]) < 0.05)
        #expect(abs(course.kss(at: Int(night.duty.end)).raw - night.kssEnd[k]) < 0.05)
        #expect(abs(course.kss(at: home).raw - night.kssAfterCommute[k]) < 0.05)
      }
      let atEnd = courses[1].kss(at: Int(night.duty.end))
      let drive = DriveHome(atEnd: atEnd, afterCommute: courses[1].kss(at: home))
      let worse = max(night.kssEnd[1], night.kssAfterCommute[1])
      if abs(worse - 7) > 0.05, abs(worse - 7.5) > 0.05 {
        #expect(drive.rawValue == night.driveFlag)
      }
      guard let next = plan.sleepWith.first(where: { $0[0] >= night.end }) else { continue }
      let window = Caffeine.window(on: night.duty, nextSleep: next[0] * 60)
      #expect(window.map { [$0.start / 60, $0.end / 60] } == night.caffeine)
    }
  }

  @Test("Settings that nobody means")
  func bounds() {
    let course = PlannedAlertness(from: 0)
    var rules = PreNapRules()
    for length in [Int64.min, 0, Int64.max] {
      rules.length = Elapsed(seconds: length)
      rules.afterWaking = Elapsed(seconds: length)
      rules.latency = Elapsed(seconds: length)
      for start in [Int32.min, 0, 82_800, Int32.max] {
        let duty = WorkInterval(start: start, end: .max)
        _ = rules.nap(before: duty, in: course, earliest: .min, lowPoint: .max)
        _ = rules.earliest(before: duty, zone: NapVectors.zone, origin: NapVectors.origin)
        _ = Caffeine.window(on: duty, nextSleep: .min)
        let planned = PlanDuty(duty, zone: NapVectors.zone, origin: NapVectors.origin)
        #expect(NightBlock.blocks(of: [planned, planned]).count <= 1)
      }
    }
    #expect(NightBlock.blocks(of: []).isEmpty)
  }
}
