/// Which hours a limit counts.
enum HoursPart {
  /// Everything, and home on-call by its factor.
  case total
  /// What is not marked as overtime, and home on-call by its factor (§ 10-4).
  case ordinary
  case overtime
}

/// How home on-call becomes hours (§ 10-4 (3)). Seconds are counted in whole steps, so fine that a
/// factor such as 1/7 stays exact.
struct OnCallScale {
  /// Steps in a second of work.
  var steps: Int64 = 1
  /// Steps in a second on call when no agreement says otherwise.
  var standard: Int64 = 0
  var leavesOutWork = true
  /// Some agreement sets a factor.
  var varies = false

  init(_ limits: Limits) {
    let factor = limits[HomeOnCall.factor]
    leavesOutWork = limits.steps(HomeOnCall.callOuts) == 1
    var steps = Self.joined(1, factor.denominator)
    for agreement in limits.agreements where agreement.limit == HomeOnCall.factor.id {
      guard let value = agreement.value else { continue }
      varies = true
      steps = Self.joined(steps, value.denominator)
    }
    self.steps = steps
    standard = counted(factor)
  }

  /// Steps that one second on call counts by a factor.
  func counted(_ factor: Fraction) -> Int64 {
    let product = max(0, factor.numerator).multipliedFullWidth(by: steps)
    guard product.high == 0, product.low <= UInt64(Int64.max) else { return steps }
    return min(Int64(product.low) / factor.denominator, steps)
  }

  /// The least common multiple, up to a million.
  private static func joined(_ a: Int64, _ b: Int64) -> Int64 {
    var (x, y) = (a, b)
    while y != 0 { (x, y) = (y, x % y) }
    let (product, overflow) = (a / x).multipliedReportingOverflow(by: b)
    return overflow || product > 1_000_000 ? 1_000_000 : product
  }
}

extension Evidence {
  /// Hours of a week by its position in the timeline, in ``OnCallScale/steps`` of a second.
  func hours(_ part: HoursPart, inWeek i: Int) -> Int64 {
    let week = timeline.weekHours[i]
    switch part {
    case .overtime: return week.cappedOvertime * onCall.steps
    case .ordinary: return week.ordinary * onCall.steps + onCallHours(inWeek: i)
    case .total: return week.total * onCall.steps + onCallHours(inWeek: i)
    }
  }

  /// What of them is home on-call.
  func onCallHours(inWeek i: Int) -> Int64 {
    let week = timeline.weekHours[i]
    guard week.onCall > 0 else { return 0 }
    guard onCall.varies else {
      return (week.onCall - (onCall.leavesOutWork ? week.calledOut : 0)) * onCall.standard
    }
    let span = timeline.calendar.weeks[timeline.firstWeek + i]
    return onCallHours(from: span.from, to: span.to)
  }

  /// Home on-call between two moments as hours of work, in ``OnCallScale/steps`` of a second.
  func onCallHours(from: Int32, to: Int32) -> Int64 {
    var (sum, until) = (Int64(0), from)
    for row in rows(.onCall) {
      let shift = roster.shifts[Int(row)]
      let (opens, closes) = (max(shift.start, until), min(shift.end, to))
      guard closes > opens else { continue }
      until = closes
      let factor = inForce(HomeOnCall.factor, from: shift.start, to: shift.end, shift: row)
      var seconds = Int64(closes) - Int64(opens)
      if onCall.leavesOutWork { seconds -= timeline.work(from: opens, to: closes) }
      sum += seconds * onCall.counted(factor.value)
    }
    return sum
  }

  /// The least value that the limit has for the person: what is not over it needs no look.
  func strictest(_ limit: Limit) -> Int64 {
    limits.agreements.reduce(limits.steps(limit)) { least, agreement in
      guard agreement.limit == limit.id, let value = agreement.value else { return least }
      return min(least, Limits.steps(value, limit.unit))
    }
  }

  /// The rules that an averaging agreement (§ 10-5) may be about.
  private static let averagingRules = [
    "AML-10-5-1D", "AML-10-5-1W", "AML-10-5-2D", "AML-10-5-2W", "AML-10-5-A8", "AML-10-5-A52",
    "AML-10-4-1D", "AML-10-4-1W",
  ]

  /// The level of the averaging agreement that covers a stretch, as far as the roster's dates show
  /// it; nil when none does.
  func averaging(from: Int32, to: Int32, shift: Int32) -> AgreementLevel? {
    averagingAgreement(from: from, to: to, shift: shift).map { limits.agreements[Int($0)].level }
  }

  /// The weakest that all the shifts of some blocks have; nil when some shift has none.
  func averaging(
    from: Int32, to: Int32, onAllOf blocks: ClosedRange<Int32>, ordinary: Bool
  ) -> AgreementLevel? {
    var weakest: AgreementLevel?
    for block in timeline.blocks[Int(blocks.lowerBound)...Int(blocks.upperBound)] {
      for piece in block.pieces {
        let shift = timeline.pieces[Int(piece)]
        if ordinary, roster.shifts[Int(shift)].kind == .overtime { continue }
        guard let level = averaging(from: from, to: to, shift: shift) else { return nil }
        weakest = min(weakest ?? level, level)
      }
    }
    return weakest
  }

