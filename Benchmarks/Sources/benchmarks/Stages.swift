import FatigueCore

/// Every stage of the analysis that can be run by itself.
struct Stages {
  let bytes: [UInt8]
  let path: String
  let reading: RosterReading
  let roster: Roster
  let report: CheckReport

  init?(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
    let reading = RosterReader.read([("roster.csv", bytes)])
    guard let roster = reading.roster else { return nil }
    self.reading = reading
    self.roster = roster
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    report = CheckReport(
      reading, analysis, names: PersonNames(roster, style: .pseudonym), exit: 1)
  }

  /// The physical references: no stage that touches every byte can be quicker.
  func copy() -> Int {
    let copied = [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      bytes.withUnsafeBufferPointer { _ = buffer.update(fromContentsOf: $0) }
      count = bytes.count
    }
    return Int(copied[copied.count / 2])
  }

  func countLines() -> Int {
    var lines = 0
    for byte in bytes.span.indices where bytes.span[byte] == 10 { lines &+= 1 }
    return lines
  }

  func readFile() -> Int { Files.read(path)?.count ?? 0 }

  func parse() -> Int {
    RosterReader.read([("roster.csv", bytes)]).roster?.shifts.count ?? 0
  }

  /// Blocks, periods, nights and rotation of every person.
  func timelines() -> Int {
    var clock = ZoneCursor(roster.zone)
    var timeline = PersonTimeline()
    var total = 0
    for person in roster.people.indices {
      timeline.fill(roster, person: person, clock: &clock)
      total += timeline.blocks.count
    }
    return total
  }

  /// Nanoseconds of processor time that predicted sleep takes, timelines left out.
  func sleepTime() -> Int64 { followEverybody { _, _ in 0 }.sleep }

  /// The same of sleepiness in full for every duty, from sleep that is known.
  func alertnessTime() -> Int64 {
    let model = ThreeProcessModel()
    var duties: [DutyAlertness] = []
    return followEverybody { work, sleep in
      model.evaluate(work.span, sleep, into: &duties)
      return duties.count
    }.visits
  }

  /// The same of the RR446-compatible index of every duty.
  func indexTime() -> Int64 {
    var clock = ZoneCursor(roster.zone)
    var index = FatigueRiskIndex()
    var duties: [DutyIndex] = []
    return followEverybody { work, _ in
      index.evaluate(work.span, clock: &clock, origin: roster.origin, into: &duties)
      return duties.count
    }.visits
  }

  /// The same of the Unified Model of Performance, from sleep that is known.
  func lapsesTime() -> Int64 {
    var model = UnifiedAlertness()
    var duties: [DutyLapses] = []
    return followEverybody { work, sleep in
      model.follow(sleep)
      model.evaluate(work.span, into: &duties)
      return duties.count
    }.visits
  }

  /// Some people at a time, so that looking at the clock costs nothing to speak of.
  ///
  /// - Returns: Nanoseconds of processor time for everybody's sleep, and for what is done with it.
  private func followEverybody(
    _ visit: ([WorkInterval], SleepHistory) -> Int
  ) -> (sleep: Int64, visits: Int64) {
    let predictor = SleepPredictor()
    var clock = ZoneCursor(roster.zone)
    var timeline = PersonTimeline()
    var sleeps = [SleepHistory](repeating: SleepHistory(), count: 10)
    var (asleep, visits, kept) = (Int64(0), Int64(0), 0)
    for first in stride(from: 0, to: roster.people.count, by: sleeps.count) {
      let works = (first..<min(first + sleeps.count, roster.people.count)).map { person in
        timeline.fill(roster, person: person, clock: &clock)
        return timeline.blocks.map { WorkInterval(start: $0.start, end: $0.end) }
      }
      let start = Meter.processorTime
      for (i, work) in works.enumerated() {
        predictor.predict(
          work: work.span, origin: roster.origin, zone: roster.zone, into: &sleeps[i])
      }
      let middle = Meter.processorTime
      for (i, work) in works.enumerated() {
        kept &+= visit(work, sleeps[i]) &+ sleeps[i].episodes.count
      }
      asleep += middle - start
      visits += Meter.processorTime - middle
    }
    Sink.take(kept)
    return (asleep, visits)
  }

  /// All of it but reading: timelines, sleep, alertness, rules, measures.
  func analyse(jobs: Int) -> Int {
    RosterAnalysis(roster, settings: AnalysisSettings(jobs: jobs)).findings.count
  }

  /// The same with some rules alone, their findings counted and not kept, as for a table of people; without
  /// any, what the analysis takes besides rules.
  func analyse(_ rules: RuleSelection) -> Int {
    let settings = AnalysisSettings(selection: rules)
    return RosterAnalysis(roster, settings: settings, counting: true).people.count
  }

  func summarise() -> Int {
    let names = PersonNames(roster, style: .pseudonym)
    return CheckReport(reading, report.analysis, names: names, exit: 1).fingerprints.count
  }

  func writeJSON() -> Int {
    CheckJSON.bytes(report, FormatOptions(.en, toolVersion: "0.0.0")).count
  }

  func writeConvertedCSV() -> Int {
    var output: [UInt8] = []
    ConvertCSV.write(roster, reading.sources, into: &output)
    return output.count
  }
}
