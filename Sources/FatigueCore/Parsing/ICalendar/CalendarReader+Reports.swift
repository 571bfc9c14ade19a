/// What is counted over a whole file and said once.
struct CalendarTallies {
  /// Events that were not read.
  var lost = 0
  var severalAttendees = 0
  var attendeeLine: UInt32 = 0
  /// Timed events that are not work, and the first of them.
  var free = 0
  var freeLine: UInt32 = 0
  /// Transparent events that were taken for work all the same.
  var transparentWork = 0
}

extension CalendarReader {
  func position(_ offset: UInt32) -> SourcePosition {
    collector.sources.position(file: input.file, offset: Int(offset))
  }

  /// Reports something about the line that begins here.
  mutating func say(
    _ code: DiagnosticCode, _ severity: Severity, _ offset: UInt32,
    _ message: @autoclosure () -> Localized, hint: @autoclosure () -> Localized? = nil
  ) {
    guard collector.diagnostics.keeps(code) else {
      return collector.diagnostics.count(code, severity)
    }
    var end = Int(offset)
    while end < input.bytes.count, end - Int(offset) < 200, input.bytes[end] != 10,
      input.bytes[end] != 13
    {
      end += 1
    }
    collector.report(
      code, severity, at: position(offset), length: end - Int(offset), message(), hint: hint())
  }

  // MARK: Lines and components

  mutating func reportFault(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let offset = UInt32(clamping: line.offset)
    switch line.fault {
    case .unclosedQuote:
      say(
        .unclosedParameterQuote, .error, offset,
        Localized(
          nb: "anførselstegnet i parameteren lukkes ikke", en: "unclosed quote in a parameter"))
    case .tooLong:
      say(
        .tooLong, .error, offset,
        Localized(nb: "linjen er over 16 MiB", en: "the line is over 16 MiB"))
    case .badParameter:
      say(
        .badContentLine, .error, offset,
        Localized(nb: "feil i en parameter", en: "a parameter is wrong"),
        hint: Localized(
          nb: "en parameter skrives ;NAVN=VERDI", en: "a parameter is written ;NAME=VALUE"))
    case .badName, .noColon, nil:
      say(
        .badContentLine, .error, offset,
        Localized(
          nb: "linjen har ikke noe navn med kolon etter",
          en: "the line has no name with a colon after it"),
        hint: Localized(
          nb: "hører den til linjen over, skal den begynne med et mellomrom",
          en: "if it belongs to the line above, it must begin with a blank"))
    }
  }

  mutating func reportOutside(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let name = ByteText.shown(bytes, line.name)
    say(
      .outsideComponent, .error, UInt32(clamping: line.offset),
      Localized(
        nb: "\(name) står utenfor kalenderen", en: "\(name) stands outside the calendar"))
  }

  mutating func reportTooDeep(_ offset: UInt32) {
    say(
      .tooDeep, .error, offset,
      Localized(
        nb: "over 100 BEGIN inne i hverandre", en: "over 100 BEGIN inside each other"))
  }

  mutating func reportNested(_ offset: UInt32) {
    say(
      .nestedEvent, .error, offset,
      Localized(nb: "VEVENT inne i VEVENT", en: "VEVENT inside VEVENT"),
      hint: Localized(nb: "mangler det en END:VEVENT?", en: "is an END:VEVENT missing?"))
  }

  mutating func reportStrayEnd(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let name = ByteText.shown(bytes, ByteText.trimmed(bytes, line.value))
    let last = open.last.map { ByteText.shown($0.name) }
    say(
      .strayEnd, .error, UInt32(clamping: line.offset),
      Localized(
        nb: last.map { "END:\(name) lukker \($0)" } ?? "END:\(name) lukker ingenting",
        en: last.map { "END:\(name) closes \($0)" } ?? "END:\(name) closes nothing"))
  }

  mutating func reportNotEnded(_ last: Open) {
    let name = ByteText.shown(last.name)
    say(
      .componentNotEnded, .error, last.begin,
      Localized(
        nb: last.component == .event
          ? "filen slutter inne i en VEVENT; den er ikke lest" : "\(name) lukkes ikke",
        en: last.component == .event
          ? "the file ends inside a VEVENT; it was not read" : "\(name) is not closed"),
      hint: Localized(nb: "er filen avkuttet?", en: "was the file cut off?"))
  }

  mutating func reportNoCalendar(_ bytes: Span<UInt8>) {
    var at = 0
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    say(
      .noCalendar, .error, UInt32(clamping: at),
      Localized(nb: "ingen BEGIN:VCALENDAR", en: "no BEGIN:VCALENDAR"),
      hint: Localized(
        nb: "last ned kalenderen på nytt mens du er logget inn",
        en: "download the calendar again while logged in"))
  }

  mutating func reportNoEvents() {
    say(
      .noEvents, .error, 0,
      Localized(nb: "kalenderen har ingen hendelser", en: "the calendar has no events"))
  }