  func averagingAgreement(from: Int32, to: Int32, shift: Int32) -> Int16? {
    guard !limits.agreements.isEmpty else { return nil }
    let (opens, closes) = (max(from, horizon.start), min(to, horizon.end))
    return agreement(
      about: Self.averagingRules, from: opens, to: max(closes, opens + 1), shift: shift)
  }

  /// The shift with which the work between two moments passes so many seconds; the last one there
  /// when none does alone, as with hours from on-call.
  func shift(passing seconds: Int64, _ part: HoursPart, from: Int32, to: Int32) -> Int32 {
    var (sum, until, last) = (Int64(0), from, Int32(-1))
    let block = timeline.block(endingAfter: from)
    let first = block < timeline.blocks.count ? Int(timeline.blocks[block].pieces.lowerBound) : 0
    let shifts = roster.shifts.span
    let pieces = timeline.pieces.span
    let (isAny, isOvertime) = (part == .total, part == .overtime)
    // Most people have breaks only in minutes, and none of them in overtime.
    let hasPlainBreaks = timeline.pauses.isEmpty && !timeline.hasOvertimeBreaks
    let minute: Int64 = timeline.countsBreaksAsWork ? 0 : 60
    for piece in first..<pieces.count {
      let index = pieces[piece]
      let shift = shifts[Int(index)]
      if shift.start >= to { break }
      guard shift.end > until, isAny || (shift.kind == .overtime) == isOvertime else { continue }
      let (opens, closes) = (max(shift.start, until), min(shift.end, to))
      guard closes > opens else { continue }
      until = closes
      last = index
      sum += Int64(closes) - Int64(opens)
      if hasPlainBreaks {
        sum -= Int64(shift.unpaidBreak) * minute
      } else {
        sum -= pauses(in: shift, index, part, from: opens, to: closes)
      }
      if sum > seconds { return index }
    }
    if last >= 0 { return last }
    return rows(.onCall).last { roster.shifts[Int($0)].start < to } ?? timeline.pieces.first ?? -1
  }

  /// Breaks in a row between two moments that do not count, in seconds.
  private func pauses(
    in row: Shift, _ index: Int32, _ part: HoursPart, from: Int32, to: Int32
  ) -> Int64 {
    let minutes = Int64(row.unpaidBreak) * 60
    var seconds = part == .overtime ? timeline.pausedOvertime(from: from, to: to) : 0
    if timeline.hasOvertimeBreak(index) {
      if part == .overtime { seconds += minutes }
    } else if !timeline.countsBreaksAsWork {
      seconds += timeline.paused(from: from, to: to) + minutes
    }
    return seconds
  }

  /// How many steps longer the hours between two moments look on the wall clock.
  func wallClockExcess(_ part: HoursPart, from: Int32, to: Int32) -> Int64 {
    var excess: Int64 = 0
    var next = timeline.block(endingAfter: from)
    let blocks = timeline.blocks.span
    while next < blocks.count, blocks[next].start < to {
      if blocks[next].startOffset != blocks[next].endOffset {
        excess += wallClockExcess(
          from: max(blocks[next].start, from), to: min(blocks[next].end, to))
      }
      next += 1
    }
    excess *= onCall.steps
    guard part != .overtime else { return excess }
    for row in rows(.onCall) {
      let shift = roster.shifts[Int(row)]
      let (opens, closes) = (max(shift.start, from), min(shift.end, to))
      guard closes > opens else { continue }
      excess += wallClockExcess(from: opens, to: closes) * onCall.standard
    }
    return excess
  }

  /// How many seconds longer some blocks look on the wall clock.
  func wallClockExcess(ofBlocks blocks: Range<Int>) -> Int64 {
    timeline.blocks[blocks].reduce(0) { $0 + Int64($1.endOffset) - Int64($1.startOffset) }
  }

  /// Ordinary working time of a block that is planned: call-outs that go on from a shift, or into one, left out.
  func planned(_ block: PersonTimeline.Block) -> Int64 {
    guard hasRows(.callOut) else { return block.ordinary }
    var (planned, reached) = (Int64(0), block.start)
    for piece in block.pieces {
      let shift = roster.shifts[Int(timeline.pieces[Int(piece)])]
      guard shift.kind != .callOut, shift.kind != .overtime else { continue }
      planned += max(0, Int64(shift.end) - Int64(max(shift.start, reached)))
      reached = max(reached, shift.end)
    }
    return min(block.ordinary, max(0, planned - block.unpaid))
  }

  /// The shift in a block that ends last among those not marked as overtime.
  func lastOrdinaryShift(of block: PersonTimeline.Block) -> Int32 {
    guard block.overtime > 0 else { return block.last }
    let ordinary = block.pieces.lazy.map { timeline.pieces[Int($0)] }.filter {
      roster.shifts[Int($0)].kind != .overtime
    }
    return ordinary.max { roster.shifts[Int($0)].end < roster.shifts[Int($1)].end } ?? block.last
  }
}
