/// A planned shift longer than the agreements on file allow, as NSF reads the levels.
public enum LongShiftAgreement {
  public static let most = Limit(
    "TAR-12H.shift", Localized(nb: "vakt uten avtale", en: "shift without an agreement"), .atMost,
    Fraction(9), .hours, allowed: Fraction(6)...Fraction(13))
  public static let individual = Limit(
    "TAR-12H.individual",
    Localized(nb: "vakt etter avtale med den ansatte", en: "shift by agreement with the employee"),
    .atMost, Fraction(10), .hours, allowed: Fraction(6)...Fraction(13), isParameter: true)
  public static let local = Limit(
    "TAR-12H.local",
    Localized(nb: "vakt etter lokal avtale", en: "shift by local agreement"), .atMost,
    Fraction(25, 2), .hours, allowed: Fraction(6)...Fraction(16), isParameter: true)

  public static let rule = Rule(
    id: "TAR-12H",
    lane: .agreement,
    title: Localized(
      nb: "Langvakt uten avtale på rett nivå", en: "Long shift without its agreement"),
    section: Localized(nb: "NSF om langvakter", en: "NSF on long shifts"),
    test: Localized(
      nb: """
        En planlagt vakt er over 9 timer uten avtale om gjennomsnittsberegning, over 10 med bare \
        avtale med den ansatte, eller over 12,5 uten godkjenning sentralt. Overtid og ubetalt pause \
        er ikke regnet med. Langvakter er frivillige for den enkelte. Ett funn per person, for den \
        lengste vakten.
        """,
      en: """
        A planned shift is over 9 hours without an averaging agreement, over 10 with only the \
        employee's, or over 12.5 without central approval. Overtime and unpaid breaks are not \
        counted. Long shifts are voluntary for each person. One finding per person, for the longest \
        shift.
        """),
    why: Localized(
      nb: "Lange vakter gir flere fridager og mindre søvn; begge deler skal være avtalt.",
      en: "Long shifts give more days off and less sleep; both are to be agreed on."),
    deviation: Localized(
      nb: "Inntil 12,5 timer: tillitsvalgte lokalt. Over: forbundet sentralt (NSF).",
      en: "Up to 12.5 hours: the local representatives. Beyond: the union centrally (NSF)."),
    remedies: remedies,
    limits: [most, individual, local],
    sources: [
      AgreementNorm.nsfLongShifts,
      RuleSource(
        "Arbeidsmiljøloven § 10-5", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
    ],
    examples: ["↓L - -", "07:00-16:00 - -"],
    explainedBy: ["AML-10-4-1D", "AML-10-5-1D", "AML-10-5-2D"],
    evaluate: { evidence, findings in
      let strictest = evidence.strictest(most)
      guard evidence.timeline.mostInDay.ordinary > strictest else { return }
      let hasAgreements = !evidence.limits.agreements.isEmpty
      let standard = LimitInForce(
        value: evidence.limits[most], steps: evidence.limits.steps(most), agreement: -1)
      var (norm, longest, place, count) = (standard, Int64(0), 0, Int32(0))
      let blocks = evidence.timeline.blocks.span
      for i in blocks.indices {
        guard blocks[i].length > strictest else { continue }
        let ordinary = evidence.planned(blocks[i])
        guard ordinary > strictest else { continue }
        var own = standard
        if hasAgreements {
          guard let agreed = Self.norm(blocks[i], evidence), ordinary > agreed.steps else {
            continue
          }
          own = agreed
        }
        count += 1
        if ordinary > longest { (norm, longest, place) = (own, ordinary, i) }
      }
      guard count > 0 else { return }
      let block = blocks[place]
      var finding = Finding(
        norm.status(otherwise: .warning), from: block.start, to: block.end,
        shift: evidence.lastOrdinaryShift(of: block), measured: Fraction(longest, 3600),
        limit: norm.value, .atMost, .hours)
      finding.agreement = norm.agreement
      finding.detail = neededLevel(longest, evidence)
      finding.dstOnly =
        longest + evidence.wallClockExcess(from: block.start, to: block.end) <= norm.steps
      finding.count = count
      findings.append(finding)
    },
    describe: { finding, context in
      let measured = DurationText.text(finding.measured)
      let from = context.day(finding.from)
      let level = AgreementLevel(rawValue: UInt8(clamping: finding.detail)) ?? .localUnion
      let (count, title, limit) = (finding.count, level.title, DurationText.text(finding.limit))
      let needed =
        finding.agreement >= 0
        ? Localized(
          nb: "Avtalen gir \(limit[.nb]). Lengre vakter krever \(title[.nb]), og frivillighet.",
          en:
            "The agreement gives \(limit[.en]). Longer ones need an \(title[.en]), and must be voluntary."
        )
        : Localized(
          nb: "Krever \(title[.nb]), og frivillighet. Avtalen er ikke registrert.",
          en: "It needs an \(title[.en]), and must be voluntary. None is on file.")
      return FindingText(
        Localized(
          nb: """
            \(context.name): langvakt \(from[.nb]) på \(measured[.nb]) (\(count) \
            \(count == 1 ? "slik" : "slike") i planen). \(needed[.nb])
            """,
          en: """
            \(context.name): a long shift on \(from[.en]) of \(measured[.en]) (\(count) such in the \
            plan). \(needed[.en])
            """), remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Søk med vedlegget i TAR-12HAPP, og avtal en prøvetid med evaluering.",
        en: "Apply with the annex of TAR-12HAPP, and agree on a trial period with evaluation.")),
    Remedy(
      .leader,
      Localized(
        nb: "Bruk vanlig vaktlengde til avtalen er på plass.",
        en: "Use shifts of ordinary length until the agreement is in place.")),
  ]

  /// How long a shift may be by the agreements on file: what one of them sets, or the level that the
  /// averaging agreement reaches; nil where the union has agreed centrally.
  private static func norm(
    _ block: PersonTimeline.Block, _ evidence: borrowing Evidence
  ) -> LimitInForce? {
    let shift = evidence.lastOrdinaryShift(of: block)
    var norm = evidence.inForce(most, from: block.start, to: block.end, shift: shift)
    let reached: Limit
    switch evidence.averaging(from: block.start, to: block.end, shift: shift) {
    case nil: return norm
    case .individual: reached = individual
    case .localUnion, .authority: reached = local
    case .nationalUnion: return nil
    }
    let steps = evidence.limits.steps(reached)
    if steps > norm.steps { (norm.steps, norm.value) = (steps, evidence.limits[reached]) }
    return norm
  }

  /// The raw level of agreement that a shift of so many seconds needs.
  private static func neededLevel(_ seconds: Int64, _ evidence: borrowing Evidence) -> Int32 {
    if seconds > evidence.limits.steps(local) {
      return Int32(AgreementLevel.nationalUnion.rawValue)
    }
    let needsUnion = seconds > evidence.limits.steps(individual)
    return Int32((needsUnion ? AgreementLevel.localUnion : .individual).rawValue)
  }
}
