/// The file of settings: syntax `CFG-001` to `CFG-012`, meaning `CFG-020` to `CFG-031`.
extension DiagnosticCode {
  /// The settings cannot be opened.
  public static let configurationUnreadable = DiagnosticCode(
    id: "CFG-001",
    title: Localized(nb: "Innstillingene kan ikke åpnes", en: "The settings cannot be opened"),
    explanation: Localized(
      nb: "Filen som er oppgitt med --config, finnes ikke, eller du har ikke lov til å lese den.",
      en: "The file given with --config does not exist, or you may not read it."))

  /// Settings too large.
  public static let configurationTooLarge = DiagnosticCode(
    id: "CFG-002",
    title: Localized(nb: "For store innstillinger", en: "Settings too large"),
    explanation: Localized(
      nb: """
        Filen med innstillinger er over 1 MiB, har tabeller i over 64 nivåer eller har over 100 \
        feil. Er det riktig fil?
        """,
      en: """
        The file of settings is over 1 MiB, has tables more than 64 levels deep, or holds over \
        100 errors. Is it the right file?
        """))

  /// The settings are not UTF-8.
  public static let configurationNotUTF8 = DiagnosticCode(
    id: "CFG-003",
    title: Localized(nb: "Innstillingene er ikke UTF-8", en: "The settings are not UTF-8"),
    explanation: Localized(
      nb: "Filen med innstillinger må være lagret som UTF-8. Velg UTF-8 når du lagrer den.",
      en: "The file of settings must be saved as UTF-8. Choose UTF-8 when you save it."))

  /// Control character in the settings.
  public static let configurationControlCharacter = DiagnosticCode(
    id: "CFG-004",
    title: Localized(nb: "Styretegn i innstillingene", en: "Control character in the settings"),
    explanation: Localized(
      nb: """
        Et usynlig tegn, ofte limt inn fra et annet program, kan ikke stå i filen. Slett det, \
        eller skriv det som \\u00XX i en tekst.
        """,
      en: """
        An invisible character, often pasted from another program, cannot stand in the file. \
        Delete it, or write it as \\u00XX in a string.
        """))

  /// The line cannot be read.
  public static let configurationLine = DiagnosticCode(
    id: "CFG-005",
    title: Localized(nb: "Linjen kan ikke leses", en: "The line cannot be read"),
    explanation: Localized(
      nb: """
        En linje i innstillingene er nøkkel = verdi, [tabell] eller en kommentar etter #. Én \
        linje holder én verdi.
        """,
      en: """
        A line of the settings is key = value, [table], or a comment after #. One line holds one \
        value.
        """))

  /// Text without quotes.
  public static let configurationUnquoted = DiagnosticCode(
    id: "CFG-006",
    title: Localized(nb: "Tekst uten anførselstegn", en: "Text without quotes"),
    explanation: Localized(
      nb: """
        Tekst i innstillingene skrives i anførselstegn: zone = "Europe/Oslo". Bare tall, true, \
        false og tidspunkter står uten.
        """,
      en: """
        Text in the settings is written in quotes: zone = "Europe/Oslo". Only numbers, true, \
        false and dates stand without.
        """))

  /// The string cannot be read.
  public static let configurationString = DiagnosticCode(
    id: "CFG-007",
    title: Localized(nb: "Teksten kan ikke leses", en: "The string cannot be read"),
    explanation: Localized(
      nb: """
        En tekst i anførselstegn lukkes ikke, eller en omvendt skråstrek i den har ingen \
        betydning. I teksten skrives \\\\ for én omvendt skråstrek; tekst i enkle anførselstegn \
        leses som den står.
        """,
      en: """
        A string in quotes is not closed, or a backslash in it has no meaning. In a string \\\\ \
        stands for one backslash; a string in single quotes is read as it stands.
        """))

