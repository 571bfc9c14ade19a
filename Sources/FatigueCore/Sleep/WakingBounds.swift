/// For how long nobody has woken, by when one fell asleep and how tired: found once for all sleeps that are
/// much alike, so that the search for the minute of waking begins at it or a minute before, or is over.
///
/// The more S at sleep onset, the sooner one wakes. So whoever falls asleep with less S than the most of
/// a step sleeps at least until the one with the most would wake, and no longer than the one with the least.
struct WakingBounds: Sendable {
  /// What is known of a sleep: twice the first minute at which one may wake, and one more where it is sure
  /// that one wakes then; 0 where nothing is known yet.
  private typealias Entry = UInt16

  /// For each minute of the body clock's day at sleep onset, by how far it is from the wall clock, where its
  /// stretch of ``entries`` begins; at 0 nothing is known.
  private var stretches: [UInt32] = []
  /// By whole minutes of sleep until the bend of S; of two each while the body clock adapts.
  private var entries: [Entry] = []
  private var level = Double.nan

  private static let steps = ThreeProcessTables.minutesAsleep

  /// Forgets what holds for another level.
  ///
  /// - Parameter level: S + C + U at which one wakes.
  mutating func begin(_ level: Double) {
    guard level != self.level else { return }
    self.level = level
    stretches = [UInt32](repeating: 0, count: BodyClock.leads.count * 1440)
    entries = [Entry](repeating: 0, count: Self.steps)
  }

  /// Minutes until the bend of S as a step of the table; nil where it has none, so that nothing is known.
  @inline(__always)
  static func step(_ bendAfter: Double) -> Int? {
    let minutes = bendAfter * 60
    // Who is above the bend has none to it, and may be far above.
    return minutes > 0 && minutes < Double(steps) ? Int(minutes) : nil
  }

  /// The first minute, 1 or more, at which a sleeper may wake on a settled body clock, doubled, and one more
  /// where it is sure that one wakes then.
  ///
  /// - Parameter minute: of the day at sleep onset.
  @inline(__always)
  mutating func entry(_ step: Int, _ minute: Int, _ tables: ThreeProcessTables) -> Int {
    let known = entries[Int(stretches[minute]) &+ step]
    return Int(known > 0 ? known : find(step, minute, tables))
  }

  /// The first minute, 1 or more, at which a sleeper may wake while the body clock is ahead or behind.
  ///
  /// - Parameters:
  ///   - minute: of the body clock's day at sleep onset, rounded down; as it is, or as it would be with the
  ///     lead of up to an hour before.
  ///   - part: ``BodyClock/part(_:)`` of that lead.
  @inline(__always)
  mutating func first(_ step: Int, _ minute: Int, part: Int, _ tables: ThreeProcessTables) -> Int {
    let step = step >> 1
    let known = entries[Int(stretches[part &* 1440 &+ minute]) &+ step]
    return Int(known > 0 ? known : find(step, minute, part: part, tables)) >> 1
  }

  @inline(never)
  private mutating func find(_ step: Int, _ minute: Int, _ tables: ThreeProcessTables) -> Entry {
    // A little more and less, so that no rounding matters.
    let first = waking(step, minute, level - 1e-9, tables)
    let last = waking(step + 1, minute, level + 1e-9, tables)
    let isSure = first == last && first <= ThreeProcessTables.minutesAsleep
    return note(UInt16(2 * first + (isSure ? 1 : 0)), step, minute, Self.steps)
  }

  @inline(never)
  private mutating func find(
    _ step: Int, _ minute: Int, part: Int, _ tables: ThreeProcessTables
  ) -> Entry {
    // A body clock that adapts is up to a minute further than the whole one, gains or loses up to 0.015 of
    // its lead in an hour, and up to 0.14 of it in a sleep of the table's length.
    let shift = (1 + 9.3 * BodyClock.leads[part]) / 60
    let first = waking(2 * step, minute, level - shift * tables.steepest - 1e-9, tables)
    return note(UInt16(2 * first), step, part * 1440 + minute, Self.steps / 2)
  }

  /// When someone wakes whose S has some minutes to the bend.
  private func waking(
    _ toBend: Int, _ minute: Int, _ level: Double, _ tables: ThreeProcessTables
  ) -> Int {
    let homeostatic = tables.parameters.homeostatic
    let s = homeostatic.bend - homeostatic.slope * (Double(toBend) / 60)
    let longest = ThreeProcessTables.minutesAsleep
    return tables.wakingOnWholeMinutes(
      homeostatic.sleep(from: s), onset: minute, 1, level, longest) ?? longest + 1
  }

  private mutating func note(_ entry: Entry, _ step: Int, _ place: Int, _ steps: Int) -> Entry {
    if stretches[place] == 0 {
      stretches[place] = UInt32(entries.count)
      entries.append(contentsOf: repeatElement(0, count: steps))
    }
    entries[Int(stretches[place]) + step] = entry
    return entry
  }
}
