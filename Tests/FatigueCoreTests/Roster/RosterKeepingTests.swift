import FatigueCore
import Testing

@Suite struct RosterKeepingTests {
  /// Two people with shifts 08–16 on the first four days of March 2026, UTC.
  private func roster() throws -> Roster {
    var builder = RosterBuilder(zone: .utc)
    for name in ["A", "B"] {
      let person = builder.person(Person(number: "", name: name))
      for day in 1...4 {
        let date = try #require(CivilDate(year: 2026, month: 3, day: day))
        let start = builder.seconds(Instant(seconds: date.localMidnight + 8 * 3600), on: date)
        let seconds = try #require(start)
        builder.append(
          Shift(start: seconds, end: seconds + 8 * 3600, person: person), startingOn: date)
      }
    }
    let built = builder.build()
    return try #require(built)
  }

  private func time(_ day: Int, _ hour: Int64) throws -> Instant {
    let date = try #require(CivilDate(year: 2026, month: 3, day: day))
    return Instant(seconds: date.localMidnight + hour * 3600)
  }

  @Test("Half open, kept when it overlaps")
  func overlap() throws {
    let whole = try roster()
    let kept = whole.keeping(from: try time(1, 16), to: try time(3, 8))
    #expect(kept.shifts.count == 2)
    #expect(kept.slices == [0..<1, 1..<2])
    #expect(kept.firstDate.iso == "2026-03-02" && kept.lastDate.iso == "2026-03-02")
    #expect(whole.keeping(from: try time(1, 15), to: try time(3, 9)).shifts.count == 6)
    #expect(whole.keeping().shifts.count == 8)
  }

  @Test func somePeople() throws {
    let kept = try roster().keeping { $0.name == "B" }
    #expect(kept.people.map(\.name) == ["B"])
    #expect(kept.shifts.count == 4 && kept.shifts.allSatisfy { $0.person == 0 })
  }

  @Test func nothingLeft() throws {
    let kept = try roster().keeping(from: try time(20, 0))
    #expect(kept.shifts.isEmpty && kept.people.isEmpty && kept.slices.isEmpty)
    #expect(kept.firstDate.iso == "2026-03-01")
  }
}
