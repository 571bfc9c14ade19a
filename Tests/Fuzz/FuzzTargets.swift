// What libFuzzer calls. Tests/Fuzz/run.sh compiles this file together with the core: SwiftPM gives an
// executable a `main` of its own, which libFuzzer has already.
import Glibc

/// One reader or writer under attack; FATIGUE_FUZZ names it.
private enum Target: String {
  case csv, calendar, recurrence, zone, settings, sleep, baseline, reports, parts

  /// The one asked for; the process ends with what there is when it is none of them.
  static let asked: Target = {
    let name = unsafe getenv("FATIGUE_FUZZ").map { unsafe String(cString: $0) } ?? ""
    guard let target = Target(rawValue: name) else {
      print(
        "FATIGUE_FUZZ must be one of csv calendar recurrence zone settings sleep baseline reports parts"
      )
      exit(2)
    }
    return target
  }()

  func attack(with bytes: [UInt8]) {
    switch self {
    case .csv: read(bytes, as: "roster.csv")
    case .calendar: read(bytes, as: "roster.ics")
    case .recurrence: read(Self.series(bytes), as: "series.ics")
    case .zone: zone(bytes)
    case .settings: settings(bytes)
    case .sleep: sleep(bytes)
    case .baseline: baseline(bytes)
    case .reports: reports(bytes)
    case .parts: parts(bytes)
    }
  }

  private static let zones = ZoneDirectory()

  /// Nothing that was said about a file may point outside it.
  private func check(_ diagnostics: DiagnosticList, _ sources: SourceMap) {
    for diagnostic in diagnostics.items.prefix(200) {
      precondition(!diagnostic.message.nb.isEmpty && !diagnostic.message.en.isEmpty)
      guard diagnostic.position != .none else { continue }
      guard let place = sources.place(diagnostic.position) else { preconditionFailure("no place") }
      precondition(place.line >= 1 && place.column >= 1)
    }
  }

  private func reading(_ bytes: [UInt8], as path: String) -> RosterReading {
    RosterReader.read([(path, bytes)]) { name in try? Self.zones.zone(named: name) }
  }

  private func read(_ bytes: [UInt8], as path: String) {
    let reading = reading(bytes, as: path)
    check(reading.diagnostics, reading.sources)
    guard let roster = reading.roster else { return }
    for shift in roster.shifts.prefix(1000) { precondition(shift.start <= shift.end) }
  }

  /// A calendar whose only event repeats by the rule given.
  private static func series(_ rule: [UInt8]) -> [UInt8] {
    let start = """
      BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:N\r\n\
      DTSTART;TZID=Europe/Oslo:20260327T220000\r\nDTEND;TZID=Europe/Oslo:20260328T070000\r\nRRULE:
      """
    return Array(start.utf8) + rule + Array("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".utf8)
  }

  private func zone(_ bytes: [UInt8]) {
    let directory = ZoneDirectory(load: { _ in bytes })
    guard let zone = try? directory.zone(named: "Asia/Nowhere") else { return }
    var cursor = ZoneCursor(zone)
    for step in -8...400 {
      let seconds = Int64(step) * 15_552_123
      let instant = Instant(seconds: seconds)
      let civil = zone.civil(instant)
      precondition(cursor.offset(at: seconds) == zone.offset(at: instant))
      _ = zone.resolve(civil)
    }
  }

  private func settings(_ bytes: [UInt8]) {
    for error in TOMLDocument.read(bytes).errors {
      precondition(error.span.upperBound <= bytes.count)
    }
    for diagnostic in Configuration.read(bytes).diagnostics {
      precondition(!diagnostic.message.nb.isEmpty)
    }
  }

  private func sleep(_ bytes: [UInt8]) {
    var sources = SourceMap()
    var diagnostics = DiagnosticList()
    let log = SleepLog.read(
      [("sleep.csv", bytes)], options: ReadingOptions(), sources: &sources,
      diagnostics: &diagnostics)
    check(diagnostics, sources)
    for entry in log.entries { precondition(entry.onset <= entry.wake) }
  }

