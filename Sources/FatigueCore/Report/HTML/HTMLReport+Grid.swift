/// The roster as those who plan know it: days across, people down, a letter for each duty, coloured by
/// the duty's highest predicted sleepiness.
///
/// Long plans are cut in parts that fit a page. Large wards are cut in blocks, each a table of its own that
/// a browser need not lay out before it is seen: one table of 500 people takes five times longer to open.
extension HTMLReport {
  /// People in a block, and people from which there are blocks.
  private static let (block, manyPeople) = (25, 50)
  /// Weeks up to which days are as wide as their letters want.
  private static let fewWeeks = 5

  mutating func grid() {
    guard report.totals.shifts > 0 else { return }
    let weeks = RosterWeeks(roster)
    html.raw(
      "<section id=\"roster\" class=\"brk\" aria-labelledby=\"h-roster\"><h2 id=\"h-roster\">")
    html.text(say("Turnus", "Roster"))
    html.raw("</h2>\n")
    legend()
    if pages.count < people.count {
      html.element(
        "p",
        say(
          "De \(count(pages.count)) mest belastede av \(employeeCount(people.count)) vises.",
          "The \(count(pages.count)) most exposed of \(employeeCount(people.count)) are shown."))
    }
    let parts = weeks.parts
    for (number, part) in parts.enumerated() {
      gridPart(weeks, part, isLast: number + 1 == parts.count)
    }
    html.raw("<p class=\"insp\"><output id=\"insp\" aria-live=\"polite\" hidden>")
    html.text(
      say("Pek på en dag, eller bruk piltastene.", "Point at a day, or use the arrow keys."))
    html.raw("</output></p></section>\n")
    gridData(weeks)
  }

  // MARK: Legend

  private mutating func legend() {
    html.raw("<div class=\"legend\"><span>")
    html.text(say("våken ", "alert "))
    html.raw("<span class=\"ramp\" role=\"img\"")
    html.attribute("aria-label", say("Fargeskala for KSS 1 til 9", "Colours of KSS 1 to 9"))
    html.raw(">")
    for step in 1...9 { html.raw("<span class=\"k\(step)\">\(step)</span>") }
    html.raw("</span> ")
    html.text(say("kjemper mot søvnen", "fighting sleep"))
    html.raw("</span><span>")
    for status in FindingStatus.allCases.reversed() {
      html.raw("<span class=\"\(Self.statusClass(status))\">")
      sign(status)
      html.text(" " + say(status.title))
      html.raw("</span> &nbsp; ")
    }
    html.raw("</span><span class=\"codes\">")
    for entry in ShiftLegend.entries(roster) {
      html.raw("<span>")
      html.element("b", Self.short(entry.code, entry.type, language))
      if entry.code.count > 2 { html.text(" " + entry.code) }
      html.text(" " + entry.hours)
      html.raw("</span> ")
    }
    html.raw("</span></div>\n")
  }

  /// What a cell has room for.
  static func short(_ code: String, _ type: ShiftType?, _ language: Language) -> String {
    code.isEmpty ? type?.letter[language] ?? "" : String(code.prefix(2))
  }

  // MARK: Tables

  private mutating func gridPart(_ weeks: RosterWeeks, _ part: Range<Int>, isLast: Bool) {
    let span = say(
      DateText.period(from: weeks[part.lowerBound * 7], through: weeks[part.upperBound * 7 - 1]))
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
    html.attribute("aria-label", say("Turnustabell ", "Roster table ") + span)
    html.raw(">\n")
    let size = pages.count > Self.manyPeople ? Self.block : max(1, pages.count)
    let blocks = stride(from: 0, to: pages.count, by: size).map {
      $0..<min($0 + size, pages.count)
    }
    for rows in blocks {
      html.raw(blocks.count > 1 ? "<div class=\"blk\">" : "<div>")
      var classes = "roster"
      if part.count <= Self.fewWeeks { classes += " few" }
      if report.names.style == .real { classes += " named" }
      html.raw("<table class=\"\(classes)\" data-row=\"\(rows.lowerBound)\"")
      html.raw(" data-day=\"\(part.lowerBound * 7)\"><caption>")
      html.text(caption(rows, of: blocks.count, span))
      html.raw("</caption>")
      columns(part, isLast)
      headings(weeks, part, isLast)
      html.raw("<tbody>\n")
      for row in rows { gridRow(row, weeks, part, isLast) }
      html.raw("</tbody>")
      if rows.upperBound == pages.count { gridSums(weeks, part, isLast) }
      html.raw("</table></div>\n")
    }
    html.raw("</div>\n")
  }

  private func caption(_ rows: Range<Int>, of blocks: Int, _ span: String) -> String {
    guard blocks == 1 else {
      return say(
        "\(span). Ansatt \(rows.lowerBound + 1)–\(rows.upperBound).",
        "\(span). Employees \(rows.lowerBound + 1)–\(rows.upperBound).")
    }
    return say(
      """
      \(span). Rad: ansatt, kolonne: dag. Bokstav: vakt. Farge: høyeste predikerte KSS i vakten, \
      ikke hele vakten. Tegn: verste funn.
      """,
      """
      \(span). Row: employee, column: day. Letter: shift. Colour: highest predicted KSS of the \
      duty, not all of it. Sign: gravest finding.
      """)
  }

  private mutating func columns(_ part: Range<Int>, _ isLast: Bool) {
    html.raw("<colgroup><col class=\"nm\"><col span=\"\(part.count * 7)\">")
    if isLast { html.raw("<col class=\"s1\"><col class=\"s2\">") }
    html.raw("</colgroup>")
  }

