/// Walks through the times of a rule in order, one period after another, making only what is asked
/// for.
///
/// A period is one year, month, week, day, hour, minute or second, by the rule's frequency. Its set
/// of times is every base (a day, or the period itself when that is shorter) with every inner time,
/// so that a set of 31 million is two short lists.
struct RecurrenceIterator {
  let rule: RecurrenceRule
  /// Wall-clock seconds of DTSTART.
  let start: Int64
  /// No time after this is looked for.
  let horizon: Int64
  /// Periods and times looked at, so that a rule that never fires costs a bounded amount.
  private(set) var steps = 0
  /// ``steps`` may come to this.
  let mostSteps: Int
  /// The walk ended because of ``mostSteps``.
  private(set) var isCut = false

  private var filter: DayFilter
  private var bases: [Int64] = []
  private var inner: [Int64]
  private var chosen: [Int] = []
  private var next = 0
  private var total = 0
  private var given = 0
  private var isDone = false
  /// Start of the period at hand: a year or month number, or wall-clock seconds.
  private var period: Int64
  private var isFirst = true

  /// - Parameters:
  ///   - start: DTSTART on the wall clock.
  ///   - isDate: DTSTART is a date, and times of day mean nothing.
  ///   - from: Times before this may be left out; only used when the rule has no count.
  init(
    _ rule: RecurrenceRule, start: Int64, isDate: Bool = false, from: Int64 = .min,
    horizon: Int64, mostSteps: Int = 5_000_000
  ) {
    self.rule = rule
    self.start = start
    self.horizon = horizon
    self.mostSteps = mostSteps
    filter = DayFilter(rule, start: start)
    inner = Self.inner(rule, start: start, isDate: isDate)
    let days = start.flooredQuotient(86_400)
    let (year, month, _) = CivilDate(days: Int32(clamping: days)).components
    switch rule.frequency {
    case .yearly: period = Int64(rule.weeks.isEmpty ? year : filter.weekYear(of: days, near: year))
    case .monthly: period = Int64(year * 12 + month - 1)
    case .weekly:
      period = (days - (days + 3 - Int64(rule.weekStart - 1)) %% 7) * 86_400
    case .daily: period = days * 86_400
    case .hourly: period = start.flooredQuotient(3600) * 3600
    case .minutely: period = start.flooredQuotient(60) * 60
    case .secondly: period = start
    }
    if rule.count == nil, from > start { skip(to: from) }
  }

  /// The times that stand beside each base.
  private static func inner(_ rule: RecurrenceRule, start: Int64, isDate: Bool) -> [Int64] {
    let clock = start %% 86_400
    if isDate || rule.frequency == .secondly { return [0] }
    let seconds = rule.seconds.isEmpty ? [Int(clock % 60)] : rule.seconds
    if rule.frequency == .minutely { return seconds.map(Int64.init) }
    let minutes = rule.minutes.isEmpty ? [Int(clock / 60 % 60)] : rule.minutes
    let inHour = minutes.flatMap { minute in seconds.map { Int64(minute * 60 + $0) } }
    if rule.frequency == .hourly { return inHour }
    let hours = rule.hours.isEmpty ? [Int(clock / 3600)] : rule.hours
    return hours.flatMap { hour in inHour.map { Int64(hour * 3600) + $0 } }
  }

  /// The next time on the wall clock, nil when there is none up to the horizon.
  mutating func nextTime() -> Int64? {
    while !isDone {
      while next < total {
        let index = chosen.isEmpty ? next : chosen[next]
        let time = bases[index / inner.count] + inner[index % inner.count]
        next += 1
        steps += 1
        if steps > mostSteps {
          (isDone, isCut) = (true, true)
          return nil
        }
        if time < start { continue }
        if time > horizon { break }
        if let count = rule.count, given >= count {
          isDone = true
          return nil
        }
        given += 1
        return time
      }
      if next < total || !advance() { isDone = true }
      if steps > mostSteps { (isDone, isCut) = (true, true) }
    }
    return nil
  }

  /// Whether the rule itself has DTSTART among its times.
  static func contains(start: Int64, _ rule: RecurrenceRule, isDate: Bool) -> Bool {
    var walk = RecurrenceIterator(
      rule, start: start, isDate: isDate, horizon: start, mostSteps: 100_000)
    return walk.nextTime() == start
  }

