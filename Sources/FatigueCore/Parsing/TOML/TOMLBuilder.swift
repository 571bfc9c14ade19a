/// Puts tables together while a document is read, by the rules of what may be defined where.
///
/// Tables live in one list and know each other by number, so that a header can add to any of them.
struct TOMLBuilder {
  /// How a table came to be, which decides who may add to it.
  private enum Origin: Equatable {
    /// On the way to another header; its own header may still come.
    case implied
    /// By its own header, or as one of an array of tables.
    case header
    /// By a dotted key under one header; nobody else may add keys.
    case dotted(section: Int)
  }

  private enum Slot {
    case value(TOMLValue)
    case table(Int)
    /// Place in ``elements``, and the first header.
    case tables(Int, Range<Int>)
  }

  private struct Table {
    var made: Origin
    var span: Range<Int>
    var depth: Int
    var entries: [(key: TOMLKey, slot: Slot)] = []
    var index: [[UInt8]: Int] = [:]
  }

  private var tables: [Table]
  /// Of each array of tables the numbers of its tables.
  private var elements: [[Int]] = []
  /// Number of the table that keys go to.
  private var current = 0
  /// Counts headers.
  private var section = 0

  /// - Parameter depth: Levels above the outermost table.
  init(depth: Int = 0) {
    tables = [Table(made: .header, span: 0..<0, depth: depth)]
  }

  /// Levels above the table that keys go to.
  var depth: Int { tables[current].depth }

  // MARK: Headers

  /// `[a.b.c]`
  mutating func open(_ path: [TOMLKey], span: Range<Int>) throws(TOMLError) {
    section += 1
    let home = try home(of: path)
    let key = path[path.count - 1]
    guard let place = find(key, in: home) else {
      current = try add(.header, key, to: home, span)
      return
    }
    switch tables[home].entries[place].slot {
    case .table(let number) where tables[number].made == .implied:
      tables[number].made = .header
      tables[number].span = span
      current = number
    case .table(let number) where tables[number].made == .header:
      // Keys that follow go where they were meant to go, so that only the header is complained about.
      current = number
      throw TOMLError(.tableAgain(Self.text(path), first: tables[number].span), span)
    case .table:
      throw TOMLError(.tableByDottedKey(Self.text(path), first: origin(home, place)), span)
    case .tables: throw TOMLError(.tableOfArray(Self.text(path), first: origin(home, place)), span)
    case .value(let value): throw Self.taken(value, path, span, first: origin(home, place))
    }
  }

  /// `[[a.b.c]]`
  mutating func openElement(_ path: [TOMLKey], span: Range<Int>) throws(TOMLError) {
    section += 1
    let home = try home(of: path)
    let key = path[path.count - 1]
    let number = tables.count
    guard let place = find(key, in: home) else {
      try checkDepth(tables[home].depth + 2, key)
      append(key, .tables(elements.count, span), to: home)
      elements.append([number])
      tables.append(Table(made: .header, span: span, depth: tables[home].depth + 2))
      current = number
      return
    }
    switch tables[home].entries[place].slot {
    case .tables(let list, _):
      elements[list].append(number)
      tables.append(Table(made: .header, span: span, depth: tables[home].depth + 2))
      current = number
    case .table: throw TOMLError(.arrayOfTable(Self.text(path), first: origin(home, place)), span)
    case .value(let value): throw Self.taken(value, path, span, first: origin(home, place))
    }
  }

  /// Keys that follow are read and thrown away: their header was wrong.
  mutating func discard() {
    section += 1
    current = tables.count
    tables.append(Table(made: .header, span: 0..<0, depth: 0))
  }

  /// The table that holds the last part of a header's path; tables on the way are made.
  private mutating func home(of path: [TOMLKey]) throws(TOMLError) -> Int {
    var number = 0
    for (level, key) in path.dropLast().enumerated() {
      guard let place = find(key, in: number) else {
        number = try add(.implied, key, to: number, key.span)
        continue
      }
      switch tables[number].entries[place].slot {
      case .table(let next): number = next
      case .tables(let list, _): number = elements[list][elements[list].count - 1]
      case .value(let value):
        throw Self.taken(value, Array(path[...level]), key.span, first: origin(number, place))
      }
    }
    return number
  }

