/// What a row says besides who and when.
struct RowDetails {
  var code: UInt16 = 0
  var unit: UInt16 = 0
  var kind: ShiftKind = .work
  var unpaidBreak = 0
  /// Minutes of any break, to be checked against the length.
  var breakMinutes = 0
  var breakField = -1
  /// The code means a day off though the row has times.
  var offByCode = false
  /// Place of the row's zone in the cursors.
  var zone = 0
}

extension ShiftListReader {
  // MARK: Who

  @inline(__always)
  mutating func person(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> UInt32? {
    let number = value(map[.number])
    let tagged = map[.tags] >= 0 && number.isEmpty ? tag(bytes, "personId=") : number
    let (a, b): (Range<Int>, Range<Int>)
    if map[.person] >= 0 {
      (a, b) = (value(map[.person]), 0..<0)
    } else {
      (a, b) = (value(map[.firstName]), value(map[.lastName]))
    }
    if a.isEmpty, b.isEmpty, tagged.isEmpty, map.hasPerson {
      reportMissingPerson(bytes, &collector)
      return nil
    }
    let key = people.number(bytes, a, b, tagged)
    if key < personOfKey.count { return personOfKey[key] }
    return newPerson(bytes, a, b, tagged, &collector)
  }

  private mutating func reportMissingPerson(
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) {
    // A total has been told already when its date is wrong; here it may have one.
    if faults == 0, isAside(bytes, &collector) {
      faults += 1
      return
    }
    let columns = [ColumnRole.person, .number, .firstName, .lastName].map { map[$0] }
    report(
      .personMissing, .error, field: columns.filter { $0 >= 0 }.min() ?? 0, &collector,
      Localized(nb: "ansatt mangler", en: "the employee is missing"))
  }

  private mutating func newPerson(
    _ bytes: Span<UInt8>, _ a: Range<Int>, _ b: Range<Int>, _ number: Range<Int>,
    _ collector: inout RosterCollector
  ) -> UInt32 {
    var text = PersonText(unguarded(bytes, a))
    if !b.isEmpty {
      let family = PersonText.cleaned(ByteText.string(bytes, b))
      text.name = text.name.isEmpty ? family : "\(text.name) \(family)"
    }
    if !number.isEmpty { text.number = PersonText.cleaned(unguarded(bytes, number)) }
    if !map.hasPerson { text.name = personGiven ?? "" }
    let columns = [map[.number], map[.person], map[.firstName], map[.lastName]]
    let field = columns.first { $0 >= 0 && !value($0).isEmpty } ?? 0
    let (start, end) = place(field)
    text.hadHidden = text.hadHidden || PersonText.hasHidden(ByteText.string(bytes, b))
    let index = collector.person(text, at: position(start), length: end - start)
    personOfKey.append(index)
    asked?.append((text, index))
    return index
  }

  /// The value of a tag of a normalised file; tags stand apart by `;` or `|`.
  ///
  /// - Parameter name: With its `=`.
  private func tag(_ bytes: Span<UInt8>, _ name: String) -> Range<Int> {
    let tags = value(map[.tags])
    let length = name.utf8.count
    var at = tags.lowerBound
    while at < tags.upperBound {
      var end = at
      while end < tags.upperBound, bytes[end] != UInt8(ascii: ";"), bytes[end] != UInt8(ascii: "|")
      {
        end += 1
      }
      let tag = ByteText.trimmed(bytes, at..<end)
      if tag.count > length, ByteText.matches(bytes, tag.prefix(length), name) {
        return tag.lowerBound + length..<tag.upperBound
      }
      at = end + 1
    }
    return 0..<0
  }

  /// A value as a string, without the apostrophe that guards against formulas.
  func unguarded(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    ByteText.string(bytes, unguardedRange(bytes, range))
  }

  private func unguardedRange(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "'") else { return range }
    switch bytes[range.lowerBound + 1] {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 9, 13:
      return range.lowerBound + 1..<range.upperBound
    default: return range
    }
  }

  // MARK: What

