/// A value taken from a table, with where it and its key stand.
public struct TOMLField<Value: Sendable>: Sendable {
  public var value: Value
  public var span: Range<Int>
  public var key: Range<Int>
}

/// Takes a table apart key by key, and remembers what was of the wrong type or not asked for.
public struct TOMLFields: Sendable {
  public let table: TOMLTable
  /// Its place in the document, `codes.X`; empty for the whole document.
  public let name: String
  public private(set) var errors: [TOMLFieldError] = []
  private var asked: [String] = []

  public init(_ table: TOMLTable, name: String = "") {
    self.table = table
    self.name = name
  }

  /// What a key holds, of whatever type.
  public mutating func entry(_ key: String) -> TOMLTable.Entry? {
    asked.append(key)
    return table.entry(key)
  }

  /// - Returns: nil when the key is not there, or with an error when it holds another type.
  public mutating func string(_ key: String) -> TOMLField<String>? {
    field(key, [.string]) { if case .string(let text) = $0 { text } else { nil } }
  }

  public mutating func integer(_ key: String) -> TOMLField<Int64>? {
    field(key, [.integer]) { if case .integer(let number) = $0 { number } else { nil } }
  }

  /// An integer or a decimal number.
  public mutating func number(_ key: String) -> TOMLField<Double>? {
    field(key, [.float, .integer]) { content in
      switch content {
      case .float(let number): number
      case .integer(let number): Double(number)
      default: nil
      }
    }
  }

  public mutating func boolean(_ key: String) -> TOMLField<Bool>? {
    field(key, [.boolean]) { if case .boolean(let flag) = $0 { flag } else { nil } }
  }

  public mutating func time(_ key: String) -> TOMLField<TOMLTime>? {
    field(key, [.time]) { if case .time(let time) = $0 { time } else { nil } }
  }

  public mutating func array(_ key: String) -> TOMLField<[TOMLValue]>? {
    field(key, [.array]) { if case .array(let values) = $0 { values } else { nil } }
  }

  public mutating func table(_ key: String) -> TOMLField<TOMLTable>? {
    field(key, [.table]) { if case .table(let table) = $0 { table } else { nil } }
  }

  /// An array of tables, with headers `[[key]]` or written in line.
  public mutating func tables(_ key: String) -> [TOMLField<TOMLTable>]? {
    guard let array = array(key) else { return nil }
    var tables: [TOMLField<TOMLTable>] = []
    for value in array.value {
      guard case .table(let table) = value.content else {
        complain(.wrongType(key: key, expected: [.table], found: value.type), value.span)
        continue
      }
      tables.append(TOMLField(value: table, span: value.span, key: array.key))
    }
    return tables
  }

  private mutating func field<Value>(
    _ key: String, _ types: [TOMLType], _ read: (TOMLValue.Content) -> Value?
  ) -> TOMLField<Value>? {
    asked.append(key)
    guard let entry = table.entry(key) else { return nil }
    guard let value = read(entry.value.content) else {
      complain(.wrongType(key: key, expected: types, found: entry.value.type), entry.value.span)
      return nil
    }
    return TOMLField(value: value, span: entry.value.span, key: entry.key.span)
  }

  private mutating func complain(_ kind: TOMLFieldError.Kind, _ span: Range<Int>) {
    errors.append(TOMLFieldError(kind, in: name, span))
  }

  /// Complains about every key that was not asked for.
  ///
  /// - Parameter home: The table that knows a key which stands in the wrong one.
  public mutating func finish(home: (String) -> String? = { _ in nil }) {
    for entry in table.entries where !asked.contains(entry.key.text) {
      let key = entry.key.text
      let near = NearestName.nearest(to: key, in: asked)
      let kind: TOMLFieldError.Kind =
        if name.isEmpty, Self.isTable(entry.value) {
          .unknownTable(key, near: near)
        } else {
          .unknownKey(key, near: near, home: home(key))
        }
      complain(kind, entry.key.span)
    }
  }

  private static func isTable(_ value: TOMLValue) -> Bool {
    switch value.content {
    case .table: true
    case .array(let values): !values.isEmpty && values.allSatisfy { $0.type == .table }
    default: false
    }
  }
}

/// A key that nobody asked for, or a value of the wrong type.
public struct TOMLFieldError: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case wrongType(key: String, expected: [TOMLType], found: TOMLType)
    case unknownTable(String, near: String?)
    /// `home` is the table that has such a key.
    case unknownKey(String, near: String?, home: String?)
  }

  public var kind: Kind
  /// The table it stands in, empty for the whole document.
  public var table: String
  public var span: Range<Int>

  public init(_ kind: Kind, in table: String, _ span: Range<Int>) {
    self.kind = kind
    self.table = table
    self.span = span
  }

  public var code: DiagnosticCode {
    switch kind {
    case .wrongType: .configurationWrongType
    case .unknownTable: .configurationUnknownTable
    case .unknownKey: .configurationUnknownKey
    }
  }

  public var message: Localized {
    switch kind {
    case .wrongType(let key, let expected, let found):
      let key = ByteText.shown(key)
      return Localized(
        nb: "\(key) skal være \(expected.map(\.name.nb).joined(separator: " eller ")), ikke "
          + found.name.nb,
        en: "\(key) must be \(expected.map(\.name.en).joined(separator: " or ")), not "
          + found.name.en)
    case .unknownTable(let name, _):
      let name = ByteText.shown(name)
      return Localized(nb: "ukjent tabell [\(name)]", en: "unknown table [\(name)]")
    case .unknownKey(let key, _, _):
      let key = ByteText.shown(key)
      guard !table.isEmpty else {
        return Localized(
          nb: "nøkkelen \(key) står utenfor alle tabeller",
          en: "the key \(key) stands outside all tables")
      }
      let table = ByteText.shown(table)
      return Localized(
        nb: "ukjent nøkkel \(key) i [\(table)]", en: "unknown key \(key) in [\(table)]")
    }
  }

  public var hint: Localized? {
    switch kind {
    case .wrongType(_, let expected, _):
      expected.contains(.string)
        ? Localized(nb: "sett verdien i \" \"", en: "put the value in \" \"") : nil
    case .unknownTable(_, let near?):
      Localized(nb: "mente du [\(near)]?", en: "did you mean [\(near)]?")
    case .unknownKey(_, _, let home?):
      Localized(nb: "den hører til i [\(home)]", en: "it belongs in [\(home)]")
    case .unknownKey(_, let near?, _):
      Localized(nb: "mente du \(near)?", en: "did you mean \(near)?")
    case .unknownTable, .unknownKey:
      Localized(
        nb: "docs/config.md viser alle; fatigue init skriver dem",
        en: "docs/config.md shows all; fatigue init writes them")
    }
  }

  /// - Parameter base: Where the document's first byte stands among the inputs.
  public func diagnostic(base: SourcePosition) -> Diagnostic {
    Diagnostic(code, .error, at: base + span.lowerBound, length: span.count, message, hint: hint)
  }
}
