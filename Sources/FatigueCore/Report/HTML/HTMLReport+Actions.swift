/// What can be done first, and which weeks are the worst.
extension HTMLReport {
  /// Measures shown.
  private static let shownActions = 3

  mutating func actionsAndWeeks() {
    let groups = actionable
    let weeks = weeklySeconds
    guard !groups.isEmpty || weeks != nil else { return }
    html.raw("<section class=\"two\" aria-label=\"")
    html.text(say("Tiltak og uker", "Measures and weeks"))
    html.raw("\">")
    if !groups.isEmpty {
      html.raw("<div>")
      html.element("h2", say("Begynn her", "Start here"))
      html.raw("<ol class=\"do\">")
      for group in groups { action(group) }
      html.raw("</ol></div>")
    }
    if let weeks { weeklyBars(weeks) }
    html.raw("</section>\n")
  }

  /// The rules with the gravest root causes, those with most people first: one of each lane before a
  /// second one. Notes are no place to begin.
  private var actionable: [FindingGroup] {
    let findings = report.analysis.findings
    let roots = groups.filter { group in
      let gravest = findings[group.findings[0]]
      return group.lane != .data && gravest.causedBy < 0 && gravest.status > .note
        && !group.counts.isEmpty
    }
    var chosen: [FindingGroup] = []
    for round in 0..<Self.shownActions {
      for lane in Lane.allCases {
        let own = roots.filter { $0.lane == lane }.sorted {
          ($0.counts[0].status, $0.people) > ($1.counts[0].status, $1.people)
        }
        if round < own.count, chosen.count < Self.shownActions { chosen.append(own[round]) }
      }
    }
    return chosen
  }

  private mutating func action(_ group: FindingGroup) {
    let finding = report.analysis.findings[group.findings[0]]
    let rule = RuleBook.rules[group.rule]
    let remedies = report.text(of: finding).remedies
    guard let remedy = remedies.first ?? rule.remedies.first else { return }
    html.raw("<li>")
    if !finding.isAboutPlan {
      person(Int(finding.person))
      html.text(": ")
    }
    html.text(say(remedy.text))
    html.raw("<span class=\"fx\">")
    html.link(groupID(group), say(rule.title))
    html.text(" · \(say(group.lane.title)) ")
    for entry in group.counts {
      html.raw("<span class=\"\(Self.statusClass(entry.status))\">")
      sign(entry.status)
      html.text(" \(count(entry.count)) \(say(entry.status.plural(entry.count)))")
      html.raw("</span> ")
    }
    if group.people > 0 {
      html.text(say("· hos ", "· for ") + employeeCount(group.people))
    }
    html.text(" · " + say(remedy.level.title))
    html.raw("</span></li>")
  }

  // MARK: Weeks

  /// Weeks that have room for a bar.
  private static let mostBars = 60

  /// Duty seconds at KSS 7 or more by week; nil where a group is too small to speak of, or not everybody
  /// is on the page.
  private var weeklySeconds: [Double]? {
    let weeks = RosterWeeks(roster)
    guard report.exposure != nil, pages.count == people.count,
      (2...Self.mostBars).contains(weeks.count)
    else { return nil }
    var sums = [Double](repeating: 0, count: weeks.count)
    for page in pages {
      for (week, seconds) in page.secondsKss7.enumerated() { sums[week] += seconds }
    }
    return sums.contains { $0 > 0 } ? sums : nil
  }

  private mutating func weeklyBars(_ seconds: [Double]) {
    let weeks = RosterWeeks(roster)
    let numbers = (0..<weeks.count).map { weeks[$0 * 7].isoWeek.week }
    let hours = seconds.map { Int(($0 / 3600).rounded()) }
    let sorted = hours.sorted()
    let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2] + 1) / 2
    let most = max(1, sorted[sorted.count - 1])
    let heading = say("Timer med KSS ≥ 7 per uke", "Hours at KSS ≥ 7 by week")
    html.raw("<div>")
    html.element("h2", heading)
    let listed = zip(numbers, hours).map { say("uke \($0) \($1)", "week \($0) \($1)") }
    let (left, width, base, height) = (4, 500, 142, 118)
    html.raw("<svg class=\"chart\" viewBox=\"0 0 590 164\" role=\"img\"")
    html.attribute("aria-label", heading + ": " + listed.joined(separator: ", "))
    html.raw(">")
    for (week, value) in hours.enumerated() {
      let (from, to) = (left + width * week / hours.count, left + width * (week + 1) / hours.count)
      let bar = height * value / most
      let inset = max(1, (to - from) / 7)
      let (x, span) = (from + inset, max(1, to - from - 2 * inset))
      html.raw(
        "<rect class=\"bar\" x=\"\(x)\" y=\"\(base - bar)\" width=\"\(span)\" height=\"\(bar)\"/>")
      guard span >= 16 || week % 4 == 0 else { continue }
      let center = (from + to) / 2
      if span >= 16 {
        let isInside = bar >= 20
        html.raw("<text class=\"mid\(isInside ? " iv" : "")\" x=\"\(center)\"")
        html.raw(" y=\"\(base - bar + (isInside ? 15 : -4))\">\(value)</text>")
      }
      html.raw("<text class=\"mid mt\" x=\"\(center)\" y=\"158\">\(numbers[week])</text>")
    }
    let line = base - height * middle / most
    html.raw("<path class=\"th\" d=\"M\(left) \(line)H\(left + width)\"/>")
    html.raw("<text class=\"mt\" x=\"\(left + width + 4)\" y=\"\(line + 4)\">")
    html.text(say("median \(middle)", "median \(middle)"))
    html.raw("</text><path class=\"ax\" d=\"M\(left) \(base)H\(left + width)\"/></svg></div>")
  }
}
