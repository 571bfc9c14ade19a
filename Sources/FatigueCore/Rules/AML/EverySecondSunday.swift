/// More than half of the Sundays and holidays in 26 weeks.
public enum EverySecondSunday {
  public static let most = Limit(
    "AML-10-8-4A.share",
    Localized(
      nb: "andel søn- og helgedager med arbeid", en: "share of Sundays and holidays worked"),
    .atMost, Fraction(1, 2), .share, allowed: Fraction(0)...Fraction(1),
    reach: [AgreementReach(.nationalUnion, .free)])
  public static let weeks = Limit(
    "AML-10-8-4A.weeks", Localized(nb: "uker det regnes over", en: "weeks that are counted over"),
    .atMost, Fraction(26), .weeks, allowed: Fraction(1)...Fraction(26), isParameter: true)

  public static let rule = Rule(
    id: "AML-10-8-4A",
    lane: .law,
    title: Localized(
      nb: "Mer enn annenhver søndag",
      en: "More than every second Sunday"),
    section: Localized(
      nb: "aml. § 10-8 (4)",
      en: "Working Environment Act § 10-8 (4)"),
    test: Localized(
      nb: """
        Med avtale om søndagsfri: over halvparten av søn- og helgedagene i 26 uker er arbeidet. I \
        faste perioder fra avtalens eller planens begynnelse er det brudd; bare i løpende perioder, \
        eller med dager som bare så vidt er berørt, er det omtvistet.
        """,
      en: """
        With an agreement on Sundays: over half of the Sundays and holidays of 26 weeks are \
        worked. In fixed periods from where the agreement or the plan begins it is a breach; in \
        running periods alone, or by days that are only touched, it is disputed.
        """),
    why: Localized(
      nb: """
        Søndagen er den felles fridagen; den kan ikke erstattes av en fridag midt i uken.
        """,
      en: """
        Sunday is the day off that people share; a day off in mid-week does not replace it.
        """),
    remedies: remedies,
    limits: [most, weeks],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (4) og § 10-10", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        "Lov 26. april 1947 nr. 1 om 1. og 17. mai", .primary,
        url: "https://lovdata.no/dokument/NL/lov/1947-04-26-1"),
    ],
    examples: [
      "@2026-06-01 - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - D - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - ↓D",
      "@2026-06-01 - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - - - - - - - - D - - - - - - -",
    ],
    premises: SundaySeries.premises,
    inputs: [.sundayAgreement],
    evaluate: { evidence, findings in
      guard !evidence.timeline.blocks.isEmpty, !evidence.limits.agreements.isEmpty else { return }
      let weeks = evidence.weeks
      let length = Int(evidence.limits.steps(Self.weeks))
      guard length > 0, weeks.count >= length else { return }
      let days = evidence.redDays()
      // Sundays and holidays, those worked, and those of them that are only touched, before each week and
      // after the last.
      var (all, worked, touched, at) = ([0], [0], [0], 0)
      while at < days.count, days[at].midnight < weeks[0].from { at += 1 }
      for week in weeks {
        var (sum, busy) = (all[all.count - 1], worked[worked.count - 1])
        var slight = touched[touched.count - 1]
        while at < days.count, days[at].midnight < week.to {
          sum += 1
          if days[at].isWorked { busy += 1 }
          if days[at].isMarginal { slight += 1 }
          at += 1
        }
        all.append(sum)
        worked.append(busy)
        touched.append(slight)
      }
      var worst: Period?
      for first in 0...(weeks.count - length) {
        let (sum, busy) = (all[first + length] - all[first], worked[first + length] - worked[first])
        guard sum > 0, busy > 0 else { continue }
        let (from, to) = (weeks[first].from, weeks[first + length - 1].to)
        let last = days.last { $0.isWorked && $0.midnight < to }
        let shift = evidence.shift(on: last)
        // A national agreement may set a share of its own, and is free of the rule without one.
        let inForce = evidence.inForce(Self.most, from: from, to: to, shift: shift)
        guard Fraction(Int64(busy), Int64(sum)) > inForce.value,
          let agreement = inForce.agreement >= 0
            ? inForce.agreement
            : evidence.boundSundayAgreement(from: from, to: to, shift: shift)
        else { continue }
        // Fixed periods begin with the agreement, or with the plan when that came before.
        let starts = evidence.limits.agreements[Int(agreement)].from
        let opening = weeks.firstIndex { $0.monday >= starts } ?? 0
        let certain = busy - (touched[first + length] - touched[first])
        let period = Period(
          first: first, worked: busy, all: sum, isFixed: (first - opening) % length == 0,
          isCertain: Fraction(Int64(certain), Int64(sum)) > inForce.value, limit: inForce.value,
          agreement: agreement)
        if let known = worst, !period.isWorse(than: known) { continue }
        worst = period
      }
      guard let worst else { return }
      let (from, to) = (weeks[worst.first].from, weeks[worst.first + length - 1].to)
      let last = days.last { $0.isWorked && $0.midnight < to }
      var finding = Finding(
        worst.isBreach ? evidence.lawStatus(pastFloor: true) : .disputed, from: from, to: to,
        shift: max(0, evidence.shift(on: last)),
        measured: Fraction(Int64(worst.worked), Int64(worst.all)),
        limit: worst.limit, .atMost, .share)
      finding.readings = worst.isFixed ? [.fixed, .rolling] : .rolling
      finding.count = Int32(worst.worked)
      finding.detail = Int32(worst.all)
      finding.balance = worst.isCertain ? 0 : 1
      finding.agreement = worst.agreement
      findings.append(finding)
    },
    describe: { finding, context in
      let doubt = finding.balance == 0 ? Localized(same: "") : SundaySeries.onlyTouched
      // The clock is changed in some periods.
      let weeks = (Int(finding.to) - Int(finding.from) + 86_400) / (7 * 86_400)
      let most =
        finding.limit == Self.most.standard
        ? Localized(nb: "annenhver", en: "every second")
        : Localized(
          nb: "\(finding.limit.text) av dem", en: "\(finding.limit.text) of them")
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) av \(finding.detail) søn- og helgedager i \(weeks) uker fra \
            \(context.day(finding.from)[.nb]) er arbeidet; avtalen gir høyst \(most.nb) (aml. § 10-8 (4)).\(doubt.nb)
            """,
          en: """
            \(context.name): \(finding.count) of \(finding.detail) Sundays and holidays in \(weeks) weeks from \
            \(context.day(finding.from)[.en]) are worked; the agreement gives at most \(most.en) \
            (Working Environment Act § 10-8 (4)).\(doubt.en)
            """), remedies)
    })

  /// Weeks with too many Sundays and holidays worked.
  private struct Period {
    var first, worked, all: Int
    /// It is one of the fixed periods, and is too much without days that are only touched.
    var isFixed, isCertain: Bool
    /// The share in force.
    var limit: Fraction
    var agreement: Int16

    var isBreach: Bool { isFixed && isCertain }

    /// A breach before what is disputed, a fixed period before a running one, then by share.
    func isWorse(than other: Period) -> Bool {
      if isBreach != other.isBreach { return isBreach }
      if isFixed != other.isFixed { return isFixed }
      return worked * other.all > other.worked * all
    }
  }

  private static let remedies = [
    Remedy(
      .group,
      Localized(
        nb: "Bytt søndag innen gruppen.",
        en: "Swap Sundays within the group.")),
    Remedy(
      .organisation,
      Localized(
        nb: """
          Ha en helgevikar, og før en konto over søn- og helgedager for 26 uker.
          """,
        en: """
          Keep a weekend float, and an account of Sundays and holidays over 26 weeks.
          """)),
  ]
}
