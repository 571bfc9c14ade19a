/// The series of `predict --model ump`: a row per person and step.
public struct UnifiedTable: Sendable {
  private let table: SeriesTable

  public init(isLines: Bool) {
    table = SeriesTable(
      columns: ["person", "time", "state", "S", "L", "C", "P", "dphi"], isLines: isLines)
  }

  public func appendHeader(to bytes: inout [UInt8]) { table.appendHeader(to: &bytes) }

  /// - Parameters: as ``StateTable/append(_:of:origin:from:through:step:into:flush:)``.
  public func append(
    _ series: StateSeries, _ unified: UnifiedAlertness, of person: String, origin: Instant,
    from: Int32, through: Int32, step: Int32, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void
  ) {
    var place = 0
    series.forEach(from: from, through: through, step: step) { row in
      // Without debt the model begins with the series; of the time before it says nothing.
      guard !row.isBeforeStart, let moment = unified.moment(row.time, near: &place) else { return }
      table.append(
        [
          .text(person),
          .text(TimeText.utc(Instant(seconds: origin.seconds + Int64(row.time)))),
          .text(row.state.rawValue), .number(moment.s), .number(moment.l), .number(moment.c),
          .number(moment.p), .number(row.probe.delay.value),
        ], to: &bytes)
      flush(&bytes)
    }
  }
}

/// The series of `predict --all-models`: what every model says at each step.
public struct AllModelsTable: Sendable {
  private let table: SeriesTable

  public init(isLines: Bool) {
    table = SeriesTable(
      columns: [
        "person", "time", "state", "S", "C", "U", "W", "A", "kss5c", "kssClassic", "kssClassicW",
        "pGe7", "pGe8", "umpS", "umpL", "umpC", "umpP", "fatigueIndex", "riskIndex", "dphi",
      ], isLines: isLines)
  }

  public func appendHeader(to bytes: inout [UInt8]) { table.appendHeader(to: &bytes) }

  /// The Unified Model's cells are empty before the series begins.
  ///
  /// - Parameters:
  ///   - indices: Of each duty of the series; none when only sleep is known.
  ///   - others: as ``StateTable/append(_:of:origin:from:through:step:into:flush:)``.
  public func append(
    _ series: StateSeries, _ unified: UnifiedAlertness, _ indices: [DutyIndex],
    of person: String, origin: Instant, from: Int32, through: Int32, step: Int32,
    into bytes: inout [UInt8], flush: (inout [UInt8]) -> Void
  ) {
    var (place, duty) = (0, 0)
    series.forEach(from: from, through: through, step: step) { row in
      guard let moment = unified.moment(row.time, near: &place) else { return }
      while duty < series.work.count, series.work[duty].end <= row.time { duty += 1 }
      let isOnDuty =
        duty < series.work.count && duty < indices.count && series.work[duty].start <= row.time
      let probe = row.probe
      func lapses(_ value: Double) -> SeriesTable.Cell {
        row.isBeforeStart ? .none : .number(value)
      }
      let alertness = probe.alertness
      func kss(_ scale: KarolinskaScale) -> SeriesTable.Cell {
        .number(scale.kss(alertness: alertness + (scale.countsInertia ? probe.w : 0)).raw)
      }
      table.append(
        [
          .text(person),
          .text(TimeText.utc(Instant(seconds: origin.seconds + Int64(row.time)))),
          .text(row.state.rawValue), .number(probe.s), .number(probe.c), .number(probe.u),
          .number(probe.w), .number(alertness), kss(.fiveC), kss(.classic),
          kss(.classicWithInertia),
          .number(SleepinessProbability.atLeast(7, alertness: alertness)),
          .number(SleepinessProbability.atLeast(8, alertness: alertness)), lapses(moment.s),
          lapses(moment.l), lapses(moment.c), lapses(moment.p),
          isOnDuty ? .number(indices[duty].fatigue.value) : .none,
          isOnDuty ? .number(indices[duty].risk.value) : .none, .number(probe.delay.value),
        ], to: &bytes)
      flush(&bytes)
    }
  }
}
