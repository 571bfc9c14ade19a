/// Values in a row: `IN-040` to `IN-060`.
extension DiagnosticCode {
  /// Date missing.
  public static let dateMissing = DiagnosticCode(
    id: "IN-040",
    title: Localized(nb: "Dato mangler", en: "Date missing"),
    explanation: Localized(
      nb: "Raden har ingen dato og er ikke lest.",
      en: "The row has no date and was not read."))

  /// Not a date.
  public static let notADate = DiagnosticCode(
    id: "IN-041",
    title: Localized(nb: "Ikke en dato", en: "Not a date"),
    explanation: Localized(
      nb: """
        Feltet er ikke en dato som kan leses. Skriv 05.01.2026 eller 2026-01-05. I norske \
        filer står dagen først.
        """,
      en: """
        The field is not a date that can be read. Write 05.01.2026 or 2026-01-05. In Norwegian \
        files the day comes first.
        """))

  /// No such date.
  public static let noSuchDate = DiagnosticCode(
    id: "IN-042",
    title: Localized(nb: "Datoen finnes ikke", en: "No such date"),
    explanation: Localized(
      nb: "Måneden har ikke den dagen, eller året ikke den uken. Raden er ikke lest.",
      en: "The month does not have that day, or the year that week. The row was not read."))

  /// Date without a year.
  public static let dateWithoutYear = DiagnosticCode(
    id: "IN-043",
    title: Localized(nb: "Dato uten år", en: "Date without a year"),
    explanation: Localized(
      nb: "Ingenting i filen sier hvilket år datoen er i. Oppgi det med --year.",
      en: "Nothing in the file says which year the date is in. Give it with --year."))

  /// The weekday does not agree.
  public static let weekdayDiffers = DiagnosticCode(
    id: "IN-044",
    title: Localized(nb: "Ukedagen stemmer ikke", en: "The weekday does not agree"),
    explanation: Localized(
      nb: "Ukedagen og datoen hører ikke sammen, så en av dem er feil. Raden er ikke lest.",
      en: """
        The weekday and the date do not belong together, so one of them is wrong. The row was \
        not read.
        """))

  /// Impossible year.
  public static let yearOutOfRange = DiagnosticCode(
    id: "IN-045",
    title: Localized(nb: "Året kan ikke stemme", en: "Impossible year"),
    explanation: Localized(
      nb: "Turnuser leses for årene 1970 til 2199. Raden er ikke lest.",
      en: "Rosters are read for the years 1970 to 2199. The row was not read."))

  /// Date far from the rest.
  public static let farDate = DiagnosticCode(
    id: "IN-046",
    title: Localized(nb: "Datoen ligger langt fra resten", en: "Date far from the rest"),
    explanation: Localized(
      nb: """
        Datoen ligger fem år eller mer fra de andre. Raden er lest, men året er trolig feil \
        skrevet.
        """,
      en: """
        The date lies five years or more from the others. The row was read, but the year is \
        probably a slip.
        """))

  /// Start or end missing.
  public static let timeMissing = DiagnosticCode(
    id: "IN-047",
    title: Localized(nb: "Start eller slutt mangler", en: "Start or end missing"),
    explanation: Localized(
      nb: "Raden har bare den ene av start og slutt, og er ikke lest.",
      en: "The row has only one of start and end, and was not read."))

  /// Not a clock time.
  public static let notAClockTime = DiagnosticCode(
    id: "IN-048",
    title: Localized(nb: "Ikke et klokkeslett", en: "Not a clock time"),
    explanation: Localized(
      nb: """
        Feltet er ikke et klokkeslett. Skriv 07:30. Et desimaltall som 7,5 er timer, ikke et \
        klokkeslett.
        """,
      en: """
        The field is not a clock time. Write 07:30. A decimal such as 7,5 is hours, not a \
        clock time.
        """))

  /// No such time of day.
  public static let noSuchTime = DiagnosticCode(
    id: "IN-049",
    title: Localized(nb: "Klokkeslettet finnes ikke", en: "No such time of day"),
    explanation: Localized(
      nb: """
        Timen er over 24 eller minuttet over 59. En vakt som slutter etter midnatt, skrives \
        01:00.
        """,
      en: """
        The hour is above 24 or the minute above 59. A shift that ends after midnight is \
        written 01:00.
        """))

  /// Number from a spreadsheet.
  public static let spreadsheetNumber = DiagnosticCode(
    id: "IN-050",
    title: Localized(nb: "Tall fra regneark", en: "Number from a spreadsheet"),
    explanation: Localized(
      nb: """
        Regnearket har skrevet dato eller tid som et tall. Formater kolonnen som dato eller \
        klokkeslett og lagre på nytt.
        """,
      en: """
        The spreadsheet wrote a date or time as a number. Format the column as date or time \
        and save again.
        """))

