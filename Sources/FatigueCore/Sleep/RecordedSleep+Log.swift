extension RecordedSleep {
  /// What a log has about the people of a roster, in the time around it.
  ///
  /// - Parameter person: Whose a log is that names nobody; not needed in a roster of one.
  public init(_ log: SleepLog, _ roster: Roster, person: String? = nil) {
    let matches = log.matched(to: roster, person: person)
    let period = roster.period
    // Sleep further away is felt by nothing.
    let (from, to) = (
      Int64(period.start) - Self.reach, Int64(period.end) + Self.reach
    )
    var episodes: [Int: [SleepRecord.Episode]] = [:]
    for entry in log.entries {
      guard let index = matches[entry.person] else { continue }
      let onset = entry.onset.seconds - roster.origin.seconds
      let wake = entry.wake.seconds - roster.origin.seconds
      guard onset >= from, wake <= to else { continue }
      episodes[index, default: []].append(
        SleepRecord.Episode(
          onset: Int32(clamping: onset), wake: Int32(clamping: wake),
          kind: entry.isNap.map { $0 ? .nap : .main }))
    }
    self.init(episodes.mapValues { SleepRecord($0) })
  }

  /// Seconds around the roster's dates in which a log is used.
  private static let reach: Int64 = 60 * 86_400
}
