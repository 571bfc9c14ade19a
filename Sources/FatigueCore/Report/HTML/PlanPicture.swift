/// A block of nights as a picture: predicted sleepiness without and with the plan, and below it lanes of
/// duties, sleep, naps, light to seek and light to keep away from. Looks as ``AlertnessCurve``.
struct PlanPicture {
  private struct Lane {
    var title: Localized
    /// Of the style sheet.
    var kind: String
    var spans: [WorkInterval]
  }

  private let roster: Roster
  private let plan: PersonProtocol
  private let first: CivilDate
  private let days: Int
  private let language: Language
  /// Seconds from the origin.
  private let start: Int32
  private let end: Int32
  private let lanes: [Lane]

  private static let (left, right, top, bottom) = (90, 1_090, 14, 150)
  private static let (width, height) = (1_100, 283)
  private static let (lane, firstLane) = (21, 166)
  /// Days in one picture; longer blocks have several.
  private static let mostDays = 8
  /// Seconds between the points of a curve.
  private static let step: Int32 = 1_200

  /// The pictures of a block, in time order, from the midnight before its first night to the second one after
  /// its last.
  static func all(
    of block: BlockPlan, _ plan: PersonProtocol, _ roster: Roster, _ language: Language
  ) -> [PlanPicture] {
    guard let last = block.nights.last else { return [] }
    let first = roster.civil(plan.nights[block.nights.lowerBound].duty.start).date
    let days = roster.civil(plan.nights[last].duty.start).date - first + 3
    return stride(from: 0, to: days, by: mostDays).map {
      PlanPicture(
        from: first + $0, days: min(mostDays, days - $0), plan: plan, roster: roster,
        language: language)
    }
  }

  private init(
    from first: CivilDate, days: Int, plan: PersonProtocol, roster: Roster, language: Language
  ) {
    (self.first, self.days, self.plan) = (first, days, plan)
    (self.roster, self.language) = (roster, language)
    let (start, end) = (roster.midnight(first), roster.midnight(first + days))
    (self.start, self.end) = (start, end)
    let advice = plan.nights.flatMap(\.advice)
    func spans(_ kinds: [AdviceKind]) -> [WorkInterval] {
      advice.filter { kinds.contains($0.kind) }.map(\.span)
    }
    func slept(_ isNap: Bool) -> [WorkInterval] {
      plan.sleeps.filter { $0.isNap == isNap }.map {
        WorkInterval(start: $0.span.onset, end: $0.span.wake)
      }
    }
    lanes = [
      Lane(
        title: Localized(nb: "Nattevakt", en: "Night duty"), kind: "sh",
        spans: plan.nights.map(\.duty)),
      Lane(title: Localized(nb: "Søvn", en: "Sleep"), kind: "sl", spans: slept(false)),
      Lane(title: Localized(nb: "Hvil", en: "Nap"), kind: "np", spans: slept(true)),
      Lane(
        title: Localized(nb: "Lys", en: "Light"), kind: "lt",
        spans: spans([.light, .taskLight, .outdoors])),
      Lane(
        title: Localized(nb: "Lite lys", en: "Little light"), kind: "sl",
        spans: spans([.dimLight, .glasses])),
    ]
  }

  var label: String {
    let dates = DateText.run(from: first, through: first + (days - 1))[language]
    return Localized(
      nb: "Predikert søvnighet \(dates), uten og med planen, med vakter, søvn, hvil og lys",
      en:
        "Predicted sleepiness \(dates), without and with the plan, with duties, sleep, naps and light"
    )[language]
  }

  /// What the lines are.
  static let legend = Localized(
    nb:
      "Hel linje: søvnighet (KSS) med planen. Stiplet: uten. Modellverdier. Lys: der det er lyst å være, "
      + "sterkt lys, eller ute.",
    en:
      "Whole line: sleepiness (KSS) with the plan. Broken: without. A model's values. Light: where it is "
      + "light to be, bright light, or outdoors.")

  func write(to html: inout HTMLWriter) {
    html.raw("<svg class=\"chart days\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\"")
    html.raw(" preserveAspectRatio=\"xMinYMin\"")
    html.attribute("aria-label", label)
    html.raw(">")
    axes(&html)
    html.raw("<g class=\"c1\"><path d=\"\(curve(plan.courseWithout))\"/></g>")
    html.raw("<g class=\"c0\"><path d=\"\(curve(plan.course))\"/></g>")
    for (row, lane) in lanes.enumerated() { write(lane, row, &html) }
    html.raw("</svg>")
  }

  private func x(_ second: Int32) -> Int {
    let length = max(1, Int(end) - Int(start))
    return Self.left
      + min(max(Int(second) - Int(start), 0), length) * (Self.right - Self.left) / length
  }

  /// KSS 1 at the bottom, 9 at the top.
  private func y(_ kss: KSS) -> Int {
    Self.bottom - (KSS(kss.clamped).hundredths - 100) * (Self.bottom - Self.top) / 800
  }

  private func axes(_ html: inout HTMLWriter) {
    var (nights, lines) = ("", "")
    for day in 0...days {
      let midnight = roster.midnight(first + day)
      let (from, to) = (x(midnight - 3_600), x(midnight + 6 * 3_600))
      if to > from { nights += "M\(from) \(Self.top)h\(to - from)V\(Self.bottom)H\(from)z" }
      lines += "M\(x(midnight)) \(Self.top)V263"
    }
    html.raw("<path class=\"ni\" d=\"\(nights)\"/>")
    for level in [1, 3, 5, 7, 9] {
      let line = y(KSS(Double(level)))
      if level != 7 { lines += "M\(Self.left) \(line)H\(Self.right)" }
      html.raw("<text class=\"end mt\" x=\"84\" y=\"\(line + 4)\">\(level)</text>")
    }
    html.raw("<path class=\"gl\" d=\"\(lines)\"/>")
    html.raw("<path class=\"th\" d=\"M\(Self.left) \(y(KSS(7)))H\(Self.right)\"/>")
    html.raw("<text class=\"mt\" x=\"0\" y=\"18\">KSS</text>")
    for day in 0..<days {
      let middle = (x(roster.midnight(first + day)) + x(roster.midnight(first + day + 1))) / 2
      html.raw("<text class=\"mid mt\" x=\"\(middle)\" y=\"277\">")
      html.text((first + day).text[language])
      html.raw("</text>")
    }
  }

  /// Broken where one sleeps.
  private func curve(_ course: PlannedAlertness) -> String {
    var path = ""
    var isDrawn = false
    for second in stride(from: start, through: end, by: Int32.Stride(Self.step)) {
      guard !course.isAsleep(at: Int(second)) else {
        isDrawn = false
        continue
      }
      path += "\(isDrawn ? "L" : "M")\(x(second)) \(y(course.kss(at: Int(second))))"
      isDrawn = true
    }
    return path
  }

  private func write(_ lane: Lane, _ row: Int, _ html: inout HTMLWriter) {
    let middle = Self.firstLane + Self.lane * row
    html.raw("<text class=\"mt\" x=\"0\" y=\"\(middle + 4)\">")
    html.text(lane.title[language])
    html.raw("</text>")
    let path = lane.spans.filter { $0.end > start && $0.start < end }.map {
      "M\(x($0.start)) \(middle)h\(max(2, x($0.end) - x($0.start)))"
    }
    guard !path.isEmpty else { return }
    html.raw("<path class=\"ln \(lane.kind)\" d=\"\(path.joined())\"/>")
  }
}
