/// For how long nobody has woken, by when one fell asleep and how tired: found once for all sleeps that are
/// much alike, so that the search for the minute of waking begins at it or a minute before.
///
/// The more S at sleep onset, the sooner one wakes. So whoever falls asleep with less S than the most of
/// a step sleeps at least until the one with the most would wake.
struct WakingBounds: Sendable {
  /// For each minute of the body clock's day at sleep onset, by how far it is from the wall clock, the
  /// number of its stretch of ``minutes`` plus one; 0 where there is none yet.
  private var stretches: [UInt16] = []
  /// The earliest minute of waking by step of S, 0 where it is not known yet.
  private var minutes: [UInt16] = []
  private var level = Double.nan

  private static let steps = 256
  /// S at the bottom of the first step, and steps per model unit: up to S = 13.
  private static let lowest = 3.0
  private static let perUnit = 25.6
  /// The most hours that the body clock is ahead or behind, for each part of the table.
  private static let leads: InlineArray<5, Double> = [0, 0.02, 0.125, 0.4, 1]

  /// The first minute, 1 or more, at which a sleeper may reach the level.
  ///
  /// - Parameters:
  ///   - s: at sleep onset.
  ///   - minute: of the body clock's day at sleep onset, rounded down; the lead taken in.
  ///   - lead: hours that the body clock is ahead or behind; 0 when onset is on a whole minute.
  @inline(__always)
  mutating func first(
    _ s: Double, _ minute: Int, _ lead: Double, _ level: Double, _ tables: ThreeProcessTables
  ) -> Int {
    let place = (s - Self.lowest) * Self.perUnit
    guard place >= 0, place < Double(Self.steps), lead <= 1, minute >= 0, minute < 1440 else {
      return 1
    }
    let step = Int(place)
    var part = 0
    while lead > Self.leads[part] { part += 1 }
    if level == self.level {
      let stretch = Int(stretches[part * 1440 + minute])
      if stretch > 0 {
        let known = minutes[(stretch - 1) * Self.steps + step]
        if known > 0 { return Int(known) }
      }
    }
    return find(step, minute, part, level, tables)
  }

  @inline(never)
  private mutating func find(
    _ step: Int, _ minute: Int, _ part: Int, _ level: Double, _ tables: ThreeProcessTables
  ) -> Int {
    if level != self.level {
      self.level = level
      minutes.removeAll()
      stretches = [UInt16](repeating: 0, count: Self.leads.count * 1440)
    }
    let index = part * 1440 + minute
    if stretches[index] == 0 {
      minutes.append(contentsOf: repeatElement(0, count: Self.steps))
      stretches[index] = UInt16(minutes.count / Self.steps)
    }
    // A body clock that adapts is up to a minute further than the whole one, and gains or loses up to
    // 0.14 of its lead in a sleep of the table's length.
    let shift = part == 0 ? 0 : (1 + 8.4 * Self.leads[part]) / 60
    let most = Self.lowest + Double(step + 1) / Self.perUnit
    let longest = ThreeProcessTables.minutesAsleep
    // A little less, so that no rounding matters.
    let reach = level - shift * tables.steepest - 1e-9
    let waking = tables.wakingOnWholeMinutes(
      tables.sleep(from: most), onset: minute, 1, reach, longest)
    let found = waking ?? longest + 1
    minutes[(Int(stretches[index]) - 1) * Self.steps + step] = UInt16(found)
    return found
  }
}
