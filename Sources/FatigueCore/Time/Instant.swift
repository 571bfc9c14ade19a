/// A point in time: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Comparable, Sendable {
  public var seconds: Int64

  public init(seconds: Int64) { self.seconds = seconds }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }
  public static func - (a: Instant, b: Instant) -> Elapsed {
    Elapsed(seconds: a.seconds - b.seconds)
  }
  public static func + (a: Instant, b: Elapsed) -> Instant {
    Instant(seconds: a.seconds + b.seconds)
  }
  public static func - (a: Instant, b: Elapsed) -> Instant {
    Instant(seconds: a.seconds - b.seconds)
  }
}
