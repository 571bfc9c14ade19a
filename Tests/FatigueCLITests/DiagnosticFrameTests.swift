import FatigueCore
import Testing

@testable import fatigue_cli

@Suite struct DiagnosticFrameTests {
  private func frame(
    _ text: String, at needle: String, width: Int = 80, language: Language = .nb,
    ascii: Bool = false, hint: Localized? = nil
  ) throws -> String {
    var sources = SourceMap()
    let bytes = Array(text.utf8)
    let added = sources.add(path: "turnus.csv", bytes: bytes)
    let file = try #require(added)
    let found = try #require(bytes.firstRange(of: Array(needle.utf8)))
    let diagnostic = Diagnostic(
      .unreadableFile, .error, at: sources.position(file: file, offset: found.lowerBound),
      length: found.count, Localized(nb: "timen 25 finnes ikke", en: "there is no hour 25"),
      hint: hint)
    let terminal = Terminal(language: language, width: width, ascii: ascii)
    return DiagnosticFrame(terminal: terminal).render(diagnostic, in: sources)
  }

  private let hint = Localized(
    nb: "en vakt som slutter etter midnatt skrives 01:00",
    en: "a shift that ends after midnight is written 01:00")

  @Test func asInTheStyleGuide() throws {
    #expect(
      try frame("Navn;Dato\nBjørg;2026-03-28;21:45;25:00\r\n", at: "25:00", hint: hint) == """
        turnus.csv:2:24: timen 25 finnes ikke (IN-001)
          |
        2 | Bjørg;2026-03-28;21:45;25:00
          |                        ^^^^^
          = en vakt som slutter etter midnatt skrives 01:00

        """)
  }

  @Test("A quoted line is no command to a build server, wherever in it one stands")
  func commandsInLines() throws {
    for attack in ["##[error]x", "a##vso[task.setvariable]y", "###[error]", "::error::x"] {
      for text in ["Kari \(attack);25:00", "\(attack);25:00", "Kari;25:00;\(attack)"] {
        let lines = try frame(text, at: "25:00", hint: hint).split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
          #expect(line.firstMatch(of: /##[A-Za-z]*\[/) == nil, "\(line)")
          #expect(!line.drop(while: \.isWhitespace).hasPrefix("::"), "\(line)")
        }
        let before = lines[3].prefix { $0 != "^" }.count
        #expect(lines[2].dropFirst(before).hasPrefix("25:00"))
      }
    }
  }

  @Test func foldedNamesKeepTheCaretUnderTheField() throws {
    #expect(
      try frame("Sæbø;25:00;x", at: "25:00", language: .en, ascii: true) == """
        turnus.csv:1:6: there is no hour 25 (IN-001)
          |
        1 | Saeboe;25:00;x
          |        ^^^^^

        """)
  }

  @Test func tabsAndControlCharacters() throws {
    #expect(
      try frame("ab\t日本\u{1B}\t25:00", at: "25:00") == """
        turnus.csv:1:8: timen 25 finnes ikke (IN-001)
          |
        1 | ab      日本\\x1B        25:00
          |                         ^^^^^

        """)
  }

  @Test("Long lines are cut around the caret", arguments: [0, 30, 200, 5000, 100_000])
  func longLines(_ before: Int) throws {
    let text =
      String(repeating: "x;", count: before) + "25:00;" + String(repeating: "y;", count: 9000)
    let lines = try frame(text, at: "25:00", width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { TextWidth.cells($0) <= 60 })
    let (quoted, carets) = (Array(lines[2]), Array(lines[3]))
    let start = try #require(carets.firstIndex(of: "^"))
    #expect(String(carets[start...]) == "^^^^^")
    #expect(String(quoted[start..<start + 5]) == "25:00")
  }

  @Test("A field wider than the line is cut too, at every width", arguments: 40...120)
  func wideFields(_ width: Int) throws {
    let field = String(repeating: "å", count: 300)
    let lines = try frame("x;" + field, at: field, width: width).split(separator: "\n")
    #expect(lines.dropFirst().allSatisfy { TextWidth.cells($0) <= width })
    #expect(lines[3].contains("^"))
  }

  @Test func manyAlikeAreCounted() {
    var list = DiagnosticList()
    for _ in 0..<17 { list.add(Diagnostic(.unreadableFile, .error, path: "x", hint)) }
    let text = DiagnosticPrinter(terminal: Terminal(language: .nb)).render(list, in: SourceMap())
    let lines = text.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.last?.hasPrefix("… 12 til av samme slag") == true)
  }

  @Test("Places at the end and in damaged text draw something")
  func oddPlaces() {
    var sources = SourceMap()
    let bytes: [UInt8] = [0xFF, 0x41, 0xC3, 0x0A, 0x80, 0x80]
    guard let file = sources.add(path: "x", bytes: bytes) else { return }
    let frame = DiagnosticFrame(terminal: Terminal(language: .en))
    for offset in 0...bytes.count {
      for length in [0, 1, 5, 1000] {
        let diagnostic = Diagnostic(
          .unreadableFile, .error, at: sources.position(file: file, offset: offset),
          length: length, hint)
        #expect(frame.render(diagnostic, in: sources).hasPrefix("x:"))
      }
    }
  }
}
