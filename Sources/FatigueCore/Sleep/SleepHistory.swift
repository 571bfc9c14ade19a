/// A sleep, in seconds from the roster's origin, half open; it may begin before the origin.
public struct SleepSpan: Hashable, Sendable {
  public var onset: Int32
  public var wake: Int32

  public init(onset: Int32, wake: Int32) {
    self.onset = onset
    self.wake = wake
  }
}

/// A sleep in a person's series, with S at both ends.
public struct SleepEpisode: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case main
    case nap
    /// No sleep: of zero length, where the series starts or starts anew. One is awake from here.
    case start
  }

  /// Seconds from the origin.
  public var onset: Int32
  public var wake: Int32
  public var kind: Kind
  /// It was recorded; else it is predicted, or declared in the roster.
  public var isRecorded = false
  /// Seconds asleep from the start of the sleep of which this is a piece to the end of the piece.
  var sleptSoFar: Int32 = 0
  /// S in model units.
  public var onsetS: Double
  public var wakeS: Double

  public var length: Int { Int(wake) - Int(onset) }

  func moved(by seconds: Int) -> SleepEpisode {
    var moved = self
    moved.onset = Int32(clamping: Int(onset) + seconds)
    moved.wake = Int32(clamping: Int(wake) + seconds)
    return moved
  }

  /// From here on hours awake are counted anew: a nap under an hour does not do that.
  var resetsWake: Bool { kind != .nap || max(length, Int(sleptSoFar)) >= 3600 }

  /// Seconds awake that divide one sleep from the next; what lies around a shorter wake is one sleep in
  /// pieces.
  ///
  /// `Assumed:` monitors write down wakes of some minutes that a diary does not mention, and nobody
  /// takes less than half an hour for having got up.
  static let dividingWake = 30 * 60
}

/// One person's sleep and body clock. Made once and filled again for each person.
public struct SleepHistory: Sendable {
  /// Sorted, not overlapping; the first has the kind ``SleepEpisode/Kind/start``.
  public internal(set) var episodes: [SleepEpisode] = []
  public internal(set) var clock = BodyClock()
  /// Seconds between first and last episode for which nothing was predicted (long leave).
  public internal(set) var uncovered = 0
  /// What the predictor has found out, kept from person to person; for the curves named.
  var bounds = WakingBounds()
  var boundsFor: ThreeProcessTables?
  /// What the body clock does after the changes that people were over so far; for the curves named.
  private var rhythms: [AdaptingRhythm] = []
  private var changes: [AdaptingRhythm.Change] = []
  private var rhythmsFor: ThreeProcessTables?

  public init() {}

  /// Sets the body clock, as ``BodyClock/reset(zone:origin:from:to:adaptation:)``.
  mutating func setClock(
    zone: Zone, origin: Instant, from: Int, to: Int, adaptation: BodyClock.Adaptation,
    _ tables: ThreeProcessTables
  ) {
    clock.reset(zone: zone, origin: origin, from: from, to: to, adaptation: adaptation)
    if rhythmsFor !== tables { (rhythms, changes, rhythmsFor) = ([], [], tables) }
    clock.noteRhythms { change in
      if let known = changes.firstIndex(of: change) { return known }
      changes.append(change)
      rhythms.append(tables.adapting.rhythm(change, tables))
      return changes.count - 1
    }
  }

  /// C + U from the start of a stretch on, where the body clock follows a change that many know.
  @inline(__always)
  func rhythm(of stretch: BodyClock.Stretch) -> AdaptingRhythm? {
    stretch.rhythm >= 0 ? rhythms[stretch.rhythm] : nil
  }

  /// Seconds asleep in a half-open span, main sleeps and naps.
  public func asleep(from: Int, to: Int) -> Int {
    var sum = 0
    for episode in episodes where Int(episode.wake) > from && Int(episode.onset) < to {
      sum += min(Int(episode.wake), to) - max(Int(episode.onset), from)
    }
    return sum
  }

  mutating func begin(at seconds: Int, s: Double) {
    let at = Int32(clamping: seconds)
    episodes.append(SleepEpisode(onset: at, wake: at, kind: .start, onsetS: s, wakeS: s))
  }

  /// Sleep from `onset`; S follows from the last episode.
  mutating func sleep(
    from onset: Int, to wake: Int, _ kind: SleepEpisode.Kind, isRecorded: Bool = false,
    _ tables: ThreeProcessTables
  ) {
    let onsetS = s(awakeAt: onset, tables)
    let course = tables.parameters.homeostatic.sleep(from: onsetS)
    append(onset, wake, kind, onsetS, tables.asleep(course, seconds: wake - onset))
    episodes[episodes.count - 1].isRecorded = isRecorded
  }

  mutating func append(
    _ onset: Int, _ wake: Int, _ kind: SleepEpisode.Kind, _ onsetS: Double, _ wakeS: Double
  ) {
    var slept = wake - onset
    if let last = episodes.last, onset - Int(last.wake) < SleepEpisode.dividingWake {
      slept += Int(last.sleptSoFar)
    }
    episodes.append(
      SleepEpisode(
        onset: Int32(clamping: onset), wake: Int32(clamping: wake), kind: kind,
        sleptSoFar: Int32(clamping: slept), onsetS: onsetS, wakeS: wakeS))
  }

  /// When the last episode ended.
  var lastWake: Int { episodes.isEmpty ? 0 : Int(episodes[episodes.count - 1].wake) }

  /// S at a time after the last episode.
  func s(awakeAt seconds: Int, _ tables: ThreeProcessTables) -> Double {
    guard !episodes.isEmpty else { return ThreeProcessParameters.wellRested }
    let last = episodes[episodes.count - 1]
    return tables.awake(from: last.wakeS, seconds: max(0, seconds - Int(last.wake)))
  }
}
