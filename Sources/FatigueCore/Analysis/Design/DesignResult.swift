/// What lanes find in a plan, for everybody together.
public struct LaneTotals: Sendable {
  public var shifts = 0
  public var people = 0
  public var days = 0
  private var counts: [Lane: LaneCount] = [:]
  /// Findings by rule and status, for those who ask what stands.
  public private(set) var rules: [Key: Int] = [:]

  public struct Key: Hashable, Sendable {
    /// Index in ``RuleBook/rules``.
    public var rule: Int
    public var status: FindingStatus
  }

  /// Counts findings about people; those about the plan as a whole turn on papers, not on shifts.
  public init(_ analysis: RosterAnalysis) {
    people = analysis.people.count
    shifts = analysis.people.reduce(0) { $0 + $1.shifts }
    days = analysis.roster.lastDate - analysis.roster.firstDate + 1
    for finding in analysis.findings where !finding.isAboutPlan && !finding.isWaived {
      let lane = finding.isAgreed ? .agreement : RuleBook.rule(of: finding).lane
      counts[lane, default: LaneCount()].add(finding.status)
      rules[Key(rule: Int(finding.rule), status: finding.status), default: 0] += 1
    }
  }

  public subscript(lane: Lane) -> LaneCount { counts[lane] ?? LaneCount() }

  /// Findings of a lane and status for each thousand shifts, so that plans of different lengths compare.
  public func perThousand(_ count: Int) -> Double {
    shifts > 0 ? Double(count) * 1000 / Double(shifts) : 0
  }

  /// How the graver findings of a lane compare with another plan's, each for as many shifts: below zero when
  /// fewer. The gravest status that differs decides.
  public func comparison(_ other: LaneTotals, _ lane: Lane) -> Double {
    let (a, b) = (self[lane], other[lane])
    let pairs = [
      (a.breach, b.breach), (a.disputed, b.disputed), (a.warning, b.warning), (a.note, b.note),
    ]
    for (mine, theirs) in pairs {
      let difference = perThousand(mine) - other.perThousand(theirs)
      if abs(difference) > 1e-9 { return difference }
    }
    return 0
  }
}

extension LaneTotals {
  /// The lanes in which a proposal is to be better than today's plan.
  static let weighed: [Lane] = [.law, .agreement, .research, .model]

  /// How far a plan is from being better than this one in every lane, for as many shifts; 0 when it is. A number to
  /// search by, seen by nobody.
  ///
  /// - Parameters:
  ///   - shifts: Of the plan that the counts are of.
  ///   - count: What is found in it, by lane.
  func shortfall(shifts: Int, of count: (Lane) -> LaneCount) -> Int {
    Self.weighed.reduce(0) { sum, lane in
      let (mine, theirs) = (count(lane), self[lane])
      let levels = [
        (mine.breach, theirs.breach, 1000), (mine.disputed, theirs.disputed, 100),
        (mine.warning, theirs.warning, 10), (mine.note, theirs.note, 1),
      ]
      for (own, other, weight) in levels {
        let excess = own * self.shifts - other * shifts
        if excess < 0 { return sum }
        if excess > 0 { return sum + weight * (1 + excess / max(1, self.shifts)) }
      }
      return mine.isEmpty ? sum : sum + 1
    }
  }
}

/// A base plan that is proposed, and what the rules and the model say of it.
public struct DesignResult: Sendable {
  public let spec: DesignSpec
  /// Nil when the wishes cannot be met.
  public let grid: DesignGrid?
  public let totals: LaneTotals?
  /// The plan it is compared with.
  public let against: LaneTotals?

  /// Makes a plan and judges it for everybody over one round of all lines.
  public init(
    _ spec: DesignSpec, analysis: AnalysisSettings, settings: DesignSettings = DesignSettings(),
    against: LaneTotals? = nil
  ) {
    self.spec = spec
    self.against = against
    grid = DesignSearch(spec, analysis: analysis, settings: settings, against: against).find()
    totals = grid.flatMap { Self.totals($0, spec, analysis, against: against) }
  }

  /// What is found in a grid when everybody walks through it, over as many rounds as today's plan is long: what is
  /// told once for a plan weighs alike in both.
  static func totals(
    _ grid: DesignGrid, _ spec: DesignSpec, _ analysis: AnalysisSettings, against: LaneTotals?
  ) -> LaneTotals? {
    let days = spec.weeks * 7
    let rounds = against.map { max(1, min(8, $0.days / days)) } ?? 1
    guard let roster = grid.everybody(spec, rounds: rounds) else { return nil }
    return LaneTotals(RosterAnalysis(roster.repeating(every: days * rounds), settings: analysis))
  }
}

extension DesignGrid {
  /// The plan of everybody over some rounds: whoever stands on one line walks in step.
  func everybody(_ spec: DesignSpec, rounds: Int = 1) -> Roster? {
    let starts = (0..<spec.people).map { $0 % max(1, spec.weeks) }
    let digits = String(spec.people).count
    return roster(
      spec, starts: starts, names: (1...spec.people).map { "A\(padded($0, digits))" },
      rounds: rounds)
  }

  /// What can be said of a plan by looking at it: the same for everybody, since all walk through it.
  public func traits(_ spec: DesignSpec) -> DesignTraits {
    var traits = DesignTraits()
    let days = cells.count
    var run = 0
    var last: (day: Int, shift: DesignSpec.Shift)?
    // Twice round: the second time tells what follows what over the seam.
    for step in 0..<days * 2 {
      let cell = Int(cells[step % days])
      guard cell > 0 else {
        run = 0
        continue
      }
      let shift = spec.shifts[cell - 1]
      run = shift.isNight ? run + 1 : 0
      traits.longestNightRun = max(traits.longestNightRun, min(run, days))
      if step >= days, let last {
        let end = last.day * 86_400 + last.shift.start + last.shift.length
        let rest = step * 86_400 + shift.start - end
        traits.shortestRest = min(traits.shortestRest ?? rest, rest)
        if rest < 11 * 3600 { traits.quickReturns += 1 }
        if rest < 72 * 3600, shift.start != last.shift.start {
          if shift.start < last.shift.start, rest < 35 * 3600 {
            traits.backward += 1
          } else if shift.start > last.shift.start {
            traits.forward += 1
          }
        }
      }
      last = (step, shift)
    }
    for week in 0..<weeks {
      let line = Array(self.line(week))
      if line[5] > 0 || line[6] > 0 { traits.weekends += 1 }
      if (line[5] > 0) != (line[6] > 0) { traits.splitWeekends += 1 }
      let seconds = line.filter { $0 > 0 }.reduce(0) { sum, cell in
        let shift = spec.shifts[Int(cell) - 1]
        return sum + shift.length - shift.unpaidBreak * 60
      }
      traits.mostHours = max(traits.mostHours, Double(seconds) / 3600)
    }
    return traits
  }
}

/// What a base plan is like by itself, for one round of all lines.
public struct DesignTraits: Sendable {
  public var longestNightRun = 0
  /// Rests under 11 h.
  public var quickReturns = 0
  /// Seconds on the clock; nil with one shift or none.
  public var shortestRest: Int?
  /// Changes to a later start, and to an earlier one after less than 35 h.
  public var forward = 0
  public var backward = 0
  /// Weekends with work, and those of which one day is free.
  public var weekends = 0
  public var splitWeekends = 0
  /// Hours of the longest week.
  public var mostHours = 0.0
}
