/// Where somebody who follows a plan is worse off than without one: a plan is there to help, so such a one is
/// mended before anybody sees it.
struct PlanLosses {
  let person: PlanPerson
  let cost: SleepinessCost

  /// Sleep is counted for so long before a duty.
  private static let before = 24 * 3600
  /// `Assumed:` less than this is no loss: the body clock moves the hour of waking by as much.
  static let lostSleep = 20 * 60

  /// By duty: nights that are sleepier at the worst time without a plan or at their own, other duties that
  /// are sleepier where it counts (``SleepinessCost/free``), and duties with less sleep in the day before.
  ///
  /// - Parameter alsoEqual: and nights that are no better.
  func worse(
    _ usual: PlanSimulation.Run, _ planned: PlanSimulation.Run, alsoEqual: Bool = false
  ) -> Set<Int> {
    var worse: Set<Int> = []
    for (i, duty) in person.duties.enumerated() {
      let at = usual.course.worstTime(on: duty.span)
      let without = usual.course.kss(at: at)
      let nap = planned.nights[i]?.onDuty.map { WorkInterval(start: $0.start, end: $0.end) }
      let peak = planned.course.kss(at: planned.course.worstTime(on: duty.span, except: nap))
      let atWorst = planned.course.kss(at: at)
      let least = planned.nights[i] == nil ? max(without, cost.free) : without
      if peak > least || alsoEqual && Self.couldGain(planned.nights[i]) && atWorst >= without
        || lost(before: i, usual, planned) > Self.lostSleep
      {
        worse.insert(i)
      }
    }
    return worse
  }

  /// Not where the ward, the duty or what has already been slept leaves nothing to be done.
  private static func couldGain(_ night: PlanSimulation.NightNaps?) -> Bool {
    guard let night else { return false }
    switch night.refusal {
    case .littleGain, .noTime: return true
    default: return night.onDuty != nil
    }
  }

  /// Seconds of sleep before a duty that the plan takes away: of the day before it, and of the duty that ends
  /// in that day with the nap at home before, since who has napped sleeps less after.
  func lost(
    before i: Int, _ usual: PlanSimulation.Run, _ planned: PlanSimulation.Run
  ) -> Int {
    let to = Int(person.duties[i].span.start)
    var from = to - Self.before
    if i > 0, Int(person.duties[i - 1].span.end) > from {
      from = min(from, Int(person.duties[i - 1].span.start) - Self.napAtHome)
    }
    func sleep(_ run: PlanSimulation.Run) -> Int {
      run.course.episodes.reduce(0) {
        $0 + max(0, min(Int($1.wake), to) - max(Int($1.onset), from))
      }
    }
    return sleep(usual) - sleep(planned)
  }

  /// `Assumed:` a nap at home lies within this before a duty.
  private static let napAtHome = 8 * 3600
}
