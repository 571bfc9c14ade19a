import FatigueCore

/// The people who stand out, one line each: per week the highest KSS as a digit and the gravest
/// finding as a sign.
struct ExposureStrip {
  let report: CheckReport
  let terminal: Terminal

  /// Cells of one week as a digit and a sign.
  private static let weekCells = 4
  /// Cells of one week with a bar for each day, and the width from which there is room for them.
  private static let dayCells = 8
  private static let roomForDays = 112
  /// A name is cut at this many cells.
  private static let nameCells = 16

  /// - Parameter limit: people shown; nil is everybody.
  static func lines(_ report: CheckReport, _ terminal: Terminal, limit: Int?) -> [String] {
    ExposureStrip(report: report, terminal: terminal).lines(limit)
  }

  private var roster: Roster { report.roster }
  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  /// What one person's findings of the law count, gravest first: lanes are never added up, and there is
  /// no room for each.
  private func lawCounts(_ person: Int) -> [CheckReport.LaneCount] {
    let own = report.analysis.findings[report.analysis.findingRanges[person]]
    return CheckReport.count(own.lazy.filter { !$0.isWaived }).filter { $0.lane == .law }
  }

  /// People with neither findings nor hours at KSS 7 are left out.
  private var order: [Int] {
    report.mostExposedFirst.filter {
      !report.analysis.findingRanges[$0].isEmpty || report.analysis.people[$0].secondsKss7 > 0
    }
  }

  private func lines(_ limit: Int?) -> [String] {
    let order = order
    let people = Array(order.prefix(limit ?? order.count))
    guard !people.isEmpty else { return [] }
    let names = people.map { person in
      TextWidth.cut(
        terminal.quoted(report.names.shown[person]), cells: Self.nameCells, more: terminal.more)
    }
    let nameWidth = max(4, names.map { TextWidth.cells($0) }.max() ?? 0)
    let hoursTitle = say("t KSS≥7", "h KSS≥7")
    let tails = people.map { tail($0) }
    let lawTitle = terminal.text(Lane.law.title)
    let lawWidth = tails.map { TextWidth.cells($0.signs) }.max() ?? 0
    let tailWidth =
      max(TextWidth.cells(hoursTitle), 7) + 2
      + (lawWidth > 0 ? max(lawWidth, TextWidth.cells(lawTitle)) : 0)
    let weeks = weekStarts
    let room = terminal.width - nameWidth - 1 - tailWidth
    let showsDays = terminal.width >= Self.roomForDays
    let weekWidth = showsDays ? Self.dayCells : Self.weekCells
    let shown = worstWeeks(weeks, max(0, room / weekWidth), people)
    var lines = Wrapping.lines(title(showsDays), width: terminal.width)
      .map { terminal.styled($0, .bold) }
    let header = shown.map { week in
      let number = Wrapping.rightAligned(String(week.isoWeek.week), 2)
      return Wrapping.padded((showsDays ? " " : "") + number, weekWidth)
    }.joined()
    lines.append(
      Wrapping.padded(say("uke", "week"), nameWidth + 1)
        + header + Wrapping.rightAligned(hoursTitle, 7) + (lawWidth > 0 ? "  " + lawTitle : ""))
    for (row, person) in people.enumerated() {
      lines.append(
        Wrapping.padded(names[row], nameWidth + 1)
          + (showsDays ? days(person, shown) : cells(person, shown))
          + Wrapping.rightAligned(tails[row].hours, TextWidth.cells(hoursTitle)) + "  "
          + tails[row].coloured)
    }
    if shown.count < weeks.count {
      lines += Wrapping.lines(
        say(
          "\(shown.count) av \(weeks.count) uker vises, de med groveste funn; bredere terminal viser flere",
          "\(shown.count) of \(weeks.count) weeks, those with the gravest findings; a wider terminal shows more"
        ),
        width: terminal.width - 2
      ).map { "  " + $0 }
    }
    if people.count < order.count {
      let rest = order.count - people.count
      lines.append(
        say("  \(terminal.more) \(rest) til: --all", "  \(terminal.more) \(rest) more: --all"))
    }
    return lines + [""]
  }

  private func title(_ showsDays: Bool) -> String {
    showsDays
      ? say(
        "Hvem det gjelder: en søyle per dag, høyden er høyeste KSS i vakten, \(terminal.freeCell) er fri",
        "Who it concerns: a bar per day, its height the highest KSS of the duty, \(terminal.freeCell) is off"
      )
      : say(
        "Hvem det gjelder: høyeste KSS per uke, med tegn for verste funn",
        "Who it concerns: highest KSS per week, with a sign for the worst finding")
  }

