/// Weekends worked more often than agreed; the weekend as unions count it, from Friday evening.
public enum WeekendFrequency {
  public static let most = Limit(
    "TAR-HELG.share", Localized(nb: "andel arbeidshelger", en: "share of weekends worked"),
    .atMost, Fraction(1, 3), .share, allowed: Fraction(0)...Fraction(1))
  public static let friday = Limit(
    "TAR-HELG.friday-from",
    Localized(nb: "helgen begynner fredag klokka", en: "the weekend begins on Friday at"), .atLeast,
    Fraction(18), .hours, allowed: Fraction(12)...Fraction(24), isParameter: true)

  public static let rule = Rule(
    id: "TAR-HELG",
    lane: .agreement,
    title: Localized(nb: "Helgearbeid oftere enn avtalt", en: "Weekends worked more than agreed"),
    section: Localized(nb: "avtalt helgefrekvens", en: "agreed weekend frequency"),
    test: Localized(
      nb: """
        Andelen helger med arbeid, regnet over hele planen, er større enn avtalt (weekend-every i \
        fatigue.toml, vanlig er hver tredje). Helgen er fredag kveld, lørdag og søndag; at kvelden \
        begynner klokka 18, er vårt valg. Søndagsvinduet i loven er et annet.
        """,
      en: """
        The share of weekends with work, counted over the whole plan, is above what was agreed \
        (weekend-every of fatigue.toml; every third is usual). The weekend is Friday evening, \
        Saturday and Sunday; that the evening begins at 18 is our choice. The Sunday window of the \
        Act is another.
        """),
    why: Localized(
      nb: "Hver helg på jobb er en helg uten familie og venner; derfor er tallet forhandlet.",
      en: "Every weekend at work is one without family and friends; so the number is bargained."),
    deviation: Localized(
      nb: "Tallet er lokalt, og kan endres av partene.",
      en: "The number is local, and the parties may change it."),
    remedies: remedies,
    limits: [most, friday],
    sources: [
      AgreementNorm.nsfRota,
      RuleSource(
        Localized(
          nb: "Hver tredje helg er vanlig; tallet er lokalt",
          en: "Every third weekend is usual; the number is local"), .secondary),
    ],
    examples: [
      "- - - - - D D - - - - - ↓D - - - - - - - -", "- - - - - D D - - - - - - - - - - - - - -",
      "- - - - ↓A - - - - - - - - -",
    ],
    premises: .plan(
      Localized(nb: "Hver tredje helg er avtalt.", en: "Every third weekend is agreed.")
    ) { $0.weekendEvery = 3 },
    inputs: [.weekendFrequency],
    evaluate: { evidence, findings in
      let (timeline, roster) = (evidence.timeline, evidence.roster)
      let weekends = evidence.weekends
      guard !weekends.isEmpty, !timeline.blocks.isEmpty else { return }
      let friday = evidence.limits.steps(Self.friday)
      var worked: Int64 = 0
      var last: (from: Int32, to: Int32)?
      for weekend in weekends {
        let saturday = CivilDate(days: weekend.saturday)
        let evening = CivilTime(saturday + -1, secondOfDay: Int(min(max(friday, 0), 86_399)))
        let from = Int32(
          clamping: roster.zone.resolve(evening).instant.seconds - roster.origin.seconds)
        guard timeline.work(from: from, to: weekend.to) > 0 else { continue }
        worked += 1
        last = (from, weekend.to)
      }
      let share = Fraction(worked, Int64(weekends.count))
      guard let last else { return }
      let shift = timeline.pieces.first { roster.shifts[Int($0)].end > last.from }
      let settled = evidence.settled(most, from: weekends[0].from, to: last.to, shift: shift ?? -1)
      guard
        let agreed = settled?.value
          ?? evidence.facts.plan.weekendEvery.map({ Fraction(1, Int64(max(1, $0))) }),
        share > agreed
      else { return }
      var finding = Finding(
        .breach, from: weekends[0].from, to: last.to,
        shift: shift ?? -1, measured: share, limit: agreed, .atMost, .share)
      finding.count = Int32(clamping: worked)
      finding.detail = Int32(clamping: weekends.count)
      finding.agreement = settled?.agreement ?? -1
      findings.append(finding)
    },
    describe: { finding, context in
      let limit = finding.limit
      let isOneIn = limit.numerator == 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) av \(finding.detail) helger er arbeidshelger; avtalt \
            er høyst \(isOneIn ? "hver \(limit.denominator). helg" : "\(limit.text) av dem").
            """,
          en: """
            \(context.name): \(finding.count) of \(finding.detail) weekends are worked; at most \
            \(isOneIn ? "one in \(limit.denominator)" : "\(limit.text) of them") is agreed.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Før en helgebalanse for gruppen, og fordel helgene likt.",
        en: "Keep a balance of weekends for the group, and share them evenly."))
  ]
}
