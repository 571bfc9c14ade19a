/// Makes plans for the nights of one person after another, at one place and over the same dates.
///
/// The body clock decides when one sleeps and is sleepy, sleep and light where the body clock goes; so each
/// plan is made six times over, each time with the phase that the light of the time before gave, and once
/// more at the end. By the fifth time the phase no longer moves by a second. All of it is done twice,
/// without and with the plan.
struct NightPlanner: Sendable {
  let settings: ProtocolSettings
  let zone: Zone
  let origin: Instant
  /// The first date, in days since 1970.
  let first: Int
  private let daylight: Daylight
  /// A day of 24 h for habits.
  private let usualDay: Daylight
  /// Seconds from the origin.
  let end: Int
  private var pacemakers = PacemakerModel.band.map { Pacemaker($0) }
  private var builders: [LightSettings: LightScheduleBuilder] = [:]
  private var baselines: [Habit: [PhaseBaseline]] = [:]
  private var light: LightSchedule

  /// What the start of a body clock depends on.
  private struct Habit: Hashable {
    var sleep: SleepSpan
    var light: LightSettings
  }

  static let passes = 6
  /// Ten years.
  static let mostDays = 3660

  /// - Parameter days: dates from `first` on.
  init(
    settings: ProtocolSettings, sky: Sky = .partly, zone: Zone, origin: Instant,
    first: CivilDate, days: Int
  ) {
    (self.settings, self.zone, self.origin) = (settings, zone, origin)
    self.first = Int(first.days)
    let days = min(max(days, 1), Self.mostDays)
    let start = zone.startOfDay(first)
    daylight = Daylight(
      site: settings.site, sky: sky, zone: zone, start: start, steps: days * 288)
    usualDay = Daylight(site: settings.site, sky: sky, zone: zone, date: first)
    var clock = PlanClock(zone: zone, origin: origin)
    end = clock.seconds(day: Int(first.days) + days, second: 0)
    light = LightSchedule(start: start)
  }

  /// A plan, and what a second one for the same person need not find again.
  struct Draft: Sendable {
    var plan: PersonProtocol
    var unplanned: Unplanned
  }

  /// The days without a plan, as they are and with a night fewer in each long block.
  struct Unplanned: Sendable {
    var usual: Course
    var shorter: Course?
  }

  /// Nil for somebody without nights.
  mutating func plan(
    _ person: PlanPerson, assigned: [Int32: NapAssignment] = [:]
  ) -> PersonProtocol? {
    draft(person, assigned: assigned)?.plan
  }

  /// - Parameter known: of the same person.
  mutating func draft(
    _ person: PlanPerson, assigned: [Int32: NapAssignment] = [:], known: Unplanned? = nil
  ) -> Draft? {
    let blocks = NightBlock.blocks(of: person.duties, under: person.conditions)
    guard !blocks.isEmpty else { return nil }
    var simulation = PlanSimulation(
      person, blocks: blocks, settings: settings, zone: zone, origin: origin, first: first,
      end: end, assigned: assigned)
    let advice = NightLight(
      person, settings: settings, daylight: daylight, zone: zone, origin: origin, blocks: blocks)
    let bases = baselines(of: person)
    let unplanned =
      known
      ?? Unplanned(
        usual: follow(simulation, advice, blocks, bases[0], withPlan: false),
        shorter: shorter(person, blocks, bases[0]))
    let usual = unplanned.usual
    var planned = follow(simulation, advice, blocks, bases[0], withPlan: true)
    let losses = PlanLosses(person: person, cost: settings.cost)
    for repair in PlanSimulation.Repair.allCases {
      let worse = losses.worse(
        usual.run, planned.run, alsoEqual: repair != .natural)
      guard !worse.isEmpty else { break }
      simulation.mend(worse, repair)
      planned = follow(simulation, advice, blocks, bases[0], withPlan: true)
    }
    fill(person, planned)
    var tracks = [planned.track]
    for i in pacemakers.indices.dropFirst() {
      tracks.append(pacemakers[i].phases(light, from: bases[i], zone: zone))
    }
    let assembly = PlanAssembly(
      person: person, settings: settings, zone: zone, origin: origin, daylight: daylight,
      blocks: blocks,
      simulation: simulation, unplanned: unplanned, planned: planned, tracks: tracks)
    return Draft(plan: assembly.result(), unplanned: unplanned)
  }

