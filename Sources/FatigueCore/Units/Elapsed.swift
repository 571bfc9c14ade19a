/// Elapsed time as an exact count of seconds: what a duration, a rest or a limit is measured in.
///
/// Never rounded: 10 h 59 min 59 s is under 11 h. Clock differences are not elapsed time; only two
/// ``Instant`` values give one.
public struct Elapsed: Hashable, Comparable, Sendable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func hours(_ hours: Int64, _ minutes: Int64 = 0) -> Elapsed {
    Elapsed(seconds: hours * 3600 + minutes * 60)
  }

  public static func minutes(_ minutes: Int64) -> Elapsed { Elapsed(seconds: minutes * 60) }

  public static let zero = Elapsed(seconds: 0)

  public static func < (a: Elapsed, b: Elapsed) -> Bool { a.seconds < b.seconds }
  public static func + (a: Elapsed, b: Elapsed) -> Elapsed {
    Elapsed(seconds: a.seconds + b.seconds)
  }
  public static func - (a: Elapsed, b: Elapsed) -> Elapsed {
    Elapsed(seconds: a.seconds - b.seconds)
  }
}

/// A length of time inside an equation, in hours. For decisions use ``Elapsed``.
public struct Hours: Hashable, Sendable {
  public var value: Double
  public init(_ value: Double) { self.value = value }
  public init(_ elapsed: Elapsed) { value = Double(elapsed.seconds) / 3600 }
}
