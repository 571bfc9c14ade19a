/// One person's days in order, with the body clock where it was found to be the time before: sleep after
/// sleep, and with a plan the naps of every night.
///
/// The sleep is that of `SleepPredictor` in what it is made of, with what a plan changes: the phase that
/// light gives instead of the wall clock, a short sleep after the last night, set bedtimes on the way back
/// (`spec/light_nap.md` 6.3). Every duty is known beforehand.
struct PlanSimulation: Sendable {
  /// What one run gave.
  struct Run: Sendable {
    var course: PlannedAlertness
    var sleeps: [SleepSpan] = []
    /// By duty.
    var nights: [Int: NightNaps] = [:]
    /// How many stretches of the person's record have been followed, and until when.
    fileprivate var recorded: (count: Int, until: Int) = (0, .min)

    /// Sleeps and naps.
    var allSleep: [SleepSpan] {
      course.episodes.map { SleepSpan(onset: $0.onset, wake: $0.wake) }
    }
  }

  /// The naps of one night.
  struct NightNaps: Sendable {
    /// Of body temperature, hours after the midnight of the night, on the clock of the day before: a body
    /// clock knows no summer time.
    var lowPoint: Double
    /// The same in seconds from the origin, and the earliest it may be.
    var low: (at: Int, earliest: Int)
    var atHome: NapCandidate?
    var onDuty: NapCandidate?
    /// Why there is none on duty.
    var refusal: LeftOut?
    var costWithout: Double?
    var tried: [NapCandidate] = []
  }

  let person: PlanPerson
  let settings: ProtocolSettings
  let zone: Zone
  /// By duty; nil for those that are no nights.
  let strategies: [NightStrategy?]
  /// What the ward's plan says, by the start of the duty.
  let assigned: [Int32: NapAssignment]
  /// Duties that the plan would else leave worse than without: the sleep before them is not cut short, one
  /// goes to bed at the usual time before them, and nights get a nap however little it is worth.
  private(set) var cared: Set<Int> = []
  /// Blocks after and within which one sleeps as without a plan.
  private(set) var natural: Set<Int> = []
  /// No sleep is cut short.
  private(set) var sleepsOut = false
  private let blocks: [NightBlock]
  /// No sleep begins here or later.
  let end: Int
  private var clock: PlanClock
  private let origin: Instant
  /// Set bedtimes, by the day whose evening it is.
  private(set) var setBedtimes: [Int: Int] = [:]
  private let commute: Int
  private let latency: Int
  private let start: Int

  /// - Parameters:
  ///   - first: the first date, in days since 1970.
  ///   - end: of the last date, seconds from the origin.
  init(
    _ person: PlanPerson, blocks: [NightBlock], settings: ProtocolSettings, zone: Zone,
    origin: Instant, first: Int, end: Int, assigned: [Int32: NapAssignment] = [:]
  ) {
    (self.person, self.settings, self.zone) = (person, settings, zone)
    (self.origin, self.end, self.assigned) = (origin, end, assigned)
    self.blocks = blocks
    var strategies = [NightStrategy?](repeating: nil, count: person.duties.count)
    for block in blocks { for i in block.duties { strategies[i] = block.strategy } }
    self.strategies = strategies
    clock = PlanClock(zone: zone, origin: origin)
    commute = SleepPredictor.bounded(person.sleep.commute)
    latency = SleepPredictor.bounded(person.sleep.latency)
    start = clock.seconds(day: first - Self.daysBefore, second: person.waking)
    for block in blocks where block.strategy != .stayDay { setBedtimes(after: block) }
  }

  /// Awake and well rested at the usual hour so many days before the first date.
  private static let daysBefore = 2
  /// Before a call one has less time. `Assumed:` one dresses and goes.
  private static let preparationWhenCalled = 600
  private static let shortestBeforeCall = 3600
  /// A night follows on the last one when it starts within this.
  private static let nextNight = 24 * 3600
  /// Work that starts within this comes before the next night's sleep.
  private static let sameDay = 15 * 3600
  /// A bound: someone who goes to bed wide awake dozes off for a minute at a time, as the model has it.
  private static let mostSleepsADay = 144

  // MARK: Mending

  /// What is done about duties that a plan makes worse, one after another.
  enum Repair: CaseIterable {
    /// For those duties.
    case care
    /// No sleep is cut short at all.
    case sleepOut
    /// The block before them is slept as without a plan.
    case natural
  }

