import Testing

@testable import FatigueCore

@Suite struct SimilarNamesTests {
  private func roster(_ names: [String]) throws -> Roster {
    var builder = RosterBuilder(zone: .utc)
    let date = try #require(CivilDate(year: 2026, month: 3, day: 2))
    for (number, name) in names.enumerated() {
      let person = builder.person(Person(number: number % 2 == 0 ? "" : "\(number)", name: name))
      let found = builder.seconds(Instant(seconds: date.localMidnight), on: date)
      let start = try #require(found)
      builder.append(Shift(start: start, end: start + 3600, person: person), startingOn: date)
    }
    let built = builder.build()
    return try #require(built)
  }

  @Test(
    "Short numbers are apart only where none is another in other letters",
    arguments: [
      (["E00001", "E00002", "7"], true), ([], true), (["E1", "e1"], false),
      (["aa1", "a1"], false), (["oe1", "o1"], false), (["Kari", "Kåre"], false),
      (["E1", ""], false), (["E 1", "E1"], false), (["E00000001"], false),
    ])
  func quickLook(names: [String], apart: Bool) throws {
    #expect(
      SimilarNames.areCertainlyApart(names.map { Person(number: "", name: $0) }) == apart)
  }

  @Test("Who is certainly apart is never told of (seeds 1 to 2,000)")
  func likeACloseLook() throws {
    var quick = 0
    for seed in UInt64(1)...2_000 {
      var random = SplitMix(seed)
      let names = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        String(
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            "aAeoO1207b".randomElement(using: &random) ?? "a"
          })
      }
      let roster = try roster(names)
      guard SimilarNames.areCertainlyApart(roster.people) else { continue }
      quick += 1
      #expect(SimilarNames.pairsLookedAt(in: roster).isEmpty, "\(names)")
    }
    #expect(quick > 100)
  }
}
