extension SleepLog {
  /// Reads logs of recorded sleep.
  ///
  /// Never throws and never stops: everything that is not right is among the diagnostics.
  ///
  /// - Parameters:
  ///   - inputs: paths as they are to be shown, and the bytes.
  ///   - options: Where local times are read, and the year of dates without one.
  ///   - sources: The inputs are added to it.
  ///   - zones: Finds a zone that a row names, nil when it is not known.
  public static func read(
    _ inputs: [(path: String, bytes: [UInt8])], options: ReadingOptions,
    sources: inout SourceMap, diagnostics: inout DiagnosticList,
    zones: (String) -> Zone? = { try? ZoneDirectory().zone(named: $0) }
  ) -> SleepLog {
    var log = SleepLog()
    for (path, bytes) in inputs {
      if let refusal = FileKind.refusal(bytes) {
        diagnostics.add(diagnostic(refusal, path))
        continue
      }
      let text = TextDecoding.decode(bytes)
      if let refusal = FileKind.refusal(text: text.bytes.span) {
        diagnostics.add(diagnostic(refusal, path))
        continue
      }
      guard let file = sources.add(path: path, bytes: text.bytes) else {
        diagnostics.add(
          Diagnostic(
            .tooMuchInput, .error, path: path,
            Localized(nb: "for mye inndata", en: "too much input")))
        continue
      }
      withoutActuallyEscaping(zones) { zones in
        var reader = SleepLogReader(
          options, base: sources.position(file: file, offset: 0), zones: zones)
        reader.read(text.bytes)
        diagnostics.add(contentsOf: reader.diagnostics)
        log.add(reader.log)
      }
    }
    log.sort(&diagnostics)
    return log
  }

  private static func diagnostic(_ refusal: FileKind.Refusal, _ path: String) -> Diagnostic {
    Diagnostic(refusal.code, .error, path: path, refusal.message, hint: refusal.hint)
  }

  private mutating func add(_ other: SleepLog) {
    var known = Dictionary(
      zip(people, people.indices), uniquingKeysWith: { first, _ in first })
    let mapped = zip(other.people, other.places).map { person, place in
      if let index = known[person] { return index }
      known[person] = people.count
      people.append(person)
      places.append(place)
      return people.count - 1
    }
    for var entry in other.entries {
      entry.person = mapped[entry.person]
      entries.append(entry)
    }
  }

  /// Sorts, makes one of what overlaps, and says where; says too where a log has a hole.
  private mutating func sort(_ diagnostics: inout DiagnosticList) {
    entries.sort {
      ($0.person, $0.onset, $0.wake, $0.position) < ($1.person, $1.onset, $1.wake, $1.position)
    }
    var kept: [Entry] = []
    kept.reserveCapacity(entries.count)
    for entry in entries {
      guard let last = kept.last, last.person == entry.person else {
        kept.append(entry)
        continue
      }
      if entry.onset < last.wake {
        let isSame = entry.onset == last.onset && entry.wake == last.wake
        diagnostics.add(
          Diagnostic(
            .sleepOverlap, .warning, at: entry.position, length: entry.length,
            isSame
              ? Localized(
                nb: "samme søvn to ganger; talt én gang", en: "one sleep twice; counted once")
              : Localized(
                nb: "søvnen overlapper en annen; regnet som én",
                en: "the sleep overlaps another; counted as one")))
        kept[kept.count - 1].wake = max(last.wake, entry.wake)
        if entry.isNap == false { kept[kept.count - 1].isNap = false }
        continue
      }
      if entry.onset - last.wake > Self.hole {
        let hours = (entry.onset - last.wake).seconds / 3600
        diagnostics.add(
          Diagnostic(
            .sleepLogGap, .warning, at: entry.position, length: entry.length,
            Localized(
              nb: "\(hours) timer uten registrert søvn før denne; der er søvnen predikert",
              en: "\(hours) hours without recorded sleep before this one; there it is predicted")))
      }
      kept.append(entry)
    }
    entries = kept
  }

  /// Longer than this without sleep is a hole in the log, which prediction fills.
  ///
  /// `Assumed:` a duty of 24 h after a day awake is over by then.
  public static let hole = Elapsed.hours(48)
}

extension RosterReading {
  /// Reads logs of recorded sleep, and says what of them is not about the roster.
  ///
  /// - Parameters:
  ///   - options: Those that the roster was read with.
  ///   - zones: Finds a zone that a row names, nil when it is not known.
  public mutating func readSleep(
    _ inputs: [(path: String, bytes: [UInt8])], options: ReadingOptions,
    zones: (String) -> Zone? = { try? ZoneDirectory().zone(named: $0) }
  ) -> SleepLog {
    var options = options
    // The roster's own zone is where its people sleep.
    options.zone = roster?.zone ?? options.zone
    if options.year == nil, let roster,
      roster.firstDate.components.year == roster.lastDate.components.year
    {
      options.year = roster.firstDate.components.year
    }
    let log = SleepLog.read(
      inputs, options: options, sources: &sources, diagnostics: &diagnostics, zones: zones)
    if let roster { log.check(against: roster, person: options.person, &diagnostics) }
    return log
  }
}

