/// Sleep before a duty on which nobody sleeps, since four moments at once.
enum SleepBefore {
  /// Seconds asleep from each moment on, up to the end of the last episode.
  ///
  /// Nearly always four episodes go back far enough, so that they are all looked at without asking: which of
  /// them count is what no processor can guess.
  ///
  /// - Parameters:
  ///   - moments: Seconds from the origin.
  ///   - episodes: Not empty; the first has no length.
  ///   - last: The one before the duty.
  @inline(__always)
  static func seconds(
    since moments: SIMD4<Int32>, _ episodes: Span<SleepEpisode>, _ last: Int
  ) -> SIMD4<Int32> {
    var sum = SIMD4<Int32>(repeating: 0)
    for back in 0..<4 {
      sum &+= seconds(of: episodes[max(0, last - back)], since: moments)
    }
    let earliest = moments.min()
    var i = last - 4
    while i > 0, episodes[i].wake > earliest {
      sum &+= seconds(of: episodes[i], since: moments)
      i -= 1
    }
    return sum
  }

  /// A moment from which some days can be taken.
  @inline(__always)
  static func moment(_ seconds: Int) -> Int32 {
    Int32(clamping: max(seconds, Int(Int32.min) + 4 * 86_400))
  }

  @inline(__always)
  private static func seconds(
    of episode: SleepEpisode, since moments: SIMD4<Int32>
  ) -> SIMD4<Int32> {
    let wake = SIMD4<Int32>(repeating: episode.wake)
    var from = SIMD4<Int32>(repeating: episode.onset)
    from.replace(with: moments, where: moments .> from)
    // Never more than the episode is long.
    from.replace(with: wake, where: from .> wake)
    return wake &- from
  }
}
