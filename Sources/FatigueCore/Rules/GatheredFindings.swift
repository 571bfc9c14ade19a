/// Findings of one kind gathered in one: days, or weeks, that one agreement would answer are told once,
/// at the longest, and counted.
///
/// A finding goes with others up to the same graver ceiling, so that it lies at the place where the
/// rule about that ceiling has its own and both have one root cause.
struct GatheredFindings {
  private struct Group {
    var band: Int
    var readings: Reading
    var agreement: Int16
    /// The place of its finding, and the highest value seen.
    var place: Int
    var highest: Int64
    var count: Int32
  }

  private let ceilings: [Int64]
  private var groups: [Group] = []

  /// - Parameter ceilings: Ascending, in the unit of the values. With none nothing is gathered.
  init(_ ceilings: [Int64]) { self.ceilings = ceilings }

  /// Where the finding of a value is to stand: over a lesser one of its kind, or at the end.
  ///
  /// - Returns: nil when a greater one of its kind stands already.
  @inline(__always)
  mutating func place(
    _ value: Int64, _ readings: Reading, _ agreement: Int16, next: Int
  ) -> Int? {
    var band = 0
    while band < ceilings.count, value > ceilings[band] { band += 1 }
    guard band < ceilings.count else { return next }
    for i in groups.indices {
      guard groups[i].band == band, groups[i].readings == readings,
        groups[i].agreement == agreement
      else { continue }
      groups[i].count += 1
      guard value > groups[i].highest else { return nil }
      groups[i].highest = value
      return groups[i].place
    }
    groups.append(
      Group(
        band: band, readings: readings, agreement: agreement, place: next, highest: value,
        count: 1))
    return next
  }

  /// Writes how many each finding stands for into `balance`, and puts them in order of time.
  func close(_ findings: inout [Finding], from first: Int) {
    var isMoved = false
    for group in groups where group.count > 1 {
      findings[group.place].balance = group.count
      isMoved = true
    }
    guard isMoved else { return }
    // Few of them are, and not far.
    for i in findings.indices.dropFirst(first + 1) {
      var place = i
      while place > first, Self.precedes(findings[place], findings[place - 1]) {
        findings.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  private static func precedes(_ a: borrowing Finding, _ b: borrowing Finding) -> Bool {
    a.from == b.from ? a.to < b.to : a.from < b.from
  }
}

/// The same where findings are only counted: of each kind the one that would stand.
struct GatheredCount {
  /// What is over both stands alone; everything does where there are none. A single one is both.
  private let ceilings: (Int64, Int64)
  /// By ceiling and kind, and the statuses that these have.
  private var highest = SIMD4<Int64>(repeating: .min)
  private var statuses = SIMD4<UInt8>(repeating: FindingStatus.note.rawValue)
  private var alone = FindingCount()

  /// - Parameter ceilings: Ascending, two at most.
  init(_ ceilings: [Int64]) {
    precondition(ceilings.count <= 2)
    self.ceilings = (ceilings.first ?? .min, ceilings.last ?? .min)
  }

  /// - Parameters:
  ///   - isOther: Of two kinds that are not gathered in one.
  ///   - status: What a finding of the value has; asked where it would stand.
  @inline(__always)
  mutating func add(_ value: Int64, isOther: Bool = false, _ status: () -> FindingStatus) {
    guard value <= ceilings.1 else { return alone.add(status()) }
    let kind = (value > ceilings.0 ? 2 : 0) + (isOther ? 1 : 0)
    if value > highest[kind] { (highest[kind], statuses[kind]) = (value, status().rawValue) }
  }

  var total: FindingCount {
    var total = alone
    for kind in highest.indices where highest[kind] > .min {
      if let status = FindingStatus(rawValue: statuses[kind]) { total.add(status) }
    }
    return total
  }
}
