/// Normalised entries as `convert` writes them: a list of objects, or an object on each line.
struct NormalisedFormat: RosterFormat {
  let id = "normalised"
  let title = Localized(nb: "normalisert turnus (JSON)", en: "normalised roster (JSON)")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    let bytes = input.bytes.span
    var scanner = JSONScanner()
    guard let first = scanner.peek(bytes) else { return 0 }
    if first == UInt8(ascii: "{") { return isObject(bytes, scanner) ? 100 : 0 }
    guard first == UInt8(ascii: "[") else { return 0 }
    _ = scanner.takes("[", bytes)
    switch scanner.peek(bytes) {
    case UInt8(ascii: "{")?: return isObject(bytes, scanner) ? 100 : 0
    case UInt8(ascii: "]")?: return 100
    default: return 0
    }
  }

  /// `{` and then a quoted name or `}`: no table begins so.
  private func isObject(_ bytes: Span<UInt8>, _ scanner: JSONScanner) -> Bool {
    var scanner = scanner
    _ = scanner.takes("{", bytes)
    let next = scanner.peek(bytes)
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "}")
  }

  func zoneNames(in input: RosterInput, options: ReadingOptions) -> [String] {
    guard confidence(in: input, options: options) > 0 else { return [] }
    var names: [String] = []
    _ = NormalisedReader(input).read { object in
      guard case .text(let name)? = object.values["zone"]?.value, !name.isEmpty,
        !names.contains(name), names.count < 16
      else { return }
      names.append(name)
    }
    return names
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    let reader = NormalisedReader(input)
    var entries = 0
    let (rows, faults) = reader.read { object in
      if reader.enter(object, into: &collector) { entries += 1 }
    }
    reader.report(faults, into: &collector)
    collector.understood.append(
      InputSummary(
        path: input.path, format: id, encoding: input.encoding, layout: title,
        zone: collector.builder.zone.name, rows: rows, entries: entries))
  }
}

/// Reads the objects of one input.
private struct NormalisedReader {
  /// One object: its members, and where it and they stand.
  struct Object {
    struct Member {
      var value: JSONScalar
      /// Offsets of the name and of the value.
      var name: Int
      var offset: Int
    }

    var offset: Int
    var values: [String: Member] = [:]
  }

  private let input: RosterInput

  init(_ input: RosterInput) { self.input = input }

  private static let members = [
    "person", "personId", "start", "end", "localStart", "localEnd", "allDay", "kind", "code",
    "unit", "zone", "tags", "summary", "uid", "source",
  ]

  /// Goes through the objects; a line that cannot be read is left, and the next one is tried.
  ///
  /// - Returns: How many there were, and what was wrong where.
  func read(_ body: (Object) -> Void) -> (rows: Int, faults: [JSONFault]) {
    let bytes = input.bytes.span
    var scanner = JSONScanner()
    let isList = scanner.takes("[", bytes)
    var (rows, faults): (Int, [JSONFault]) = (0, [])
    while let next = scanner.peek(bytes) {
      if isList, next == UInt8(ascii: "]") { break }
      rows += 1
      do throws(JSONFault) {
        body(try object(&scanner, bytes))
        if isList, scanner.peek(bytes) != UInt8(ascii: "]") { try scanner.take(",", bytes) }
      } catch {
        faults.append(error)
        guard faults.count < 10_000 else { break }
        let before = scanner.at
        scanner.skipLine(bytes)
        if scanner.at == before { scanner = JSONScanner(at: before + 1) }
      }
    }
    return (rows, faults)
  }

  private func object(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
  ) throws(JSONFault) -> Object {
    try scanner.take("{", bytes)
    var object = Object(offset: scanner.at - 1)
    if scanner.takes("}", bytes) { return object }
    while true {
      guard scanner.peek(bytes) == UInt8(ascii: "\"") else {
        throw JSONFault(
          offset: scanner.at,
          expected: Localized(nb: "et navn i anførselstegn", en: "a quoted name"))
      }
      let place = scanner.at
      let name = try scanner.string(bytes)
      try scanner.take(":", bytes)
      scanner.skipBlanks(bytes)
      let offset = scanner.at
      let value = try scanner.value(bytes)
      object.values[name] = Object.Member(value: value, name: place, offset: offset)
      if scanner.takes(",", bytes) { continue }
      try scanner.take("}", bytes)
      return object
    }
  }

