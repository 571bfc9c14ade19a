/// One person's work in time order, at the three grains that rules need: shifts as written, work
/// blocks (touching and overlapping shifts merged, S-UNION) and main work periods (S-PERIOD).
///
/// A worker keeps one and refills it for each person, so that no person costs an allocation.
public struct PersonTimeline: Sendable {
  /// A merged stretch of work. Seconds from the roster's origin.
  public struct Block: Sendable {
    public var start: Int32
    public var end: Int32
    /// Positions in ``pieces`` of the shifts it holds.
    public var pieces: Range<Int32>
    public var type: ShiftType
    /// The shift in it that starts first and the one that ends last, as indices in the roster.
    public var first: Int32
    public var last: Int32
    /// Seconds east of UTC at either end.
    public var startOffset: Int32 = 0
    public var endOffset: Int32 = 0
    /// Break that the rows mark as unpaid, in seconds: no working time, but no rest either.
    public var unpaid: Int64 = 0
    /// What rows of overtime cover, unpaid breaks left out, in seconds. Where a row of planned work
    /// covers the same time, it is overtime.
    public var overtime: Int64 = 0

    public var length: Int64 { Int64(end) - Int64(start) }
    /// Working time as §§ 10-4 and 10-6 count it (`DESIGN` 2.19).
    public var working: Int64 { max(0, length - unpaid) }
    /// Working time that is not marked as overtime (§ 10-4).
    public var ordinary: Int64 { max(0, working - overtime) }
  }

  /// A main work period: blocks too close together for a daily rest between them.
  public struct Period: Sendable {
    public var start: Int32
    public var end: Int32
    public var blocks: Range<Int32>
    public var type: ShiftType
  }

  /// A night shift and the date it is counted on.
  public struct Night: Sendable {
    /// Index in the roster.
    public var shift: Int32
    /// Position in ``blocks`` of the block that holds it.
    public var block: Int32
    public var date: CivilDate
  }

  /// Two shifts that claim the same time.
  public struct Overlap: Sendable {
    public var earlier: Int32
    public var later: Int32
    public var seconds: Int64
  }

  /// Indices in the roster of the shifts that are work, by start.
  public private(set) var pieces: [Int32] = []
  public private(set) var blocks: [Block] = []
  public private(set) var periods: [Period] = []
  public private(set) var nights: [Night] = []
  /// Positions in ``nights``: each range holds nights on consecutive dates.
  public private(set) var nightRuns: [Range<Int>] = []
  public private(set) var overlaps: [Overlap] = []
  /// What of the shifts lies inside 21–06 (§ 10-11 (1)), overlaps counted twice. Seconds.
  public private(set) var legalNight: Int64 = 0
  /// Consecutive main work periods of one type, and the changes of start time between periods.
  public private(set) var runs: [Rotation.Run] = []
  public private(set) var steps: [Rotation.Step] = []
  /// Positions in ``blocks``: each range holds blocks of one type with less than 72 h between one and the
  /// next.
  private(set) var stretchesOfOneType: [Range<Int>] = []
  /// Rests under 11 h between main work periods.
  public private(set) var quickRests: [ShortRest] = []
  /// Hours of the fixed weeks from the first to the last that the person's rows touch; the first is
  /// number ``firstWeek`` of ``calendar``.
  public internal(set) var weekHours: [WeekHours] = []
  public internal(set) var firstWeek = 0
  /// The most work and on-call time of any week, and all overtime. Seconds.
  public internal(set) var mostInWeek: Int64 = 0
  public internal(set) var overtimeSeconds: Int64 = 0
  /// Some week has days that averages leave out.
  public internal(set) var hasAbsence = false
  /// The fixed weeks to sum; none by default.
  public let calendar: WeekCalendar
  /// Two blocks lie less than ``shortBreak`` apart.
  private(set) var hasShortBreaks = false
  /// Breaks in the rows count as work, because nobody may leave (§ 10-9 (1) third sentence).
  public let countsBreaksAsWork: Bool
  /// Rows of breaks, those that overlap made one.
  private(set) var pauses: [WorkInterval] = []

