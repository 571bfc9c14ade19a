/// The picture of a ``CurveWindow``: the curve with the range of most people, and lanes of duties, sleep,
/// naps and daylight below it. The script draws the same from packed numbers.
struct AlertnessCurve {
  let window: CurveWindow
  let language: Language

  private static let (left, right, top, bottom) = (64, 1_090, 14, 150)
  private static let (width, height) = (1_100, 262)
  /// Pixels from one lane to the next, and the middle of the first.
  private static let (lane, firstLane) = (21, 166)

  /// - Parameter id: of the curve, so that it can be used again; nothing else of the page may have it.
  func write(to html: inout HTMLWriter, id: String, label: String) {
    html.raw("<svg class=\"chart days\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\"")
    html.raw(" preserveAspectRatio=\"xMinYMin\"")
    html.attribute("aria-label", label)
    html.raw(">")
    nights(&html)
    axes(&html)
    curve(&html, id)
    lanes(&html)
    html.raw("</svg>")
  }

  private func x(_ second: Int) -> Int {
    Self.left + min(max(second, 0), window.length) * (Self.right - Self.left) / window.length
  }

  /// KSS 1 at the bottom, 9 at the top.
  private func y(_ kss: KSS) -> Int {
    Self.bottom - (KSS(kss.clamped).hundredths - 100) * (Self.bottom - Self.top) / 800
  }

  /// 23 to 06 is shaded.
  private func nights(_ html: inout HTMLWriter) {
    var path = ""
    for midnight in window.midnights {
      let (from, to) = (x(midnight - 3_600), x(midnight + 6 * 3_600))
      if to > from { path += "M\(from) \(Self.top)h\(to - from)V\(Self.bottom)H\(from)z" }
    }
    html.raw("<path class=\"ni\" d=\"\(path)\"/>")
  }

  private func axes(_ html: inout HTMLWriter) {
    var lines = ""
    for level in [1, 3, 5, 7, 9] {
      let line = y(KSS(Double(level)))
      if level != 7 { lines += "M\(Self.left) \(line)H\(Self.right)" }
      html.raw("<text class=\"end mt\" x=\"58\" y=\"\(line + 4)\">\(level)</text>")
    }
    for midnight in window.midnights { lines += "M\(x(midnight)) \(Self.top)V242" }
    html.raw("<path class=\"gl\" d=\"\(lines)\"/>")
    html.raw("<path class=\"th\" d=\"M\(Self.left) \(y(KSS(7)))H\(Self.right)\"/>")
    html.raw("<text class=\"mt\" x=\"0\" y=\"18\">KSS</text>")
    for day in 0..<CurveWindow.days {
      let middle = (x(window.midnights[day]) + x(window.midnights[day + 1])) / 2
      html.raw("<text class=\"mid mt\" x=\"\(middle)\" y=\"256\">")
      html.text((window.first + day).text[language])
      html.raw("</text>")
    }
  }

  private func curve(_ html: inout HTMLWriter, _ id: String) {
    var path = ""
    var before: (x: Int, y: Int)?
    for (place, sample) in window.samples.enumerated() {
      guard let sample else {
        before = nil
        continue
      }
      let point = (x: x(place * CurveWindow.step), y: y(sample))
      path += before.map { "l\(point.x - $0.x) \(point.y - $0.y)" } ?? "M\(point.x) \(point.y)"
      before = point
    }
    guard !path.isEmpty else { return }
    // Eight of ten people lie within the two thin lines.
    let spread = SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset
    let offset = Int((spread * Double(Self.bottom - Self.top) / 8).rounded())
    html.raw("<g class=\"c0\"><path id=\"\(id)\" d=\"\(path)\"/></g><g class=\"c1\">")
    for move in [-offset, offset] { html.raw("<use href=\"#\(id)\" y=\"\(move)\"/>") }
    html.raw("</g>")
    guard let worst = window.worst else { return }
    let (at, level) = (x(worst.at), y(worst.kss))
    html.raw("<circle class=\"dot\" cx=\"\(at)\" cy=\"\(level)\" r=\"3\"/>")
    html.raw("<text class=\"mid pk\" x=\"\(at)\" y=\"\(max(11, level - 8))\">")
    let hundredths = KSS(worst.kss.clamped).hundredths
    html.text(NumberText.decimal(hundredths: hundredths)[language])
    html.raw("</text>")
  }

  private func lanes(_ html: inout HTMLWriter) {
    for (row, lane) in window.lanes.enumerated() {
      let middle = Self.firstLane + Self.lane * row
      html.raw("<text class=\"mt\" x=\"0\" y=\"\(middle + 4)\">")
      html.text(lane.title[language])
      html.raw("</text>")
      let path = lane.spans.map { span in
        "M\(x(span.from)) \(middle)h\(max(1, x(span.to) - x(span.from)))"
      }
      guard !path.isEmpty else { continue }
      html.raw("<path class=\"ln \(lane.kind)\" d=\"\(path.joined())\"/>")
    }
  }
}
