/// One person of a night who is to have a nap: what each start costs.
public struct NapWish: Hashable, Sendable {
  /// Seconds from the origin; any order, of several at one start the first counts.
  public var starts: [Int32]
  /// KSS² h, one for each start.
  public var costs: [Double]
  /// Without a nap.
  public var costWithout: Double

  public init(starts: [Int32], costs: [Double], costWithout: Double) {
    self.starts = starts
    self.costs = costs
    self.costWithout = costWithout
  }

  /// The naps of one length that a search tried.
  public init(_ search: NapSearch, length: Elapsed) {
    let fitting = search.candidates.filter { $0.length == length }
    self.init(
      starts: fitting.map(\.start), costs: fitting.map(\.cost), costWithout: search.costWithout)
  }
}

/// How many of a ward may be away at once, and for how long each is.
public struct NapCapacity: Hashable, Sendable {
  /// On the night.
  public var staff: Int
  public var leastAwake: Int
  /// Places to rest; nil when nobody has counted them.
  public var restPlaces: Int?
  /// Nap and ``NapEffects/buffer(asleep:scale:)`` together: someone who is groggy is not counted as
  /// staff. The rest place is held as long.
  public var away: Elapsed

  public init(staff: Int, leastAwake: Int, restPlaces: Int? = nil, away: Elapsed = .minutes(35)) {
    self.staff = staff
    self.leastAwake = leastAwake
    self.restPlaces = restPlaces
    self.away = away
  }

  /// How many may be away together.
  public var together: Int { max(0, min(byStaffing, restPlaces ?? .max)) }

  private var byStaffing: Int { max(staff, 0) - min(max(leastAwake, 0), max(staff, 0)) }

  /// What keeps more from resting at once.
  public var bound: Bound {
    if let restPlaces, restPlaces < byStaffing { return .restPlaces }
    return .staffing
  }

  public enum Bound: Sendable { case staffing, restPlaces }
}

/// Why someone of the night gets no nap.
public enum LeftOut: Hashable, Sendable {
  /// The duty is shorter than ``NapRules/shortestDuty``.
  case shortDuty
  /// No nap that was tried saves enough.
  case littleGain
  /// The duty itself has no time for one.
  case noTime
  /// Nobody may be away at all.
  case nobodyMayLeave(NapCapacity.Bound)
  /// Not everybody's naps fit into the night.
  case full(NapCapacity.Bound)

  public var text: Localized {
    switch self {
    case .shortDuty:
      Localized(
        nb: "Vakten er for kort til en hvil.", en: "The duty is too short for a nap.")
    case .littleGain:
      Localized(
        nb: "En hvil hjelper lite denne natten.", en: "A nap helps little on this night.")
    case .noTime:
      Localized(
        nb: "Vakten gir ikke tid til en kort hvil.", en: "The duty leaves no time for a nap.")
    case .nobodyMayLeave(.staffing):
      Localized(
        nb: "Ingen kan gå fra: minstebemanningen krever alle.",
        en: "Nobody can leave: minimum staffing needs everybody.")
    case .nobodyMayLeave(.restPlaces):
      Localized(nb: "Det finnes ingen plass å hvile på.", en: "There is no place to rest.")
    case .full(.staffing):
      Localized(
        nb: "Natten har ikke plass til alles hvil med denne minstebemanningen.",
        en: "The night has no room for everybody's nap with this minimum staffing.")
    case .full(.restPlaces):
      Localized(
        nb: "Natten har ikke plass til alles hvil med så få plasser å hvile på.",
        en: "The night has no room for everybody's nap with so few places to rest.")
    }
  }
}

/// Too many people for an exact answer: split the ward by unit.
public struct StaggerError: Error, Equatable, Sendable {
  public var people: Int
}

/// When each of a night's people has a nap.
public struct WardStagger: Hashable, Sendable {
  /// In the order of the wishes; nil for those left out.
  public let starts: [Int32?]
  /// By index into the wishes.
  public let leftOut: [Int: LeftOut]
  /// KSS² h of those who have a nap.
  public let costOfPlaced: Double
  /// With those who have none, each at the cost without.
  public let costOfAll: Double

  public static let mostPeople = 12
  /// Starts looked at: 24 h of 5 min.
  static let mostStarts = 288

  /// The naps with the least cost together, such that never more than the capacity are away.
  ///
  /// Exact. If not everybody fits, as many as possible, and of those groups the one with the least cost.
  /// Of equal plans the one with the earliest start for the first person, then the second, and so on.
  ///
  /// - Throws: ``StaggerError`` for more than ``mostPeople``.
  /// - Complexity: O(starts · 2ⁿ · n + capacity · 3ⁿ) for n people.
  public init(_ wishes: [NapWish], capacity: NapCapacity) throws(StaggerError) {
    guard wishes.count <= Self.mostPeople else { throw StaggerError(people: wishes.count) }
    let together = min(capacity.together, wishes.count)
    let plan = StaggerSearch(
      wishes, away: Int(min(max(1, capacity.away.seconds), 86_400)), together: together
    )
    .best
    let grid = plan.grid
    starts = wishes.indices.map { plan.isPlaced($0) ? grid[Int(plan.order[$0])] : nil }
    var leftOut: [Int: LeftOut] = [:]
    var rest = 0.0
    for (i, wish) in wishes.enumerated() where !plan.isPlaced(i) {
      rest += wish.costWithout
      leftOut[i] =
        wish.starts.isEmpty
        ? .noTime : together == 0 ? .nobodyMayLeave(capacity.bound) : .full(capacity.bound)
    }
    self.leftOut = leftOut
    costOfPlaced = plan.cost
    costOfAll = plan.cost + rest
  }
}
