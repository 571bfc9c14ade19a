/// Two people whose names are nearly the same.
public enum TwoSpellings {
  public static let most = Limit(
    "DATA-NAMES.spellings", Localized(nb: "skrivemåter av et navn", en: "spellings of a name"),
    .atMost, Fraction(1), .count, allowed: Fraction(1)...Fraction(1))

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Skriv navnet likt hvis det er én person, eller gi begge ansattnummer.",
        en: "Write the name alike if it is one person, or give both a staff number."))
  ]

  public static let rule = Rule(
    id: "DATA-NAMES",
    lane: .data,
    title: Localized(nb: "Samme person med to skrivemåter?", en: "One person under two spellings?"),
    section: Localized(nb: "kontroll av dataene", en: "data check"),
    test: Localized(
      nb: """
        To navn skiller seg bare ved store bokstaver, Å og Aa, bindestrek, ordenes rekkefølge eller \
        én bokstav, og de to er ikke på vakt samtidig. De regnes likevel som to personer.
        """,
      en: """
        Two names differ only by capitals, Å and Aa, a hyphen, the order of the words or one letter, \
        and the two are never at work at once. They still count as two people.
        """),
    why: Localized(
      nb: """
        Er det én person, er hvilen mellom vaktene under de to navnene ikke prøvd, og timene er \
        delt på to.
        """,
      en: """
        If it is one person, the rest between the shifts under the two names was not tested, and \
        the hours are split in two.
        """),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "S-UNION: prøves per person; utledet: navn som nesten er like",
          en: "S-UNION: tested per person; derived: names nearly alike"), .derived)
    ],
    examples: [],
    evaluatePlan: { evidence, findings in
      for pair in SimilarNames.pairs(in: evidence.roster) {
        let (first, second) = (
          evidence.roster.slices[pair.first], evidence.roster.slices[pair.second]
        )
        let shift = evidence.roster.shifts[second.lowerBound]
        var finding = Finding(
          .note, from: shift.start, to: shift.end, shift: Int32(second.lowerBound),
          measured: Fraction(2), limit: evidence.limits[most], .atMost, .count)
        finding.related = Int32(first.lowerBound)
        finding.detail = pair.byLetter ? 1 : 0
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let (a, b) = (context.person(finding.related), context.person(finding.shift))
      let byLetter = finding.detail == 1
      return FindingText(
        Localized(
          nb: """
            Sjekk dataene: navnene til \(a) og \(b) skiller seg bare ved \
            \(byLetter ? "én bokstav" : "skrivemåten"). De regnes som to personer, så hvilen mellom \
            vaktene deres er ikke prøvd.
            """,
          en: """
            Check the data: the names of \(a) and \(b) differ only by \
            \(byLetter ? "one letter" : "spelling"). They count as two people, so the rest between \
            their shifts was not tested.
            """), remedies)
    })
}
