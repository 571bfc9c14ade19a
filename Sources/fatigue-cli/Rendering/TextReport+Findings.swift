import FatigueCore

/// The findings of a text report: the worst of each rule in full, then all of them by rule.
extension TextReport {
  /// Whether one finding is shown before another: what a baseline does not have goes first.
  private static func precedes(_ a: Int, _ b: Int, _ report: CheckReport) -> Bool {
    let (left, right) = (report.isNew(a), report.isNew(b))
    return left == right ? CheckReport.precedes(a, b, report.analysis.findings) : left
  }

  /// The worst finding of each rule, worst first.
  static func worstOfEachRule(_ report: CheckReport) -> [Int] {
    let findings = report.analysis.findings
    let isBeside = report.baseline != nil
    var best = [Int](repeating: -1, count: RuleBook.rules.count)
    for index in findings.indices where !findings[index].isWaived {
      let rule = Int(findings[index].rule)
      let known = best[rule]
      // Of one rule: what is milder than the worst so far, or follows from something as it does
      // not, is worth no closer look.
      if known >= 0, !isBeside {
        if findings[index].status < findings[known].status { continue }
        if findings[index].status == findings[known].status, findings[known].causedBy < 0,
          findings[index].causedBy >= 0
        {
          continue
        }
      }
      if known < 0 || precedes(index, known, report) { best[rule] = index }
    }
    return best.filter { $0 >= 0 }.sorted { Self.precedes($0, $1, report) }
  }

  mutating func findingsInFull() {
    let findings = report.analysis.findings
    guard !findings.isEmpty else { return }
    var shown = worstOfEachRule
    if options.all { shown = findings.indices.sorted { Self.precedes($0, $1, report) } }
    if !options.all || options.maxFindings != nil {
      shown = Array(shown.prefix(options.maxFindings ?? Self.shownFindings))
    }
    // Made person by person: what a block shows of a person is kept only until the next one's.
    let places = report.places(of: shown)
    var blocks = [[String]](repeating: [], count: shown.count)
    let byPerson = shown.indices.sorted {
      let (a, b) = (findings[shown[$0]].person, findings[shown[$1]].person)
      return a == b ? $0 < $1 : a < b
    }
    for i in byPerson { blocks[i] = FindingBlock.lines(shown[i], at: places[i], report, terminal) }
    for block in blocks { lines += block + [""] }
  }

  mutating func restByRule() {
    let findings = report.analysis.findings
    guard !findings.isEmpty else { return }
    heading(say("Alle funn, etter regel", "All findings, by rule"))
    // Who has findings of each rule and status, and how many there are; one pass over all.
    let perRule = FindingStatus.allCases.count
    var groups = [(count: Int, new: Int, people: [Int])](
      repeating: (0, 0, []), count: RuleBook.rules.count * perRule)
    for (index, finding) in findings.enumerated() where !finding.isWaived {
      let group = Int(finding.rule) * perRule + Int(finding.status.rawValue)
      groups[group].count += 1
      if report.isNew(index) { groups[group].new += 1 }
      // Findings come person by person.
      if !finding.isAboutPlan, groups[group].people.last != Int(finding.person) {
        groups[group].people.append(Int(finding.person))
      }
    }
    let digits = String(groups.map(\.count).max() ?? 0).count
    // Where there is little room, only the ids that stand there need a column.
    let standing = RuleBook.rules.indices.filter { rule in
      width >= 60
        || groups[rule * perRule..<(rule + 1) * perRule].contains { $0.count > 0 }
    }
    let ids = standing.map { TextWidth.cells(RuleBook.rules[$0].id) }.max() ?? 0
    for (index, rule) in RuleBook.rules.enumerated() {
      for status in FindingStatus.allCases.reversed() {
        let (count, new, people) = groups[index * perRule + Int(status.rawValue)]
        guard count > 0 else { continue }
        let sign = Wrapping.padded(terminal.sign(status), terminal.ascii ? 2 : 1)
        let head =
          "  " + sign + "  " + Wrapping.padded(rule.id, ids) + "  "
          + Wrapping.rightAligned(String(count), digits) + "  "
        let title =
          terminal.text(rule.title)
          + (new > 0 ? say(new == 1 ? ", 1 nytt" : ", \(new) nye", ", \(new) new") : "")
        let colouredHead = head.replacingFirst(
          sign, with: terminal.styled(sign, .bold, terminal.style(status)))
        let room = width - TextWidth.cells(head) - TextWidth.cells(title) - 2
        if room >= 0, let who = people.isEmpty ? "" : nameList(people, cells: room) {
          let gap = width - TextWidth.cells(head) - TextWidth.cells(title) - TextWidth.cells(who)
          lines.append(colouredHead + title + String(repeating: " ", count: gap) + who)
        } else {
          let indent = TextWidth.cells(head)
          let parts = Wrapping.lines(title, width: max(12, width - indent))
          for (i, part) in parts.enumerated() {
            lines.append((i == 0 ? colouredHead : String(repeating: " ", count: indent)) + part)
          }
        }
      }
    }
    blank()
  }
}
