/// Calendar events and series: `IN-214` to `IN-236`.
extension DiagnosticCode {
  /// The same event twice.
  public static let repeatedEvent = DiagnosticCode(
    id: "IN-214",
    title: Localized(nb: "Samme hendelse to ganger", en: "The same event twice"),
    explanation: Localized(
      nb: "Hendelsen står to ganger med samme UID og samme tider. Den er talt én gang.",
      en: "The event stands twice with the same UID and times. It is counted once."))

  /// One UID, different times.
  public static let sharedUID = DiagnosticCode(
    id: "IN-215",
    title: Localized(nb: "Samme UID, ulike tider", en: "One UID, different times"),
    explanation: Localized(
      nb: """
        To hendelser har samme UID og SEQUENCE, men ulike tider. Begge er tatt med; er den ene \
        utdatert, må den slettes.
        """,
      en: """
        Two events have the same UID and SEQUENCE but different times. Both were kept; if one \
        is outdated, delete it.
        """))

  /// Older version of an event.
  public static let supersededEvent = DiagnosticCode(
    id: "IN-216",
    title: Localized(nb: "Eldre utgave av en hendelse", en: "Older version of an event"),
    explanation: Localized(
      nb: "En hendelse med samme UID har høyere SEQUENCE og gjelder i stedet for denne.",
      en: "An event with the same UID has a higher SEQUENCE and stands in for this one."))

  /// UNTIL is a date.
  public static let untilIsDate = DiagnosticCode(
    id: "IN-217",
    title: Localized(nb: "UNTIL er en dato", en: "UNTIL is a date"),
    explanation: Localized(
      nb: "UNTIL skal ha klokkeslett når serien har det. Hele den dagen er regnet med.",
      en: "UNTIL must have a time when the series has one. The whole of that day is counted in."))

  /// The start does not follow its rule.
  public static let startNotInRule = DiagnosticCode(
    id: "IN-218",
    title: Localized(nb: "Starten følger ikke regelen", en: "The start does not follow its rule"),
    explanation: Localized(
      nb: """
        DTSTART er ikke blant tidene som RRULE gir. Den er tatt med som en ekstra vakt, og \
        COUNT teller regelens egne.
        """,
      en: """
        DTSTART is not among the times that its RRULE gives. It was kept as one shift more, \
        and COUNT counts the rule's own.
        """))

  /// EXRULE is obsolete.
  public static let exceptionRule = DiagnosticCode(
    id: "IN-219",
    title: Localized(nb: "EXRULE er avskaffet", en: "EXRULE is obsolete"),
    explanation: Localized(
      nb: """
        EXRULE finnes ikke lenger i standarden, men er fulgt: tidene den gir, er tatt ut av \
        serien.
        """,
      en: """
        EXRULE is no longer in the standard but was followed: the times it gives are taken out \
        of the series.
        """))

  /// EXDATE matches nothing.
  public static let exceptionMissed = DiagnosticCode(
    id: "IN-220",
    title: Localized(nb: "EXDATE treffer ingen forekomst", en: "EXDATE matches nothing"),
    explanation: Localized(
      nb: """
        Unntaket treffer ingen tid i serien, så vakten som skulle vært strøket, er fortsatt \
        med. Ofte er klokkeslettet skrevet i feil sone.
        """,
      en: """
        The exception matches no time of the series, so the shift it should remove is still \
        there. Often the time is written in the wrong zone.
        """))

  /// EXDATE is a date.
  public static let exceptionIsDate = DiagnosticCode(
    id: "IN-221",
    title: Localized(nb: "EXDATE er en dato", en: "EXDATE is a date"),
    explanation: Localized(
      nb: """
        Serien har klokkeslett, unntaket bare en dato. Alle vakter i serien den dagen er \
        strøket.
        """,
      en: """
        The series has clock times, the exception only a date. All shifts of the series on \
        that day were removed.
        """))

  /// The series was cut.
  public static let seriesCut = DiagnosticCode(
    id: "IN-222",
    title: Localized(nb: "Serien er kuttet", en: "The series was cut"),
    explanation: Localized(
      nb: """
        Regelen gir flere forekomster enn en turnus kan ha, eller den krever for mye arbeid. \
        De første er tatt med. Velg en kortere periode med --from og --to.
        """,
      en: """
        The rule gives more occurrences than a roster can have, or asks for too much work. The \
        first were kept. Choose a shorter period with --from and --to.
        """))

  /// Series without end.
  public static let seriesWithoutEnd = DiagnosticCode(
    id: "IN-223",
    title: Localized(nb: "Serie uten slutt", en: "Series without end"),
    explanation: Localized(
      nb: """
        Serien har ingen slutt. Uten --to er den rullet ut til 550 dager (halvannet år) etter \
        den siste datoen i filen.
        """,
      en: """
        The series has no end. Without --to it is rolled out to 550 days (a year and a half) \
        after the last date in the file.
        """))

  /// No such clock time.
  public static let timeInGap = DiagnosticCode(
    id: "IN-224",
    title: Localized(nb: "Klokkeslettet finnes ikke", en: "No such clock time"),
    explanation: Localized(
      nb: """
        Klokken stilles fram forbi dette klokkeslettet. Det er lest med avstanden før, så \
        02:30 blir 03:30.
        """,
      en: """
        The clock is put forward past this time. It was read with the offset before, so that \
        02:30 becomes 03:30.
        """))

  /// Series over a clock change.
  public static let seriesOverClockChange = DiagnosticCode(
    id: "IN-225",
    title: Localized(nb: "Serie over tidsskifte", en: "Series over a clock change"),
    explanation: Localized(
      nb: """
        En vakt i serien varer en time mer eller mindre fordi klokken stilles. Slutten er \
        regnet etter klokken på veggen. Med series-end = "exact" varer alle like lenge.
        """,
      en: """
        A shift of the series lasts an hour more or less because the clock is changed. Its end \
        is by the clock on the wall. With series-end = "exact" all last equally long.
        """))

