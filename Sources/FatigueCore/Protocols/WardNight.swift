/// One night of one unit: who naps when, so that enough people stay awake.
///
/// Roles, not people, are printed of it: the place in ``places`` is the role.
public struct WardNight: Sendable {
  /// Somebody on the night.
  public struct Place: Sendable {
    /// Index in ``Roster/people``.
    public var person: Int
    /// In ``PersonProtocol/nights``.
    public var night: Int
    public var duty: WorkInterval
    /// From lying down to getting up.
    public var nap: WorkInterval?
    /// Until then the person is not counted as staff; the end of the nap and its buffer.
    public var awayUntil: Int32?
    /// Nil with a nap, and for those who need none.
    public var leftOut: LeftOut?
    /// KSS² h of the duty and the way home, without and with ``nap``.
    public var costWithout: Double
    public var cost: Double
  }

  /// Index in ``Roster/units``.
  public var unit: UInt16
  /// The evening on which the night begins.
  public var date: CivilDate
  /// By index of the person.
  public var places: [Place]
  public var capacity: NapCapacity
  /// Nobody has said how many must be awake: one at a time, and nobody alone.
  public var isAssumed: Bool
  /// People's own plans follow it: the ward has said what it needs, or nobody can leave.
  public var isBinding: Bool { !isAssumed || capacity.together == 0 }
  /// False for more than ``WardStagger/mostPeople``, who are dealt to groups that are each exact.
  public var isExact: Bool

  /// KSS² h that the naps save together.
  public var gain: Double { places.reduce(0) { $0 + $1.costWithout - $1.cost } }

  /// What it says of people's naps, for ``ProtocolPlanner/plan(_:assigned:)``.
  public var assignments: [(person: Int, duty: Int32, nap: NapAssignment)] {
    places.map { place in
      let nap = place.nap.map {
        NapAssignment.at($0.start, Elapsed(seconds: Int64($0.length)))
      }
      return (place.person, place.duty.start, nap ?? .leftOut(place.leftOut))
    }
  }
}

/// The nights of a ward, from the roster and what is best for each of its people alone.
public struct WardPlanner: Sendable {
  /// A night to be planned.
  public struct Night: Sendable {
    public var unit: UInt16
    public var date: CivilDate
    /// In ``PersonProtocol``s by index of the person, and in its nights.
    public var members: [(person: Int, night: Int)]
  }

  private let roster: Roster
  private let settings: ProtocolSettings
  private let people: [PersonProtocol?]
  public let nights: [Night]
  /// All work by unit, sorted by start, and the seconds of the longest of it.
  private let work: [UInt16: [Shift]]
  private let longest: [UInt16: Int64]

  /// - Parameter people: one for each of the roster's.
  public init(_ roster: Roster, people: [PersonProtocol?], settings: ProtocolSettings) {
    (self.roster, self.people, self.settings) = (roster, people, settings)
    struct Key: Hashable {
      var unit: UInt16
      var date: CivilDate
    }
    var clock = ZoneCursor(roster.zone)
    let period = roster.period
    var found: [Key: [(person: Int, night: Int)]] = [:]
    for person in people {
      guard let person else { continue }
      for (i, night) in person.nights.enumerated() {
        guard night.duty.start >= period.start, night.duty.start < period.end else { continue }
        let local = clock.local(roster.instant(night.duty.start).seconds) - 43_200
        let key = Key(unit: night.unit, date: CivilTime(localSeconds: local).date)
        found[key, default: []].append((person.person, i))
      }
    }
    nights = found.map { Night(unit: $0.unit, date: $0.date, members: $1) }
      .sorted { ($0.date, $0.unit) < ($1.date, $1.unit) }
    var work: [UInt16: [Shift]] = [:]
    var longest: [UInt16: Int64] = [:]
    for shift in roster.shifts where shift.kind.isWork && shift.end > shift.start {
      work[shift.unit, default: []].append(shift)
      longest[shift.unit] = max(longest[shift.unit] ?? 0, shift.length.seconds)
    }
    self.work = work.mapValues { $0.sorted { $0.start < $1.start } }
    self.longest = longest
  }

