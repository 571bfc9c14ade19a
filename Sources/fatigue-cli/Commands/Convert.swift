import FatigueCore

/// `fatigue convert FILE…`
enum ConvertCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    var watch = Stopwatch()
    context.startReading()
    let input = try LoadedRoster.read(context)
    watch.lap(Localized(nb: "lest på", en: "read in"))
    guard let read = input.roster else { return input.status }
    let roster = try input.restricted(read, context.settings)
    input.print(DataChecks.diagnostics(roster), context)
    let named = named(roster, context.settings)
    context.startWriting()
    let written = context.deliver { format, _, sink in
      let shown = sink.shown
      sink.fill { bytes, flush in
        switch format {
        case "json", "ndjson":
          ConvertJSON.write(
            named, input.sources, asLines: format == "ndjson", into: &bytes, flush: flush)
        case "ics":
          ConvertCalendar.write(named, input.sources, shown: shown, into: &bytes, flush: flush)
        default:
          ConvertCSV.write(named, input.sources, shown: shown, into: &bytes, flush: flush)
        }
      }
    }
    watch.lap(Localized(nb: "skrevet på", en: "written in"))
    context.finish(watch, people: roster.people.count, shifts: roster.shifts.count)
    return input.status.combined(with: written)
  }

  /// The user's own data carries real names unless something else is asked for.
  private static func named(_ roster: Roster, _ settings: Settings) -> Roster {
    guard let style = settings.names.flatMap({ NameStyle(rawValue: $0.rawValue) }), style != .real
    else { return roster }
    var named = roster
    named.people = PersonNames(roster, style: style).shown.map { Person(number: "", name: $0) }
    return named
  }
}