  /// Outdated change.
  public static let staleOverride = DiagnosticCode(
    id: "IN-226",
    title: Localized(nb: "Utdatert endring", en: "Outdated change"),
    explanation: Localized(
      nb: """
        Endringen er eldre (lavere SEQUENCE) enn serien, som har strøket denne vakten. \
        Endringen er ikke brukt.
        """,
      en: """
        The change is older (lower SEQUENCE) than the series, which removed this shift. The \
        change was not used.
        """))

  /// Whole-day event with an unknown code.
  public static let wholeDayEvent = DiagnosticCode(
    id: "IN-227",
    title: Localized(
      nb: "Heldagshendelse med ukjent kode", en: "Whole-day event with an unknown code"),
    explanation: Localized(
      nb: """
        En hendelse for hele dagen er aldri en vakt på 24 timer. Koden er ikke kjent, så dagen \
        er regnet som fri.
        """,
      en: """
        An event for a whole day is never a shift of 24 hours. Its code is not known, so the \
        day counts as off.
        """))

  /// Other than events.
  public static let otherComponents = DiagnosticCode(
    id: "IN-228",
    title: Localized(nb: "Annet enn hendelser", en: "Other than events"),
    explanation: Localized(
      nb: """
        Oppgaver (VTODO), notater (VJOURNAL) og ledig-opptatt (VFREEBUSY) er ikke vakter og er \
        ikke brukt.
        """,
      en: """
        Tasks (VTODO), notes (VJOURNAL) and free-busy times (VFREEBUSY) are no shifts and were \
        not used.
        """))

  /// Whose calendar it is.
  public static let whoseCalendar = DiagnosticCode(
    id: "IN-229",
    title: Localized(nb: "Hvem kalenderen gjelder", en: "Whose calendar it is"),
    explanation: Localized(
      nb: """
        Navnet er hentet fra X-WR-CALNAME, en deltaker (ATTENDEE), en kategori, tittelen eller \
        filnavnet, i den rekkefølgen. Er det feil, oppgi navnet med --person.
        """,
      en: """
        The name comes from X-WR-CALNAME, an attendee, a category, the title or the name of \
        the file, in that order. If it is wrong, give the name with --person.
        """))

  /// Several attendees.
  public static let severalAttendees = DiagnosticCode(
    id: "IN-230",
    title: Localized(nb: "Flere deltakere", en: "Several attendees"),
    explanation: Localized(
      nb: "Hendelsen har flere deltakere. Vakten er ført på den første.",
      en: "The event has several attendees. The shift is given to the first."))

  /// Clock times without a zone.
  public static let floatingTimes = DiagnosticCode(
    id: "IN-231",
    title: Localized(nb: "Klokkeslett uten sone", en: "Clock times without a zone"),
    explanation: Localized(
      nb: """
        Klokkeslettene sier ikke hvilken sone de er i. De er lest i X-WR-TIMEZONE, ellers i \
        --zone, ellers i Europe/Oslo.
        """,
      en: """
        The clock times do not say which zone they are in. They were read in X-WR-TIMEZONE, \
        else in --zone, else in Europe/Oslo.
        """))

  /// Not valid UTF-8.
  public static let foreignText = DiagnosticCode(
    id: "IN-232",
    title: Localized(nb: "Ikke gyldig UTF-8", en: "Not valid UTF-8"),
    explanation: Localized(
      nb: "Teksten er ikke UTF-8 og er lest som Windows-1252. Sjekk at æ, ø og å er riktige.",
      en: """
        The text is not UTF-8 and was read as Windows-1252. Check that the letters are right.
        """))

  /// Too many levels.
  public static let tooDeep = DiagnosticCode(
    id: "IN-233",
    title: Localized(nb: "For mange nivåer", en: "Too many levels"),
    explanation: Localized(
      nb: """
        Delene i kalenderen ligger mer enn 100 nivåer inni hverandre. Det som ligger dypere, \
        er ikke lest.
        """,
      en: """
        The parts of the calendar lie over 100 levels inside each other. What lies deeper was \
        not read.
        """))

  /// Event over 31 days.
  public static let longEvent = DiagnosticCode(
    id: "IN-234",
    title: Localized(nb: "Hendelse over 31 dager", en: "Event over 31 days"),
    explanation: Localized(
      nb: "Ingen vakt varer så lenge. Hendelsen er ikke regnet som arbeid.",
      en: "No shift lasts that long. The event is not counted as work."))

  /// Events that are not work.
  public static let freeEvents = DiagnosticCode(
    id: "IN-235",
    title: Localized(nb: "Hendelser som ikke er arbeid", en: "Events that are not work"),
    explanation: Localized(
      nb: """
        Hendelser uten varighet og hendelser merket som ledig (TRANSP:TRANSPARENT) er ikke \
        regnet som arbeid. Er alle merket som ledig, er merket ikke brukt.
        """,
      en: """
        Events without length and events marked as free (TRANSP:TRANSPARENT) are not counted \
        as work. If all are marked as free, the mark is not used.
        """))

  /// The line stands twice.
  public static let doubledProperty = DiagnosticCode(
    id: "IN-236",
    title: Localized(nb: "Linjen står to ganger", en: "The line stands twice"),
    explanation: Localized(
      nb: """
        Hendelsen sier det samme to ganger. Den siste linjen gjelder, og DURATION går foran \
        DTEND.
        """,
      en: """
        The event says the same thing twice. The last line counts, and DURATION goes before \
        DTEND.
        """))
}
