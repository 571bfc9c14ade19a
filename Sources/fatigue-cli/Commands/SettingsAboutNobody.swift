import FatigueCore

/// People, units and codes of the settings that a roster does not have: most often they are misspelt, and
/// what was set for them has no effect.
extension CommandContext {
  /// Warns of each where it stands in the file, with the nearest that the roster has.
  func mentionStrangers(_ roster: Roster) {
    let mentions = configuration.value.mentions
    // What `--from` and `--to` leave out may well be somewhere else in the file.
    guard !mentions.isEmpty, settings.from == nil, settings.to == nil else { return }
    let known: [Configuration.Mention.Kind: [String]] = [
      .person: roster.people.flatMap { [$0.number, $0.name] },
      .unit: Set(roster.shifts.map(\.unit)).map { roster.units[Int($0)] },
      .code: Set(roster.shifts.map(\.code)).map { roster.codes[Int($0)] },
    ]
    let sorted = known.mapValues { Set($0).sorted() }
    var list = DiagnosticList()
    for mention in mentions where sorted[mention.kind]?.contains(mention.text) == false {
      list.add(diagnostic(mention, sorted[mention.kind]?.filter { !$0.isEmpty } ?? []))
    }
    for diagnostic in doubled(roster) { list.add(diagnostic) }
    complain(list, in: configuration.sources)
  }

  /// Tables by the names of people who have one by their staff number too: only that one counts.
  private func doubled(_ roster: Roster) -> [Diagnostic] {
    let own = configuration.value.mentions.filter { $0.table == "[person]" }
    guard own.count > 1 else { return [] }
    let tables = Set(own.map(\.text))
    return own.compactMap { mention in
      let person = roster.people.first {
        $0.name == mention.text && $0.number != mention.text && tables.contains($0.number)
      }
      guard let person else { return nil }
      let (name, number) = (mention.text, person.number)
      return Diagnostic(
        .configurationTwice, .warning, at: SourcePosition(UInt32(mention.span.lowerBound)),
        length: mention.span.count,
        Localized(
          nb: "[person.\"\(name)\"] er om den samme som [person.\"\(number)\"], og er ikke brukt",
          en: "[person.\"\(name)\"] is about the same as [person.\"\(number)\"], and is not used"),
        hint: Localized(nb: "skriv alt i én tabell", en: "write all in one table"))
    }
  }

  private func diagnostic(_ mention: Configuration.Mention, _ known: [String]) -> Diagnostic {
    let (word, text) = (Self.word(mention.kind), mention.text)
    let near = NearestName.nearest(to: text, in: known)
    let only = known.count == 1 ? known.first : nil
    return Diagnostic(
      .configurationNobody, .warning, at: SourcePosition(UInt32(mention.span.lowerBound)),
      length: mention.span.count,
      Localized(
        nb: "\(word.nb) \(text) i \(mention.table) står ikke i planen",
        en: "\(word.en) \(text) of \(mention.table) is not in the plan"),
      hint: (near ?? only).map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") })
  }

  private static func word(_ kind: Configuration.Mention.Kind) -> Localized {
    switch kind {
    case .person: Localized(nb: "den ansatte", en: "the employee")
    case .unit: Localized(nb: "enheten", en: "the unit")
    case .code: Localized(nb: "vaktkoden", en: "the shift code")
    }
  }
}

extension CommandContext {
  /// Warns of files that are named after somebody in them, where a report does not name that person.
  func mentionNamedFiles(_ roster: Roster) {
    guard settings.names != .real else { return }
    var list = DiagnosticList()
    for path in settings.operands where roster.hasName(inFile: path) {
      list.add(
        Diagnostic(
          .fileNamesSomebody, .warning, path: DisplayPath.shown(path),
          Localized(
            nb: "navnet på filen nevner en ansatt, og står i rapporten",
            en: "the name of the file names an employee, and stands in the report"),
          hint: Localized(
            nb: "gi filen et annet navn før rapporten deles",
            en: "give the file another name before the report is shared")))
    }
    complain(list, in: SourceMap())
  }
}
