import FatigueCore

/// Reads values of options into types.
struct OptionReader {
  let parsed: ParsedArguments
  let command: CommandName

  func choice(_ name: OptionName) throws(UsageError) -> String? {
    guard let occurrence = parsed.last(name), let value = occurrence.value else { return nil }
    let choices = OptionTable.choices(OptionTable.spec(name), for: command)
    guard choices.contains(value) else {
      throw .badChoice(option: occurrence.spelling, value: value, choices: choices)
    }
    return value
  }

  func integer(_ name: OptionName, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let occurrence = parsed.last(name), let value = occurrence.value else { return nil }
    guard let number = Int(value), range.contains(number), value.first != "+" else {
      throw .badValue(
        option: occurrence.spelling, value: value,
        wanted: Localized(
          nb: "et helt tall fra \(range.lowerBound) til \(range.upperBound)",
          en: "a whole number from \(range.lowerBound) to \(range.upperBound)"))
    }
    return number
  }

  /// Every value of a repeatable option, split at commas.
  func list(_ name: OptionName) -> [String] {
    parsed.options.filter { $0.name == name }.flatMap { occurrence in
      (occurrence.value ?? "").split(separator: ",").map(String.init)
    }
  }

  /// The same of people, whom each of them names: nobody named would be everybody.
  func people(_ name: OptionName) throws(UsageError) -> [String] {
    for occurrence in parsed.options where occurrence.name == name {
      let value = occurrence.value ?? ""
      guard value.contains(where: { $0 != "," && !$0.isWhitespace }) else {
        throw .badValue(
          option: name.long, value: value,
          wanted: Localized(nb: "et navn eller ansattnummer", en: "a name or staff number"))
      }
    }
    return list(name)
  }

  /// The lanes in which somebody who comes off worse fails: `worse` for all of them, or their names.
  func comparisonLanes(_ name: OptionName) throws(UsageError) -> Set<ComparisonLane> {
    var lanes: Set<ComparisonLane> = []
    for occurrence in parsed.options where occurrence.name == name {
      for word in (occurrence.value ?? "").split(separator: ",", omittingEmptySubsequences: false) {
        if word == "worse" {
          lanes.formUnion(ComparisonLane.allCases)
        } else if let lane = ComparisonLane(rawValue: String(word)) {
          lanes.insert(lane)
        } else {
          throw .badChoice(
            option: name.long, value: String(word),
            choices: ["worse"] + ComparisonLane.allCases.map(\.rawValue))
        }
      }
    }
    return lanes
  }

  /// A value that is not empty.
  func text(_ name: OptionName) throws(UsageError) -> String? {
    guard let occurrence = parsed.last(name), let value = occurrence.value else { return nil }
    guard value.contains(where: { !$0.isWhitespace }) else {
      throw .missingValue(option: occurrence.spelling, value: Localized(nb: "NAVN", en: "NAME"))
    }
    return value
  }

  func timeBound(_ name: OptionName) throws(UsageError) -> TimeBound? {
    guard let occurrence = parsed.last(name), let value = occurrence.value else { return nil }
    guard let bound = TimeBound(value) else {
      throw .badValue(
        option: occurrence.spelling, value: value,
        wanted: Localized(
          nb: "en dato (2026-03-29) eller et tidspunkt (2026-03-29T07:30, også med +01:00 eller Z)",
          en: "a date (2026-03-29) or a date-time (2026-03-29T07:30, also with +01:00 or Z)"))
    }
    return bound
  }

  /// Every report asked for; one of the default format to standard output when none is named.
  func outputs() throws(UsageError) -> [OutputRequest] {
    let formats = OptionTable.spec(command).formats
    guard let standard = formats.first else { return [] }
    var requests: [OutputRequest] = []
    for occurrence in parsed.options where occurrence.name == .format {
      requests.append(try request(occurrence, formats))
    }
    if requests.isEmpty {
      requests = [OutputRequest(format: standard, destination: .standardOutput)]
    }
    if !command.writesRoster, let occurrence = parsed.last(.output), let path = occurrence.value {
      try send(&requests, to: path, occurrence.spelling)
    }
    try checkDestinations(requests)
    return requests.map(\.asPage)
  }

  private func request(
    _ occurrence: ParsedArguments.Occurrence, _ formats: [String]
  ) throws(UsageError) -> OutputRequest {
    let value = occurrence.value ?? ""
    let equals = value.firstIndex(of: "=")
    var format = value[..<(equals ?? value.endIndex)]
    let path = equals.map { String(value[value.index(after: $0)...]) }
    let appends = path != nil && format.hasSuffix("+")
    if appends { format = format.dropLast() }
    guard formats.contains(String(format)) else {
      throw .badChoice(option: occurrence.spelling, value: String(format), choices: formats)
    }
    guard let path, path != "-" else {
      return OutputRequest(format: String(format), destination: .standardOutput)
    }
    guard !path.isEmpty else {
      throw .missingValue(
        option: "\(occurrence.spelling) \(value)", value: Localized(nb: "FIL", en: "FILE"))
    }
    return OutputRequest(format: String(format), destination: .file(path, appends: appends))
  }

  /// `-o` names the file of the one report that has none.
  private func send(
    _ requests: inout [OutputRequest], to path: String, _ spelling: String
  ) throws(UsageError) {
    guard !path.isEmpty else {
      throw .missingValue(option: spelling, value: Localized(nb: "FIL", en: "FILE"))
    }
    let loose = requests.indices.filter { requests[$0].destination == .standardOutput }
    guard loose.count <= 1 else { throw .severalToStandardOutput }
    guard let index = loose.first else {
      throw .other(
        Localized(
          nb: "\(spelling) har ingen rapport å skrive; alle har en fil",
          en: "\(spelling) has no report to write; all have a file"), hint: nil)
    }
    if path != "-" { requests[index].destination = .file(path, appends: false) }
  }

  private func checkDestinations(_ requests: [OutputRequest]) throws(UsageError) {
    var paths: Set<String> = []
    var loose = 0
    for request in requests {
      switch request.destination {
      case .standardOutput: loose += 1
      case .file(let path, let appends):
        if !paths.insert(DisplayPath.normalised(path)).inserted, !appends {
          throw .sameFileTwice(path)
        }
      }
    }
    guard loose <= 1 else { throw .severalToStandardOutput }
  }
}
