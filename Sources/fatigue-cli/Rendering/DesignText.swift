import FatigueCore

/// `design -f text`: the grid, what is good and bad about it, and how it stands against another plan.
struct DesignText {
  private let result: DesignResult
  private let terminal: Terminal
  private let againstPath: String?
  private var lines: [String] = []

  static func text(
    _ result: DesignResult, _ terminal: Terminal, againstPath: String? = nil
  ) -> String {
    var text = DesignText(result: result, terminal: terminal, againstPath: againstPath)
    text.wishes()
    text.plan()
    text.lanes()
    return text.lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  private init(result: DesignResult, terminal: Terminal, againstPath: String?) {
    self.result = result
    self.terminal = terminal
    self.againstPath = againstPath
  }

  private var spec: DesignSpec { result.spec }
  private var width: Int { min(terminal.width, TextReport.proseWidth) }

  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  private mutating func prose(_ text: String, indent: Int = 0, hanging: Int = 0) {
    let parts = Wrapping.lines(text, width: width - indent - hanging)
    for (place, part) in parts.enumerated() {
      lines.append(String(repeating: " ", count: indent + (place == 0 ? 0 : hanging)) + part)
    }
  }

  private mutating func heading(_ text: String) {
    lines.append("")
    lines.append(terminal.styled(text, .bold))
  }

  private func number(_ value: Double) -> String {
    terminal.text(NumberText.decimal(hundredths: Int((value * 100).rounded())))
  }

  // MARK: The wishes

  private mutating func wishes() {
    let name = spec.name.isEmpty ? say("Grunnturnus", "Base plan") : terminal.quoted(spec.name)
    lines.append(terminal.styled(name, .bold))
    prose(
      say(
        "\(spec.people) ansatte, \(spec.weeks) uker, \(number(spec.meanHours)) timer i uken i snitt.",
        "\(spec.people) people, \(spec.weeks) weeks, \(number(spec.meanHours)) hours a week on average."
      ))
    guard !spec.obstacles.isEmpty else { return }
    heading(
      spec.isPossible
        ? say("Dette lar seg ikke oppfylle", "What cannot be met")
        : say("Ingen plan er mulig", "No plan is possible"))
    for obstacle in spec.obstacles { prose("- " + terminal.text(obstacle), indent: 2, hanging: 2) }
  }

  // MARK: The plan

  private mutating func plan() {
    guard let grid = result.grid else { return }
    lines.append("")
    let codes = spec.shifts.map(\.code.count).max() ?? 1
    let cell = max(codes, 2) + 2
    let title = say("Linje", "Line")
    let days = (1...7).map { terminal.text(DateText.weekday($0)).leftPadded(to: cell) }
    lines.append(
      "  " + title.padded(to: 6) + days.joined() + say("timer", "hours").leftPadded(to: 9))
    for line in 0..<grid.weeks {
      let cells = Array(grid.line(line))
      let shown = zip(DesignCSV.codes(grid.line(line), spec), cells).map { code, cell in
        cell > 0 ? terminal.quoted(code) : "."
      }
      let hours = cells.filter { $0 > 0 }.reduce(0.0) { sum, cell in
        let shift = spec.shifts[Int(cell) - 1]
        return sum + Double(shift.length - shift.unpaidBreak * 60) / 3600
      }
      lines.append(
        "  " + String(line + 1).leftPadded(to: 4) + "  "
          + shown.map { $0.leftPadded(to: cell) }.joined() + number(hours).leftPadded(to: 9))
    }
    for shift in spec.shifts {
      let end = ClockTime(secondOfDay: shift.end % 86_400).text
      lines.append(
        "  \(terminal.quoted(shift.code)) \(ClockTime(secondOfDay: shift.start).text)–\(end)"
          .replacing("–", with: terminal.ascii ? "-" : "–"))
    }
    lines.append("")
    traits(grid.traits(spec))
  }

  private mutating func traits(_ traits: DesignTraits) {
    let rest = Elapsed(seconds: Int64(traits.shortestRest ?? 0))
    prose(
      say(
        "Alle går gjennom alle linjene, så plikter og helger er likt fordelt: \(traits.weekends) av "
          + "\(spec.weeks) helger i arbeid, \(traits.splitWeekends) av dem med én fridag.",
        "Everybody walks through all the lines, so that duties and weekends are shared alike: "
          + "\(traits.weekends) of \(spec.weeks) weekends at work, \(traits.splitWeekends) of them with "
          + "one day off."))
    func times(_ count: Int) -> String {
      "\(count) " + (count == 1 ? say("gang", "time") : say("ganger", "times"))
    }
    prose(
      say(
        "Høyst \(traits.longestNightRun) netter på rad; korteste hvile \(rest.nb); "
          + "\(traits.quickReturns) hviler under 11 timer. Vaktene skifter \(times(traits.forward)) med "
          + "klokka og \(times(traits.backward)) mot den uten 35 timers hvile. Lengste uke er "
          + "\(number(traits.mostHours)) timer.",
        "At most \(traits.longestNightRun) nights in a row; shortest rest \(rest.en); "
          + "\(traits.quickReturns) rests under 11 hours. Shifts change \(times(traits.forward)) with the "
          + "clock and \(times(traits.backward)) against it without a rest of 35 hours. The longest week "
          + "has \(number(traits.mostHours)) hours."))
  }

  // MARK: Lanes

  private mutating func lanes() {
    guard let totals = result.totals else { return }
    let weeks = totals.days / 7
    heading(
      say(
        "Funn i planen, alle ansatte, \(weeks) \(weeks == 1 ? "uke" : "uker")",
        "Findings in the plan, everybody, \(weeks) \(weeks == 1 ? "week" : "weeks")"))
    let other = result.against
    if other != nil {
      let name = againstPath.map { DisplayPath.shown($0) } ?? ""
      lines.append(
        "  " + "".padded(to: 26) + say("forslaget", "proposal").leftPadded(to: 12)
          + say("dagens", "current").leftPadded(to: 12))
      if !name.isEmpty {
        prose(
          say("(dagens er \(terminal.quoted(name)))", "(current is \(terminal.quoted(name)))"),
          indent: 2)
      }
    }
    for lane in [Lane.law, .agreement, .research, .model] {
      laneLines(lane, totals, other)
    }
    if let other {
      lines.append(
        "  " + say("Vakter", "Shifts").padded(to: 26) + String(totals.shifts).leftPadded(to: 12)
          + String(other.shifts).leftPadded(to: 12))
      if other.shifts != totals.shifts {
        prose(
          say(
            "Planene har ulikt antall vakter; sammenlign per 1000 vakter.",
            "The plans have different numbers of shifts; compare for each 1,000 shifts."))
      }
    }
    prose(say("Banene legges aldri sammen.", "Lanes are never added together."))
    rules(totals)
  }

  private mutating func laneLines(_ lane: Lane, _ totals: LaneTotals, _ other: LaneTotals?) {
    let (a, b) = (totals[lane], other?[lane] ?? LaneCount())
    let rows: [(FindingStatus, Int, Int)] = [
      (.breach, a.breach, b.breach), (.disputed, a.disputed, b.disputed),
      (.warning, a.warning, b.warning), (.note, a.note, b.note),
    ]
    for (status, mine, theirs) in rows where mine > 0 || theirs > 0 {
      let title =
        terminal.text(lane.title).padded(to: 12) + terminal.text(status.title).padded(to: 14)
      lines.append(
        "  " + title + String(mine).leftPadded(to: 12)
          + (other == nil ? "" : String(theirs).leftPadded(to: 12)))
    }
    if rows.allSatisfy({ $0.1 == 0 && $0.2 == 0 }) {
      lines.append(
        "  " + terminal.text(lane.title).padded(to: 26) + "0".leftPadded(to: 12)
          + (other == nil ? "" : "0".leftPadded(to: 12)))
    }
  }

  /// The graver findings of law and research by rule, so that one sees what is left.
  private mutating func rules(_ totals: LaneTotals) {
    let left = totals.rules.filter {
      $0.key.status >= .warning && RuleBook.rules[$0.key.rule].lane != .model
    }
    .sorted { ($1.key.status, $0.key.rule) < ($0.key.status, $1.key.rule) }
    guard !left.isEmpty else { return }
    lines.append("")
    for (key, count) in left.prefix(12) {
      let rule = RuleBook.rules[key.rule]
      prose(
        "\(rule.id) (\(terminal.text(key.status.title))) × \(count): \(terminal.text(rule.title))",
        indent: 2, hanging: 2)
    }
    prose(
      say(
        "Det som krever avtale, er omtvistet til avtalen står i fatigue.toml.",
        "What needs an agreement is disputed until the agreement is in fatigue.toml."))
  }
}