  private mutating func headings(_ weeks: RosterWeeks, _ part: Range<Int>, _ isLast: Bool) {
    html.raw("<thead><tr><td rowspan=\"2\" class=\"cn\">")
    html.text(say("Uke", "Week"))
    html.raw("</td>")
    for week in part {
      let monday = weeks[week * 7]
      let (_, month, day) = monday.components
      let name = DateText.month(month)
      html.raw("<th class=\"wk\" colspan=\"7\" scope=\"colgroup\">\(monday.isoWeek.week) ")
      html.element(
        "span", say("\(day). \(name.nb)", "\(day) \(name.en)"), class: "mut")
      html.raw("</th>")
    }
    if isLast {
      html.raw("<th rowspan=\"2\" class=\"sum\" scope=\"col\">")
      html.text(say("timer KSS ≥ 7", "hours KSS ≥ 7"))
      html.raw("</th><th rowspan=\"2\" class=\"sum fc\" scope=\"col\">")
      html.text(say(Lane.law.title))
      html.raw("</th>")
    }
    html.raw("</tr><tr>")
    for day in part.lowerBound * 7..<part.upperBound * 7 {
      let date = weeks[day]
      html.raw(
        NorwegianHolidays.isRedDay(date) ? "<th scope=\"col\" class=\"h\">" : "<th scope=\"col\">")
      html.text(String(say(DateText.weekday(date.weekday)).prefix(1)))
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n")
  }

  private mutating func gridRow(
    _ row: Int, _ weeks: RosterWeeks, _ part: Range<Int>, _ isLast: Bool
  ) {
    let page = pages[row]
    html.raw("<tr><th scope=\"row\">")
    html.link(fragment(page.person), name(page.person))
    html.raw("</th>")
    for day in part.lowerBound * 7..<part.upperBound * 7 {
      let cell = page.cells[day]
      var classes: [String] = []
      if let peak = cell.peak {
        classes.append("k\(SleepinessRamp.step(peak))")
      } else if cell.duties > 0 {
        classes.append("k0")
      } else if !(roster.firstDate...roster.lastDate).contains(weeks[day]) {
        classes.append("x")
      } else if !cell.code.isEmpty {
        classes.append("away")
      }
      let letters = Self.short(cell.code, cell.type, language)
      if letters.count > 1 { classes.append("c2") }
      if let status = cell.status { classes.append("f" + Self.statusClass(status)) }
      switch classes.count {
      case 0: html.raw("<td>")
      case 1: html.raw("<td class=\(classes[0])>")
      default: html.raw("<td class=\"\(classes.joined(separator: " "))\">")
      }
      html.text(letters)
    }
    if isLast { rowSums(page) }
    html.raw("</tr>\n")
  }

  private mutating func rowSums(_ page: PersonPage) {
    let own = report.analysis.findings[report.analysis.findingRanges[page.person]]
    html.raw("<td class=\"sum\">\(wholeHours(report.analysis.people[page.person].secondsKss7))")
    html.raw("<td class=\"sum fc\">")
    for status in [FindingStatus.breach, .disputed] {
      let count = own.count {
        $0.status == status && !$0.isWaived && RuleBook.lane(of: $0) == .law
      }
      guard count > 0 else { continue }
      html.raw("<span class=\"\(Self.statusClass(status))\">")
      sign(status)
      html.raw("\(count)<span class=\"vh\"> ")
      html.text(say(status.plural(count)))
      html.raw("</span></span> ")
    }
  }

  /// How many are on nights, and the mean of the peaks, day by day; nothing for a group under five.
  private mutating func gridSums(_ weeks: RosterWeeks, _ part: Range<Int>, _ isLast: Bool) {
    guard report.exposure != nil, pages.count == people.count else { return }
    let days = part.lowerBound * 7..<part.upperBound * 7
    html.raw("<tfoot><tr><th scope=\"row\">")
    html.text(say("På natt", "On nights"))
    html.raw("</th>")
    for day in days {
      let nights = pages.count { $0.cells[day].type == .night }
      html.raw(nights > 0 ? "<td>\(nights)" : "<td>")
    }
    if isLast { html.raw("<td class=\"sum\"><td class=\"sum fc\">") }
    html.raw("</tr><tr><th scope=\"row\">")
    html.text(say("Snitt KSS", "Mean KSS"))
    html.raw("</th>")
    for day in days {
      let peaks = pages.compactMap { $0.cells[day].peak?.raw }
      guard !peaks.isEmpty else {
        html.raw("<td>")
        continue
      }
      let step = SleepinessRamp.step(KSS(peaks.reduce(0, +) / Double(peaks.count)))
      html.raw("<td class=k\(step)>\(step)")
    }
    if isLast { html.raw("<td class=\"sum\"><td class=\"sum fc\">") }
    html.raw("</tr></tfoot>")
  }

  // MARK: Data

  /// What the script says of a cell besides what stands in the table.
  private mutating func gridData(_ weeks: RosterWeeks) {
    html.raw("<script type=\"application/json\" id=\"data\">{\"first\":\"\(weeks.first.iso)\"")
    html.raw(",\"alphabet\":\"\(PackedNumbers.alphabet)\",\"rows\":[")
    for (row, page) in pages.enumerated() {
      html.raw(row == 0 ? "\"" : ",\n\"")
      // Tenths of KSS above 0.9; 0 is no duty.
      html.raw(
        PackedNumbers.text(
          page.cells.map { $0.peak.map { Self.tenths($0) } ?? 0 }))
      html.raw("\"")
    }
    html.raw("]}</script>\n")
  }
}
