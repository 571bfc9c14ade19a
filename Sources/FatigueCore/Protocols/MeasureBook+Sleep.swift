/// The measures about sleep, with what research found. Numbers and grades: `spec/light_nap.md` section 9.
extension MeasureBook {
  static let sleep = [nap, light, education, insomnia]

  private static let nap = Measure(
    "nap",
    Localized(nb: "Planlagt kort hvil om natten", en: "Planned nap at night"),
    Localized(
      nb:
        "20–30 min hvil på lange netter kan dempe søvnigheten. Hvil på vakt krever lokal avtale og "
        + "dekning.",
      en:
        "20–30 min of rest on long nights can lower sleepiness. Rest on duty needs a local agreement "
        + "and cover."),
    levels: [.individual, .group, .leader],
    partner: Localized(
      nb: "hvilerom, hvil som er skjermet og fordelt utover natten med dekning, skriftlig avtale; "
        + "del av et system for styring av trøtthet",
      en:
        "a rest room, protected naps spread over the night with cover, a written agreement; part of "
        + "fatigue risk management"),
    occasions: [.night(atLeast: longNight)],
    evidence: [
      MeasureEvidence(
        Localized(nb: "hvil på nattevakt", en: "nap on a night shift"),
        Localized(
          nb: "mindre søvnig ved vaktens slutt: SMD 0,40 (0,09–0,72)",
          en: "less sleepy at the end of the shift: SMD 0.40 (0.09–0.72)"),
        .b, RuleSource("Martin-Gill et al. 2018", .abstract)),
      MeasureEvidence(
        Localized(nb: "hvil på nattevakt", en: "nap on a night shift"),
        Localized(nb: "ytelse: 0,25 (0,10–0,41)", en: "performance: 0.25 (0.10–0.41)"),
        .b, RuleSource("Dutheil et al. 2020", .abstract)),
      MeasureEvidence(
        Localized(nb: "2 t hvil på 12-timers natt", en: "2 h nap on a 12-hour night"),
        Localized(
          nb: "færre feilreaksjoner kl. 07–08 og mindre trøtt etterpå",
          en: "fewer false starts at 07–08 and less fatigue after"),
        .b, RuleSource("Patterson et al. 2024", .abstract)),
      MeasureEvidence(
        Localized(
          nb: "hvil hjemme før natten, med eller uten kaffe",
          en: "nap at home before the night, with or without caffeine"),
        Localized(
          nb: "våknere og raskere på tester, mest med begge deler",
          en: "more awake and faster on tests, most with both"),
        .b, RuleSource("Schweitzer et al. 2006", .abstract)),
      MeasureEvidence(
        Localized(nb: "kaffe rett før hvilen", en: "caffeine right before the nap"),
        Localized(
          nb: "best av fem opplegg den første timen etter en kort hvil",
          en: "the best of five conditions for an hour after a short nap"),
        .c, RuleSource("Hayashi et al. 2003", .abstract)),
      MeasureEvidence(
        Localized(
          nb: "ingen kaffe de siste 6 timene før søvn", en: "no caffeine in the 6 h before sleep"),
        Localized(
          nb: "400 mg 6 t før leggetid forstyrrer fortsatt søvnen",
          en: "400 mg taken 6 h before bed still disturbs sleep"),
        .b, RuleSource("Drake et al. 2013", .abstract)),
    ])

