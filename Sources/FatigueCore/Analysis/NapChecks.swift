extension RosterAnalysis {
  /// A diagnostic for each declared nap that was not slept as it is written, and for each that lies on the
  /// way to or from work, in the roster's order.
  public func napDiagnostics() -> [Diagnostic] {
    guard contents.has(.nap) else { return [] }
    var found: [Diagnostic] = []
    for person in roster.people.indices {
      let rows = roster.shifts[roster.slices[person]].filter {
        $0.kind == .nap && $0.end > $0.start
      }
      guard let last = rows.map(\.end).max() else { continue }
      let series = series(person, until: last)
      let record = settings.recordedSleep?[person]
      for nap in rows {
        if let diagnostic = Self.diagnostic(nap, series, record) { found.append(diagnostic) }
      }
    }
    return found
  }

  private static func diagnostic(
    _ nap: Shift, _ series: StateSeries, _ record: SleepRecord?
  ) -> Diagnostic? {
    let (from, to) = (Int(nap.start), Int(nap.end))
    let slept = series.history.asleep(from: from, to: to)
    let duty = series.work.first { Int($0.start) < to && Int($0.end) > from }
    if slept < to - from {
      let (counted, written) = (
        Elapsed(seconds: Int64(slept)), Elapsed(seconds: Int64(to - from))
      )
      let reason =
        if record?.covers(from: nap.start, to: nap.end) == true {
          Localized(
            nb: "søvnloggen dekker tiden", en: "the sleep log covers the time")
        } else if duty != nil {
          Localized(
            nb: "i aktivt arbeid regnes høyst to timer søvn per vakt",
            en: "in active work two hours of sleep count at most per duty")
        } else {
          Localized(
            nb: "noe annet i planen eller loggen ligger i tiden",
            en: "something else in the plan or the log lies in the time")
        }
      return Diagnostic(
        .napNotSlept, .warning, at: nap.startField,
        Localized(
          nb: "av hvilen på \(written.nb) er \(counted.nb) regnet som søvn: \(reason.nb)",
          en: "of the nap of \(written.en) \(counted.en) were counted as sleep: \(reason.en)"),
        hint: duty == nil || record?.covers(from: nap.start, to: nap.end) == true
          ? nil
          : Localized(
            nb: "er det rolig vakt, skriv den som passive",
            en: "if the duty is a quiet one, write it as passive"))
    }
    let way = series.model.commute
    let isOnTheWay = series.work.contains {
      (Int($0.end) < to && from < Int($0.end) + way)
        || (Int($0.start) - way < to && from < Int($0.start))
    }
    guard isOnTheWay else { return nil }
    return Diagnostic(
      .napOnTheWay, .warning, at: nap.startField,
      Localized(
        nb: "hvilen ligger i tiden for reisen til eller fra vakten; den er regnet som søvn",
        en: "the nap lies in the time of the way to or from the duty; it was counted as sleep"),
      hint: Localized(
        nb: "commute i [sleep] sier hvor lang reisen er",
        en: "commute in [sleep] says how long the way is"))
  }
}
