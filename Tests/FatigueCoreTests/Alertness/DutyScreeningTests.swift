import Testing

@testable import FatigueCore

/// The quick looks of a screening, each beside a slow one.
@Suite struct DutyScreeningTests {
  private let model = ThreeProcessModel()

  /// Some months of duties, around a change of the clock or far from any.
  private func run(
    _ seed: UInt64, days: Int, step: Int = 300
  ) -> (work: [WorkInterval], history: SleepHistory) {
    var random = SplitMix(seed)
    let origins = [
      SleepPredictorTests.springOrigin, SleepPredictorTests.autumnOrigin,
      SleepPredictorTests.summerOrigin,
    ]
    let work = RandomRoster.duties(days: days, step: step, using: &random).map {
      WorkInterval(start: Int32($0.start), end: Int32($0.end))
    }
    let naps = work.filter { $0.length > 6 * 3600 && random.next() % 8 == 0 }
      .map { SleepSpan(onset: $0.start - 3000, wake: $0.start - 1500) }
    var history = SleepHistory()
    SleepPredictor().predict(
      work: work.span, naps: naps.span, origin: Instant(seconds: Int64(origins[Int(seed % 3)])),
      zone: .oslo, into: &history)
    return (work, history)
  }

  private func screen(_ work: [WorkInterval], _ history: SleepHistory) -> [DutyPeak] {
    // What was there before is written over.
    var peaks = [DutyPeak](
      repeating: DutyPeak(peak: KSS(9), peakAt: 1, minutesAt7: 2, minutesAt8: 3),
      count: work.count / 2)
    model.screen(work.span, history, into: &peaks)
    return peaks
  }

  @Test("Each duty has the values of the full evaluation (seeds 1–60)")
  func likeTheEvaluation() {
    for seed in 1...60 as ClosedRange<UInt64> {
      let (work, history) = run(seed, days: 80, step: seed % 5 == 0 ? 7 : 300)
      var duties: [DutyAlertness] = []
      model.evaluate(work.span, history, into: &duties)
      for (i, peak) in screen(work, history).enumerated() {
        var expected = DutyPeak(duties[i])
        expected.sleepInRest = peak.sleepInRest
        #expect(peak == expected, "seed \(seed), duty \(i)")
      }
    }
  }

  @Test("Sleep before a duty is what a slow count gives (seeds 1–40)")
  func sleepBefore() {
    for seed in 1...40 as ClosedRange<UInt64> {
      let (work, history) = run(seed, days: 40, step: seed % 5 == 0 ? 7 : 300)
      for (i, peak) in screen(work, history).enumerated() {
        let (start, end) = (Int(work[i].start), Int(work[i].end))
        let rested = i > 0 ? max(Int(work[i - 1].end), start - 172_800) : start
        let rest = i > 0 ? Int32(history.asleep(from: rested, to: start)) : nil
        #expect(Int(peak.sleep48) == history.asleep(from: start - 172_800, to: start))
        #expect(Int(peak.sleep24BeforeEnd) == history.asleep(from: end - 86_400, to: end))
        #expect(Int(peak.sleep48BeforeEnd) == history.asleep(from: end - 172_800, to: end))
        #expect(peak.sleepInRest == rest)
      }
    }
  }

  @Test("Sleep is counted whatever it is cut into, and however long ago (seed 3)")
  func anySleep() {
    var random = SplitMix(3)
    for _ in 0..<3000 {
      // As far as from one end of what can be told to the other.
      let base = Int.random(in: -2_000_000_000...2_000_000_000, using: &random)
      var episodes: [SleepEpisode] = []
      var wake = base + 172_800 - Int.random(in: 0...90_000, using: &random)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let longest = random.next() % 3 == 0 ? 40_000 : 900
        let onset = wake - Int.random(in: 0...longest, using: &random)
        guard onset > Int(Int32.min) else { break }
        episodes.insert(
          SleepEpisode(
            onset: Int32(onset), wake: Int32(wake), kind: .main, onsetS: 7, wakeS: 14), at: 0)
        let ago = random.next() % 20 == 0 ? 3_000_000_000 : random.next() % 3 == 0 ? 60_000 : 60
        wake = onset - Int.random(in: 0...ago, using: &random)
        guard wake > Int(Int32.min) else { break }
      }
      let moments = (0..<4).map { _ in Int.random(in: 0...259_000, using: &random) }
      let found = SleepBefore.seconds(
        since: SIMD4(moments.map { Float($0) }), from: base, episodes.span, episodes.count - 1)
      for (lane, moment) in moments.enumerated() {
        let expected = episodes.reduce(0) { sum, episode in
          sum + max(0, Int(episode.wake) - max(Int(episode.onset), base + moment))
        }
        #expect(Int(found[lane]) == expected)
      }
    }
  }

  @Test("The peak is that of a look at each minute, also while the body clock adapts (seeds 1–24)")
  func likeEachMinute() throws {
    for seed in 1...24 as ClosedRange<UInt64> {
      let (work, history) = run(seed, days: 60)
      var hint = 0
      for (duty, peak) in zip(work, screen(work, history)) {
        var highest = -Double.infinity
        for second in stride(from: duty.start, through: duty.end, by: 60) {
          let probe = try #require(model.probe(second, history, near: &hint))
          if probe.state == .awake { highest = max(highest, probe.kss.raw) }
        }
        guard highest > -.infinity else { continue }
        #expect(peak.peak.raw >= highest - 1e-8 && peak.peak.raw <= highest + 5e-6)
      }
    }
  }
}
