/// Is shown memory that shifts will be put in, before any is.
public typealias ShiftRoom = (inout OutputSpan<Shift>) -> Void

/// Collects shifts as readers find them and groups them by person.
///
/// A reader interns names and codes once and appends packed shifts; nothing here makes a string per
/// row.
public struct RosterBuilder: Sendable {
  public let zone: Zone
  public private(set) var origin: Instant?
  public private(set) var shifts: [Shift] = []
  public private(set) var people: [Person] = []
  public private(set) var codes: [String] = [""]
  public private(set) var units: [String] = [""]
  public var carriedSources = ByPosition<String>()
  public var details = ByPosition<EntryDetails>()
  /// Whether each shift comes after the one before: by person, then by start, none at the same time.
  private(set) var isInOrder = true
  private var personIndex: [Person: UInt32] = [:]
  private var codeIndex: [String: UInt16] = ["": 0]
  private var unitIndex: [String: UInt16] = ["": 0]
  private var firstDate: CivilDate?
  private var lastDate: CivilDate?

  public init(zone: Zone) { self.zone = zone }

  /// Whether no entry was added, and no date told: then there is no roster.
  var isEmpty: Bool { firstDate == nil }

  /// Codes or units that one roster may have.
  public static let mostNames = Int(UInt16.max)

  public mutating func person(_ person: Person) -> UInt32 {
    let index = UInt32(people.count)
    if let known = personIndex.updateValue(index, forKey: person) {
      personIndex[person] = known
      return known
    }
    people.append(person)
    return index
  }

  /// Gives a person the staff number that another row tells.
  public mutating func identify(_ index: UInt32, number: String) {
    personIndex[people[Int(index)]] = nil
    people[Int(index)].number = number
    personIndex[people[Int(index)]] = index
  }

  /// - Returns: nil when there are more than ``mostNames`` codes.
  public mutating func code(_ code: String) -> UInt16? {
    Self.intern(code, &codes, &codeIndex)
  }

  /// - Returns: nil when there are more than ``mostNames`` units.
  public mutating func unit(_ unit: String) -> UInt16? {
    Self.intern(unit, &units, &unitIndex)
  }

  private static func intern(
    _ name: String, _ names: inout [String], _ index: inout [String: UInt16]
  ) -> UInt16? {
    if let known = index[name] { return known }
    guard names.count < mostNames else { return nil }
    names.append(name)
    index[name] = UInt16(names.count - 1)
    return UInt16(names.count - 1)
  }

  /// A time as seconds from the roster's origin, which the first call sets to that day's midnight.
  ///
  /// - Returns: nil when it lies more than 60 years from the origin.
  public mutating func seconds(_ instant: Instant, on date: CivilDate) -> Int32? {
    let origin = self.origin ?? zone.resolve(CivilTime(date)).instant
    self.origin = origin
    let seconds = instant.seconds - origin.seconds
    return seconds.magnitude < 60 * 366 * 86_400 ? Int32(seconds) : nil
  }

  /// - Parameter date: the local date on which the shift starts.
  public mutating func append(_ shift: Shift, startingOn date: CivilDate) {
    append(shift)
    firstDate = min(firstDate ?? date, date)
    lastDate = max(lastDate ?? date, date)
  }

  /// Adds a shift whose date is told to ``cover(_:_:)`` afterwards.
  @inline(__always)
  mutating func append(_ shift: Shift) {
    if let last = shifts.last, !shift.follows(last) { isInOrder = false }
    shifts.append(shift)
  }

  /// Adds shifts of one person, as far as there is room, as ``append(_:)`` does.
  ///
  /// - Parameter body: Is told when the person's last one starts, and tells whether each starts after the one
  ///   before.
  mutating func fill(
    of person: UInt32, _ body: (inout OutputSpan<Shift>, _ before: Int32) -> Bool
  ) {
    let (known, room) = (shifts.count, shifts.capacity - shifts.count)
    guard room > 0, let last = shifts.last else { return }
    let before = last.person == person ? last.start : .min
    shifts.append(addingCapacity: room) { added in
      if !body(&added, before) { isInOrder = false }
    }
    if last.person > person, shifts.count > known { isInOrder = false }
  }

  /// Widens the stretch of local dates on which shifts start.
  mutating func cover(_ first: CivilDate, _ last: CivilDate) {
    firstDate = min(firstDate ?? first, first)
    lastDate = max(lastDate ?? last, last)
  }

  /// Makes room for so many shifts in all.
  ///
  /// - Parameter prepare: Is shown the room that is free, and puts nothing there.
  public mutating func reserve(_ count: Int, _ prepare: ShiftRoom? = nil) {
    shifts.reserveCapacity(count)
    let room = shifts.capacity - shifts.count
    if let prepare, room > 0 { shifts.append(addingCapacity: room) { prepare(&$0) } }
  }

  /// What people, codes and units of another have for numbers here.
  struct Numbers: Sendable {
    private(set) var people: [UInt32] = []
    fileprivate(set) var codes: [UInt16] = []
    fileprivate(set) var units: [UInt16] = []

    init() {}

    /// Of one that begins as a copy.
    init(_ builder: RosterBuilder) {
      people = builder.people.indices.map { UInt32($0) }
      codes = builder.codes.indices.map { UInt16($0) }
      units = builder.units.indices.map { UInt16($0) }
    }

    /// - Returns: false when the other's person is two here.
    mutating func add(_ number: UInt32, forPerson other: UInt32) -> Bool {
      if other < people.count { return people[Int(other)] == number }
      people.append(number)
      return other == people.count - 1
    }
  }