  /// Says what could not be read.
  func report(_ faults: [JSONFault], into collector: inout RosterCollector) {
    for fault in faults {
      collector.report(
        .jsonSyntax, .error, at: position(fault.offset, collector), length: 1,
        Localized(
          nb: "her skulle det stått \(fault.expected.nb)",
          en: "\(fault.expected.en) was expected here"),
        hint: Localized(
          nb: "linjen er ikke lest", en: "the line was not read"))
    }
  }

  private func position(_ offset: Int, _ collector: RosterCollector) -> SourcePosition {
    collector.sources.position(file: input.file, offset: min(offset, max(0, input.bytes.count - 1)))
  }

  // MARK: One entry

  /// - Returns: Whether it became an entry.
  func enter(_ object: Object, into collector: inout RosterCollector) -> Bool {
    var fields = NormalisedFields()
    var isWhole = true
    for (name, member) in object.values.sorted(by: { $0.value.name < $1.value.name }) {
      guard Self.members.contains(name) else {
        reportUnknown(name, member, &collector)
        continue
      }
      if !take(name, member, &fields, &collector) { isWhole = false }
    }
    for name in ["person", "start", "end"] where object.values[name] == nil {
      if name == "person", object.values["personId"] != nil { continue }
      collector.report(
        .jsonMissing, .error, at: position(object.offset, collector), length: 1,
        Localized(nb: "\(name) mangler", en: "\(name) is missing"))
      isWhole = false
    }
    guard isWhole, let start = object.values["start"], let end = object.values["end"],
      let from = time(start, &collector), let to = time(end, &collector)
    else { return false }
    return append(fields, object, (start, from), (end, to), &collector)
  }

