/// `check -f markdown`: a summary for `GITHUB_STEP_SUMMARY` and for comments on a change.
///
/// GitHub shows up to 1 MiB of a step; this keeps to a quarter of it. The verdict, the ten gravest
/// findings, and folded what to do, the rules and the employees.
/// Source: GitHub Docs, "Workflow commands", section on job summaries.
struct StepSummary {
  static let shown = 10
  /// In bytes.
  static let budget = 256 << 10
  /// Left for what follows a table that was cut.
  private static let reserve = 32 << 10

  private let list: FindingList
  private let words: ReportWords
  private var text = ""

  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var summary = StepSummary(
      list: FindingList(report, options.language),
      words: ReportWords(report, options.language))
    summary.document()
    return Array(summary.text.utf8)
  }

  private init(list: FindingList, words: ReportWords) {
    self.list = list
    self.words = words
  }

  private var report: CheckReport { list.report }
  private var language: Language { words.language }
  private func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }

  private mutating func document() {
    let title = say("Turnuskontroll", "Roster check")
    text += "## \(title): \(MarkdownText.escaped(words.inputs))\n\n"
    text += "**\(words.verdict)**\n\n"
    // Where nothing was read there is neither.
    if !report.roster.shifts.isEmpty || words.unread == nil {
      text += "\(words.size), \(words.period)."
    }
    if let peak = words.peak {
      let head = say("Høyeste predikerte søvnighet", "Highest predicted sleepiness")
      text += " \(head): \(peak.kss) (\(MarkdownText.escaped(peak.who)), \(peak.when))."
    }
    text += "\n"
    for premise in words.premises { text += "\n" + premise + "\n" }
    let worst = Array(list.ranked(list.order).prefix(Self.shown))
    gravest(worst)
    measures(worst)
    rules()
    employees()
    if let uncertainty = words.uncertainty { text += "\n" + uncertainty + "\n" }
  }

  private mutating func gravest(_ worst: [Int]) {
    guard !worst.isEmpty else { return }
    text += "\n"
    text += MarkdownText.head([
      say("Status", "Status"), say("Regel", "Rule"), say("Ansatt", "Employee"),
      say("Når", "When"), say("Målt", "Measured"), say("Grense", "Limit"),
    ])
    for index in worst {
      let finding = list[index].finding
      let measured = MeasureText.value(finding.measured, finding.unit)[language]
      text += MarkdownText.row([
        finding.status.title[language],
        "\(list[index].rule.id): \(MarkdownText.escaped(list[index].title))",
        MarkdownText.escaped(words.subject(of: finding)), words.dates(of: finding), measured,
        words.limit(of: finding),
      ])
    }
    let shown = Set(worst)
    let rest = list.order.filter { !shown.contains($0) }.map { report.analysis.findings[$0] }
    if let note = HeldBack.note(rest, language) { text += "\n" + note + "\n" }
  }

  private mutating func fold(_ title: String, _ body: (inout StepSummary) -> Void) {
    text += "\n<details><summary>\(title)</summary>\n\n"
    body(&self)
    text += "\n</details>\n"
  }

  private mutating func measures(_ worst: [Int]) {
    guard !worst.isEmpty else { return }
    fold(say("Hva som kan gjøres", "What can be done")) { summary in
      for index in worst {
        let entry = summary.list[index]
        summary.text += "- \(entry.rule.id) \(MarkdownText.escaped(entry.sentence))"
        for remedy in entry.remedies.prefix(1) {
          summary.text += "<br>" + MarkdownText.escaped(remedy)
        }
        summary.text += "<br>`\(summary.list.fingerprints[index])`\n"
      }
    }
  }

  /// Findings of each rule, by status.
  private mutating func rules() {
    guard !list.order.isEmpty else { return }
    let statuses = Array(FindingStatus.allCases.reversed())
    // A rule is under its lane, or under agreement where the parties set the limit.
    var counts: [Lane: [Int: [FindingStatus: Int]]] = [:]
    for index in list.order {
      let finding = report.analysis.findings[index]
      counts[RuleBook.lane(of: finding), default: [:]][
        Int(finding.rule), default: [:]][finding.status, default: 0] += 1
    }
    fold(say("Funn etter regel", "Findings by rule")) { summary in
      summary.text += MarkdownText.head(
        [summary.say("Bane", "Lane"), summary.say("Regel", "Rule")]
          + statuses.map { $0.plural(2)[summary.language] }, numbers: 2)
      for lane in Lane.allCases {
        let rules = (counts[lane] ?? [:]).sorted {
          RuleBook.rules[$0.key].id < RuleBook.rules[$1.key].id
        }
        for (index, own) in rules {
          let rule = RuleBook.rules[index]
          let title = MarkdownText.escaped(rule.title[summary.language])
          summary.text += MarkdownText.row(
            [lane.title[summary.language], "\(rule.id): \(title)"]
              + statuses.map { "\(own[$0] ?? 0)" })
        }
      }
    }
  }

  private mutating func employees() {
    let people = report.peopleByName.filter { report.analysis.people[$0].shifts > 0 }
    guard !people.isEmpty else { return }
    // Of the law by itself: what other lanes find stands in the table of rules.
    let none = (breaches: 0, disputed: 0)
    var counts = [(breaches: Int, disputed: Int)](
      repeating: none, count: report.analysis.people.count)
    for index in list.order {
      let finding = report.analysis.findings[index]
      guard !finding.isAboutPlan, RuleBook.lane(of: finding) == .law else { continue }
      if finding.status == .breach { counts[Int(finding.person)].breaches += 1 }
      if finding.status == .disputed { counts[Int(finding.person)].disputed += 1 }
    }
    fold(say("Ansatte", "Employees")) { summary in
      summary.text += MarkdownText.head(
        [
          summary.say("Ansatt", "Employee"), summary.say("Vakter", "Shifts"),
          summary.say("Netter", "Nights"), summary.say("Korteste hvile", "Shortest rest"),
          summary.say("Høyeste KSS", "Highest KSS"), summary.say("Timer KSS ≥ 7", "Hours KSS ≥ 7"),
          summary.say("Lov: brudd", "Law: breaches"),
          summary.say("Lov: omtvistet", "Law: disputed"),
        ], numbers: 1)
      for (shown, person) in people.enumerated() {
        guard summary.text.utf8.count < Self.budget - Self.reserve else {
          let rest = NumberText.count(people.count - shown)[summary.language]
          summary.text += summary.say("\n\(rest) ansatte til.\n", "\n\(rest) more employees.\n")
          return
        }
        summary.row(person, counts[person])
      }
    }
  }

  private mutating func row(_ person: Int, _ law: (breaches: Int, disputed: Int)) {
    let metrics = report.analysis.people[person]
    func decimal(_ value: Double) -> String {
      NumberText.decimal(hundredths: Int((value * 100).rounded()))[language]
    }
    text += MarkdownText.row([
      MarkdownText.escaped(report.names.shown[person]), "\(metrics.shifts)", "\(metrics.nights)",
      metrics.shortestRest.map { Elapsed(seconds: $0).text[language] } ?? "–",
      metrics.maxKss.map { decimal(KSS($0).clamped) } ?? "–",
      metrics.maxKss.map { _ in decimal(metrics.secondsKss7 / 3600) } ?? "–",
      "\(law.breaches)", "\(law.disputed)",
    ])
  }
}
