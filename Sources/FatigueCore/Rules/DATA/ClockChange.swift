/// A written time that the clock skips in spring.
public enum ClockGap {
  public static let rule = ClockChangeText.rule(
    id: "DATA-DSTGAP", flags: [.startInGap, .endInGap], limit: limit,
    title: Localized(nb: "Klokkeslett som ikke finnes", en: "A time that does not exist"),
    test: Localized(
      nb:
        "En vakt begynner eller slutter i timen som klokka stilles fram over. Den er lest som en time senere.",
      en:
        "A shift begins or ends in the hour the clock is put forward over. It is read as an hour later."
    ),
    rfc: Localized(
      nb: "RFC 5545 3.3.5: tid i hullet leses med forskyvningen før det",
      en: "RFC 5545 3.3.5: a time in the gap is read with the offset before it"),
    examples: ["@2026-03-29 ↓02:30-10:00 -", "@2026-03-28 22:00-03:00 -"],
    sentence: { name, day in
      Localized(
        nb: """
          Sjekk dataene: \(name) har en vakt \(day[.nb]) med et klokkeslett som ikke finnes \
          (klokka stilles fram). Det er lest som en time senere.
          """,
        en: """
          Check the data: \(name) has a shift on \(day[.en]) with a time that does not exist (the \
          clock is put forward). It is read as an hour later.
          """)
    })

  public static let limit = Limit(
    "DATA-DSTGAP.times", Localized(nb: "slike klokkeslett", en: "such times"), .atMost,
    Fraction(0), .count, allowed: Fraction(0)...Fraction(0))
}

/// A written time that the clock shows twice in autumn.
public enum ClockFold {
  public static let rule = ClockChangeText.rule(
    id: "DATA-DSTAMB", flags: [.startInFold, .endInFold], limit: limit,
    title: Localized(nb: "Klokkeslett som finnes to ganger", en: "A time that occurs twice"),
    test: Localized(
      nb:
        "En vakt begynner eller slutter i timen som går to ganger når klokka stilles tilbake. Den første er brukt; tidssone i tiden (+02:00) avgjør.",
      en:
        "A shift begins or ends in the hour that runs twice when the clock is put back. The first is used; an offset in the time (+02:00) decides."
    ),
    rfc: Localized(
      nb: "RFC 5545 3.3.5: en tid som går to ganger, er den første",
      en: "RFC 5545 3.3.5: a time that occurs twice is the first"),
    examples: ["@2026-10-24 ↓22:00-02:30 -", "@2026-10-24 22:00-03:00 -"],
    sentence: { name, day in
      Localized(
        nb: """
          Sjekk dataene: \(name) har en vakt \(day[.nb]) med et klokkeslett som finnes to ganger \
          (klokka stilles tilbake). Den første er brukt.
          """,
        en: """
          Check the data: \(name) has a shift on \(day[.en]) with a time that occurs twice (the \
          clock is put back). The first is used.
          """)
    })

  public static let limit = Limit(
    "DATA-DSTAMB.times", Localized(nb: "slike klokkeslett", en: "such times"), .atMost,
    Fraction(0), .count, allowed: Fraction(0)...Fraction(0))
}

/// What the two rules on clock changes share.
enum ClockChangeText {
  static func rule(
    id: String, flags: ShiftFlags, limit: Limit, title: Localized, test: Localized,
    rfc: Localized, examples: [RosterStrip],
    sentence: @escaping @Sendable (String, Localized) -> Localized
  ) -> Rule {
    let remedies = [
      Remedy(
        .leader,
        Localized(
          nb: "Skriv klokkeslettet som gjelder, gjerne med tidssone (+01:00 eller +02:00).",
          en: "Write the time that holds, if need be with an offset (+01:00 or +02:00)."))
    ]
    return Rule(
      id: id, lane: .data, title: title,
      section: Localized(nb: "kontroll av dataene", en: "data check"), test: test,
      why: Localized(
        nb: "Vakten kan være en time lengre eller kortere enn den ser ut til.",
        en: "The shift may be an hour longer or shorter than it looks."),
      remedies: remedies, limits: [limit],
      sources: [
        RuleSource(
          rfc, .primary,
          url: "https://www.rfc-editor.org/rfc/rfc5545")
      ],
      examples: examples,
      evaluate: { evidence, findings in
        guard !evidence.timeline.flags.isDisjoint(with: flags) else { return }
        for index in evidence.timeline.pieces {
          let shift = evidence.roster.shifts[Int(index)]
          let times = shift.flags.intersection(flags).rawValue.nonzeroBitCount
          guard times > 0 else { continue }
          findings.append(
            Finding(
              .note, from: shift.start, to: shift.end, shift: index,
              measured: Fraction(Int64(times)), limit: evidence.limits[limit], .atMost, .count))
        }
      },
      describe: { finding, context in
        FindingText(sentence(context.name, context.day(finding.from)), remedies)
      })
  }
}