  // MARK: Periods

  private var step: Int64 {
    let interval = Int64(rule.interval)
    return switch rule.frequency {
    case .yearly, .monthly: interval
    case .weekly: interval * 7 * 86_400
    case .daily: interval * 86_400
    case .hourly: interval * 3600
    case .minutely: interval * 60
    case .secondly: interval
    }
  }

  /// Leaves out periods that end before a time, keeping the rhythm.
  private mutating func skip(to time: Int64) {
    let target: Int64
    switch rule.frequency {
    case .yearly, .monthly:
      let day = Int32(clamping: time.flooredQuotient(86_400))
      let (year, month, _) = CivilDate(days: day).components
      target = rule.frequency == .yearly ? Int64(year) - 1 : Int64(year * 12 + month - 2)
    case .weekly: target = time - 8 * 86_400
    case .daily: target = time - 86_400
    default: target = time - 3600
    }
    if target > period { period += (target - period) / step * step }
  }

  /// Goes on to the next period that has any time, and makes its set.
  private mutating func advance() -> Bool {
    while true {
      if isFirst { isFirst = false } else { period += step }
      steps += 1
      guard steps <= mostSteps, fillBases() else {
        isCut = isCut || steps > mostSteps
        return false
      }
      if bases.isEmpty { continue }
      choose()
      if total > 0 { return true }
    }
  }

  /// - Returns: false when the period begins after the horizon.
  private mutating func fillBases() -> Bool {
    bases.removeAll(keepingCapacity: true)
    switch rule.frequency {
    case .yearly:
      guard (1...9998).contains(period), let days = filter.days(ofYear: Int(period)),
        days.lowerBound * 86_400 <= horizon
      else { return false }
      steps += 366 / 8
      for day in days where filter.matches(day) { bases.append(day * 86_400) }
    case .monthly:
      let (year, month) = (Int(period / 12), Int(period % 12) + 1)
      guard let first = CivilDate(year: year, month: month, day: 1),
        first.localMidnight <= horizon
      else { return false }
      guard filter.hasMonth(month) else { return true }
      steps += 4
      let length = CivilDate.lengthOfMonth(month, in: year)
      for day in Int64(first.days)..<Int64(first.days) + Int64(length)
      where filter.matches(day) {
        bases.append(day * 86_400)
      }
    case .weekly:
      guard period <= horizon else { return false }
      let first = period / 86_400
      for day in first..<first + 7 where filter.matches(day) { bases.append(day * 86_400) }
    case .daily:
      guard period <= horizon else { return false }
      if filter.matches(period.flooredQuotient(86_400)) { bases.append(period) }
    case .hourly, .minutely, .secondly:
      return fillShort()
    }
    return true
  }

  /// Periods of an hour or less, jumping over days, hours and minutes that cannot match.
  private mutating func fillShort() -> Bool {
    guard period <= horizon else { return false }
    let day = period.flooredQuotient(86_400)
    let clock = Int(period %% 86_400)
    guard filter.matches(day) else {
      jump(to: (day + 1) * 86_400)
      return true
    }
    if !rule.hours.isEmpty, !rule.hours.contains(clock / 3600) {
      jump(to: period - Int64(clock % 3600) + 3600)
      return true
    }
    if rule.frequency <= .minutely, !rule.minutes.isEmpty,
      !rule.minutes.contains(clock / 60 % 60)
    {
      jump(to: period - Int64(clock % 60) + 60)
      return true
    }
    if rule.frequency == .secondly, !rule.seconds.isEmpty, !rule.seconds.contains(clock % 60) {
      return true
    }
    bases.append(period)
    return true
  }

  /// To the last period before a time; the next step then reaches it or goes past.
  private mutating func jump(to time: Int64) {
    period += max(0, (time - period - 1) / step) * step
  }

  /// Applies BYSETPOS.
  private mutating func choose() {
    next = 0
    total = bases.count * inner.count
    chosen.removeAll(keepingCapacity: true)
    guard !rule.positions.isEmpty else { return }
    for position in rule.positions {
      let index = position > 0 ? position - 1 : total + position
      if index >= 0, index < total { chosen.append(index) }
    }
    chosen.sort()
    var unique: [Int] = []
    for index in chosen where unique.last != index { unique.append(index) }
    chosen = unique
    total = chosen.count
  }
}
