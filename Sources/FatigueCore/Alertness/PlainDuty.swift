/// A duty that one is awake all through, from an awakening before it until one is home, by a wall clock
/// that is not changed meanwhile, in whole minutes: nearly every duty.
///
/// S is then read from a table, and C + U too, on a settled body clock or while it follows a change, so that
/// most duties cost no more than a look at both ends. A is S + C + U.
struct PlainDuty {
  /// Minute of the wall clock's day at the start, and minutes of duty, less than a day.
  let minute, length: Int
  /// Where the start is in the rhythm that C + U is read from, which goes on minute by minute.
  let place: Int
  /// S above where it ends when nobody sleeps, at the start and at the end.
  let gap, gapAtEnd: Double
  /// A at the start, at the end and on arrival home.
  let atStart, atEnd, atHome: Double

  /// Nil where a duty is not that plain.
  ///
  /// - Parameters:
  ///   - rhythm: C + U by minutes: two days of the settled body clock, or `adapting`'s.
  ///   - adapting: What the body clock does while it follows a change; nil when it is settled.
  @inline(__always)
  init?(
    _ tables: ThreeProcessTables, _ times: Times, _ stretch: BodyClock.Stretch,
    _ rhythm: Span<SIMD2<Double>>, _ adapting: AdaptingRhythm?
  ) {
    let (start, end) = (times.start, times.end)
    let home = end + Int(times.way) * 60
    let lasts = UInt(bitPattern: end - start)
    let awake = UInt(bitPattern: start - times.wake)
    guard home < times.next, home < stretch.to, lasts < 86_400, awake < 86_400 else { return nil }
    let second = UInt32(truncatingIfNeeded: stretch.secondOfDay(start))
    let (minutes, since) = (Int(UInt32(lasts) / 60), Int(UInt32(awake) / 60))
    minute = Int(second / 60)
    length = minutes
    let last = since + minutes + Int(times.way)
    guard second % 60 == 0, UInt32(lasts) % 60 == 0, UInt32(awake) % 60 == 0,
      last < tables.decay.count
    else { return nil }
    place = adapting == nil ? minute : (start - stretch.from) / 60
    let low = tables.parameters.homeostatic.low
    let above = times.wakeS - low
    gap = above * tables.decay[since]
    gapAtEnd = gap * tables.decay[minutes]
    var placeAtHome = place + minutes + Int(times.way)
    if adapting == nil, placeAtHome > 2880 { placeAtHome %= 1440 }
    atStart = low + gap + rhythm[place].x
    atEnd = low + gapAtEnd + rhythm[place + minutes].x
    atHome = low + above * tables.decay[last] + rhythm[placeAtHome].x
  }

  /// A copy, so that most duties need no place in memory.
  @inline(__always)
  init(_ duty: PlainDuty) {
    (minute, length, place) = (duty.minute, duty.length, duty.place)
    (gap, gapAtEnd) = (duty.gap, duty.gapAtEnd)
    (atStart, atEnd, atHome) = (duty.atStart, duty.atEnd, duty.atHome)
  }

  /// When one is at work, when one was asleep before and is after it, in seconds from the origin.
  struct Times {
    let start, end: Int
    /// Minutes home.
    let way: Int32
    /// The end of the last sleep that begins no later than the duty, S there, and the onset of the next.
    let wake: Int
    let wakeS: Double
    let next: Int

    /// - Parameters:
    ///   - last: The last of the episodes that begins no later than the duty.
    ///   - next: The onset of the one after it.
    @inline(__always)
    init(_ start: Int, _ end: Int, way: Int32, _ last: SleepEpisode, next: Int) {
      (self.start, self.end, self.way, self.next) = (start, end, way, next)
      (wake, wakeS) = (Int(last.wake), last.wakeS)
    }
  }
}

extension PlainDuty {
  /// The lowest A of a duty and its place, in minutes from the start, the earliest of equals.
  struct Lowest {
    var value: Double
    var at: Double
  }

