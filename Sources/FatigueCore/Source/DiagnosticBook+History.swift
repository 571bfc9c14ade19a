extension DiagnosticCode {
  /// A look-back that overlaps the plan.
  public static let historyLeftOut = DiagnosticCode(
    id: "IN-400",
    title: Localized(nb: "Rader i tilbakeblikket er utelatt", en: "Rows of the look-back left out"),
    explanation: Localized(
      nb: """
        Planen bestemmer hva som arbeides fra sin første dato. Rader i filen til --history som \
        begynner den dagen eller senere, er ikke med.
        """,
      en: """
        The plan says what is worked from its first date on. Rows of the --history file that \
        start on that day or later are left out.
        """))

  /// A look-back about others.
  public static let historyUnknown = DiagnosticCode(
    id: "IN-401",
    title: Localized(nb: "Tilbakeblikket gjelder andre", en: "The look-back is about others"),
    explanation: Localized(
      nb: """
        Ansatte i filen til --history som ikke står i planen, er ikke med. Er de de samme, må de \
        ha samme ansattnummer eller navn.
        """,
      en: """
        Employees of the --history file who are not in the plan are left out. If they are the \
        same people, they must have the same staff number or name.
        """))

  /// Days between look-back and plan.
  public static let historyGap = DiagnosticCode(
    id: "IN-402",
    title: Localized(
      nb: "Dager mellom tilbakeblikk og plan", en: "Days between look-back and plan"),
    explanation: Localized(
      nb: """
        Det er dager mellom siste rad i tilbakeblikket og første dato i planen. De regnes som \
        fri.
        """,
      en: """
        There are days between the last row of the look-back and the first date of the plan. \
        They count as free.
        """))

  static let history: [DiagnosticCode] = [.historyLeftOut, .historyUnknown, .historyGap]
}
