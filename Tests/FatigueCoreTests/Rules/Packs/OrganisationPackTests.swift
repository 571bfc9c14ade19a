import Testing

@testable import FatigueCore

/// Rules of the shift-health programme at their limits (`ORG`).
@Suite("Rules of the programme, at their limits")
struct OrganisationPackTests {
  private static func told(
    _ rule: String, _ strip: String, limits: Limits = Limits(), facts: Facts = Facts()
  ) throws -> [String] {
    try PackCheck.told(rule, strip, limits: limits, facts: facts)
  }

  // MARK: Incidents

  @Test(
    "A talk comes within 48 hours of the incident, from the same minute on",
    arguments: [
      ("D+CRIT:10:00-10:00 - D+DEF:10:00-10:30", [], false),
      (
        "D+CRIT:10:00-10:00 - D+DEF:10:01-10:30",
        ["warning 2881:60/48: 05 10:00 – 07 10:01, 05 10:00"], false
      ),
      ("D+CRIT:10:00-10:00+DEF:10:00-10:30 - - -", [], false),
      (
        "D+CRIT:10:00-10:00+DEF:09:00-09:30 - -",
        ["warning 62/48: 05 10:00 – 08 00:00, 05 10:00"], true
      ),
      // The plan ends 48 hours after it.
      ("D CRIT:00:00-00:00 -", [], false),
      ("CRIT:23:59-23:59 D -", ["warning 2881:60/48: 05 23:59 – 08 00:00, 05 23:59"], true),
    ] as [(String, [String], Bool)])
  func talks(strip: String, told: [String], isCut: Bool) throws {
    #expect(try Self.told("ORG-DEF48", strip) == told)
    let found = try PackCheck.findings("ORG-DEF48", strip)
    #expect(found.allSatisfy { $0.horizonTruncated == isCut && ($0.related < 0) == isCut })
  }

  @Test("A talk over the autumn change is late by the clock too, or by the elapsed hour alone")
  func talkInAutumn() throws {
    for (start, isClock) in [("10:00", true), ("10:01", false)] {
      let found = try PackCheck.findings(
        "ORG-DEF48", "@2026-10-24 D+CRIT:10:00-10:00 - D+DEF:\(start)-10:30")
      #expect(found.map(\.dstOnly) == [isClock])
    }
  }

  @Test(
    "After an incident there are eleven hours, and no night",
    arguments: [
      ("A+CRIT:20:00-20:00 09:30-15:00 -", []),
      (
        "A+CRIT:20:00-20:00 09:29-15:00 -",
        ["warning 659:60/11: 05 22:30 – 06 09:29, 06 09:29"]
      ),
      ("D+CRIT:10:00-10:00 N - -", ["warning 1/0: 05 15:30 – 06 22:15, 06 22:15"]),
      ("D+CRIT:10:00-10:00 D N -", []),
      // As a duty begins: it is the next one that counts.
      ("- D+CRIT:07:30-07:30 - D", []),
      // Before any duty, and after all.
      ("CRIT:06:00-06:00+N - -", ["warning 1/0: 05 06:00 – 05 22:15, 05 22:15"]),
      ("D CRIT:06:00-06:00 -", []),
      (
        "07:00-12:00+CRIT:10:00-10:00+23:00-07:00 - -",
        ["warning 1/0: 05 12:00 – 05 23:00, 05 23:00"]
      ),
      // The rest is told where both are wrong.
      ("D+CRIT:10:00-10:00+N - -", ["warning 6.75/11: 05 15:30 – 05 22:15, 05 22:15"]),
    ] as [(String, [String])])
  func restAfterIncident(strip: String, told: [String]) throws {
    #expect(try Self.told("ORG-CRITREST", strip) == told)
    for finding in try PackCheck.findings("ORG-CRITREST", strip) {
      let isNight = finding.limit == Fraction(0)
      #expect((finding.unit == .nights) == isNight)
      #expect((finding.relation == .atMost) == isNight)
      let context = FindingContext(roster: try PackCheck.strip(strip), name: "A")
      let said = RuleBook.rule(of: finding).describe(finding, context).message.en
      #expect(said.contains("night") == isNight, "\(said)")
    }
  }

  @Test("One night after an incident is none too many where one is allowed")
  func allowedNight() throws {
    let one = PackCheck.limits((RestAfterIncident.nights, Fraction(1)))
    #expect(try Self.told("ORG-CRITREST", "D+CRIT:10:00-10:00 N - -", limits: one).isEmpty)
    #expect(try Self.told("ORG-CRITREST", "D+CRIT:10:00-10:00+N - -", limits: one).count == 1)
  }

  // MARK: Nights

