/// Whole files and their layout: `IN-001` to `IN-021`.
extension DiagnosticCode {
  /// The file cannot be opened.
  public static let unreadableFile = DiagnosticCode(
    id: "IN-001",
    title: Localized(nb: "Filen kan ikke åpnes", en: "The file cannot be opened"),
    explanation: Localized(
      nb: "Filen finnes ikke, eller du har ikke lov til å lese den. Sjekk navn og rettigheter.",
      en: "The file does not exist, or you may not read it. Check its name and permissions."))

  /// Too much input.
  public static let tooMuchInput = DiagnosticCode(
    id: "IN-002",
    title: Localized(nb: "For mye inndata", en: "Too much input"),
    explanation: Localized(
      nb: """
        Filene er til sammen over 4 GB, eller standard inn (-) eller en enhet ga over 256 MiB. Del dem \
        opp og kjør flere ganger, eller oppgi en fil.
        """,
      en: """
        The files together are over 4 GB, or standard input (-) or a device gave over 256 MiB. Split \
        them and run several times, or name a file.
        """))

  /// The file is empty.
  public static let emptyFile = DiagnosticCode(
    id: "IN-003",
    title: Localized(nb: "Filen er tom", en: "The file is empty"),
    explanation: Localized(
      nb: "Filen har ingen tekst. Eksporter den på nytt.",
      en: "The file holds no text. Export it again."))

  /// A workbook instead of text.
  public static let workbook = DiagnosticCode(
    id: "IN-004",
    title: Localized(nb: "Regneark i stedet for tekst", en: "A workbook instead of text"),
    explanation: Localized(
      nb: "Filen er en arbeidsbok (.xlsx, .xls eller .ods). Åpne den og lagre som CSV (UTF-8).",
      en: "The file is a workbook (.xlsx, .xls or .ods). Open it and save it as CSV (UTF-8)."))

  /// A document instead of text.
  public static let document = DiagnosticCode(
    id: "IN-005",
    title: Localized(nb: "Dokument i stedet for tekst", en: "A document instead of text"),
    explanation: Localized(
      nb: """
        Filen er en PDF eller et annet dokument. Eksporter turnusen som CSV eller kalender fra \
        systemet den kom fra.
        """,
      en: """
        The file is a PDF or another document. Export the roster as CSV or as a calendar from \
        the system it came from.
        """))

  /// A web page instead of text.
  public static let webPage = DiagnosticCode(
    id: "IN-006",
    title: Localized(nb: "Nettside i stedet for tekst", en: "A web page instead of text"),
    explanation: Localized(
      nb: """
        Filen er HTML eller XML, ofte en innloggingsside som ble lagret i stedet for turnusen. \
        Last ned filen på nytt mens du er logget inn.
        """,
      en: """
        The file is HTML or XML, often a login page that was saved instead of the roster. \
        Download it again while logged in.
        """))

  /// Unresolved merge conflict.
  public static let mergeConflict = DiagnosticCode(
    id: "IN-007",
    title: Localized(nb: "Uløst flettekonflikt", en: "Unresolved merge conflict"),
    explanation: Localized(
      nb: """
        Filen har merker fra en fletting (<<<<<<<, =======, >>>>>>>), så to utgaver av \
        turnusen står om hverandre. Velg én av dem og fjern merkene. Filen er ikke lest.
        """,
      en: """
        The file holds the marks of a merge (<<<<<<<, =======, >>>>>>>), so two versions of \
        the roster stand side by side. Choose one and remove the marks. The file was not read.
        """))

  /// The file is not text.
  public static let notText = DiagnosticCode(
    id: "IN-008",
    title: Localized(nb: "Filen er ikke tekst", en: "The file is not text"),
    explanation: Localized(
      nb: "Filen ser ut til å være et bilde, et arkiv eller noe annet enn tekst.",
      en: "The file seems to be a picture, an archive or something else than text."))

  /// Read as Windows-1252.
  public static let readAsWindows1252 = DiagnosticCode(
    id: "IN-009",
    title: Localized(nb: "Lest som Windows-1252", en: "Read as Windows-1252"),
    explanation: Localized(
      nb: """
        Filen er ikke UTF-8 og ble lest som Windows-1252, slik eldre norsk Excel lagrer. Ser \
        æ, ø og å riktige ut, er alt i orden.
        """,
      en: """
        The file is not UTF-8 and was read as Windows-1252, as older Nordic Excel saves. If \
        the letters look right, all is well.
        """))

  /// The line is not valid UTF-8.
  public static let invalidUTF8 = DiagnosticCode(
    id: "IN-010",
    title: Localized(nb: "Linjen er ikke gyldig UTF-8", en: "The line is not valid UTF-8"),
    explanation: Localized(
      nb: """
        Resten av filen er UTF-8, men denne linjen er skrevet i et annet tegnsett, trolig limt \
        inn fra en annen fil. Raden er ikke lest.
        """,
      en: """
        The rest of the file is UTF-8, but this line is in another encoding, probably pasted \
        from another file. The row was not read.
        """))

