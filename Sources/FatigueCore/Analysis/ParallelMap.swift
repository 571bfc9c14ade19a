import Dispatch
import Synchronization

/// Runs `work` for every index on up to `jobs` threads, each with a bench of its own; result `i` comes
/// from index `i`.
///
/// Each call writes only its own slot, so the answer does not depend on the number of threads, and
/// no lock is needed.
func parallelMap<Bench: Sendable, Result: Sendable>(
  _ count: Int, jobs: Int, bench: Bench, _ work: @Sendable (inout Bench, Int) -> Result
) -> [Result] {
  guard jobs > 1, count > 1 else {
    var bench = bench
    return (0..<count).map { work(&bench, $0) }
  }
  let next = Atomic<Int>(0)
  return unsafe [Result](unsafeUninitializedCapacity: count) { slots, filled in
    // Every slot is written exactly once, by whoever takes its index from the counter.
    let base = unsafe Slots(first: slots.baseAddress)
    DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
      var bench = bench
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        base.write(work(&bench, index), at: index)
      }
    }
    filled = count
  }
}

/// Disjoint slots shared between threads.
@safe private struct Slots<Result>: @unchecked Sendable {
  private let first: UnsafeMutablePointer<Result>?

  init(first: UnsafeMutablePointer<Result>?) { unsafe self.first = first }

  func write(_ result: consuming Result, at index: Int) {
    guard let slot = unsafe first else { return }
    unsafe (slot + index).initialize(to: result)
  }
}