  /// Runs of dates with any work, for the roster's origin; nil before a person is laid out.
  private(set) var runsOfDates: (origin: Int64, runs: [DateRun])?

  public init(calendar: WeekCalendar = .none, countsBreaksAsWork: Bool = false) {
    self.calendar = calendar
    self.countsBreaksAsWork = countsBreaksAsWork
  }

  /// Rest that parts two main work periods (S-PERIOD).
  public static let periodRest: Int64 = 11 * 3600
  static let day: Int64 = 24 * 3600
  /// A gap under this parts no shift for research's rules on the length of shifts and nights.
  /// Assumed: an hour is the longest meal break, and nobody gets home and back in less.
  static let shortBreak: Int64 = 3600
  /// A night shift has at least this much between 23 and 06 (S-NIGHT).
  public static let nightHours: Int64 = 3 * 3600

  /// Lays out one person's slice of a roster.
  public mutating func fill(_ roster: Roster, person: Int, clock: inout ZoneCursor) {
    pieces.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    periods.removeAll(keepingCapacity: true)
    nights.removeAll(keepingCapacity: true)
    nightRuns.removeAll(keepingCapacity: true)
    overlaps.removeAll(keepingCapacity: true)
    stretchesOfOneType.removeAll(keepingCapacity: true)
    quickRests.removeAll(keepingCapacity: true)
    weekHours.removeAll(keepingCapacity: true)
    pauses.removeAll(keepingCapacity: true)
    (firstWeek, mostInWeek, overtimeSeconds, hasAbsence) = (0, 0, 0, false)
    legalNight = 0
    hasShortBreaks = false
    let origin = roster.origin.seconds
    var (hasOvertime, hasOthers) = (false, false)
    for index in roster.slices[person] {
      let shift = roster.shifts[index]
      guard shift.kind.isWork, shift.end > shift.start else {
        switch shift.kind {
        case .break where !countsBreaksAsWork: addPause(shift)
        case .onCall, .absence: hasOthers = true
        default: break
        }
        continue
      }
      if shift.kind == .overtime { hasOvertime = true }
      place(shift, Int32(index))
      let night = clock.nightSeconds(
        from: origin + Int64(shift.start), to: origin + Int64(shift.end))
      legalNight += night.legal
      if night.evidence >= Self.nightHours { addNight(shift, Int32(index), origin, &clock) }
    }
    if pieces.count > blocks.count || hasShortBreaks { addDividedNights(origin, &clock) }
    if !pauses.isEmpty { addBreaks() }
    if hasOvertime { addOvertime(roster) }
    typeBlocks(origin, &clock)
    runsOfDates = (origin, findDateRuns(origin: origin))
    joinPeriods()
    findNightRuns()
    findStretchesOfOneType()
    quickRests = shortRests(under: Self.periodRest)
    runs = Rotation.runs(self)
    steps = Rotation.steps(self)
    sumWeeks(roster, person: person, others: hasOthers, clock: &clock)
  }

  private mutating func place(_ shift: Shift, _ index: Int32) {
    pieces.append(index)
    let piece = Int32(pieces.count - 1)
    let unpaid = countsBreaksAsWork ? 0 : Int64(shift.unpaidBreak) * 60
    guard let last = blocks.indices.last, shift.start <= blocks[last].end else {
      if let last = blocks.last, Int64(shift.start) - Int64(last.end) < Self.shortBreak {
        hasShortBreaks = true
      }
      blocks.append(
        Block(
          start: shift.start, end: shift.end, pieces: piece..<piece + 1, type: .day, first: index,
          last: index, unpaid: unpaid))
      return
    }
    blocks[last].unpaid += unpaid
    if shift.start < blocks[last].end {
      let shared = min(Int64(shift.end), Int64(blocks[last].end)) - Int64(shift.start)
      overlaps.append(Overlap(earlier: blocks[last].last, later: index, seconds: shared))
    }
    blocks[last].pieces = blocks[last].pieces.lowerBound..<piece + 1
    if shift.end > blocks[last].end {
      blocks[last].end = shift.end
      blocks[last].last = index
    }
  }

