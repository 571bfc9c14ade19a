/// A command line taken apart, before any value is judged.
struct ParsedArguments: Equatable, Sendable {
  struct Occurrence: Equatable, Sendable {
    var name: OptionName
    /// As typed: `-f` or `--format`.
    var spelling: String
    /// Nil for an option without a value.
    var value: String?
  }

  var command: CommandName?
  var operands: [String] = []
  var options: [Occurrence] = []

  func has(_ name: OptionName) -> Bool { options.contains { $0.name == name } }
  /// The last one counts.
  func last(_ name: OptionName) -> Occurrence? { options.last { $0.name == name } }
}

/// The grammar: options anywhere, `--` ends them, `--opt=value` or `--opt value`, short options
/// combine only without values, long options are never abbreviated.
struct ArgumentParser {
  private var rest: ArraySlice<String>
  private var result = ParsedArguments()
  private var words: [String] = []

  private init(_ arguments: [String]) { rest = arguments[...] }

  /// - Parameter arguments: without the name of the program.
  static func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
    var parser = ArgumentParser(arguments)
    try parser.readAll()
    return parser.result
  }

  private mutating func readAll() throws(UsageError) {
    // The command first, so that a wrong option can be compared with those it has.
    result.command = Self.guessCommand(rest)
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        break
      }
      if argument.hasPrefix("--") {
        try readLong(argument)
      } else if argument.hasPrefix("-"), argument != "-" {
        try readShort(argument)
      } else {
        words.append(argument)
      }
    }
    try readWords()
    try checkOwners()
  }

  /// The first word that is a command.
  private static func guessCommand(_ arguments: ArraySlice<String>) -> CommandName? {
    for argument in arguments {
      if let command = CommandName(rawValue: argument) { return command }
    }
    return nil
  }

  private mutating func readLong(_ argument: String) throws(UsageError) {
    let equals = argument.firstIndex(of: "=")
    let spelling = String(argument[..<(equals ?? argument.endIndex)])
    guard let option = OptionTable.option(long: String(spelling.dropFirst(2))) else {
      throw .unknownOption(spelling, near: near)
    }
    let inline = equals.map { String(argument[argument.index(after: $0)...]) }
    try append(option, spelling, inline)
  }

  private mutating func readShort(_ argument: String) throws(UsageError) {
    let letters = argument.dropFirst()
    for letter in letters {
      let spelling = "-\(letter)"
      guard let option = OptionTable.option(short: letter) else {
        throw .unknownOption(letters.count == 1 ? spelling : argument, near: near)
      }
      guard letters.count == 1 || option.value == nil else {
        throw .valueInCluster(option: letter, cluster: argument)
      }
      try append(option, spelling, nil)
    }
  }

  private mutating func append(
    _ option: OptionSpec, _ spelling: String, _ inline: String?
  ) throws(UsageError) {
    var value = inline
    if let wanted = option.value {
      if value == nil { value = rest.popFirst() }
      guard value != nil else { throw .missingValue(option: spelling, value: wanted.word) }
    } else if inline != nil {
      throw .unwantedValue(option: spelling)
    }
    result.options.append(.init(name: option.name, spelling: spelling, value: value))
  }

  /// Long names worth suggesting: those of the command, or all.
  private var near: [String] {
    let options = result.command.map(OptionTable.options(of:)) ?? OptionTable.options
    return options.map(\.name.long)
  }

  private mutating func readWords() throws(UsageError) {
    guard let first = words.first else {
      result.command = nil
      return
    }
    guard let command = CommandName(rawValue: first) else {
      throw Self.looksLikeFile(first) ? .fileAsCommand(first) : .unknownCommand(first)
    }
    result.command = command
    result.operands = Array(words.dropFirst())
  }

  private static func looksLikeFile(_ word: String) -> Bool {
    word == "-" || word.contains("/") || word.dropFirst().contains(".")
  }

  private func checkOwners() throws(UsageError) {
    guard let command = result.command else { return }
    for occurrence in result.options {
      let option = OptionTable.spec(occurrence.name)
      guard !option.belongs(to: command) else { continue }
      throw .optionOfOtherCommands(
        occurrence.spelling, command: command.rawValue,
        owners: option.commands?.map(\.rawValue) ?? [])
    }
  }
}
