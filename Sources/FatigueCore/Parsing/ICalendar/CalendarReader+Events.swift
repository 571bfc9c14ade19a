extension CalendarReader {
  /// Reads one line of an event.
  mutating func eventProperty(_ line: ContentLine, _ bytes: Span<UInt8>) {
    switch line.property {
    case .start: readStart(line, bytes)
    case .finish: readEnd(line, bytes)
    case .duration: readDuration(line, bytes)
    case .summary:
      let foreign = foreignCheck(line, bytes)
      event?.summary = texts.title(bytes, line.value)
      if foreign { reportForeign(UInt32(clamping: line.offset), bytes, line.value) }
    case .identifier:
      let range = ByteText.trimmed(bytes, line.value)
      if !range.isEmpty { event?.uid = texts.uid(bytes, range) }
    case .rule, .exceptionRule: readRule(line, bytes)
    case .dates: readDates(line, bytes)
    case .exceptions: readExceptions(line, bytes)
    case .replaced: readReplaced(line, bytes)
    case .sequence: readSequence(line, bytes)
    case .status:
      let value = ByteText.trimmed(bytes, line.value)
      event?.isCancelled =
        ByteText.matches(bytes, value, "CANCELLED") || ByteText.matches(bytes, value, "CANCELED")
    case .transparency:
      event?.isTransparent = ByteText.matches(
        bytes, ByteText.trimmed(bytes, line.value), "TRANSPARENT")
    case .attendee: readAttendee(line, bytes)
    case .organizer:
      guard !line.commonName.isEmpty else { return }
      let name = parameterName(line, bytes)
      event?.organizer = name
    case .categories: readCategories(line, bytes)
    case .employee:
      let range = ByteText.trimmed(bytes, line.value)
      if !range.isEmpty {
        event?.number = texts.name(bytes, range) { CalendarText.unescaped(bytes, range).text }
      }
    case .ownKind, .ownPerson, .ownNumber, .ownCode, .ownUnit, .ownTags, .ownSummary,
      .ownIdentifier, .ownSource:
      readOwn(line, bytes)
    default: break
    }
  }

  private func foreignCheck(_ line: ContentLine, _ bytes: Span<UInt8>) -> Bool {
    input.hasInvalidLines && ByteText.firstInvalid(bytes, line.value) != nil
  }

  // MARK: Times

  /// A date or time with the zone and type that its line states; nil when it is none.
  private mutating func time(
    _ line: ContentLine, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> CalendarTime? {
    guard var time = CalendarTime(bytes, range) else { return nil }
    if ByteText.matches(bytes, line.valueType, "DATE"), time.form != .date { return nil }
    if time.form == .floating, !line.zoneID.isEmpty {
      guard let zone = zoneNumber(line, bytes) else { return nil }
      (time.form, time.zone) = (.zoned, zone)
    }
    return time
  }

  /// Index of the line's TZID, nil when the calendar names more zones than there are.
  private mutating func zoneNumber(_ line: ContentLine, _ bytes: Span<UInt8>) -> UInt16? {
    if let last = state.zoneNames.last, last.utf8.count == line.zoneID.count,
      ByteText.matches(bytes, line.zoneID, last)
    {
      return UInt16(state.zoneNames.count - 1)
    }
    let name = CalendarText.parameter(bytes, line.zoneID)
    if let known = state.zoneIndex[name] { return known }
    guard state.zoneNames.count < 10_000 else { return nil }
    state.zoneNames.append(name)
    state.zoneIndex[name] = UInt16(state.zoneNames.count - 1)
    return UInt16(state.zoneNames.count - 1)
  }

  private mutating func readStart(_ line: ContentLine, _ bytes: Span<UInt8>) {
    if event?.start != nil { reportTwice(line, bytes) }
    guard let time = time(line, bytes, line.value) else {
      event?.isBroken = true
      return reportBadValue(line, line.value, bytes)
    }
    event?.start = time
    event?.startLine = UInt32(clamping: line.offset)
  }

  private mutating func readEnd(_ line: ContentLine, _ bytes: Span<UInt8>) {
    if let end = event?.end, end != .none { reportTwice(line, bytes) }
    guard let time = time(line, bytes, line.value) else {
      event?.isBroken = true
      return reportBadValue(line, line.value, bytes)
    }
    // With both the DURATION counts, as in other readers.
    if case .duration? = event?.end { return }
    event?.end = .time(time)
    event?.endLine = UInt32(clamping: line.offset)
  }

  private mutating func readDuration(_ line: ContentLine, _ bytes: Span<UInt8>) {
    if let end = event?.end, end != .none { reportTwice(line, bytes) }
    guard let duration = CalendarDuration(bytes, line.value) else {
      event?.isBroken = true
      return reportBadValue(line, line.value, bytes)
    }
    event?.end = .duration(duration)
    event?.endLine = UInt32(clamping: line.offset)
  }

  // MARK: Series

  /// Values that the lists of one event may have together.
  private static let mostDates = 100_000

  private mutating func recurrence(_ change: (inout EventRecurrence) -> Void) {
    guard let index = event?.recurrence else { return }
    if index < 0 {
      event?.recurrence = Int32(clamping: state.recurrences.count)
      state.recurrences.append(EventRecurrence())
    }
    change(&state.recurrences[index < 0 ? state.recurrences.count - 1 : Int(index)])
  }

  private mutating func readRule(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let isException = line.property == .exceptionRule
    guard let rule = rule(line, bytes) else {
      event?.isBroken = true
      return
    }
    let item = EventRecurrence.Rule(rule: rule, line: UInt32(clamping: line.offset))
    recurrence {
      if isException {
        if $0.exceptionRules.count < 100 { $0.exceptionRules.append(item) }
      } else if $0.rules.count < 100 {
        $0.rules.append(item)
      }
    }
  }

  private mutating func readDates(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let isPeriod = ByteText.matches(bytes, line.valueType, "PERIOD")
    var dates: [EventRecurrence.Date] = []
    for range in Self.listed(bytes, line.value) {
      if let date = isPeriod ? period(line, bytes, range) : date(line, bytes, range) {
        dates.append(date)
      } else {
        reportBadValue(line, range, bytes)
      }
    }
    recurrence {
      $0.dates += dates.prefix(max(0, Self.mostDates - $0.dates.count))
    }
  }

  private mutating func date(
    _ line: ContentLine, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> EventRecurrence.Date? {
    time(line, bytes, range).map {
      EventRecurrence.Date(time: $0, line: UInt32(clamping: line.offset))
    }
  }

  /// `START/END` or `START/DURATION`.
  private mutating func period(
    _ line: ContentLine, _ bytes: Span<UInt8>, _ range: Range<Int>
  ) -> EventRecurrence.Date? {
    guard let slash = range.first(where: { bytes[$0] == UInt8(ascii: "/") }),
      var date = date(line, bytes, range.lowerBound..<slash), date.time.form != .date
    else { return nil }
    let rest = slash + 1..<range.upperBound
    if let duration = CalendarDuration(bytes, rest) {
      date.end = .duration(duration)
    } else if let end = time(line, bytes, rest), end.form != .date {
      date.end = .time(end)
    } else {
      return nil
    }
    return date
  }

  private mutating func readExceptions(_ line: ContentLine, _ bytes: Span<UInt8>) {
    var dates: [EventRecurrence.Date] = []
    for range in Self.listed(bytes, line.value) {
      if let date = date(line, bytes, range) {
        dates.append(date)
      } else {
        reportBadValue(line, range, bytes)
      }
    }
    recurrence {
      $0.exceptions += dates.prefix(max(0, Self.mostDates - $0.exceptions.count))
    }
  }

  private mutating func readReplaced(_ line: ContentLine, _ bytes: Span<UInt8>) {
    guard let time = time(line, bytes, line.value) else {
      event?.isBroken = true
      return reportBadValue(line, line.value, bytes)
    }
    let fromHereOn = ByteText.matches(bytes, line.rangeParameter, "THISANDFUTURE")
    recurrence {
      $0.replaced = time
      $0.isFromHereOn = fromHereOn
    }
  }

  private mutating func readSequence(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let range = ByteText.trimmed(bytes, line.value)
    var value: Int32 = 0
    for i in range {
      guard ByteText.isDigit(bytes[i]) else { return }
      value = value < 200_000_000 ? value * 10 + Int32(bytes[i] - 48) : value
    }
    event?.sequence = value
  }

  // MARK: People

  private mutating func parameterName(_ line: ContentLine, _ bytes: Span<UInt8>) -> Int32 {
    texts.name(bytes, line.commonName) {
      CalendarText.parameter(bytes, line.commonName)
    }
  }

  private mutating func readAttendee(_ line: ContentLine, _ bytes: Span<UInt8>) {
    guard !line.commonName.isEmpty, let known = event?.attendee else { return }
    let name = parameterName(line, bytes)
    if known < 0 {
      event?.attendee = name
    } else if name != known {
      tallies.severalAttendees += 1
      if tallies.severalAttendees == 1 { tallies.attendeeLine = UInt32(clamping: line.offset) }
    }
  }

  /// The first category that looks like the name of a person.
  private mutating func readCategories(_ line: ContentLine, _ bytes: Span<UInt8>) {
    guard event?.category == -1, line.value.count <= 4096 else { return }
    var start = line.value.lowerBound
    var i = start
    while i <= line.value.upperBound {
      if i < line.value.upperBound, bytes[i] == UInt8(ascii: "\\") {
        i += 2
        continue
      }
      if i >= line.value.upperBound || bytes[i] == UInt8(ascii: ",") {
        let range = start..<min(i, line.value.upperBound)
        start = min(i + 1, line.value.upperBound)
        let text = CalendarText.unescaped(bytes, range).text
        if EventTitle.looksLikeName(PersonText.cleaned(text)) {
          event?.category = texts.name(bytes, range) { text }
          return
        }
      }
      i += 1
    }
  }
}
