extension CalendarReader {
  /// Turns the events of the calendar at hand into entries.
  mutating func makeEntries() {
    let state = self.state
    resolveZones()
    window = CalendarWindow(state.events.compactMap { $0.start?.local }, collector.options)
    let middle = CivilDate(days: Int32(clamping: window.middle.flooredQuotient(86_400)))
    _ = collector.builder.seconds(Instant(seconds: window.middle), on: middle)
    judgeTransparency(state.events)
    fallbackPerson = nil
    let before = entries
    let (next, isFirst) = eventsByUID(state.events)
    for (index, event) in state.events.enumerated() where isFirst[index] {
      if next[index] < 0, event.recurrence < 0 {
        single(event)
      } else {
        var group = [event]
        var at = next[index]
        while at >= 0 {
          group.append(state.events[Int(at)])
          at = next[Int(at)]
        }
        expand(group, state)
      }
    }
    // A calendar whose series all lie outside the period was read all the same.
    if entries == before, let event = state.events.first {
      window.isAsked = false
      single(event)
    }
  }

  /// The mark means nothing where all events with times have it.
  private mutating func judgeTransparency(_ events: [CalendarEvent]) {
    var (first, timed) = (-1, 0)
    ignoresTransparency = false
    for (index, event) in events.enumerated() where event.start?.form != .date {
      if event.isCancelled { continue }
      guard event.isTransparent else { return }
      if timed == 0 { first = index }
      timed += 1
    }
    guard timed > 0 else { return }
    ignoresTransparency = true
    reportAllTransparent(events[first], timed)
  }

  /// For each event the next one with the same UID, or -1, and whether it is the first with it.
  private mutating func eventsByUID(_ events: [CalendarEvent]) -> (next: [Int32], isFirst: [Bool]) {
    while lastOfUID.count < texts.uidCount { lastOfUID.append(-1) }
    var next = [Int32](repeating: -1, count: events.count)
    var isFirst = [Bool](repeating: true, count: events.count)
    for (index, event) in events.enumerated() where event.uid >= 0 {
      let previous = lastOfUID[Int(event.uid)]
      if previous >= 0 {
        next[Int(previous)] = Int32(index)
        isFirst[index] = false
      }
      lastOfUID[Int(event.uid)] = Int32(index)
    }
    for event in events where event.uid >= 0 { lastOfUID[Int(event.uid)] = -1 }
    return (next, isFirst)
  }

  private mutating func reportAllTransparent(_ event: CalendarEvent, _ count: Int) {
    say(
      .freeEvents, .warning, event.startLine,
      Localized(
        nb:
          "alle hendelsene med klokkeslett er merket som ledig (TRANSPARENT); merket er ikke brukt",
        en: "all events with times are marked as free (TRANSPARENT); the mark is not used"))
  }

  /// The events that share a UID: versions, doubles, a series and the changes to it.
  private mutating func expand(_ group: [CalendarEvent], _ state: CalendarState) {
    func recurrence(_ event: CalendarEvent) -> EventRecurrence {
      event.recurrence < 0 ? EventRecurrence() : state.recurrences[Int(event.recurrence)]
    }
    var masters: [CalendarEvent] = []
    var changes: [CalendarEvent] = []
    for event in group {
      if recurrence(event).replaced == nil { masters.append(event) } else { changes.append(event) }
    }
    masters = currentVersions(masters, recurrence)
    if masters.isEmpty {
      for event in newestChanges(changes, recurrence) { single(event.event) }
      return
    }
    let newest = newestChanges(changes, recurrence)
    for (index, master) in masters.enumerated() {
      series(master, recurrence(master), index == 0 ? newest : [])
    }
  }

  /// The newest version by SEQUENCE; doubles counted once, different ones all kept.
  private mutating func currentVersions(
    _ masters: [CalendarEvent], _ recurrence: (CalendarEvent) -> EventRecurrence
  ) -> [CalendarEvent] {
    guard masters.count > 1 else { return masters }
    let newest = masters.map(\.sequence).max() ?? 0
    var kept: [CalendarEvent] = []
    for event in masters {
      if event.sequence < newest {
        say(
          .supersededEvent, .note, event.begin,
          Localized(
            nb: "eldre utgave (SEQUENCE \(event.sequence)); \(newest) gjelder",
            en: "older version (SEQUENCE \(event.sequence)); \(newest) counts"))
        continue
      }
      // A hostile file may have very many with one UID.
      let isDouble = kept.suffix(1000).contains {
        Self.isSame($0, event, recurrence($0), recurrence(event))
      }
      if isDouble {
        say(
          .repeatedEvent, .warning, event.begin,
          Localized(
            nb: "hendelsen står allerede i filen; talt én gang",
            en: "the event already stands in the file; counted once"))
        continue
      }
      if !kept.isEmpty {
        say(
          .sharedUID, .warning, event.begin,
          Localized(
            nb: "en annen hendelse har samme UID; begge er tatt med",
            en: "another event has the same UID; both were kept"))
      }
      kept.append(event)
    }
    return kept
  }

  private static func isSame(
    _ a: CalendarEvent, _ b: CalendarEvent, _ first: EventRecurrence, _ second: EventRecurrence
  ) -> Bool {
    a.start == b.start && a.end == b.end && a.attendee == b.attendee && a.category == b.category
      && first.rules.map(\.rule) == second.rules.map(\.rule)
      && first.exceptionRules.map(\.rule) == second.exceptionRules.map(\.rule)
      && first.dates.map(\.time) == second.dates.map(\.time)
      && first.exceptions.map(\.time) == second.exceptions.map(\.time)
  }

  /// A change to one occurrence of a series, or to all from it on.
  struct Change {
    var event: CalendarEvent
    /// The instant it replaces.
    var key: Int64
    /// The clock time it replaces, as the series has it.
    var local: Int64
    var isFromHereOn: Bool
  }

  /// The changes in order of what they replace, the newest of each.
  private mutating func newestChanges(
    _ changes: [CalendarEvent], _ recurrence: (CalendarEvent) -> EventRecurrence
  ) -> [Change] {
    var newest: [Int64: Change] = [:]
    for event in changes {
      let recurrence = recurrence(event)
      guard let replaced = recurrence.replaced else { continue }
      // A zone that is not known is told at DTSTART, where it nearly always stands too.
      let key = isKnown(replaced) ? resolve(replaced).instant : replaced.local
      if let other = newest[key], other.event.sequence > event.sequence { continue }
      newest[key] = Change(
        event: event, key: key, local: replaced.local, isFromHereOn: recurrence.isFromHereOn)
    }
    return newest.values.sorted { $0.key < $1.key }
  }
}
