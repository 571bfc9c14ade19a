import Foundation
import Testing

@testable import FatigueCore

/// Whole calendars against the occurrences that other implementations found in them.
@Suite struct CalendarFileTests {
  static let made: [String] = {
    let folder = TestData.tests.appending(path: "Data/ics/made")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".ics") }.sorted()
  }()

  /// What we chose where the standard leaves a choice.
  static let chosen: Set<String> = ["wall_end"]

  @Test("Calendars of our own making", arguments: made)
  func reads(name: String) throws {
    let expected = try TestData.json(
      "ics/made/expected/\(name.dropLast(4)).json", of: CalendarSupport.Expected.self)
    let (reading, policies, found) = CalendarSupport.judge(
      try TestData.bytes("ics/made/\(name)"), expected, path: name)
    let used = try #require(policies, "\(found.count) occurrences, \(reading.said)")
    #expect(Set(used).isSubset(of: Self.chosen))
    Self.expectProblems(expected, reading)
  }

  @Test("What convert writes of a calendar is read as it was", arguments: made)
  func convertsBack(name: String) throws {
    func csv(_ reading: RosterReading) throws -> String {
      var bytes: [UInt8] = []
      ConvertCSV.write(try #require(reading.roster), reading.sources, into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    let first = try csv(CalendarSupport.read(try TestData.bytes("ics/made/\(name)"), path: name))
    let second = try csv(CalendarSupport.read(Array(first.utf8), path: "normalised.csv"))
    #expect(first == second)
  }

  @Test("There are calendars to try")
  func hasCalendars() { #expect(Self.made.count == 26) }

  /// Each problem that a careful reader reports is reported, on its line.
  static func expectProblems(_ expected: CalendarSupport.Expected, _ reading: RosterReading) {
    let lines = Set(
      reading.diagnostics.items.filter { $0.severity > .note }
        .compactMap { reading.sources.place($0.position)?.line })
    for problem in expected.problems where problem.line != nil {
      #expect(lines.contains(problem.line ?? 0), "\(problem.code) in line \(problem.line ?? 0)")
    }
  }

  @Test("With exact ends nothing but the standard's own answer remains")
  func readsStrictly() throws {
    for name in ["11_nightly_series_over_clock_change", "25_ward_rotation_12x24weeks"] {
      let expected = try TestData.json(
        "ics/made/expected/\(name).json", of: CalendarSupport.Expected.self)
      var options = ReadingOptions()
      options.seriesEnd = .exact
      let reading = CalendarSupport.read(try TestData.bytes("ics/made/\(name).ics"), options)
      let found = CalendarSupport.occurrences(reading, expected.window)
      #expect(CalendarSupport.policies(found, expected) == [])
    }
  }

  @Test("Line ends, folds and a mark make no difference")
  func readsOtherSpellings() throws {
    let text = try TestData.text("ics/made/10_overrides_cancelled_thisandfuture.ics")
      .replacing("\r\n", with: "\n")
    let plain = CalendarSupport.read(Array(text.utf8)).entries
    #expect(plain.count == 16)
    let folded = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in line.count > 9 ? "\(line.prefix(7))\n \(line.dropFirst(7))" : "\(line)" }
      .joined(separator: "\n")
    for variant in [
      text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r"), "\u{FEFF}" + text,
      text.replacing("\n", with: "\n\n"), folded, folded.replacing("\n ", with: "\r\n\t"),
    ] {
      #expect(CalendarSupport.read(Array(variant.utf8)).entries == plain)
    }
  }
}

/// Calendars of other projects, read in place: `FATIGUE_CONFORMANCE` names the folder that holds
/// them, with `thirdparty` and `thirdparty-broken` in `data/ics` below it.
@Suite(.enabled(if: CalendarSupport.conformance("ics") != nil, "FATIGUE_CONFORMANCE is not set"))
struct CalendarConformanceTests {
  static func expectedFiles(_ folder: String) -> [String] {
    guard let root = CalendarSupport.conformance("ics/\(folder)") else { return [] }
    let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String]
    return (names ?? []).filter { $0.hasSuffix(".json") }.sorted()
  }

  private func judge(_ folder: String, _ name: String) throws {
    let root = try #require(CalendarSupport.conformance("ics/\(folder)"))
    let expected = try JSONDecoder().decode(
      CalendarSupport.Expected.self, from: Data(contentsOf: root.appending(path: name)))
    let path = String(name.replacing("expected/", with: "").dropLast(5)) + ".ics"
    let bytes = Array(try Data(contentsOf: root.appending(path: path)))
    let (reading, policies, found) = CalendarSupport.judge(bytes, expected, path: path)
    let used = try #require(policies, "\(found.count) occurrences, \(reading.said)")
    #expect(Set(used).isSubset(of: CalendarFileTests.chosen))
    // One file whose lines end in something else than lines do.
    if !name.hasSuffix("issue251.json") { CalendarFileTests.expectProblems(expected, reading) }
  }

  @Test("Calendars of other projects", arguments: expectedFiles("thirdparty"))
  func reads(name: String) throws { try judge("thirdparty", name) }

  @Test("Broken calendars of other projects", arguments: expectedFiles("thirdparty-broken"))
  func readsBroken(name: String) throws { try judge("thirdparty-broken", name) }

  static let vectors: [RecurrenceTests.Vector] = {
    guard let file = CalendarSupport.conformance("ics/rrule_vectors_libical.jsonl"),
      let text = try? String(contentsOf: file, encoding: .utf8)
    else { return [] }
    let all = text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(RecurrenceTests.Vector.self, from: Data($0.utf8))
    }
    return all.filter { $0.disputed != true }
  }()

  @Test("Rules of another project", arguments: vectors)
  func expands(vector: RecurrenceTests.Vector) throws {
    #expect(try RecurrenceTests.expand(vector) == vector.occurrences)
  }
}
