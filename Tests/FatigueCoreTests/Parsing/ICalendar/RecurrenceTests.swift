import Foundation
import Testing

@testable import FatigueCore

/// Rules expanded, against lists that other implementations agree on.
@Suite struct RecurrenceTests {
  struct Vector: Decodable, CustomTestStringConvertible {
    var id: String
    var dtstart: String
    var rrule: String
    var occurrences: [String]
    var complete: Bool?
    var disputed: Bool?
    var testDescription: String { "\(id) \(rrule)" }
  }

  static let vectors = (try? TestData.lines("ics/rrule_vectors.jsonl", of: Vector.self)) ?? []

  static func time(_ text: String) -> CalendarTime? {
    let bytes = Array(text.utf8)
    return CalendarTime(bytes.span, 0..<bytes.count)
  }

  static func text(_ seconds: Int64, isDate: Bool) -> String {
    let text = TimeText.local(CivilTime(localSeconds: seconds)).filter { $0 != "-" && $0 != ":" }
    return isDate ? String(text.prefix(8)) : text
  }

  /// As many times as the vector lists, one more where it says that the list is complete.
  static func expand(_ vector: Vector) throws -> [String] {
    let bytes = Array(vector.rrule.utf8)
    let rule = try RecurrenceRule(bytes.span, 0..<bytes.count)
    let start = try #require(time(vector.dtstart))
    let isDate = start.form == .date
    let until = rule.until.map { $0.form == .date ? $0.local + 86_399 : $0.local }
    var walk = RecurrenceIterator(
      rule, start: start.local, isDate: isDate, horizon: until ?? 253_370_764_800)
    var found: [String] = []
    let wanted = vector.occurrences.count + (vector.complete == true ? 1 : 0)
    while found.count < wanted, let next = walk.nextTime() {
      found.append(text(next, isDate: isDate))
    }
    return found
  }

  @Test("Rules of our own making", arguments: vectors)
  func expands(vector: Vector) throws {
    #expect(try Self.expand(vector) == vector.occurrences)
  }

  @Test("There are rules to try")
  func hasVectors() { #expect(Self.vectors.count == 170) }

  @Test("Times before the start cost steps too, however many there are in one period")
  func boundedInsideAPeriod() throws {
    let all = { (count: Int) in (0..<count).map(String.init).joined(separator: ",") }
    let text = "FREQ=YEARLY;BYMONTH=1;BYHOUR=\(all(24));BYMINUTE=\(all(60));BYSECOND=\(all(60))"
    let bytes = Array(text.utf8)
    let rule = try RecurrenceRule(bytes.span, 0..<bytes.count)
    // The last day of the year: every time of January lies before it.
    let start = Int64(20_453) * 86_400
    var walk = RecurrenceIterator(rule, start: start, horizon: start + 86_400, mostSteps: 1000)
    #expect(walk.nextTime() == nil)
    #expect(walk.isCut && walk.steps <= 1001)
  }
}
