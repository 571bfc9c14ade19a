extension DiagnosticCode {
  /// Text that is no JSON.
  public static let jsonSyntax = DiagnosticCode(
    id: "IN-500",
    title: Localized(nb: "Ikke gyldig JSON", en: "Not valid JSON"),
    explanation: Localized(
      nb: """
        Teksten kan ikke leses som JSON her. Linjen er ikke lest; resten er.
        """,
      en: """
        The text cannot be read as JSON here. The line was not read; the rest was.
        """))

  /// A member that no entry has.
  public static let jsonMember = DiagnosticCode(
    id: "IN-501",
    title: Localized(nb: "Ukjent felt", en: "Unknown member"),
    explanation: Localized(
      nb: """
        Feltet hører ikke til en normalisert oppføring og er ikke brukt. docs/formats.md viser \
        alle.
        """,
      en: """
        The member does not belong to a normalised entry and was not used. docs/formats.md shows \
        all.
        """))

  /// A value of the wrong type.
  public static let jsonType = DiagnosticCode(
    id: "IN-502",
    title: Localized(nb: "Feil type verdi", en: "Value of the wrong type"),
    explanation: Localized(
      nb: """
        Alle felt er tekster, bortsett fra allDay, som er true eller false.
        """,
      en: """
        All members are texts but allDay, which is true or false.
        """))

  /// A member that must be there.
  public static let jsonMissing = DiagnosticCode(
    id: "IN-503",
    title: Localized(nb: "Felt mangler", en: "A member is missing"),
    explanation: Localized(
      nb: """
        En oppføring må ha person eller personId, start og end.
        """,
      en: """
        An entry must have person or personId, start and end.
        """))

  /// A time that is none.
  public static let jsonValue = DiagnosticCode(
    id: "IN-504",
    title: Localized(nb: "Ikke et tidspunkt", en: "Not a time"),
    explanation: Localized(
      nb: """
        Tidspunkt skrives som 2026-03-29T05:30:00Z, hele døgn som 2026-03-29 med slutten \
        utelatt.
        """,
      en: """
        Times are written as 2026-03-29T05:30:00Z, whole days as 2026-03-29 with the end not \
        included.
        """))

  static let json: [DiagnosticCode] = [
    .jsonSyntax, .jsonMember, .jsonType, .jsonMissing, .jsonValue,
  ]
}
