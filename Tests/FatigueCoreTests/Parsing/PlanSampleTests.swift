import Foundation
import Testing

@testable import FatigueCore

/// Hand-made plans against the shifts they were written from, and the malformed ones.
@Suite struct PlanSampleTests {
  private func truth(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).dropFirst().map { row in
      let fields = row.split(separator: ",", omittingEmptySubsequences: false)
      return "\(fields[0]) work \(fields[3]) \(fields[1]) \(fields[2])"
    }.sorted()
  }

  private func worked(_ reading: RosterReading) -> [String] {
    reading.entries.filter { $0.contains(" work ") }.sorted()
  }

  private func sample(
    _ name: String, legend: String? = nil, year: Int? = nil
  ) throws -> RosterReading {
    let legends = try legend.map { [($0, try TestData.bytes("rosters/\($0)"))] } ?? []
    return RosterReader.read(
      [("\(name).csv", try TestData.bytes("rosters/\(name).csv"))], legends: legends,
      options: ReadingOptions(year: year))
  }

  @Test("A matrix with two header rows, its legend in a second file")
  func readsS2() throws {
    let reading = try sample("s2_matrise", legend: "s2_vaktkoder.csv", year: 2026)
    #expect(worked(reading) == truth(try TestData.text("rosters/s2_matrise.truth.csv")))
    #expect(reading.said.isEmpty, "\(reading.said)")
    #expect(reading.understood.map(\.format) == ["matrix", "legend"])
    let roster = try #require(reading.roster)
    #expect(roster.people.first == Person(number: "100101", name: "Ida Larsen"))
    // Work on a day of leave: both hold.
    #expect(
      reading.entries.contains("Turid Jakobsen absence FE 2026-01-22 2026-01-23"))
  }

  @Test("A base plan with a block of people")
  func readsS3() throws {
    let reading = try sample("s3_grunnturnus")
    #expect(worked(reading) == truth(try TestData.text("rosters/s3_grunnturnus.truth.csv")))
    #expect(reading.said.isEmpty, "\(reading.said)")
  }

  @Test("One person's plan, a row for each week, with overlays")
  func readsS5() throws {
    let reading = try sample("s5_egen_turnus", year: 2026)
    #expect(worked(reading) == truth(try TestData.text("rosters/s5_egen_turnus.truth.csv")))
    #expect(reading.said.isEmpty, "\(reading.said)")
    #expect(reading.entries.contains("Solveig Strand absence FE 2026-07-13 2026-07-14"))
  }

  @Test("Without the year a plan is refused, with the years that would fit")
  func refusesWithoutYear() throws {
    let reading = try sample("s2_matrise", legend: "s2_vaktkoder.csv")
    #expect(reading.roster == nil)
    #expect(reading.said == ["2:26 error IN-106"])
    let hint = try #require(
      reading.diagnostics.items.first { $0.code == .yearUnknown }?.hint)
    #expect(hint.en.contains("2015, 2026, 2032"), "\(hint.en)")
    #expect(!hint.en.contains("2025"))
  }

  @Test(
    "The problem is found at its field",
    arguments: [
      ("m01_ukjent_kode.csv", "2:10 error IN-100", 6),
      ("m03_kode_to_tider.csv", "8:1 error IN-101", 7),
      ("m05_hull_i_datoer.csv", "1:36 error IN-102", 6),
      ("m07_startlinje_utenfor.csv", "7:5 error IN-104", 7),
      ("m09_grunnplan_uten_startdato.csv", "- error IN-105", 0),
    ])
  func findsTheProblem(file: String, said: String, entries: Int) throws {
    let isPlan = file.hasPrefix("m07")
    let options = ReadingOptions(
      year: 2026, firstDay: isPlan ? CivilDate(year: 2026, month: 1, day: 5) : nil,
      lastDay: isPlan ? CivilDate(year: 2026, month: 1, day: 11) : nil)
    let bytes = try TestData.bytes("bad/\(file)")
    let reading = RosterReader.read(bytes: bytes, options: options)
    #expect(reading.said == [said])
    #expect(reading.entries.count == entries)
    // Without options the problem is still found.
    let bare = RosterReader.read(bytes: bytes)
    #expect(bare.said.contains(said), "\(bare.said)")
  }

  @Test("The nearest known code is offered")
  func offersTheNearestCode() {
    let plan = "Navn;05.01.2026;06.01.2026\nKari;DAGG;D\n\nKode;Start;Slutt\nDAG;07:30;15:30\n"
    let reading = RosterReader.read(plan)
    let hints = reading.diagnostics.items.filter { $0.code == .unknownCode }
      .compactMap { $0.hint?.en }
    #expect(hints.first == "did you mean DAG?", "\(hints)")
    #expect(hints.count == 2)
  }

  /// Third-party rosters are judged in place: `FATIGUE_CONFORMANCE` names the folder with `data/rosters`.
  @Test(
    "Benchmark rosters are read as they are",
    .enabled(if: ProcessInfo.processInfo.environment["FATIGUE_CONFORMANCE"] != nil))
  func readsBenchmarks() throws {
    let root = try #require(ProcessInfo.processInfo.environment["FATIGUE_CONFORMANCE"])
    let folder = URL(fileURLWithPath: root).appendingPathComponent("data/rosters/benchmarks")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "csv" }
    #expect(!files.isEmpty)
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      let reading = RosterReader.read(bytes: bytes)
      #expect(worked(reading) == truth(String(decoding: bytes, as: UTF8.self)), "\(file)")
    }
  }
}
