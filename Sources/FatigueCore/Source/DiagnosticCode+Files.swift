extension DiagnosticCode {
  public static let unreadableFile = DiagnosticCode(
    id: "IN-001",
    title: Localized(nb: "Filen kan ikke åpnes", en: "The file cannot be opened"),
    explanation: Localized(
      nb:
        "Filen finnes ikke, eller du har ikke lov til å lese den. Kontroller navn og rettigheter.",
      en: "The file does not exist, or you may not read it. Check its name and permissions."))

  public static let tooMuchInput = DiagnosticCode(
    id: "IN-002",
    title: Localized(nb: "For mye inndata", en: "Too much input"),
    explanation: Localized(
      nb: "Filene er til sammen over 4 GB. Del dem og kjør flere ganger.",
      en: "The files together are over 4 GB. Split them and run several times."))
}
