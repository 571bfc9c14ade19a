/// One person's rhythm of alertness as a plan sees it: the habitual one, moved by what the body clock has
/// moved.
///
///     acrophase(t) = acrophase by habit + shift(t)
///
/// Hours are those of a clock that is never changed: a body clock knows no summer time. Shifts lie on
/// straight lines between the readings, before the first and after the last as there.
public struct PhaseCurve: Hashable, Sendable {
  public struct Reading: Hashable, Sendable {
    /// Seconds from the origin.
    public var at: Int32
    /// Hours the body clock is later than by habit; negative is earlier.
    public var shift: Double

    public init(at: Int32, shift: Double) {
      self.at = at
      self.shift = shift
    }
  }

  /// Hour of the most alert time by habit.
  public var acrophase: Double
  /// Seconds after local midnight at the origin.
  public var secondOfDay: Int32
  /// Sorted by time, no two at one time.
  public private(set) var readings: [Reading]

  /// - Parameter readings: in any order; of several at one time the first counts.
  public init(
    acrophase: Double = CircadianProcess().acrophase, secondOfDay: Int32 = 0,
    readings: [Reading] = []
  ) {
    self.acrophase = acrophase
    self.secondOfDay = secondOfDay
    self.readings = []
    for reading in readings.sorted(by: { $0.at < $1.at }) where self.readings.last?.at != reading.at
    {
      self.readings.append(reading)
    }
  }

  /// - Parameters:
  ///   - track: read on the person's light.
  ///   - origin: of the seconds asked for.
  public init(
    _ track: PhaseTrack, acrophase: Double = CircadianProcess().acrophase, origin: Instant
  ) {
    let readings = zip(track.readings, track.drifts).map {
      Reading(at: Int32(clamping: ($0.at - origin).seconds), shift: $1)
    }
    // The clock that is never changed is the one the track began on.
    let second = (origin.seconds + Int64(track.offset)) %% 86_400
    self.init(acrophase: acrophase, secondOfDay: Int32(second), readings: readings)
  }

  /// The habitual acrophase of someone whose free days have this middle of sleep, in hours after midnight:
  /// 16.8 for 03:00. Source: `spec/light_nap.md` section 5, our own design.
  public static func acrophase(midSleep: Double) -> Double {
    guard midSleep.isFinite else { return CircadianProcess().acrophase }
    let offset = midSleep - 3
    return CircadianProcess().acrophase + offset - 24 * (offset / 24).rounded()
  }

  /// Hours later than by habit.
  public func shift(at seconds: Int) -> Double {
    guard let first = readings.first, let last = readings.last else { return 0 }
    if seconds <= Int(first.at) { return first.shift }
    if seconds >= Int(last.at) { return last.shift }
    var low = 0
    var high = readings.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(readings[middle].at) <= seconds { low = middle } else { high = middle }
    }
    let (a, b) = (readings[low], readings[high])
    let part = Double(seconds - Int(a.at)) / Double(Int(b.at) - Int(a.at))
    return a.shift + (b.shift - a.shift) * part
  }

  /// Hour of the person's own day, with the shift taken off.
  func hour(at seconds: Int) -> Double {
    Double(seconds + Int(secondOfDay)) / 3600 - shift(at: seconds)
  }
}
