/// What is counted of one person's or one group's work in some weeks. Sums, so that they can be added.
struct FollowUpCounts: Sendable {
  var shifts = 0
  /// Rests under 11 h before a block of work.
  var quickReturns = 0
  /// Length of the work, overlap counted once, and of it at KSS 7 or more.
  var workSeconds: Int64 = 0
  var secondsKss7 = 0.0
  /// Predicted sleep, and the time in which it lies.
  var sleepSeconds: Int64 = 0
  var coveredSeconds: Int64 = 0
  /// Findings by the place of the lane in ``FollowUpMetric/lanes``.
  var findings = [0, 0, 0, 0]

  static func += (a: inout FollowUpCounts, b: FollowUpCounts) {
    a.shifts += b.shifts
    a.quickReturns += b.quickReturns
    a.workSeconds += b.workSeconds
    a.secondsKss7 += b.secondsKss7
    a.sleepSeconds += b.sleepSeconds
    a.coveredSeconds += b.coveredSeconds
    for lane in a.findings.indices { a.findings[lane] += b.findings[lane] }
  }
}

/// A number of rosters that is followed from period to period.
public struct FollowUpMetric: Sendable {
  /// Stable name in every machine format.
  public var id: String
  public var title: Localized
  public var unit: Localized
  public var lane: Lane
  public var better: OutcomeMeasure.Direction
  /// Nil where there is nothing to divide by.
  let value: @Sendable (FollowUpCounts) -> Double?

  /// Lanes whose findings are followed, each by itself. Data is about the input, not about work.
  static let lanes: [Lane] = [.law, .agreement, .research, .model]

  /// The mildest status of a lane that counts: for law and agreement what needs an agreement, for
  /// research and models the red level.
  static func mildest(_ lane: Lane) -> FindingStatus {
    lane == .law || lane == .agreement ? .disputed : .warning
  }

  public static let all: [FollowUpMetric] =
    lanes.indices.map(findings) + [quickReturns, hoursKss7, sleep]

  private static let perThousand = Localized(nb: "per 1000 vakter", en: "per 1000 shifts")

  private static func findings(_ index: Int) -> FollowUpMetric {
    let lane = lanes[index]
    let isLaw = lane == .law || lane == .agreement
    return FollowUpMetric(
      id: "\(lane.rawValue)-findings",
      title: isLaw
        ? Localized(nb: "Brudd og omtvistet", en: "Breaches and disputed")
        : Localized(nb: "Advarsler", en: "Warnings"),
      unit: perThousand, lane: lane, better: .lower,
      value: { counts in
        counts.shifts > 0 ? 1000 * Double(counts.findings[index]) / Double(counts.shifts) : nil
      })
  }

  private static let quickReturns = FollowUpMetric(
    id: "quick-returns",
    title: Localized(nb: "Kort hviletid (under 11 t)", en: "Quick returns (under 11 h)"),
    unit: perThousand, lane: .research, better: .lower,
    value: { counts in
      counts.shifts > 0 ? 1000 * Double(counts.quickReturns) / Double(counts.shifts) : nil
    })

  private static let hoursKss7 = FollowUpMetric(
    id: "hours-kss7",
    title: Localized(nb: "Vakttimer med KSS ≥ 7", en: "Duty hours at KSS ≥ 7"),
    unit: Localized(nb: "prosent", en: "per cent"), lane: .model, better: .lower,
    value: { counts in
      counts.workSeconds > 0 ? 100 * counts.secondsKss7 / Double(counts.workSeconds) : nil
    })

  private static let sleep = FollowUpMetric(
    id: "sleep-hours",
    title: Localized(nb: "Predikert søvn", en: "Predicted sleep"),
    unit: Localized(nb: "timer per døgn", en: "hours per day"), lane: .model, better: .higher,
    value: { counts in
      counts.coveredSeconds > 0
        ? 24 * Double(counts.sleepSeconds) / Double(counts.coveredSeconds) : nil
    })
}
