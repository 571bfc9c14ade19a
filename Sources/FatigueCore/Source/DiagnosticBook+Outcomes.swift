/// What can be wrong with a file of outcomes (`follow-up`).
extension DiagnosticCode {
  public static let outcomeColumns = DiagnosticCode(
    id: "IN-640",
    title: Localized(nb: "Kolonner mangler i utfallsfilen", en: "Columns missing from outcomes"),
    explanation: Localized(
      nb: """
        En fil med utfall har én rad per gruppe, måling og mål: tidspunkt, mål, n, gjennomsnitt og \
        gjerne standardavvik. Eller én rad per tidspunkt med en kolonne for hvert mål. \
        docs/follow-up.md viser begge.
        """,
      en: """
        A file of outcomes has one row for each group, time and measure: time, measure, n, mean and \
        preferably standard deviation. Or one row for each time with a column for each measure. \
        docs/follow-up.md shows both.
        """))

  public static let outcomeItems = DiagnosticCode(
    id: "IN-641",
    title: Localized(nb: "Svar på enkeltspørsmål", en: "Answers to single questions"),
    explanation: Localized(
      nb: """
        Filen har kolonner eller rader for enkeltspørsmål i et skjema. De leses aldri: regn ut \
        totalskåren for hver person i skjemaverktøyet, og gi bare antall, gjennomsnitt og \
        standardavvik for gruppen. Ingenting i filen er lest.
        """,
      en: """
        The file has columns or rows for single questions of a questionnaire. These are never read: \
        compute each person's total in the survey tool, and give only count, mean and standard \
        deviation of the group. Nothing of the file was read.
        """))

  public static let outcomePeople = DiagnosticCode(
    id: "IN-642",
    title: Localized(nb: "Utfall for enkeltpersoner", en: "Outcomes of single people"),
    explanation: Localized(
      nb: """
        Filen har en kolonne for personer. Hva en ansatt har svart eller hvor syk noen har vært, \
        leses aldri: gi bare tall for grupper på minst fem. Er kolonnen en gruppe, så kall den \
        gruppe. Ingenting i filen er lest.
        """,
      en: """
        The file has a column of people. What an employee answered, or how ill somebody was, is \
        never read: give only numbers of groups of five or more. If the column is a group, call it \
        group. Nothing of the file was read.
        """))

  public static let outcomeMeasure = DiagnosticCode(
    id: "IN-643",
    title: Localized(nb: "Ukjent mål", en: "Unknown measure"),
    explanation: Localized(
      nb: """
        Målet er ikke blant dem som leses: \
        isi, pss-10, who-5, who-5-raw, need-for-recovery, cbi-personal, cbi-work, cbi-client, \
        mbi-exhaustion, mbi-depersonalisation, mbi-accomplishment, sick-leave-percent, \
        sick-leave-days, turnover-percent, attendance-percent, incident-reports, peer-support. \
        Raden er ikke lest; resten er.
        """,
      en: """
        The measure is not among those that are read: \
        isi, pss-10, who-5, who-5-raw, need-for-recovery, cbi-personal, cbi-work, cbi-client, \
        mbi-exhaustion, mbi-depersonalisation, mbi-accomplishment, sick-leave-percent, \
        sick-leave-days, turnover-percent, attendance-percent, incident-reports, peer-support. \
        The row was not read; the rest was.
        """))

  public static let outcomeTime = DiagnosticCode(
    id: "IN-644",
    title: Localized(nb: "Ikke et tidspunkt for en måling", en: "Not a time of measurement"),
    explanation: Localized(
      nb: """
        Tidspunktet er en dato, en måned (2026-01), et kvartal (2026 K1), en uke (2026-W05), \
        baseline, eller tid etter endringen: 8 uker, 8–12 uker, 3 mnd, 6 mnd. Raden er ikke lest; \
        resten er.
        """,
      en: """
        The time is a date, a month (2026-01), a quarter (2026 Q1), a week (2026-W05), baseline, or \
        time after the change: 8 weeks, 8–12 weeks, 3 months, 6 months. The row was not read; the \
        rest was.
        """))

  public static let outcomeNumber = DiagnosticCode(
    id: "IN-645",
    title: Localized(nb: "Tall mangler i en måling", en: "A number missing from a measurement"),
    explanation: Localized(
      nb: """
        Verdien eller standardavviket er ikke et tall, eller verdien mangler. Målingen er ikke \
        lest; resten er.
        """,
      en: """
        The value or the standard deviation is not a number, or the value is missing. The \
        measurement was not read; the rest was.
        """))

  public static let outcomeRange = DiagnosticCode(
    id: "IN-646",
    title: Localized(nb: "Utenfor skalaen", en: "Outside the scale"),
    explanation: Localized(
      nb: """
        Skjemaet kan ikke gi denne verdien, eller dette standardavviket ved det gjennomsnittet. Er \
        summen for hele gruppen gitt i stedet for gjennomsnittet, eller variansen for \
        standardavviket? Målingen er ikke lest; resten er.
        """,
      en: """
        The questionnaire cannot give this value, or this standard deviation at that mean. Was the \
        sum of the whole group given instead of the mean, or the variance for the standard \
        deviation? The measurement was not read; the rest was.
        """))

