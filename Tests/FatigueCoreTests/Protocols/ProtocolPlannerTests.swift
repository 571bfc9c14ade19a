import Testing

@testable import FatigueCore

/// Plans from a roster: clock changes, nights that start in the small hours, and rows nobody means.
@Suite struct ProtocolPlannerTests {
  /// Duties of one person, as local date, second of the day and length in seconds.
  static func roster(
    _ duties: [(day: Int, from: Int, length: Int)], year: Int = 2026, month: Int = 3, day: Int = 20,
    kind: ShiftKind = .work
  ) throws -> Roster {
    var builder = RosterBuilder(zone: .oslo)
    let first = CivilDate(year: year, month: month, day: day) ?? CivilDate(days: 0)
    let person = builder.person(Person(number: "1", name: "Kari"))
    for duty in duties {
      let date = first + duty.day
      let start = Zone.oslo.resolve(CivilTime(date, secondOfDay: duty.from)).instant
      guard let from = builder.seconds(start, on: date),
        let to = builder.seconds(start + Elapsed(seconds: Int64(duty.length)), on: date)
      else { continue }
      builder.append(Shift(start: from, end: to, person: person, kind: kind), startingOn: date)
    }
    let roster = builder.build()
    return try #require(roster)
  }

  static func plan(_ roster: Roster) -> PersonProtocol? {
    var planner = ProtocolPlanner(roster)
    return planner.plan(0)
  }

  @Test("The body clock is an hour late after spring, and the plan keeps to the wall clock")
  func clockChange() throws {
    // Nights that start on 27, 28 (an hour shorter) and 29 March 2026.
    let roster = try Self.roster([7, 8, 9].map { ($0, 23 * 3600, ($0 == 8 ? 7 : 8) * 3600) })
    let result = Self.plan(roster)
    let plan = try #require(result)
    #expect(plan.nights.count == 3)
    for night in plan.nights {
      let nap = try #require(night.dutyNap)
      let clock = roster.civil(nap.span.start)
      #expect(clock.hour < 5 && nap.span.end <= night.duty.end - 7200)
    }
    #expect(roster.civil(plan.nights[1].duty.end).hour == 7)
    // A free week with the change in it: later by nearly the hour, then caught up with.
    let quiet = Self.plan(try Self.roster([(0, 23 * 3600, 8 * 3600), (18, 23 * 3600, 8 * 3600)]))
    let days = try #require(quiet?.days)
    let spring = try #require(CivilDate(year: 2026, month: 3, day: 29))
    let before = try #require(days.first { $0.date == spring + -1 })
    let after = try #require(days.first { $0.date == spring })
    #expect(after.shift - before.shift > 0.6)
    #expect(try #require(days.first { $0.date == spring + 7 }).shift < after.shift)
  }

  @Test(
    "The low point is the body's: an hour later on the clock in the spring night, earlier in autumn",
    arguments: [(3, 26, 1.0), (10, 22, -1.0)])
  func lowPoint(_ month: Int, _ day: Int, _ change: Double) throws {
    // The clock is changed in the third of the nights.
    let roster = try Self.roster(
      (0..<3).map { ($0, 23 * 3600, ($0 == 2 ? 8 - Int(change) : 8) * 3600) }, month: month,
      day: day)
    let plan = try #require(Self.plan(roster))
    let lows = plan.nights.map(\.lowPoint)
    #expect(abs(lows[2] - lows[1] - change) < 0.4)
    #expect(abs(lows[1] - lows[0]) < 0.4)
    // Ordinary light until two hours before it, whatever the clock does.
    let light = plan.nights.compactMap { night in
      night.light.first { $0.kind == .task }.map { $0.span.end - night.duty.start }
    }
    #expect(light.count == 3 && abs(light[2] - light[1]) <= 1500)
  }