  @Test(
    "A nap of twenty minutes is one, in whichever row of the night it lies",
    arguments: [
      ("N NAP:03:00-03:20 -", []),
      ("N NAP:03:00-03:19 -", ["note 19/20: 05 22:15 – 06 07:45, 05 22:15"]),
      ("N - N -", ["note 0/20: 05 22:15 – 08 07:45, 05 22:15"]),
      ("N NAP:03:00-03:10 N -", ["note 0/20: 05 22:15 – 08 07:45, 05 22:15"]),
      ("N - N NAP:03:00-03:10 -", ["note 0/20: 05 22:15 – 08 07:45, 05 22:15"]),
      ("D N - N NAP:03:00-03:20 -", ["note 0/20: 06 22:15 – 07 07:45, 06 22:15"]),
      ("20:00-02:00+27:00-33:00 - -", ["note 0/20: 06 03:00 – 06 09:00, 06 03:00"]),
      ("20:00-02:00+27:00-33:00+NAP:25:00-25:20 - -", []),
      ("20:00-02:00 23:00-06:00 -", ["note 0/20: 05 20:00 – 07 06:00, 05 20:00"]),
    ] as [(String, [String])])
  func naps(strip: String, told: [String]) throws {
    for (place, expected) in [(false, told), (true, [])] {
      var facts = Facts()
      facts.units["", default: UnitFacts()].hasRestPlace = place
      #expect(try Self.told("ORG-NAP", strip, facts: facts) == expected)
    }
    var facts = Facts()
    facts.units["U", default: UnitFacts()].hasRestPlace = false
    let roster = try PackCheck.strip(strip)
    let found = RuleLook.findings("ORG-NAP", in: roster, facts: facts)
    #expect(found.map { PackCheck.told($0, roster) } == told)
    for finding in found {
      let said = RuleBook.rule(of: finding).describe(
        finding, FindingContext(roster: roster, name: "A")
      ).message.en
      #expect(said.contains("more") == (finding.count > 1), "\(said)")
    }
  }

  @Test("How many nights lack a nap")
  func napCount() throws {
    var facts = Facts()
    facts.units["", default: UnitFacts()].hasRestPlace = false
    func count(_ strip: String) throws -> [Int32] {
      try PackCheck.findings("ORG-NAP", strip, facts: facts).map(\.count)
    }
    #expect(try count("N N - N NAP:03:00-03:30 -") == [2])
    #expect(try count("20:00-02:00+27:00-33:00 - N -") == [2])
  }

