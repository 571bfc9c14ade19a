import Testing

@testable import FatigueCore

/// Rules of the models at their limits (`MOD`).
@Suite("Rules of the models, at their limits")
struct ModelPackTests {
  /// What a rule says of one day shift of which a model says something.
  private static func findings(_ rule: Rule, _ change: (inout DutyPeak) -> Void) throws -> [Finding]
  {
    let roster = try PackCheck.strip("- D -")
    var evidence = Evidence(roster: roster, limits: Limits())
    var clock = ZoneCursor(roster.zone)
    evidence.turn(to: 0, clock: &clock)
    var duty = DutyPeak(peak: KSS(3), peakAt: 0, minutesAt7: 0, minutesAt8: 0)
    change(&duty)
    evidence.duties.append(duty)
    var findings: [Finding] = []
    rule.evaluate(evidence, &findings)
    let counted = rule.count?(evidence)
    #expect((counted?.warnings ?? 0) + (counted?.notes ?? 0) == Int32(findings.count))
    return findings
  }

  @Test(
    "Seventeen hours awake are no finding, nor as many as one has slept",
    arguments: [
      (17 * 60, 17 * 60, nil), (17 * 60 + 1, 18 * 60, 17 * 60), (17 * 60, 17 * 60 - 1, 17 * 60 - 1),
      (10 * 60, 10 * 60, nil), (10 * 60, 10 * 60 - 1, 10 * 60 - 1),
      (17 * 60 + 1, 10 * 60, 17 * 60),
    ] as [(Int32, Int32, Int64?)])
  func timeAwake(awake: Int32, slept: Int32, limit: Int64?) throws {
    let found = try Self.findings(TimeAwake.rule) {
      ($0.awakeAtEnd, $0.sleep48) = (awake * 60, slept * 60)
    }
    #expect(found.map(\.limit) == (limit.map { [Fraction($0, 60)] } ?? []))
    #expect(found.allSatisfy { $0.measured == Fraction(Int64(awake), 60) })
  }

  @Test("Eleven hours are a rest in which one should have slept, a minute less is not")
  func sleepInRest() throws {
    for (start, count) in [("02:00", 1), ("01:59", 0)] {
      let roster = try PackCheck.strip("07:00-15:00 \(start)-10:00 -")
      var evidence = Evidence(roster: roster, limits: Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      for slept in [nil, 4 * 3600] as [Int32?] {
        var duty = DutyPeak(peak: KSS(3), peakAt: 0, minutesAt7: 0, minutesAt8: 0)
        duty.sleepInRest = slept
        evidence.duties.append(duty)
      }
      var findings: [Finding] = []
      SleepInRest.rule.evaluate(evidence, &findings)
      #expect(findings.count == count)
      #expect((SleepInRest.rule.count?(evidence)?.warnings ?? 9) == count)
    }
  }

  @Test("A level is reached by what is rounded to it, and by nothing less")
  func rounded() {
    for hundredths in Int64(1)...1_000 {
      let level = RoundedLevel(hundredths: hundredths)
      for part in [-1.5, -1, -0.75, -0.5, -0.25, 0, 0.25, 0.5] {
        let value = (Double(hundredths) + part) / 100
        let own = Int64(KSS(value).hundredths)
        #expect(level.isReached(by: value) == (own >= hundredths), "\(value)")
        #expect(level.hundredths(of: value) == (own >= hundredths ? own : nil))
      }
    }
  }

  @Test(
    "Sleep is recorded where one stretch of the log holds all of it, and predicted where none does")
  func origin() {
    let record = SleepRecord([.init(onset: 1_000, wake: 30_000)])
    let hour: Int64 = 3_600
    func origin(_ from: Int64, _ to: Int64) -> SleepOrigin {
      SleepOrigin(record, from: from, to: to)
    }
    #expect(origin(1_000, 30_000) == .recorded)
    #expect(origin(1_001, 29_999) == .recorded)
    #expect(origin(999, 30_000) == .both)
    #expect(origin(1_000, 30_001) == .both)
    #expect(origin(30_000 + hour, 30_000 + 2 * hour) == .predicted)
    #expect(SleepOrigin(nil, from: 1_000, to: 30_000) == .predicted)
  }

  @Test("The last awakening of the day before a shift is the end of what can be recorded")
  func originBeforeAShift() throws {
    let roster = try PackCheck.strip("- - - D -")
    let shift = try #require(roster.shifts.first { $0.kind == .work })
    let hour: Int32 = 3_600
    func origin(_ sleeps: (from: Int32, to: Int32)..., since: Int32) -> SleepOrigin {
      let record = SleepRecord(
        sleeps.map { .init(onset: shift.start + $0.from, wake: shift.start + $0.to) })
      return SleepOrigin(
        FindingContext(roster: roster, name: "", record: record), before: shift,
        from: Int64(shift.start + since))
    }
    #expect(origin((-50 * hour, 1 - 24 * hour), since: -40 * hour) == .recorded)
    #expect(origin((-50 * hour, -24 * hour), since: -40 * hour) == .both)
    #expect(origin((-30 * hour, -8 * hour), since: -24 * hour) == .recorded)
    #expect(origin((-20 * hour, -8 * hour), since: -24 * hour) == .both)
    // What ends after the shift began is no awakening before it.
    #expect(origin((-30 * hour, 1), since: -24 * hour) == .recorded)
    #expect(origin((-30 * hour, -23 * hour), (-8 * hour, 1), since: -24 * hour) == .recorded)
  }

  @Test("What is said of hours awake names where the sleep before comes from")
  func sentences() throws {
    let roster = try PackCheck.strip("- - - D -")
    let shift = try #require(roster.shifts.firstIndex { $0.kind == .work })
    var finding = Finding(
      .warning, from: roster.shifts[shift].start, to: roster.shifts[shift].end, shift: Int32(shift),
      measured: Fraction(18), limit: Fraction(17), .atMost, .hours)
    finding.detail = 8 * 3600
    let end = roster.shifts[shift].end
    let record = SleepRecord([
      .init(onset: end - 26 * 3600, wake: end - 18 * 3600),
      .init(onset: end + 8 * 3600, wake: end + 16 * 3600),
    ])
    func said(_ record: SleepRecord?) -> String {
      let context = FindingContext(roster: roster, name: "A", record: record)
      return TimeAwake.rule.describe(finding, context).message.en
    }
    #expect(said(nil).contains("predicted to have been awake"))
    #expect(!said(record).contains("predicted"))
  }
}
