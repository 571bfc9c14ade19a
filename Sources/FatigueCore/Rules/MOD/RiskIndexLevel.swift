/// The RR446-compatible risk index past a level, for a run of duties of one type.
public enum RiskIndexLevel {
  public static let most = Limit(
    "MOD-RI.most", Localized(nb: "tiltak", en: "action"), .atMost, Fraction(16, 10), .count,
    allowed: Fraction(0)...Fraction(10))

  public static let rule = Rule(
    id: "MOD-RI",
    lane: .model,
    title: Localized(nb: "Høy risikoindeks", en: "High risk index"),
    section: Localized(nb: "RR446-kompatibel risikoindeks", en: "RR446-compatible risk index"),
    test: Localized(
      nb: """
        Indeksen for en vakt over 1,6. Ett funn per person og rekke av vakter av samme type. Vanlige \
        netter kommer sjelden dit: følg også utviklingen fra natt til natt.
        """,
      en: """
        The index of a duty above 1.6. One finding per person and run of duties of one type. Ordinary \
        nights seldom get there: follow the course from night to night too.
        """),
    why: Localized(
      nb: """
        Indeksen anslår ulykkesrisiko i forhold til en vanlig turnus. Den øker for hver vakt på rad, og \
        mest for netter.
        """,
      en: """
        The index estimates the risk of accidents relative to an ordinary schedule. It grows with each \
        duty in a row, and most with nights.
        """),
    remedies: FatigueIndexLevel.remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: """
            Forskningsrapport RR446, Spencer mfl. 2006, gjengitt i en offentlig avskrift; ligningene er \
            etterprøvd mot 22 rader fra regnearket. Regnearket er trukket tilbake av utgiveren
            """,
          en: """
            Research report RR446, Spencer et al. 2006, through a public transcription; the equations \
            were checked against 22 rows of the spreadsheet. Its publisher has withdrawn the spreadsheet
            """), .secondary),
      RuleSource(
        Localized(
          nb: "Nivåene: Network Rail NR/L2/OHS/003", en: "The levels: Network Rail NR/L2/OHS/003"),
        .secondary),
    ],
    examples: [
      """
      22:00-10:00 22:00-10:00 22:00-10:00 22:00-10:00 22:00-10:00 22:00-10:00 22:00-10:00 \
      ↓22:00-10:00 - -
      """, "D D D - -",
    ],
    needsModel: true,
    evaluate: { evidence, findings in
      let limit = evidence.limits[Self.most]
      let over = RoundedLevel(hundredths: limit.hundredths + 1)
      DutyRun.forEach(
        evidence.indices.span, of: evidence, where: { over.isReached(by: $0.risk.value) },
        // A duty with a break is told where it begins.
        value: { index, i in
          DutyRun.continuesDuty(i, evidence) ? nil : over.hundredths(of: index.risk.value)
        }
      ) { run in
        findings.append(
          run.finding(
            .warning, evidence, measured: Fraction(run.highest, 100), limit: limit, .atMost, .count)
        )
      }
    },
    count: { evidence in
      let over = RoundedLevel(hundredths: evidence.limits[Self.most].hundredths + 1)
      return DutyRun.count(
        evidence.indices.span, of: evidence,
        where: { over.isReached(by: $0.risk.value) && !DutyRun.continuesDuty($1, evidence) },
        isGrave: { _ in true })
    },
    describe: { finding, context in
      let value = NumberText.decimal(hundredths: Int(finding.measured.hundredths), digits: 2)
      let limit = NumberText.decimal(hundredths: Int(finding.limit.hundredths), digits: 1)
      let shift = context.roster.shifts[Int(finding.shift)]
      let (code, duty) = (context.code(finding.shift), context.day(shift.start))
      let others = DutyRun.others(finding)
      let unknown = DutyRun.unknown(
        finding, worst: NumberText.decimal(hundredths: Int(finding.balance), digits: 2))
      return FindingText(
        Localized(
          nb: """
            \(context.name): risikoindeks \(value.nb) på \(code) fra \(duty.nb), i forhold til en \
            vanlig turnus; høyst \(limit.nb).\(others.nb)\(unknown.nb)
            """,
          en: """
            \(context.name): risk index \(value.en) on \(code) of \(duty.en), relative to an ordinary \
            schedule; at most \(limit.en).\(others.en)\(unknown.en)
            """), FatigueIndexLevel.remedies)
    })
}