  /// Damaged UTF-16.
  public static let brokenUTF16 = DiagnosticCode(
    id: "IN-011",
    title: Localized(nb: "Skadet UTF-16", en: "Damaged UTF-16"),
    explanation: Localized(
      nb: "Noen tegn mangler sin andre halvdel og vises som �. Filen kan være avkuttet.",
      en: "Some characters lack their other half and are shown as �. The file may be cut off."))

  /// NUL bytes outside the rows.
  public static let nulPadding = DiagnosticCode(
    id: "IN-012",
    title: Localized(nb: "NUL-tegn utenfor radene", en: "NUL bytes outside the rows"),
    explanation: Localized(
      nb: """
        Filen har NUL-tegn på en linje for seg, som regel fyll etter siste rad. De er ikke \
        brukt.
        """,
      en: """
        The file holds NUL bytes on a line of their own, mostly padding after the last row. \
        They are not used.
        """))

  /// Field or line too long.
  public static let tooLong = DiagnosticCode(
    id: "IN-013",
    title: Localized(nb: "Felt eller linje er for lang", en: "Field or line too long"),
    explanation: Localized(
      nb: "Et felt kan være høyst 1 MiB og en linje høyst 16 MiB. Raden er ikke lest.",
      en: "A field may hold at most 1 MiB and a line at most 16 MiB. The row was not read."))

  /// Unclosed quote.
  public static let unclosedQuote = DiagnosticCode(
    id: "IN-014",
    title: Localized(nb: "Anførselstegn lukkes ikke", en: "Unclosed quote"),
    explanation: Localized(
      nb: """
        Et felt åpnes med anførselstegn som ikke lukkes, så en vanlig leser sluker linjene \
        etter det. Raden er ikke lest; lesingen fortsetter på neste linje.
        """,
      en: """
        A field opens with a quote that is not closed, so an ordinary reader swallows the \
        lines after it. The row was not read; reading goes on with the next line.
        """))

  /// Text after a closing quote.
  public static let textAfterQuote = DiagnosticCode(
    id: "IN-015",
    title: Localized(nb: "Tekst etter anførselstegn", en: "Text after a closing quote"),
    explanation: Localized(
      nb: """
        Det står tekst mellom det lukkende anførselstegnet og skilletegnet. Teksten er lest \
        som en del av feltet. Anførselstegn inne i et felt skrives dobbelt.
        """,
      en: """
        Text stands between the closing quote and the delimiter. It was read as part of the \
        field. A quote inside a field is written twice.
        """))

  /// Lines above the header.
  public static let titleRows = DiagnosticCode(
    id: "IN-016",
    title: Localized(nb: "Linjer over overskriften", en: "Lines above the header"),
    explanation: Localized(
      nb: "Linjene over raden med kolonnenavn er ikke brukt.",
      en: "The lines above the row of column names are not used."))

  /// Unknown layout.
  public static let unknownLayout = DiagnosticCode(
    id: "IN-017",
    title: Localized(nb: "Ukjent oppsett", en: "Unknown layout"),
    explanation: Localized(
      nb: """
        Ingen rad ligner en overskrift med navn på kolonner for ansatt, dato og tider. Den \
        første raden må si hva kolonnene er, for eksempel Ansatt;Dato;Fra;Til;Vaktkode.
        """,
      en: """
        No row looks like a header that names columns for employee, date and times. The first \
        row must say what the columns are, such as Employee,Date,Start,End,Code.
        """))

  /// Missing column.
  public static let missingColumn = DiagnosticCode(
    id: "IN-018",
    title: Localized(nb: "Kolonne mangler", en: "Missing column"),
    explanation: Localized(
      nb: """
        En vakt trenger en ansatt, en dato og en start og slutt. Overskriften mangler en av \
        dem, eller navnet på kolonnen er ukjent.
        """,
      en: """
        A shift needs an employee, a date and a start and end. The header lacks one of them, \
        or the column has a name that is not known.
        """))

  /// No shifts in the file.
  public static let noRows = DiagnosticCode(
    id: "IN-019",
    title: Localized(nb: "Ingen vakter i filen", en: "No shifts in the file"),
    explanation: Localized(
      nb: "Filen har en overskrift, men ingen rader under den.",
      en: "The file has a header but no rows below it."))

  /// Column not used.
  public static let unknownColumn = DiagnosticCode(
    id: "IN-020",
    title: Localized(nb: "Kolonnen er ikke brukt", en: "Column not used"),
    explanation: Localized(
      nb: """
        Navnet på kolonnen er ikke blant dem programmet kjenner, og den påvirker ikke \
        resultatet. Skal den brukes, må den få et kjent navn.
        """,
      en: """
        The name of the column is not among those known, and it does not affect the result. To \
        have it used, give it a known name.
        """))

  /// Two columns mean the same.
  public static let doubledColumn = DiagnosticCode(
    id: "IN-021",
    title: Localized(nb: "To kolonner sier det samme", en: "Two columns mean the same"),
    explanation: Localized(
      nb: "To kolonnenavn betyr det samme. Den første er brukt.",
      en: "Two column names mean the same. The first is used."))
}