  mutating func mend(_ worse: Set<Int>, _ repair: Repair) {
    cared.formUnion(worse)
    for i in worse {
      let gettingUp = Int(person.duties[i].span.start) - commute - Self.beforeRising
      setBedtimes[clock.evening(gettingUp)] = nil
    }
    if repair != .care { sleepsOut = true }
    guard repair == .natural else { return }
    for i in worse {
      guard let block = blocks.lastIndex(where: { $0.duties.lowerBound <= i }) else { continue }
      natural.insert(block)
    }
    setBedtimes = [:]
    for (number, block) in blocks.enumerated()
    where block.strategy != .stayDay && !natural.contains(number) {
      setBedtimes(after: block)
    }
  }

  /// The evening that someone goes to bed on who gets up for work is that of the time so long before.
  private static let beforeRising = 6 * 3600

  /// The sleep after the last night of a block is as long as it will, where it is else cut short.
  func isUncut(after block: NightBlock) -> Bool {
    guard let last = block.duties.last, block.strategy != .fullDelay else { return false }
    return cap(after: last) == nil
  }

  /// The block of a duty; nil for those that are no nights.
  private func block(of duty: Int) -> Int? { blocks.firstIndex { $0.duties.contains(duty) } }

  // MARK: The way back

  /// Free nights after a block that moved the clock: 03:00, and an hour earlier each night when work by day
  /// or in the evening follows; 03:00 until the next block of nights; when nothing follows two at 03:00.
  private mutating func setBedtimes(after block: NightBlock) {
    let last = block.duties.upperBound - 1
    let next = last + 1 < person.duties.count ? person.duties[last + 1] : nil
    let first = clock.day(Int(person.duties[last].span.end))
    for night in 0..<15 {
      let day = first + night
      let usual = clock.seconds(day: day, second: person.bedtime)
      guard clock.seconds(day: day, second: 0) < end else { return }
      if let next, usual > Int(next.span.end) { return }
      let earlier = next == nil ? max(0, night - 1) : next?.isNight == true ? 0 : night
      let bed = clock.seconds(day: day + 1, second: (3 - earlier) * 3600)
      if bed > usual { setBedtimes[day] = bed }
    }
  }

  private mutating func bedtime(_ day: Int) -> Int {
    setBedtimes[day] ?? clock.seconds(day: day, second: person.bedtime)
  }

  // MARK: The days

  /// - Parameter withPlan: naps, the short sleep after the last night and the way back.
  mutating func run(_ phase: PhaseCurve, shiftAt: (Int) -> Double, withPlan: Bool) -> Run {
    var run = Run(
      course: PlannedAlertness(
        from: Int32(clamping: start), phase: phase, effects: settings.effects))
    for i in 0...person.duties.count {
      let next = i < person.duties.count ? person.duties[i] : nil
      let previous = i > 0 ? person.duties[i - 1] : nil
      spendFreeTime(
        Free(
          after: previous, before: next,
          cap: withPlan && i > 0 ? cap(after: i - 1) : nil, withPlan: withPlan), &run)
      guard let next else { break }
      if withPlan, next.isNight { run.nights[i] = naps(i, shiftAt, &run) }
    }
    return run
  }

  private struct Free {
    var after: PlanDuty?
    var before: PlanDuty?
    /// Seconds of the first sleep.
    var cap: Int?
    var withPlan: Bool
  }

  /// Seconds of the sleep after a night; nil where it may be as long as it will.
  func cap(after i: Int) -> Int? {
    guard !sleepsOut, let strategy = strategies[i], !cared.contains(i + 1) else { return nil }
    if let block = block(of: i), natural.contains(block) { return nil }
    if i + 1 < person.duties.count {
      let free = Int(person.duties[i + 1].span.start) - Int(person.duties[i].span.end)
      guard free > (person.duties[i + 1].isNight ? Self.nextNight : Self.sameDay) else {
        return nil
      }
    }
    switch strategy {
    case .stayDay: return SleepPredictor.bounded(settings.lastSleepByDay)
    case .compromise: return SleepPredictor.bounded(settings.lastSleepHalfWay)
    case .fullDelay: return nil
    }
  }

