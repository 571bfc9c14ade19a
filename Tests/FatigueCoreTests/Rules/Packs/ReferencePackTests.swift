import Testing

@testable import FatigueCore

/// The authority's practice, the Finnish traffic lights and the NHS contract at their limits (`AT`, `FIOH`, `NHS`).
@Suite("Rules of reference, at their limits")
struct ReferencePackTests {
  private static let cases: [(String, String, [String])] = [
    ("AT-NIGHTS", "N N N - N", []),
    ("AT-NIGHTS", "N N N N N -", ["note 5/3: 05 22:15 – 10 07:45, 08 22:15"]),
    ("NHS-46", "N - - 05:45-13:00", []),
    ("NHS-46", "20:00-02:00 - - 00:00-08:00", []),
    ("NHS-46", "20:00-02:00 - 23:59-08:00", ["note 2759:60/46: 06 02:00 – 07 23:59, 07 23:59"]),
    ("NHS-46", "N - -", []),
    ("FIOH-L1", "07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 07:00-15:00 -", []),
    (
      "FIOH-L1", "07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 -",
      ["note 55/48: 05 07:00 – 09 18:00, 09 07:00"]
    ),
    (
      "FIOH-L1", "07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:01 -",
      ["warning 3301:60/55: 05 07:00 – 09 18:01, 09 07:00"]
    ),
    // Two spells with a day off between, and one with its longest shift first.
    ("FIOH-L1", "07:00-18:00 07:00-18:00 07:00-18:00 - 07:00-18:00 07:00-18:00 -", []),
    ("FIOH-L2", "07:00-19:00 - -", []),
    ("FIOH-L2", "07:00-21:00 - 07:00-21:00 -", ["note 14/12: 05 07:00 – 05 21:00, 05 07:00"]),
    ("FIOH-L2", "07:00-21:01 - -", ["warning 841:60/14: 05 07:00 – 05 21:01, 05 07:00"]),
    ("FIOH-L2", "07:00-12:00+12:30-19:00 - -", []),
    (
      "FIOH-L2", "07:00-12:00+12:59-19:01 - -",
      ["note 721:60/12: 05 07:00 – 05 19:01, 05 07:00"]
    ),
    ("FIOH-L3", "D D D D D D -", []),
    ("FIOH-L3", "D D D D D D D -", ["note 7/7: 05 07:30 – 11 15:30, 11 07:30"]),
    ("FIOH-L3", "D D D D D D D D -", ["warning 8/8: 05 07:30 – 12 15:30, 12 07:30"]),
    ("FIOH-L3", "D D - D - D D", ["warning 1/1: 08 07:30 – 08 15:30, 08 07:30"]),
    // What begins or ends with the plan may have a neighbour outside.
    ("FIOH-L3", "D - D D - D", []),
  ]

  @Test("At the limit, and beside it", arguments: cases)
  func atTheLimit(rule: String, strip: String, told: [String]) throws {
    #expect(try PackCheck.told(rule, strip) == told)
    guard rule.hasPrefix("FIOH-L2") || rule.hasPrefix("FIOH-L3") else { return }
    // Part-time staff have other levels.
    for (position, expected) in [(Fraction(1), told), (Fraction(9, 10), [])] {
      let facts = RuleLook.person { $0.position = position }
      #expect(try PackCheck.told(rule, strip, facts: facts) == expected)
    }
  }

  @Test("A lone day of work is no finding where it is allowed")
  func allowedLoneDay() throws {
    let none = PackCheck.limits((FIOHWorkDays.lone, Fraction(0)))
    #expect(try PackCheck.told("FIOH-L3", "D D - D - D D", limits: none).isEmpty)
  }

  @Test("Nights that are agreed with the authority are counted to the last of them")
  func agreedNights() throws {
    let four = Limits(agreements: [PackCheck.agreement(NightsInspected.most, 4)])
    #expect(try PackCheck.told("AT-NIGHTS", "N N N N - -", limits: four).isEmpty)
    #expect(
      try PackCheck.told("AT-NIGHTS", "N N N N N - -", limits: four)
        == ["breach 5/4: 05 22:15 – 10 07:45, 09 22:15"])
    // One night is no run, whatever is agreed.
    let none = Limits(agreements: [PackCheck.agreement(NightsInspected.most, 0)])
    #expect(try PackCheck.told("AT-NIGHTS", "N - N - -", limits: none).isEmpty)
    #expect(
      try PackCheck.findings("AT-NIGHTS", "N N - -", limits: none).map(\.limit) == [Fraction(0)])
    let two = Limits(agreements: [PackCheck.agreement(NightsInspected.most, 2)])
    #expect(
      try PackCheck.told("AT-NIGHTS", "N N N - -", limits: two)
        == ["breach 3/2: 05 22:15 – 08 07:45, 07 22:15"])
  }

  @Test(
    "An assessment is a year old at most, and no later than the plan",
    arguments: [
      (366, nil, ""), (367, "warning 367/366", "367 days old"), (0, nil, ""),
      (-1, "warning 1/0", "1 days later"),
    ] as [(Int, String?, String)])
  func assessment(days: Int, told: String?, said: String) throws {
    let roster = try PackCheck.strip("D - -")
    for effective in [PackCheck.day(), nil] {
      let facts = PackCheck.plan {
        $0.assessed = PackCheck.day(-days)
        $0.effective = effective
      }
      let found = RuleLook.findings("AT-VURD", in: roster, facts: facts)
      #expect(
        found.map { PackCheck.told($0, roster) }
          == (told.map { ["\($0): 05 00:00 – 08 00:00, 05 07:30"] } ?? []))
      let context = FindingContext(roster: roster, name: "", facts: facts)
      for finding in found {
        let text = RuleBook.rule(of: finding).describe(finding, context).message.en
        #expect(text.contains(said))
      }
    }
  }
}
