/// What can be wrong with a sleep log (`--sleep`).
extension DiagnosticCode {
  public static let sleepLogColumns = DiagnosticCode(
    id: "IN-600",
    title: Localized(nb: "Ikke en søvnlogg", en: "Not a sleep log"),
    explanation: Localized(
      nb: """
        En søvnlogg er en tabell med én rad per søvn og en overskrift: person, start og slutt, eller \
        dato og to klokkeslett (innsovning og oppvåkning). docs/input.md viser eksempler.
        """,
      en: """
        A sleep log is a table with one row per sleep and a header: person, start and end, or a date \
        and two clock times (sleep onset and wake time). docs/input.md shows examples.
        """))

  public static let sleepEndsFirst = DiagnosticCode(
    id: "IN-601",
    title: Localized(nb: "Søvnen slutter før den begynner", en: "The sleep ends before it starts"),
    explanation: Localized(
      nb: """
        Slutten er ikke etter starten, eller er den samme: da varer søvnen null minutter. Raden er ikke \
        lest; resten av loggen er.
        """,
      en: """
        The end is not after the start, or is the same: then the sleep lasts no time. The row was not \
        read; the rest of the log was.
        """))

  public static let sleepTooLong = DiagnosticCode(
    id: "IN-602",
    title: Localized(nb: "Søvn på over 24 timer", en: "Sleep of over 24 hours"),
    explanation: Localized(
      nb: """
        Ingen sover så lenge: en dato er trolig feil. Raden er ikke lest; resten av loggen er.
        """,
      en: """
        Nobody sleeps so long: a date is probably wrong. The row was not read; the rest of the log \
        was.
        """))

  public static let sleepOverlap = DiagnosticCode(
    id: "IN-603",
    title: Localized(nb: "Søvn som overlapper", en: "Sleeps that overlap"),
    explanation: Localized(
      nb: """
        To søvner til samme person dekker samme tid. De er regnet som én sammenhengende søvn; den \
        delte tiden teller én gang.
        """,
      en: """
        Two sleeps of one person cover the same time. They were counted as one sleep; the shared time \
        counts once.
        """))

  public static let sleepUnknownPerson = DiagnosticCode(
    id: "IN-604",
    title: Localized(
      nb: "Søvnloggen gjelder en som ikke står i planen",
      en: "The sleep log is about someone who is not in the plan"),
    explanation: Localized(
      nb: """
        Navnet eller ansattnummeret finnes ikke i turnusen, så søvnen er ikke brukt og predikeres \
        som for andre. Skriv det likt begge steder.
        """,
      en: """
        The name or staff number is not in the roster, so the sleep was not used and is predicted as \
        for others. Write it alike in both places.
        """))

  public static let sleepKind = DiagnosticCode(
    id: "IN-605",
    title: Localized(nb: "Ukjent type søvn", en: "Unknown kind of sleep"),
    explanation: Localized(
      nb: """
        Typen er sleep (søvn) eller nap (kort hvil); tom betyr søvn. Raden er ikke lest; resten av \
        loggen er.
        """,
      en: """
        The kind is sleep or nap; empty means sleep. The row was not read; the rest of the log was.
        """))

  public static let sleepNotSleep = DiagnosticCode(
    id: "IN-606",
    title: Localized(nb: "Rader som ikke er søvn", en: "Rows that are no sleep"),
    explanation: Localized(
      nb: """
        Målere skriver også rader for våken tid, hvile og tid uten måler. De er ikke brukt.
        """,
      en: "Monitors also write rows of time awake, at rest and off the wrist. They were not used."))

  public static let sleepLogGap = DiagnosticCode(
    id: "IN-607",
    title: Localized(nb: "Hull i søvnloggen", en: "A hole in the sleep log"),
    explanation: Localized(
      nb: """
        Over 48 timer går uten en registrert søvn. Ingen er trolig våken så lenge; i hullet er \
        søvnen predikert.
        """,
      en: """
        Over 48 hours pass without a recorded sleep. Probably nobody is awake so long; sleep in the \
        hole is predicted.
        """))

  public static let sleepInDuty = DiagnosticCode(
    id: "IN-608",
    title: Localized(nb: "Registrert søvn på vakt", en: "Recorded sleep on duty"),
    explanation: Localized(
      nb: """
        Loggen sier at noen sov mens planen har vakt. Modellen regner det som søvn. Er vakten byttet, \
        eller datoen feil?
        """,
      en: """
        The log says that someone slept while the plan has a duty. The model takes it for sleep. Was \
        the duty swapped, or the date wrong?
        """))

