/// The best weekly rest of one fixed week under each reading of aml. § 10-8 (2) (S-WEEK).
public struct WeeklyRest: Sendable {
  /// Monday of the week.
  public var monday: CivilDate
  /// In seconds from the roster's origin.
  public var from: Int32
  public var to: Int32
  /// Any free stretch that overlaps the week counts; each serves only as many weeks as it is rests
  /// long.
  public var touches: Stretch
  /// At least the rest less a daily rest lies inside the week.
  public var assigned: Stretch
  /// Only what lies inside the week counts.
  public var contained: Stretch
  /// A free stretch of this week is cut off by the first or last date of the input.
  public var truncated: Bool
  /// The longest part inside the week of a stretch that is cut off so, in seconds.
  public var cutInside: Int64 = 0
  /// The longest stretch that overlaps the week and is shorter than the rest.
  var tooShort = Stretch.none

  /// A free stretch and what of it counts, in seconds.
  public struct Stretch: Sendable {
    public var seconds: Int64
    public var from: Int32
    public var to: Int32

    static let none = Stretch(seconds: 0, from: 0, to: 0)
  }
}

extension PersonTimeline {
  /// The least of the longest free stretches that the weeks have, each counted only inside its week, in
  /// seconds: most people have so much that no rule needs a closer look. The greatest number without weeks.
  ///
  /// The parameters are those of ``weeklyRests(of:less:within:weeks:besides:)``.
  func leastWeeklyRest(within horizon: WorkInterval, weeks: [WeekSpan]) -> Int64 {
    let (blocks, weeks) = (blocks.span, weeks.span)
    var (next, least) = (0, Int64.max)
    for week in weeks.indices {
      let (opens, closes) = (
        max(weeks[week].from, horizon.start), min(weeks[week].to, horizon.end)
      )
      while next < blocks.count, blocks[next].end <= opens { next += 1 }
      var (free, longest) = (opens, Int64(0))
      while next < blocks.count, blocks[next].start < closes {
        longest = max(longest, Int64(blocks[next].start) - Int64(free))
        free = blocks[next].end
        // What reaches into the next week is seen there again.
        guard blocks[next].end < closes else { break }
        next += 1
      }
      least = min(least, max(longest, Int64(closes) - Int64(free)))
    }
    return least
  }

  /// One entry for each week that lies wholly inside the horizon.
  ///
  /// - Parameters:
  ///   - rest: The weekly rest required, in seconds.
  ///   - daily: The daily rest that need not lie in the week, in seconds; 12 h for the young.
  ///   - horizon: Half open, in seconds from the origin; free time outside it is not counted.
  ///   - weeks: Each week's Monday and its two midnights, ascending.
  ///   - others: What breaks a rest besides work, ascending.
  public func weeklyRests(
    of rest: Int64, less daily: Int64 = Self.periodRest, within horizon: WorkInterval,
    weeks: [WeekSpan],
    besides others: [WorkInterval] = []
  ) -> [WeeklyRest] {
    var free = freeStretches(within: horizon, rest, besides: others)
    var result: [WeeklyRest] = []
    result.reserveCapacity(weeks.count)
    var first = 0
    for week in weeks {
      while first < free.count, free[first].to <= week.from { first += 1 }
      var entry = WeeklyRest(
        monday: week.monday, from: week.from, to: week.to, touches: .none, assigned: .none,
        contained: .none, truncated: false)
      var insideOnly = WeeklyRest.Stretch.none
      var server: Int?
      var i = first
      while i < free.count, free[i].from < week.to {
        let stretch = free[i]
        let length = Int64(stretch.to) - Int64(stretch.from)
        let (from, to) = (max(stretch.from, week.from), min(stretch.to, week.to))
        let inside = Int64(to) - Int64(from)
        if stretch.cut {
          entry.truncated = true
          entry.cutInside = max(entry.cutInside, inside)
        }
        if inside > entry.contained.seconds {
          entry.contained = .init(seconds: inside, from: from, to: to)
          insideOnly = .init(seconds: inside, from: stretch.from, to: stretch.to)
        }
        let needed = min(rest - daily, length)
        if inside >= needed, length > entry.assigned.seconds {
          entry.assigned = .init(seconds: length, from: stretch.from, to: stretch.to)
        }
        if stretch.serves > 0 {
          // The stretches are in time order, so the first that can serve is the one to use.
          if server == nil { server = i }
        } else if length < rest, length > entry.tooShort.seconds {
          entry.tooShort = .init(seconds: length, from: stretch.from, to: stretch.to)
        }
        i += 1
      }
      if let server {
        free[server].serves -= 1
        let length = Int64(free[server].to) - Int64(free[server].from)
        entry.touches = .init(seconds: length, from: free[server].from, to: free[server].to)
      } else {
        entry.touches = entry.tooShort
      }
      if entry.assigned.seconds == 0 { entry.assigned = insideOnly }
      result.append(entry)
    }
    if result.contains(where: { $0.touches.seconds < rest }) { share(free, of: rest, &result) }
    return result
  }

