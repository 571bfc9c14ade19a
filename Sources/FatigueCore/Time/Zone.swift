/// A time zone: for every instant the offset from UTC, for every clock time what it means.
public struct Zone: Sendable {
  /// The name it was asked for by, such as `Europe/Oslo`.
  public let name: String
  let rules: Rules

  enum Rules: Sendable {
    /// Seconds east of UTC, all year.
    case fixed(Int32)
    /// The rule of the European Union, with this standard offset.
    case europeanUnion(standard: Int32)
    /// Transitions from a TZif file.
    case table(ZoneTable)
  }

  /// A zone with one offset, in seconds east of UTC, all year.
  public init(name: String, fixedOffset: Int32) {
    self.init(name: name, rules: .fixed(fixedOffset))
  }

  init(name: String, rules: Rules) {
    self.name = name
    self.rules = rules
  }

  /// Coordinated universal time.
  public static let utc = Zone(name: "UTC", fixedOffset: 0)
  /// Norway.
  public static let oslo = Zone(name: "Europe/Oslo", rules: .europeanUnion(standard: 3600))

  /// The stretch of constant offset that holds `instant`.
  public func stretch(at instant: Instant) -> ZoneStretch {
    switch rules {
    case .fixed(let offset): ZoneStretch(from: .min, to: .max, offset: offset)
    case .europeanUnion(let standard):
      EuropeanSummerTime.stretch(at: instant.seconds, standard: standard)
    case .table(let table): table.stretch(at: instant.seconds)
    }
  }

  /// Seconds east of UTC at `instant`.
  public func offset(at instant: Instant) -> Int32 { stretch(at: instant).offset }

  /// What the clock shows at `instant`.
  public func civil(_ instant: Instant) -> CivilTime {
    CivilTime(localSeconds: instant.seconds.saturatingAdd(Int64(offset(at: instant))))
  }

  /// What a clock time means here: one instant, none, or two (`spec` S-TIME).
  public func resolve(_ civil: CivilTime) -> LocalTime {
    let local = civil.localSeconds
    let latest = local.saturatingAdd(Self.reach)
    var stretch = stretch(at: Instant(seconds: local.saturatingAdd(-Self.reach)))
    guard stretch.to <= latest else { return .unique(stretch.instant(local)) }
    var (first, last, moved): (Instant?, Instant?, Instant?) = (nil, nil, nil)
    // `Assumed:` under 32 changes within a few days, so that a hostile table costs no time.
    for _ in 0..<32 {
      let instant = stretch.instant(local)
      if instant.seconds >= stretch.from, instant.seconds < stretch.to {
        first = first ?? instant
        last = instant
      } else if instant.seconds >= stretch.to {
        moved = instant
      }
      guard stretch.to <= latest else { break }
      stretch = self.stretch(at: Instant(seconds: stretch.to))
    }
    guard let first, let last else { return .gap(moved: moved ?? stretch.instant(local)) }
    return first == last ? .unique(first) : .fold(first: first, second: last)
  }

  /// The first instant of a date: its midnight, or where midnight does not exist, the moment the
  /// clock is put forward past it. A date that the zone skipped has the same start as the next.
  public func startOfDay(_ date: CivilDate) -> Instant {
    switch resolve(CivilTime(date)) {
    case .unique(let instant), .fold(let instant, _): instant
    case .gap(let moved): Instant(seconds: stretch(at: moved).from)
    }
  }

  /// Seconds within which a clock time and its instants lie: offsets are at most 26 h
  /// (``TZifError/badOffset``), so two of them differ by at most 52 h.
  static let reach: Int64 = 190_000

  /// How far from each other the instants of one clock time can lie in this zone, in seconds.
  var reach: Int64 {
    switch rules {
    case .fixed: 0
    case .europeanUnion: 3600
    case .table: Self.reach
    }
  }
}

/// A stretch of time in which a zone keeps one offset. Half open.
public struct ZoneStretch: Equatable, Sendable {
  /// Seconds since 1970; `Int64.min` when it has no beginning.
  public var from: Int64
  /// Seconds since 1970; `Int64.max` when it has no end.
  public var to: Int64
  /// Seconds east of UTC.
  public var offset: Int32

  /// The instant that the clock shows as `local` under this offset, inside the stretch or not.
  fileprivate func instant(_ local: Int64) -> Instant {
    Instant(seconds: local.saturatingAdd(-Int64(offset)))
  }
}

