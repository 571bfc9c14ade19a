import Testing

@testable import FatigueCore

/// What must hold of sleep and sleepiness for any roster.
@Suite struct SleepInvariantTests {
  private let model = ThreeProcessModel()

  private func predict(
    _ duties: [(start: Int, end: Int)], origin: Instant = SleepHabitTests.origin
  ) -> (work: [WorkInterval], history: SleepHistory) {
    let work = duties.map { WorkInterval(start: Int32($0.start), end: Int32($0.end)) }
    var history = SleepHistory()
    SleepPredictor().predict(work: work.span, origin: origin, zone: .oslo, into: &history)
    return (work, history)
  }

  private func peaks(_ run: (work: [WorkInterval], history: SleepHistory)) -> [DutyPeak] {
    var peaks: [DutyPeak] = []
    model.screen(run.work.span, run.history, into: &peaks)
    return peaks
  }

  @Test("Moved by whole days away from clock changes, nothing changes (seeds 1–40)")
  func wholeDays() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 25, using: &random)
      let here = predict(duties)
      let days = Int64.random(in: 1...60, using: &random)
      let there = predict(
        duties, origin: SleepHabitTests.origin + Elapsed(seconds: days * 86_400))
      #expect(here.history.episodes == there.history.episodes)
      #expect(peaks(here) == peaks(there))
    }
  }

  @Test("More sleep before a duty never raises its first KSS (seeds 1–400)")
  func moreSleep() throws {
    for seed in 1...400 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duty = Int32(6 * 86_400)
      var sleeps: [SleepRecord.Episode] = []
      var t = Int32(0)
      while true {
        t += Int32.random(in: 3600...80_000, using: &random)
        let length = Int32.random(in: 600...36_000, using: &random)
        guard t + length < duty else { break }
        sleeps.append(.init(onset: t, wake: t + length))
        t += length
      }
      // One sleep longer at either end, or one more.
      let onset = Int32.random(in: 0...duty - 1200, using: &random)
      let extra = SleepRecord.Episode(
        onset: onset, wake: min(duty, onset + Int32.random(in: 60...20_000, using: &random)))
      func first(_ sleeps: [SleepRecord.Episode]) throws -> Double {
        let spans = SleepRecord(sleeps).episodes.map {
          SleepSpan(onset: $0.onset, wake: $0.wake)
        }
        var history = SleepHistory()
        SleepPredictor().follow(
          sleeps: spans.span, origin: SleepHabitTests.origin, zone: .oslo,
          start: .homeostatic(at: 0, s: 13.82), until: duty, into: &history)
        var near = 0
        return try #require(model.probe(duty, history, near: &near)).kss.raw
      }
      #expect(try first(sleeps + [extra]) <= first(sleeps) + 1e-9, "seed \(seed)")
    }
  }

  @Test(
    "A shift more than fourteen days later changes nothing today; one as long before, nothing to see"
  )
  func farAway() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 20, using: &random)
      let last = duties[duties.count - 1].end
      let plain = predict(duties)
      let later = predict(duties + [(last + 15 * 86_400, last + 15 * 86_400 + 28_800)])
      let known = plain.history.episodes.count - 3
      #expect(later.history.episodes.prefix(known) == plain.history.episodes.prefix(known))
      #expect(peaks(later).prefix(duties.count) == peaks(plain)[...])
      let start = duties[0].start - 15 * 86_400
      let before = peaks(predict([(start, start + 28_800)] + duties)).dropFirst()
      for (a, b) in zip(before, peaks(plain)) { #expect(abs(a.peak.raw - b.peak.raw) < 0.02) }
    }
  }

  @Test("A duty split by less than it takes to get home and sleep lets nobody sleep (seeds 1–100)")
  func split() {
    for seed in 1...100 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let duties = RandomRoster.duties(days: 12, step: 60, using: &random)
      let index = Int.random(in: 0..<duties.count, using: &random)
      let duty = duties[index]
      // Home and back, to bed, and an alarm an hour before leaving: under 250 min there is no time to sleep.
      let gap = Int.random(in: 1...249, using: &random) * 60
      guard duty.end - duty.start > gap + 7200 else { continue }
      let at = Int.random(in: duty.start + 3600...duty.end - gap - 3600, using: &random)
      var parts = duties
      parts.replaceSubrange(index...index, with: [(duty.start, at), (at + gap, duty.end)])
      let (whole, divided) = (predict(duties), predict(parts))
      #expect(divided.history.asleep(from: duty.start, to: duty.end) == 0)
      // Whoever has worked all through is no sleepier than one who has not slept either.
      let halves = peaks(divided)[index...index + 1].map(\.peak.raw)
      var near = 0
      for time in stride(from: duty.start, to: at, by: 1800) {
        let here = model.probe(Int32(time), whole.history, near: &near)?.kss.raw ?? 0
        #expect(halves[0] >= here - 1e-9)
      }
      for time in stride(from: at + gap, to: duty.end, by: 1800) {
        let here = model.probe(Int32(time), whole.history, near: &near)?.kss.raw ?? 0
        #expect(halves[1] >= here - 1e-9)
      }
    }
  }
}
