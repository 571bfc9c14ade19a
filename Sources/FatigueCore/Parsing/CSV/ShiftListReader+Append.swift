extension ShiftListReader {
  /// A shift may last this long.
  static let longestShift: Int64 = 31 * 86_400
  /// An entry of whole days may.
  private static let longestAbsence: Int64 = 10 * 366 * 86_400
  /// A shift of this length whose end was rolled to the next day is asked about.
  static let longRolled: Int64 = ShiftFlags.longRolledHours * 3600

  /// Resolves the row's times and adds its entry.
  mutating func append(
    _ times: RowTimes, _ person: UInt32, _ details: RowDetails, _ bytes: Span<UInt8>,
    _ collector: inout RosterCollector
  ) {
    var flags: ShiftFlags = []
    let start: Int64
    let end: Int64
    if times.wholeDay {
      flags = .allDay
      start = cursors[details.zone].resolve(local: times.start.local).instant.seconds
      end = cursors[details.zone].resolve(local: times.end.local).instant.seconds
    } else {
      start = resolve(times.start, details.zone, .startInGap, .startInFold, &flags)
      end = resolve(times.end, details.zone, .endInGap, .endInFold, &flags)
    }
    guard isPossible(end - start, times, details, flags, bytes, &collector) else { return }
    if times.rolled, end - start >= Self.longRolled { flags.insert(.longRolled) }
    let days = times.start.form == .instant ? localDay(start) : times.start.days
    guard let origin = self.origin, let first = inReach(start, origin),
      let last = inReach(end, origin)
    else {
      outOfReach(times.field, &collector)
      return
    }
    let dateField = map[.date] >= 0 ? map[.date] : times.field
    let (from, to) = place(dateField)
    dates.add(days, position(from), to - from)
    let field = scanner[times.field].raw
    let kind =
      times.kind ?? (times.wholeDay ? wholeDayKind(bytes, details, &collector) : details.kind)
    var unpaidBreak = details.unpaidBreak
    if let legend = times.legend, value(map[.unpaidBreak]).isEmpty, unpaidBreak == 0 {
      unpaidBreak = legend.unpaidBreak
    }
    let shift = Shift(
      start: first, end: last, person: person, code: details.code, unit: details.unit, kind: kind,
      flags: flags, startField: position(field),
      endFieldDelta: Int16(exactly: scanner[times.endField].raw - field) ?? 0,
      unpaidBreak: UInt16(clamping: unpaidBreak))
    collector.builder.append(shift, startingOn: CivilDate(days: days))
    entries += 1
    if map[.source] >= 0 { carrySource(bytes, position(field), &collector) }
    if details.offByCode, !times.wholeDay { offWithTimes(bytes, &collector) }
  }

  @inline(__always)
  private mutating func resolve(
    _ cell: TimeCell, _ zone: Int, _ gap: ShiftFlags, _ fold: ShiftFlags, _ flags: inout ShiftFlags
  ) -> Int64 {
    if cell.form == .instant { return cell.local - Int64(cell.offset) }
    switch cursors[zone].resolve(local: cell.local) {
    case .unique(let instant): return instant.seconds
    case .gap(let moved):
      flags.insert(gap)
      return moved.seconds
    case .fold(let first, _):
      flags.insert(fold)
      return first.seconds
    }
  }

  private mutating func localDay(_ instant: Int64) -> Int32 {
    Int32(clamping: cursors[0].local(instant).flooredQuotient(86_400))
  }

  /// Sixty years: every time is less from the origin, either way.
  static let reach: Int64 = 60 * 366 * 86_400

  func inReach(_ instant: Int64, _ origin: Int64) -> Int32? {
    let seconds = instant - origin
    return seconds.magnitude < Self.reach ? Int32(truncatingIfNeeded: seconds) : nil
  }

  /// Looks at the length.
  private mutating func isPossible(
    _ length: Int64, _ times: RowTimes, _ details: RowDetails, _ flags: ShiftFlags,
    _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) -> Bool {
    // A calendar has moments, such as a deadline, which `convert` writes with their kind; an incident is
    // one in any list.
    if length == 0,
      times.wholeDay || details.kind.mayBeMoment
        || !details.kind.isWork && times.start.form == .instant
    {
      return true
    }
    if length <= 0 {
      let isSkipped = !flags.isDisjoint(with: [.startInGap, .endInGap])
      report(
        length == 0 ? .equalTimes : .endsBeforeStart, .error, field: times.endField, &collector,
        length == 0
          ? Localized(nb: "varer 0 timer", en: "lasts 0 hours")
          : Localized(nb: "slutter før den begynner", en: "ends before it starts"),
        hint: isSkipped
          ? Localized(
            nb: "klokka stilles fram den natten: klokkeslett som ikke finnes, leses en time senere",
            en: "the clocks go forward that night: a time that does not exist is read an hour later"
          )
          : nil)
      return false
    }
    // What is no work may be any event of a calendar.
    let isEvent = !details.kind.isWork && times.start.form == .instant
    if length > (times.wholeDay || isEvent ? Self.longestAbsence : Self.longestShift) {
      report(
        .tooLongShift, .error, field: times.endField, &collector,
        Localized(
          nb: "varer \(length / 86_400) døgn; er datoene riktige?",
          en: "lasts \(length / 86_400) days; are the dates right?"))
      return false
    }
    if details.breakMinutes > 0, !times.wholeDay, Int64(details.breakMinutes) * 60 >= length {
      report(
        .badBreak, .error, field: details.breakField, &collector,
        Localized(
          nb: "pausen (\(details.breakMinutes) min) er lengre enn vakten (\(length / 60) min)",
          en: "the break (\(details.breakMinutes) min) is longer than the shift "
            + "(\(length / 60) min)"))
      return false
    }
    if times.rolled, length >= Self.longRolled, details.kind.isWork {
      let (hours, minutes) = (length / 3600, length / 60 % 60)
      report(
        .longShift, .warning, field: times.endField, &collector,
        Localized(
          nb: "vakten blir \(hours) t \(minutes) min, til neste dag; er dette riktig?",
          en: "the shift becomes \(hours) h \(minutes) min, into the next day; is this right?"),
        hint: Localized(nb: "er start og slutt byttet om?", en: "are start and end swapped?"))
    }
    return true
  }

  private mutating func outOfReach(_ field: Int, _ collector: inout RosterCollector) {
    let column = map[.date] >= 0 ? map[.date] : field
    report(
      .outOfReach, .error, field: column, &collector,
      Localized(
        nb: "datoen ligger mer enn 60 år fra resten",
        en: "the date lies over 60 years from the rest"),
      hint: Localized(nb: "er året riktig?", en: "is the year right?"))
  }

  /// What a row without times is: by its type, else by its code.
  private mutating func wholeDayKind(
    _ bytes: Span<UInt8>, _ details: RowDetails, _ collector: inout RosterCollector
  ) -> ShiftKind {
    if let kind = kind(bytes, &collector) { return kind }
    return codeEntry(bytes, &collector).meaning?.wholeDay ?? details.kind
  }

  private mutating func offWithTimes(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    let code = shown(bytes, map[.code])
    report(
      .offCodeWithTimes, .warning, field: map[.code], &collector,
      Localized(
        nb: "koden \(code) betyr fri, men raden har klokkeslett; lest som fri",
        en: "the code \(code) means a day off, but the row has times; read as off"),
      hint: Localized(
        nb: "ble vakten gått, skriv en vaktkode eller en type",
        en: "if it was worked, write a shift code or a type"))
  }

  private mutating func carrySource(
    _ bytes: Span<UInt8>, _ position: SourcePosition, _ collector: inout RosterCollector
  ) {
    let range = value(map[.source])
    if range.isEmpty { return }
    collector.builder.carriedSources.put(unguarded(bytes, range.prefix(1000)), at: position)
  }
}
