/// Sentences that more than one format for people says.
struct ReportWords {
  let report: CheckReport
  let language: Language

  func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }

  private var roster: Roster { report.roster }

  /// The file, or how many files there are.
  var inputs: String {
    let paths = report.reading.understood.filter { !$0.isHistory }.map(\.path)
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
  var lanes: [String] {
    Lane.allCases.compactMap { lane in
      let counts = report.counts.filter { $0.lane == lane }.map { entry in
        "\(NumberText.count(entry.count)[language]) \(entry.status.plural(entry.count)[language])"
      }
      return counts.isEmpty ? nil : lane.title[language] + " " + counts.joined(separator: ", ")
    }
  }

  /// One line that says how it went.
  var verdict: String {
    if report.totals.shifts == 0 {
      return say("Ingen vakter i planen", "No shifts in the plan")
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

  /// What the counts rest on: what was not read, waivers, the baseline, agreements, tried limits.
  var premises: [String] {
    var texts: [String] = []
    let settings = report.analysis.settings
    let errors = report.reading.diagnostics.errors
    if errors > 0 {
      texts.append(
        errors == 1
          ? say(
            "Én feil i det som ble lest: en rad eller fil mangler i rapporten.",
            "One error in what was read: a row or file is missing from the report.")
          : say(
            "\(errors) feil i det som ble lest: rader eller filer mangler i rapporten.",
            "\(errors) errors in what was read: rows or files are missing from the report."))
    }
    if settings.limits.isHypothetical {
      texts.append(
        say(
          "Hypotetisk: en grense er satt med --set for denne kjøringen.",
          "Hypothetical: a limit was set with --set for this run."))
    }
    if report.waived > 0 {
      texts.append(
        say(
          "\(report.waived) funn er fraveket i fatigue.toml og ikke talt.",
          report.waived == 1
            ? "1 finding is waived in fatigue.toml and not counted."
            : "\(report.waived) findings are waived in fatigue.toml and not counted."))
    }
    if let baseline = report.baseline {
      texts.append(
        say(
          """
          Mot grunnlinjen: \(baseline.new) nye funn, \(baseline.unchanged) som før, \
          \(baseline.absent) borte.
          """,
          """
          Against the baseline: \(baseline.new) new findings, \(baseline.unchanged) as before, \
          \(baseline.absent) gone.
          """))
    }
    if !settings.limits.agreementsComplete {
      texts.append(
        settings.limits.agreements.isEmpty
          ? say(
            "Avtaler er ikke oppgitt: det som trenger en avtale, er omtvistet.",
            "No agreements are on file: what needs one is disputed.")
          : say(
            "Avtalene er ikke meldt fullstendige: det andre avtaler kan gi, er omtvistet.",
            "The agreements are not said to be complete: what others could give is disputed."))
    }
    return texts
  }

  /// How sure predicted sleepiness is; nil when none was predicted.
  var uncertainty: String? {
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
    let (from, to) = (roster.civil(finding.from).date, roster.civil(finding.to).date)
    return DateText.run(from: from, through: to)[language]
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
