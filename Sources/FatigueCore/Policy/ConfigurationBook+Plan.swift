extension ConfigurationBook {
  static let planTables =
    [
      Table(
        name: "rules",
        about: Localized(
          nb: """
            Hvilke regler som prøves. En tabell [rules."ID"] setter grensene til én regel, med navnet \
            fra fatigue explain ID; en grense i loven kan bare skjerpes her, lempes i en avtale.
            """,
          en: """
            Which rules are tried. A table [rules."ID"] sets the limits of one rule, by the name that \
            fatigue explain ID shows; a limit of the law can only be tightened here, and eased by an \
            agreement.
            """)),
      Table(
        name: "agreements",
        about: Localized(
          nb: "Hva som er kjent om avtalene på arbeidsplassen.",
          en: "What is known of the agreements of the workplace.")),
      Table(
        name: "agreement", shape: .list,
        about: Localized(
          nb: """
            En skriftlig avtale som avviker fra en grense. Den gjelder bare innenfor datoene og for \
            dem, enhetene og kodene den nevner, og aldri under gulvet i loven. Hva forskning og \
            modeller sier, endrer ingen avtale; slike grenser settes i [rules].
            """,
          en: """
            A written agreement that deviates from a limit. It holds only inside its dates and for \
            the people, units and codes it names, and never below the floor of the law. No \
            agreement changes what research and models say; such limits are set in [rules].
            """)),
      Table(
        name: "waiver", shape: .list,
        about: Localized(
          nb: """
            Et funn partene har sett på og godtar inntil videre. Det telles og skrives ut, men gir \
            ikke status 1. Gulv i loven kan ikke fravikes.
            """,
          en: """
            A finding that the parties have looked at and accept for now. It is counted and printed, \
            but does not give status 1. Statutory floors cannot be waived.
            """)),
      Table(
        name: "plan",
        about: Localized(
          nb: "Om planen selv: det som ikke står i turnusen.",
          en: "About the plan itself: what the roster does not show.")),
      Table(
        name: "plan.change", shape: .list,
        about: Localized(
          nb: "En vakt endret etter at planen ble kjent.",
          en: "A shift changed after the plan was published.")),
      Table(
        name: "sleep",
        about: Localized(
          nb: """
            Vaner som søvnen predikeres etter, for alle. Det en ansatt har oppgitt selv, går foran.
            """,
          en: """
            Habits that sleep is predicted by, for everybody. What an employee has given goes first.
            """)),
    ] + lightTables + [
      Table(
        name: "person", shape: .named("12345"),
        about: Localized(
          nb: """
            Om én ansatt, etter ansattnummer eller navn. Alt er frivillig; det som ikke er oppgitt, \
            gjettes aldri.
            """,
          en: """
            About one employee, by staff number or name. All of it is voluntary; what is not given is \
            never guessed.
            """)),
      Table(
        name: "ward", shape: .named("Sengepost 3"),
        about: Localized(
          nb: "Om én enhet, etter navnet i turnusen.",
          en: "About one unit, by its name in the roster.")),
    ]

  static let planKeys: [ConfigurationKey] =
    rules + agreements + agreement + waiver + plan + change + sleepKeys + lightKeys + person
    + personSleepKeys + personLightKeys + ward + wardLightKeys

  private static let none = Localized(nb: "ingen", en: "none")
  private static let unknown = Localized(nb: "ukjent", en: "unknown")
  private static let no = Localized(nb: "nei", en: "no")
  private static let required = Localized(nb: "må oppgis", en: "must be given")
  private static let all = Localized(nb: "alle", en: "all")

  private static let rules = [
    ConfigurationKey(
      "rules", "packs", .texts, example: "[\"AML\", \"EVID\", \"MOD\"]",
      standard: Localized(same: RuleSelection.standardPacks.joined(separator: ", ")),
      Localized(nb: "regelpakkene som prøves", en: "the packs of rules that are tried")),
    ConfigurationKey(
      "rules", "on", .texts, example: "[\"EVID-ROTSPD\"]", standard: none,
      Localized(nb: "enkeltregler som slås på", en: "single rules switched on")),
    ConfigurationKey(
      "rules", "off", .texts, example: "[\"EVID-ROTDIR\"]", standard: none,
      Localized(nb: "enkeltregler som slås av", en: "single rules switched off")),
    ConfigurationKey(
      "rules", "at", .date, example: "2026-01-01",
      standard: Localized(nb: "første dato i planen", en: "the first date of the plan"),
      Localized(nb: "dagen reglene skal gjelde fra", en: "the day whose rules are used")),
    ConfigurationKey(
      "rules", "day-start", .clock, example: "\"00:00\"",
      standard: Localized(nb: "00:00, som omtvistet", en: "00:00, as disputed"),
      Localized(
        nb: "når partene har avtalt at døgnet begynner",
        en: "where the parties have agreed that the day begins")),
  ]

  private static let agreements = [
    ConfigurationKey(
      "agreements", "complete", .boolean, example: "true", standard: no,
      Localized(
        nb: "avtalene i filen er alle som finnes: det som mangler avtale, er da brudd",
        en: "the agreements in the file are all there are: what lacks one is then a breach"))
  ]

  private static let agreement = [
    ConfigurationKey(
      "agreement", "id", .text, example: "\"B-12\"", standard: required,
      Localized(nb: "avtalens navn i rapportene", en: "its name in the reports")),
    ConfigurationKey(
      "agreement", "level", .choice(["A1", "A2", "A2u", "A3", "A4"]), example: "\"A2\"",
      standard: required,
      Localized(
        nb: "A1 med den ansatte, A2 med tillitsvalgte (A2u uten tariffavtale), A3 fagforening med "
          + "innstillingsrett, A4 Arbeidstilsynet",
        en: "A1 with the employee, A2 with the union representatives (A2u without a collective "
          + "agreement), A3 a union with the right of nomination, A4 the Labour Inspection "
          + "Authority")),
    ConfigurationKey(
      "agreement", "parties", .texts, example: "[\"Sykehuset\", \"NSF\"]", standard: none,
      Localized(nb: "hvem som har inngått den", en: "who made it")),
    ConfigurationKey(
      "agreement", "from", .date, example: "2026-01-01", standard: required,
      Localized(nb: "første dag den gjelder", en: "first day it holds")),
    ConfigurationKey(
      "agreement", "to", .date, example: "2026-12-31",
      standard: Localized(nb: "inntil videre", en: "until further notice"),
      Localized(nb: "siste dag den gjelder", en: "last day it holds")),
    ConfigurationKey(
      "agreement", "rule", .text, example: "\"AML-10-8-1\"", standard: required,
      Localized(
        nb: "regelen den avviker fra, eller grensen med hele navnet sitt",
        en: "the rule it deviates from, or the limit by its full name")),
    ConfigurationKey(
      "agreement", "value", .fraction, example: "9",
      standard: Localized(nb: "avtalen setter ingen grense", en: "it sets no limit"),
      Localized(
        nb: "det avtalen setter grensen til, i grensens enhet; også \"1/5\" eller \"9:30\"",
        en: "what it sets the limit to, in the limit's unit; also \"1/5\" or \"9:30\"")),
    ConfigurationKey(
      "agreement", "people", .texts, example: "[\"12345\"]", standard: all,
      Localized(nb: "ansattnumre eller navn den gjelder", en: "staff numbers or names it covers")),
    ConfigurationKey(
      "agreement", "units", .texts, example: "[\"Sengepost 3\"]", standard: all,
      Localized(nb: "enheter den gjelder", en: "units it covers")),
    ConfigurationKey(
      "agreement", "codes", .texts, example: "[\"L\"]", standard: all,
      Localized(nb: "vaktkoder den gjelder", en: "shift codes it covers")),
    ConfigurationKey(
      "agreement", "compensation", .text,
      example: "\"tilsvarende hvile i neste friperiode\"", standard: none,
      Localized(nb: "det de ansatte får igjen", en: "what the employees get in return")),
  ]

  private static let waiver = [
    ConfigurationKey(
      "waiver", "rule", .text, example: "\"EVID-N3\"", standard: required,
      Localized(nb: "regelen funnet hører til", en: "the rule of the finding")),
    ConfigurationKey(
      "waiver", "person", .text, example: "\"12345\"", standard: all,
      Localized(
        nb: "hvem: ansattnummer, navn eller et mønster med * og ?",
        en: "who: a staff number, a name or a pattern with * and ?")),
    ConfigurationKey(
      "waiver", "date", .date, example: "2026-03-02", standard: all,
      Localized(nb: "dagen funnet begynner", en: "the day the finding starts")),
    ConfigurationKey(
      "waiver", "reason", .text, example: "\"eget ønske om samlet fri, prøves i vår\"",
      standard: required,
      Localized(
        nb: "hvorfor; står i alle rapporter, så skriv verken navn eller diagnose",
        en: "why; stands in every report, so write neither a name nor a diagnosis")),
    ConfigurationKey(
      "waiver", "agreed-by", .text, example: "\"avdelingsleder og tillitsvalgt, møte 4. februar\"",
      standard: required,
      Localized(
        nb: "hvem som har godtatt det; står i rapporter", en: "who accepted it; stands in reports")),
    ConfigurationKey(
      "waiver", "expires", .date, example: "2026-06-30", standard: required,
      Localized(nb: "siste dag den gjelder", en: "last day it holds")),
  ]

  private static let plan = [
    ConfigurationKey(
      "plan", "published", .date, example: "2026-02-01", standard: unknown,
      Localized(nb: "når planen ble kjent for de ansatte", en: "when the employees got the plan")),
    ConfigurationKey(
      "plan", "discussed", .date, example: "2026-01-15", standard: unknown,
      Localized(
        nb: "når den ble drøftet med de tillitsvalgte",
        en: "when it was discussed with the representatives")),
    ConfigurationKey(
      "plan", "effective", .date, example: "2026-03-02", standard: unknown,
      Localized(nb: "når den trer i kraft", en: "when it takes effect")),
    ConfigurationKey(
      "plan", "assessed", .date, example: "2026-01-10", standard: unknown,
      Localized(
        nb: "datoen for forsvarlighetsvurderingen", en: "date of the soundness assessment")),
    ConfigurationKey(
      "plan", "cycle-days", .integer(1...3660), example: "84",
      standard: Localized(nb: "planen gjentas ikke", en: "the plan does not repeat"),
      Localized(
        nb: "planen gjentas etter så mange dager, og prøves over skjøten",
        en: "the plan repeats after so many days, and is checked across the seam")),
    ConfigurationKey(
      "plan", "averaging-weeks", .integer(1...52), example: "12", standard: unknown,
      Localized(
        nb: "uker arbeidstiden gjennomsnittsberegnes over",
        en: "weeks that working time is averaged over")),
    ConfigurationKey(
      "plan", "weekend-every", .integer(1...52), example: "3", standard: unknown,
      Localized(
        nb: "avtalt: arbeid høyst hver så mange helg",
        en: "agreed: work at most every so many weekends")),
    ConfigurationKey(
      "plan", "most-on-call", .integer(0...28), example: "4", standard: unknown,
      Localized(
        nb: "avtalt tak på hjemmevakter på fire uker",
        en: "agreed cap on home on-call duties in four weeks")),
    ConfigurationKey(
      "plan", "most-nights", .integer(1...14), example: "3", standard: unknown,
      Localized(nb: "lokalt tak på netter på rad", en: "local cap on nights in a row")),
    ConfigurationKey(
      "plan", "hours-record", .boolean, example: "true", standard: unknown,
      Localized(
        nb: "det føres oversikt over faktisk arbeidstid, åpen for tillitsvalgte",
        en: "hours actually worked are recorded, open to the representatives")),
    ConfigurationKey(
      "plan", "contracts-cover-changes", .boolean, example: "true", standard: unknown,
      Localized(
        nb: "arbeidsavtalene sier hvordan vakter legges og endres",
        en: "the contracts say how shifts are placed and changed")),
    ConfigurationKey(
      "plan", "shows-times", .boolean, example: "true", standard: unknown,
      Localized(
        nb: "planen viser uker, dager og tider for hver ansatt (§ 10-3)",
        en: "the plan shows weeks, days and times for each employee (§ 10-3)")),
    ConfigurationKey(
      "plan", "baseline-period", .boolean, example: "false", standard: unknown,
      Localized(
        nb: "en endret plan har en periode å måles mot",
        en: "a changed plan has a period to compare with")),
    ConfigurationKey(
      "plan", "tasks-described", .boolean, example: "true", standard: unknown,
      Localized(
        nb: "oppgavene på langvaktene er beskrevet (fysisk arbeid, årvåkenhet, rolige perioder)",
        en: "the tasks on long shifts are described (physical work, vigilance, quiet periods)")),
    ConfigurationKey(
      "plan", "health-assessed", .boolean, example: "true", standard: unknown,
      Localized(
        nb: "partene har vurdert hva langvaktene gjør med helsen",
        en: "the parties have assessed what long shifts do to health")),
    ConfigurationKey(
      "plan", "paid-breaks", .boolean, example: "false", standard: no,
      Localized(
        nb: "pausene i turnusen er arbeidstid, fordi ingen kan gå fra",
        en: "the breaks in the roster are working time, because nobody may leave")),
  ]

  private static let change = [
    ConfigurationKey(
      "plan.change", "person", .text, example: "\"12345\"", standard: required,
      Localized(nb: "ansattnummer eller navn", en: "staff number or name")),
    ConfigurationKey(
      "plan.change", "shift", .date, example: "2026-03-09", standard: required,
      Localized(nb: "dagen vakten begynner", en: "the day the shift starts")),
    ConfigurationKey(
      "plan.change", "changed", .date, example: "2026-03-02", standard: required,
      Localized(nb: "dagen den ble endret", en: "the day it was changed")),
  ]

  private static let person = [
    ConfigurationKey(
      "person", "age", .integer(13...99), example: "17", standard: unknown,
      Localized(nb: "alder i hele år", en: "age in whole years")),
    ConfigurationKey(
      "person", "compulsory-school", .boolean, example: "false", standard: no,
      Localized(nb: "er i skolepliktig alder", en: "is of compulsory school age")),
    ConfigurationKey(
      "person", "position", .number(1...100), example: "75", standard: unknown,
      Localized(nb: "stilling i prosent", en: "position in per cent")),
    ConfigurationKey(
      "person", "scheme", .integer(36...40), example: "38", standard: unknown,
      Localized(
        nb: "alminnelig arbeidstid i uken etter loven: 36, 38 eller 40",
        en: "ordinary hours a week by the Act: 36, 38 or 40")),
    ConfigurationKey(
      "person", "night-exempt", .boolean, example: "false", standard: no,
      Localized(nb: "har fritak fra nattarbeid", en: "is exempt from night work")),
    ConfigurationKey(
      "person", "special-risk", .boolean, example: "false", standard: unknown,
      Localized(
        nb: "arbeidet er særlig risikofylt eller belastende (§ 10-11 (7))",
        en: "the work is of special risk or heavy strain (§ 10-11 (7))")),
    ConfigurationKey(
      "person", "mainly-passive", .boolean, example: "false", standard: unknown,
      Localized(
        nb: "vaktene er helt eller i hovedsak passive (§ 10-4 (2))",
        en: "the duties are wholly or mainly passive (§ 10-4 (2))")),
    ConfigurationKey(
      "person", "health-check", .boolean, example: "true", standard: unknown,
      Localized(
        nb: "helsekontroll for nattarbeidere er tilbudt",
        en: "a health check for night workers was offered")),
    ConfigurationKey(
      "person", "staff-group", .text, example: "\"lege\"", standard: unknown,
      Localized(
        nb: "gruppe med egne regler: lege eller politi",
        en: "a group with rules of its own: lege (doctors) or politi (police)")),
    ConfigurationKey(
      "person", "qualification", .text, example: "\"sykepleier\"",
      standard: Localized(nb: "kolonnen Stilling i turnusen", en: "the roster's column Job title"),
      Localized(
        nb: "fatigue repair bytter bare vakter mellom ansatte med samme kvalifikasjon",
        en: "fatigue repair exchanges shifts only between people with the same qualification")),
    ConfigurationKey(
      "person", "fixed", .texts, example: "[\"2026-03-04\", \"2026-03-09/2026-03-13\"]",
      standard: none,
      Localized(
        nb: "dager fatigue repair lar stå: avtalte vakter og innvilgede ønsker; eller [\"all\"]",
        en: "days that fatigue repair leaves alone: settled shifts, granted wishes; or [\"all\"]")),
    ConfigurationKey(
      "person", "chose-nights", .boolean, example: "false", standard: no,
      Localized(
        nb: "har selv valgt fast natt", en: "chose permanent nights")),
    ConfigurationKey(
      "person", "pregnant", .boolean, example: "false", standard: no,
      Localized(
        nb: "den ansattes eget valg om å bli sjekket som gravid; helseopplysning",
        en: "the employee's own choice to be checked as pregnant; health data")),
  ]

  private static let ward = [
    ConfigurationKey(
      "ward", "rest-places", .integer(0...1000), example: "1", standard: unknown,
      Localized(nb: "plasser å hvile på om natten", en: "places to rest at night")),
    ConfigurationKey(
      "ward", "lone-work-assessment", .text, example: "\"ROS 2026-04\"", standard: none,
      Localized(
        nb: "risikovurderingen av alenearbeid (§ 4-1 (3))",
        en: "the risk assessment of lone work (§ 4-1 (3))")),
    ConfigurationKey(
      "ward", "special-risk", .boolean, example: "false", standard: unknown,
      Localized(
        nb: "arbeidet i enheten er særlig risikofylt eller belastende (§ 10-11 (7))",
        en: "the unit's work is of special risk or heavy strain (§ 10-11 (7))")),
  ]
}
