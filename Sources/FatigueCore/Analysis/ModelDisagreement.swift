/// Where the models and the rules do not agree, counted and never averaged.
public struct ModelDisagreement: Sendable, Equatable {
  /// Findings about one person of law, agreement and research, each by itself; lanes without any are left
  /// out.
  public var rules: [OfLane] = []

  /// How many findings a lane has, and how many lie where the model predicts no sleepiness to speak of.
  public struct OfLane: Sendable, Equatable {
    public var lane: Lane
    public var findings = 0
    public var alone = 0
  }

  /// Warnings of high predicted sleepiness where no rule finds anything, and how many warnings there are.
  public var sleepinessAlone = 0
  public var sleepinessWarnings = 0
  /// Of those warnings the ones where the fatigue index is within good practice, and warnings and notes
  /// of the index where sleepiness is under the yellow level.
  public var sleepinessWithoutIndex = 0
  public var indexWithoutSleepiness = 0

  public init() {}

  /// O(findings · log findings).
  init(_ analysis: RosterAnalysis) {
    let (kss, index) = (
      UInt16(RuleBook.index(PeakSleepiness.rule.id) ?? 0),
      UInt16(RuleBook.index(FatigueIndexLevel.rule.id) ?? 0)
    )
    let lanes: [Lane] = [.law, .agreement, .research]
    let places = RuleBook.rules.map { lanes.firstIndex(of: $0.lane) }
    var counts = lanes.map { OfLane(lane: $0) }
    var (peaks, warned, indices) = ([WorkInterval](), [WorkInterval](), [WorkInterval]())
    var rules: [(lane: Int, stretch: WorkInterval)] = []
    let findings = analysis.findings
    for range in analysis.findingRanges {
      peaks.removeAll(keepingCapacity: true)
      warned.removeAll(keepingCapacity: true)
      indices.removeAll(keepingCapacity: true)
      rules.removeAll(keepingCapacity: true)
      for i in range {
        let rule = findings[i].rule
        let stretch = WorkInterval(start: findings[i].from, end: findings[i].to)
        if rule == kss {
          peaks.append(stretch)
          if findings[i].status == .warning { warned.append(stretch) }
        } else if rule == index {
          indices.append(stretch)
        } else if let lane = findings[i].isAgreed ? 1 : places[Int(rule)] {
          rules.append((lane, stretch))
        }
      }
      let (sleepy, loaded) = (Stretches(peaks), Stretches(indices))
      let ruled = Stretches(rules.map(\.stretch))
      for rule in rules {
        counts[rule.lane].findings += 1
        if !sleepy.touch(rule.stretch) { counts[rule.lane].alone += 1 }
      }
      sleepinessWarnings += warned.count
      sleepinessAlone += warned.count { !ruled.touch($0) }
      sleepinessWithoutIndex += warned.count { !loaded.touch($0) }
      indexWithoutSleepiness += indices.count { !sleepy.touch($0) }
    }
    self.rules = counts.filter { $0.findings > 0 }
  }

  /// Stretches of time, joined where they touch.
  private struct Stretches {
    private var joined: [WorkInterval] = []

    init(_ stretches: [WorkInterval]) {
      guard !stretches.isEmpty else { return }
      // Those of one rule are in order already.
      let isOrdered = zip(stretches, stretches.dropFirst()).allSatisfy { $0.start <= $1.start }
      let ordered = isOrdered ? stretches : stretches.sorted { $0.start < $1.start }
      var open = ordered[0]
      for stretch in ordered {
        if stretch.start <= open.end {
          open.end = max(open.end, stretch.end)
        } else {
          joined.append(open)
          open = stretch
        }
      }
      joined.append(open)
    }

    func touch(_ stretch: WorkInterval) -> Bool {
      var (low, high) = (0, joined.count)
      while low < high {
        let middle = (low + high) / 2
        if joined[middle].end <= stretch.start { low = middle + 1 } else { high = middle }
      }
      return low < joined.count && joined[low].start < stretch.end
    }
  }
}

extension RosterAnalysis {
  public var disagreement: ModelDisagreement { ModelDisagreement(self) }
}
