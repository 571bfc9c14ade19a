/// A year of shifts for a hospital's worth of people, the same bytes on every machine.
///
/// Five ways of working in the shares of a real staff, a quarter on part time, and a few cells in a
/// hundred changed, so that the roster holds quick returns and long runs as real ones do.
struct RosterMaker {
  var people: Int
  var days: Int

  private(set) var bytes: [UInt8] = []
  private(set) var shifts = 0

  /// Start and end as minutes after midnight.
  private static let times: [String: (start: Int, end: Int)] = [
    "D": (450, 930), "A": (900, 1350), "N": (1335, 465), "L": (480, 1200), "O": (480, 930),
    "D1": (420, 870), "A1": (870, 1320),
  ]

  /// One string per week, Monday first; F1 and F2 are days off.
  private static let plans: [(share: Double, weeks: [String])] = [
    (
      0.55,
      [
        "F1 D D F2 N N N", "F1 F2 D A A F2 F1", "A A F1 F2 D D D", "F1 D D A A F2 F1",
        "N N F2 F1 D F2 F1", "D D A A F1 A A",
      ]
    ),
    (
      0.20,
      [
        "D D A F1 D F2 F1", "A A F1 D D F2 F1", "D D A A F1 A A", "F1 F2 D D A F2 F1",
        "A F1 D F2 D D D", "F1 D D A A F2 F1",
      ]
    ),
    (
      0.12, ["N N F1 F2 F2 F2 F1", "F2 F2 N N F1 F2 F1", "F2 F1 F2 F2 N N N", "F1 F2 F2 N N F2 F1"]
    ),
    (
      0.08,
      [
        "D1 D1 F1 F2 L L L", "F1 F2 D1 D1 F2 F2 F1", "D1 D1 D1 F2 D1 F2 F1",
        "F1 D1 D1 A1 F2 F2 F1",
      ]
    ),
    (0.05, ["O O O O O F2 F1"]),
  ]

  init(people: Int, days: Int) {
    self.people = people
    self.days = days
    bytes.reserveCapacity(people * days * 25)
    bytes.append(contentsOf: "employee,start,end,code\n".utf8)
    let dates = Self.dates(days + 1)
    let plans = Self.plans.map {
      ($0.share, $0.weeks.flatMap { $0.split(separator: " ").map(String.init) })
    }
    for person in 0..<people { add(person, plans, dates) }
  }

  private mutating func add(_ person: Int, _ plans: [(Double, [String])], _ dates: [String]) {
    var random = SplitMix(seed: UInt64(person) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    var share = random.fraction()
    var plan = plans[plans.count - 1].1
    for (part, cells) in plans {
      plan = cells
      if share < part { break }
      share -= part
    }
    let offset = random.below(plan.count / 7) * 7
    let isPartTime = random.fraction() < 0.25
    let digits = String(person + 1)
    let name = "E" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    for day in 0..<days {
      var code = plan[(offset + day) % plan.count]
      if isPartTime, code != "N", code != "L", random.fraction() < 0.3 { code = "F2" }
      if random.fraction() < 0.02 { code = ["D", "A", "N", "F2"][random.below(4)] }
      guard let time = Self.times[code] else { continue }
      let end = dates[time.end <= time.start ? day + 1 : day]
      bytes.append(
        contentsOf:
          "\(name),\(dates[day])T\(Self.clock(time.start)),\(end)T\(Self.clock(time.end)),\(code)\n"
          .utf8)
      shifts += 1
    }
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// ISO dates from Monday 5 January 2026.
  private static func dates(_ count: Int) -> [String] {
    var (year, month, day) = (2026, 1, 5)
    return (0..<count).map { _ in
      let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      day += 1
      if day > length { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
      return text
    }
  }
}

/// Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}
