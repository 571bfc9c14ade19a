/// All measures, in the order of the programme.
public enum MeasureBook {
  /// Where a measure has nothing else: the documents that the programme grew from.
  static let programme = RuleSource(
    Localized(
      nb: "Programmet: norske kilder om helsepersonells belastning og egenomsorg",
      en: "The programme: Norwegian documents on strain and self-care among health personnel"),
    .secondary)

  public static let measures: [Measure] = sleep + workplace + mind + support + frame

  /// Nil for an id that does not exist.
  public static func measure(_ id: String) -> Measure? { measures.first { $0.id == id } }

  private static let workplace = [
    Measure(
      "frms",
      Localized(nb: "System for styring av trøtthet", en: "Fatigue risk management"),
      Localized(
        nb: "Avdelingen følger trøtthet som annen risiko og har faste muligheter for kort hvil.",
        en: "The ward manages fatigue as any other risk and has fixed opportunities for naps."),
      levels: [.organisation], occasions: [.nights],
      evidence: [
        MeasureEvidence(
          Localized(nb: "systemet som helhet", en: "the system as a whole"), nil, .d, programme),
        MeasureEvidence(
          Localized(
            nb: "høyst 3 netter på rad, minst 11 t hvile og høyst 9 t vakt",
            en: "at most 3 nights in a row, at least 11 h of rest and at most 9 h on duty"),
          nil, .d, RuleSource("Garde et al. 2020, SJWEH 46(6)", .abstract)),
      ]),
    Measure(
      "rest-room",
      Localized(nb: "Et sted å hvile", en: "A place to rest"),
      Localized(
        nb: "Et mørkt og stille rom der man kan ligge, nær avdelingen.",
        en: "A dark and quiet room to lie down in, close to the ward."),
      levels: [.organisation], occasions: [.nightsOrDoubleDuties]),
    Measure(
      "no-overtime-after-night",
      Localized(nb: "Ikke overtid etter natt", en: "No overtime after a night"),
      Localized(
        nb: "Ingen skal ventes å ta overtid etter en natt; å si nei er også egenomsorg.",
        en: "Nobody is expected to work overtime after a night; saying no is self-care too."),
      levels: [.leader], occasions: [.finding(["ORG-OTN"])]),
  ]

  private static let mind = [
    Measure(
      "mindfulness",
      Localized(nb: "Oppmerksomt nærvær", en: "Mindfulness"),
      Localized(
        nb: "Kurs på 8–12 uker, 60–90 min i uken, 15–30 min daglig hjemme, og øvelser på tre "
          + "minutter på vakt.",
        en: "A course of 8–12 weeks, 60–90 min a week, 15–30 min a day at home, and exercises of "
          + "three minutes on duty."),
      levels: [.individual],
      partner: Localized(
        nb: "et tilbud i arbeidstiden på et tidspunkt som ikke tar noens søvn",
        en: "an offer in working hours at a time that takes nobody's sleep"),
      occasions: [.offer]),
    Measure(
      "booster-course",
      Localized(nb: "Kurs som gjentas", en: "A course that is repeated"),
      Localized(
        nb: "Et halvdagskurs om stress og søvn som gjentas hvert halvår.",
        en: "Half a day on stress and sleep, repeated every half-year."),
      levels: [.individual, .group],
      partner: Localized(
        nb: "betalt tid, lagt utenom søvnen etter nattevakter",
        en: "paid time, away from the sleep after nights"),
      occasions: [.offer]),
    Measure(
      "active-breaks",
      Localized(nb: "Aktive pauser", en: "Active breaks"),
      Localized(
        nb:
          "To i uken på 15–20 min, gågrupper etter vakt, yoga eller lett trening to ganger i uken.",
        en: "Two a week of 15–20 min, walking groups after a duty, yoga or light training twice a "
          + "week."),
      levels: [.individual, .group],
      partner: Localized(
        nb: "pauser som faktisk kan tas", en: "breaks that can actually be taken"),
      occasions: [.daysAndEvenings]),
  ]

  private static let support = [
    Measure(
      "peer-support",
      Localized(nb: "Kollegastøtte", en: "Peer support"),
      Localized(
        nb:
          "Kolleger med opplæring som kan nås hele døgnet, klar vei videre til hjelp, anonym logg.",
        en: "Trained colleagues who can be reached around the clock, a clear way on to help, an "
          + "anonymous log."),
      levels: [.group, .organisation], occasions: [.incident, .aloneAtNight]),
    Measure(
      "defusing",
      Localized(nb: "Kort samtale etter en hard hendelse", en: "Short talk after a hard event"),
      Localized(
        nb: "En kort, planlagt og ledet samtale innen 48 timer, uten å gå inn i detaljer, på et "
          + "tidspunkt som ikke tar av dagsøvnen.",
        en:
          "A short, planned and guided talk within 48 hours, without dwelling on detail, at a time "
          + "that does not cut the day's sleep."),
      levels: [.group, .leader], occasions: [.incidentWithoutTalk]),
    Measure(
      "handover-overlap",
      Localized(nb: "Overlapp mellom vakter", en: "Overlap between duties"),
      Localized(
        nb: "Tid ved vaktens begynnelse og slutt til å gå gjennom det som har vært tungt.",
        en: "Time at the start and end of a duty to go through what has been hard."),
      levels: [.group, .leader], occasions: [.noOverlap]),
    Measure(
      "variation",
      Localized(nb: "Variert arbeid", en: "Varied work"),
      Localized(
        nb: "Veksle mellom oppgaver og dele på de tunge sakene.",
        en: "Vary the work and share the heavy cases."),
      levels: [.leader], occasions: [.heavyDutiesInARow]),
    Measure(
      "transition-ritual",
      Localized(nb: "En tydelig slutt på arbeidsdagen", en: "A marked end of the working day"),
      Localized(
        nb: "En fast, liten handling som avslutter vakten før man går hjem.",
        en: "A small fixed habit that ends the duty before going home."),
      levels: [.individual],
      partner: Localized(
        nb: "overlapp nok til at vakten kan avsluttes i tide",
        en: "enough overlap for the duty to end on time"),
      occasions: [.lateDuties]),
  ]

  private static let frame = [
    Measure(
      "not-alone",
      Localized(nb: "Ikke alene på vakt", en: "Not alone on duty"),
      Localized(
        nb: "Støtte og hjelp i arbeidet, og vurdering av risikoen ved alenearbeid "
          + "(arbeidsmiljøloven §§ 4-1 (3) og 4-3).",
        en: "Support and help in the work, and an assessment of the risk of lone work (Working "
          + "Environment Act §§ 4-1 (3) and 4-3)."),
      levels: [.organisation], occasions: [.finding(["AML-4-1-3"]), .aloneAtNight]),
    Measure(
      "paperwork",
      Localized(nb: "Mindre papirarbeid", en: "Less paperwork"),
      Localized(
        nb: "Mindre dokumentasjon, styring over egne pauser, og ledere med opplæring i psykologisk "
          + "trygghet.",
        en: "Less documentation, control over one's breaks, and leaders trained in psychological "
          + "safety."),
      levels: [.organisation], occasions: [.noBreaks]),
    Measure(
      "who-anchoring",
      Localized(
        nb: "Forankring i ledelse og utvalg", en: "Anchoring with management and committee"),
      Localized(
        nb: "Rettigheter, tilgang, støtte og medvirkning som sak for personalavdeling og "
          + "arbeidsmiljøutvalg.",
        en: "Rights, access, support and empowerment as a case for human resources and the working "
          + "environment committee."),
      levels: [.organisation], occasions: [.meeting]),
  ]
}
