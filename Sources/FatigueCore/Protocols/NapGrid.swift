/// A duty and the way home in steps of 5 min, so that one nap after another can be tried on it.
///
/// Of the course only S, W and the new nap's N change with the nap, so C, U, the N of earlier naps and the
/// fall of S are found once.
struct NapGrid {
  private struct Step {
    var start: Int
    /// In the middle, as all that follows.
    var middle: Int
    /// Hours times weight.
    var weight: Double
    /// C + U.
    var rhythm: Double
    /// Of naps before.
    var benefit: Double
    /// `exp(decay · t)` of S and of W, t from the start of the duty.
    var fall: Double
    var inertiaFall: Double
  }

  let costWithout: Double
  private var steps: [Step] = []
  /// The cost without a nap, before each step.
  private var before: [Double] = [0]
  private let course: PlannedAlertness
  private let cost: SleepinessCost
  private let origin: Int

  init(
    duty: WorkInterval, course: PlannedAlertness, commute: Commute, cost: SleepinessCost
  ) {
    (self.course, self.cost) = (course, cost)
    origin = Int(duty.start)
    let parameters = course.parameters
    var total = 0.0
    for (start, weight) in SleepinessCost.steps(of: duty, commute: commute) {
      let middle = start + SleepinessCost.step / 2
      let parts = course.parts(at: middle)
      let hours = Double(middle - origin) / 3600
      steps.append(
        Step(
          start: start, middle: middle, weight: weight,
          rhythm: parts.circadian + parts.ultradian, benefit: parts.napBenefit,
          fall: exp(parameters.homeostatic.decay * hours),
          inertiaFall: exp(course.effects.inertia.decay * hours)))
      total += cost.rate(course.kss(alertness: parts.alertness)) * weight
      before.append(total)
    }
    costWithout = total
  }

  /// The cost with one nap.
  ///
  /// - Parameters:
  ///   - start: when one leaves work; from here to `wake` the cost is that without a nap.
  ///   - onset: at or after `start`; later than the last awakening of the course.
  func cost(from start: Int, onset: Int32, wake: Int32) -> Double {
    var course = course
    course.append(PlannedAlertness.Sleep(SleepSpan(onset: onset, wake: wake), isNap: true))
    guard let nap = course.episodes.last, nap.wake == wake else { return costWithout }
    let first = steps.firstIndex { $0.start >= Int(wake) } ?? steps.count
    guard first < steps.count else { return costWithout }
    let awake = Double(Int(wake) - origin) / 3600
    let homeostatic = course.parameters.homeostatic
    let effects = course.effects
    let asleep = Elapsed(seconds: Int64(nap.length))
    // S − low and W at the start of the duty, had they run from there.
    let gap = (nap.wakeS - homeostatic.low) / exp(homeostatic.decay * awake)
    let share = effects.inertiaShare(asleep: asleep)
    let grogginess = share * effects.inertia.start / exp(effects.inertia.decay * awake)
    var sum = before[first]
    for step in steps[first...] {
      let benefit = effects.benefit(
        asleep: asleep, awake: Hours(Double(step.middle - Int(wake)) / 3600))
      let alertness =
        homeostatic.low + gap * step.fall + step.rhythm + grogginess * step.inertiaFall
        + max(step.benefit, benefit)
      sum += cost.rate(course.kss(alertness: alertness)) * step.weight
    }
    return sum
  }
}
