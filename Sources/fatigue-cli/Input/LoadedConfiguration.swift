import FatigueCore

/// The settings of the workplace, read and complained about.
struct LoadedConfiguration: Sendable {
  var value = Configuration()
  /// As shown to people; nil when no file was read.
  var path: String?
  /// The folder that paths in the file start from, with a slash at its end; empty for the working
  /// directory.
  var folder = ""
  /// The file, for the lines of ``value``'s places.
  var sources = SourceMap()

  /// Reads the file of `--config`, else the nearest one, and prints what is wrong with it.
  ///
  /// - Returns: nil when something is wrong: nothing may be done by settings half understood.
  static func load(_ context: CommandContext) -> LoadedConfiguration? {
    let settings = context.settings
    guard !settings.noConfig else { return LoadedConfiguration() }
    if let given = settings.configPath {
      return read(given, shown: DisplayPath.shown(given), context)
    }
    guard settings.showConfig || Self.commands.contains(settings.command)
    else {
      return LoadedConfiguration()
    }
    let search = ConfigurationSearch(home: context.environment["HOME"])
    var found: [String] = []
    for path in starts(settings) {
      guard let file = search.file(for: path), !found.contains(file) else { continue }
      found.append(file)
    }
    guard let file = found.first else { return LoadedConfiguration() }
    guard found.count == 1 else {
      complain(
        .configurationSeveral,
        Localized(
          nb: "turnusene ligger under \(found.count) ulike \(ConfigurationSearch.fileName)",
          en: "the rosters lie below \(found.count) different \(ConfigurationSearch.fileName)"),
        hint: Localized(nb: "velg én med --config", en: "choose one with --config"),
        path: nil, context)
      return nil
    }
    return read(file, shown: ConfigurationSearch.shown(file), context)
  }

  /// Those that look for settings beside their files.
  private static let commands: [CommandName] = [
    .check, .compare, .plan, .predict, .repair, .design, .convert, .followUp,
  ]

  /// Where to look: beside each roster; standard input stands for the working directory.
  private static func starts(_ settings: Settings) -> [String?] {
    guard Self.commands.contains(settings.command), !settings.operands.isEmpty
    else {
      return [nil]
    }
    return settings.operands.map { $0 == "-" ? settings.standardInputName : $0 }
  }

  private static func read(
    _ path: String, shown: String, _ context: CommandContext
  ) -> LoadedConfiguration? {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Self.bytes(of: path)
    } catch {
      let isLarge = error == .tooLarge
      complain(
        isLarge ? .configurationTooLarge : .configurationUnreadable, error.message, hint: nil,
        path: shown, context)
      return nil
    }
    var loaded = LoadedConfiguration(path: shown)
    loaded.folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    _ = loaded.sources.add(path: shown, bytes: bytes)
    var diagnostics = DiagnosticList()
    let (value, found) = Configuration.read(bytes, zones: ZoneFiles.directory)
    for diagnostic in found { diagnostics.add(diagnostic) }
    print(diagnostics, loaded.sources, context)
    guard diagnostics.worst != .error else { return nil }
    loaded.value = value
    for index in loaded.value.waivers.indices {
      loaded.value.waivers[index].place = loaded.sourcePlace("waiver.\(index).rule")
    }
    context.mention(Localized(nb: "innstillinger: \(shown)", en: "settings: \(shown)"))
    return loaded
  }

  /// One byte more than the reader takes, so that it can say what is wrong.
  static func bytes(of path: String) throws(SystemError) -> [UInt8] {
    let descriptor = try SystemIO.openForReading(path)
    defer { try? SystemIO.close(descriptor) }
    return try SystemIO.readAll(descriptor, limit: TOMLDocument.largest + 1)
  }

  private static func complain(
    _ code: DiagnosticCode, _ message: Localized, hint: Localized?, path: String?,
    _ context: CommandContext
  ) {
    var diagnostics = DiagnosticList()
    diagnostics.add(Diagnostic(code, .error, path: path, message, hint: hint))
    print(diagnostics, SourceMap(), context)
  }

  private static func print(
    _ diagnostics: DiagnosticList, _ sources: SourceMap, _ context: CommandContext
  ) {
    guard !context.settings.quiet else { return }
    // All of them: the reader stops at a hundred.
    let printer = DiagnosticPrinter(terminal: context.terminal, shownPerCode: .max)
    context.errors.write(printer.render(diagnostics, in: sources))
  }

  /// `fatigue.toml:3`, nil when the file does not set the key.
  func place(_ path: String) -> String? {
    sourcePlace(path).map { "\($0.path):\($0.line)" }
  }

  /// Where the file sets a key, nil when it does not.
  private func sourcePlace(_ path: String) -> SourcePlace? {
    guard let span = value.places[path] else { return nil }
    return sources.place(SourcePosition(UInt32(span.lowerBound)))
  }

  /// The file that explains the shift codes, to be opened from the working directory.
  var legendPath: String? {
    value.legendFile.map { $0.hasPrefix("/") ? $0 : folder + $0 }
  }

  /// What the file holds for a key, as written.
  func written(_ path: String) -> String? {
    guard let span = value.places[path], let file = sources.files.first else { return nil }
    return String(decoding: file.bytes[span], as: UTF8.self)
  }
}