  @inline(__always)
  mutating func details(
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> RowDetails {
    var details = RowDetails()
    let entry = codeEntry(bytes, &collector)
    details.code = entry.index
    if map[.unit] >= 0 { details.unit = unit(bytes, &collector) }
    if map[.zone] >= 0 { details.zone = zone(bytes, &collector) }
    if map[.unpaidBreak] >= 0 || map[.plainBreak] >= 0 { breaks(bytes, &details, &collector) }
    if map[.tags] >= 0, details.unpaidBreak == 0 { taggedBreak(bytes, &details) }
    if map[.kind] >= 0, let kind = kind(bytes, &collector) {
      details.kind = kind
    } else if let times = entry.times {
      details.kind = times.kind
    } else if let timed = entry.meaning?.timed {
      details.kind = timed
      details.offByCode = timed == .off
    }
    return details
  }

  @inline(__always)
  mutating func codeEntry(
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> CodeEntry {
    if codeOfRow < 0 { codeOfRow = codes.number(bytes, value(map[.code])) }
    if codeOfRow < codeEntries.count { return codeEntries[codeOfRow] }
    return newCode(bytes, &collector)
  }

  private mutating func newCode(
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> CodeEntry {
    let text = Self.shortened(PersonText.cleaned(unguarded(bytes, value(map[.code]))))
    // What the workplace says of a code goes before what most wards mean by it.
    let day = legend.day(text).map { DayCodes.Meaning(wholeDay: $0, timed: $0) }
    var entry = CodeEntry(
      index: 0, meaning: day ?? DayCodes.meaning(of: text), times: legend[text])
    // `(K1) FE` is a holiday by its last part, and `D1+MØT` two shifts.
    if entry.times == nil, day == nil, entry.meaning == nil || text.hasPrefix("(") {
      let cell = parser.read(text)
      if !cell.parts.isEmpty || !cell.replaced.isEmpty { entry.cell = cell }
    }
    if let index = collector.builder.code(text) {
      entry.index = index
    } else {
      tooManyNames(map[.code], &collector)
    }
    codeEntries.append(entry)
    return entry
  }

  private mutating func unit(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> UInt16 {
    let number = units.number(bytes, value(map[.unit]))
    if number < unitOfName.count { return unitOfName[number] }
    let text = Self.shortened(PersonText.cleaned(unguarded(bytes, value(map[.unit]))))
    let index = collector.builder.unit(text)
    if index == nil { tooManyNames(map[.unit], &collector) }
    unitOfName.append(index ?? 0)
    return index ?? 0
  }

  private static func shortened(_ text: String) -> String {
    text.utf8.count <= RosterCollector.longestName
      ? text : String(text.prefix(RosterCollector.longestName))
  }

  private mutating func tooManyNames(_ field: Int, _ collector: inout RosterCollector) {
    if collector.diagnostics.counts[.tooManyNames] == nil {
      report(
        .tooManyNames, .warning, field: field, &collector,
        Localized(
          nb: "over 65 535 ulike verdier i kolonnen; resten er lest som tomme",
          en: "over 65,535 different values in the column; the rest was read as empty"))
    }
  }

  /// The kind that the type column says, nil when there is none or it is not known.
  mutating func kind(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> ShiftKind? {
    let range = value(map[.kind])
    if range.isEmpty { return nil }
    let number = kinds.number(bytes, range)
    if number < kindOfName.count { return kindOfName[number] }
    let kind = KindWords.kind(of: unguarded(bytes, range.prefix(200)))
    kindOfName.append(kind)
    if kind == nil {
      report(
        .unknownKind, .warning, field: map[.kind], &collector,
        Localized(
          nb:
            "«\(shown(bytes, map[.kind]))» er ikke en kjent type; lest etter koden, ellers som arbeid",
          en: "“\(shown(bytes, map[.kind]))” is not a known type; read by the code, else as work"),
        hint: Localized(
          nb: "kjente typer er blant andre vakt, overtid, hjemmevakt, ferie og fri",
          en: "known types are among others work, overtime, onCall, absence and off"))
    }
    return kind
  }

  private mutating func zone(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> Int {
    let range = value(map[.zone])
    if range.isEmpty { return 0 }
    let number = zoneNames.number(bytes, range)
    if number >= zoneOfName.count {
      let name = ByteText.string(bytes, range.prefix(200))
      if name == collector.builder.zone.name {
        zoneOfName.append(0)
      } else if let zone = collector.zones(name) {
        cursors.append(ZoneCursor(zone))
        zoneOfName.append(cursors.count - 1)
      } else {
        zoneOfName.append(nil)
      }
    }
    guard let place = zoneOfName[number] else {
      let shown = shown(bytes, map[.zone])
      report(
        .unknownZone, .error, field: map[.zone], &collector,
        Localized(nb: "tidssonen \(shown) er ukjent", en: "the time zone \(shown) is not known"),
        hint: Localized(
          nb: "skriv et navn som Europe/Oslo", en: "write a name such as Europe/Oslo"))
      return 0
    }
    return place
  }

  private mutating func breaks(
    _ bytes: Span<UInt8>, _ details: inout RowDetails, _ collector: inout RosterCollector
  ) {
    for role in [ColumnRole.plainBreak, .unpaidBreak] {
      let range = value(map[role])
      if range.isEmpty { continue }
      guard let minutes = Self.minutes(bytes, range) else {
        let shown = shown(bytes, map[role])
        report(
          .badBreak, .error, field: map[role], &collector,
          Localized(
            nb: "pausen «\(shown)» er ikke et tall på minutter",
            en: "the break “\(shown)” is not a number of minutes"))
        continue
      }
      if minutes > details.breakMinutes {
        (details.breakMinutes, details.breakField) = (minutes, map[role])
      }
      if role == .unpaidBreak { details.unpaidBreak = minutes }
    }
  }

  /// `unpaidBreak=30`, in minutes.
  private func taggedBreak(_ bytes: Span<UInt8>, _ details: inout RowDetails) {
    let range = tag(bytes, "unpaidBreak=")
    guard !range.isEmpty, let minutes = Self.minutes(bytes, range) else { return }
    details.unpaidBreak = minutes
    details.breakMinutes = max(details.breakMinutes, minutes)
    details.breakField = map[.tags]
  }

  /// `30`, `30 min`, `00:30`, and `0,5` as half an hour.
  private static func minutes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var cursor = ValueCursor(bytes, range)
    if let number = cursor.number(), cursor.isAtEnd { return number.value }
    cursor.skipBlanks()
    if ["min", "minutter", "m", "minutt", "minutes", "mins"].contains(cursor.word()) {
      cursor.at = 0
      return cursor.number()?.value
    }
    let text = ByteText.string(bytes, range.prefix(40))
    if text.contains(":"), let time = try? ClockTime(text) { return time.secondOfDay / 60 }
    guard let number = WrittenNumber(text), number.thousandths >= 0 else { return nil }
    // A fraction below a day's hours is hours.
    return number.thousandths < 24_000 && number.thousandths % 1000 != 0
      ? number.thousandths * 60 / 1000 : number.thousandths / 1000
  }
}
