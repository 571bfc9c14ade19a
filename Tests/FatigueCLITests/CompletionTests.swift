import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// What shells offer, asked of the shell itself where it is installed.
@Suite struct CompletionTests {
  /// What bash offers for the last of some words.
  private func bash(_ words: [String]) throws -> [String] {
    let folder = try TestFolder(["c.bash": BashCompletion.script(), "turnus.csv": ""])
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      source c.bash; COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1); _fatigue
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    return try run("/usr/bin/bash", ["-c", script], in: folder.url)
  }

  private func run(_ shell: String, _ arguments: [String], in folder: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: shell)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func has(_ shell: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: shell)
  }

  @Test("bash: codes, rules after a comma, limits and files", .enabled(if: has("/usr/bin/bash")))
  func inBash() throws {
    #expect(try bash(["fatigue", "explain", "IN-02"]).contains("IN-029"))
    #expect(try bash(["fatigue", "explain", "hoursK"]) == ["hoursKss7", "hoursKss8"])
    #expect(try bash(["fatigue", "explain", "na"]) == ["nap"])
    #expect(try bash(["fatigue", "check", "--select", "EVID-N3"]) == ["EVID-N3"])
    #expect(
      try bash(["fatigue", "check", "--select", "AML-10-8-1,EVID-N3"]) == ["AML-10-8-1,EVID-N3"])
    #expect(try bash(["fatigue", "check", "--ignore", "=", "EVID-N3"]) == ["EVID-N3"])
    #expect(
      try bash(["fatigue", "check", "--set", "AML-10-8-1."]) == ["AML-10-8-1.daily-rest="])
    for command in ["check", "plan", "predict", "convert"] {
      #expect(try bash(["fatigue", command, "tur"]) == ["turnus.csv"])
    }
  }

  @Test("fish: the same", .enabled(if: has("/usr/bin/fish")))
  func inFish() throws {
    let folder = try TestFolder(["c.fish": FishCompletion.script(.en)])
    func fish(_ line: String) throws -> [String] {
      let script = "source c.fish; complete -C'\(line)'"
      return try run("/usr/bin/fish", ["--no-config", "-c", script], in: folder.url)
        .map { $0.split(separator: "\t").first.map(String.init) ?? "" }
    }
    #expect(try fish("fatigue explain IN-02").contains("IN-029"))
    #expect(
      try fish("fatigue check --select AML-10-8-1,EVID-N3").contains("AML-10-8-1,EVID-N3"))
    #expect(try fish("fatigue check --set AML-10-8-1.").contains("AML-10-8-1.daily-rest="))
  }

  @Test("zsh: the script is read, and every code stands in it", .enabled(if: has("/usr/bin/zsh")))
  func inZsh() throws {
    let script = ZshCompletion.script(.nb)
    let folder = try TestFolder(["c.zsh": script])
    #expect(try run("/usr/bin/zsh", ["-f", "-n", "c.zsh"], in: folder.url).isEmpty)
    for id in ExplainedCode.ids { #expect(script.contains(" \(id)")) }
  }
}

@Suite struct ExplainTests {
  @Test("Everything that has a code has a page, in both languages, however it is written")
  func everyCode() throws {
    let metrics = MetricBook.all.map(\.id)
    #expect(Set(ExplainedCode.ids).count == ExplainedCode.ids.count)
    #expect(Set(ExplainedCode.ids).isSuperset(of: metrics + DiagnosticCode.all.map(\.id)))
    for language in Language.allCases {
      let terminal = Terminal(language: language)
      for id in metrics {
        let metric = try #require(MetricBook.metric(id.uppercased()))
        #expect(RulePage.text(metric, terminal).hasPrefix("\(id): "))
        #expect(RuleMarkdown.page(metric, language).hasPrefix("# \(id): "))
      }
    }
    for id in ExplainedCode.ids {
      let run = try ProgramRun(["explain", id.lowercased()])
      #expect(run.status == .success && run.output.hasPrefix(id), "\(id)")
    }
  }

  @Test("The metrics explained are those that reports have, by both names")
  func metrics() throws {
    let folder = try TestFolder(["r.csv": "ansatt;dato;fra;til\nOla;05.01.2026;07:30;15:30\n"])
    let arguments = ["check", folder.path("r.csv"), "--no-config", "--model", "ump", "-f"]
    let json = try JSONSerialization.jsonObject(
      with: Data(try ProgramRun(arguments + ["json"]).output.utf8))
    let employees = (json as? [String: Any])?["employees"] as? [[String: Any]]
    let metrics = employees?.first?["metrics"] as? [String: Any]
    #expect(Set(metrics?.keys.map { $0 } ?? []) == Set(MetricBook.all.map(\.id)))
    let header = try ProgramRun(arguments + ["csv"]).output.split(separator: "\n")[0]
    let columns = Set(header.split(separator: ",").map(String.init))
    for metric in MetricBook.all {
      #expect(columns.contains(metric.column))
      #expect(MetricBook.metric(metric.column)?.id == metric.id)
    }
  }

  @Test("The list holds all, or those that begin as asked; a mistyped code finds its neighbours")
  func list() throws {
    let all = try ProgramRun(["explain", "--list"]).output
    for id in ExplainedCode.ids { #expect(all.contains("  \(id) "), "\(id)") }
    let some = try ProgramRun(["explain", "--list", "in-00", "-f", "markdown"]).output
    #expect(some.contains("- `IN-007`: ") && !some.contains("EVID"))
    #expect(all.split(separator: "\n").allSatisfy { TextWidth.cells($0) <= 80 })
    #expect(try ProgramRun(["explain", "AML-10-8-"]).errors.contains("did you mean AML-10-8-1, "))
    #expect(try ProgramRun(["explain", "hoursKss9"]).errors.contains("hoursKss"))
    #expect(try ProgramRun(["explain", "IN-999x"]).errors.contains("--list IN"))
    #expect(try ProgramRun(["explain"]).status == .usage)
  }
}
