import Foundation
import Testing

@testable import FatigueCore

/// What has to hold of every plan, on random rosters of 18 days at eight places in all seasons
/// (`FATIGUE_PLANS` of them for each of 40 seeds; 2 unless it is set, 25 for a thousand).
@Suite struct PlanPropertyTests {
  static let plansPerSeed =
    ProcessInfo.processInfo.environment["FATIGUE_PLANS"].flatMap(Int.init) ?? 2

  static let sites = [
    (58.147, 7.996), (59.9139, 10.7522), (60.3929, 5.3241), (63.4305, 10.3951),
    (67.2804, 14.4049), (69.6496, 18.956), (69.7271, 30.045), (78.2232, 15.6267),
  ]

  /// A place, a season, and its planner.
  struct Place {
    var zone: Zone
    var origin: Instant
    var settings = ProtocolSettings()
    var planner: NightPlanner

    /// - Parameter east: degrees further east, in a zone that is as much ahead.
    init(seed: UInt64, east: Double = 0) {
      var random = SplitMix(seed)
      let site = PlanPropertyTests.sites[Int(seed) % PlanPropertyTests.sites.count]
      settings.site = Site(latitude: site.0, longitude: site.1 + east)
      zone = Zone(name: "test", fixedOffset: 3600 + Int32(east * 240))
      let newYear = CivilDate(year: 2026, month: 1, day: 1) ?? CivilDate(days: 0)
      let date = newYear + Int.random(in: 0..<365, using: &random)
      origin = zone.startOfDay(date)
      planner = NightPlanner(
        settings: settings, zone: zone, origin: origin, first: date, days: 22)
    }

    func person(_ random: inout SplitMix) -> PlanPerson {
      var duties: [PlanDuty] = []
      var day = 0
      // Hours of start and length.
      let kinds = [(7, 8), (15, 8), (22, 9), (23, 8), (21, 10), (19, 12), (7, 12)]
      while day < 16 {
        let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
        for _ in 0..<Int.random(in: 1...6, using: &random) where day < 17 {
          let start =
            Int32(day * 24 + kind.0) * 3600 + Int32.random(in: -6...6, using: &random) * 300
          let end = start + Int32(kind.1) * 3600
          day += 1
          if let last = duties.last, start - last.span.end < 8 * 3600 { continue }
          duties.append(
            PlanDuty(WorkInterval(start: start, end: end), zone: zone, origin: origin))
        }
        day += Int.random(in: 0...3, using: &random)
      }
      var person = PlanPerson(duties: duties)
      person.choices.commuteMode = CommuteMode.allCases.randomElement(using: &random) ?? .car
      person.sleep.commute = .minutes(Int64.random(in: 1...9, using: &random) * 5)
      person.choices.avoidsBrightLight = Int.random(in: 0..<5, using: &random) == 0
      person.ward.brightLight = BrightSource.allCases.randomElement(using: &random) ?? .lightbox
      if person.ward.brightLight == .ceiling { person.ward.brightLux = 1000 }
      return person
    }
  }

  @Test("Work soon after nights: no plan is worse than none", arguments: UInt64(101)...120)
  func soonAfter(seed: UInt64) {
    var place = Place(seed: seed)
    var random = SplitMix(seed)
    for number in 0..<Self.plansPerSeed {
      var duties: [PlanDuty] = []
      var day = 1
      while day < 15 {
        let nights = Int.random(in: 1...7, using: &random)
        for _ in 0..<nights {
          let start = Int32(day * 24 + Int.random(in: 20...23, using: &random)) * 3600
          let end = start + Int32.random(in: 8...10, using: &random) * 3600
          duties.append(
            PlanDuty(
              WorkInterval(start: start, end: end), zone: place.zone, origin: place.origin))
          day += 1
        }
        // A course or an evening on the same day, or work by day on one of the next.
        let after = [0, 0, 1, 2, 3].randomElement(using: &random) ?? 0
        let start =
          Int32((day + after) * 24 + Int.random(in: (after == 0 ? 10 : 7)...16, using: &random))
          * 3600
        let end = start + Int32.random(in: 2...8, using: &random) * 3600
        if let last = duties.last, start - last.span.end >= 3600 {
          duties.append(
            PlanDuty(
              WorkInterval(start: start, end: end), zone: place.zone, origin: place.origin))
        }
        day += after + Int.random(in: 1...3, using: &random)
      }
      var person = PlanPerson(duties: duties)
      person.choices.commuteMode = CommuteMode.allCases.randomElement(using: &random) ?? .car
      guard let plan = place.planner.plan(person) else { continue }
      notWorse(plan, person, "seed \(seed), person \(number)")
    }
  }

