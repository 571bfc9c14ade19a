import Foundation
import Testing

@testable import FatigueCore

/// No bytes crash the calendar reader, and none are slow.
@Suite struct CalendarRobustnessTests {
  private static let seeds: [[UInt8]] = CalendarFileTests.made.compactMap {
    try? TestData.bytes("ics/made/\($0)")
  }.filter { $0.count < 6000 }

  private static let pieces = [
    "BEGIN:VEVENT\n", "END:VEVENT\n", "BEGIN:VCALENDAR\n", "END:VCALENDAR\n", "BEGIN:VTIMEZONE\n",
    "RRULE:FREQ=SECONDLY\n", "RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU;BYSETPOS=-1\n",
    "RRULE:FREQ=SECONDLY;BYSECOND=0;INTERVAL=2\n", "RRULE:FREQ=MINUTELY;BYMONTHDAY=31\n",
    "RRULE:FREQ=HOURLY;COUNT=99999999999999999999;INTERVAL=1000000000\n", "DTSTART:00010101\n",
    "DTSTART:99991231T235959Z\n", "DTEND:00010101T000000\n", "DURATION:P99999999999W\n",
    "DURATION:-P1D\n", "RDATE;VALUE=PERIOD:99991231T000000/P99999D\n", "EXDATE:19700101\n",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20260105T063000Z\n", "TZOFFSETFROM:+2559\n",
    "SEQUENCE:99999999999999\n", "UID:x\n", " \n", "\t", "\r", "\"", ";", ":", ",", "\\", "\0", "å",
  ].map { Array($0.utf8) }

  @Test("Changed calendars, seeds 1–400", .timeLimit(.minutes(5)))
  func mutations() {
    let clock = ContinuousClock()
    var slowest = Duration.zero
    for seed in 1...400 {
      var random = ReaderRobustnessTests.Generator(state: UInt64(seed))
      guard var bytes = Self.seeds.randomElement(using: &random) else { break }
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(at..<min(bytes.count, at + 40))
        case 2: bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
        default:
          let end = bytes[at...].firstIndex(of: 10) ?? at
          bytes.insert(
            contentsOf: Self.pieces.randomElement(using: &random) ?? [],
            at: min(bytes.count, end + 1))
        }
        if bytes.isEmpty { bytes = [10] }
      }
      let time = clock.measure {
        let reading = CalendarSupport.read(bytes)
        for shift in reading.roster?.shifts ?? [] where shift.end < shift.start {
          Issue.record("an entry ends before it starts, seed \(seed)")
          break
        }
      }
      slowest = max(slowest, time)
    }
    // Debug builds are some twenty times slower than what is shipped.
    #expect(slowest < .seconds(20))
  }

  @Test("Large odd calendars are read in time", .timeLimit(.minutes(2)))
  func largeOddFiles() {
    let open = Array("BEGIN:VCALENDAR\n".utf8)
    let oddities: [[UInt8]] = [
      Array(repeating: Array("BEGIN:VEVENT\n".utf8), count: 10_000).flatMap { $0 },
      Array(repeating: Array("BEGIN:X\n".utf8), count: 10_000).flatMap { $0 },
      Array(repeating: Array("END:X\n".utf8), count: 10_000).flatMap { $0 },
      Array("X:".utf8) + Array(repeating: Array("\n a".utf8), count: 100_000).flatMap { $0 },
      Array("X;A=\"".utf8) + Array(repeating: 97, count: 1_000_000),
    ]
    for oddity in oddities {
      let reading = CalendarSupport.read(open + oddity)
      #expect(reading.roster == nil)
      #expect(reading.diagnostics.worst == .error)
    }
  }

  @Test("Explosive rules share one bounded amount of work", .timeLimit(.minutes(2)))
  func explosiveRules() {
    let event = """
      BEGIN:VEVENT
      UID:%
      DTSTART:20260105T063001Z
      DURATION:PT1S
      RRULE:FREQ=SECONDLY;BYSECOND=0;INTERVAL=2
      END:VEVENT

      """
    let text = (0..<200).map { event.replacing("%", with: "\($0)") }.joined()
    let reading = CalendarSupport.read(events: text)
    #expect(reading.roster?.shifts.count == 200)
    #expect(reading.diagnostics.counts[.seriesCut] == 200)
  }

  @Test("A short file cannot mean millions of shifts; what is left out is told of each series")
  func manyEndlessSeries() {
    let event = """
      BEGIN:VEVENT
      UID:%
      DTSTART:20260105T063000Z
      DURATION:PT8H
      RRULE:FREQ=SECONDLY
      END:VEVENT

      """
    let text = (0..<20).map { event.replacing("%", with: "\($0)") }.joined()
    let reading = CalendarSupport.read(events: text)
    let shifts = reading.roster?.shifts.count ?? 0
    #expect(shifts > 100_000 && shifts < 220_000)
    #expect(reading.diagnostics.counts[.seriesCut] == 20)
  }

  @Test("A thousand calendars in one file, each with the same zone of its own, are all read")
  func repeatedZones() {
    func part(_ name: String, _ month: Int, _ before: String, _ after: String) -> String {
      """
      BEGIN:\(name)
      DTSTART:16010101T020000
      TZOFFSETFROM:\(before)
      TZOFFSETTO:\(after)
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=\(month)
      END:\(name)

      """
    }
    let zone =
      "BEGIN:VTIMEZONE\nTZID:Egen sone\n" + part("STANDARD", 10, "+0200", "+0100")
      + part("DAYLIGHT", 3, "+0100", "+0200") + "END:VTIMEZONE\n"
    let text = (0..<1000).map { person in
      "BEGIN:VCALENDAR\nX-WR-CALNAME:P\(person)\n\(zone)BEGIN:VEVENT\nUID:\(person)\n"
        + "DTSTART;TZID=Egen sone:20260105T073000\nDURATION:PT8H\nEND:VEVENT\nEND:VCALENDAR\n"
    }.joined()
    let reading = RosterReader.read([(path: "a.ics", bytes: Array(text.utf8))])
    #expect(reading.roster?.shifts.count == 1000)
  }
}
