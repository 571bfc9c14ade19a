import FatigueCore

/// One finding in full: heading, the rule's sentence, a frame drawn in time, measured against limit,
/// why it matters, what to do, and where it stands.
struct FindingBlock {
  let index: Int
  let place: CheckReport.Places
  let report: CheckReport
  let terminal: Terminal

  static func lines(
    _ index: Int, at place: CheckReport.Places, _ report: CheckReport, _ terminal: Terminal
  ) -> [String] {
    FindingBlock(index: index, place: place, report: report, terminal: terminal).lines
  }

  private var finding: Finding { report.analysis.findings[index] }
  private var rule: Rule { RuleBook.rule(of: finding) }
  private var width: Int { min(terminal.width, TextReport.proseWidth) }
  private func say(_ nb: String, _ en: String) -> String {
    terminal.text(Localized(nb: nb, en: en))
  }

  private var lines: [String] {
    let text = report.text(of: finding)
    let title =
      "\(terminal.sign(finding.status)) \(terminal.text(finding.status.title))"
      + (report.isNew(index) ? say(", nytt", ", new") : "")
      + " \(rule.id): " + terminal.text(rule.title)
    var lines: [String] = []
    let heading = Wrapping.lines(title, width: width)
    for (i, part) in heading.enumerated() {
      let ruled = i + 1 == heading.count ? TextReport.ruled(part, terminal, width) : part
      lines.append(terminal.styled(ruled, .bold, terminal.style(finding.status)))
    }
    lines += Wrapping.lines(terminal.quoted(terminal.text(text.message)), width: width - 2)
      .map { "  " + $0 }
    lines.append("")
    let frame = TimeFrame.lines(finding, report, terminal)
    if !frame.isEmpty { lines += frame + [""] }
    lines += labelled(
      say("Målt", "Measured"), terminal.shown(MeasureText.sentence(finding, terminal.language)))
    if let note { lines += labelled("", note) }
    lines += labelled(say("Hvorfor", "Why"), terminal.text(rule.why))
    for (i, remedy) in text.remedies.enumerated() {
      let level = " (\(terminal.text(remedy.level.title)))"
      lines += labelled(
        i == 0 ? say("Gjør", "Do") : "", terminal.quoted(terminal.text(remedy.text)) + level)
    }
    var source = terminal.text(report.section(of: rule)) + "."
    if let deviation = rule.deviation { source += " " + terminal.text(deviation) }
    lines += labelled(say("Kilde", "Source"), source)
    lines += places
    return lines
  }

  private var note: String? {
    var parts: [String] = []
    if finding.dstOnly {
      parts.append(
        say(
          "Bare på grunn av klokkeskiftet: etter veggklokka holder det.",
          "Only because of the clock change: by the wall clock it holds."))
    }
    // Daily rest that is too short between periods fails in both readings: nothing to explain.
    if !finding.readings.isEmpty, !finding.readings.contains(.gap) {
      let titles = finding.readings.titles.map { terminal.text($0) }.joined(separator: "; ")
      parts.append(
        say("Ikke oppfylt når loven leses slik: ", "Fails when the law is read so: ") + titles + "."
      )
    }
    let settings = report.analysis.settings
    if let following = ReportWords(report, terminal.language).following(index) {
      parts.append(terminal.shown(following))
    }
    if finding.agreement >= 0 {
      let agreement = report.agreements[Int(finding.agreement)]
      parts.append(
        say(
          "Grensen er satt av avtalen \(terminal.quoted(agreement.id)).",
          "The limit was set by the agreement \(terminal.quoted(agreement.id))."))
    }
    if rule.limits.contains(where: { settings.limits.isTried($0) }) {
      parts.append(
        say("Hypotetisk: grensen er satt med --set.", "Hypothetical: the limit was set by --set."))
    }
    let flips = report.analysis.flipPoints(of: index).map { terminal.text($0.text) }
    if !flips.isEmpty {
      let list = flips.joined(separator: say(" eller ", " or "))
      parts.append(say("Forsvinner med \(list).", "Disappears with \(list)."))
    } else if FlipPoint.concerns(rule) {
      parts.append(
        report.isRecorded(finding)
          ? say(
            "Registrert søvn endres ikke av reisevei, søvnbehov eller hvil før natten.",
            "Recorded sleep does not depend on commute, sleep need or a nap before the night.")
          : say(
            "Blir stående også uten reisevei, med søvnbehov på 6 t eller med hvil før natten.",
            "Stays even without a commute, with a sleep need of 6 h or with a nap before the night."
          ))
    }
    if finding.isWaived {
      let waiver = report.waivers[Int(finding.waiver)]
      parts.append(
        say(
          "Fraveket: \(terminal.quoted(waiver.reason)) (\(terminal.quoted(waiver.agreedBy))).",
          "Waived: \(terminal.quoted(waiver.reason)) (\(terminal.quoted(waiver.agreedBy)))."))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private func labelled(_ label: String, _ text: String) -> [String] {
    let indent = 11
    let parts = Wrapping.lines(text, width: width - indent)
    return parts.enumerated().map { i, part in
      i == 0
        ? "  " + Wrapping.padded(label, indent - 2) + part
        : String(repeating: " ", count: indent) + part
    }
  }

  private var places: [String] {
    let texts = [place.primary, place.related].compactMap { $0 }.map { place in
      "\(terminal.quoted(place.path)):\(place.line):\(place.column)"
    }.uniqued
    return Wrapping.lines(texts.joined(separator: " "), width: width - 2)
      .map { terminal.styled("  " + $0, .faint) }
  }
}