/// What a wall-clock time means in a zone.
public enum LocalTime: Equatable, Sendable {
  case unique(Instant)
  /// The clock is put forward past this time; `moved` reads it with the offset before the gap, so
  /// that 02:30 becomes 03:30.
  case gap(moved: Instant)
  /// The clock shows this time twice.
  case fold(first: Instant, second: Instant)

  /// The instant used when nothing else is said: the moved one in a gap, the first in a fold.
  public var instant: Instant {
    switch self {
    case .unique(let instant), .gap(let instant), .fold(let instant, _): instant
    }
  }
}

/// A zone with the last stretch remembered, for loops over times that lie close together.
public struct ZoneCursor: Sendable {
  public let zone: Zone
  private var stretch: ZoneStretch
  /// The two before it: a year of days has three.
  private var others: (ZoneStretch, ZoneStretch)

  public init(_ zone: Zone) {
    self.zone = zone
    stretch = ZoneStretch(from: .max, to: .min, offset: 0)
    others = (stretch, stretch)
  }

  /// One that knows the first stretches of some time already, and so do its copies.
  init(_ zone: Zone, from: Int64, to: Int64) {
    self.init(zone)
    var seconds = from
    for _ in 0..<3 where seconds < to {
      _ = offset(at: seconds)
      seconds = stretch.to
    }
    _ = offset(at: from)
  }

  /// Seconds east of UTC at an instant.
  public mutating func offset(at seconds: Int64) -> Int32 {
    if seconds < stretch.from || seconds >= stretch.to { move(to: seconds) }
    return stretch.offset
  }

  /// When the clock is changed after the time asked for last; the greatest number when it is not.
  var change: Int64 { stretch.to }

  /// The stretch over which the clock has the offset asked for last, in seconds from some moment, as far as
  /// those go; and that offset.
  func stretch(since origin: Int64) -> (from: Int32, to: Int32) {
    (
      Int32(clamping: stretch.from.saturatingAdd(-origin)),
      Int32(clamping: stretch.to.saturatingAdd(-origin))
    )
  }
  var lastOffset: Int32 { stretch.offset }

  /// Whether the clock is not changed between the time asked for last and a later one.
  @inline(__always)
  func keepsOffset(until seconds: Int64) -> Bool { seconds < stretch.to }

  @inline(never)
  private mutating func move(to seconds: Int64) {
    let found: ZoneStretch
    if seconds >= others.0.from, seconds < others.0.to {
      found = others.0
      others.0 = stretch
    } else {
      let known = seconds >= others.1.from && seconds < others.1.to
      found = known ? others.1 : zone.stretch(at: Instant(seconds: seconds))
      others = (stretch, others.0)
    }
    stretch = found
  }

  /// Wall-clock seconds at an instant.
  public mutating func local(_ seconds: Int64) -> Int64 {
    seconds.saturatingAdd(Int64(offset(at: seconds)))
  }

  /// Wall-clock times that ``resolve(local:)`` knows to be unique without asking the zone, and their
  /// offset in seconds east of UTC. Empty before the first time was resolved.
  var settled: (local: Range<Int64>, offset: Int64) {
    let offset = Int64(stretch.offset)
    let from = stretch.from.saturatingAdd(zone.reach).saturatingAdd(1).saturatingAdd(offset)
    let to = stretch.to.saturatingAdd(-zone.reach).saturatingAdd(offset)
    return (from < to ? from..<to : 0..<0, offset)
  }

  /// Whether every clock time between two moments is unique and has the offset asked for last, as no change
  /// of the clock is near.
  @inline(__always)
  func isSettled(from: Int64, to: Int64) -> Bool {
    let reach = zone.reach
    return from - reach > stretch.from && to + reach < stretch.to
  }

  /// As ``Zone/resolve(_:)``, fast when no change of the clock is near.
  public mutating func resolve(local: Int64) -> LocalTime {
    let guess = local.saturatingAdd(-Int64(stretch.offset))
    let reach = zone.reach
    if stretch.from < stretch.to, guess > stretch.from.saturatingAdd(reach),
      guess < stretch.to.saturatingAdd(-reach)
    {
      return .unique(Instant(seconds: guess))
    }
    let resolved = zone.resolve(CivilTime(localSeconds: local))
    _ = offset(at: resolved.instant.seconds)
    return resolved
  }
}

extension Int64 {
  fileprivate func saturatingAdd(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
