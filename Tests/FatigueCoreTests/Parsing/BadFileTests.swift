import Foundation
import Testing

@testable import FatigueCore

/// Malformed lists: each problem is named where it stands, and nothing else is lost.
@Suite struct BadFileTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var file: String
    var severity: String
    var line: Int
    /// Number of the field, 0 for the whole line.
    var column: Int
    var testDescription: String { file }
  }

  static let cases: [Case] = {
    let all = try? TestData.json("bad/index.json", of: [Case].self)
    // A rule finds overlaps and clock changes; the reader only marks them.
    let elsewhere: Set<String> = ["c19_overlapp.csv", "c49_tid_i_sommertidsgapet.csv"]
    return (all ?? []).filter { $0.file.hasPrefix("c") && !elsewhere.contains($0.file) }
  }()

  /// Line and UTF-16 column of a field, from the file itself.
  private func place(_ item: Case, _ bytes: [UInt8]) -> String {
    if item.line == 0 { return "-" }
    let line = bytes.split(separator: 10, omittingEmptySubsequences: false)[item.line - 1]
    let before = String(decoding: line, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).prefix(max(0, item.column - 1))
    let column = before.reduce(1) { $0 + $1.utf16.count + 1 }
    return "\(item.line):\(column)"
  }

  @Test("The problem is found at its field", arguments: cases)
  func findsTheProblem(item: Case) throws {
    let bytes = try TestData.bytes("bad/\(item.file)")
    let reading = RosterReader.read(bytes: bytes)
    let severity = item.severity == "warn" ? "warning" : "error"
    let found = reading.said.filter { $0.hasPrefix("\(place(item, bytes)) \(severity) ") }
    #expect(found.count == 1, "\(reading.said)")
    let worst: Severity = item.severity == "warn" ? .warning : .error
    #expect(reading.diagnostics.worst == worst)
    #expect(reading.said.count == (item.file.hasPrefix("c43") ? 2 : 1), "\(reading.said)")
  }

  @Test("The other rows are read", arguments: cases.filter { $0.severity != "error" })
  func readsTheRest(item: Case) throws {
    let bytes = try TestData.bytes("bad/\(item.file)")
    let reading = RosterReader.read(bytes: bytes)
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").count - 1
    let lost = item.severity == "row" || item.file.hasPrefix("c17") ? 1 : 0
    #expect(reading.entries.count == rows - lost, "\(reading.entries)")
  }

  @Test("Two people with one name stay two")
  func keepsNamesakesApart() throws {
    let reading = RosterReader.read(bytes: try TestData.bytes("bad/c47_samme_navn_to_nummer.csv"))
    #expect(reading.roster?.people.map(\.number) == ["101", "202"])
  }

  @Test("An overlap is left to the rules")
  func leavesOverlaps() throws {
    let reading = RosterReader.read(bytes: try TestData.bytes("bad/c19_overlapp.csv"))
    #expect(reading.said.isEmpty)
    #expect(reading.entries.count == 5)
  }

  @Test("A time in the spring gap is moved and marked")
  func marksTheGap() throws {
    let reading = RosterReader.read(
      bytes: try TestData.bytes("bad/c49_tid_i_sommertidsgapet.csv"))
    #expect(reading.said.isEmpty)
    let marked = reading.roster?.shifts.filter { $0.flags.contains(.startInGap) } ?? []
    #expect(marked.map { $0.length } == [.hours(4, 30)])
    #expect(reading.entries.contains("Kari Nordmann work N 2026-03-29T03:30 2026-03-29T08:00"))
  }
}