  private static let light = Measure(
    "light-plan",
    Localized(nb: "Lysplan", en: "Light plan"),
    Localized(
      nb:
        "Lys til riktig tid på vakt, mørke briller på hjemveien når det er dagslys, mørkt soverom. "
        + "Hva som kan hjelpe, avhenger av hvor mange netter det er.",
      en:
        "Light at the right time on duty, dark glasses on the way home in daylight, a dark bedroom. "
        + "What can help depends on how many nights there are."),
    levels: [.individual, .organisation],
    partner: Localized(
      nb:
        "lysplan for avdelingen, pauserom med sterkt lys, ingen overtid etter natt, transport hjem "
        + "etter harde netter",
      en:
        "a lighting plan for the ward, a break room with bright light, no overtime after a night, "
        + "transport home after hard nights"),
    occasions: [.nights],
    evidence: [
      MeasureEvidence(
        Localized(nb: "sterkt lys mot søvnighet", en: "bright light against sleepiness"),
        Localized(
          nb:
            "liten til middels; −0,83 poeng i Cochrane, svært usikkert; ikke sikkert hos sykepleiere",
          en: "small to medium; −0.83 points in Cochrane, very uncertain; not significant in nurses"
        ),
        .bMinus, RuleSource("Lam & Chung 2021; Slanger et al. 2016; Aemmi et al. 2020", .abstract)),
      MeasureEvidence(
        Localized(
          nb: "sterkt lys for å flytte døgnrytmen", en: "bright light to move the body clock"),
        Localized(
          nb: "stor; 3–4 t senere etter tre netter med briller og søvnplan",
          en: "large; 3–4 h later after three nights with glasses and a sleep plan"),
        .b, RuleSource("Lam & Chung 2021; Smith & Eastman 2008", .abstract)),
      MeasureEvidence(
        Localized(
          nb: "sterkt lys på tre enkeltnetter", en: "bright light on three isolated nights"),
        Localized(
          nb: "ingen virkning på søvnighet eller reaksjonstid",
          en: "no effect on sleepiness or reaction time"),
        .aMinus, RuleSource("Bjorvatn et al. 2021, SJWEH 3930", .abstract), speaksAgainst: true),
      MeasureEvidence(
        Localized(
          nb: "blåanriket lys, 7000 K og 200 lx", en: "blue-enriched light, 7000 K and 200 lx"),
        Localized(
          nb: "færre feil på reaksjonstest sent på natt 1–2",
          en: "fewer errors on a reaction test late on nights 1–2"),
        .b, RuleSource("Sunde et al. 2020", .abstract)),
      MeasureEvidence(
        Localized(nb: "mørke eller oransje briller hjem", en: "dark or orange glasses home"),
        Localized(
          nb: "32–34 min mer søvn hos 28 personer; andre forsøk fant ingenting",
          en: "32–34 min more sleep in 28 people; other trials found nothing"),
        .c, RuleSource("Sasseville et al. 2009", .abstract)),
      MeasureEvidence(
        Localized(nb: "sterkt lys før kjøring hjem", en: "bright light before driving home"),
        Localized(
          nb: "ulykker i simulator: 0 mot 26 % (19 personer)",
          en: "accidents in a simulator: 0 against 26 % (19 people)"),
        .c, RuleSource("Weisgerber et al. 2017", .abstract)),
      MeasureEvidence(
        Localized(
          nb: "halvveis over til natt, ved fast natt", en: "half-way to night, on permanent nights"),
        Localized(
          nb: "bedre ytelse om natten og bedre dagsøvn i laboratorium",
          en: "better performance at night and better sleep by day in the laboratory"),
        .bMinus, RuleSource("Smith et al. 2008, 2009", .abstract)),
    ])

  private static let education = Measure(
    "sleep-education",
    Localized(nb: "Undervisning om søvn", en: "Teaching on sleep"),
    Localized(
      nb: "Søvnens biologi, og hvordan man legger til rette for søvn etter en natt.",
      en: "The biology of sleep, and how to prepare for sleep after a night."),
    levels: [.individual, .leader],
    partner: Localized(
      nb: "tilbud gjennom bedriftshelsetjenesten i betalt tid",
      en: "an offer through the occupational health service in paid time"),
    occasions: [.sleepLoad])

  private static let insomnia = Measure(
    "cbt-i",
    Localized(
      nb: "Kognitiv atferdsterapi for søvnløshet", en: "Cognitive behavioural therapy for insomnia"),
    Localized(
      nb:
        "På nett eller i gruppe, som førstevalg ved langvarige søvnvansker. Verktøyet stiller ingen "
        + "diagnose; spør bedriftshelsetjenesten eller lege.",
      en:
        "Online or in a group, the first choice for long-lasting trouble with sleep. The tool makes "
        + "no diagnosis; ask the occupational health service or a doctor."),
    levels: [.individual, .leader],
    partner: Localized(
      nb: "tilbud gjennom bedriftshelsetjenesten i betalt tid",
      en: "an offer through the occupational health service in paid time"),
    occasions: [.reportedInsomnia])
}
