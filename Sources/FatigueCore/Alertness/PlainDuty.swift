/// A duty that one is awake all through, from an awakening before it until one is home, by a wall clock
/// that is not changed meanwhile, in whole minutes: nearly every duty.
///
/// S is then read from a table, and on a settled body clock C + U too, so that most duties cost no more
/// than a look at both ends. A is S + C + U.
struct PlainDuty {
  /// Minute of the wall clock's day at the start, and minutes of duty, less than a day.
  let minute, length: Int
  /// Minutes that the body clock is ahead at the start; 0 when it is settled.
  let lead: Double
  /// S above where it ends when nobody sleeps, at the start and at the end.
  let gap, gapAtEnd: Double
  /// A at the start, at the end and on arrival home.
  let atStart, atEnd, atHome: Double

  var isSettled: Bool { lead == 0 }

  /// Nil where a duty is not that plain.
  ///
  /// - Parameters:
  ///   - start: Seconds from the origin, as `end`.
  ///   - way: Minutes home.
  ///   - episode: The last that begins no later than the duty.
  ///   - next: The onset of the one after it.
  @inline(__always)
  init?(
    _ tables: ThreeProcessTables, from start: Int, to end: Int, way: Int,
    after episode: SleepEpisode, before next: Int, _ clock: BodyClock.Stretch
  ) {
    let home = end + way * 60
    let second = UInt32(truncatingIfNeeded: clock.secondOfDay(start))
    let lasts = UInt32(truncatingIfNeeded: end - start)
    let awake = UInt32(truncatingIfNeeded: start - Int(episode.wake))
    let (minute, minutes, since) = (Int(second / 60), Int(lasts / 60), Int(awake / 60))
    guard home < next, home < clock.to, end - start < 86_400, start >= Int(episode.wake),
      start - Int(episode.wake) < 86_400, second % 60 == 0, lasts % 60 == 0, awake % 60 == 0,
      since + minutes + way < tables.decay.count
    else { return nil }
    let low = tables.parameters.homeostatic.low
    let above = episode.wakeS - low
    (self.minute, length) = (minute, minutes)
    gap = above * tables.decay[since]
    gapAtEnd = gap * tables.decay[minutes]
    let gapAtHome = above * tables.decay[since + minutes + way]
    if start >= clock.settled {
      let (last, atHome) = (minute + minutes, minute + minutes + way)
      lead = 0
      atStart = low + gap + tables.rhythm[minute].x
      atEnd = low + gapAtEnd + tables.rhythm[last < 1440 ? last : last - 1440].x
      self.atHome =
        low + gapAtHome + tables.rhythm[atHome < 1440 ? atHome : atHome % 1440].x
    } else {
      let rhythm = Self.rhythmWhileAdapting(tables, start, minute, minutes, home, clock)
      lead = rhythm.lead
      atStart = low + gap + rhythm.start
      atEnd = low + gapAtEnd + rhythm.end
      self.atHome = low + gapAtHome + rhythm.home
      guard lead != 0, Double(minute) + lead >= 0, Double(minute) + lead < 1440 else { return nil }
    }
  }

  /// C + U at the start, at the end and on arrival home.
  @inline(never)
  private static func rhythmWhileAdapting(
    _ tables: ThreeProcessTables, _ start: Int, _ minute: Int, _ length: Int, _ home: Int,
    _ clock: BodyClock.Stretch
  ) -> (start: Double, end: Double, home: Double, lead: Double) {
    let lead = clock.lead(at: start) * 60
    let leadAtEnd = lead * tables.fading(Double(length) * (1.0 / 60))
    let minuteAtHome = Double(clock.secondOfDay(home)) / 60 + clock.lead(at: home) * 60
    return (
      tables.rhythm(minute: Double(minute) + lead),
      tables.rhythm(minute: Double(minute + length) + leadAtEnd),
      tables.rhythm(minute: minuteAtHome), lead
    )
  }
}

extension PlainDuty {
  /// The lowest A of a duty and its place, in minutes from the start, the earliest of equals.
  struct Lowest {
    var value: Double
    var at: Double
  }

