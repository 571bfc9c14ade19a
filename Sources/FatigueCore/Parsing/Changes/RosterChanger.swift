/// Tries changes on a roster, one after another; the roster that was read stays as it is.
public struct RosterChanger: Sendable {
  let original: Roster
  let legend: CodeLegend
  /// Names in small letters, with everybody who is called so.
  private let people: [String: [Int]]
  /// Entries of the people that something was changed for.
  private var rows: [Int: [Shift]] = [:]
  var codes: [String]
  var clock: ZoneCursor
  public private(set) var changes: [AppliedChange] = []

  /// - Parameters:
  ///   - legend: Codes that the plan itself may not have.
  ///   - people: What each may be called: staff number, name, pseudonym. Small letters.
  public init(_ roster: Roster, legend: CodeLegend, people: [String: [Int]]) {
    original = roster
    self.legend = legend
    self.people = people
    codes = roster.codes
    clock = ZoneCursor(roster.zone)
  }

  /// The roster with the changes so far; its dates are those of the plan.
  public var roster: Roster {
    var changed = original
    guard !rows.isEmpty else { return changed }
    (changed.shifts, changed.codes) = ([], codes)
    for person in original.people.indices {
      let first = changed.shifts.count
      if let own = rows[person] {
        changed.shifts += own
      } else {
        changed.shifts += original.shifts[original.slices[person]]
      }
      changed.slices[person] = first..<changed.shifts.count
    }
    return changed
  }

  /// Makes one more change.
  ///
  /// - Throws: what is wrong with it; then nothing has changed.
  public mutating func apply(_ text: String) throws(PlannedChangeFault) {
    let dates = original.firstDate...original.lastDate
    let change = try PlannedChange(text, in: dates)
    guard dates.contains(change.date) else {
      throw PlannedChangeFault(
        span: change.dateSpan,
        message: Localized(
          nb: "\(change.date.longText.nb) er utenfor planen",
          en: "\(change.date.longText.en) is outside the plan"),
        hint: Localized(
          nb:
            "planen er \(DateText.period(from: original.firstDate, through: original.lastDate).nb)",
          en:
            "the plan is \(DateText.period(from: original.firstDate, through: original.lastDate).en)"
        ))
    }
    let person = try person(change.who)
    var applied = AppliedChange(person: original.people[person], date: change.date)
    switch change.action {
    case .change(let from, let to):
      // A code of a day off that the plan leaves out: then the shift is one more.
      guard let old = try entry(person, change, from, mayBeAbsent: true) else {
        try add(to, person, change.date, unit: nil, &applied)
        break
      }
      let meaning = try meaning(of: to, on: change.date, code: old.code)
      remove(old, person, &applied)
      insert(meaning, person, change.date, unit: old.unit, like: old, &applied)
    case .add(let part):
      try add(part, person, change.date, unit: nil, &applied)
    case .remove(let part):
      guard let old = try entry(person, change, part, mayBeAbsent: false) else { break }
      remove(old, person, &applied)
    case .move(let part, let code):
      let other = try self.other(part, than: person)
      guard let old = try entry(person, change, code, mayBeAbsent: false) else { break }
      remove(old, person, &applied)
      take([old], other, change.date)
      applied.other = original.people[other]
    case .swap(let part):
      let other = try self.other(part, than: person)
      try swap(person, other, change, &applied)
    }
    changes.append(applied)
  }

  // MARK: People

  private func person(_ part: PlannedChange.Part) throws(PlannedChangeFault) -> Int {
    let found = people.found(part.text)
    if found.count == 1 { return found[0] }
    let shown = ByteText.shown(part.text)
    guard found.isEmpty else {
      throw PlannedChangeFault(
        span: part.span,
        message: Localized(
          nb: "\(found.count) ansatte heter \(shown)",
          en: "\(found.count) employees are called \(shown)"),
        hint: Localized(nb: "bruk ansattnummeret", en: "use the staff number"))
    }
    let names = original.people.flatMap { [$0.number, $0.name] }.filter { !$0.isEmpty }
    throw PlannedChangeFault(
      span: part.span,
      message: Localized(
        nb: "ingen ansatt heter eller har nummer \(shown)",
        en: "no employee is called or has the number \(shown)"),
      hint: NearestName.nearest(to: part.text, in: names).map {
        Localized(nb: "mente du \($0)?", en: "did you mean \($0)?")
      })
  }

