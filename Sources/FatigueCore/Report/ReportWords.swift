/// Sentences that more than one format for people says. What an input holds stands in them unescaped.
public struct ReportWords {
  let report: CheckReport
  let language: Language

  public init(_ report: CheckReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }

  private var roster: Roster { report.roster }

  /// The file, or how many files there are.
  var inputs: String {
    let paths = report.reading.understood.filter { !$0.isHistory }.map(\.path)
    guard !paths.isEmpty else { return ControlCharacters.escape(report.placeOfPlan.path) }
    return paths.count == 1
      ? ControlCharacters.escape(paths[0])
      : say("\(paths.count) filer", "\(paths.count) files")
  }

  var period: String {
    DateText.period(from: roster.firstDate, through: roster.lastDate)[language]
  }

  /// `24 ansatte, 642 vakter`
  var size: String {
    let (people, shifts) = (roster.people.count, report.totals.shifts)
    let number = (NumberText.count(people)[language], NumberText.count(shifts)[language])
    let who =
      people == 1
      ? say("1 ansatt", "1 employee") : say("\(number.0) ansatte", "\(number.0) employees")
    let what =
      shifts == 1 ? say("1 vakt", "1 shift") : say("\(number.1) vakter", "\(number.1) shifts")
    return who + ", " + what
  }

  /// `Lov 9 brudd, 65 omtvistet`: of each lane with findings; lanes are never added up.
  var lanes: [String] { LaneText.parts(report.counts, language) }

  /// One line that says how it went.
  var verdict: String {
    if report.totals.shifts == 0 {
      return report.reading.diagnostics.errors > 0
        ? say("Ingen vakter kunne leses", "No shifts could be read")
        : say("Ingen vakter i planen", "No shifts in the plan")
    }
    return lanes.isEmpty
      ? say("Ingen funn i reglene som er prøvd", "No findings in the rules tried")
      : lanes.joined(separator: " · ")
  }

  /// `KSS 8,1 (T-07, søndag …)`, nil without a duty.
  var peak: (kss: String, who: String, when: String)? {
    guard let person = report.totals.peak, let kss = report.analysis.people[person].maxKss else {
      return nil
    }
    let text = NumberText.decimal(hundredths: KSS(KSS(kss).clamped).hundredths)[language]
    let time = roster.civil(report.analysis.people[person].maxKssAt).wholeMinute.text[language]
    return ("KSS \(text)", report.names.shown[person], time)
  }

  // MARK: What the counts rest on

  /// What was not read, tried limits, waivers, the baseline, and agreements.
  var premises: [String] {
    [unread, hypothetical, ownChoices, rounds, waived, baseline, agreementsMissing].compactMap(
      \.self)
  }

  /// What was not read is not in the report, and a shorter roster looks better than it is.
  public var unread: String? {
    let errors = report.reading.diagnostics.errors
    guard errors > 0 else { return nil }
    return errors == 1
      ? say(
        "Én feil i det som ble lest: en rad eller fil mangler i rapporten.",
        "One error in what was read: a row or file is missing from the report.")
      : say(
        "\(errors) feil i det som ble lest: rader eller filer mangler i rapporten.",
        "\(errors) errors in what was read: rows or files are missing from the report.")
  }

  public var hypothetical: String? {
    guard report.analysis.settings.limits.isHypothetical else { return nil }
    return say(
      "Hypotetisk: en grense er satt med --set for denne kjøringen.",
      "Hypothetical: a limit was set with --set for this run.")
  }

  /// Rules that are left out though they run for whoever chooses nothing, and limits that the workplace has set.
  public var ownChoices: String? {
    let settings = report.analysis.settings
    let chosen = Set(settings.selection.rules + settings.selection.notInForce)
    let left = RuleSelection.standard.rules.filter { !chosen.contains($0) }
      .map { RuleBook.rules[$0].id }
    let limits = settings.limits.own.compactMap { id in
      RuleBook.limit(id).map {
        "\(id) \(MeasureText.value(settings.limits[$0], $0.unit)[language])"
      }
    }
    var parts: [String] = []
    if !left.isEmpty { parts.append(say("ikke prøvd: ", "not tried: ") + some(left)) }
    if !limits.isEmpty { parts.append(say("egne grenser: ", "own limits: ") + some(limits)) }
    guard !parts.isEmpty else { return nil }
    return say("Valgt for denne planen: ", "Chosen for this plan: ")
      + parts.joined(separator: "; ") + "."
  }

  /// After how many days the plan repeats; nil when it does not.
  public var rounds: String? {
    guard roster.surroundings?.repeats == true else { return nil }
    let days = roster.lastDate - roster.firstDate + 1
    let cycle = report.analysis.settings.facts.plan.cycleDays
    let asked = cycle.map { $0 == days ? "" : " (cycle-days = \($0))" } ?? ""
    return say(
      "Planen gjentas etter \(days) dager\(asked); begynnelsen er prøvd mot slutten.",
      "The plan repeats after \(days) days\(asked); its beginning was tried against its end.")
  }

