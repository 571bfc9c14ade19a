/// One person's predicted sleepiness over the days around the worst duty: the curve with the range of
/// most people, and lanes of duties, sleep, naps and daylight below it.
struct AlertnessCurve {
  let roster: Roster
  let page: PersonPage
  let series: StateSeries
  let language: Language
  let site: Site

  /// Days drawn, and pixels of the picture.
  static let days = 8
  private static let (left, right, top, bottom) = (64, 1_090, 14, 150)
  private static let (width, height) = (1_100, 262)
  /// Seconds between points.
  private static let step: Int32 = 1_800

  /// The first date drawn.
  var first: CivilDate { Self.first(page, roster) }

  /// Days so that the worst duty lies in the middle, inside the plan.
  static func first(_ page: PersonPage, _ roster: Roster) -> CivilDate {
    let middle = page.worst.map { roster.civil($0.peakAt).date } ?? roster.firstDate
    let before = Self.days / 2
    let last = roster.lastDate + (1 - Self.days)
    return max(roster.firstDate, min(middle + (0 - before), last))
  }

  func write(to html: inout HTMLWriter, id: String, label: String) {
    html.raw(
      "<svg class=\"chart\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\"")
    html.attribute("aria-label", label)
    html.raw(">")
    nights(&html)
    axes(&html)
    curve(&html, id)
    lanes(&html)
    html.raw("</svg>")
  }

  private var start: Int32 { roster.midnight(first) }
  private var end: Int32 { roster.midnight(first + Self.days) }

  private func say(_ nb: String, _ en: String) -> String {
    Localized(nb: nb, en: en)[language]
  }

  private func seconds(_ instant: Instant) -> Int32 {
    Int32(clamping: instant.seconds - roster.origin.seconds)
  }

  private func x(_ second: Int32) -> Int {
    let (from, to) = (Int(start), max(Int(end), Int(start) + 1))
    let inside = min(max(Int(second), from), to) - from
    return Self.left + inside * (Self.right - Self.left) / (to - from)
  }

  /// KSS 1 at the bottom, 9 at the top.
  private func y(_ kss: KSS) -> Int {
    let room = Self.bottom - Self.top
    return Self.bottom - (KSS(kss.clamped).hundredths - 100) * room / 800
  }

  /// 23 to 06 is shaded.
  private func nights(_ html: inout HTMLWriter) {
    for day in -1..<Self.days {
      let midnight = roster.midnight(first + day + 1)
      let (from, to) = (x(midnight - 3600), x(midnight + 6 * 3600))
      guard to > from else { continue }
      html.raw(
        "<rect class=\"bw\" x=\"\(from)\" y=\"\(Self.top)\" width=\"\(to - from)\" height=\"\(Self.bottom - Self.top)\"/>"
      )
    }
  }

  private func axes(_ html: inout HTMLWriter) {
    for level in [1, 3, 5, 7, 9] {
      let line = y(KSS(Double(level)))
      html.raw(
        "<path class=\"\(level == 7 ? "th" : "gl")\" d=\"M\(Self.left) \(line)H\(Self.right)\"/>")
      html.raw("<text class=\"end mt\" x=\"\(Self.left - 6)\" y=\"\(line + 4)\">\(level)</text>")
    }
    html.raw("<text class=\"mt\" x=\"0\" y=\"\(Self.top + 4)\">KSS</text>")
    for day in 0..<Self.days {
      let (from, to) = (x(roster.midnight(first + day)), x(roster.midnight(first + day + 1)))
      html.raw("<path class=\"gl\" d=\"M\(from) \(Self.top)V\(Self.height - 20)\"/>")
      html.raw("<text class=\"mid mt\" x=\"\((from + to) / 2)\" y=\"\(Self.height - 6)\">")
      html.text((first + day).text[language])
      html.raw("</text>")
    }
  }

  private func curve(_ html: inout HTMLWriter, _ id: String) {
    var path = ""
    var isDrawing = false
    var before = (0, 0)
    series.forEach(from: start, through: end, step: Self.step) { row in
      guard row.state != .sleep, row.state != .nap else {
        isDrawing = false
        return
      }
      let point = (x(row.time), y(row.probe.kss))
      path +=
        isDrawing
        ? "l\(point.0 - before.0) \(point.1 - before.1)" : "M\(point.0) \(point.1)"
      before = point
      isDrawing = true
    }
    guard !path.isEmpty else { return }
    // Eight of ten people lie within the two thin lines.
    let spread = SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset
    let offset = Int((spread * Double(Self.bottom - Self.top) / 8).rounded())
    html.raw("<path class=\"c0\" id=\"\(id)\" d=\"\(path)\"/>")
    for move in [-offset, offset] {
      html.raw("<use class=\"c1\" href=\"#\(id)\" y=\"\(move)\"/>")
    }
    if let worst = page.worst, worst.peakAt >= start, worst.peakAt <= end {
      let (at, level) = (x(worst.peakAt), y(worst.peak))
      html.raw("<circle class=\"dot\" cx=\"\(at)\" cy=\"\(level)\" r=\"3\"/>")
      html.raw("<text class=\"mid\" x=\"\(at)\" y=\"\(max(10, level - 7))\">")
      html.text(NumberText.decimal(hundredths: KSS(worst.peak.clamped).hundredths)[language])
      html.raw("</text>")
    }
  }

  // MARK: Lanes

  private func lanes(_ html: inout HTMLWriter) {
    lane(&html, 0, say("Vakt", "Duty"))
    for block in series.work where block.end > start && block.start < end {
      bar(&html, 0, block.start, block.end, "sh")
    }
    lane(&html, 1, say("Søvn", "Sleep"))
    lane(&html, 2, say("Hvil", "Nap"))
    for episode in series.history.episodes
    where episode.kind != .start && episode.wake > start && episode.onset < end {
      let isNap = episode.kind == .nap
      bar(&html, isNap ? 2 : 1, episode.onset, episode.wake, isNap ? "np" : "sl")
    }
    lane(&html, 3, say("Dagslys", "Daylight"))
    for day in 0..<Self.days {
      switch Sun.day(first + day, site) {
      case .normal(let rise, _, let set):
        bar(&html, 3, seconds(rise), seconds(set), "lt")
      case .midnightSun:
        bar(&html, 3, roster.midnight(first + day), roster.midnight(first + day + 1), "lt")
      case .polarNight: break
      }
    }
  }

  private func lane(_ html: inout HTMLWriter, _ row: Int, _ title: String) {
    html.raw("<text class=\"mt\" x=\"0\" y=\"\(Self.bottom + 19 + 21 * row)\">")
    html.text(title)
    html.raw("</text>")
  }

  private func bar(
    _ html: inout HTMLWriter, _ row: Int, _ from: Int32, _ to: Int32, _ kind: String
  ) {
    let (first, last) = (x(from), x(to))
    html.raw("<rect class=\"\(kind)\" x=\"\(first)\" y=\"\(Self.bottom + 10 + 21 * row)\"")
    html.raw(" width=\"\(max(1, last - first))\" height=\"12\"/>")
  }
}
