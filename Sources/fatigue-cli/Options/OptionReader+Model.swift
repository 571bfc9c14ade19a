import FatigueCore

/// The state in which a series starts.
struct InitialState: Equatable, Sendable {
  enum Value: Equatable, Sendable {
    /// S, of the three-process model or of the unified one.
    case s(Double)
    /// S + C + U.
    case alertness(Double)
  }

  var at: TimeBound
  var value: Value
  /// L of the unified model.
  var l: Double?

  /// The start of the unified model's series.
  var unified: UnifiedModel.State? {
    guard case .s(let s) = value else { return nil }
    return UnifiedModel.State(s: s, l: l ?? 0)
  }
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

  /// `--initial at=2026-01-05T06:30,S=14[,L=0]` or `at=…,A=8.38`.
  func initialState() throws(UsageError) -> InitialState? {
    guard let occurrence = parsed.last(.initial), let text = occurrence.value else { return nil }
    var parts: [String: String] = [:]
    for part in text.split(separator: ",") {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, parts[String(halves[0])] == nil else { throw bad(occurrence, text) }
      parts[String(halves[0])] = String(halves[1])
    }
    func number(_ name: String) throws(UsageError) -> Double? {
      guard let text = parts[name] else { return nil }
      guard let value = Double(text), value.isFinite, value.magnitude < 1000 else {
        throw bad(occurrence, text)
      }
      return value
    }
    let (s, alertness, l) = (try number("S"), try number("A"), try number("L"))
    let known: Set = ["at", "S", "A", "L"]
    guard let at = parts["at"].flatMap(TimeBound.init), known.isSuperset(of: parts.keys),
      (s == nil) != (alertness == nil), l == nil || s != nil
    else { throw bad(occurrence, text) }
    return InitialState(
      at: at, value: s.map { .s($0) } ?? .alertness(alertness ?? 0), l: l)
  }

  private func bad(_ occurrence: ParsedArguments.Occurrence, _ text: String) -> UsageError {
    .badValue(
      option: occurrence.spelling, value: text,
      wanted: Localized(
        nb: "at=TID,S=TALL[,L=TALL] eller at=TID,A=TALL",
        en: "at=TIME,S=NUMBER[,L=NUMBER] or at=TIME,A=NUMBER"))
  }
}

extension Settings {
  /// Options about models that do not go together.
  func checkModel(_ parsed: ParsedArguments) throws(UsageError) {
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
    if initial != nil, sleepPath == nil {
      throw .other(
        Localized(
          nb: "--initial gjelder bare --from-sleep", en: "--initial is for --from-sleep only"),
        hint: nil)
    }
  }
}