  /// The number cannot be read.
  public static let configurationNumber = DiagnosticCode(
    id: "CFG-008",
    title: Localized(nb: "Tallet kan ikke leses", en: "The number cannot be read"),
    explanation: Localized(
      nb: """
        Tall skrives uten nuller foran, med punktum som desimaltegn, og med _ bare mellom sifre: \
        59.91, 1_000.
        """,
      en: """
        Numbers are written without leading zeros, with a point, and with _ only between digits: \
        59.91, 1_000.
        """))

  /// The date or time cannot be read.
  public static let configurationTime = DiagnosticCode(
    id: "CFG-009",
    title: Localized(nb: "Tidspunktet kan ikke leses", en: "The date or time cannot be read"),
    explanation: Localized(
      nb: "Datoer skrives 2026-03-29. Klokkeslett i innstillingene skrives som tekst: \"07:30\".",
      en: """
        Dates are written 2026-03-29. Clock times of the settings are written as strings: \
        "07:30".
        """))

  /// Array or table not closed.
  public static let configurationBrackets = DiagnosticCode(
    id: "CFG-010",
    title: Localized(nb: "Liste eller tabell lukkes ikke", en: "Array or table not closed"),
    explanation: Localized(
      nb: """
        En liste i [ ] eller en tabell i { } mangler komma eller slutt. En tabell i { } må stå \
        på én linje og kan ikke slutte med komma.
        """,
      en: """
        An array in [ ] or a table in { } lacks a comma or its end. A table in { } must stand on \
        one line and cannot end with a comma.
        """))

  /// Key set twice.
  public static let configurationKeyAgain = DiagnosticCode(
    id: "CFG-011",
    title: Localized(nb: "Nøkkelen står to ganger", en: "Key set twice"),
    explanation: Localized(
      nb: "En nøkkel kan ha bare én verdi i hver tabell. Ta bort den ene.",
      en: "A key can have only one value in each table. Remove one of them."))

  /// Table defined already.
  public static let configurationTableAgain = DiagnosticCode(
    id: "CFG-012",
    title: Localized(nb: "Tabellen er alt definert", en: "Table defined already"),
    explanation: Localized(
      nb: """
        En tabell kan ha bare én overskrift, og det som er skrevet i { } eller med punktum i \
        nøkkelen, kan ikke få flere nøkler et annet sted. Samle nøklene på ett sted.
        """,
      en: """
        A table can have only one header, and what was written in { } or with dots in the key \
        cannot get more keys elsewhere. Gather the keys in one place.
        """))

  /// Unknown table.
  public static let configurationUnknownTable = DiagnosticCode(
    id: "CFG-020",
    title: Localized(nb: "Ukjent tabell", en: "Unknown table"),
    explanation: Localized(
      nb: """
        Tabellen er ikke blant dem denne utgaven kjenner. Sjekk stavemåten; fatigue init skriver \
        alle som finnes.
        """,
      en: """
        The table is not among those this build knows. Check the spelling; fatigue init writes \
        all there are.
        """))

  /// Unknown key.
  public static let configurationUnknownKey = DiagnosticCode(
    id: "CFG-021",
    title: Localized(nb: "Ukjent nøkkel", en: "Unknown key"),
    explanation: Localized(
      nb: """
        Nøkkelen er ikke blant dem tabellen har i denne utgaven. Sjekk stavemåten; fatigue init \
        skriver alle som finnes.
        """,
      en: """
        The key is not among those the table has in this build. Check the spelling; fatigue init \
        writes all there are.
        """))

  /// Wrong type of value.
  public static let configurationWrongType = DiagnosticCode(
    id: "CFG-022",
    title: Localized(nb: "Feil slags verdi", en: "Wrong type of value"),
    explanation: Localized(
      nb: "Nøkkelen skal ha en annen slags verdi, for eksempel et tall i stedet for en tekst.",
      en: "The key takes another type of value, such as a number instead of a string."))

