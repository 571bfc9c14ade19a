import Testing

@testable import FatigueCore

/// Limits of research, each held at its value and one step beside it (`EVID`).
@Suite("Rules of research, at their limits")
struct ResearchPackTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let strip: String
    let told: [String]
    var testDescription: String { "\(rule): \(strip)" }

    init(_ rule: String, _ strip: String, _ told: String...) {
      (self.rule, self.strip, self.told) = (rule, strip, told)
    }
  }

  /// A week of nothing.
  private static let week = " - - - - - - -"

  private static let nights = [
    Case("EVID-N3", "N N N - N N N"),
    Case("EVID-N3", "N N N N - -", "note 4/3: 05 22:15 – 09 07:45, 08 22:15"),
    Case("EVID-N3", "N N N N N - -", "warning 5/5: 05 22:15 – 10 07:45, 08 22:15"),
    Case("EVID-N9", "22:00-07:00 22:00-07:00 -"),
    Case("EVID-N9", "21:00-09:00 - -", "note 12/9: 05 21:00 – 06 09:00, 05 21:00"),
    Case("EVID-N9", "21:00-09:01 - -", "warning 721:60/12: 05 21:00 – 06 09:01, 05 21:00"),
    // 48 and 24 hours; the night ends so early that only one full night is free.
    Case("EVID-REC48", "20:00-02:00 - - 02:00-10:00"),
    Case(
      "EVID-REC48", "20:00-02:00 - - 01:59-10:00",
      "note 2879:60/48: 06 02:00 – 08 01:59, 08 01:59"),
    Case("EVID-REC48", "N - 07:45-15:00", "note 24/48: 06 07:45 – 07 07:45, 07 07:45"),
    Case(
      "EVID-REC48", "N - 07:44-15:00", "warning 1439:60/24: 06 07:45 – 07 07:44, 07 07:44"),
    Case("EVID-NA", "N - 07:45-15:00"),
    Case("EVID-NA", "N - 07:44-15:00", "warning 1439:60/24: 06 07:45 – 07 07:44, 07 07:44"),
    Case("EVID-NA", "N - A"),
    Case("EVID-NA", "N 23:00-23:30 -"),
    Case("EVID-NA", "N 17:59-23:30 -", "warning 307:30/24: 06 07:45 – 06 17:59, 06 17:59"),
    // A break of minutes, an hour, and a part of the same night.
    Case("EVID-NA", "N 08:44-10:00 -"),
    Case("EVID-NA", "N 08:45-10:00 -", "warning 1/24: 06 07:45 – 06 08:45, 06 08:45"),
    Case("EVID-NA", "22:00-03:00+28:30-32:00 - -"),
    Case("EVID-NA", "22:00-03:00 06:00-08:00 -", "warning 3/24: 06 03:00 – 06 06:00, 06 06:00"),
    // Two rows of one night: the work after them is told once.
    Case(
      "EVID-NA", "20:00-02:00+26:00-33:00 12:00-15:00 -",
      "warning 3/24: 06 09:00 – 06 12:00, 06 12:00"),
    Case("EVID-NA", "N N - - D"),
    Case("EVID-NIGHTSHARE", "N N - N N - N N - N N -"),
    Case(
      "EVID-NIGHTSHARE", "N N - N N - N N - N N - N -",
      "note 9/8: 05 22:15 – 18 07:45, 17 22:15"),
    Case(
      "EVID-NIGHTSHARE", "N N - N N - N N - N N - N N -",
      "note 10/8: 05 22:15 – 19 07:45, 17 22:15"),
    Case(
      "EVID-NIGHTSHARE", "N N - N N - N N - N N - N N - N",
      "warning 11/10: 05 22:15 – 21 07:45, 17 22:15"),
    // The ninth on the 28th date, and on the 29th.
    Case(
      "EVID-NIGHTSHARE", "N N N N N N N N" + week + week + " - - - - - N",
      "note 9/8: 05 22:15 – 02 07:45, 01 22:15"),
    Case("EVID-NIGHTSHARE", "N N N N N N N N" + week + week + " - - - - - - N"),
    // Nine rows of night on eight dates.
    Case(
      "EVID-NIGHTSHARE",
      "20:00-02:00+27:00-33:00 N N N N N N N" + week + week + " - - - - - - N"),
    Case("EVID-PERMN", "N N - N - D", "note 0.75/0.75: 05 22:15 – 10 15:30, 05 22:15"),
    Case("EVID-PERMN", "N N - N - D D"),
    Case("EVID-PERMN", "N N - -"),
    Case("EVID-PERMN", "N N N - -", "note 1/0.75: 05 22:15 – 08 07:45, 05 22:15"),
    // Four rows of night, and two duties.
    Case("EVID-PERMN", "20:00-02:00+27:30-33:00 - - 20:00-02:00+27:30-33:00 -"),
  ]

  private static let clock = [
    Case(
      "EVID-EARLY3", "06:59-14:00 06:59-14:00 06:59-14:00 06:00-14:00 -",
      "note 4/3: 05 06:59 – 08 14:00, 08 06:00"),
    Case(
      "EVID-EARLY3", "06:59-14:00 06:59-14:00 06:59-14:00 05:59-14:00 -",
      "warning 4/3: 05 06:59 – 08 14:00, 08 05:59"),
    Case(
      "EVID-EARLY3", "05:59-14:00 06:59-14:00 06:59-14:00 06:59-14:00 -",
      "warning 4/3: 05 05:59 – 08 14:00, 08 06:59"),
    Case(
      "EVID-EARLY3", "06:59-14:00 06:59-14:00 06:59-14:00 06:59-14:00 06:59-14:00 -",
      "warning 5/4: 05 06:59 – 09 14:00, 08 06:59"),
    Case("EVID-EARLY3", "06:59-14:00 06:59-14:00 06:59-14:00 07:00-14:00 -"),
    // What begins before four is night by its start.
    Case(
      "EVID-EARLY3", "06:59-14:00 06:59-14:00 02:30-03:30+06:59-14:00 06:59-14:00 -",
      "note 4/3: 05 06:59 – 08 14:00, 08 06:59"),
    Case("EVID-EVE3", "A A A - A A A -"),
    Case("EVID-EVE3", "A A A A -", "note 4/3: 05 15:00 – 08 22:30, 08 15:00"),
    Case("EVID-EVE3", "A A A A A -", "note 5/3: 05 15:00 – 09 22:30, 08 15:00"),
    Case("EVID-EVE3", "A A A A A A -", "warning 6/5: 05 15:00 – 10 22:30, 08 15:00"),
    Case("EVID-LONG12", "07:00-17:00 - -"),
    Case("EVID-LONG12", "07:00-17:01 - -", "note 601:60/10: 05 07:00 – 05 17:01, 05 07:00"),
    Case("EVID-LONG12", "07:00-19:00 - -", "note 12/10: 05 07:00 – 05 19:00, 05 07:00"),
    Case("EVID-LONG12", "07:00-19:01 - -", "warning 721:60/12: 05 07:00 – 05 19:01, 05 07:00"),
    // Minutes of break, and nothing long.
    Case("EVID-LONG12", "07:00-12:00+12:30-17:00 - -"),
    Case(
      "EVID-LONG12", "07:00-19:00 - 07:00-12:00+12:30-19:00 -",
      "note 12/10: 05 07:00 – 05 19:00, 05 07:00"),
    Case("EVID-48", "07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 -"),
    Case(
      "EVID-48", "07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 - -",
      "note 55/48: 05 07:00 – 12 07:00, 09 07:00"),
    Case(
      "EVID-48", "07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:01 - -",
      "warning 3301:60/55: 05 07:00 – 12 07:00, 09 07:00"),
    Case("EVID-DAYS6", "D D D D D D - D"),
    Case("EVID-DAYS6", "- D D D D D D D -", "warning 7/6: 06 07:30 – 12 15:30, 12 07:30"),
    // A night begins on the last date allowed and ends on the next.
    Case("EVID-DAYS6", "- D D D D D N -", "warning 7/6: 06 07:30 – 12 07:45, 11 22:15"),
    Case("EVID-DAYS6", "- D D D D D D D D -", "warning 8/6: 06 07:30 – 13 15:30, 12 07:30"),
    Case("EVID-DAYS6", "- D D D D D D N -", "warning 8/6: 06 07:30 – 13 07:45, 12 22:15"),
  ]

  private static let returns = [
    // The second return ends 28 days after the first, and a minute less.
    Case("EVID-QR11", "A D" + week + week + week + " - - - - - A D"),
    Case(
      "EVID-QR11", "A D" + week + week + week + " - - - - - A 07:29-15:00",
      "warning 2/1: 05 22:30 – 03 07:29, 03 07:29"),
    Case("EVID-QR11", "A D - - -"),
    // Of two pairs the first; and the pair that is whole.
    Case(
      "EVID-QR11", "A D A D" + week + week + week + week + " A D A D",
      "warning 2/1: 05 22:30 – 08 07:30, 08 07:30"),
    // A long duty leaves little of its 24 hours, which is no quick return.
    Case("EVID-QR11", "07:00-21:00 - A D - -"),
    Case("EVID-QRS", "A D D D D D D", "warning 1:6/0.16: 05 22:30 – 06 07:30, 06 07:30"),
    Case("EVID-QRS", "A D D D D D D D", "note 1:7/0: 05 22:30 – 06 07:30, 06 07:30"),
    Case("EVID-QRS", "07:00-21:00 - D"),
    // One of two changes is backward.
    Case("EVID-ROTDIR", "D A D - -"),
    Case("EVID-ROTDIR", "A D A D -", "note 2:3/0.5: 05 15:00 – 08 15:30, 08 07:30"),
    Case("EVID-ROTDIR", "A D D - -", "warning 1/1: 05 15:00 – 06 15:30, 06 07:30"),
    Case("EVID-ROTDIR", "D A N - -"),
    Case("EVID-ROTSPD", "A D D D - -"),
    Case("EVID-ROTSPD", "A D D D D -", "note 4/3: 06 07:30 – 09 15:30, 09 07:30"),
    Case("EVID-ROTSPD", "D D D D D -"),
    Case("EVID-ROTSPD", "A D D D D D -", "note 5/3: 06 07:30 – 10 15:30, 09 07:30"),
    Case("EVID-ROTSPD", "A D D D D D D -", "warning 6/6: 06 07:30 – 11 15:30, 09 07:30"),
    Case(
      "EVID-ROTSPD", "A D D D D D - - D D D D D - - D D D -",
      "warning 13/6: 06 07:30 – 22 15:30, 09 07:30"),
    Case(
      "EVID-ROTSPD", "A D D D D D - - D D D D D - - D D D D -",
      "note 14/14: 06 07:30 – 23 15:30, 09 07:30"),
  ]

  private static let free = [
    Case("EVID-SINGLEOFF", "D D - - D D"),
    Case("EVID-SINGLEOFF", "D - D - -", "note 1/0: 05 15:30 – 07 07:30, 07 07:30"),
    Case("EVID-SINGLEOFF", "D - D - D", "warning 2/2: 05 15:30 – 09 07:30, 09 07:30"),
    // The later one 27 and 28 days after the first.
    Case(
      "EVID-SINGLEOFF", "D - D" + week + week + week + " - - - D - D",
      "warning 2/2: 05 15:30 – 03 07:30, 03 07:30"),
    Case(
      "EVID-SINGLEOFF", "D - D" + week + week + week + " - - - - D - D",
      "note 1/0: 05 15:30 – 07 07:30, 07 07:30"),
    Case("EVID-SINGLEWORK", "D D - - D - - D D", "note 1/0: 09 07:30 – 09 15:30, 09 07:30"),
    Case("EVID-SINGLEWORK", "D - - D D - - D"),
    Case("EVID-SINGLEWORK", "- D - - D - -", "note 2/0: 06 07:30 – 06 15:30, 06 07:30"),
    Case("EVID-SINGLEWORK", "- N - -"),
  ]

  @Test("At the limit, and beside it", arguments: nights + clock + returns + free)
  func atTheLimit(_ example: Case) throws {
    #expect(try PackCheck.told(example.rule, example.strip) == example.told)
  }

  private static let pregnancy = [
    Case("EVID-PREG1", "N - - - - - N", "warning 2/1: 05 22:15 – 12 07:45, 11 22:15"),
    Case("EVID-PREG1", "N - - - - - - N"),
    Case("EVID-PREG1", "N - - N - N", "warning 3/1: 05 22:15 – 11 07:45, 08 22:15"),
    Case("EVID-PREG3", "N N N - 20:00-08:00"),
    Case("EVID-PREG3", "20:00-08:01 -", "warning 721:60/12: 05 20:00 – 06 08:01, 05 20:00"),
    Case("EVID-PREG3", "N N N N -", "warning 4/3: 05 22:15 – 09 07:45, 08 22:15"),
    // The run is longer by its dates than by its rows.
    Case("EVID-PREG3", "N N N N N -", "warning 5/3: 05 22:15 – 10 07:45, 08 22:15"),
  ]

  @Test("Nights of somebody who has asked to be checked as pregnant", arguments: pregnancy)
  func nightsWhilePregnant(_ example: Case) throws {
    let facts = RuleLook.person { $0.isPregnant = true }
    #expect(try PackCheck.told(example.rule, example.strip, facts: facts) == example.told)
    #expect(try PackCheck.told(example.rule, example.strip).isEmpty)
    let other = RuleLook.person { $0.isPregnant = false }
    #expect(try PackCheck.told(example.rule, example.strip, facts: other).isEmpty)
  }

  @Test("Who has chosen permanent nights has them")
  func chosenNights() throws {
    for (chosen, count) in [(true, 0), (false, 1)] {
      let facts = RuleLook.person { $0.choseNights = chosen }
      #expect(try PackCheck.findings("EVID-PERMN", "N N N - -", facts: facts).count == count)
    }
  }

  @Test("Shares at a limit that was set")
  func shares() throws {
    let third = PackCheck.limits((QuickReturnShare.yellow, Fraction(1, 3)))
    #expect(try PackCheck.findings("EVID-QRS", "A D D D", limits: third).isEmpty)
    #expect(try PackCheck.findings("EVID-QRS", "A D D", limits: third).count == 1)
    // A sixth is no more than a sixth.
    let sixth = PackCheck.limits((QuickReturnShare.red, Fraction(1, 6)))
    let found = try PackCheck.findings("EVID-QRS", "A D D D D D D", limits: sixth)
    #expect(found.map(\.status) == [.note])
    // Nothing is backward where it is allowed from none.
    let none = PackCheck.limits((RotationDirection.share, Fraction(0)))
    #expect(try PackCheck.findings("EVID-ROTDIR", "D A - -", limits: none).isEmpty)
    #expect(try PackCheck.findings("EVID-ROTDIR", "D A D - -", limits: none).count == 1)
  }

  @Test("As many lone days as are allowed")
  func loneDays() throws {
    let work = PackCheck.limits((SingleWorkDays.most, Fraction(1)))
    #expect(try PackCheck.findings("EVID-SINGLEWORK", "- D - - D D -", limits: work).isEmpty)
    #expect(try PackCheck.findings("EVID-SINGLEWORK", "- D - - D -", limits: work).count == 1)
    let off = PackCheck.limits((SingleDaysOff.most, Fraction(1)))
    #expect(try PackCheck.findings("EVID-SINGLEOFF", "D - D - -", limits: off).isEmpty)
    #expect(try PackCheck.findings("EVID-SINGLEOFF", "D - D - D", limits: off).count == 1)
  }

  @Test("What is long over the autumn change is so by the clock too, or by the elapsed hour alone")
  func longInAutumn() throws {
    for (rule, strip, isClock) in [
      ("EVID-LONG12", "20:00-06:00", true), ("EVID-LONG12", "19:59-06:00", false),
      ("EVID-N9", "21:00-06:00", true), ("EVID-N9", "20:59-06:00", false),
    ] {
      let found = try PackCheck.findings(rule, "@2026-10-24 \(strip) - -")
      #expect(found.map(\.dstOnly) == [isClock], "\(rule) \(strip)")
    }
  }

  @Test("A rest over the spring change is short by the clock too, or by the lost hour alone")
  func restInSpring() throws {
    // 24 h by the clock, and a minute less.
    for (start, isClock) in [("07:45", true), ("07:44", false)] {
      let found = try PackCheck.findings("EVID-REC48", "@2026-03-27 N - \(start)-15:00 -")
      #expect(found.map(\.dstOnly) == [isClock] && found.map(\.limit) == [Fraction(24)])
    }
  }

  @Test("What is said of nights to somebody who is pregnant")
  func pregnancySentences() throws {
    let facts = RuleLook.person { $0.isPregnant = true }
    for (strip, text) in [("N N N N -", "4 nights in a row"), ("20:00-08:01 -", "12 h 1 min")] {
      let roster = try PackCheck.strip(strip)
      let finding = try #require(RuleLook.findings("EVID-PREG3", in: roster, facts: facts).first)
      let context = FindingContext(roster: roster, name: "A", facts: facts)
      let said = RuleBook.rule(of: finding).describe(finding, context).message.en
      #expect(said.contains(text), "\(said)")
    }
  }

  @Test(
    "A night on which the clock is changed is whole from 23 to 7",
    arguments: [
      ("2026-03-28T23:00", "2026-03-29T07:00", 1), ("2026-03-28T23:01", "2026-03-29T07:00", 0),
      ("2026-03-28T23:00", "2026-03-29T06:59", 0), ("2026-10-24T23:00", "2026-10-25T07:00", 1),
      ("2026-10-24T22:59", "2026-10-26T07:00", 2), ("2026-10-24T23:01", "2026-10-26T06:59", 0),
    ])
  func fullNights(from: String, to: String, nights: Int) throws {
    let roster = try GoldenRoster.roster("\(from)/\(to)", horizon: "")
    var clock = ZoneCursor(roster.zone)
    let shift = roster.shifts[0]
    #expect(
      NightRecovery.fullNights(shift.start, shift.end, roster.origin.seconds, &clock) == nights)
  }

  @Test("Fewer free weekends than a limit that was set", arguments: [(4, 0), (3, 1), (2, 2)])
  func freeWeekends(free: Int64, worked: Int) throws {
    let text = (0..<4).map { $0 < worked ? "- - - - - D -" : "- - - - - - -" }
    let strip = text.joined(separator: " ") + " D"
    let limits = PackCheck.limits((FreeWeekends.least, Fraction(free)))
    #expect(try PackCheck.findings("EVID-WE", strip, limits: limits).isEmpty)
    let most = PackCheck.limits(
      (FreeWeekends.least, Fraction(4)), (FreeWeekends.red, Fraction(free)))
    let found = try PackCheck.findings("EVID-WE", strip, limits: most)
    #expect(found.map(\.status) == (worked == 0 ? [] : [.note]))
    #expect(found.map(\.count) == (worked == 0 ? [] : [Int32(free)]))
  }

  @Test("How many there are is said in the plural where they are many")
  func sentences() throws {
    func texts(_ rule: String, _ strip: String) throws -> Localized {
      let roster = try PackCheck.strip(strip)
      let finding = try #require(RuleLook.findings(rule, in: roster).first)
      let context = FindingContext(roster: roster, name: "A")
      return RuleBook.rule(of: finding).describe(finding, context).message
    }
    func said(_ rule: String, _ strip: String) throws -> String { try texts(rule, strip).en }
    #expect(try said("EVID-SINGLEOFF", "D - D - -").contains("1 lone day off"))
    #expect(try said("EVID-SINGLEOFF", "D - D - D").contains("2 lone days off"))
    #expect(try said("EVID-LONG12", "L - -").contains("never over 12."))
    #expect(try said("EVID-LONG12", "L - L - -").contains("1 more of the plan"))
    let row = try PackCheck.strip("L L L L - -")
    let runs = RuleLook.findings("EVID-LONG12", in: row).filter { $0.unit == .shifts }
    let run = try #require(runs.first)
    let context = FindingContext(roster: row, name: "A")
    let text = RuleBook.rule(of: run).describe(run, context).message.en
    #expect(text.contains("4 long shifts in a row"))
    #expect(try said("EVID-REC48", "N 15:00-22:00 -").contains("no full night"))
    #expect(try said("EVID-REC48", "N - D -").contains("one full night"))
    #expect(try texts("EVID-REC48", "N 15:00-22:00 -").nb.contains("ingen hel natt"))
    #expect(try texts("EVID-REC48", "N - D -").nb.contains("én hel natt"))
    let whole = String(repeating: " D D D D D - -", count: 3)
    #expect(try said("EVID-ROTSPD", "A" + whole).contains("mostly backward"))
    #expect(try said("EVID-ROTSPD", "A" + whole + " A").contains("mostly forward"))
    #expect(
      try said("EVID-ROTSPD", "06:00-10:00" + whole.replacing("D", with: "A")).contains(
        "mostly forward"))
    #expect(try !said("EVID-ROTSPD", "A D D D D D -").contains("mostly"))
    #expect(try !said("EVID-SINGLEWORK", "- D - -").contains("more in the plan"))
    #expect(try said("EVID-SINGLEWORK", "- D - - D - -").contains("and 1 more in the plan"))
  }
}
