import Testing

@testable import FatigueCore

/// Plans that leave out what came before, or cut a duty in two: neither may look better than the honest
/// plan.
@Suite struct UnknownHistoryTests {
  /// Hours from midnight.
  private typealias Duty = (day: Int, from: Double, to: Double)

  private func analyse(_ duties: [Duty]) throws -> RosterAnalysis {
    var text = "person;start;end\n"
    for duty in duties {
      text += "Kari;\(Self.stamp(duty.day, duty.from));\(Self.stamp(duty.day, duty.to))\n"
    }
    let reading = RosterReader.read(text)
    #expect(reading.said.isEmpty, "\(reading.said)")
    return RosterAnalysis(try #require(reading.roster), settings: AnalysisSettings())
  }

  /// A time of June 2026, the day counted from 1.
  private static func stamp(_ day: Int, _ hours: Double) -> String {
    let minutes = Int((hours * 60).rounded())
    let date = day + minutes / 1440
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "2026-06-\(two(date))T\(two(minutes % 1440 / 60)):\(two(minutes % 60))"
  }

  private static let night: (Double, Double) = (21.5, 31.5)

  @Test(
    "Missing weeks before a plan: the bounds are no lower than what was there (seeds 1–60)",
    arguments: [11.0, 8])
  func missingWeeks(leastRest: Double) throws {
    let kinds = [(7, 15), (14.5, 22.5), Self.night, (7.5, 20), (19.5, 32)]
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      var duties: [Duty] = []
      var free = 0.0
      for day in 1...26 {
        guard Int.random(in: 0..<4, using: &random) > 0,
          let (from, to) = kinds.randomElement(using: &random),
          Double(day) * 24 + from >= free
        else { continue }
        free = Double(day) * 24 + to + leastRest
        duties.append((day, from, to))
      }
      let cut = duties.count / 3
      guard cut > 2 else { continue }
      let whole = try analyse(duties).detail(0)
      let part = try analyse(Array(duties.dropFirst(cut))).detail(0)
      for (index, honest) in whole.duties.dropFirst(cut).enumerated() {
        var peak = part.duties[index].peak.raw
        if index < part.worstPeaks.count { peak = max(peak, part.worstPeaks[index]) }
        // Somebody better rested wakes a little sooner: some thousandths of a KSS a day later.
        #expect(
          peak >= honest.peak.raw - 2e-3, "seed \(seed) duty \(index): \(honest.peak.raw - peak)")
        var (bound, honest) = (part.indices[index], whole.indices[index + cut])
        if index < part.worstIndices.count {
          bound.fatigue.value = max(bound.fatigue.value, part.worstIndices[index].fatigue)
          bound.risk.value = max(bound.risk.value, part.worstIndices[index].risk)
        }
        #expect(bound.fatigue.value >= honest.fatigue.value, "seed \(seed) duty \(index)")
        #expect(bound.risk.value >= honest.risk.value, "seed \(seed) duty \(index)")
      }
    }
  }

  @Test("Nights after nights that are not shown: the finding names the index at worst")
  func nightsAfterNights() throws {
    let nights = (1...9).map { Duty($0, Self.night.0, Self.night.1) }
    let whole = try analyse(nights).detail(0).indices
    let part = try analyse(Array(nights.suffix(3)))
    let bounds = part.detail(0).worstIndices
    for (bound, honest) in zip(bounds, whole.suffix(3)) {
      #expect(bound.fatigue >= honest.fatigue.value && bound.risk >= honest.risk.value)
    }
    let finding = try #require(
      part.findings.first { RuleBook.rule(of: $0).id == FatigueIndexLevel.rule.id })
    #expect(finding.horizonTruncated)
    #expect(Int(finding.balance) >= whole[8].fatigue.hundredths)
    #expect(Int(finding.balance) > finding.measured.hundredths)
  }

  @Test(
    "A duty cut in two has the indices of the whole one, and its findings",
    arguments: [1.0 / 60, 0.5, 45.0 / 60, 1, 2])
  func cutDuty(pause: Double) throws {
    func cut(_ duties: [Duty]) -> [Duty] {
      duties.flatMap { duty -> [Duty] in
        let middle = (duty.from + duty.to) / 2
        return [(duty.day, duty.from, middle), (duty.day, middle + pause, duty.to)]
      }
    }
    let plans: [[Duty]] = [
      (1...5).map { ($0, Self.night.0, Self.night.1) }, [(1, 8, 32), (3, 8, 32)],
      [(1, 7, 19.5), (2, 7, 19.5), (3, 19.5, 32)],
    ]
    for plan in plans {
      let (whole, parts) = (try analyse(plan), try analyse(cut(plan)))
      let (one, two) = (whole.detail(0).indices, parts.detail(0).indices)
      #expect(two.count == 2 * one.count)
      for (index, honest) in one.enumerated() {
        #expect(two[2 * index] == honest && two[2 * index + 1] == honest)
      }
      for rule in [FatigueIndexLevel.rule.id, RiskIndexLevel.rule.id] {
        func worst(_ analysis: RosterAnalysis) -> [Fraction] {
          analysis.findings.filter { RuleBook.rule(of: $0).id == rule }.map(\.measured)
        }
        #expect(worst(whole).max() == worst(parts).max())
      }
    }
  }

  @Test("The way to work that is given is that of the indices too")
  func commute() throws {
    let reading = RosterReader.read(
      "person;start;end\nKari;2026-06-01T21:30;2026-06-02T07:30\n")
    let roster = try #require(reading.roster)
    func index(_ minutes: Int64?) -> Double {
      var settings = AnalysisSettings()
      settings.facts.sleep.commute = minutes.map { .minutes($0) }
      return RosterAnalysis(roster, settings: settings).detail(0).indices[0].fatigue.value
    }
    // Forty minutes there and back is the index's own standard.
    #expect(index(20) == index(nil))
    #expect(index(90) > index(20))
  }

  @Test("Going on from a known past is predicting the whole of it (seeds 1–40)")
  func goingOn() {
    let predictor = SleepPredictor()
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let origin = Instant(seconds: Int64(SleepPredictorTests.summerOrigin))
      let work = RandomRoster.duties(days: 16, using: &random).map {
        WorkInterval(start: Int32($0.start), end: Int32($0.end))
      }
      var (whole, part) = (SleepHistory(), SleepHistory())
      predictor.predict(work: work.span, origin: origin, zone: .oslo, into: &whole)
      // The first duty after a break in which one may sleep.
      guard
        let cut = work.indices.dropFirst(3).first(where: {
          work[$0].start - work[$0 - 1].end > 3600
        })
      else { continue }
      let first = work[cut].start
      let past = whole.episodes.filter { $0.onset < first }.map { $0.moved(by: -Int(first)) }
      let rest = Array(work[cut...])
      #expect(
        predictor.goOn(after: past, with: rest.span, origin: origin, zone: .oslo, into: &part))
      #expect(part.episodes == whole.episodes.filter { $0.onset < work[work.count - 1].start })
    }
  }

  @Test("The highest indices are those of the histories one by one (seeds 1–60)")
  func highestIndices() {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let origin = Instant(seconds: Int64(SleepPredictorTests.autumnOrigin))
      let work = RandomRoster.duties(days: 28, using: &random).map {
        WorkInterval(start: Int32($0.start), end: Int32($0.end))
      }
      guard let first = work.first else { continue }
      let (duties, _) = PersonAnalyser.wholeDuties(work[...])
      var index = FatigueRiskIndex()
      var clock = ZoneCursor(.oslo)
      var beginnings: [IndexBeginning] = []
      var expected = [IndexBound](
        repeating: IndexBound(fatigue: 0, risk: 0), count: duties.count)
      for history in UnknownHistory.forIndex {
        let before = history.duties(before: first.start, count: UnknownHistory.dutiesForIndex)
        beginnings.append(
          index.beginning(before, upTo: duties[0], clock: &clock, origin: origin))
        var alone: [DutyIndex] = []
        index.evaluate((before + duties).span, clock: &clock, origin: origin, into: &alone)
        for (i, index) in alone.suffix(duties.count).enumerated() {
          expected[i].fatigue = max(expected[i].fatigue, index.fatigue.value)
          expected[i].risk = max(expected[i].risk, index.risk.value)
        }
      }
      let found = index.highest(duties, after: beginnings, clock: &clock, origin: origin)
      for (found, expected) in zip(found, expected) {
        #expect(abs(found.fatigue - expected.fatigue) < 1e-11, "seed \(seed)")
        #expect(abs(found.risk - expected.risk) < 1e-11, "seed \(seed)")
      }
      // The first few are the same when no more is asked for, but for the one after them.
      let few = index.highest(
        Array(duties.prefix(4)), after: beginnings, clock: &clock, origin: origin)
      #expect(few.dropLast() == found.prefix(few.count - 1))
    }
  }
}