  private mutating func spendFreeTime(_ free: Free, _ run: inout Run) {
    var now = start
    if let duty = free.after { now = Int(duty.span.end) + commute + windDown(duty) }
    var isFirst = true
    let until = free.before.map { Int($0.span.start) } ?? end
    let records = person.recorded?.runs ?? []
    while run.recorded.count < records.count, Int(records[run.recorded.count].from) < until {
      let record = records[run.recorded.count]
      now = max(now, run.recorded.until)
      sleep(free, from: now, until: Int(record.from), isFirst, &run)
      follow(record, &run)
      run.recorded = (run.recorded.count + 1, Int(record.to))
      isFirst = false
    }
    sleep(free, from: max(now, run.recorded.until), until: .max, isFirst, &run)
  }

  /// One stretch of the record: what lies before it is slept as predicted.
  private func follow(_ stretch: SleepRecord.Run, _ run: inout Run) {
    guard let record = person.recorded else { return }
    for episode in record.episodes[stretch.episodes] {
      let isShort = episode.wholeSleep < SleepPredictor.bounded(person.sleep.shortestMainSleep)
      let isNap = episode.kind.map { $0 == .nap } ?? isShort
      let span = SleepSpan(
        onset: max(episode.onset, run.course.episodes.last?.wake ?? .min), wake: episode.wake)
      guard span.wake > span.onset else { continue }
      if !isNap { run.sleeps.append(span) }
      run.course.append(PlannedAlertness.Sleep(span, isNap: isNap))
    }
  }

  /// Sleeps as predicted in the free time from `now` on.
  private mutating func sleep(
    _ free: Free, from begin: Int, until cut: Int, _ startsFree: Bool, _ run: inout Run
  ) {
    var (now, isFirst) = (begin, startsFree)
    var alarm = cut
    var shortest = max(60, SleepPredictor.bounded(person.sleep.shortestMainSleep))
    if let duty = free.before {
      let preparation =
        duty.isCalled
        ? Self.preparationWhenCalled : SleepPredictor.bounded(person.sleep.preparation)
      alarm = min(cut, Int(duty.span.start) - commute - preparation)
      if duty.isCalled { shortest = Self.shortestBeforeCall }
    }
    var left = Self.mostSleepsADay * (2 + max(0, min(alarm, end) - now) / 86_400)
    while now < alarm, now < end, left > 0 {
      left -= 1
      let atOnce = isFirst && free.after?.isNight == true
      let bed = atOnce ? now : bed(now, free.withPlan, run.course)
      let onset = bed + latency
      guard onset + shortest <= alarm, onset < end else { return }
      var length = sleepLength(onset, run.course)
      if isFirst, let cap = free.cap { length = min(length, cap) }
      let wake = min(onset + length, alarm)
      let span = SleepSpan(onset: Int32(clamping: onset), wake: Int32(clamping: wake))
      run.sleeps.append(span)
      run.course.append(PlannedAlertness.Sleep(span, isNap: false))
      now = wake
      isFirst = false
    }
  }

  private mutating func windDown(_ duty: PlanDuty) -> Int {
    switch clock.secondOfDay(Int(duty.span.end)) / 3600 {
    case 4..<12: SleepPredictor.bounded(person.sleep.windDownAfterNight)
    case 20..., ..<4: SleepPredictor.bounded(person.sleep.windDownAfterEvening)
    default: SleepPredictor.bounded(person.sleep.windDownOtherwise)
    }
  }

  /// When someone who is free now goes to bed.
  private mutating func bed(_ now: Int, _ withPlan: Bool, _ course: PlannedAlertness) -> Int {
    let day = clock.evening(now)
    let isSet = withPlan && setBedtimes[day] != nil
    let usual = clock.seconds(day: day, second: person.bedtime)
    let hour = isSet ? bedtime(day) : usual
    if now >= hour, now < hour + SleepPredictor.bounded(person.sleep.bedtimeWindow) { return now }
    if !isSet {
      let (circadian, ultradian) = course.rhythm(at: now)
      if s(awakeAt: now, course) + circadian + ultradian <= person.sleep.bedAlertness {
        return now
      }
    }
    if now < hour { return hour }
    return withPlan ? bedtime(day + 1) : clock.seconds(day: day + 1, second: person.bedtime)
  }

