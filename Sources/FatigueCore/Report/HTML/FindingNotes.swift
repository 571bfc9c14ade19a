/// What must be said of a finding besides its own sentence: readings, clock changes, agreements, waivers
/// and what it would take for it to disappear.
enum FindingNotes {
  /// - Parameter index: of the finding in ``RosterAnalysis/findings``.
  static func texts(
    _ finding: Finding, _ index: Int, _ report: CheckReport, _ language: Language
  ) -> [String] {
    let settings = report.analysis.settings
    let rule = RuleBook.rule(of: finding)
    var notes: [Localized] = []
    if finding.dstOnly {
      notes.append(
        Localized(
          nb: "Bare på grunn av klokkeskiftet: etter veggklokka holder det.",
          en: "Only because of the clock change: by the wall clock it holds."))
    }
    if !finding.readings.isEmpty, !finding.readings.contains(.gap) {
      let titles = finding.readings.titles
      notes.append(
        Localized(
          nb: "Ikke oppfylt når loven leses slik: \(titles.map(\.nb).joined(separator: "; ")).",
          en: "Fails when the law is read so: \(titles.map(\.en).joined(separator: "; "))."))
    }
    if finding.horizonTruncated {
      notes.append(
        Localized(
          nb: "Ved kanten av planen: det som var før eller kommer etter, kan gjøre det verre.",
          en: "At the edge of the plan: what came before or comes after can make it worse."))
    }
    if finding.agreement >= 0 {
      let agreement = report.agreements[Int(finding.agreement)].id
      notes.append(
        Localized(
          nb: "Grensen er satt av avtalen \(agreement).",
          en: "The limit was set by the agreement \(agreement)."))
    }
    if rule.limits.contains(where: { settings.limits.isTried($0) }) {
      notes.append(
        Localized(
          nb: "Hypotetisk: grensen er satt med --set.",
          en: "Hypothetical: the limit was set by --set."))
    }
    let points = report.analysis.flipPoints(of: index)
    if let note = flips(points, rule, isRecorded: report.isRecorded(finding)) {
      notes.append(note)
    }
    if finding.isWaived {
      let waiver = report.waivers[Int(finding.waiver)]
      notes.append(
        Localized(
          nb: "Fraveket: \(waiver.reason) (\(waiver.agreedBy)).",
          en: "Waived: \(waiver.reason) (\(waiver.agreedBy))."))
    }
    return notes.map { $0[language] }
  }

  private static func flips(
    _ points: [FlipPoint], _ rule: Rule, isRecorded: Bool
  ) -> Localized? {
    guard FlipPoint.concerns(rule) else { return nil }
    guard !points.isEmpty else {
      guard !isRecorded else {
        return Localized(
          nb: "Registrert søvn endres ikke av reisevei, søvnbehov eller hvil før natten.",
          en: "Recorded sleep does not depend on commute, sleep need or a nap before the night.")
      }
      return Localized(
        nb: "Blir stående også uten reisevei, med søvnbehov på 6 t eller med hvil før natten.",
        en: "Stays even without a commute, with a sleep need of 6 h or with a nap before the night."
      )
    }
    let texts = points.map(\.text)
    return Localized(
      nb: "Forsvinner med \(texts.map(\.nb).joined(separator: " eller ")).",
      en: "Disappears with \(texts.map(\.en).joined(separator: " or ")).")
  }
}
