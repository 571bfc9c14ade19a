import FatigueCore

/// Runs that share the people of a plan among themselves, and what is made of theirs.
enum Parts {
  /// `fatigue check --shard i/n`: analyses one share, and writes it where a report would go.
  static func write(
    _ shard: Shard, of roster: Roster, _ reading: RosterReading, _ settings: AnalysisSettings,
    _ context: CommandContext
  ) -> ExitCode {
    context.startAnalysing(roster)
    let people = RosterAnalysis.people(of: shard, in: roster, settings: settings)
    context.startWriting()
    return context.deliver { _, _, sink in
      sink.append(
        PartWriter.bytes(shard, people, of: roster, from: origin(roster, reading, context)))
    }
  }

  /// `fatigue merge`: everybody's, from the parts.
  static func merge(
    _ paths: [String], of roster: Roster, _ reading: RosterReading, _ settings: AnalysisSettings,
    _ context: CommandContext
  ) throws(UsageError) -> RosterAnalysis {
    var reader = PartReader(roster, settings, from: origin(roster, reading, context))
    for path in try files(paths) {
      let bytes = try bytes(of: path)
      do throws(PartFault) {
        try reader.add(bytes)
      } catch {
        throw usage(error, path)
      }
    }
    do throws(PartFault) {
      return RosterAnalysis(roster, settings: settings, known: try reader.people())
    } catch {
      throw usage(error, nil)
    }
  }

  private static func origin(
    _ roster: Roster, _ reading: RosterReading, _ context: CommandContext
  ) -> PartOrigin {
    PartOrigin(reading, roster, version: OptionTable.version, settings: choices(context))
  }

  /// Every choice that can change what is found about a person. Those that change what is read show in the
  /// roster; those that change what is said of it are free.
  private static func choices(_ context: CommandContext) -> String {
    let settings = context.settings
    var lines = [
      "profile \(settings.profile ?? "")", "model \(settings.model.id)",
      "assume \(settings.assumption.rawValue)",
      "at \(settings.rulesAt.map { String($0.days) } ?? "")",
      "person \(settings.person ?? "")",
    ]
    lines += settings.selected.map { "select \($0)" }
    lines += settings.ignored.map { "ignore \($0)" }
    lines += settings.changes.map { "set \($0.limit.id) \($0.value.text)" }
    for file in context.configuration.sources.files {
      lines.append(String(decoding: file.bytes, as: UTF8.self))
    }
    return lines.joined(separator: "\n")
  }

  /// Every file named, and those of every folder named that end in `.part`, by name.
  private static func files(_ paths: [String]) throws(UsageError) -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", SystemIO.isFolder(path) else {
        files.append(path)
        continue
      }
      do throws(SystemError) {
        let names = try SystemIO.names(in: path).filter { $0.hasSuffix(".part") }.sorted()
        files += names.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
      } catch {
        throw unreadable(path, error)
      }
    }
    return files
  }

  private static func bytes(of path: String) throws(UsageError) -> [UInt8] {
    do throws(SystemError) {
      guard path != "-" else {
        return try SystemIO.readAll(SystemIO.standardInput, limit: largest)
      }
      let descriptor = try SystemIO.openForReading(path)
      defer { try? SystemIO.close(descriptor) }
      return try SystemIO.readAll(descriptor, limit: largest)
    } catch {
      throw unreadable(path, error)
    }
  }

  /// `Assumed:` findings take a little less than the rosters they are about, of which 4 GB are read.
  private static let largest = 16 << 30

  private static func unreadable(_ path: String, _ error: SystemError) -> UsageError {
    .other(
      Localized(
        nb: "kan ikke lese delen \(path): \(error.message.nb)",
        en: "cannot read the part \(path): \(error.message.en)"), hint: nil)
  }

  /// - Parameter path: Nil when it is about all parts.
  private static func usage(_ fault: PartFault, _ path: String?) -> UsageError {
    let place = path.map { path in fault.line.map { "\(path):\($0): " } ?? "\(path): " } ?? ""
    return .other(
      Localized(nb: place + fault.message.nb, en: place + fault.message.en), hint: fault.hint)
  }
}
