import Synchronization

extension RosterReader {
  /// Reads a long list piece by piece, so that its bytes are never all in memory, on up to `jobs` threads.
  ///
  /// What is read does not depend on how many there are.
  ///
  /// - Parameters:
  ///   - path: as it is to be shown.
  ///   - prepare: is shown the memory that all shifts will be put in.
  /// - Returns: nil when the file must be read as a whole. Places in the reading lead nowhere.
  public static func readInPieces(
    _ path: String, _ source: PieceSource, options: ReadingOptions = ReadingOptions(),
    jobs: Int = 1, prepare: ShiftRoom? = nil
  ) -> RosterReading? {
    let first = PieceReader(Pieces(path, source, options: options))
    guard var isLast = first.pieces.withLock({ $0.begin(prepare) }) else { return nil }
    if !isLast, jobs > 1 {
      guard first.readWithOthers(min(jobs, PieceReader.mostThreads)) else { return nil }
    }
    while !isLast {
      guard let wasLast = first.pieces.withLock({ $0.readOn() }) else { return nil }
      isLast = wasLast
    }
    return first.pieces.withLock { $0.reading() }
  }
}

/// Reads pieces of a list on any thread, one at a time.
private final class PieceReader: Sendable {
  let pieces: Mutex<Pieces>

  /// `Assumed:` the shifts of more cannot be put together as fast as they are read.
  static let mostThreads = 8

  init(_ pieces: Pieces) { self.pieces = Mutex(pieces) }

  /// Reads as many rows as can be shared evenly.
  ///
  /// Each thread reads a stretch of the file. They wait for each other, and the shifts of all are put in their
  /// order behind those of the first while they are still at hand: there is never more than a stretch of them
  /// twice.
  ///
  /// - Returns: false when the file must be read as a whole.
  func readWithOthers(_ count: Int) -> Bool {
    var others: [PieceReader] = []
    while let stretches = pieces.withLock({ $0.stretches(count) }) {
      while others.count < count - 1 {
        others.append(PieceReader(pieces.withLock { $0.part() }))
      }
      let readers = [self] + others
      let areRead = parallelMap(count, jobs: count, bench: 0) { _, number in
        readers[number].pieces.withLock { $0.read(stretches[number]) }
      }
      guard areRead.allSatisfy(\.self) else { return false }
      for other in others {
        let isAdded = pieces.withLock { first in
          other.pieces.withLock { first.add(&$0) }
        }
        guard isAdded else { return false }
      }
    }
    return true
  }
}
