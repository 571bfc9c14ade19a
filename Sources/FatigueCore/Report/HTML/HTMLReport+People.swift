/// Everybody, most exposed first: a line each, and what stands behind it.
extension HTMLReport {
  /// People whose curve is drawn on the page; the script draws the others when they are opened.
  static let drawn = 40
  /// People open from the start, so that a print has their curves.
  private static let open = 2
  /// People in a group that need not be laid out before it is seen.
  private static let group = 25

  mutating func employees() {
    let exposed = report.mostExposedFirst.filter { hasPage($0) }
    guard report.totals.shifts > 0, !exposed.isEmpty else { return }
    html.raw(
      "<section id=\"people\" class=\"brk\" aria-labelledby=\"h-people\"><h2 id=\"h-people\">")
    html.text(say("Ansatte, mest belastet først", "Employees, most exposed first"))
    html.raw("</h2>\n")
    html.element(
      "p",
      say(
        """
        Rekkefølgen er en leserekkefølge: flest brudd, så flest omtvistede, så flest timer med \
        KSS ≥ 7. Den er ingen poengsum.
        """,
        """
        The order is one of reading: most breaches, then most disputed, then most hours at KSS ≥ 7. \
        It is no score.
        """), class: "sm mut")
    curveLegend()
    var packed: [(row: Int, page: PersonPage)] = []
    for (rank, person) in exposed.enumerated() {
      if exposed.count > Self.group * 2, rank % Self.group == 0 {
        html.raw(rank == 0 ? "<div class=\"blk\">" : "</div><div class=\"blk\">")
      }
      guard let row = rows[person] else { continue }
      let isDrawn = rank < Self.drawn
      if !isDrawn, pages[row].worst != nil { packed.append((row, pages[row])) }
      employee(pages[row], row: isDrawn ? nil : row, isOpen: rank < Self.open)
    }
    if exposed.count > Self.group * 2 { html.raw("</div>") }
    html.raw("</section>\n")
    curveData(packed)
  }

  private mutating func curveLegend() {
    html.raw("<p class=\"legend\">")
    for (kind, text) in [
      ("c0", say("predikert KSS for gjennomsnittspersonen", "predicted KSS of the average person")),
      ("c1", say("8 av 10 ligger innenfor", "8 of 10 lie within")), ("th", "KSS 7"),
    ] {
      html.raw("<span><svg class=\"kl\" viewBox=\"0 0 30 10\" aria-hidden=\"true\">")
      html.raw("<path class=\"\(kind)\" d=\"M0 5H30\"/></svg> ")
      html.text(text)
      html.raw("</span> ")
    }
    for (kind, text) in [
      ("sh", say("vakt", "duty")), ("sl", say("søvn", "sleep")), ("np", say("kort hvil", "nap")),
      ("lt", say("dagslys ute", "daylight outdoors")), ("ni", say("natt 23–06", "night 23–06")),
    ] {
      html.raw("<span><svg class=\"kl\" viewBox=\"0 0 30 10\" aria-hidden=\"true\">")
      html.raw("<path class=\"ln \(kind)\" d=\"M0 5H30\"/></svg> ")
      html.text(text)
      html.raw("</span> ")
    }
    html.raw("</p>\n")
  }

  // MARK: One person

  /// - Parameter row: by which the script finds the curve; nil where it is drawn here.
  private mutating func employee(_ page: PersonPage, row: Int?, isOpen: Bool) {
    let metrics = report.analysis.people[page.person]
    html.raw("<details class=\"person\" id=\"\(fragment(page.person))\"")
    html.raw(isOpen ? " open>" : ">")
    html.raw("<summary><b>")
    html.text(name(page.person))
    html.raw("</b><span>")
    html.text(
      say(
        "\(wholeHours(metrics.secondsKss7)) t KSS ≥ 7",
        "\(wholeHours(metrics.secondsKss7)) h KSS ≥ 7"))
    html.raw("</span><span>")
    if let kss = metrics.maxKss { html.text(say("høyest ", "highest ") + rating(KSS(kss))) }
    html.raw("</span><span>")
    html.text(laneCounts(page.person))
    html.raw("</span>")
    strip(page)
    html.raw("</summary>\n")
    html.element("p", facts(page, metrics), class: "facts")
    if page.worst != nil {
      html.raw("<div class=\"scroll\(row == nil ? "" : " lazy")\" tabindex=\"0\" role=\"region\"")
      html.attribute("aria-label", say("Kurve for ", "Curve of ") + name(page.person))
      if let row {
        html.raw(" data-row=\"\(row)\">")
      } else {
        html.raw(">")
        curve(page)
      }
      html.raw("</div>")
    }
    html.raw("</details>\n")
  }

