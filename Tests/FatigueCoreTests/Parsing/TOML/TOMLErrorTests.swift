import Testing

@testable import FatigueCore

@Suite struct TOMLErrorTests {
  /// `line:column code` of every error.
  private func places(_ text: String) -> [String] {
    var sources = SourceMap()
    _ = sources.add(path: "a.toml", bytes: Array(text.utf8))
    return TOMLDocument.read(Array(text.utf8)).errors.map { error in
      let place = sources.place(SourcePosition(UInt32(error.span.lowerBound)))
      return "\(place?.line ?? 0):\(place?.column ?? 0) \(error.code.id)"
    }
  }

  @Test(
    "Several errors in one file, each once and where it is",
    arguments: [
      ("a = 01\nb = x\nc = 1\nc = 2\n", ["1:5 CFG-008", "2:5 CFG-006", "4:1 CFG-011"]),
      ("å = 1\nb = \"æ\\q\\w\"\n", ["1:1 CFG-005", "2:7 CFG-007", "2:9 CFG-007"]),
      ("[a\nb = 1\n[c]\nb = 1\nb = 2\n", ["1:3 CFG-005", "5:1 CFG-011"]),
      (
        "a = [1, x, 02,\n y]\nb = z\n",
        ["1:9 CFG-006", "1:12 CFG-008", "2:2 CFG-006", "3:5 CFG-006"]
      ),
      // What was never closed does not swallow the rest.
      ("a = [1,\n2,\nb = x\n[t]\nc = y\n", ["1:5 CFG-010", "3:5 CFG-006", "5:5 CFG-006"]),
      ("a = [1,\n[t]\nc = y\n", ["1:5 CFG-010", "3:5 CFG-006"]),
      ("a = \"\"\"x\nb = y\n", ["1:5 CFG-007", "2:5 CFG-006"]),
      (
        "X = {\n  start = \"07:30\",\n  end = \"15:00\"\n}\nb = y\n",
        ["1:5 CFG-010", "5:5 CFG-006"]
      ),
      ("X = { a = 1\n[t]\nb = y\n", ["1:5 CFG-010", "3:5 CFG-006"]),
      ("a = { b = x y }\nc = z\n", ["1:11 CFG-006", "2:5 CFG-006"]),
      ("[t]\na = 1\n[t]\na = 2\n", ["3:1 CFG-012", "4:1 CFG-011"]),
      ("a = 1\r\nb = x\r\n\r\nc = y", ["2:5 CFG-006", "4:5 CFG-006"]),
      ("🙂 = 1\n\"🙂\" = x\n", ["1:1 CFG-005", "2:8 CFG-006"]),
    ])
  func several(_ text: String, _ expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test("Bytes that are not UTF-8 give one error a line")
  func encoding() {
    let bytes = Array("a = 1 # ".utf8) + [0xE6, 0xF8, 10] + Array("b = x\n".utf8) + [0xC3]
    let errors = TOMLDocument.read(bytes).errors
    #expect(errors.map(\.kind) == [.notUTF8(0xE6), .unquoted("x"), .notUTF8(0xC3)])
    #expect(errors.map(\.span.lowerBound) == [8, 15, 17])
    #expect(TOMLDocument.read([0xFF, 0xFE, 97, 0]).errors.map(\.kind) == [.utf16])
    // Overlong, surrogate, beyond the last character, continuation alone.
    for bad: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80]] {
      #expect(TOMLDocument.read(Array("a = '".utf8) + bad + [39]).errors.count == 1)
    }
  }

  @Test func byteOrderMarkIsSkipped() {
    let (table, errors) = TOMLDocument.read([0xEF, 0xBB, 0xBF] + Array("a = 1".utf8))
    #expect(errors.isEmpty && table["a"]?.span == 7..<8)
    #expect(!TOMLDocument.read(Array("a = 1\n\u{FEFF}b = 1".utf8)).errors.isEmpty)
  }

  @Test("Depth, size and the number of errors are bounded")
  func limits() {
    func errors(_ text: String) -> [TOMLError] { TOMLDocument.read(Array(text.utf8)).errors }
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    #expect(errors("a = " + times("[", 60) + times("]", 60)).isEmpty)
    for text in [
      "a = " + times("[", 100_000), "a = " + times("{a=", 100_000), times("a.", 100_000) + "a = 1",
      "[" + times("a.", 100_000) + "a]", "[" + times("a.", 50) + "a]\n" + times("b.", 50) + "b=1",
    ] {
      #expect(errors(text).first?.kind == .tooDeep, "\(text.prefix(20))")
    }
    #expect(errors(times("\n", TOMLDocument.largest + 1)).map(\.kind) == [.tooLarge])
    let many = errors(times("x\n", 10_000))
    #expect(many.count == TOMLDocument.mostErrors + 1 && many.last?.kind == .tooManyErrors)
  }

  @Test("A long array of tables is read whole")
  func long() {
    let (table, errors) = TOMLDocument.read(
      Array(String(repeating: "[[a]]\n", count: 170_000).utf8))
    #expect(errors.isEmpty)
    guard case .array(let values)? = table["a"]?.content else {
      Issue.record("no array")
      return
    }
    #expect(values.count == 170_000)
  }

  @Test("No bytes crash the reader, and every error stands inside them (seed 4)")
  func fuzz() throws {
    let corpus = try TestData.lines("toml/valid.jsonl", of: TOMLCorpusTests.Valid.self).map(\.toml)
    let marks = Array("[]{}\"'=,.#\n\r\\ \t0u\u{7F}aT:-_".utf8) + [0, 0xC3, 0xA5, 0xFF]
    var random = SplitMix(4)
    for _ in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes += Array((corpus.randomElement(using: &random) ?? "").utf8) + [10]
      }
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let mark = marks.randomElement(using: &random) ?? 0
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes[place] = mark
        case 1: bytes.insert(mark, at: place)
        default: bytes.removeSubrange(place...min(place + 2, bytes.count - 1))
        }
        if bytes.isEmpty { bytes = [10] }
      }
      let errors = TOMLDocument.read(bytes).errors
      #expect(
        errors.allSatisfy { $0.span.lowerBound >= 0 && $0.span.upperBound <= bytes.count },
        "\(bytes) \(errors)")
      let starts = errors.map(\.span.lowerBound)
      #expect(starts == starts.sorted() && errors.allSatisfy { !$0.message.nb.isEmpty })
    }
  }
}
