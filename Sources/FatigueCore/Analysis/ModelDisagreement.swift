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
    let lanes = RuleBook.rules.map(\.lane)
    for range in analysis.findingRanges {
      let findings = analysis.findings[range]
      let sleepy = Stretches(findings.lazy.filter { $0.rule == kss })
      let loaded = Stretches(findings.lazy.filter { $0.rule == index })
      let warned = findings.filter { $0.rule == kss && $0.status == .warning }
      var rules: [Finding] = []
      for finding in findings {
        switch lanes[Int(finding.rule)] {
        case .law, .agreement, .research: rules.append(finding)
        case .model, .data: break
        }
      }
      ruleFindings += rules.count
      rulesAlone += rules.count { !sleepy.touch(from: $0.from, to: $0.to) }
      let ruled = Stretches(rules)
      sleepinessWarnings += warned.count
      sleepinessAlone += warned.count { !ruled.touch(from: $0.from, to: $0.to) }
      sleepinessWithoutIndex += warned.count { !loaded.touch(from: $0.from, to: $0.to) }
      indexWithoutSleepiness += findings.count {
        $0.rule == index && !sleepy.touch(from: $0.from, to: $0.to)
      }
    }
  }

  /// Stretches of time, joined where they touch.
  private struct Stretches {
    private var joined: [(from: Int32, to: Int32)] = []

    init(_ findings: some Sequence<Finding>) {
      for finding in findings.sorted(by: { $0.from < $1.from }) {
        if let last = joined.last, finding.from <= last.to {
          joined[joined.count - 1].to = max(last.to, finding.to)
        } else {
          joined.append((finding.from, finding.to))
        }
      }
    }

    func touch(from: Int32, to: Int32) -> Bool {
      var (low, high) = (0, joined.count)
      while low < high {
        let middle = (low + high) / 2
        if joined[middle].to <= from { low = middle + 1 } else { high = middle }
      }
      return low < joined.count && joined[low].from < to
    }
  }
}

extension RosterAnalysis {
  public var disagreement: ModelDisagreement { ModelDisagreement(self) }
}
