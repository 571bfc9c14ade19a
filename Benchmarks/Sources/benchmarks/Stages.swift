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

  /// Timelines and sleep; the timelines' share is measured by ``timelines()``.
  func timelinesAndSleep() -> Int {
    var total = 0
    followEverybody { _, sleep in total += sleep.episodes.count }
    return total
  }

  func timelinesSleepAndAlertness() -> Int {
    let model = ThreeProcessModel()
    var duties: [DutyAlertness] = []
    var total = 0
    followEverybody { work, sleep in
      model.evaluate(work.span, sleep, into: &duties)
      total += duties.count
    }
    return total
  }

  /// Timelines and the RR446-compatible index of every duty.
  func timelinesAndRiskIndex() -> Int {
    var clock = ZoneCursor(roster.zone)
    var timeline = PersonTimeline()
    var index = FatigueRiskIndex()
    var duties: [DutyIndex] = []
    var total = 0
    for person in roster.people.indices {
      timeline.fill(roster, person: person, clock: &clock)
      let work = timeline.blocks.map { WorkInterval(start: $0.start, end: $0.end) }
      index.evaluate(work.span, clock: &clock, origin: roster.origin, into: &duties)
      total += duties.count
    }
    return total
  }

  /// Timelines, sleep and the Unified Model of Performance.
  func timelinesSleepAndLapses() -> Int {
    var model = UnifiedAlertness()
    var duties: [DutyLapses] = []
    var total = 0
    followEverybody { work, sleep in
      model.follow(sleep)
      model.evaluate(work.span, into: &duties)
      total += duties.count
    }
    return total
  }

  private func followEverybody(_ visit: ([WorkInterval], SleepHistory) -> Void) {
    let predictor = SleepPredictor()
    var clock = ZoneCursor(roster.zone)
    var timeline = PersonTimeline()
    var sleep = SleepHistory()
    for person in roster.people.indices {
      timeline.fill(roster, person: person, clock: &clock)
      let work = timeline.blocks.map { WorkInterval(start: $0.start, end: $0.end) }
      predictor.predict(work: work.span, origin: roster.origin, zone: roster.zone, into: &sleep)
      visit(work, sleep)
    }
  }

  /// All of it but reading: timelines, sleep, alertness, rules, measures.
  func analyse(jobs: Int) -> Int {
    RosterAnalysis(roster, settings: AnalysisSettings(jobs: jobs)).findings.count
  }

  /// The same with the rules of some packs alone; without any, what the analysis takes besides rules.
  func analyse(packs: [String]) -> Int {
    let settings = AnalysisSettings(selection: RuleSelection(packs: packs))
    return RosterAnalysis(roster, settings: settings).findings.count + roster.people.count
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