  /// A has its lowest point at the start or at the end, as a quick look shows: there is no zone in between at
  /// the beginning of which S falls fast enough.
  ///
  /// - Parameter adapting: What the duty was made with.
  @inline(__always)
  func isLowestAtEnds(_ tables: ThreeProcessTables, _ adapting: AdaptingRhythm?) -> Bool {
    let (ahead, behind) = adapting.map { $0.mostMinutes(place) } ?? (0, 0)
    guard minute >= behind else { return false }
    var k = tables.firstLowZone[minute - behind]
    while k < tables.lowZones.count {
      let until = tables.lowZones[k].start - ahead - minute
      guard until < length else { break }
      let least =
        adapting == nil ? tables.lowZones[k].leastRiseSettled : tables.lowZones[k].leastRiseNearly
      if fall(max(0, until), tables) >= least { return false }
      k += 1
    }
    return true
  }

  /// How fast S falls, in model units per hour.
  @inline(__always)
  private func fall(_ at: Int, _ tables: ThreeProcessTables) -> Double {
    -tables.parameters.homeostatic.decay * gap * tables.decay[at]
  }

  /// Nil where a closer look is needed than at one lowest point in a night.
  ///
  /// - Parameters:
  ///   - rhythm: What the duty was made with.
  ///   - adapting: The same.
  func lowest(
    _ tables: ThreeProcessTables, _ rhythm: Span<SIMD2<Double>>, _ adapting: AdaptingRhythm?
  ) -> Lowest? {
    var search = Search(lowest: Lowest(value: atStart, at: 0))
    let isFound =
      adapting.map { lookWhileAdapting(tables, rhythm, $0, &search) }
      ?? look(tables, rhythm, &search)
    guard isFound else { return nil }
    if atEnd < search.lowest.value { return Lowest(value: atEnd, at: Double(length)) }
    return search.lowest
  }

  /// Looks in every zone in which A may have its lowest point, on a settled body clock.
  private func look(
    _ tables: ThreeProcessTables, _ rhythm: Span<SIMD2<Double>>, _ search: inout Search
  ) -> Bool {
    for zone in tables.lowZones[tables.firstLowZone[minute]...] {
      let (start, end) = (zone.start - minute, zone.end - minute)
      guard start < length else { break }
      guard fall(max(0, start), tables) >= zone.leastRiseSettled else { continue }
      guard look(in: zone, start, end, tables, rhythm, &search) else { return false }
    }
    return true
  }

  /// The same while the body clock follows a change.
  private func lookWhileAdapting(
    _ tables: ThreeProcessTables, _ rhythm: Span<SIMD2<Double>>, _ adapting: AdaptingRhythm,
    _ search: inout Search
  ) -> Bool {
    let lead = adapting.lead(place) * 60
    let from = Int((Double(minute) + lead).wholeBelow)
    let midnight = from < 0 ? -1440 : from < 1440 ? 0 : 1440
    // In a day three tenths of the lead are given up: so far the body clock may be from where it would be.
    let slack = Int(lead.magnitude * 0.31) + 2
    for zone in tables.lowZones[tables.firstLowZone[from - midnight]...] {
      let about = zone.start + midnight - from
      guard about < length + slack else { break }
      guard fall(max(0, about - slack), tables) >= zone.leastRiseNearly else { continue }
      let begins = Int(minutes(untilPhase: Double(zone.start + midnight), lead, tables).wholeBelow)
      let ends = Int(minutes(untilPhase: Double(zone.end + midnight), lead, tables).wholeBelow) + 1
      guard begins < length, ends > 0, fall(max(0, begins), tables) >= zone.leastRiseNearly
      else { continue }
      guard look(in: zone, begins, ends, tables, rhythm, &search) else { return false }
    }
    return true
  }

  /// What has been found of the lowest point.
  private struct Search {
    var lowest: Lowest
    var hasTurn = false
  }

