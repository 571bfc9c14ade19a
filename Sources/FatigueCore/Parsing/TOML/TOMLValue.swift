/// A value of a TOML document, with the bytes it was read from.
public struct TOMLValue: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case string(String)
    case integer(Int64)
    /// `inf` and `nan` too.
    case float(Double)
    case boolean(Bool)
    case time(TOMLTime)
    case array([TOMLValue])
    case table(TOMLTable)
  }

  public var content: Content
  /// Bytes of the document: the value with its quotes or brackets; for a table with a header the
  /// header, for an array of tables its first header.
  public var span: Range<Int>

  public init(_ content: Content, span: Range<Int>) {
    self.content = content
    self.span = span
  }

  /// What it is, in words.
  public var type: TOMLType {
    switch content {
    case .string: .string
    case .integer: .integer
    case .float: .float
    case .boolean: .boolean
    case .time: .time
    case .array: .array
    case .table: .table
    }
  }
}

/// The kinds of values there are.
public enum TOMLType: String, Sendable, CaseIterable {
  case string, integer, float, boolean, time, array, table

  /// With its article, as in a sentence.
  public var name: Localized {
    switch self {
    case .string: Localized(nb: "en tekst", en: "a string")
    case .integer: Localized(nb: "et heltall", en: "an integer")
    case .float: Localized(nb: "et desimaltall", en: "a decimal number")
    case .boolean: Localized(nb: "true eller false", en: "true or false")
    case .time: Localized(nb: "et tidspunkt", en: "a date or time")
    case .array: Localized(nb: "en liste", en: "an array")
    case .table: Localized(nb: "en tabell", en: "a table")
    }
  }
}

/// A key as written, one part of a dotted one.
public struct TOMLKey: Hashable, Sendable {
  public var text: String
  /// Bytes of the document, with quotes.
  public var span: Range<Int>

  public init(_ text: String, span: Range<Int>) {
    self.text = text
    self.span = span
  }
}

/// Keys and values in the order of the document.
public struct TOMLTable: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var key: TOMLKey
    public var value: TOMLValue
  }

  public private(set) var entries: [Entry] = []
  /// Bytes of the document: the header, the braces, or the key that made it; empty for the root.
  public let span: Range<Int>
  /// By the bytes of the key: two keys are equal when their bytes are, not when they look alike.
  private var index: [[UInt8]: Int] = [:]

  init(span: Range<Int>, entries: [Entry] = []) {
    self.span = span
    self.entries = entries
    for (place, entry) in entries.enumerated() { index[Array(entry.key.text.utf8)] = place }
  }

  /// The entry of a key, nil when there is none.
  public func entry(_ key: String) -> Entry? {
    index[Array(key.utf8)].map { entries[$0] }
  }

  public subscript(key: String) -> TOMLValue? { entry(key)?.value }
}

/// A date, a clock time or both, with or without an offset: at least one of date and clock is there.
public struct TOMLTime: Hashable, Sendable {
  /// Year 0–9999, month and day that exist.
  public struct Day: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
  }

  /// Second 60 is read (a leap second); parts of a second below a nanosecond are cut off.
  public struct Clock: Hashable, Sendable {
    public var hour: Int
    public var minute: Int
    public var second: Int
    public var nanosecond: Int
  }

  public var date: Day?
  public var clock: Clock?
  /// Minutes east of UTC; nil for a local time.
  public var offset: Int?

  public init(date: Day? = nil, clock: Clock? = nil, offset: Int? = nil) {
    self.date = date
    self.clock = clock
    self.offset = offset
  }
}
