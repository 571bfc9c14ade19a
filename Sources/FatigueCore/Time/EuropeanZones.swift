/// The zones that need no file: those that have followed the rule of the European Union without
/// exception since 1996, and UTC under its names.
///
/// Source: every name was compared with the IANA zone database 2025b at each change 1996–2037, and
/// `ZoneProofTests` compares it with that of ICU. Left out for their exceptions, and read from the
/// system's zone files instead: Bucharest and Sofia (1996), Kyiv (1996), Lisbon and with it WET
/// (1996), Nicosia (to 1998), Riga (2000), Tallinn (to 2001), Vilnius (to 2002), Chișinău and others
/// outside the Union.
enum EuropeanZones {
  /// Zones by standard offset in hours.
  static let names: [(standardHours: Int32, zones: [String])] = [
    (-1, ["Atlantic/Azores"]),
    (
      0,
      [
        "Atlantic/Canary", "Atlantic/Faeroe", "Atlantic/Faroe", "Atlantic/Madeira", "Eire",
        "Europe/Belfast", "Europe/Dublin", "Europe/Guernsey", "Europe/Isle_of_Man",
        "Europe/Jersey", "Europe/London", "GB", "GB-Eire",
      ]
    ),
    (
      1,
      [
        "Africa/Ceuta", "Arctic/Longyearbyen", "Atlantic/Jan_Mayen", "CET", "Europe/Amsterdam",
        "Europe/Andorra", "Europe/Belgrade", "Europe/Berlin", "Europe/Bratislava",
        "Europe/Brussels", "Europe/Budapest", "Europe/Busingen", "Europe/Copenhagen",
        "Europe/Gibraltar", "Europe/Ljubljana", "Europe/Luxembourg", "Europe/Madrid",
        "Europe/Malta", "Europe/Monaco", "Europe/Oslo", "Europe/Paris", "Europe/Podgorica",
        "Europe/Prague", "Europe/Rome", "Europe/San_Marino", "Europe/Sarajevo", "Europe/Skopje",
        "Europe/Stockholm", "Europe/Tirane", "Europe/Vaduz", "Europe/Vatican", "Europe/Vienna",
        "Europe/Warsaw", "Europe/Zagreb", "Europe/Zurich", "MET", "Poland",
      ]
    ),
    (2, ["EET", "Europe/Athens", "Europe/Helsinki", "Europe/Mariehamn"]),
  ]

  /// Names of UTC. `Z` is the letter of ISO 8601.
  static let utcNames = [
    "UTC", "Etc/UTC", "Etc/UCT", "UCT", "Etc/Universal", "Universal", "Etc/Zulu", "Zulu", "Z",
    "GMT", "GMT0", "GMT+0", "GMT-0", "Etc/GMT", "Etc/GMT0", "Etc/Greenwich", "Greenwich",
  ]

  /// What to look a name up by, so that `europe/oslo` is found.
  static let byLowercaseName: [String: Zone] = {
    var zones: [String: Zone] = [:]
    for (hours, names) in names {
      for name in names {
        zones[name.lowercased()] = Zone(name: name, rules: .europeanUnion(standard: hours * 3600))
      }
    }
    for name in utcNames {
      zones[name.lowercased()] = Zone(name: name == "Z" ? "UTC" : name, fixedOffset: 0)
    }
    return zones
  }()
}
