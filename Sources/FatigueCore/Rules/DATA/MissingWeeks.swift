/// Whole weeks in which nothing stands: for one person, or for everybody.
public enum MissingWeeks {
  public static let most = Limit(
    "DATA-GAP.weeks", Localized(nb: "tomme uker på rad", en: "empty weeks in a row"), .atMost,
    Fraction(0), .weeks, allowed: Fraction(0)...Fraction(52))

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Sjekk at eksporten har med alle uker, og før fri og ferie med kode.",
        en: "Check that the export has every week, and write days off and leave with a code."))
  ]

  public static let rule = Rule(
    id: "DATA-GAP",
    lane: .data,
    title: Localized(nb: "Hull i planen", en: "A gap in the plan"),
    section: Localized(nb: "kontroll av dataene", en: "data check"),
    test: Localized(
      nb: """
        En hel uke eller mer er uten en eneste rad, også uten fri og fravær, mellom uker som har \
        rader. Mangler uken for alle, meldes det én gang. For én person meldes det bare der \
        personen ellers har rader i minst tre av fire uker.
        """,
      en: """
        A whole week or more has not a single row, not even a day off or an absence, between weeks \
        that have. A week that lacks for everybody is told once. For one person it is told only \
        where the person otherwise has rows in at least three weeks of four.
        """),
    why: Localized(
      nb: """
        En uke som mangler i filen, ser ut som fri. Hvilen rundt den blir for lang, og vakter som \
        burde vært prøvd, er ikke med.
        """,
      en: """
        A week that lacks in the file looks like time off. The rest around it comes out too long, \
        and shifts that should have been tested are not there.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "utledet: hele uker uten rader er som regel ferie uten kode eller en uke som mangler",
          en: "derived: whole weeks without rows are mostly leave without a code or a lost week"),
        .derived)
    ],
    examples: [
      "D D D - - - - D D - - - - - . . . . . . . ↓D D D",
      "D D D - - - - F1 F1 F1 F1 F1 F1 F1 D D D",
    ],
    evaluate: { evidence, findings in
      guard evidence.hasGaps else { return }
      var marks = evidence.blankWeeks
      let slice = evidence.roster.slices[evidence.person]
      marks.add(evidence.roster.shifts, in: slice)
      let stretches = marks.empty
      guard !stretches.isEmpty, isRegular(marks, stretches.count) else { return }
      for stretch in stretches where !isEverybodys(stretch, evidence.emptyWeeks) {
        append(stretch, slice, evidence.roster, evidence.limits, .note, &findings)
      }
    },
    evaluatePlan: { evidence, findings in
      var marks = WeekMarks(evidence.roster)
      marks.add(evidence.roster.shifts, in: evidence.roster.shifts.indices)
      let stretches = marks.empty
      // A single person may well work every other week.
      guard evidence.roster.people.count > 1 || isRegular(marks, stretches.count) else { return }
      for stretch in stretches {
        append(
          stretch, evidence.roster.shifts.indices, evidence.roster, evidence.limits,
          evidence.roster.people.count > 1 ? .warning : .note, &findings)
      }
    },
    describe: { finding, context in
      let weeks = finding.measured.numerator
      let (from, to) = (context.day(finding.from), context.day(finding.to - 1))
      guard finding.isAboutPlan else {
        return FindingText(
          Localized(
            nb: """
              Sjekk dataene: \(context.name) har ingen rader i \(weeks) \(weeks == 1 ? "uke" : "uker"), \
              \(from[.nb]) – \(to[.nb]). Er det ferie uten kode, eller mangler noe?
              """,
            en: """
              Check the data: \(context.name) has no rows in \(weeks) \(weeks == 1 ? "week" : "weeks"), \
              \(from[.en]) – \(to[.en]). Is it leave without a code, or is something missing?
              """), remedies)
      }
      return FindingText(
        Localized(
          nb: """
            Sjekk dataene: ingen har rader i \(weeks) \(weeks == 1 ? "uke" : "uker"), \(from[.nb]) – \
            \(to[.nb]). Mangler noe i filen?
            """,
          en: """
            Check the data: nobody has rows in \(weeks) \(weeks == 1 ? "week" : "weeks"), \
            \(from[.en]) – \(to[.en]). Is something missing in the file?
            """), remedies)
    })

  /// `Assumed:` who has rows in three weeks of four, and an empty stretch at most once a quarter,
  /// works regularly; in other patterns empty weeks are the pattern.
  private static func isRegular(_ marks: WeekMarks, _ stretches: Int) -> Bool {
    marks.filled * 4 >= marks.span * 3 && stretches <= (marks.span + 12) / 13
  }

  private static func isEverybodys(_ stretch: WorkInterval, _ empty: [WorkInterval]) -> Bool {
    empty.contains { $0.start <= stretch.start && stretch.end <= $0.end }
  }

  /// Points at the first entry after the stretch.
  private static func append(
    _ stretch: WorkInterval, _ entries: Range<Int>, _ roster: Roster, _ limits: Limits,
    _ status: FindingStatus, _ findings: inout [Finding]
  ) {
    let weeks = (Int64(stretch.end) - Int64(stretch.start) + 302_400) / 604_800
    guard weeks > limits.steps(most) else { return }
    var next: Int?
    for index in entries where roster.shifts[index].start >= stretch.end {
      if next.map({ roster.shifts[index].start < roster.shifts[$0].start }) ?? true { next = index }
    }
    guard let next else { return }
    findings.append(
      Finding(
        status, from: stretch.start, to: stretch.end, shift: Int32(next),
        measured: Fraction(weeks), limit: limits[most], .atMost, .weeks))
  }
}
