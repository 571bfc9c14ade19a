import FatigueCore

/// The body clock of a few people over the whole roster, by light.
struct ClockStages {
  private let daylight: Daylight
  private let habit: LightSchedule
  private var lives: [(work: [WorkInterval], sleeps: [SleepSpan], light: LightSchedule)] = []
  private let origin: Instant

  /// People looked at; others take as long.
  private static let people = 10

  var personYears: Double {
    Double(lives.count) * Double(daylight.lux.count) / 288 / 365.25
  }

  init(_ roster: Roster, days: Int) {
    origin = roster.origin
    let date = roster.zone.civil(roster.origin).date
    daylight = Daylight(
      site: .oslo, sky: .partly, zone: roster.zone, start: roster.zone.startOfDay(date),
      steps: days * 288)
    let usual = Daylight(site: .oslo, sky: .partly, zone: roster.zone, date: date)
    var builder = LightScheduleBuilder(settings: LightSettings(), daylight: usual)
    var habit = LightSchedule(start: usual.start)
    builder.fill(
      &habit,
      sleeps: [SleepSpan(onset: -3000, wake: 25_500), SleepSpan(onset: 83_400, wake: 111_900)],
      origin: usual.start)
    self.habit = habit
    builder = LightScheduleBuilder(settings: LightSettings(), daylight: daylight)
    let predictor = SleepPredictor()
    var clock = ZoneCursor(roster.zone)
    var timeline = PersonTimeline()
    var history = SleepHistory()
    for person in roster.people.indices.prefix(Self.people) {
      timeline.fill(roster, person: person, clock: &clock)
      let work = timeline.blocks.map { WorkInterval(start: $0.start, end: $0.end) }
      predictor.predict(work: work.span, origin: roster.origin, zone: roster.zone, into: &history)
      let sleeps = history.episodes.map { SleepSpan(onset: $0.onset, wake: $0.wake) }
      var light = LightSchedule(start: daylight.start)
      builder.fill(&light, work: work, sleeps: sleeps, origin: origin)
      lives.append((work, sleeps, light))
    }
  }

  /// Daylight of one place, for everybody there.
  func sky() -> Int {
    Daylight(
      site: daylight.site, sky: .partly, zone: daylight.zone, start: daylight.start,
      steps: daylight.lux.count
    ).lux.count
  }

  func schedules() -> Int {
    var builder = LightScheduleBuilder(settings: LightSettings(), daylight: daylight)
    var light = LightSchedule(start: daylight.start)
    var total = 0
    for life in lives {
      builder.fill(&light, work: life.work, sleeps: life.sleeps, origin: origin)
      total += light.stretches.count
    }
    return total
  }

  /// One model: the entrained start, then every day's phase.
  func phases(_ model: PacemakerModel) -> Int {
    var total = 0
    for life in lives {
      var pacemaker = Pacemaker(model)
      let base = pacemaker.baseline(habit)
      total += pacemaker.phases(life.light, from: base, zone: daylight.zone).readings.count
    }
    return total
  }

  func report(_ repetitions: Int) {
    guard personYears > 0 else { return }
    print(
      "\nbody clock by light, ms per person-year (at most 10, \(lives.count) people; daylight: per place)"
    )
    func row(_ name: String, _ years: Double, _ work: () -> Int) {
      let sample = Sample.of(repetitions, work)
      print(
        Table.left(name, 52) + Table.right(Table.number(Double(sample.median) / 1e6 / years, 2), 8)
          + Table.right("±" + Table.number(sample.spread, 0) + " %", 8))
    }
    row("daylight", personYears / Double(lives.count), sky)
    row("light schedule", personYears, schedules)
    for model in PacemakerModel.band {
      row("pacemaker with daily phase, \(model.rawValue)", personYears) { phases(model) }
    }
  }
}
