import Foundation
import Testing

@testable import FatigueCore

@Suite struct CivilDateTests {
  @Test("Every day 1970–2199 agrees with Foundation's ISO calendar")
  func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var wrong = 0
    for day in stride(from: 0, to: 84_000, by: 7) {
      for days in day..<day + 2 {
        let date = CivilDate(days: Int32(days))
        let parts = calendar.dateComponents(
          [.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear],
          from: Date(timeIntervalSince1970: Double(days) * 86_400))
        let (year, month, dayOfMonth) = date.components
        let week = date.isoWeek
        if year != parts.year || month != parts.month || dayOfMonth != parts.day
          || date.weekday % 7 + 1 != parts.weekday || week.week != parts.weekOfYear
          || week.year != parts.yearForWeekOfYear
          || CivilDate(year: year, month: month, day: dayOfMonth) != date
        {
          wrong += 1
        }
      }
    }
    #expect(wrong == 0)
  }

  @Test("Dates that do not exist are refused")
  func refusesImpossibleDates() {
    #expect(CivilDate(year: 2026, month: 4, day: 31) == nil)
    #expect(CivilDate(year: 2026, month: 2, day: 29) == nil)
    #expect(CivilDate(year: 2028, month: 2, day: 29)?.iso == "2028-02-29")
    #expect(CivilDate(year: 2026, month: 13, day: 1) == nil)
  }
}
