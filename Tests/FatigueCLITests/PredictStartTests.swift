import Foundation
import Testing

@testable import fatigue_cli

/// Where a series of `predict` starts, and what of the options it obeys.
@Suite struct PredictStartTests {
  private static let files = [
    "r.csv": "person,start,end\nKari,2026-01-20T07:30,2026-01-20T15:30\n",
    "s.csv": "person,start,end\nKari,2026-01-05T23:10,2026-01-06T07:00\n",
  ]
  private static let initial = "at=2026-01-05T06:30,S=14"

  private func run(_ arguments: [String]) throws -> ProgramRun {
    let folder = try TestFolder(Self.files)
    return try ProgramRun(
      ["predict", "--no-config", "--lang", "en", "--zone", "UTC"]
        + arguments.map { $0.hasSuffix(".csv") ? folder.path($0) : $0 })
  }

  private func rows(_ arguments: [String]) throws -> [Vectors.Row] {
    let run = try run(arguments)
    #expect(run.status == .success, "\(run.errors)")
    return Vectors.rows(run.output)
  }

  @Test("S of the start is each model's own: 14 is no lack of sleep in lapses")
  func ownStart() throws {
    let log = ["--from-sleep", "s.csv", "--to", "2026-01-05T06:30"]
    let all = try rows(log + ["--all-models", "--initial", Self.initial])
    #expect(all.map { $0["S"] } == ["14"] && all[0]["umpS"] == "0" && all[0]["umpL"] == "0")
    let both = try rows(log + ["--all-models", "--initial", Self.initial + ",umpS=3,umpL=1"])
    #expect(both[0]["S"] == "14" && both[0]["umpS"] == "3" && both[0]["umpL"] == "1")
    let ump = try rows(log + ["--model", "ump", "--initial", "at=2026-01-05T06:30,S=3,L=1"])
    #expect(ump[0]["S"] == "3" && ump[0]["L"] == "1")
  }

  @Test(
    "A state that no model reaches is refused, with what is possible",
    arguments: [
      ["--initial", "at=2026-01-05,S=99"], ["--initial", "at=2026-01-05,S=-5"],
      ["--initial", "at=2026-01-05,A=99"], ["--initial", "at=2026-01-05,A=-3"],
      ["--model", "ump", "--initial", "at=2026-01-05,S=30"],
      ["--all-models", "--initial", "at=2026-01-05,S=14,umpL=-60"],
    ])
  func impossible(options: [String]) throws {
    let run = try run(["--from-sleep", "s.csv"] + options)
    #expect(run.status == .usage && run.output.isEmpty)
    #expect(run.errors.contains("lies between"), "\(run.errors)")
  }

  @Test(
    "What a log of sleep cannot obey is refused, not ignored",
    arguments: [
      ["--initial", initial, "--initial", initial], ["--sleep", "s.csv"],
      ["--assume", "cautious"], ["--history", "r.csv"], ["-e", "Kari"],
      ["--initial", initial, "--from", "2026-01-05"],
      ["--model", "ump", "--initial", "at=2026-01-05,A=8"],
      ["--initial", initial + ",umpS=0"], ["--from", "2024-12-01"],
    ])
  func refused(options: [String]) throws {
    let run = try run(["--from-sleep", "s.csv"] + options)
    #expect(run.status == .usage && run.output.isEmpty, "\(run.output)")
  }

  @Test("--from after the start of --initial: the same states, fewer rows")
  func fromAfterStart() throws {
    let log = ["--from-sleep", "s.csv", "--initial", Self.initial, "--to", "2026-01-06T12:00"]
    let all = try rows(log)
    let late = try rows(log + ["--from", "2026-01-06T00:00"])
    #expect(late.first?["time"] == "2026-01-06T00:00:00Z" && late == all.suffix(late.count))
  }

  @Test("The last row is the last step that is not after --to")
  func lastStep() throws {
    let found = try rows([
      "r.csv", "--step", "7", "--from", "2026-01-20T07:30", "--to", "2026-01-20T08:00",
    ])
    #expect(found.last?["time"] == "2026-01-20T07:58:00Z")
  }

  @Test(
    "Before the first state one sleeps at night; no row stands still", arguments: [false, true])
  func beforeTheStart(fromSleep: Bool) throws {
    let rows =
      fromSleep
      ? try rows(["--from-sleep", "s.csv", "--from", "2026-01-01", "--step", "60"])
      : try rows(["r.csv", "--from", "2026-01-01", "--step", "60"])
    for (a, b) in zip(rows, rows.dropFirst()) {
      #expect(a["C"] != b["C"] && a["S"] != b["S"], "\(a)")
    }
    let early = rows.first { $0["time"] == "2026-01-02T03:00:00Z" }
    #expect(early?["state"] == "sleep")
    for row in rows {
      #expect((4...14.3).contains(try Vectors.number(row, "S")))
      #expect(try Vectors.number(row, "kss") < 9)
    }
    // What is known does not depend on where the rows begin.
    let known =
      fromSleep
      ? try self.rows(["--from-sleep", "s.csv", "--from", "2026-01-05T12:00", "--step", "60"])
      : try self.rows(["r.csv", "--from", "2026-01-18", "--step", "60"])
    #expect(Array(rows.suffix(known.count)) == known)
  }

  @Test("The Unified Model says nothing of the time before its start")
  func beforeTheUnifiedStart() throws {
    let ump = try rows(["r.csv", "--from", "2026-01-01", "--step", "60", "--model", "ump"])
    #expect(ump.first?["time"] == "2026-01-17T07:00:00Z" && ump.first?["S"] == "0")
    let all = try rows(["r.csv", "--from", "2026-01-01", "--step", "60", "--all-models"])
    #expect(all.first?["umpP"] == "" && all.first?["kss5c"] != "")
    #expect(all.first { $0["umpP"] != "" }?["time"] == "2026-01-17T07:00:00Z")
  }
}
