extension DiagnosticCode {
  /// A table of duties without a column that it needs.
  public static let dutyTableColumn = DiagnosticCode(
    id: "IN-620",
    title: Localized(
      nb: "Kolonne mangler i vakttabellen", en: "The table of duties lacks a column"),
    explanation: Localized(
      nb: """
        En tabell for --duties må ha kolonnene day, on_h og off_h: dagens nummer fra 1, og \
        klokketimer som desimaltall, 7.5 for 07:30.
        """,
      en: """
        A table for --duties must have the columns day, on_h and off_h: the number of the day from \
        1, and clock hours as decimals, 7.5 for 07:30.
        """))

  /// A value in a table of duties that is out of range or no number.
  public static let dutyTableValue = DiagnosticCode(
    id: "IN-621",
    title: Localized(nb: "Verdi i vakttabellen kan ikke brukes", en: "Unusable value of a duty"),
    explanation: Localized(
      nb: """
        Verdien er ikke et tall, eller den er utenfor det kolonnen tillater. Raden er ikke regnet.
        """,
      en: """
        The value is no number, or outside what the column allows. The row was not computed.
        """))

  /// Rows of a table of duties that go back in time.
  public static let dutyTableOrder = DiagnosticCode(
    id: "IN-622",
    title: Localized(
      nb: "Vakttabellen står ikke i tidsrekkefølge", en: "The table of duties is not in order"),
    explanation: Localized(
      nb: """
        Indeksene regnes fra vakt til vakt, så rekkefølgen betyr noe. Radene til hver turnus er sortert \
        etter dag og start, og står slik i resultatet.
        """,
      en: """
        The indices are computed from duty to duty, so the order matters. The rows of each roster were \
        sorted by day and start, and stand so in the result.
        """))

  /// A duty of a table that begins in the one before it.
  public static let dutyTableOverlap = DiagnosticCode(
    id: "IN-623",
    title: Localized(nb: "Vakter i tabellen overlapper", en: "Duties of the table overlap"),
    explanation: Localized(
      nb: """
        Vakten begynner før den forrige er slutt. Den er regnet som om de møttes; verktøyet som indeksen \
        kommer fra, er ikke prøvd for slikt. Er en dag eller et klokkeslett feil?
        """,
      en: """
        The duty begins before the one before it ends. It was computed as if they touched; the tool that \
        the index comes from was not tried for this. Is a day or a clock time wrong?
        """))

  static let dutyTables: [DiagnosticCode] = [
    .dutyTableColumn, .dutyTableValue, .dutyTableOrder, .dutyTableOverlap,
  ]
}
