/// Almost only nights, without having chosen it.
public enum PermanentNights {
  public static let most = Limit(
    "EVID-PERMN.share", Localized(nb: "andel nattevakter", en: "share of night shifts"), .below,
    Fraction(3, 4), .share,
    allowed: Fraction(1, 2)...Fraction(1))
  public static let fewest = Limit(
    "EVID-PERMN.fewest", Localized(nb: "netter som må til", en: "nights it takes"), .atLeast,
    Fraction(3), .nights,
    allowed: Fraction(1)...Fraction(100), isParameter: true)

  public static let rule = Rule(
    id: "EVID-PERMN",
    lane: .research,
    title: Localized(
      nb: "Fast natt",
      en: "Permanent nights"),
    section: Localized(
      nb: "HSE",
      en: "HSE"),
    test: Localized(
      nb: """
        Minst tre av fire vakter er nattevakter, med minst tre netter i planen, og den ansatte \
        har ikke selv valgt fast natt.
        """,
      en: """
        At least three of four shifts are nights, with at least three nights in the plan, and the \
        employee has not chosen permanent nights.
        """),
    why: Localized(
      nb: """
        Få stiller døgnrytmen om helt, og sammenhengende år med bare natt er frarådet der det ikke \
        er valgt.
        """,
      en: """
        Few turn their body clock round fully, and years of nothing but nights are advised against \
        where not chosen.
        """),
    remedies: remedies,
    limits: [most, fewest],
    sources: [
      RuleSource(
        "HSE, good practice guidelines", .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(
          nb: "Tre firedeler og tre netter",
          en: "Three quarters and three nights"), .derived),
    ],
    examples: ["↓N N N N - N N N N - -", "N N N D D D N N N D D D N N"],
    evaluate: { evidence, findings in
      guard evidence.about?.choseNights != true else { return }
      let timeline = evidence.timeline
      let (fewest, most) = (evidence.limits.steps(Self.fewest), evidence.limits[Self.most])
      let (rows, duties) = (Int64(timeline.nights.count), Int64(timeline.periods.count))
      // No more duties are nights than there are rows of night.
      guard rows >= fewest, let first = timeline.nights.first, let last = timeline.blocks.last,
        Fraction(rows, duties) >= most
      else { return }
      // Duties, so that a night in two rows is one of them.
      let nights = timeline.nightPeriods
      let share = Fraction(Int64(nights), duties)
      guard Int64(nights) >= fewest, share >= most else { return }
      var finding = Finding(
        .note, from: evidence.roster.shifts[Int(first.shift)].start, to: last.end,
        shift: first.shift,
        measured: share, limit: evidence.limits[Self.most], .below, .share)
      finding.count = Int32(clamping: nights)
      finding.detail = Int32(clamping: timeline.periods.count)
      findings.append(finding)
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: "\(context.name) har nesten bare natt: \(finding.count) av \(finding.detail) vakter.",
          en:
            "\(context.name) has almost only nights: \(finding.count) of \(finding.detail) shifts."),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Tilby turnus med andre vakter, og helsekontroll. Er det valgt, skriv chose-nights i \
          fatigue.toml.
          """,
        en: """
          Offer a rotation with other shifts, and a health check. If it was chosen, write chose- \
          nights in fatigue.toml.
          """))
  ]
}
