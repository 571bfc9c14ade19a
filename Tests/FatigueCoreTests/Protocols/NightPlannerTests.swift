import Testing

@testable import FatigueCore

/// Whole plans, from the duties alone, against the worked cases of our own reference in another language.
@Suite struct NightPlannerTests {
  @Test("Sleep, naps and phase", arguments: PlannerCase.all)
  func sleepAndPhase(plan: PlannerCase) throws {
    let result = try #require(plan.plan())
    Self.expect(result.sleepsWithout, plan.sleepWithout)
    Self.expect(result.sleeps.filter { !$0.isNap }.map(\.span), plan.sleepWith)
    let naps = result.sleeps.filter(\.isNap)
    #expect(naps.count == plan.naps.count)
    for (nap, expected) in zip(naps, plan.naps) {
      #expect(abs(nap.span.onset / 60 - expected[0]) <= 15, "\(expected)")
    }
    #expect(result.days.count == plan.days)
    for (i, day) in result.days.enumerated() {
      #expect(abs(day.shiftWithout - plan.delayWithout[i]) < 0.05, "day \(i)")
      #expect(abs(day.shift - plan.delayWith[i]) < 0.05, "day \(i)")
      let others = plan.delayWithOtherModels.values.map { $0[i] } + [plan.delayWith[i]]
      #expect(abs(day.range.lowerBound - (others.min() ?? 0)) < 0.06, "day \(i)")
      #expect(abs(day.range.upperBound - (others.max() ?? 0)) < 0.06, "day \(i)")
    }
  }

  private static func expect(_ sleeps: [SleepSpan], _ expected: [[Int32]]) {
    #expect(sleeps.count == expected.count)
    for (sleep, expected) in zip(sleeps, expected) {
      #expect(abs(sleep.onset / 60 - expected[0]) <= 5, "\(expected)")
      #expect(abs(sleep.wake / 60 - expected[1]) <= 5, "\(expected)")
    }
  }

  @Test("Strategies, light and glasses", arguments: PlannerCase.all)
  func light(plan: PlannerCase) throws {
    let expected = try #require(NightCase.all[plan.id])
    let result = try #require(plan.plan())
    #expect(result.blocks.map(\.strategy.rawValue) == expected.blocks.map(\.strategy))
    #expect(
      result.blocks.map { $0.reasons.map(\.rawValue) } == expected.blocks.map(\.reasons))
    let light = result.nights.flatMap(\.light)
    let pulses = light.filter { $0.kind == .bright }
    #expect(pulses.count == plan.pulses.count)
    for (pulse, expected) in zip(pulses, plan.pulses) {
      #expect(abs(Double(pulse.span.start) / 60 - expected[0]) <= 5)
      #expect(abs(Double(pulse.span.end) / 60 - expected[1]) <= 5)
      #expect(pulse.lux == expected[2])
    }
    let outdoors = result.nights.filter { $0.strategy != .stayDay }.flatMap(\.light)
      .filter { $0.kind == .outdoors }
    #expect(outdoors.count == plan.outdoorSeek.count)
    let glasses = result.nights.filter { $0.glasses != nil }.map { $0.duty.end / 60 }
    #expect(glasses == plan.glassesAfterShiftEnd)
  }

  @Test("Every night", arguments: PlannerCase.all, [false, true])
  func nights(plan: PlannerCase, fromRoster: Bool) throws {
    let expected = try #require(NightCase.all[plan.id])
    let result = try #require(fromRoster ? plan.planFromRoster() : plan.plan())
    #expect(result.nights.count == expected.nights.count)
    for (night, expected) in zip(result.nights, expected.nights) {
      #expect(night.duty == expected.duty)
      #expect(abs(night.lowPoint - expected.cbtminClock) < 0.05)
      #expect((night.homeNap == nil) == (expected.preNap == nil))
      #expect((night.dutyNap == nil) == (expected.nap == nil))
      if let nap = night.dutyNap, let cost = night.napCost, let start = expected.nap?.first {
        #expect(abs(nap.span.start / 60 - start) <= 15)
        #expect(nap.asleep.seconds / 60 == expected.napSleepMin)
        #expect((nap.bufferUntil - nap.span.end) / 60 == expected.inertiaBufferMin.map(Int32.init))
        // Two days earlier the clock stands a minute from where the reference starts it.
        let share = fromRoster ? 0.03 : 0.01
        #expect(abs(cost.with - (expected.costWith ?? .nan)) <= share * cost.with + 1e-3)
      }
      #expect(
        night.caffeine.map { [$0.window.start / 60, $0.window.end / 60] } == expected.caffeine)
      let gain = night.gain
      #expect(abs(Int(gain.worstAt) / 60 - expected.worstTimeWithout) <= 5)
      for (pair, expected) in [
        (gain.worst, expected.kssWorst), (gain.end, expected.kssEnd),
        (gain.home, expected.kssAfterCommute),
      ] {
        #expect(abs(pair.without.raw - expected[0]) < 0.05)
        #expect(abs(pair.with.raw - expected[1]) < 0.05)
      }
      let worse = max(expected.kssEnd[1], expected.kssAfterCommute[1])
      if abs(worse - 7) > 0.05, abs(worse - 7.5) > 0.05 {
        #expect(night.drive.rawValue == expected.driveFlag)
      }
    }
  }
}
