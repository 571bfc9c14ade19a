extension TOMLError {
  /// What is wrong.
  public var message: Localized {
    switch kind {
    case .tooLarge:
      Localized(nb: "innstillingene er over 1 MiB", en: "the settings are over 1 MiB")
    case .utf16:
      Localized(nb: "filen er UTF-16, ikke UTF-8", en: "the file is UTF-16, not UTF-8")
    case .notUTF8(let byte):
      Localized(
        nb: "byten \(ByteText.hexadecimal(byte)) er ikke UTF-8",
        en: "the byte \(ByteText.hexadecimal(byte)) is not UTF-8")
    case .controlCharacter(let byte):
      Localized(
        nb: "styretegnet U+00\(ByteText.hexadecimal(byte)) kan ikke stå her",
        en: "the control character U+00\(ByteText.hexadecimal(byte)) cannot stand here")
    case .tooDeep:
      Localized(
        nb: "over \(TOMLDocument.deepest) nivåer inni hverandre",
        en: "over \(TOMLDocument.deepest) levels inside each other")
    case .tooManyErrors:
      Localized(
        nb: "for mange feil; resten er ikke lest", en: "too many errors; the rest is unread")
    default: lineMessage ?? valueMessage ?? againMessage
    }
  }

  private var lineMessage: Localized? {
    switch kind {
    case .noKey(let found):
      Localized(
        nb: "her må det stå en nøkkel, ikke \(Self.nb(found))",
        en: "a key must stand here, not \(Self.en(found))")
    case .noEquals(let key, let found):
      Localized(
        nb: "etter nøkkelen \(Self.shown(key)) må det stå =, ikke \(Self.nb(found))",
        en: "after the key \(Self.shown(key)) there must be =, not \(Self.en(found))")
    case .noValue: Localized(nb: "verdien mangler", en: "the value is missing")
    case .afterValue(let found):
      Localized(
        nb: "\(Self.nb(found)) står etter slutten; bare en kommentar kan stå der",
        en: "\(Self.en(found)) stands after the end; only a comment can")
    case .headerNotClosed(let found):
      Localized(
        nb: "overskriften må slutte med ], ikke \(Self.nb(found))",
        en: "the header must end with ], not \(Self.en(found))")
    case .multiLineKey:
      Localized(
        nb: "en nøkkel kan ikke stå i tre anførselstegn", en: "a key cannot stand in three quotes")
    default: nil
    }
  }

  private var valueMessage: Localized? {
    switch kind {
    case .unquoted(let text):
      Localized(nb: "\(Self.nb(text)) er ingen verdi", en: "\(Self.en(text)) is no value")
    case .stringNotClosed:
      Localized(
        nb: "teksten lukkes ikke på denne linjen", en: "the string is not closed on this line")
    case .multiLineStringNotClosed:
      Localized(nb: "teksten lukkes ikke", en: "the string is not closed")
    case .badEscape(let text):
      Localized(
        nb: "\(Self.nb(text)) har ingen betydning i en tekst",
        en: "\(Self.en(text)) has no meaning in a string")
    case .badUnicodeEscape(let text):
      Localized(
        nb: "\(Self.nb(text)) er ikke et tegn", en: "\(Self.en(text)) is not a character")
    case .badNumber(let text):
      Localized(nb: "\(Self.nb(text)) er ikke et tall", en: "\(Self.en(text)) is not a number")
    case .leadingZero(let text):
      Localized(
        nb: "tallet \(Self.shown(text)) begynner med 0",
        en: "the number \(Self.shown(text)) begins with 0")
    case .badUnderscore(let text):
      Localized(
        nb: "i \(Self.shown(text)) må hver _ stå mellom to sifre",
        en: "in \(Self.shown(text)) each _ must stand between two digits")
    case .integerTooLarge(let text):
      Localized(
        nb: "tallet \(Self.shown(text)) er for stort",
        en: "the number \(Self.shown(text)) is too large")
    case .badTime(let text):
      Localized(
        nb: "\(Self.nb(text)) er ikke et tidspunkt", en: "\(Self.en(text)) is not a date or time")
    case .noSuchTime(let text):
      Localized(nb: "\(Self.nb(text)) finnes ikke", en: "there is no \(Self.en(text))")
    case .timeWithoutSeconds(let text):
      Localized(
        nb: "tidspunktet \(Self.shown(text)) mangler sekunder",
        en: "the time \(Self.shown(text)) lacks seconds")
    default: bracketMessage
    }
  }

  private var bracketMessage: Localized? {
    switch kind {
    case .arrayNotClosed: Localized(nb: "listen lukkes ikke", en: "the array is not closed")
    case .arrayWithoutComma(let found):
      Localized(
        nb: "mellom verdier må det stå komma, ikke \(Self.nb(found))",
        en: "a comma must stand between values, not \(Self.en(found))")
    case .inlineTableNotClosed:
      Localized(nb: "tabellen lukkes ikke", en: "the table is not closed")
    case .inlineTableWithoutComma(let found):
      Localized(
        nb: "i en tabell må det stå komma eller }, ikke \(Self.nb(found))",
        en: "in a table there must be a comma or }, not \(Self.en(found))")
    case .inlineTableOverLines:
      Localized(
        nb: "en tabell i krøllparenteser må stå på én linje",
        en: "a table in braces must stand on one line")
    case .inlineTableLastComma:
      Localized(
        nb: "komma kan ikke stå sist i en tabell", en: "a table cannot end with a comma")
    default: nil
    }
  }

  private var againMessage: Localized {
    switch kind {
    case .keyAgain(let name, _):
      Localized(
        nb: "nøkkelen \(Self.shown(name)) står to ganger",
        en: "the key \(Self.shown(name)) is set twice")
    case .tableAgain(let name, _):
      Localized(
        nb: "tabellen [\(Self.shown(name))] står to ganger",
        en: "the table [\(Self.shown(name))] is defined twice")
    case .tableByDottedKey(let name, _):
      Localized(
        nb: "tabellen [\(Self.shown(name))] er alt laget av nøkler med punktum",
        en: "the table [\(Self.shown(name))] was already made by dotted keys")
    case .tableOfArray(let name, _):
      Localized(
        nb: "\(Self.shown(name)) er en liste av tabeller",
        en: "\(Self.shown(name)) is an array of tables")
    case .arrayOfTable(let name, _):
      Localized(
        nb: "\(Self.shown(name)) er én tabell, ikke en liste av tabeller",
        en: "\(Self.shown(name)) is one table, not an array of tables")
    case .addedFromOutside(let name, _):
      Localized(
        nb: "tabellen \(Self.shown(name)) er laget et annet sted",
        en: "the table \(Self.shown(name)) was made elsewhere")
    case .inlineTableExtended(let name, _):
      Localized(
        nb: "tabellen \(Self.shown(name)) er ferdig med sin krøllparentes",
        en: "the table \(Self.shown(name)) ended with its brace")
    case .notATable(let name, let type, _):
      Localized(
        nb: "\(Self.shown(name)) er \(type.name.nb), ikke en tabell",
        en: "\(Self.shown(name)) is \(type.name.en), not a table")
    default: Localized(same: "")
    }
  }

  /// The nearest thing that would be right.
  public var hint: Localized? {
    switch kind {
    case .utf16, .notUTF8: Localized(nb: "lagre filen som UTF-8", en: "save the file as UTF-8")
    case .controlCharacter(let byte):
      byte == 13
        ? Localized(nb: "en linje slutter med LF eller CR LF", en: "a line ends with LF or CR LF")
        : Localized(
          nb: "skriv \\u00\(ByteText.hexadecimal(byte)) i en tekst med \" \"",
          en: "write \\u00\(ByteText.hexadecimal(byte)) in a string with \" \"")
    case .noKey, .noEquals, .multiLineKey:
      Localized(
        nb: "en linje er nøkkel = verdi eller [tabell]; andre tegn enn A–Z, 0–9, - og _ i en "
          + "nøkkel krever \" \"",
        en: "a line is key = value or [table]; letters other than A–Z, 0–9, - and _ in a key need "
          + "\" \"")
    case .unquoted: Localized(nb: "tekst skrives i \" \"", en: "text is written in \" \"")
    case .stringNotClosed:
      Localized(
        nb: "tekst over flere linjer skrives i \"\"\" \"\"\"",
        en: "text over several lines is written in \"\"\" \"\"\"")
    case .badEscape:
      Localized(
        nb: "skriv \\\\ for \\, eller sett teksten i ' '", en: "write \\\\ for \\, or use ' '")
    case .leadingZero: Localized(nb: "ta bort nullen", en: "leave the zero out")
    case .badTime, .timeWithoutSeconds:
      Localized(
        nb: "skriv 2026-03-29, 07:30:00 eller 2026-03-29T07:30:00+02:00, klokkeslett i "
          + "innstillingene som \"07:30\"",
        en: "write 2026-03-29, 07:30:00 or 2026-03-29T07:30:00+02:00, clock times of the settings "
          + "as \"07:30\"")
    case .tableOfArray(let name, _):
      Localized(nb: "skriv [[\(Self.shown(name))]]", en: "write [[\(Self.shown(name))]]")
    case .arrayOfTable(let name, _):
      Localized(nb: "skriv [\(Self.shown(name))]", en: "write [\(Self.shown(name))]")
    case .tableAgain:
      Localized(nb: "samle nøklene under én overskrift", en: "gather the keys under one header")
    default: nil
    }
  }

  private static func shown(_ text: String) -> String { ByteText.shown(text) }

  /// What was found, quoted; the end of the line or of the file where nothing was.
  private static func nb(_ found: String) -> String {
    found.isEmpty ? "linjeslutt" : "«\(shown(found))»"
  }
  private static func en(_ found: String) -> String {
    found.isEmpty ? "the end of the line" : "“\(shown(found))”"
  }
}
