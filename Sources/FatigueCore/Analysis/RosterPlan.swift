/// Plans for the nights of everybody in a roster, and who naps when on each night of each unit.
///
/// Where a ward has said how many must be awake, or how many can rest at once, people's own plans follow the
/// ward's, and so do those of people who are alone on their night. Else their naps are what is best for each
/// alone, and the ward's nights only show how they might be shared.
public struct RosterPlan: Sendable {
  /// By index in ``Roster/people``; nil for those without nights.
  public let people: [PersonProtocol?]
  /// By date, then unit. None for a roster of one person, which does not show who else is at work, unless
  /// the ward has said how many must be awake.
  public let nights: [WardNight]

  /// - Parameters:
  ///   - recorded: sleep that goes before prediction where it covers the time.
  ///   - jobs: threads; the result is the same for any number.
  /// - Complexity: O(people · dates), about 10 ms for a person and a year.
  public init(
    _ roster: Roster, settings: ProtocolSettings = ProtocolSettings(),
    recorded: RecordedSleep = RecordedSleep(), jobs: Int = 1
  ) {
    let planner = ProtocolPlanner(roster, settings: settings, recorded: recorded)
    // Kept for those whom the ward may ask for another nap.
    let isBound = settings.bindsNaps
    let keepsDrafts = isBound || roster.people.count <= Self.mostKept
    let drafts = parallelMap(roster.people.count, jobs: jobs, bench: planner) { planner, person in
      let draft = planner.draft(person)
      return (plan: draft?.plan, unplanned: keepsDrafts ? draft?.unplanned : nil)
    }
    let alone = drafts.map(\.plan)
    guard roster.people.count > 1 || isBound else {
      (people, nights) = (alone, [])
      return
    }
    let ward = WardPlanner(roster, people: alone, settings: settings)
    let shared = parallelMap(ward.nights.count, jobs: jobs, bench: ward) { ward, i in
      ward.plan(ward.nights[i])
    }
    nights = shared
    let assigned = Self.moved(shared, from: alone)
    people = parallelMap(roster.people.count, jobs: jobs, bench: planner) { planner, person in
      guard let naps = assigned[person] else { return alone[person] }
      return planner.draft(person, assigned: naps, known: drafts[person].unplanned)?.plan
    }
  }

  /// Drafts of more people would take too much memory; theirs are made anew.
  private static let mostKept = 1000

  /// What the ward says of the naps of those whom it asks for another than their own best.
  private static func moved(
    _ nights: [WardNight], from alone: [PersonProtocol?]
  ) -> [Int: [Int32: NapAssignment]] {
    var all: [Int: [Int32: NapAssignment]] = [:]
    var changed: Set<Int> = []
    for night in nights where night.isBinding {
      for (place, assignment) in zip(night.places, night.assignments) {
        all[place.person, default: [:]][assignment.duty] = assignment.nap
        if alone[place.person]?.nights[place.night].dutyNap?.span != place.nap {
          changed.insert(place.person)
        }
      }
    }
    return all.filter { changed.contains($0.key) }
  }
}
