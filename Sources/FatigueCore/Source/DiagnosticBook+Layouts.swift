/// Matrices, week plans, base plans and lists of codes: `IN-100` to `IN-122`.
extension DiagnosticCode {
  static let layouts: [DiagnosticCode] = [
    .unknownCode, .codeDefinedTwice, .datesOutOfOrder, .gapInDates, .startLineOutside, .noStartDate,
    .yearUnknown, .yearTaken, .nightsDated, .legendWithoutTimes, .emptyLegend, .shortPlanRow,
    .lineNotUsed, .overlay, .onlyInParentheses, .rolledOut, .codesLearned, .weekDiffers,
    .personAssumed, .lineCountDiffers, .planTooLarge,
    .onlyLegend, .nothingInLayout,
  ]

  /// Unknown shift code.
  public static let unknownCode = DiagnosticCode(
    id: "IN-100",
    title: Localized(nb: "Ukjent vaktkode", en: "Unknown shift code"),
    explanation: Localized(
      nb: """
        Cellen har en kode som ingen kodeliste gir tider for, og som ikke er en kjent kode for \
        fri eller fravær. Vakten er ikke lest. Gi tidene i en kodeliste (Kode;Start;Slutt), i \
        samme fil eller med --legend.
        """,
      en: """
        The cell has a code for which no list of codes gives times, and which is not a known \
        code for a day off or an absence. The shift was not read. Give the times in a list of \
        codes (Code,Start,End), in the same file or with --legend.
        """))

  /// Code defined twice.
  public static let codeDefinedTwice = DiagnosticCode(
    id: "IN-101",
    title: Localized(nb: "Kode definert to ganger", en: "Code defined twice"),
    explanation: Localized(
      nb: """
        Kodelisten gir samme kode to ulike tider. Den første er brukt. Fjern eller gi nytt navn \
        til den andre.
        """,
      en: """
        The list of codes gives one code two different times. The first was used. Take away or \
        rename the other.
        """))

  /// Date out of order.
  public static let datesOutOfOrder = DiagnosticCode(
    id: "IN-102",
    title: Localized(nb: "Dato i feil rekkefølge", en: "Date out of order"),
    explanation: Localized(
      nb: """
        Datoene i en plan skal følge etter hverandre. Denne gjør det ikke, og dagen er ikke \
        lest.
        """,
      en: """
        The dates of a plan follow each other. This one does not, and its day was not read.
        """))

  /// Days missing from the plan.
  public static let gapInDates = DiagnosticCode(
    id: "IN-103",
    title: Localized(nb: "Dager mangler i planen", en: "Days missing from the plan"),
    explanation: Localized(
      nb: """
        Planen hopper over dager. De er ikke lest som fri, men det finnes ingen vakter der, så \
        hviletiden rundt dem kan bli for lang.
        """,
      en: """
        The plan leaves out days. They were not read as days off, but no shifts stand there, so \
        the rest around them may come out too long.
        """))

  /// No such start line.
  public static let startLineOutside = DiagnosticCode(
    id: "IN-104",
    title: Localized(nb: "Startlinjen finnes ikke", en: "No such start line"),
    explanation: Localized(
      nb: "Den ansatte begynner på en linje som grunnturnusen ikke har, og er ikke med.",
      en: """
        The employee starts on a line that the base plan does not have, and was left out.
        """))

  /// The base plan has no start date.
  public static let noStartDate = DiagnosticCode(
    id: "IN-105",
    title: Localized(
      nb: "Grunnturnusen har ingen startdato", en: "The base plan has no start date"),
    explanation: Localized(
      nb: """
        En grunnturnus må ha en dato å rulles ut fra. Skriv «Gjelder fra;DATO» i filen, eller \
        oppgi --from.
        """,
      en: """
        A base plan needs a date to be rolled out from. Write “Gjelder fra;DATE” in the file, or \
        give --from.
        """))

