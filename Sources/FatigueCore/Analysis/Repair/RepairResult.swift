/// One exchange that is proposed, and what it does when those before it have been carried out.
public struct RepairProposal: Sendable {
  public var aim: RepairSearch.Aim
  /// By who gives, then by time.
  public var transfers: [Transfer]
  /// Everybody in it, as indices in ``Roster/people``, with their plans before and after.
  public var people: [Int]
  public var before: [PlanLoad]
  public var after: [PlanLoad]
  /// What no longer stands, and what is new, of the lanes of law, agreement, research and model; `person`
  /// tells whose.
  public var removed: [Finding]
  public var added: [Finding]
  /// Places of the proposals that have to be carried out before this one.
  public var needs: [Int]
}

/// Something of the law that stands in the repaired plan.
public struct StandingLaw: Sendable {
  public var finding: Finding
  public var reason: Reason
  /// Every exchange of one shift in it, where none was found and all were gone through.
  public var tried: TriedExchanges?

  /// Why no exchange takes it away.
  public enum Reason: Sendable {
    /// The shift has it by itself, whoever works it: proved by a plan of that shift alone.
    case inShift
    /// The person's shifts are all fixed.
    case isFixed
    /// None was found: every exchange that the search knows was tried.
    case notFound
    /// The search was stopped before it had tried everything.
    case notTried
  }
}

/// What came of a repair.
public struct RepairResult: Sendable {
  public let plan: Roster
  public let repaired: Roster
  public let proposals: [RepairProposal]
  /// By person: the plan before and after.
  public let before: [PlanLoad]
  public let after: [PlanLoad]
  /// By person, then time.
  public let standing: [StandingLaw]
  /// Exchanges that are needed at least for what was cleared of the law: somebody whose plan does not change
  /// keeps their findings, and no exchange that is sought changes more than three plans.
  public let fewest: Int
  /// The search ended because there was nothing left to find, not because it was stopped.
  public let isExhausted: Bool
  /// Plans of people that were looked at.
  public let looks: Int
  public let settings: RepairSettings
}

extension RepairSearch {
  /// Leaves out the exchanges that have become needless, and tells what the rest do.
  ///
  /// - Parameter wasStopped: The caller stopped before ``step()`` was done.
  public consuming func finish(wasStopped: Bool = false) -> RepairResult {
    let isExhausted = !wasStopped && !isSpent
    leaveOutNeedless()
    let after = loads
    let repaired = state.repaired
    let proposals = describeSteps()
    let cleared = original.indices.filter { person in
      let (old, new) = (original[person].law, after[person].law)
      return new.breach < old.breach || new.disputed < old.disputed
    }
    return RepairResult(
      plan: state.plan, repaired: repaired, proposals: proposals, before: original, after: after,
      standing: standing(isExhausted: isExhausted), fewest: (cleared.count + 2) / 3,
      isExhausted: isExhausted, looks: judge.quickLooks + judge.thoroughLooks, settings: settings)
  }

  /// Tries every exchange again, last first: one without which nothing is worse is left out.
  private mutating func leaveOutNeedless() {
    var place = steps.count - 1
    while place >= 0 {
      var fewer = steps
      let dropped = fewer.remove(at: place)
      place -= 1
      var other = start
      guard
        fewer.allSatisfy({ step in
          guard other.canApply(step.transfers) else { return false }
          other.apply(step.transfers)
          return true
        })
      else { continue }
      let touched = RepairState.people(dropped.transfers)
      var changed = loads
      guard touched.allSatisfy({ isPossible($0, other) }) else { continue }
      for person in touched {
        changed[person] = judge.load(person, other.shifts(person), predicts: true)
      }
      guard isAsGood(changed, touched, without: dropped, other) else { continue }
      (steps, state, loads) = (fewer, other, changed)
      judge.memo.forget(touched)
    }
  }

  /// Whether somebody is at one place at a time with what they have got from others.
  private func isPossible(_ person: Int, _ state: RepairState) -> Bool {
    let rows = state.rows[person].map { state.shift($0) }
    return rows.allSatisfy { shift in
      Int(shift.person) == person || !shift.kind.isWork
        || rows.count { $0.start < shift.end && shift.start < $0.end && blocks($0.kind) } == 1
    }
  }

  /// Whether a row of a kind and work cannot be at one time.
  private func blocks(_ kind: ShiftKind) -> Bool {
    switch kind {
    case .off, .cancelled, .break, .nap: false
    default: true
    }
  }

  private func isAsGood(
    _ changed: [PlanLoad], _ touched: [Int], without dropped: Step, _ other: RepairState
  ) -> Bool {
    for person in touched {
      guard changed[person].isNoWorseByLaw(than: loads[person]),
        abs(other.deviation(person, changed[person].workSeconds)) <= settings.tolerance.seconds
      else { return false }
    }
    guard dropped.aim != .law else { return true }
    var candidate = RepairCandidate(transfers: dropped.transfers, people: touched)
    candidate.before = touched.map { loads[$0] }
    candidate.after = touched.map { changed[$0] }
    return [Lane.research, .model].allSatisfy {
      candidate.isFair($0) && candidate.change($0) <= LaneCount()
    }
  }

