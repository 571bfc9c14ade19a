import Testing

@testable import FatigueCore

/// Alertness after naps and the nap on duty against another program of our own (see the README of the
/// vectors for origin and tolerances).
@Suite struct NapSearchTests {
  private func history(_ name: String) -> PlannedAlertness? {
    func plan(_ start: Int32, _ s: Double, _ sleeps: [(Int32, Int32, Bool)] = [])
      -> PlannedAlertness
    {
      PlannedAlertness(
        from: start * 60, s: s,
        sleeps: sleeps.map {
          .init(SleepSpan(onset: $0.0 * 60, wake: $0.1 * 60), isNap: $0.2)
        })
    }
    switch name {
    case "T1_first_night": return plan(450, 14)
    case "T2_nap20": return plan(450, 14, [(1565, 1580, true)])
    case "T3_nap120": return plan(450, 14, [(1510, 1620, true)])
    case "T4_shifted":
      var course = plan(450, 14, [(1920, 2310, false), (3360, 3780, false)])
      // 1.2 h later per day from 16:00 of the first.
      course.phase = PhaseCurve(readings: [
        .init(at: 960 * 60, shift: 0), .init(at: (960 + 14_400) * 60, shift: 12),
      ])
      return course
    case "T5_restricted":
      return plan(420, 13, (1...4).map { ($0 * 1440 + 60, $0 * 1440 + 330, false) })
    default: return nil
    }
  }

  @Test("S, C, U, W, N and KSS of five sleep histories")
  func alertness() throws {
    let rows = try LightVectors.rows("tpm.csv")
    #expect(rows.count > 200)
    for row in rows {
      let course = try #require(history(row.text("case")))
      let second = Int(row["t_min"]) * 60
      let parts = course.parts(at: second)
      let found = [
        ("S", parts.homeostatic), ("C", parts.circadian), ("U", parts.ultradian),
        ("W", parts.inertia), ("N", parts.napBenefit), ("KSS", course.kss(at: second).raw),
        ("dphi_h", course.phase.shift(at: second)),
      ]
      for (name, value) in found {
        #expect(
          abs(value - row[name]) < 1e-5, "\(row.text("case")) at \(row["t_min"]): \(name)")
      }
      #expect(course.isAsleep(at: second) == (row["asleep"] == 1))
    }
  }

  @Test("Every nap of six nights", arguments: NapVectors.searches)
  func searches(vector: NapVectors.Search) throws {
    let earliest = vector.rules.earliest(
      on: vector.duty, zone: NapVectors.zone, origin: NapVectors.origin)
    let search = NapSearch(
      on: vector.duty, in: vector.course, commute: vector.commute, rules: vector.rules,
      earliest: earliest)
    #expect(abs(search.costWithout / vector.costWithout - 1) < 1e-6)
    #expect(
      search.candidates.map { [Double($0.start / 60), Double($0.length.seconds / 60)] }
        == vector.table.map { Array($0.prefix(2)) })
    for (candidate, row) in zip(search.candidates, vector.table) {
      #expect(abs(candidate.cost / row[2] - 1) < 1e-6, "start \(row[0])")
      #expect(Double(candidate.asleep.seconds / 60) == row[3])
      // The fast way of trying a nap is the slow one.
      if Int(row[0]) % 60 == 0 {
        let slow = slowCost(vector, candidate)
        #expect(abs(slow - candidate.cost) < 1e-9)
      }
    }
    #expect(search.best?.start == vector.best.map { $0.start * 60 })
    #expect(search.best?.length == vector.best.map { .minutes($0.len) })
    #expect(
      search.best.map { NapEffects().buffer(asleep: $0.asleep) }
        == vector.best.map { .minutes($0.buffer) })
  }

  private func slowCost(_ vector: NapVectors.Search, _ nap: NapCandidate) -> Double {
    let without = vector.course
    var with = without
    with.append(nap.sleep)
    let cost = SleepinessCost()
    return SleepinessCost.steps(of: vector.duty, commute: vector.commute).reduce(0) {
      let isAway = $1.start >= nap.start && $1.start < nap.end
      let course = isAway ? without : with
      return $0 + cost.rate(course.kss(at: $1.start + 150)) * $1.weight
    }
  }

  @Test("The time with no risky task after a nap", arguments: [0, 15, 20, 25, 30, 110])
  func buffer(asleep: Int64) {
    let expected: Int64 = asleep <= 20 ? 15 : asleep == 25 ? 30 : 40
    #expect(NapEffects().buffer(asleep: .minutes(asleep)) == .minutes(expected))
  }

  @Test("No nap where there is no time, and no trap at the ends of time")
  func bounds() {
    let course = PlannedAlertness(from: 0)
    for (start, end) in [
      (Int32.max - 1000, Int32.max), (Int32.min, Int32.max), (0, 0), (100, 50), (0, 18_000),
    ] as [(Int32, Int32)] {
      let duty = WorkInterval(start: start, end: end)
      let search = NapSearch(on: duty, in: course)
      #expect(search.costWithout.isFinite)
      #expect(search.candidates.allSatisfy { $0.start >= start && $0.end <= end })
    }
    var rules = NapRules()
    rules.lengths = [.minutes(0), .minutes(-20), .hours(500)]
    #expect(
      NapSearch(on: WorkInterval(start: 82_800, end: 111_600), in: course, rules: rules)
        .candidates.isEmpty)
  }

  @Test("The ward's clock bounds the first nap")
  func earliest() throws {
    var rules = NapRules()
    let duty = WorkInterval(start: 82_800, end: 111_600)
    #expect(rules.earliest(on: duty, zone: NapVectors.zone, origin: NapVectors.origin) == 84_600)
    rules.notBefore = 3600
    #expect(rules.earliest(on: duty, zone: NapVectors.zone, origin: NapVectors.origin) == 90_000)
    rules.notBefore = 12 * 3600
    #expect(rules.earliest(on: duty, zone: NapVectors.zone, origin: NapVectors.origin) == nil)
  }
}
