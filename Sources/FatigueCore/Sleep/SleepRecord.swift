/// What was recorded of one person's sleep: by diary, wrist or phone. Seconds from the roster's origin.
public struct SleepRecord: Sendable {
  public struct Episode: Hashable, Sendable {
    public var onset: Int32
    public var wake: Int32
    /// Nil where the log does not say; then short ones are naps.
    public var kind: SleepEpisode.Kind?
    /// Seconds asleep in the whole sleep of which this is a piece; its own length before it is in a
    /// record.
    public internal(set) var wholeSleep: Int

    public init(onset: Int32, wake: Int32, kind: SleepEpisode.Kind? = nil) {
      self.onset = onset
      self.wake = wake
      self.kind = kind
      wholeSleep = Int(wake) - Int(onset)
    }

    public var length: Int { Int(wake) - Int(onset) }
  }

  /// A stretch of time in which the record is complete: from a first onset to a last awakening.
  public struct Run: Hashable, Sendable {
    public var from: Int32
    public var to: Int32
    /// Positions in ``SleepRecord/episodes``.
    public var episodes: Range<Int>
    /// When the last sleep of the stretch began, all its pieces taken together.
    public var lastOnset: Int32
  }

  /// Sorted, not overlapping, none empty.
  public let episodes: [Episode]
  /// Sorted. Prediction goes on between and around them.
  public let runs: [Run]

  /// Longer than this without sleep, and the log has a hole that prediction fills.
  ///
  /// `Assumed:` a duty of 24 h after a day awake is over by then.
  public static let longestWake: Int64 = 48 * 3600

  /// - Parameter episodes: Any; sorted, those that overlap or touch made one, empty ones left out.
  public init(_ episodes: [Episode]) {
    var sorted: [Episode] = []
    for episode in episodes.sorted(by: { ($0.onset, $0.wake) < ($1.onset, $1.wake) })
    where episode.wake > episode.onset {
      guard let last = sorted.last, episode.onset <= last.wake else {
        sorted.append(episode)
        continue
      }
      sorted[sorted.count - 1].wake = max(last.wake, episode.wake)
      sorted[sorted.count - 1].kind = Self.kind(last.kind, episode.kind)
    }
    let pieces = Self.pieces(sorted)
    for piece in pieces {
      let slept = sorted[piece].reduce(0) { $0 + $1.length }
      for index in piece { sorted[index].wholeSleep = slept }
    }
    var runs: [Run] = []
    var piece = 0
    for (index, episode) in sorted.enumerated() {
      while pieces[piece].upperBound <= index { piece += 1 }
      let onset = sorted[pieces[piece].lowerBound].onset
      if let last = runs.last, Int64(episode.onset) - Int64(last.to) <= Self.longestWake {
        runs[runs.count - 1].to = episode.wake
        runs[runs.count - 1].episodes = last.episodes.lowerBound..<index + 1
        runs[runs.count - 1].lastOnset = onset
      } else {
        runs.append(
          Run(
            from: episode.onset, to: episode.wake, episodes: index..<index + 1, lastOnset: onset))
      }
    }
    self.episodes = sorted
    self.runs = runs
  }

  /// Of two rows that are one sleep: only what is called a nap throughout is one whatever its length.
  private static func kind(
    _ a: SleepEpisode.Kind?, _ b: SleepEpisode.Kind?
  ) -> SleepEpisode.Kind? {
    if a == .main || b == .main { return .main }
    return a == b ? a : nil
  }

  /// The positions of the pieces of each sleep.
  private static func pieces(_ sorted: [Episode]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    for index in sorted.indices {
      if let last = pieces.last,
        Int(sorted[index].onset) - Int(sorted[index - 1].wake) < SleepEpisode.dividingWake
      {
        pieces[pieces.count - 1] = last.lowerBound..<index + 1
      } else {
        pieces.append(index..<index + 1)
      }
    }
    return pieces
  }

  /// Seconds asleep in a half-open stretch.
  public func asleep(from: Int32, to: Int32) -> Int64 {
    episodes.reduce(0) { sum, episode in
      sum + max(0, Int64(min(episode.wake, to)) - Int64(max(episode.onset, from)))
    }
  }

  /// Whether a stretch shares any time with one that the record covers.
  public func covers(from: Int32, to: Int32) -> Bool {
    runs.contains { $0.from < to && from < $0.to }
  }
}

/// Everybody's records, by index in the roster's people.
public struct RecordedSleep: Sendable {
  private var records: [Int: SleepRecord]

  public init(_ records: [Int: SleepRecord] = [:]) {
    self.records = records.filter { !$0.value.episodes.isEmpty }
  }

  public var isEmpty: Bool { records.isEmpty }
  /// Those with a record, ascending.
  public var people: [Int] { records.keys.sorted() }

  public subscript(person: Int) -> SleepRecord? { records[person] }
}
