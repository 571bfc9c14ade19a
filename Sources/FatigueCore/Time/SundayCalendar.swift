/// The Sunday and holiday windows of a period as instants, made once and asked for every shift.
public struct SundayCalendar: Sendable {
  /// In order of date; they do not overlap.
  public let windows: [SundayWindow]
  private let bounds: [Bounds]
  /// For each week from `origin` the first window that ends after the week begins.
  private let firstWindow: [Int32]
  private let origin: Int64

  /// A ``SundayWindow`` in seconds since 1970.
  private struct Bounds: Sendable {
    var start: Int64
    var end: Int64
    var eveFrom: Int64
    var eveUntil: Int64
    var lateFrom: Int64
  }

  private static let week: Int64 = 604_800

  /// - Parameters:
  ///   - first: The first date with shifts; windows that such shifts may touch outside the period
  ///     are there too.
  ///   - last: The last date with shifts.
  ///   - zone: Where the clock hangs.
  /// - Complexity: O(days); about 6 KB a year.
  public init(from first: CivilDate, through last: CivilDate, zone: Zone = .oslo) {
    // A shift is under a week long, and a window starts at most a day before its date.
    windows = SundayWindow.windows(
      from: CivilDate(days: max(first.days, -800_000) - 2),
      through: CivilDate(days: min(max(first.days, last.days), 3_000_000) + 9))
    var bounds: [Bounds] = []
    bounds.reserveCapacity(windows.count)
    func seconds(_ time: CivilTime) -> Int64 {
      time.secondOfDay == 0
        ? zone.startOfDay(time.date).seconds : zone.resolve(time).instant.seconds
    }
    for window in windows {
      bounds.append(
        Bounds(
          start: seconds(window.start), end: seconds(window.end),
          eveFrom: seconds(window.eveFrom), eveUntil: seconds(window.eveUntil),
          lateFrom: seconds(window.lateFrom)))
    }
    self.bounds = bounds
    let start = bounds.first?.start ?? 0
    origin = start
    let weeks = ((bounds.last?.end ?? start) - start) / Self.week + 1
    var index = 0
    firstWindow = (0..<weeks).map { week in
      while index < bounds.count, bounds[index].end <= start + week * Self.week { index += 1 }
      return Int32(index)
    }
  }

  /// The numbers of the windows that [from, to) overlaps, as indices of ``windows``.
  ///
  /// - Complexity: O(1) for a shift; no allocation.
  public func indices(from: Instant, to: Instant) -> Range<Int> {
    let (from, to) = (from.seconds, to.seconds)
    guard from < to, let last = bounds.last, from < last.end, to > origin else { return 0..<0 }
    let week = from <= origin ? 0 : Int((from - origin) / Self.week)
    var low = Int(firstWindow[min(week, firstWindow.count - 1)])
    while low < bounds.count, bounds[low].end <= from { low += 1 }
    var high = low
    while high < bounds.count, bounds[high].start < to { high += 1 }
    return low..<high
  }

  /// The same for stretches that come in order of their beginning.
  ///
  /// - Parameter first: 0 at first; where the search goes on, kept by the caller from one stretch to
  ///   the next.
  @inline(__always)
  func indices(from: Int64, to: Int64, since first: inout Int) -> Range<Int> {
    while first < bounds.count, bounds[first].end <= from { first += 1 }
    var high = first
    while high < bounds.count, bounds[high].start < to { high += 1 }
    return first..<high
  }

  /// Where a window begins, in seconds since 1970; never when there is none with the number.
  func opening(_ index: Int) -> Int64 { index < bounds.count ? bounds[index].start : .max }

  /// Where a window begins and ends, in seconds since 1970.
  func bounds(_ index: Int) -> (from: Int64, to: Int64) {
    (bounds[index].start, bounds[index].end)
  }

  /// Whether the eve is an ordinary working day: that of 1 and 17 May.
  func hasOrdinaryEve(_ index: Int) -> Bool {
    windows[index].eveUntil == CivilTime(windows[index].day)
  }

  /// What of [from, to) lies in the window with this number.
  public func overlap(_ index: Int, from: Instant, to: Instant) -> SundayOverlap {
    let (seconds, onEve, isLate) = share(index, from: from.seconds, to: to.seconds)
    return SundayOverlap(
      day: windows[index].day, elapsed: Elapsed(seconds: seconds), isMarginal: onEve || isLate,
      isOnOrdinaryEve: onEve && hasOrdinaryEve(index))
  }

  /// How much of [from, to), in seconds since 1970, lies in the window with this number, and whether it is
  /// marginal as it lies only on the eve, or only late.
  @inline(__always)
  func share(_ index: Int, from: Int64, to: Int64) -> (seconds: Int64, onEve: Bool, isLate: Bool) {
    let window = bounds[index]
    let (start, end) = (max(from, window.start), min(to, window.end))
    let length = max(0, end - start)
    return (
      length, start >= window.eveFrom && end <= window.eveUntil && length < 4 * 3600,
      start >= window.lateFrom
    )
  }

  /// What of [from, to) lies in the window with this number, in seconds since 1970.
  func span(_ index: Int, from: Int64, to: Int64) -> (from: Int64, to: Int64) {
    let (start, end) = (max(from, bounds[index].start), min(to, bounds[index].end))
    return (start, max(start, end))
  }

  /// The Sunday and holiday work in [from, to).
  public func work(from: Instant, to: Instant) -> SundayWork {
    var work = SundayWork()
    for index in indices(from: from, to: to) {
      let overlap = overlap(index, from: from, to: to)
      work.elapsed = work.elapsed + overlap.elapsed
      if overlap.isMarginal {
        work.marginalDays.append(overlap.day)
      } else {
        work.days.append(overlap.day)
      }
    }
    return work
  }
}

/// What a shift has in one ``SundayWindow``.
public struct SundayOverlap: Hashable, Sendable {
  /// The Sunday or holiday.
  public var day: CivilDate
  public var elapsed: Elapsed
  /// Too little to make the day a worked one, but for § 10-8 (4).
  public var isMarginal: Bool
  /// Marginal, and only late on the eve of 1 or 17 May, which is an ordinary working day.
  public var isOnOrdinaryEve = false
}

/// The Sunday and holiday work in a shift.
public struct SundayWork: Hashable, Sendable {
  /// All of it, marginal or not.
  public var elapsed = Elapsed.zero
  /// The Sundays and holidays that are worked, in order.
  public var days: [CivilDate] = []
  /// Those only touched marginally.
  public var marginalDays: [CivilDate] = []

  /// There is Sunday work, and none of it makes a day a worked one.
  public var isMarginalOnly: Bool { days.isEmpty && !marginalDays.isEmpty }
}
