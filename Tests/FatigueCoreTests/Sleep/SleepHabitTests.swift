import Foundation
import Testing

@testable import FatigueCore

/// What people say about their sleep: need, chronotype, commute, and where a series starts.
@Suite struct SleepHabitTests {
  /// 2026-06-01 at local midnight in Oslo: no clock change near.
  static let origin = Instant(seconds: 1_780_264_800)

  static func predict(
    _ duties: [(Int, Int)], _ habits: SleepHabits = SleepHabits(), naps: [(Int, Int)] = [],
    callOuts: [(Int, Int)] = [], recorded: SleepRecord? = nil, start: SleepStart = .wellRested,
    origin: Instant = origin, zone: Zone = .oslo
  ) -> SleepHistory {
    let settings = SleepSettings(habits)
    let work = duties.map { WorkInterval(start: Int32($0.0 * 60), end: Int32($0.1 * 60)) }
    let calls = callOuts.map { WorkInterval(start: Int32($0.0 * 60), end: Int32($0.1 * 60)) }
    let naps = naps.map { SleepSpan(onset: Int32($0.0 * 60), wake: Int32($0.1 * 60)) }
    var history = SleepHistory()
    SleepPredictor(settings: settings, tables: settings.chronotype.tables).predict(
      work: work.span, naps: naps.span, callOuts: calls.span, recorded: recorded, origin: origin,
      zone: zone, start: start, into: &history)
    return history
  }

  /// Sleeps as minutes from the origin.
  static func minutes(_ history: SleepHistory) -> [String] {
    history.episodes.filter { $0.kind != .start }.map {
      "\($0.onset / 60)–\($0.wake / 60)\($0.kind == .nap ? " nap" : "")"
        + ($0.isRecorded ? " recorded" : "")
    }
  }

  /// Minutes from the origin of a clock time on day 0, 1, …
  static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Int {
    day * 1440 + hour * 60 + minute
  }

  @Test(
    "A sleep need is what one sleeps on free nights, to two minutes",
    arguments: [
      6.0, 6.5, 7, 7.5, 8, 8.5, 9, 9.5,
    ])
  func need(hours: Double) throws {
    var habits = SleepHabits()
    habits.need = Elapsed(seconds: Int64(hours * 3600))
    // Two duties ten days apart: free nights between.
    let history = Self.predict(
      [(Self.at(10, 10), Self.at(10, 16)), (Self.at(22, 10), Self.at(22, 16))], habits)
    let free = history.episodes.filter {
      $0.onset > Int32(Self.at(15, 0) * 60) && $0.wake < Int32(Self.at(21, 0) * 60)
    }
    #expect(free.count >= 5)
    for sleep in free { #expect(abs(Double(sleep.length) / 3600 - hours) < 2.1 / 60) }
  }

  @Test("The level of need: three hundredths of the specification's own figures")
  func needLevels() {
    // spec/models.md section 8: 11.7 gives 7.9 h, and 0.3 more is 0.4 h on free nights.
    let level = SleepNeed.wakeAlertness(.hours(7, 56))
    #expect(abs(level - 11.7) < 0.02)
    let more = SleepNeed.wakeAlertness(.hours(8, 20))
    #expect(abs(more - level - 0.3) < 0.05)
    // It rises all the way, and what is out of range is moved into it.
    let levels = stride(from: 360, through: 600, by: 5).map {
      SleepNeed.wakeAlertness(.minutes($0))
    }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    #expect(SleepNeed.wakeAlertness(.zero) == levels[0])
    #expect(SleepNeed.wakeAlertness(Elapsed(seconds: .max)) == levels[levels.count - 1])
  }

  @Test("An evening person's free days are anyone's, an hour later; a morning person's earlier")
  func chronotype() {
    let duties = [(Self.at(10, 14), Self.at(10, 18)), (Self.at(20, 14), Self.at(20, 18))]
    func free(_ type: Chronotype) -> [Int] {
      var habits = SleepHabits()
      habits.chronotype = type
      return Self.predict(duties, habits).episodes.filter {
        $0.onset > Int32(Self.at(12, 12) * 60) && $0.wake < Int32(Self.at(19, 12) * 60)
      }.flatMap { [Int($0.onset), Int($0.wake)] }
    }
    let usual = free(.neither)
    #expect(usual.count == 14)
    for (type, hours) in [(Chronotype.evening, 1), (.morning, -1)] {
      let moved = free(type)
      #expect(moved.count == usual.count)
      for (a, b) in zip(moved, usual) { #expect(abs(a - b - hours * 3600) <= 120) }
    }
  }

  @Test("A bedtime of one's own holds whatever the chronotype; everybody's moves with it")
  func bedtimes() {
    var everyone = SleepHabits()
    everyone.habitualBedtime = 22 * 3600
    var person = SleepHabits()
    person.chronotype = .evening
    #expect(SleepSettings(everyone, person: person).habitualBedtime == 23 * 3600)
    person.habitualBedtime = 21 * 3600
    #expect(SleepSettings(everyone, person: person).habitualBedtime == 21 * 3600)
    #expect(SleepSettings(SleepHabits()) == SleepSettings())
  }

  @Test("A longer commute takes its time from sleep before a day duty, minute for minute")
  func commute() throws {
    let duties = [(Self.at(4, 7), Self.at(4, 15))]
    var habits = SleepHabits()
    let short = try #require(
      Self.predict(duties, habits).episodes.last { $0.wake < 4 * 86_400 + 25_200 })
    habits.commute = .minutes(50)
    let long = try #require(
      Self.predict(duties, habits).episodes.last { $0.wake < 4 * 86_400 + 25_200 })
    #expect(short.wake - long.wake == 20 * 60 && short.onset == long.onset)
  }

  @Test("With A = 8.38 at the first onset, by roster and by log (Ingre et al. 2014)")
  func firstOnset() throws {
    let start = SleepStart.alertnessAtFirstOnset(SleepStart.publishedAlertness)
    var history = Self.predict([(Self.at(6, 7), Self.at(6, 15))], start: start)
    let tables = ThreeProcessTables.standard
    func alertness(_ history: SleepHistory) throws -> Double {
      let first = try #require(history.episodes.first { $0.kind != .start })
      let hour = history.clock.hour(at: Int(first.onset))
      return first.onsetS + tables.parameters.rhythm(at: hour).value
    }
    #expect(abs(try alertness(history) - 8.38) < 1e-9)
    let sleeps = [SleepSpan(onset: 82_800, wake: 111_600)]
    SleepPredictor().follow(
      sleeps: sleeps.span, origin: Self.origin, zone: .oslo, start: start, until: 200_000,
      into: &history)
    #expect(abs(try alertness(history) - 8.38) < 1e-9)
    #expect(history.episodes.first?.onset == 82_800)
  }
}
