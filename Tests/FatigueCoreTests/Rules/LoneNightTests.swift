import Testing

@testable import FatigueCore

/// Lone work at night and the duties of process: rules about a unit or the whole plan.
@Suite("Rules about units and the plan")
struct LoneNightTests {
  private func analysis(
    _ rows: String, _ rule: String, facts: Facts = Facts()
  ) throws -> RosterAnalysis {
    let reading = RosterReader.read("Ansatt;Dato;Fra;Til;Kode;Enhet\n" + rows + "\n")
    return RosterAnalysis(
      try #require(reading.roster),
      settings: AnalysisSettings(facts: facts, selection: RuleSelection(select: [rule])))
  }

  private func nights(_ rows: String, facts: Facts = Facts()) throws -> [String] {
    let analysis = try analysis(rows, "AML-4-1-3", facts: facts)
    return analysis.findings.map { finding in
      let roster = analysis.roster
      return "\(roster.units[Int(roster.shifts[Int(finding.shift)].unit)]) \(finding.measured.text)"
    }
  }

  @Test(
    "A night counts when one person is alone for an hour in all",
    arguments: [
      // Alone all night, two nights.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nOla;06.01.2026;22:00;07:00;N;3 A", ["3 A 2"]),
      // Two on duty.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nKari;05.01.2026;22:00;07:00;N;3 A", []),
      // The other comes at 23:59 and leaves at 06: 59 minutes alone.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nKari;05.01.2026;23:59;06:00;N;3 A", []),
      // At midnight: exactly one hour.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nKari;06.01.2026;00:00;06:00;N;3 A", ["3 A 1"]),
      // Half an hour at either end make one hour.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nKari;05.01.2026;23:30;05:30;N;3 A", ["3 A 1"]),
      // Two rows of one person are one person.
      ("Ola;05.01.2026;22:00;03:00;N;3 A\nOla;06.01.2026;02:00;07:00;N;3 A", ["3 A 1"]),
      // Somebody in another unit is no company.
      (
        "Ola;05.01.2026;22:00;07:00;N;3 A\nKari;05.01.2026;22:00;07:00;N;4 B",
        ["3 A 1", "4 B 1"]
      ),
      // An evening until 23:45, alone for 45 minutes.
      ("Ola;05.01.2026;15:00;23:45;A;3 A\nKari;05.01.2026;07:00;15:00;D;3 A", []),
      // An evening until 23:00, or a morning from 06:00, is no company.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nKari;05.01.2026;15:00;23:00;A;3 A", ["3 A 1"]),
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nKari;06.01.2026;06:00;14:00;D;3 A", ["3 A 1"]),
      // Two from 01:00 on; before that one, alone for two hours.
      (
        "Ola;05.01.2026;15:00;01:00;N;3 A\nKari;06.01.2026;01:00;07:00;N;3 A\n"
          + "Eli;06.01.2026;01:00;07:00;N;3 A", ["3 A 1"]
      ),
      // All night written twice is one person.
      ("Ola;05.01.2026;22:00;07:00;N;3 A\nOla;05.01.2026;22:30;07:00;N;3 A", ["3 A 1"]),
      // Nobody is named a unit.
      ("Ola;05.01.2026;22:00;07:00;N;\nKari;05.01.2026;07:00;15:00;D;3 A", []),
    ] as [(String, [String])])
  func aloneForAnHour(_ rows: String, _ expected: [String]) throws {
    #expect(try nights(rows) == expected)
  }