  private func other(
    _ part: PlannedChange.Part, than person: Int
  ) throws(PlannedChangeFault) -> Int {
    let other = try self.person(part)
    guard other != person else {
      throw PlannedChangeFault(
        span: part.span,
        message: Localized(nb: "det er den samme ansatte", en: "that is the same employee"))
    }
    return other
  }

  // MARK: Entries

  private func entries(_ person: Int) -> [Shift] {
    rows[person] ?? Array(original.shifts[original.slices[person]])
  }

  mutating func date(of shift: Shift) -> CivilDate {
    let local = clock.local(original.origin.seconds + Int64(shift.start))
    return CivilDate(days: Int32(clamping: local.flooredQuotient(86_400)))
  }

  private mutating func entries(_ person: Int, on date: CivilDate) -> [Shift] {
    var found: [Shift] = []
    for shift in entries(person) where self.date(of: shift) == date { found.append(shift) }
    return found
  }

  /// The entry of the day that is meant.
  ///
  /// - Parameter mayBeAbsent: Nil is returned, not thrown, for a day off that the plan leaves out.
  private mutating func entry(
    _ person: Int, _ change: PlannedChange, _ part: PlannedChange.Part?, mayBeAbsent: Bool
  ) throws(PlannedChangeFault) -> Shift? {
    let day = entries(person, on: change.date)
    let duties = day.filter { $0.kind.isWork || $0.kind == .onCall }
    guard let part else {
      if duties.count == 1 { return duties[0] }
      throw PlannedChangeFault(
        span: change.dateSpan,
        message: duties.isEmpty
          ? Localized(
            nb: "ingen vakt begynner \(change.date.text.nb)",
            en: "no shift begins on \(change.date.text.en)")
          : Localized(
            nb: "\(duties.count) vakter begynner \(change.date.text.nb)",
            en: "\(duties.count) shifts begin on \(change.date.text.en)"),
        hint: hint(duties))
    }
    let wanted = part.text.lowercased()
    var found: [Shift] = []
    for shift in day {
      if codes[Int(shift.code)].lowercased() == wanted || times(of: shift, are: part.text) {
        found.append(shift)
      }
    }
    if let first = found.first(where: \.kind.isWork) ?? found.first { return first }
    if mayBeAbsent, duties.isEmpty, DayCodes.meaning(of: part.text) != nil { return nil }
    let shown = ByteText.shown(part.text)
    throw PlannedChangeFault(
      span: part.span,
      message: Localized(
        nb: "\(change.date.text.nb) har ikke vakten \(shown)",
        en: "\(change.date.text.en) has no shift \(shown)"),
      hint: hint(duties))
  }

  private mutating func hint(_ duties: [Shift]) -> Localized {
    guard !duties.isEmpty else {
      return Localized(
        nb: "dagen er fri; +KODE legger til en vakt", en: "the day is free; +CODE adds a shift")
    }
    let listed = duties.map { label(of: $0) }.joined(separator: ", ")
    return Localized(nb: "der står \(listed)", en: "it has \(listed)")
  }

  private mutating func times(of shift: Shift, are text: String) -> Bool {
    guard let interval = try? WrittenInterval(text) else { return false }
    let (start, end) = local(shift)
    return start == interval.start.secondOfDay && end == interval.endSecond
  }

  /// Start and end on the wall clock, in seconds from midnight of the day on which it starts.
  mutating func local(_ shift: Shift) -> (start: Int, end: Int) {
    let start = clock.local(original.origin.seconds + Int64(shift.start))
    let end = clock.local(original.origin.seconds + Int64(shift.end))
    let midnight = start.flooredQuotient(86_400) * 86_400
    return (Int(start - midnight), Int(end - midnight))
  }

