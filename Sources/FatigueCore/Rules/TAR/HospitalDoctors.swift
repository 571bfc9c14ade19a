/// The agreed rests of hospital doctors (A2).
public enum HospitalDoctors {
  public static let daily = Limit(
    "TAR-LEGE.daily-rest",
    Localized(nb: "hvile mellom to arbeidsperioder", en: "rest between two work periods"),
    .atLeast, Fraction(8), .hours, allowed: Fraction(6)...Fraction(16))
  public static let weekly = Limit(
    "TAR-LEGE.weekly-rest", Localized(nb: "helt fri i uken", en: "wholly free in the week"),
    .atLeast, Fraction(28), .hours, allowed: Fraction(20)...Fraction(60))

  public static let rule = Rule(
    id: "TAR-LEGE",
    lane: .agreement,
    title: Localized(nb: "Legers avtalte hvile (A2)", en: "Doctors' agreed rest (A2)"),
    section: Localized(
      nb: "hviletid i A2-avtalen for sykehusleger", en: "rests of the A2 agreement for doctors"),
    test: Localized(
      nb: """
        Under 8 timer mellom to arbeidsperioder; under 28 timer helt fri i en uke, der også \
        hjemmevakt bryter den; eller under 8 timers hvile i de 24 timene fra en vakt begynner, når \
        den ikke har passiv tid som kan telle med.
        """,
      en: """
        Less than 8 hours between two work periods; less than 28 hours wholly free in a week, which \
        home on-call breaks too; or less than 8 hours of rest in the 24 hours from the start of a \
        duty, where it has no passive time that may count.
        """),
    why: Localized(
      nb: "Dette er det minste legene har avtalt; under det er det ikke tid til å sove.",
      en: "This is the least that doctors have agreed on; below it there is no time to sleep."),
    deviation: Localized(
      nb: "Partene i A2-avtalen.", en: "The parties to the A2 agreement."),
    remedies: remedies,
    limits: [daily, weekly],
    sources: [
      RuleSource(
        Localized(
          nb: "Legeforeningen: de avtalte hviletidsbestemmelsene",
          en: "Norwegian Medical Association: the agreed rests"), .secondary,
        url:
          "https://www.legeforeningen.no/jus-og-arbeidsliv/tillitsvalgt/artikler-for-nyhetsbrev/spekter/de-avtalte-hviletidsbestemmelsene/"
      )
    ],
    examples: [
      "D+↓N - - -", "↓07:00-00:00 - - -", "D ↓D D D D D D",
      "D HV:16:00-08:00 HV:08:00-08:00 HV:08:00-08:00 HV:08:00-08:00 HV:08:00-08:00 ↓D", "A D - -",
    ],
    explainedBy: ["AML-10-8-3D", "AML-10-8-2", "AML-10-8-3W"],
    standing: .off(Localized(nb: "gjelder sykehusleger", en: "holds for hospital doctors")),
    evaluate: { evidence, findings in
      guard evidence.belongs(to: CentralAgreement.staffGroup) else { return }
      let first = findings.count
      addDaily(evidence, &findings)
      addWeekly(evidence, &findings)
      findings[first...].sort { ($0.from, $0.to) < ($1.from, $1.to) }
    },
    describe: { finding, context in
      let (measured, limit) = (
        DurationText.text(finding.measured), DurationText.text(finding.limit)
      )
      let (from, day) = (context.moment(finding.from), context.day(finding.from))
      switch finding.detail {
      case 1:
        return FindingText(
          Localized(
            nb: """
              \(context.name): \(measured[.nb]) helt fri i uken fra \(day[.nb]) mot avtalt \
              \(limit[.nb]). Hjemmevakt bryter den.
              """,
            en: """
              \(context.name): \(measured[.en]) wholly free in the week from \(day[.en]) against \
              the agreed \(limit[.en]). Home on-call breaks it.
              """), remedies)
      default:
        return FindingText(
          Localized(
            nb:
              "\(context.name): \(measured[.nb]) hvile fra \(from[.nb]) mot avtalt \(limit[.nb]).",
            en: """
              \(context.name): \(measured[.en]) of rest from \(from[.en]) against the agreed \
              \(limit[.en]).
              """), remedies)
      }
    })

  private static let remedies = [
    Remedy(
      .leader,
      Localized(
        nb: "Flytt eller bytt vakten slik avtalen sier.",
        en: "Move or swap the duty as the agreement says.")),
    Remedy(
      .organisation,
      Localized(
        nb: "Legg tjenesteplanen slik at hvilen gis uten bytter.",
        en: "Lay the plan so that the rest is given without swaps.")),
  ]

  private static func addDaily(_ evidence: borrowing Evidence, _ findings: inout [Finding]) {
    for rest in evidence.timeline.shortRests(under: PersonTimeline.periodRest) {
      guard var finding = ShortRestText.finding(rest, daily, evidence) else { continue }
      if !finding.readings.contains(.gap), hasPassive(rest, evidence) { continue }
      finding.status = status(finding)
      finding.readings = []
      findings.append(finding)
    }
  }

  private static func addWeekly(_ evidence: borrowing Evidence, _ findings: inout [Finding]) {
    guard !evidence.timeline.blocks.isEmpty else { return }
    let watches = evidence.rows(.onCall).map { row in
      let shift = evidence.roster.shifts[Int(row)]
      return WorkInterval(start: shift.start, end: shift.end)
    }
    for rest in evidence.values(of: weekly) {
      for week in evidence.timeline.weeklyRests(
        of: rest, onlyShort: true, within: evidence.horizon, weeks: evidence.weeks,
        besides: watches)
      where week.assigned.seconds < rest {
        let inForce = evidence.inForce(weekly, from: week.from, to: week.to, shift: -1)
        guard inForce.steps == rest,
          var finding = WeeklyRestRule.finding(week, rest, inForce.value, evidence),
          finding.readings.contains(.assigned)
        else { continue }
        finding.agreement = inForce.agreement
        // What the input cuts off may be long enough.
        let mayBeFree = week.cutInside >= rest - PersonTimeline.periodRest
        finding.status = mayBeFree ? .note : status(finding)
        finding.readings = []
        finding.detail = 1
        findings.append(finding)
      }
    }
  }

  private static func status(_ finding: Finding) -> FindingStatus {
    finding.agreement >= 0 ? .breach : .warning
  }

  /// Some of the duty is passive and may count as rest.
  private static func hasPassive(_ rest: ShortRest, _ evidence: borrowing Evidence) -> Bool {
    guard evidence.hasRows(.passive) else { return false }
    let timeline = evidence.timeline
    return timeline.blocks[Int(rest.opening)...Int(rest.before)].contains { block in
      block.pieces.contains {
        evidence.roster.shifts[Int(timeline.pieces[Int($0)])].kind == .passive
      }
    }
  }
}

extension Evidence {
  /// The person is of a staff group; or nobody's group is given, so that whoever switched the rule on
  /// has said that it holds for all.
  func belongs(to group: String) -> Bool {
    if let own = about?.staffGroup { return own.lowercased() == group }
    return !facts.people.values.contains { $0.staffGroup != nil }
  }
}