  /// A bar for each day of some weeks, by the highest KSS of the duties that start on it.
  private func days(_ person: Int, _ weeks: [CivilDate]) -> String {
    let detail = report.analysis.detail(person)
    var highest: [CivilDate: KSS] = [:]
    for (block, duty) in zip(detail.timeline.blocks, detail.duties) {
      let date = roster.civil(block.start).date
      highest[date] = max(highest[date] ?? duty.peak, duty.peak)
    }
    return weeks.map { monday in
      let bars = (0..<7).map { day in
        highest[monday + day].map { bar($0) } ?? terminal.freeCell
      }
      return (terminal.ascii ? "|" : "│") + bars.joined()
    }.joined()
  }

  /// A bar of KSS 2 to 9; its digit where only ASCII may be written.
  private func bar(_ kss: KSS) -> String {
    let level = KSS(kss.clamped).hundredths / 100
    guard !terminal.ascii else { return String(level) }
    return ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][min(max(level - 2, 0), 7)]
  }

  /// As many weeks in a row as fit, those with the gravest findings of these people: most breaches of the
  /// law, then of agreements, and so on through statuses and lanes.
  private func worstWeeks(_ weeks: [CivilDate], _ fitting: Int, _ people: [Int]) -> [CivilDate] {
    guard fitting > 0, weeks.count > fitting, let first = weeks.first else {
      return Array(weeks.prefix(fitting))
    }
    // Per week how many findings of each status and lane, gravest first.
    let lanes = Lane.allCases
    let kinds = FindingStatus.allCases.count * lanes.count
    var counts = [[Int]](repeating: [Int](repeating: 0, count: kinds), count: weeks.count)
    for person in people {
      for finding in report.analysis.findings[report.analysis.findingRanges[person]]
      where !finding.isWaived {
        let date = roster.civil(roster.shifts[Int(finding.shift)].start).date
        let week = (date.monday - first) / 7
        guard weeks.indices.contains(week),
          let lane = lanes.firstIndex(of: RuleBook.lane(of: finding))
        else { continue }
        let status = Int(FindingStatus.breach.rawValue - finding.status.rawValue)
        counts[week][status * lanes.count + lane] += 1
      }
    }
    var best = (start: 0, sums: [-1])
    for start in 0...(weeks.count - fitting) {
      let sums = (0..<kinds).map { row in
        counts[start..<start + fitting].reduce(0) { $0 + $1[row] }
      }
      if best.sums.lexicographicallyPrecedes(sums) { best = (start, sums) }
    }
    return Array(weeks[best.start..<best.start + fitting])
  }

  private var weekStarts: [CivilDate] {
    var weeks: [CivilDate] = []
    var monday = roster.firstDate.monday
    while monday <= roster.lastDate, weeks.count < 530 {
      weeks.append(monday)
      monday = monday + 7
    }
    return weeks
  }

  private func cells(_ person: Int, _ weeks: [CivilDate]) -> String {
    guard let first = weeks.first else { return "" }
    var highest = [KSS?](repeating: nil, count: weeks.count)
    var worst = [FindingStatus?](repeating: nil, count: weeks.count)
    func week(_ seconds: Int32) -> Int? {
      let index = (roster.civil(seconds).date.monday - first) / 7
      return weeks.indices.contains(index) ? index : nil
    }
    let detail = report.analysis.detail(person)
    for (block, duty) in zip(detail.timeline.blocks, detail.duties) {
      guard let index = week(block.start) else { continue }
      highest[index] = max(highest[index] ?? duty.peak, duty.peak)
    }
    for finding in report.analysis.findings[report.analysis.findingRanges[person]]
    where !finding.isWaived {
      let shift = roster.shifts[Int(finding.shift)]
      guard let index = week(shift.start) else { continue }
      worst[index] = max(worst[index] ?? finding.status, finding.status)
    }
    return weeks.indices.map { index in
      // The digit is the floor of the clamped value: 7 means 7.0 to 7.9.
      let digit =
        highest[index].map { String(KSS($0.clamped).hundredths / 100) } ?? terminal.freeCell
      let sign = worst[index].map { terminal.coloured($0) } ?? ""
      let used = 1 + (worst[index].map { TextWidth.cells(terminal.sign($0)) } ?? 0)
      return " " + digit + sign + String(repeating: " ", count: max(0, Self.weekCells - 1 - used))
    }.joined()
  }

  private func tail(_ person: Int) -> (hours: String, signs: String, coloured: String) {
    let hours = report.analysis.people[person].secondsKss7 / 3600
    let text = terminal.text(NumberText.count(Int(hours.rounded())))
    let own = lawCounts(person)
    return (
      text, own.map { "\(terminal.sign($0.status))\($0.count)" }.joined(separator: " "),
      own.map { terminal.coloured($0.status) + "\($0.count)" }.joined(separator: " ")
    )
  }
}
