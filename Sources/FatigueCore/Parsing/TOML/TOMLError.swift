/// What is wrong with a TOML document, and where.
public struct TOMLError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    // The document as a whole.
    case tooLarge
    case utf16
    case notUTF8(UInt8)
    case controlCharacter(UInt8)
    case tooDeep
    case tooManyErrors
    // Lines.
    case noKey(found: String)
    case noEquals(key: String, found: String)
    case noValue
    case afterValue(found: String)
    case headerNotClosed(found: String)
    case multiLineKey
    // Values.
    case unquoted(String)
    case stringNotClosed
    case multiLineStringNotClosed
    case badEscape(String)
    case badUnicodeEscape(String)
    case badNumber(String)
    case leadingZero(String)
    case badUnderscore(String)
    case integerTooLarge(String)
    case badTime(String)
    case noSuchTime(String)
    case timeWithoutSeconds(String)
    case arrayNotClosed
    case arrayWithoutComma(found: String)
    case inlineTableNotClosed
    case inlineTableWithoutComma(found: String)
    case inlineTableOverLines
    case inlineTableLastComma
    // What is defined twice. `first` is where it was defined first.
    case keyAgain(String, first: Range<Int>)
    case tableAgain(String, first: Range<Int>)
    case tableByDottedKey(String, first: Range<Int>)
    case tableOfArray(String, first: Range<Int>)
    case arrayOfTable(String, first: Range<Int>)
    case addedFromOutside(String, first: Range<Int>)
    case inlineTableExtended(String, first: Range<Int>)
    case notATable(String, TOMLType, first: Range<Int>)
  }

  public var kind: Kind
  /// Bytes of the document.
  public var span: Range<Int>

  public init(_ kind: Kind, _ span: Range<Int>) {
    self.kind = kind
    self.span = span
  }

  /// Where that which stands in the way was defined, for errors about something defined twice.
  public var first: Range<Int>? {
    switch kind {
    case .keyAgain(_, let first), .tableAgain(_, let first), .tableByDottedKey(_, let first),
      .tableOfArray(_, let first), .arrayOfTable(_, let first), .addedFromOutside(_, let first),
      .inlineTableExtended(_, let first), .notATable(_, _, let first):
      first
    default: nil
    }
  }

  public var code: DiagnosticCode {
    switch kind {
    case .tooLarge, .tooDeep, .tooManyErrors: .configurationTooLarge
    case .utf16, .notUTF8: .configurationNotUTF8
    case .controlCharacter: .configurationControlCharacter
    case .noKey, .noEquals, .noValue, .afterValue, .headerNotClosed, .multiLineKey:
      .configurationLine
    case .unquoted: .configurationUnquoted
    case .stringNotClosed, .multiLineStringNotClosed, .badEscape, .badUnicodeEscape:
      .configurationString
    case .badNumber, .leadingZero, .badUnderscore, .integerTooLarge: .configurationNumber
    case .badTime, .noSuchTime, .timeWithoutSeconds: .configurationTime
    case .arrayNotClosed, .arrayWithoutComma, .inlineTableNotClosed, .inlineTableWithoutComma,
      .inlineTableOverLines, .inlineTableLastComma:
      .configurationBrackets
    case .keyAgain: .configurationKeyAgain
    case .tableAgain, .tableByDottedKey, .tableOfArray, .arrayOfTable, .addedFromOutside,
      .inlineTableExtended, .notATable:
      .configurationTableAgain
    }
  }

  /// - Parameters:
  ///   - base: Where the document's first byte stands among the inputs.
  ///   - line: The line, from 1, of ``first``.
  public func diagnostic(base: SourcePosition, line: Int? = nil) -> Diagnostic {
    var hint = self.hint
    if let line {
      let first = Localized(
        nb: "den første står på linje \(line)", en: "the first is on line \(line)")
      hint = hint.map { $0.joined(to: first, by: "; ") } ?? first
    }
    return Diagnostic(
      code, .error, at: base + span.lowerBound, length: span.count, message, hint: hint)
  }
}
