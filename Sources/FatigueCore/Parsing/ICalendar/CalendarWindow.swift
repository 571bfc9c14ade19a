/// The stretch of time that series are rolled out in, in seconds since 1970.
struct CalendarWindow {
  var from: Int64
  var to: Int64
  /// Whether somebody asked for it; then what lies outside is left out unsaid.
  var isAsked: Bool
  /// A date in the middle of the calendar.
  var middle: Int64

  /// How long after the last date an endless series goes on: `Assumed:` a year and a half holds any
  /// plan, and an average over 52 weeks.
  private static let tail: Int64 = 550 * 86_400
  /// A roster reaches 60 years from its origin; this is well inside.
  private static let reach: Int64 = 50 * 366 * 86_400

  /// - Parameter starts: the starts of the events, at least one.
  init(_ starts: [Int64], _ options: ReadingOptions) {
    let sample = stride(from: 0, to: starts.count, by: max(1, starts.count / 1001))
      .map { starts[$0] }.sorted()
    middle = sample.isEmpty ? 0 : sample[sample.count / 2]
    let last = min(starts.max() ?? middle, middle + Self.reach)
    isAsked = options.from != nil || options.to != nil
    // Two days to spare: whole days and clock times are cut exactly later.
    let slack: Int64 = 2 * 86_400
    let first = options.from.map { $0.seconds - slack }
    let end = options.to.map { $0.seconds + slack }
    if let first, end == nil, first > middle { middle = first }
    from = Swift.max(first ?? Int64.min, Swift.min(middle, end ?? middle) - Self.reach)
    to = min(end ?? max(last, first ?? last) + Self.tail, max(middle, from) + Self.reach)
  }

  /// Where a rule with a COUNT stops at the latest.
  var countEnd: Int64 { isAsked ? to : max(to, middle + Self.reach) }
  /// An UNTIL after this is no end, when nobody asked for a period: ten years on.
  var farEnd: Int64 { isAsked ? to : to + 10 * 366 * 86_400 - Self.tail }
}

/// What the series of one file may still cost.
struct ExpansionBudget {
  /// Occurrences of one series: hourly for eleven years.
  static let mostOfSeries = 100_000
  /// Occurrences of all series of a file: 10,000 people for a year, twice. A short file cannot mean so many:
  /// a day each of a year and a half takes 150 bytes or more.
  var occurrences: Int
  /// Periods and times looked at.
  var steps = 20_000_000

  /// - Parameter bytes: Of the file.
  init(bytes: Int) { occurrences = min(4_000_000, 200_000 + 4 * min(bytes, 1_000_000)) }
}

/// How long an event is, by the three ways of saying so.
enum EventLength {
  /// Days on the calendar, then exact seconds.
  case nominal(days: Int64, seconds: Int64)
  /// From DTEND: exact seconds, and seconds on the wall clock.
  case until(exact: Int64, wall: Int64)
  /// Of a date: whole days.
  case days(Int64)
}

/// One time at which an event of a series takes place.
struct EventInstance {
  /// The instant; for whole days the midnight of the date as if it were UTC.
  var key: Int64
  /// On the wall clock of the series.
  var local: Int64
  /// Index of the RDATE with a length of its own, −1 for the event's.
  var period: Int32 = -1
}
