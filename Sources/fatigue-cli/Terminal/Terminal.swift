import FatigueCore

/// What the place the text goes to can show.
struct Terminal: Sendable {
  enum Stream: Sendable { case output, error }

  /// Facts about a stream, asked of the system once.
  struct Facts: Sendable {
    var isTerminal = false
    /// Nil when it is no terminal.
    var columns: Int?
  }

  static let narrowest = 40
  static let widest = 120

  var language: Language
  /// Cells in a line, 40–120.
  var width: Int
  /// Only ASCII may be written.
  var ascii: Bool
  /// Standard output is a terminal.
  var isInteractive: Bool
  private var outputColour: Bool
  private var errorColour: Bool

  init(
    language: Language, width: Int = 80, ascii: Bool = false, outputColour: Bool = false,
    errorColour: Bool = false, isInteractive: Bool = false
  ) {
    self.language = language
    self.width = width
    self.ascii = ascii
    self.outputColour = outputColour
    self.errorColour = errorColour
    self.isInteractive = isInteractive
  }

  func hasColour(_ stream: Stream) -> Bool {
    switch stream {
    case .output: outputColour
    case .error: errorColour
    }
  }

  /// The same for a report that goes to a file: colour only when it was asked for.
  func forFiles(_ settings: Settings) -> Terminal {
    var copy = self
    copy.outputColour = settings.colour == .always
    copy.isInteractive = false
    return copy
  }

  /// The words of this language.
  func text(_ localized: Localized) -> String { shown(localized[language]) }

  /// Text as this terminal can show it, so that its width can be measured.
  func shown(_ text: String) -> String { ascii ? ASCIIFolding.fold(text, language) : text }

  /// Text that came from an input: control characters escaped.
  func quoted(_ text: String) -> String { shown(ControlCharacters.escape(text)) }
}

extension Terminal {
  /// - Parameters:
  ///   - output: facts about standard output.
  ///   - error: facts about standard error.
  init(_ settings: Settings, _ environment: Environment, output: Facts, error: Facts) {
    let colour = { (facts: Facts) in
      Self.colour(settings.colour, environment, isTerminal: facts.isTerminal)
    }
    self.init(
      language: settings.language,
      width: Self.width(settings.width, environment, columns: output.columns),
      ascii: settings.ascii || !environment.isUTF8,
      outputColour: colour(output), errorColour: colour(error), isInteractive: output.isTerminal)
  }

  /// `--color`, then `NO_COLOR`, then `CLICOLOR_FORCE` and `FORCE_COLOR`, then `TERM=dumb`, then
  /// whether it is a terminal.
  static func colour(
    _ choice: Settings.ColourChoice, _ environment: Environment, isTerminal: Bool
  ) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if environment["NO_COLOR"] != nil { return false }
    for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
      if let force = environment[name], force != "0" { return true }
    }
    return environment["TERM"] != "dumb" && isTerminal
  }

  /// `--width`, then `COLUMNS`, then the terminal, then 80; from 40 to 120.
  static func width(_ chosen: Int?, _ environment: Environment, columns: Int?) -> Int {
    let wanted = chosen ?? environment["COLUMNS"].flatMap { Int($0) } ?? columns ?? 80
    return wanted > 0 ? min(max(wanted, narrowest), widest) : 80
  }
}
