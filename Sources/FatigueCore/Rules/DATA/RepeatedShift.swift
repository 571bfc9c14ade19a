/// A shift that stands more than once.
public enum RepeatedShift {
  public static let most = Limit(
    "DATA-DUP.copies", Localized(nb: "ganger en vakt står", en: "times a shift stands"), .atMost,
    Fraction(1), .count, allowed: Fraction(1)...Fraction(1))

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Ta bort den ene raden, eller rett den som skulle vært en annen vakt.",
        en: "Take away one of the rows, or correct the one that should have been another shift."))
  ]

  public static let rule = Rule(
    id: "DATA-DUP",
    lane: .data,
    title: Localized(nb: "Samme vakt flere ganger", en: "The same shift more than once"),
    section: Localized(nb: "kontroll av dataene", en: "data check"),
    test: Localized(
      nb: """
        Samme person har to vakter med samme start og slutt. Like rader telles én gang; der kode \
        eller type er ulik, står begge, og tiden regnes én gang i hvileprøvene.
        """,
      en: """
        One person has two shifts with the same start and end. Equal rows count once; where code \
        or type differ both stand, and the time counts once in the rest tests.
        """),
    why: Localized(
      nb:
        "Enten er vakten ført to ganger, eller så mangler en vakt som skulle stått på en annen dag.",
      en: "Either the shift was entered twice, or a shift that belongs on another day is missing."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "S-UNION: overlapp meldes, så brukes unionen",
          en: "S-UNION: overlap is reported, then the union is used"), .derived)
    ],
    examples: ["D+↓OT:07:30-15:30 - -", "D+A - -"],
    evaluate: { evidence, findings in
      var repeats = evidence.roster.repeats(of: evidence.person)[...]
      let pieces = evidence.timeline.pieces
      let shifts = evidence.roster.shifts
      // Of two that are equal the later one lies inside work that goes on.
      guard
        !repeats.isEmpty
          || evidence.timeline.overlaps.contains(where: {
            $0.seconds == shifts[Int($0.later)].length.seconds
          })
      else { return }
      var i = 0
      while i < pieces.count {
        let first = shifts[Int(pieces[i])]
        var last = i
        while last + 1 < pieces.count, same(shifts[Int(pieces[last + 1])], first) { last += 1 }
        var copies = last - i + 1
        while let next = repeats.first,
          (next.start, next.end) <= (first.start, first.end)
        {
          if same(next, first) { copies += 1 }
          repeats = repeats.dropFirst()
        }
        if copies > 1 {
          var finding = Finding(
            .warning, from: first.start, to: first.end, shift: pieces[last],
            measured: Fraction(Int64(copies)), limit: evidence.limits[most], .atMost, .count)
          if last > i { finding.related = pieces[i] }
          findings.append(finding)
        }
        i = last + 1
      }
    },
    describe: { finding, context in
      let (from, to) = (context.moment(finding.from), context.clock(finding.to))
      let copies = finding.measured.numerator
      let stands = finding.related >= 0
      return FindingText(
        Localized(
          nb: """
            Sjekk dataene: \(context.name) har samme vakt \(copies) ganger, \(from[.nb])–\(to). \
            \(stands ? "Tiden" : "Den") er regnet én gang.
            """,
          en: """
            Check the data: \(context.name) has the same shift \(copies) times, \(from[.en])–\(to). \
            \(stands ? "The time" : "It") is counted once.
            """), remedies)
    })

  private static func same(_ a: Shift, _ b: Shift) -> Bool { a.start == b.start && a.end == b.end }
}