  @Test("A course or an evening on the day of the last night: the sleep before it is not cut short")
  func workTheSameDay() throws {
    for start in [13, 15, 17] {
      let roster = try Self.roster([
        (3, 22 * 3600, 9 * 3600), (4, 22 * 3600, 9 * 3600), (5, start * 3600, 6 * 3600),
      ])
      let plan = try #require(Self.plan(roster))
      let after = try #require(plan.nights.last?.sleepAfter)
      #expect(after.wake - after.onset > 3 * 3600, "\(start)")
      #expect(plan.nights[1].sleepCap == nil && plan.blocks[0].sleep == .uncut)
      let soon = try #require(plan.blocks[0].workTooSoon)
      #expect(soon.start == plan.nights[1].duty.end + Int32(start - 7) * 3600)
      #expect(soon.sleep.seconds == Int64(after.wake - after.onset))
    }
    // With the day off the short sleep stays.
    let free = Self.plan(try Self.roster([(3, 22 * 3600, 9 * 3600), (7, 7 * 3600, 8 * 3600)]))
    #expect(free?.nights[0].sleepCap != nil && free?.blocks[0].sleep == .planned)
    #expect(free?.blocks[0].workTooSoon == nil)
  }

  @Test("Permanent nights hold the rhythm between blocks; others go back to days")
  func freeNights() throws {
    let permanent = Self.plan(
      try Self.roster((0..<15).filter { $0 % 7 < 5 }.map { ($0, 22 * 3600, 9 * 3600) }))
    for block in try #require(permanent?.blocks) {
      #expect(block.holdsRhythm && block.wayBackKind == .freeNights)
      let beds = block.wayBack.map { $0.bed % 86_400 }
      #expect(!beds.isEmpty && Set(beds).count == 1)
    }
    let back = Self.plan(
      try Self.roster((0..<5).map { ($0, 22 * 3600, 9 * 3600) } + [(12, 7 * 3600, 8 * 3600)]))
    #expect(back?.blocks.first?.wayBackKind == .backToDays)
  }

  @Test("Recorded sleep stands instead of prediction, and what was slept gets no advice")
  func recorded() throws {
    let roster = try Self.roster((0..<4).map { ($0, 22 * 3600, 9 * 3600) })
    let free = try #require(Self.plan(roster))
    // Two days of a log: five hours after the first night, none on duty.
    let first = free.nights[0].duty
    let episodes = [
      SleepRecord.Episode(onset: first.start - 54_000, wake: first.start - 36_000),
      SleepRecord.Episode(onset: first.end + 7200, wake: first.end + 14_400),
    ]
    var planner = ProtocolPlanner(
      roster, recorded: RecordedSleep([0: SleepRecord(episodes)]))
    let result = planner.plan(0)
    let plan = try #require(result)
    for episode in episodes {
      let span = SleepSpan(onset: episode.onset, wake: episode.wake)
      #expect(plan.sleepsWithout.contains(span))
      #expect(plan.sleeps.contains { $0.span == span })
    }
    #expect(plan.nights[0].homeNap == nil && plan.nights[0].dutyNap == nil)
    #expect(plan.nights[1].dutyNap != nil)
  }

  @Test("What lies around the roster's dates is worked, and only its own nights get a plan")
  func surroundings() throws {
    let roster = try Self.roster([(0, 22 * 3600, 9 * 3600), (6, 7 * 3600, 8 * 3600)])
    let repeated = roster.repeating(every: 7)
    let plan = try #require(Self.plan(repeated))
    #expect(plan.nights.count == 1)
    #expect(plan.nights[0].duty.start == Self.plan(roster)?.nights[0].duty.start)
    // The day before the first night is worked in the copy.
    #expect(plan.sleepsWithout.count > 20)
    let ward = RosterPlan(repeated)
    #expect(ward.people[0]?.nights.count == 1)
  }

  @Test("A time in which the clock is changed stands with its length, others without")
  func lengths() throws {
    // From midnight of 28 March 2026.
    let roster = try Self.roster([(8, 22 * 3600, 9 * 3600)])
    let changed = AdviceText.span(WorkInterval(start: 92_400, end: 93_600), roster)
    #expect(changed.nb == "01:40–03:00 (20 min)")
    let plain = AdviceText.span(WorkInterval(start: 80_000 - 800, end: 80_400), roster)
    #expect(plain.en == "22:00–22:20")
  }

  @Test("A night that starts after midnight has its nap the day before")
  func smallHours() throws {
    let roster = try Self.roster([(3, 0, 8 * 3600), (4, 1800, 8 * 3600)])
    let result = Self.plan(roster)
    let plan = try #require(result)
    #expect(plan.blocks.map(\.nights) == [0..<2])
    let nap = try #require(plan.nights[0].homeNap)
    #expect((13..<23).contains(roster.civil(nap.span.start).hour))
    #expect(nap.span.end <= plan.nights[0].duty.start - 3600 - 1800)
    #expect(plan.nights[0].dutyNap != nil)
  }

  @Test("A call-out from home gets no nap, and somebody without nights no plan")
  func calledOut() throws {
    let called = Self.plan(try Self.roster([(3, 3600, 8 * 3600)], kind: .callOut))
    #expect(called?.nights.map { $0.homeNap == nil } == [true])
    #expect(Self.plan(try Self.roster([(0, 8 * 3600, 8 * 3600)])) == nil)
  }

  @Test("A block of five nights says what one night fewer would give")
  func oneNightFewer() throws {
    let five = Self.plan(try Self.roster((0..<5).map { ($0, 23 * 3600, 8 * 3600) }))
    let block = try #require(five?.blocks.first)
    let fewer = try #require(block.oneNightFewer)
    #expect(block.isOrganisational)
    #expect(fewer.costThen < fewer.cost && fewer.worstThen <= fewer.worst)
    #expect(fewer.shiftThen < fewer.shift)
    let three = Self.plan(try Self.roster((0..<3).map { ($0, 23 * 3600, 8 * 3600) }))
    #expect(three?.blocks.first?.oneNightFewer == nil)
  }

  @Test("The ward's word goes before the best nap, also when it is none that was tried")
  func assigned() throws {
    let roster = try Self.roster([(0, 23 * 3600, 8 * 3600), (1, 23 * 3600, 8 * 3600)])
    var planner = ProtocolPlanner(roster)
    let free = planner.plan(0)
    let first = try #require(free?.nights[0].duty.start)
    let second = try #require(free?.nights[1].duty.start)
    let plan = planner.plan(
      0,
      assigned: [first: .at(first + 1800, .minutes(20)), second: .leftOut(.noTime)])
    #expect(plan?.nights[0].dutyNap?.span.start == first + 1800)
    #expect(plan?.nights[1].dutyNap == nil)
    for wrong in [first - 300, first + 8 * 3600, Int32.max] {
      let other = planner.plan(0, assigned: [first: .at(wrong, .minutes(20))])
      #expect(other?.nights[0].dutyNap == nil)
    }
  }

  @Test("Rows nobody means, seeds 1–24", arguments: 1...24)
  func hostile(seed: UInt64) throws {
    var random = SplitMix(seed)
    let roster = try Self.roster(
      (0..<Int.random(in: 1...20, using: &random)).map { _ in
        (
          Int.random(in: 0...20, using: &random), Int.random(in: 0..<86_400, using: &random),
          [1, 600, 28_800, 43_200, 100_000, 400_000].randomElement(using: &random) ?? 1
        )
      }, year: 2026, month: Int.random(in: 1...12, using: &random), day: 20)
    var settings = ProtocolSettings()
    settings.site = Site(latitude: Double.random(in: -90...90, using: &random), longitude: 179)
    let odd: [Int64] = [.min, -1, 0, 1, 400, 90_000, .max]
    func any() -> Elapsed { Elapsed(seconds: odd.randomElement(using: &random) ?? 0) }
    settings.sleep.commute = any()
    settings.sleep.latency = any()
    settings.sleep.preparation = any()
    settings.sleep.need = any()
    settings.sleep.habitualBedtime = Int.random(in: -100_000...200_000, using: &random)
    settings.naps.length = any()
    settings.ward.naps.lengths = [any(), any(), .minutes(30)]
    settings.ward.naps.notBefore = [nil, .min, 0, 90_000].randomElement(using: &random) ?? nil
    settings.ward.brightLux = [-1, 0, .infinity, .nan, 1e9].randomElement(using: &random) ?? 0
    settings.target = [-.infinity, .nan, 3, 1e9].randomElement(using: &random) ?? 0
    settings.lastSleepByDay = any()
    let plan = RosterPlan(roster, settings: settings)
    for night in plan.people[0]?.nights ?? [] {
      #expect(night.gain.worst.with.raw.isFinite && night.lowPoint.isFinite)
    }
  }
}
