/// Rows of a list: `IN-022` to `IN-035`.
extension DiagnosticCode {
  /// Too many fields in the row.
  public static let tooManyFields = DiagnosticCode(
    id: "IN-022",
    title: Localized(nb: "For mange felt i raden", en: "Too many fields in the row"),
    explanation: Localized(
      nb: """
        Raden har flere felt enn overskriften. De siste er ikke brukt. Ofte står det et \
        skilletegn inne i en tekst uten anførselstegn.
        """,
      en: """
        The row has more fields than the header. The last ones are not used. Often a delimiter \
        stands in a text without quotes.
        """))

  /// Too few fields in the row.
  public static let tooFewFields = DiagnosticCode(
    id: "IN-023",
    title: Localized(nb: "For få felt i raden", en: "Too few fields in the row"),
    explanation: Localized(
      nb: "Raden har færre felt enn overskriften. Feltene som mangler, er lest som tomme.",
      en: "The row has fewer fields than the header. The missing fields were read as empty."))

  /// Employee missing.
  public static let personMissing = DiagnosticCode(
    id: "IN-024",
    title: Localized(nb: "Ansatt mangler", en: "Employee missing"),
    explanation: Localized(
      nb: "Raden sier ikke hvem den gjelder, og er ikke lest.",
      en: "The row does not say whom it concerns, and was not read."))

  /// Unusually long name.
  public static let longName = DiagnosticCode(
    id: "IN-025",
    title: Localized(nb: "Navnet er uvanlig langt", en: "Unusually long name"),
    explanation: Localized(
      nb: """
        Navnet er så langt at det vises forkortet. Ofte mangler et anførselstegn eller et \
        skilletegn.
        """,
      en: "The name is so long that it is shown cut. Often a quote or a delimiter is missing."))

  /// Two employees with one name.
  public static let oneNameTwoNumbers = DiagnosticCode(
    id: "IN-026",
    title: Localized(nb: "To ansatte med samme navn", en: "Two employees with one name"),
    explanation: Localized(
      nb: """
        To ansattnumre har samme navn. De regnes som to personer. Er det én person, må raden \
        ha samme nummer.
        """,
      en: """
        Two staff numbers carry the same name. They count as two people. If it is one person, \
        the rows must carry one number.
        """))

  /// One staff number with two names.
  public static let oneNumberTwoNames = DiagnosticCode(
    id: "IN-027",
    title: Localized(nb: "Ett ansattnummer med to navn", en: "One staff number with two names"),
    explanation: Localized(
      nb: """
        Samme ansattnummer står med ulike navn. Nummeret avgjør: det regnes som én person, med \
        det første navnet.
        """,
      en: """
        One staff number stands with different names. The number decides: it counts as one \
        person, by the first name.
        """))

  /// Control character in the field.
  public static let controlCharacter = DiagnosticCode(
    id: "IN-028",
    title: Localized(nb: "Styretegn i feltet", en: "Control character in the field"),
    explanation: Localized(
      nb: """
        Feltet har et usynlig tegn som ikke hører hjemme i tekst. En rad med NUL-tegn er ikke \
        lest; andre styretegn er tatt bort.
        """,
      en: """
        The field holds an invisible character that does not belong in text. A row with NUL \
        was not read; other control characters were taken out.
        """))

  /// Line break in the field.
  public static let lineBreakInField = DiagnosticCode(
    id: "IN-029",
    title: Localized(nb: "Linjeskift i feltet", en: "Line break in the field"),
    explanation: Localized(
      nb: """
        Et felt i anførselstegn kan gå over flere linjer, og leses som om det sto på én. Dette feltet har \
        svelget rader, eller tekst følger etter tegnet som lukker det: et anførselstegn mangler trolig. \
        Raden der feltet begynner, er ikke lest; lesingen fortsetter på linjen etter.
        """,
      en: """
        A quoted field may run over several lines and is read as if it stood on one. This field has \
        swallowed rows, or text follows the quote that closes it: a quote is probably missing. The row in \
        which the field begins was not read; reading goes on with the line after.
        """))

  /// Repeated row.
  public static let repeatedRow = DiagnosticCode(
    id: "IN-030",
    title: Localized(nb: "Lik rad står to ganger", en: "Repeated row"),
    explanation: Localized(
      nb: "To rader har samme person, start, slutt, kode og enhet. Den er talt én gang.",
      en: "Two rows have the same person, start, end, code and unit. It is counted once."))

