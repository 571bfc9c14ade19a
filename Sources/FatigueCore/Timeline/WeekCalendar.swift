/// Where the fixed week begins: Monday 00:00 unless the parties have agreed on something else
/// (S-WEEK).
public struct WeekStart: Hashable, Sendable {
  /// 1 is Monday, 7 is Sunday.
  public let weekday: Int
  /// Seconds after local midnight, under 24 h.
  public let seconds: Int64

  /// Values outside the week are brought inside it.
  public init(weekday: Int, seconds: Int64 = 0) {
    self.weekday = min(max(weekday, 1), 7)
    self.seconds = min(max(seconds, 0), 86_399)
  }

  public static let monday = WeekStart(weekday: 1)
}

/// The fixed weeks that the dates of a roster touch, in order, made once.
public struct WeekCalendar: Sendable {
  /// One fixed week, in seconds from the roster's origin: 168 hours, one more or less over a clock
  /// change.
  public struct Week: Sendable {
    /// The local date it begins on.
    public var date: CivilDate
    public var from: Int32
    public var to: Int32
    /// The first or last date of the roster cuts it, so that its hours may be more than are seen.
    public var isCut: Bool
  }

  public let weeks: [Week]
  /// Positions in ``weeks`` of those that lie wholly inside the dates of which something is known.
  public let whole: Range<Int>
  /// Positions of the weeks that the assessed dates touch: fixed periods are laid from the first of them.
  public let touched: Range<Int>
  /// Positions of those among ``whole`` that are the plan's own: wholly inside the assessed dates, or begun in
  /// them where the plan goes on with a copy of itself.
  public let assessed: Range<Int>

  /// No weeks at all: nothing is summed.
  public static let none = WeekCalendar()

  private init() {
    (weeks, whole, touched, assessed) = ([], 0..<0, 0..<0, 0..<0)
  }

  /// - Complexity: O(weeks); a roster spans at most 68 years.
  public init(_ roster: Roster, start: WeekStart = .monday) {
    let horizon = roster.horizon
    let known = roster.knownDates.lowerBound
    var date = known + -((known.weekday - start.weekday) %% 7)
    func opening(_ date: CivilDate) -> Int32 {
      let local = CivilTime(date, secondOfDay: Int(start.seconds))
      return Int32(
        clamping: roster.zone.resolve(local).instant.seconds - roster.origin.seconds)
    }
    if opening(date) > horizon.start { date = date + -7 }
    var weeks: [Week] = []
    var from = opening(date)
    // A duty on the last date may go on into the week after it.
    while from <= horizon.end {
      let to = opening(date + 7)
      guard to > from else { break }
      weeks.append(
        Week(date: date, from: from, to: to, isCut: from < horizon.start || to > horizon.end))
      (date, from) = (date + 7, to)
    }
    let first = weeks.firstIndex { !$0.isCut } ?? 0
    let last = weeks.lastIndex { !$0.isCut } ?? first - 1
    let whole = first..<max(first, last + 1)
    (self.weeks, self.whole) = (weeks, whole)
    guard let surroundings = roster.surroundings else {
      (touched, assessed) = (0..<weeks.count, whole)
      return
    }
    let period = roster.period
    let opens = weeks.firstIndex { $0.to > period.start } ?? weeks.count
    let closes = weeks.lastIndex { $0.from < period.end } ?? opens - 1
    touched = opens..<max(opens, closes + 1)
    let own = touched.filter { week in
      let span = weeks[week]
      return whole.contains(week) && span.from >= period.start
        && (surroundings.repeats || span.to <= period.end)
    }
    assessed = (own.first ?? opens)..<(own.last.map { $0 + 1 } ?? own.first ?? opens)
  }

  /// The week that holds a moment; the first or last when it lies outside them.
  func index(clamping seconds: Int32) -> Int {
    guard let first = weeks.first else { return 0 }
    var index = Int((Int64(seconds) - Int64(first.from)).flooredQuotient(604_800))
    index = min(max(index, 0), weeks.count - 1)
    // A clock change moves a boundary by an hour.
    if index > 0, seconds < weeks[index].from { index -= 1 }
    if index + 1 < weeks.count, seconds >= weeks[index].to { index += 1 }
    return index
  }
}
