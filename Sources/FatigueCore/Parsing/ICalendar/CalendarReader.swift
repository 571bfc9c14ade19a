/// Reads one input of calendars: walks its components, and at the end of each calendar turns its
/// events into entries.
struct CalendarReader {
  enum Component: Equatable {
    case calendar, event, timeZone, observance
    /// Inside an event: an alarm, or an event that should not be there.
    case insideEvent
    case other
  }
  struct Open {
    var component: Component
    var name: String
    var begin: UInt32
  }

  let input: RosterInput
  var collector: RosterCollector
  var open: [Open] = []
  /// Components opened beyond ``deepest`` and not yet closed.
  private var tooDeep = 0
  /// Nesting that is followed; calendars have three levels.
  private static let deepest = 100

  var state = CalendarState()
  var event: CalendarEvent?
  var zone: ZoneDescription?
  var texts = CalendarTexts()
  var zones: CalendarZones
  var expansion: ExpansionBudget
  /// Of each zone that the calendar at hand names, nil where it is not known.
  var cursors: [ZoneCursor?] = []
  /// For times without a zone.
  var floating: ZoneCursor
  /// For whole days and dates of the roster.
  var rosterClock: ZoneCursor
  var zoneShown: String
  var window = CalendarWindow([], ReadingOptions())
  /// All events with times are marked as free, so the mark means nothing.
  var ignoresTransparency = false
  /// Person of everything in the calendar at hand that names nobody else.
  var fallbackPerson: UInt32?
  /// While the events of a calendar are put together, the last one of each UID; -1 in between.
  var lastOfUID: [Int32] = []
  var personOfName: [UInt64: UInt32] = [:]
  var personOfTitle: [Int32: UInt32] = [:]
  var sources: Set<PersonSource> = []
  /// Codes of the titles, by their index.
  var codes: [UInt16?] = []
  var saidWholeDay: Set<Int32> = []
  /// Events met, and entries made of them.
  var rows = 0
  /// What `convert` wrote of the events that it made.
  var own: [OwnEntry] = []
  var entries = 0
  /// Other components that were left out.
  private var others = 0
  private var firstOther: UInt32 = 0
  private var calendars = 0
  var tallies = CalendarTallies()

  /// Takes the collector for itself, so that nothing in it is copied.
  init(_ input: RosterInput, taking collector: inout RosterCollector) {
    self.input = input
    expansion = ExpansionBudget(bytes: input.bytes.count)
    let zone = collector.builder.zone
    let (options, names) = (collector.options, collector.zones)
    self.collector = collector
    zones = CalendarZones(zones: names)
    floating = ZoneCursor(options.zone)
    rosterClock = ZoneCursor(zone)
    zoneShown = options.zone.name
    collector = RosterCollector(options: options, zone: zone, zones: names)
  }

  mutating func read(_ bytes: Span<UInt8>) {
    guard CalendarText.isCalendar(bytes) else { return reportNoCalendar(bytes) }
    if input.encoding == .windows1252 { reportForeignFile(bytes) }
    var scanner = ContentLineScanner()
    var scratch: [UInt8] = []
    var line = ContentLine()
    while scanner.next(bytes, &scratch, &line) {
      if line.isFolded { take(line, scratch.span) } else { take(line, bytes) }
    }
    finish(bytes)
  }

  // MARK: Components

  private mutating func take(_ line: ContentLine, _ bytes: Span<UInt8>) {
    if line.fault != nil { return reportFault(line, bytes) }
    if line.property == .begin { return begin(line, bytes) }
    if line.property == .end { return end(line, bytes) }
    guard tooDeep == 0 else { return }
    switch open.last?.component {
    case .event: eventProperty(line, bytes)
    case .calendar: calendarProperty(line, bytes)
    case .timeZone, .observance: zoneProperty(line, bytes)
    case .insideEvent, .other: break
    case nil: reportOutside(line, bytes)
    }
  }

  private func componentName(_ line: ContentLine, _ bytes: Span<UInt8>) -> String {
    let range = ByteText.trimmed(bytes, line.value)
    if ByteText.matches(bytes, range, "VEVENT") { return "VEVENT" }
    return ByteText.string(bytes, range.prefix(64)).uppercased()
  }

