extension DiagnosticCode {
  /// A change to try that was not understood.
  public static let changeNotUnderstood = DiagnosticCode(
    id: "IN-630",
    title: Localized(nb: "Endringen er ikke forstått", en: "The change was not understood"),
    explanation: Localized(
      nb: """
        --what-if tar én endring: hvem, dato og hva. «P7 2026-03-04 N->F» gir en annen kode eller fri, \
        «N->21:00-07:00» andre tider, «+D» en vakt til, «-N» en vakt mindre; «P7->P9 2026-03-04 N» \
        flytter vakten, og «P7<->P9 2026-03-04» bytter dagen. Hvem er ansattnummer, navn eller pseudonym. \
        Ingenting er regnet ut før alle endringene er forstått.
        """,
      en: """
        --what-if takes one change: who, date and what. “P7 2026-03-04 N->F” gives another code or a day \
        off, “N->21:00-07:00” other times, “+D” a shift more, “-N” a shift less; “P7->P9 2026-03-04 N” \
        moves the shift, and “P7<->P9 2026-03-04” swaps the day. Who is a staff number, a name or a \
        pseudonym. Nothing is computed until all changes are understood.
        """))

  /// A row of the list of who takes over whose line.
  public static let personMapRow = DiagnosticCode(
    id: "IN-631",
    title: Localized(
      nb: "Raden i listen passer ikke til planene", en: "The row of the list does not fit the plans"
    ),
    explanation: Localized(
      nb: """
        Filen til --map har to kolonner: den ansatte i den gamle planen, og den samme i den nye \
        (ansattnummer, navn eller pseudonym). Hver kan stå én gang. En rad som ikke passer, stopper \
        sammenligningen: ellers ville noen bli borte uten at det ble sagt.
        """,
      en: """
        The file of --map has two columns: the employee in the old plan, and the same in the new one \
        (staff number, name or pseudonym). Each may stand once. A row that does not fit stops the \
        comparison: else somebody would be lost unsaid.
        """))

  static let changes: [DiagnosticCode] = [.changeNotUnderstood, .personMapRow]
}
