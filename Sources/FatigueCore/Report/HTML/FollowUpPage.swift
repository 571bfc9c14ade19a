/// `follow-up -f html`: one file without script, in the style of the report of `check`. Every chart stands
/// beside what the rules see in it, and its numbers in a table.
public enum FollowUpPage {
  public static func bytes(_ followUp: FollowUp, _ language: Language) -> [UInt8] {
    var page = Writer(words: FollowUpWords(followUp, language))
    page.head()
    page.overview()
    for (number, section) in page.words.sections.enumerated() {
      page.section(section.title, section.series, number + 1)
    }
    page.foot()
    return page.html.takeBytes()
  }

  private struct Writer {
    let words: FollowUpWords
    var html = HTMLWriter()
    private var charts = 0

    init(words: FollowUpWords) { self.words = words }

    private var language: Language { words.language }
    private func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }

    mutating func head() {
      html.raw(
        "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">\n")
      html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
          + "style-src '\(HTMLReport.hash(HTMLStyle.sheet))'; base-uri 'none'; form-action 'none'\">\n"
      )
      html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
      html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
      html.raw("<meta name=\"robots\" content=\"noindex\">")
      html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
      html.element("title", words.title)
      html.raw(
        "<style>\(HTMLStyle.sheet)</style></head>\n<body>\n<a class=\"skip\" href=\"#main\">")
      html.text(say("Hopp til innholdet", "Skip to the content"))
      html.raw("</a>\n<header><div>")
      html.element("h1", words.title)
      for premise in words.premises { html.element("p", premise) }
      html.raw("</div></header>\n<main id=\"main\">\n")
    }

    /// The phases beside each other, lane by lane.
    mutating func overview() {
      html.raw("<section id=\"overview\" aria-labelledby=\"h-overview\"><h2 id=\"h-overview\">")
      html.text(say("Før og etter", "Before and after"))
      html.raw("</h2>\n")
      for (number, section) in words.sections.enumerated() {
        let id = "cap-\(number + 1)"
        // With the heading, since a lane has a section of its own further down.
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
        html.attribute("aria-labelledby", "h-overview \(id)")
        html.raw(">")
        html.raw("<table class=\"tab days\"><caption id=\"\(id)\">")
        html.text(section.title)
        html.raw("</caption><thead><tr><th scope=\"col\">")
        html.text(say("Mål", "Measure"))
        html.raw("</th>")
        for phase in [FollowUpPhase.baseline] + FollowUpPhase.followUps {
          html.raw("<th scope=\"col\">")
          html.text(phase.title[language])
          html.raw("</th>")
        }
        html.raw("</tr></thead><tbody>\n")
        for series in section.series {
          html.raw("<tr><th scope=\"row\">")
          html.text(words.name(series))
          html.raw(" <span class=\"mut sm\">")
          html.text(words.unit(series))
          html.raw("</span></th>")
          for cell in FollowUpTable.cells(series, words) { html.element("td", cell) }
          html.raw("</tr>\n")
        }
        html.raw("</tbody></table></div>\n")
      }
      html.raw("</section>\n")
    }

    mutating func section(_ title: String, _ series: [FollowUp.Series], _ number: Int) {
      let id = "part-\(number)"
      html.raw("<section id=\"\(id)\" aria-labelledby=\"h-\(id)\"><h2 id=\"h-\(id)\">")
      html.text(title)
      html.raw("</h2>\n")
      for entry in series { self.series(entry) }
      html.raw("</section>\n")
    }

    private mutating func series(_ series: FollowUp.Series) {
      charts += 1
      html.element("h3", words.name(series))
      html.element("p", words.unit(series), class: "mut sm")
      if series.chart != nil {
        html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
        html.attribute("aria-label", say("Diagram ", "Chart ") + "\(charts)")
        html.raw(">")
        RunChartPicture(series: series, words: words).write(to: &html)
        html.raw("</div>\n")
      }
      html.raw("<ul>")
      for text in words.findings(series) { html.element("li", text) }
      for comparison in series.comparisons {
        html.element("li", words.sentence(comparison, series))
      }
      html.raw("</ul>\n<details class=\"all\"><summary>")
      html.text(say("Tallene", "The numbers") + " (\(charts))")
      html.raw("</summary>")
      numbers(series)
      html.raw("</details>\n")
    }

    private mutating func numbers(_ series: FollowUp.Series) {
      html.raw("<table class=\"tab\"><thead><tr>")
      for head in [say("Når", "When"), say("Fase", "Phase"), "n", say("Verdi", "Value"), "SD"] {
        html.raw("<th scope=\"col\">")
        html.text(head)
        html.raw("</th>")
      }
      html.raw("</tr></thead><tbody>\n")
      for point in series.points {
        html.raw("<tr><th scope=\"row\">")
        html.text(words.when(point))
        html.raw("</th>")
        html.element("td", point.phase?.title[language] ?? "–")
        let count = point.suppression == .rest ? "–" : "\(point.count)"
        html.element("td", point.suppression == .few ? "< 5" : count)
        html.element(
          "td",
          point.value.map { words.value($0, digits: series.digits) }
            ?? say("vises ikke", "not shown"))
        html.element("td", point.deviation.map { words.value($0) } ?? "–")
        html.raw("</tr>\n")
      }
      html.raw("</tbody></table>")
    }

