/// Thirty-five hours free in any seven days.
public enum RunningWeeklyRest {
  public static let least = Limit(
    "EVID-R7.rest", Localized(nb: "fri i løpende sju døgn", en: "free time in running seven days"),
    .atLeast, Fraction(35), .hours,
    allowed: Fraction(24)...Fraction(60))

  public static let rule = Rule(
    id: "EVID-R7",
    lane: .research,
    title: Localized(
      nb: "Sju døgn uten 35 timer fri",
      en: "Seven days without 35 hours free"),
    section: Localized(
      nb: "utledet av ukehvilen",
      en: "derived from weekly rest"),
    test: Localized(
      nb: """
        Noen løpende sju døgn (168 timer) har ingen sammenhengende friperiode på 35 timer. Loven \
        regner faste uker; dette er et mål på belastning, ikke på loven.
        """,
      en: """
        Some running seven days (168 hours) hold no free stretch of 35 hours. The Act counts fixed \
        weeks; this measures the load, not the Act.
        """),
    why: Localized(
      nb: """
        Fri først i én uke og sist i den neste kan gi tolv dager på rad uten en lang hvile.
        """,
      en: """
        Time off first in one week and last in the next can give twelve days in a row without a \
        long rest.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: "35 timer i hver løpende uke",
          en: "35 hours in every running week"), .derived)
    ],
    examples: ["D D D D D D ↓D D - -", "D D D D D - - D D"],
    evaluate: { evidence, findings in
      let least = evidence.limits.held(Self.least)
      let length = 7 * PersonTimeline.day
      for window in evidence.timeline.windows(
        of: length, withoutRest: least.steps, within: evidence.horizon)
      {
        let to = Int32(clamping: Int64(window.from) + length)
        guard let last = evidence.timeline.lastBlock(startingBefore: to) else { continue }
        var finding = Finding(
          .warning, from: window.from, to: to, shift: last.first,
          measured: Fraction(window.seconds, 3600), limit: least.value, .atLeast, .hours)
        finding.related = evidence.timeline.firstShift(endingAfter: window.from)
        findings.append(finding)
      }
    },
    count: { evidence in
      let (least, length) = (evidence.limits.steps(Self.least), 7 * PersonTimeline.day)
      let windows = evidence.timeline.windowCount(
        of: length, withoutRest: least, within: evidence.horizon)
      return FindingCount(warnings: windows)
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(measured[.nb]) er lengste fri i sju løpende døgn fra \
            \(context.moment(finding.from)[.nb]).
            """,
          en: """
            \(context.name): \(measured[.en]) is the longest time off in seven running days from \
            \(context.moment(finding.from)[.en]).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Flytt én fridag, så ingen sju døgn står uten lang hvile.",
        en: """
          Move one day off, so that no seven days stand without a long rest.
          """))
  ]
}
