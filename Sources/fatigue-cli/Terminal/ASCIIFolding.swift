import FatigueCore

/// Text for terminals that show only ASCII.
enum ASCIIFolding {
  /// The nearest ASCII text; what has none becomes `?`.
  static func fold(_ text: String, _ language: Language) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var last: Unicode.Scalar = " "
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if scalar == "§" {
        // `§§` is one word, in English a plural.
        let several = next == "§"
        if several { next = scalars.next() }
        result += Localized(nb: "par.", en: several ? "sections" : "section")[language]
        if let next, next.properties.numericType != nil { result += " " }
      } else if scalar == "½" {
        let whole = ("0"..."9").contains(last)
        result += whole ? Localized(nb: ",5", en: ".5")[language] : "1/2"
      } else {
        result += fold(scalar)
      }
      last = scalar
    }
    return result
  }

  private static func fold(_ scalar: Unicode.Scalar) -> String {
    if let known = table[scalar] { return known }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .spaceSeparator: return " "
    case .dashPunctuation: return "-"
    default: return (0x2581...0x258F).contains(scalar.value) ? "#" : "?"
    }
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (ascii, scalars) in letters {
      for scalar in scalars.unicodeScalars { table[scalar] = ascii }
    }
    for (ascii, scalars) in signs {
      for scalar in scalars.unicodeScalars { table[scalar] = ascii }
    }
    return table
  }()

  /// Latin letters of Europe's languages.
  private static let letters: [(String, String)] = [
    ("a", "àáâãäāăąǎ"), ("A", "ÀÁÂÃÄĀĂĄǍ"), ("aa", "å"), ("Aa", "Å"), ("ae", "æǽ"), ("AE", "ÆǼ"),
    ("c", "çćĉċč"),
    ("C", "ÇĆĈĊČ"), ("d", "ďđð"), ("D", "ĎĐÐ"), ("e", "èéêëēĕėęě"), ("E", "ÈÉÊËĒĔĖĘĚ"),
    ("f", "ƒ"), ("g", "ĝğġģǥǧ"), ("G", "ĜĞĠĢǤǦ"), ("h", "ĥħ"), ("H", "ĤĦ"), ("i", "ìíîïĩīĭįıǐ"),
    ("I", "ÌÍÎÏĨĪĬĮİǏ"), ("j", "ĵ"), ("J", "Ĵ"), ("k", "ķĸǩ"), ("K", "ĶǨ"), ("l", "ĺļľŀł"),
    ("L", "ĹĻĽĿŁ"), ("n", "ñńņňŋ"), ("N", "ÑŃŅŇŊ"), ("o", "òóôõöōŏőǒ"), ("O", "ÒÓÔÕÖŌŎŐǑ"),
    ("oe", "øǿ"), ("Oe", "ØǾ"),
    ("oe", "œ"), ("OE", "Œ"), ("r", "ŕŗř"), ("R", "ŔŖŘ"), ("s", "śŝşšșſ"), ("S", "ŚŜŞŠȘ"),
    ("ss", "ß"), ("t", "ţťŧț"), ("T", "ŢŤŦȚ"), ("th", "þ"), ("TH", "Þ"), ("u", "ùúûüũūŭůűųǔ"),
    ("U", "ÙÚÛÜŨŪŬŮŰŲǓ"), ("w", "ŵ"), ("W", "Ŵ"), ("y", "ýÿŷ"), ("Y", "ÝŸŶ"), ("z", "źżžʒǯ"),
    ("Z", "ŹŻŽƷǮ"),
  ]

  private static let signs: [(String, String)] = [
    ("-", "‐‑‒–—―−─━╌╴╶"), ("|", "│┃╎"), ("+", "┌┐└┘├┤┬┴┼╭╮╯╰"), ("'", "‘’‚‹›′"),
    ("\"", "“”„«»″"), ("...", "…"), (".", "·•∙"), ("->", "→⇒"), ("<-", "←⇐"), ("^", "↑"),
    ("v", "↓"),
    (">=", "≥"), ("<=", "≤"), ("!=", "≠"), ("~", "≈∼"), ("x", "×"), ("/", "÷⁄"), ("+/-", "±"),
    ("!!", "▲"), ("!", "◆"), ("i", "●"), ("#", "█▓▒░▐"), ("OK", "✓"), ("1/4", "¼"), ("3/4", "¾"),
    ("0", "⁰₀"), ("1", "¹₁"), ("2", "²₂"), ("3", "³₃"), ("4", "⁴₄"), ("5", "⁵₅"), ("6", "⁶₆"),
    ("7", "⁷₇"), ("8", "⁸₈"), ("9", "⁹₉"), (" degrees", "°"), ("u", "µμ"), ("Delta", "Δ"),
    ("phi", "φ"), ("Phi", "Φ"), ("EUR", "€"), ("GBP", "£"), ("(c)", "©"), ("?", "¿�"), ("!", "¡"),
  ]
}
