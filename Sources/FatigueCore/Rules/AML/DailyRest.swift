/// Eleven hours of rest between two main work periods.
public enum DailyRest {
  public static let minimum = Limit(
    "AML-10-8-1.daily-rest", Localized(nb: "daglig hvile", en: "daily rest"), .atLeast,
    Fraction(11), .hours, allowed: Fraction(8)...Fraction(24),
    reach: [AgreementReach(.localUnion, .to(Fraction(8))), AgreementReach(.nationalUnion, .free)])

  public static let rule = Rule(
    id: "AML-10-8-1",
    lane: .law,
    title: Localized(nb: "Under 11 timer daglig hvile", en: "Daily rest under 11 hours"),
    section: Localized(nb: "aml. § 10-8 (1)", en: "Working Environment Act § 10-8 (1)"),
    test: Localized(
      nb: """
        Hvilen mellom to hovedarbeidsperioder er under 11 timer, eller vakten er så lang at det \
        ikke er 11 timer sammenhengende fri i de 24 timene fra den begynte (da omtvistet: den ene lesningen måler \
        bare mellom periodene, den andre også hvor lenge vakten varer).
        """,
      en: """
        The rest between two main work periods is under 11 hours, or the duty is so long that no \
        11 free hours are left of the 24 hours from its start (then disputed: one reading \
        measures only between periods, the other also how long the duty lasts).
        """),
    why: Localized(
      nb: """
        Kort hvile gir kort søvn: mellom kveld og dag sov intensivpersonale 5,2 timer i snitt \
        (Ganesan 2019). Hver slik overgang måneden før henger sammen med 6,6 % flere \
        sykefraværsdager (Vedaa 2017).
        """,
      en: """
        A short rest means a short sleep: between evening and day intensive-care staff slept 5.2 \
        hours on average (Ganesan 2019). Each such return in the month before goes with 6.6% more \
        days of sick leave (Vedaa 2017).
        """),
    deviation: Localized(
      nb: """
        Bedrift med tariffavtale kan avtale kortere hvile skriftlig med tillitsvalgte, normalt \
        ikke under 8 timer, mot kompenserende hvile (§ 10-8 (3)). Fagforening med \
        innstillingsrett kan fravike (§ 10-12 (4)). Eget ønske er ikke en avtale.
        """,
      en: """
        An employer bound by a collective agreement may agree in writing with the union \
        representatives on a shorter rest, normally not under 8 hours, against compensating rest \
        (§ 10-8 (3)). A union that has the right of \
        nomination may depart from it (§ 10-12 (4)). The worker's own wish is \
        not an agreement.
        """),
    remedies: [
      Remedy(
        .organisation,
        Localized(
          nb: "Legg kveld før kveld eller kveld før fri i grunnplanen.",
          en: "Put an evening before an evening, or before a day off, in the base plan.")),
      Remedy(
        .leader,
        Localized(
          nb: "Avslutt kveldsvakten tidligere, eller flytt møtet som gjør den lang.",
          en: "End the evening shift earlier, or move the meeting that makes it long.")),
    ],
    limits: [minimum],
    sources: [
      RuleSource(
        "Arbeidsmiljøloven § 10-8 (1) og (3)", .primary,
        url: "https://www.arbeidstilsynet.no/regelverk/lover/arbeidsmiljoloven--aml/"),
      RuleSource(
        "NHO: hviletid", .secondary,
        url:
          "https://arbinn.nho.no/arbeidsrett/arbeidstid-ferie-og-permisjon/arbeidstid-skift-og-turnus/artikler/hviletid/"
      ),
      RuleSource("Compendia: daglig fritid", .secondary, url: "https://compendia24.no/arbeidstid/"),
      RuleSource(
        Localized(
          nb: "Vedaa mfl. 2017, 1538 norske sykepleiere: IRR 1,066 (1,022–1,108)",
          en: "Vedaa et al. 2017, 1538 Norwegian nurses: IRR 1.066 (1.022–1.108)"), .abstract),
      RuleSource(
        Localized(
          nb: "Ganesan mfl. 2019, 52 ansatte på intensiv, aktigrafi",
          en: "Ganesan et al. 2019, 52 intensive-care staff, actigraphy"), .abstract),
    ],
    examples: ["A ↓D -", "N ↓A - -", "↓07:00-21:00 - -", "D A N - -"],
    explainedBy: ["AML-10-8-3D", "AML-10-6-8D"],
    evaluate: { evidence, findings in
      let limit = evidence.limits.steps(minimum)
      for rest in evidence.timeline.shortRests(under: limit) {
        guard var finding = ShortRestText.finding(rest, minimum, evidence) else { continue }
        finding.status =
          finding.readings.contains(.gap)
          ? evidence.lawStatus(
            minimum, measured: Fraction(max(rest.seconds, rest.asOneDuty), 3600)) : .disputed
        if let agreed = DailyRestFloor.agreedCallOut(rest, finding, evidence) {
          // Whether the work was needed to avoid serious disruption, no roster shows.
          finding.status = .disputed
          finding.agreement = agreed
        }
        findings.append(finding)
      }
    },
    describe: { finding, context in
      let text = ShortRestText(finding, context)
      let (measured, limit) = (text.measured, text.limit)
      let usual = DurationText.text(minimum.standard)
      let isAgreed = finding.agreement >= 0
      let main = Localized(
        nb: isAgreed
          ? "Avtalen gir \(limit.nb); hovedregelen er \(usual.nb)" : "Hovedregelen er \(usual.nb)",
        en: isAgreed
          ? "The agreement gives \(limit.en); the main rule is \(usual.en)"
          : "The main rule is \(usual.en)")
      guard !text.isSpread else {
        return FindingText(
          Localized(
            nb: """
              \(context.name) har bare \(measured[.nb]) sammenhengende fri i de 24 timene etter \
              at vakten \(text.from[.nb]) begynte. Om hvilen skal måles slik, er omtvistet. \
              \(main.nb) (aml. § 10-8 (1)).
              """,
            en: """
              \(context.name) has only \(measured[.en]) free in one stretch in the 24 hours from \
              the start of the duty on \(text.from[.en]). Whether rest is to be measured so is \
              disputed. \(main.en) (Working Environment Act § 10-8 (1)).
              """), text.spreadRemedies)
      }
      return FindingText(
        Localized(
          nb: """
            \(context.name) har bare \(measured[.nb]) fri mellom \(text.from[.nb]) og \
            \(text.to[.nb]). \(main.nb) mellom to hovedarbeidsperioder (aml. \
            § 10-8 (1)). Kortere hvile krever skriftlig avtale med tillitsvalgte, normalt ikke \
            under 8 t, og kompenserende hvile. Eget ønske er ikke nok.
            """,
          en: """
            \(context.name) has only \(measured[.en]) free between \(text.from[.en]) and \
            \(text.to[.en]). \(main.en) between two main work periods \
            (Working Environment Act § 10-8 (1)). A shorter rest needs a written agreement with \
            the union representatives, normally not under 8 h, and compensating rest. The \
            worker's own wish is not enough.
            """), text.gapRemedies)
    })
}
