import FatigueCore
import Testing

@testable import fatigue_cli

@Suite struct SettingsTests {
  private func settings(_ line: String) throws -> Settings {
    let parsed = try ArgumentParser.parse(ArgumentParserTests.words(line))
    return try Settings(parsed, try #require(parsed.command), language: .en)
  }

  private func complaint(_ line: String) -> String? {
    do {
      _ = try settings(line)
      return nil
    } catch let error as UsageError {
      return error.message.en + (error.hint.map { "; " + $0.en } ?? "")
    } catch {
      return "\(error)"
    }
  }

  @Test func reportsGoWhereTheyAreSent() throws {
    #expect(
      try settings("check a").outputs == [.init(format: "text", destination: .standardOutput)])
    #expect(
      try settings("check a -f json=j.json -f text+=t.txt -f json").outputs == [
        .init(format: "json", destination: .file("j.json", appends: false)),
        .init(format: "text", destination: .file("t.txt", appends: true)),
        .init(format: "json", destination: .standardOutput),
      ])
    #expect(
      try settings("convert a -o x.csv").outputs == [
        .init(format: "csv", destination: .file("x.csv", appends: false))
      ])
    #expect(
      try settings("convert a -f json -o -").outputs == [
        .init(format: "json", destination: .standardOutput)
      ])
  }

  @Test(
    "Values that are wrong",
    arguments: [
      ("check a -f pdf", "-f: unknown value pdf; choose from text, concise, json"),
      (
        "check a -f jsn",
        "-f: unknown value jsn; did you mean json? choose from text, concise, json"
      ),
      ("check a -f json -f text", "only one report can go to standard output"),
      ("check a -f json=x -f text=x", "two reports go to the same file: x"),
      ("check a -f json=", "-f json= needs a value: FILE"),
      ("check a -f json=x -o y", "-o has no report to write; all have a file"),
      ("check - -", "standard input (-) can be read only once"),
      ("check", "check needs file...; for example: fatigue check turnus.csv"),
      ("rules x", "rules does not take x"),
      ("completion tcsh", "completion: unknown value tcsh"),
      ("help chek", "unknown command chek; did you mean check?"),
      ("check a --width x", "--width: x is not a whole number from 1 to 100000"),
      ("check a --jobs 0", "--jobs: 0 is not a whole number from 1 to 1024"),
      ("check a --lang no", "--lang: unknown value no"),
      ("check a --fail-on lwa=breach", "--fail-on: unknown value lwa; did you mean law?"),
      ("check a --fail-on serious", "--fail-on: unknown value serious; choose from note"),
      ("check a --from 2026-02-29", "--from: 2026-02-29 is not a date"),
    ])
  func complains(_ line: String, _ start: String) throws {
    let said = try #require(complaint(line))
    #expect(said.hasPrefix(start), "\(said)")
  }

  @Test func failureLevels() throws {
    let standard = try settings("check a").failurePolicy
    #expect(standard.fails(.law, .disputed) && !standard.fails(.law, .warning))
    #expect(!standard.fails(.model, .breach))
    let warning = try settings("check a --fail-on warning").failurePolicy
    #expect(warning.fails(.model, .warning) && !warning.fails(.data, .note))
    let one = try settings("check a --fail-on model=warning,law=never").failurePolicy
    #expect(one.fails(.model, .disputed) && !one.fails(.law, .breach))
    #expect(one.fails(.agreement, .disputed))
    let never = try settings("check a --fail-on never").failurePolicy
    #expect(Lane.allCases.allSatisfy { !never.fails($0, .breach) })
  }

  @Test(
    "Bounds in time, as instants in Oslo",
    arguments: [
      ("2026-03-29", 1_774_738_800), ("2026-03-29T03:00", 1_774_746_000),
      ("2026-03-29T03:00:00Z", 1_774_753_200), ("2026-03-29T03:00+02:00", 1_774_746_000),
      ("2026-03-29 03:00-0130", 1_774_758_600),
    ])
  func bounds(_ text: String, _ seconds: Int64) throws {
    #expect(try #require(TimeBound(text)).instant(in: .oslo).seconds == seconds)
  }

  @Test(arguments: ["", "2026", "2026-13-01", "2026-03-29T", "2026-03-29T24:00", "2026-03-29x"])
  func noBound(_ text: String) { #expect(TimeBound(text) == nil) }

  @Test("4, 2, 3, 1, 0 whatever the order")
  func exitPrecedence() {
    let order: [ExitCode] = [.unwritable, .usage, .unreadable, .findings, .success]
    for (i, stronger) in order.enumerated() {
      for weaker in order[i...] {
        #expect(stronger.combined(with: weaker) == stronger)
        #expect(weaker.combined(with: stronger) == stronger)
      }
    }
  }
}