  /// `Lov ▲ 2 △ 1 · Modell ◆ 4`
  func laneCounts(_ person: Int) -> String {
    let own = report.analysis.findings[report.analysis.findingRanges[person]].filter {
      !$0.isWaived
    }
    let parts = Lane.allCases.compactMap { lane -> String? in
      let counts = FindingStatus.allCases.reversed().compactMap { status -> String? in
        let count = own.count { $0.status == status && RuleBook.lane(of: $0) == lane }
        return count > 0 ? "\(status.sign) \(self.count(count))" : nil
      }
      return counts.isEmpty ? nil : say(lane.title) + " " + counts.joined(separator: " ")
    }
    return parts.joined(separator: " · ")
  }

  /// A bar per day in the colour of its peak: one path for each colour.
  private mutating func strip(_ page: PersonPage) {
    var paths = [String](repeating: "", count: 10)
    var day = 0
    while day < page.cells.count {
      guard let peak = page.cells[day].peak else {
        day += 1
        continue
      }
      let step = SleepinessRamp.step(peak)
      let from = day
      while day < page.cells.count, page.cells[day].peak.map({ SleepinessRamp.step($0) }) == step {
        day += 1
      }
      paths[step] += "M\(from) 0h\(day - from)"
    }
    html.raw("<svg class=\"st\" viewBox=\"0 -1 \(page.cells.count) 2\" aria-hidden=\"true\"")
    html.raw(" preserveAspectRatio=\"none\">")
    for (step, path) in paths.enumerated() where !path.isEmpty {
      html.raw("<path class=\"q\(step)\" d=\"\(path)\"/>")
    }
    html.raw("</svg>")
  }

  private func facts(_ page: PersonPage, _ metrics: PersonMetrics) -> String {
    var parts: [String] = []
    func text(_ count: Int, _ unit: MeasureUnit) -> Localized {
      MeasureText.value(Fraction(Int64(count)), unit)
    }
    let (shifts, nights) = (text(metrics.shifts, .shifts), text(metrics.nights, .nights))
    let run = text(metrics.longestNightRun, .nights)
    parts.append(
      say(
        "\(shifts.nb), \(nights.nb), lengste nattrekke \(run.nb).",
        "\(shifts.en), \(nights.en), longest run \(run.en)."))
    if let worst = page.worst {
      let at = roster.civil(worst.peakAt).wholeMinute.text
      let spread = SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset
      let (low, high) = (
        rating(KSS(worst.peak.raw - spread)), rating(KSS(worst.peak.raw + spread))
      )
      let share = Int((worst.shareOfPeopleAt7 * 100).rounded())
      parts.append(
        say(
          """
          Verste vakt: KSS \(rating(worst.peak)) \(at.nb); 8 av 10 ligger mellom \(low) og \(high), \
          \(share) % når 7.
          """,
          """
          Worst duty: KSS \(rating(worst.peak)) \(at.en); 8 of 10 lie between \(low) and \(high), \
          \(share)% reach 7.
          """))
      let (awake, slept) = (
        roundedLength(Int64(worst.awakeAtEnd)), roundedLength(Int64(worst.sleep48))
      )
      parts.append(
        say(
          "Våken \(awake.nb) ved slutten av den, \(slept.nb) søvn i de 48 t før den.",
          "Awake \(awake.en) at its end, \(slept.en) of sleep in the 48 h before it."))
    }
    if let sleep = metrics.sleepSeconds {
      let days = Int64(roster.lastDate - roster.firstDate + 1)
      let each = roundedLength(sleep / max(1, days))
      parts.append(
        say("Søvn per døgn i snitt \(each.nb).", "Sleep per day on average \(each.en)."))
    }
    return parts.joined(separator: " ")
  }

  /// In whole minutes: what a model says is not known to the second.
  private func roundedLength(_ seconds: Int64) -> Localized {
    Elapsed(seconds: (seconds + 30) / 60 * 60).text
  }

  private func curveLabel(_ person: String, _ days: String) -> String {
    say(
      "Predikert søvnighet for \(person), \(days), med vakter, søvn, hvil og dagslys",
      "Predicted sleepiness of \(person), \(days), with duties, sleep, naps and daylight")
  }

  private mutating func curve(_ page: PersonPage) {
    let window = CurveWindow(page, report, site: options.site)
    let days = say(
      DateText.period(from: window.first, through: window.first + (CurveWindow.days - 1)))
    AlertnessCurve(window: window, language: language).write(
      to: &html, id: "c" + fragment(page.person), label: curveLabel(name(page.person), days))
  }

  /// The curves of those who are not drawn, for the script.
  ///
  /// - Parameter people: with the rows of their pages.
  private mutating func curveData(_ people: [(row: Int, page: PersonPage)]) {
    guard !people.isEmpty else { return }
    let monday = RosterWeeks(roster).first
    html.raw("<script type=\"application/json\" id=\"curves\">{")
    for (place, entry) in people.enumerated() {
      html.raw(place == 0 ? "\n\"\(entry.row)\":" : ",\n\"\(entry.row)\":")
      let window = CurveWindow(entry.page, report, site: options.site)
      window.packed(to: &html, from: window.first - monday)
    }
    html.raw("}</script>\n")
  }
}
