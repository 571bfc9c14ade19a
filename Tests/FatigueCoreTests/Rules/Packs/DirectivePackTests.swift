import Testing

@testable import FatigueCore

/// The working-time directive at its limits (`EU`).
@Suite("Rules of the directive, at their limits")
struct DirectivePackTests {
  private static func told(
    _ rule: String, _ strip: String, limits: Limits = Limits(), facts: Facts = Facts()
  ) throws -> [String] {
    try PackCheck.told(rule, strip, limits: limits, facts: facts)
  }

  // MARK: Breaks

  /// Breaks are on record: the last day has one.
  private static let day = " - 07:00-15:00+BR:11:00-11:30"

  @Test(
    "A duty over six hours has a break inside it, or has none",
    arguments: [
      ("07:00-13:00", nil), ("07:00-13:01", 0), ("BR:06:30-07:00+07:00-15:00", 0),
      ("07:00-15:00+BR:15:00-15:30", 0), ("BR:06:30-07:01+07:00-15:00", nil),
      ("07:00-15:00+BR:14:59-15:30", nil), ("BR:05:00-05:30+07:00-15:00+BR:11:00-11:30", nil),
    ] as [(String, Int64?)])
  func breaks(duty: String, measured: Int64?) throws {
    let found = try PackCheck.findings("EU-4", duty + Self.day)
    #expect(found.map(\.measured) == (measured.map { [Fraction($0)] } ?? []))
  }

