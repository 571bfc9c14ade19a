import Foundation
import Testing

@testable import FatigueCore

/// Dates, times, intervals and numbers as people write them.
@Suite struct ValueTests {
  struct DateCase: Decodable {
    var text: String
    var year: Int?
    var iso: String?

    enum CodingKeys: String, CodingKey {
      case text, iso
      case year = "context_year"
    }
  }
  struct MinutesCase: Decodable {
    var text: String
    var minutes: Int?
  }
  struct IntervalCase: Decodable {
    var text: String
    var minutes: [Int]?
  }
  struct NumberCase: Decodable {
    var text: String
    var value: Double?
  }

  @Test("Dates") func dates() throws {
    for item in try TestData.lines("csv/values_dates.jsonl", of: DateCase.self) {
      let date = try? WrittenDate(item.text, year: item.year).date.iso
      #expect(date == item.iso, "\(item.text)")
    }
  }

  @Test("Clock times") func times() throws {
    for item in try TestData.lines("csv/values_times.jsonl", of: MinutesCase.self) {
      let time = try? ClockTime(item.text).secondOfDay
      #expect(time == item.minutes.map { $0 * 60 }, "\(item.text)")
    }
  }

  @Test("Intervals") func intervals() throws {
    for item in try TestData.lines("csv/values_intervals.jsonl", of: IntervalCase.self) {
      let interval = try? WrittenInterval(item.text)
      let minutes = interval.map { [$0.start.secondOfDay / 60, $0.endSecond / 60] }
      #expect(minutes == item.minutes, "\(item.text)")
    }
  }

  @Test("Numbers") func numbers() throws {
    for item in try TestData.lines("csv/values_numbers.jsonl", of: NumberCase.self) {
      #expect(WrittenNumber(item.text)?.value == item.value, "\(item.text)")
    }
  }

  @Test(
    "Dates with time and offset",
    arguments: [
      ("2026-01-05T07:30:00+02:00", 27_000, 7200), ("2026-01-05T07:30Z", 27_000, 0),
      ("05.01.2026 07:30", 27_000, nil), ("2026-01-05 07:30:00.000", 27_000, nil),
      ("2026-01-05T07:30:00-0330", 27_000, -12_600), ("5. januar 2026 kl. 7.30", 27_000, nil),
    ] as [(String, Int, Int32?)])
  func offsets(text: String, second: Int, offset: Int32?) throws {
    let date = try WrittenDate(text)
    #expect(date.date.iso == "2026-01-05")
    #expect(date.time?.secondOfDay == second)
    #expect(date.offset == offset)
  }

  @Test("Every date 2000–2100 is read back in five spellings")
  func everyDate() throws {
    var wrong: [String] = []
    for days in stride(from: Int32(10_957), to: 47_847, by: 3) {
      let date = CivilDate(days: days)
      let (year, month, day) = date.components
      let week = date.isoWeek
      let texts = [
        date.iso, "\(padded(day, 2)).\(padded(month, 2)).\(year)", "\(day)/\(month) \(year)",
        "\(DateText.longWeekday(date.weekday).nb) \(day). \(Self.months[month - 1]) \(year)",
        "\(week.year)-W\(padded(week.week, 2))-\(date.weekday)",
      ]
      for text in texts where (try? WrittenDate(text).date) != date { wrong.append(text) }
    }
    #expect(wrong.prefix(10) == [])
  }

  private static let months = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
  ]

  @Test("Every minute of the day is read back in three spellings")
  func everyMinute() {
    var wrong: [String] = []
    for minute in 0..<1440 {
      let (h, m) = (minute / 60, minute % 60)
      for text in [
        "\(padded(h, 2)):\(padded(m, 2))", "\(h).\(padded(m, 2))", padded(h * 100 + m, 4),
      ]
      where (try? ClockTime(text).secondOfDay) != minute * 60 { wrong.append(text) }
    }
    #expect(wrong == [])
  }

  @Test("The error says what was wrong")
  func errors() {
    #expect(throws: ClockTimeError.hourOutOfRange(25)) { try ClockTime("25:10") }
    #expect(throws: ClockTimeError.letterForDigit("O")) { try ClockTime("O7:30") }
    #expect(throws: ClockTimeError.spreadsheetNumber(ClockTime(secondOfDay: 27_000))) {
      try ClockTime("0,3125")
    }
    #expect(throws: ClockTimeError.decimalHours) { try ClockTime("7,5") }
    #expect(throws: WrittenDateError.noSuchDay(day: 31, month: 4, year: 2026)) {
      try WrittenDate("31.04.2026")
    }
    #expect(throws: WrittenDateError.noSuchMonth(13)) { try WrittenDate("01.13.2026") }
    #expect(throws: WrittenDateError.noSuchWeek(53, year: 2025)) { try WrittenDate("2025-W53-1") }
    #expect(throws: WrittenDateError.noYear) { try WrittenDate("05.01") }
    #expect(throws: WrittenDateError.spreadsheetError) { try WrittenDate("########") }
  }
}
