import FatigueCore

/// `check -f text`: what a person reads. Summary first, then who is most exposed, then the worst
/// finding of each rule in full, then the rest by rule, then what to do next.
struct TextReport {
  let report: CheckReport
  let terminal: Terminal
  let options: Options
  /// The worst finding of each rule, worst first.
  let worstOfEachRule: [Int]
  var lines: [String] = []

  struct Options: Sendable {
    /// Every finding in full.
    var all = false
    /// Findings in full when not all; nil is five.
    var maxFindings: Int?
    /// The input files as the user named them.
    var inputs: [String]
    /// What the user asked for, for commands to paste.
    var settings: Settings
    /// The one that pseudonyms are made with.
    var key: [UInt8]?
    /// The plan had shifts, and `--from`, `--to` or `--employee` took some away.
    var isCut = false
  }

  /// Prose is never wider than this.
  static let proseWidth = 80
  /// Findings shown in full, and people in the strip.
  static let shownFindings = 5
  static let shownPeople = 8

  static func text(_ report: CheckReport, _ terminal: Terminal, _ options: Options) -> String {
    var text = TextReport(
      report: report, terminal: terminal, options: options,
      worstOfEachRule: worstOfEachRule(report))
    text.header()
    text.unread()
    text.verdict()
    text.keyFigures()
    text.lines += ExposureStrip.lines(report, terminal, limit: options.all ? nil : shownPeople)
    text.findingsInFull()
    text.restByRule()
    text.sleep()
    text.spread()
    text.models()
    text.caveats()
    text.nextSteps()
    return text.lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  var roster: Roster { report.roster }
  var words: ReportWords { ReportWords(report, terminal.language) }
  var width: Int { min(terminal.width, Self.proseWidth) }

  func say(_ nb: String, _ en: String) -> String { terminal.text(Localized(nb: nb, en: en)) }

  mutating func blank() { lines.append("") }

  mutating func prose(_ text: String, indent: Int = 0) {
    let blanks = String(repeating: " ", count: indent)
    lines += Wrapping.lines(text, width: width - indent).map { blanks + $0 }
  }

  // MARK: Summary

  private mutating func header() {
    var inputs = report.reading.understood.filter { !$0.isHistory }.map(\.path)
    if inputs.isEmpty { inputs = options.inputs }
    let name = inputs.count == 1 ? inputs[0] : say("\(inputs.count) filer", "\(inputs.count) files")
    let period = DateText.period(from: roster.firstDate, through: roster.lastDate)
    let (people, shifts) = (roster.people.count, report.totals.shifts)
    prose(
      [
        terminal.quoted(name), terminal.text(period),
        say(
          people == 1 ? "1 ansatt" : "\(NumberText.count(people).nb) ansatte",
          people == 1 ? "1 employee" : "\(NumberText.count(people).en) employees"),
        say(
          shifts == 1 ? "1 vakt" : "\(NumberText.count(shifts).nb) vakter",
          shifts == 1 ? "1 shift" : "\(NumberText.count(shifts).en) shifts"),
      ].joined(separator: ", "))
    let model = report.analysis.settings.model.id
    prose(
      say(
        "profil \(Profile.id) \(Profile.version), modell \(model), tidssone \(roster.zone.name)",
        "profile \(Profile.id) \(Profile.version), model \(model), time zone \(roster.zone.name)"
      ))
    blank()
  }

  /// What was not read is not in the report, and a shorter roster looks better than it is.
  private mutating func unread() {
    guard let text = words.unread.map(terminal.quoted) else { return }
    lines += Wrapping.lines(text, width: width).map { terminal.styled($0, .bold, .red) }
    blank()
  }

  /// The counts per lane; lanes are never added up.
  private mutating func verdict() {
    guard report.totals.shifts > 0 else {
      prose(
        say(
          options.isCut
            ? "Ingen vakter er igjen: --from, --to eller --employee tok bort alle. Ingen regel er prøvd."
            : "Ingen vakter i planen, så ingen regel er prøvd.",
          options.isCut
            ? "No shifts are left: --from, --to or --employee took all away. No rule was tried."
            : "No shifts in the plan, so no rule was tried."))
      blank()
      return
    }
    guard !report.analysis.findings.isEmpty else {
      let rules = report.analysis.rulesTried.count
      let tried =
        rules == 1
        ? say("den ene regelen", "the one rule") : say("de \(rules) reglene", "the \(rules) rules")
      prose(
        say(
          "Ingen funn i \(tried) som er prøvd. Det betyr ikke at alt er prøvd.",
          "No findings in \(tried) tried. That does not mean everything was tried."))
      blank()
      return
    }
    var parts: [String] = []
    for lane in Lane.allCases {
      let counts = report.counts.filter { $0.lane == lane }
      guard !counts.isEmpty else { continue }
      let texts = counts.map { entry in
        "\(terminal.sign(entry.status)) \(entry.count) \(terminal.text(entry.status.plural(entry.count)))"
      }
      parts.append(terminal.text(lane.title) + " " + texts.joined(separator: " "))
    }
    let separator = terminal.ascii ? " | " : " · "
    var line = ""
    for part in parts {
      let joined = line.isEmpty ? part : line + separator + part
      if TextWidth.cells(joined) > width, !line.isEmpty {
        lines += Wrapping.lines(line, width: width).map { terminal.styled($0, .bold) }
        line = part
      } else {
        line = joined
      }
    }
    lines += Wrapping.lines(line, width: width).map { terminal.styled($0, .bold) }
    if let following = words.following { prose(terminal.quoted(following)) }
    if let load = whoCarriesTheLoad() { prose(load) }
    blank()
  }

  /// The few people who have most of the hours at KSS 7 and more.
  private func whoCarriesTheLoad() -> String? {
    let people = report.analysis.people
    let total = report.totals.secondsKss7
    guard total > 0, people.count >= 5 else { return nil }
    let order = people.indices.sorted {
      people[$0].secondsKss7 == people[$1].secondsKss7
        ? report.names.shown[$0] < report.names.shown[$1]
        : people[$0].secondsKss7 > people[$1].secondsKss7
    }
    let top = order.prefix(3)
    let share = top.reduce(0) { $0 + people[$1].secondsKss7 } / total
    // Three people always have some share; it is worth a sentence when it is far above their number.
    guard share * Double(people.count) >= 1.5 * 3 else { return nil }
    let percent = Int((share * 100).rounded())
    let names = top.map { terminal.quoted(report.names.shown[$0]) }.joined(separator: ", ")
    return say(
      "Tre ansatte (\(names)) har \(percent) % av vakttimene med KSS ≥ 7.",
      "Three employees (\(names)) have \(percent)% of the duty hours at KSS ≥ 7.")
  }

  private mutating func keyFigures() {
    let people = report.analysis.people
    let totals = report.totals
    var rows: [(String, String, String)] = []
    if let peak = totals.peak, let kss = people[peak].maxKss {
      let at = roster.civil(people[peak].maxKssAt).wholeMinute.text
      rows.append(
        (
          say("Høyeste predikerte søvnighet", "Highest predicted sleepiness"),
          "KSS " + decimal(KSS(KSS(kss).clamped).hundredths),
          terminal.quoted(report.names.shown[peak]) + ", " + terminal.text(at)
        ))
      let hours = Int((totals.secondsKss7 / 3600).rounded())
      let all = Int((Double(totals.workSeconds) / 3600).rounded())
      let percent =
        all > 0 ? Int((totals.secondsKss7 * 100 / Double(totals.workSeconds)).rounded()) : 0
      rows.append(
        (
          say("Vakttimer med KSS ≥ 7", "Duty hours at KSS ≥ 7"),
          say("\(percent) %", "\(percent)%"),
          say(
            "\(NumberText.count(hours).nb) av \(NumberText.count(all).nb) timer",
            "\(NumberText.count(hours).en) of \(NumberText.count(all).en) hours")
        ))
    }
    if let shortest = people.compactMap(\.shortestRest).min() {
      let short = people.count { $0.quickReturns > 0 }
      rows.append(
        (
          say("Korteste hvile mellom vakter", "Shortest rest between shifts"),
          terminal.text(Elapsed(seconds: shortest).text),
          say(
            short == 1 ? "1 ansatt under 11 t" : "\(short) ansatte under 11 t",
            short == 1 ? "1 employee under 11 h" : "\(short) employees under 11 h")
        ))
    }
    if let run = people.map(\.longestNightRun).max(), run > 0 {
      let who = people.indices.filter { people[$0].longestNightRun == run }
      rows.append(
        (
          say("Lengste nattrekke", "Longest run of nights"),
          say(run == 1 ? "1 natt" : "\(run) netter", run == 1 ? "1 night" : "\(run) nights"),
          nameList(who, cells: 32) ?? ""
        ))
    }
    let label = rows.map { TextWidth.cells($0.0) }.max() ?? 0
    let value = rows.map { TextWidth.cells($0.1) }.max() ?? 0
    for row in rows {
      let left = "  " + Wrapping.padded(row.0, label) + "  " + Wrapping.rightAligned(row.1, value)
      if TextWidth.cells(left) + 3 + TextWidth.cells(row.2) <= width {
        lines.append(left + "   " + row.2)
      } else {
        // Too narrow for one line: the detail goes below.
        for part in Wrapping.lines(row.0 + " " + row.1, width: width - 2) {
          lines.append("  " + part)
        }
        for part in Wrapping.lines(row.2, width: width - 6) { lines.append("      " + part) }
      }
    }
    if !rows.isEmpty { blank() }
  }

  // MARK: Words and lines

  mutating func heading(_ text: String) {
    lines.append(terminal.styled(Self.ruled(text, terminal, width), .bold))
  }

  static func ruled(_ text: String, _ terminal: Terminal, _ width: Int) -> String {
    let rest = width - TextWidth.cells(text) - 1
    return rest > 0 ? text + " " + String(repeating: terminal.line, count: rest) : text
  }

  private mutating func caveats() {
    policy()
    notAssessed()
    if report.names.areGuessable {
      prose(
        say(
          "Pseudonymene er laget uten egen nøkkel: den som kjenner et navn, kan regne dem ut.",
          "The pseudonyms are made without a key of your own: whoever knows a name can compute them."
        ))
    }
    if let uncertainty = words.uncertainty { prose(terminal.quoted(uncertainty)) }
    blank()
  }

  /// Agreements, waivers and limits tried: what the counts rest on.
  private mutating func policy() {
    let premises = [
      words.hypothetical, words.ownChoices, words.rounds, words.waived, words.baseline,
    ]
    for text in premises.compactMap(\.self) {
      prose(terminal.quoted(text))
    }
    for agreement in report.agreements {
      prose(terminal.quoted(terminal.text(AgreementText.line(agreement))))
    }
    if let missing = words.agreementsMissing { prose(terminal.quoted(missing)) }
  }

  /// What could not be tried, by what is missing.
  private mutating func notAssessed() {
    var missing: [String] = []
    var rules: [String: [String]] = [:]
    for entry in report.analysis.notAssessed {
      let text = terminal.text(entry.missing)
      if rules[text] == nil { missing.append(text) }
      rules[text, default: []].append(entry.rule)
    }
    guard !missing.isEmpty else { return }
    guard options.all else {
      // The reasons fill a page; the ids are what a reader needs to know of.
      let ids = report.analysis.notAssessed.map(\.rule).uniqued
      return prose(
        say(
          """
          Ikke vurdert, fordi planen eller fatigue.toml mangler noe: \
          \(ids.joined(separator: ", ")). --all viser hva.
          """,
          """
          Not assessed, because the plan or fatigue.toml lacks something: \
          \(ids.joined(separator: ", ")). --all shows what.
          """))
    }
    for text in missing {
      let ids = rules[text]?.uniqued ?? []
      prose(
        say("Ikke vurdert: ", "Not assessed: ") + ids.joined(separator: ", ") + "; "
          + say("mangler ", "lacks ") + text + ".")
    }
  }

  func decimal(_ hundredths: Int, digits: Int = 1) -> String {
    terminal.text(NumberText.decimal(hundredths: hundredths, digits: digits))
  }

  /// `Kari, Ola +19`, with as many of the first two names as fit; nil when nothing does.
  func nameList(_ people: [Int], cells: Int) -> String? {
    for limit in [2, 1] {
      let names = people.prefix(limit).map { terminal.quoted(report.names.shown[$0]) }
      let rest = people.count - names.count
      let text = names.joined(separator: ", ") + (rest > 0 ? " +\(rest)" : "")
      if TextWidth.cells(text) <= cells { return text }
    }
    let count = say(
      people.count == 1 ? "1 ansatt" : "\(people.count) ansatte",
      people.count == 1 ? "1 employee" : "\(people.count) employees")
    return TextWidth.cells(count) <= cells ? count : nil
  }
}

extension TextWidth {
  /// The text, its end replaced by `more` when it is wider than `cells`.
  static func cut(_ text: String, cells: Int, more: String) -> String {
    guard Self.cells(text) > cells else { return text }
    return prefix(text, cells: cells - Self.cells(more)) + more
  }
}

extension String {
  var trimmedAtEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }

  func replacingFirst(_ part: String, with other: String) -> String {
    guard !part.isEmpty, let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in order of first appearance.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
