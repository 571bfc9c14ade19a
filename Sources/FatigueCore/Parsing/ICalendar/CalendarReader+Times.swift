extension CalendarReader {
  /// An instant found from a clock time, and how.
  struct Resolved {
    var instant: Int64
    var isInGap = false
    var isInFold = false
  }

  /// Looks up the zones that the calendar names, and says in which zone floating times are read.
  mutating func resolveZones() {
    cursors = state.zoneNames.map { zones.zone($0).map(ZoneCursor.init) }
    floating = ZoneCursor(collector.options.zone)
    if !state.zoneName.isEmpty {
      if let zone = zones.zone(state.zoneName) {
        floating = ZoneCursor(zone)
      } else {
        let shown = ByteText.shown(state.zoneName)
        let used = collector.options.zone.name
        say(
          .unknownCalendarZone, .warning, state.zoneLine,
          Localized(
            nb: "ukjent tidssone \(shown); tider uten sone er lest i \(used)",
            en: "unknown time zone \(shown); times without a zone are read in \(used)"))
      }
    }
    zoneShown = floating.zone.name
    if let event = state.events.first(where: { $0.start?.form == .floating }) {
      let name = zoneShown
      say(
        .floatingTimes, .note, event.startLine,
        Localized(
          nb: "tider uten sone er lest i \(name)", en: "times without a zone are read in \(name)"))
    }
  }

  func isKnown(_ time: CalendarTime) -> Bool {
    time.form != .zoned || cursors[Int(time.zone)] != nil
  }

  /// What a time means; a date is its midnight as if it were UTC.
  mutating func resolve(_ time: CalendarTime) -> Resolved {
    resolve(local: time.local, like: time)
  }

  /// What a wall-clock time means in the zone of another time.
  mutating func resolve(local: Int64, like time: CalendarTime) -> Resolved {
    let resolved: LocalTime
    switch time.form {
    case .date, .utc: return Resolved(instant: local)
    case .floating: resolved = floating.resolve(local: local)
    case .zoned:
      let index = Int(time.zone)
      resolved = cursors[index]?.resolve(local: local) ?? .unique(Instant(seconds: local))
    }
    switch resolved {
    case .unique(let instant): return Resolved(instant: instant.seconds)
    case .gap(let moved): return Resolved(instant: moved.seconds, isInGap: true)
    case .fold(let first, _): return Resolved(instant: first.seconds, isInFold: true)
    }
  }

  /// The wall clock of a time's zone at an instant.
  mutating func local(_ instant: Int64, like time: CalendarTime) -> Int64 {
    switch time.form {
    case .date, .utc: instant
    case .floating: floating.local(instant)
    case .zoned: cursors[Int(time.zone)]?.local(instant) ?? instant
    }
  }

  /// The length of an event; nil, and said, when it ends before it starts.
  mutating func length(
    of end: CalendarEvent.End, from start: CalendarTime, line: UInt32
  ) -> EventLength? {
    let length: EventLength
    var isNegative = false
    switch (end, start.form) {
    case (.none, .date): length = .days(1)
    case (.none, _): length = .nominal(days: 0, seconds: 0)
    case (.duration(let duration), .date):
      let days = Int64(duration.days) + (duration.seconds + 86_399).flooredQuotient(86_400)
      isNegative = days < 0
      length = .days(max(1, days))
    case (.duration(let duration), _):
      isNegative = duration.days < 0 || duration.seconds < 0
      length = .nominal(days: Int64(duration.days), seconds: duration.seconds)
    case (.time(let time), .date):
      let last = time.form == .date || time.local %% 86_400 == 0 ? time.day : time.day + 1
      isNegative = last < start.day
      // A DTEND on the day of DTSTART means no time at all, though some mean the day.
      length = .days(max(0, last - start.day))
    case (.time(let time), _):
      // A date as the end of a time is that date's midnight.
      let instant =
        time.form == .date
        ? resolve(local: time.local, like: start).instant : resolve(time).instant
      let exact = instant - resolve(start).instant
      let wall =
        time.form == start.form && time.zone == start.zone
        ? time.local - start.local : local(instant, like: start) - start.local
      isNegative = exact < 0
      length = .until(exact: exact, wall: wall)
    }
    guard isNegative else { return length }
    say(
      .eventEndsFirst, .error, line,
      Localized(nb: "slutter før den begynner", en: "ends before it starts"))
    return nil
  }
}
