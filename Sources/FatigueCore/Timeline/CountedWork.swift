/// Hours of work, less unpaid breaks, added up from the left, so that any window of them is one difference.
///
/// Rows may lie across each other in any number: O(rows · log rows) to make, O(log rows) for a window.
struct CountedWork {
  /// Where counted work begins or ends, in seconds, each with all that is counted before it.
  private var moments: [(at: Int64, before: Int64, isCounted: Bool)] = []
  /// Breaks that rows give without saying when, by twice the middle of their row: they belong to the side
  /// that holds most of it. With all of them until then, in seconds.
  private var breaks: [(twiceMiddle: Int64, until: Int64)] = []
  /// Where rows and breaks with rows of their own begin and end.
  private(set) var edges: [Int32] = []

  /// - Parameters:
  ///   - positions: Of some of the timeline's blocks, one after another.
  ///   - ordinary: Leaves out what is marked as overtime.
  ///   - longest: The longest window that will be asked for, in seconds. A row of twice that or more has
  ///     most of its hours outside any.
  init(
    _ timeline: PersonTimeline, _ positions: Range<Int>, ordinary: Bool, longest: Int64,
    of roster: Roster
  ) {
    // Work is counted where it is not covered by a break or, if so wanted, by overtime.
    var steps: [(at: Int64, work: Int32, cover: Int32)] = []
    func add(_ from: Int32, _ to: Int32, work: Int32, cover: Int32) {
      guard to > from else { return }
      steps.append((Int64(from), work, cover))
      steps.append((Int64(to), -work, -cover))
    }
    var undated: [(twiceMiddle: Int64, seconds: Int64)] = []
    for i in positions {
      let block = timeline.blocks[i]
      add(block.start, block.end, work: 1, cover: 0)
      for piece in block.pieces {
        let index = timeline.pieces[Int(piece)]
        let row = roster.shifts[Int(index)]
        let isLeftOut = ordinary && row.kind == .overtime
        edges.append(row.start)
        edges.append(row.end)
        if isLeftOut { add(row.start, row.end, work: 0, cover: 1) }
        let length = Int64(row.end) - Int64(row.start)
        guard row.unpaidBreak > 0, !isLeftOut, length < 2 * longest,
          !timeline.countsBreaksAsWork, !timeline.hasOvertimeBreak(index)
        else { continue }
        undated.append(
          (Int64(row.start) + Int64(row.end), min(length, Int64(row.unpaidBreak) * 60)))
      }
      var next = PersonTimeline.first(of: timeline.pauses, endingAfter: block.start)
      while next < timeline.pauses.count, timeline.pauses[next].start < block.end {
        let pause = timeline.pauses[next]
        edges.append(pause.start)
        edges.append(pause.end)
        add(max(pause.start, block.start), min(pause.end, block.end), work: 0, cover: 1)
        next += 1
      }
    }
    sum(&steps)
    undated.sort { $0 < $1 }
    var until: Int64 = 0
    for entry in undated {
      until += entry.seconds
      breaks.append((entry.twiceMiddle, until))
    }
  }

  private mutating func sum(_ steps: inout [(at: Int64, work: Int32, cover: Int32)]) {
    steps.sort { $0 < $1 }
    var (work, cover, before) = (Int32(0), Int32(0), Int64(0))
    for (place, step) in steps.enumerated() {
      if place > 0, work > 0, cover == 0 { before += step.at - steps[place - 1].at }
      work += step.work
      cover += step.cover
      if place + 1 < steps.count, steps[place + 1].at == step.at { continue }
      moments.append((step.at, before, work > 0 && cover == 0))
    }
  }

  /// Seconds of counted work between two moments.
  func seconds(from: Int64, to: Int64) -> Int64 {
    max(0, counted(until: to) - counted(until: from) - undated(until: to) + undated(until: from))
  }

  private func counted(until moment: Int64) -> Int64 {
    let place = Self.count(moments) { $0.at <= moment }
    guard place > 0 else { return 0 }
    let last = moments[place - 1]
    return last.before + (last.isCounted ? moment - last.at : 0)
  }

  private func undated(until moment: Int64) -> Int64 {
    let place = Self.count(breaks) { $0.twiceMiddle <= 2 * moment }
    return place > 0 ? breaks[place - 1].until : 0
  }

  /// How many at the front of a sorted list are so.
  private static func count<Element>(
    _ entries: [Element], where isSo: (Element) -> Bool
  ) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isSo(entries[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
