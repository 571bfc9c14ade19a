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
  /// The week's position among all.
  var place: Int

  /// A free stretch and what of it counts, in seconds.
  public struct Stretch: Sendable {
    public var seconds: Int64
    public var from: Int32
    public var to: Int32

    static let none = Stretch(seconds: 0, from: 0, to: 0)
  }
}

extension PersonTimeline {
  /// One entry for each week that lies wholly inside the horizon.
  ///
  /// - Parameters:
  ///   - rest: The weekly rest required, in seconds.
  ///   - daily: The daily rest that need not lie in the week, in seconds; 12 h for the young.
  ///   - onlyShort: Leaves out the weeks that hold a rest: they have one in every reading.
  ///   - horizon: Half open, in seconds from the origin; free time outside it is not counted.
  ///   - weeks: Each week's Monday and its two midnights, ascending.
  ///   - others: What breaks a rest besides work, ascending.
  public func weeklyRests(
    of rest: Int64, less daily: Int64 = Self.periodRest, onlyShort: Bool = false,
    within horizon: WorkInterval, weeks: [WeekSpan], besides others: [WorkInterval] = []
  ) -> [WeeklyRest] {
    guard !onlyShort || !others.isEmpty else {
      var short: [Int] = []
      findWeeks(withoutRest: rest, within: horizon, weeks, into: &short)
      return weeklyRests(of: rest, less: daily, within: horizon, weeks: weeks, at: short)
    }
    let stretches = freeStretches(within: horizon, besides: others)
    let free = stretches.span
    let enough = onlyShort ? rest : .max
    var result: [WeeklyRest] = []
    var first = 0
    for place in weeks.indices {
      let week = weeks[place]
      while first < free.count, free[first].to <= week.from { first += 1 }
      var (i, longest) = (first, Int64(0))
      while i < free.count, free[i].from < week.to, longest < enough {
        longest = max(longest, free[i].length(in: week))
        i += 1
      }
      guard longest < enough else { continue }
      var entry = WeeklyRest(
        monday: week.monday, from: week.from, to: week.to, touches: .none, assigned: .none,
        contained: .none, truncated: false, place: place)
      entry.measure(free, from: first, rest, less: daily)
      result.append(entry)
    }
    if !result.isEmpty { Self.share(free, of: rest, among: weeks, weeks.indices, &result[...]) }
    return result
  }

  /// The same of the weeks that hold no rest. They are few, and a rest is only shared by weeks that lie side by
  /// side, so that no more than their neighbourhood is looked at.
  ///
  /// - Parameter places: What ``findWeeks(withoutRest:within:_:into:)`` finds.
  func weeklyRests(
    of rest: Int64, less daily: Int64 = Self.periodRest, within horizon: WorkInterval,
    weeks: [WeekSpan], at places: [Int]
  ) -> [WeeklyRest] {
    var result: [WeeklyRest] = []
    var next = 0
    while next < places.count {
      // As far as the same rest touches one week and the next.
      var (first, last) = (places[next], places[next])
      while first > 0, sharesRest(weeks[first - 1], weeks[first], of: rest, within: horizon) {
        first -= 1
      }
      while last + 1 < weeks.count,
        sharesRest(weeks[last], weeks[last + 1], of: rest, within: horizon)
      {
        last += 1
      }
      let stretches = freeStretches(
        within: horizon, from: weeks[first].from, to: weeks[last].to)
      let free = stretches.span
      let told = result.count
      var opening = 0
      while next < places.count, places[next] <= last {
        let week = weeks[places[next]]
        while opening < free.count, free[opening].to <= week.from { opening += 1 }
        var entry = WeeklyRest(
          monday: week.monday, from: week.from, to: week.to, touches: .none, assigned: .none,
          contained: .none, truncated: false, place: places[next])
        entry.measure(free, from: opening, rest, less: daily)
        result.append(entry)
        next += 1
      }
      Self.share(free, of: rest, among: weeks, first..<last + 1, &result[told...])
    }
    return result
  }

  /// Whether a stretch as long as a rest touches a week and the one after it.
  private func sharesRest(
    _ week: WeekSpan, _ next: WeekSpan, of rest: Int64, within horizon: WorkInterval
  ) -> Bool {
    // The first that ends after the next week begins, unless there is work then.
    let after = block(endingAfter: next.from)
    let blocks = work.span
    let from = max(after > 0 ? blocks[after - 1].end : .min, horizon.start)
    let to = min(after < blocks.count ? blocks[after].start : .max, horizon.end)
    return from < week.to && to > next.from && Int64(to) - Int64(from) >= rest
  }

