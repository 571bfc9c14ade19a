import FatigueCore
import Testing

@Suite struct RosterBuilderTests {
  /// Rows of 40 people in some order, many alike in all but what they are marked with.
  private func build(_ people: [UInt32]) throws -> (rows: [Shift], roster: Roster) {
    var builder = RosterBuilder(zone: .utc)
    for name in 0..<40 { _ = builder.person(Person(number: "\(name)", name: "")) }
    let date = try #require(CivilDate(year: 2026, month: 3, day: 2))
    let found = builder.seconds(Instant(seconds: date.localMidnight + 12 * 3600), on: date)
    let noon = try #require(found)
    for (index, person) in people.enumerated() {
      let start = noon + Int32(index / 97 % 5) * 3600
      builder.append(
        Shift(start: start, end: start + 3600, person: person, unpaidBreak: UInt16(index)),
        startingOn: date)
    }
    let read = builder.shifts
    let built = builder.build()
    return (read, try #require(built))
  }

  @Test("Rows in any order are grouped by person, by start, and else stay as they came")
  func groups() throws {
    var state: UInt64 = 7
    let random = (0..<3000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1
      return UInt32(state >> 33) % 40
    }
    let turns = (0..<3000).map { UInt32($0 % 40) }
    for people in [random, turns, Array(turns.reversed()), random.sorted(), [3]] {
      let (rows, roster) = try build(people)
      let expected = (0..<40).flatMap { person in
        let own = rows.filter { $0.person == UInt32(person) }
        return Set(own.map(\.start)).sorted().flatMap { start in own.filter { $0.start == start } }
      }
      #expect(roster.shifts == expected)
      for (person, slice) in roster.slices.enumerated() {
        #expect(roster.shifts[slice].allSatisfy { Int($0.person) == person })
      }
      #expect(roster.slices.last?.upperBound == rows.count)
    }
  }

  @Test("Rows in order are found person by person", arguments: [[], [0, 1, 39], [5, 6, 20]])
  func inOrder(without absent: [Int]) throws {
    var builder = RosterBuilder(zone: .utc)
    for name in 0..<40 { _ = builder.person(Person(number: "\(name)", name: "")) }
    let date = try #require(CivilDate(year: 2026, month: 3, day: 2))
    var counts = [Int](repeating: 0, count: 40)
    for person in 0..<40 where !absent.contains(person) {
      for row in 0..<Int32(person * person % 23 + 1) {
        builder.append(
          Shift(start: row * 60, end: row * 60 + 9, person: UInt32(person)), startingOn: date)
        counts[person] += 1
      }
    }
    _ = builder.seconds(Instant(seconds: date.localMidnight), on: date)
    let rows = builder.shifts
    let built = builder.build()
    let roster = try #require(built)
    #expect(roster.shifts == rows)
    #expect(roster.slices.map(\.count) == counts)
    for (person, slice) in roster.slices.enumerated() {
      #expect(roster.shifts[slice].allSatisfy { Int($0.person) == person })
    }
  }
}