  private func baseline(_ bytes: [UInt8]) {
    do throws(Baseline.Fault) {
      _ = try Baseline(bytes)
    } catch {
      precondition(error.offset <= bytes.count)
    }
  }

  /// What parts are held against: three people for four weeks.
  private static let plan: (reading: RosterReading, roster: Roster, head: [UInt8]) = {
    var text = "employee,start,end,code\n"
    for (person, name) in ["Ann", "Bo", "Cy"].enumerated() {
      for day in 1...27 where (day + person) % 5 != 0 {
        let (this, next) = (day < 10 ? "0\(day)" : "\(day)", day < 9 ? "0\(day + 1)" : "\(day + 1)")
        text +=
          (day + person) % 3 == 0
          ? "\(name),2026-06-\(this)T22:00,2026-06-\(next)T07:30,N\n"
          : "\(name),2026-06-\(this)T14:00,2026-06-\(this)T22:30,E\n"
      }
    }
    let reading = RosterReader.read([("plan.csv", Array(text.utf8))])
    guard let roster = reading.roster, let shard = Shard(1, of: 1) else {
      preconditionFailure("no plan")
    }
    let part = PartWriter.bytes(
      shard, RosterAnalysis.people(of: shard, in: roster, settings: AnalysisSettings()),
      of: roster, from: PartOrigin(reading, roster, version: "0", settings: ""))
    let lines = part.split(separator: 10, omittingEmptySubsequences: false)
    return (reading, roster, Array(lines.prefix(6).joined(separator: [10])) + [10])
  }()

  /// The people and findings of a part, under a head and a checksum that agree: what is taken must be fit for
  /// every format. Bytes with a head of their own are read as they are.
  private func parts(_ bytes: [UInt8]) {
    let (reading, roster, head) = Self.plan
    let settings = AnalysisSettings()
    let origin = PartOrigin(reading, roster, version: "0", settings: "")
    var reader = PartReader(roster, settings, from: origin)
    var part = bytes
    if !PartReader.isPart(bytes.span) {
      part = head + bytes
      if part.last != 10 { part.append(10) }
      part += "end \(Checksum(part.span).text)\n".utf8
    }
    do throws(PartFault) {
      try reader.add(part)
      let analysis = RosterAnalysis(roster, settings: settings, known: try reader.people())
      let names = PersonNames(roster, style: .pseudonym)
      let report = CheckReport(reading, analysis, names: names, exit: 0)
      let format = FormatBook.all[bytes.count % FormatBook.all.count]
      for language in [Language.nb, .en] {
        var written: [UInt8] = []
        format.write(report, FormatOptions(language, toolVersion: "0"), &written) { _ in }
        precondition(written.span.isValidText, "\(format.name) is not UTF-8")
      }
    } catch {
      precondition(!error.message.nb.isEmpty && !error.message.en.isEmpty)
    }
  }

  /// The whole of `check` and `plan`: rules, models and every writer, on what was read.
  private func reports(_ bytes: [UInt8]) {
    let reading = reading(bytes, as: "roster.csv")
    guard let roster = reading.roster, roster.shifts.count < 400 else { return }
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    for finding in analysis.findings where !finding.isAboutPlan {
      precondition(finding.person < roster.people.count)
    }
    let report = CheckReport(
      reading, analysis, names: PersonNames(roster, style: .pseudonym), exit: 0)
    for format in FormatBook.all {
      for language in [Language.nb, .en] {
        var written: [UInt8] = []
        format.write(report, FormatOptions(language, toolVersion: "0"), &written) { _ in }
        precondition(written.span.isValidText, "\(format.name) is not UTF-8")
      }
    }
  }
}

extension Span<UInt8> {
  /// UTF-8 without NUL.
  fileprivate var isValidText: Bool {
    var bytes: [UInt8] = []
    for index in indices {
      if self[index] == 0 { return false }
      bytes.append(self[index])
    }
    return String(validating: bytes, as: UTF8.self) != nil
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func attack(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  Target.asked.attack(with: bytes)
  return 0
}
