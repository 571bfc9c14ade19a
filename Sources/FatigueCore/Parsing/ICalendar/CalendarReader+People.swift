extension CalendarReader {
  /// Where a person's name was found.
  enum PersonSource: Int {
    case option, calendar, attendee, category, title, organizer, file
  }

  /// Whose entry it is; says once for each way of finding out which it was.
  mutating func person(_ event: CalendarEvent, _ master: CalendarEvent?) -> UInt32 {
    if let name = collector.options.person { return shared(.option, name, event) }
    let wanted = collector.options.calendarPerson
    if wanted == .automatic || wanted == .calendar, !state.name.isEmpty {
      return shared(.calendar, state.name, event)
    }
    if let person = own(event, wanted) { return person }
    if let master, let person = own(master, wanted) { return person }
    return shared(.file, fileName, event)
  }

  /// The person that the event itself names.
  private mutating func own(
    _ event: CalendarEvent, _ wanted: ReadingOptions.CalendarPerson
  ) -> UInt32? {
    if event.attendee >= 0, wanted == .automatic || wanted == .attendee {
      return named(.attendee, event.attendee, event)
    }
    if event.category >= 0, wanted == .automatic || wanted == .category {
      return named(.category, event.category, event)
    }
    if event.summary >= 0, wanted == .automatic || wanted == .summary,
      let name = texts.title(event.summary).person
    {
      if let known = personOfTitle[event.summary] { return known }
      if texts.title(event.summary).hadHidden { texts.hidden.insert(name) }
      let person = find(.title, name, "", event)
      personOfTitle[event.summary] = person
      return person
    }
    if wanted == .automatic, event.number >= 0, event.organizer >= 0 {
      return named(.organizer, event.organizer, event)
    }
    return nil
  }

  /// The name of the input without folder and ending.
  private var fileName: String {
    let last = input.path.split(separator: "/").last.map(String.init) ?? input.path
    let parts = last.split(separator: ".")
    let name = parts.count > 1 ? parts.dropLast().joined(separator: ".") : last
    return name.isEmpty ? "?" : name
  }

  /// The person of the whole calendar.
  private mutating func shared(
    _ source: PersonSource, _ name: String, _ event: CalendarEvent
  ) -> UInt32 {
    if let fallbackPerson { return fallbackPerson }
    let person = find(source, name, "", event)
    fallbackPerson = person
    return person
  }

  private mutating func named(
    _ source: PersonSource, _ name: Int32, _ event: CalendarEvent
  ) -> UInt32 {
    let key = UInt64(UInt32(name)) << 32 | UInt64(UInt32(bitPattern: event.number))
    if let known = personOfName[key] { return known }
    let number = event.number < 0 ? "" : texts.name(event.number)
    let person = find(source, texts.name(name), number, event)
    personOfName[key] = person
    return person
  }

  private mutating func find(
    _ source: PersonSource, _ name: String, _ number: String, _ event: CalendarEvent
  ) -> UInt32 {
    var text = PersonText(name)
    text.hadHidden = text.hadHidden || texts.hidden.contains(name)
    if !number.isEmpty { text.number = PersonText.cleaned(number) }
    let line = source == .calendar ? state.nameLine : event.begin
    if sources.insert(source).inserted { reportSource(source, text.name, line) }
    return collector.person(text, at: position(line))
  }

  private mutating func reportSource(_ source: PersonSource, _ name: String, _ line: UInt32) {
    let shown = ByteText.shown(name)
    let place: Localized =
      switch source {
      case .option: Localized(nb: "--person", en: "--person")
      case .calendar: Localized(nb: "X-WR-CALNAME", en: "X-WR-CALNAME")
      case .attendee: Localized(nb: "deltakeren (ATTENDEE)", en: "the attendee")
      case .category: Localized(nb: "kategorien (CATEGORIES)", en: "the category")
      case .title: Localized(nb: "tittelen (SUMMARY)", en: "the title (SUMMARY)")
      case .organizer: Localized(nb: "arrangøren (ORGANIZER)", en: "the organizer")
      case .file: Localized(nb: "filnavnet", en: "the name of the file")
      }
    say(
      .whoseCalendar, .note, line,
      Localized(
        nb: "navnet er hentet fra \(place.nb): \(shown)",
        en: "the name comes from \(place.en): \(shown)"))
  }
}