  public static let sleepUnused = DiagnosticCode(
    id: "IN-609",
    title: Localized(
      nb: "Ingenting i søvnloggen gjelder planen", en: "Nothing of the sleep log is about the plan"),
    explanation: Localized(
      nb: """
        Ingen av søvnene gjelder noen i turnusen i tiden rundt den. All søvn er predikert.
        """,
      en: """
        None of the sleeps is about anyone in the roster in the time around it. All sleep is \
        predicted.
        """))

  public static let sleepWhose = DiagnosticCode(
    id: "IN-610",
    title: Localized(
      nb: "Søvnloggen sier ikke hvem den gjelder", en: "The sleep log does not say whose it is"),
    explanation: Localized(
      nb: """
        Loggen har ingen kolonne for person, og turnusen har flere. Oppgi hvem med --person.
        """,
      en: """
        The log has no column of people, and the roster has several. Say who with --person.
        """))

  public static let sleepClockChange = DiagnosticCode(
    id: "IN-611",
    title: Localized(
      nb: "Klokkeslett i en klokkestilling", en: "A clock time in a clock change"),
    explanation: Localized(
      nb: """
        Klokkeslettet finnes ikke, eller det finnes to ganger, fordi klokka ble stilt. Et som ikke \
        finnes, er flyttet frem; av to er det første brukt, eller det andre når søvnen ellers ville \
        slutte før den begynner.
        """,
      en: """
        The clock time does not exist, or exists twice, because the clock was changed. One that does \
        not exist was moved forward; of two the first was used, or the second where the sleep would \
        otherwise end before it starts.
        """))

  public static let sleepTooMany = DiagnosticCode(
    id: "IN-612",
    title: Localized(nb: "For stor søvnlogg", en: "A sleep log too large"),
    explanation: Localized(
      nb: "Så mange rader leses ikke av én logg. Del den; resten er ikke lest.",
      en: "So many rows are not read of one log. Split it; the rest was not read."))

  public static let napNotSlept = DiagnosticCode(
    id: "IN-613",
    title: Localized(nb: "Hvil som ikke er regnet i sin helhet", en: "A nap not counted in full"),
    explanation: Localized(
      nb: """
        En rad av typen nap regnes som søvn. I aktivt arbeid regnes høyst to timer per vakt: lengre hvil \
        er ikke arbeid. Der en søvnlogg dekker tiden, gjelder loggen.
        """,
      en: """
        A row of the kind nap counts as sleep. In active work two hours count at most per duty: a longer \
        rest is no work. Where a sleep log covers the time, the log holds.
        """))

  public static let napOnTheWay = DiagnosticCode(
    id: "IN-614",
    title: Localized(nb: "Hvil på reisen", en: "A nap on the way"),
    explanation: Localized(
      nb: """
        Hvilen ligger i tiden da man reiser til eller fra vakten. Den er regnet som søvn slik den står, og \
        etter vakten som tid på jobben, slik at man går senere til sengs. Søvnighet ved hjemkomst er \
        regnet til vanlig tid.
        """,
      en: """
        The nap lies in the time when one travels to or from the duty. It was counted as sleep as it \
        stands, and after the duty as time at work, so that one goes to bed later. Sleepiness on arrival \
        home is that at the usual time.
        """))

  public static let sleepNoRows = DiagnosticCode(
    id: "IN-615",
    title: Localized(nb: "Søvnlogg uten søvn", en: "A sleep log without sleep"),
    explanation: Localized(
      nb: "Loggen har en overskrift, men ingen rader. All søvn er da predikert.",
      en: "The log has a header, but no rows. All sleep is then predicted."))

  static let sleepLogs: [DiagnosticCode] = [
    .sleepLogColumns, .sleepEndsFirst, .sleepTooLong, .sleepOverlap, .sleepUnknownPerson,
    .sleepKind, .sleepNotSleep, .sleepLogGap, .sleepInDuty, .sleepUnused, .sleepWhose,
    .sleepClockChange, .sleepTooMany, .napNotSlept, .napOnTheWay, .sleepNoRows,
  ]
}
