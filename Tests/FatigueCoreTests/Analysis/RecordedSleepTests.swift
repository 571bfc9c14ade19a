import Testing

@testable import FatigueCore

/// Recorded sleep, habits, naps and call-outs in the analysis of a roster, and plans that try to gain by
/// them.
@Suite struct RecordedSleepTests {
  private func analyse(
    _ rows: [String], log: String? = nil, _ settings: AnalysisSettings = AnalysisSettings()
  ) throws -> RosterAnalysis {
    var reading = RosterReader.read(
      "person;start;end;kind\n" + rows.joined(separator: "\n") + "\n")
    var settings = settings
    if let log {
      let read = reading.readSleep([("log.csv", Array(log.utf8))], options: ReadingOptions())
      settings.recordedSleep = RecordedSleep(read, try #require(reading.roster))
    }
    #expect(reading.said.isEmpty, "\(reading.said)")
    return RosterAnalysis(try #require(reading.roster), settings: settings)
  }

  private func peak(_ rows: [String], _ settings: AnalysisSettings = AnalysisSettings()) throws
    -> Double
  {
    try #require(try analyse(rows, settings).people[0].maxKss)
  }

  /// Nights 22–07 in June 2026 for one person.
  private static func nights(_ days: [Int], _ person: String = "Kari") -> [String] {
    days.map { "\(person);2026-06-\(two($0))T22:00;2026-06-\(two($0 + 1))T07:00;work" }
  }
  private static func two(_ day: Int) -> String { day < 10 ? "0\(day)" : "\(day)" }

  @Test("Short recorded sleep beside predicted: sum by day, and the peak it gives")
  func comparison() throws {
    let log = """
      person;start;slutt
      Kari;2026-06-09 09:00;2026-06-09 11:00
      Kari;2026-06-10 09:00;2026-06-10 11:00
      Kari;2026-06-11 09:00;2026-06-11 11:00
      """
    let analysis = try analyse(Self.nights([8, 9, 10]) + Self.nights([8], "Ola"), log: log)
    let comparison = try #require(analysis.sleepComparisons().first)
    #expect(analysis.sleepComparisons().count == 1 && comparison.person == 0)
    #expect(comparison.days.map(\.date.iso) == ["2026-06-09", "2026-06-10", "2026-06-11"])
    #expect(comparison.days.map(\.recorded) == [7200, 7200, 7200])
    #expect(comparison.recordedSeconds == 21_600)
    #expect(comparison.days[1].predicted > 4 * 3600)
    // The nights that begin after the first recorded sleep and before the last awakening.
    #expect(comparison.duties.count == 2 && comparison.asleepOnDuty == 0)
    for duty in comparison.duties { #expect(duty.recordedPeak > duty.predictedPeak) }
    let detail = analysis.detail(0)
    #expect(detail.sleep.filter(\.isRecorded).count == 3)
    #expect(comparison.worstDuty?.recordedPeak.raw == analysis.people[0].maxKss)
    let series = analysis.series(0, until: 400_000)
    #expect(series.history.episodes.contains { $0.isRecorded })
  }

  @Test("People are independent: alone or together, with or without another's log (seed 3)")
  func independent() throws {
    let (kari, ola) = (Self.nights([8, 9, 12], "Kari"), Self.nights([3, 9, 10, 20], "Ola"))
    let log = "person;start;slutt\nOla;2026-06-09 09:00;2026-06-09 10:40\n"
    let both = try analyse(kari + ola, log: log)
    var settings = AnalysisSettings()
    var evening = PersonFacts()
    evening.sleep.chronotype = .evening
    settings.facts.people["Ola"] = evening
    let other = try analyse(kari + ola, settings)
    let alone = try analyse(kari)
    for analysis in [both, other] {
      #expect(analysis.people[0].maxKss == alone.people[0].maxKss)
      #expect(analysis.detail(0).sleep.map(\.wakeS) == alone.detail(0).sleep.map(\.wakeS))
    }
    let order = try analyse(ola + kari, settings)
    #expect(order.people[0].maxKss == other.people[1].maxKss)
    #expect(order.people[1].maxKss == other.people[0].maxKss)
    #expect(other.people[1].maxKss != both.people[1].maxKss)
  }

  @Test("Habits of one person and of everybody reach sleep and the way home")
  func habits() throws {
    let rows = ["Kari;2026-06-09T07:00;2026-06-09T15:00;work"]
    func sleep(_ change: (inout AnalysisSettings) -> Void) throws -> Int {
      var settings = AnalysisSettings()
      change(&settings)
      let analysis = try analyse(rows, settings)
      return try #require(analysis.detail(0).sleep.last { $0.wake < 9 * 3600 }).length
    }
    let usual = try sleep { _ in }
    #expect(try sleep { $0.facts.sleep.commute = .minutes(60) } == usual - 1800)
    #expect(
      try sleep {
        $0.facts.sleep.commute = .minutes(60)
        $0.facts.people["Kari", default: PersonFacts()].sleep.commute = .minutes(30)
      } == usual)
    #expect(
      try sleep { $0.facts.people["Ola", default: PersonFacts()].sleep.commute = .minutes(90) }
        == usual)
  }

  @Test(
    "A nap in the roster lowers the peak of a night; one written longer than any is advised gains no more"
  )
  func naps() throws {
    let night = Self.nights([9])
    let plain = try peak(night)
    let short = try peak(night + ["Kari;2026-06-10T03:00;2026-06-10T03:25;nap"])
    let long = try peak(night + ["Kari;2026-06-09T23:00;2026-06-10T01:00;nap"])
    let absurd = try peak(night + ["Kari;2026-06-09T23:00;2026-06-10T06:30;nap"])
    #expect(short < plain && long < short)
    #expect(absurd == long)
    let several = (0..<8).map {
      "Kari;2026-06-\($0 < 1 ? "09" : "10")T\(($0 + 23) % 24 < 10 ? "0" : "")\(($0 + 23) % 24):00;2026-06-\($0 < 1 ? "09" : "10")T\(($0 + 23) % 24 < 10 ? "0" : "")\(($0 + 23) % 24):55;nap"
    }
    let slept = try analyse(night + several).detail(0).sleep.filter { $0.kind == .nap }
    #expect(slept.reduce(0) { $0 + $1.length } == 7200)
    // On passive duty one is allowed to rest.
    let passive = ["Kari;2026-06-09T22:00;2026-06-10T07:00;passive"]
    #expect(try peak(passive) == plain)
    #expect(try peak(passive + ["Kari;2026-06-09T23:00;2026-06-10T06:30;nap"]) < long)
  }

  @Test("On call at home one sleeps; called out one sleeps less, and never gains by it")
  func onCall() throws {
    let day = ["Kari;2026-06-10T08:00;2026-06-10T15:00;work"]
    let call = ["Kari;2026-06-09T15:00;2026-06-10T08:00;onCall"]
    let out = ["Kari;2026-06-10T02:00;2026-06-10T03:30;callOut"]
    func slept(_ rows: [String]) throws -> Int {
      try analyse(rows).detail(0).sleep.reduce(0) { $0 + $1.length }
    }
    #expect(try slept(day + call) == slept(day))
    #expect(try slept(day + call + out) < slept(day))
    func dayPeak(_ rows: [String]) throws -> Double {
      let detail = try analyse(rows).detail(0)
      return try #require(detail.duties.last).peak.raw
    }
    #expect(try dayPeak(day + call) == dayPeak(day))
    #expect(try dayPeak(day + call + out) > dayPeak(day))
  }
}
