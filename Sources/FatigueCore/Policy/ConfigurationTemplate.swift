/// The file that `fatigue init` writes: every table and key, those with a common value switched off.
///
/// A line of words begins with `# `, a key that is switched off with `#` alone, so that taking one
/// sign away switches it on.
public enum ConfigurationTemplate {
  /// Cells of a line.
  private static let width = 90

  /// - Parameters:
  ///   - key: Text of the pseudonym key; only letters, digits and signs that need no escape.
  ///   - zone: Name of the zone of clock times.
  public static func text(key: String, zone: String = Zone.oslo.name, _ language: Language)
    -> String
  {
    var lines = comment(opening[language])
    for table in ConfigurationBook.tables {
      let off = table.shape == .single ? "" : "#"
      lines += [""] + comment(table.about[language]) + [off + table.header]
      if table.name == "codes" { lines += codes }
      for item in ConfigurationBook.keys where item.table == table.name {
        lines += comment(about(item)[language])
        switch item.path {
        case "site.zone": lines.append("zone = \"\(zone)\"")
        case "privacy.key": lines += comment(secret[language]) + ["key = \"\(key)\""]
        default: lines.append("#\(item.name) = \(item.example)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let opening = Localized(
    nb: """
      Innstillinger for fatigue, lest fra turnusens mappe og oppover. Nøkler med # foran er slått \
      av. Se docs/config.md; fatigue check --show-config viser hva som gjelder.
      """,
    en: """
      Settings of fatigue, read from the roster's folder and upwards. Keys with # before them are \
      switched off. See docs/config.md; fatigue check --show-config shows what applies.
      """)

  private static let secret = Localized(
    nb: """
      Den som har nøkkelen og en liste med navn, kan finne ut hvem et pseudonym er. Del den ikke.
      """,
    en: """
      Whoever has the key and a list of names can find out who a pseudonym is. Do not share it.
      """)

  private static let codes = [
    "#D = \"07:30-15:30\"", "#A = \"15:00-22:00\"", "#N = \"21:45-07:45\"", "#F1 = \"off\"",
    "#FE = \"absence\"",
    "#X = { start = \"07:30\", end = \"15:00\", kind = \"work\", unpaid-break = 30 }",
    "#V = { start = \"08:00\", end = \"08:00\", kind = \"onCall\", hours = 24 }",
  ]

  /// `year: years of dates …; whole number from 1970 to 2199`
  private static func about(_ key: ConfigurationKey) -> Localized {
    let unused = Localized(nb: " Ikke brukt i denne utgaven.", en: " Not used in this build.")
    return Localized(
      nb: "\(key.name): \(key.about.nb) (\(key.values.nb)). Ellers: \(key.standard.nb)."
        + (key.isUsed ? "" : unused.nb),
      en: "\(key.name): \(key.about.en) (\(key.values.en)). Otherwise: \(key.standard.en)."
        + (key.isUsed ? "" : unused.en))
  }

  private static func comment(_ text: String) -> [String] {
    var lines = ["#"]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count + 1 > width, lines[lines.count - 1] != "#" {
        lines.append("#")
      }
      lines[lines.count - 1] += " " + word
    }
    return lines
  }
}
