/// The metrics of a person, by name and value, in one order for every format (`docs/json.md`).
extension CheckReport {
  /// Names as JSON has them. Lapses only where the Unified Model was asked.
  var metrics: [String] {
    MetricBook.all.map(\.id).filter {
      $0 != MetricBook.lapses.id || analysis.settings.asksUnified
    }
  }

  /// One value for each of ``metrics``, in hours, KSS or counts; nil where it does not apply.
  func metricValues(of person: Int) -> [Double?] {
    let metrics = analysis.people[person]
    let roster = analysis.roster
    let days = Double(roster.lastDate - roster.firstDate + 1)
    func hours(_ seconds: Int64) -> Double { Double(seconds) / 3600 }
    let hasKss = metrics.maxKss != nil
    let changes = Double(metrics.rotationChanges)
    let values: [Double?] = [
      Double(metrics.shifts), hours(metrics.seconds), hours(metrics.mergedSeconds),
      Double(metrics.quickReturns), metrics.shortestRest.map(hours), Double(metrics.nights),
      Double(metrics.longestNightRun), hours(metrics.nightSeconds),
      Double(metrics.longestWorkRun), Double(metrics.sundays), Double(metrics.holidays),
      hours(metrics.sundaySeconds), Double(metrics.weekends),
      metrics.sleepSeconds.map { hours($0) / days }, metrics.maxKss,
      hasKss ? metrics.secondsKss7 / 3600 : nil, hasKss ? metrics.secondsKss8 / 3600 : nil,
      metrics.maxFatigueIndex, metrics.maxRiskIndex, Double(metrics.longestSameShiftRun),
      metrics.doubledMedianRun == 0 ? nil : Double(metrics.doubledMedianRun) / 2, changes,
      changes == 0 ? nil : Double(metrics.backwardChanges) / changes,
    ]
    return analysis.settings.asksUnified ? values + [metrics.maxLapses] : values
  }
}