  private mutating func begin(_ line: ContentLine, _ bytes: Span<UInt8>) {
    let offset = UInt32(clamping: line.offset)
    guard open.count < Self.deepest else {
      if tooDeep == 0 { reportTooDeep(offset) }
      tooDeep += 1
      return
    }
    let name = componentName(line, bytes)
    var component = Component.other
    switch name {
    case "VEVENT":
      if event != nil {
        reportNested(offset)
        component = .insideEvent
      } else {
        event = CalendarEvent(begin: offset)
        component = .event
        rows += 1
      }
    case "VCALENDAR":
      // An event that is open here belongs to what was before, whether that was a calendar or not.
      if event != nil || open.contains(where: { $0.component == .calendar }) { closeAll() }
      finishCalendar()
      calendars += 1
      state.begin = offset
      component = .calendar
    case "VTIMEZONE":
      zone = ZoneDescription()
      component = .timeZone
    case "STANDARD" where zone != nil, "DAYLIGHT" where zone != nil:
      zone?.observances.append(ZoneDescription.Observance())
      component = .observance
    case "VTODO", "VJOURNAL", "VFREEBUSY":
      if others == 0 { firstOther = offset }
      others += 1
    default:
      if event != nil { component = .insideEvent }
    }
    open.append(Open(component: component, name: name, begin: offset))
  }

  private mutating func end(_ line: ContentLine, _ bytes: Span<UInt8>) {
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    let name = componentName(line, bytes)
    guard let index = open.lastIndex(where: { $0.name == name }) else {
      return reportStrayEnd(line, bytes)
    }
    if index < open.count - 1 { reportStrayEnd(line, bytes) }
    while open.count > index + 1 { close(isComplete: false) }
    close(isComplete: true)
  }

  private mutating func close(isComplete: Bool) {
    guard let last = open.popLast() else { return }
    switch last.component {
    case .event:
      if isComplete { finishEvent() } else { tallies.lost += 1 }
      event = nil
    case .timeZone:
      if let zone, isComplete { zones.descriptions[zone.name] = zone }
      zone = nil
    case .calendar: finishCalendar()
    case .observance, .insideEvent, .other: break
    }
  }

  /// Closes what the file left open.
  private mutating func closeAll() {
    tooDeep = 0
    while let last = open.last {
      reportNotEnded(last)
      close(isComplete: false)
    }
  }

  private mutating func finishEvent() {
    guard let event else { return }
    if event.start == nil, !event.isBroken { reportWithoutStart(event) }
    if event.uid < 0 { reportWithoutUID(event) }
    guard event.start != nil, !event.isBroken else {
      tallies.lost += 1
      return
    }
    state.events.append(event)
    if state.events.count == Self.eventsBeforeEstimate { makeRoom(upTo: Int(event.begin)) }
  }

  /// Events of a calendar from which is told how many more there may be.
  private static let eventsBeforeEstimate = 64
  /// Room that is made at once: what more there is makes it as it comes.
  private static let mostRoom = 200_000

  /// Makes room for the events that the rest of the file may hold, if they are as long as those so far, and in the first
  /// calendar for what becomes of them: were it made over and over, all that there is would be moved each time.
  private mutating func makeRoom(upTo offset: Int) {
    let (known, read) = (state.events.count, max(1, offset - Int(state.begin)))
    let more = (input.bytes.count - offset) / max(1, read / known)
    let room = min(known + more + more / 32, Self.mostRoom)
    state.events.reserveCapacity(room)
    guard calendars == 1 else { return }
    texts.reserve(uids: room)
    collector.builder.reserve(room)
    collector.builder.details.reserve(room)
    guard let last = own.last else { return }
    own.reserveCapacity(room)
    if !last.source.isEmpty { collector.builder.carriedSources.reserve(room) }
  }

  private mutating func finishCalendar() {
    if !state.events.isEmpty { makeEntries() }
    state = CalendarState()
    zones.startCalendar()
  }

  private mutating func finish(_ bytes: Span<UInt8>) {
    closeAll()
    finishCalendar()
    if calendars == 0, rows == 0 {
      reportNoCalendar(bytes)
    } else if rows == 0 {
      reportNoEvents()
    }
    if others > 0 { reportOthers(others, firstOther) }
    reportTallies()
  }

  // MARK: Properties of calendars and zones

  private mutating func calendarProperty(_ line: ContentLine, _ bytes: Span<UInt8>) {
    switch line.property {
    case .calendarName:
      let written = text(line, line.value, bytes)
      let name = PersonText.cleaned(written)
      if !name.isEmpty, state.name.isEmpty {
        state.name = name
        if PersonText.hasHidden(written) { texts.hidden.insert(name) }
        state.nameLine = UInt32(clamping: line.offset)
      }
    case .calendarZone:
      if state.zoneName.isEmpty {
        state.zoneName = PersonText.cleaned(text(line, line.value, bytes))
        state.zoneLine = UInt32(clamping: line.offset)
      }
    case .method:
      state.isCancelled = ByteText.matches(
        bytes, ByteText.trimmed(bytes, line.value), "CANCEL")
    default: break
    }
  }

