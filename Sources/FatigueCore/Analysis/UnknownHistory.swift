/// What may have come before a plan that does not show it, at worst.
///
/// A duty's sleepiness follows from S, the clock and the sleep since. So of many histories that the rests
/// of the law allow, those are kept that bring a person to the first duty with the lowest S, with the
/// least sleep and longest awake, and the three at the quartiles of S: who is better rested wakes sooner
/// and can be sleepier on the second duty. The duties are then computed with each of these six at most.
///
/// `Assumed:` duties of ten hours, or of thirteen, at least eight hours apart (the least that an agreement
/// can give, § 10-8 (3)), three before the first one that is shown.
enum UnknownHistory {
  /// Seconds of a duty not shown, of the rest before the first one shown, and from each start to the next.
  struct Candidate: Hashable {
    var length: Int64
    var rest: Int64
    var cycle: Int64

    /// The duties, by start; the last ends `rest` before `first`.
    func duties(before first: Int32, count: Int) -> [WorkInterval] {
      (0..<count).reversed().map { back in
        let end = Int64(first) - rest - Int64(back) * cycle
        return WorkInterval(
          start: Int32(clamping: end - length), end: Int32(clamping: end))
      }
    }
  }

  /// Days after the first duty on which unknown history can still be felt: an error in S is 3e-8 of
  /// itself after a week.
  static let feltDays: Int64 = 7 * 86_400
  /// The same for cumulative risk, which only days off take away.
  static let feltDaysOfIndex: Int64 = 28 * 86_400

  /// How many duties each history has.
  static let dutiesForSleep = 3
  /// A run of nights before the first one shown; cumulative fatigue grows no more after it.
  static let dutiesForIndex = 7

  /// Sleep depends on where in the day the last duty ended, and how long before.
  static let forSleep: [Candidate] = {
    var candidates: [Candidate] = []
    for length: Int64 in [10, 13] {
      for rest: Int64 in 8...38 {
        for cycle in [24, length + 8] {
          candidates.append(
            Candidate(length: length * 3600, rest: rest * 3600, cycle: cycle * 3600))
        }
      }
    }
    return candidates
  }()

  /// Runs of one duty a day: nights before a night, and the shortest rests.
  static let forIndex: [Candidate] = {
    let hours: [(length: Int64, rest: Int64)] = [
      (10, 14), (9, 15), (13, 11), (16, 8), (9, 11), (9, 8),
    ]
    return hours.map {
      Candidate(length: $0.length * 3600, rest: $0.rest * 3600, cycle: 24 * 3600)
    }
  }()

  /// The state in which a history leaves a person at the first duty shown.
  struct Arrival {
    var s: Double
    var awake: Int
    var asleep: Int
  }

  /// The histories that are worst for a first duty, the gravest of each kind.
  ///
  /// - Parameter arrival: How a history leaves the person; nil when asleep at the start.
  static func worst(_ arrival: (Candidate) -> Arrival?) -> [Candidate] {
    var picks: [Pick] = []
    for candidate in forSleep {
      guard let state = arrival(candidate) else { continue }
      picks.append(Pick(candidate: candidate, state: state))
    }
    // The order of the candidates decides between equals.
    let byS = picks.enumerated().sorted {
      $0.element.state.s == $1.element.state.s
        ? $0.offset < $1.offset : $0.element.state.s < $1.element.state.s
    }.map(\.element)
    var worst: [Candidate] = []
    func keep(_ pick: Pick?) {
      if let pick, !worst.contains(pick.candidate) { worst.append(pick.candidate) }
    }
    keep(byS.first)
    keep(picks.min { $0.state.asleep < $1.state.asleep })
    keep(picks.min { $0.state.awake > $1.state.awake })
    // The quartiles of S.
    for quarter in 1...3 where !byS.isEmpty { keep(byS[(byS.count - 1) * quarter / 4]) }
    return worst
  }

  private struct Pick {
    var candidate: Candidate
    var state: Arrival
  }
}