  private mutating func addPause(_ row: Shift) {
    if let last = pauses.indices.last, row.start <= pauses[last].end {
      pauses[last].end = max(pauses[last].end, row.end)
    } else if row.end > row.start {
      pauses.append(WorkInterval(start: row.start, end: row.end))
    }
  }

  /// Breaks with rows of their own, where they lie inside work.
  private mutating func addBreaks() {
    for i in blocks.indices {
      blocks[i].unpaid += paused(from: blocks[i].start, to: blocks[i].end)
    }
  }

  /// Seconds between two moments that rows of breaks cover.
  func paused(from: Int32, to: Int32) -> Int64 {
    guard !pauses.isEmpty else { return 0 }
    // The first break that ends after `from`.
    var (low, high) = (0, pauses.count)
    while low < high {
      let middle = (low + high) / 2
      if pauses[middle].end <= from { low = middle + 1 } else { high = middle }
    }
    var sum: Int64 = 0
    while low < pauses.count, pauses[low].start < to {
      sum += Int64(min(pauses[low].end, to)) - Int64(max(pauses[low].start, from))
      low += 1
    }
    return sum
  }

  private mutating func addOvertime(_ roster: Roster) {
    for i in blocks.indices {
      let hasSome = blocks[i].pieces.contains {
        roster.shifts[Int(pieces[Int($0)])].kind == .overtime
      }
      guard hasSome else { continue }
      blocks[i].overtime =
        parts(ofBlock: i, from: blocks[i].start, to: blocks[i].end, roster).overtime
    }
  }

  /// A night is counted on the local date of its middle less twelve hours, so that one starting
  /// after midnight belongs to the evening before.
  private mutating func addNight(
    _ shift: Shift, _ index: Int32, _ origin: Int64, _ clock: inout ZoneCursor
  ) {
    let middle = origin + (Int64(shift.start) + Int64(shift.end)) / 2
    let date = CivilTime(localSeconds: clock.local(middle) - Self.day / 2).date
    nights.append(Night(shift: index, block: Int32(blocks.count - 1), date: date))
  }

  /// Nights written as rows none of which is a night by itself, with short breaks between them at
  /// most, are nights all the same.
  private mutating func addDividedNights(_ origin: Int64, _ clock: inout ZoneCursor) {
    var (next, i) = (0, 0)
    while i < blocks.count {
      let parts = shift(from: i)
      defer { i = parts.upperBound }
      let first = next
      while next < nights.count, nights[next].block < Int32(parts.upperBound) { next += 1 }
      guard next == first, parts.count > 1 || blocks[i].pieces.count > 1 else { continue }
      var seconds: Int64 = 0
      for block in blocks[parts] {
        seconds += clock.seconds(
          of: .evidence, from: origin + Int64(block.start), to: origin + Int64(block.end))
      }
      guard seconds >= Self.nightHours else { continue }
      let last = blocks[parts.upperBound - 1]
      let middle = (Int64(blocks[i].start) + Int64(last.end)) / 2
      let date = CivilTime(localSeconds: clock.local(origin + middle) - Self.day / 2).date
      let night = Night(shift: last.last, block: Int32(parts.upperBound - 1), date: date)
      nights.insert(night, at: next)
      next += 1
    }
  }

