/// Something counted for each person in both plans.
public struct ComparedMeasure: Sendable {
  /// What a value is of.
  public enum Unit: String, Sendable { case count, hours, kss, index, share }
  /// Which way is the better one for the person; a neutral measure makes nobody gain or lose.
  public enum Better: String, Sendable { case less, more, neutral }

  /// As in the report of `check`, where that has it.
  public let id: String
  /// Nil for what belongs to none: the amount of work.
  public let lane: ComparisonLane?
  public let title: Localized
  public let unit: Unit
  public let better: Better
  /// A count or a sum of the plan's whole length, told for four weeks where the plans differ in length.
  public var isSum = true
  /// A smaller difference makes nobody gain or lose; in the measure's unit. Counts have none.
  public var smallest = 0.0
  /// Shown in texts for people, not only in JSON.
  public var isShown = true
  let value: @Sendable (PersonFigures) -> Double?
}

/// What is known of one person in one plan.
struct PersonFigures {
  var metrics: PersonMetrics
  var timeOff: TimeOff
  /// Dates whose shifts the other plan has otherwise, and those of them that were told late.
  var changedDays = 0
  var lateChanges = 0
  /// Days of the plan.
  var days: Int
}

/// Every measure, in the order of reports.
public enum ComparedMeasureBook {
  public static let all: [ComparedMeasure] = amount + research + model + timeOff

  public static func measure(_ id: String) -> ComparedMeasure? { all.first { $0.id == id } }

  /// `Assumed:` an hour in four weeks at KSS 7, a tenth of KSS and six minutes of sleep a day are the
  /// least that a plan should be said to do: the model's own digits go no further.
  private static let (leastHours, leastKss, leastSleep) = (1.0, 0.1, 0.1)

  private static func hours(_ seconds: Int64) -> Double { Double(seconds) / 3600 }

  private static let amount: [ComparedMeasure] = [
    ComparedMeasure(
      id: "shifts", lane: nil, title: Localized(nb: "vakter", en: "shifts"), unit: .count,
      better: .neutral, value: { Double($0.metrics.shifts) }),
    ComparedMeasure(
      id: "hours", lane: nil, title: Localized(nb: "timer", en: "hours"), unit: .hours,
      better: .neutral, value: { hours($0.metrics.seconds) }),
    ComparedMeasure(
      id: "changedDays", lane: nil,
      title: Localized(nb: "datoer endret", en: "dates changed"), unit: .count,
      better: .neutral, isShown: false, value: { Double($0.changedDays) }),
  ]

  private static let research: [ComparedMeasure] = [
    ComparedMeasure(
      id: "quickReturns", lane: .research,
      title: Localized(nb: "hviler under 11 t", en: "rests under 11 h"), unit: .count,
      better: .less, value: { Double($0.metrics.quickReturns) }),
    ComparedMeasure(
      id: "nights", lane: .research, title: Localized(nb: "netter", en: "nights"), unit: .count,
      better: .less, value: { Double($0.metrics.nights) }),
    ComparedMeasure(
      id: "longestNightRun", lane: .research,
      title: Localized(nb: "netter på rad, lengst", en: "nights in a row, longest"),
      unit: .count, better: .less, isSum: false, value: { Double($0.metrics.longestNightRun) }),
    ComparedMeasure(
      id: "longestWorkRun", lane: .research,
      title: Localized(nb: "arbeidsdager på rad, lengst", en: "workdays in a row, longest"),
      unit: .count, better: .less, isSum: false, value: { Double($0.metrics.longestWorkRun) }),
    ComparedMeasure(
      id: "nightHours", lane: .research,
      title: Localized(nb: "timer kl. 21–06", en: "hours 21–06"), unit: .hours,
      better: .neutral, isShown: false, value: { hours($0.metrics.nightSeconds) }),
    ComparedMeasure(
      id: "shortestRestHours", lane: .research,
      title: Localized(nb: "korteste hvile", en: "shortest rest"), unit: .hours,
      better: .neutral, isSum: false, isShown: false, value: { $0.metrics.shortestRest.map(hours) }),
    ComparedMeasure(
      id: "backwardShare", lane: .research,
      title: Localized(nb: "andel bytter mot klokka", en: "share of backward changes"),
      unit: .share, better: .neutral, isSum: false, isShown: false,
      value: {
        let changes = $0.metrics.rotationChanges
        return changes == 0 ? nil : Double($0.metrics.backwardChanges) / Double(changes)
      }),
  ]

  private static let model: [ComparedMeasure] = [
    ComparedMeasure(
      id: "hoursKss7", lane: .model,
      title: Localized(nb: "timer med KSS ≥ 7", en: "hours at KSS ≥ 7"), unit: .hours,
      better: .less, smallest: leastHours,
      value: { $0.metrics.maxKss == nil ? nil : $0.metrics.secondsKss7 / 3600 }),
    ComparedMeasure(
      id: "maxKss", lane: .model, title: Localized(nb: "høyeste KSS", en: "highest KSS"),
      unit: .kss, better: .less, isSum: false, smallest: leastKss, value: { $0.metrics.maxKss }),
    ComparedMeasure(
      id: "sleepHoursPerDay", lane: .model,
      title: Localized(nb: "søvn per døgn, timer", en: "sleep a day, hours"), unit: .hours,
      better: .more, isSum: false, smallest: leastSleep,
      value: { figures in
        figures.metrics.sleepSeconds.map { hours($0) / Double(max(1, figures.days)) }
      }),
    ComparedMeasure(
      id: "maxFatigueIndex", lane: .model,
      title: Localized(nb: "høyeste trøtthetsindeks", en: "highest fatigue index"),
      unit: .index, better: .neutral, isSum: false, isShown: false,
      value: { $0.metrics.maxFatigueIndex }),
    ComparedMeasure(
      id: "maxRiskIndex", lane: .model,
      title: Localized(nb: "høyeste risikoindeks", en: "highest risk index"), unit: .index,
      better: .neutral, isSum: false, isShown: false, value: { $0.metrics.maxRiskIndex }),
  ]

  private static let timeOff: [ComparedMeasure] = [
    ComparedMeasure(
      id: "weekends", lane: .timeOff,
      title: Localized(nb: "helger med arbeid", en: "weekends worked"), unit: .count,
      better: .less, value: { Double($0.metrics.weekends) }),
    ComparedMeasure(
      id: "splitWeekends", lane: .timeOff,
      title: Localized(nb: "delte helger", en: "split weekends"), unit: .count, better: .less,
      value: { Double($0.timeOff.splitWeekends) }),
    ComparedMeasure(
      id: "sundays", lane: .timeOff,
      title: Localized(nb: "søn- og helgedager", en: "Sundays, holidays"), unit: .count,
      better: .less, value: { Double($0.metrics.sundays) }),
    ComparedMeasure(
      id: "singleDaysOff", lane: .timeOff,
      title: Localized(nb: "enslige fridager", en: "single days off"), unit: .count,
      better: .less, value: { Double($0.timeOff.singleDaysOff) }),
    ComparedMeasure(
      id: "brokenFreePeriods", lane: .timeOff,
      title: Localized(nb: "brutte friperioder", en: "broken free periods"), unit: .count,
      better: .less, value: { Double($0.timeOff.brokenFreePeriods) }),
    ComparedMeasure(
      id: "lateChanges", lane: .timeOff,
      title: Localized(nb: "sene endringer", en: "late changes"), unit: .count, better: .less,
      isSum: false, value: { Double($0.lateChanges) }),
  ]
}
