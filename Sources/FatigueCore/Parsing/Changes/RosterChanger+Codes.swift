extension RosterChanger {
  /// What is put in place: a shift with times, or a day without work.
  struct Meaning {
    /// Seconds on the wall clock from midnight of the day.
    var start = 0
    var end = 86_400
    var kind: ShiftKind
    var code: UInt16
    var unpaidBreak: UInt16 = 0
    var isDay = false
  }

  /// - Parameter code: of the shift that gets other times; nil for a new one.
  mutating func meaning(
    of part: PlannedChange.Part, on date: CivilDate, code: UInt16?
  ) throws(PlannedChangeFault) -> Meaning {
    if part.text.utf8.contains(where: ByteText.isDigit), let times = try times(part) {
      return Meaning(
        start: times.start.secondOfDay, end: times.endSecond, kind: .work, code: code ?? 0)
    }
    if let usual = usual(part.text, on: date) { return usual }
    if let entry = legend[part.text] {
      return Meaning(
        start: entry.start.secondOfDay, end: entry.endSecond, kind: entry.kind,
        code: intern(part.text), unpaidBreak: UInt16(clamping: entry.unpaidBreak))
    }
    if let kind = legend.day(part.text) ?? DayCodes.meaning(of: part.text)?.wholeDay {
      return Meaning(kind: kind, code: intern(part.text), isDay: true)
    }
    let shown = ByteText.shown(part.text)
    let known = Set(original.shifts.map(\.code)).map { codes[Int($0)] }.filter { !$0.isEmpty }
      .sorted()
    let list = known.prefix(12).joined(separator: ", ")
    // Of codes of one letter any is as near as the next.
    let near = NearestName.nearest(to: part.text, in: known, within: part.text.count / 2)
    throw PlannedChangeFault(
      span: part.span,
      message: Localized(
        nb: "ingen vet når vakten \(shown) er", en: "nobody knows when the shift \(shown) is"),
      hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") }
        ?? (known.isEmpty
          ? Localized(
            nb: "skriv tidene, som 07:30-15:30", en: "write the times, such as 07:30-15:30")
          : Localized(
            nb: "planen har \(list); eller skriv tidene, som 07:30-15:30",
            en: "the plan has \(list); or write the times, such as 07:30-15:30")))
  }

  /// Nil when the text is no stretch of time at all.
  private func times(_ part: PlannedChange.Part) throws(PlannedChangeFault) -> WrittenInterval? {
    do throws(WrittenIntervalError) {
      return try WrittenInterval(part.text)
    } catch {
      switch error {
      case .empty, .notAnInterval: return nil
      // `K1-2` may be a code.
      case .start(let fault), .end(let fault):
        if case .notAClockTime = fault { return nil }
        let shown = ByteText.shown(part.text)
        let value = ValueFault(fault, shown)
        throw PlannedChangeFault(span: part.span, message: value.message, hint: value.hint)
      case .equal:
        throw PlannedChangeFault(
          span: part.span,
          message: Localized(
            nb: "start og slutt er like: 0 eller 24 timer?",
            en: "start equals end: 0 or 24 hours?"))
      }
    }
  }

  /// The times that a code has most often in the plan: on that weekday, else on any.
  private mutating func usual(_ text: String, on date: CivilDate) -> Meaning? {
    guard let code = code(text) else { return nil }
    var counts: [[Int]: Int] = [:]
    var day: ShiftKind?
    for shift in original.shifts where shift.code == code {
      guard !shift.flags.contains(.allDay) else {
        day = shift.kind
        continue
      }
      let (start, end) = local(shift)
      let isSameWeekday = self.date(of: shift).weekday == date.weekday
      let key = [start, end, Int(shift.kind.rawValue), Int(shift.unpaidBreak)]
      // One on the same weekday goes before any number of others.
      counts[key, default: 0] += isSameWeekday ? 1 << 32 : 1
    }
    guard
      let most = counts.max(by: { a, b in
        a.value != b.value ? a.value < b.value : b.key.lexicographicallyPrecedes(a.key)
      })?.key
    else {
      return day.map { Meaning(kind: $0, code: code, isDay: true) }
    }
    return Meaning(
      start: most[0], end: most[1], kind: ShiftKind(rawValue: UInt8(most[2])) ?? .work,
      code: code, unpaidBreak: UInt16(clamping: most[3]))
  }

  /// A code of the plan; capital and small letters are one where only one spelling is there.
  private func code(_ text: String) -> UInt16? {
    if let exact = codes.firstIndex(of: text), exact > 0 { return UInt16(exact) }
    let alike = codes.indices.dropFirst().filter { codes[$0].lowercased() == text.lowercased() }
    return alike.count == 1 ? UInt16(alike[0]) : nil
  }

  private mutating func intern(_ text: String) -> UInt16 {
    if let known = code(text) { return known }
    guard codes.count < RosterBuilder.mostNames else { return 0 }
    codes.append(text)
    return UInt16(codes.count - 1)
  }
}
