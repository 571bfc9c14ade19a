/// What a follow-up says, for every format for people.
public struct FollowUpWords: Sendable {
  public let followUp: FollowUp
  public let language: Language

  public init(_ followUp: FollowUp, _ language: Language) {
    self.followUp = followUp
    self.language = language
  }

  func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }

  public var title: String { say("Oppfølging", "Follow-up") }

  // MARK: What it rests on

  /// When the change was, and what rosters there are.
  public var premises: [String] {
    var texts: [String] = []
    if let change = followUp.settings.change {
      texts.append(
        say("Endringen: \(change.longText.nb).", "The change: \(change.longText.en)."))
    } else if followUp.series.allSatisfy({ $0.points.allSatisfy { $0.dates == nil } }) {
      texts.append(say("Tiden er talt fra endringen.", "Time counts from the change."))
    } else {
      texts.append(
        say(
          "Ingen endring er oppgitt, så målinger med dato har ikke før og etter (--change DATO).",
          "No change is given, so measurements with dates have no before and after (--change DATE)."
        ))
    }
    guard let roster = followUp.roster else { return texts }
    let weeks = followUp.settings.weeks
    let period = DateText.period(from: roster.dates.lowerBound, through: roster.dates.upperBound)
    texts.append(
      say(
        """
        Turnus: \(period.nb), \(roster.people) ansatte, \
        \(Self.counted(roster.periods, "periode", "perioder")) på \
        \(Self.counted(weeks, "uke", "uker")).
        """,
        """
        Rosters: \(period.en), \(Self.counted(roster.people, "employee", "employees")), \
        \(Self.counted(roster.periods, "period", "periods")) of \
        \(Self.counted(weeks, "week", "weeks")).
        """))
    if roster.leftOut > 0 {
      texts.append(
        say(
          """
          \(Self.counted(roster.leftOut, "periode", "perioder")) har vakter i under halvparten av \
          ukene og er utelatt.
          """,
          """
          \(Self.counted(roster.leftOut, "period has", "periods have")) shifts in under half of the \
          weeks and \(roster.leftOut == 1 ? "was" : "were") left out.
          """))
    }
    return texts
  }

  private static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// What no number of it can show.
  public var caveats: [String] {
    var texts = [
      say(
        """
        Før og etter uten en gruppe å sammenlikne med viser at noe er annerledes, ikke hvorfor. \
        Årstid, bemanning og andre tiltak kan ligge bak.
        """,
        """
        Before and after without a group to compare with shows that something is different, not \
        why. Seasons, staffing and other measures may lie behind it.
        """)
    ]
    if followUp.series.contains(where: { $0.lane == .model }) {
      texts.append(
        say(
          "Modellens tall er predikert fra planen for gjennomsnittspersonen; ingen er målt.",
          "The model's numbers are predicted from the plan for the average person; nobody was measured."
        ))
    }
    if followUp.series.contains(where: { $0.comparisons.contains { $0.effect != nil } }) {
      texts.append(
        say(
          """
          d er forskjellen i standardavvik mellom personer (Cohen 1988: 0,2 liten, 0,5 middels, 0,8 \
          stor), med 95 % intervall.
          """,
          """
          d is the difference in standard deviations between people (Cohen 1988: 0.2 small, 0.5 \
          medium, 0.8 large), with its 95 % interval.
          """))
    }
    texts.append(
      say(
        """
        Regler for serier: Perla, Provost og Murray 2011. Hver slår ut av seg selv i om lag ett av \
        tjue diagrammer. Baner legges aldri sammen, og grupper under fem vises ikke.
        """,
        """
        Rules of run charts: Perla, Provost and Murray 2011. Each fires by itself in about one of \
        twenty charts. Lanes are never added, and groups under five are not shown.
        """))
    return texts
  }

  // MARK: Series

  /// Headings, and the series below each: lanes by themselves, and what people answered.
  public var sections: [(title: String, series: [FollowUp.Series])] {
    var sections: [(String, [FollowUp.Series])] = Lane.allCases.compactMap { lane in
      let own = followUp.series.filter { $0.lane == lane }
      return own.isEmpty ? nil : (lane.title[language], own)
    }
    let outcomes = followUp.series.filter { $0.source == .outcome }
    if !outcomes.isEmpty {
      sections.append(
        (say("Utfall, målt av arbeidsplassen", "Outcomes, measured by the workplace"), outcomes))
    }
    return sections
  }

  /// `Søvnløshet (ISI), Post 3`
  public func name(_ series: FollowUp.Series) -> String {
    let title = series.title[language]
    return series.group.isEmpty ? title : "\(title), \(ControlCharacters.escape(series.group))"
  }

  /// `poeng, 0–28; lavere er bedre`
  public func unit(_ series: FollowUp.Series) -> String {
    series.unit[language] + "; "
      + (series.better == .lower
        ? say("lavere er bedre", "lower is better") : say("høyere er bedre", "higher is better"))
  }

  /// With one decimal.
  public func value(_ value: Double, digits: Int = 1) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "–" }
    return NumberText.decimal(hundredths: Int((value * 100).rounded()), digits: digits)[language]
  }

  /// `mars 2026`, `2. mars 2026`, `2.–29. mars 2026`, `8 uker`
  public func when(_ point: FollowUp.Point) -> String {
    guard let dates = point.dates else {
      let days = point.daysAfter ?? 0
      if days == 0 { return FollowUpPhase.baseline.title[language] }
      let weeks = (days + 3) / 7
      return say("\(weeks) uker", "\(weeks) weeks")
    }
    let (first, last) = (dates.lowerBound, dates.upperBound + -1)
    let (year, month, day) = first.components
    if day == 1, last - first + 1 == CivilDate.lengthOfMonth(month, in: year) {
      let name = DateText.longMonth(month)
      return say("\(name.nb) \(year)", "\(name.en) \(year)")
    }
    return DateText.period(from: first, through: last)[language]
  }

  /// `2026-03-02`, `8 u`: for an axis.
  public func mark(_ point: FollowUp.Point) -> String {
    if let dates = point.dates { return dates.lowerBound.iso }
    let weeks = ((point.daysAfter ?? 0) + 3) / 7
    return weeks == 0 ? FollowUpPhase.baseline.title[language] : say("\(weeks) u", "\(weeks) w")
  }

  // MARK: Run charts

  /// What the rules see, one sentence each; the median first.
  public func findings(_ series: FollowUp.Series) -> [String] {
    guard let chart = series.chart else {
      return [say("Ingen måling kan vises.", "No measurement can be shown.")]
    }
    var texts = [median(chart, series)]
    let shifts = chart.shifts.map { shift($0, series) }
    let trends = chart.trends.map { trend($0, series) }
    texts += shifts + trends
    switch chart.verdict {
    case .tooFew, .tooMany: texts.append(runs(chart))
    case .asExpected, .notJudged: break
    }
    if chart.values.count < RunChart.fewest {
      texts.append(
        say(
          "Under ti målinger: for lite til å skille mønster fra tilfeldighet.",
          "Under ten measurements: too little to tell a pattern from chance."))
    } else if shifts.isEmpty, trends.isEmpty {
      if let quiet = quiet(chart) { texts.append(quiet) }
    }
    for index in chart.unusual {
      let point = series.points[series.charted[index]]
      let number = value(chart.values[index], digits: series.digits)
      texts.append(
        say(
          "Merk: \(number) (\(when(point))) ligger langt fra resten. Hva skjedde da?",
          "Note: \(number) (\(when(point))) lies far from the rest. What happened then?"
        ))
    }
    let hidden = series.points.count { $0.suppression == .few }
    if hidden > 0 {
      texts.append(
        say(
          "\(Self.counted(hidden, "måling gjelder", "målinger gjelder")) færre enn fem og vises ikke.",
          "\(Self.counted(hidden, "measurement is", "measurements are")) of fewer than five and not shown."
        ))
    }
    let rests = series.points.count { $0.suppression == .rest }
    if rests > 0 {
      texts.append(
        say(
          "\(Self.counted(rests, "måling", "målinger")) vises ikke, fordi tallet til færre enn fem andre kunne regnes ut.",
          "\(Self.counted(rests, "measurement is", "measurements are")) not shown, since the number of fewer than five others could be computed."
        ))
    }
    return texts
  }

  private func median(_ chart: RunChart, _ series: FollowUp.Series) -> String {
    let number = value(chart.median, digits: series.digits)
    return chart.medianOf < chart.values.count
      ? say(
        "Median \(number) av de \(chart.medianOf) målingene før endringen, som de senere ses mot.",
        "Median \(number) of the \(chart.medianOf) before the change, against which later ones are seen."
      )
      : say(
        "Median \(number) av \(Self.counted(chart.medianOf, "måling", "målinger")).",
        "Median \(number) of \(Self.counted(chart.medianOf, "measurement", "measurements")).")
  }

  /// No rule fires; nil where that of runs does.
  private func quiet(_ chart: RunChart) -> String? {
    switch chart.verdict {
    case .tooFew, .tooMany: nil
    case .asExpected:
      say(
        "Ingen regel slår ut: variasjonen er som tilfeldighet gir.",
        "No rule fires: the variation is what chance gives.")
    case .notJudged where chart.useful < RunChart.fewest:
      say(
        """
        Ingen regel slår ut, men bare \(chart.useful) av \(chart.values.count) målinger ligger utenfor \
        medianen: for få til at reglene sier noe.
        """,
        """
        No rule fires, but only \(chart.useful) of \(chart.values.count) measurements are off the \
        median: too few for the rules to say anything.
        """)
    case .notJudged:
      say(
        "Verken skift eller trend. Antallet serier er ikke vurdert.",
        "Neither shift nor trend. The number of runs was not judged.")
    }
  }

  private func span(_ streak: RunChart.Streak, _ series: FollowUp.Series) -> String {
    let ends = [streak.first, streak.last].map { series.points[series.charted[$0]] }
    if let first = ends[0].dates, let last = ends[1].dates {
      return DateText.period(from: first.lowerBound, through: last.upperBound + -1)[language]
    }
    return say("\(when(ends[0])) til \(when(ends[1]))", "\(when(ends[0])) to \(when(ends[1]))")
  }

  private func better(_ isBetter: Bool) -> String {
    isBetter ? say("bedre", "better") : say("verre", "worse")
  }

  private func shift(_ streak: RunChart.Streak, _ series: FollowUp.Series) -> String {
    let way = better(series.isBetter(streak.isUp ? 1 : -1))
    return say(
      """
      Skift: \(streak.count) på rad \(streak.isUp ? "over" : "under") medianen, \
      \(span(streak, series)) (\(way)). Seks eller flere er neppe tilfeldig.
      """,
      """
      Shift: \(streak.count) in a row \(streak.isUp ? "above" : "below") the median, \
      \(span(streak, series)) (\(way)). Six or more are hardly chance.
      """)
  }

  private func trend(_ streak: RunChart.Streak, _ series: FollowUp.Series) -> String {
    let way = better(series.isBetter(streak.isUp ? 1 : -1))
    // Its second point, the first that went that way, is older than the change.
    let second = series.points[series.charted[streak.first + 1]]
    let isOlder = second.phase == .baseline
    return say(
      """
      Trend: \(streak.count) på rad som \(streak.isUp ? "stiger" : "synker"), \
      \(span(streak, series)) (\(way)). Fem eller flere er neppe tilfeldig.\
      \(isOlder ? " Den begynte før endringen." : "")
      """,
      """
      Trend: \(streak.count) in a row \(streak.isUp ? "rising" : "falling"), \
      \(span(streak, series)) (\(way)). Five or more are hardly chance.\
      \(isOlder ? " It began before the change." : "")
      """)
  }

  private func runs(_ chart: RunChart) -> String {
    guard let limits = chart.limits else { return "" }
    let range = "\(limits.lowerBound)–\(limits.upperBound)"
    return chart.verdict == .tooFew
      ? say(
        """
        Serier: \(chart.runs), færre enn \(range), som tilfeldighet gir for \(chart.useful) \
        målinger: nivået har flyttet seg.
        """,
        """
        Runs: \(chart.runs), fewer than the \(range) that chance gives for \(chart.useful) \
        measurements: the level has moved.
        """)
      : say(
        """
        Serier: \(chart.runs), flere enn \(range), som tilfeldighet gir for \(chart.useful) \
        målinger: to ulike ting er kanskje blandet.
        """,
        """
        Runs: \(chart.runs), more than the \(range) that chance gives for \(chart.useful) \
        measurements: two different things may be mixed.
        """)
  }

  // MARK: Before and after

  /// `8–12 uker: 13,8 → 10,1. d = −0,73 (−1,33 til −0,13): middels, bedre. 24 før og 22 etter.`
  public func sentence(_ comparison: FollowUp.Comparison, _ series: FollowUp.Series) -> String {
    let values = [comparison.before, comparison.after].map { value($0, digits: series.digits) }
    let start = "\(comparison.phase.title[language]): \(values[0]) → \(values[1])."
    guard let effect = comparison.effect else {
      return start + " " + why(comparison.missing)
    }
    return start + " d = \(numbers(effect)): \(meaning(effect, series)). \(people(effect))."
  }

  /// `−0,73 (−1,33 til −0,13)`
  public func numbers(_ effect: EffectSize) -> String {
    let all = [effect.d, effect.low, effect.high].map { value($0, digits: 2) }
    return say("\(all[0]) (\(all[1]) til \(all[2]))", "\(all[0]) (\(all[1]) to \(all[2]))")
  }

  /// `middels, bedre`, and whether the measurement can tell it from nothing.
  public func meaning(_ effect: EffectSize, _ series: FollowUp.Series) -> String {
    let size =
      switch effect.size {
      case .negligible: say("ubetydelig", "negligible")
      case .small: say("liten", "small")
      case .medium: say("middels", "medium")
      case .large: say("stor", "large")
      }
    var text = size
    if effect.size != .negligible { text += ", " + better(series.isBetter(effect.d)) }
    if effect.holdsZero {
      let isSmall = effect.size == .negligible
      text += say(
        ", \(isSmall ? "og" : "men") ikke til å skille fra ingen endring",
        ", \(isSmall ? "and" : "but") not to be told from no change")
    }
    return text
  }

  /// `24 før og 22 etter`, `20 par`
  public func people(_ effect: EffectSize) -> String {
    let (before, after) = (effect.before.count, effect.after.count)
    return effect.design == .paired
      ? say("\(min(before, after)) før og etter", "\(min(before, after)) before and after")
      : say("\(before) før, \(after) etter", "\(before) before, \(after) after")
  }

  private func why(_ missing: EffectSize.Missing?) -> String {
    switch missing {
    case .tooFew: say("Under fem å sammenlikne.", "Under five to compare.")
    case .noDeviation:
      say(
        "Uten standardavvik ingen effektstørrelse.", "No effect size without standard deviations.")
    case .noSpread:
      say("Alle er like, så d finnes ikke.", "All are alike, so there is no d.")
    case nil: ""
    }
  }
}
