/// Reads rosters: the one entry to this room.
public enum RosterReader {
  /// Reads several inputs into one roster.
  ///
  /// Never throws and never stops: everything that is not right is among the diagnostics.
  ///
  /// - Parameters:
  ///   - inputs: paths as they are to be shown, and the bytes.
  ///   - legends: files with what shift codes mean; they hold for all inputs.
  ///   - zones: finds a zone that an input names; nil for a zone that is not known.
  public static func read(
    _ inputs: [(path: String, bytes: [UInt8])],
    legends: [(path: String, bytes: [UInt8])] = [], options: ReadingOptions = ReadingOptions(),
    zones: @escaping @Sendable (String) -> Zone? = { _ in nil }
  ) -> RosterReading {
    var sources = SourceMap()
    var diagnostics = DiagnosticList()
    var readable: [(input: RosterInput, format: any RosterFormat)] = []
    var refused: [InputSummary] = []
    for (index, (path, bytes)) in (legends + inputs).enumerated() {
      let text = decode(bytes)
      guard let file = sources.add(path: path, bytes: text.bytes) else {
        diagnostics.add(
          Diagnostic(
            .tooMuchInput, .error, path: path,
            Localized(nb: "for mye inndata", en: "too much input")))
        continue
      }
      if let refusal = FileKind.refusal(bytes) ?? FileKind.refusal(text: text.bytes.span) {
        diagnostics.add(diagnostic(refusal, file, path, sources))
        refused.append(
          InputSummary(
            path: path, format: "", encoding: text.encoding, layout: refusal.code.title,
            zone: options.zone.name))
        continue
      }
      noteEncoding(text, path, &diagnostics)
      let input = RosterInput(file: file, path: path, text: text, options: options)
      let legend = index < legends.count
      readable.append((input, legend ? LegendFormat() : format(for: input, options)))
    }
    var options = options
    if options.year == nil, let (year, path) = SharedYear.find(readable.map(\.input)) {
      (options.year, options.yearSource) = (year, path)
    }
    let zone = zone(of: readable, options, zones, &diagnostics)
    var collector = RosterCollector(options: options, zone: zone, zones: zones)
    collector.sources = sources
    collector.diagnostics = diagnostics
    collector.understood = refused
    // What codes mean is needed before the codes.
    for isLegend in [true, false] {
      for (input, format) in readable where (format.id == LegendFormat().id) == isLegend {
        format.read(input, into: &collector)
      }
    }
    sayWhatIsMissing(readable.dropFirst(legends.count).map { ($0.input, $0.format) }, &collector)
    let order = Dictionary(
      (inputs + legends).enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first }
    )
    collector.understood.sort { order[$0.path, default: 0] < order[$1.path, default: 0] }
    return finish(&collector)
  }

  /// Says why there is no roster where nothing else says it.
  private static func sayWhatIsMissing(
    _ inputs: [(input: RosterInput, format: any RosterFormat)],
    _ collector: inout RosterCollector
  ) {
    guard collector.builder.isEmpty, collector.diagnostics.worst != .error,
      let first = inputs.first
    else { return }
    let isLegend = inputs.contains { $0.format.id == LegendFormat().id }
    let path = inputs.first { $0.format.id == LegendFormat().id }?.input.path ?? first.input.path
    if isLegend {
      collector.report(
        .onlyLegend, .error, at: .none, path: path,
        Localized(
          nb: "filen er en kodeliste og har ingen vakter",
          en: "the file is a list of codes and has no shifts"),
        hint: Localized(
          nb: "gi turnusen også: fatigue check TURNUS --legend \(path)",
          en: "give the roster too: fatigue check ROSTER --legend \(path)"))
    } else {
      collector.report(
        .nothingInLayout, .error, at: .none, path: path,
        Localized(
          nb: "fant ingen vakter, lest som \(first.format.title.nb)",
          en: "found no shifts, read as \(first.format.title.en)"),
        hint: Localized(
          nb: "velg et annet oppsett med --layout", en: "choose another layout with --layout"))
    }
  }

  /// Bytes that are not those of another kind of file.
  static func isText(_ bytes: [UInt8]) -> Bool {
    FileKind.refusal(bytes) == nil && FileKind.refusal(text: bytes.span) == nil
  }

  private static func decode(_ bytes: [UInt8]) -> DecodedText {
    if FileKind.refusal(bytes) != nil { return DecodedText(bytes: bytes, encoding: .utf8) }
    return CalendarText.decode(bytes) ?? TextDecoding.decode(bytes)
  }

  static func format(
    for input: RosterInput, _ options: ReadingOptions
  ) -> any RosterFormat {
    let formats = RosterFormatBook.all
    if let chosen = formats.first(where: { $0.id == options.layout }) { return chosen }
    var best: (format: any RosterFormat, confidence: Int) = (formats[0], -1)
    for format in formats {
      let confidence = format.confidence(in: input, options: options)
      if confidence > best.confidence { best = (format, confidence) }
    }
    return best.format
  }

  /// The zone that all inputs agree on, else the one of the options.
  private static func zone(
    of readable: [(input: RosterInput, format: any RosterFormat)], _ options: ReadingOptions,
    _ zones: (String) -> Zone?, _ diagnostics: inout DiagnosticList
  ) -> Zone {
    var names: Set<String> = []
    for (input, format) in readable {
      names.formUnion(format.zoneNames(in: input, options: options))
    }
    if names.count > 1 {
      let listed = names.sorted().prefix(6).map { ByteText.shown($0) }.joined(separator: ", ")
      diagnostics.add(
        Diagnostic(
          .zonesDiffer, .warning,
          Localized(
            nb: "radene har ulike tidssoner (\(listed)); døgn regnes i \(options.zone.name)",
            en: "the rows are in different time zones (\(listed)); days are counted in "
              + "\(options.zone.name)")))
    }
    guard let name = names.first, names.count == 1, name != options.zone.name else {
      return options.zone
    }
    return zones(name) ?? options.zone
  }

  private static func diagnostic(
    _ refusal: FileKind.Refusal, _ file: Int, _ path: String, _ sources: SourceMap
  ) -> Diagnostic {
    let placed = refusal.offset >= 0
    return Diagnostic(
      refusal.code, .error,
      at: placed ? sources.position(file: file, offset: refusal.offset) : .none,
      length: refusal.length, path: placed ? nil : path, refusal.message, hint: refusal.hint)
  }

  private static func noteEncoding(
    _ text: DecodedText, _ path: String,
    _ diagnostics: inout DiagnosticList
  ) {
    if text.encoding == .windows1252 {
      diagnostics.add(
        Diagnostic(
          .readAsWindows1252, .note, path: path,
          Localized(
            nb: "filen er ikke UTF-8; lest som Windows-1252",
            en: "the file is not UTF-8; read as Windows-1252")))
    }
    if text.brokenPairs > 0 {
      diagnostics.add(
        Diagnostic(
          .brokenUTF16, .warning, path: path,
          Localized(
            nb: "\(text.brokenPairs) tegn er skadet i UTF-16-teksten",
            en: "\(text.brokenPairs) characters of the UTF-16 text are damaged")))
    }
  }

  /// One person under two spellings is not tested for the rest between the shifts.
  private static func warnOfNamesAlike(in roster: Roster, _ collector: inout RosterCollector) {
    for pair in SimilarNames.pairs(in: roster) {
      let (first, second) = (roster.people[pair.first].name, roster.people[pair.second].name)
      let row = roster.shifts[roster.slices[pair.second].lowerBound].startField
      collector.report(
        .namesAlike, pair.byLetter ? .note : .warning, at: row,
        Localized(
          nb: "\(ByteText.shown(second)) og \(ByteText.shown(first)) regnes som to personer",
          en: "\(ByteText.shown(second)) and \(ByteText.shown(first)) count as two people"),
        hint: Localized(
          nb: "skriv navnet likt hvis det er én person",
          en: "write the name alike if it is one person"))
    }
  }

  static func finish(_ collector: inout RosterCollector) -> RosterReading {
    // What is in order repeats nothing.
    let isInOrder = collector.builder.isInOrder
    var roster = collector.builder.build()
    if roster != nil, !isInOrder { RepeatedRows.remove(from: &roster!, &collector) }
    if let roster { warnOfNamesAlike(in: roster, &collector) }
    return RosterReading(
      sources: collector.sources, roster: roster, diagnostics: collector.diagnostics,
      understood: collector.understood)
  }
}

