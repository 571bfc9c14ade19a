import Foundation
import Testing

@testable import fatigue_cli

/// What is said of a long run, and what `--stats` says.
@Suite struct ProgressTests {
  private static let roster =
    "ansatt;dato;fra;til\nOla;05.01.2026;07:30;15:30\nKari;05.01.2026;22:00;07:30\n"

  private static let commands = [
    ["check"], ["plan"], ["convert"], ["predict", "--step", "1440"],
  ]

  private func run(
    _ arguments: [String], onTerminal: Bool, after longRun: Duration
  ) throws -> (output: String, errors: String) {
    let folder = try TestFolder(["r.csv": Self.roster, "out": "", "err": ""])
    let descriptors = try ["out", "err"].map {
      try SystemIO.openForWriting(folder.path($0), appends: false)
    }
    var application = Application(
      environment: Environment(["LANG": "C.UTF-8"]),
      output: OutputWriter(descriptor: descriptors[0]),
      errors: OutputWriter(descriptor: descriptors[1]),
      errorFacts: Terminal.Facts(isTerminal: onTerminal))
    application.longRun = longRun
    _ = application.run(arguments + [folder.path("r.csv"), "--no-config", "--color", "never"])
    for descriptor in descriptors { try SystemIO.close(descriptor) }
    return (
      try String(contentsOfFile: folder.path("out"), encoding: .utf8),
      try String(contentsOfFile: folder.path("err"), encoding: .utf8)
    )
  }

  @Test("A long run tells a terminal what it does, and ends with one line", arguments: commands)
  func long(_ command: [String]) throws {
    let (output, errors) = try run(command, onTerminal: true, after: .zero)
    let lines = errors.split(separator: "\n").map(String.init)
    #expect(lines.first == "reading …")
    #expect(command[0] == "convert" || lines.contains("analysing 2 employees, 2 shifts …"))
    #expect(lines.contains("writing …"))
    let last = try #require(lines.last)
    #expect(last.wholeMatch(of: /2 employees, 2 shifts, \d+\.\d s/) != nil, "\(last)")
    // The report itself has none of it.
    #expect(output == (try run(command, onTerminal: false, after: .zero)).output)
  }

  @Test("Nothing is said in a log, of a short run, or to those who want quiet", arguments: commands)
  func silent(_ command: [String]) throws {
    let quiet = try run(command + ["-q"], onTerminal: true, after: .zero)
    #expect(quiet.errors.isEmpty && quiet.output.isEmpty)
    for (onTerminal, limit) in [(false, Duration.zero), (true, .seconds(3600))] {
      let errors = try run(command, onTerminal: onTerminal, after: limit).errors
      #expect(!errors.contains("…") && !errors.contains("employees,"), "\(errors)")
    }
  }

  @Test("--stats says how much and how long, in every command that reads", arguments: commands)
  func statistics(_ command: [String]) throws {
    let errors = try run(command + ["--stats"], onTerminal: false, after: .seconds(1)).errors
    let last = try #require(errors.split(separator: "\n").last)
    #expect(last.contains("2 employees, 2 shifts"))
    #expect(last.contains("read in ") && last.contains("written in "))
    #expect(last.contains("shifts a second"))
    let norwegian = try run(
      command + ["--stats", "--lang", "nb"], onTerminal: false, after: .seconds(1)
    ).errors
    #expect(norwegian.contains("2 ansatte, 2 vakter") && norwegian.contains("vakter i sekundet"))
    #expect(try run(command + ["--stats", "-q"], onTerminal: true, after: .zero).errors.isEmpty)
  }
}