    mutating func foot() {
      html.raw("</main>\n<footer>")
      for caveat in words.caveats { html.element("p", caveat) }
      html.raw("</footer>\n</body></html>\n")
    }
  }
}

/// A run chart: the values in order of time, their median, the change, and rings around the points of a
/// shift or trend.
struct RunChartPicture {
  let series: FollowUp.Series
  let words: FollowUpWords

  private static let (width, height) = (1_100, 196)
  private static let (left, right, top, bottom) = (72, 1_084, 24, 160)

  func write(to html: inout HTMLWriter) {
    guard let chart = series.chart else { return }
    let (low, high) = bounds(chart)
    func y(_ value: Double) -> Int {
      Self.bottom - Int(((value - low) / (high - low) * Double(Self.bottom - Self.top)).rounded())
    }
    html.raw("<svg class=\"chart days\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\"")
    html.attribute(
      "aria-label", ([words.name(series) + "."] + words.findings(series)).joined(separator: " "))
    html.raw("><path class=\"gl\" d=\"M\(Self.left) \(Self.bottom)H\(Self.right)\"/>")
    let median = y(chart.median)
    html.raw("<path class=\"ax\" d=\"M\(Self.left) \(median)H\(Self.right)\"/>")
    label(&html, x: Self.left - 8, y: median + 4, number(chart.median), "end mt")
    for value in [chart.values.min() ?? low, chart.values.max() ?? high] {
      // Not on top of the median's own number.
      guard abs(y(value) - median) > 14 else { continue }
      label(&html, x: Self.left - 8, y: y(value) + 4, number(value), "end mt")
    }
    change(&html)
    var path = ""
    for (index, value) in chart.values.enumerated() {
      path += "\(index == 0 ? "M" : "L")\(x(series.charted[index])) \(y(value))"
    }
    html.raw("<path class=\"c0\" d=\"\(path)\"/>")
    let ringed = Set((chart.shifts + chart.trends).flatMap { $0.first...$0.last })
    for (index, value) in chart.values.enumerated() {
      let place = x(series.charted[index])
      html.raw("<circle class=\"bar\" cx=\"\(place)\" cy=\"\(y(value))\" r=\"3\"/>")
      if ringed.contains(index) {
        html.raw("<circle class=\"c0\" cx=\"\(place)\" cy=\"\(y(value))\" r=\"6\"/>")
      }
    }
    if let first = series.charted.first, let last = series.charted.last {
      label(&html, x: Self.left, y: 182, words.mark(series.points[first]), "mt")
      if x(last) > Self.left + 160 {
        label(&html, x: Self.right, y: 182, words.mark(series.points[last]), "end mt")
      }
    }
    html.raw("</svg>")
  }

  private func number(_ value: Double) -> String { words.value(value, digits: series.digits) }

  private func label(_ html: inout HTMLWriter, x: Int, y: Int, _ text: String, _ classes: String) {
    html.raw("<text class=\"\(classes)\" x=\"\(x)\" y=\"\(y)\">")
    html.text(text)
    html.raw("</text>")
  }

  /// Room above and below, and for a course without variation.
  private func bounds(_ chart: RunChart) -> (Double, Double) {
    let low = chart.values.min() ?? 0
    let high = chart.values.max() ?? 0
    let room = high > low ? (high - low) * 0.08 : max(1, high.magnitude * 0.1)
    return (low - room, high + room)
  }

  /// Days on the line of time.
  private func time(_ point: FollowUp.Point) -> Double {
    guard let dates = point.dates else { return Double(point.daysAfter ?? 0) }
    return Double(Int(dates.lowerBound.days) + Int(dates.upperBound.days) - 1) / 2
  }

  private func x(_ index: Int) -> Int { x(at: time(series.points[index])) }

  private func x(at time: Double) -> Int {
    let times = series.charted.map { self.time(series.points[$0]) }
    guard let first = times.first, let last = times.last, last > first else {
      return (Self.left + Self.right) / 2
    }
    let share = min(max((time - first) / (last - first), 0), 1)
    return Self.left + 6 + Int((share * Double(Self.right - Self.left - 12)).rounded())
  }

  /// A broken line where the change was, when it lies between the first and the last value.
  private func change(_ html: inout HTMLWriter) {
    let hasDates = series.points.contains { $0.dates != nil }
    let when = hasDates ? words.followUp.settings.change.map { Double($0.days) - 0.5 } : 0.5
    let times = series.charted.map { time(series.points[$0]) }
    guard let when, let first = times.first, let last = times.last, first < when, when < last
    else { return }
    let place = x(at: when)
    html.raw("<path class=\"c1\" d=\"M\(place) \(Self.top - 10)V\(Self.bottom)\"/>")
    let isRight = place > Self.width / 2
    label(
      &html, x: place + (isRight ? -6 : 6), y: Self.top - 4, words.say("endring", "change"),
      isRight ? "end mt" : "mt")
  }
}