  @Test("As many breaks as are asked for are enough; an agreement only asks for fewer")
  func severalBreaks() throws {
    let one = "07:00-15:00+BR:11:00-11:30" + Self.day
    let two =
      "07:00-15:00+BR:09:00-09:05+BR:11:00-11:30 - 07:00-15:00+BR:09:00-09:05+BR:11:00-11:05"
    var limits = PackCheck.limits((DirectiveBreak.least, Fraction(2)))
    #expect(try Self.told("EU-4", two, limits: limits).isEmpty)
    #expect(
      try PackCheck.findings("EU-4", one, limits: limits).map(\.measured) == [
        Fraction(1), Fraction(1),
      ])
    limits.agreements = [PackCheck.agreement(DirectiveBreak.least, 1)]
    #expect(try Self.told("EU-4", one, limits: limits).isEmpty)
    let none = "07:00-15:00" + Self.day
    let unbroken = try PackCheck.findings("EU-4", none, limits: limits)
    #expect(unbroken.map(\.limit) == [Fraction(1)] && unbroken.map(\.agreement) == [0])
    // One that ends as the duty begins is none, also behind a longer one.
    let before = "BR:06:00-07:30+BR:06:30-07:00+07:00-15:00" + Self.day
    let found = try PackCheck.findings(
      "EU-4", before, limits: PackCheck.limits((DirectiveBreak.least, Fraction(2))))
    #expect(found.map(\.measured) == [Fraction(1), Fraction(1)])
    let more = Limits(agreements: [PackCheck.agreement(DirectiveBreak.least, 2)])
    #expect(try Self.told("EU-4", one, limits: more).isEmpty)
  }

  @Test("Minutes of break that stand in the row are a break")
  func unpaidBreak() throws {
    func found(_ minutes: Int) throws -> [Finding] {
      let roster = try #require(
        RosterReader.read(
          "Ansatt;Start;Slutt;Ubetalt pause\nA;2026-01-05 07:00;2026-01-05 15:00;\(minutes)\n"
            + "A;2026-01-06 07:00;2026-01-06 15:00;30\n"
        ).roster)
      return RuleLook.findings("EU-4", in: roster)
    }
    #expect(try found(30).isEmpty)
    #expect(try found(0).map(\.measured) == [Fraction(0)])
  }

  @Test(
    "What is too long over the autumn change is so by the clock too, or by the elapsed hour alone",
    arguments: [
      ("EU-4", "22:00-04:00", true), ("EU-4", "22:00-04:01", false),
      ("EU-8b", "22:00-06:00", true), ("EU-8b", "22:00-06:01", false),
      ("EU-3R", "20:00-08:00", nil), ("EU-3R", "20:00-09:00", true),
      ("EU-3R", "19:59-09:00", false),
    ] as [(String, String, Bool?)])
  func autumn(rule: String, hours: String, isClock: Bool?) throws {
    let facts = RuleLook.person { $0.hasSpecialRisk = true }
    let found = try PackCheck.findings(
      rule, "@2026-10-24 \(hours) -" + Self.day, facts: facts)
    #expect(found.map(\.dstOnly) == (isClock.map { [$0] } ?? []))
  }

  // MARK: Weekly rest

  @Test("What an agreement under the Act permits is a note, down to its own limit")
  func derogation() throws {
    let limits = Limits(agreements: [PackCheck.agreement(WeeklyRestRule.minimum, 28)])
    func found(_ start: String) throws -> [Finding] {
      try PackCheck.findings(
        "EU-5", "D D D 07:30-12:00 \(start)-21:00 D D", limits: limits)
    }
    let permitted = try found("16:00")
    #expect(permitted.map(\.status) == [.note] && permitted.map(\.balance) == [1])
    #expect(permitted.map(\.measured) == [Fraction(28)] && permitted.map(\.agreement) == [0])
    let short = try found("15:59")
    #expect(short.map(\.balance) == [0] && short.allSatisfy { $0.status > .note })
  }

  @Test(
    "A fortnight has two rests of 35 hours, or one of 59",
    arguments: [
      ("D D D 07:30-12:00 23:00-23:30 D D", "D D D 07:30-12:00 23:00-23:30 D D", nil),
      ("D D D 07:30-12:00 23:00-23:30 D D", "D D D 07:30-12:00 22:59-23:30 D D", 2099),
      ("D D D 07:30-12:00 - 23:00-23:30 D", "D D D D D D D", nil),
      ("D D D 07:30-12:00 - 22:59-23:30 D", "D D D D D D D", 960),
      ("D D D D D D D", "", nil),
    ] as [(String, String, Int64?)])
  func fortnight(first: String, second: String, minutes: Int64?) throws {
    let limits = PackCheck.limits((DirectiveWeeklyRest.reference, Fraction(2)))
    // A shift that begins with the third week is not of the two.
    let third = second.isEmpty ? "" : " 00:00-08:00 D D D D D D"
    let found = try PackCheck.findings("EU-5", "\(first) \(second)\(third)", limits: limits)
    #expect(found.map(\.measured) == (minutes.map { [Fraction($0, 60)] } ?? []))
    let sunday = try PackCheck.strip("\(first) \(second)")
    #expect(
      found.allSatisfy {
        sunday.civil(sunday.shifts[Int($0.shift)].start).date == PackCheck.day(13)
      })
  }

  @Test("What is said of a short weekly rest")
  func weeklySentences() throws {
    func said(_ strip: String, _ limits: Limits) throws -> String {
      let roster = try PackCheck.strip(strip)
      let finding = try #require(RuleLook.findings("EU-5", in: roster, limits: limits).first)
      let context = FindingContext(roster: roster, name: "A")
      return RuleBook.rule(of: finding).describe(finding, context).message.en
    }
    let agreed = Limits(agreements: [PackCheck.agreement(WeeklyRestRule.minimum, 28)])
    let permitted = try said("D D D 07:30-12:00 16:00-21:00 D D", agreed)
    #expect(permitted.contains("After the daily rest 17 h") && !permitted.contains("fourteen"))
    let week = try said("D D D D D D D", Limits())
    #expect(!week.contains("After the daily rest") && !week.contains("mildest"))
    #expect(try said("D D - - D D - D D D D D D D", Limits()).contains("mildest"))
    let two = PackCheck.limits((DirectiveWeeklyRest.reference, Fraction(2)))
    #expect(try said("D D D D D D D D D D D D D D", two).contains("fourteen days"))
  }

  // MARK: Nights

  private static let special = RuleLook.person { $0.hasSpecialRisk = true }

  @Test(
    "Eight hours of straining work in 24 with a night, in one duty or in several",
    arguments: [
      ("22:00-06:00 - -", []),
      ("22:00-06:01 - -", ["481:60 rolling false"]),
      ("14:00-18:00+22:00-02:00 - -", []),
      ("13:59-18:00+22:00-02:00 - -", ["481:60 rolling true"]),
      // Eight hours in the duty itself, nine in the 24.
      ("14:00-15:00+22:00-06:00 - -", ["9 rolling true"]),
      // A duty that begins 24 hours before the night, and a minute less.
      ("- 22:00-23:00 22:00-06:00 -", []),
      // The night itself is too long, though the 24 hours before it are too long already.
      ("22:00-05:00 20:00-06:00 - -", ["9 rolling true", "10 rolling false"]),
      // One of two rows of the same night.
      ("22:00-02:00+26:00-07:00 - -", ["9 rolling false"]),
    ])
  func straining(strip: String, told: [String]) throws {
    let found = try PackCheck.findings("EU-8b", strip, facts: Self.special)
    let texts = found.map { finding in
      let hours = finding.measured
      let value =
        hours.denominator == 1 ? "\(hours.numerator)" : "\(hours.numerator):\(hours.denominator)"
      return "\(value) rolling \(finding.readings == .rolling)"
    }
    #expect(texts == told)
    for finding in found {
      let context = FindingContext(roster: try PackCheck.strip(strip), name: "A")
      let said = RuleBook.rule(of: finding).describe(finding, context).message.en
      #expect(said.contains(finding.readings == .rolling ? "24 hours" : "in the duty"))
    }
  }

  @Test("Of sums alike the first, each with some of its own night in it")
  func strainingSums() throws {
    let told = try Self.told(
      "EU-8b", "22:00-02:00 10:00-14:30+22:00-02:00 - -", facts: Self.special)
    #expect(
      told == [
        "disputed 8.5/8: 05 22:00 – 06 22:00, 05 22:00",
        "disputed 8.5/8: 06 10:00 – 07 10:00, 06 22:00",
      ])
  }

  @Test("An agreement on straining nights holds to the minute, in a duty and in a sum")
  func agreedStrain() throws {
    let nine = Limits(agreements: [PackCheck.agreement(HazardousNight.most, 9)])
    func found(_ strip: String) throws -> [Fraction] {
      try PackCheck.findings("EU-8b", strip, limits: nine, facts: Self.special).map(\.measured)
    }
    #expect(try found("21:00-06:00 - -").isEmpty)
    #expect(try found("14:00-15:00+22:00-06:00 - -").isEmpty)
    #expect(try found("13:59-15:00+22:00-06:00 - -") == [Fraction(541, 60)])
    #expect(try found("20:59-06:00 - -") == [Fraction(541, 60)])
  }

  /// Six days of 8 h 10 in each of some weeks: 49 h.
  private static func weeks(_ first: String...) -> String {
    first.map {
      "\($0) 07:00-15:10 07:00-15:10 07:00-15:10 07:00-15:10 07:00-15:10 - "
    }.joined()
  }

  @Test("A night worker has a night in each week, counted where it begins")
  func nightWorker() throws {
    let night = "22:00-06:10"
    let found = try PackCheck.findings("EU-8a", Self.weeks(night, night, night, night))
    #expect(found.map(\.measured) == [Fraction(49, 6)])
    #expect(try Self.told("EU-8a", Self.weeks(night, night, night, "07:00-15:10")).isEmpty)
    // The night that begins with Monday is of that week, and not of the one before.
    let monday = "00:00-08:10"
    #expect(try PackCheck.findings("EU-8a", Self.weeks(monday, night, night, night)).count == 1)
    let after = Self.weeks(night, night, night, "07:00-15:10") + "00:00-05:00 - - - - - -"
    #expect(try Self.told("EU-8a", after).isEmpty)
    // A mean that an agreement allows.
    let agreed = Limits(agreements: [PackCheck.agreement(DirectiveNightMean.most, Fraction(49, 6))])
    #expect(try Self.told("EU-8a", Self.weeks(night, night, night, night), limits: agreed).isEmpty)
    // Two nights in each week, where so many are asked for.
    let two = PackCheck.limits((DirectiveNightMean.nights, Fraction(2)))
    #expect(try Self.told("EU-8a", Self.weeks(night, night, night, night), limits: two).isEmpty)
  }

  // MARK: Running days

  @Test(
    "Thirteen hours of work in a running day are no finding, and what begins after it is not of it")
  func runningDay() throws {
    #expect(try Self.told("EU-3R", "10:00-23:00 - -").isEmpty)
    #expect(
      try Self.told("EU-3R", "09:59-23:00 - -")
        == ["disputed 781:60/13: 04 23:00 – 05 23:00, 05 09:59"])
    #expect(
      try Self.told("EU-3R", "10:00-23:30 00:00-08:00+14:00-23:00 00:00-00:30 -")
        == [
          "disputed 21.5/13: 05 08:00 – 06 08:00, 06 00:00",
          "disputed 17/13: 06 00:00 – 07 00:00, 06 14:00",
        ])
    let agreed = Limits(agreements: [PackCheck.agreement(RunningDayWork.most, 14)])
    #expect(try Self.told("EU-3R", "09:00-23:00 - -", limits: agreed).isEmpty)
    #expect(try Self.told("EU-3R", "08:59-23:00 - -", limits: agreed).count == 1)
  }
}
