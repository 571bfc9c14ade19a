import Testing

@testable import FatigueCore

/// A shift parted by minutes is one shift, and a duty with a break one duty: what a rule says of it is
/// said once, and of the whole.
@Suite("Shifts parted by minutes")
struct JoinedShiftTests {
  private func findings(
    _ text: String, horizon: String = "", _ rule: String
  ) throws -> [Finding] {
    let roster = try GoldenRoster.roster(text, horizon: horizon)
    return RosterAnalysis(
      roster, settings: AnalysisSettings(selection: RuleSelection(select: [rule]))
    ).findings
  }

  /// Measured values, hours left out.
  private func longRuns(_ text: String) throws -> [Fraction] {
    try findings(text, "EVID-LONG12").filter { $0.unit == .shifts }.map(\.measured)
  }

  @Test("Two or three long shifts in pieces are no run of four")
  func piecesAreNoRun() throws {
    let two =
      "2026-03-02T22:00/2026-03-03T07:15;2026-03-03T07:31/2026-03-03T20:30;"
      + "2026-03-05T00:30/2026-03-05T07:30;2026-03-05T08:00/2026-03-05T22:01"
    let three =
      "2026-03-02T07:30/2026-03-02T20:00;2026-03-03T22:00/2026-03-04T07:01;"
      + "2026-03-04T07:30/2026-03-04T20:00;2026-03-05T07:30/2026-03-05T20:00"
    #expect(try longRuns(two).isEmpty)
    #expect(try longRuns(three).isEmpty)
  }

  @Test("Four long shifts in pieces are a run of four")
  func fourInPieces() throws {
    let text = (2...5).map { day in
      "2026-03-0\(day)T07:00/2026-03-0\(day)T13:00;2026-03-0\(day)T13:30/2026-03-0\(day)T17:30"
    }
    #expect(try longRuns(text.joined(separator: ";")) == [Fraction(4)])
    #expect(try longRuns(text.dropLast().joined(separator: ";")).isEmpty)
  }

  @Test("Overtime after a night in two rows with half an hour between is told once")
  func overtimeOnce() throws {
    let found = try findings(
      "2026-03-02T22:00/2026-03-03T02:00;2026-03-03T02:30/2026-03-03T07:30;"
        + "OT:2026-03-03T09:00/2026-03-03T10:00", "ORG-OTN")
    #expect(found.map(\.measured) == [Fraction(1)])
    #expect(found.first.map { Int64($0.to) - Int64($0.from) } == 9_000)
  }

  @Test(
    "The later piece of a night is held to the level of the night",
    arguments: ["06:30", "10:00"])
  func indexOfADividedNight(end: String) throws {
    let divided = try findings(
      "2026-03-02T20:30/2026-03-03T02:30;2026-03-03T06:00/2026-03-03T\(end)", "MOD-FI")
    let whole = try findings("2026-03-02T20:30/2026-03-03T\(end)", "MOD-FI")
    #expect(divided.map(\.measured) == whole.map(\.measured))
    #expect(divided.map(\.limit) == whole.map(\.limit))
    #expect(divided.map(\.count) == whole.map(\.count))
    #expect(divided.count <= 1)
  }
}
