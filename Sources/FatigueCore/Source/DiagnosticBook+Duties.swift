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

  static let dutyTables: [DiagnosticCode] = [.dutyTableColumn, .dutyTableValue]
}