  @Test("The shift named is the first that is alone")
  func firstAlone() throws {
    func named(_ rows: String) throws -> [String] {
      let analysis = try analysis(rows, "AML-4-1-3")
      return analysis.findings.map {
        analysis.roster.people[Int(analysis.roster.shifts[Int($0.shift)].person)].name
      }
    }
    // Both come at 22; the other is alone from three o'clock.
    #expect(
      try named("Ola;05.01.2026;22:00;03:00;N;3 A\nKari;05.01.2026;22:00;07:00;N;3 A")
        == ["Kari"])
    // One until two o'clock, the other from three.
    #expect(
      try named("Ola;05.01.2026;22:00;02:00;N;3 A\nKari;06.01.2026;03:00;07:00;N;3 A")
        == ["Ola"])
  }

  @Test("So many lone nights as a workplace sets are no finding, one more is")
  func mostNights() throws {
    var limits = Limits()
    limits.set(LoneNightWork.most, to: Fraction(2))
    func found(_ nights: Int) throws -> [String] {
      let rows = (0..<nights).map { "Ola;0\(5 + $0).01.2026;22:00;07:00;N;3 A\n" }
      let roster = try #require(
        RosterReader.read("Ansatt;Dato;Fra;Til;Kode;Enhet\n" + rows.joined()).roster)
      return RuleLook.findings("AML-4-1-3", in: roster, limits: limits).map(\.measured.text)
    }
    #expect(try found(2) == [])
    #expect(try found(3) == ["3"])
  }

  @Test("A row of no length is no company")
  func noLength() throws {
    var builder = RosterBuilder(zone: .oslo)
    let (ola, kari) = (
      builder.person(Person(number: "", name: "Ola")),
      builder.person(Person(number: "", name: "Kari"))
    )
    let date = try RuleLook.date("2026-01-05")
    let (named, known) = (
      builder.unit("3 A"), builder.seconds(Zone.oslo.startOfDay(date), on: date)
    )
    let (unit, midnight) = (try #require(named), try #require(known))
    let hour: Int32 = 3600
    builder.append(
      Shift(start: midnight + 22 * hour, end: midnight + 31 * hour, person: ola, unit: unit),
      startingOn: date)
    builder.append(
      Shift(
        start: midnight + 47 * hour / 2, end: midnight + 47 * hour / 2, person: kari, unit: unit),
      startingOn: date)
    let built = builder.build()
    let roster = try #require(built)
    #expect(RuleLook.findings("AML-4-1-3", in: roster).map(\.measured) == [Fraction(1)])
  }

  @Test("The spring night has an hour less, the autumn night an hour more")
  func clockChanges() throws {
    // The other is there from 00:00 to 05:00: alone 23–24 and 05–06.
    let spring = "Ola;28.03.2026;23:30;07:00;N;3 A\nKari;29.03.2026;00:00;05:30;N;3 A"
    #expect(try nights(spring) == ["3 A 1"])
    // From 03:30 to 06:00 on the spring night; the clock goes from 02 to 03.
    let late = "Ola;29.03.2026;01:30;03:30;N;3 A\nKari;28.03.2026;15:00;23:00;A;3 A"
    #expect(try nights(late) == ["3 A 1"])
    // Wall clock 02:30–03:15 twice over: 45 minutes on the clock, 1 h 45 worked.
    let autumn =
      "Ola;24.10.2026;22:00;03:15;N;3 A\nKari;24.10.2026;22:00;02:30;N;3 A"
    #expect(try nights(autumn) == ["3 A 1"])
  }

  @Test("A risk assessment answers it")
  func assessed() throws {
    var facts = Facts()
    var unit = UnitFacts()
    unit.loneWorkAssessment = "ROS 2026-01"
    facts.units["3 A"] = unit
    #expect(try nights("Ola;05.01.2026;22:00;07:00;N;3 A", facts: facts) == [])
  }

  @Test("What is found does not depend on the shortcut for nights with two all through")
  func manyUnits() throws {
    // Seeded with 7: people of three units, nights of random length.
    var seed: UInt64 = 7
    func next(_ below: UInt64) -> UInt64 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (seed >> 33) % below
    }
    var rows: [(person: Int, day: Int, from: Int, length: Int, unit: Int)] = []
    for person in 0..<9 {
      for day in 5..<25 where next(3) == 0 {
        rows.append((person, day, 20 * 60 + Int(next(300)), 240 + Int(next(360)), person % 3))
      }
    }
    func clock(_ minutes: Int) -> String {
      "\(padded(minutes / 60 % 24, 2)):\(padded(minutes % 60, 2))"
    }
    let text = rows.map {
      let date = "\(padded($0.day + $0.from / 1440, 2)).01.2026"
      return "P\($0.person);\(date);\(clock($0.from));\(clock($0.from + $0.length));N;U\($0.unit)"
    }.joined(separator: "\n")
    // Minute by minute.
    var expected: [Int: Set<Int>] = [:]
    for unit in 0..<3 {
      for evening in 4..<26 {
        var alone = 0
        for minute in evening * 1440 + 23 * 60..<(evening + 1) * 1440 + 6 * 60 {
          let there = rows.filter {
            $0.unit == unit && $0.day * 1440 + $0.from <= minute
              && minute < $0.day * 1440 + $0.from + $0.length
          }
          if Set(there.map(\.person)).count == 1 { alone += 1 }
        }
        if alone >= 60 { expected[unit, default: []].insert(evening) }
      }
    }
    let answer = expected.sorted { $0.key < $1.key }.map { "U\($0.key) \($0.value.count)" }
    #expect(try nights(text).sorted() == answer)
  }

  @Test("The sentences name unit, number and days in order")
  func sentences() throws {
    var facts = Facts()
    facts.plan.discussed = CivilDate(year: 2026, month: 1, day: 4)
    facts.plan.effective = CivilDate(year: 2026, month: 1, day: 5)
    let analysis = try analysis("Ola;05.01.2026;07:00;15:00;D;3 A", "AML-10-3-2W", facts: facts)
    let finding = try #require(analysis.findings.first)
    let context = FindingContext(roster: analysis.roster, name: "", facts: facts)
    let text = RuleBook.rule(of: finding).describe(finding, context).message
    #expect(
      text.nb == "Planen ble drøftet 1 dag før start; loven sier senest to uker (aml. § 10-3).")
    #expect(
      text.en == """
        The plan was discussed 1 day before it starts; the Act says two weeks at the latest \
        (Working Environment Act § 10-3).
        """)
  }
}