  // MARK: Keys

  /// Finds the table that a dotted key's value goes to; tables on the way are made.
  private mutating func walk(_ path: [TOMLKey]) throws(TOMLError) -> Int {
    var number = current
    for (level, key) in path.dropLast().enumerated() {
      guard let place = find(key, in: number) else {
        number = try add(.dotted(section: section), key, to: number, key.span)
        continue
      }
      let upToHere = Array(path[...level])
      switch tables[number].entries[place].slot {
      case .table(let next):
        switch tables[next].made {
        case .implied: tables[next].made = .dotted(section: section)
        case .dotted(let other) where other == section: break
        case .dotted, .header:
          throw TOMLError(
            .addedFromOutside(Self.text(upToHere), first: tables[next].span), key.span)
        }
        number = next
      case .tables(_, let first):
        throw TOMLError(.addedFromOutside(Self.text(upToHere), first: first), key.span)
      case .value(let value):
        throw Self.taken(value, upToHere, key.span, first: origin(number, place))
      }
    }
    return number
  }

  /// `a.b.c = value`
  mutating func set(_ path: [TOMLKey], _ value: TOMLValue) throws(TOMLError) {
    let home = try walk(path)
    let key = path[path.count - 1]
    if let place = find(key, in: home) {
      throw TOMLError(.keyAgain(Self.text(path), first: origin(home, place)), key.span)
    }
    append(key, .value(value), to: home)
  }

  // MARK: Parts

  private func find(_ key: TOMLKey, in number: Int) -> Int? {
    tables[number].index[Array(key.text.utf8)]
  }

  private mutating func append(_ key: TOMLKey, _ slot: Slot, to number: Int) {
    tables[number].index[Array(key.text.utf8)] = tables[number].entries.count
    tables[number].entries.append((key, slot))
  }

  private mutating func add(
    _ origin: Origin, _ key: TOMLKey, to home: Int, _ span: Range<Int>
  ) throws(TOMLError) -> Int {
    let depth = tables[home].depth + 1
    try checkDepth(depth, key)
    tables.append(Table(made: origin, span: span, depth: depth))
    append(key, .table(tables.count - 1), to: home)
    return tables.count - 1
  }

  private func checkDepth(_ depth: Int, _ key: TOMLKey) throws(TOMLError) {
    guard depth <= TOMLDocument.deepest else { throw TOMLError(.tooDeep, key.span) }
  }

  /// Where the key of an entry first stood.
  private func origin(_ number: Int, _ place: Int) -> Range<Int> {
    tables[number].entries[place].key.span
  }

  private static func taken(
    _ value: TOMLValue, _ path: [TOMLKey], _ span: Range<Int>, first: Range<Int>
  ) -> TOMLError {
    switch value.content {
    case .table: TOMLError(.inlineTableExtended(text(path), first: first), span)
    default: TOMLError(.notATable(text(path), value.type, first: first), span)
    }
  }

  private static func text(_ path: [TOMLKey]) -> String {
    path.map(\.text).joined(separator: ".")
  }

  // MARK: The result

  /// Everything that was defined. Recursion is as deep as the tables, at most
  /// ``TOMLDocument/deepest`` levels.
  func table(span: Range<Int> = 0..<0) -> TOMLTable { table(0, span) }

  private func table(_ number: Int, _ span: Range<Int>) -> TOMLTable {
    TOMLTable(
      span: span,
      entries: tables[number].entries.map { key, slot in
        switch slot {
        case .value(let value): .init(key: key, value: value)
        case .table(let next): .init(key: key, value: value(next))
        case .tables(let list, let span):
          .init(key: key, value: TOMLValue(.array(elements[list].map(value)), span: span))
        }
      })
  }

  private func value(_ number: Int) -> TOMLValue {
    TOMLValue(.table(table(number, tables[number].span)), span: tables[number].span)
  }
}