  /// Forgets all shifts and makes room for others.
  mutating func makeRoom(_ count: Int) {
    shifts = []
    shifts.reserveCapacity(count)
  }

  /// Adds the shifts of another, which come after those here; it has none afterwards.
  ///
  /// - Parameter numbers: Those of its people, and of what it had before of codes and units.
  /// - Returns: false when there are too many codes or units, or more than shifts.
  mutating func take(_ other: inout RosterBuilder, _ numbers: inout Numbers) -> Bool {
    for code in other.codes.dropFirst(numbers.codes.count) {
      guard let number = self.code(code) else { return false }
      numbers.codes.append(number)
    }
    for unit in other.units.dropFirst(numbers.units.count) {
      guard let number = self.unit(unit) else { return false }
      numbers.units.append(number)
    }
    guard other.details.isEmpty, other.carriedSources.isEmpty,
      other.people.count == numbers.people.count
    else { return false }
    if let first = other.firstDate, let last = other.lastDate { cover(first, last) }
    if other.shifts.isEmpty { return true }
    append(other.shifts.span, numbers)
    other.shifts.removeAll(keepingCapacity: true)
    return true
  }

  private mutating func append(_ others: Span<Shift>, _ numbers: Numbers) {
    let (people, codes, units) = (numbers.people, numbers.codes, numbers.units)
    let (person, code, unit) = (people.span, codes.span, units.span)
    var (before, isInOrder) = (shifts.last, isInOrder)
    shifts.append(addingCapacity: others.count) { added in
      for i in others.indices {
        var shift = others[i]
        shift.person = person[Int(shift.person)]
        shift.code = code[Int(shift.code)]
        shift.unit = unit[Int(shift.unit)]
        if let before, !shift.follows(before) { isInOrder = false }
        before = shift
        added.append(shift)
      }
    }
    self.isInOrder = isInOrder
  }

  /// The roster, or nil when no entry was read. The shifts are handed over and not copied: the builder has none
  /// afterwards, and is done.
  public mutating func build() -> Roster? {
    guard let origin, let firstDate, let lastDate else { return nil }
    let slices = isInOrder ? slicesInOrder() : group()
    var all: [Shift] = []
    swap(&all, &shifts)
    carriedSources.sort()
    details.sort()
    return Roster(
      origin: origin, zone: zone, people: people, shifts: all, slices: slices, codes: codes,
      units: units, firstDate: firstDate, lastDate: lastDate, carriedSources: carriedSources,
      details: details)
  }

  /// Where the shifts of each person are, when they are in order.
  private func slicesInOrder() -> [Range<Int>] {
    var start = 0
    return people.indices.map { person in
      // Steps twice as long each, then halves of the last one.
      var (low, high, step) = (start, start, 1)
      while high < shifts.count, Int(shifts[high].person) <= person {
        low = high + 1
        high = min(shifts.count, high + step)
        step *= 2
      }
      while low < high {
        let middle = (low + high) / 2
        if Int(shifts[middle].person) <= person { low = middle + 1 } else { high = middle }
      }
      defer { start = low }
      return start..<low
    }
  }

  /// Puts each person's shifts together, in order.
  private mutating func group() -> [Range<Int>] {
    var starts = [Int](repeating: 0, count: people.count + 1)
    var grouped = true
    var before = 0
    for shift in shifts {
      starts[Int(shift.person) + 1] += 1
      if Int(shift.person) < before { grouped = false }
      before = Int(shift.person)
    }
    for person in 0..<people.count { starts[person + 1] += starts[person] }
    if !grouped { scatter(starts) }
    let slices = people.indices.map { starts[$0]..<starts[$0 + 1] }
    for slice in slices { sortByStart(slice) }
    return slices
  }

  /// A counting sort by person that keeps the order of the input. The last people's shifts are taken out, as
  /// many as need little room, the others close ranks, and so on with those before: what is written far apart
  /// is never more than a processor has at hand.
  private mutating func scatter(_ starts: [Int]) {
    let room = max(shifts.count / 7, 1 << 16)
    var places = starts
    var taken = [Shift](repeating: shifts[0], count: min(room, shifts.count))
    var end = people.count
    while end > 0 {
      var first = end - 1
      while first > 0, starts[end] - starts[first - 1] <= room { first -= 1 }
      let count = starts[end] - starts[first]
      if taken.count < count {
        taken = []
        taken = [Shift](repeating: shifts[0], count: count)
      }
      var kept = 0
      for i in 0..<starts[end] {
        let shift = shifts[i]
        let person = Int(shift.person)
        if person < first {
          shifts[kept] = shift
          kept += 1
        } else {
          taken[places[person] - starts[first]] = shift
          places[person] += 1
        }
      }
      for i in 0..<count { shifts[starts[first] + i] = taken[i] }
      end = first
    }
  }

  /// Sorts one person's shifts by start, then end, then place in the input. Most are sorted already.
  private mutating func sortByStart(_ slice: Range<Int>) {
    func precedes(_ a: Shift, _ b: Shift) -> Bool {
      a.start != b.start
        ? a.start < b.start
        : a.end != b.end ? a.end < b.end : a.startField < b.startField
    }
    guard slice.count > 1 else { return }
    for i in slice.dropFirst() where precedes(shifts[i], shifts[i - 1]) {
      shifts[slice].sort(by: precedes)
      return
    }
  }
}

extension Shift {
  /// Whether it comes after another: of the same person and begins later, or of a later person.
  @inline(__always)
  fileprivate func follows(_ other: Shift) -> Bool {
    person == other.person ? start > other.start : person > other.person
  }
}
