import FatigueCore

/// `--show-config`: every setting with its value and where it comes from, as a file of settings that
/// could be read again. What a file cannot hold stands in comments.
struct EffectiveSettings {
  private let context: CommandContext
  private let zone: Zone

  private enum Origin {
    case flag(OptionName)
    case environment(String)
    case file(String)
    case standard
  }

  init(_ context: CommandContext) throws(UsageError) {
    self.context = context
    zone = try LoadedRoster.zone(context.settings, context.configuration.value)
  }

  var text: String {
    var lines: [String] = []
    for table in ConfigurationBook.tables {
      if table.shape == .single {
        lines += lines.isEmpty ? [] : [""]
        lines.append("[\(table.name)]")
        if table.name == "codes" { lines += codes }
        lines += ConfigurationBook.keys.filter { $0.table == table.name }.map(line)
      }
      for instance in context.configuration.value.instances where instance.table == table.name {
        lines += ["", instance.header] + written(below: instance.path)
      }
    }
    lines += ["", "# " + other[context.language]] + shown
    let terminal = context.terminal
    return lines.map { terminal.quoted($0) + "\n" }.joined()
  }

  private let other = Localized(
    nb: "Bare på kommandolinjen og i miljøet:",
    en: "Only on the command line and in the environment:")

  /// One line: a key that has no value is switched off.
  private func line(_ key: ConfigurationKey) -> String {
    let loaded = context.configuration
    switch key.path {
    case "site.zone":
      let origin: Origin =
        context.settings.zone != nil
        ? .flag(.zone) : loaded.place(key.path).map { .file($0) } ?? .standard
      return said("zone = \"\(zone.name)\"", origin)
    case "input.year":
      if let year = context.settings.year { return said("year = \(year)", .flag(.year)) }
    case "input.legend":
      let files = context.settings.legends.map { quoted(DisplayPath.shown($0)) }
      // A file of settings holds one; several are shown switched off.
      if !files.isEmpty {
        let sign = files.count > 1 ? "#" : ""
        return said("\(sign)legend = \(files.joined(separator: ", "))", .flag(.legend))
      }
    case "input.layout":
      if let layout = context.settings.layout {
        return said("layout = \"\(layout)\"", .flag(.layout))
      }
    case "input.person":
      if let person = context.settings.person {
        return said("person = \(quoted(person))", .flag(.person))
      }
    case "privacy.key":
      // Never shown: what is on a screen ends up in a screenshot.
      guard let place = loaded.place(key.path) else { break }
      return said("#key = \"…\"", .file(place))
    default: break
    }
    guard let place = loaded.place(key.path), let value = loaded.written(key.path) else {
      return said("#\(key.name) =", .standard) + ": " + key.standard[context.language]
    }
    // A string over several lines would not stand on one.
    return said("\(key.name) = \(value.replacing("\n", with: " "))", .file(place))
  }

  /// The keys of one table that may stand several times, as written, in the order of the file.
  private func written(below path: String) -> [String] {
    let loaded = context.configuration
    let paths = loaded.value.places.filter { $0.key.hasPrefix(path + ".") }
    return paths.sorted { $0.value.lowerBound < $1.value.lowerBound }.compactMap { key, _ in
      let name = key.dropFirst(path.count + 1)
      guard let place = loaded.place(key), let value = loaded.written(key) else { return nil }
      return said("\(name) = \(value.replacing("\n", with: " "))", .file(place))
    }
  }

  /// A text as TOML writes it.
  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private var codes: [String] {
    let loaded = context.configuration
    let names = loaded.value.places.keys.filter { $0.hasPrefix("codes.") }
    let order = names.sorted {
      let (a, b) = (loaded.value.places[$0], loaded.value.places[$1])
      return (a?.lowerBound ?? 0) < (b?.lowerBound ?? 0)
    }
    return order.compactMap { path in
      guard let place = loaded.place(path), let value = loaded.written(path) else { return nil }
      let name = path.dropFirst(6)
      let isBare = name.utf8.allSatisfy {
        switch $0 {
        case 48...57, 65...90, 97...122, 45, 95: true
        default: false
        }
      }
      let key = isBare ? String(name) : "'\(name)'"
      return said("\(key) = \(value.replacing("\n", with: " "))", .file(place))
    }
  }

  private var shown: [String] {
    let settings = context.settings
    let environment = context.environment
    var language = Origin.standard
    if settings.given.contains(.lang) {
      language = .flag(.lang)
    } else if let name = ["FATIGUE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].first(where: {
      environment[$0] != nil
    }) {
      language = .environment(name)
    }
    var colour = Origin.standard
    if settings.given.contains(.color) {
      colour = .flag(.color)
    } else if let name = ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR"].first(where: {
      environment[$0] != nil
    }) {
      colour = .environment(name)
    }
    var width = Origin.standard
    if settings.width != nil {
      width = .flag(.width)
    } else if environment["COLUMNS"] != nil {
      width = .environment("COLUMNS")
    }
    return [
      said("#lang = \(context.language.rawValue)", language),
      said("#color = \(settings.colour.rawValue)", colour),
      said("#width = \(context.terminal.width)", width),
    ]
  }

  private func said(_ text: String, _ origin: Origin) -> String {
    let from =
      switch origin {
      case .flag(let name): name.long
      case .environment(let name): "$" + name
      case .file(let place): place
      case .standard: Localized(nb: "vanlig", en: "default")[context.language]
      }
    return "\(text)  # \(from)"
  }
}