  /// Gives each week a rest that touches it. Where there are too few, as many weeks as possible get one, and
  /// those that hold a rest under a stricter reading go first. So no week that only touches a rest takes it
  /// from one that holds it, however many weeks stand between the two.
  ///
  /// - Parameters:
  ///   - places: The weeks looked at: all, or some that share no rest with others.
  ///   - entries: Those of them that are told.
  private static func share(
    _ free: Span<FreeStretch>, of rest: Int64, among weeks: [WeekSpan], _ places: Range<Int>,
    _ entries: inout ArraySlice<WeeklyRest>
  ) {
    let (weeks, base) = (weeks[places], places.lowerBound)
    var shares = [Share](repeating: Share(), count: weeks.count)
    for entry in entries where entry.contained.seconds < rest {
      shares[entry.place - base].rank = entry.assigned.seconds >= rest ? 1 : 2
    }
    // Stretches and weeks are both in order of time, so that most are served when each week takes the first
    // stretch that is left. `number` is how many weeks the stretch at hand serves.
    var (week, stretch, number) = (0, 0, Int64(0))
    while week < weeks.count {
      guard !shares[week].isLeftOut else {
        week += 1
        continue
      }
      while stretch < free.count {
        let isLeft = free[stretch].length >= (number + 1) * max(1, rest)
        if isLeft, free[stretch].to > weeks[base + week].from { break }
        (stretch, number) = (stretch + 1, 0)
      }
      if stretch < free.count, free[stretch].from < weeks[base + week].to {
        (shares[week].stretch, shares[week].number) = (stretch, number)
        number += 1
        week += 1
      } else {
        // Without its last, those that compete are served; what it had goes to the next.
        let last = lastCompeting(for: week, shares, free, weeks)
        shares[last].isLeftOut = true
        if last < week { (stretch, number) = (shares[last].stretch, shares[last].number) }
        week = last + 1
      }
    }
    for i in entries.indices {
      let share = shares[entries[i].place - base]
      entries[i].touches = share.isLeftOut ? entries[i].tooShort : free[share.stretch].whole
    }
  }

  /// The last in rank, then in time, of a week for which no stretch is left and those that have what it could
  /// have, or what one of these could have instead.
  private static func lastCompeting(
    for week: Int, _ shares: [Share], _ free: Span<FreeStretch>, _ weeks: ArraySlice<WeekSpan>
  ) -> Int {
    let base = weeks.startIndex
    var (last, opens, holder) = (week, weeks[base + week].from, week - 1)
    while holder >= 0 {
      if !shares[holder].isLeftOut {
        guard free[shares[holder].stretch].to > opens else { break }
        opens = weeks[base + holder].from
        if shares[holder].rank > shares[last].rank { last = holder }
      }
      holder -= 1
    }
    return last
  }

  /// What a week has of the rests that are shared.
  private struct Share {
    /// 0 when it holds a rest, 1 when it does so in the `assigned` reading alone, 2 otherwise.
    var rank: Int8 = 0
    var isLeftOut = false
    /// The stretch that serves it, and how many weeks before it that stretch serves.
    var stretch = 0
    var number: Int64 = 0
  }

  /// Finds the places of the weeks that hold no stretch without work of a length. O(blocks + weeks).
  func findWeeks(
    withoutRest rest: Int64, within horizon: WorkInterval, _ weeks: [WeekSpan],
    into short: inout [Int]
  ) {
    short.removeAll(keepingCapacity: true)
    let weeks = weeks.span
    var next = 0
    for place in weeks.indices where !hasRest(of: rest, weeks[place], within: horizon, &next) {
      short.append(place)
    }
  }

  /// Whether a week holds a stretch without work of a length.
  ///
  /// - Parameter next: The first block that may reach into the week, or one before it; moved on, never past the first
  ///   that may reach into the week after.
  @inline(__always)
  func hasRest(
    of rest: Int64, _ week: WeekSpan, within horizon: WorkInterval, _ next: inout Int
  ) -> Bool {
    let blocks = work.span
    let (opens, closes) = (max(week.from, horizon.start), min(week.to, horizon.end))
    while next < blocks.count, blocks[next].end <= opens { next += 1 }
    var (free, longest) = (opens, Int64(0))
    while next < blocks.count, blocks[next].start < closes {
      longest = max(longest, Int64(blocks[next].start) - Int64(free))
      free = blocks[next].end
      // What reaches into the next week is seen there again.
      guard free < closes, longest < rest else { break }
      next += 1
    }
    return max(longest, Int64(closes) - Int64(free)) >= rest
  }