/// Rows that stand in the input twice.
enum RepeatedRows {
  /// Takes out entries that repeat an earlier one of the same person, and names each of them.
  static func remove(from roster: inout Roster, _ collector: inout RosterCollector) {
    var repeats: [(later: Int, earlier: Int)] = []
    for slice in roster.slices where slice.count > 1 {
      for i in slice.dropFirst() where roster.shifts[i].start == roster.shifts[i - 1].start {
        var k = i - 1
        while k >= slice.lowerBound, roster.shifts[k].start == roster.shifts[i].start,
          roster.shifts[k].end == roster.shifts[i].end, i - k <= 32
        {
          if same(roster.shifts[i], roster.shifts[k], roster) {
            repeats.append((i, k))
            break
          }
          k -= 1
        }
      }
    }
    if repeats.isEmpty { return }
    report(repeats, roster, &collector)
    take(repeats.map(\.later), out: &roster)
  }

  private static func same(_ a: Shift, _ b: Shift, _ roster: Roster) -> Bool {
    guard a.code == b.code, a.unit == b.unit, a.kind == b.kind, a.flags == b.flags else {
      return false
    }
    // Rows that `convert` wrote are the same only when they come from the same place.
    guard roster.carriedSources[a.startField] == roster.carriedSources[b.startField] else {
      return false
    }
    if roster.details.isEmpty { return true }
    // Events of a calendar are the same only by their identifier.
    let (first, second) = (roster.details[a.startField], roster.details[b.startField])
    return first?.uid == second?.uid && first?.uid != ""
  }