  private func take(
    _ name: String, _ member: Object.Member, _ fields: inout NormalisedFields,
    _ collector: inout RosterCollector
  ) -> Bool {
    if name == "allDay" {
      if case .flag = member.value { return true }
      return reportType(name, member, &collector)
    }
    guard case .text(let text) = member.value else {
      // Nothing is as good as an empty text.
      if member.value == .null, !["person", "start", "end"].contains(name) { return true }
      return reportType(name, member, &collector)
    }
    switch name {
    case "person": fields.person = text
    case "personId": fields.number = PersonText.cleaned(text)
    case "code": fields.code = text
    case "unit": fields.unit = text
    case "tags": fields.readTags(text)
    case "summary": fields.summary = text
    case "uid": fields.uid = text
    case "source": fields.source = String(text.prefix(1000))
    case "kind":
      fields.kind = KindWords.kind(of: text)
      if fields.kind == nil {
        let near = NearestName.nearest(to: text, in: ShiftKind.allCases.map(\.name))
        collector.report(
          .unknownKind, .error, at: position(member.offset, collector), length: text.utf8.count + 2,
          Localized(
            nb: "ukjent type «\(ByteText.shown(text))»",
            en: "unknown kind “\(ByteText.shown(text))”"),
          hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") })
        return false
      }
    default: break
    }
    return true
  }

  private func reportUnknown(
    _ name: String, _ member: Object.Member, _ collector: inout RosterCollector
  ) {
    let near = NearestName.nearest(to: name, in: Self.members)
    collector.report(
      .jsonMember, .warning, at: position(member.name, collector), length: name.utf8.count + 2,
      Localized(
        nb: "ukjent felt «\(ByteText.shown(name))», ikke brukt",
        en: "unknown member “\(ByteText.shown(name))”, not used"),
      hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") })
  }

  private func reportType(
    _ name: String, _ member: Object.Member, _ collector: inout RosterCollector
  ) -> Bool {
    let wanted =
      name == "allDay"
      ? Localized(same: "true/false") : Localized(nb: "en tekst", en: "a text")
    collector.report(
      .jsonType, .error, at: position(member.offset, collector), length: 1,
      Localized(nb: "\(name) skal være \(wanted.nb)", en: "\(name) must be \(wanted.en)"))
    return false
  }

  private enum Moment {
    case instant(Int64)
    case date(CivilDate)
  }

  /// `2026-03-29T05:30:00Z`, an offset instead of `Z`, or a date.
  private func time(_ member: Object.Member, _ collector: inout RosterCollector) -> Moment? {
    guard case .text(let text) = member.value else { return nil }
    if let written = try? WrittenDate(text) {
      if let time = written.time, let offset = written.offset {
        return .instant(
          written.date.localMidnight + Int64(time.secondOfDay) - Int64(offset))
      }
      if written.time == nil { return .date(written.date) }
    }
    collector.report(
      .jsonValue, .error, at: position(member.offset, collector), length: text.utf8.count + 2,
      Localized(
        nb: "«\(ByteText.shown(text))» er ikke et tidspunkt",
        en: "“\(ByteText.shown(text))” is not a time"),
      hint: Localized(
        nb: "skriv 2026-03-29T05:30:00Z, eller 2026-03-29 for et helt døgn",
        en: "write 2026-03-29T05:30:00Z, or 2026-03-29 for a whole day"))
    return nil
  }

  private func append(
    _ fields: NormalisedFields, _ object: Object, _ start: (Object.Member, Moment),
    _ end: (Object.Member, Moment), _ collector: inout RosterCollector
  ) -> Bool {
    let zone = collector.builder.zone
    let (from, to): (Instant, Instant)
    var flags: ShiftFlags = []
    let date: CivilDate
    switch (start.1, end.1) {
    case (.instant(let opens), .instant(let closes)):
      (from, to) = (Instant(seconds: opens), Instant(seconds: closes))
      date = zone.civil(from).date
    case (.date(let first), .date(let last)):
      (from, to) = (zone.resolve(CivilTime(first)).instant, zone.resolve(CivilTime(last)).instant)
      flags = .allDay
      date = first
    default:
      collector.report(
        .jsonValue, .error, at: position(end.0.offset, collector), length: 1,
        Localized(
          nb: "start og slutt er ikke av samme slag", en: "start and end are not of one kind"),
        hint: Localized(
          nb: "skriv begge som tidspunkt, eller begge som dato",
          en: "write both as times, or both as dates"))
      return false
    }
    guard to.seconds >= from.seconds else {
      collector.report(
        .endsBeforeStart, .error, at: position(end.0.offset, collector), length: 1,
        Localized(nb: "slutter før den begynner", en: "ends before it starts"))
      return false
    }
    guard to.seconds - from.seconds <= 10 * 366 * 86_400,
      let first = collector.builder.seconds(from, on: date),
      let last = collector.builder.seconds(to, on: date)
    else {
      collector.report(
        .outOfReach, .error, at: position(start.0.offset, collector), length: 1,
        Localized(
          nb: "datoen ligger for langt fra resten", en: "the date lies too far from the rest"),
        hint: Localized(nb: "er året riktig?", en: "is the year right?"))
      return false
    }
    var text = PersonText(fields.person)
    if !fields.number.isEmpty { text.number = fields.number }
    let place = position(start.0.offset, collector)
    let person = collector.person(
      text, at: position(object.offset, collector), length: 1)
    collector.builder.append(
      Shift(
        start: first, end: last, person: person, code: collector.builder.code(fields.code) ?? 0,
        unit: collector.builder.unit(fields.unit) ?? 0, kind: fields.kind ?? .work, flags: flags,
        startField: place, endFieldDelta: Int16(exactly: end.0.offset - start.0.offset) ?? 0,
        unpaidBreak: fields.unpaidBreak), startingOn: date)
    collector.builder.details.put(
      EntryDetails(summary: fields.summary, uid: fields.uid), at: place)
    if !fields.source.isEmpty { collector.builder.carriedSources.put(fields.source, at: place) }
    return true
  }
}
