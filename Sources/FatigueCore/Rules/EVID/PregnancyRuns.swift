/// Runs of nights and long nights during pregnancy.
public enum PregnancyRuns {
  public static let most = Limit(
    "EVID-PREG3.in-a-row", Localized(nb: "netter på rad", en: "nights in a row"), .atMost,
    Fraction(3), .count,
    allowed: Fraction(0)...Fraction(5))
  public static let longest = Limit(
    "EVID-PREG3.night-hours", Localized(nb: "lengden på en natt", en: "length of a night"), .atMost,
    Fraction(12), .hours,
    allowed: Fraction(6)...Fraction(16))

  public static let rule = Rule(
    id: "EVID-PREG3",
    lane: .research,
    title: Localized(
      nb: "Nattrekke eller lang natt i svangerskapet",
      en: "Run of nights or long night during pregnancy"),
    section: Localized(
      nb: "NFA, faktaark 2019",
      en: "NFA, fact sheet 2019"),
    test: Localized(
      nb: """
        Mer enn tre netter på rad, eller en natt over 12 timer, for ansatte som selv har bedt om å \
        bli sjekket.
        """,
      en: """
        More than three nights in a row, or a night over 12 hours, for employees who have asked to \
        be checked.
        """),
    why: Localized(
      nb: """
        Mer enn tre netter på rad henger sammen med høyt blodtrykk, netter over 12 timer med \
        sykefravær.
        """,
      en: """
        More than three nights in a row go with raised blood pressure, nights over 12 hours with \
        sick leave.
        """),
    remedies: remedies,
    limits: [most, longest],
    sources: [
      RuleSource(
        Localized(
          nb: "NFA, faktaark 2019",
          en: "NFA, fact sheet 2019"), .secondary)
    ],
    examples: ["N N N ↓N - -", "↓19:00-07:30 - -", "N N N - -"],
    premises: .person(
      Localized(nb: "den ansatte har selv bedt om det", en: "the employee has asked for it")
    ) { $0.isPregnant = true },
    inputs: [.pregnancy],
    evaluate: { evidence, findings in
      guard evidence.about?.isPregnant == true else { return }
      let timeline = evidence.timeline
      let nights = timeline.nights
      let (most, longest) = (evidence.limits.steps(Self.most), evidence.limits.steps(Self.longest))
      for run in timeline.nightRuns {
        let length = Int64(timeline.length(ofNightRun: run))
        if length > most {
          let (first, last) = (nights[run.lowerBound], nights[run.upperBound - 1])
          var finding = Finding(
            .warning, from: evidence.roster.shifts[Int(first.shift)].start,
            to: evidence.roster.shifts[Int(last.shift)].end,
            shift: nights[min(run.upperBound - 1, run.lowerBound + Int(most))].shift,
            measured: Fraction(length), limit: evidence.limits[Self.most], .atMost, .count)
          finding.related = first.shift
          findings.append(finding)
        }
        var known = -1
        for index in run {
          // A night in several rows is one.
          let own = timeline.shift(around: Int(nights[index].block))
          guard own.lowerBound != known else { continue }
          known = own.lowerBound
          let (from, to) = (timeline.blocks[known].start, timeline.blocks[own.upperBound - 1].end)
          let length = Int64(to) - Int64(from)
          guard length > longest else { continue }
          findings.append(
            Finding(
              .warning, from: from, to: to, shift: nights[index].shift,
              measured: Fraction(length, 3600), limit: evidence.limits[Self.longest], .atMost,
              .hours))
        }
      }
    },
    describe: { finding, context in
      let day = context.day(finding.from)
      let what =
        finding.unit == .hours
        ? DurationText.text(finding.measured)
        : Localized(
          nb: "\(finding.measured.text) netter på rad",
          en: "\(finding.measured.text) nights in a row")
      return FindingText(
        Localized(
          nb: "Til \(context.name) alene: \(what[.nb]) fra \(day[.nb]).",
          en: "For \(context.name) only: \(what[.en]) from \(day[.en])."), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: """
          Tilby dagarbeid eller høyst én natt i uken mens graviditeten varer; vedtak tas sammen \
          med den ansatte og BHT.
          """,
        en: """
          Offer day work or at most one night a week during the pregnancy; decide it together with \
          the employee and the occupational health service.
          """)),
    Remedy(
      .individual,
      Localized(
        nb: """
          Snakk med leder, jordmor eller bedriftshelsetjenesten; opplysningen er din og frivillig.
          """,
        en: """
          Talk to your leader, midwife or the occupational health service; the information is \
          yours and voluntary.
          """)),
  ]
}
