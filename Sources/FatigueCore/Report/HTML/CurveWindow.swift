/// One person's predicted sleepiness on the days around the worst duty, as a curve is drawn from it:
/// here for those whose picture stands in the page, by the script for the others.
struct CurveWindow {
  /// A stretch of a lane, seconds from the start of the window, inside it.
  struct Span {
    var from: Int
    var to: Int
  }

  static let days = 8
  /// Seconds between samples.
  static let step = 1_800

  /// The first date.
  let first: CivilDate
  /// Seconds from the first midnight to the midnight after the last day: a clock change makes it an hour
  /// shorter or longer.
  let length: Int
  /// The midnight before each day, and the one after the last, in seconds from the start.
  let midnights: [Int]
  /// Every ``step``, both ends included; nil asleep.
  private(set) var samples: [KSS?] = []
  private(set) var duties: [Span] = []
  private(set) var sleeps: [Span] = []
  private(set) var naps: [Span] = []
  /// When the sun is up.
  private(set) var daylight: [Span] = []
  /// The highest peak, where it lies in the window.
  let worst: (at: Int, kss: KSS)?

  init(_ page: PersonPage, _ report: CheckReport, site: Site) {
    let roster = report.analysis.roster
    let middle = page.worst.map { roster.civil($0.peakAt).date } ?? roster.firstDate
    let latest = roster.lastDate + (1 - Self.days)
    let first = max(roster.firstDate, min(middle + (0 - Self.days / 2), latest))
    self.first = first
    let start = roster.midnight(first)
    let midnights = (0...Self.days).map { Int(roster.midnight(first + $0)) - Int(start) }
    let length = max(Self.step, midnights[Self.days])
    self.midnights = midnights
    self.length = length
    worst = page.worst.flatMap { duty in
      let at = Int(duty.peakAt) - Int(start)
      return (0...length).contains(at) ? (at, duty.peak) : nil
    }
    func span(_ from: Int64, _ to: Int64) -> Span? {
      let (from, to) = (max(0, from - Int64(start)), min(Int64(length), to - Int64(start)))
      return from < to ? Span(from: Int(from), to: Int(to)) : nil
    }
    let end = Int32(clamping: Int(start) + length)
    let series = report.analysis.series(page.person, until: end)
    series.forEach(from: start, through: end, step: Int32(Self.step)) { row in
      samples.append(row.state == .sleep || row.state == .nap ? nil : row.probe.kss)
    }
    duties = series.work.compactMap { span(Int64($0.start), Int64($0.end)) }
    for episode in series.history.episodes where episode.kind != .start {
      guard let span = span(Int64(episode.onset), Int64(episode.wake)) else { continue }
      if episode.kind == .nap { naps.append(span) } else { sleeps.append(span) }
    }
    for day in 0..<Self.days {
      switch Sun.day(first + day, site) {
      case .normal(let rise, _, let set):
        let (rise, set) = (rise - roster.origin, set - roster.origin)
        if let span = span(rise.seconds, set.seconds) { daylight.append(span) }
      case .midnightSun: daylight.append(Span(from: midnights[day], to: midnights[day + 1]))
      case .polarNight: break
      }
    }
  }

  /// Of the lanes under the curve, from above.
  static let laneTitles = [
    Localized(nb: "Vakt", en: "Duty"), Localized(nb: "Søvn", en: "Sleep"),
    Localized(nb: "Hvil", en: "Nap"), Localized(nb: "Dagslys", en: "Daylight"),
  ]

  var lanes: [(kind: String, title: Localized, spans: [Span])] {
    let spans = zip(["sh", "sl", "np", "lt"], [duties, sleeps, naps, daylight])
    return zip(spans, Self.laneTitles).map { ($0.0, $1, $0.1) }
  }

  /// For the script: numbers of two characters each, in units of 5 min, and samples of one.
  ///
  /// - Parameter day: the number of the first date.
  func packed(to html: inout HTMLWriter, from day: Int) {
    html.raw("[\(day),\"")
    html.raw(PackedNumbers.wide(midnights.map { $0 / 300 }))
    html.raw("\",\"")
    html.raw(PackedNumbers.text(samples.map { $0.map { HTMLReport.tenths($0) } ?? 0 }))
    html.raw("\"")
    for lane in lanes {
      html.raw(",\"")
      html.raw(PackedNumbers.wide(lane.spans.flatMap { [$0.from / 300, $0.to / 300] }))
      html.raw("\"")
    }
    html.raw("]")
  }
}
