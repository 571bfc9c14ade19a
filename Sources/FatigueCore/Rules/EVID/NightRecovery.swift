/// Too little free time after the last night of a run.
public enum NightRecovery {
  public static let minimum = Limit(
    "EVID-REC48.recovery", Localized(nb: "fri etter siste natt", en: "free after the last night"),
    .atLeast, Fraction(48), .hours, allowed: Fraction(24)...Fraction(96))
  public static let red = Limit(
    "EVID-REC48.red", Localized(nb: "rødt nivå", en: "red level"), .atLeast, Fraction(24), .hours,
    allowed: Fraction(11)...Fraction(48))

  public static let rule = Rule(
    id: "EVID-REC48",
    lane: .research,
    title: Localized(nb: "Kort fri etter siste natt", en: "Short recovery after nights"),
    section: Localized(nb: "BAuA, HSE, Käypä hoito", en: "BAuA, HSE, Käypä hoito"),
    test: Localized(
      nb: """
        Etter siste natt i en rekke er det under 48 timer fri og færre enn to hele netter \
        (23–07) før neste vakt. Under 24 timer er rødt nivå.
        """,
      en: """
        After the last night of a run there are under 48 hours off and fewer than two full nights \
        (23–07) before the next shift. Under 24 hours is the red level.
        """),
    why: Localized(
      nb: "Søvngjelden etter nattevakter betales tilbake om natten; det trengs to netter.",
      en: "The sleep debt of night shifts is paid back at night, and it takes two nights."),
    remedies: [
      Remedy(
        .organisation,
        Localized(
          nb: "Gi en fridag til etter siste natt, eller kveldsvakt i stedet for dagvakt.",
          en: "Give one more day off after the last night, or an evening instead of a day shift."))
    ],
    limits: [minimum, red],
    sources: [
      RuleSource(
        Localized(nb: "BAuA: minst 24 t, helst 48", en: "BAuA: at least 24 h, better 48"), .primary),
      RuleSource(
        Localized(nb: "HSE: to hele netter", en: "HSE: two full nights"), .primary,
        url: "https://www.hse.gov.uk/humanfactors/topics/good-practice-guidelines.htm"),
      RuleSource(
        Localized(
          nb: "Käypä hoito: to fridager etter nattevakter",
          en: "Käypä hoito: two days off after night shifts"), .primary,
        url: "https://www.kaypahoito.fi/nix01076"),
    ],
    examples: ["N N - ↓A", "N N - - D"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let (minimum, red) = (evidence.limits.held(Self.minimum), evidence.limits.held(Self.red))
      let (runs, nights, blocks) = (
        timeline.nightRuns.span, timeline.nights.span, timeline.blocks.span
      )
      var clock = evidence.cursor
      for i in runs.indices {
        let night = nights[runs[i].upperBound - 1]
        // A gap inside the duty that holds the last night is no recovery (S-PERIOD), nor is a break of
        // minutes after it.
        let last = timeline.lastBlock(ofPeriodWith: Int(night.block))
        let after = timeline.shift(from: last).upperBound
        guard after < blocks.count else { continue }
        let (from, to) = (blocks[after - 1].end, blocks[after].start)
        let rest = Int64(to) - Int64(from)
        guard rest < minimum.steps else { continue }
        let free = fullNights(from, to, evidence.roster.origin.seconds, &clock)
        guard free < 2 else { continue }
        let isRed = rest < red.steps
        let limit = isRed ? red : minimum
        var finding = Finding(
          isRed ? .warning : .note, from: from, to: to, shift: blocks[after].first,
          measured: Fraction(rest, 3600), limit: limit.value, .atLeast, .hours)
        finding.related = night.shift
        finding.count = Int32(free)
        let excess = Int64(blocks[after].startOffset) - Int64(blocks[after - 1].endOffset)
        finding.dstOnly = rest + excess >= limit.steps
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      let (code, day) = (
        context.code(finding.shift), context.day(context.roster.shifts[Int(finding.shift)].start)
      )
      let nights = Localized(
        nb: finding.count == 0 ? "ingen hel natt" : "én hel natt",
        en: finding.count == 0 ? "no full night" : "one full night")
      return FindingText(
        Localized(
          nb: """
            \(context.name) har \(measured[.nb]) fri etter siste natt, \(nights[.nb]), før \(code) \
            \(day[.nb]). Anbefalt 48 t eller to hele netter.
            """,
          en: """
            \(context.name) has \(measured[.en]) off after the last night, \(nights[.en]), before \
            \(code) on \(day[.en]). 48 h or two full nights are advised.
            """),
        [
          Remedy(
            .organisation,
            Localized(
              nb: "Gi fri \(day[.nb]) også, eller la \(code) begynne senere.",
              en: "Keep \(day[.en]) free too, or let \(code) begin later.")),
          Remedy(
            .organisation,
            Localized(
              nb: "Legg kveldsvakt i stedet for dagvakt som første vakt etter netter.",
              en: "Put an evening instead of a day shift first after nights.")),
        ])
    })

  /// Nights from 23 to 07 that lie wholly inside a free stretch.
  @inline(__always)
  static func fullNights(
    _ from: Int32, _ to: Int32, _ origin: Int64, _ clock: inout ZoneCursor
  ) -> Int {
    let (day, night) = (PersonTimeline.day, NightWindow.sleep)
    let opening = clock.local(origin + Int64(from))
    let closing = opening + Int64(to) - Int64(from)
    if clock.isSettled(from: origin + Int64(from) - day, to: origin + Int64(to) + day) {
      // From the first 23:00 on each day has one.
      let wait = (night.from - opening) %% day
      let ends = opening + wait + night.to - night.from
      return closing < ends ? 0 : Int((closing - ends) / day) + 1
    }
    return fullNights(round: opening, from, to, origin, &clock)
  }

  /// The same near a change of the clock.
  ///
  /// - Parameter opening: Where the stretch begins on the wall clock.
  private static func fullNights(
    round opening: Int64, _ from: Int32, _ to: Int32, _ origin: Int64, _ clock: inout ZoneCursor
  ) -> Int {
    let (day, night) = (PersonTimeline.day, NightWindow.sleep)
    var nights = 0
    var midnight = opening.flooredQuotient(day) * day - day
    while true {
      let opens = clock.resolve(local: midnight + night.from).instant.seconds - origin
      let closes = clock.resolve(local: midnight + night.to).instant.seconds - origin
      if closes > Int64(to) { return nights }
      if opens >= Int64(from) { nights += 1 }
      midnight += day
    }
  }
}