  private func s(awakeAt seconds: Int, _ course: PlannedAlertness) -> Double {
    let (wake, s) =
      course.episodes.last.map { ($0.wake, $0.wakeS) } ?? (course.start, course.startS)
    return course.parameters.homeostatic.awake(
      from: s, after: Hours(Double(max(0, seconds - Int(wake))) / 3600))
  }

  /// Seconds, whole minutes, until S + C + U is high enough.
  private func sleepLength(_ onset: Int, _ course: PlannedAlertness) -> Int {
    let homeostatic = course.parameters.homeostatic
    let from = s(awakeAt: onset, course)
    let most = max(1, SleepPredictor.bounded(person.sleep.longestMainSleep) / 60)
    var minute = 1
    while minute < most {
      let (circadian, ultradian) = course.rhythm(at: onset + minute * 60)
      let s = homeostatic.asleep(from: from, after: Hours(Double(minute) / 60))
      let missing = person.sleep.wakeAlertness - (s + circadian + ultradian)
      if missing <= 0 { break }
      // So far nothing can have woken the sleeper.
      minute += max(1, Int(min(missing / Self.steepest, 600)))
    }
    return min(minute, most) * 60
  }

  /// More than S + C + U ever gains in a minute: S at its slope below the bend, and both waves at
  /// their steepest with a clock that runs half as fast again.
  private static let steepest: Double = {
    let parameters = ThreeProcessParameters()
    let waves =
      parameters.circadian.amplitude * CircadianProcess.frequency
      + parameters.ultradian.amplitude * UltradianProcess.frequency
    return (parameters.homeostatic.slope + 1.5 * waves) / 60
  }()

  // MARK: Naps

  private mutating func naps(
    _ i: Int, _ shiftAt: (Int) -> Double, _ run: inout Run
  ) -> NightNaps {
    let duty = person.duties[i]
    var (atHome, onDuty) = (settings.naps, person.ward.naps)
    if cared.contains(i) { (atHome.leastGain, onDuty.leastGain) = (0, 0) }
    let start = Int(duty.span.start)
    let day = clock.day(start)
    let reading = clock.seconds(day: day, second: PhaseTrack.readingTime)
    // Counted from the reading, so that a clock change in the night does not move it.
    let midnight =
      reading - PhaseTrack.readingTime + (clock.evening(start) + 1 - day) * 86_400
    let lowPoint = person.lowPoint + shiftAt(reading)
    var night = NightNaps(
      lowPoint: lowPoint,
      low: (
        midnight + Self.seconds(lowPoint), midnight + Self.seconds(person.earliest(lowPoint))
      ))
    // What has been slept has been slept.
    guard run.recorded.until <= start else { return night }
    if !duty.isCalled {
      night.atHome = atHome.nap(
        before: duty.span, in: run.course,
        earliest: atHome.earliest(before: duty.span, zone: zone, origin: origin),
        lowPoint: Int32(clamping: night.low.earliest), commute: person.commute, cost: settings.cost)
      if let nap = night.atHome { run.course.append(nap.sleep) }
    }
    let length = Elapsed(seconds: Int64(duty.span.length))
    guard person.ward.hasNapPlace else {
      night.refusal = .nobodyMayLeave(.restPlaces)
      return night
    }
    guard length >= onDuty.shortestDuty else {
      night.refusal = .shortDuty
      return night
    }
    let search = NapSearch(
      on: duty.span, in: run.course, commute: person.commute, rules: onDuty,
      earliest: onDuty.earliest(on: duty.span, zone: zone, origin: origin),
      cost: settings.cost)
    night.costWithout = search.costWithout
    night.tried = search.candidates
    switch assigned[duty.span.start] {
    case nil: night.onDuty = search.best
    case .leftOut(let reason): night.refusal = reason
    case .at(let start, let length):
      // The body clock may have moved it out of what is tried.
      let grid = NapGrid(
        duty: duty.span, course: run.course, commute: person.commute, cost: settings.cost)
      night.onDuty = NapCandidate(from: start, length: length, on: duty.span, grid)
    }
    guard let nap = night.onDuty else {
      night.refusal = night.refusal ?? (search.candidates.isEmpty ? .noTime : .littleGain)
      return night
    }
    night.refusal = nil
    run.course.append(nap.sleep)
    return night
  }

  /// Of hours that no body clock goes beyond.
  private static func seconds(_ hours: Double) -> Int {
    hours.isFinite ? Int(min(max(hours, -72), 72) * 3600) : 0
  }
}
