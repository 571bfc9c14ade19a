import FatigueCore

/// The state in which a series starts.
struct InitialState: Equatable, Sendable {
  enum Value: Equatable, Sendable {
    /// S of the three-process model.
    case s(Double)
    /// S + C + U.
    case alertness(Double)
  }

  var at: TimeBound
  /// Of the three-process model.
  var value: Value
  var unified: UnifiedModel.State
}

extension OptionReader {
  /// `--step`: minutes, also parts of one, in seconds.
  func step() throws(UsageError) -> Int32? {
    guard let occurrence = parsed.last(.step), let value = occurrence.value else { return nil }
    let plain = value.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") }
    guard plain, let minutes = Double(value), minutes * 60 >= 1, minutes <= 1440,
      (minutes * 60).rounded() == minutes * 60
    else {
      throw .badValue(
        option: occurrence.spelling, value: value,
        wanted: Localized(
          nb: "minutter i hele sekunder, opp til 1440", en: "minutes in whole seconds, up to 1440"))
    }
    return Int32(minutes * 60)
  }

  /// `--initial at=2026-01-05T06:30,S=14` or `at=…,A=8.38`; for the Unified Model `at=…,S=0[,L=0]`, and where
  /// both are wanted `at=…,S=14[,umpS=0][,umpL=0]`.
  ///
  /// - Parameters:
  ///   - ofUnified: S and L are the Unified Model's.
  ///   - ofAll: The series has both models.
  func initialState(ofUnified: Bool, ofAll: Bool) throws(UsageError) -> InitialState? {
    guard let occurrence = parsed.last(.initial), let text = occurrence.value else { return nil }
    guard parsed.options.count(where: { $0.name == .initial }) == 1 else {
      throw .other(
        Localized(nb: "--initial er gitt to ganger", en: "--initial is given twice"), hint: nil)
    }
    var parts: [String: String] = [:]
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, parts[String(halves[0])] == nil else { throw bad(occurrence, text) }
      parts[String(halves[0])] = String(halves[1])
    }
    func number(_ name: String, _ range: ClosedRange<Double>) throws(UsageError) -> Double? {
      guard let text = parts[name] else { return nil }
      // Decimal numbers only: `Double` also reads hexadecimal ones.
      let isDecimal = text.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
      guard isDecimal, let value = Double(text), value.isFinite else {
        throw bad(occurrence, text)
      }
      guard range.contains(value) else { throw .impossible(name, text, range) }
      return value
    }
    let lapses = UnifiedModel().range
    let s = try number("S", ofUnified ? lapses : HomeostaticProcess().range)
    // What it may be depends on the hour, which is not known here.
    let alertness = try number("A", -100...100)
    let own = (s: try number("umpS", lapses), l: try number("umpL", lapses))
    let l = try number("L", lapses)
    let known: Set = ["at", "S", "A", "L", "umpS", "umpL"]
    guard let at = parts["at"].flatMap(TimeBound.init), known.isSuperset(of: parts.keys),
      l == nil || own.l == nil, ofUnified || ofAll || (own.s == nil && own.l == nil)
    else { throw bad(occurrence, text) }
    if ofUnified {
      guard alertness == nil, (s == nil) != (own.s == nil) else { throw bad(occurrence, text) }
      return InitialState(
        at: at, value: .s(ThreeProcessParameters.wellRested),
        unified: UnifiedModel.State(s: s ?? own.s ?? 0, l: l ?? own.l ?? 0))
    }
    guard (s == nil) != (alertness == nil) else { throw bad(occurrence, text) }
    return InitialState(
      at: at, value: s.map { .s($0) } ?? .alertness(alertness ?? 0),
      unified: UnifiedModel.State(s: own.s ?? 0, l: l ?? own.l ?? 0))
  }

  private func bad(_ occurrence: ParsedArguments.Occurrence, _ text: String) -> UsageError {
    .badValue(
      option: occurrence.spelling, value: text,
      wanted: Localized(
        nb: "at=TID,S=TALL eller at=TID,A=TALL, med ump at=TID,S=TALL[,L=TALL]",
        en: "at=TIME,S=NUMBER or at=TIME,A=NUMBER, with ump at=TIME,S=NUMBER[,L=NUMBER]"))
  }
}

extension UsageError {
  /// A state that the model never reaches.
  static func impossible(
    _ name: String, _ value: String, _ range: ClosedRange<Double>
  ) -> UsageError {
    let (low, high) = (
      NumberText.decimal(hundredths: Int((range.lowerBound * 100).rounded()), digits: 2),
      NumberText.decimal(hundredths: Int((range.upperBound * 100).rounded()), digits: 2)
    )
    return .other(
      Localized(
        nb: "--initial: \(name)=\(value) finnes ikke i modellen",
        en: "--initial: \(name)=\(value) does not exist in the model"),
      hint: Localized(
        nb: "\(name) ligger mellom \(low.nb) og \(high.nb)",
        en: "\(name) lies between \(low.en) and \(high.en)"))
  }
}

extension Settings {
  /// Options about models that do not go together.
  func checkModel(_ parsed: ParsedArguments) throws(UsageError) {
    if command == .check, !model.isSeries {
      throw .other(
        Localized(
          nb: "--model \(model.id) endrer ingenting i check",
          en: "--model \(model.id) changes nothing in check"),
        hint: Localized(
          nb: """
            indeksene regnes alltid og prøves av MOD-FI og MOD-RI; fatigue predict --model \
            \(model.id) skriver dem per vakt
            """,
          en: """
            the indices are always computed and tried by MOD-FI and MOD-RI; fatigue predict --model \
            \(model.id) prints them per duty
            """))
    }
    guard command == .predict else { return }
    func conflict(_ a: OptionName, _ b: OptionName) -> UsageError {
      .other(
        Localized(
          nb: "\(a.long) og \(b.long) utelukker hverandre",
          en: "\(a.long) and \(b.long) exclude each other"), hint: nil)
    }
    if dutiesPath != nil, sleepPath != nil { throw conflict(.duties, .fromSleep) }
    if allModels, parsed.has(.model) { throw conflict(.allModels, .model) }
    if dutiesPath != nil, model.isSeries {
      throw .other(
        Localized(
          nb: "--duties gjelder bare --model rr446", en: "--duties is for --model rr446 only"),
        hint: nil)
    }
    if sleepPath != nil, !model.isSeries {
      throw .other(
        Localized(
          nb: "--model rr446 regner på vakter, ikke på søvn",
          en: "--model rr446 is about duties, not about sleep"), hint: nil)
    }
    if let path = dutiesPath ?? sleepPath, !operands.isEmpty {
      throw .other(
        Localized(
          nb: "\(path) står i stedet for en turnus; \(operands[0]) er for mye",
          en: "\(path) stands instead of a roster; \(operands[0]) is too much"), hint: nil)
    }
    // What a roster needs says nothing about sleep that is known, or about clock hours in a table.
    let aboutRosters: [OptionName] = [.sleep, .assume, .history, .employee, .legend, .layout]
    if sleepPath != nil, let other = aboutRosters.first(where: parsed.has) {
      throw conflict(.fromSleep, other)
    }
    if dutiesPath != nil,
      let other = (aboutRosters + [.from, .to, .parity]).first(where: parsed.has)
    {
      throw conflict(.duties, other)
    }
    if initial != nil, sleepPath == nil {
      throw .other(
        Localized(
          nb: "--initial gjelder bare --from-sleep", en: "--initial is for --from-sleep only"),
        hint: nil)
    }
  }
}
