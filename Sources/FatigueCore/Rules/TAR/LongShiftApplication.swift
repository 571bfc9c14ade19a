/// The facts that NSF's application for long shifts asks for: which the roster holds, and which the
/// parties must supply.
public enum LongShiftApplication {
  public static let most = Limit(
    "TAR-12HAPP.missing", Localized(nb: "opplysninger som mangler", en: "facts that are missing"),
    .atMost, Fraction(0), .count, allowed: Fraction(0)...Fraction(6), isAgreed: false)
  public static let shift = Limit(
    "TAR-12HAPP.shift", Localized(nb: "vakt uten søknad", en: "shift without an application"),
    .atMost, Fraction(9), .hours, allowed: Fraction(6)...Fraction(13), isParameter: true)

  /// In the order of the form; the number is the bit in `detail`.
  private static let facts: [Localized] = [
    Localized(nb: "vaktlengder", en: "shift lengths"),
    Localized(nb: "hvile rundt langvaktene", en: "the rest round long shifts"),
    Localized(nb: "plan med kodenøkkel", en: "the plan with its code key"),
    Localized(
      nb: "beskrivelse av oppgavene (fysisk arbeid, årvåkenhet, rolige perioder)",
      en: "a description of the tasks (physical work, vigilance, quiet periods)"),
    Localized(nb: "partenes helsevurdering", en: "the parties' health assessment"),
    Localized(nb: "kompenserende hvile", en: "compensating rest"),
  ]

  public static let rule = Rule(
    id: "TAR-12HAPP",
    lane: .agreement,
    title: Localized(nb: "Vedlegg til søknad om langvakt", en: "Annex to a long-shift application"),
    section: Localized(nb: "NSF om langvakter", en: "NSF on long shifts"),
    test: Localized(
      nb: """
        Planen har vakter over 9 timer. Søknaden til NSF trenger seks opplysninger: vaktlengder, \
        hvile rundt langvaktene, oppgavene (fysisk arbeid, årvåkenhet, rolige perioder), partenes \
        helsevurdering, kompenserende hvile og planen med kodenøkkel. Funnet sier hvilke som \
        finnes, og hvilke partene må gi.
        """,
      en: """
        The plan has shifts over 9 hours. The application to NSF needs six facts: shift lengths, \
        the rest round long shifts, the tasks (physical work, vigilance, quiet periods), the \
        parties' health assessment, compensating rest, and the plan with its code key. The finding \
        says which are there and which the parties must give.
        """),
    why: Localized(
      nb: "En søknad uten grunnlag blir sendt i retur, og planen går så lenge uten avtale.",
      en: "An application without its facts comes back, and the plan runs on without agreement."),
    remedies: remedies,
    limits: [most, shift],
    sources: [AgreementNorm.nsfLongShifts],
    examples: [],
    evaluatePlan: { evidence, findings in
      let long = stretches(evidence.roster, evidence.limits, evidence.facts)
      // The first by time, of the first person where two begin together.
      guard let first = long.min(by: { $0.start < $1.start })?.shift else { return }
      let plan = evidence.facts.plan
      let row = evidence.roster.shifts[Int(first)]
      var bits: Int32 = 0b11
      if row.code != 0 { bits |= 1 << 2 }
      if plan.hasTaskDescription == true { bits |= 1 << 3 }
      if plan.hasHealthAssessment == true { bits |= 1 << 4 }
      if evidence.limits.agreements.contains(where: { $0.compensation?.isEmpty == false }) {
        bits |= 1 << 5
      }
      let missing = Int64(facts.count - bits.nonzeroBitCount)
      guard missing > evidence.limits.steps(most) else { return }
      var finding = Finding(
        .note, from: evidence.horizon.start, to: evidence.horizon.end, shift: first,
        measured: Fraction(missing), limit: evidence.limits[most], .atMost, .count)
      finding.count = Int32(clamping: long.count)
      finding.detail = bits
      findings.append(finding)
    },
    describe: { finding, _ in
      func list(_ has: Bool) -> Localized {
        let chosen = facts.indices.filter { (finding.detail >> Int32($0) & 1 == 1) == has }
        return Localized(
          nb: chosen.map { facts[$0].nb }.joined(separator: ", "),
          en: chosen.map { facts[$0].en }.joined(separator: ", "))
      }
      let (there, missing) = (list(true), list(false))
      return FindingText(
        Localized(
          nb: """
            \(finding.count) \(finding.count == 1 ? "langvakt" : "langvakter"). Til søknaden har planen: \(there[.nb]). Partene må gi: \
            \(missing[.nb]).
            """,
          en: """
            \(finding.count) long \(finding.count == 1 ? "shift" : "shifts"). For the application the plan \
            has: \(there[.en]). The parties must give: \(missing[.en]).
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Gjør ferdig vedlegget sammen, og avtal prøvetid med evaluering.",
        en: "Finish the annex together, and agree on a trial period with evaluation."))
  ]

  /// A stretch of planned work over the limit, in seconds from the roster's origin.
  struct Stretch: Sendable {
    /// Index in ``Roster/people``, and of its first shift.
    var person: Int
    var shift: Int32
    var start: Int32
    var end: Int32
    /// Without breaks that are not paid.
    var length: Int64
  }

  /// Stretches of planned work that pass the limit, shifts that touch joined, person by person.
  static func stretches(_ roster: Roster, _ limits: Limits, _ facts: Facts) -> [Stretch] {
    let most = limits.steps(shift)
    var found: [Stretch] = []
    for (person, slice) in roster.slices.enumerated() {
      var open: Stretch?
      var unpaid = Int64(0)
      func close() {
        guard var stretch = open, roster.isAssessed(stretch.shift) else { return }
        stretch.length = Int64(stretch.end) - Int64(stretch.start) - unpaid
        if stretch.length > most { found.append(stretch) }
      }
      for index in slice {
        let row = roster.shifts[index]
        guard row.kind == .work || row.kind == .passive, row.end > row.start else { continue }
        if let end = open?.end, row.start <= end {
          open?.end = max(end, row.end)
        } else {
          close()
          open = Stretch(
            person: person, shift: Int32(index), start: row.start, end: row.end, length: 0)
          unpaid = 0
        }
        if !facts.plan.breaksArePaid { unpaid += Int64(row.unpaidBreak) * 60 }
      }
      close()
    }
    return found
  }
}
