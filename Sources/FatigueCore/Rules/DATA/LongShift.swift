/// A shift of more than a day, which is more often a wrong date than a shift.
public enum LongShift {
  public static let most = Limit(
    "DATA-LONG.hours", Localized(nb: "en vakts lengde", en: "length of a shift"), .atMost,
    Fraction(24), .hours, allowed: Fraction(12)...Fraction(168))

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Rett sluttdatoen. Er det en hvilende vakt, skriv typen (hvilende vakt).",
        en: "Correct the end date. If it is a resting duty, write its type (passive)."))
  ]

  public static let rule = Rule(
    id: "DATA-LONG",
    lane: .data,
    title: Localized(nb: "Vakt på over et døgn", en: "A shift of more than a day"),
    section: Localized(nb: "kontroll av dataene", en: "data check"),
    test: Localized(
      nb: "En vakt varer over 24 timer og er ikke merket som hvilende vakt eller hjemmevakt.",
      en: "A shift lasts over 24 hours and is not marked as a passive or on-call duty."),
    why: Localized(
      nb: """
        Som oftest er sluttdatoen feil. Da blir både timene, hvilen etter vakten og søvnigheten i \
        den gale.
        """,
      en: """
        Most often the end date is wrong. Then the hours, the rest after the shift and the \
        sleepiness in it are wrong too.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "utledet: et døgn har 24 timer; lengre vakter er medleverturnus eller hvilende vakt",
          en: "derived: a day has 24 hours; longer shifts are live-in or resting duties"),
        .derived)
    ],
    examples: ["↓07:00-32:00 - -", "07:00-31:00 - -"],
    evaluate: { evidence, findings in
      let most = evidence.limits.steps(Self.most)
      guard evidence.timeline.longestBlock > most else { return }
      for index in evidence.timeline.pieces {
        let shift = evidence.roster.shifts[Int(index)]
        let length = Int64(shift.end) - Int64(shift.start)
        guard length > most, shift.kind != .passive else { continue }
        var finding = Finding(
          .warning, from: shift.start, to: shift.end, shift: index,
          measured: Fraction(length, 3600), limit: evidence.limits[Self.most], .atMost, .hours)
        finding.dstOnly =
          length + evidence.wallClockExcess(from: shift.start, to: shift.end) <= most
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let length = Elapsed(seconds: Int64(finding.to) - Int64(finding.from))
      let (from, to) = (context.moment(finding.from), context.moment(finding.to))
      return FindingText(
        Localized(
          nb: """
            Sjekk dataene: \(context.name) har en vakt på \(length.nb), fra \(from[.nb]) til \
            \(to[.nb]).
            """,
          en: """
            Check the data: \(context.name) has a shift of \(length.en), from \(from[.en]) to \
            \(to[.en]).
            """), remedies)
    })
}
