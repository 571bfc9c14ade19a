/// A nap at home before a night, and when one is worth the trouble.
///
/// 90 min, as the nap of 15:30–17 that helped nurses in the last half of the first night (Schweitzer 2006);
/// not in the three hours before melatonin rises, when sleep hardly comes (Arbeidstilsynet and Bjorvatn
/// 2019). The other numbers are our own (`spec/light_nap.md` 6.4).
public struct PreNapRules: Hashable, Sendable {
  public var length = Elapsed.minutes(90)
  public var latency = Elapsed.minutes(15)
  /// After waking.
  public var afterWaking = Elapsed.hours(3)
  /// Second of the local day.
  public var notBefore = 13 * 3600
  /// From the end of the nap to leaving home.
  public var beforeLeaving = Elapsed.minutes(60)
  /// Before melatonin rises.
  public var wakeZone = Elapsed.hours(3)
  /// A nap must save this much, KSS² h.
  public var leastGain = 0.25

  public init() {}

  /// Where ``notBefore`` falls on the day before the night: for a duty that starts in the small hours, the
  /// date before it starts.
  ///
  /// - Parameter origin: of the seconds in `duty`.
  public func earliest(before duty: WorkInterval, zone: Zone, origin: Instant) -> Int32 {
    let start = zone.civil(origin + Elapsed(seconds: Int64(duty.start)))
    let date = CivilTime(localSeconds: start.localSeconds - 43_200).date
    let second = min(max(notBefore, 0), 86_399)
    let at = zone.resolve(CivilTime(date, secondOfDay: second)).instant
    return Int32(clamping: (at - origin).seconds)
  }

  /// The nap with the least cost of the duty after it, on the grid of whole 5 min from the origin; nil when
  /// none saves enough or there is no time.
  ///
  /// - Parameters:
  ///   - course: with every sleep before the duty and none after.
  ///   - earliest: what ``earliest(before:zone:origin:)`` gives.
  ///   - lowPoint: of body temperature during the night, seconds from the origin.
  public func nap(
    before duty: WorkInterval, in course: PlannedAlertness, earliest: Int32, lowPoint: Int32,
    commute: Commute = Commute(), cost: SleepinessCost = SleepinessCost()
  ) -> NapCandidate? {
    let step = SleepinessCost.step
    let length = Int(min(max(self.length.seconds, 600), 14_400))
    let leaves = Int(duty.start) - Int(min(max(commute.length.seconds, 0), 43_200))
    let free = course.lastWake(by: leaves) + Int(min(max(afterWaking.seconds, 0), 86_400))
    // A day ahead at most, whatever the course says.
    let from = max(free, Int(earliest), leaves - 86_400)
    let last = leaves - Int(min(max(beforeLeaving.seconds, 0), 86_400)) - length
    let rise = Int(lowPoint) - Int(PhaseTrack.lowPointAfterMelatonin * 3600)
    let zone = (rise - Int(min(max(wakeZone.seconds, 0), 86_400)))..<rise
    guard from <= last else { return nil }
    let grid = NapGrid(duty: duty, course: course, commute: commute, cost: cost)
    var best: NapCandidate?
    let first = from + (step - 1) - (from + step - 1) %% step
    for start in stride(from: first, through: last, by: step) {
      let end = start + length
      if start < zone.upperBound, end > zone.lowerBound { continue }
      let onset = Int32(clamping: start + min(Int(clamping: max(latency.seconds, 0)), length))
      let wake = Int32(clamping: end)
      guard onset < wake else { continue }
      let value = grid.cost(from: start, onset: onset, wake: wake)
      if value < (best?.cost ?? .infinity) - NapSearch.tie {
        best = NapCandidate(start: Int32(clamping: start), end: wake, onset: onset, cost: value)
      }
    }
    guard let best, grid.costWithout - best.cost >= leastGain else { return nil }
    return best
  }
}
