/// What a reader is told besides the bytes.
public struct ReadingOptions: Sendable {
  /// Where clock times without an offset are read.
  public var zone: Zone
  /// The year of dates written without one.
  public var year: Int?
  /// The input that ``year`` was taken from, nil when somebody told it.
  var yearSource: String?
  /// The identifier of a ``RosterFormat`` to use whatever the input looks like.
  public var layout: String?
  /// Whose shifts an input holds: a list that names nobody, and any calendar.
  public var person: String?
  /// Times of shift codes, from `--legend` or the configuration.
  public var legend: CodeLegend
  /// Reads no row by the quick way for plain ones, so that tests can compare the two.
  var readsEveryRowClosely = false
  /// The stretch of time that is wanted, half open. The series of a calendar are rolled out in it;
  /// nothing else is left out by a reader.
  public var from: Instant?
  public var to: Instant?
  /// How long the shifts of a calendar's series last when the clock is changed.
  public var seriesEnd = SeriesEnd.wallClock
  /// Who works in a calendar of several people.
  public var calendarPerson = CalendarPerson.automatic
  /// On which day nights stand in a plan; nil to look for a remark, else the day they begin.
  public var nights: NightDating?
  /// First and last day over which a base plan is rolled out that does not say so itself.
  public var firstDay: CivilDate?
  public var lastDay: CivilDate?

  public init(
    zone: Zone = .oslo, year: Int? = nil, layout: String? = nil, person: String? = nil,
    legend: CodeLegend = CodeLegend(), nights: NightDating? = nil, firstDay: CivilDate? = nil,
    lastDay: CivilDate? = nil
  ) {
    self.zone = zone
    self.year = year
    self.layout = layout
    self.person = person
    self.legend = legend
    self.nights = nights
    self.firstDay = firstDay
    self.lastDay = lastDay
  }
}

/// The day on which a plan writes a shift that lies mostly after midnight.
public enum NightDating: String, Sendable, CaseIterable {
  /// The day it begins.
  case start
  /// The day it ends, which has most of its hours.
  case end
}

/// How one input was understood: for `-v` and for the inputs of a report.
public struct InputSummary: Sendable {
  public struct Column: Sendable {
    /// As the header has it.
    public var header: String
    /// Nil when the column is not used.
    public var role: ColumnRole?
  }

  public var path: String
  /// Identifier of the ``RosterFormat``, empty when none could read it.
  public var format: String
  public var encoding: TextEncoding
  /// Of a table.
  public var delimiter: Character?
  public var layout: Localized
  public var columns: [Column] = []
  /// Zone in which clock times without an offset were read.
  public var zone: String
  /// Rows below the header that are not blank, or events.
  public var rows = 0
  /// Entries that came from them, whole days too.
  public var entries = 0
  /// Days after which the plan begins again, where it was rolled out over whole rounds.
  public var cycleDays: Int?
  /// A look-back: evidence, but not assessed.
  public var isHistory = false
}

/// What came of reading.
public struct RosterReading: Sendable {
  /// Days after which the plan repeats, when it is one base plan rolled out over whole rounds.
  public var cycleDays: Int? { understood.count == 1 ? understood[0].cycleDays : nil }

  /// All inputs, also those that could not be read.
  public var sources: SourceMap
  /// Nil when no entry was read.
  public var roster: Roster?
  public var diagnostics: DiagnosticList
  public var understood: [InputSummary]
}
