extension ReadingOptions {
  /// What a DTEND on a series means over a clock change.
  public enum SeriesEnd: String, Sendable, CaseIterable {
    /// Each shift ends when the clock on the wall shows the same time.
    case wallClock = "wall-clock"
    /// Each shift lasts equally long (RFC 5545, 3.8.5.3).
    case exact
  }

  /// Where the name of the person stands in a calendar.
  public enum CalendarPerson: String, Sendable, CaseIterable {
    /// The first of those below that the calendar has.
    case automatic
    /// X-WR-CALNAME.
    case calendar
    /// ATTENDEE.
    case attendee
    /// CATEGORIES.
    case category
    /// `D1 - Kari Nordmann` in SUMMARY.
    case summary
    /// The name of the file.
    case file
  }
}