extension SleepLog {
  /// The people of a roster by what they are in the log: the index in the roster's people, for each of
  /// ``people``.
  ///
  /// - Parameter person: Whose a log is that names nobody.
  public func matched(to roster: Roster, person: String?) -> [Int?] {
    var byNumber: [String: Int] = [:]
    var byName: [String: Int] = [:]
    for (index, known) in roster.people.enumerated() {
      if !known.number.isEmpty { byNumber[known.number.lowercased()] = index }
      byName[known.name.lowercased()] = byName[known.name.lowercased()] ?? index
    }
    func find(_ name: String) -> Int? {
      let name = name.lowercased()
      return name.isEmpty ? nil : byNumber[name] ?? byName[name]
    }
    return people.map { logged in
      if logged.number.isEmpty, logged.name.isEmpty {
        return person.flatMap { find(PersonText($0).name) } ?? (roster.people.count == 1 ? 0 : nil)
      }
      return find(logged.number) ?? find(logged.name)
    }
  }

  /// Says who is not in the roster, and what was slept on duty.
  fileprivate func check(
    against roster: Roster, person: String?, _ diagnostics: inout DiagnosticList
  ) {
    let matches = matched(to: roster, person: person)
    for (index, match) in matches.enumerated() where match == nil {
      guard diagnostics.keeps(.sleepUnknownPerson) else {
        diagnostics.count(.sleepUnknownPerson, .warning)
        continue
      }
      let isEarly = diagnostics.counts[.sleepUnknownPerson, default: 0] < Self.mostSuggestions
      diagnostics.add(unknown(index, roster, suggests: isEarly))
    }
    guard !entries.isEmpty else { return }
    let (start, end) = roster.period
    let around = (
      roster.instant(start) - .hours(24), roster.instant(end) + .hours(24)
    )
    let isUsed = entries.contains {
      matches[$0.person] != nil && $0.wake > around.0 && $0.onset < around.1
    }
    guard isUsed else {
      let first = entries[0]
      return diagnostics.add(
        Diagnostic(
          .sleepUnused, .warning, at: first.position, length: first.length,
          Localized(
            nb: "ingen søvn i loggen gjelder planen", en: "no sleep in the log is about the plan")))
    }
    noteSleepOnDuty(matches, roster, &diagnostics)
  }

  /// Names of which a nearest one is looked for, and names among which it is.
  private static let mostSuggestions = 50
  private static let mostNames = 20_000

  private func unknown(_ index: Int, _ roster: Roster, suggests: Bool) -> Diagnostic {
    let (person, place) = (people[index], places[index])
    guard !person.name.isEmpty || !person.number.isEmpty else {
      return Diagnostic(
        .sleepWhose, .error, at: place.position, length: 0,
        Localized(
          nb: "loggen sier ikke hvem den gjelder", en: "the log does not say whose it is"),
        hint: Localized(nb: "oppgi hvem med --person", en: "say who with --person"))
    }
    let shown = ByteText.shown(person.name.isEmpty ? person.number : person.name)
    let known =
      suggests ? roster.people.prefix(Self.mostNames).flatMap { [$0.name, $0.number] } : []
    let near = NearestName.nearest(
      to: person.name.isEmpty ? person.number : person.name, in: known.filter { !$0.isEmpty })
    return Diagnostic(
      .sleepUnknownPerson, .warning, at: place.position, length: place.length,
      Localized(
        nb: "\(shown) står ikke i planen; søvnen er ikke brukt",
        en: "\(shown) is not in the plan; the sleep was not used"),
      hint: near.map {
        Localized(
          nb: "mente du \(ByteText.shown($0))?", en: "did you mean \(ByteText.shown($0))?")
      })
  }

  /// One note for each person who slept while the plan has a duty.
  private func noteSleepOnDuty(
    _ matches: [Int?], _ roster: Roster, _ diagnostics: inout DiagnosticList
  ) {
    var i = 0
    while i < entries.count {
      let first = i
      let person = entries[i].person
      while i < entries.count, entries[i].person == person { i += 1 }
      guard let match = matches[person] else { continue }
      let work = roster.shifts[roster.slices[match]].filter(\.kind.isWork)
      var onDuty: [Entry] = []
      var next = work.startIndex
      for entry in entries[first..<i] {
        // Sorted by start: those that end well before are over for good.
        while next < work.endIndex, roster.instant(work[next].end) <= entry.onset { next += 1 }
        if work[next...].prefix(8).contains(where: {
          roster.instant($0.start) < entry.wake && roster.instant($0.end) > entry.onset
        }) {
          onDuty.append(entry)
        }
      }
      guard let entry = onDuty.first else { continue }
      let count = onDuty.count
      // A roster given as a log, or a log of other weeks.
      let isAll = count > 1 && count == i - first
      diagnostics.add(
        Diagnostic(
          .sleepInDuty, isAll ? .warning : .note, at: entry.position, length: entry.length,
          Localized(
            nb: count == 1
              ? "denne søvnen er registrert på vakt"
              : "\(count) søvner er registrert på vakt, fra denne",
            en: count == 1
              ? "this sleep was recorded on duty"
              : "\(count) sleeps were recorded on duty, from this one")))
    }
  }
}
