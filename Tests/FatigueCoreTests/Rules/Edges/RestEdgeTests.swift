import Testing

@testable import FatigueCore

/// Rests exactly as long as they must be, with duties on call in them and at the ends of a plan.
@Suite("Edges of the rules of rest")
struct RestEdgeTests {
  private func shifts(_ clock: String, _ date: String, _ days: [Int] = [0]) throws -> String {
    try RuleLook.shifts(clock, from: date, days: days)
  }

  // MARK: Daily rest

  @Test("The rest after a short one is as much longer as that one lacked")
  func compensating() throws {
    func found(_ start: String) throws -> [String] {
      try RuleLook.findings(
        "AML-10-8-3C",
        "2026-03-02T14:00/2026-03-02T22:00;2026-03-03T08:00/2026-03-03T16:00;"
          + "2026-03-04T\(start)/2026-03-04T12:00"
      ).map { "\($0.measured.text) \($0.limit.text) \($0.dstOnly)" }
    }
    #expect(try found("04:00") == [])
    #expect(try found("03:59") == ["719/60 12 false"])
  }

  @Test("A duty in two parts is under the floor only where it is so as one duty too")
  func floorOfSplitDuty() throws {
    // Seven hours inside; then nine or seven and a half, of which the first is above the floor.
    func found(_ rule: String, _ next: String, _ limits: Limits = Limits()) throws -> [String] {
      try RuleLook.findings(
        rule,
        "2026-03-02T07:00/2026-03-02T11:00;2026-03-02T18:00/2026-03-02T22:00;"
          + "2026-03-03T\(next)/2026-03-03T13:00", limits: limits
      ).map { "\($0.measured.text) \($0.status.name)" }
    }
    #expect(try found("AML-10-8-1", "07:00") == ["7 disputed", "9 disputed"])
    #expect(try found("AML-10-8-3D", "07:00") == [])
    #expect(try found("AML-10-8-1", "06:00") == ["7 disputed", "8 disputed"])
    #expect(try found("AML-10-8-3D", "06:00") == [])
    #expect(try found("AML-10-8-1", "05:59") == ["7 breach", "479/60 breach"])
    #expect(try found("AML-10-8-3D", "05:59") == ["7 breach", "479/60 breach"])
    // No agreement means that eleven hours hold: in either reading there are fewer.
    #expect(
      try found("AML-10-8-1", "07:00", Limits(agreementsComplete: true)) == [
        "7 breach", "9 breach",
      ])
    let agreed = try RuleLook.limits(
      .localUnion, about: "AML-10-8-1", limit: DailyRest.minimum.id, value: Fraction(8),
      complete: true)
    #expect(try found("AML-10-8-1", "07:00", agreed) == [])
    // Parts that lie further from each other are two duties.
    let apart =
      "2026-03-02T06:59/2026-03-02T11:00;2026-03-02T18:00/2026-03-02T23:00;"
      + "2026-03-03T08:00/2026-03-03T13:00"
    #expect(try RuleLook.findings("AML-10-8-3D", apart).map(\.status) == [.breach])
  }

  // MARK: Home on-call in the weekly rest

  private func onCall(
    _ roster: String, _ horizon: String, _ limits: Limits = Limits()
  ) throws -> [Finding] {
    try RuleLook.findings("AML-10-8-2", roster, horizon: horizon, limits: limits)
  }

  @Test("A week that has its rest beside a duty on call gets no note, up to the minute")
  func restBesideOnCall() throws {
    // On call until Saturday evening at ten; 26 of the hours after that lie in the week.
    func found(_ monday: String, _ limits: Limits = Limits()) throws -> [String] {
      try onCall(
        [
          shifts("07:00-15:00", "2026-03-02", [0, 1, 2, 3, 4]),
          "HV:2026-03-06T15:00/2026-03-07T22:00", shifts("\(monday)-15:00", "2026-03-09"),
        ].joined(separator: ";"), "2026-03-02..2026-03-16", limits
      ).map { "\($0.measured.text) \($0.status.name) \($0.shift) \($0.balance)" }
    }
    #expect(try found("09:00") == [])
    #expect(try found("08:59") == ["2099/60 note 5 0"])
    // Said by the parties: it breaks the rest, so that the week has only what lies in it, or it does not.
    func said(_ value: Int64) throws -> Limits {
      try RuleLook.limits(
        .localUnion, about: "AML-10-8-2", limit: WeeklyRestRule.onCallBreaks.id,
        value: Fraction(value))
    }
    #expect(try found("09:00", try said(1)) == ["26 note 5 1"])
    #expect(try found("08:59", try said(0)) == [])
  }

  @Test("A note about on-call over the spring change rests on the clock up to the minute")
  func onCallInSpring() throws {
    for (start, dstOnly) in [("18:00", true), ("17:59", false)] {
      let found = try onCall(
        [
          shifts("07:00-15:00", "2026-03-23", [0, 1, 2, 3, 4]),
          "HV:2026-03-27T15:00/2026-03-28T07:00", shifts("\(start)-22:00", "2026-03-29"),
        ].joined(separator: ";"), "2026-03-23..2026-03-30")
      #expect(found.map(\.status) == [.note] && found.map(\.dstOnly) == [dstOnly], "\(start)")
    }
  }

  @Test("The duty named is the first that lies in the rest, not one before or after it")
  func namedDuty() throws {
    // Rows by time: Monday, on call on Tuesday evening, and so on.
    let roster = try [
      shifts("07:00-15:00", "2026-03-02", [0, 1]), "HV:2026-03-03T16:00/2026-03-03T22:00",
      shifts("07:00-15:00", "2026-03-04", [0, 1, 2]), "HV:2026-03-06T14:00/2026-03-06T15:00",
      "HV:2026-03-07T06:00/2026-03-07T22:00",
      "HV:2026-03-08T08:00/2026-03-08T12:00", shifts("13:00-17:00", "2026-03-08"),
      "HV:2026-03-08T18:00/2026-03-08T23:00",
    ].joined(separator: ";")
    let found = try onCall(roster, "2026-03-02..2026-03-09")
    #expect(found.map(\.status) == [.note])
    let named = try GoldenRoster.roster(roster, horizon: "").shifts[Int(found[0].shift)]
    #expect(try RuleLook.moment(named.start, of: roster) == "2026-03-07 06:00")
  }

  // MARK: A whole calendar day

  @Test("A whole day off is from midnight to midnight, inside a rest that is long enough")
  func fullDay() throws {
    var limits = Limits()
    limits.set(WeeklyRestRule.fullDay, to: Fraction(1))
    func found(_ friday: String, _ sunday: String = "") throws -> [String] {
      try RuleLook.findings(
        "AML-10-8-2",
        shifts("07:00-15:00", "2026-03-02", [0, 1, 2, 3]) + ";" + shifts(friday, "2026-03-06")
          + (sunday.isEmpty ? "" : ";" + shifts(sunday, "2026-03-08"))
          + ";2026-03-09T00:00/2026-03-09T08:00",
        horizon: "2026-03-02..2026-03-16", limits: limits
      ).map { "\($0.unit) \($0.shift) \($0.horizonTruncated)" }
    }
    // All of Sunday, until the Monday's shift at midnight.
    #expect(try found("15:00-00:30") == [])
    #expect(try found("15:00-00:30", "23:59-00:00") == ["days 0 false"])
    // All of Saturday from the Friday's midnight.
    #expect(try found("15:00-00:00", "12:00-20:00") == [])
    #expect(try found("15:00-00:01", "12:00-20:00") == ["days 0 false"])
    // Saturday is free from midnight to midnight, in a rest of 35 hours exactly.
    #expect(try found("15:00-00:00", "11:00-20:00") == [])
  }

  @Test("A day off that the plan cuts is said to be cut, and one before the first shift counts")
  func cutDay() throws {
    var limits = Limits()
    limits.set(WeeklyRestRule.fullDay, to: Fraction(1))
    func found(_ shifts: [String]) throws -> [String] {
      try RuleLook.findings(
        "AML-10-8-2", shifts.joined(separator: ";"), horizon: "2026-03-02..2026-03-09",
        limits: limits
      ).map { "\($0.unit) \($0.horizonTruncated)" }
    }
    // Monday is free in 31 hours from the plan's first midnight; 36 hours are free before Sunday evening.
    #expect(
      try found([
        shifts("07:00-15:00", "2026-03-03", [0, 1, 2]), shifts("22:00-06:00", "2026-03-06"),
        shifts("18:00-22:00", "2026-03-08"),
      ]) == ["days true"])
    // Sunday is free in 28 hours until the plan's end; 36 hours are free before Thursday evening.
    #expect(
      try found([
        shifts("07:00-15:00", "2026-03-02"), shifts("22:00-06:00", "2026-03-03"),
        shifts("18:00-23:00", "2026-03-05"), shifts("15:00-23:00", "2026-03-06"),
        shifts("12:00-20:00", "2026-03-07"),
      ]) == ["days true"])
    // Monday and Tuesday are free before anything else.
    #expect(
      try found([
        shifts("07:00-15:00", "2026-03-04", [0, 1, 2]),
        shifts("12:00-20:00", "2026-03-07", [0, 1]),
      ]) == [])
  }

  @Test("What lacks a rest is told from what lacks a day, and from a note about on-call")
  func inWords() throws {
    func said(_ shifts: [String], _ limits: Limits = Limits()) throws -> String {
      try RuleLook.said(
        "AML-10-8-2", shifts.joined(separator: ";"), horizon: "2026-03-02..2026-03-16",
        limits: limits
      ).joined()
    }
    let days = try shifts("07:00-15:00", "2026-03-02", [0, 1, 2, 3, 4])
    let rest = try said([days, shifts("12:00-20:00", "2026-03-07", [0, 1])])
    #expect(rest.contains("lacks a free stretch of 35 h. The longest is"))
    #expect(!rest.contains("calendar day") && !rest.contains("on-call"))
    // 26 of 35 hours lie inside the week.
    let inside = try said([
      days, shifts("14:00-22:00", "2026-03-07"), shifts("09:00-15:00", "2026-03-09"),
    ])
    #expect(inside.contains("The longest inside the week is 26 h"))
    #expect(inside.contains("in the mildest reading the week has enough"))
    var limits = Limits()
    limits.set(WeeklyRestRule.fullDay, to: Fraction(1))
    let day = try said(
      [days, shifts("22:00-00:30", "2026-03-06"), shifts("14:00-22:00", "2026-03-08")], limits)
    #expect(day.contains("holds no whole calendar day"))
    let onCall = [
      days, "HV:2026-03-06T15:00/2026-03-07T22:00", try shifts("08:00-15:00", "2026-03-09"),
    ]
    #expect(try said(onCall).contains("The Act does not say that passive on-call"))
    let agreed = try RuleLook.limits(
      .localUnion, about: "AML-10-8-2", limit: WeeklyRestRule.onCallBreaks.id, value: Fraction(1))
    #expect(try said(onCall, agreed).contains("The agreement says that home on-call"))
  }

  // MARK: The rest in force

  /// From Monday to Saturday by day, and on Sunday from a time until eleven.
  private func week(_ monday: String, _ sunday: String) throws -> String {
    let date = try RuleLook.date(monday)
    return try shifts("07:00-15:00", date.iso, [0, 1, 2, 3, 4, 5]) + ";"
      + shifts("\(sunday)-23:00", date.iso, [6])
  }

  @Test("Each week is held to the rest that is agreed for it")
  func agreedWeeks() throws {
    func agreement(_ hours: Int64, _ from: String, _ through: String) throws -> Agreement {
      Agreement(
        id: "\(hours)", level: .localUnion, from: try RuleLook.date(from),
        through: try RuleLook.date(through), rule: "AML-10-8-2",
        limit: WeeklyRestRule.minimum.id, value: Fraction(hours))
    }
    // 29, 27 and 29 hours from Saturday at three, and 28 over the spring change.
    let roster = try [
      week("2026-03-02", "20:00"), week("2026-03-09", "18:00"), week("2026-03-16", "20:00"),
      week("2026-03-23", "20:00"),
    ].joined(separator: ";")
    var limits = Limits()
    limits.agreements = [
      try agreement(28, "2026-03-02", "2026-03-15"), try agreement(30, "2026-03-16", "2026-03-22"),
    ]
    let found = try RuleLook.findings(
      "AML-10-8-2", roster, horizon: "2026-03-02..2026-03-30", limits: limits
    ).map { "\($0.measured.text) \($0.limit.text) \($0.agreement)" }
    #expect(found == ["27 28 0", "29 30 1", "28 35 -1"])
  }

  @Test("Of an agreed rest of 28 hours 17 are to lie in the week")
  func agreedInside() throws {
    // From Sunday at six to Monday at eleven, 18 of 29 hours in the first week.
    let roster = try [
      shifts("07:00-15:00", "2026-03-02", [0, 1, 2, 3, 4, 5]), shifts("00:00-06:00", "2026-03-08"),
      shifts("11:00-15:00", "2026-03-09"),
    ].joined(separator: ";")
    func found(_ limits: Limits) throws -> [Finding] {
      try RuleLook.findings(
        "AML-10-8-2", roster, horizon: "2026-03-02..2026-03-16", limits: limits)
    }
    let agreed = try found(
      try RuleLook.limits(
        .localUnion, about: "AML-10-8-2", limit: WeeklyRestRule.minimum.id, value: Fraction(28)))
    #expect(agreed.map(\.readings) == [.contained] && agreed.map(\.measured) == [Fraction(18)])
    #expect(try found(Limits()).map { $0.readings.contains(.touches) } == [true])
  }

  @Test("The shift to move is the last one of the week where the rest goes on to the next")
  func shiftToMove() throws {
    func found(_ roster: String, _ horizon: String) throws -> [Int32] {
      try RuleLook.findings("AML-10-8-2", roster, horizon: horizon).map(\.shift)
    }
    // The next begins as the week ends.
    #expect(
      try found(
        [
          shifts("07:00-15:00", "2026-03-02", [0, 1, 2, 3, 4]), shifts("14:00-22:00", "2026-03-07"),
          shifts("00:00-08:00", "2026-03-09"),
        ].joined(separator: ";"), "2026-03-02..2026-03-16") == [5])
    // One duty of six days, with nothing free that lies in the week: it is named, not the plan's first.
    #expect(
      try found(
        "2026-02-25T07:00/2026-02-25T15:00;2026-03-02T10:00/2026-03-08T12:00;"
          + "2026-03-09T07:00/2026-03-09T15:00", "2026-02-23..2026-03-16") == [1])
    // The only duty, in two rows.
    #expect(
      try found(
        "2026-03-02T10:00/2026-03-05T12:00;2026-03-05T12:00/2026-03-08T12:00",
        "2026-03-02..2026-03-09") == [1])
  }

  @Test("A rest under the floor is certain unless as much as serves a week may be cut off")
  func cutFloor() throws {
    func found(_ start: String) throws -> [FindingStatus] {
      try RuleLook.findings(
        "AML-10-8-3W",
        shifts("\(start)-23:00", "2026-03-02") + ";"
          + shifts("13:00-21:00", "2026-03-03", [0, 1, 2, 3, 4, 5]),
        horizon: "2026-03-02..2026-03-09"
      ).map(\.status)
    }
    #expect(try found("17:00") == [.disputed])
    #expect(try found("16:59") == [.breach])
  }

  @Test("By agreement on-call breaks the rest also where another rest is longer")
  func fallback() throws {
    // From Tuesday to Thursday 40 hours with a watch in them; from Saturday to Tuesday 57, 26 in the week.
    let roster = try [
      "HV:2026-03-01T20:00/2026-03-02T00:00", shifts("07:00-15:00", "2026-03-02", [0, 1]),
      "HV:2026-03-04T10:00/2026-03-04T12:00", shifts("07:00-15:00", "2026-03-05", [0, 1]),
      shifts("14:00-22:00", "2026-03-07"), shifts("07:00-15:00", "2026-03-10"),
      "HV:2026-03-11T10:00/2026-03-11T12:00",
    ].joined(separator: ";")
    let limits = try RuleLook.limits(
      .localUnion, about: "AML-10-8-2", limit: WeeklyRestRule.onCallBreaks.id, value: Fraction(1))
    let found = try onCall(roster, "2026-02-23..2026-03-16", limits)
    #expect(found.map(\.measured) == [Fraction(26)])
    let named = try GoldenRoster.roster(roster, horizon: "").shifts[Int(found[0].shift)]
    #expect(try RuleLook.moment(named.start, of: roster) == "2026-03-04 10:00")
  }

  // MARK: Under eighteen

  private static let young = RuleLook.person { $0.age = 17 }

  @Test("Eight hours with all of the night in them, and no less")
  func youngNight() throws {
    func found(_ end: String, _ start: String) throws -> [String] {
      try RuleLook.findings(
        "AML-11-3", "2026-03-02T16:00/2026-03-02T\(end);2026-03-03T\(start)/2026-03-03T12:00",
        facts: Self.young
      ).map { "\($0.measured.text) \($0.limit.text)" }
    }
    #expect(try found("22:00", "06:00") == [])
    #expect(try found("22:01", "06:00") == ["479/60 8"])
    #expect(try found("23:00", "07:00") == [])
    #expect(try found("23:00", "06:00") == ["7 8"])
    // Work at night is told as such.
    #expect(try found("22:00", "05:59") == ["1/60 0"])
    // Seven hours that end before the night do not hold it.
    let day = try RuleLook.findings(
      "AML-11-3", "2026-03-02T06:00/2026-03-02T10:00;2026-03-02T17:00/2026-03-02T22:00",
      facts: Self.young)
    #expect(day.isEmpty)
  }

  @Test("A weekly rest under 48 hours is certain unless as much as serves a week may be cut off")
  func youngCut() throws {
    func found(_ start: String) throws -> [FindingStatus] {
      try RuleLook.findings(
        "AML-11-5W",
        shifts("\(start)-20:00", "2026-03-03") + ";"
          + shifts("12:00-20:00", "2026-03-04", [0, 1, 2, 3, 4]),
        horizon: "2026-03-02..2026-03-09", facts: Self.young
      ).map(\.status)
    }
    #expect(try found("12:00") == [.disputed])
    #expect(try found("11:59") == [.breach])
  }

  @Test("Breaks of the young are told in minutes, hours in hours")
  func youngWords() throws {
    let breaks = try RuleLook.said(
      "AML-11-5B", "2026-03-02T07:00/2026-03-02T13:00;BR:2026-03-02T10:00/2026-03-02T10:20",
      facts: Self.young)
    #expect(breaks.count == 1 && breaks[0].contains("20 min") && breaks[0].contains("30 min"))
    let hours = try RuleLook.said(
      "AML-11-2D", "2026-03-02T07:00/2026-03-02T16:00", facts: Self.young)
    #expect(hours.count == 1 && hours[0].contains("9 h") && !hours[0].contains("min"))
  }
}
