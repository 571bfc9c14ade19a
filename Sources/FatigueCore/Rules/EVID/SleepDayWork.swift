/// Work on the day that follows the last night.
public enum SleepDayWork {
  public static let least = Limit(
    "EVID-NA.rest", Localized(nb: "fri etter siste natt", en: "free time after the last night"),
    .atLeast, Fraction(24), .hours,
    allowed: Fraction(8)...Fraction(72))

  public static let rule = Rule(
    id: "EVID-NA",
    lane: .research,
    title: Localized(
      nb: "Arbeid på avsovingsdagen",
      en: "Work on the sleep day"),
    section: Localized(
      nb: "Käypä hoito",
      en: "Käypä hoito"),
    test: Localized(
      nb: """
        Etter en natt begynner en dag- eller kveldsvakt på datoen natten slutter, eller en dagvakt \
        neste morgen før det har gått 24 timer.
        """,
      en: """
        After a night a day or evening shift begins on the date the night ends, or a day shift the \
        next morning before 24 hours have passed.
        """),
    why: Localized(
      nb: """
        Dagen etter en natt går med til å sove. Den som møter igjen samme dag, har bare noen få \
        timers dagsøvn.
        """,
      en: """
        The day after a night goes to sleeping. Whoever is back the same day has only a few hours \
        of day sleep.
        """),
    remedies: remedies,
    limits: [least],
    sources: [
      RuleSource(
        Localized(
          nb: "Käypä hoito, arbeidstid og skift",
          en: "Käypä hoito, working hours and shifts"), .primary,
        url: "https://www.kaypahoito.fi/nix01076")
    ],
    examples: ["N ↓A - -", "N - ↓D -", "N N - - D"],
    explainedBy: ["AML-10-8-3D", "AML-10-8-1", "EVID-REC48"],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let least = evidence.limits.held(Self.least)
      let (nights, blocks) = (timeline.nights.span, timeline.blocks.span)
      for i in nights.indices {
        var block = Int(nights[i].block)
        // What follows inside the same night belongs to it.
        while block + 1 < blocks.count, evidence.continuesNight(block) { block += 1 }
        guard block + 1 < blocks.count, blocks[block + 1].type != .night,
          i + 1 == nights.count || Int(nights[i + 1].block) > block
        else { continue }
        let (night, next) = (blocks[block], blocks[block + 1])
        let ends = night.lastDate
        let begins = next.date
        let rest = Int64(next.start) - Int64(night.end)
        let isSameDate = begins <= ends
        guard rest < least.steps, isSameDate || (begins == ends + 1 && next.type == .day) else {
          continue
        }
        var finding = Finding(
          .warning, from: night.end, to: next.start, shift: next.first,
          measured: Fraction(rest, 3600), limit: least.value, .atLeast, .hours)
        finding.related = night.last
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      return FindingText(
        Localized(
          nb: """
            \(context.name): \(context.code(finding.shift)) \(context.moment(finding.to)[.nb]) kommer \
            \(measured[.nb]) etter at natten sluttet. Det er arbeid på avsovingsdagen.
            """,
          en: """
            \(context.name): \(context.code(finding.shift)) on \(context.moment(finding.to)[.en]) comes \
            \(measured[.en]) after the night ended. That is work on the sleep day.
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: """
          La den første fridagen begynne dagen etter natten, eller begynn neste vakt senere.
          """,
        en: """
          Let the first day off begin the day after the night, or start the next shift later.
          """))
  ]
}

extension Evidence {
  /// The next block comes after a break of minutes, or is of the same main work period and has some of
  /// the night in it too.
  @inline(__always)
  fileprivate borrowing func continuesNight(_ block: Int) -> Bool {
    let gap = Int64(timeline.blocks[block + 1].start) - Int64(timeline.blocks[block].end)
    return gap < PersonTimeline.periodRest
      && (gap < PersonTimeline.shortBreak || hasNight(inPartAfter: block))
  }

  private borrowing func hasNight(inPartAfter block: Int) -> Bool {
    guard timeline.period(ofBlock: block) == timeline.period(ofBlock: block + 1) else {
      return false
    }
    let (next, origin) = (timeline.blocks[block + 1], roster.origin.seconds)
    var clock = cursor
    return clock.seconds(
      of: .evidence, from: origin + Int64(next.start), to: origin + Int64(next.end)) > 0
  }
}
