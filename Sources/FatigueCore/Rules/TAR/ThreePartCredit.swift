/// The tariff's credit in a three-part rota: the position that the hours are worth.
public enum ThreePartCredit {
  public static let cap = Limit(
    "TAR-336.cap",
    Localized(nb: "lengste hele uke", en: "longest full week"), .atMost, Fraction(71, 2),
    .hoursPerWeek, allowed: Fraction(30)...Fraction(40))
  public static let base = Limit(
    "TAR-336.base", Localized(nb: "uken på dagtid", en: "week of day work"), .atMost,
    Fraction(75, 2), .hoursPerWeek, allowed: Fraction(30)...Fraction(40), isParameter: true)
  public static let floor = Limit(
    "TAR-336.floor",
    Localized(nb: "korteste hele uke", en: "shortest full week"), .atMost, Fraction(168, 5),
    .hoursPerWeek, allowed: Fraction(30)...Fraction(40), isParameter: true)

  public static let rule = Rule(
    id: "TAR-336",
    lane: .agreement,
    title: Localized(
      nb: "Stillingen er for liten for tredelt turnus",
      en: "Too small a position for the three-part rota"),
    section: Localized(
      nb: "tariffavtalen, tredelt turnus", en: "collective agreement, three-part rota"),
    test: Localized(
      nb: """
        Planen har dag, kveld og natt, minst hver tredje søn- eller helgedag, og minst en fjerdedel \
        av timene på dag og kveld. Full uke er 37,5 · A / (A + søndag/6 + natt/4), mellom 33,6 og \
        35,5 timer, der A er timene i uken. Stillingen skal være minst A delt på full uke. Uten \
        oppgitt stilling regnes bare uker over 33,6 timer, som hel stilling.
        """,
      en: """
        The plan has day, evening and night, at least every third Sunday or holiday, and at least \
        a quarter of its hours by day and evening. A full week is 37.5 · A / (A + Sunday/6 + \
        night/4), between 33.6 and 35.5 hours, where A is the hours a week. The position is to be \
        at least A divided by the full week. Without a given position only weeks over 33.6 hours \
        are assessed, as a full one.
        """),
    why: Localized(
      nb: "Deltidsansatte i tredelt turnus får ellers mindre betalt for de samme ulempene.",
      en: "Part-timers in a three-part rota are otherwise paid less for the same burden."),
    remedies: remedies,
    limits: [cap, base, floor],
    sources: [
      TariffWeekText.table,
      RuleSource(
        Localized(
          nb: "Tredelt skift- og turnusarbeid, klausulens tekst",
          en: "Three-part shift and rota work, the clause's text"), .secondary,
        url: "https://lawinsider.com/nb/clause/tredelt-skift-og-turnusarbeid"),
      RuleSource(
        Localized(
          nb: "Regnet om til stilling, fordi timer alene alltid holder for deltid",
          en: "Brought to a position, as hours alone always hold for part-time"), .derived),
    ],
    examples: ["D A N - D - ↓07:30-11:30", "D D D - - - -"],
    evaluate: { evidence, findings in
      let position = evidence.about?.position
      let least = evidence.limits.steps(floor)
      guard let mean = position == nil ? evidence.planMean(over: least) : evidence.planMean,
        mean.sum > 0, evidence.timeline.mixesNights, let profile = evidence.profile,
        profile.isThreePart, profile.hasEveryThirdSunday,
        profile.dayAndEvening * 4 >= profile.ordinary
      else { return }
      let inForce = evidence.inForce(cap, from: mean.from, to: mean.to, shift: -1)
      let hours = mean.hours
      let worth = evidence.limits[base] * hours / (hours + mean.credit(profile))
      let full = min(inForce.value, max(evidence.limits[floor], worth))
      let due = full * (position ?? Fraction(1))
      guard hours > due else { return }
      var finding = evidence.finding(evidence.lawStatus(cap, measured: hours), mean, limit: due)
      finding.agreement = inForce.agreement
      finding.detail = Int32(clamping: (hours / full).hundredths)
      finding.balance = Int32(clamping: (position ?? Fraction(1)).hundredths)
      findings.append(finding)
    },
    describe: { finding, context in
      let (measured, due) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let (worth, position) = (finding.detail, finding.balance)
      return FindingText(
        Localized(
          nb: """
            \(context.name): med netter og søndager i planen tilsvarer \(position) % stilling \
            \(due[.nb]) i uken; planen har \(measured[.nb]), som svarer til \(worth) % stilling.
            """,
          en: """
            \(context.name): with the nights and Sundays of the plan a position of \(position) % \
            has \(due[.en]) a week; the plan has \(measured[.en]), worth a position of \
            \(worth) %.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Øk stillingen, eller ta ned timene i planen; vis regnestykket.",
        en: "Raise the position, or lower the hours of the plan; show the arithmetic."))
  ]
}
