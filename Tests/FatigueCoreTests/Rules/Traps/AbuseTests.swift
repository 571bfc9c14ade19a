import Testing

@testable import FatigueCore

/// Ways to make a plan look better than it is, each known from other tools; none may work. Named after
/// the trick.
@Suite("Abuse: plans made to look better than they are")
struct AbuseTests {
  /// Findings of some rules, or of all default ones when none is named.
  private func analysis(
    _ text: String, horizon: String = "", _ rules: [String] = [],
    change: (inout Roster) -> Void = { _ in }
  ) throws -> RosterAnalysis {
    var roster = try GoldenRoster.roster(text, horizon: horizon)
    change(&roster)
    return RosterAnalysis(
      roster, settings: AnalysisSettings(selection: RuleSelection(select: rules)))
  }

  private func ids(_ analysis: RosterAnalysis) -> Set<String> {
    Set(analysis.findings.map { RuleBook.rule(of: $0).id })
  }

  /// `2026-03-02T07:00/2026-03-02T15:00` for some days from a date, one after another.
  private func days(_ count: Int, from first: CivilDate, _ hours: String = "07:00/15:00") -> String
  {
    let ends = hours.split(separator: "/")
    return (0..<count).map { day in
      let date = (first + day).iso
      return "\(date)T\(ends[0])/\(date)T\(ends[1])"
    }.joined(separator: ";")
  }

  private let monday = CivilDate(days: 20_514)  // 2026-03-02

  // MARK: Splitting a shift round a short break

  @Test(
    "Splitting a shift round a short break hides neither its hours nor the short rest",
    arguments: ["14:00;2026-03-02T14:01", "14:00;2026-03-02T14:30", "13:00;2026-03-02T15:00"])
  func splitShift(_ pause: String) throws {
    let parts = pause.split(separator: ";")
    let split =
      "2026-03-02T07:00/2026-03-02T\(parts[0]);\(parts[1])/2026-03-02T23:00;"
      + "2026-03-03T07:00/2026-03-03T15:00"
    let found = try analysis(split, ["AML-10-6-8D", "AML-10-8-1"])
    #expect(ids(found) == ["AML-10-6-8D", "AML-10-8-1"])
    // The pause makes no rest of the eight hours after the whole duty.
    let rests = found.findings.filter { $0.relation == .atLeast }
    #expect(rests.map(\.measured).last == Fraction(8))
    #expect(rests.allSatisfy { $0.measured <= Fraction(8) })
  }

