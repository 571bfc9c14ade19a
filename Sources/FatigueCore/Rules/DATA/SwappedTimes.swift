/// A shift whose end is before its start on the clock, and which became very long by going into the
/// next day.
public enum SwappedTimes {
  public static let most = Limit(
    "DATA-ENDSTART.hours",
    Localized(nb: "lengde til neste dag", en: "length into the next day"), .below, Fraction(16),
    .hours, allowed: Fraction(16)...Fraction(16))

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Bytt start og slutt om de er byttet om; ellers skriv sluttdatoen.",
        en: "Swap start and end if they are swapped; otherwise write the end date."))
  ]

  public static let rule = Rule(
    id: "DATA-ENDSTART",
    lane: .data,
    title: Localized(nb: "Slutt før start på klokka", en: "End before start on the clock"),
    section: Localized(nb: "kontroll av dataene", en: "data check"),
    test: Localized(
      nb: """
        En vakt uten sluttdato slutter tidligere på klokka enn den begynner, og er derfor lest til \
        neste dag; den blir 16 timer eller mer. En slutt som virkelig ligger før starten, leses \
        ikke (IN-053).
        """,
      en: """
        A shift without an end date ends earlier on the clock than it begins and was therefore read \
        into the next day; it becomes 16 hours or more. An end that truly lies before the start is \
        not read (IN-053).
        """),
    why: Localized(
      nb: "Start og slutt kan være byttet om: 15:00–07:30 er 16,5 timer, 07:30–15:00 er 7,5.",
      en: "Start and end may be swapped: 15:00–07:30 is 16.5 hours, 07:30–15:00 is 7.5."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "utledet: vakter over midnatt er sjelden 16 timer",
          en: "derived: shifts over midnight are seldom 16 hours"), .derived)
    ],
    examples: ["↓15:00-07:30 - -", "15:00-06:30 - -"],
    evaluate: { evidence, findings in
      guard evidence.timeline.flags.contains(.longRolled) else { return }
      for index in evidence.timeline.pieces {
        let shift = evidence.roster.shifts[Int(index)]
        guard shift.flags.contains(.longRolled) else { continue }
        findings.append(
          Finding(
            .warning, from: shift.start, to: shift.end, shift: index,
            measured: Fraction(shift.length.seconds, 3600), limit: evidence.limits[most], .below,
            .hours))
      }
    },
    describe: { finding, context in
      let length = Elapsed(seconds: Int64(finding.to) - Int64(finding.from))
      let (from, to) = (context.moment(finding.from), context.clock(finding.to))
      return FindingText(
        Localized(
          nb: """
            Sjekk dataene: vakten til \(context.name) \(from[.nb])–\(to) er lest til neste dag og \
            blir \(length.nb).
            """,
          en: """
            Check the data: \(context.name)'s shift \(from[.en])–\(to) was read into the next day \
            and becomes \(length.en).
            """), remedies)
    })
}
