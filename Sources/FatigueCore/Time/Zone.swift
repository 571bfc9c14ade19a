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

  public init(name: String, fixedOffset: Int32) {
    self.init(name: name, rules: .fixed(fixedOffset))
  }

  init(name: String, rules: Rules) {
    self.name = name
    self.rules = rules
  }

  public static let utc = Zone(name: "UTC", fixedOffset: 0)
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

  public func civil(_ instant: Instant) -> CivilTime {
    CivilTime(localSeconds: instant.seconds + Int64(offset(at: instant)))
  }

  /// What a clock time means here: one instant, none, or two (`spec` S-TIME).
  public func resolve(_ civil: CivilTime) -> LocalTime {
    let local = civil.localSeconds
    let before = stretch(at: Instant(seconds: local - 86_400)).offset
    let after = stretch(at: Instant(seconds: local + 86_400)).offset
    let earlier = Instant(seconds: local - Int64(before))
    guard before != after else { return .unique(earlier) }
    let later = Instant(seconds: local - Int64(after))
    switch (offset(at: earlier) == before, offset(at: later) == after) {
    case (true, true): return .fold(first: earlier, second: later)
    case (true, false): return .unique(earlier)
    case (false, true): return .unique(later)
    case (false, false): return .gap(moved: earlier)
    }
  }
}

/// A stretch of time in which a zone keeps one offset. Half open.
public struct ZoneStretch: Equatable, Sendable {
  public var from: Int64
  public var to: Int64
  /// Seconds east of UTC.
  public var offset: Int32
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

  public init(_ zone: Zone) {
    self.zone = zone
    stretch = ZoneStretch(from: .max, to: .min, offset: 0)
  }

  public mutating func offset(at seconds: Int64) -> Int32 {
    if seconds < stretch.from || seconds >= stretch.to {
      stretch = zone.stretch(at: Instant(seconds: seconds))
    }
    return stretch.offset
  }

  /// Wall-clock seconds at an instant.
  public mutating func local(_ seconds: Int64) -> Int64 { seconds + Int64(offset(at: seconds)) }

  /// As ``Zone/resolve(_:)``, fast when the time is more than a day from a change.
  public mutating func resolve(local: Int64) -> LocalTime {
    let guess = local - Int64(stretch.offset)
    if stretch.from < stretch.to, guess > stretch.from.saturatingAdd(90_000),
      guess < stretch.to.saturatingAdd(-90_000)
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
