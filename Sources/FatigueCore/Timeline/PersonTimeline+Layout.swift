/// What follows from the blocks, found in one pass over them.
extension PersonTimeline {
  /// Joins blocks to main work periods, and finds the runs of one type, of dates and of start times.
  mutating func layOut() {
    let blocks = blocks
    guard let opening = blocks.first else { return }
    var before = opening
    var period = OpenPeriod(opening, at: 0)
    var rotation = OpenRotation()
    var stretch = 0
    var dates = DateRun(first: opening.date, last: opening.lastDate, blocks: 0..<1)
    longestBlock = opening.length
    for i in 1..<blocks.count {
      let block = blocks[i]
      let rest = Int64(block.start) - Int64(before.end)
      longestBlock = max(longestBlock, block.length)
      if rest >= Self.longGap { hasLongGap = true }
      if rest < Self.periodRest,
        Int64(block.end) - Int64(period.start) <= Self.day - Self.periodRest
      {
        period.add(block, at: i)
        // What begins after 18:00 is no night by that alone: the start of the duty says its type.
        if period.type != .night, block.type == .night,
          hasNight(in: Int32(i)..<Int32(i + 1))
        {
          period.type = .night
        }
      } else {
        close(period, &rotation)
        period = OpenPeriod(block, at: i)
      }
      if block.type != before.type || rest >= Rotation.longestGap {
        stretchesOfOneType.append(stretch..<i)
        stretch = i
      }
      if block.date > dates.last + 1 {
        dateRuns.append(dates)
        dates = DateRun(
          first: block.date, last: block.lastDate, blocks: Int32(i)..<Int32(i + 1))
      } else {
        if block.date <= before.date || rest >= Rotation.longestGap { hasTangledDates = true }
        dates.last = max(dates.last, block.lastDate)
        dates.blocks = dates.blocks.lowerBound..<Int32(i + 1)
      }
      before = block
    }
    close(period, &rotation)
    stretchesOfOneType.append(stretch..<blocks.count)
    dateRuns.append(dates)
    append(Rotation.Run(type: rotation.type, periods: rotation.first..<periods.count))
  }

  private mutating func append(_ run: Rotation.Run) {
    runs.append(run)
    if run.count > longestRun.count { longestRun = run }
  }

  /// A main work period that may go on with the next block.
  private struct OpenPeriod {
    var start: Int32
    var end: Int32
    var blocks: Range<Int32>
    var type: ShiftType
    /// Seconds after local midnight at its start, and the shift that starts it.
    var second: Int32
    var shift: Int32

    init(_ block: Block, at i: Int) {
      (start, end) = (block.start, block.end)
      blocks = Int32(i)..<Int32(i + 1)
      (type, second, shift) = (block.type, block.second, block.first)
    }

    mutating func add(_ block: Block, at i: Int) {
      end = block.end
      blocks = blocks.lowerBound..<Int32(i + 1)
    }
  }

  /// The run of periods of one type that is open, and the period last closed.
  private struct OpenRotation {
    var first = 0
    var type = ShiftType.day
    var start: Int32 = 0
    var end: Int32 = 0
    var second: Int32 = 0
  }

  private mutating func close(_ period: OpenPeriod, _ rotation: inout OpenRotation) {
    if periods.isEmpty {
      rotation.type = period.type
    } else {
      let isNear = Int64(period.start) - Int64(rotation.end) < Rotation.longestGap
      if !isNear || period.type != rotation.type {
        append(Rotation.Run(type: rotation.type, periods: rotation.first..<periods.count))
        (rotation.first, rotation.type) = (periods.count, period.type)
      }
      if isNear {
        let change = Rotation.change(from: rotation.second, to: period.second)
        if abs(change) >= Rotation.smallestStep {
          if change < 0 { backwardSteps += 1 }
          steps.append(
            Rotation.Step(
              change: change, from: rotation.start, to: period.end, shift: period.shift))
        }
      }
    }
    (rotation.start, rotation.end, rotation.second) = (period.start, period.end, period.second)
    periods.append(
      Period(start: period.start, end: period.end, blocks: period.blocks, type: period.type))
  }
}
