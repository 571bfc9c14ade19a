import FatigueCore
import Glibc

/// Runs every stage on one roster and prints a table.
struct Benchmarks {
  var people = 1_000
  var days = 365
  var repetitions = 9
  /// Where to write the roster for others to read, and stop.
  var write: String?
  /// A roster to read, and nothing else.
  var read: String?
  var onlyPlans = false
  /// Sleep and models alone.
  var onlyModels = false

  init(arguments: [String]) {
    var rest = arguments.dropFirst()
    while let word = rest.popFirst() {
      switch word {
      case "--short": (people, days, repetitions) = (100, 365, 5)
      case "--people": people = rest.popFirst().flatMap(Int.init) ?? people
      case "--days": days = rest.popFirst().flatMap(Int.init) ?? days
      case "--repetitions": repetitions = rest.popFirst().flatMap(Int.init) ?? repetitions
      case "--plans": onlyPlans = true
      case "--models": onlyModels = true
      case "--write": write = rest.popFirst()
      case "--read": read = rest.popFirst()
      default:
        print(
          """
          usage: benchmarks [--short] [--people N] [--days N] [--repetitions N] [--plans | --models] \
          [--write FILE | --read FILE]
          """
        )
        exit(2)
      }
    }
    people = min(max(people, 1), 100_000)
    days = min(max(days, 7), 3_660)
    repetitions = min(max(repetitions, 1), 1_000)
  }

  func run() {
    if onlyPlans {
      PlanStages()?.report(min(repetitions, 3))
      return
    }
    if let read {
      reportReading(of: read)
      return
    }
    let maker = RosterMaker(people: people, days: days)
    if let write {
      guard Files.write(maker.bytes, write) else {
        print("cannot write \(write)")
        exit(4)
      }
      print("\(maker.shifts) shifts, \(maker.bytes.count) bytes")
      return
    }
    let path = "/tmp/fatigue-benchmarks-\(getpid()).csv"
    Files.write(maker.bytes, path)
    defer { unlink(path) }
    let before = Meter.memory
    guard let stages = Stages(bytes: maker.bytes, path: path) else {
      print("the roster could not be read")
      exit(3)
    }
    let held = Meter.memory - before
    let size = Double(maker.bytes.count)
    print(
      """
      \(people) people, \(days) days, \(maker.shifts) shifts, \(Table.number(size / 1e6, 1)) MB, \
      \(repetitions) repetitions; processor time, median
      """)
    print(Table.header)
    let copy = Sample.of(repetitions, stages.copy)
    let table = Table(
      shifts: Double(maker.shifts), personYears: Double(people * days) / 365.25, bytes: size,
      copy: copy, budgets: Budgets())
    print(table.row("memory copy (reference)", copy))
    print(table.row("count line ends (reference)", Sample.of(repetitions, stages.countLines)))
    if onlyModels {
      reportModels(stages, table)
      return
    }
    print(table.row("read file", Sample.of(repetitions, stages.readFile)))
    print(table.row("parse CSV and group", Sample.of(repetitions, stages.parse)))
    reportModels(stages, table)
    let none = RuleSelection(packs: [])
    print(table.row("analysis without rules", Sample.of(repetitions) { stages.analyse(none) }))
    let packs = RuleBook.packs.map { ("rules of \($0)", [$0], repetitions) }
    // What is held against a goal is a small part of what is measured, hence more turns.
    let together = [
      ("all default rules", RuleSelection.standardPacks, repetitions * 3),
      ("rules of all packs", RuleBook.packs, repetitions * 3),
    ]
    for (name, packs, turns) in packs + together {
      let rules = RuleSelection(packs: packs)
      let own = Sample.of(turns, { stages.analyse(rules) }, beyond: { stages.analyse(none) })
      print(table.row(name, own, isDifference: true))
    }
    let whole = Sample.of(repetitions) { stages.analyse(jobs: 1) }
    print(table.row("whole analysis", whole))
    print(table.row("summary and fingerprints", Sample.of(repetitions, stages.summarise)))
    print(table.row("JSON", Sample.of(repetitions, stages.writeJSON)))
    print(table.row("converted CSV", Sample.of(repetitions, stages.writeConvertedCSV)))
    let two = Sample.of(repetitions) { stages.analyse(jobs: 2) }
    print(
      """

      two threads: \(Table.number(Double(whole.wall) / Double(max(1, two.wall)), 2)) times the speed of \
      one, wall clock
      memory for file, roster and result: \(Table.number(Double(held) / Double(maker.shifts), 0)) bytes a \
      shift; a shift is \(MemoryLayout<Shift>.stride) bytes, a finding \(MemoryLayout<Finding>.stride)
      \(stages.report.analysis.findings.count) findings by default rules
      """)
    ClockStages(stages.roster, days: days).report(repetitions)
    PlanStages()?.report(min(repetitions, 3))
  }

  /// Seconds of processor time that reading a roster takes, and how many shifts it has: for `goals.py`. As
  /// `check -f csv` does it, with every row's place, a long list in pieces.
  private func reportReading(of path: String) {
    let start = Meter.processorTime
    guard let roster = Files.readInPieces(path)?.roster ?? Files.readAtOnce(path)?.roster else {
      print("cannot read \(path)")
      exit(3)
    }
    let taken = Meter.processorTime - start
    print(Table.number(Double(taken) / 1e9, 6), roster.shifts.count)
  }

  /// Timelines, and sleep and each model timed by themselves.
  private func reportModels(_ stages: Stages, _ table: Table) {
    print(table.row("timelines", Sample.of(repetitions, stages.timelines)))
    for (name, measure) in [
      ("sleep", stages.sleepTime), ("alertness", stages.alertnessTime),
      ("fatigue and risk index", stages.indexTime), ("unified model", stages.lapsesTime),
    ] {
      print(table.row(name, Sample.told(repetitions, by: measure), isDifference: true))
    }
  }
}
