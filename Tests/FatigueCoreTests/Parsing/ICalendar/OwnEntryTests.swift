import Testing

@testable import FatigueCore

@Suite("Events that convert wrote")
struct OwnEntryTests {
  private func event(_ day: Int, _ lines: [String]) -> String {
    let head = [
      "BEGIN:VEVENT", "UID:\(day)@x", "DTSTART:2026010\(day)T060000Z",
      "DTEND:2026010\(day)T140000Z",
    ]
    return (head + lines + ["END:VEVENT"]).joined(separator: "\n")
  }

  private func read(_ entries: [[String]]) throws -> Roster {
    let events = entries.enumerated().map { event($0 + 1, $1) }.joined(separator: "\n")
    let reading = CalendarSupport.read(events: events)
    return try #require(reading.roster)
  }

  /// For each day who works, by number and name.
  private func workers(_ roster: Roster) -> [String] {
    roster.shifts.sorted { $0.start < $1.start }.map {
      let person = roster.people[Int($0.person)]
      return "\($0.person) \(person.number) \(person.name)"
    }
  }

  @Test("Namesakes are told apart by what was known when each event was read, as in lists")
  func namesakes() throws {
    let kari = "X-FATIGUE-PERSON:Kari Lie"
    func number(_ number: String) -> String { "X-FATIGUE-PERSON-ID:\(number)" }
    let roster = try read([
      [kari], [kari], [kari, number("1")], [kari, number("1")], [kari, number("2")],
      [kari, number("1")], [kari], [kari],
    ])
    // The first number is hers; a second one is another Kari; who has none after that is neither.
    #expect(
      workers(roster) == [
        "0 1 Kari Lie", "0 1 Kari Lie", "0 1 Kari Lie", "0 1 Kari Lie", "1 2 Kari Lie",
        "0 1 Kari Lie",
        "2  Kari Lie", "2  Kari Lie",
      ])
  }

  @Test("A number under two names is told each time, and counts as one person")
  func twoNames() throws {
    let events = [
      ["X-FATIGUE-PERSON:Kari Lie", "X-FATIGUE-PERSON-ID:1"],
      ["X-FATIGUE-PERSON:Karen Lie", "X-FATIGUE-PERSON-ID:1"],
      ["X-FATIGUE-PERSON:Karen Lie", "X-FATIGUE-PERSON-ID:1"],
    ]
    let reading = CalendarSupport.read(
      events: events.enumerated().map { event($0 + 1, $1) }.joined(separator: "\n"))
    #expect(try #require(reading.roster).people.map(\.name) == ["Kari Lie"])
    #expect(reading.diagnostics.items.count { $0.code == .oneNumberTwoNames } == 2)
  }

  @Test("Tags hold the unpaid break, and the number where it has no line of its own")
  func tags() throws {
    let roster = try read([
      ["X-FATIGUE-PERSON:Ola Dal", "X-FATIGUE-TAGS:personId=7;unpaidBreak=30"],
      ["X-FATIGUE-PERSON:Ola Dal", "X-FATIGUE-PERSON-ID:8", "X-FATIGUE-TAGS:personId=7"],
      ["X-FATIGUE-TAGS:unpaidBreak=45", "X-FATIGUE-PERSON:Ola Dal (7)", "X-FATIGUE-UNIT:Med\\, B"],
    ])
    #expect(workers(roster) == ["0 7 Ola Dal", "1 8 Ola Dal", "0 7 Ola Dal"])
    let shifts = roster.shifts.sorted { $0.start < $1.start }
    #expect(shifts.map(\.unpaidBreak) == [30, 0, 45])
    #expect(shifts.map { roster.units[Int($0.unit)] } == ["", "", "Med, B"])
  }

  @Test("Kind, code, place of origin and what the event was called before are those of the lines")
  func fields() throws {
    let roster = try read([
      [
        "x-fatigue-kind:onCall", "X-Fatigue-Code:HV\\;1", "X-FATIGUE-SOURCE:gammel.csv:3",
        "X-FATIGUE-SUMMARY:Bakvakt", "X-FATIGUE-UID:u7", "X-FATIGUE-PERSON:Kari Lie",
      ],
      ["X-FATIGUE-KIND:unknown", "X-FATIGUE-PERSON:Kari Lie", "X-FATIGUE-CODE:HV\\;1"],
    ])
    let shifts = roster.shifts
    #expect(shifts.map(\.kind) == [.onCall, .work])
    #expect(shifts.map { roster.codes[Int($0.code)] } == ["HV;1", "HV;1"])
    #expect(roster.carriedSources[shifts[0].startField] == "gammel.csv:3")
    #expect(roster.carriedSources[shifts[1].startField] == nil)
    #expect(roster.details[shifts[0].startField] == EntryDetails(summary: "Bakvakt", uid: "u7"))
    #expect(roster.details[shifts[1].startField] == EntryDetails())
  }
}
