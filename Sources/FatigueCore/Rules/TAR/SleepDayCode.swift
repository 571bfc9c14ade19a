/// A day-off code on a date with work: the sleep day after a night is not a day off.
public enum SleepDayCode {
  public static let most = Limit(
    "TAR-SOV.hours", Localized(nb: "arbeid på en fridag", en: "work on a day off"), .atMost,
    Fraction(0), .hours, allowed: Fraction(0)...Fraction(24))

  public static let rule = Rule(
    id: "TAR-SOV",
    lane: .agreement,
    title: Localized(nb: "Sovedag ført som fridag", en: "Sleep day written as a day off"),
    section: Localized(nb: "praksis i fagforeningene", en: "practice of the unions"),
    test: Localized(
      nb: """
        En fridagskode (F1–F5) står på en dato der en natt slutter eller noe arbeid ligger. Koden \
        F1 på en slik dag kan likevel oppfylle timene i loven; det er to ulike funn.
        """,
      en: """
        A day-off code (F1–F5) stands on a date on which a night ends or any work lies. The code F1 \
        on such a day may still meet the hours of the Act; these are two findings.
        """),
    why: Localized(
      nb: "Dagen etter natt går til å sove; den som får den som fridag, har ingen fridag.",
      en: "The day after a night goes to sleep; one who gets it as a day off has none."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "Praksis i fagforeningene; ingen skriftlig kilde funnet",
          en: "Practice of the unions; no written source was found"), .derived)
    ],
    examples: ["N ↓F1 - A", "N - F1 A"],
    standing: .off(
      Localized(
        nb: "ingen skriftlig kilde er funnet for normen",
        en: "no written source was found for the norm")),
    inputs: [.dayOffCodes],
    evaluate: { evidence, findings in
      let (roster, timeline) = (evidence.roster, evidence.timeline)
      guard !timeline.blocks.isEmpty else { return }
      for row in evidence.rows(.off) {
        let shift = roster.shifts[Int(row)]
        guard roster.dayOffNumber(shift) != nil else { continue }
        let seconds = timeline.work(from: shift.start, to: shift.end)
        let limit = evidence.inForce(most, from: shift.start, to: shift.end, shift: row)
        guard seconds > limit.steps else { continue }
        let block = timeline.blocks[timeline.block(endingAfter: shift.start)]
        var finding = Finding(
          limit.status(otherwise: .note), from: shift.start, to: shift.end, shift: row,
          measured: Fraction(seconds, 3600), limit: limit.value, .atMost, .hours)
        finding.agreement = limit.agreement
        finding.related = block.first
        finding.detail = block.start < shift.start ? 1 : 0
        finding.balance = Int32(
          clamping: evidence.inForce(
            WeeklyRestRule.minimum, from: shift.start, to: shift.end, shift: -1
          ).steps)
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let day = context.day(finding.from)
      let code = context.code(finding.shift)
      let limit = Elapsed(seconds: Int64(finding.balance)).text
      let measured = DurationText.text(finding.measured)
      let ends = finding.detail == 1
      return FindingText(
        Localized(
          nb: """
            \(context.name): fridagskoden \(code) \(day[.nb]) ligger på \
            \(ends ? "dagen natten slutter" : "en dag med arbeid") (\(measured[.nb]) arbeid). \
            Sjekk at friperioden er \(limit[.nb]), og avtal om dagen skal telle.
            """,
          en: """
            \(context.name): the day-off code \(code) on \(day[.en]) lies on \
            \(ends ? "the day a night ends" : "a day with work") (\(measured[.en]) of work). See \
            that the free stretch is \(limit[.en]), and agree on whether the day counts.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Flytt koden til en dato som er helt fri.",
        en: "Move the code to a date that is wholly free.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Avtal at sovedagen ikke er en fridag.",
        en: "Agree that the sleep day is no day off.")),
  ]
}
