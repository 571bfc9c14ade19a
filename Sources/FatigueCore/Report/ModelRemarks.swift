/// What the models say together, in sentences that every report for people has: how sure they are, and
/// where they and the rules do not agree. Names stand in them as the report shows people.
public struct ModelRemarks: Sendable {
  private let report: CheckReport
  private let highest: KSS

  /// Nil when nothing was predicted.
  public init?(_ report: CheckReport) {
    guard let peak = report.totals.peak, let kss = report.analysis.people[peak].maxKss else {
      return nil
    }
    self.report = report
    highest = KSS(kss)
  }

  /// One paragraph each.
  public var paragraphs: [Localized] {
    [uncertainty]
      + [otherModel, assumption, indices, secondOpinion, disagreement].compactMap(\.self)
  }

  private var people: [PersonMetrics] { report.analysis.people }

  private func one(_ hundredths: Int) -> Localized { NumberText.decimal(hundredths: hundredths) }

  /// How the peak of the worst duty is spread over people.
  private var uncertainty: Localized {
    let spread = SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset
    func shown(_ raw: Double) -> Localized { one(KSS(KSS(raw).clamped).hundredths) }
    func percent(_ rating: Double) -> Int {
      let share = SleepinessProbability.shareOfPeople(atLeast: rating, kss: highest)
      return Int((share * 100).rounded())
    }
    let raw = highest.raw
    let (mean, low, high) = (shown(raw), shown(raw - spread), shown(raw + spread))
    return Localized(
      nb: """
        Den verste vakten: KSS \(mean.nb) i snitt; 8 av 10 ligger mellom \(low.nb) og \(high.nb), \
        \(percent(7)) % når 7 og \(percent(8)) % når 8. Slike modeller traff innen ± 1 i 48–52 % av \
        vurderingene om natten og 56–60 % om dagen (intensivsykepleiere, Knock mfl. 2021).
        """,
      en: """
        The worst duty: KSS \(mean.en) on average; 8 of 10 lie between \(low.en) and \(high.en), \
        \(percent(7))% reach 7 and \(percent(8))% reach 8. Such models were within ± 1 in 48–52% of \
        ratings by night and 56–60% by day (intensive-care nurses, Knock et al. 2021).
        """)
  }

  /// The model that ran, where it is not the one that the levels are made for.
  private var otherModel: Localized? {
    let model = report.analysis.settings.model
    guard model.id != ModelBook.all[0].id else { return nil }
    return Localized(
      nb: "Regnet med \(model.title.nb) (--model); nivåene er satt for modell 5c.",
      en: "Computed with \(model.title.en) (--model); the levels are made for model 5c.")
  }

  private var assumption: Localized? {
    let assumption = report.analysis.settings.assumption
    guard assumption != .normal else { return nil }
    return Localized(
      nb: "Forutsetningene om søvn er \(assumption.title.nb)e (--assume).",
      en: "The assumptions about sleep are \(assumption.title.en) (--assume).")
  }

  private var indices: Localized? {
    func most(_ value: (PersonMetrics) -> Double?) -> (Int, Double)? {
      var best: (Int, Double)?
      for (index, person) in people.enumerated() {
        if let value = value(person), value > best?.1 ?? -1 { best = (index, value) }
      }
      return best
    }
    guard let fatigue = most(\.maxFatigueIndex), let risk = most(\.maxRiskIndex) else { return nil }
    let names = report.names.shown
    let fi = one(KSS(fatigue.1).hundredths)
    let ri = NumberText.decimal(hundredths: KSS(risk.1).hundredths, digits: 2)
    return Localized(
      nb: """
        Høyeste RR446-kompatible indekser: trøtthet \(fi.nb) (\(names[fatigue.0])), risiko \(ri.nb) \
        (\(names[risk.0])). De øker med vakter på rad.
        """,
      en: """
        Highest RR446-compatible indices: fatigue \(fi.en) (\(names[fatigue.0])), risk \(ri.en) \
        (\(names[risk.0])). They grow with duties in a row.
        """)
  }

  private var secondOpinion: Localized? {
    let lapses = people.indices.filter { people[$0].maxLapses != nil }
    let order = lapses.sorted {
      let (a, b) = (people[$0].maxLapses ?? 0, people[$1].maxLapses ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    guard let worst = order.first, let most = people[worst].maxLapses else { return nil }
    let kss = lapses.sorted {
      let (a, b) = (people[$0].maxKss ?? 0, people[$1].maxKss ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    // Among a few people most are always the same.
    let top = min(5, order.count / 2)
    let shared = Set(order.prefix(top)).intersection(kss.prefix(top)).count
    let same =
      order.count < 4
      ? Localized(same: "")
      : Localized(
        nb: " Av de \(top) mest belastede i hver modell er "
          + (shared == 0
            ? "ingen de samme." : shared == 1 ? "én den samme." : "\(shared) de samme."),
        en: " Of the \(top) most loaded in each model "
          + (shared == 0 ? "none are" : shared == 1 ? "1 is" : "\(shared) are") + " the same.")
    let (name, number) = (report.names.shown[worst], one(KSS(most).hundredths))
    return Localized(
      nb: """
        Unified Model: flest feilreaksjoner \(number.nb) på en test av ti minutter \
        (\(name)).\(same.nb)
        """,
      en: """
        Unified Model: most lapses \(number.en) on a test of ten minutes (\(name)).\(same.en)
        """)
  }

  private var disagreement: Localized? {
    let counts = report.analysis.disagreement
    var parts: [Localized] = []
    let alone = counts.rules.filter { $0.alone > 0 }
    if !alone.isEmpty {
      func list(_ language: Language) -> String {
        let of = Localized(nb: "av", en: "of")[language]
        return alone.map { "\($0.lane.title[language]) \($0.alone) \(of) \($0.findings)" }
          .joined(separator: ", ")
      }
      parts.append(
        Localized(
          nb: "funn der modellen ikke venter søvnighet: \(list(.nb))",
          en: "findings where the model expects no sleepiness: \(list(.en))"))
    }
    if counts.sleepinessAlone > 0 {
      parts.append(
        Localized(
          nb: """
            \(counts.sleepinessAlone) av \(counts.sleepinessWarnings) varsler om søvnighet ligger der \
            ingen regel slår ut
            """,
          en: """
            \(counts.sleepinessAlone) of \(counts.sleepinessWarnings) warnings of sleepiness lie where \
            no rule finds anything
            """))
    }
    if counts.sleepinessWithoutIndex > 0 {
      parts.append(
        Localized(
          nb: """
            \(counts.sleepinessWithoutIndex) av \(counts.sleepinessWarnings) varsler om søvnighet har \
            en trøtthetsindeks innenfor god praksis
            """,
          en: """
            \(counts.sleepinessWithoutIndex) of \(counts.sleepinessWarnings) warnings of sleepiness \
            have a fatigue index within good practice
            """))
    }
    if counts.indexWithoutSleepiness > 0 {
      parts.append(
        Localized(
          nb: "\(counts.indexWithoutSleepiness) funn på indeksen mangler søvnighet i modellen",
          en: "\(counts.indexWithoutSleepiness) findings of the index lack sleepiness in the model")
      )
    }
    guard !parts.isEmpty else { return nil }
    let (nb, en) = (
      parts.map(\.nb).joined(separator: "; "), parts.map(\.en).joined(separator: "; ")
    )
    return Localized(
      nb: "De er ikke enige overalt: \(nb). Ingenting er slått sammen.",
      en: "They do not agree everywhere: \(en). Nothing is averaged.")
  }
}
