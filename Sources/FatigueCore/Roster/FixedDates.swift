/// Dates on which a person's plan is to stay as it is.
public struct FixedDates: Hashable, Sendable {
  /// All of them.
  public var all = false
  /// Days since 1970.
  public var dates: Set<Int32> = []

  public init() {}

  /// - Parameter day: Days since 1970.
  public func contains(_ day: Int32) -> Bool { all || dates.contains(day) }

  public mutating func formUnion(_ other: FixedDates) {
    all = all || other.all
    dates.formUnion(other.dates)
  }

  /// Dates in one stretch. `Assumed:` nobody fixes more than ten years.
  static let longest = 3660

  /// Adds `all`, a date such as `2026-03-04`, or two with a slash between, both included.
  ///
  /// - Returns: false when the text is none of these.
  public mutating func add(_ text: String) -> Bool {
    if text == "all" || text == "alle" {
      all = true
      return true
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let first = Self.date(parts[0]),
      let last = Self.date(parts[parts.count - 1]), first <= last,
      last - first < Self.longest
    else { return false }
    dates.formUnion(first.days...last.days)
    return true
  }

  /// `2026-03-04`
  private static func date(_ text: Substring) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      text.utf8.allSatisfy({ ($0 &- 48) < 10 || $0 == UInt8(ascii: "-") }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
