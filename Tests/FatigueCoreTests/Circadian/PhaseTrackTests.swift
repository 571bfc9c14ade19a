import Testing

@testable import FatigueCore

@Suite struct PhaseTrackTests {
  @Test("Duties, sleep and season give the reference's phases", arguments: PlannerCase.all)
  func plannerCases(planned: PlannerCase) throws {
    // The reference's last pass lengthens the recovery sleep of C12 once more, after its phases were read.
    let settled = planned.id != "C12"
    for model in PacemakerModel.band {
      var pacemaker = Pacemaker(model)
      let base = pacemaker.baseline(planned.habit)
      let expected =
        model == .primary
        ? planned.delayWith : try #require(planned.delayWithOtherModels[model.rawValue])
      let track = pacemaker.phases(
        planned.light(withPlan: true), from: base, zone: planned.zone)
      try #require(track.readings.count == expected.count)
      for (reading, shift) in zip(track.readings, expected) {
        // The other models are written with two digits.
        #expect(abs(reading.shift - shift) < (!settled ? 0.1 : model == .primary ? 0.003 : 0.01))
      }
      guard model == .primary else { continue }
      let without = pacemaker.phases(
        planned.light(withPlan: false), from: base, zone: planned.zone)
      for (reading, shift) in zip(without.readings, planned.delayWithout) {
        #expect(abs(reading.shift - shift) < (settled ? 0.003 : 0.03))
      }
    }
  }

  @Test("There are twelve cases")
  func twelve() { #expect(PlannerCase.all.count == 12) }

  @Test("Between two readings the shift goes straight; outside it stays")
  func interpolates() throws {
    let planned = try #require(PlannerCase.all.first)
    var pacemaker = Pacemaker()
    let base = pacemaker.baseline(planned.habit)
    let track = pacemaker.phases(planned.light(withPlan: true), from: base, zone: planned.zone)
    let readings = track.readings
    #expect(track.shift(at: planned.start) == readings[0].shift)
    #expect(track.shift(at: planned.start + .hours(16)) == readings[0].shift)
    let middle = track.shift(at: planned.start + .hours(28))
    #expect(abs(middle - (readings[0].shift + readings[1].shift) / 2) < 1e-12)
    #expect(track.shift(at: planned.start + .hours(9000)) == readings[readings.count - 1].shift)
  }

  @Test("An unchanged life moves nothing, and the band is narrow then")
  func still() throws {
    let planned = try #require(PlannerCase.all.first)
    let habit = planned.habit
    var days = LightSchedule(start: habit.start)
    for _ in 0..<10 {
      for i in habit.stretches.indices {
        let stretch = habit.stretches[i]
        days.append(lux: stretch.lux, asleep: stretch.asleep, steps: habit.steps(of: i).count)
      }
    }
    let band = PhaseBand(days, habit: habit, zone: planned.zone)
    for reading in band.tracks[0].readings {
      let range = band.range(at: reading.at)
      #expect(range.lowerBound > -1e-4 && range.upperBound < 1e-4)
    }
  }

  @Test("In spring the body clock is an hour late, in autumn an hour early, and catches up")
  func clockChange() throws {
    for (month, day, change) in [(3, 25, 1.0), (10, 21, -1.0)] {
      let date = try #require(CivilDate(year: 2026, month: month, day: day))
      let habitual = Daylight(site: .oslo, sky: .partly, zone: .oslo, date: date)
      var builder = LightScheduleBuilder(settings: LightSettings(), daylight: habitual)
      var habit = LightSchedule(start: habitual.start)
      let night = [
        SleepSpan(onset: -3600, wake: 25_200), SleepSpan(onset: 82_800, wake: 111_600),
      ]
      builder.fill(&habit, sleeps: night, origin: habitual.start)
      #expect(habit.count == 288)
      // Asleep 23–07 by the wall clock, for 24 days.
      let start = Zone.oslo.startOfDay(date)
      let end = Zone.oslo.startOfDay(date + 24)
      let daylight = Daylight(
        site: .oslo, sky: .partly, zone: .oslo, start: start,
        steps: Int((end - start).seconds) / LightSchedule.step)
      func seconds(_ day: Int, _ hour: Int) -> Int32 {
        let civil = CivilTime(date + day, secondOfDay: hour * 3600)
        return Int32((Zone.oslo.resolve(civil).instant - start).seconds)
      }
      let sleeps = (-1..<24).map {
        SleepSpan(onset: seconds($0, 23), wake: seconds($0 + 1, 7))
      }
      builder = LightScheduleBuilder(settings: LightSettings(), daylight: daylight)
      var light = LightSchedule(start: start)
      builder.fill(&light, sleeps: sleeps, origin: start)
      var pacemaker = Pacemaker()
      let base = pacemaker.baseline(habit)
      let track = pacemaker.phases(light, from: base, zone: .oslo)
      #expect(track.readings.count == 24)
      // The clock is changed in the night to day 4.
      #expect(abs(track.readings[3].shift) < 0.05)
      #expect(track.readings[4].shift / change > 0.7 && track.readings[4].shift / change < 1.05)
      #expect(abs(track.readings[20].shift) < 0.25)
      // At the change itself the shift jumps by the hour, and nowhere else.
      let moment = Zone.oslo.resolve(CivilTime(date + 4, secondOfDay: 12 * 3600)).instant
      let before = Zone.oslo.resolve(CivilTime(date + 3, secondOfDay: 12 * 3600)).instant
      var last = track.shift(at: before)
      var jumps = 0
      for minute in 1...Int((moment - before).seconds / 60) {
        let now = track.shift(at: before + .minutes(Int64(minute)))
        if abs(now - last) > 0.5 { jumps += 1 }
        last = now
      }
      #expect(jumps == 1)
    }
  }
}
