import FatigueCore

/// A finding drawn in time: two shifts with the gap between them, a run of duties with a column
/// each, or a week.
struct TimeFrame {
  let finding: Finding
  let report: CheckReport
  let terminal: Terminal

  /// Cells of a shift bar, of the free stretch between two, of a column.
  private static let bar = 14
  private static let column = 6

  static func lines(_ finding: Finding, _ report: CheckReport, _ terminal: Terminal) -> [String] {
    guard !finding.isAboutPlan else { return [] }
    let frame = TimeFrame(finding: finding, report: report, terminal: terminal)
    let lines = frame.isGap ? frame.gap : frame.columns
    // A frame that would not fit says nothing.
    let fits = lines.allSatisfy { TextWidth.cells($0) <= terminal.width }
    return fits ? lines : []
  }

  private var roster: Roster { report.roster }
  private var width: Int { min(terminal.width, TextReport.proseWidth) }
  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  /// The finding is the stretch between two shifts.
  private var isGap: Bool {
    guard finding.related >= 0 else { return false }
    return roster.shifts[Int(finding.related)].end == finding.from
      && roster.shifts[Int(finding.shift)].start == finding.to
  }

  private func code(_ shift: Int32) -> String {
    let text = terminal.quoted(roster.codes[Int(roster.shifts[Int(shift)].code)])
    return TextWidth.cut(text, cells: Self.bar - 2, more: terminal.more)
  }

  private func clock(_ seconds: Int32) -> String { roster.civil(seconds).clock }

  private func day(_ seconds: Int32) -> String {
    terminal.text(roster.civil(seconds).date.text)
  }

  // MARK: Two shifts

  private var gap: [String] {
    let (before, after) = (
      roster.shifts[Int(finding.related)], roster.shifts[Int(finding.shift)]
    )
    let rest = terminal.text(
      Elapsed(seconds: Int64(finding.to) - Int64(finding.from)).text)
    let free = String(repeating: terminal.freeCell, count: 4)
    let middle = "\(free) \(rest) \(free)"
    let middleCells = TextWidth.cells(middle)
    func row(_ a: String, _ b: String, _ c: String, _ d: String) -> String {
      let left = Wrapping.padded(a, Self.bar - TextWidth.cells(b)) + b
      return "    " + Wrapping.padded(left, Self.bar + middleCells)
        + Wrapping.padded(c, Self.bar - TextWidth.cells(d)) + d
    }
    let full = String(repeating: terminal.block, count: Self.bar)
    let (beforeCode, afterCode) = (code(finding.related), code(finding.shift))
    return [
      row(clock(before.start), clock(before.end), clock(after.start), clock(after.end)),
      "    " + full + middle + full,
      row(beforeCode, "", afterCode, ""),
      row(day(before.start), "", day(after.start), ""),
    ].map(\.trimmedAtEnd)
  }

  // MARK: A run of duties

  /// The duties in the time of the finding. O(log duties): they lie in order and apart.
  private func blocks(_ all: [PersonTimeline.Block]) -> Range<Int> {
    let first = all.firstIndex(after: finding.from, by: \.end)
    var last = all.firstIndex(after: finding.to - 1, by: \.start)
    last = max(first, last)
    return first..<last
  }

  private var columns: [String] {
    let detail = report.analysis.detail(Int(finding.person))
    let isWeek = finding.unit == .hours && finding.to - finding.from > 6 * 86_400
    let range = Array(blocks(detail.timeline.blocks))
    let most = max(1, (width - 4 - 24) / Self.column)
    guard range.count > 1 || !isWeek, range.count >= 1 else { return [] }
    // A long run is shown around the shift that the finding points at.
    let focus =
      range.firstIndex { index in
        let block = detail.timeline.blocks[index]
        let shift = roster.shifts[Int(finding.shift)]
        return block.start <= shift.start && shift.start < block.end
      } ?? 0
    let first = max(0, min(focus - most / 2, range.count - most))
    let shown = range[first..<min(range.count, first + most)]
    var rows = ["", "", "", "", "", ""]
    for index in shown {
      let block = detail.timeline.blocks[index]
      let start = roster.civil(block.start)
      let marked =
        roster.shifts[Int(finding.shift)].start >= block.start
        && roster.shifts[Int(finding.shift)].start < block.end
      let sign = marked ? terminal.sign(finding.status) : ""
      let kss =
        index < detail.duties.count
        ? terminal.text(
          NumberText.decimal(hundredths: KSS(detail.duties[index].peak.clamped).hundredths))
        : ""
      let name = TextWidth.cut(
        terminal.quoted(roster.codes[Int(roster.shifts[Int(block.first)].code)]),
        cells: Self.column - 1 - TextWidth.cells(sign), more: terminal.more)
      let cells = [
        terminal.text(DateText.weekday(start.date.weekday)),
        "\(start.date.components.day)/\(start.date.components.month)", start.clock,
        roster.civil(block.end).clock, name + sign, kss,
      ]
      for (row, cell) in cells.enumerated() {
        rows[row] += Wrapping.rightAligned(cell, Self.column)
      }
    }
    let labels = [
      "", "", say("fra", "from"), say("til", "to"), say("vakt", "shift"),
      say("høyeste KSS", "highest KSS"),
    ]
    var lines = zip(rows, labels).map { row, label in
      ("    " + row + (label.isEmpty ? "" : "   " + label)).trimmedAtEnd
    }
    if shown.count < range.count {
      lines.append(
        "    "
          + say(
            "\(shown.count) av \(range.count) vakter", "\(shown.count) of \(range.count) duties"))
    }
    return lines
  }
}

extension [PersonTimeline.Block] {
  /// The first whose time lies after `moment`, the count when none does.
  fileprivate func firstIndex(
    after moment: Int32, by time: (PersonTimeline.Block) -> Int32
  ) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if time(self[middle]) > moment { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
