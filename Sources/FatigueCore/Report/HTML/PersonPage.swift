/// What the report shows of one person besides what is counted: a cell for each day, and how the hours
/// of sleepiness fall on the weeks.
struct PersonPage {
  /// Index in ``Roster/people``.
  let person: Int
  /// One for each day of ``RosterWeeks``.
  let cells: [Cell]
  /// Seconds of duty at KSS 7 or more, by the week in which a duty starts.
  let secondsKss7: [Double]
  /// The duty with the highest peak.
  let worst: DutyAlertness?

  /// A day of the grid.
  struct Cell {
    /// As the roster writes it; of leave and days on call too.
    var code = ""
    /// Nil without a duty.
    var type: ShiftType?
    /// Highest peak of the duties that start on the day; nil without one.
    var peak: KSS?
    /// The gravest finding whose shift starts on the day.
    var status: FindingStatus?
    /// Duties that start on the day.
    var duties = 0
  }

  /// Cells that one report holds: 500 people and 12 weeks are 42,000. What is left out is said.
  static let mostCells = 60_000
  /// Fewer are always shown, however long the plan.
  static let fewestPeople = 25

  /// In the order of names; the most exposed where there is not room for everybody.
  static func all(_ report: CheckReport) -> [PersonPage] {
    let weeks = RosterWeeks(report.analysis.roster)
    let room = max(fewestPeople, mostCells / weeks.days)
    var shown = report.peopleByName
    if shown.count > room {
      let chosen = Set(report.mostExposedFirst.prefix(room))
      shown.removeAll { !chosen.contains($0) }
    }
    return shown.map { PersonPage($0, report, weeks) }
  }

  private init(_ person: Int, _ report: CheckReport, _ weeks: RosterWeeks) {
    self.person = person
    let (roster, analysis) = (report.analysis.roster, report.analysis)
    let detail = analysis.detail(person)
    let period = roster.period
    var cells = [Cell](repeating: Cell(), count: weeks.days)
    var seconds = [Double](repeating: 0, count: weeks.count)
    var worst: DutyAlertness?
    for (index, block) in detail.timeline.blocks.enumerated()
    where block.start >= period.start && block.start < period.end {
      guard let day = weeks.day(roster.civil(block.start).date) else { continue }
      let duty = index < detail.duties.count ? detail.duties[index] : nil
      cells[day].duties += 1
      if cells[day].duties == 1 || (duty.map { $0.peak > cells[day].peak ?? $0.peak } ?? false) {
        let code = roster.codes[Int(roster.shifts[Int(block.first)].code)]
        cells[day].code = code
        cells[day].type = block.type
        cells[day].peak = duty?.peak
      }
      guard let duty else { continue }
      seconds[day / 7] += duty.minutesAt7 * 60
      if worst.map({ duty.peak > $0.peak }) ?? true { worst = duty }
    }
    Self.addOtherRows(roster, person, weeks, &cells)
    for finding in analysis.findings[analysis.findingRanges[person]]
    where !finding.isWaived && finding.shift >= 0 {
      let start = roster.shifts[Int(finding.shift)].start
      guard let day = weeks.day(roster.civil(start).date) else { continue }
      cells[day].status = max(cells[day].status ?? finding.status, finding.status)
    }
    self.cells = cells
    secondsKss7 = seconds
    self.worst = worst
  }

  /// Leave and days on call, where no duty starts.
  private static func addOtherRows(
    _ roster: Roster, _ person: Int, _ weeks: RosterWeeks, _ cells: inout [Cell]
  ) {
    for row in roster.shifts[roster.slices[person]]
    where row.kind == .absence || row.kind == .onCall {
      let code = roster.codes[Int(row.code)]
      let first = roster.civil(row.start).date
      let last = row.end > row.start ? roster.civil(row.end - 1).date : first
      let from = max(0, first - weeks.first)
      let through = min(cells.count - 1, last - weeks.first)
      guard from <= through else { continue }
      for day in from...through where cells[day].duties == 0 {
        cells[day].code = code.isEmpty ? "–" : code
      }
    }
  }
}

/// The whole weeks that a plan touches, as columns of a grid.
struct RosterWeeks {
  /// A Monday.
  let first: CivilDate
  let count: Int
  var days: Int { count * 7 }

  /// Ten years: what begins later has no column.
  static let most = 530

  init(_ roster: Roster) {
    first = roster.firstDate.monday
    count = min(max(1, (roster.lastDate.monday - first) / 7 + 1), Self.most)
  }

  /// The column of a date; nil outside.
  func day(_ date: CivilDate) -> Int? {
    let day = date - first
    return (0..<days).contains(day) ? day : nil
  }

  subscript(day: Int) -> CivilDate { first + day }

  /// The weeks in parts that fit a page, of much the same length.
  var parts: [Range<Int>] {
    let parts = (count + Self.weeksOnPage - 1) / Self.weeksOnPage
    let length = (count + parts - 1) / parts
    return stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
  }

  static let weeksOnPage = 12
}

extension ShiftType {
  /// `D`, `A`, `N`: for duties that the roster gives no code.
  var letter: Localized {
    switch self {
    case .day: Localized(same: "D")
    case .evening: Localized(nb: "A", en: "E")
    case .night: Localized(same: "N")
    }
  }

  var title: Localized {
    switch self {
    case .day: Localized(nb: "dag", en: "day")
    case .evening: Localized(nb: "kveld", en: "evening")
    case .night: Localized(nb: "natt", en: "night")
    }
  }
}
