import Foundation
import Testing

@testable import FatigueCore

@Suite struct DesignTests {
  private static func spec(_ name: String) throws -> DesignSpec {
    // The first ward's plan is among the rosters; the others are samples.
    let sample = TestData.tests.deletingLastPathComponent().appending(path: "samples/\(name).toml")
    let bytes =
      name == "sengepost"
      ? try TestData.bytes("design/sengepost.toml") : Array(try Data(contentsOf: sample))
    let found = DesignSpecReader.read(bytes, base: SourcePosition(0))
    #expect(found.diagnostics.isEmpty)
    return try #require(found.spec)
  }

  private static func current(_ path: String) throws -> LaneTotals {
    let reading = RosterReader.read(try TestData.text(path))
    let roster = try #require(reading.roster)
    let whole = roster.repeating(every: try #require(reading.cycleDays))
    return LaneTotals(RosterAnalysis(whole, settings: AnalysisSettings(jobs: 2)))
  }

  private static func quick(_ swaps: Int = 30_000, looks: Int = 40) -> DesignSettings {
    var settings = DesignSettings()
    (settings.swaps, settings.looks, settings.starts, settings.jobs) = (swaps, looks, 2, 2)
    return settings
  }

  @Test(
    "Beats the sample base plans at equal staffing",
    arguments: [
      ("sengepost", "rosters/s3_grunnturnus.csv"), ("sykehjem", "design/sykehjem.csv"),
      ("akuttmottak", "design/akuttmottak.csv"),
    ])
  func beats(_ name: String, _ plan: String) throws {
    let spec = try Self.spec(name)
    let current = try Self.current(plan)
    var settings = Self.quick(100_000, looks: 125)
    settings.starts = 4
    let result = DesignResult(
      spec, analysis: AnalysisSettings(jobs: 2), settings: settings, against: current)
    let totals = try #require(result.totals)
    // Equal staffing: as many shifts for each person and day.
    #expect(totals.shifts * current.days == current.shifts * totals.days)
    for lane in [Lane.law, .research, .model] {
      #expect(totals.comparison(current, lane) < 0, "\(lane): \(totals[lane]) \(current[lane])")
    }
    #expect(totals.comparison(current, .agreement) <= 0)
    let traits = try #require(result.grid).traits(spec)
    #expect(traits.quickReturns == 0 && traits.longestNightRun <= 3)
  }

  @Test("Every day has the staffing that was asked for", arguments: ["sengepost", "sykehjem"])
  func staffing(_ name: String) throws {
    let spec = try Self.spec(name)
    let grid = try #require(
      DesignSearch(spec, analysis: AnalysisSettings(), settings: Self.quick(2000, looks: 0)).find())
    for day in 0..<7 {
      for (place, shift) in spec.shifts.enumerated() {
        let lines = (0..<spec.weeks).count {
          Int(grid.line($0).dropFirst(day).first ?? 0) == place + 1
        }
        #expect(lines * spec.peoplePerLine == shift.staffing[day])
      }
    }
  }

  @Test("The plan that is written is the plan that is read")
  func roundTrip() throws {
    let spec = try Self.spec("sykehjem")
    let result = DesignResult(
      spec, analysis: AnalysisSettings(), settings: Self.quick(2000, looks: 0))
    for language in Language.allCases {
      let reading = RosterReader.read(
        String(decoding: DesignCSV.bytes(result, language), as: UTF8.self))
      #expect(reading.cycleDays == spec.weeks * 7)
      let roster = try #require(reading.roster)
      let own = try #require(result.grid?.everybody(spec))
      func times(_ roster: Roster) -> [[Int64]] {
        roster.slices.map { slice in
          roster.shifts[slice].filter(\.kind.isWork).map { roster.instant($0.start).seconds }
        }
      }
      #expect(times(roster) == times(own))
    }
  }

  @Test("The same plan for any number of threads")
  func deterministic() throws {
    let spec = try Self.spec("sykehjem")
    var settings = Self.quick(2000, looks: 4)
    let grids = [1, 2].map { jobs in
      settings.jobs = jobs
      return DesignSearch(spec, analysis: AnalysisSettings(), settings: settings).find()
    }
    #expect(grids[0] == grids[1])
  }

  @Test("What cannot be is told in words")
  func obstacles() {
    func spec(_ people: Int, _ weeks: Int, _ staffing: [Int]) -> DesignSpec {
      DesignSpec(
        people: people, weeks: weeks, from: CivilDate(days: 20_458),
        shifts: [DesignSpec.Shift(code: "D", start: 27_000, end: 57_600, staffing: staffing)])
    }
    let even = spec(6, 6, [2, 2, 2, 2, 2, 1, 1])
    #expect(even.obstacles.isEmpty && even.isPossible)
    #expect(!spec(6, 4, [2, 2, 2, 2, 2, 1, 1]).isPossible)
    #expect(!spec(6, 3, [2, 2, 2, 2, 2, 1, 1]).isPossible)
    #expect(!spec(2, 2, [3, 2, 2, 2, 2, 1, 1]).isPossible)
    let sundays = spec(6, 6, [2, 2, 2, 2, 2, 4, 4])
    #expect(sundays.isPossible && sundays.obstacles.contains { $0.nb.contains("annenhver søndag") })
    let hours = spec(3, 3, [3, 3, 3, 3, 3, 3, 3])
    #expect(hours.obstacles.contains { $0.en.contains("hours a week") })
    #expect(
      DesignSpec.fewestWeeks(
        people: 24,
        shifts: [
          DesignSpec.Shift(code: "D", start: 0, end: 1, staffing: [8, 8, 8, 8, 8, 4, 4])
        ]) == 6)
  }

  @Test(
    "A file of wishes with faults is refused, each with its place",
    arguments: [
      "", "[design]\n", "[design]\npeople = 0\n", "[design]\npeople = 4\nweks = 3\n",
      "[design]\npeople = 4\n[[design.shift]]\ncode = \"D\"\n",
      "[design]\npeople = 4\n[[design.shift]]\ncode = \"D\"\nstart = \"25:00\"\nend = \"15:00\"\nstaffing = [1, 1, 1, 1, 1, 1, 1]\n",
      "[design]\npeople = 4\n[[design.shift]]\ncode = \"D\"\nstart = \"07:00\"\nend = \"15:00\"\nstaffing = [1, 1]\n",
      "[design]\npeople = 4\n[[design.shift]]\ncode = \"D\"\nstart = \"07:00\"\nend = \"07:00\"\nstaffing = [1, 1, 1, 1, 1, 1, 1]\n",
    ])
  func refuses(_ text: String) {
    let found = DesignSpecReader.read(Array(text.utf8), base: SourcePosition(0))
    #expect(found.spec == nil && !found.diagnostics.isEmpty)
  }
}
