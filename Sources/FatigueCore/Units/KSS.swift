/// A rating on the Karolinska Sleepiness Scale, 1 (very alert) to 9 (fighting sleep), as a model gives
/// it: it may lie outside the scale, and maxima and means are taken before it is clamped.
public struct KSS: Hashable, Comparable, Sendable {
  public var raw: Double

  public init(_ raw: Double) { self.raw = raw }

  /// What is compared with a limit: whole hundredths, half away from zero.
  public var hundredths: Int {
    guard raw.magnitude < 1e6 else { return raw > 0 ? 100_000_000 : -100_000_000 }
    let magnitude = Int(raw.magnitude * 100 + 0.5)
    return raw < 0 ? -magnitude : magnitude
  }

  /// Within the scale, for people.
  public var clamped: Double { min(max(raw, 1), 9) }

  public static func < (a: KSS, b: KSS) -> Bool { a.raw < b.raw }
}
