/// Eight hours in any twenty-four with night work, where the work is of special hazard or strain
/// (article 8 b).
public enum HazardousNight {
  public static let most = Limit(
    "EU-8b.hours", Localized(nb: "timer i 24 timer med natt", en: "hours in 24 with a night"),
    .atMost, Fraction(8), .hours, allowed: Fraction(6)...Fraction(13), reach: DirectiveText.reach)

  public static let rule = Rule(
    id: "EU-8b",
    lane: .law,
    title: Localized(
      nb: "Særlig belastende natt over 8 timer (arbeidstidsdirektivet)",
      en: "Night of special strain over 8 hours (Working Time Directive)"),
    section: DirectiveText.section("8 b"),
    test: Localized(
      nb: """
        En som har særlig risikofylt eller belastende arbeid, har over 8 timer arbeid i noen 24 \
        timer som tar inn en natt (minst 3 timer mellom 23 og 06). Én vakt er sikker; en sum av \
        flere er omtvistet.
        """,
      en: """
        One whose work is of special hazard or heavy strain has more than 8 hours of work in some \
        24 hours that take in a night (at least 3 hours between 23 and 06). One duty is certain; a \
        sum of several is disputed.
        """),
    why: Localized(
      nb: "Feil koster mest der arbeidet er farlig, og de kommer oftest sent på natten.",
      en: "Errors cost most where the work is dangerous, and come most often late in the night."),
    deviation: DirectiveText.deviation,
    remedies: DirectiveText.fewerHours,
    limits: [most],
    sources: [
      DirectiveText.source("8 b"),
      RuleSource(
        Localized(
          nb:
            "Natt: minst 3 timer i et tidsrom på minst 7 timer med 00–05 (artikkel 2, etter hukommelsen)",
          en:
            "Night: at least 3 hours in a period of at least 7 hours with 00–05 (article 2, recalled)"
        ),
        .recalled),
    ],
    examples: ["↓N - -", "22:00-06:00 - -", "D D - -"],
    premises: .person(
      Localized(
        nb: "Arbeidet er særlig risikofylt eller belastende.",
        en: "The work is of special hazard or heavy strain.")
    ) { $0.hasSpecialRisk = true },
    explainedBy: ["AML-10-11-7"],
    inputs: [.specialRisk],
    evaluate: { evidence, findings in
      let timeline = evidence.timeline
      let most = evidence.limits.steps(Self.most)
      guard !timeline.nights.isEmpty else { return }
      // Until when, and in which duty, work has been told.
      var (reached, told) = (Int32.min, Int32(-1))
      for night in timeline.nights {
        let shift = evidence.roster.shifts[Int(night.shift)]
        guard evidence.isStraining(night.shift) else { continue }
        let block = timeline.blocks[Int(night.block)]
        let (elapsed, from) = timeline.mostWork(
          inAny: PersonTimeline.day, around: Int(night.block), touching: shift)
        guard elapsed > most else { continue }
        let to = Int32(clamping: Int64(from) + PersonTimeline.day)
        let work = elapsed - timeline.unpaid(from: from, to: to)
        let inForce = evidence.inForce(
          Self.most, from: block.start, to: block.end, shift: night.shift)
        let isCertain = block.working > inForce.steps
        // A duty that is too long by itself is told beside a sum that it is part of.
        guard isCertain ? night.block != told : shift.start >= reached else { continue }
        let seconds = isCertain ? min(block.working, PersonTimeline.day) : work
        guard seconds > inForce.steps else { continue }
        let measured = Fraction(seconds, 3600)
        let (opens, closes) = isCertain ? (block.start, block.end) : (from, to)
        var finding = Finding(
          isCertain ? evidence.lawStatus(Self.most, measured: measured) : .disputed, from: opens,
          to: closes, shift: night.shift, measured: measured, limit: inForce.value, .atMost,
          .hours)
        finding.agreement = inForce.agreement
        finding.readings = isCertain ? [] : .rolling
        finding.dstOnly =
          seconds + evidence.workClockExcess(from: opens, to: closes) <= inForce.steps
        findings.append(finding)
        reached = max(reached, closes)
        if isCertain { told = night.block }
      }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let from = context.moment(finding.from)
      let sum = finding.readings == .rolling
      return FindingText(
        Localized(
          nb: """
            \(context.name): EU-regel, \(measured[.nb]) arbeid \
            \(sum ? "i de 24 timene" : "i vakten") fra \(from[.nb]) med natt, mot \(limit[.nb]) \
            når arbeidet er særlig belastende (artikkel 8 b).
            """,
          en: """
            \(context.name): EU rule, \(measured[.en]) of work in the \
            \(sum ? "24 hours" : "duty") from \(from[.en]) with a night, against \(limit[.en]) \
            where the work is of special strain (article 8 b).
            """), DirectiveText.fewerHours)
    })
}

extension PersonTimeline {
  /// The most work in a window of a length that takes in some of a shift, and where it begins.
  fileprivate func mostWork(
    inAny length: Int64, around block: Int, touching shift: Shift
  ) -> (seconds: Int64, from: Int32) {
    var best = (seconds: Int64(0), from: shift.start)
    func consider(_ opens: Int64) {
      let closes = opens + length
      guard opens < Int64(shift.end), closes > Int64(shift.start) else { return }
      let (from, to) = (Int32(clamping: opens), Int32(clamping: closes))
      let seconds = work(from: from, to: to)
      if seconds > best.seconds { best = (seconds, from) }
    }
    for near in blocks.dropFirst(max(0, block - 4)).prefix(9) {
      consider(Int64(near.start))
      consider(Int64(near.end) - length)
    }
    return best
  }
}