  /// The first of some words, and how many there are besides.
  private func some(_ words: [String]) -> String {
    let shown = words.count > 5 ? 4 : words.count
    let list = words.prefix(shown).joined(separator: ", ")
    let more = words.count - shown
    return more == 0 ? list : list + say(" og \(more) til", " and \(more) more")
  }

  public var waived: String? {
    guard !report.waived.isEmpty else { return nil }
    let list = LaneText.list(report.waived, language)
    return say(
      "Fraveket i fatigue.toml og ikke talt: \(list).",
      "Waived in fatigue.toml and not counted: \(list).")
  }

  public var baseline: String? {
    guard let baseline = report.baseline else { return nil }
    let none = say("ingen", "none")
    func text(_ counts: [CheckReport.LaneCount]) -> String {
      counts.isEmpty ? none : LaneText.list(counts, language)
    }
    var gone = text(baseline.absent)
    if baseline.absentOfNoRule > 0 {
      let other = say(
        "\(baseline.absentOfNoRule) av en regel som ikke finnes",
        "\(baseline.absentOfNoRule) of a rule that does not exist")
      gone = baseline.absent.isEmpty ? other : gone + " · " + other
    }
    return say(
      """
      Mot grunnlinjen. Nye: \(text(baseline.new)). Som før: \(text(baseline.unchanged)). \
      Borte: \(gone).
      """,
      """
      Against the baseline. New: \(text(baseline.new)). As before: \(text(baseline.unchanged)). \
      Gone: \(gone).
      """)
  }

  public var agreementsMissing: String? {
    let limits = report.analysis.settings.limits
    guard !limits.agreementsComplete else { return nil }
    return limits.agreements.isEmpty
      ? say(
        "Avtaler er ikke oppgitt: det som trenger en avtale, er omtvistet.",
        "No agreements are on file: what needs one is disputed.")
      : say(
        "Avtalene er ikke meldt fullstendige: det andre avtaler kan gi, er omtvistet.",
        "The agreements are not said to be complete: what others could give is disputed.")
  }

  /// That the counts are findings, and which of them follow from others; nil where none does.
  public var following: String? {
    guard !report.following.isEmpty else { return nil }
    let list = LaneText.list(report.following, language)
    return say(
      "Tallene er funn. Av dem følger av et annet på samme sted: \(list).",
      "The counts are findings. Of them follow from another in the same place: \(list).")
  }

  /// Which findings follow from one; nil where none does.
  ///
  /// - Parameter index: in ``RosterAnalysis/findings``.
  public func following(_ index: Int) -> String? {
    let following = report.analysis.following(index)
    guard !following.isEmpty else { return nil }
    let counts = CheckReport.count(following.map { report.analysis.findings[$0] })
    let list = LaneText.list(counts, language)
    return say("Av det følger: \(list).", "From it follow: \(list).")
  }

  /// How sure predicted sleepiness is; nil when none was predicted.
  public var uncertainty: String? {
    guard report.totals.peak != nil else { return nil }
    return say(
      """
      Søvn og søvnighet er predikert fra planen for gjennomsnittspersonen (± 0,84 KSS mellom \
      personer).
      """,
      """
      Sleep and sleepiness are predicted from the plan for the average person (± 0.84 KSS between \
      people).
      """)
  }

  /// `ma 9. mar. – ti 10. mar.`: the dates of a finding.
  func dates(of finding: Finding) -> String {
    // What ends at midnight ends on the date before.
    let last = roster.civil(max(finding.from, finding.to - 1)).date
    return DateText.run(from: roster.civil(finding.from).date, through: last)[language]
  }

  /// `minst 35 t`
  func limit(of finding: Finding) -> String {
    let word =
      switch finding.relation {
      case .atLeast: say("minst", "at least")
      case .atMost: say("høyst", "at most")
      case .below: say("under", "under")
      case .above: say("over", "over")
      }
    return word + " " + MeasureText.value(finding.limit, finding.unit)[language]
  }

  /// Who a finding is about.
  func subject(of finding: Finding) -> String {
    finding.isAboutPlan
      ? say("hele planen", "the whole plan") : report.names.shown[Int(finding.person)]
  }
}

/// Counts of findings in words: each lane by itself.
public enum LaneText {
  /// `Lov 9 brudd, 65 omtvistet`, for each lane that has any.
  static func parts(_ counts: [CheckReport.LaneCount], _ language: Language) -> [String] {
    Lane.allCases.compactMap { lane in
      let texts = counts.filter { $0.lane == lane }.map { entry in
        "\(NumberText.count(entry.count)[language]) \(entry.status.plural(entry.count)[language])"
      }
      return texts.isEmpty ? nil : lane.title[language] + " " + texts.joined(separator: ", ")
    }
  }

  /// `Lov 9 brudd, 65 omtvistet · Modell 3 advarsler`
  public static func list(_ counts: [CheckReport.LaneCount], _ language: Language) -> String {
    parts(counts, language).joined(separator: " · ")
  }
}
