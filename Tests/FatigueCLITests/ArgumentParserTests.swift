import FatigueCore
import Testing

@testable import fatigue_cli

@Suite struct ArgumentParserTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var line: String
    var command: CommandName?
    var operands: [String]
    var options: [String]
    var testDescription: String { line }
  }

  static let right: [Case] = [
    Case(line: "check a.csv", command: .check, operands: ["a.csv"], options: []),
    Case(
      line: "--lang nb check a.csv b.csv", command: .check, operands: ["a.csv", "b.csv"],
      options: ["lang=nb"]),
    Case(
      line: "check a.csv -f json -o x", command: .check, operands: ["a.csv"],
      options: ["format=json", "output=x"]),
    Case(
      line: "check --format=json=out.json a.csv", command: .check, operands: ["a.csv"],
      options: ["format=json=out.json"]),
    Case(
      line: "check -qv a.csv", command: .check, operands: ["a.csv"], options: ["quiet", "verbose"]),
    Case(line: "check -- -q --all", command: .check, operands: ["-q", "--all"], options: []),
    Case(line: "check -", command: .check, operands: ["-"], options: []),
    Case(line: "check -f - a", command: .check, operands: ["a"], options: ["format=-"]),
    Case(line: "check --zone= a", command: .check, operands: ["a"], options: ["zone="]),
    Case(line: "check -o -- a", command: .check, operands: ["a"], options: ["output=--"]),
    Case(line: "-h", command: nil, operands: [], options: ["help"]),
    Case(line: "", command: nil, operands: [], options: []),
    Case(line: "help check", command: .help, operands: ["check"], options: []),
  ]

  @Test("Command lines that are right", arguments: right)
  func reads(_ example: Case) throws {
    let parsed = try ArgumentParser.parse(Self.words(example.line))
    #expect(parsed.command == example.command)
    #expect(parsed.operands == example.operands)
    #expect(
      parsed.options.map { $0.name.rawValue + ($0.value.map { "=" + $0 } ?? "") }
        == example.options)
  }

  @Test(
    "Command lines that are wrong, and what is suggested",
    arguments: [
      ("chekc a", "unknown command chekc; did you mean check?"),
      ("conv a", "unknown command conv; did you mean convert?"),
      ("zzz", "unknown command zzz; see fatigue --help"),
      ("turnus.csv", "turnus.csv is not a command; did you mean: fatigue check turnus.csv"),
      ("check --fromat json a", "unknown option --fromat; did you mean --format?"),
      ("check --form json a", "unknown option --form; did you mean --from?"),
      ("check --all=yes a", "--all takes no value"),
      ("check a -f", "-f needs a value: FMT[=FILE]"),
      ("check -qf json a", "-f takes a value and cannot stand in -qf"),
      ("check -x a", "unknown option -x; see fatigue --help"),
      ("check --max 3 a", "unknown option --max; did you mean --max-findings?"),
      ("convert --all a", "convert has no option --all; it belongs to check, compare, plan"),
    ])
  func complains(_ line: String, _ message: String) {
    do {
      _ = try ArgumentParser.parse(Self.words(line))
      Issue.record("accepted")
    } catch {
      #expect(error.message.en + (error.hint.map { "; " + $0.en } ?? "") == message)
    }
  }

  @Test("Every short name belongs to one option")
  func shortNamesDiffer() {
    let names = OptionTable.options.compactMap(\.short)
    #expect(Set(names).count == names.count)
    #expect(
      OptionTable.options.map(\.name).sorted { $0.rawValue < $1.rawValue }
        == OptionName.allCases.sorted { $0.rawValue < $1.rawValue })
    #expect(OptionTable.commands.map(\.name) == CommandName.allCases)
  }

  @Test("No words can make it trap: random command lines, seed 7")
  func survives() {
    var random = SeededGenerator(state: 7)
    let pieces = [
      "check", "-", "--", "--format", "-f", "=", "-qv", "-o", "é", "--lang=nb", "", "-=", "+",
    ]
    for _ in 0..<2000 {
      let words = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        pieces.randomElement(using: &random)! + (Bool.random(using: &random) ? "" : "=x")
      }
      guard let parsed = try? ArgumentParser.parse(words), let command = parsed.command else {
        continue
      }
      _ = try? Settings(parsed, command, language: .en)
    }
  }

  static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}

/// SplitMix64, so that a run can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