  /// The days without a plan if each block of more than three nights had one night fewer; nil when there is no
  /// such block.
  private mutating func shorter(
    _ person: PlanPerson, _ blocks: [NightBlock], _ base: PhaseBaseline
  ) -> Course? {
    let dropped = Set(blocks.filter { $0.isLong }.compactMap(\.duties.last))
    guard !dropped.isEmpty else { return nil }
    var other = person
    other.duties = person.duties.indices.filter { !dropped.contains($0) }.map { person.duties[$0] }
    let blocks = NightBlock.blocks(of: other.duties, under: other.conditions)
    let simulation = PlanSimulation(
      other, blocks: blocks, settings: settings, zone: zone, origin: origin, first: first,
      end: end)
    let advice = NightLight(
      other, settings: settings, daylight: daylight, zone: zone, origin: origin, blocks: [])
    return follow(simulation, advice, blocks, base, withPlan: false)
  }

  // MARK: The body clock by habit

  private mutating func baselines(of person: PlanPerson) -> [PhaseBaseline] {
    let habit = Habit(sleep: usualSleep(person), light: person.ward.light)
    if let known = baselines[habit] { return known }
    var builder = LightScheduleBuilder(settings: habit.light, daylight: usualDay)
    var day = LightSchedule(start: usualDay.start)
    let sleeps = [-86_400, 0].map {
      SleepSpan(onset: habit.sleep.onset + $0, wake: habit.sleep.wake + $0)
    }
    builder.fill(&day, sleeps: sleeps, origin: usualDay.start)
    let found = pacemakers.indices.map { pacemakers[$0].baseline(day) }
    baselines[habit] = found
    return found
  }

  /// The sleep of a free night that nothing has disturbed for a week, seconds from the midnight before it.
  private func usualSleep(_ person: PlanPerson) -> SleepSpan {
    var free = person
    free.duties = []
    let midnight = usualDay.start
    var simulation = PlanSimulation(
      free, blocks: [], settings: settings, zone: usualDay.zone, origin: midnight, first: first,
      end: 9 * 86_400)
    let phase = PhaseCurve(acrophase: person.acrophase)
    let sleeps = simulation.run(phase, shiftAt: { _ in 0 }, withPlan: false).sleeps
    // The last may be cut short by the end.
    guard let sleep = sleeps.dropLast().last else { return SleepSpan(onset: 0, wake: 0) }
    let noon = Int32(43_200)
    let day = (sleep.onset - noon) - (sleep.onset - noon) %% 86_400
    return SleepSpan(onset: sleep.onset - day, wake: sleep.wake - day)
  }

  // MARK: Again and again

  /// A person's days as they come to be.
  struct Course: Sendable {
    var run: PlanSimulation.Run
    var track: PhaseTrack
    /// By duty; empty without a plan.
    var lights: [Int: NightLight.Night] = [:]
  }

  private mutating func follow(
    _ simulation: PlanSimulation, _ advice: NightLight, _ blocks: [NightBlock],
    _ base: PhaseBaseline, withPlan: Bool
  ) -> Course {
    let person = simulation.person
    var (simulation, advice) = (simulation, advice)
    var track = PhaseTrack(model: .primary, zone: zone, start: daylight.start)
    func course(_ track: PhaseTrack) -> Course {
      let phase = PhaseCurve(track, acrophase: person.acrophase, origin: origin)
      let origin = origin
      let run = simulation.run(
        phase, shiftAt: { track.shift(at: origin + Elapsed(seconds: Int64($0))) },
        withPlan: withPlan)
      guard withPlan else { return Course(run: run, track: track) }
      let lights = advice.nights(
        blocks, run)
      return Course(run: run, track: track, lights: lights)
    }
    for _ in 0..<Self.passes {
      fill(person, course(track))
      let next = pacemakers[0].phases(light, from: base, zone: zone)
      let isSettled = next.readings == track.readings
      track = next
      if isSettled { break }
    }
    return course(track)
  }

  /// The light of a course.
  private mutating func fill(_ person: PlanPerson, _ course: Course) {
    var plan = LightPlan()
    for i in course.lights.keys.sorted() {
      guard let night = course.lights[i] else { continue }
      if night.glasses { plan.glassesAfter.insert(person.duties[i].span.end) }
      plan.doses += night.pulses
    }
    // What is sought outdoors comes after what is sought at work, so that it counts where both meet.
    plan.doses.sort { $0.start < $1.start }
    for i in course.lights.keys.sorted() {
      if let dose = course.lights[i]?.outdoors { plan.doses.append(dose) }
    }
    let settings = person.ward.light
    if builders[settings] == nil {
      builders[settings] = LightScheduleBuilder(settings: settings, daylight: daylight)
    }
    builders[settings]?.fill(
      &light, work: person.duties.map(\.span), sleeps: course.run.allSleep,
      commute: person.commute, plan: plan, origin: origin)
  }
}