  /// Looks in one zone in which A may have its lowest point.
  ///
  /// - Parameter start: Of the zone, in minutes from the start of the duty, as `end`.
  /// - Returns: False where a closer look is needed.
  private func look(
    in zone: TurningZone, _ start: Int, _ end: Int, _ tables: ThreeProcessTables,
    _ rhythm: Span<SIMD2<Double>>, _ search: inout Search
  ) -> Bool {
    guard zone.single else { return false }
    // A falls first and rises then: one sign at an end tells that it does not turn in between.
    func slope(_ at: Int) -> Double {
      tables.parameters.homeostatic.decay * gap * tables.decay[at] + rhythm[place + at].y * 60
    }
    if slope(max(0, start)) >= 0 || slope(min(end, length)) <= 0 { return true }
    guard !search.hasTurn, !tables.dip.isEmpty, let turn = turn(start, end, tables, rhythm) else {
      return false
    }
    search.hasTurn = true
    if turn.value < search.lowest.value { search.lowest = turn }
    return true
  }

  /// Minutes of the body clock at the start and at the end.
  private func phases(
    _ tables: ThreeProcessTables, _ adapting: AdaptingRhythm?
  ) -> (from: Double, to: Double) {
    let (from, to) = (Double(minute), Double(minute + length))
    guard let lead = adapting.map({ $0.lead(place) * 60 }) else { return (from, to) }
    return (from + lead, to + lead * tables.fading(Double(length) * (1.0 / 60)))
  }

  /// Minutes from the start until the body clock comes to one of its minutes, to within some seconds.
  @inline(__always)
  private func minutes(
    untilPhase phase: Double, _ lead: Double, _ tables: ThreeProcessTables
  ) -> Double {
    let plain = max(0, phase - Double(minute) - lead)
    return phase - Double(minute) - lead * tables.fading(plain * (1.0 / 60))
  }

  /// A has a highest point inside, as far as can be told: it is not monotone on either side of its lowest.
  func mayHaveHighest(_ tables: ThreeProcessTables, _ adapting: AdaptingRhythm?) -> Bool {
    let (from, to) = phases(tables, adapting)
    return tables.turningZones.contains { zone in
      guard !zone.canBeLowest else { return false }
      return (-1...2).contains { day in
        Double(zone.start + day * 1440) < to && Double(zone.end + day * 1440) > from
      }
    }
  }

  /// The lowest point in a zone that holds one: a place from a table, made exact by Halley's steps. The last,
  /// of 20 seconds at most, leaves an error of some milliseconds.
  ///
  /// The steps do not depend on how long the duty lasts, so that those who are as sleepy on a shorter duty
  /// are that to the last bit.
  private func turn(
    _ start: Int, _ end: Int, _ tables: ThreeProcessTables, _ rhythm: Span<SIMD2<Double>>
  ) -> Lowest? {
    let rate = tables.parameters.homeostatic.decay
    func guess(_ at: Int) -> Double {
      let fall = -rate * gap * tables.decay[min(max(at, 0), tables.decay.count - 1)]
      return Double(start) + tables.dip(atFall: fall)
    }
    let (least, most) = (Double(max(0, start)), Double(min(length, end)))
    var at = min(max(guess(Int(guess((max(0, start) + end) / 2))), least), most)
    for _ in 0..<6 {
      let (value, slope, bend, twist) = course(at, tables, rhythm)
      let perBend = 1 / bend
      let straight = -slope * perBend
      // As the bend itself changes: a step of 0.35 leaves 1e-4 and less.
      let step = straight - 0.5 * twist * perBend * straight * straight
      guard at + step >= least, at + step <= most else { return nil }
      at += step
      if straight.magnitude < 0.35 {
        let lowest = value + step * (slope + step * (bend / 2 + step * twist / 6))
        return Lowest(value: lowest, at: at)
      }
    }
    return nil
  }