  /// The gaps between work that end after a moment and begin before another, cut at the horizon; and maybe one
  /// before them.
  private func freeStretches(
    within horizon: WorkInterval, from opens: Int32, to closes: Int32
  ) -> [FreeStretch] {
    let blocks = work.span
    var free: [FreeStretch] = []
    free.reserveCapacity(32)
    var i = block(endingAfter: opens)
    var (from, isCut) = (horizon.start, true)
    if i > 0, blocks[i - 1].end > from { (from, isCut) = (blocks[i - 1].end, false) }
    while i < blocks.count, from < closes {
      let start = blocks[i].start
      let to = min(start, horizon.end)
      if to > from {
        free.append(FreeStretch(from: from, to: to, isCut: isCut || start > horizon.end))
      }
      if blocks[i].end > from { (from, isCut) = (blocks[i].end, false) }
      i += 1
    }
    if i == blocks.count, horizon.end > from {
      free.append(FreeStretch(from: from, to: horizon.end, isCut: true))
    }
    return free
  }

  /// The gaps between work, cut at the horizon.
  private func freeStretches(
    within horizon: WorkInterval, besides others: [WorkInterval]
  ) -> [FreeStretch] {
    let (blocks, others) = (work.span, others.span)
    let count = blocks.count + others.count
    var free: [FreeStretch] = []
    free.reserveCapacity(count + 1)
    var (from, isCut) = (horizon.start, true)
    var (block, other) = (0, 0)
    // Where nothing else breaks them, blocks do not overlap.
    while others.isEmpty, block < blocks.count, blocks[block].end < horizon.end {
      let to = blocks[block].start
      if to > from { free.append(FreeStretch(from: from, to: to, isCut: isCut)) }
      if blocks[block].end > from { (from, isCut) = (blocks[block].end, false) }
      block += 1
    }
    for _ in block..<count {
      var isOther = block == blocks.count
      if !isOther, other < others.count { isOther = others[other].start < blocks[block].start }
      let start = isOther ? others[other].start : blocks[block].start
      let end = isOther ? others[other].end : blocks[block].end
      if isOther { other += 1 } else { block += 1 }
      let to = min(start, horizon.end)
      if to > from {
        free.append(FreeStretch(from: from, to: to, isCut: isCut || start > horizon.end))
      }
      if end > from { (from, isCut) = (end, false) }
    }
    if horizon.end > from {
      free.append(FreeStretch(from: from, to: horizon.end, isCut: true))
    }
    return free
  }
}

/// A stretch without work.
private struct FreeStretch {
  var from: Int32
  var to: Int32
  /// The first or last date of the input cuts it off.
  var isCut: Bool

  var length: Int64 { Int64(to) - Int64(from) }
  var whole: WeeklyRest.Stretch { .init(seconds: length, from: from, to: to) }

  /// What of it lies in a week that it overlaps, in seconds.
  func length(in week: WeekSpan) -> Int64 {
    Int64(min(to, week.to)) - Int64(max(from, week.from))
  }
}

extension WeeklyRest {
  /// Finds what the stretches from the first that ends after the week begins give it, but for those that
  /// weeks share.
  fileprivate mutating func measure(
    _ free: Span<FreeStretch>, from first: Int, _ rest: Int64, less daily: Int64
  ) {
    var insideOnly = Stretch.none
    var i = first
    while i < free.count, free[i].from < to {
      let (whole, isCut) = (free[i].whole, free[i].isCut)
      let (from, to) = (max(whole.from, from), min(whole.to, to))
      let inside = Int64(to) - Int64(from)
      if isCut {
        truncated = true
        cutInside = max(cutInside, inside)
      }
      if inside > contained.seconds {
        contained = .init(seconds: inside, from: from, to: to)
        insideOnly = .init(seconds: inside, from: whole.from, to: whole.to)
      }
      if inside >= min(rest - daily, whole.seconds), whole.seconds > assigned.seconds {
        assigned = whole
      }
      if whole.seconds < rest, whole.seconds > tooShort.seconds { tooShort = whole }
      i += 1
    }
    if assigned.seconds == 0 { assigned = insideOnly }
  }
}

/// A fixed week: its Monday and the midnights that bound it, in seconds from the origin.
public struct WeekSpan: Sendable {
  public var monday: CivilDate
  public var from: Int32
  public var to: Int32
}

/// A Saturday and a Sunday.
struct Weekend: Sendable {
  /// The Saturday, as days since 1970.
  var saturday: Int32
  /// The midnights that bound them, in seconds from the origin.
  var from: Int32
  var to: Int32
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

  /// The weekends that lie wholly inside the horizon.
  var wholeWeekends: [Weekend] {
    let known = knownDates
    var weekends: [Weekend] = []
    var saturday = known.lowerBound.monday + 5
    if saturday < known.lowerBound { saturday = saturday + 7 }
    while saturday + 1 <= known.upperBound {
      weekends.append(
        Weekend(saturday: saturday.days, from: midnight(saturday), to: midnight(saturday + 2)))
      saturday = saturday + 7
    }
    return weekends
  }
}