  mutating func reportOthers(_ count: Int, _ first: UInt32) {
    say(
      .otherComponents, .note, first,
      Localized(
        nb: "\(count) oppgaver, notater eller ledig-opptatt er ikke brukt",
        en: "\(count) tasks, notes or free-busy times were not used"))
  }

  mutating func reportTallies() {
    let tallies = tallies
    if tallies.free > 0 {
      say(
        .freeEvents, .note, tallies.freeLine,
        Localized(
          nb: "\(tallies.free) hendelser uten varighet eller merket som ledig er ikke regnet som "
            + "arbeid",
          en: "\(tallies.free) events without length or marked as free are not counted as work"))
    }
    if tallies.severalAttendees > 0, collector.options.person == nil {
      say(
        .severalAttendees, .warning, tallies.attendeeLine,
        Localized(
          nb: "hendelsen har flere deltakere; vakten er ført på den første",
          en: "the event has several attendees; the shift is given to the first"))
    }
  }

  // MARK: Text

  mutating func reportForeignFile(_ bytes: Span<UInt8>) {
    guard let first = (0..<bytes.count).first(where: { bytes[$0] >= 0x80 }) else { return }
    var start = first
    while start > 0, bytes[start - 1] != 10, bytes[start - 1] != 13 { start -= 1 }
    say(
      .foreignText, .warning, UInt32(clamping: start),
      Localized(
        nb: "ikke gyldig UTF-8; hele filen er lest som Windows-1252",
        en: "not valid UTF-8; the whole file was read as Windows-1252"))
  }

  mutating func reportForeign(_ offset: UInt32, _ bytes: Span<UInt8>, _ range: Range<Int>) {
    let shown = ByteText.shown(bytes, range)
    say(
      .foreignText, .warning, offset,
      Localized(
        nb: "ikke gyldig UTF-8 (\(shown)); lest som Windows-1252",
        en: "not valid UTF-8 (\(shown)); read as Windows-1252"))
  }

  // MARK: Values

  mutating func reportBadValue(_ line: ContentLine, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    let name = ByteText.shown(bytes, line.name)
    let value = ByteText.shown(bytes, range)
    let isDate = ByteText.matches(bytes, line.valueType, "DATE")
    let what: Localized
    if line.property == .duration {
      what = Localized(nb: "er ikke en varighet som PT8H", en: "is not a duration such as PT8H")
    } else if line.property == .offsetTo || line.property == .offsetFrom {
      what = Localized(nb: "er ikke +hhmm", en: "is not +hhmm")
    } else if isDate, CalendarTime(bytes, range) != nil {
      what = Localized(
        nb: "har klokkeslett, men VALUE=DATE", en: "has a time, but VALUE=DATE")
    } else {
      what = Localized(nb: "er ikke en dato eller tid", en: "is not a date or time")
    }
    say(
      .badCalendarValue, .error, UInt32(clamping: line.offset),
      Localized(
        nb: "\(name): «\(value)» \(what.nb)", en: "\(name): “\(value)” \(what.en)"))
  }

  mutating func reportBadRule(_ fault: RecurrenceRule.Fault, _ offset: UInt32) {
    let text: Localized =
      switch fault {
      case .unknownFrequency(let value):
        Localized(nb: "ukjent FREQ \(value)", en: "unknown FREQ \(value)")
      case .noFrequency: Localized(nb: "FREQ mangler", en: "FREQ is missing")
      case .badInterval(let value):
        Localized(
          nb: "\(value): INTERVAL må være minst 1", en: "\(value): INTERVAL must be at least 1")
      case .badPart(let value):
        Localized(nb: "\(value) kan ikke leses", en: "\(value) cannot be read")
      }
    say(
      .badRule, .error, offset,
      Localized(nb: "\(text.nb); serien er ikke tatt med", en: "\(text.en); the series is left out")
    )
  }

  mutating func reportTwice(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let name = ByteText.shown(bytes, line.name)
    say(
      .doubledProperty, .warning, UInt32(clamping: line.offset),
      Localized(
        nb: "\(name) sier det samme som en tidligere linje; den siste gjelder, og DURATION foran "
          + "DTEND",
        en: "\(name) says what an earlier line says; the last counts, and DURATION before DTEND"))
  }

  // MARK: Events

  mutating func reportWithoutStart(_ event: CalendarEvent) {
    say(
      .eventWithoutStart, .error, event.begin,
      Localized(nb: "hendelsen har ingen DTSTART", en: "the event has no DTSTART"))
  }

  mutating func reportWithoutUID(_ event: CalendarEvent) {
    say(
      .eventWithoutUID, .warning, event.begin,
      Localized(nb: "hendelsen mangler UID", en: "the event has no UID"))
  }

  mutating func reportUnknownZone(_ name: String, _ offset: UInt32) {
    let shown = ByteText.shown(name)
    say(
      .unknownCalendarZone, .error, offset,
      Localized(
        nb: "ukjent tidssone \(shown), og filen beskriver den ikke",
        en: "unknown time zone \(shown), not defined in the file"),
      hint: Localized(
        nb: "skriv et navn som Europe/Oslo", en: "write a name such as Europe/Oslo"))
  }
}
