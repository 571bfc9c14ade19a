import Foundation
import Testing

@testable import FatigueCore

/// The rules of the models pass most duties by, and find the worst of a run on the way: here each run is
/// looked at by itself, and each duty of it in full.
@Suite("Rules of the models and a slow look")
struct ModelRunTests {
  private static let count: UInt64 =
    ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1" ? 5_000 : 300

  @Test("One finding per run of duties, of the first of its worst (seeds 1 and on)")
  func likeASlowLook() throws {
    var found: [String: Int] = [:]
    for seed in 1...Self.count {
      var random = SplitMix(seed)
      let roster = try QuickLookTests.roster(&random)
      var evidence = Evidence(
        roster: roster, limits: seed.isMultiple(of: 3) ? Self.odd(&random) : Limits())
      var clock = ZoneCursor(roster.zone)
      evidence.turn(to: 0, clock: &clock)
      for i in evidence.timeline.blocks.indices {
        evidence.duties.append(Self.duty(&random, isFirst: i == 0))
        evidence.indices.append(Self.index(&random))
      }
      for (rule, expected) in SlowLook(evidence).all {
        var findings: [Finding] = []
        rule.evaluate(evidence, &findings)
        found[rule.id, default: 0] += findings.count
        #expect(findings.map(Told.init) == expected, "\(rule.id), seed \(seed)")
      }
      // Of fewer duties than blocks nothing is said.
      guard !evidence.duties.isEmpty else { continue }
      evidence.duties.removeLast()
      for rule in ModelRules.all {
        var findings: [Finding] = []
        rule.evaluate(evidence, &findings)
        #expect(findings.isEmpty)
      }
    }
    #expect(found.count == 8 && found.values.allSatisfy { $0 > 100 }, "\(found)")
  }

  /// Limits at an end of what is allowed.
  private static func odd(_ random: inout SplitMix) -> Limits {
    var limits = Limits()
    for limit in ModelRules.all.flatMap(\.limits) where Bool.random(using: &random) {
      let ends = [limit.allowed.lowerBound, limit.allowed.upperBound]
      limits.set(limit, to: ends.randomElement(using: &random) ?? limit.standard)
    }
    return limits
  }

  private static func rating(_ random: inout SplitMix, _ edges: [Double]) -> Double {
    Bool.random(using: &random)
      ? Double.random(in: 0.5...9.5, using: &random)
      : (edges.randomElement(using: &random) ?? 0)
        + [-0.01, -0.005, 0, 0.005][Int(random.next() % 4)]
  }

  static func duty(_ random: inout SplitMix, isFirst: Bool) -> DutyPeak {
    func hours(_ most: Int32) -> Int32 { Int32.random(in: 0...most * 60, using: &random) * 60 }
    var duty = DutyPeak(
      peak: KSS(rating(&random, [6.5, 7.25, 7.75])),
      peakAt: Int32.random(in: 0...1000, using: &random), minutesAt7: 0, minutesAt8: 0)
    duty.home = KSS(rating(&random, [7, 7.5]))
    duty.awakeAtEnd = hours(24)
    duty.sleep48 = hours(17)
    duty.sleep24BeforeEnd = hours(9)
    duty.sleep48BeforeEnd = hours(17)
    duty.sleepInRest = isFirst ? nil : hours(9)
    return duty
  }

  static func index(_ random: inout SplitMix) -> DutyIndex {
    let fatigue =
      Bool.random(using: &random)
      ? Double.random(in: 0...60, using: &random)
      : [0.5, 0.995, 30, 30.004, 30.005, 35.005, 40.005, 45, 45.005][Int(random.next() % 9)]
    let risk = [0.9, 1.1, 1.6, 1.604, 1.605, 1.7][Int(random.next() % 6)]
    return DutyIndex(
      fatigue: FatigueIndex(value: fatigue, cumulative: 0, timing: 0, job: 0),
      risk: RiskIndex(value: risk, cumulative: 0, timing: 0, job: 0), isVerified: true)
  }
}

/// What a finding says.
private struct Told: Equatable {
  var status: FindingStatus
  var from: Int32
  var to: Int32
  var shift: Int32
  var measured: String
  var limit: String
  var count: Int32
  var detail: Int32 = 0
  var related: Int32 = -1
}

extension Told {
  init(_ finding: Finding) {
    self.init(
      status: finding.status, from: finding.from, to: finding.to, shift: finding.shift,
      measured: finding.measured.text, limit: finding.limit.text, count: finding.count,
      detail: finding.detail, related: finding.related)
  }
}

private struct SlowLook {
  let evidence: Evidence
  private var blocks: [PersonTimeline.Block] { evidence.timeline.blocks }
  private var duties: [DutyPeak] { evidence.duties }

  init(_ evidence: Evidence) { self.evidence = evidence }

  var all: [(Rule, [Told])] {
    [
      (PeakSleepiness.rule, peaks), (SleepinessHome.rule, arrivals),
      (SleepInOneDay.rule, little(SleepInOneDay.least) { Int64(duties[$0].sleep24BeforeEnd) }),
      (SleepInTwoDays.rule, little(SleepInTwoDays.least) { Int64(duties[$0].sleep48BeforeEnd) }),
      (TimeAwake.rule, longAwake), (SleepInRest.rule, littleInRest),
      (FatigueIndexLevel.rule, fatigue), (RiskIndexLevel.rule, risk),
    ]
  }