  /// Unknown time zone.
  public static let configurationZone = DiagnosticCode(
    id: "CFG-023",
    title: Localized(nb: "Ukjent tidssone", en: "Unknown time zone"),
    explanation: Localized(
      nb: "Tidssonen skrives med navn som Europe/Oslo, eller som UTC eller +01:00.",
      en: "The time zone is written as a name such as Europe/Oslo, or as UTC or +01:00."))

  /// Value out of range.
  public static let configurationRange = DiagnosticCode(
    id: "CFG-024",
    title: Localized(nb: "Verdien er utenfor området", en: "Value out of range"),
    explanation: Localized(
      nb: "Tallet er utenfor det som er mulig, for eksempel en breddegrad over 90.",
      en: "The number is outside what is possible, such as a latitude above 90."))

  /// Unknown choice.
  public static let configurationChoice = DiagnosticCode(
    id: "CFG-025",
    title: Localized(nb: "Ukjent valg", en: "Unknown choice"),
    explanation: Localized(
      nb: "Nøkkelen tar bare noen bestemte ord. Meldingen viser dem.",
      en: "The key takes only certain words. The message lists them."))

  /// The shift code cannot be read.
  public static let configurationCode = DiagnosticCode(
    id: "CFG-026",
    title: Localized(nb: "Vaktkoden kan ikke leses", en: "The shift code cannot be read"),
    explanation: Localized(
      nb: """
        En vaktkode er et tidsrom, "07:30-15:30", et ord for fri eller fravær, "off", eller en \
        tabell med start, end, kind, unpaid-break og hours.
        """,
      en: """
        A shift code is a time range, "07:30-15:30", a word for a day off or an absence, "off", \
        or a table with start, end, kind, unpaid-break and hours.
        """))

  /// Empty value.
  public static let configurationEmpty = DiagnosticCode(
    id: "CFG-027",
    title: Localized(nb: "Verdien er tom", en: "Empty value"),
    explanation: Localized(
      nb: "Nøkkelen har en tom tekst. Ta den bort eller skriv en verdi.",
      en: "The key has an empty string. Remove it or write a value."))

  /// The key is too short.
  public static let configurationWeakKey = DiagnosticCode(
    id: "CFG-028",
    title: Localized(nb: "Nøkkelen er for kort", en: "The key is too short"),
    explanation: Localized(
      nb: """
        Nøkkelen til pseudonymene må være på minst 16 tegn som ingen kan gjette. fatigue init \
        lager en.
        """,
      en: """
        The key of the pseudonyms must have at least 16 characters that nobody can guess. \
        fatigue init makes one.
        """))

  /// Not used in this build.
  public static let configurationNotUsed = DiagnosticCode(
    id: "CFG-029",
    title: Localized(nb: "Ikke brukt i denne utgaven", en: "Not used in this build"),
    explanation: Localized(
      nb: """
        Nøkkelen er lest og riktig skrevet, men ingenting i denne utgaven bruker den. Den \
        påvirker ikke resultatet.
        """,
      en: """
        The key was read and is well written, but nothing in this build uses it. It does not \
        affect the result.
        """))

  /// Half of a pair.
  public static let configurationPair = DiagnosticCode(
    id: "CFG-030",
    title: Localized(nb: "Halvparten av et par", en: "Half of a pair"),
    explanation: Localized(
      nb: "To nøkler hører sammen, som lat og lon, og bare den ene er satt. Skriv begge.",
      en: "Two keys belong together, such as lat and lon, and only one is set. Write both."))

  /// Several files of settings.
  public static let configurationSeveral = DiagnosticCode(
    id: "CFG-031",
    title: Localized(nb: "Flere filer med innstillinger", en: "Several files of settings"),
    explanation: Localized(
      nb: """
        Turnusene som er oppgitt, ligger under hver sin fatigue.toml, og to filer blandes aldri. \
        Velg én med --config, eller kjør hver for seg.
        """,
      en: """
        The rosters given lie below different fatigue.toml files, and two files are never mixed. \
        Choose one with --config, or run each by itself.
        """))
}
