/// Reads a list: one row per person and shift (or day off).
///
/// One pass over the bytes. Names and codes are numbered without making strings, and the usual
/// spellings of dates and times are read in place. A row that is not right is named field by field,
/// and the next one is read.
struct ShiftListReader {
  let header: CSVHeader
  let map: ColumnMap
  let file: Int
  let hasInvalidLines: Bool
  let year: Int?
  /// The other input that ``year`` was taken from, and the first date that needed it.
  let yearSource: String?
  var firstWithoutYear: Range<Int>?
  /// From the options, when the list has no column of people.
  let personGiven: String?

  var scanner: RowScanner
  var fast = FastTime()
  /// Where local times are read: the roster's zone, then those that rows name.
  var cursors: [ZoneCursor]
  /// By number of the zone's name: its place in ``cursors``, nil when not known.
  var zoneOfName: [Int?] = []
  var origin: Int64?

  var people = ByteInterner()
  var personOfKey: [UInt32] = []
  /// Everybody the collector was asked for, and its answers; nil when nobody wants to know.
  var asked: [(text: PersonText, index: UInt32)]?
  var codes = ByteInterner()
  var codeEntries: [CodeEntry] = []
  var units = ByteInterner()
  var unitOfName: [UInt16] = []
  var kinds = ByteInterner()
  var kindOfName: [ShiftKind?] = []
  var zoneNames = ByteInterner()
  var dates = DateRuns()
  /// Dates in unusual spellings, so that each is read once.
  var slowDates = ByteInterner()
  var daysOfSlowDate: [Int32?] = []
  /// The layout that `convert` writes.
  let isNormalised: Bool

  /// What the codes mean: as told, then as a block in the list says.
  let legend: CodeLegend
  var parser: DayCellParser
  /// Rows of the list that are no shifts.
  let surroundings: ListSurroundings
  var nights = Nights()
  /// Rows with a code in parentheses, and the first of them.
  var overlays = 0
  var firstOverlay: (place: Range<Int>, code: String)?

  /// Faults in the row at hand: it is not read when there are any.
  var faults = 0
  /// Number of the row's code, -1 until it is asked for.
  var codeOfRow = -1
  /// Nil when every row needs a closer look.
  var plain: PlainRows?
  /// Where rows stand that hold nothing but what others hold, and times in digits.
  var alike: [Range<Int>] = []
  /// Rows looked at beforehand.
  private var sampled = 0
  /// Columns whose values matter.
  let used: [Int]
  var rows = 0
  var entries = 0
  /// Rows that ran over several lines by a quote too many.
  var lineBreaksInFields = 0

  struct CodeEntry {
    var index: UInt16
    var meaning: DayCodes.Meaning?
    /// From the legend, for rows without times.
    var times: CodeLegend.Entry?
    /// What a code says that is more than one.
    var cell: DayCell?
  }

  init(
    _ input: RosterInput, _ header: CSVHeader, _ surroundings: ListSurroundings,
    _ collector: RosterCollector
  ) {
    self.surroundings = surroundings
    var legend = collector.options.legend
    legend.merge(surroundings.legend)
    self.legend = legend
    parser = DayCellParser(legend: legend)
    self.header = header
    map = header.map
    file = input.file
    hasInvalidLines = input.hasInvalidLines
    year = collector.options.year
    yearSource = collector.options.yearSource
    personGiven = collector.options.person
    scanner = RowScanner(delimiter: input.dialect.delimiter, at: header.end)
    cursors = [ZoneCursor(collector.builder.zone)]
    let map = header.map
    isNormalised = [
      (ColumnRole.person, "person"), (.start, "start"), (.end, "end"), (.kind, "kind"),
    ]
    .allSatisfy { map[$0.0] >= 0 && map.headers[map[$0.0]] == $0.1 }
    plain =
      input.hasInvalidLines || collector.options.readsEveryRowClosely
      ? nil : PlainRows(map, columns: header.places.count, delimiter: input.dialect.delimiter)
    nights.isTold = collector.options.nights != nil
    nights.remark = nights.isTold ? nil : surroundings.remark?.place
    nights.onLastDay =
      collector.options.nights.map { $0 == .end } ?? surroundings.remark?.onLastDay ?? false
    if nights.onLastDay, Self.mayBeLastDay(map) { plain = nil }
    used = ColumnRole.allCases.filter { $0 != .comment && $0 != .source }
      .map { map[$0] }.filter { $0 >= 0 }.sorted()
  }

