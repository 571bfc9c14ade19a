import Testing

@testable import FatigueCore

/// A ward's people and nights together.
@Suite struct RosterPlanTests {
  /// People who all work the nights of two weeks together, three at a time one after the other.
  static func ward(people: Int, nights: Int = 3, unit: String = "Post 3") throws -> Roster {
    var builder = RosterBuilder(zone: .oslo)
    let date = try #require(CivilDate(year: 2026, month: 3, day: 23))
    let index = builder.unit(unit)
    let unit = try #require(index)
    for i in 0..<people {
      let person = builder.person(Person(number: "\(i)", name: "Ansatt \(i)"))
      for day in 0..<nights {
        let start = Zone.oslo.resolve(CivilTime(date + day, secondOfDay: 23 * 3600)).instant
        let end = Zone.oslo.resolve(CivilTime(date + day + 1, secondOfDay: 7 * 3600)).instant
        guard let from = builder.seconds(start, on: date + day),
          let to = builder.seconds(end, on: date + day)
        else { continue }
        builder.append(
          Shift(start: from, end: to, person: person, unit: unit), startingOn: date + day)
      }
    }
    let roster = builder.build()
    return try #require(roster)
  }

  static func settings(leastAwake: Int?) -> ProtocolSettings {
    var settings = ProtocolSettings()
    settings.ward.leastAwake = leastAwake
    return settings
  }

  @Test(
    "Nobody is away beyond what staffing allows, and the people's plans follow", arguments: 1...4)
  func capacity(leastAwake: Int) throws {
    let roster = try Self.ward(people: 5)
    let plan = RosterPlan(roster, settings: Self.settings(leastAwake: leastAwake))
    #expect(plan.nights.count == 3)
    for night in plan.nights {
      #expect(!night.isAssumed && night.isExact)
      #expect(night.capacity.staff == 5)
      let away = night.places.compactMap { place in
        place.nap.map { ($0.start, place.awayUntil ?? $0.end) }
      }
      for (start, _) in away {
        #expect(away.count { $0.0 <= start && start < $0.1 } <= 5 - leastAwake)
      }
      for place in night.places {
        let person = try #require(plan.people[place.person])
        #expect(person.nights[place.night].dutyNap?.span == place.nap)
        #expect((place.nap == nil) == (place.leftOut != nil))
      }
      #expect(night.gain >= 0)
    }
  }

  @Test("Alone at night, and nothing said of staffing")
  func assumptions() throws {
    // One person's roster does not show who else is at work.
    let single = RosterPlan(try Self.ward(people: 1))
    #expect(single.nights.isEmpty && single.people[0]?.nights.first?.dutyNap != nil)
    // What the ward has said holds for her too.
    let alone = RosterPlan(try Self.ward(people: 1), settings: Self.settings(leastAwake: 1))
    #expect(alone.nights.allSatisfy { $0.isBinding && $0.capacity.together == 0 })
    for night in try #require(alone.people[0]).nights {
      #expect(night.dutyNap == nil && night.noNap == .nobodyMayLeave(.staffing))
    }
    let unsaid = RosterPlan(try Self.ward(people: 3))
    let night = try #require(unsaid.nights.first)
    #expect(night.isAssumed && night.capacity.leastAwake == 2)
    #expect(Set(night.places.map(\.nap?.start)).count == 3)
    // Nobody's own plan is moved by what nobody has said.
    #expect(Set(unsaid.people.map { $0?.nights[0].dutyNap?.span.start }).count == 1)
    let all = RosterPlan(try Self.ward(people: 3), settings: Self.settings(leastAwake: 3))
    #expect(all.nights[0].places.allSatisfy { $0.leftOut == .nobodyMayLeave(.staffing) })
    #expect(all.people.allSatisfy { $0?.nights[0].dutyNap == nil })
    var noRoom = ProtocolSettings()
    noRoom.ward.hasNapPlace = false
    let without = RosterPlan(try Self.ward(people: 3), settings: noRoom)
    #expect(without.nights[0].places.allSatisfy { $0.leftOut == .nobodyMayLeave(.restPlaces) })
  }

  @Test("Whoever is alone on a night has no nap, also when nobody has said how many must be awake")
  func alone() throws {
    var roster = try Self.ward(people: 2, nights: 3)
    // The second of the two is off on the last night.
    roster.shifts.removeLast()
    roster.slices[1] = 3..<5
    let plan = RosterPlan(roster)
    let nights = try #require(plan.people[0]).nights
    #expect(nights.map { $0.dutyNap != nil } == [true, true, false])
    #expect(nights[2].noNap == .nobodyMayLeave(.staffing) && nights[0].noNap == nil)
    #expect(plan.nights[2].isAssumed && plan.nights[2].places[0].leftOut != nil)
  }

  @Test("Whoever leaves in the night, or stands in two rows, is not counted twice over")
  func coverage() throws {
    var roster = try Self.ward(people: 3, nights: 1)
    let first = try #require(roster.shifts.first)
    // The first also has a row inside the night; a fourth, in a slice of his own, leaves at one.
    var inside = first
    inside.start += 3600
    inside.end -= 3600
    var leaves = first
    (leaves.start, leaves.end, leaves.person) = (first.start - 8 * 3600, first.start + 7200, 3)
    roster.shifts.insert(inside, at: 1)
    roster.shifts.append(leaves)
    roster.people.append(Person(number: "9", name: "Ola"))
    roster.slices = [0..<2, 2..<3, 3..<4, 4..<5]
    let plan = RosterPlan(roster, settings: Self.settings(leastAwake: 2))
    #expect(plan.nights.count == 1)
    #expect(plan.nights[0].capacity.staff == 3)
    #expect(plan.nights[0].capacity.together == 1)
  }

  @Test("One thread and two, and a ward too large for an exact answer")
  func threads() throws {
    let roster = try Self.ward(people: 14, nights: 4)
    let one = RosterPlan(roster, settings: Self.settings(leastAwake: 11), jobs: 1)
    let two = RosterPlan(roster, settings: Self.settings(leastAwake: 11), jobs: 2)
    #expect(one.nights.map { $0.places.map(\.nap) } == two.nights.map { $0.places.map(\.nap) })
    #expect(one.people.map { $0?.sleeps } == two.people.map { $0?.sleeps })
    #expect(one.nights.allSatisfy { !$0.isExact })
    for night in one.nights {
      let away = night.places.compactMap { place in
        place.nap.map { ($0.start, place.awayUntil ?? 0) }
      }
      for (start, _) in away { #expect(away.count { $0.0 <= start && start < $0.1 } <= 3) }
    }
  }
}
