import FatigueCore

/// What the models say together: how sure they are, and where they and the rules do not agree.
extension TextReport {
  mutating func models() {
    let people = report.analysis.people
    guard let peak = report.totals.peak, let highest = people[peak].maxKss else { return }
    heading(say("Modellene", "The models"))
    uncertainty(KSS(highest))
    indices()
    secondOpinion()
    disagreement()
    blank()
  }

  private mutating func uncertainty(_ peak: KSS) {
    let spread = SleepinessProbability.Percentile.sleepierThanNineTenths.kssOffset
    func shown(_ raw: Double) -> String { decimal(KSS(KSS(raw).clamped).hundredths) }
    func percent(_ rating: Double) -> Int {
      Int((SleepinessProbability.shareOfPeople(atLeast: rating, kss: peak) * 100).rounded())
    }
    prose(
      say(
        """
        Den verste vakten: KSS \(shown(peak.raw)) i snitt; 8 av 10 ligger mellom \
        \(shown(peak.raw - spread)) og \(shown(peak.raw + spread)), \(percent(7)) % når 7 og \
        \(percent(8)) % når 8. Slike modeller traff innen ± 1 i 48–52 % av vurderingene om natten og \
        56–60 % om dagen (intensivsykepleiere, Knock mfl. 2021).
        """,
        """
        The worst duty: KSS \(shown(peak.raw)) on average; 8 of 10 lie between \
        \(shown(peak.raw - spread)) and \(shown(peak.raw + spread)), \(percent(7))% reach 7 and \
        \(percent(8))% reach 8. Such models were within ± 1 in 48–52% of ratings by night and \
        56–60% by day (intensive-care nurses, Knock et al. 2021).
        """), indent: 2)
    let assumption = report.analysis.settings.assumption
    guard assumption != .normal else { return }
    prose(
      say(
        "Forutsetningene om søvn er \(assumption.title.nb)e (--assume).",
        "The assumptions about sleep are \(assumption.title.en) (--assume)."), indent: 2)
  }

  private mutating func indices() {
    let people = report.analysis.people
    func most(_ value: (PersonMetrics) -> Double?) -> (Int, Double)? {
      var best: (Int, Double)?
      for (index, person) in people.enumerated() {
        if let value = value(person), value > best?.1 ?? -1 { best = (index, value) }
      }
      return best
    }
    guard let fatigue = most(\.maxFatigueIndex), let risk = most(\.maxRiskIndex) else { return }
    func name(_ person: Int) -> String { terminal.quoted(report.names.shown[person]) }
    let (fi, ri) = (
      decimal(KSS(fatigue.1).hundredths),
      terminal.text(NumberText.decimal(hundredths: KSS(risk.1).hundredths, digits: 2))
    )
    prose(
      say(
        """
        Høyeste RR446-kompatible indekser: trøtthet \(fi) (\(name(fatigue.0))), risiko \(ri) \
        (\(name(risk.0))). De øker med vakter på rad.
        """,
        """
        Highest RR446-compatible indices: fatigue \(fi) (\(name(fatigue.0))), risk \(ri) \
        (\(name(risk.0))). They grow with duties in a row.
        """), indent: 2)
  }

  private mutating func secondOpinion() {
    let people = report.analysis.people
    let lapses = people.indices.filter { people[$0].maxLapses != nil }
    let order = lapses.sorted {
      let (a, b) = (people[$0].maxLapses ?? 0, people[$1].maxLapses ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    guard let worst = order.first, let most = people[worst].maxLapses else { return }
    let kss = people.indices.sorted {
      let (a, b) = (people[$0].maxKss ?? 0, people[$1].maxKss ?? 0)
      return a == b ? $0 < $1 : a > b
    }
    let top = 5
    let shared = Set(order.prefix(top)).intersection(kss.prefix(top)).count
    let count = min(top, order.count)
    let (name, number) = (terminal.quoted(report.names.shown[worst]), decimal(KSS(most).hundredths))
    prose(
      say(
        """
        Unified Model: flest feilreaksjoner \(number) på en test av ti minutter (\(name)). Av de \
        \(count) mest belastede i hver modell er \(shared) de samme.
        """,
        """
        Unified Model: most lapses \(number) on a test of ten minutes (\(name)). Of the \(count) most \
        loaded in each model \(shared) are the same.
        """), indent: 2)
  }

  private mutating func disagreement() {
    let counts = report.analysis.disagreement
    var parts: [Localized] = []
    if counts.rulesAlone > 0 {
      parts.append(
        Localized(
          nb: """
            \(counts.rulesAlone) av \(counts.ruleFindings) funn i lov, avtale og forskning ligger der \
            modellen ikke venter søvnighet
            """,
          en: """
            \(counts.rulesAlone) of \(counts.ruleFindings) findings of law, agreement and research lie \
            where the model expects no sleepiness
            """))
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
    guard !parts.isEmpty else { return }
    let list = parts.map { terminal.text($0) }.joined(separator: "; ")
    prose(
      say("De er ikke enige overalt: ", "They do not agree everywhere: ") + list + ". "
        + say("Ingenting er slått sammen.", "Nothing is averaged."), indent: 2)
  }
}