  /// Row of totals.
  public static let totalRow = DiagnosticCode(
    id: "IN-031",
    title: Localized(nb: "Sumrad", en: "Row of totals"),
    explanation: Localized(
      nb: "Raden er en sum, ikke en vakt, og er ikke brukt.",
      en: "The row is a total, not a shift, and is not used."))

  /// Repeated header.
  public static let repeatedHeader = DiagnosticCode(
    id: "IN-032",
    title: Localized(nb: "Overskriften står på nytt", en: "Repeated header"),
    explanation: Localized(
      nb: """
        Raden gjentar kolonnenavnene, slik filer som er satt sammen av flere ofte gjør. Den er \
        ikke brukt.
        """,
      en: """
        The row repeats the column names, as files joined from several often do. It is not \
        used.
        """))

  /// Too many different codes or units.
  public static let tooManyNames = DiagnosticCode(
    id: "IN-033",
    title: Localized(
      nb: "For mange ulike koder eller enheter", en: "Too many different codes or units"),
    explanation: Localized(
      nb: """
        En turnus kan ha høyst 65 535 ulike koder og like mange enheter. Kolonnen er trolig \
        noe annet, for eksempel merknader.
        """,
      en: """
        A roster may have at most 65,535 different codes and as many units. The column is \
        probably something else, such as remarks.
        """))

  /// Unknown time zone.
  public static let unknownZone = DiagnosticCode(
    id: "IN-034",
    title: Localized(nb: "Ukjent tidssone", en: "Unknown time zone"),
    explanation: Localized(
      nb: "Tidssonen er ikke kjent på denne maskinen. Skriv et navn som Europe/Oslo.",
      en: "The time zone is not known on this machine. Write a name such as Europe/Oslo."))

  /// Different time zones.
  public static let zonesDiffer = DiagnosticCode(
    id: "IN-035",
    title: Localized(nb: "Ulike tidssoner", en: "Different time zones"),
    explanation: Localized(
      nb: """
        Radene har ulike tidssoner. Hver rad er lest i sin egen; døgn og uker regnes i \
        tidssonen til turnusen.
        """,
      en: """
        The rows are in different time zones. Each was read in its own; days and weeks are \
        counted in the zone of the roster.
        """))

  /// Pseudonyms that can be computed from names.
  public static let guessablePseudonyms = DiagnosticCode(
    id: "IN-036",
    title: Localized(nb: "Pseudonymene kan gjettes", en: "The pseudonyms can be guessed"),
    explanation: Localized(
      nb: """
        Uten en egen nøkkel lages pseudonymene med en kjent: den som kjenner et navn eller \
        ansattnummer, kan regne ut pseudonymet.
        """,
      en: """
        Without a key of your own the pseudonyms are made with a known one: whoever knows a name \
        or staff number can compute its pseudonym.
        """))

  /// A report that says what was read says who is in it.
  public static let fileNamesSomebody = DiagnosticCode(
    id: "IN-039",
    title: Localized(
      nb: "Navnet på filen nevner en ansatt", en: "The name of the file names an employee"),
    explanation: Localized(
      nb: """
        Rapporten viser ansatte med pseudonym, men sier også hvilken fil som er lest. Gi filen et navn uten \
        navn på ansatte før rapporten deles.
        """,
      en: """
        The report shows employees by pseudonym, but also says which file was read. Give the file a name \
        without the name of an employee before the report is shared.
        """))

  /// Two names that differ only in case.
  public static let namesAlike = DiagnosticCode(
    id: "IN-037",
    title: Localized(
      nb: "To navn er like så nær som store bokstaver",
      en: "Two names are alike but for capital letters"),
    explanation: Localized(
      nb: """
        Navnene er regnet som to personer. Er det samme person, må navnet skrives likt overalt: \
        ellers prøves ikke hvilen mellom vaktene.
        """,
      en: """
        The names are counted as two people. If it is one person, write the name alike \
        everywhere: otherwise the rest between the shifts is not tested.
        """))

  /// Invisible characters taken out of a name.
  public static let hiddenCharacters = DiagnosticCode(
    id: "IN-038",
    title: Localized(
      nb: "Usynlige tegn i navnet", en: "Invisible characters in the name"),
    explanation: Localized(
      nb: """
        Navnet har tegn som ikke vises: skriveretning, mellomrom uten bredde eller lignende, ofte fra \
        utklipp. De er tatt bort, så navnet er det samme som uten dem. Er det to personer, må de ha \
        hvert sitt ansattnummer.
        """,
      en: """
        The name holds characters that are not seen: direction, spaces without width and the like, often \
        from copied text. They were taken out, so the name is the same as without them. If there are two \
        people, each needs a staff number.
        """))
}
