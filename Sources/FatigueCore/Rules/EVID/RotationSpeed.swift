/// Runs of one shift type that are neither fast nor slow enough.
public enum RotationSpeed {
  public static let most = Limit(
    "EVID-ROTSPD.run", Localized(nb: "like vakter på rad", en: "alike shifts in a row"), .atMost,
    Fraction(3), .shifts, allowed: Fraction(1)...Fraction(14))
  public static let red = Limit(
    "EVID-ROTSPD.red", Localized(nb: "rødt nivå", en: "red level"), .below, Fraction(6), .shifts,
    allowed: Fraction(2)...Fraction(14))
  public static let slow = Limit(
    "EVID-ROTSPD.slow", Localized(nb: "langsom rotasjon", en: "slow rotation"), .below,
    Fraction(14), .shifts, allowed: Fraction(7)...Fraction(60))

  static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Legg 1–3 like vakter på rad og bytt framover: dag, kveld, natt, fri.",
        en: "Put 1–3 alike in a row and change forward: day, evening, night, off."))
  ]

  public static let rule = Rule(
    id: "EVID-ROTSPD",
    lane: .research,
    title: Localized(nb: "Mange like vakter på rad", en: "Many alike shifts in a row"),
    section: Localized(nb: "HSE; nordiske råd (WOW)", en: "HSE; Nordic recommendations (WOW)"),
    test: Localized(
      nb: """
        Lengste rekke av samme vakttype (dag, kveld, natt etter starttid, under 72 timer imellom) \
        hos en som går minst to typer: 4–5 gult, 6–13 rødt, 14 eller flere er langsom rotasjon.
        """,
      en: """
        Longest run of one shift type (day, evening, night by start, less than 72 hours between) \
        of a person who works at least two types: 4–5 yellow, 6–13 red, 14 or more is slow \
        rotation.
        """),
    why: Localized(
      nb: "2–3 like vakter lar døgnrytmen stå; 4–13 flytter den halvveis, og så må den tilbake.",
      en: "2–3 alike leave the body clock where it is; 4–13 move it half-way, then back again."),
    remedies: remedies,
    limits: [most, red, slow],
    sources: [
      RuleSource(
        Localized(nb: "HSE: 2–3 døgn eller 3–4 uker", en: "HSE: 2–3 days or 3–4 weeks"), .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(nb: "WOW: 2–3 netter", en: "WOW: 2–3 nights"), .primary,
        url: "https://www.ttl.fi/en/summary-of-the-key-wow-recommendations/"),
    ],
    examples: ["D - N N N ↓N - -", "D D D N N N - -"],
    explainedBy: ["EVID-N3"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let most = evidence.limits.held(Self.most)
      let longest = timeline.longestRun
      let length = Int64(longest.count)
      guard length > most.steps, timeline.rotates else { return }
      let isSlow = length >= evidence.limits.steps(slow)
      let isRed = !isSlow && length >= evidence.limits.steps(red)
      let limit = isSlow ? evidence.limits[slow] : isRed ? evidence.limits[red] : most.value
      let relation = isSlow ? slow.relation : isRed ? red.relation : Self.most.relation
      let periods = timeline.periods
      let past = min(
        longest.periods.upperBound - 1, longest.periods.lowerBound + Int(most.steps))
      let block = timeline.blocks[Int(periods[past].blocks.lowerBound)]
      var finding = Finding(
        isRed ? .warning : .note, from: periods[longest.periods.lowerBound].start,
        to: periods[longest.periods.upperBound - 1].end, shift: block.first,
        measured: Fraction(length), limit: limit, relation, .shifts)
      finding.count = Int32(length)
      finding.detail = Int32(longest.type.rawValue) + (isSlow ? 16 : 0)
      finding.balance = Int32(timeline.backwardSteps * 2 - timeline.steps.count)
      findings.append(finding)
    },
    describe: { finding, context in
      let type = ShiftType(rawValue: UInt8(finding.detail & 15)) ?? .day
      let name = type.plural
      guard finding.detail < 16 else {
        let backward = finding.balance > 0
        return FindingText(
          Localized(
            nb: """
              \(context.name): langsom rotasjon, \(finding.count) \(name[.nb]) på rad fra \
              \(context.day(finding.from)[.nb]), mest \(backward ? "mot" : "med") klokka.
              """,
            en: """
              \(context.name): slow rotation, \(finding.count) \(name[.en]) in a row from \
              \(context.day(finding.from)[.en]), mostly \(backward ? "backward" : "forward").
              """), remedies)
      }
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(finding.count) \(name[.nb]) på rad fra \
            \(context.day(finding.from)[.nb]), uten 72 t fri imellom. Anbefalt 2–3 like, ellers 3–4 uker.
            """,
          en: """
            \(context.name): \(finding.count) \(name[.en]) in a row from \
            \(context.day(finding.from)[.en]), without 72 h off between. 2–3 alike are advised, or \
            else 3–4 weeks.
            """), remedies)
    })
}
