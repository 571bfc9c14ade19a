/// What follows from the blocks. Each thing is found in a pass of its own: a pass that is after one thing
/// has all it needs at hand.
extension PersonTimeline {
  /// Joins blocks to main work periods, and finds the runs of one type, of dates and of start times.
  mutating func layOut() {
    guard !blocks.isEmpty else { return }
    joinPeriods()
    findRotation()
    findStretches()
    findDates()
  }

  // MARK: Periods

  @inline(never)
  private mutating func joinPeriods() {
    let blocks = blocks
    var periods: [Period] = []
    swap(&periods, &self.periods)
    periods.append(addingCapacity: blocks.count) { periods in
      let blocks = blocks.span
      var before = Int64.min / 2
      for i in blocks.indices {
        let (start, end, place) = (blocks[i].start, blocks[i].end, Int32(truncatingIfNeeded: i))
        if Int64(start) - before >= Self.periodRest || !goesOn(periods, with: blocks[i]) {
          periods.append(
            Period(start: start, end: end, blocks: place..<place + 1, type: blocks[i].type))
        } else {
          let last = periods.count - 1
          add(blocks[i], at: place, to: &periods[last])
        }
        before = Int64(end)
      }
    }
    swap(&periods, &self.periods)
  }

  /// Whether the last period and a block less than a daily rest after it leave room for one in 24 hours.
  @inline(never)
  private func goesOn(_ periods: borrowing OutputSpan<Period>, with block: Block) -> Bool {
    let last = periods.count - 1
    return Int64(block.end) - Int64(periods[last].start) <= Self.day - Self.periodRest
  }

  @inline(never)
  private func add(_ block: Block, at place: Int32, to period: inout Period) {
    period.end = block.end
    period.blocks = period.blocks.lowerBound..<place + 1
    // What begins after 18:00 is no night by that alone: the start of the duty says its type.
    if period.type != .night, block.type == .night, hasNight(in: place..<place + 1) {
      period.type = .night
    }
  }

  // MARK: Rotation

  /// Finds the runs of periods of one type, and the changes of start time from one period to the next.
  @inline(never)
  private mutating func findRotation() {
    let (blocks, periods) = (blocks, periods)
    var (runs, steps): ([Rotation.Run], [Rotation.Step]) = ([], [])
    swap(&runs, &self.runs)
    swap(&steps, &self.steps)
    var (longest, backward) = (longestRun, 0)
    runs.append(addingCapacity: periods.count) { runs in
      steps.append(addingCapacity: periods.count) { steps in
        let (blocks, periods) = (blocks.span, periods.span)
        var (first, type, end) = (0, periods[0].type, Int64(periods[0].end))
        var clock = blocks[0].second
        for i in 1..<periods.count {
          let period = periods[i]
          let second = blocks[Int(period.blocks.lowerBound)].second
          let isNear = Int64(period.start) - end < Rotation.longestGap
          end = Int64(period.end)
          if !isNear || period.type != type {
            let run = Rotation.Run(type: type, periods: first..<i)
            runs.append(run)
            if run.count > longest.count { longest = run }
            (first, type) = (i, period.type)
          }
          if second != clock, isNear {
            let change = Rotation.change(from: clock, to: second)
            if abs(change) >= Rotation.smallestStep {
              if change < 0 { backward += 1 }
              steps.append(
                Rotation.Step(
                  change: change, from: periods[i - 1].start, to: period.end,
                  shift: blocks[Int(period.blocks.lowerBound)].first))
            }
          }
          clock = second
        }
        let run = Rotation.Run(type: type, periods: first..<periods.count)
        runs.append(run)
        if run.count > longest.count { longest = run }
      }
    }
    swap(&runs, &self.runs)
    swap(&steps, &self.steps)
    (longestRun, backwardSteps) = (longest, backward)
  }

  /// Finds the blocks of one type that lie together.
  @inline(never)
  private mutating func findStretches() {
    guard blocks.count > periods.count else {
      // Each block is a period, and the runs of these are what is sought.
      let runs = runs
      stretchesOfOneType.append(addingCapacity: runs.count) { stretches in
        for run in runs { stretches.append(run.periods) }
      }
      return
    }
    var first = 0
    for i in 1..<blocks.count {
      let rest = Int64(blocks[i].start) - Int64(blocks[i - 1].end)
      if blocks[i].type != blocks[i - 1].type || rest >= Rotation.longestGap {
        stretchesOfOneType.append(first..<i)
        first = i
      }
    }
    stretchesOfOneType.append(first..<blocks.count)
  }

  // MARK: Dates

  /// Finds the runs of dates with work, and how long blocks are and the time off between them.
  @inline(never)
  private mutating func findDates() {
    let blocks = blocks
    var runs: [DateRun] = []
    swap(&runs, &dateRuns)
    var (longest, isTangled, hasLong) = (Int64(0), false, false)
    var (quick, shortest, densest, all) = (0, Int64.max, Int64(0), Int64(0))
    runs.append(addingCapacity: blocks.count) { runs in
      let blocks = blocks.span
      var (end, date, free) = (
        Int64(blocks[0].end), Int64(blocks[0].date), Int64(blocks[0].lastDate) + 1
      )
      // The first date of the run, the place of its first block, and where the dates begin on each of which
      // a block does.
      var (first, opening, dense) = (date, Int32(0), date)
      longest = blocks[0].length
      all = longest
      for i in 1..<blocks.count {
        let (start, own) = (Int64(blocks[i].start), Int64(blocks[i].date))
        let rest = start - end
        end = Int64(blocks[i].end)
        longest = max(longest, end - start)
        all += end - start
        shortest = min(shortest, rest)
        if rest < Self.periodRest { quick += 1 }
        if own > free {
          let place = Int32(truncatingIfNeeded: i)
          runs.append(
            DateRun(first: Int32(first), last: Int32(free - 1), blocks: opening..<place))
          if rest >= Self.longGap { hasLong = true }
          densest = max(densest, date - dense)
          (first, opening, dense) = (own, place, own)
        } else if own != date + 1 || rest >= Rotation.longestGap {
          if own <= date || rest >= Rotation.longestGap { isTangled = true }
          if own < date || own > date + 1 {
            densest = max(densest, date - dense)
            dense = own
          }
        }
        free = max(free, Int64(blocks[i].lastDate) + 1)
        date = own
      }
      densest = max(densest, date - dense)
      runs.append(
        DateRun(
          first: Int32(first), last: Int32(free - 1),
          blocks: opening..<Int32(truncatingIfNeeded: blocks.count)))
    }
    swap(&runs, &dateRuns)
    (longestBlock, hasTangledDates, hasLongGap) = (longest, isTangled, hasLong)
    (shortGaps, shortestGap, allInBlocks) = (quick, shortest, all)
    longestStartRun = Int(densest) + 1
  }
}
