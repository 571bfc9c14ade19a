/// Eight hours: the least daily rest a local agreement can reach.
public enum DailyRestFloor {
  public static let floor = Limit(
    "AML-10-8-3D.floor", Localized(nb: "gulv for daglig hvile", en: "floor of the daily rest"),
    .atLeast, Fraction(8), .hours, allowed: Fraction(8)...Fraction(24),
    reach: [AgreementReach(.nationalUnion, .free)])

  /// Whether the floor holds for overtime and call-outs too (§ 10-8 (3) second sentence).
  public static let callOuts = Limit(
    "AML-10-8-3D.call-outs",
    Localized(
      nb: "gulvet gjelder også overtid og utrykning (1 ja, 0 nei, når en avtale sier det)",
      en: "the floor holds for overtime and call-outs too (1 yes, 0 no, where an agreement says so)"
    ),
    .atLeast, Fraction(1), .count, allowed: Fraction(0)...Fraction(1),
    reach: [AgreementReach(.localUnion, .to(Fraction(0))), AgreementReach(.nationalUnion, .free)],
    isParameter: true)

  public static let rule = Rule(
    id: "AML-10-8-3D",
    lane: .law,
    title: Localized(nb: "Under gulvet på 8 timer hvile", en: "Rest under the 8 hour floor"),
    section: Localized(nb: "aml. § 10-8 (3)", en: "Working Environment Act § 10-8 (3)"),
    test: Localized(
      nb: """
        Hvilen mellom to hovedarbeidsperioder er under 8 timer. Vakter som til sammen spenner over høyst 16 timer, \
        kan leses som én delt vakt: da måles det lengste sammenhengende i de 24 timene fra den begynte.
        """,
      en: """
        The rest between two main work periods is under 8 hours. Shifts that together span at most 16 hours may \
        be read as one divided duty: then the longest free stretch in the 24 hours from its start is measured.
        """),
    why: Localized(
      nb: "Så kort fri gir ikke tid til en hel søvn, uansett hvor kort reiseveien er.",
      en: "So short a rest leaves no time for a whole sleep, however short the way home."),
    deviation: Localized(
      nb: """
        Bare fagforening med innstillingsrett (§ 10-12 (4)) kan gå under. Gulvet gjelder ikke \
        arbeid ut over avtalt arbeidstid eller utrykning som må til for å unngå alvorlige \
        driftsforstyrrelser, når det er avtalt.
        """,
      en: """
        Only a union that has the right of nomination (§ 10-12 (4)) can go below. The floor does not hold for work beyond \
        agreed hours or call-outs needed to avoid serious disruption, where that is agreed.
        """),
    remedies: [
      Remedy(
        .leader,
        Localized(
          nb: "Ta bort én av vaktene nå. Er den alt arbeidet, registrer det som brudd.",
          en: "Take away one of the shifts now. If it has been worked, log it as a breach.")),
      Remedy(
        .leader,
        Localized(
          nb: "Undersøk om en sentral avtale dekker personen.",
          en: "Find out whether a central agreement covers the person.")),
    ],
    limits: [floor, callOuts],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (3) og § 10-12 (4)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/")
    ],
    examples: ["N ↓A - -", "D+↓N - -", "A D -"],
    explainedBy: ["AML-10-6-9D"],
    isFloor: true,
    evaluate: { evidence, findings in
      // The same rests as the main rule, so that a duty is read as spread out or not just once.
      for rest in evidence.timeline.shortRests(under: PersonTimeline.periodRest) {
        guard var finding = ShortRestText.finding(rest, floor, evidence),
          !evidence.isAgreed(finding, by: .nationalUnion, DailyRest.minimum),
          agreedCallOut(rest, finding, evidence) == nil
        else { continue }
        finding.status =
          finding.readings.contains(.gap) ? evidence.lawStatus(pastFloor: true) : .disputed
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let text = ShortRestText(finding, context)
      guard !text.isSpread else {
        return FindingText(
          Localized(
            nb: """
              \(context.name): vakten som begynte \(text.from[.nb]), gir bare \
              \(text.measured[.nb]) sammenhengende fri i løpet av 24 timer, under gulvet på \
              \(text.limit[.nb]) (aml. § 10-8 (3)). Om gulvet skal måles slik, er omtvistet.
              """,
            en: """
              \(context.name): the duty that began on \(text.from[.en]) leaves only \
              \(text.measured[.en]) free in one stretch within 24 hours, under the floor of \
              \(text.limit[.en]) (Working Environment Act § 10-8 (3)). Whether the floor is to be \
              measured so is disputed.
              """), text.spreadRemedies)
      }
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(text.measured[.nb]) hvile mellom \(text.from[.nb]) og \
            \(text.to[.nb]) er under gulvet på \(text.limit[.nb]) (aml. § 10-8 (3)). Lokal avtale \
            kan ikke gi dette.
            """,
          en: """
            \(context.name): \(text.measured[.en]) of rest between \(text.from[.en]) and \
            \(text.to[.en]) is under the floor of \(text.limit[.en]) (Working Environment Act \
            § 10-8 (3)). A local agreement cannot give this.
            """), text.floorRemedies)
    })

  /// The agreement that takes overtime and call-outs out of the floor, where such work cuts the rest
  /// short; nil when there is none.
  static func agreedCallOut(
    _ rest: ShortRest, _ finding: Finding, _ evidence: borrowing Evidence
  ) -> Int16? {
    guard !evidence.limits.agreements.isEmpty else { return nil }
    let inForce = evidence.inForce(callOuts, from: rest.from, to: rest.to, shift: finding.shift)
    guard inForce.agreement >= 0, inForce.steps == 0 else { return nil }
    let blocks = evidence.timeline.blocks
    let cuts = [blocks[Int(rest.before)].last, blocks[Int(rest.after)].first].contains { shift in
      let kind = evidence.roster.shifts[Int(shift)].kind
      return kind == .overtime || kind == .callOut
    }
    return cuts ? inForce.agreement : nil
  }
}

extension Evidence {
  /// An agreement of this level or more moves the limit so far that the finding is inside it: then it
  /// is inside the floor of lesser agreements too.
  func isAgreed(_ finding: Finding, by level: AgreementLevel, _ limit: Limit) -> Bool {
    guard !limits.agreements.isEmpty else { return false }
    let inForce = inForce(limit, from: finding.from, to: finding.to, shift: finding.shift)
    return inForce.agreement >= 0 && limits.agreements[Int(inForce.agreement)].level >= level
      && limit.relation.holds(finding.measured, inForce.value)
  }
}