  /// `N 22:15–07:45`, `F1`
  private mutating func label(of shift: Shift) -> String {
    let code = codes[Int(shift.code)]
    guard !shift.flags.contains(.allDay) else { return code.isEmpty ? "–" : code }
    let (start, end) = local(shift)
    let times =
      "\(ClockTime(secondOfDay: start).text)–\(ClockTime(secondOfDay: end %% 86_400).text)"
    return code.isEmpty ? times : "\(code) \(times)"
  }

  // MARK: Changing

  private mutating func remove(_ shift: Shift, _ person: Int, _ applied: inout AppliedChange) {
    var own = entries(person)
    if let index = own.firstIndex(where: {
      $0.start == shift.start && $0.end == shift.end && $0.kind == shift.kind
        && $0.code == shift.code
    }) {
      own.remove(at: index)
    }
    rows[person] = own
    applied.before.append(label(of: shift))
  }

  /// Gives somebody entries of a day. A day off gives way to work.
  private mutating func take(_ shifts: [Shift], _ person: Int, _ date: CivilDate) {
    var own = entries(person)
    if shifts.contains(where: { $0.kind.isWork || $0.kind == .onCall }) {
      var kept: [Shift] = []
      for shift in own {
        let isDayOff = shift.kind == .off || shift.kind == .free
        if !isDayOff || self.date(of: shift) != date { kept.append(shift) }
      }
      own = kept
    }
    for var shift in shifts {
      shift.person = UInt32(person)
      own.append(shift)
    }
    own.sort { ($0.start, $0.end, $0.startField) < ($1.start, $1.end, $1.startField) }
    rows[person] = own
  }

  private mutating func add(
    _ part: PlannedChange.Part, _ person: Int, _ date: CivilDate, unit: UInt16?,
    _ applied: inout AppliedChange
  ) throws(PlannedChangeFault) {
    let meaning = try meaning(of: part, on: date, code: nil)
    insert(meaning, person, date, unit: unit ?? usualUnit(person), like: nil, &applied)
  }

  private func usualUnit(_ person: Int) -> UInt16 {
    var counts: [UInt16: Int] = [:]
    for shift in entries(person) where shift.kind.isWork { counts[shift.unit, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
  }

  private mutating func insert(
    _ meaning: Meaning, _ person: Int, _ date: CivilDate, unit: UInt16, like old: Shift?,
    _ applied: inout AppliedChange
  ) {
    func seconds(_ local: Int64) -> (Int32, LocalTime) {
      let resolved = clock.resolve(local: local)
      return (Int32(clamping: resolved.instant.seconds - original.origin.seconds), resolved)
    }
    let (start, opens) = seconds(date.localMidnight + Int64(meaning.start))
    let (end, closes) = seconds(date.localMidnight + Int64(meaning.end))
    var flags: ShiftFlags = meaning.isDay ? .allDay : []
    if case .gap = opens { flags.insert(.startInGap) }
    if case .gap = closes { flags.insert(.endInGap) }
    if case .fold = opens { flags.insert(.startInFold) }
    if case .fold = closes { flags.insert(.endInFold) }
    let shift = Shift(
      start: start, end: end, person: UInt32(person), code: meaning.code, unit: unit,
      kind: meaning.kind, flags: flags, startField: old?.startField ?? .none,
      endFieldDelta: old?.endFieldDelta ?? 0, unpaidBreak: meaning.unpaidBreak)
    take([shift], person, date)
    applied.after.append(label(of: shift))
  }

  private mutating func swap(
    _ person: Int, _ other: Int, _ change: PlannedChange, _ applied: inout AppliedChange
  ) throws(PlannedChangeFault) {
    let (mine, theirs) = (entries(person, on: change.date), entries(other, on: change.date))
    guard (mine + theirs).contains(where: { $0.kind.isWork || $0.kind == .onCall }) else {
      throw PlannedChangeFault(
        span: change.dateSpan,
        message: Localized(
          nb: "begge er fri \(change.date.text.nb)", en: "both are free on \(change.date.text.en)"))
    }
    for shift in mine { remove(shift, person, &applied) }
    var taken = AppliedChange(person: original.people[other], date: change.date)
    for shift in theirs { remove(shift, other, &taken) }
    take(theirs, person, change.date)
    take(mine, other, change.date)
    (applied.other, applied.after, applied.isSwap) = (original.people[other], taken.before, true)
  }
}
