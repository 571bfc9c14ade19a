import Synchronization

/// What is the same for everybody whose first duty starts at one time of the day, found once: the worst
/// that may have come before, while no clock is changed and nothing else is known of the person.
final class UnknownHistoryMemo: Sendable {
  private let sleeps = Mutex<[Int32: [PastSleep]]>([:])
  private let indices = Mutex<[Int32: [IndexBeginning]]>([:])
  /// The most times of the day that are kept.
  private static let most = 1440

  /// Of those with no habits of their own, by the second of the local day of the first duty.
  func sleeps(at second: Int32, _ find: () -> [PastSleep]) -> [PastSleep] {
    Self.value(sleeps, second, find)
  }

  /// The same before the indices.
  func beginnings(at second: Int32, _ find: () -> [IndexBeginning]) -> [IndexBeginning] {
    Self.value(indices, second, find)
  }

  private static func value<Value: Sendable>(
    _ known: borrowing Mutex<[Int32: Value]>, _ second: Int32, _ find: () -> Value
  ) -> Value {
    if let value = known.withLock({ $0[second] }) { return value }
    // Whoever finds it finds the same, so that nobody needs to wait.
    let value = find()
    known.withLock {
      if $0.count >= most { $0.removeAll(keepingCapacity: true) }
      $0[second] = value
    }
    return value
  }
}

/// A history before a first duty, and the sleep that goes with it.
struct PastSleep: Sendable {
  var history: UnknownHistory.Candidate
  /// Up to the first duty, in seconds from its start.
  var episodes: [SleepEpisode]
}
