/// Calendar files, lines and values: `IN-200` to `IN-213`.
extension DiagnosticCode {
  /// No calendar.
  public static let noCalendar = DiagnosticCode(
    id: "IN-200",
    title: Localized(nb: "Ingen kalender", en: "No calendar"),
    explanation: Localized(
      nb: """
        Filen har ingen linje BEGIN:VCALENDAR, så den er ikke en kalender. En innloggingsside \
        som ble lagret i stedet for kalenderen, er vanligst. Last den ned på nytt.
        """,
      en: """
        The file has no line BEGIN:VCALENDAR, so it is no calendar. A login page saved instead \
        of the calendar is the usual cause. Download it again.
        """))

  /// The calendar has no events.
  public static let noEvents = DiagnosticCode(
    id: "IN-201",
    title: Localized(nb: "Kalenderen har ingen hendelser", en: "The calendar has no events"),
    explanation: Localized(
      nb: "Kalenderen har ingen VEVENT. Oppgaver og notater i den er ikke vakter.",
      en: "The calendar has no VEVENT. Tasks and notes in it are not shifts."))

  /// The file ends inside something.
  public static let componentNotEnded = DiagnosticCode(
    id: "IN-202",
    title: Localized(nb: "Filen slutter midt i noe", en: "The file ends inside something"),
    explanation: Localized(
      nb: """
        En del som åpnes med BEGIN, lukkes ikke med END. Som regel er filen avkuttet. En \
        hendelse som ikke er lukket, er ikke lest.
        """,
      en: """
        A part opened with BEGIN is not closed with END. Mostly the file was cut off. An event \
        that is not closed was not read.
        """))

  /// END without BEGIN.
  public static let strayEnd = DiagnosticCode(
    id: "IN-203",
    title: Localized(nb: "END uten BEGIN", en: "END without BEGIN"),
    explanation: Localized(
      nb: "Linjen lukker noe som ikke er åpnet, eller noe annet enn det som ble åpnet sist.",
      en: """
        The line closes something that is not open, or something else than what was opened \
        last.
        """))

  /// An event inside an event.
  public static let nestedEvent = DiagnosticCode(
    id: "IN-204",
    title: Localized(nb: "Hendelse inne i en hendelse", en: "An event inside an event"),
    explanation: Localized(
      nb: """
        En VEVENT kan ikke stå inne i en annen. Den ytre er lest, den indre ikke. Mangler det \
        en END:VEVENT?
        """,
      en: """
        A VEVENT cannot stand inside another. The outer one was read, the inner one was not. \
        Is an END:VEVENT missing?
        """))

  /// Not a line of a calendar.
  public static let badContentLine = DiagnosticCode(
    id: "IN-205",
    title: Localized(nb: "Linjen er ikke en kalenderlinje", en: "Not a line of a calendar"),
    explanation: Localized(
      nb: """
        En kalenderlinje er NAVN:VERDI eller NAVN;PARAMETER=VERDI:VERDI. Lange linjer \
        fortsetter på neste linje etter et mellomrom. Linjen er ikke brukt.
        """,
      en: """
        A line of a calendar is NAME:VALUE or NAME;PARAMETER=VALUE:VALUE. Long lines go on in \
        the next one after a blank. The line was not used.
        """))

  /// Unclosed quote in a parameter.
  public static let unclosedParameterQuote = DiagnosticCode(
    id: "IN-206",
    title: Localized(
      nb: "Anførselstegn i parameter lukkes ikke", en: "Unclosed quote in a parameter"),
    explanation: Localized(
      nb: """
        En parameter åpnes med anførselstegn som ikke lukkes på linjen, så det er uvisst hvor \
        verdien begynner. Linjen er ikke brukt.
        """,
      en: """
        A parameter opens with a quote that is not closed on the line, so it is unknown where \
        the value begins. The line was not used.
        """))

  /// A line outside the calendar.
  public static let outsideComponent = DiagnosticCode(
    id: "IN-207",
    title: Localized(nb: "Linje utenfor kalenderen", en: "A line outside the calendar"),
    explanation: Localized(
      nb: "Linjen står ikke mellom BEGIN og END og er ikke brukt.",
      en: "The line does not stand between BEGIN and END and was not used."))

  /// Event without DTSTART.
  public static let eventWithoutStart = DiagnosticCode(
    id: "IN-208",
    title: Localized(nb: "Hendelse uten DTSTART", en: "Event without DTSTART"),
    explanation: Localized(
      nb: "Hendelsen sier ikke når den begynner, og er ikke lest.",
      en: "The event does not say when it begins, and was not read."))

  /// The value cannot be read.
  public static let badCalendarValue = DiagnosticCode(
    id: "IN-209",
    title: Localized(nb: "Verdien kan ikke leses", en: "The value cannot be read"),
    explanation: Localized(
      nb: """
        Verdien er ikke det som linjen krever: 20260105, 20260105T073000 eller \
        20260105T063000Z for tid, PT8H for varighet, +0100 for avstand til UTC. Gjelder det \
        start, slutt eller gjentakelse, er hendelsen ikke lest.
        """,
      en: """
        The value is not what the line calls for: 20260105, 20260105T073000 or \
        20260105T063000Z for a time, PT8H for a duration, +0100 for an offset. If it is a \
        start, an end or a recurrence, the event was not read.
        """))

  /// The event ends before it starts.
  public static let eventEndsFirst = DiagnosticCode(
    id: "IN-210",
    title: Localized(
      nb: "Hendelsen slutter før den begynner", en: "The event ends before it starts"),
    explanation: Localized(
      nb: "Slutten ligger før starten, så en av dem er feil. Hendelsen er ikke lest.",
      en: "The end lies before the start, so one of them is wrong. The event was not read."))

  /// Unknown time zone.
  public static let unknownCalendarZone = DiagnosticCode(
    id: "IN-211",
    title: Localized(nb: "Ukjent tidssone", en: "Unknown time zone"),
    explanation: Localized(
      nb: """
        Tidssonen er verken et navn fra IANA eller Windows eller beskrevet i filen, så det er \
        uvisst når vakten er. Hendelsen er ikke lest.
        """,
      en: """
        The time zone is neither a name of IANA or Windows nor described in the file, so it is \
        unknown when the shift is. The event was not read.
        """))

  /// The recurrence cannot be read.
  public static let badRule = DiagnosticCode(
    id: "IN-212",
    title: Localized(nb: "Gjentakelsen kan ikke leses", en: "The recurrence cannot be read"),
    explanation: Localized(
      nb: """
        Regelen i RRULE eller EXRULE er feil skrevet. Serien er ikke tatt med, heller ikke den \
        første vakten.
        """,
      en: "The rule in RRULE or EXRULE is wrong. The series was left out, its first shift too."))

  /// Event without UID.
  public static let eventWithoutUID = DiagnosticCode(
    id: "IN-213",
    title: Localized(nb: "Hendelse uten UID", en: "Event without UID"),
    explanation: Localized(
      nb: """
        Hendelsen mangler UID. Den er lest, men endringer av den og dobbeltføringer kan ikke \
        kjennes igjen.
        """,
      en: """
        The event has no UID. It was read, but changes to it and doubles of it cannot be \
        recognised.
        """))
}