  /// Nil where a closer look is needed than at a settled body clock's one lowest point in a night.
  @inline(__always)
  func lowest(_ tables: ThreeProcessTables) -> Lowest? {
    guard isSettled else { return lowestWhileAdapting(tables) }
    var k = tables.firstLowZone[minute]
    while k < tables.lowZones.count, tables.lowZones[k].start < minute + length {
      if falls(as: tables.lowZones[k], tables) { return lowestOfNight(tables) }
      k += 1
    }
    return lowestAtEnds
  }

  private var lowestAtEnds: Lowest {
    atEnd < atStart ? Lowest(value: atEnd, at: Double(length)) : Lowest(value: atStart, at: 0)
  }

  /// S falls fast enough at the beginning of a zone for A to have a lowest point in it.
  @inline(__always)
  private func falls(as zone: TurningZone, _ tables: ThreeProcessTables) -> Bool {
    let until = max(0, zone.start - minute)
    return -tables.parameters.homeostatic.decay * gap * tables.decay[until]
      >= zone.leastRiseSettled
  }

  /// With a zone in which A may have its lowest point, on a settled body clock.
  @inline(never)
  private func lowestOfNight(_ tables: ThreeProcessTables) -> Lowest? {
    let rate = tables.parameters.homeostatic.decay
    let last = minute + length
    var lowest = Lowest(value: atStart, at: 0)
    var hasTurn = false
    for zone in tables.lowZones[tables.firstLowZone[minute]...] {
      guard zone.start < last else { break }
      guard falls(as: zone, tables) else { continue }
      // A falls first and rises then: one sign at an end tells that it does not turn in between.
      guard zone.single else { return nil }
      if zone.start <= minute, rate * gap + tables.rhythm[minute].y * 60 >= 0 { continue }
      if zone.end >= last, rate * gapAtEnd + tables.rhythm[last].y * 60 <= 0 { continue }
      guard !hasTurn, !tables.dip.isEmpty, let turn = turn(in: zone, tables) else { return nil }
      hasTurn = true
      if turn.value < lowest.value { lowest = turn }
    }
    if atEnd < lowest.value { lowest = Lowest(value: atEnd, at: Double(length)) }
    return lowest
  }

  /// The lower of both ends, where A has no lowest point between them; else nil.
  @inline(never)
  private func lowestWhileAdapting(_ tables: ThreeProcessTables) -> Lowest? {
    let rate = tables.parameters.homeostatic.decay
    let leadAtEnd = lead * tables.fading(Double(length) * (1.0 / 60))
    let (from, to) = (Double(minute) + lead, Double(minute + length) + leadAtEnd)
    for zone in tables.lowZones[tables.firstLowZone[Int(from)]...] {
      guard Double(zone.start) < to else { break }
      guard Double(zone.end) > from else { continue }
      let until = max(0, Int(Double(zone.start) - from))
      guard -rate * gap * tables.decay[until] >= zone.leastRise else { continue }
      guard zone.single else { return nil }
      let rises =
        rate * gap + tables.rhythmWithSlope(minute: from).slope * (60 + lead * BodyClock.rate) >= 0
      let falls =
        rate * gapAtEnd + tables.rhythmWithSlope(minute: to).slope
        * (60 + leadAtEnd * BodyClock.rate) <= 0
      guard Double(zone.start) <= from && rises || Double(zone.end) >= to && falls else {
        return nil
      }
    }
    return lowestAtEnds
  }

  /// A has a highest point inside, as far as can be told: it is not monotone on either side of its lowest.
  func mayHaveHighest(_ tables: ThreeProcessTables) -> Bool {
    tables.turningZones.contains { zone in
      guard !zone.canBeLowest else { return false }
      return (-1...1).contains { day in
        zone.start + day * 1440 < minute + length && zone.end + day * 1440 > minute
      }
    }
  }

