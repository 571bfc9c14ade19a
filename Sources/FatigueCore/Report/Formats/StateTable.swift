/// The series of `predict`: a row per person and step.
public struct StateTable: Sendable {
  private let table: SeriesTable
  private let showsInertia: Bool

  /// - Parameter model: A three-process model; W is shown where its scale counts it.
  public init(model: AlertnessModel, isLines: Bool) {
    showsInertia = model.scale?.countsInertia ?? false
    table = SeriesTable(columns: Self.columns, isLines: isLines)
  }

  static let columns = [
    "person", "time", "state", "S", "C", "U", "W", "A", "kss", "pGe7", "pGe8", "dphi",
  ]

  public func appendHeader(to bytes: inout [UInt8]) { table.appendHeader(to: &bytes) }

  /// - Parameters:
  ///   - origin: What the series' seconds count from.
  ///   - from: Seconds, also `through`: both may be rows.
  ///   - flush: Called often; may send on the bytes and empty them.
  public func append(
    _ series: StateSeries, of person: String, origin: Instant, from: Int32, through: Int32,
    step: Int32, into bytes: inout [UInt8], flush: (inout [UInt8]) -> Void
  ) {
    series.forEach(from: from, through: through, step: step) { row in
      let probe = row.probe
      table.append(
        [
          .text(person),
          .text(TimeText.utc(Instant(seconds: origin.seconds + Int64(row.time)))),
          .text(row.state.rawValue), .number(probe.s), .number(probe.c), .number(probe.u),
          showsInertia ? .number(probe.w) : .none, .number(probe.alertness),
          .number(probe.kss.raw),
          .number(SleepinessProbability.atLeast(7, alertness: probe.alertness)),
          .number(SleepinessProbability.atLeast(8, alertness: probe.alertness)),
          .number(probe.delay.value),
        ], to: &bytes)
      flush(&bytes)
    }
  }
}
