import FatigueCore

/// The ward's page: what the roster shows, what the workplace can do, and naps by roles. No person's plan.
extension PlanText {
  /// Nights shown when not all.
  private static let shownNights = 14
  private static let shownFindings = 5

  mutating func ward() {
    let period = DateText.period(from: roster.firstDate, through: roster.lastDate)
    heading(say("Netter: avdelingens side", "Nights: the ward's page"))
    let nights = report.nights
    prose(
      terminal.text(period) + ", "
        + say(
          "\(nights.count) nattevakter hos \(nights.people) av \(roster.people.count) ansatte",
          "\(nights.count) night duties of \(nights.people) out of \(roster.people.count) employees"
        ))
    prose(terminal.text(Caution.notMedical.text))
    unread()
    blank()
    heading(say("1. Det turnusen viser", "1. What the roster shows"))
    if let change = report.fewer.together {
      item(fewerNights(change, people: report.fewer.changes.count))
    }
    findings(nil, limit: Self.shownFindings)
    if report.fewer.together == nil, report.structural().isEmpty {
      item(
        say(
          "Ingen regel om netter og hvile slår ut her; fatigue check viser alle funn.",
          "No rule about nights and rest fires here; fatigue check shows every finding."))
    }
    blank()
    measures()
    blank()
    naps()
    blank()
    heading(say("4. Den enkelte", "4. The individual"))
    prose(
      say(
        "Personlige planer vises bare til den de gjelder: fatigue plan FIL -e NUMMER, eller --out-dir "
          + "for en kalender til hver.",
        "Personal plans are shown only to the person they are for: fatigue plan FILE -e NUMBER, or "
          + "--out-dir for a calendar to each."), indent: 2)
    if nights.count > 0 {
      let (without, with) = (kss(nights.without), kss(nights.with))
      prose(
        say(
          "Verste søvnighet på en natt, gjennomsnitt uten og med plan: KSS \(without) \(arrow) "
            + "\(with).",
          "Worst sleepiness of a night, mean without and with a plan: KSS \(without) \(arrow) \(with)."
        ) + " " + terminal.text(Caution.modelValue.text), indent: 2)
    }
    prose(MeasureWords.grades(terminal.language).folded(terminal))
  }

  private mutating func measures() {
    heading(say("2. Det arbeidsplassen kan gjøre", "2. What the workplace can do"))
    for suggestion in report.suggestions {
      let because = terminal.text(suggestion.occasion.title) + " (\(suggestion.count))."
      item(
        text(suggestion.measure, says: true) + " " + say("Fordi: ", "Because: ") + because)
    }
    prose(
      say("Kan tilbys uansett turnus:", "May be offered whatever the roster:"), indent: 2)
    for offer in MeasureSuggestion.offers { item(text(offer, says: false)) }
    prose(say("fatigue explain ID forklarer.", "fatigue explain ID explains."), indent: 2)
  }

  /// Name, identity, grade, levels and what the workplace does.
  private func text(_ measure: Measure, says: Bool) -> String {
    var text = "\(terminal.text(measure.title)) (\(measure.id); \(grade(measure.grade)); "
    text += "\(terminal.text(AdviceText.levels(measure.levels))))"
    if says { text += ": " + terminal.text(measure.text) } else { text += "." }
    guard let partner = measure.partner else { return text }
    return text + " " + say("Arbeidsplassen: ", "The workplace: ") + terminal.text(partner) + "."
  }

  private mutating func naps() {
    heading(say("3. Hvil på vakt, fordelt uten navn", "3. Naps on duty, shared without names"))
    prose(terminal.text(Caution.napAgreement.text), indent: 2)
    let nights = report.plan.nights
    guard !nights.isEmpty else {
      return prose(
        say(
          "Turnusen viser ikke at flere er på natt sammen.",
          "The roster does not show several people on nights together."), indent: 2)
    }
    if nights.contains(where: \.isAssumed) {
      prose(
        say(
          "Minstebemanningen om natten er ikke oppgitt (least-awake i fatigue.toml): regnet med én "
            + "borte om gangen, og ingen hvil for den som er alene.",
          "Minimum staffing at night is not given (least-awake in fatigue.toml): one away at a time "
            + "is assumed, and no nap for whoever is alone."), indent: 2)
    }
    let shown = all ? nights[...] : nights.prefix(Self.shownNights)
    for night in shown { self.night(night) }
    let rest = nights.count - shown.count
    if rest > 0 {
      prose(
        say("\(rest) netter til: --all viser dem", "\(rest) nights more: --all shows them"),
        indent: 2)
    }
  }

  private mutating func night(_ night: WardNight) {
    let unit = roster.units[Int(night.unit)]
    let place = unit.isEmpty ? "" : " " + terminal.quoted(unit)
    let (staff, away) = (night.capacity.staff, night.capacity.together)
    let start =
      "  " + terminal.text(night.date.text) + place
      + say(": \(staff) på vakt, \(away) om gangen; ", ": \(staff) on duty, \(away) at a time; ")
    var parts = night.napsByRole.enumerated().map { role, nap in
      say("rolle", "role") + " \(role + 1) " + AdviceText.span(nap, roster)[terminal.language]
    }
    var reasons: [(text: String, count: Int)] = []
    for reason in night.reasonsLeftOut.map({ terminal.text($0.text) }) {
      if let last = reasons.indices.last, reasons[last].text == reason {
        reasons[last].count += 1
      } else {
        reasons.append((reason, 1))
      }
    }
    for reason in reasons {
      parts.append(say("\(reason.count) uten: ", "\(reason.count) without: ") + reason.text)
    }
    if parts.isEmpty { parts.append(say("ingen trenger hvil", "nobody needs a nap")) }
    let text = terminal.shown(start + parts.joined(separator: ", "))
    for (index, line) in Wrapping.lines(text, width: width - 6).enumerated() {
      lines.append((index == 0 ? "  " : "      ") + line)
    }
  }
}