  /// Reads rows that stand below the header once more, as if they were alone.
  ///
  /// - Parameter base: Where the first byte would stand in all input.
  mutating func readOn(_ bytes: Span<UInt8>, at base: Int, into collector: inout RosterCollector) {
    self.base = SourcePosition(UInt32(clamping: base))
    scanner = RowScanner(delimiter: scanner.delimiter, at: header.end)
    plain?.forgetPlaces()
    dates = DateRuns()
    alike.removeAll(keepingCapacity: true)
    (rows, entries) = (0, 0)
    read(bytes, into: &collector)
  }

  mutating func read(_ bytes: Span<UInt8>, into collector: inout RosterCollector) {
    let start = scanner.at
    setOrigin(bytes, &collector)
    reserve(bytes.count - start, sampled: scanner.at - start, &collector)
    scanner.at = start
    readPlainRows(bytes, &collector)
    while scanner.next(bytes) {
      readRow(bytes, &collector)
      readPlainRows(bytes, &collector)
    }
    if rows == 0 {
      collector.report(
        .noRows, .error, at: position(header.rowStart), length: header.rowEnd - header.rowStart,
        Localized(
          nb: "ingen vakter i filen, bare overskrift", en: "no shifts in the file, only a header"))
    }
    if rows > 0, entries == 0, collector.diagnostics.worst != .error {
      collector.report(
        .noRows, .error, at: position(header.rowStart), length: header.rowEnd - header.rowStart,
        Localized(nb: "ingen vakter i filen", en: "no shifts in the file"))
    }
    dates.reportFar(&collector)
    reportAssumptions(&collector)
    if let place = firstWithoutYear, let year, let yearSource {
      let source = ByteText.shown(yearSource)
      collector.report(
        .yearTaken, .note, at: position(place.lowerBound), length: place.count,
        Localized(
          nb: "datoer uten årstall er lest i \(year) (etter «\(source)»)",
          en: "dates without a year were read in \(year) (by “\(source)”)"))
    }
  }

  /// Remembers that a date has no year of its own, where the year is another input's.
  mutating func noteYear(_ bytes: Span<UInt8>, _ range: Range<Int>, _ column: Int) {
    guard yearSource != nil, firstWithoutYear == nil else { return }
    var cursor = ValueCursor(bytes, range)
    do throws(WrittenDateError) {
      _ = try WrittenDate(&cursor, year: nil)
    } catch {
      guard case .noYear = error else { return }
      let (start, end) = place(column)
      firstWithoutYear = start..<end
    }
  }

  /// Sets the roster's origin to a usual date of the file, so that one wild date in the first row does
  /// not put all others out of reach.
  private mutating func setOrigin(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    if let origin = collector.builder.origin {
      self.origin = origin.seconds
      return
    }
    var sample: [Int32] = []
    for _ in 0..<64 {
      guard scanner.next(bytes) else { break }
      sampled += 1
      for column in [map[.date], map[.start]] where column >= 0 && column < scanner.kept {
        var cursor = ValueCursor(bytes, scanner[column].range)
        if let date = try? WrittenDate(&cursor, year: year) { sample.append(date.date.days) }
      }
    }
    guard !sample.isEmpty else { return }
    let date = CivilDate(days: sample.sorted()[sample.count / 2])
    let midnight = collector.builder.zone.resolve(CivilTime(date)).instant
    _ = collector.builder.seconds(midnight, on: date)
    origin = midnight.seconds
  }

  /// Makes room for about as many entries as there will be, so that none are moved.
  private func reserve(_ bytes: Int, sampled: Int, _ collector: inout RosterCollector) {
    guard self.sampled > 0, sampled > 0 else { return }
    let estimate = bytes / max(16, sampled / self.sampled)
    collector.builder.reserve(collector.builder.shifts.count + estimate + estimate / 32)
  }

  func position(_ offset: Int) -> SourcePosition { base + offset }

  /// The file's first byte.
  var base = SourcePosition(0)

  /// Reports a fault of the row at hand: an error keeps the row out.
  mutating func report(
    _ code: DiagnosticCode, _ severity: Severity, field: Int, _ collector: inout RosterCollector,
    _ message: Localized, hint: Localized? = nil
  ) {
    if severity == .error { faults += 1 }
    let (start, end) = place(field)
    collector.report(
      code, severity, at: position(start), length: end - start, message, hint: hint)
  }

