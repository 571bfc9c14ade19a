/// The findings, lane by lane and rule by rule: the gravest of each rule in full, all of them in a table.
extension HTMLReport {
  /// Rows that one report holds; what is left out is said where it would stand.
  private static let mostRows = 2_000
  /// Rows that every rule has when there are more.
  private static let fewestRows = 20

  func groupID(_ group: FindingGroup) -> String {
    "r-\(group.lane.rawValue)-\(RuleBook.rules[group.rule].id)"
  }

  mutating func findings() {
    html.raw("<section id=\"findings\" class=\"brk\" aria-labelledby=\"h-find\"><h2 id=\"h-find\">")
    html.text(say("Funn", "Findings"))
    html.raw("</h2>\n")
    if groups.isEmpty {
      html.element(
        "p",
        say(
          "Ingen funn i reglene som er prøvd. Hva som ikke er prøvd, står under Regler og kilder.",
          "No findings in the rules tried. What was not tried stands under Rules and sources."))
    }
    let findings = report.analysis.findings
    let places = report.places(of: groups.flatMap(\.rows))
    let fingerprints = report.fingerprints
    var next = 0
    for lane in Lane.allCases {
      let own = groups.filter { $0.lane == lane }
      guard !own.isEmpty else { continue }
      laneHeading(lane)
      html.raw("<ul class=\"find\">\n")
      for group in own {
        let rows = Self.rows(of: group, all: findings.count)
        let stands = zip(group.rows, places[next..<next + group.findings.count]).prefix(rows)
        ruleFound(group, stands.map { FoundPlace(index: $0, places: $1, fingerprints[$0]) })
        next += group.findings.count
      }
      html.raw("</ul>\n")
    }
    html.raw("</section>\n")
  }

  /// A finding with where it stands.
  private struct FoundPlace {
    var index: Int
    var places: CheckReport.Places
    var fingerprint: String

    init(index: Int, places: CheckReport.Places, _ fingerprint: String) {
      self.index = index
      self.places = places
      self.fingerprint = fingerprint
    }
  }

  /// Each rule's share of ``mostRows``.
  private static func rows(of group: FindingGroup, all: Int) -> Int {
    guard all > mostRows else { return group.findings.count }
    return max(fewestRows, group.findings.count * mostRows / all)
  }

  private mutating func laneHeading(_ lane: Lane) {
    html.raw("<h3 class=\"lane\">")
    html.text(say(lane.title) + " ")
    for entry in report.counts where entry.lane == lane {
      html.raw("<span class=\"\(Self.statusClass(entry.status))\">")
      sign(entry.status)
      html.text(" \(count(entry.count)) \(say(entry.status.plural(entry.count)))")
      html.raw("</span> ")
    }
    html.raw("</h3>\n")
  }

  // MARK: A rule

  private mutating func ruleFound(_ group: FindingGroup, _ rows: [FoundPlace]) {
    let rule = RuleBook.rules[group.rule]
    let finding = report.analysis.findings[group.findings[0]]
    let text = report.text(of: finding)
    html.raw("<li")
    html.attribute("id", groupID(group))
    html.raw("><div class=\"tag\">")
    for entry in group.counts {
      html.raw("<span class=\"\(Self.statusClass(entry.status))\">")
      sign(entry.status)
      html.text(" \(count(entry.count)) \(say(entry.status.plural(entry.count)))")
      html.raw("</span>")
    }
    if group.counts.isEmpty { html.element("span", say("fraveket", "waived"), class: "mut") }
    html.element("span", rule.id, class: "rid")
    if group.people > 0 {
      html.element("span", employeeCount(group.people), class: "sm mut")
    }
    html.raw("</div><div>")
    html.element("h4", say(rule.title))
    html.element("p", say(text.message))
    html.raw("<dl>")
    for note in FindingNotes.texts(finding, group.findings[0], report, language) {
      entry(say("Merk", "Note"), note)
    }
    entry(say("Hvorfor", "Why"), say(rule.why))
    for (place, remedy) in text.remedies.enumerated() {
      entry(
        place == 0 ? say("Gjør", "Do") : "", "\(say(remedy.text)) (\(say(remedy.level.title)))")
    }
    entry(say("Kilde", "Source"), source(rule))
    html.raw("</dl>")
    rowTable(group, rows)
    html.raw("</div><div class=\"bulbox\">")
    MeasureBar(finding: finding, language: language).write(to: &html)
    html.raw("</div></li>\n")
  }

  private func source(_ rule: Rule) -> String {
    guard let deviation = rule.deviation else { return say(report.section(of: rule)) + "." }
    return say(report.section(of: rule)) + ". " + say(deviation)
  }

  private mutating func entry(_ term: String, _ text: String) {
    html.element("dt", term)
    html.element("dd", text)
  }

  // MARK: All of a rule

  private mutating func rowTable(_ group: FindingGroup, _ rows: [FoundPlace]) {
    let all = group.findings.count
    html.raw("<details class=\"all\"><summary>")
    html.text(
      all == 1
        ? say("Hvor funnet står", "Where the finding stands")
        : say("Alle funn: \(count(all))", "All findings: \(count(all))"))
    html.raw("</summary><div class=\"scroll\" tabindex=\"0\" role=\"region\"")
    let label = say(group.lane.title) + " " + RuleBook.rules[group.rule].id
    html.attribute("aria-label", say("Funn ", "Findings ") + label)
    html.raw("><table class=\"tab rows\"><caption class=\"vh\">")
    html.text(say("Funn ", "Findings ") + label)
    html.raw("</caption><thead><tr>")
    for heading in [
      say("Status", "Status"), say("Ansatt", "Employee"), say("Fra", "From"),
      say("Målt mot grense", "Measured against limit"), say("Sted", "Place"),
    ] {
      html.raw("<th scope=\"col\">")
      html.text(heading)
      html.raw("</th>")
    }
    html.raw("</tr></thead><tbody>\n")
    for row in rows { findingRow(row) }
    html.raw("</tbody></table></div>")
    if rows.count < all {
      html.element(
        "p",
        say(
          "\(count(all - rows.count)) til vises ikke her; -f json har alle.",
          "\(count(all - rows.count)) more are not shown here; -f json has all."),
        class: "sm mut")
    }
    html.raw("</details>")
  }

  private mutating func findingRow(_ row: FoundPlace) {
    let finding = report.analysis.findings[row.index]
    html.raw("<tr id=\"f-\(row.fingerprint)\"><td class=\"\(Self.statusClass(finding.status))\">")
    html.text(say(finding.status.title))
    if finding.isWaived { html.text(say(", fraveket", ", waived")) }
    if finding.causedBy >= 0 { html.text(say(", følger av et annet", ", follows from another")) }
    if report.baseline?.isKnown[row.index] == false { html.text(say(", nytt", ", new")) }
    html.raw("<td>")
    if finding.isAboutPlan {
      html.text(say("planen", "the plan"))
    } else {
      person(Int(finding.person))
    }
    html.raw("<td>")
    html.text(say(roster.civil(finding.from).wholeMinute.text))
    html.raw("<td>")
    html.text(MeasureText.sentence(finding, language))
    html.raw("<td>")
    let place = row.places.primary ?? report.placeOfPlan
    html.text("\(place.path):\(place.line):\(place.column)")
    html.raw("</tr>\n")
  }
}