  /// Error mark from a spreadsheet.
  public static let spreadsheetError = DiagnosticCode(
    id: "IN-051",
    title: Localized(nb: "Feilmerke fra regneark", en: "Error mark from a spreadsheet"),
    explanation: Localized(
      nb: """
        Regnearket har skrevet #### eller et feilmerke som #VERDI! i stedet for verdien. Gjør \
        kolonnen bredere eller rett formelen, og lagre på nytt.
        """,
      en: """
        The spreadsheet wrote #### or an error mark such as #VALUE! instead of the value. \
        Widen the column or mend the formula, and save again.
        """))

  /// Start equals end.
  public static let equalTimes = DiagnosticCode(
    id: "IN-052",
    title: Localized(nb: "Start og slutt er like", en: "Start equals end"),
    explanation: Localized(
      nb: """
        Vakten kan vare 0 eller 24 timer. Raden er ikke lest. En døgnvakt trenger en \
        timekolonne med 24, eller en slutt med dato.
        """,
      en: """
        The shift may last 0 or 24 hours. The row was not read. A 24-hour duty needs an hours \
        column that says 24, or an end with a date.
        """))

  /// Ends before it starts.
  public static let endsBeforeStart = DiagnosticCode(
    id: "IN-053",
    title: Localized(nb: "Slutter før den begynner", en: "Ends before it starts"),
    explanation: Localized(
      nb: "Slutten ligger før starten, med dato og alt. Raden er ikke lest.",
      en: "The end lies before the start, dates and all. The row was not read."))

  /// Unusually long shift.
  public static let longShift = DiagnosticCode(
    id: "IN-054",
    title: Localized(nb: "Uvanlig lang vakt", en: "Unusually long shift"),
    explanation: Localized(
      nb: """
        Slutten ligger før starten på klokka og er derfor lest på neste dag, og vakten blir 16 \
        timer eller mer. Er start og slutt byttet om?
        """,
      en: """
        The end is earlier on the clock than the start and was therefore read on the next day, \
        which makes the shift 16 hours or more. Are start and end swapped?
        """))

  /// Shift too long.
  public static let tooLongShift = DiagnosticCode(
    id: "IN-055",
    title: Localized(nb: "Vakten varer for lenge", en: "Shift too long"),
    explanation: Localized(
      nb: "En vakt kan vare høyst 31 dager. Raden er ikke lest; en av datoene er trolig feil.",
      en: """
        A shift may last at most 31 days. The row was not read; one of the dates is probably \
        wrong.
        """))

  /// Impossible break.
  public static let badBreak = DiagnosticCode(
    id: "IN-056",
    title: Localized(nb: "Pausen kan ikke stemme", en: "Impossible break"),
    explanation: Localized(
      nb: """
        Pausen er ikke et tall på minutter, eller den er lengre enn vakten. Raden er ikke \
        lest.
        """,
      en: """
        The break is not a number of minutes, or it is longer than the shift. The row was not \
        read.
        """))

  /// Shift code without times.
  public static let codeWithoutTimes = DiagnosticCode(
    id: "IN-057",
    title: Localized(nb: "Vaktkode uten tider", en: "Shift code without times"),
    explanation: Localized(
      nb: """
        Raden har ingen tider, og koden er verken fri, fravær eller en vaktkode med kjente \
        tider. Raden er ikke lest.
        """,
      en: """
        The row has no times, and its code is neither free, absence nor a shift code with \
        known times. The row was not read.
        """))

  /// A day off with clock times.
  public static let offCodeWithTimes = DiagnosticCode(
    id: "IN-058",
    title: Localized(nb: "Fri med klokkeslett", en: "A day off with clock times"),
    explanation: Localized(
      nb: """
        Koden betyr fri, men raden har klokkeslett. Den er lest som fri. Ble vakten gått, må \
        den ha en vaktkode eller en typekolonne som sier arbeid.
        """,
      en: """
        The code means a day off, but the row has clock times. It was read as off. If it was \
        worked, give it a shift code or a type column that says work.
        """))

  /// Unknown type.
  public static let unknownKind = DiagnosticCode(
    id: "IN-059",
    title: Localized(nb: "Ukjent type", en: "Unknown type"),
    explanation: Localized(
      nb: "Verdien i typekolonnen er ikke kjent. Raden er lest etter koden, ellers som arbeid.",
      en: "The value in the type column is not known. The row was read by its code, else as work."))

  /// Too far from the rest.
  public static let outOfReach = DiagnosticCode(
    id: "IN-060",
    title: Localized(nb: "For langt fra resten", en: "Too far from the rest"),
    explanation: Localized(
      nb: "En turnus kan spenne over høyst 60 år. Raden er ikke lest.",
      en: "A roster may span at most 60 years. The row was not read."))
}