  /// The year is not known.
  public static let yearUnknown = DiagnosticCode(
    id: "IN-106",
    title: Localized(nb: "Årstallet er ukjent", en: "The year is not known"),
    explanation: Localized(
      nb: """
        Datoene i planen har ikke årstall, og ingenting annet i filen sier hvilket år det er. \
        Oppgi det med --year. Klokken på maskinen blir aldri brukt.
        """,
      en: """
        The dates of the plan have no year, and nothing else in the file says which it is. Give \
        it with --year. The clock of the machine is never asked.
        """))

  /// The year was taken from elsewhere.
  public static let yearTaken = DiagnosticCode(
    id: "IN-107",
    title: Localized(
      nb: "Årstallet er hentet et annet sted fra", en: "The year was taken from elsewhere"),
    explanation: Localized(
      nb: """
        Datoene har ikke årstall. Året er hentet fra et annet sted i filen, fra den eneste av \
        filene som sier det, eller fra --year, og det stemmer med ukedager og ukenummer der de \
        står.
        """,
      en: """
        The dates have no year. It was taken from elsewhere in the file, from the only one of the \
        files that tells it, or from --year, and it fits the weekdays and week numbers where they \
        are written.
        """))

  /// The day on which nights stand.
  public static let nightsDated = DiagnosticCode(
    id: "IN-108",
    title: Localized(nb: "Hvilken dag netter står på", en: "The day on which nights stand"),
    explanation: Localized(
      nb: """
        Noen planer fører en nattevakt på dagen den begynner, andre på dagen den slutter. Feil \
        valg flytter alle netter et døgn. En merknad i filen eller nights i [input] avgjør; \
        ellers antas dagen den begynner.
        """,
      en: """
        Some plans write a night shift on the day it begins, others on the day it ends. The \
        wrong choice moves every night by a day. A remark in the file or nights in [input] \
        decides; otherwise the day it begins is assumed.
        """))

  /// Code without times in the list of codes.
  public static let legendWithoutTimes = DiagnosticCode(
    id: "IN-109",
    title: Localized(
      nb: "Kode uten tid i kodelisten", en: "Code without times in the list of codes"),
    explanation: Localized(
      nb: """
        Koden står i kodelisten uten start og slutt, og den er ikke en kjent kode for fri eller \
        fravær.
        """,
      en: """
        The code stands in the list of codes without start and end, and is not a known code for \
        a day off or an absence.
        """))

  /// Empty list of codes.
  public static let emptyLegend = DiagnosticCode(
    id: "IN-110",
    title: Localized(nb: "Tom kodeliste", en: "Empty list of codes"),
    explanation: Localized(
      nb: "Filen som skulle forklare vaktkodene, har ingen koder med tider.",
      en: "The file that was to explain the shift codes has no codes with times."))

  /// The row is too short.
  public static let shortPlanRow = DiagnosticCode(
    id: "IN-111",
    title: Localized(nb: "Raden er for kort", en: "The row is too short"),
    explanation: Localized(
      nb: """
        Raden har færre dager enn overskriften. Dagene som mangler, er ikke lest som fri. Der \
        planen ellers merker alle dager, er dette en feil.
        """,
      en: """
        The row has fewer days than the header. The missing days were not read as days off. \
        Where the plan marks every day otherwise, this is an error.
        """))

  /// The line is not used.
  public static let lineNotUsed = DiagnosticCode(
    id: "IN-112",
    title: Localized(nb: "Linjen er ikke brukt", en: "The line is not used"),
    explanation: Localized(
      nb: "Linjen ser ut som en merknad eller en mellomtittel og gir ingen vakter.",
      en: "The line looks like a remark or a heading and gives no shifts."))

  /// Code in parentheses.
  public static let overlay = DiagnosticCode(
    id: "IN-113",
    title: Localized(nb: "Kode i parentes", en: "Code in parentheses"),
    explanation: Localized(
      nb: """
        En kode i parentes er erstattet av det som står ved siden av: «(K1) FE» er ferie, ikke \
        en K1-vakt.
        """,
      en: """
        A code in parentheses is replaced by what stands beside it: “(K1) FE” is a holiday, not \
        a K1 shift.
        """))