  /// - Complexity: as ``WardStagger``, for each length of nap.
  public func plan(_ night: Night) -> WardNight {
    let ward = settings.ward(roster.units[Int(night.unit)])
    let members = night.members.compactMap { member in
      people[member.person].map { (member, $0.nights[member.night]) }
    }
    let staff = coverage(night.unit, members.map(\.1))
    var capacity = NapCapacity(
      staff: staff, leastAwake: ward.leastAwake ?? max(1, staff - 1),
      restPlaces: ward.hasNapPlace ? ward.restPlaces : 0)
    let wanting = members.indices.filter { i in
      members[i].1.dutyNap != nil || members[i].1.napsTried.isEmpty
    }
    var places = members.map { member, night in
      let cost = night.napCost?.without ?? 0
      return WardNight.Place(
        person: member.person, night: member.night, duty: night.duty, costWithout: cost,
        cost: cost)
    }
    let best = best(members.map(\.1), wanting, ward, &capacity)
    for (place, plan) in best.plans {
      if let start = plan.start {
        places[place].nap = WorkInterval(
          start: start, end: Int32(clamping: Int64(start) + best.length.seconds))
        places[place].awayUntil = Int32(clamping: Int64(start) + capacity.away.seconds)
        places[place].cost = plan.cost
      } else {
        places[place].leftOut = ward.hasNapPlace ? plan.leftOut : .nobodyMayLeave(.restPlaces)
      }
    }
    return WardNight(
      unit: night.unit, date: night.date, places: places, capacity: capacity,
      isAssumed: !ward.bindsNaps, isExact: wanting.count <= WardStagger.mostPeople)
  }

  /// Where one of the night is to be.
  private struct Placed {
    var start: Int32?
    var leftOut: LeftOut?
    var cost: Double
  }

  /// Of the lengths that the ward allows the one that lets most people nap, and of those the one that costs
  /// least.
  private func best(
    _ nights: [NightPlan], _ wanting: [Int], _ ward: WardSettings, _ capacity: inout NapCapacity
  ) -> (plans: [Int: Placed], length: Elapsed) {
    let lengths = Set(nights.flatMap { $0.napsTried.map(\.length) }).sorted()
    var best: (plans: [Int: Placed], length: Elapsed, placed: Int, cost: Double)?
    var chosen = capacity
    for length in lengths.isEmpty ? [.minutes(20)] : lengths {
      var room = capacity
      let asleep = length - NapRules.latency(of: length)
      room.away = length + settings.effects.buffer(asleep: asleep)
      let plans = stagger(nights, wanting, length, room)
      let placed = plans.values.count { $0.start != nil }
      let cost = plans.keys.sorted().reduce(0) { $0 + (plans[$1]?.cost ?? 0) }
      if let best, (best.placed, -best.cost) >= (placed, -cost) { continue }
      best = (plans, length, placed, cost)
      chosen = room
    }
    capacity = chosen
    return best.map { ($0.plans, $0.length) } ?? ([:], .minutes(20))
  }

  private func stagger(
    _ nights: [NightPlan], _ wanting: [Int], _ length: Elapsed, _ capacity: NapCapacity
  ) -> [Int: Placed] {
    var plans: [Int: Placed] = [:]
    let groups = (wanting.count + WardStagger.mostPeople - 1) / WardStagger.mostPeople
    for group in 0..<groups {
      let members = wanting.indices.filter { $0 % groups == group }.map { wanting[$0] }
      var room = capacity
      if groups > 1 {
        let share = capacity.together / groups + (group < capacity.together % groups ? 1 : 0)
        (room.staff, room.leastAwake, room.restPlaces) = (
          share, 0, capacity.restPlaces.map { _ in share }
        )
      }
      let wishes = members.map { i in
        let tried = nights[i].napsTried.filter { $0.length == length }
        return NapWish(
          starts: tried.map(\.start), costs: tried.map(\.cost),
          costWithout: nights[i].napCost?.without ?? 0)
      }
      guard let stagger = try? WardStagger(wishes, capacity: room) else { continue }
      for (i, member) in members.enumerated() {
        let start = stagger.starts[i]
        let cost = start.flatMap { start in
          zip(wishes[i].starts, wishes[i].costs).first { $0.0 == start }?.1
        }
        plans[member] = Placed(
          start: start, leftOut: stagger.leftOut[i], cost: cost ?? wishes[i].costWithout)
      }
    }
    return plans
  }

  /// How many of the unit are on duty all the time that naps may be taken: whoever leaves at midnight or comes
  /// at five does not stand in for anybody.
  private func coverage(_ unit: UInt16, _ nights: [NightPlan]) -> Int {
    let tried = nights.flatMap(\.napsTried)
    let from = tried.map(\.start).min() ?? nights.map(\.duty.start).max() ?? 0
    let to = tried.map(\.end).max() ?? nights.map(\.duty.end).min() ?? 0
    guard from < to, let work = work[unit] else { return nights.count }
    let reach = Int64(from) - (longest[unit] ?? 0)
    // Those that may still be on duty at the start.
    var low = 0
    var high = work.count
    while low < high {
      let middle = (low + high) / 2
      if Int64(work[middle].start) < reach { low = middle + 1 } else { high = middle }
    }
    let near = work[low...].prefix { $0.start < to }.filter { $0.end > from }
    // The count changes where somebody comes or goes.
    let changes = Set([from] + near.flatMap { [$0.start, $0.end] }.filter { $0 > from && $0 < to })
    return changes.map { at in
      // A person may stand in two rows.
      Set(near.filter { $0.start <= at && at < $0.end }.map(\.person)).count
    }.min() ?? 0
  }
}
