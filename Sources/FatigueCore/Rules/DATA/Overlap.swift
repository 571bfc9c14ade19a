/// Two shifts of one person that claim the same time.
public enum Overlap {
  public static let most = Limit(
    "DATA-OVERLAP.minutes", Localized(nb: "overlapp", en: "overlap"), .atMost, Fraction(0),
    .minutes, allowed: Fraction(0)...Fraction(1440))

  public static let rule = Rule(
    id: "DATA-OVERLAP",
    lane: .data,
    title: Localized(nb: "Vakter som overlapper", en: "Overlapping shifts"),
    section: Localized(nb: "kontroll av dataene", en: "data check"),
    test: Localized(
      nb: "To vakter hos samme person dekker samme tid. Tiden regnes én gang i hvileprøvene.",
      en: "Two shifts of one person cover the same time. It counts once in the rest tests."),
    why: Localized(
      nb: "Enten er en vakt ført feil, eller så er det en dobbeltvakt som bør stå som én.",
      en: "Either a shift is entered wrongly, or it is a double duty that should stand as one."),
    remedies: [
      Remedy(
        .leader, Localized(nb: "Rett filen.", en: "Correct the file."))
    ],
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "S-UNION: overlapp meldes, så brukes unionen",
          en: "S-UNION: overlap is reported, then the union is used"), .derived)
    ],
    examples: ["D+↓A - -", "D A - -"],
    explainedBy: ["DATA-DUP"],
    evaluate: { evidence, findings in
      let most = evidence.limits.steps(Self.most)
      for overlap in evidence.timeline.overlaps where overlap.seconds > most {
        let (earlier, later) = (
          evidence.roster.shifts[Int(overlap.earlier)], evidence.roster.shifts[Int(overlap.later)]
        )
        var finding = Finding(
          .warning, from: later.start, to: min(later.end, earlier.end), shift: overlap.later,
          measured: Fraction(overlap.seconds, 60), limit: evidence.limits[Self.most], .atMost,
          .minutes)
        finding.related = overlap.earlier
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (later, earlier) = (context.code(finding.shift), context.code(finding.related))
      let (from, to) = (context.moment(finding.from), context.clock(finding.to))
      return FindingText(
        Localized(
          nb: """
            Sjekk dataene: \(context.name) står på \(earlier) og \(later) samtidig, \
            \(from[.nb])–\(to). Tiden er regnet én gang.
            """,
          en: """
            Check the data: \(context.name) is on \(earlier) and \(later) at once, \
            \(from[.en])–\(to). The time is counted once.
            """),
        [
          Remedy(
            .leader,
            Localized(
              nb: "Rett filen: slå vaktene sammen, eller flytt starten på \(later).",
              en: "Correct the file: join the shifts, or move the start of \(later)."))
        ])
    })
}