  private static func report(
    _ repeats: [(later: Int, earlier: Int)], _ roster: Roster, _ collector: inout RosterCollector
  ) {
    let kept = repeats.map {
      ($0, lineStart(roster.shifts[$0.later].startField, collector.sources))
    }.sorted { $0.1 < $1.1 }
    let named = kept.prefix(DiagnosticList.keptPerCode)
    let places = collector.sources.places(
      named.flatMap {
        [roster.shifts[$0.0.later].startField, roster.shifts[$0.0.earlier].startField]
      })
    for (index, (_, start)) in named.enumerated() {
      guard let later = places[2 * index], let earlier = places[2 * index + 1] else { continue }
      let other = later.path == earlier.path ? "" : " (\(earlier.path))"
      collector.report(
        .repeatedRow, .warning, at: start,
        length: collector.sources.line(at: start)?.text.utf8.count ?? 0,
        Localized(
          nb: "linje \(later.line) er lik linje \(earlier.line)\(other); talt én gang",
          en: "line \(later.line) repeats line \(earlier.line)\(other); counted once"))
    }
    for _ in kept.dropFirst(DiagnosticList.keptPerCode) {
      collector.diagnostics.count(.repeatedRow, .warning)
    }
  }

  /// The first byte of the line that holds a position.
  private static func lineStart(_ position: SourcePosition, _ sources: SourceMap) -> SourcePosition
  {
    guard let file = sources.fileIndex(of: position) else { return position }
    let base = sources.files[file].base
    var offset = Int(position.value - base)
    let bytes = sources.files[file].bytes
    while offset > 0, bytes[offset - 1] != 10, bytes[offset - 1] != 13 { offset -= 1 }
    return SourcePosition(base + UInt32(offset))
  }

  private static func take(_ indices: [Int], out roster: inout Roster) {
    var doomed = indices.sorted()[...]
    roster.repeats = doomed.map { roster.shifts[$0] }
    var kept: [Shift] = []
    kept.reserveCapacity(roster.shifts.count - indices.count)
    for person in roster.slices.indices {
      let start = kept.count
      for i in roster.slices[person] {
        if doomed.first == i {
          doomed = doomed.dropFirst()
        } else {
          kept.append(roster.shifts[i])
        }
      }
      roster.slices[person] = start..<kept.count
    }
    roster.shifts = kept
  }
}
