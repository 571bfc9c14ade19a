import Foundation
import Testing

@testable import fatigue_cli

@Suite struct PredictTests {
  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  private static let roster = """
    person,start,end
    Kari,2026-01-09T21:30,2026-01-10T07:30
    Kari,2026-01-10T21:30,2026-01-11T07:30
    """

  @Test("Both ends are rows, states follow the plan, times are UTC")
  func rows() throws {
    let folder = try folder(["r.csv": Self.roster])
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try ProgramRun([
      "predict", folder.appending(path: "r.csv").path, "--no-config", "--from", "2026-01-09T20:00",
      "--to", "2026-01-10T10:00", "--step", "60",
    ])
    #expect(run.status == .success)
    let rows = Vectors.rows(run.output)
    #expect(rows.count == 15)
    #expect(rows.first?["time"] == "2026-01-09T19:00:00Z")
    #expect(rows.last?["time"] == "2026-01-10T09:00:00Z")
    let states = rows.map { $0["state"] ?? "" }
    #expect(states[0] == "wake" && states[1] == "commute" && states[2] == "work")
    #expect(states[12] == "wake" && states[14] == "sleep")
    #expect(rows.allSatisfy { ($0["person"] ?? "").hasPrefix("T-") && $0["W"] == "" })
  }

  @Test("Every model has its columns, and a line of NDJSON for each row")
  func models() throws {
    let folder = try folder(["r.csv": Self.roster])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "r.csv").path
    func columns(_ options: [String]) throws -> [String] {
      let run = try ProgramRun(["predict", path, "--no-config", "--step", "1440"] + options)
      #expect(run.status == .success, "\(run.errors)")
      return run.output.split(whereSeparator: \.isNewline)[0].split(separator: ",").map(String.init)
    }
    #expect(
      try columns([])
        == ["person", "time", "state", "S", "C", "U", "W", "A", "kss", "pGe7", "pGe8", "dphi"])
    #expect(
      try columns(["--model", "ump"])
        == ["person", "time", "state", "S", "L", "C", "P", "dphi"])
    #expect(try columns(["--model", "rr446"]).suffix(2) == ["RI_job", "RI"])
    #expect(try columns(["--all-models"]).contains("umpP"))
    let run = try ProgramRun([
      "predict", path, "--no-config", "--step", "720", "-f", "ndjson", "--names", "real",
    ])
    for line in run.output.split(separator: "\n") {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["person"] as? String == "Kari")
      #expect(object?["kss"] is NSNumber && object?["W"] is NSNull)
    }
  }

  @Test("A duty's own peak is on the series, the grid being no higher")
  func peakIsOnTheSeries() throws {
    let duties = try Vectors.duties([("2026-01-09T21:30", "2026-01-10T07:30")])
    let highest = try value(duties[0], "kss", "max")
    let folder = try folder(["r.csv": "person,start,end\nA,2026-01-09T21:30,2026-01-10T07:30\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let rows = try Vectors.predict([
      folder.appending(path: "r.csv").path, "--step", "1", "--from", "2026-01-09T21:30", "--to",
      "2026-01-10T07:30",
    ])
    let grid = try rows.values.map { try Vectors.number($0, "kss") }.max() ?? 0
    #expect(grid <= highest + 1e-6 && grid > highest - 5e-6)
    // The reference of three nights (Tests/Data/vectors/sleep, our own), whose history is longer.
    #expect(abs(highest - 7.524808) < 5e-5)
  }

  @Test("Sleep recorded stands instead of predicted, and the body clock lags after a clock change")
  func recordedSleep() throws {
    let folder = try folder([
      "r.csv": Self.roster,
      "s.csv": "person,start,end\nKari,2026-01-10T09:00,2026-01-10T16:00\n",
      "dst.csv": "person,start,end\nKari,2026-03-28T21:30,2026-03-29T07:30\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    let rows = try Vectors.predict([
      path("r.csv"), "--sleep", path("s.csv"), "--step", "60", "--from", "2026-01-10T15:00", "--to",
      "2026-01-10T17:00",
    ])
    #expect(rows["2026-01-10T15:00:00Z"]?["state"] == "sleep")
    #expect(rows["2026-01-10T16:00:00Z"]?["state"] == "wake")
    let run = try ProgramRun([
      "predict", path("dst.csv"), "--no-config", "--step", "60", "--from", "2026-03-29T00:00",
      "--to",
      "2026-03-30T00:00",
    ])
    let night = Vectors.rows(run.output)
    #expect(night.count == 24)
    #expect(try Vectors.number(night[0], "dphi") == 0)
    #expect(try Vectors.number(night[2], "dphi") == 1)
    // Twenty-one hours after the change: 0.7 to the power of 21/24.
    #expect(abs(try Vectors.number(night[23], "dphi") - 0.731915) < 1e-5)
  }

  @Test(
    "Wrong options say what is meant, and give status 2",
    arguments: [
      ["--step", "0"], ["--step", "x"], ["--model", "saft"], ["--initial", "S=14"],
      ["--initial", "at=2026-01-05,S=14,A=3"], ["--initial", "at=2026-01-05,S=14"],
      ["--duties", "x.csv"], ["--all-models", "--model", "ump"],
    ])
  func wrongOptions(options: [String]) throws {
    let folder = try folder(["r.csv": Self.roster])
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try ProgramRun(["predict", folder.appending(path: "r.csv").path] + options)
    #expect(run.status == .usage)
    #expect(run.output.isEmpty && run.errors.hasPrefix("fatigue: "))
  }

  @Test("A bad row of duties is named by line and column, and the rest computed")
  func badDuties() throws {
    let folder = try folder(["d.csv": "day,on_h,off_h\n1,7.5,15\n2,25,3\n3,7,15\n"])
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "d.csv").path
    let run = try ProgramRun(["predict", "--no-config", "--model", "rr446", "--duties", path])
    #expect(run.status == .unreadable)
    #expect(run.errors.contains("d.csv:3:3:") && run.errors.contains("25"))
    #expect(Vectors.rows(run.output).count == 2)
  }

  @Test("Rows of duties out of order are sorted and said; overlaps are named by line")
  func orderOfDuties() throws {
    let sorted = ["1,22,6", "2,22,6", "3,22,6", "6,7,15"]
    func run(_ rows: [String]) throws -> ProgramRun {
      let folder = try TestFolder([
        "d.csv": "day,on_h,off_h\n" + rows.joined(separator: "\n") + "\n"
      ])
      return try ProgramRun([
        "predict", "--no-config", "--lang", "en", "--model", "rr446", "--duties",
        folder.path("d.csv"),
      ])
    }
    let plain = try run(sorted)
    #expect(plain.errors.isEmpty && plain.status == .success)
    let shuffled = try run([sorted[0], sorted[3], sorted[2], sorted[1]])
    #expect(shuffled.output == plain.output && shuffled.status == .success)
    #expect(shuffled.errors.contains("d.csv:3:1: warning") && shuffled.errors.contains("sorted"))
    let overlap = try run(["1,7,15", "1,14,22"])
    #expect(overlap.errors.contains("d.csv:3:1: warning"), "\(overlap.errors)")
  }
}
