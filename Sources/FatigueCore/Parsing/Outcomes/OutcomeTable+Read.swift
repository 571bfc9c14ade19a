extension OutcomeTable {
  /// Whether a file is about outcomes and not a roster.
  public static func isOutcomes(_ bytes: [UInt8]) -> Bool { OutcomeReader.isOutcomes(bytes) }

  /// Reads files of outcomes.
  ///
  /// Never throws and never stops: everything that is not right is among the diagnostics.
  ///
  /// - Parameters:
  ///   - inputs: paths as they are to be shown, and the bytes.
  ///   - year: of dates without one.
  ///   - sources: The inputs are added to it.
  public static func read(
    _ inputs: [(path: String, bytes: [UInt8])], year: Int?, sources: inout SourceMap,
    diagnostics: inout DiagnosticList
  ) -> OutcomeTable {
    var table = OutcomeTable()
    var seen = Seen()
    for (path, bytes) in inputs {
      let text = TextDecoding.decode(bytes)
      guard let file = sources.add(path: path, bytes: text.bytes) else {
        diagnostics.add(
          Diagnostic(
            .tooMuchInput, .error, path: path,
            Localized(nb: "for mye inndata", en: "too much input")))
        continue
      }
      var reader = OutcomeReader(year: year, base: sources.position(file: file, offset: 0))
      reader.read(text.bytes)
      diagnostics.add(contentsOf: reader.diagnostics)
      for entry in reader.entries { table.add(entry, &seen, &diagnostics) }
    }
    table.hideRests(&diagnostics)
    return table
  }

  /// What has been read so far.
  private struct Seen {
    var measurements: Set<Key> = []
    var series: Set<Key> = []
  }

  private struct Key: Hashable {
    var measure: OutcomeMeasure
    var group: String
    var time: OutcomeTime?
  }

  private mutating func add(
    _ entry: Entry, _ seen: inout Seen, _ diagnostics: inout DiagnosticList
  ) {
    var key = Key(measure: entry.measure, group: entry.group.lowercased(), time: entry.time)
    guard seen.measurements.insert(key).inserted else {
      return diagnostics.add(
        Diagnostic(
          .outcomeAgain, .error, at: entry.position, length: entry.length,
          Localized(
            nb: "\(entry.measure.title.nb) står to ganger for samme tidspunkt",
            en: "\(entry.measure.title.en) stands twice for one time"),
          hint: Localized(
            nb: "er det to grupper? Gi dem en kolonne gruppe",
            en: "are these two groups? Give them a column group")))
    }
    key.time = nil
    seen.series.insert(key)
    guard seen.series.count <= Self.mostSeries else {
      return diagnostics.add(
        Diagnostic(
          .outcomeTooMany, .error, at: entry.position, length: entry.length,
          Localized(
            nb: "mer enn \(Self.mostSeries) serier; denne er ikke lest",
            en: "more than \(Self.mostSeries) series; this one was not read")))
    }
    entries.append(entry)
  }
}
