import Testing

@testable import FatigueCore

@Suite struct LightScheduleTests {
  private let start = Zone.oslo.startOfDay(CivilDate(days: 20_600))  // 2026-05-27

  private func schedule(
    work: [WorkInterval] = [], sleeps: [SleepSpan] = [], commute: Commute = Commute(),
    plan: LightPlan = LightPlan(), settings: LightSettings = LightSettings()
  ) -> LightSchedule {
    let daylight = Daylight(site: .oslo, sky: .partly, zone: .oslo, start: start, steps: 576)
    var builder = LightScheduleBuilder(settings: settings, daylight: daylight)
    var light = LightSchedule(start: start)
    // Twice: what was there before leaves no trace.
    builder.fill(
      &light, work: work, sleeps: [SleepSpan(onset: 0, wake: 86_400)], origin: start)
    builder.fill(
      &light, work: work, sleeps: sleeps, commute: commute, plan: plan, origin: start)
    #expect(light.count == 576)
    return light
  }

  private func lux(_ light: LightSchedule, _ hour: Double) -> Double {
    let step = Int(hour * 12)
    return light.stretches.last { $0.first <= step }?.lux ?? .nan
  }

  @Test("A free day: 50 lx in the evening, 150 lx by day, outdoors at noon, dark asleep")
  func freeDay() {
    let light = schedule(sleeps: [SleepSpan(onset: -3600, wake: 7 * 3600 + 60)])
    #expect(lux(light, 3) == 0)
    // The step in which one wakes is not slept through.
    #expect(lux(light, 7) == 150)
    #expect(lux(light, 12.25) == 10_000)
    #expect(lux(light, 20.9) == 150)
    #expect(lux(light, 21) == 50)
    #expect(light.stretches[0].asleep && !light.stretches[1].asleep)
  }

  @Test("A night duty in May: ward light, bright way home, less of it through glasses")
  func night() {
    let work = [WorkInterval(start: 23 * 3600, end: 31 * 3600)]
    let bare = schedule(work: work)
    #expect(lux(bare, 22.6) >= 20)
    #expect(lux(bare, 26) == 100)
    #expect(lux(bare, 31.2) > 2000)
    var plan = LightPlan()
    plan.glassesAfter = [31 * 3600]
    plan.doses = [.init(start: 25 * 3600, end: 25 * 3600 + 900, lux: 4100)]
    let planned = schedule(work: work, plan: plan)
    #expect(abs(lux(planned, 31.2) / lux(bare, 31.2) - 0.15) < 1e-12)
    // At home it is kept dim for half an hour.
    #expect(lux(planned, 31.75) == 50 && lux(bare, 31.75) == 150)
    #expect(lux(planned, 25.1) == 4100 && lux(planned, 25.3) == 100)
  }

  @Test("The way: a bike sees more of the sky than a bus; darkness leaves the street lights")
  func commutes() {
    let work = [WorkInterval(start: 15 * 3600, end: 22 * 3600)]
    let bike = schedule(work: work, commute: Commute(mode: .bike, length: .minutes(20)))
    let bus = schedule(work: work, commute: Commute(mode: .transit, length: .minutes(20)))
    #expect(lux(bike, 14.8) == 10_000)
    #expect(lux(bus, 14.8) < 10_000 && lux(bus, 14.8) > 3000)
    #expect(lux(bike, 14.6) == 150)
    #expect(lux(schedule(work: [WorkInterval(start: 3600, end: 7200)]), 0.9) == 20)
  }

  @Test("Every number can be replaced")
  func settings() {
    var settings = LightSettings()
    settings.wardNight = 7
    settings.homeEvening = 8
    settings.bedroom = 2
    settings.eyeShares = [.car: 0]
    let light = schedule(
      work: [WorkInterval(start: 23 * 3600, end: 31 * 3600)],
      sleeps: [SleepSpan(onset: 3600, wake: 7200)], settings: settings)
    #expect(lux(light, 0) == 8 && lux(light, 1.5) == 2 && lux(light, 25) == 7)
    #expect(lux(light, 31.2) == 20)
  }

  @Test("What lies outside, is empty or is endless does no harm")
  func outside() {
    let far = [
      WorkInterval(start: .min, end: .min + 1), WorkInterval(start: 7200, end: 3600),
      WorkInterval(start: .max - 1, end: .max),
    ]
    let sleeps = [
      SleepSpan(onset: .min, wake: .min), SleepSpan(onset: 900, wake: 0),
      SleepSpan(onset: .max, wake: .max), SleepSpan(onset: 60, wake: 120),
    ]
    var plan = LightPlan()
    plan.doses = [.init(start: .max, end: .min, lux: .nan)]
    let light = schedule(
      work: far, sleeps: sleeps, commute: Commute(length: Elapsed(seconds: .max)), plan: plan)
    #expect(light.stretches.allSatisfy { $0.lux >= 0 && $0.lux <= 10_000 })
    var endless = LightSchedule(start: start)
    endless.append(lux: 1, asleep: false, steps: .max)
    endless.append(lux: 2, asleep: false, steps: .max)
    #expect(endless.count == LightSchedule.longest && endless.stretches.count == 1)
  }
}
