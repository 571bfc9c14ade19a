/// Where the models and the rules do not agree, counted and never averaged.
public struct ModelDisagreement: Sendable, Equatable {
  /// Findings of law, agreement and research about one person that lie where the model predicts no
  /// sleepiness to speak of, and how many such findings there are.
  public var rulesAlone = 0
  public var ruleFindings = 0
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
    let isOfRules = RuleBook.rules.map { [.law, .agreement, .research].contains($0.lane) }
    var (peaks, warned, indices) = ([WorkInterval](), [WorkInterval](), [WorkInterval]())
    var rules: [WorkInterval] = []
    for range in analysis.findingRanges {
      peaks.removeAll(keepingCapacity: true)
      warned.removeAll(keepingCapacity: true)
      indices.removeAll(keepingCapacity: true)
      rules.removeAll(keepingCapacity: true)
      for i in range {
        let finding = analysis.findings[i]
        let stretch = WorkInterval(start: finding.from, end: finding.to)
        if finding.rule == kss {
          peaks.append(stretch)
          if finding.status == .warning { warned.append(stretch) }
        } else if finding.rule == index {
          indices.append(stretch)
        } else if isOfRules[Int(finding.rule)] {
          rules.append(stretch)
        }
      }
      let (sleepy, loaded, ruled) = (Stretches(peaks), Stretches(indices), Stretches(rules))
      ruleFindings += rules.count
      rulesAlone += rules.count { !sleepy.touch($0) }
      sleepinessWarnings += warned.count
      sleepinessAlone += warned.count { !ruled.touch($0) }
      sleepinessWithoutIndex += warned.count { !loaded.touch($0) }
      indexWithoutSleepiness += indices.count { !sleepy.touch($0) }
    }
  }

  /// Stretches of time, joined where they touch.
  private struct Stretches {
    private var joined: [WorkInterval] = []

    init(_ stretches: [WorkInterval]) {
      for stretch in stretches.sorted(by: { $0.start < $1.start }) {
        if let last = joined.last, stretch.start <= last.end {
          joined[joined.count - 1].end = max(last.end, stretch.end)
        } else {
          joined.append(stretch)
        }
      }
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