  @Test("A short break in a night takes no more off the sleepiness than its own minutes")
  func splitNightStaysSleepy() throws {
    let whole = try analysis("2026-03-02T22:00/2026-03-03T07:30").people[0]
    let split = try analysis(
      "2026-03-02T22:00/2026-03-03T04:00;2026-03-03T04:45/2026-03-03T07:30"
    ).people[0]
    let (before, after) = (try #require(whole.maxKss), try #require(split.maxKss))
    #expect(abs(before - after) < 0.1, "\(before) whole, \(after) split")
  }

  @Test("Breaks between shifts that touch are needed all the same")
  func splitWithoutBreak() throws {
    let split =
      "2026-03-02T07:00/2026-03-02T11:00;2026-03-02T11:00/2026-03-02T15:00;"
      + "2026-03-03T07:00/2026-03-03T15:00;BR:2026-03-03T11:00/2026-03-03T11:30"
    #expect(try analysis(split, ["EU-4"]).findings.map(\.from) == [7 * 3600])
  }

  @Test(
    "Splitting a shift round a short break hides its length from no rule of research",
    arguments: [
      ("EVID-LONG12", "2026-03-02T07:00/2026-03-02T19:30", "13:00", "13:20"),
      ("FIOH-L2", "2026-03-02T07:00/2026-03-02T19:30", "13:00", "13:59"),
      ("EVID-N9", "2026-03-02T22:00/2026-03-03T07:30", "02:30", "03:00"),
    ])
  func splitLength(_ rule: String, _ shift: String, _ from: String, _ to: String) throws {
    let ends = shift.split(separator: "/")
    let date = ends[1].prefix(10)
    let split = "\(ends[0])/\(date)T\(from);\(date)T\(to)/\(ends[1])"
    let (whole, parts) = (try analysis(shift, [rule]), try analysis(split, [rule]))
    #expect(whole.findings.count == 1)
    #expect(parts.findings.map(\.measured) == whole.findings.map(\.measured))
  }

  // MARK: The first night after leave

  @Test("The first night after leave is no easier than one after a day off, and its rules hold")
  func firstNightAfterLeave() throws {
    let night = "2026-03-22T22:00/2026-03-23T08:00"
    let leave = "ABS:2026-03-09T00:00/2026-03-22T00:00;"
    let horizon = "2026-03-02..2026-03-30"
    let worked = days(5, from: monday)
    let rested = try analysis("\(worked);\(leave)\(night)", horizon: horizon)
    let tired = try analysis(
      "\(worked);\(days(5, from: monday + 14));\(night)", horizon: horizon)
    #expect(ids(rested).contains("EVID-N9"))
    let (first, usual) = (
      try #require(rested.people[0].maxKss), try #require(tired.people[0].maxKss)
    )
    #expect(first > usual - 0.3, "\(first) after leave, \(usual) after work")
    #expect(first > 6.5)
  }

  @Test("Leave between two duties is not made to count as work, nor to hide a short rest")
  func leaveHidesNothing() throws {
    let roster =
      "2026-03-02T15:00/2026-03-02T22:30;ABS:2026-03-02T22:30/2026-03-03T07:00;"
      + "2026-03-03T07:00/2026-03-03T15:00"
    #expect(try analysis(roster, ["AML-10-8-1"]).findings.map(\.measured) == [Fraction(17, 2)])
  }

  // MARK: Trimming history

  @Test("Trimming history takes the short rest away; the look-back brings it back")
  func trimmedHistory() throws {
    let plan = days(3, from: monday)
    #expect(try analysis(plan, ["AML-10-8-1"]).findings.isEmpty)
    let whole = "2026-03-01T15:00/2026-03-01T22:30;" + plan
    let found = try analysis(whole, ["AML-10-8-1"]) { roster in
      roster.surroundings = Surroundings(
        firstDate: roster.firstDate, lastDate: roster.lastDate, repeats: false)
      roster.firstDate = monday
    }
    #expect(found.findings.map(\.measured) == [Fraction(17, 2)])
  }

  @Test("A weekly rest that trimming may have cut is marked as cut, and never a certain breach")
  func trimmedWeek() throws {
    let found = try analysis(days(7, from: monday), ["AML-10-8-2"]).findings
    #expect(found.map(\.horizonTruncated) == [true])
    #expect(found.map(\.status) == [.disputed])
  }

  @Test("A plan that repeats is not trimmed at its seam")
  func trimmedCycle() throws {
    let plan =
      "2026-03-02T07:00/2026-03-02T15:00;2026-03-04T07:00/2026-03-04T15:00;"
      + "2026-03-08T15:00/2026-03-08T22:30"
    #expect(try analysis(plan, ["AML-10-8-1"]).findings.isEmpty)
    let found = try analysis(plan, ["AML-10-8-1"]) { $0 = $0.repeating(every: 7) }
    #expect(found.findings.map(\.measured) == [Fraction(17, 2)])
  }

  @Test("Long shifts of a plan that repeats are counted once, not with the copies around it")
  func repeatedOnce() throws {
    let plan = "2026-03-02T07:00/2026-03-02T19:00;2026-03-05T07:00/2026-03-05T19:00"
    let found = try analysis(plan, ["TAR-12HAPP"]) { $0 = $0.repeating(every: 7) }
    #expect(found.findings.map(\.count) == [2])
  }

  // MARK: The 13th-day reset

  @Test("The 13th-day reset: a day off after twelve days clears no count of the days before it")
  func thirteenthDayReset() throws {
    // Tuesday to Saturday of the next week, Sunday off, and twelve days again.
    let first = days(12, from: monday + 1)
    let second = days(12, from: monday + 14)
    let found = try analysis(
      "\(first);\(second)", horizon: "2026-03-02..2026-03-30",
      ["EVID-DAYS6", "EVID-R7", "EVID-48"])
    #expect(ids(found) == ["EVID-DAYS6", "EVID-R7", "EVID-48"])
    func measured(_ id: String) -> [Fraction] {
      found.findings.filter { RuleBook.rule(of: $0).id == id }.map(\.measured)
    }
    #expect(measured("EVID-DAYS6") == [Fraction(12), Fraction(12)])
    #expect(measured("EVID-R7") == [Fraction(16), Fraction(16)])
    #expect(measured("EVID-48") == [Fraction(56)])
  }

  // MARK: The midnight cut

  @Test("The midnight cut: a night written as two rows is one night under every rule")
  func midnightCut() throws {
    let whole = (0..<5).map { day in
      "\((monday + day).iso)T21:00/\((monday + (day + 1)).iso)T07:30"
    }
    let cut = (0..<5).map { day in
      let (eve, date) = ((monday + day).iso, (monday + (day + 1)).iso)
      return "\(eve)T21:00/\(date)T00:00;\(date)T00:00/\(date)T07:30"
    }
    let horizon = "2026-03-02..2026-03-16"
    let rules = [
      "AML-10-4-1D", "AML-10-6-8D", "AML-10-8-1", "AML-10-8-2", "EVID-N3", "EVID-QR11",
      "EVID-DAYS6", "EVID-48", "EVID-R7", "AT-NIGHTS", "EU-3R", "TAR-12H",
    ]
    let (one, two) = (
      try analysis(whole.joined(separator: ";"), horizon: horizon, rules),
      try analysis(cut.joined(separator: ";"), horizon: horizon, rules)
    )
    func facts(_ analysis: RosterAnalysis) -> [String] {
      analysis.findings.map {
        "\(RuleBook.rule(of: $0).id) \($0.measured.text) \($0.status) \($0.to)"
      }
    }
    #expect(!one.findings.isEmpty)
    #expect(facts(one) == facts(two))
  }

  @Test("A night cut into rows with less than three hours of night each is still a night")
  func dividedNight() throws {
    let nights = (0..<4).map { day in
      let (eve, date) = ((monday + day).iso, (monday + (day + 1)).iso)
      return "\(eve)T22:00/\(date)T01:50;\(date)T01:50/\(date)T04:40"
    }
    let found = try analysis(nights.joined(separator: ";"), ["EVID-N3", "AT-NIGHTS"]).findings
    #expect(found.map(\.measured) == [Fraction(4), Fraction(4)])
  }

  // MARK: The night of the clock change

  @Test("The night of the clock change: the hour that the clock hides is counted, both ways")
  func clockChange() throws {
    let spring = "2026-03-28T15:00/2026-03-28T21:30;2026-03-29T08:30/2026-03-29T15:00"
    let short = try analysis(spring, ["AML-10-8-1"]).findings
    #expect(short.map(\.measured) == [Fraction(10)])
    #expect(short.map(\.dstOnly) == [true])
    let autumn = "2026-10-24T21:00/2026-10-25T10:00"
    let long = try analysis(autumn, ["AML-10-6-8D"]).findings
    #expect(long.map(\.measured) == [Fraction(14)])
    #expect(long.map(\.dstOnly) == [true])
    let enough = "2026-10-24T15:00/2026-10-24T22:00;2026-10-25T08:00/2026-10-25T15:00"
    #expect(try analysis(enough, ["AML-10-8-1"]).findings.isEmpty)
  }

  // MARK: One-minute nudges

  @Test(
    "One-minute nudges: on the limit nothing is found, a minute past it is",
    arguments: [
      (
        "AML-10-8-1", "2026-03-02T14:00/2026-03-02T22:00;2026-03-03T%/2026-03-03T17:00", "09:00",
        "08:59"
      ),
      ("AML-10-6-8D", "2026-03-02T07:00/2026-03-02T%", "20:00", "20:01"),
      ("AML-10-4-1D", "2026-03-02T07:00/2026-03-02T%", "16:00", "16:01"),
      ("EVID-N9", "2026-03-02T22:00/2026-03-03T%", "07:00", "07:01"),
      ("EU-3R", "2026-03-02T07:00/2026-03-02T%", "20:00", "20:01"),
      ("TAR-12H", "2026-03-02T07:00/2026-03-02T%", "16:00", "16:01"),
    ])
  func minuteNudges(_ rule: String, _ roster: String, _ on: String, _ past: String) throws {
    func found(_ clock: String) throws -> Int {
      let text = roster.split(separator: "%").joined(separator: clock)
      let last = roster.last == "%" ? text + clock : text
      return try analysis(last, [rule]).findings.count
    }
    #expect(try found(on) == 0)
    #expect(try found(past) == 1)
  }

  @Test("A minute left between two shifts makes no rest, and no new duty")
  func minuteBetween() throws {
    let nudged = "2026-03-02T07:00/2026-03-02T15:00;2026-03-02T15:01/2026-03-02T22:31"
    let found = try analysis(nudged, ["AML-10-6-8D", "AML-10-8-3D", "AML-10-8-1"])
    #expect(ids(found) == ["AML-10-6-8D", "AML-10-8-1"])
    let total = found.findings.filter { $0.relation == .atMost }
    #expect(total.map(\.measured) == [Fraction(31, 2)])
  }

  @Test("A night nudged under three hours for research is still night work for the Act")
  func nudgedNight() throws {
    // 21:00–01:59 has 2 h 59 min after 23, and 4 h 59 min of legal night.
    var timeline = PersonTimeline()
    var clock = ZoneCursor(.oslo)
    let roster = try GoldenRoster.roster("2026-03-02T21:00/2026-03-03T01:59", horizon: "")
    timeline.fill(roster, person: 0, clock: &clock)
    #expect(timeline.nights.isEmpty)
    let shift = roster.shifts[0]
    let legal = clock.seconds(
      of: .legal, from: roster.origin.seconds + Int64(shift.start),
      to: roster.origin.seconds + Int64(shift.end))
    #expect(legal == 17_940)
  }

  @Test("An hour of meeting between them makes no four evenings, early starts or long shifts fewer")
  func meetingBetween() throws {
    for (rule, hours, meeting) in [
      ("EVID-EVE3", "14:30/22:30", "08:00/09:00"), ("EVID-EARLY3", "06:30/14:30", "16:00/17:00"),
      ("EVID-LONG12", "07:00/18:00", "20:00/21:00"),
    ] {
      let run = days(4, from: monday, hours)
      let parted = run + ";" + days(1, from: monday + 1, meeting)
      let (one, two) = (try analysis(run, [rule]), try analysis(parted, [rule]))
      #expect(!one.findings.isEmpty)
      #expect(one.findings.map(\.measured) == two.findings.map(\.measured), "\(rule)")
    }
  }

  // MARK: Hiding on-call as rest

  @Test("Hiding on-call as rest: a call-out breaks the daily and the weekly rest")
  func callOutBreaksRest() throws {
    let watch =
      "2026-03-02T07:00/2026-03-02T15:00;HV:2026-03-02T15:00/2026-03-03T07:00;"
      + "CO:2026-03-02T22:00/2026-03-02T23:00;2026-03-03T07:00/2026-03-03T15:00"
    let found = try analysis(watch, ["AML-10-8-1"]).findings
    #expect(found.map(\.measured) == [Fraction(7), Fraction(8)])
    let week =
      days(5, from: monday) + ";HV:2026-03-06T15:00/2026-03-09T07:00;"
      + "CO:2026-03-07T12:00/2026-03-07T16:00;CO:2026-03-08T12:00/2026-03-08T14:00;"
      + days(5, from: monday + 7)
    let weekly = try analysis(week, horizon: "2026-02-23..2026-03-16", ["AML-10-8-2"]).findings
    #expect(weekly.contains { $0.from == 0 || $0.measured == Fraction(22) })
  }

  @Test("Duty at the workplace that may be slept through is work, whatever it is called")
  func passiveIsWork() throws {
    let passive =
      "2026-03-02T15:00/2026-03-02T22:00;PAS:2026-03-02T22:00/2026-03-03T07:00;"
      + "2026-03-03T07:00/2026-03-03T15:00"
    let found = try analysis(passive, ["AML-10-6-9D"]).findings
    #expect(found.map(\.measured) == [Fraction(24)])
  }

  @Test("Home on-call is no duty of its own for rest, but counts among the hours of the week")
  func onCallCounts() throws {
    let week = days(5, from: monday) + ";HV:2026-03-06T16:00/2026-03-09T00:00"
    let found = try analysis(
      week, horizon: "2026-03-02..2026-03-09", ["AML-10-4-1W", "AML-10-8-1"])
    // 40 h and 56 h on call by 1/7.
    #expect(found.findings.map(\.measured) == [Fraction(48)])
  }

  // MARK: The same person in two units

  @Test("The same person in two units is one person: rest and hours are taken together")
  func twoUnits() throws {
    let zone = Zone.oslo
    var builder = RosterBuilder(zone: zone)
    func add(_ unit: String, _ name: String, _ date: CivilDate, _ from: Int64, _ to: Int64) throws {
      let person = builder.person(Person(number: "4711", name: name))
      let opens = zone.resolve(CivilTime(localSeconds: date.localMidnight + from * 1800)).instant
      let closes = zone.resolve(CivilTime(localSeconds: date.localMidnight + to * 1800)).instant
      let (first, last) = (builder.seconds(opens, on: date), builder.seconds(closes, on: date))
      let (start, end) = (try #require(first), try #require(last))
      builder.append(
        Shift(start: start, end: end, person: person, unit: builder.unit(unit) ?? 0),
        startingOn: date)
    }
    try add("Kirurgisk", "Kari Nordmann", monday, 30, 45)
    try add("Medisinsk", "Kari Nordmann", monday + 1, 14, 30)
    let built = builder.build()
    let roster = try #require(built)
    #expect(roster.people.count == 1)
    let settings = AnalysisSettings(selection: RuleSelection(select: ["AML-10-8-1", "EU-3R"]))
    let found = RosterAnalysis(roster, settings: settings).findings
    #expect(found.map(\.measured) == [Fraction(17, 2), Fraction(31, 2)])
  }
}
