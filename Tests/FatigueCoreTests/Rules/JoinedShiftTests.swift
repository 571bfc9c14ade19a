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

  /// Day shifts and two nights in three weeks; `change` is made to each day shift.
  private func sixWeeks(_ day: (String) -> String) -> String {
    let monday = CivilDate(days: 20_514)  // 2026-03-02
    var rows: [String] = []
    for week in 0..<6 {
      let isFull = week % 3 == 0
      for weekday in isFull ? 0..<5 : 2..<5 {
        rows.append(day((monday + (7 * week + weekday)).iso))
      }
      guard !isFull else { continue }
      let saturday = monday + (7 * week + 5)
      rows.append("\(saturday.iso)T21:30/\((saturday + 1).iso)T07:30")
    }
    return rows.joined(separator: ";")
  }

  @Test("An hour after a day shift, or a minute cut out of it, makes no three-part rota")
  func noEvenings() throws {
    let whole: (String) -> String = { "\($0)T07:30/\($0)T16:00" }
    let plans = [
      sixWeeks(whole), sixWeeks(whole) + ";2026-03-02T16:00/2026-03-02T17:00",
      sixWeeks(whole) + ";2026-03-02T15:30/2026-03-02T16:30",
      sixWeeks { "\($0)T07:30/\($0)T11:59;\($0)T12:00/\($0)T16:00" },
    ]
    for plan in plans {
      for rule in ["AML-10-4-6", "TAR-336"] {
        #expect(try findings(plan, horizon: "2026-03-02..2026-04-13", rule).isEmpty)
      }
    }
    // One real evening shift does.
    let evening = sixWeeks(whole) + ";2026-03-09T14:30/2026-03-09T22:30"
    #expect(try !findings(evening, horizon: "2026-03-02..2026-04-13", "TAR-336").isEmpty)
  }
}