  /// Only a code in parentheses.
  public static let onlyInParentheses = DiagnosticCode(
    id: "IN-114",
    title: Localized(nb: "Bare en kode i parentes", en: "Only a code in parentheses"),
    explanation: Localized(
      nb: """
        Cellen har en kode i parentes og ikke noe annet. Den er lest som en vakt som ikke blir \
        gått.
        """,
      en: """
        The cell has a code in parentheses and nothing else. It was read as a shift that is not \
        worked.
        """))

  /// How the base plan was rolled out.
  public static let rolledOut = DiagnosticCode(
    id: "IN-115",
    title: Localized(nb: "Slik er grunnturnusen rullet ut", en: "How the base plan was rolled out"),
    explanation: Localized(
      nb: """
        En grunnturnus sier hvilke vakter som går igjen, ikke hvem som går dem når. Slik er den \
        lest.
        """,
      en: """
        A base plan says which shifts recur, not who works them when. This is how it was read.
        """))

  /// Codes learned from the cells.
  public static let codesLearned = DiagnosticCode(
    id: "IN-116",
    title: Localized(nb: "Koder lært av cellene", en: "Codes learned from the cells"),
    explanation: Localized(
      nb: """
        Noen celler har både kode og tider. Tidene er brukt for celler som bare har koden.
        """,
      en: """
        Some cells hold both a code and its times. The times were used for cells that hold the \
        code alone.
        """))

  /// The week number does not fit.
  public static let weekDiffers = DiagnosticCode(
    id: "IN-117",
    title: Localized(nb: "Ukenummeret stemmer ikke", en: "The week number does not fit"),
    explanation: Localized(
      nb: "Ukenummeret i planen er ikke uken som datoen ligger i. Datoen gjelder.",
      en: """
        The week number of the plan is not the week in which the date lies. The date holds.
        """))

  /// The plan does not say whose it is.
  public static let personAssumed = DiagnosticCode(
    id: "IN-118",
    title: Localized(
      nb: "Planen sier ikke hvem den gjelder", en: "The plan does not say whose it is"),
    explanation: Localized(
      nb: """
        Planen for én person har ikke noe navn. Den er kalt opp etter filen. Oppgi navnet med \
        --person.
        """,
      en: """
        The plan of one person has no name. It was called after the file. Give the name with \
        --person.
        """))

  /// The number of lines does not fit.
  public static let lineCountDiffers = DiagnosticCode(
    id: "IN-119",
    title: Localized(nb: "Antall linjer stemmer ikke", en: "The number of lines does not fit"),
    explanation: Localized(
      nb: """
        Planen oppgir et annet antall linjer enn den har. Mangler det en linje, blir alle vakter \
        etter den forskjøvet.
        """,
      en: """
        The plan states another number of lines than it has. If a line is missing, all shifts \
        after it are shifted.
        """))

  /// The plan is too large.
  public static let planTooLarge = DiagnosticCode(
    id: "IN-120",
    title: Localized(nb: "Planen er for stor", en: "The plan is too large"),
    explanation: Localized(
      nb: "Planen har flere rader, uker eller vakter enn det leses. Resten er ikke med.",
      en: "The plan has more rows, weeks or shifts than are read. The rest was left out."))

  /// Only lists of codes.
  public static let onlyLegend = DiagnosticCode(
    id: "IN-121",
    title: Localized(nb: "Bare en kodeliste", en: "Only a list of codes"),
    explanation: Localized(
      nb: """
        Filen forklarer vaktkoder, men har ingen vakter. Oppgi turnusen også; kodelisten kan stå \
        ved siden av den eller etter --legend.
        """,
      en: """
        The file explains shift codes but holds no shifts. Give the roster too; the list of codes \
        may stand beside it or after --legend.
        """))

  /// Nothing in the layout chosen.
  public static let nothingInLayout = DiagnosticCode(
    id: "IN-122",
    title: Localized(nb: "Fant ikke oppsettet", en: "The layout was not found"),
    explanation: Localized(
      nb: """
        Ingenting i filen ser ut som oppsettet den er lest som. Uten --layout velges det som \
        ligner mest.
        """,
      en: """
        Nothing in the file looks like the layout that it was read as. Without --layout the one \
        that is most alike is chosen.
        """))
}
