@testable import FatigueCore

/// The weekly rests of one person, each week looked at by itself, and the rests shared by trying whether one
/// more week can have one.
struct PlainWeeks {
  /// What rules use of a ``WeeklyRest``.
  struct Entry: Equatable {
    var from: Int32
    var contained: Int64
    var assigned: Int64
    /// Where the longest of either reading begins.
    var containedFrom: Int32
    var assignedFrom: Int32
    /// Nothing when it is served, else the longest that is too short.
    var tooShort: Int64?
    var truncated: Bool
    var cutInside: Int64
  }

  private(set) var entries: [Entry] = []

  init(
    _ timeline: PersonTimeline, of rest: Int64, less daily: Int64, in roster: Roster,
    besides others: [WorkInterval]
  ) {
    let free = Self.stretches(timeline, roster.horizon, others)
    let weeks = roster.wholeWeeks
    for week in weeks {
      let own = free.filter { $0.to > week.from && $0.from < week.to }
      func inside(_ stretch: Stretch) -> Int64 {
        Int64(min(stretch.to, week.to)) - Int64(max(stretch.from, week.from))
      }
      let longest = own.first { stretch in own.allSatisfy { inside($0) <= inside(stretch) } }
      let enough = own.filter { inside($0) >= min(rest - daily, $0.length) }
      let assigned = enough.first { stretch in enough.allSatisfy { $0.length <= stretch.length } }
      let cut = own.filter(\.isCut)
      entries.append(
        Entry(
          from: week.from, contained: longest.map(inside) ?? 0,
          assigned: assigned?.length ?? longest.map(inside) ?? 0,
          containedFrom: longest.map { max($0.from, week.from) } ?? 0,
          assignedFrom: (assigned ?? longest)?.from ?? 0,
          tooShort: own.map(\.length).filter { $0 < rest }.max() ?? 0,
          truncated: !cut.isEmpty, cutInside: cut.map(inside).max() ?? 0))
    }
    let ranks = entries.map { $0.contained >= rest ? 0 : $0.assigned >= rest ? 1 : 2 }
    let order = weeks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    var served: [Int] = []
    for week in order {
      let wanted = (served + [week]).sorted()
      if Self.canServe(wanted.map { weeks[$0] }, free, rest) { served = wanted }
    }
    for week in served { entries[week].tooShort = nil }
  }

  private struct Stretch {
    var from: Int32
    var to: Int32
    var isCut: Bool
    var length: Int64 { Int64(to) - Int64(from) }
  }

  /// The first stretch left is the one to take, as weeks and stretches are both in order of time.
  private static func canServe(_ weeks: [WeekSpan], _ free: [Stretch], _ rest: Int64) -> Bool {
    var left = free.map { Int($0.length / rest) }
    for week in weeks {
      let own = free.indices.first {
        left[$0] > 0 && free[$0].to > week.from && free[$0].from < week.to
      }
      guard let own else { return false }
      left[own] -= 1
    }
    return true
  }

  private static func stretches(
    _ timeline: PersonTimeline, _ horizon: WorkInterval, _ others: [WorkInterval]
  ) -> [Stretch] {
    let work = timeline.blocks.map { WorkInterval(start: $0.start, end: $0.end) }
    let busy = (work + others).filter { $0.end > horizon.start }.sorted { $0.start < $1.start }
    var free: [Stretch] = []
    var from = horizon.start
    for (i, interval) in busy.enumerated() {
      let to = min(interval.start, horizon.end)
      if to > from {
        free.append(
          Stretch(from: from, to: to, isCut: i == 0 || interval.start > horizon.end))
      }
      from = max(from, interval.end)
    }
    if horizon.end > from { free.append(Stretch(from: from, to: horizon.end, isCut: true)) }
    return free
  }
}

extension PlainWeeks.Entry {
  init(_ week: WeeklyRest) {
    self.init(
      from: week.from, contained: week.contained.seconds, assigned: week.assigned.seconds,
      containedFrom: week.contained.from, assignedFrom: week.assigned.from,
      tooShort: week.touches.seconds > week.tooShort.seconds ? nil : week.touches.seconds,
      truncated: week.truncated, cutInside: week.cutInside)
  }
}