  /// Gives the stretches out anew where there are too few for all weeks: as many weeks as possible get one,
  /// and those that hold a rest under a stricter reading go first. So no week that only touches a rest takes
  /// it from one that holds it, however many weeks stand between the two.
  private func share(_ free: [FreeStretch], of rest: Int64, _ weeks: inout [WeeklyRest]) {
    let order = weeks.indices.sorted {
      let (a, b) = (weeks[$0], weeks[$1])
      let ranks = [a, b].map { week in
        week.contained.seconds >= rest ? 0 : week.assigned.seconds >= rest ? 1 : 2
      }
      return ranks[0] == ranks[1] ? $0 < $1 : ranks[0] < ranks[1]
    }
    var served = [[Int]](repeating: [], count: free.count)
    var isTried = [Bool](repeating: false, count: free.count)

    /// Finds the week a stretch, if need be by finding another for a week that has one.
    func serve(_ week: Int) -> Bool {
      var i = first(of: week)
      while i < free.count, free[i].from < weeks[week].to {
        let place = i
        i += 1
        let length = Int64(free[place].to) - Int64(free[place].from)
        guard length >= rest, !isTried[place] else { continue }
        isTried[place] = true
        if served[place].count < Int(length / max(1, rest)) {
          served[place].append(week)
          return true
        }
        for holder in served[place].indices where serve(served[place][holder]) {
          served[place][holder] = week
          return true
        }
      }
      return false
    }

    /// The first stretch that ends after a week begins.
    func first(of week: Int) -> Int {
      var (low, high) = (0, free.count)
      while low < high {
        let middle = (low + high) / 2
        if free[middle].to <= weeks[week].from { low = middle + 1 } else { high = middle }
      }
      return low
    }

    for week in order {
      for i in isTried.indices { isTried[i] = false }
      if !serve(week) { weeks[week].touches = weeks[week].tooShort }
    }
    for (stretch, own) in zip(free, served) {
      for week in own {
        weeks[week].touches = .init(
          seconds: Int64(stretch.to) - Int64(stretch.from), from: stretch.from, to: stretch.to)
      }
    }
  }

  /// The gaps between work, cut at the horizon, and how many weeks each can serve.
  private func freeStretches(
    within horizon: WorkInterval, _ rest: Int64, besides others: [WorkInterval]
  ) -> [FreeStretch] {
    var stretches: [FreeStretch] = []
    stretches.reserveCapacity(blocks.count + others.count + 1)
    var from = horizon.start
    var cut = true
    if others.isEmpty {
      for block in blocks { pass(block.start, block.end) }
    } else {
      let busy = blocks.map { WorkInterval(start: $0.start, end: $0.end) } + others
      for stretch in busy.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
        pass(stretch.start, stretch.end)
      }
    }
    append(from, horizon.end, true)
    return stretches

    func pass(_ start: Int32, _ end: Int32) {
      append(from, min(start, horizon.end), cut || start > horizon.end)
      if end > from { (from, cut) = (end, false) }
    }

    func append(_ from: Int32, _ to: Int32, _ cut: Bool) {
      let length = Int64(to) - Int64(from)
      guard length > 0 else { return }
      let serves = length < rest ? 0 : length / max(1, rest)
      stretches.append(FreeStretch(from: from, to: to, serves: serves, cut: cut))
    }
  }

  private struct FreeStretch {
    var from: Int32
    var to: Int32
    /// Weeks it can still serve under the `touches` reading.
    var serves: Int64
    var cut: Bool
  }
}

/// A fixed week: its Monday and the midnights that bound it, in seconds from the origin.
public struct WeekSpan: Sendable {
  public var monday: CivilDate
  public var from: Int32
  public var to: Int32
}

extension Roster {
  /// The dates of which something is known as one stretch: midnight to midnight.
  public var horizon: WorkInterval {
    let known = knownDates
    return WorkInterval(start: midnight(known.lowerBound), end: midnight(known.upperBound + 1))
  }

  /// The Monday-to-Monday weeks that lie wholly inside the horizon.
  public var wholeWeeks: [WeekSpan] {
    let known = knownDates
    var weeks: [WeekSpan] = []
    var monday = known.lowerBound.monday
    if monday < known.lowerBound { monday = monday + 7 }
    while monday + 6 <= known.upperBound {
      weeks.append(WeekSpan(monday: monday, from: midnight(monday), to: midnight(monday + 7)))
      monday = monday + 7
    }
    return weeks
  }
}