  // MARK: What the steps do

  private mutating func describeSteps() -> [RepairProposal] {
    var now = start
    var proposals: [RepairProposal] = []
    for step in steps {
      let people = RepairState.people(step.transfers)
      let old = people.map { judge.look($0, now.shifts($0), predicts: true) }
      now.apply(step.transfers)
      let new = people.map { judge.look($0, now.shifts($0), predicts: true) }
      var (removed, added): ([Finding], [Finding]) = ([], [])
      for (i, person) in people.enumerated() {
        let change = Self.difference(old[i].findings, new[i].findings, person)
        removed += change.removed
        added += change.added
      }
      let needs = proposals.indices.filter { earlier in
        Self.depends(step.transfers, on: proposals[earlier].transfers, now)
      }
      proposals.append(
        RepairProposal(
          aim: step.aim,
          transfers: step.transfers.sorted { ($0.from, $0.row) < ($1.from, $1.row) },
          people: people, before: old.map(\.load), after: new.map(\.load), removed: removed,
          added: added, needs: needs))
    }
    return proposals
  }

  /// Whether one exchange takes for granted what another has done: it moves the same row, or somebody's day
  /// that the other has changed.
  private static func depends(
    _ later: [Transfer], on earlier: [Transfer], _ state: RepairState
  ) -> Bool {
    func places(_ transfers: [Transfer]) -> Set<[Int32]> {
      Set(
        transfers.flatMap { transfer in
          [transfer.from, transfer.to].map { [$0, state.days[Int(transfer.row)]] }
        })
    }
    return !places(later).isDisjoint(with: places(earlier))
  }

  /// What two lists of one person's findings do not have in common. Findings are the same by rule, status and
  /// start; those that only moved are paired by rule and status.
  private static func difference(
    _ old: [Finding], _ new: [Finding], _ person: Int
  ) -> (removed: [Finding], added: [Finding]) {
    func told(_ findings: [Finding]) -> [Finding] {
      findings.compactMap { finding in
        guard !finding.isWaived, !finding.isAboutPlan, RuleBook.rule(of: finding).lane != .data
        else { return nil }
        var finding = finding
        finding.person = UInt32(person)
        return finding
      }
    }
    var (removed, added) = (told(old), told(new))
    for isStrict in [true, false] {
      var left: [Finding] = []
      for finding in removed {
        let twin = added.firstIndex {
          $0.rule == finding.rule && $0.status == finding.status
            && (!isStrict || $0.from == finding.from)
        }
        if let twin { added.remove(at: twin) } else { left.append(finding) }
      }
      removed = left
    }
    return (removed, added)
  }

  // MARK: What stands

  private mutating func standing(isExhausted: Bool) -> [StandingLaw] {
    var result: [StandingLaw] = []
    for person in state.rows.indices {
      let shifts = state.shifts(person)
      let findings = judge.look(person, shifts, predicts: false).findings
      for var finding in findings
      where RuleBook.rule(of: finding).lane == .law && finding.status >= .disputed
        && !finding.isWaived && !finding.isAboutPlan
      {
        let isByItself = isByItself(finding, person, shifts)
        finding.person = UInt32(person)
        let reason: StandingLaw.Reason =
          isByItself
          ? .inShift
          : settings.fixed[person]?.all == true
            ? .isFixed : isExhausted ? .notFound : .notTried
        result.append(StandingLaw(finding: finding, reason: reason))
      }
    }
    // The shortest first: fewest exchanges, so that most are told.
    let open = result.indices.filter {
      result[$0].reason == .notFound && result[$0].finding.status >= settings.mildest
    }.sorted { a, b in
      let (x, y) = (result[a].finding, result[b].finding)
      return (Int64(x.to) - Int64(x.from), a) < (Int64(y.to) - Int64(y.from), b)
    }
    var bench = ExchangeBench(state, judge, settings)
    for place in open {
      result[place].tried = bench.exhaust(result[place].finding, most: settings.effort / 4)
    }
    judge = bench.judge
    return result
  }

  /// Whether a plan of one of the shifts in the finding alone has a finding of the rule that is as grave.
  private mutating func isByItself(_ finding: Finding, _ person: Int, _ shifts: [Shift]) -> Bool {
    for shift in shifts
    where shift.kind.isWork && shift.start < finding.to && finding.from < shift.end {
      let alone = judge.look(person, [shift], predicts: false).findings
      if alone.contains(where: { $0.rule == finding.rule && $0.status >= finding.status }) {
        return true
      }
    }
    return false
  }
}
