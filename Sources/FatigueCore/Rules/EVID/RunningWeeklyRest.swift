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
      let least = evidence.limits.steps(Self.least)
      let window = 7 * PersonTimeline.day
      let timeline = evidence.timeline
      let horizon = evidence.horizon
      // A window without such a rest fits between two of them only where they are far enough apart.
      var left = Int64(horizon.start)
      func check(upTo right: Int64) {
        guard right - left >= window else { return }
        let stretch = WorkInterval(start: Int32(clamping: left), end: Int32(clamping: right))
        guard let worst = timeline.leastRest(inAny: window, within: stretch), worst.seconds < least
        else { return }
        let to = Int32(clamping: Int64(worst.from) + window)
        guard let last = timeline.lastBlock(startingBefore: to) else { return }
        var finding = Finding(
          .warning, from: worst.from, to: to, shift: last.first,
          measured: Fraction(worst.seconds, 3600), limit: evidence.limits[Self.least], .atLeast,
          .hours)
        finding.related = timeline.firstShift(endingAfter: worst.from)
        findings.append(finding)
      }
      var free = Int64(horizon.start)
      for block in timeline.blocks {
        guard block.start < horizon.end else { break }
        if Int64(block.start) - free >= least {
          check(upTo: min(free + least - 1, Int64(horizon.end)))
          left = Int64(block.start) - least + 1
        }
        free = max(free, Int64(block.end))
      }
      check(upTo: Int64(horizon.end) - free >= least ? free + least - 1 : Int64(horizon.end))
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
