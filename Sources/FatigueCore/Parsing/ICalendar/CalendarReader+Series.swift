extension CalendarReader {
  /// Enters the occurrences of a series and the changes to it.
  mutating func series(
    _ master: CalendarEvent, _ recurrence: EventRecurrence, _ changes: [Change]
  ) {
    guard let start = master.start else { return }
    guard isKnown(start) else {
      reportUnknownZone(state.zoneNames[Int(start.zone)], master.startLine)
      return
    }
    if case .time(let end) = master.end, !isKnown(end) {
      reportUnknownZone(state.zoneNames[Int(end.zone)], master.endLine)
      return
    }
    guard let length = length(of: master.end, from: start, line: master.endLine) else { return }
    var instances = instances(of: master, start, recurrence)
    removeByRules(&instances, master, start, recurrence)
    let removed = removeByDates(&instances, master, start, recurrence)
    let fromHereOn = changes.filter(\.isFromHereOn)
    var replaced: Set<Int64> = []
    for change in changes {
      if removed.contains(change.key), change.event.sequence < master.sequence {
        say(
          .staleOverride, .warning, change.event.begin,
          Localized(
            nb: "endringen er eldre enn serien, som har strøket vakten; ikke brukt",
            en: "the change is older than the series, which removed the shift; not used"))
        continue
      }
      replaced.insert(change.key)
      single(change.event, like: master)
    }
    for instance in instances where !replaced.contains(instance.key) {
      if let change = fromHereOn.last(where: { $0.key <= instance.key }) {
        moved(instance, by: change, master)
      } else if instance.period >= 0 {
        let date = recurrence.dates[Int(instance.period)]
        guard let length = self.length(of: date.end, from: date.time, line: date.line) else {
          continue
        }
        occurrence(master, date.time, local: date.time.local, length, isSeries: false)
      } else {
        occurrence(master, start, local: instance.local, length, isSeries: recurrence.isSeries)
      }
    }
  }

  /// An occurrence after a change to it and all that follow: as far from its time as that one is,
  /// and as long.
  private mutating func moved(
    _ instance: EventInstance, by change: Change, _ master: CalendarEvent
  ) {
    guard let start = change.event.start, isKnown(start),
      let length = length(of: change.event.end, from: start, line: change.event.endLine)
    else { return }
    let shift = start.local - local(change.key, like: start)
    let local = local(instance.key, like: start) + shift
    occurrence(change.event, start, local: local, length, isSeries: true, like: master)
  }

  // MARK: The set of times

  private mutating func instances(
    of master: CalendarEvent, _ start: CalendarTime, _ recurrence: EventRecurrence
  ) -> [EventInstance] {
    let first = resolve(start)
    var result = [EventInstance(key: first.instant, local: start.local)]
    for item in recurrence.rules {
      walk(item, master, start, &result)
    }
    if !recurrence.rules.isEmpty,
      !recurrence.rules.contains(where: {
        RecurrenceIterator.contains(
          start: start.local, $0.rule, isDate: start.form == .date)
      })
    {
      say(
        .startNotInRule, .warning, master.begin,
        Localized(
          nb: "DTSTART følger ikke regelen i RRULE; tatt med som ekstra vakt",
          en: "DTSTART does not follow its RRULE; kept as one shift more"))
    }
    for (index, date) in recurrence.dates.enumerated() {
      guard isKnown(date.time) else {
        reportUnknownZone(state.zoneNames[Int(date.time.zone)], date.line)
        continue
      }
      var local = date.time.local
      if start.form == .date || date.time.form == .date {
        local = date.time.day * 86_400 + (start.local - start.day * 86_400)
      }
      let isPlain = date.time.form == .date || start.form == .date
      let key = isPlain ? resolve(local: local, like: start).instant : resolve(date.time).instant
      result.append(
        EventInstance(
          key: key, local: isPlain ? local : self.local(key, like: start),
          period: date.end == .none ? -1 : Int32(index)))
    }
    guard result.count > 1 else { return result }
    // Of two at one time the one that has a length of its own.
    result.sort { $0.key != $1.key ? $0.key < $1.key : $0.period > $1.period }
    var unique: [EventInstance] = []
    unique.reserveCapacity(result.count)
    for instance in result where unique.last?.key != instance.key { unique.append(instance) }
    return unique
  }

  /// Follows a rule through the window.
  private mutating func walk(
    _ item: EventRecurrence.Rule, _ master: CalendarEvent, _ start: CalendarTime,
    _ result: inout [EventInstance]
  ) {
    let isDate = start.form == .date
    let until = lastInstant(item, master, start)
    let isCounted = item.rule.count != nil
    let isBounded = isCounted || (until ?? .max) < window.farEnd
    let end = isCounted ? window.countEnd : isBounded ? window.farEnd : window.to
    let day: Int64 = 86_400
    let margin = lengthHint(master, start) + 2 * day
    var iterator = RecurrenceIterator(
      item.rule, start: start.local, isDate: isDate,
      from: window.from - margin, horizon: min(end, until ?? end) + (isDate ? 0 : day),
      mostSteps: min(5_000_000, max(1000, expansion.steps)))
    var made = 0
    var (saidGap, isCut) = (false, false)
    while let local = iterator.nextTime() {
      let resolved = resolve(local: local, like: start)
      if resolved.instant > min(until ?? .max, end) { break }
      if resolved.instant < window.from - margin { continue }
      if made >= ExpansionBudget.mostOfSeries || expansion.occurrences <= 0 {
        isCut = true
        break
      }
      if resolved.isInGap, !saidGap {
        saidGap = true
        reportGap(local, master.begin)
      }
      made += 1
      expansion.occurrences -= 1
      result.append(EventInstance(key: resolved.instant, local: local))
    }
    expansion.steps -= iterator.steps
    if isCut || iterator.isCut { reportCut(item, made) }
    if !isBounded, !window.isAsked { reportEndless(item, end) }
  }

  /// The last instant that a rule allows, nil when it names none.
  private mutating func lastInstant(
    _ item: EventRecurrence.Rule, _ master: CalendarEvent, _ start: CalendarTime
  ) -> Int64? {
    guard let until = item.rule.until else { return nil }
    if start.form == .date {
      // An instant allows the day that it falls on here.
      let local = until.form == .utc ? floating.local(until.local) : until.local
      return local.flooredQuotient(86_400) * 86_400
    }
    switch until.form {
    case .utc: return until.local
    case .floating, .zoned: return resolve(local: until.local, like: start).instant
    case .date:
      say(
        .untilIsDate, .warning, master.begin,
        Localized(
          nb: "UNTIL=\(CivilDate(days: Int32(clamping: until.day)).iso) er en dato; hele dagen er "
            + "regnet med",
          en: "UNTIL=\(CivilDate(days: Int32(clamping: until.day)).iso) is a date; the whole day "
            + "is counted in"))
      return resolve(local: until.local + 86_399, like: start).instant
    }
  }

  /// Seconds that an occurrence may reach into the window from before it, at most 400 days.
  private func lengthHint(_ event: CalendarEvent, _ start: CalendarTime) -> Int64 {
    let most: Int64 = 400 * 86_400
    switch event.end {
    case .none: return 0
    case .time(let end): return min(most, max(0, end.local - start.local) + 86_400)
    case .duration(let duration):
      return min(most, max(0, Int64(duration.days) * 86_400 + duration.seconds))
    }
  }

  // MARK: Exceptions

  private mutating func removeByRules(
    _ instances: inout [EventInstance], _ master: CalendarEvent, _ start: CalendarTime,
    _ recurrence: EventRecurrence
  ) {
    guard !recurrence.exceptionRules.isEmpty else { return }
    say(
      .exceptionRule, .warning, master.begin,
      Localized(nb: "EXRULE er avskaffet, men fulgt", en: "EXRULE is obsolete but was followed"))
    var exceptions: [EventInstance] = []
    for item in recurrence.exceptionRules { walk(item, master, start, &exceptions) }
    let keys = Set(exceptions.map(\.key))
    instances.removeAll { keys.contains($0.key) }
  }

  /// - Returns: the instants that EXDATE names.
  private mutating func removeByDates(
    _ instances: inout [EventInstance], _ master: CalendarEvent, _ start: CalendarTime,
    _ recurrence: EventRecurrence
  ) -> Set<Int64> {
    guard !recurrence.exceptions.isEmpty else { return [] }
    var keys: Set<Int64> = []
    var days: Set<Int64> = []
    for date in recurrence.exceptions {
      guard isKnown(date.time) else {
        reportUnknownZone(state.zoneNames[Int(date.time.zone)], date.line)
        continue
      }
      if start.form == .date {
        keys.insert(date.time.day * 86_400)
      } else if date.time.form == .date {
        if days.isEmpty { reportDateException(date, master) }
        days.insert(date.time.day)
      } else {
        keys.insert(resolve(date.time).instant)
      }
    }
    let present = Set(instances.map(\.key))
    for date in recurrence.exceptions
    where start.form != .date && date.time.form != .date && isKnown(date.time) {
      let key = resolve(date.time).instant
      guard !present.contains(key), key > window.from, key < window.to else { continue }
      reportMissed(date)
    }
    let local = { (instance: EventInstance) in instance.local.flooredQuotient(86_400) }
    for instance in instances where days.contains(local(instance)) { keys.insert(instance.key) }
    instances.removeAll { keys.contains($0.key) }
    return keys
  }

  private mutating func reportDateException(_ date: EventRecurrence.Date, _ master: CalendarEvent) {
    let day = CivilDate(days: Int32(clamping: date.time.day)).iso
    say(
      .exceptionIsDate, .warning, master.begin,
      Localized(
        nb: "EXDATE \(day) er en dato; alle vakter i serien den dagen er strøket",
        en: "EXDATE \(day) is a date; all shifts of the series on that day were removed"))
  }

  private mutating func reportMissed(_ date: EventRecurrence.Date) {
    let time = TimeText.local(CivilTime(localSeconds: date.time.local))
    say(
      .exceptionMissed, .warning, date.line,
      Localized(
        nb: "EXDATE \(time) treffer ingen forekomst; vakten er fortsatt med",
        en: "EXDATE \(time) matches no occurrence; the shift is still there"))
  }

  private mutating func reportCut(_ item: EventRecurrence.Rule, _ made: Int) {
    say(
      .seriesCut, .warning, item.line,
      Localized(
        nb: "regelen gir for mange forekomster eller for mye arbeid; de \(made) første er tatt med",
        en: "the rule gives too many occurrences or too much work; the first \(made) were kept"))
  }

  private mutating func reportEndless(_ item: EventRecurrence.Rule, _ end: Int64) {
    let day = CivilDate(days: Int32(clamping: end.flooredQuotient(86_400))).iso
    say(
      .seriesWithoutEnd, .note, item.line,
      Localized(
        nb: "serien har ingen slutt; rullet ut til \(day)",
        en: "the series has no end; rolled out to \(day)"),
      hint: Localized(nb: "--to velger et annet sluttpunkt", en: "--to chooses another end"))
  }

  mutating func reportGap(_ local: Int64, _ line: UInt32) {
    let time = TimeText.local(CivilTime(localSeconds: local))
    say(
      .timeInGap, .warning, line,
      Localized(
        nb: "klokkeslettet \(time) finnes ikke; lest som en time senere",
        en: "the clock time \(time) does not exist; read as an hour later"))
  }
}
