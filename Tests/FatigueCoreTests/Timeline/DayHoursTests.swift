import Testing

@testable import FatigueCore

@Suite struct DayHoursTests {
  private func days(
    _ strip: RosterStrip, over hours: Int64, dayStart: Int64 = 0
  ) throws -> [Double] {
    let (roster, _) = try #require(strip.roster())
    var timeline = PersonTimeline()
    var clock = ZoneCursor(roster.zone)
    timeline.fill(roster, person: 0, clock: &clock)
    return timeline.daysOver(
      hours * 3600, dayStart: dayStart, of: roster, clock: clock
    ).map { Double($0.seconds) / 3600 }
  }

  @Test("Golden C16, C17 and C18: a tie, a given boundary, and the guard")
  func attribution() throws {
    #expect(try days("06:00-12:00+20:00-04:00 - -", over: 13) == [14])
    #expect(try days("07:00-15:00+22:00-07:00 - -", over: 13, dayStart: 7 * 3600) == [17])
    #expect(try days("20:00-07:00 21:00-23:30 -", over: 13).isEmpty)
  }

  @Test("A night that began the evening before is not added to the next evening")
  func nightAndEvening() throws {
    // The rest of 7 h 15 min between them is the finding (docs/decisions).
    #expect(try days("N A - -", over: 13).isEmpty)
  }

  @Test("A long stretch is found beside a short one on the same day")
  func longAndShort() throws {
    #expect(try days("00:30-02:00+06:00-20:00 - -", over: 13) == [14])
  }
}

@Suite("What a day's sum rests on when some 24 hours hold less of it")
struct RunningDayTests {
  /// 5 h and 11 h 30 min on the day from 07:00: 16 h 30 min, of which no 24 h hold more than 15 h 30 min.
  private static let text = """
    ansatt;start;slutt;type
    A;2026-06-07T09:00;2026-06-07T14:00;vakt
    A;2026-06-07T21:45;2026-06-08T10:00;vakt
    A;2026-06-08T03:00;2026-06-08T03:45;BR

    """

  private func analysis(agreed hours: Int64? = nil) throws -> RosterAnalysis {
    let reading = RosterReader.read([(path: "a.csv", bytes: Array(Self.text.utf8))])
    var limits = Limits(agreementsComplete: false)
    limits.dayStart = 7 * 3600
    if let hours {
      limits.agreements = [
        Agreement(
          id: "B-1", level: .localUnion, from: CivilDate(days: 0), rule: "AML-10-6-8D",
          limit: DailyTotalHours.most.id, value: Fraction(hours))
      ]
    }
    return RosterAnalysis(
      try #require(reading.roster), settings: AnalysisSettings(limits: limits))
  }

  private func findings(_ analysis: RosterAnalysis) -> [Finding] {
    analysis.findings.filter { RuleBook.rule(of: $0).id == "AML-10-6-8D" }
  }

  @Test("Over 13 h in 24, but not past what 16 h agreed would allow: disputed, as a sum of two")
  func underTheCeiling() throws {
    let analysis = try analysis()
    let finding = try #require(findings(analysis).first)
    #expect(finding.measured == Fraction(33, 2))
    #expect(finding.status == .disputed)
    let text = RuleBook.rule(of: finding).describe(
      finding, FindingContext(roster: analysis.roster, name: "A")
    ).message
    #expect(text.en.contains("2 duties on that day are added up"))
    #expect(!text.en.contains("counted whole"))
    #expect(text.nb.contains("2 vakter"))
  }

  @Test("An agreement on 16 h covers what no 24 hours hold more than 15 h 30 min of")
  func covered() throws {
    #expect(findings(try analysis(agreed: 16)).isEmpty)
    #expect(findings(try analysis(agreed: 15)).count == 1)
  }
}

@Suite struct UnpaidBreakTests {
  @Test("A break marked as unpaid shortens working time, not rest or hours")
  func unpaidBreak() throws {
    for (row, expected) in [
      ("A;2026-03-02;07:00;20:30;30", 0), ("A;2026-03-02;07:00;20:31;30", 1),
      ("A;2026-03-02;07:00;20:30;0", 1),
    ] {
      let text = "ansatt;dato;start;slutt;ubetalt pause\n\(row)\n"
      let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
      let analysis = RosterAnalysis(try #require(reading.roster), settings: AnalysisSettings())
      let long = analysis.findings.filter { RuleBook.rule(of: $0).id == "AML-10-6-8D" }
      #expect(long.count == expected, "\(row)")
      #expect(analysis.people[0].seconds >= 13 * 3600 + 1800)
    }
  }

  @Test("A break with a row of its own counts where it lies inside work")
  func breakRow() throws {
    let text = """
      ansatt;start;slutt;type
      A;2026-03-02T07:00;2026-03-02T20:30;vakt
      A;2026-03-02T12:00;2026-03-02T12:30;BR
      A;2026-03-02T23:00;2026-03-02T23:30;BR

      """
    let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
    let analysis = RosterAnalysis(try #require(reading.roster), settings: AnalysisSettings())
    #expect(!analysis.findings.contains { RuleBook.rule(of: $0).id == "AML-10-6-8D" })
  }

  @Test("Minutes in a row of long overtime after ordinary hours are work outside the quota")
  func overtimeMinutes() throws {
    // 8 h and 5 h 15 min, half an hour of that break: 13 h 15 min of work, twice 4 h 45 min of quota.
    for (kind, total) in [("OT", 1), ("W", 0)] {
      let rows = ["2026-03-03", "2026-03-05"].map {
        "A;\($0)T07:00;\($0)T15:00;W;0\nA;\($0)T15:00;\($0)T20:15;\(kind);30\n"
      }
      let text = "ansatt;start;slutt;type;ubetalt pause\n" + rows.joined()
      let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
      let roster = try #require(reading.roster)
      let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
      let long = analysis.findings.filter { RuleBook.rule(of: $0).id == "AML-10-6-8D" }
      #expect(long.count == 2 * total, "\(kind)")
      #expect(long.allSatisfy { $0.measured == Fraction(53, 4) })
      var timeline = PersonTimeline(calendar: WeekCalendar(roster, start: .monday))
      var clock = ZoneCursor(roster.zone)
      timeline.fill(roster, person: 0, clock: &clock)
      let week = try #require(timeline.weekHours.first)
      #expect(week.cappedOvertime == Int64(total) * 2 * (4 * 60 + 45) * 60)
      #expect(week.ordinary == (total > 0 ? 16 * 3600 : 2 * (12 * 60 + 45) * 60))
    }
  }
}
