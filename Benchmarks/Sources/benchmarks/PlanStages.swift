import FatigueCore

/// Plans for the nights of a hospital's worth of people: 100 people and 12 weeks, as the acceptance bar has it.
struct PlanStages {
  private let roster: Roster
  private let nights: Int

  private static let people = 100
  private static let days = 84

  init?() {
    let maker = RosterMaker(people: Self.people, days: Self.days)
    guard let roster = RosterReader.read([("roster.csv", maker.bytes)]).roster else { return nil }
    self.roster = roster
    let plan = RosterPlan(roster, jobs: 2)
    nights = plan.people.reduce(0) { $0 + ($1?.nights.count ?? 0) }
  }

  func plan(leastAwake: Int?, jobs: Int) -> Int {
    var settings = ProtocolSettings()
    settings.ward.leastAwake = leastAwake
    return RosterPlan(roster, settings: settings, jobs: jobs).nights.count
  }

  func report(_ repetitions: Int) {
    print(
      "\nplans for \(Self.people) people and \(Self.days / 7) weeks, \(nights) nights; s (at most 5 on two cores)"
    )
    func row(_ name: String, _ work: () -> Int) {
      let sample = Sample.of(repetitions, work)
      print(
        Table.left(name, 52) + Table.right(Table.number(Double(sample.wall) / 1e9, 2), 8)
          + Table.right("±" + Table.number(sample.spread, 0) + " %", 8))
    }
    row("everybody for himself, one thread") { plan(leastAwake: nil, jobs: 1) }
    row("everybody for himself, two threads") { plan(leastAwake: nil, jobs: 2) }
    row("ten must be awake, two threads") { plan(leastAwake: 10, jobs: 2) }
  }
}