  @Test("As many nights in a row as the cap, and one more")
  func nightCap() throws {
    let two = PackCheck.plan { $0.mostNights = 2 }
    #expect(try Self.told("ORG-NIGHTS", "N N - N N", facts: two).isEmpty)
    #expect(
      try Self.told("ORG-NIGHTS", "N N N - -", facts: two)
        == ["breach 3/2: 05 22:15 – 08 07:45, 07 22:15"])
    // The limit itself may be set, and goes before.
    let limits = PackCheck.limits((NightCap.most, Fraction(3)))
    #expect(try Self.told("ORG-NIGHTS", "N N N N -", limits: limits).count == 1)
    #expect(try Self.told("ORG-NIGHTS", "N N N - -", limits: limits, facts: two).isEmpty)
    #expect(try Self.told("ORG-NIGHTS", "N N N N -").isEmpty)
    let agreed = Limits(agreements: [PackCheck.agreement(NightCap.most, 3)])
    #expect(try Self.told("ORG-NIGHTS", "N N N N -", limits: agreed).count == 1)
    #expect(try Self.told("ORG-NIGHTS", "N N N - -", limits: agreed, facts: two).isEmpty)
  }

  @Test(
    "Overtime in the 24 hours after a night, counted once",
    arguments: [
      ("N OT:08:45-09:45 -", ["warning 1/0: 06 07:45 – 06 09:45, 06 08:45"]),
      ("N - OT:07:45-09:00 -", []),
      ("N - OT:07:44-09:00 -", ["warning 1:60/0: 06 07:45 – 07 09:00, 07 07:44"]),
      ("OT:20:00-22:15+N - -", []),
      ("N OT:09:00-11:00+OT:10:00-12:00 -", ["warning 3/0: 06 07:45 – 06 12:00, 06 09:00"]),
      ("N OT:09:00-12:00+OT:10:00-11:00 -", ["warning 3/0: 06 07:45 – 06 12:00, 06 09:00"]),
      // Between two nights: after the first.
      ("N OT:09:00-10:00+N - -", ["warning 1/0: 06 07:45 – 06 10:00, 06 09:00"]),
      // Overtime that goes on after the night it began before.
      ("OT:20:00-10:00+N OT:12:00-13:00 -", ["warning 3.25/0: 06 07:45 – 06 13:00, 05 20:00"]),
      // A night in two rows ends with the second.
      (
        "20:00-02:00+27:00-33:00 OT:10:00-11:00 -",
        ["warning 1/0: 06 09:00 – 06 11:00, 06 10:00"]
      ),
      // Overtime that would be a night by itself, after one of its date.
      ("20:00-02:00+OT:27:00-33:00 - -", ["warning 6/0: 06 02:00 – 06 09:00, 06 03:00"]),
      (
        "20:00-02:00+OT:27:00-33:00 OT:10:00-11:00 -",
        ["warning 7/0: 06 02:00 – 06 11:00, 06 03:00"]
      ),
      // Overtime that is a night by itself, on a date of its own.
      ("N - OT:23:00-06:00 OT:09:00-10:00 -", ["warning 1/0: 08 06:00 – 08 10:00, 08 09:00"]),
      // Three hours of night by plan, and overtime from then on; and a minute less.
      ("20:00-02:00+OT:26:00-30:00 - -", ["warning 4/0: 06 02:00 – 06 06:00, 06 02:00"]),
      ("20:00-01:59+OT:25:59-30:00 - -", []),
      // A night of overtime alone, and overtime after it.
      ("OT:22:00-06:00 OT:09:00-10:00 -", ["warning 1/0: 06 06:00 – 06 10:00, 06 09:00"]),
      // A night of overtime on the date after that of a night, which comes within its 24 hours.
      (
        "N OT:23:00-06:00 - -", ["warning 7/0: 06 07:45 – 07 06:00, 06 23:00"]
      ),
    ] as [(String, [String])])
  func overtimeAfterNight(strip: String, told: [String]) throws {
    #expect(try Self.told("ORG-OTN", strip) == told)
  }

  @Test("As much overtime after a night as is allowed")
  func allowedOvertime() throws {
    let two = PackCheck.limits((OvertimeAfterNight.most, Fraction(2)))
    #expect(try Self.told("ORG-OTN", "N OT:09:00-11:00 -", limits: two).isEmpty)
    #expect(try Self.told("ORG-OTN", "N OT:09:00-11:01 -", limits: two).count == 1)
  }

  // MARK: Plans

  @Test("A shift is changed in time on the fourteenth day before")
  func changedInTime() throws {
    func told(_ strip: String, shift: Int, days: Int, person: String = "A") throws -> [String] {
      try Self.told(
        "ORG-PRED", strip,
        facts: PackCheck.plan {
          $0.changes = [
            ShiftChange(
              person: person, shift: PackCheck.day(shift), changed: PackCheck.day(shift - days))
          ]
        })
    }
    let strip = "D - 00:00-08:00 -"
    #expect(try told(strip, shift: 2, days: 14).isEmpty)
    #expect(try told(strip, shift: 2, days: 13) == ["warning 13/14: 07 00:00 – 08 00:00, 07 00:00"])
    // Nothing begins on the day of the change: the first row stands for it.
    #expect(try told(strip, shift: 1, days: 2) == ["warning 2/14: 06 00:00 – 07 00:00, 05 07:30"])
    #expect(try told(strip, shift: 2, days: 2, person: "B").isEmpty)
    #expect(try told(strip, shift: 9, days: 2).isEmpty)
    let roster = try #require(
      RosterReader.read("Ansatt;Start;Slutt\nKari (101);2026-01-05 07:00;2026-01-05 15:00\n").roster
    )
    for (person, count) in [("101", 1), ("Kari", 1), ("Ola", 0)] {
      let facts = PackCheck.plan {
        $0.changes = [
          ShiftChange(person: person, shift: PackCheck.day(), changed: PackCheck.day(-1))
        ]
      }
      #expect(RuleLook.findings("ORG-PRED", in: roster, facts: facts).count == count, "\(person)")
    }
  }

  @Test(
    "Rotation against the clock in long runs: both, and each past its limit",
    arguments: [
      ("A A A A D - -", ["note 1/0.5: 08 15:00 – 09 15:30, 09 07:30"]),
      ("A A A D - -", []),
      ("A A A A D A - -", []),
      ("D A N N N N - -", []),
      // Nothing is changed: four days lie between.
      ("A A A A - - - D D D D", []),
    ] as [(String, [String])])
  func rotationHabit(strip: String, told: [String]) throws {
    #expect(try Self.told("ORG-ROT", strip) == told)
  }

  @Test(
    "A finding that the workplace can do something about is not answered by the individual alone")
  func combinedMeasures() throws {
    let analysis = RosterAnalysis(
      try PackCheck.strip("N N N N N - -"),
      settings: AnalysisSettings(selection: RuleSelection(select: ["EVID-N3", "ORG-COMBO"])))
    #expect(analysis.findings.map { RuleBook.rule(of: $0).id } == ["EVID-N3"])
  }

  @Test("A changed plan without a period to compare with is one that says so")
  func baseline() throws {
    for (has, count) in [(nil, 0), (true, 0), (false, 1)] as [(Bool?, Int)] {
      let facts = PackCheck.plan { $0.hasBaselinePeriod = has }
      #expect(try PackCheck.findings("ORG-EFFECT", "D - -", facts: facts).count == count)
    }
  }
}
