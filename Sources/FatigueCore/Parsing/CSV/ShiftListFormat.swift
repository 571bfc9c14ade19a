/// A list: one row per person and shift.
struct ShiftListFormat: RosterFormat {
  let id = "list"
  let title = Localized(nb: "liste, én rad per vakt", en: "list, one row per shift")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    guard let header = input.header else { return 1 }
    guard header.map.isHeader(personGiven: options.person != nil) else { return 5 }
    return header.map.hasTimes ? 80 : 40
  }

  /// The zones that the rows name, if there is a column for them; with that of the options where a row with
  /// times names none.
  func zoneNames(in input: RosterInput, options: ReadingOptions) -> [String] {
    guard let header = input.header, header.map[.zone] >= 0 else { return [] }
    let bytes = input.bytes.span
    let column = header.map[.zone]
    var scanner = RowScanner(delimiter: input.dialect.delimiter, at: header.end)
    var names = ByteInterner()
    var result: [String] = []
    let times = [ColumnRole.start, .interval, .date].map { header.map[$0] }.filter { $0 >= 0 }
    var hasUnnamed = false
    while scanner.next(bytes), result.count < 100 {
      guard column < scanner.kept, !scanner[column].isEmpty else {
        hasUnnamed =
          hasUnnamed || times.allSatisfy { $0 < scanner.kept && !scanner[$0].isEmpty }
        continue
      }
      let number = names.number(bytes, scanner[column].range)
      if number == result.count {
        result.append(ByteText.string(bytes, scanner[column].range.prefix(200)))
      }
    }
    if hasUnnamed, !result.isEmpty { result.append(options.zone.name) }
    return result
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    let bytes = input.bytes.span
    var summary = InputSummary(
      path: input.path, format: id, encoding: input.encoding,
      delimiter: Character(Unicode.Scalar(input.dialect.delimiter)), layout: title,
      zone: collector.builder.zone.name)
    defer { collector.understood.append(summary) }
    guard let header = input.header else {
      return reportUnknown(input, collector: &collector)
    }
    summary.columns = zip(header.map.headers, header.map.roles).map {
      InputSummary.Column(header: $0, role: $1)
    }
    guard header.map.hasPerson || header.map.hasDay else {
      return reportUnknown(input, collector: &collector)
    }
    guard isComplete(header, input, &collector) else { return }
    reportColumns(header, input, &collector)
    let surroundings = ListSurroundings(input, header, &collector)
    var reader = ShiftListReader(input, header, surroundings, collector)
    reader.base = collector.sources.position(file: input.file, offset: 0)
    reader.read(bytes, into: &collector)
    summary.rows = reader.rows
    summary.entries = reader.entries
  }

  private func reportUnknown(_ input: RosterInput, collector: inout RosterCollector) {
    let bytes = input.bytes.span
    var at = 0
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    var end = at
    while end < bytes.count, bytes[end] != 10, bytes[end] != 13, end - at < 200 { end += 1 }
    collector.report(
      .unknownLayout, .error, at: collector.sources.position(file: input.file, offset: at),
      length: end - at,
      Localized(
        nb: "fant ingen overskrift med kjente kolonner: «\(ByteText.shown(bytes, at..<end))»",
        en: "found no header with known columns: “\(ByteText.shown(bytes, at..<end))”"),
      hint: Localized(
        nb: "en overskrift kan være Ansatt;Dato;Fra;Til;Vaktkode",
        en: "a header may be Employee,Date,Start,End,Code"))
  }

  /// Says which columns a list cannot do without and this one lacks.
  private func isComplete(
    _ header: CSVHeader, _ input: RosterInput, _ collector: inout RosterCollector
  ) -> Bool {
    let map = header.map
    var missing: [Localized] = []
    if !map.hasPerson, collector.options.person == nil {
      missing.append(Localized(nb: "ansatt", en: "employee"))
    }
    if !map.hasDay { missing.append(Localized(nb: "dato", en: "date")) }
    if map[.start] >= 0, map[.end] < 0, map[.interval] < 0 {
      missing.append(
        Localized(
          nb: "slutt (Til) eller vaktkode med tider", en: "end time, or shift codes with times"))
    } else if map[.start] < 0, map[.interval] < 0, !isWholeDays(map) {
      missing.append(
        Localized(
          nb: "start og slutt (Fra, Til) eller vaktkode med tider",
          en: "start and end, or shift codes with times"))
    }
    if missing.isEmpty { return true }
    let known = zip(map.headers, map.roles).filter { $0.1 != nil }
      .map { ByteText.shown($0.0) }.prefix(12).joined(separator: ", ")
    collector.report(
      .missingColumn, .error,
      at: collector.sources.position(file: input.file, offset: header.rowStart),
      length: header.rowEnd - header.rowStart,
      Localized(
        nb: "mangler " + missing.map(\.nb).joined(separator: " og "),
        en: missing.map(\.en).joined(separator: " and ") + " missing"),
      hint: Localized(nb: "kjente kolonner: \(known)", en: "known columns: \(known)"))
    return false
  }

  /// A list of days off and absences needs no times.
  private func isWholeDays(_ map: ColumnMap) -> Bool {
    map[.date] >= 0 && (map[.kind] >= 0 || map[.code] >= 0)
  }

  /// Notes on lines and columns that are not used.
  private func reportColumns(
    _ header: CSVHeader, _ input: RosterInput, _ collector: inout RosterCollector
  ) {
    func position(_ offset: Int) -> SourcePosition {
      collector.sources.position(file: input.file, offset: offset)
    }
    if header.titleRows > 0 {
      let count = header.titleRows
      collector.report(
        .titleRows, .note, at: position(header.rowStart),
        Localized(
          nb: count == 1
            ? "én linje over overskriften er ikke brukt"
            : "\(count) linjer over overskriften er ikke brukt",
          en: count == 1
            ? "one line above the header is not used"
            : "\(count) lines above the header are not used"))
    }
    for (index, role) in header.map.roles.enumerated() where role == nil {
      let place = header.places[index]
      let name = ByteText.shown(header.map.headers[index])
      if name.isEmpty { continue }
      if header.map.doubled.contains(index) {
        collector.report(
          .doubledColumn, .note, at: position(place.lowerBound), length: place.count,
          Localized(
            nb: "kolonnen «\(name)» sier det samme som en tidligere; den første er brukt",
            en: "the column “\(name)” means what an earlier one means; the first is used"))
      } else {
        collector.report(
          .unknownColumn, .note, at: position(place.lowerBound), length: place.count,
          Localized(
            nb: "kolonnen «\(name)» er ikke brukt", en: "the column “\(name)” is not used"))
      }
    }
  }
}
