/// What `convert` wrote of an event beside the properties that all programs read; numbers are those of
/// ``CalendarTexts``, -1 for what is missing.
struct OwnEntry {
  var kind: ShiftKind?
  var person: Int32 = -1
  var number: Int32 = -1
  var code: Int32 = -1
  var unit: Int32 = -1
  var tags: Int32 = -1
  var summary = ""
  var uid = ""
  var source = ""
}

/// A person as `convert` wrote the name, and who that was the last time.
struct OwnPerson {
  var text: PersonText
  /// Of the staff number, as ``OwnEntry/number``.
  var number: Int32 = -1
  var index: UInt32 = 0
  /// How many changes there had been to who is known; -1 when the person must be looked up.
  var changes = -1
}

/// A code or a unit, and its index in the roster once it has been asked for.
struct OwnCode {
  var text: String
  var index: UInt16?
}

extension CalendarReader {
  /// Reads a property that `convert` wrote.
  mutating func readOwn(_ line: ContentLine, _ bytes: Span<UInt8>) {
    guard let known = event?.own else { return }
    if known < 0 {
      event?.own = Int32(clamping: own.count)
      own.append(OwnEntry())
    }
    let index = own.count - 1
    func text() -> String { CalendarText.unescaped(bytes, line.value).text }
    switch line.property {
    case .ownKind:
      let kind = texts.kinds.number(bytes, line.value) {
        let name = text()
        return ShiftKind.allCases.first { $0.name == name }
      }
      own[index].kind = texts.kinds[kind]
    case .ownPerson:
      own[index].person = texts.people.number(bytes, line.value) {
        OwnPerson(text: PersonText(text()))
      }
    case .ownNumber: own[index].number = texts.numbers.number(bytes, line.value) { text() }
    case .ownCode: own[index].code = texts.codes.number(bytes, line.value) { OwnCode(text: text()) }
    case .ownUnit: own[index].unit = texts.units.number(bytes, line.value) { OwnCode(text: text()) }
    case .ownTags:
      own[index].tags = texts.tags.number(bytes, line.value) {
        var fields = NormalisedFields()
        fields.readTags(text())
        return fields
      }
    case .ownSummary: own[index].summary = text()
    case .ownIdentifier: own[index].uid = text()
    case .ownSource:
      let source = text()
      own[index].source = source.utf8.count <= 1000 ? source : String(source.prefix(1000))
    default: break
    }
  }

  /// Enters what `convert` wrote, as it was.
  mutating func addOwn(
    _ event: CalendarEvent, _ first: Int32, _ last: Int32, _ flags: ShiftFlags,
    _ field: SourcePosition, _ apart: Int, on date: CivilDate, kind: ShiftKind
  ) {
    let own = own[Int(event.own)]
    let person = person(own, at: event.begin)
    var flags = flags
    // The times stand in UTC: no clock is asked.
    flags.remove([.startInGap, .endInGap, .startInFold, .endInFold])
    collector.builder.append(
      Shift(
        start: first, end: last, person: person, code: code(own.code), unit: unit(own.unit),
        kind: own.kind ?? kind, flags: flags, startField: field,
        endFieldDelta: Int16(exactly: apart) ?? 0,
        unpaidBreak: own.tags < 0 ? 0 : texts.tags[own.tags].unpaidBreak), startingOn: date)
    entries += 1
    collector.builder.details.put(EntryDetails(summary: own.summary, uid: own.uid), at: field)
    if !own.source.isEmpty { collector.builder.carriedSources.put(own.source, at: field) }
  }

  /// Whose entry it is: looked up again only when somebody was added or identified, or the last time was not plain.
  private mutating func person(_ own: OwnEntry, at begin: UInt32) -> UInt32 {
    let isPlain = own.person >= 0 && own.tags < 0
    if isPlain {
      let known = texts.people[own.person]
      if known.changes == collector.changes, known.number == own.number { return known.index }
    }
    let text = own.person < 0 ? PersonText("") : texts.people[own.person].text
    var number = own.number < 0 ? "" : texts.numbers[own.number]
    if number.isEmpty, own.tags >= 0 { number = texts.tags[own.tags].number }
    if number.isEmpty { number = text.number }
    let index = collector.person(number: number, name: text.name, at: position(begin))
    let person = collector.builder.people[Int(index)]
    // Under another name something is said each time.
    if isPlain, person.name == text.name, person.number == number {
      texts.people[own.person] = OwnPerson(
        text: text, number: own.number, index: index, changes: collector.changes)
    }
    return index
  }

  private mutating func code(_ number: Int32) -> UInt16 {
    if number < 0 { return 0 }
    if let index = texts.codes[number].index { return index }
    let index = collector.builder.code(texts.codes[number].text) ?? 0
    texts.codes[number].index = index
    return index
  }

  private mutating func unit(_ number: Int32) -> UInt16 {
    if number < 0 { return 0 }
    if let index = texts.units[number].index { return index }
    let index = collector.builder.unit(texts.units[number].text) ?? 0
    texts.units[number].index = index
    return index
  }
}
