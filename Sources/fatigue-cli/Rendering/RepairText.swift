import FatigueCore

/// `repair -f text`: what the exchanges do, each exchange with what it costs whom, and what stands.
struct RepairText {
  private let report: RepairReport
  private let terminal: Terminal
  private var lines: [String] = []

  static func text(_ report: RepairReport, _ terminal: Terminal, rosterPath: String?) -> String {
    var text = RepairText(report: report, terminal: terminal)
    text.summary()
    for place in report.result.proposals.indices { text.proposal(place) }
    text.people()
    text.standing()
    text.ending(rosterPath)
    return text.lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  private init(report: RepairReport, terminal: Terminal) {
    self.report = report
    self.terminal = terminal
  }

  private var result: RepairResult { report.result }
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
    lines += Wrapping.lines(text, width: width).map { terminal.styled($0, .bold) }
  }

  // MARK: The whole

  private mutating func summary() {
    let roster = report.roster
    let period = DateText.period(from: roster.firstDate, through: roster.lastDate)
    let count = result.proposals.count
    let shifts = report.movedShifts
    prose(
      say(
        "\(roster.people.count) \(roster.people.count == 1 ? "ansatt" : "ansatte"), \(period.nb)",
        "\(roster.people.count) \(roster.people.count == 1 ? "person" : "people"), \(period.en)"))
    if count == 0 {
      prose(
        say(
          "Ingen bytter foreslås.",
          "No exchanges are proposed."))
    } else {
      prose(
        say(
          count == 1
            ? "Ett forslag; \(shifts) vakter bytter hender og \(report.changed.count) planer endres."
            : "\(count) forslag; \(shifts) vakter bytter hender og \(report.changed.count) planer endres.",
          count == 1
            ? "One proposal; \(shifts) shifts change hands and \(report.changed.count) plans change."
            : "\(count) proposals; \(shifts) shifts change hands and \(report.changed.count) plans change."
        ))
    }
    lines.append("")
    let lanes = lines.count
    for lane in [Lane.law, .agreement, .research, .model] { laneLines(lane) }
    prose(
      lines.count == lanes
        ? say("Ingen funn hos de ansatte.", "No findings about people.")
        : say(
          "Antall funn hos de ansatte, før og etter. Banene legges aldri sammen.",
          "Findings about people, before and after. Lanes are never added together."))
  }

  private mutating func laneLines(_ lane: Lane) {
    let (old, new) = (
      RepairReport.total(result.before, lane), RepairReport.total(result.after, lane)
    )
    let counts: [(FindingStatus, Int, Int)] = [
      (.breach, old.breach, new.breach), (.disputed, old.disputed, new.disputed),
      (.warning, old.warning, new.warning), (.note, old.note, new.note),
    ]
    for (status, before, after) in counts where before > 0 || after > 0 {
      let name = terminal.text(lane.title).padded(to: 12)
      let title = terminal.text(status.title).padded(to: 12)
      lines.append("  \(name)\(title)\(String(before).leftPadded(to: 5)) \(arrow) \(after)")
    }
  }

  private var arrow: String { terminal.ascii ? "->" : "→" }

  // MARK: Proposals

  private mutating func proposal(_ place: Int) {
    let proposal = result.proposals[place]
    let aim = terminal.text(RepairReport.words(proposal.aim))
    var title = say("Forslag \(place + 1): \(aim)", "Proposal \(place + 1): \(aim)")
    if !proposal.needs.isEmpty {
      let numbers = proposal.needs.map { String($0 + 1) }.joined(separator: ", ")
      title += say(" (etter \(numbers))", " (after \(numbers))")
    }
    heading(title)
    // A day off that goes along shows as what its owner gets instead.
    for transfer in proposal.transfers where transfer.to < 0 || isShift(transfer) {
      let shift = terminal.quoted(report.shift(transfer.row)[terminal.language])
      let from = name(transfer.from)
      guard transfer.to >= 0 else {
        prose(
          say("\(shift) faller bort for \(from)", "\(shift) lapses for \(from)"), indent: 2,
          hanging: 2)
        continue
      }
      prose("\(shift): \(from) \(arrow) \(name(transfer.to))", indent: 2, hanging: 2)
    }
    list(say("Fjerner", "Removes"), proposal.removed)
    list(say("Gir", "Adds"), proposal.added)
    let costs = proposal.people.indices.compactMap { person -> String? in
      let cost = terminal.text(report.cost(proposal, person))
      return cost.isEmpty ? nil : "\(name(Int32(proposal.people[person]))): \(cost)"
    }
    prose(
      costs.isEmpty
        ? say("Timer, netter og helger er som før.", "Hours, nights and weekends are as before.")
        : costs.joined(separator: "; "), indent: 2, hanging: 2)
  }

  private func isShift(_ transfer: Transfer) -> Bool {
    report.roster.shifts[Int(transfer.row)].kind.isWork
  }

  private func name(_ person: Int32) -> String {
    terminal.quoted(report.names.shown[Int(person)])
  }

  /// Findings by rule and person, each with how many.
  private mutating func list(_ title: String, _ findings: [Finding]) {
    guard !findings.isEmpty else { return }
    var order: [String] = []
    var counts: [String: Int] = [:]
    for finding in findings.sorted(by: { $0.status > $1.status }) {
      let rule = RuleBook.rule(of: finding)
      let text =
        "\(rule.id) (\(terminal.text(finding.status.title))) \(name(Int32(finding.person)))"
      if counts[text] == nil { order.append(text) }
      counts[text, default: 0] += 1
    }
    let shown = order.prefix(8).map { text in
      let count = counts[text] ?? 1
      return count > 1 ? "\(count) × \(text)" : text
    }
    var text = "\(title): " + shown.joined(separator: "; ")
    if order.count > shown.count {
      let rest = order.count - shown.count
      text += say("; og \(rest) til", "; and \(rest) more")
    }
    prose(text, indent: 2, hanging: 2)
  }