  private mutating func typeBlocks(_ origin: Int64, _ clock: inout ZoneCursor) {
    for i in blocks.indices {
      blocks[i].startOffset = clock.offset(at: origin + Int64(blocks[i].start))
      blocks[i].endOffset = clock.offset(at: origin + Int64(blocks[i].end))
      let local = origin + Int64(blocks[i].start) + Int64(blocks[i].startOffset)
      blocks[i].type = ShiftType(startingAt: Int(local %% Self.day))
    }
    for night in nights { blocks[Int(night.block)].type = .night }
  }

  private mutating func joinPeriods() {
    for (i, block) in blocks.enumerated() {
      let position = Int32(i)
      if let last = periods.indices.last,
        Int64(block.start) - Int64(periods[last].end) < Self.periodRest,
        Int64(block.end) - Int64(periods[last].start) <= Self.day - Self.periodRest
      {
        periods[last].end = block.end
        periods[last].blocks = periods[last].blocks.lowerBound..<position + 1
        if block.type == .night { periods[last].type = .night }
      } else {
        periods.append(
          Period(
            start: block.start, end: block.end, blocks: position..<position + 1, type: block.type))
      }
    }
  }

  private mutating func findNightRuns() {
    for i in nights.indices {
      if let run = nightRuns.last, nights[i].date - nights[i - 1].date <= 1 {
        nightRuns[nightRuns.count - 1] = run.lowerBound..<i + 1
      } else {
        nightRuns.append(i..<i + 1)
      }
    }
  }

  /// The nights, those on one date once: a night in two rows is one night. None when the rows are not
  /// more than so many.
  func nightsByDate(moreThan most: Int) -> [Night] {
    guard nights.count > most else { return [] }
    var last: CivilDate?
    return nights.filter { night in
      defer { last = night.date }
      return night.date != last
    }
  }

  /// The blocks from one on that short breaks alone part: one shift as people speak of it.
  func shift(from block: Int) -> Range<Int> {
    var next = block + 1
    while hasShortBreaks, next < blocks.count,
      Int64(blocks[next].start) - Int64(blocks[next - 1].end) < Self.shortBreak
    {
      next += 1
    }
    return block..<next
  }

  /// The blocks that make one shift with one of them.
  func shift(around block: Int) -> Range<Int> {
    var first = block
    while hasShortBreaks, first > 0,
      Int64(blocks[first].start) - Int64(blocks[first - 1].end) < Self.shortBreak
    {
      first -= 1
    }
    return shift(from: first)
  }

  /// From the start of the first of some blocks to the end of the last, in seconds.
  func length(of blocks: Range<Int>) -> Int64 {
    Int64(self.blocks[blocks.upperBound - 1].end) - Int64(self.blocks[blocks.lowerBound].start)
  }

  /// The main work period that holds a block, as a position in ``periods``.
  func period(ofBlock block: Int) -> Int {
    var (low, high) = (0, periods.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(periods[middle].blocks.lowerBound) <= block { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func findStretchesOfOneType() {
    guard var before = blocks.first else { return }
    var first = 0
    for (i, block) in blocks.enumerated().dropFirst() {
      if block.type != before.type
        || Int64(block.start) - Int64(before.end) >= Rotation.longestGap
      {
        stretchesOfOneType.append(first..<i)
        first = i
      }
      before = block
    }
    stretchesOfOneType.append(first..<blocks.count)
  }

  /// How many night dates a run holds; two shifts on one night count once.
  public func length(ofNightRun run: Range<Int>) -> Int {
    nights[run.upperBound - 1].date - nights[run.lowerBound].date + 1
  }
}

/// Day, evening or night, by the clock at the start (`DESIGN` rotation).
public enum ShiftType: UInt8, Sendable, CaseIterable {
  /// Starts 04–12.
  case day
  /// Starts 12–18.
  case evening
  /// Starts 18–04, or has at least 3 h between 23 and 06 whatever its start.
  case night

  init(startingAt secondOfDay: Int) {
    switch secondOfDay {
    case 4 * 3600..<12 * 3600: self = .day
    case 12 * 3600..<18 * 3600: self = .evening
    default: self = .night
    }
  }
}
