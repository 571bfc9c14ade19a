extension DiagnosticCode {
  /// A file that does not exist or may not be read.
  public static let inputNotOpened = DiagnosticCode(
    id: "IN-901",
    title: Localized(nb: "Filen kunne ikke åpnes", en: "The file could not be opened"),
    explanation: Localized(
      nb: """
        Filen finnes ikke, eller du har ikke tilgang til den. Kontroller navnet og mappen. \
        Resten av filene blir lest, men utgangsstatus er 3.
        """,
      en: """
        The file does not exist, or you may not read it. Check the name and the directory. The \
        other files are read, but the exit status is 3.
        """))

  /// A directory where a file should be.
  public static let inputIsDirectory = DiagnosticCode(
    id: "IN-902",
    title: Localized(nb: "En mappe, ikke en fil", en: "A directory, not a file"),
    explanation: Localized(
      nb: "Programmet leser filer, ikke mapper. Gi filene i mappen, for eksempel turnus/*.csv.",
      en: "The program reads files, not directories. Name the files in it, as in rosters/*.csv."))

  /// More bytes than one run takes.
  public static let inputTooLarge = DiagnosticCode(
    id: "IN-903",
    title: Localized(nb: "For store filer", en: "Too large inputs"),
    explanation: Localized(
      nb: "Filene i én kjøring kan til sammen være 4 GB. Del turnusen og kjør flere ganger.",
      en: "The files of one run may be 4 GB together. Split the roster and run several times."))

  /// What can go wrong before the first byte of an input is judged.
  public static let ofFiles: [DiagnosticCode] = [inputNotOpened, inputIsDirectory, inputTooLarge]
}
