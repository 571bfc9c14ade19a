import Testing

@testable import FatigueCore

/// Logs of recorded sleep.
@Suite struct SleepLogTests {
  private struct Reading {
    var log: SleepLog
    var said: [String]

    /// `name start–end kind`, local times.
    var entries: [String] {
      log.entries.map { entry in
        let person = log.people[entry.person]
        let (start, end) = (Zone.oslo.civil(entry.onset), Zone.oslo.civil(entry.wake))
        func text(_ time: CivilTime) -> String {
          "\(time.date.iso.dropFirst(5))T\(ClockTime(secondOfDay: time.secondOfDay).text)"
        }
        let kind = entry.isNap.map { $0 ? " nap" : " sleep" } ?? ""
        return "\(person.number.isEmpty ? person.name : person.number) "
          + "\(text(start))–\(text(end))\(kind)"
      }
    }
  }

  private func read(_ text: String, year: Int? = nil) -> Reading {
    read(bytes: Array(text.utf8), year: year)
  }

  private func read(bytes: [UInt8], year: Int? = nil) -> Reading {
    var (sources, diagnostics) = (SourceMap(), DiagnosticList())
    let log = SleepLog.read(
      [("log.csv", bytes)], options: ReadingOptions(year: year), sources: &sources,
      diagnostics: &diagnostics)
    let said = diagnostics.items.map { item in
      let place = sources.place(item.position).map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(item.severity.rawValue) \(item.code.id)"
    }
    return Reading(log: log, said: said)
  }

