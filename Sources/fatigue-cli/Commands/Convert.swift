import FatigueCore

/// `fatigue convert FILE…`
enum ConvertCommand {
  static func run(_ context: CommandContext) throws(UsageError) -> ExitCode {
    let input = try LoadedRoster.read(context)
    guard let read = input.roster else { return input.status }
    let roster = try input.restricted(read, context.settings)
    let written = context.deliver { format, _, sink in
      sink.fill { bytes, flush in
        switch format {
        case "json", "ndjson":
          ConvertJSON.write(
            roster, input.sources, asLines: format == "ndjson", into: &bytes, flush: flush)
        default:
          ConvertCSV.write(roster, input.sources, into: &bytes, flush: flush)
        }
      }
    }
    return input.status.combined(with: written)
  }
}
