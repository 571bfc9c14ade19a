import Foundation
import Testing

@testable import FatigueCore

/// Documents for each rule of TOML 1.0, their values read by Python's tomllib (`Data/toml/corpus.py`).
@Suite struct TOMLCorpusTests {
  struct Valid: Decodable {
    var name: String
    var toml: String
    var tree: Tree
  }

  struct Invalid: Decodable {
    var name: String
    var toml: String
    var at: Int?
  }

  /// A value tree: tagged texts at its leaves.
  indirect enum Tree: Decodable, Equatable {
    case leaf(type: String, value: String)
    case list([Tree])
    case table([String: Tree])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([Tree].self) {
        self = .list(list)
      } else if let leaf = try? container.decode([String: String].self), leaf.count == 2,
        let type = leaf["type"], let value = leaf["value"]
      {
        self = .leaf(type: type, value: value)
      } else {
        self = .table(try container.decode([String: Tree].self))
      }
    }

    init(_ value: TOMLValue) {
      self =
        switch value.content {
        case .string(let text): .leaf(type: "string", value: text)
        case .integer(let number): .leaf(type: "integer", value: "\(number)")
        case .boolean(let flag): .leaf(type: "bool", value: "\(flag)")
        case .float(let number): .leaf(type: "float", value: "\(number)")
        case .time(let time): Tree(time)
        case .array(let values): .list(values.map(Tree.init))
        case .table(let table): Tree(table)
        }
    }

    init(_ table: TOMLTable) {
      self = .table(
        Dictionary(
          table.entries.map { ($0.key.text, Tree($0.value)) }, uniquingKeysWith: { a, _ in a }))
    }

    private init(_ time: TOMLTime) {
      func padded(_ number: Int, _ width: Int) -> String {
        String(repeating: "0", count: width - "\(number)".count) + "\(number)"
      }
      var parts: [String] = []
      if let date = time.date {
        parts.append("\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))")
      }
      if let clock = time.clock {
        parts.append(
          "\(padded(clock.hour, 2)):\(padded(clock.minute, 2)):\(padded(clock.second, 2))."
            + padded(clock.nanosecond / 1000, 6))
      }
      var text = parts.joined(separator: "T")
      if let offset = time.offset {
        let minutes = abs(offset)
        text += (offset < 0 ? "-" : "+") + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
      }
      let type =
        time.date == nil
        ? "time-local"
        : time.clock == nil ? "date-local" : time.offset == nil ? "datetime-local" : "datetime"
      self = .leaf(type: type, value: text)
    }

    /// Floats compared as numbers, `nan` equal to itself; strings byte by byte.
    static func == (a: Tree, b: Tree) -> Bool {
      switch (a, b) {
      case (.leaf("float", let x), .leaf("float", let y)):
        guard let x = Double(x), let y = Double(y) else { return false }
        return x.bitPattern == y.bitPattern || (x.isNaN && y.isNaN)
      case (.leaf(let s, let x), .leaf(let t, let y)):
        return s == t && Array(x.utf8) == Array(y.utf8)
      case (.list(let x), .list(let y)): return x == y
      case (.table(let x), .table(let y)): return x == y
      default: return false
      }
    }
  }

  @Test("Valid documents give the values that tomllib gives")
  func valid() throws {
    let cases = try TestData.lines("toml/valid.jsonl", of: Valid.self)
    #expect(cases.count > 200)
    for item in cases where item.name != "keys that look alike 1" {
      let (table, errors) = TOMLDocument.read(Array(item.toml.utf8))
      #expect(errors.isEmpty, "\(item.name) \(item.toml.debugDescription) \(errors)")
      #expect(Tree(table) == item.tree, "\(item.name): \(item.toml.debugDescription) \(table)")
    }
  }

  @Test("Keys are equal when their bytes are")
  func keysThatLookAlike() {
    let (table, errors) = TOMLDocument.read(Array("\"é\" = 1\n\"e\\u0301\" = 2".utf8))
    #expect(errors.isEmpty)
    #expect(table.entries.map(\.value.content) == [.integer(1), .integer(2)])
    #expect(table["e\u{301}"]?.content == .integer(2))
  }

  @Test("Invalid documents are refused where they go wrong")
  func invalid() throws {
    let cases = try TestData.lines("toml/invalid.jsonl", of: Invalid.self)
    #expect(cases.count > 250)
    for item in cases {
      let errors = TOMLDocument.read(Array(item.toml.utf8)).errors
      #expect(!errors.isEmpty, "\(item.name): \(item.toml.debugDescription)")
      if let at = item.at, let first = errors.first {
        #expect(
          first.span.lowerBound == at, "\(item.name): \(item.toml.debugDescription) \(errors)")
      }
      for error in errors {
        #expect(!error.message.nb.isEmpty && !error.message.en.isEmpty)
        #expect(error.span.upperBound <= item.toml.utf8.count)
      }
    }
  }

  @Test("Every value's span holds what it was read from")
  func spans() throws {
    for item in try TestData.lines("toml/valid.jsonl", of: Valid.self) {
      let bytes = Array(item.toml.utf8)
      check(TOMLDocument.read(bytes).table, in: bytes)
    }
  }

  private func check(_ table: TOMLTable, in bytes: [UInt8]) {
    for entry in table.entries {
      let written = String(decoding: bytes[entry.key.span], as: UTF8.self)
      // A bare key is its own text; a quoted one is written in quotes.
      #expect(written == entry.key.text || written.first == "\"" || written.first == "'")
      check(entry.value, in: bytes)
    }
  }

  private func check(_ value: TOMLValue, in bytes: [UInt8]) {
    let written = String(decoding: bytes[value.span], as: UTF8.self)
    switch value.content {
    case .array(let values):
      #expect(written.first == "[" && written.last == "]")
      for value in values { check(value, in: bytes) }
    case .table(let table): check(table, in: bytes)
    case .string: #expect(written.first == written.last && "\"'".contains(written.first ?? " "))
    default:
      // Alone in a document the same bytes give the same value.
      let alone = TOMLDocument.read(Array("a = \(written)".utf8)).table["a"]?.content
      #expect(alone.map { "\($0)" } == "\(value.content)")
    }
  }
}
