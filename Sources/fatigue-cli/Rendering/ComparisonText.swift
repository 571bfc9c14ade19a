import FatigueCore

/// `compare -f text`: about two printed pages for a ward. Who loses comes before any mean.
struct ComparisonText {
  let report: ComparisonReport
  let words: ComparisonWords
  let terminal: Terminal
  let all: Bool
  private(set) var lines: [String] = []

  /// People told in full, new findings and effects, when not all.
  private static let (shownPeople, shownFindings, shownEffects) = (8, 6, 6)

  static func text(_ report: ComparisonReport, _ terminal: Terminal, all: Bool) -> String {
    var text = ComparisonText(
      report: report, words: ComparisonWords(report: report, language: terminal.language),
      terminal: terminal, all: all)
    text.header()
    text.verdict()
    text.lanes()
    text.people()
    text.findings()
    text.measures()
    text.premises()
    return text.lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  private init(report: ComparisonReport, words: ComparisonWords, terminal: Terminal, all: Bool) {
    self.report = report
    self.words = words
    self.terminal = terminal
    self.all = all
  }

  private var comparison: PlanComparison { report.comparison }
  private var width: Int { min(terminal.width, TextReport.proseWidth) }
  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  private mutating func blank() { lines.append("") }

  private mutating func prose(_ text: String, indent: Int = 0, bold: Bool = false) {
    let blanks = String(repeating: " ", count: indent)
    lines += Wrapping.lines(terminal.quoted(text), width: width - indent).map {
      blanks + (bold ? terminal.styled($0, .bold) : $0)
    }
  }

  /// A first word, and what is said of it beside it.
  private mutating func item(_ label: String, _ cells: Int, _ text: String) {
    let first = "  " + Wrapping.padded(terminal.quoted(label), cells) + "  "
    let indent = cells + 4
    guard width - indent >= 20 else { return prose(label + "  " + text, indent: 2) }
    lines += [
      Wrapping.hanging(first, terminal.quoted(text), width: width, indent: indent)
    ].flatMap { $0.split(separator: "\n").map(String.init) }
  }

  private mutating func heading(_ text: String) {
    blank()
    lines.append(terminal.styled(TextReport.ruled(text, terminal, width), .bold))
  }

  // MARK: What

  private mutating func header() {
    prose(words.title)
    if report.isTrial {
      prose(words.plan(isAfter: false))
      for change in words.changes { prose("- " + change, indent: 2) }
    } else {
      let cells = 5
      item(say("før", "before"), cells + 1, words.plan(isAfter: false))
      item(say("etter", "after"), cells + 1, words.plan(isAfter: true))
      for text in words.matching { prose(text) }
    }
    if let length = words.length { prose(length) }
    if let amount = words.amount { prose(amount, bold: true) }
    blank()
  }

  private mutating func verdict() {
    for line in Wrapping.lines(terminal.quoted(words.headline), width: width) {
      lines.append(
        comparison.losers > 0 ? terminal.styled(line, .bold, .red) : terminal.styled(line, .bold))
    }
    if let gainers = words.gainers { prose(gainers) }
  }

  // MARK: Lanes

  private mutating func lanes() {
    guard !comparison.matched.isEmpty || !report.isTrial else { return }
    blank()
    let titles = ComparisonLane.allCases.map { terminal.text($0.title) }
    let label = titles.map(TextWidth.cells).max() ?? 0
    let heads = [say("verre", "worse"), say("bedre", "better"), say("som før", "as before")]
    let isTable = width >= 70
    if isTable {
      lines.append(
        "  " + Wrapping.padded(say("bane", "lane"), label)
          + heads.map { "  " + Wrapping.rightAligned($0, 9) }.joined() + "   "
          + say("funn per 100 vakter", "findings per 100 shifts"))
    }
    for (lane, title) in zip(ComparisonLane.allCases, titles) {
      let counts = ComparisonVerdict.allCases.map { comparison.count($0, in: lane) }
      let rates = Lane(rawValue: lane.rawValue).map { terminal.shown(words.rates($0)) } ?? ""
      guard isTable else {
        let listed = zip(counts, heads).map { "\($0) \($1)" }.joined(separator: ", ")
        prose("\(title): \(listed)" + (rates.isEmpty ? "" : "; \(rates)"), indent: 2)
        continue
      }
      let start =
        "  " + Wrapping.padded(title, label)
        + counts.map { "  " + Wrapping.rightAligned("\($0)", 9) }.joined() + "   "
      lines += Wrapping.hanging(start, rates, width: width, indent: TextWidth.cells(start))
        .split(separator: "\n").map(String.init)
    }
    prose(
      say(
        "Ansatte som er i begge planene. Banene legges aldri sammen.",
        "Employees who are in both plans. Lanes are never added up."), indent: 2)
  }

  // MARK: People

  private mutating func people() {
    let order = comparison.worstOffFirst
    let losing = order.filter { comparison.people[$0].verdict == .worse }
    let gaining = order.filter { comparison.people[$0].verdict == .better }
    if !losing.isEmpty {
      heading(say("Hvem taper hva, mest først", "Who loses what, most first"))
      let shown = all ? losing[...] : losing.prefix(Self.shownPeople)
      let cells = label(Array(shown))
      for index in shown {
        let person = comparison.people[index]
        item(report.names.shown[index], cells, words.changes(person.losses))
        guard !person.gains.isEmpty else { continue }
        item("", cells, say("får igjen ", "gets in return ") + words.changes(person.gains))
      }
      rest(losing.dropFirst(shown.count), say("Verre ut er også", "Worse off too"))
    }
    if !gaining.isEmpty {
      heading(say("Hvem vinner, uten å tape noe", "Who gains, and loses nothing"))
      let shown = all ? gaining[...] : gaining.prefix(Self.shownPeople / 2)
      let cells = label(Array(shown))
      for index in shown {
        item(report.names.shown[index], cells, words.changes(comparison.people[index].gains))
      }
      rest(gaining.dropFirst(shown.count), say("Bedre ut er også", "Better off too"))
    }
  }

  private func label(_ people: [Int]) -> Int {
    min(24, people.map { TextWidth.cells(terminal.quoted(report.names.shown[$0])) }.max() ?? 0)
  }

  /// Everybody else by name, as long as that fits on the page.
  private mutating func rest(_ people: ArraySlice<Int>, _ start: String) {
    guard !people.isEmpty else { return }
    let names = people.prefix(40).map { report.names.shown[$0] }.joined(separator: ", ")
    let more = people.count - min(people.count, 40)
    let end = more > 0 ? say(" og \(more) til", " and \(more) more") : ""
    prose(
      "\(start) (\(people.count)): \(names)\(end). " + say("--all viser hva.", "--all shows what."),
      indent: 2)
  }

  // MARK: Findings

  private mutating func findings() {
    heading(say("Funn ett for ett", "Findings one by one"))
    prose(words.findingDates)
    guard let changes = comparison.findings else { return }
    let heads = [
      say("nye", "new"), say("borte", "gone"), say("grovere", "graver"), say("mildere", "milder"),
      say("som før", "unchanged"),
    ]
    let label = 10
    let isTable = width >= 70
    if isTable {
      lines.append(
        "  " + Wrapping.padded("", label) + heads.map { Wrapping.rightAligned($0, 11) }.joined())
    }
    for lane in Lane.allCases {
      let count = FindingChangeCounts(changes, comparison, lane)
      let numbers = [count.new, count.gone, count.graver, count.milder, count.unchanged]
      guard numbers.contains(where: { $0 > 0 }) else { continue }
      guard isTable else {
        let listed = zip(numbers, heads).map { "\($0) \($1)" }.joined(separator: ", ")
        prose(lane.title[terminal.language] + ": " + listed, indent: 2)
        continue
      }
      lines.append(
        "  " + Wrapping.padded(terminal.text(lane.title), label)
          + numbers.map { Wrapping.rightAligned("\($0)", 11) }.joined())
    }
    list(
      changes.new + changes.graver.map(\.after), report.after,
      say("Nytt eller grovere", "New or graver"))
    list(changes.gone, report.before, say("Borte", "Gone"))
  }

  private mutating func list(_ indices: [Int], _ plan: CheckReport, _ title: String) {
    guard !indices.isEmpty else { return }
    prose(title + ":", indent: 2)
    let indices = FindingChanges.ranked(indices, plan.analysis)
    let shown = all ? indices[...] : indices.prefix(Self.shownFindings / 2)
    for index in shown {
      let finding = plan.analysis.findings[index]
      let rule = RuleBook.rule(of: finding)
      let start = "  " + terminal.coloured(finding.status) + " "
      let text = "\(rule.id) " + plan.text(of: finding).message[terminal.language]
      let parts = Wrapping.lines(terminal.quoted(text), width: width - 6)
      for (place, part) in parts.enumerated() {
        lines.append((place == 0 ? start : "      ") + part)
      }
    }
    let rest = indices.count - shown.count
    if rest > 0 { prose(say("… og \(rest) til", "… and \(rest) more"), indent: 4) }
  }

  // MARK: Measures

  private struct Row {
    var title: String
    var cells: [String]
    var effect: String
  }

  private mutating func measures() {
    guard comparison.matched.count >= PlanComparison.smallestGroup else {
      if !report.isTrial {
        blank()
        prose(words.suppressed)
      }
      return
    }
    let results = comparison.measures.indices.map { comparison.measure($0) }
    var rows: [(lane: ComparisonLane?, row: Row)] = []
    var same: [String] = []
    for (place, measure) in comparison.measures.enumerated() where measure.isShown || all {
      guard let old = results[place].before, let new = results[place].after else { continue }
      let isMoved = comparison.matched.contains {
        $0.values[place].before != $0.values[place].after
      }
      guard isMoved else {
        same.append(measure.title[terminal.language])
        continue
      }
      let unit = measure.unit
      let effect = comparison.effect(place).map {
        words.decimal($0.d, digits: 2) + " " + words.size($0)
      }
      let cells = [
        words.value(old.median, unit), words.value(new.median, unit),
        "\(words.value(old.least, unit))–\(words.value(old.most, unit))",
        "\(words.value(new.least, unit))–\(words.value(new.most, unit))",
        measure.better == .neutral ? "" : "\(results[place].worse)/\(results[place].better)",
      ]
      rows.append(
        (
          measure.lane,
          Row(title: measure.title[terminal.language], cells: cells, effect: effect ?? "")
        ))
    }
    heading(say("Mål for mål, per ansatt", "Measure by measure, per employee"))
    table(rows)
    if !same.isEmpty {
      prose(
        say("Likt for alle: ", "The same for everybody: ") + same.joined(separator: ", ") + ".",
        indent: 2)
    }
    guard !report.isTrial || all else { return }
    effects()
  }

  private mutating func table(_ rows: [(lane: ComparisonLane?, row: Row)]) {
    guard !rows.isEmpty else { return }
    let heads = [
      say("før", "before"), say("etter", "after"), say("spredt før", "spread before"),
      say("etter", "after"), say("verre/bedre", "worse/better"),
    ]
    let shownHeads = heads.enumerated().map {
      $0.offset == 2 ? say("spredt", "spread") : $0.element
    }
    let label = min(28, rows.map { TextWidth.cells(terminal.shown($0.row.title)) }.max() ?? 0)
    let columns = shownHeads.indices.map { column in
      max(
        TextWidth.cells(shownHeads[column]),
        rows.map { TextWidth.cells(terminal.shown($0.row.cells[column])) }.max() ?? 0)
    }
    func line(_ title: String, _ cells: [String], _ effect: String) -> String {
      "  " + Wrapping.padded(title, label)
        + zip(cells, columns).map { "  " + Wrapping.rightAligned($0.0, $0.1) }.joined() + "  "
        + effect
    }
    let total = TextWidth.cells(line("", heads.map { _ in "" }, "")) + 16
    guard total <= width else {
      for row in rows {
        let cells = row.row.cells
        prose(
          "\(row.row.title): \(cells[0]) \(terminal.arrow) \(cells[1]) (\(cells[2]) \(terminal.arrow) \(cells[3]))"
            + (cells[4].isEmpty ? "" : ", \(heads[4]) \(cells[4])")
            + (row.row.effect.isEmpty ? "" : ", d \(row.row.effect)"), indent: 2)
      }
      return
    }
    lines.append(line("", shownHeads.map { terminal.shown($0) }, say("d_av", "d_av")))
    var lane: ComparisonLane??
    for row in rows {
      if lane == nil || lane! != row.lane {
        let title = row.lane.map { terminal.text($0.title) } ?? say("Arbeid", "Work")
        lines.append(terminal.styled("  " + title, .bold))
        lane = row.lane
      }
      lines.append(
        line(
          TextWidth.prefix(terminal.shown(row.row.title), cells: label),
          row.row.cells.map { terminal.shown($0) }, terminal.shown(row.row.effect)))
    }
    prose(
      say(
        "Median, så minst–mest; verre/bedre er antall ansatte.",
        "Median, then least–most; worse/better are employees."), indent: 2)
  }

  private mutating func effects() {
    let sizes = comparison.measures.indices.map { comparison.effect($0)?.d.magnitude ?? 0 }
    let order = sizes.indices.filter {
      comparison.measures[$0].better != .neutral
        && (comparison.effect($0).map { all || $0.size != .negligible } ?? false)
    }.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    guard !order.isEmpty else { return }
    heading(say("Hvor stor er forskjellen", "How large is the difference"))
    for place in all ? order[...] : order.prefix(Self.shownEffects) {
      let effects = comparison.effects(place)
      guard let first = effects.first else { continue }
      let numbers = effects.map { words.numbers($0) }.joined(separator: "; ")
      let title = comparison.measures[place].title[terminal.language]
      let lines = Wrapping.lines(
        terminal.quoted("\(title): \(words.direction(first)); \(numbers)"), width: width - 4)
      for (index, line) in lines.enumerated() {
        self.lines.append((index == 0 ? "  " : "    ") + line)
      }
    }
    prose(words.effects)
  }

  private mutating func premises() {
    blank()
    for text in words.premises { prose(text) }
    if report.names.areGuessable {
      prose(
        say(
          "Pseudonymene er laget uten egen nøkkel: den som kjenner et navn, kan regne dem ut.",
          "The pseudonyms are made without a key of your own: whoever knows a name can compute them."
        ))
    }
    prose(
      say(
        "Til underskrift, på to sider: -f protokoll -o protokoll.html",
        "To be signed, on two pages: -f protokoll -o protokoll.html"))
  }
}