  mutating func report(
    _ fault: ValueFault, field: Int, _ collector: inout RosterCollector
  ) {
    report(fault.code, .error, field: field, &collector, fault.message, hint: fault.hint)
  }

  /// Where a field stands; the end of the row when it has none so far out.
  func place(_ field: Int) -> (Int, Int) {
    guard field >= 0 else { return (scanner.rowStart, scanner.rowEnd) }
    guard field < scanner.kept else { return (scanner.rowEnd, scanner.rowEnd) }
    return (scanner[field].raw, scanner[field].rawEnd)
  }

  /// The value of a column in the row, empty when the row or the list has none.
  @inline(__always)
  func value(_ column: Int) -> Range<Int> {
    column >= 0 && column < scanner.kept ? scanner[column].range : 0..<0
  }

  func shown(_ bytes: Span<UInt8>, _ column: Int) -> String {
    ByteText.shown(bytes, value(column))
  }
}

/// Where dates of far-apart years stand, kept as runs so that a list of any length needs few.
struct DateRuns {
  private struct Run {
    var low: Int32
    var rows: Int
    var position: SourcePosition
    var length: Int
  }
  private var runs: [Run] = []
  /// The run at hand takes days within two years of its first; its rows are counted here.
  private var low: Int32 = 0
  private var high: Int32 = -1
  private var rows = 0
  /// All dates are from the first to the last.
  private(set) var first = Int32.max
  private(set) var last = Int32.min

  @inline(__always)
  mutating func add(_ days: Int32, _ position: SourcePosition, _ length: Int) {
    if days >= low, days <= high {
      rows += 1
    } else {
      start(days, position, length)
    }
    first = min(first, days)
    last = max(last, days)
  }

  /// Dates of the run at hand that lie between others: of more of them only the count tells something.
  var met: (low: Int32, high: Int32) { (max(low, first), min(high, last)) }

  /// More rows with dates that are ``met``.
  mutating func count(_ more: Int) { rows += more }

  private mutating func start(_ days: Int32, _ position: SourcePosition, _ length: Int) {
    endRun()
    (low, high, rows) = (days - 730, days + 730, 1)
    runs.append(Run(low: days, rows: 1, position: position, length: length))
  }

  private mutating func endRun() {
    if !runs.isEmpty { runs[runs.count - 1].rows = rows }
  }

  /// Warns of dates that lie five years or more from the stretch of years that holds most rows.
  mutating func reportFar(_ collector: inout RosterCollector) {
    endRun()
    guard runs.count > 1 else { return }
    let order = runs.indices.sorted { runs[$0].low < runs[$1].low }
    var groups: [[Int]] = []
    for index in order {
      if let last = groups.last?.last, runs[index].low - runs[last].low < Self.far {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    guard groups.count > 1 else { return }
    let weights = groups.map { $0.reduce(0) { $0 + runs[$1].rows } }
    let most = weights.indices.max { (weights[$0], -$0) < (weights[$1], -$1) } ?? 0
    let rest = groups[most].map { runs[$0].low }
    let ends = (first: rest.min() ?? 0, last: rest.max() ?? 0)
    for group in groups.indices where group != most {
      for index in groups[group].sorted(by: { runs[$0].position < runs[$1].position }) {
        warn(runs[index], group > most, group > most ? ends.last : ends.first, &collector)
      }
    }
  }

  private func warn(
    _ run: Run, _ after: Bool, _ nearest: Int32, _ collector: inout RosterCollector
  ) {
    let years = Int((abs(run.low - nearest) * 4 + 730) / 1461)
    let date = CivilDate(days: run.low).iso
    let more = run.rows > 1
    collector.report(
      .farDate, .warning, at: run.position, length: run.length,
      Localized(
        nb: "\(date) ligger \(years) år \(after ? "etter" : "før") resten"
          + (more ? " (\(run.rows) rader på rad)" : ""),
        en: "\(date) lies \(years) years \(after ? "after" : "before") the rest"
          + (more ? " (\(run.rows) rows in a row)" : "")),
      hint: Localized(nb: "er året riktig?", en: "is the year right?"))
  }

  /// Five years.
  private static let far: Int32 = 1826
}
