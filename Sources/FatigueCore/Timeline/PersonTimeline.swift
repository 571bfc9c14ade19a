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
    public var startOffset: Int32
    public var endOffset: Int32
    /// The local date on which it begins, as days since 1970, and seconds after that date's midnight.
    public var date: Int32
    public var second: Int32
    /// The local date on which it ends, as days since 1970; one that ends at midnight ends on the
    /// date before.
    public var lastDate: Int32
    /// Break that the rows mark as unpaid, in seconds: no working time, but no rest either.
    public var unpaid: Int64 = 0
    /// What rows of overtime cover, unpaid breaks left out, in seconds. Where a row of planned work
    /// covers the same time, it is overtime. Breaks in it that are working time (§ 10-9 (2)) are in.
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
    /// That of its first block, or night when it holds one (S-NIGHT).
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
  public internal(set) var pieces: [Int32] = []
  public internal(set) var blocks: [Block] = []
  /// When each of them begins and ends, close together for those who only ask that.
  public private(set) var work: [WorkInterval] = []
  public internal(set) var periods: [Period] = []
  public internal(set) var nights: [Night] = []
  /// Positions in ``nights``: each range holds nights on consecutive dates.
  public internal(set) var nightRuns: [Range<Int>] = []
  public internal(set) var overlaps: [Overlap] = []
  /// What of the shifts lies inside 21–06 (§ 10-11 (1)), overlaps counted twice. Seconds.
  public internal(set) var legalNight: Int64 = 0
  /// Consecutive main work periods of one type, and the changes of start time between periods.
  public internal(set) var runs: [Rotation.Run] = []
  public internal(set) var steps: [Rotation.Step] = []
  /// How many of the steps are backward.
  var backwardSteps = 0
  /// The longest of ``runs``, the first of several.
  var longestRun = Rotation.Run(type: .day, periods: 0..<0)
  /// Runs of dates with any work, in time order.
  public internal(set) var dateRuns: [DateRun] = []
  /// Positions in ``blocks``: each range holds blocks of one type with less than 72 h between one and the
  /// next.
  var stretchesOfOneType: [Range<Int>] = []
  /// Two blocks begin on one date, or so far apart that ``stretchesOfOneType`` parts them though their dates
  /// follow each other.
  var hasTangledDates = false
  /// The most work on a fixed day, and the blocks that begin on each with more than ``longDay``.
  var mostInDay = MostInDay()
  var longDays: [Range<Int>] = []
  /// Rests under 11 h between main work periods.
  public internal(set) var quickRests: [ShortRest] = []
  /// The longest of ``blocks``, in seconds, and all that is flagged in any shift: a rule whose limit or
  /// flag is not there needs no look at the shifts.
  var longestBlock: Int64 = 0
  var flags: ShiftFlags = []
  /// All of them, in seconds; how many gaps between one and the next are under ``periodRest``, and the
  /// shortest, in seconds: the greatest number without any.
  var allInBlocks: Int64 = 0
  var shortGaps = 0
  var shortestGap = Int64.max
  /// The most dates in a row on which a block begins.
  var longestStartRun = 0
  /// Six days or more lie between one block and the next.
  var hasLongGap = false
  /// Hours of the fixed weeks from the first to the last that the person's rows touch; the first is
  /// number ``firstWeek`` of ``calendar``.
  public internal(set) var weekHours: [WeekHours] = []
  public internal(set) var firstWeek = 0
  /// The most work and on-call time of any week and of any four in a row, and that of them all. Seconds.
  public internal(set) var mostInWeek: Int64 = 0
  var mostInFourWeeks: Int64 = 0
  var allInWeeks: Int64 = 0
  /// All overtime. Seconds.
  public internal(set) var overtimeSeconds: Int64 = 0
  /// Some week has days that averages leave out.
  public internal(set) var hasAbsence = false
  /// The fixed weeks to sum; none by default.
  public let calendar: WeekCalendar
  /// Two blocks lie less than ``shortBreak`` apart.
  var hasShortBreaks = false
  /// Where the fixed day begins when the parties have said so, in seconds after local midnight.
  let dayStart: Int64
  /// Breaks in the rows count as work, because nobody may leave (§ 10-9 (1) third sentence).
  public let countsBreaksAsWork: Bool
  /// Rows of breaks, those that overlap made one.
  var pauses: [WorkInterval] = []
  /// What of the rows of breaks lies in overtime after ordinary hours (``findOvertimeBreaks(_:)``), and the
  /// rows of such overtime that give their break in minutes, as indices in the roster.
  var overtimePauses: [WorkInterval] = []
  var overtimeMinutes: [Int32] = []

  /// Notes when the blocks begin and end.
  mutating func noteWork() {
    work.removeAll(keepingCapacity: true)
    // Where nothing is added the library writes the count of an empty array, which all threads share.
    guard !blocks.isEmpty else { return }
    let blocks = blocks
    work.append(addingCapacity: blocks.count) { work in
      let blocks = blocks.span
      for i in blocks.indices {
        work.append(WorkInterval(start: blocks[i].start, end: blocks[i].end))
      }
    }
  }

  public init(
    calendar: WeekCalendar = .none, dayStart: Int64 = 0, countsBreaksAsWork: Bool = false
  ) {
    self.calendar = calendar
    self.dayStart = dayStart
    self.countsBreaksAsWork = countsBreaksAsWork
  }

  /// Rest that parts two main work periods (S-PERIOD).
  public static let periodRest: Int64 = 11 * 3600
  static let day: Int64 = 24 * 3600
  /// A gap under this parts no shift for research's rules on the length of shifts and nights.
  /// Assumed: an hour is the longest meal break, and nobody gets home and back in less.
  static let shortBreak: Int64 = 3600
  /// A gap that may hold a week without anything.
  static let longGap: Int64 = 6 * day
  /// A night shift has at least this much between 23 and 06 (S-NIGHT).
  public static let nightHours: Int64 = 3 * 3600

  /// Seconds between two moments that rows of breaks cover.
  func paused(from: Int32, to: Int32) -> Int64 { Self.seconds(of: pauses, from: from, to: to) }

  /// What of some breaks, by start, lies between two moments.
  static func seconds(of pauses: [WorkInterval], from: Int32, to: Int32) -> Int64 {
    guard !pauses.isEmpty else { return 0 }
    var next = first(of: pauses, endingAfter: from)
    var sum: Int64 = 0
    while next < pauses.count, pauses[next].start < to {
      sum += Int64(min(pauses[next].end, to)) - Int64(max(pauses[next].start, from))
      next += 1
    }
    return sum
  }

  /// Position of the first break that ends after a moment; their count when none does.
  static func first(of pauses: [WorkInterval], endingAfter moment: Int32) -> Int {
    var (low, high) = (0, pauses.count)
    while low < high {
      let middle = (low + high) / 2
      if pauses[middle].end <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The nights, those on one date once: a night in two rows is one night. None when the rows are not
  /// more than so many.
  func nightsByDate(moreThan most: Int) -> [Night] {
    guard nights.count > most else { return [] }
    guard hasSharedNights else { return nights }
    var last: CivilDate?
    return nights.filter { night in
      defer { last = night.date }
      return night.date != last
    }
  }

  /// Two rows of night, one after the other, are counted on one date.
  private var hasSharedNights: Bool {
    let nights = nights.span
    for i in nights.indices.dropFirst() where nights[i].date == nights[i - 1].date { return true }
    return false
  }

  /// The last block of the main work period that holds a block.
  func lastBlock(ofPeriodWith block: Int) -> Int {
    // A daily rest after it ends the period.
    if block + 1 == blocks.count
      || Int64(blocks[block + 1].start) - Int64(blocks[block].end) >= Self.periodRest
    {
      return block
    }
    return Int(periods[period(ofBlock: block)].blocks.upperBound) - 1
  }

  /// How many main work periods hold a night (S-NIGHT).
  var nightPeriods: Int {
    let (nights, periods) = (nights.span, periods.span)
    var (next, count) = (0, 0)
    for i in periods.indices {
      let end = periods[i].blocks.upperBound
      guard next < nights.count, nights[next].block < end else { continue }
      count += 1
      while next < nights.count, nights[next].block < end { next += 1 }
    }
    return count
  }

  /// Whether some of these blocks holds a night (S-NIGHT); a start after 18:00 alone makes none.
  func hasNight(in blocks: Range<Int32>) -> Bool {
    var (low, high) = (0, nights.count)
    while low < high {
      let middle = (low + high) / 2
      if nights[middle].block < blocks.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < nights.count && nights[low].block < blocks.upperBound
  }

  /// The blocks from one on that short breaks alone part: one shift as people speak of it.
  @inline(__always)
  func shift(from block: Int) -> Range<Int> {
    hasShortBreaks ? parts(from: block) : block..<block + 1
  }

  private func parts(from block: Int) -> Range<Int> {
    var next = block + 1
    while next < blocks.count,
      Int64(blocks[next].start) - Int64(blocks[next - 1].end) < Self.shortBreak
    {
      next += 1
    }
    return block..<next
  }

  /// The blocks that make one shift with one of them.
  @inline(__always)
  func shift(around block: Int) -> Range<Int> {
    hasShortBreaks ? parts(around: block) : block..<block + 1
  }

  private func parts(around block: Int) -> Range<Int> {
    var first = block
    while first > 0,
      Int64(blocks[first].start) - Int64(blocks[first - 1].end) < Self.shortBreak
    {
      first -= 1
    }
    return parts(from: first)
  }

  /// From the start of the first of some blocks to the end of the last, in seconds.
  @inline(__always)
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

  /// How many night dates a run holds; two shifts on one night count once.
  public func length(ofNightRun run: Range<Int>) -> Int {
    nights[run.upperBound - 1].date - nights[run.lowerBound].date + 1
  }
}

/// Some of day, evening and night.
public struct ShiftTypes: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ type: ShiftType) { self.init(rawValue: 1 &<< type.rawValue) }

  public static let day = ShiftTypes(.day)
  public static let evening = ShiftTypes(.evening)
  public static let night = ShiftTypes(.night)
  public static let all: ShiftTypes = [.day, .evening, .night]
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
