/// Twenty-four hours of weekly rest and the eleven of daily rest before them (article 5, C-477/21).
public enum DirectiveWeeklyRest {
  public static let least = Limit(
    "EU-5.weekly-rest",
    Localized(nb: "ukentlig hvile, 24 + 11 timer", en: "weekly rest, 24 + 11 hours"), .atLeast,
    Fraction(35), .hours, allowed: Fraction(24)...Fraction(72), reach: DirectiveText.reach)
  public static let reference = Limit(
    "EU-5.reference",
    Localized(
      nb: "referanseperiode (1, eller 2 etter artikkel 16 a)",
      en: "reference period (1, or 2 by article 16 a)"), .atMost, Fraction(1), .weeks,
    allowed: Fraction(1)...Fraction(2), isParameter: true)
  /// Two weekly rests taken as one: 24 + 24 hours and one daily rest.
  private static let double: Int64 = 59 * 3600

  public static let rule = Rule(
    id: "EU-5",
    lane: .law,
    title: Localized(
      nb: "Under 24 + 11 timer ukehvile (arbeidstidsdirektivet)",
      en: "Weekly rest under 24 + 11 hours (Working Time Directive)"),
    section: DirectiveText.section("5"),
    test: Localized(
      nb: """
        En fast uke mangler en sammenhengende friperiode på 35 timer: 24 timer ukehvile og de 11 \
        timene daglig hvile som skal gis før den (C-477/21). De tre lesningene er som i AML-10-8-2. \
        Med referanseperiode 2 kreves to slike på fjorten dager, eller én på 59 timer.
        """,
      en: """
        A fixed week lacks a free stretch of 35 hours: 24 hours of weekly rest and the 11 of daily \
        rest that are owed before it (C-477/21). The three readings are as in AML-10-8-2. With a \
        reference period of 2, two such stretches are asked for in fourteen days, or one of 59 \
        hours.
        """),
    why: Localized(
      nb: "Daglig hvile er ikke en del av ukehvilen; den som slår dem sammen, tar elleve timer.",
      en: "Daily rest is no part of the weekly rest; merging the two takes eleven hours away."),
    deviation: DirectiveText.deviation,
    remedies: remedies,
    limits: [least, reference],
    sources: [
      DirectiveText.source("5, 16 a"),
      RuleSource(
        "C-477/21 (2.3.2023)", .primary,
        url: "https://curia.europa.eu/juris/document/document.jsf?docid=270828"),
      RuleSource(
        Localized(
          nb: "35 t norsk ukehvile er 24 + 11; med 28 t etter avtale er det 17 t igjen",
          en: "35 h of Norwegian weekly rest are 24 + 11; with 28 h by agreement 17 h are left"),
        .derived),
    ],
    examples: ["D ↓D D D D D D", "D D D D D - -", "D D D A - ↓D D"],
    explainedBy: ["AML-10-8-2", "AML-10-8-3W"],
    evaluate: { evidence, findings in
      guard !evidence.timeline.blocks.isEmpty else { return }
      guard evidence.limits.steps(reference) < 2 else {
        addFortnights(evidence, &findings)
        return
      }
      let first = findings.count
      WeeklyRestRule.addWeeks(least, evidence, &findings)
      for i in first..<findings.count { note(&findings[i], evidence) }
    },
    describe: { finding, context in describe(finding, context) })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Legg de to fridagene i uken ved siden av hverandre.",
        en: "Put the two days off of the week side by side.")),
    Remedy(
      .leader,
      Localized(
        nb: "Gi døgnhvilen før ukehvilen begynner å løpe.",
        en: "Give the daily rest before the weekly rest begins to run.")),
  ]

  /// Where an agreement under the Act allows a shorter weekly rest, and this is one, the derogation
  /// has its authority there: a note. `balance` is then 1.
  private static func note(_ finding: inout Finding, _ evidence: borrowing Evidence) {
    let national = evidence.inForce(
      WeeklyRestRule.minimum, from: finding.from, to: finding.to, shift: -1)
    guard national.agreement >= 0, finding.measured >= national.value else { return }
    finding.status = .note
    finding.agreement = national.agreement
    finding.balance = 1
  }

  /// Fortnights one after another from the first whole week; `count` is 2.
  private static func addFortnights(_ evidence: borrowing Evidence, _ findings: inout [Finding]) {
    let weeks = evidence.weeks
    var first = 0
    while first + 1 < weeks.count {
      defer { first += 2 }
      let (from, to) = (weeks[first].from, weeks[first + 1].to)
      let rests = evidence.timeline.longestRests(from: from, to: to)
      let inForce = evidence.inForce(least, from: from, to: to, shift: -1)
      guard rests.second < inForce.steps, rests.longest < double,
        let shift = evidence.timeline.blocks.last(where: { $0.start < to })
      else { continue }
      let measured = Fraction(rests.second, 3600)
      var finding = Finding(
        evidence.lawStatus(least, measured: measured), from: from, to: to, shift: shift.first,
        measured: measured, limit: inForce.value, .atLeast, .hours)
      finding.agreement = inForce.agreement
      finding.detail = Int32(clamping: rests.longest)
      finding.balance = 2
      findings.append(finding)
    }
  }

  private static func describe(_ finding: Finding, _ context: FindingContext) -> FindingText {
    let (measured, limit) = (
      DurationText.text(finding.measured), DurationText.text(finding.limit)
    )
    let day = context.day(finding.from)
    guard finding.balance != 2 else {
      let longest = Elapsed(seconds: Int64(finding.detail)).text
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel, de fjorten dagene fra \(day[.nb]) har ikke to friperioder \
            på \(limit[.nb]); de lengste er \(longest[.nb]) og \(measured[.nb]) (artikkel 5 og 16 a).
            """,
          en: """
            \(context.name): EU rule, the fourteen days from \(day[.en]) do not have two free \
            stretches of \(limit[.en]); the longest are \(longest[.en]) and \(measured[.en]) \
            (articles 5 and 16 a).
            """), remedies)
    }
    var message = Localized(
      nb: """
        \(context.name): EU-regel, lengste friperiode i uken fra \(day[.nb]) er \
        \(measured[.nb]) mot \(limit[.nb]), 24 + 11 timer (artikkel 5, C-477/21).
        """,
      en: """
        \(context.name): EU rule, the longest free stretch of the week from \(day[.en]) is \
        \(measured[.en]) against \(limit[.en]), 24 + 11 hours (article 5, C-477/21).
        """)
    if finding.balance == 1 {
      let left = DurationText.text(
        max(Fraction(0), finding.measured - Fraction(11)))
      message.nb += """
         Etter døgnhvilen er det \(left[.nb]) igjen; en avtale etter aml. § 10-8 (3) tillater det.
        """
      message.en += """
         After the daily rest \(left[.en]) are left; an agreement under § 10-8 (3) of the Working \
        Environment Act permits it.
        """
    } else if !finding.readings.contains(.touches) {
      message.nb += " I den mildeste lesningen har uken nok."
      message.en += " In the mildest reading the week has enough."
    }
    return FindingText(message, remedies)
  }
}

extension PersonTimeline {
  /// The two longest free stretches wholly inside a period, in seconds; 0 where there is none.
  func longestRests(from: Int32, to: Int32) -> (longest: Int64, second: Int64) {
    var (longest, second) = (Int64(0), Int64(0))
    var open = Int64(from)
    func add(_ until: Int64) {
      let rest = until - open
      if rest > longest {
        (longest, second) = (rest, longest)
      } else if rest > second {
        second = rest
      }
    }
    for block in blocks[block(endingAfter: from)...] {
      if block.start >= to { break }
      add(Int64(block.start))
      open = max(open, Int64(block.end))
    }
    add(Int64(to))
    return (longest, second)
  }
}