  @Test(
    "Every way to write a log",
    arguments: [
      // The contract of DESIGN section 4.
      "person,start,end,kind\nKari,2026-03-02T22:30:00Z,2026-03-03T05:45:00Z,sleep\n",
      "person,start,end\nKari,2026-03-02T23:30,2026-03-03T06:45\n",
      "person;start;slutt;type\nKari;02.03.2026 23:30;03.03.2026 06:45;søvn\n",
      "Ansatt\tStart\tSlutt\nKari\t2026-03-02T23:30:00+01:00\t3.3.2026 kl. 06.45\n",
      "sep=;\nAnsatt;Fra;Til\nKari;2. mars 2026 23:30;06:45\n",
      // A date and two clock times, as monitors and diaries have them.
      "Name,Date,Bedtime,Sleep onset,Wake time\nKari,2026-03-02,23:10,23:30,06:45\n",
      "Navn;Dato;Innsovning;Våknet\nKari;02.03.2026;23.30;06.45\n",
      "Subject,Interval Type,Date,Start,Wake Date,End\nKari,SLEEP,2026-03-02,11:30 PM,2026-03-03,6:45 AM\n",
      "Søvnlogg uke 10\n\nNavn;Dato;Leggetid;Våknet\nKari;ma 02.03.2026;23:30;06:45\n",
    ])
  func spellings(text: String) {
    let reading = read(text)
    #expect(reading.said.isEmpty, "\(reading.said)")
    #expect(
      reading.entries.map { $0.replacing(" sleep", with: "") } == [
        "Kari 03-02T23:30–03-03T06:45"
      ])
  }

  @Test("After midnight by bedtime's date, by the day of waking, and names with numbers")
  func dates() {
    #expect(
      read("Navn;Dato;Leggetid;Innsovning;Våknet\nLie, Kari (101);2.3.2026;23:50;00:20;07:00\n")
        .entries == ["101 03-03T00:20–03-03T07:00"])
    #expect(
      read(
        "person,onset,wake date,wake\nKari,23:40,2026-03-03,06:00\nKari,00:40,2026-03-05,06:00\n"
      )
      .entries == ["Kari 03-02T23:40–03-03T06:00", "Kari 03-05T00:40–03-05T06:00"])
    #expect(
      read("start,end\n2.3 23:00,3.3 06:00\n", year: 2026).entries == [" 03-02T23:00–03-03T06:00"])
    #expect(
      read("person,start,end,kind\nKari,2026-03-02 14:00,14:30,power nap\n").entries
        == ["Kari 03-02T14:00–03-02T14:30 nap"])
  }

  @Test(
    "Every mistake at its place, and the rest is read",
    arguments: [
      ("Kari,2026-03-02 23:00,2026-03-02 22:00,", "2:23 error IN-601"),
      ("Kari,2026-03-02 23:00,2026-03-05 22:00,", "2:23 error IN-602"),
      ("Kari,2026-03-02 23:00,2026-03-02 25:00,", "2:23 error IN-049"),
      ("Kari,2026-02-30 23:00,2026-03-02 07:00,", "2:6 error IN-042"),
      ("Kari,2026-03-02,2026-03-03 07:00,", "2:6 error IN-047"),
      ("Kari,23:00,07:00,", "2:6 error IN-040"),
      (",2026-03-02 23:00,07:00,", "2:1 error IN-024"),
      ("Kari,2026-03-02 23:00,07:00,slept", "2:29 error IN-605"),
      ("Kari,2026-03-02 23:00,07:00,WAKE", "2:29 note IN-606"),
      ("Kari,2026-03-03 22:00,23:30,", "3:6 warning IN-603"),
      ("Kari,2026-03-03 23:00,07:00,", "3:6 warning IN-603"),
      ("Kari,2026-02-27 23:00,07:00,", "3:6 warning IN-607"),
      ("Kari,2026-03-29 02:30,08:00,", "2:6 warning IN-611"),
    ])
  func mistakes(row: String, said: String) {
    let reading = read(
      "person,start,end,kind\n\(row)\nKari,2026-03-03 23:00,2026-03-04 07:00,sleep\n")
    let rest = said.hasSuffix("IN-611") ? ["3:6"] : []
    #expect(
      reading.said.filter { text in !rest.contains { text.hasPrefix($0) } }.contains(said),
      "\(reading.said)")
    #expect(reading.entries.contains { $0.hasSuffix("03-04T07:00 sleep") })
  }

  @Test("No header, an empty file, a workbook, and a log cut off")
  func files() {
    #expect(read("person;vakt\nKari;D\n").said == ["1:1 error IN-600"])
    #expect(read("").said == ["- error IN-003"])
    #expect(read(bytes: [0x50, 0x4B, 3, 4, 0]).said == ["- error IN-004"])
    #expect(read("person,start,end\n").entries.isEmpty)
    let many = "person,start,end\n" + String(repeating: "a,1,2\n", count: SleepLog.mostRows)
    let reading = read(many)
    #expect(reading.log.entries.isEmpty && reading.said.last?.hasSuffix("IN-612") == true)
  }

  @Test("The hour that exists twice: the second where the sleep would else end before it starts")
  func fold() {
    let reading = read("person,start,end\nK,2026-10-25 02:50,2026-10-25 02:20\n")
    #expect(reading.said == ["2:3 note IN-611", "2:20 note IN-611"])
    #expect(reading.log.entries.map { ($0.wake - $0.onset).seconds } == [1800])
  }

  @Test("What the log has of the roster's people, and what not")
  func matching() throws {
    var reading = RosterReader.read(
      """
      Ansattnr;Navn;Dato;Fra;Til
      101;Lie, Kari;02.03.2026;22:00;07:00
      102;Ola Dahl;02.03.2026;08:00;15:00
      """)
    let log = reading.readSleep(
      [
        (
          "log.csv",
          Array(
            """
            person;start;slutt
            kari lie;03.03 02:00;03.03 02:30
            102;02.03 23:00;03.03 06:00
            Ola Dal;03.03 23:00;04.03 06:00
            """.utf8)
        )
      ], options: ReadingOptions())
    let roster = try #require(reading.roster)
    let recorded = RecordedSleep(log, roster)
    #expect(recorded.people == [0, 1])
    #expect(recorded[0]?.episodes.map(\.length) == [1800])
    #expect(reading.said == ["4:1 warning IN-604"])
    let unknown = try #require(
      reading.diagnostics.items.first { $0.code == .sleepUnknownPerson })
    #expect(unknown.hint?.en == "did you mean Ola Dahl?")
    #expect(reading.diagnostics.counts[.sleepInDuty] == 1)
  }

  @Test("A log that names nobody is about the only one in the roster, or the one named")
  func nameless() throws {
    let log = [("log.csv", Array("start,end\n2026-03-02 23:00,2026-03-03 06:00\n".utf8))]
    let one = "Navn;Dato;Fra;Til\nKari;02.03.2026;08:00;15:00\n"
    var reading = RosterReader.read(one)
    var read = reading.readSleep(log, options: ReadingOptions())
    #expect(RecordedSleep(read, try #require(reading.roster)).people == [0])
    reading = RosterReader.read(one + "Ola;02.03.2026;08:00;15:00\n")
    read = reading.readSleep(log, options: ReadingOptions())
    #expect(reading.said == ["2:1 error IN-610", "2:1 warning IN-609"])
    let roster = try #require(reading.roster)
    #expect(RecordedSleep(read, roster).isEmpty)
    #expect(RecordedSleep(read, roster, person: "Ola").people == [1])
  }

  @Test("No bytes crash the reader (seed 21)")
  func fuzz() {
    let whole = Array(
      "person;dato;leggetid;start;slutt;type\n\"Lie, Kari\";02.03.2026;23:10;23:30;06:45;søvn\n"
        .utf8)
    let marks = Array("\"';,\t\n\r0129:.-TZ+å\0".utf8)
    var random = SplitMix(21)
    for _ in 0..<3000 {
      var bytes = whole + whole
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[at] = marks.randomElement(using: &random) ?? 0
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
        }
      }
      let log = read(bytes: bytes, year: 2026).log
      #expect(
        log.entries.allSatisfy { $0.wake > $0.onset && log.people.indices.contains($0.person) })
    }
  }
}
