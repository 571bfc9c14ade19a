/// The shorter week of a three-part rota: nights and Sundays count as more than they are.
public enum ThreePartRota {
  public static let cap = Limit(
    "AML-10-4-6.cap",
    Localized(nb: "lengste uke i tredelt turnus", en: "longest week of a three-part rota"),
    .atMost, Fraction(38), .hoursPerWeek, allowed: Fraction(30)...Fraction(40),
    reach: ShorterWeekText.reach)
  public static let base = Limit(
    "AML-10-4-6.base",
    Localized(nb: "uken som tillegget trekkes fra", en: "the week that the credit is taken from"),
    .atMost, Fraction(40), .hoursPerWeek, allowed: Fraction(30)...Fraction(40), isParameter: true)
  public static let floor = Limit(
    "AML-10-4-6.floor",
    Localized(nb: "korteste uke i tredelt turnus", en: "shortest week of a three-part rota"),
    .atMost, Fraction(36), .hoursPerWeek, allowed: Fraction(30)...Fraction(40), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-4-6",
    lane: .law,
    title: Localized(
      nb: "For lang uke i tredelt turnus", en: "Too long a week in a three-part rota"),
    section: Localized(nb: "aml. § 10-4 (6)", en: "Working Environment Act § 10-4 (6)"),
    test: Localized(
      nb: """
        Planen har dag, kveld og natt og minst hver tredje søn- eller helgedag, og er ikke \
        helkontinuerlig eller mest natt. Riktig uke er 40 timer minus en sjettedel av \
        søndagstimene og en fjerdedel av nattimene (21–06) i snitt per uke, men ikke under 36 og \
        ikke over 38. Ingen time gir tillegg to ganger; natt går foran.
        """,
      en: """
        The plan has day, evening and night and at least every third Sunday or holiday, and is not \
        fully continuous or mostly nights. The due week is 40 hours less a sixth of the Sunday \
        hours and a quarter of the night hours (21–06), weekly means, but not under 36 and not \
        over 38. No hour gives credit twice; night goes first.
        """),
    why: Localized(
      nb:
        "Timer om natten og på søndager koster mer søvn og fritid, og loven regner dem som flere.",
      en:
        "Hours at night and on Sundays cost more sleep and time off, and the Act counts them as more."
    ),
    deviation: ShorterWeekText.deviation,
    remedies: remedies,
    limits: [cap, base, floor],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-4 (6)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        Localized(
          nb: "At natt går foran søndag i samme time, er vår lesning",
          en: "That night goes before Sunday in one hour is our reading"), .derived),
    ],
    examples: [
      "22:00-06:00 22:00-06:00 - D - 14:00-22:00 ↓07:30-15:30",
      "22:00-06:00 - D D - - 14:00-22:00", "D D D D D - -",
    ],
    evaluate: { evidence, findings in
      // A parameter may be set above the cap, which then holds.
      let least = min(evidence.strictest(cap), evidence.limits.steps(floor))
      guard let mean = evidence.planMean(over: least), let profile = profile(evidence) else {
        return
      }
      let inForce = evidence.inForce(cap, from: mean.from, to: mean.to, shift: -1)
      let due = due(mean, profile, evidence.limits, cap: inForce.value)
      guard mean.hours > due, holds(evidence, mean) else { return }
      let certain = mean.certain
      let isCertain =
        certain.hours > Self.due(certain, profile, evidence.limits, cap: inForce.value)
      var finding = evidence.finding(
        isCertain ? evidence.lawStatus(cap, measured: certain.hours) : .disputed, mean, limit: due)
      finding.agreement = inForce.agreement
      finding.detail = Int32(clamping: profile.night * 7 / mean.days)
      finding.balance = Int32(clamping: profile.sunday * 7 / mean.days)
      findings.append(finding)
    },
    describe: { finding, context in
      let (measured, due) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let (night, sunday) = (
        Elapsed(seconds: Int64(finding.detail)).text, Elapsed(seconds: Int64(finding.balance)).text
      )
      return FindingText(
        Localized(
          nb: """
            \(context.name): med \(night[.nb]) natt og \(sunday[.nb]) søndag i snitt per uke er \
            riktig uke \(due[.nb]); planen har \(measured[.nb]) (aml. § 10-4 (6)).
            """,
          en: """
            \(context.name): with \(night[.en]) of night and \(sunday[.en]) of Sunday in the mean \
            week the due week is \(due[.en]); the plan has \(measured[.en]) (Working Environment \
            Act § 10-4 (6)).
            """), remedies)
    })

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Sett ned timene i uken, eller andelen natt og søndag.",
        en: "Lower the weekly hours, or the share of nights and Sundays."))
  ]

  /// What the person's plan is like where it is a three-part rota by § 10-4 (6), and nil where not.
  static func profile(_ evidence: borrowing Evidence) -> RotaProfile? {
    guard evidence.about?.scheme != 36, evidence.about?.scheme != 40,
      evidence.timeline.mixesNights, let profile = evidence.profile, profile.isThreePart,
      profile.hasEveryThirdSunday, !profile.isMainlyNights
    else { return nil }
    return profile
  }

  /// The due week of a mean week with the profile's nights and Sundays, in hours.
  static func due(
    _ mean: PlanMean, _ profile: RotaProfile, _ limits: Limits, cap: Fraction
  ) -> Fraction {
    min(cap, max(limits[floor], limits[base] - mean.credit(profile)))
  }

  /// The plan's mean is the one that counts: no averaging agreement sets another period, or the plan
  /// is as long as the period.
  private static func holds(_ evidence: borrowing Evidence, _ mean: PlanMean) -> Bool {
    guard evidence.averagingAgreement(from: mean.from, to: mean.to, shift: -1) != nil else {
      return true
    }
    guard let weeks = PeriodMean.weeks(evidence, from: mean.from, to: mean.to) else { return false }
    return mean.weeks >= weeks
  }
}
