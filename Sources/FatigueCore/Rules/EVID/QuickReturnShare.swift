/// The share of rests that are short.
public enum QuickReturnShare {
  public static let yellow = Limit(
    "EVID-QRS.share", Localized(nb: "andel korte skiftoverganger", en: "share of quick returns"),
    .atMost, Fraction(0), .share,
    allowed: Fraction(0)...Fraction(1))
  public static let red = Limit(
    "EVID-QRS.red", Localized(nb: "rødt nivå", en: "red level"), .atMost, Fraction(16, 100), .share,
    allowed: Fraction(0)...Fraction(1))

  public static let rule = Rule(
    id: "EVID-QRS",
    lane: .research,
    title: Localized(
      nb: "Andel korte skiftoverganger",
      en: "Share of quick returns"),
    section: Localized(
      nb: "finske registertall; vårt nivå",
      en: "Finnish register figures; our level"),
    test: Localized(
      nb: """
        Andelen av alle hviler mellom hovedarbeidsperioder som er under 11 timer. Gult når det er \
        noen, rødt over 16 %.
        """,
      en: """
        The share of all rests between main work periods that are under 11 hours. Yellow when \
        there are any, red over 16%.
        """),
    why: Localized(
      nb: """
        I finsk helsetjeneste er 16 % av hvilene under 11 timer. Andelen viser om de korte er \
        unntak eller mønster.
        """,
      en: """
        In Finnish health care 16% of the rests are under 11 hours. The share shows whether the \
        short ones are exceptions or a pattern.
        """),
    remedies: remedies,
    limits: [yellow, red],
    sources: [
      RuleSource(
        Localized(
          nb: "16 % av hvilene i finsk helsetjeneste",
          en: "16% of the rests in Finnish health care"), .secondary),
      RuleSource(
        Localized(
          nb: "Rødt nivå over gjennomsnittet",
          en: "Red level above that average"), .derived),
    ],
    examples: ["A ↓D - - D", "D D D"],
    explainedBy: ["EVID-QR11", "AML-10-8-1"],
    evaluate: { evidence, findings in
      let (rests, duties) = (evidence.timeline.quickRests, evidence.timeline.periods.count)
      let isQuick = QuickReturns.isQuick
      guard let first = rests.first(where: isQuick), let last = rests.last(where: isQuick) else {
        return
      }
      let count = rests.count(where: isQuick)
      let share = Fraction(Int64(count), Int64(duties - 1))
      guard share > evidence.limits[Self.yellow] else { return }
      let isRed = share > evidence.limits[Self.red]
      var finding = Finding(
        isRed ? .warning : .note, from: first.from, to: last.to,
        shift: evidence.timeline.blocks[Int(first.after)].first, measured: share,
        limit: evidence.limits[isRed ? Self.red : Self.yellow], .atMost, .share)
      finding.count = Int32(count)
      finding.detail = Int32(clamping: duties - 1)
      findings.append(finding)
    },
    describe: { finding, context in
      FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) av \(finding.detail) skiftoverganger \
            (\(finding.measured.hundredths) %) er under 11 timer.
            """,
          en: """
            \(context.name): \(finding.count) of \(finding.detail) rests between duties \
            (\(finding.measured.hundredths)%) are under 11 hours.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Sett et mål for avdelingen og følg andelen måned for måned.",
        en: """
          Set a target for the ward and follow the share month by month.
          """))
  ]
}