  /// The lowest point in a zone that holds one, on a settled body clock: a place from a table, made exact
  /// by Newton's steps. The last, of about a second at most, leaves an error of about its square.
  ///
  /// The steps do not depend on how long the duty lasts, so that those who are as sleepy on a shorter duty
  /// are that to the last bit.
  private func turn(in zone: TurningZone, _ tables: ThreeProcessTables) -> Lowest? {
    let rate = tables.parameters.homeostatic.decay
    let (start, end) = (zone.start - minute, zone.end - minute)
    func guess(_ at: Int) -> Double {
      let fall = -rate * gap * tables.decay[min(max(at, 0), tables.decay.count - 1)]
      return Double(start) + tables.dip(atFall: fall)
    }
    let (least, most) = (Double(max(0, start)), Double(min(length, end)))
    var at = min(max(guess(Int(guess((max(0, start) + end) / 2))), least), most)
    for _ in 0..<6 {
      let (value, slope, bend) = course(at, tables)
      let step = -slope / bend
      guard at + step >= least, at + step <= most else { return nil }
      at += step
      if step.magnitude < 0.018 { return Lowest(value: value + slope * step / 2, at: at) }
    }
    return nil
  }

  /// A, its change per minute and the change of that, on a settled body clock.
  ///
  /// - Parameter at: Minutes from the start, 0 ... length.
  @inline(__always)
  private func course(_ at: Double, _ tables: ThreeProcessTables)
    -> (value: Double, slope: Double, bend: Double)
  {
    let j = Int(at)
    let x = at - Double(j)
    let rate = tables.parameters.homeostatic.decay * (1.0 / 60)
    let e = rate * x
    let s = gap * tables.decay[j] * (1 + e * (1 + e * (0.5 + e * (1.0 / 6))))
    let (a, b) = (tables.rhythm[minute + j], tables.rhythm[minute + j + 1])
    let rise = b.x - a.x
    let (c2, c3) = (3 * rise - 2 * a.y - b.y, a.y + b.y - 2 * rise)
    return (
      tables.parameters.homeostatic.low + s + a.x + x * (a.y + x * (c2 + x * c3)),
      rate * s + a.y + x * (2 * c2 + x * (3 * c3)), rate * rate * s + 2 * c2 + x * (6 * c3)
    )
  }

  /// Minutes with A at or below a level, on a settled body clock.
  ///
  /// - Parameter lowest: With A monotone on either side.
  func minutes(below level: Double, _ lowest: Lowest, _ tables: ThreeProcessTables) -> Double {
    let last = Double(length)
    guard lowest.value <= level else { return 0 }
    let first =
      atStart <= level
      ? 0 : crossing(level, from: 0, atStart, lowest, tables)
    let end =
      atEnd <= level
      ? last : crossing(level, from: last, atEnd, lowest, tables)
    return end - first
  }

  /// Where A = `level` between an end of the duty and its lowest point.
  ///
  /// Begins where a parabola from the lowest point would be at the level, goes on by whole minutes and
  /// ends with a step of 1e-5 h at most, which leaves an error of about its square.
  private func crossing(
    _ level: Double, from end: Double, _ atEnd: Double, _ lowest: Lowest,
    _ tables: ThreeProcessTables
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
      let here = tables.rhythm[minute + j]
      let value = homeostatic.low + s + here.x - level
      let step = -value / (rate * s + here.y)
      let next = Double(j) + step
      guard isInside(Double(j)), isInside(next) else { break }
      if value > 0 { above = Double(j) } else { below = Double(j) }
      at = next
      if step.magnitude < 1 { break }
    }
    for _ in 0..<60 {
      let (value, slope, _) = course(at, tables)
      if value > level { above = at } else { below = at }
      let newton = at - (value - level) / slope
      let next = isInside(newton) ? newton : (above + below) / 2
      if (next - at).magnitude < 6e-4 { return next }
      at = next
    }
    return at
  }

  /// A summed over the duty, in model units times hours.
  func integral(_ tables: ThreeProcessTables) -> Double {
    let homeostatic = tables.parameters.homeostatic
    let hours = Double(length) / 60
    guard isSettled else {
      return WakingCurve(
        tables: tables, length: hours, gap: gap, fade: tables.decay[length],
        minute: Double(minute), lead: lead
      ).integral()
    }
    let end = minute + length
    let rhythm =
      end < 1440 ? tables.integral[end] : tables.dayIntegral + tables.integral[end - 1440]
    return homeostatic.low * hours + (gapAtEnd - gap) / homeostatic.decay
      + (rhythm - tables.integral[minute])
  }
}