  /// A, its change per minute, the change of that and so on.
  ///
  /// - Parameter at: Minutes from the start, 0 ... length.
  @inline(__always)
  private func course(
    _ at: Double, _ tables: ThreeProcessTables, _ rhythm: Span<SIMD2<Double>>
  ) -> (value: Double, slope: Double, bend: Double, twist: Double) {
    let j = Int(at)
    let x = at - Double(j)
    let rate = tables.parameters.homeostatic.decay * (1.0 / 60)
    let e = rate * x
    let s = gap * tables.decay[j] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6))))
    let (a, b) = (rhythm[place + j], rhythm[place + j + 1])
    let rise = b.x - a.x
    let (c2, c3) = (3 * rise - 2 * a.y - b.y, a.y + b.y - 2 * rise)
    return (
      tables.parameters.homeostatic.low + s + a.x + x * (a.y + x * (c2 + x * c3)),
      rate * s + a.y + x * (2 * c2 + x * (3 * c3)), rate * rate * s + 2 * c2 + x * (6 * c3),
      rate * rate * rate * s + 6 * c3
    )
  }

  /// Minutes with A at or below a level.
  ///
  /// - Parameter lowest: With A monotone on either side.
  func minutes(
    below level: Double, _ lowest: Lowest, _ tables: ThreeProcessTables,
    _ rhythm: Span<SIMD2<Double>>
  ) -> Double {
    let last = Double(length)
    guard lowest.value <= level else { return 0 }
    let first =
      atStart <= level
      ? 0 : crossing(level, from: 0, atStart, lowest, tables, rhythm)
    let end =
      atEnd <= level
      ? last : crossing(level, from: last, atEnd, lowest, tables, rhythm)
    return end - first
  }

  /// Where A = `level` between an end of the duty and its lowest point.
  ///
  /// Begins where a parabola from the lowest point would be at the level, goes on by whole minutes and
  /// ends with one of Halley's steps of 3 s at most, which leaves an error of a millisecond at most.
  private func crossing(
    _ level: Double, from end: Double, _ atEnd: Double, _ lowest: Lowest,
    _ tables: ThreeProcessTables, _ rhythm: Span<SIMD2<Double>>
  ) -> Double {
    let homeostatic = tables.parameters.homeostatic
    let rate = homeostatic.decay * (1.0 / 60)
    // Above the level at one, not at the other.
    var (above, below) = (end, lowest.at)
    let share = (level - lowest.value) / (atEnd - lowest.value)
    var at = lowest.at + (end - lowest.at) * share.squareRoot()
    func isInside(_ at: Double) -> Bool { (at > above) != (at > below) }
    for _ in 0..<4 {
      let j = min(max(Int(at + 0.5), 0), length)
      let s = gap * tables.decay[j]
      let here = rhythm[place + j]
      let value = homeostatic.low + s + here.x - level
      let slope = rate * s + here.y
      let bend = rate * rate * s + rhythm[place + j + 1].y - here.y
      let step = -value / slope
      // As the slope itself changes.
      let next = Double(j) + step - 0.5 * bend / slope * step * step
      guard isInside(Double(j)), isInside(next) else { break }
      if value > 0 { above = Double(j) } else { below = Double(j) }
      at = next
      if step.magnitude < 16 { break }
    }
    for _ in 0..<60 {
      let (value, slope, bend, _) = course(at, tables, rhythm)
      if value > level { above = at } else { below = at }
      let perSlope = 1 / slope
      let step = (level - value) * perSlope
      let curve = 0.5 * bend * perSlope * step
      let halley = at + step * (1 - curve)
      let isIn = isInside(halley)
      if isIn, step.magnitude < 0.05, curve.magnitude < 0.01 { return halley }
      let next = isIn ? halley : (above + below) / 2
      if (next - at).magnitude < 1e-7 { return next }
      at = next
    }
    return at
  }

  /// A summed over the duty, in model units times hours, on a settled body clock.
  @inline(__always)
  func integral(_ tables: ThreeProcessTables) -> Double {
    let end = minute + length
    let sum = end < 1440 ? tables.integral[end] : tables.dayIntegral + tables.integral[end - 1440]
    return integral(tables, rhythm: sum - tables.integral[minute])
  }

  /// The same while the body clock follows a change.
  ///
  /// - Parameter sums: ``AdaptingRhythm/integral``.
  func integral(_ tables: ThreeProcessTables, _ sums: [Double]) -> Double {
    integral(tables, rhythm: sums[place + length] - sums[place])
  }

  /// - Parameter rhythm: C + U summed over the duty.
  @inline(__always)
  private func integral(_ tables: ThreeProcessTables, rhythm: Double) -> Double {
    tables.parameters.homeostatic.low * (Double(length) * (1.0 / 60))
      + (gapAtEnd - gap) * tables.hoursPerDecay + rhythm
  }
}
