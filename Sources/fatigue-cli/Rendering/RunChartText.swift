import FatigueCore

/// A run chart in a terminal: a mark for each value, a line at the median, and a broken line where the
/// change was. Values of a shift or trend have a mark of their own.
struct RunChartText {
  let series: FollowUp.Series
  let change: CivilDate?
  let words: FollowUpWords
  let terminal: Terminal
  let width: Int

  /// Lines of the picture, and cells of one value at most.
  private static let (height, widest) = (7, 6)

  private var plain: Character { terminal.ascii ? "o" : "●" }
  private var marked: Character { terminal.ascii ? "*" : "◉" }
  private var level: Character { terminal.ascii ? "-" : "─" }
  private var bar: Character { terminal.ascii ? ":" : "┆" }
  private var axis: String { terminal.ascii ? "|" : "│" }

  /// Empty where fewer than two values can be shown.
  var lines: [String] {
    guard let chart = series.chart, chart.values.count > 1 else { return [] }
    let labels = [chart.values.max() ?? 0, chart.median, chart.values.min() ?? 0]
      .map { terminal.shown(words.value($0, digits: series.digits)) }
    let left = (labels.map { TextWidth.cells($0) }.max() ?? 0) + 1
    let room = max(2, width - left - 3)
    // The last ones, where there is no room for all.
    let first = max(0, chart.values.count - room / 2)
    let shown = Array(chart.values.indices.dropFirst(first))
    let step = min(Self.widest, max(2, room / shown.count))
    let rows = grid(chart, shown, step)
    var lines: [String] = []
    for (row, cells) in rows.enumerated() {
      let label = label(row, chart, shown, labels)
      lines.append(Wrapping.rightAligned(label, left) + " " + axis + " " + String(cells))
    }
    lines.append(
      String(repeating: " ", count: left + 3) + foot(shown, width: shown.count * step, room))
    if first > 0 {
      let text = Localized(
        nb: "De siste \(shown.count) av \(chart.values.count) målinger.",
        en: "The last \(shown.count) of \(chart.values.count) measurements.")
      lines.append(String(repeating: " ", count: left + 3) + terminal.text(text))
    }
    return lines
  }

  private func row(_ value: Double, _ low: Double, _ high: Double) -> Int {
    guard high > low else { return Self.height / 2 }
    return Int(((high - value) / (high - low) * Double(Self.height - 1)).rounded())
  }

  private func bounds(_ chart: RunChart, _ shown: [Int]) -> (low: Double, high: Double) {
    let values = shown.map { chart.values[$0] } + [chart.median]
    return (values.min() ?? 0, values.max() ?? 0)
  }

  private func grid(_ chart: RunChart, _ shown: [Int], _ step: Int) -> [[Character]] {
    let (low, high) = bounds(chart, shown)
    let width = shown.count * step
    var rows = [[Character]](
      repeating: [Character](repeating: " ", count: width), count: Self.height)
    let middle = row(chart.median, low, high)
    rows[middle] = [Character](repeating: level, count: width)
    if let place = changePlace(shown) {
      let column = max(0, place * step - 1)
      for line in rows.indices where rows[line][column] == " " { rows[line][column] = bar }
    }
    let ringed = Set((chart.shifts + chart.trends).flatMap { $0.first...$0.last })
    for (place, index) in shown.enumerated() {
      let line = row(chart.values[index], low, high)
      rows[line][place * step + step / 2 - (step > 1 ? 1 : 0)] =
        ringed.contains(index) ? marked : plain
    }
    return rows
  }

  /// Before which of the values shown the change was; nil when it was before or after all.
  private func changePlace(_ shown: [Int]) -> Int? {
    let points = shown.map { series.points[series.charted[$0]] }
    let place = points.firstIndex { point in
      if let dates = point.dates, let change { return dates.upperBound + -1 > change }
      return point.dates == nil && (point.daysAfter ?? 0) > 0
    }
    return place.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Highest, median and lowest beside their lines.
  private func label(
    _ line: Int, _ chart: RunChart, _ shown: [Int], _ labels: [String]
  ) -> String {
    let (low, high) = bounds(chart, shown)
    if line == row(chart.median, low, high) { return labels[1] }
    if line == 0 { return terminal.shown(words.value(high, digits: series.digits)) }
    return line == Self.height - 1 ? terminal.shown(words.value(low, digits: series.digits)) : ""
  }

  /// First and last time, and the change between them where there is room.
  private func foot(_ shown: [Int], width: Int, _ room: Int) -> String {
    guard let first = shown.first, let last = shown.last else { return "" }
    let marks = [first, last].map {
      terminal.shown(words.mark(series.points[series.charted[$0]]))
    }
    let cells = max(width, min(room, marks[0].count + marks[1].count + 2))
    let gap = max(1, cells - TextWidth.cells(marks[0]) - TextWidth.cells(marks[1]))
    return marks[0] + String(repeating: " ", count: gap) + marks[1]
  }
}
