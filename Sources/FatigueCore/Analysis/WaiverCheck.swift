/// Lays waivers over findings, and finds those that are expired or of no use.
enum WaiverCheck {
  /// Marks the findings that a waiver covers. A breach of a limit that nobody here may move stays.
  static func apply(
    _ settings: AnalysisSettings, _ roster: Roster, _ findings: inout [Finding]
  ) {
    guard !settings.waivers.isEmpty else { return }
    var used = [Bool](repeating: false, count: settings.waivers.count)
    var expired = used
    for i in findings.indices {
      let finding = findings[i]
      let person = finding.isAboutPlan ? nil : roster.people[Int(finding.person)]
      let rule = RuleBook.rule(of: finding)
      let isPastFloor = rule.limits.first.map {
        rule.lane == .law && finding.status == .breach && $0.isPastFloor(finding.measured)
      }
      for (index, waiver) in settings.waivers.enumerated()
      where waiver.isAbout(finding, person, roster) {
        used[index] = true
        if roster.civil(finding.from).date > waiver.expires {
          expired[index] = true
        } else if isPastFloor != true {
          findings[i].waiver = Int16(clamping: index)
          break
        }
      }
    }
    for index in settings.waivers.indices {
      if !used[index] { findings.append(finding(UnusedWaiver.rule.id, index, roster)) }
      if expired[index] { findings.append(finding(ExpiredWaiver.rule.id, index, roster)) }
    }
  }

  private static func finding(_ rule: String, _ index: Int, _ roster: Roster) -> Finding {
    var finding = Finding(
      .warning, from: roster.horizon.start, to: roster.horizon.end, shift: -1,
      measured: Fraction(1), limit: Fraction(0), .atMost, .count)
    finding.rule = UInt16(RuleBook.index(rule) ?? 0)
    finding.person = Finding.everybody
    finding.detail = Int32(clamping: index)
    return finding
  }
}
