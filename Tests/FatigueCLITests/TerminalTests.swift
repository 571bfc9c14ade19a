import FatigueCore
import Testing

@testable import fatigue_cli

@Suite struct TerminalTests {
  @Test(
    "Colour: --color, NO_COLOR, CLICOLOR_FORCE or FORCE_COLOR, TERM=dumb, terminal",
    arguments: [
      ("auto", [:], true, true), ("auto", [:], false, false),
      ("auto", ["NO_COLOR": "1"], true, false), ("auto", ["NO_COLOR": ""], true, true),
      ("auto", ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      ("auto", ["CLICOLOR_FORCE": "1"], false, true), ("auto", ["FORCE_COLOR": "1"], false, true),
      ("auto", ["CLICOLOR_FORCE": "0"], false, false), ("auto", ["TERM": "dumb"], true, false),
      ("auto", ["TERM": "dumb", "FORCE_COLOR": "1"], true, true),
      ("always", ["NO_COLOR": "1", "TERM": "dumb"], false, true), ("never", [:], true, false),
    ] as [(String, [String: String], Bool, Bool)])
  func colour(
    _ choice: String, _ environment: [String: String], _ isTerminal: Bool, _ expected: Bool
  ) throws {
    let choice = try #require(Settings.ColourChoice(rawValue: choice))
    #expect(Terminal.colour(choice, Environment(environment), isTerminal: isTerminal) == expected)
  }

  @Test(
    "Width: --width, COLUMNS, terminal, 80; from 40 to 120",
    arguments: [
      (nil, nil, nil, 80), (nil, nil, 100, 100), (nil, "60", 100, 60), (50, "60", 100, 50),
      (10, nil, nil, 40), (500, nil, nil, 120), (nil, "x", 90, 90), (nil, "0", 90, 80),
      (nil, "-5", nil, 80), (nil, nil, 20, 40),
    ] as [(Int?, String?, Int?, Int)])
  func width(_ chosen: Int?, _ columns: String?, _ terminal: Int?, _ expected: Int) {
    let environment = Environment(columns.map { ["COLUMNS": $0] } ?? [:])
    #expect(Terminal.width(chosen, environment, columns: terminal) == expected)
  }

  @Test(
    "Language and character set of the environment",
    arguments: [
      ([:], .en, false), (["LANG": "nb_NO.UTF-8"], .nb, true),
      (["LANG": "nn_NO.utf8"], .nb, true), (["LANG": "no_NO"], .nb, false),
      (["LANG": "nb_NO.UTF-8", "LC_ALL": "C"], .en, false),
      (["LANG": "nb_NO.UTF-8", "LC_ALL": ""], .nb, true),
      (["LANG": "nb_NO.UTF-8", "LC_MESSAGES": "en_US.UTF-8"], .en, true),
      (["LANG": "C.UTF-8"], .en, true), (["LC_CTYPE": "C.UTF-8"], .en, true),
      (["LANG": "POSIX"], .en, false), (["LANG": "nb_NO.ISO-8859-1"], .nb, false),
      (["LANG": "nb_NO.UTF-8@x"], .nb, true), (["FATIGUE_LANG": "nb", "LC_ALL": "C"], .nb, false),
      (["LANG": "nbx"], .en, false),
    ] as [([String: String], Language, Bool)])
  func locale(_ values: [String: String], _ language: Language, _ isUTF8: Bool) {
    let environment = Environment(values)
    #expect(environment.language == language)
    #expect(environment.isUTF8 == isUTF8)
  }

  @Test(
    "ASCII for every sign of the report",
    arguments: [
      ("blåbærgrøt ÆØÅ", "blaabaergroet AEOeAa"), ("14:30–22:15 → D", "14:30-22:15 -> D"),
      ("▲ brudd ◆ ● ≥ 7", "!! brudd ! i >= 7"), ("███▁▂▃··", "###" + "###.."),
      ("… 16 til", "... 16 til"), ("«ja» ‘x’ “y”", "\"ja\" 'x' \"y\""), ("日本", "??"),
      ("e\u{301}\u{200B}", "e"), ("a\u{A0}b", "a b"), ("─│", "-|"),
    ])
  func folds(_ text: String, _ expected: String) {
    #expect(ASCIIFolding.fold(text, .nb) == expected)
  }

  @Test func foldsByLanguage() {
    #expect(ASCIIFolding.fold("aml. § 10-8, §10-4", .nb) == "aml. par. 10-8, par. 10-4")
    #expect(
      ASCIIFolding.fold("Act § 10-8, §§ 4 and 6", .en) == "Act section 10-8, sections 4 and 6")
    #expect(ASCIIFolding.fold("5½ t, ½ t", .nb) == "5,5 t, 1/2 t")
    #expect(ASCIIFolding.fold("5½ h", .en) == "5.5 h")
  }

  @Test("Every scalar folds to ASCII")
  func foldsEverything() {
    for value in UInt32(0x80)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(ASCIIFolding.fold(String(scalar), .en).utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(
    "Cells, as wcwidth 0.7 (Unicode 17) counts them",
    arguments: [
      ("abc", 3), ("Bjørg", 5), ("e\u{301}", 1), ("日本", 4), ("\u{200B}", 0), ("가", 2),
      ("\u{1100}\u{1161}", 2), ("ＡＢ", 4), ("█▲", 2), ("\u{AD}", 1), ("😀", 2), ("½–…", 3),
    ])
  func cells(_ text: String, _ expected: Int) { #expect(TextWidth.cells(text) == expected) }

  @Test("Wrapped lines fit and lose no word: seed 11")
  func wraps() {
    var random = SeededGenerator(state: 11)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        String(
          repeating: "æbc日".randomElement(using: &random)!,
          count: .random(in: 1...9, using: &random))
      }
      let width = Int.random(in: 2...40, using: &random)
      let lines = Wrapping.lines(words.joined(separator: " "), width: width)
      #expect(lines.allSatisfy { TextWidth.cells($0) <= width })
      #expect(lines.joined().filter { $0 != " " } == words.joined())
    }
  }

  @Test func controlCharactersAreShown() {
    let nasty = "a\u{1B}[31mb\u{9B}c\u{202E}d\u{2028}\r\n\t\u{7F}"
    #expect(
      ControlCharacters.escape(nasty)
        == #"a\x1B[31mb\x9Bc\u{202E}d\u{2028}\x0D\x0A\x09\x7F"#)
  }

  @Test func everyLineResets() {
    let terminal = Terminal(language: .en, outputColour: true)
    #expect(
      terminal.styled("a\n\nb", .bold, .red) == "\u{1B}[1;31ma\u{1B}[0m\n\n\u{1B}[1;31mb\u{1B}[0m")
    #expect(terminal.styled("a", .bold, on: .error) == "a")
    #expect(Terminal(language: .en).styled("a", .red) == "a")
  }

  @Test(
    "Paths shown",
    arguments: [
      ("turnus.csv", "turnus.csv"), ("./a/b.csv", "a/b.csv"), ("a/../b.csv", "b.csv"),
      ("../b.csv", "b.csv"), ("a/../../b.csv", "b.csv"), ("/home/kari/b.csv", "b.csv"),
      ("a//b.csv", "a/b.csv"), (".", "."),
    ])
  func paths(_ path: String, _ shown: String) { #expect(DisplayPath.shown(path) == shown) }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "", "a b", "Europe/Oslo\u{0}", "é", "a.b"])
  func noZoneName(_ name: String) { #expect(!ZoneFiles.isName(name)) }
}
