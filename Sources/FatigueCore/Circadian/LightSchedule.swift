/// The light at one person's eyes, and when the person sleeps: constant in steps of whole 5 minutes, each
/// level holding from its step until the next.
public struct LightSchedule: Hashable, Sendable {
  /// Seconds of a step.
  public static let step = 300
  /// More than a bright sky at noon: levels above it are taken as this, in lux.
  public static let brightest = 200_000.0
  /// Ten years of steps: what is appended beyond them is left out.
  public static let longest = 3_660 * 288

  public struct Stretch: Hashable, Sendable {
    /// Steps from ``LightSchedule/start``.
    public var first: Int
    /// At the eye.
    public var lux: Double
    public var asleep: Bool
  }

  public private(set) var start: Instant
  /// Neighbours differ: how a level was put together leaves no trace.
  public private(set) var stretches: [Stretch] = []
  /// Steps in all.
  public private(set) var count = 0

  public init(start: Instant) { self.start = start }

  /// Starts over, keeping the memory.
  public mutating func reset(start: Instant) {
    self.start = start
    stretches.removeAll(keepingCapacity: true)
    count = 0
  }

  /// - Parameters:
  ///   - lux: At the eye. What is no number, or less than darkness, is darkness.
  ///   - steps: None or less adds nothing.
  public mutating func append(lux: Double, asleep: Bool, steps: Int) {
    let steps = min(steps, Self.longest - count)
    guard steps > 0 else { return }
    let lux = lux > 0 ? min(lux, Self.brightest) : 0
    if let last = stretches.last, last.lux == lux, last.asleep == asleep {
    } else {
      stretches.append(Stretch(first: count, lux: lux, asleep: asleep))
    }
    count += steps
  }

  /// The steps of a stretch.
  func steps(of stretch: Int) -> Range<Int> {
    let next = stretch + 1
    return stretches[stretch].first..<(next < stretches.count ? stretches[next].first : count)
  }
}