  private mutating func zoneProperty(_ line: ContentLine, _ bytes: Span<UInt8>) {
    guard var zone else { return }
    self.zone = nil
    defer { self.zone = zone }
    if open.last?.component == .timeZone {
      if line.property == .zone { zone.name = text(line, line.value, bytes) }
      return
    }
    guard var part = zone.observances.popLast() else { return }
    if zone.observances.count < ZoneDescription.mostParts {
      readObservance(line, bytes, &part)
    }
    zone.observances.append(part)
  }

  private mutating func readObservance(
    _ line: ContentLine, _ bytes: Span<UInt8>, _ part: inout ZoneDescription.Observance
  ) {
    switch line.property {
    case .start:
      part.start = CalendarTime(bytes, line.value)?.local
      if part.start == nil { reportBadValue(line, line.value, bytes) }
    case .offsetTo:
      part.offset = CalendarOffset.seconds(bytes, line.value)
      if part.offset == nil { reportBadValue(line, line.value, bytes) }
    case .offsetFrom:
      part.offsetBefore = CalendarOffset.seconds(bytes, line.value)
      if part.offsetBefore == nil { reportBadValue(line, line.value, bytes) }
    case .rule:
      if let rule = rule(line, bytes), part.rules.count < 20 { part.rules.append(rule) }
    case .dates:
      for range in Self.listed(bytes, line.value) {
        if let time = CalendarTime(bytes, range) {
          if part.dates.count < ZoneDescription.mostParts { part.dates.append(time.local) }
        } else {
          reportBadValue(line, range, bytes)
        }
      }
    default: break
    }
  }

  // MARK: Texts and values

  /// A text without escapes; says so when it is not UTF-8.
  mutating func text(
    _ line: ContentLine, _ range: Range<Int>, _ bytes: Span<UInt8>
  ) -> String {
    let (text, isForeign) = CalendarText.unescaped(bytes, range)
    if isForeign { reportForeign(UInt32(clamping: line.offset), bytes, range) }
    return text
  }

  mutating func rule(_ line: ContentLine, _ bytes: Span<UInt8>) -> RecurrenceRule? {
    do throws(RecurrenceRule.Fault) {
      return try RecurrenceRule(bytes, ByteText.trimmed(bytes, line.value))
    } catch {
      reportBadRule(error, UInt32(clamping: line.offset))
      return nil
    }
  }

  /// The values between commas.
  static func listed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where bytes[i] == UInt8(ascii: ",") {
      result.append(start..<i)
      start = i + 1
    }
    result.append(start..<range.upperBound)
    return result
  }
}

/// One VCALENDAR while it is read.
struct CalendarState {
  var begin: UInt32 = 0
  var events: [CalendarEvent] = []
  var recurrences: [EventRecurrence] = []
  /// X-WR-CALNAME.
  var name = ""
  var nameLine: UInt32 = 0
  /// X-WR-TIMEZONE.
  var zoneName = ""
  var zoneLine: UInt32 = 0
  /// METHOD:CANCEL takes back every event in it.
  var isCancelled = false
  /// Names of zones that its times are in.
  var zoneNames: [String] = []
  var zoneIndex: [String: UInt16] = [:]
}

/// Texts that many events share, looked at once each.
struct CalendarTexts {
  private var uids = ByteInterner()
  private var titles = InternedValues<EventTitle>()
  private var names = InternedValues<String>()
  /// Names of people that had hidden characters, as they are without them.
  var hidden: Set<String> = []
  // What `convert` wrote.
  var kinds = InternedValues<ShiftKind?>()
  var people = InternedValues<OwnPerson>()
  var numbers = InternedValues<String>()
  var codes = InternedValues<OwnCode>()
  var units = InternedValues<OwnCode>()
  var tags = InternedValues<NormalisedFields>()

  /// How many there are.
  var uidCount: Int { uids.count }

  mutating func reserve(uids count: Int) { uids.reserve(count) }

  mutating func uid(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    Int32(clamping: uids.number(bytes, range))
  }

  /// The text of a UID; it is made anew each time, since few are asked for.
  func uid(_ number: Int32) -> String {
    let bytes = Array(uids.bytes(of: Int(number)))
    return CalendarText.unescaped(bytes.span, bytes.indices).text
  }

  mutating func title(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    titles.number(bytes, range) { EventTitle(CalendarText.unescaped(bytes, range).text) }
  }

  func title(_ number: Int32) -> EventTitle { titles[number] }

  /// Interns a name, cleaned of what nobody sees.
  mutating func name(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: () -> String) -> Int32 {
    names.number(bytes, range) {
      let written = text()
      let name = PersonText.cleaned(written)
      if PersonText.hasHidden(written) { hidden.insert(name) }
      return name
    }
  }

  func name(_ number: Int32) -> String { names[number] }
}
