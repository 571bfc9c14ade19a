extension CalendarReader {
  /// No shift is longer; such an event is something else.
  private static let longestShift: Int64 = 31 * 86_400
  /// As for absences in a list.
  private static let longestAbsence: Int64 = 10 * 366 * 86_400

  /// Enters an event that stands for itself.
  ///
  /// - Parameter master: The series it changes, which names the person when it does not.
  mutating func single(_ event: CalendarEvent, like master: CalendarEvent? = nil) {
    guard let start = event.start else { return }
    guard isKnown(start) else {
      return reportUnknownZone(state.zoneNames[Int(start.zone)], event.startLine)
    }
    if case .time(let end) = event.end, !isKnown(end) {
      return reportUnknownZone(state.zoneNames[Int(end.zone)], event.endLine)
    }
    guard let length = length(of: event.end, from: start, line: event.endLine) else { return }
    occurrence(event, start, local: start.local, length, isSeries: false, like: master)
  }

  /// Enters one occurrence.
  ///
  /// - Parameters:
  ///   - start: A time in the zone that the occurrence is in.
  ///   - local: When it starts, on the wall clock of that zone.
  mutating func occurrence(
    _ event: CalendarEvent, _ start: CalendarTime, local: Int64, _ length: EventLength,
    isSeries: Bool, like master: CalendarEvent? = nil
  ) {
    if case .days(let days) = length {
      guard days * 86_400 <= Self.longestAbsence else { return reportTooLong(event, days) }
      return wholeDays(event, local.flooredQuotient(86_400), days, master)
    }
    let from = resolve(local: local, like: start)
    if from.isInGap, !isSeries { reportGap(local, event.begin) }
    let to = end(event, start, local, from.instant, length, isSeries)
    guard isWanted(from.instant, to.instant) else { return }
    var flags: ShiftFlags = []
    if from.isInGap { flags.insert(.startInGap) }
    if from.isInFold { flags.insert(.startInFold) }
    if to.isInGap { flags.insert(.endInGap) }
    if to.isInFold { flags.insert(.endInFold) }
    let day = rosterClock.local(from.instant).flooredQuotient(86_400)
    add(
      event, master, from.instant, max(from.instant, to.instant), flags,
      on: CivilDate(days: Int32(clamping: day)),
      kind: timedKind(event, to.instant - from.instant))
  }

  private func isWanted(_ start: Int64, _ end: Int64) -> Bool {
    !window.isAsked || (start <= window.to && max(end, start) >= window.from)
  }

  /// When an occurrence ends, and a note where the clock is changed in it.
  private mutating func end(
    _ event: CalendarEvent, _ start: CalendarTime, _ local: Int64, _ from: Int64,
    _ length: EventLength, _ isSeries: Bool
  ) -> Resolved {
    switch length {
    case .days: return Resolved(instant: from)
    case .nominal(let days, let seconds):
      guard days > 0 else { return Resolved(instant: from + seconds) }
      var end = resolve(local: local + days * 86_400, like: start)
      end.instant += seconds
      if seconds > 0 { (end.isInGap, end.isInFold) = (false, false) }
      return end
    case .until(let exact, let wall):
      // The event's own end stands in the file, so it is exact whatever the clock does.
      guard isSeries else { return endAsWritten(event, from + exact) }
      let byWall = resolve(local: local + wall, like: start)
      guard byWall.instant != from + exact else { return byWall }
      reportClockChange(event, start, byWall.instant, from + exact)
      let isExact = collector.options.seriesEnd == .exact || byWall.instant < from
      return isExact ? Resolved(instant: from + exact) : byWall
    }
  }

  /// Marks an end whose clock time does not exist or occurs twice.
  private mutating func endAsWritten(_ event: CalendarEvent, _ instant: Int64) -> Resolved {
    var end = Resolved(instant: instant)
    if case .time(let time) = event.end, time.form != .date {
      let resolved = resolve(time)
      if resolved.instant == instant { end = resolved }
    }
    return end
  }

  private mutating func reportClockChange(
    _ event: CalendarEvent, _ start: CalendarTime, _ wall: Int64, _ exact: Int64
  ) {
    func text(_ instant: Int64) -> String {
      let local = TimeText.local(CivilTime(localSeconds: self.local(instant, like: start)))
      return String(local.prefix(16)).replacing("T", with: " ")
    }
    guard collector.diagnostics.keeps(.seriesOverClockChange) else { return }
    let (first, second) = (text(wall), text(exact))
    let isExact = collector.options.seriesEnd == .exact
    say(
      .seriesOverClockChange, .note, event.startLine,
      Localized(
        nb: "klokken stilles denne natten: slutter \(isExact ? second : first), ikke "
          + "\(isExact ? first : second)",
        en: "the clock is changed that night: ends \(isExact ? second : first), not "
          + "\(isExact ? first : second)"))
  }

  private mutating func reportTooLong(_ event: CalendarEvent, _ days: Int64) {
    say(
      .tooLongShift, .error, event.endLine,
      Localized(
        nb: "varer \(days) døgn; er datoene riktige?",
        en: "lasts \(days) days; are the dates right?"))
  }

  // MARK: What it is

  private func title(_ event: CalendarEvent) -> EventTitle? {
    event.summary < 0 ? nil : texts.title(event.summary)
  }

  private mutating func timedKind(_ event: CalendarEvent, _ length: Int64) -> ShiftKind {
    if event.isCancelled || state.isCancelled { return .cancelled }
    let timed = event.summary < 0 ? nil : texts.title(event.summary).timed
    if length > Self.longestShift {
      say(
        .longEvent, .warning, event.startLine,
        Localized(
          nb: "hendelsen varer \(length / 86_400) døgn; ikke regnet som arbeid",
          en: "the event lasts \(length / 86_400) days; not counted as work"))
      return .free
    }
    guard length <= 0 || (event.isTransparent && !ignoresTransparency) else {
      return timed ?? .work
    }
    if let timed, !timed.isWork, length > 0 { return timed }
    if tallies.free == 0 { tallies.freeLine = event.startLine }
    tallies.free += 1
    return .free
  }

  private mutating func wholeDays(
    _ event: CalendarEvent, _ day: Int64, _ count: Int64, _ master: CalendarEvent?
  ) {
    guard isWanted(day * 86_400, (day + count) * 86_400) else { return }
    let from = rosterClock.resolve(local: day * 86_400).instant.seconds
    let to = rosterClock.resolve(local: (day + count) * 86_400).instant.seconds
    var kind = ShiftKind.off
    if event.isCancelled || state.isCancelled {
      kind = .cancelled
    } else if let title = title(event) {
      kind = title.wholeDay ?? .off
      if title.wholeDay == nil, event.own < 0, saidWholeDay.insert(event.summary).inserted {
        reportWholeDay(event, title)
      }
    }
    if count == 0, event.own < 0 {
      if tallies.free == 0 { tallies.freeLine = event.startLine }
      tallies.free += 1
    }
    add(event, master, from, to, .allDay, on: CivilDate(days: Int32(clamping: day)), kind: kind)
  }

  private mutating func reportWholeDay(_ event: CalendarEvent, _ title: EventTitle) {
    let shown = ByteText.shown(title.text)
    let nearest = DayCodes.nearest(to: title.code)
    say(
      .wholeDayEvent, .warning, event.startLine,
      Localized(
        nb: "heldagshendelsen «\(shown)» er ikke en kjent kode; regnet som fri",
        en: "the whole-day event “\(shown)” is no known code; counted as a day off"),
      hint: nearest.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") })
  }

  // MARK: The entry

  private mutating func add(
    _ event: CalendarEvent, _ master: CalendarEvent?, _ from: Int64, _ to: Int64,
    _ flags: ShiftFlags, on date: CivilDate, kind: ShiftKind
  ) {
    guard let first = collector.builder.seconds(Instant(seconds: from), on: date),
      let last = collector.builder.seconds(Instant(seconds: to), on: date)
    else {
      return say(
        .outOfReach, .error, event.startLine,
        Localized(
          nb: "datoen ligger mer enn 60 år fra resten",
          en: "the date lies over 60 years from the rest"),
        hint: Localized(nb: "er året riktig?", en: "is the year right?"))
    }
    let field = position(event.startLine)
    let apart = event.endLine == 0 ? 0 : Int(event.endLine) - Int(event.startLine)
    if event.own >= 0 {
      return addOwn(event, first, last, flags, field, apart, on: date, kind: kind)
    }
    let shift = Shift(
      start: first, end: last, person: person(event, master), code: code(event), kind: kind,
      flags: flags, startField: field, endFieldDelta: Int16(exactly: apart) ?? 0)
    collector.builder.append(shift, startingOn: date)
    entries += 1
    // The occurrences of a series stand at one place.
    if collector.builder.details.last == field { return }
    // Also when both are empty: it tells an event from the row of a list.
    collector.builder.details.put(
      EntryDetails(
        summary: title(event)?.text ?? "", uid: event.uid < 0 ? "" : texts.uid(event.uid)),
      at: field)
  }

  private mutating func code(_ event: CalendarEvent) -> UInt16 {
    guard event.summary >= 0 else { return 0 }
    let index = Int(event.summary)
    while codes.count <= index { codes.append(nil) }
    if let known = codes[index] { return known }
    let code = collector.builder.code(texts.title(event.summary).code)
    if code == nil {
      say(
        .tooManyNames, .warning, event.startLine,
        Localized(
          nb: "for mange ulike vaktkoder; denne er ikke tatt med",
          en: "too many different shift codes; this one was left out"))
    }
    codes[index] = code ?? 0
    return code ?? 0
  }
}