  /// P13: nobody is sleepier on a night, at its worst, for having followed a plan.
  private func notWorse(_ plan: PersonProtocol, _ person: PlanPerson, _ what: Comment) {
    for night in plan.nights { #expect(night.gain.peak.with <= night.gain.peak.without, what) }
  }

  @Test("P1–P9 and P11 on random rosters", arguments: UInt64(1)...40)
  func properties(seed: UInt64) throws {
    var place = Place(seed: seed)
    var further = Place(seed: seed, east: 15)
    var random = SplitMix(seed &+ 1000)
    for number in 0..<Self.plansPerSeed {
      let person = place.person(&random)
      guard let plan = place.planner.plan(person) else { continue }
      let what: Comment = "seed \(seed), person \(number)"
      light(plan, person, what)
      naps(plan, person, place, what)
      sleep(plan, person, what)
      notWorse(plan, person, what)
      for night in plan.nights where night.duty.length >= 6 * 3600 {
        #expect(night.gain.worst.with < night.gain.worst.without, what)  // P7
      }
      guard number == 0 else { continue }
      let elsewhere = further.planner.plan(person)
      let other = try #require(elsewhere)
      for (day, same) in zip(plan.days, other.days) {
        #expect(abs(day.shift - same.shift) < 0.02, what)  // P11
      }
      var without = person
      without.ward.hasNapPlace = false
      let noNap = place.planner.plan(without)
      let less = try #require(noNap)
      let gains = [plan, less].map {
        $0.nights.reduce(0) { $0 + $1.gain.costWithout - $1.gain.cost }
      }
      #expect(gains[1] <= gains[0] + 0.01, what)  // P8
    }
  }

  private func light(_ plan: PersonProtocol, _ person: PlanPerson, _ what: Comment) {
    // Permanent nights are half-way to night whatever the length of their blocks.
    let isPermanent = plan.blocks.contains { $0.reasons.contains(.permanentNights) }
    let isShort = !isPermanent && plan.blocks.allSatisfy { $0.nights.count <= 3 }
    for block in plan.blocks {
      let pulses = plan.nights[block.nights].flatMap(\.light).filter { $0.kind == .bright }
      if block.nights.count <= 3, !isPermanent { #expect(pulses.isEmpty, what) }  // P1
      if person.choices.avoidsBrightLight { #expect(pulses.isEmpty, what) }  // P6
      let first = plan.nights[block.nights.lowerBound]
      let shifts = shifts(plan, first)
      if isShort, let start = shifts.first {
        // Many evenings before the nights may have moved it too.
        for shift in shifts.prefix(block.nights.count + 1) {
          #expect(abs(shift - start) < 2, what)  // P1
        }
      }
      // Light is sought until 3 h before the end at the latest: nights that end before seven get less.
      let isLate = plan.nights[block.nights].allSatisfy { $0.duty.end % 86_400 >= 7 * 3600 }
      if isLate, block.strategy == .compromise, let start = shifts.first, abs(start) < 1 {
        for (before, after) in zip(shifts, shifts.dropFirst()).prefix(min(4, block.nights.count)) {
          #expect((0.3...1.6).contains(after - before), what)  // P4
        }
      }
    }
  }

  /// At 16:00 of the day of a night and of those after it.
  private func shifts(_ plan: PersonProtocol, _ first: NightPlan) -> [Double] {
    let day = Int(first.duty.start) / 86_400
    return plan.days.filter { Int($0.at) / 86_400 >= day }.map(\.shift)
  }

  private func naps(
    _ plan: PersonProtocol, _ person: PlanPerson, _ place: Place, _ what: Comment
  ) {
    for night in plan.nights {
      let way = Int32(person.commute.length.seconds)
      if let nap = night.dutyNap {
        let midnight = (night.duty.start / 86_400 + 1) * 86_400
        if night.duty.start % 86_400 >= 19 * 3600 {
          #expect(nap.span.start >= midnight - 1800, what)  // P2
          #expect(nap.span.start <= midnight + 5 * 3600 + 900, what)
        }
        #expect(nap.span.end <= night.duty.end - 2 * 3600, what)
        #expect(nap.bufferUntil - nap.span.end >= 900, what)  // P9
        #expect(
          NapEffects().buffer(asleep: .minutes(80)) > NapEffects().buffer(asleep: .minutes(15)))
      }
      if let nap = night.homeNap {
        #expect(nap.span.end <= night.duty.start - way, what)  // P3
        let rise = (night.melatonin * 3600).truncatingRemainder(dividingBy: 86_400)
        let day = Double(night.duty.start / 86_400) * 86_400
        for rise in [rise + day, rise + day + 86_400] {
          let zone = (rise - 3 * 3600)...rise
          #expect(
            Double(nap.span.end) <= zone.lowerBound + 2
              || Double(nap.span.start) >= zone.upperBound - 2,
            what)
        }
      }
      if night.glasses != nil {
        let from = place.origin + Elapsed(seconds: Int64(night.duty.end))
        let most = stride(from: 0, through: Int64(way), by: 300).map {
          Sun.elevation(at: from + Elapsed(seconds: $0), place.settings.site)
        }.max()
        #expect((most ?? -90) > -6, what)  // P5
      }
    }
  }

  /// P3
  private func sleep(_ plan: PersonProtocol, _ person: PlanPerson, _ what: Comment) {
    let way = Int32(person.commute.length.seconds)
    for sleep in plan.sleeps + plan.sleepsWithout.map({ PlannedAlertness.Sleep($0, isNap: false) })
    {
      #expect(sleep.span.onset < sleep.span.wake, what)
      for duty in person.duties {
        let isOnDuty =
          sleep.isNap && duty.isNight
          && sleep.span.onset >= duty.span.start && sleep.span.wake <= duty.span.end
        #expect(
          isOnDuty || sleep.span.wake <= duty.span.start - way
            || sleep.span.onset >= duty.span.end + way, what)
      }
    }
    for (a, b) in zip(plan.sleeps, plan.sleeps.dropFirst()) {
      #expect(a.span.wake <= b.span.onset, what)
    }
  }
}