  public static let outcomeCount = DiagnosticCode(
    id: "IN-647",
    title: Localized(nb: "Antall mangler", en: "The count is missing"),
    explanation: Localized(
      nb: """
        Hver måling må si hvor mange den gjelder: uten det kan ingen vite om gruppen er stor nok til \
        å vises. Målingen er ikke lest; resten er.
        """,
      en: """
        Every measurement must say how many it is about: without that nobody can know whether the \
        group is large enough to be shown. The measurement was not read; the rest was.
        """))

  public static let outcomeSmallGroup = DiagnosticCode(
    id: "IN-648",
    title: Localized(nb: "Gruppe under fem", en: "A group under five"),
    explanation: Localized(
      nb: """
        Tall for færre enn fem kan gi svarene til den enkelte. Verdien er verken vist eller brukt. \
        Slå sammen grupper eller målinger. Der det lille tallet kunne regnes ut av en total og de \
        andre gruppene, utelates også en av disse (IN-654).
        """,
      en: """
        Numbers of fewer than five can give away what one of them answered. The value is neither \
        shown nor used. Join groups or times. Where the small number could be computed from a total \
        and the other groups, one of these is left out too (IN-654).
        """))

  public static let outcomeRest = DiagnosticCode(
    id: "IN-654",
    title: Localized(nb: "Utelatt for en liten gruppes skyld", en: "Left out for a small group"),
    explanation: Localized(
      nb: """
        Totalen og gruppene som vises, ville til sammen gitt tallet til færre enn fem: dem som er \
        igjen når gruppene trekkes fra. Derfor vises heller ikke den minste av gruppene på dette \
        tidspunktet. Slå sammen grupper, eller gi bare totalen.
        """,
      en: """
        The total and the groups that are shown would together give the number of fewer than five: \
        those who are left when the groups are taken away. So the smallest of the groups is not shown \
        at this time either. Join groups, or give the total only.
        """))

  public static let outcomeAgain = DiagnosticCode(
    id: "IN-649",
    title: Localized(nb: "Samme måling to ganger", en: "One measurement twice"),
    explanation: Localized(
      nb: """
        Samme mål, gruppe og tidspunkt står to ganger. Den første er brukt; den andre er ikke lest.
        """,
      en: """
        The same measure, group and time stand twice. The first was used; the second was not read.
        """))

  public static let outcomeDoubtful = DiagnosticCode(
    id: "IN-650",
    title: Localized(nb: "Kanskje en annen skala", en: "Maybe another scale"),
    explanation: Localized(
      nb: """
        Verdien er mulig, men ser ut som noe annet: råskåren 0–25 i stedet for WHO-5 i prosent, \
        eller en andel i stedet for prosent. Den er brukt som den står.
        """,
      en: """
        The value is possible but looks like something else: the raw score 0–25 instead of WHO-5 in \
        per cent, or a share instead of per cent. It was used as it stands.
        """))

  public static let outcomeTooMany = DiagnosticCode(
    id: "IN-651",
    title: Localized(nb: "For mange målinger", en: "Too many measurements"),
    explanation: Localized(
      nb: "Så mange rader eller serier leses ikke. Del filen; resten er ikke lest.",
      en: "So many rows or series are not read. Split the file; the rest was not read."))

  public static let outcomeWithoutChange = DiagnosticCode(
    id: "IN-652",
    title: Localized(nb: "Endringen har ingen dato", en: "The change has no date"),
    explanation: Localized(
      nb: """
        Målingen er gitt som tid før eller etter endringen, mens annet har datoer. Oppgi når \
        endringen skjedde med --change, så kan alt stå på én tidslinje. Målingen er ikke brukt.
        """,
      en: """
        The measurement is given as time before or after the change, while other things have dates. \
        Say when the change was with --change, so that all can stand on one line of time. The \
        measurement was not used.
        """))

  public static let outcomeUnusedColumn = DiagnosticCode(
    id: "IN-653",
    title: Localized(nb: "Kolonne som ikke er brukt", en: "A column that was not used"),
    explanation: Localized(
      nb: "Overskriften er ikke kjent, så kolonnen er ikke lest.",
      en: "The header is not known, so the column was not read."))

  static let outcomes: [DiagnosticCode] = [
    .outcomeColumns, .outcomeItems, .outcomePeople, .outcomeMeasure, .outcomeTime, .outcomeNumber,
    .outcomeRange, .outcomeCount, .outcomeSmallGroup, .outcomeAgain, .outcomeDoubtful,
    .outcomeTooMany, .outcomeWithoutChange, .outcomeUnusedColumn,
    .outcomeRest,
  ]
}
