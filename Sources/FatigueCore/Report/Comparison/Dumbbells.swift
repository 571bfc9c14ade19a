/// One measure as a row of dumbbells: a ring before, a dot after, a line between, for each employee.
struct Dumbbells {
  private static let (width, label, right, rowHeight, top, bottom) = (360, 92, 26, 17, 6, 22)

  private let page: ComparisonPage
  private let place: Int
  private let people: [Int]
  private let left: Int
  private let range: ClosedRange<Double>

  /// Nil where nobody's value differs, and for what is neither better nor worse.
  init?(_ page: ComparisonPage, _ place: Int) {
    let measure = page.comparison.measures[place]
    guard measure.better != .neutral else { return nil }
    let sign = measure.better == .less ? 1.0 : -1.0
    let moved = page.comparison.matched.indices.compactMap {
      index -> (index: Int, change: Double)? in
      let (old, new) = page.comparison.people[index].values[place]
      guard let old, let new, old != new else { return nil }
      return (index, (new - old) * sign)
    }.sorted { ($1.change, $0.index) < ($0.change, $1.index) }
    guard !moved.isEmpty else { return nil }
    // Those it is worst for, and of the rest those it is best for.
    let half = ComparisonPage.mostDrawn / 2
    let drawn =
      moved.count <= ComparisonPage.mostDrawn
      ? moved : Array(moved.prefix(half) + moved.suffix(half))
    self.page = page
    self.place = place
    people = drawn.map(\.index)
    left = moved.count - drawn.count
    let values = people.flatMap {
      [
        page.comparison.people[$0].values[place].before,
        page.comparison.people[$0].values[place].after,
      ]
    }.compactMap(\.self)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    // Counts and sums from zero; ratings and sleep where they lie.
    let least = measure.isSum || measure.unit == .count ? min(0, low) : low.rounded(.down)
    range = least...max(high, least + 1)
  }

  private func x(_ value: Double) -> Int {
    let span = Double(Self.width - Self.label - Self.right)
    return Self.label
      + Int(((value - range.lowerBound) / (range.upperBound - range.lowerBound) * span).rounded())
  }

  func write(to html: inout HTMLWriter) {
    let measure = page.comparison.measures[place]
    let words = page.words
    let title = measure.title[words.language]
    let result = page.comparison.measure(place)
    let height = Self.top + people.count * Self.rowHeight + Self.bottom
    html.raw("<figure><figcaption><b>")
    html.text(title)
    html.raw("</b> <span class=\"mut\">")
    html.text(
      page.say(
        "verre for \(result.worse), bedre for \(result.better)",
        "worse for \(result.worse), better for \(result.better)"))
    html.raw(
      "</span></figcaption>\n<svg class=\"db\" viewBox=\"0 0 \(Self.width) \(height)\" role=\"img\""
    )
    html.attribute(
      "aria-label",
      "\(title): "
        + page.say(
          "før og etter for \(people.count) ansatte; tallene står i tabellen",
          "before and after of \(people.count) employees; the numbers are in the table"))
    html.raw(">")
    let floor = height - Self.bottom + 2
    for (value, classes) in [(range.lowerBound, ""), (range.upperBound, "end")] {
      html.raw("<path class=\"gl\" d=\"M\(x(value)) \(Self.top)V\(floor)\"/>")
      html.raw("<text class=\"mt \(classes)\" x=\"\(x(value))\" y=\"\(height - 6)\">")
      html.text(words.value(value, measure.unit))
      html.raw("</text>")
    }
    for (row, index) in people.enumerated() { self.row(index, row, to: &html) }
    html.raw("</svg>\n")
    if left > 0 {
      html.element(
        "p", page.say("\(left) midt imellom er ikke tegnet.", "\(left) in between are not drawn."),
        class: "mut sm")
    }
    html.raw("</figure>\n")
  }

  private func row(_ index: Int, _ row: Int, to html: inout HTMLWriter) {
    let person = page.comparison.people[index]
    guard let old = person.values[place].before, let new = person.values[place].after else {
      return
    }
    let isWorse = person.losses.contains { $0.item == .measure(place) }
    let isBetter = person.gains.contains { $0.item == .measure(place) }
    let y = Self.top + row * Self.rowHeight + Self.rowHeight / 2
    html.raw(
      "<g class=\"\(isWorse ? "dw" : isBetter ? "db1" : "dn")\"><text x=\"0\" y=\"\(y + 4)\">")
    html.text(String(page.name(index).prefix(14)) + (isWorse ? " ▲" : ""))
    html.raw("</text><path class=\"ds\" d=\"M\(x(old)) \(y)H\(x(new))\"/>")
    html.raw("<circle class=\"d0\" cx=\"\(x(old))\" cy=\"\(y)\" r=\"4\"/>")
    html.raw("<circle class=\"d1\" cx=\"\(x(new))\" cy=\"\(y)\" r=\"4\"/></g>")
  }
}
