/// For how long nobody has woken, by when one fell asleep and how tired: found once for all sleeps that are
/// much alike, so that the search for the minute of waking begins a minute or two before it.
///
/// The more S at sleep onset, the sooner one wakes. So whoever falls asleep with less S than the most of
/// a step sleeps at least until the one with the most would wake.
struct WakingBounds: Sendable {
  /// The earliest minute of waking, 0 where it is not known yet: by how fast the body clock adapts, then
  /// minute of its day at sleep onset, then step of S.
  private var minutes: [UInt16] = []
  private var level = Double.nan

  private static let steps = 64
  /// S at the bottom of the first step, and steps per model unit: up to S = 13.
  private static let lowest = 3.0
  private static let perUnit = 6.4
  /// The most hours that the body clock is ahead or behind, for each part of the table.
  private static let leads = [0, 0.125, 1]

  /// The first minute, 1 or more, at which a sleeper may reach the level.
  ///
  /// - Parameters:
  ///   - s: at sleep onset.
  ///   - minute: of the body clock's day at sleep onset, rounded down; the lead taken in.
  ///   - lead: hours that the body clock is ahead or behind; 0 when onset is on a whole minute.
  mutating func first(
    _ s: Double, _ minute: Int, _ lead: Double, _ level: Double, _ tables: ThreeProcessTables
  ) -> Int {
    let place = (s - Self.lowest) * Self.perUnit
    guard place >= 0, place < Double(Self.steps), lead <= 1, minute >= 0, minute < 1440 else {
      return 1
    }
    if level != self.level || minutes.isEmpty {
      self.level = level
      minutes = [UInt16](repeating: 0, count: Self.leads.count * 1440 * Self.steps)
    }
    let part = lead == 0 ? 0 : lead <= Self.leads[1] ? 1 : 2
    let step = Int(place)
    let index = (part * 1440 + minute) * Self.steps + step
    let known = minutes[index]
    if known > 0 { return Int(known) }
    let found = Self.find(step, minute, Self.leads[part], level, tables)
    minutes[index] = UInt16(found)
    return found
  }

  private static func find(
    _ step: Int, _ minute: Int, _ lead: Double, _ level: Double, _ tables: ThreeProcessTables
  ) -> Int {
    // A body clock that adapts is up to a minute further than the whole one, and gains or loses up to
    // 0.14 of its lead in a sleep of the table's length.
    let shift = lead == 0 ? 0 : (1 + 8.4 * lead) / 60
    let most = lowest + Double(step + 1) / perUnit
    let course = tables.sleep(from: most)
    let longest = ThreeProcessTables.minutesAsleep
    let waking = tables.wakingOnWholeMinutes(
      course, onset: minute, 1, level - shift * tables.steepest, longest)
    // A minute less, so that no rounding matters.
    return max(1, (waking ?? longest + 1) - 1)
  }
}