  // MARK: Who

  private mutating func people() {
    guard !result.proposals.isEmpty else { return }
    heading(say("Hva det betyr for hver", "What it means for each"))
    let title = say("Ansatt", "Employee")
    let width = min(
      22, max(title.count, report.changed.map { name(Int32($0)).count }.max() ?? 0) + 2)
    let columns = [
      (say("timer", "hours"), 8), (say("netter", "nights"), 8), (say("helger", "weekends"), 10),
      (say("lov", "law"), 8), (say("forskning", "research"), 11), (say("modell", "model"), 9),
    ]
    lines.append(
      "  " + title.padded(to: width) + columns.map { $0.0.leftPadded(to: $0.1) }.joined())
    for person in report.changed {
      let (old, new) = (result.before[person], result.after[person])
      let hours = Int((new.workSeconds - old.workSeconds) / 36)
      let cells = [
        hours == 0 ? "0" : signed(hours),
        "\(old.nights)\(arrow)\(new.nights)", "\(old.weekends)\(arrow)\(new.weekends)",
        "\(old.law.breach + old.law.disputed)\(arrow)\(new.law.breach + new.law.disputed)",
        "\(old.research.warning)\(arrow)\(new.research.warning)",
        "\(old.model.warning)\(arrow)\(new.model.warning)",
      ]
      lines.append(
        "  " + String(name(Int32(person)).prefix(width - 1)).padded(to: width)
          + zip(cells, columns).map { $0.leftPadded(to: $1.1) }.joined())
    }
    prose(
      say(
        "Lov: brudd og omtvistede; forskning og modell: advarsler. Alle andre har planen sin som før.",
        "Law: breaches and disputed; research and model: warnings. Everybody else keeps their plan."
      ))
  }

  private func signed(_ hundredths: Int) -> String {
    let text = terminal.text(NumberText.decimal(hundredths: abs(hundredths)))
    return (hundredths < 0 ? (terminal.ascii ? "-" : "−") : "+") + text
  }

  // MARK: What stands

  private mutating func standing() {
    guard !result.standing.isEmpty else { return }
    heading(say("Lovfunn som blir stående", "Findings of law that stand"))
    var order: [String] = []
    var people: [String: Set<UInt32>] = [:]
    var tried: [String: TriedExchanges] = [:]
    for entry in result.standing {
      let rule = RuleBook.rule(of: entry.finding)
      let place =
        "\(rule.id) \(terminal.text(rule.title)) (\(terminal.text(entry.finding.status.title)))"
      // Those of which every exchange was gone through are told by what became of them.
      let text =
        entry.tried == nil ? "\(place): \(terminal.text(RepairReport.words(entry.reason)))" : place
      if people[text] == nil { order.append(text) }
      people[text, default: []].insert(entry.finding.person)
      if let own = entry.tried { tried[text] = (tried[text] ?? TriedExchanges()) + own }
    }
    for text in order {
      let count = people[text]?.count ?? 0
      let ending = tried[text].map { ": " + terminal.text(RepairReport.words($0)) } ?? ""
      prose(
        say(
          "\(count == 1 ? "1 ansatt" : "\(count) ansatte"), \(text)\(ending)",
          "\(count == 1 ? "1 person" : "\(count) people"), \(text)\(ending)"), indent: 2, hanging: 2
      )
    }
    prose(
      say(
        "Det som krever avtale, løses av partene, ikke av bytter: fatigue explain REGEL.",
        "What needs an agreement is for the parties, not for exchanges: fatigue explain RULE."))
  }

  private mutating func ending(_ rosterPath: String?) {
    lines.append("")
    let ofLaw = result.proposals.count { $0.aim == .law }
    if ofLaw > 0 {
      prose(
        ofLaw == result.fewest
          ? say(
            "Færre forslag kan ikke fjerne disse lovfunnene: \(ofLaw) trengs, og \(ofLaw) foreslås.",
            "No fewer proposals clear these findings of law: \(ofLaw) are needed and proposed.")
          : say(
            "For lovfunnene foreslås \(ofLaw); minst \(result.fewest) trengs, siden et bytte endrer "
              + "høyst tre planer.",
            "For the law \(ofLaw) are proposed; at least \(result.fewest) are needed, since an exchange "
              + "changes three plans at most."))
    }
    if report.wasStopped {
      prose(
        say(
          "Stoppet av --time-limit: en ny kjøring kan gi et annet svar.",
          "Stopped by --time-limit: another run may give another answer."))
    } else if !result.isExhausted {
      prose(
        say(
          "Stoppet av --effort: mer arbeid kan gi et bedre svar.",
          "Stopped by --effort: more work may give a better answer."))
    }
    if let rosterPath {
      prose(
        say(
          "Turnusen etter byttene står i \(DisplayPath.shown(rosterPath)).",
          "The roster after the exchanges is in \(DisplayPath.shown(rosterPath))."))
    } else if !result.proposals.isEmpty {
      prose(
        say(
          "Ingenting er endret; -o FIL skriver turnusen etter byttene.",
          "Nothing was changed; -o FILE writes the roster after the exchanges."))
    }
  }
}

extension String {
  /// With blanks at the end up to a width in characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// With blanks in front.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
