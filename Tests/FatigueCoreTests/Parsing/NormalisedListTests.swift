import Testing

@testable import FatigueCore

/// The layout that `convert` writes is read back as it was.
@Suite struct NormalisedListTests {
  static let text = """
    person,start,end,kind,code,unit,zone,tags,source
    Kari Nordmann,2026-03-28T21:15:00Z,2026-03-29T05:45:00Z,work,N,Med 2,Europe/Oslo,personId=101,s1.csv:2
    Kari Nordmann,2026-03-29,2026-03-30,off,F1,Med 2,Europe/Oslo,personId=101,s1.csv:3
    Kari Nordmann,2026-03-30,2026-04-06,absence,FE,Med 2,Europe/Oslo,personId=101,s1.csv:4
    Kari Nordmann (102),2026-03-28T06:30:00Z,2026-03-28T14:30:00Z,onCall,'-,Med 2,Europe/Oslo,personId=102,'=x
    Ola,2026-10-25T00:30:00Z,2026-10-25T01:30:00Z,passive,,,Europe/Oslo,,s1.csv:6

    """

  @Test("Everything is read back")
  func readsBack() throws {
    let reading = RosterReader.read(Self.text)
    let roster = try #require(reading.roster)
    #expect(reading.said == ["5:1 warning IN-026"])
    #expect(
      roster.people == [
        Person(number: "101", name: "Kari Nordmann"), Person(number: "102", name: "Kari Nordmann"),
        Person(number: "", name: "Ola"),
      ])
    #expect(
      reading.entries == [
        "Kari Nordmann work N 2026-03-28T22:15 2026-03-29T07:45",
        "Kari Nordmann off F1 2026-03-29 2026-03-30",
        "Kari Nordmann absence FE 2026-03-30 2026-04-06",
        "Kari Nordmann onCall - 2026-03-28T07:30 2026-03-28T15:30",
        "Ola passive  2026-10-25T02:30 2026-10-25T02:30",
      ])
    #expect(
      roster.shifts.map { roster.carriedSources[$0.startField] ?? "" } == [
        "s1.csv:2", "s1.csv:3", "s1.csv:4", "=x", "s1.csv:6",
      ])
    #expect(roster.units == ["", "Med 2"])
    #expect(roster.shifts.last?.length == .hours(1))
  }

  @Test("The zone of the rows is the zone of the roster when all agree")
  func zone() {
    let london = Self.text.replacing("Europe/Oslo", with: "Europe/London")
    #expect(RosterReader.read(london).roster?.zone.name == "Europe/London")
    #expect(RosterReader.read(london).entries.first?.contains("T21:15") == true)
    let unknown = RosterReader.read(Self.text.replacing("Europe/Oslo", with: "Oslo/Norge"))
    #expect(unknown.roster == nil)
    #expect(unknown.said.filter { $0.hasSuffix("IN-034") }.count == 5)
  }

  @Test("Local times are read in the zone of their row")
  func rowZones() {
    let text = """
      person,start,end,zone
      Kari,2026-01-05T07:30,2026-01-05T15:30,Europe/Oslo
      Ola,2026-01-05T07:30,2026-01-05T15:30,Europe/London
      """
    let reading = RosterReader.read(text)
    #expect(reading.said == ["- warning IN-035"])
    #expect(
      reading.entries == [
        "Kari work  2026-01-05T07:30 2026-01-05T15:30",
        "Ola work  2026-01-05T08:30 2026-01-05T16:30",
      ])
  }
}