  /// Blocks of one type with less than 72 h between one and the next.
  private var runs: [[Int]] {
    var runs: [[Int]] = []
    for i in blocks.indices {
      if i > 0, blocks[i].type == blocks[i - 1].type,
        Int64(blocks[i].start) - Int64(blocks[i - 1].end) < 72 * 3600
      {
        runs[runs.count - 1].append(i)
      } else {
        runs.append([i])
      }
    }
    return runs
  }

  /// One of each run with some duty that is bad: the first of the worst.
  private func tell(
    _ badness: (Int) -> Int64?, finish: ([Int], Int, inout Told) -> Void
  ) -> [Told] {
    runs.compactMap { run in
      let bad = run.filter { badness($0) != nil }
      let most = bad.compactMap(badness).max()
      guard let worst = bad.first(where: { badness($0) == most }) else { return nil }
      var told = Told(
        status: .warning, from: blocks[run[0]].start, to: blocks[run[run.count - 1]].end,
        shift: blocks[worst].first, measured: "", limit: "", count: Int32(bad.count))
      finish(run, worst, &told)
      return told
    }
  }

  private func steps(_ limit: Limit) -> Int64 { evidence.limits.steps(limit) }
  private func text(_ limit: Limit) -> String { evidence.limits[limit].text }

  /// Ratings with the levels from the mildest on; notes are those under the first grave one.
  private func rated(
    _ levels: [Limit], grave: Int, _ value: @escaping (Int) -> Int64,
    finish: (Int, inout Told) -> Void = { _, _ in }
  ) -> [Told] {
    tell(
      { value($0) >= steps(levels[0]) ? value($0) : nil },
      finish: { run, worst, told in
        // The gravest level that is reached; a note under the grave ones whatever else it reaches.
        var level = 0
        for k in levels.indices where k >= grave && value(worst) >= steps(levels[k]) { level = k }
        told.status = value(worst) >= steps(levels[grave]) ? .warning : .note
        told.measured = Fraction(value(worst), 100).text
        told.limit = text(levels[level])
        told.count = Int32(run.count { value($0) >= steps(levels[level]) })
        finish(worst, &told)
      })
  }

  private var peaks: [Told] {
    rated(
      [PeakSleepiness.yellow, PeakSleepiness.orange, PeakSleepiness.red], grave: 1,
      { Int64(duties[$0].peak.hundredths) },
      finish: { worst, told in told.detail = duties[worst].peakAt })
  }

  private var arrivals: [Told] {
    rated([SleepinessHome.orange, SleepinessHome.red], grave: 1) {
      Int64(duties[$0].home.hundredths)
    }
  }

  private func little(_ limit: Limit, _ slept: @escaping (Int) -> Int64) -> [Told] {
    tell(
      { slept($0) < steps(limit) ? -slept($0) : nil },
      finish: { _, worst, told in
        told.measured = Fraction(slept(worst), 3600).text
        told.limit = text(limit)
      })
  }

  private var littleInRest: [Told] {
    tell(
      { i in
        guard let slept = duties[i].sleepInRest, Int64(slept) < steps(SleepInRest.least),
          Int64(blocks[i].start) - Int64(blocks[i - 1].end) >= steps(DailyRest.minimum)
        else { return nil }
        return -Int64(slept)
      },
      finish: { _, worst, told in
        told.measured = Fraction(Int64(duties[worst].sleepInRest ?? -1), 3600).text
        told.limit = text(SleepInRest.least)
        told.related = blocks[worst - 1].last
      })
  }

  private var longAwake: [Told] {
    let most = steps(TimeAwake.most)
    return tell(
      { i in
        let awake = Int64(duties[i].awakeAtEnd)
        return awake > most || awake > Int64(duties[i].sleep48) ? awake : nil
      },
      finish: { _, worst, told in
        let (awake, slept) = (Int64(duties[worst].awakeAtEnd), duties[worst].sleep48)
        told.measured = Fraction(awake, 3600).text
        told.limit = awake > most ? text(TimeAwake.most) : Fraction(Int64(slept), 3600).text
        told.detail = slept
      })
  }

  /// It goes on with a duty that has a break, and has been told where that began.
  private func goesOn(_ i: Int) -> Bool {
    i > 0 && Int64(blocks[i].start) - Int64(blocks[i - 1].end) < FatigueRiskIndex.leastGap
  }

  private var fatigue: [Told] {
    func levels(_ i: Int) -> (note: Limit, action: Limit) {
      blocks[i].second < 6 * 3600 || blocks[i].second >= 20 * 3600
        ? (FatigueIndexLevel.night, FatigueIndexLevel.nightAction)
        : (FatigueIndexLevel.day, FatigueIndexLevel.dayAction)
    }
    func value(_ i: Int) -> Int64 { Int64(evidence.indices[i].fatigue.hundredths) }
    return tell(
      { i in
        guard value(i) >= 100, !goesOn(i), value(i) > steps(levels(i).note) else { return nil }
        return value(i) - steps(levels(i).note)
      },
      finish: { run, worst, told in
        let isAction = value(worst) > steps(levels(worst).action)
        let limit = isAction ? levels(worst).action : levels(worst).note
        told.status = isAction ? .warning : .note
        told.measured = Fraction(value(worst), 100).text
        told.limit = text(limit)
        told.count = Int32(run.count { value($0) > steps(limit) && !goesOn($0) })
      })
  }

  private var risk: [Told] {
    func value(_ i: Int) -> Int64 { Int64(evidence.indices[i].risk.hundredths) }
    let most = evidence.limits[RiskIndexLevel.most].hundredths
    return tell(
      { value($0) > most && !goesOn($0) ? value($0) : nil },
      finish: { _, worst, told in
        told.measured = Fraction(value(worst), 100).text
        told.limit = text(RiskIndexLevel.most)
      })
  }
}
