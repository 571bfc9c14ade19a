/// What formats write to: one roster, its people, and what is to be said about the inputs.
public struct RosterCollector: Sendable {
  public internal(set) var options: ReadingOptions
  /// Finds a zone by name, nil when it is not known here.
  public let zones: @Sendable (String) -> Zone?
  public internal(set) var sources = SourceMap()
  public var builder: RosterBuilder
  public var diagnostics = DiagnosticList()
  public var understood: [InputSummary] = []
  private var byNumber: [String: UInt32] = [:]
  private var byName: [String: Namesakes] = [:]
  /// Counts whenever somebody is added or identified.
  private(set) var changes = 0
  /// How many long names were cut to the same letters.
  private var cutCopies: [String: Int] = [:]

  /// The people who share a name.
  private struct Namesakes {
    var first: UInt32
    var count = 1
    /// The one without a staff number.
    var nameless: UInt32?
    /// The first few staff numbers, for a message.
    var numbers: [String] = []
  }

  init(options: ReadingOptions, zone: Zone, zones: @escaping @Sendable (String) -> Zone?) {
    self.options = options
    self.zones = zones
    builder = RosterBuilder(zone: zone)
  }

  /// Adds a diagnostic; its texts are made only when it will be kept.
  public mutating func report(
    _ code: DiagnosticCode, _ severity: Severity, at position: SourcePosition, length: Int = 0,
    path: String? = nil, _ message: @autoclosure () -> Localized,
    hint: @autoclosure () -> Localized? = nil
  ) {
    if diagnostics.keeps(code) {
      diagnostics.add(
        Diagnostic(
          code, severity, at: position, length: length, path: path, message(), hint: hint())
      )
    } else {
      diagnostics.count(code, severity)
    }
  }

  /// Characters of a name that are kept.
  public static let longestName = 120

  /// Names that were said to have had hidden characters.
  private var hiddenNames: Set<String> = []

  /// Finds or adds a person as written, and says when characters were taken out of the name: it may then
  /// be another's.
  mutating func person(
    _ text: PersonText, at position: SourcePosition, length: Int = 0
  ) -> UInt32 {
    if text.hadHidden, hiddenNames.count < 10_000, hiddenNames.insert(text.name).inserted {
      let name = ByteText.shown(text.name)
      report(
        .hiddenCharacters, .warning, at: position, length: length,
        Localized(
          nb: "usynlige tegn er tatt bort fra navnet: \(name)",
          en: "invisible characters were taken out of the name: \(name)"))
    }
    return person(number: text.number, name: text.name, at: position, length: length)
  }

  /// Finds or adds a person: by staff number, else by name. Says when names and numbers disagree.
  ///
  /// - Parameters:
  ///   - number: empty when the input has none.
  ///   - name: given name first; empty when the input has none.
  public mutating func person(
    number: String, name: String, at position: SourcePosition, length: Int = 0
  ) -> UInt32 {
    let name = name.isEmpty ? number : name
    if !number.isEmpty, let known = byNumber[number] {
      let first = builder.people[Int(known)].name
      if name != number, shortened(name) != first {
        report(
          .oneNumberTwoNames, .warning, at: position, length: length,
          Localized(
            nb: "ansattnummer \(ByteText.shown(number)) står både med navnet "
              + "\(ByteText.shown(first)) og \(ByteText.shown(name)); regnet som én person",
            en: "staff number \(ByteText.shown(number)) carries both the name "
              + "\(ByteText.shown(first)) and \(ByteText.shown(name)); counted as one person"))
      }
      return known
    }
    let namesakes = name == number ? nil : byName[name]
    if let namesakes, number.isEmpty {
      if namesakes.count == 1 { return namesakes.first }
      if let nameless = namesakes.nameless { return nameless }
    } else if let namesakes, namesakes.count == 1, let nameless = namesakes.nameless {
      changes += 1
      builder.identify(nameless, number: number)
      byNumber[number] = nameless
      byName[name]?.nameless = nil
      byName[name]?.numbers = [number]
      return nameless
    }
    return add(number: number, name: name, namesakes, at: position, length: length)
  }

  private mutating func add(
    number: String, name: String, _ namesakes: Namesakes?, at position: SourcePosition, length: Int
  ) -> UInt32 {
    if let namesakes {
      let listed = (namesakes.numbers + (number.isEmpty ? [] : [number])).prefix(8)
        .map { ByteText.shown($0) }.joined(separator: ", ")
      report(
        .oneNameTwoNumbers, .warning, at: position, length: length,
        Localized(
          nb: "\(namesakes.count + 1) ansatte heter \(ByteText.shown(name)) (\(listed)); "
            + "de holdes fra hverandre",
          en: "\(namesakes.count + 1) employees are called \(ByteText.shown(name)) (\(listed)); "
            + "they are kept apart"))
    }
    var kept = shortened(name)
    if kept != name {
      report(
        .longName, .warning, at: position, length: length,
        Localized(
          nb: "navnet er over \(Self.longestName) tegn (vist forkortet): \(ByteText.shown(name))",
          en: "name of over \(Self.longestName) characters (shown cut): \(ByteText.shown(name))"),
        hint: Localized(
          nb: "mangler det et anførselstegn eller et skilletegn?",
          en: "is a quote or a delimiter missing?"))
      // Two long names may begin alike; they stay two people.
      let copies = cutCopies[kept, default: 0] + 1
      cutCopies[kept] = copies
      if copies > 1 { kept += " [\(copies)]" }
    }
    changes += 1
    let index = builder.person(Person(number: number, name: kept))
    if !number.isEmpty { byNumber[number] = index }
    guard name != number else { return index }
    if namesakes == nil {
      byName[name] = Namesakes(
        first: index, nameless: number.isEmpty ? index : nil,
        numbers: number.isEmpty ? [] : [number])
    } else {
      byName[name]?.count += 1
      if number.isEmpty, byName[name]?.nameless == nil { byName[name]?.nameless = index }
      if !number.isEmpty, namesakes?.numbers.count ?? 0 < 8 { byName[name]?.numbers.append(number) }
    }
    return index
  }

  private func shortened(_ name: String) -> String {
    guard name.utf8.count > Self.longestName, name.count > Self.longestName else { return name }
    return String(name.prefix(Self.longestName)) + "…"
  }
}
