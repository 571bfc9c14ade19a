/// Sleep before a duty on which nobody sleeps, since four moments at once.
enum SleepBefore {
  /// Seconds asleep from each moment on, up to the end of the last episode.
  ///
  /// Nearly always four episodes go back far enough, so that they are all looked at without asking: which of
  /// them count is what no processor can guess. In these numbers whole seconds of some weeks are exact.
  ///
  /// - Parameters:
  ///   - moments: Seconds from `base`, 0 or more, under four days where any sleep is after them.
  ///   - base: Seconds from the origin, two days before the duty; the last episode ends no later than it starts.
  ///   - last: The one before the duty.
  @inline(__always)
  static func seconds(
    since moments: SIMD4<Float>, from base: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) -> SIMD4<Int32> {
    guard last >= 4, Int(episodes[last - 3].onset) > base - 8_000_000,
      Int(episodes[last - 4].wake) <= base
    else { return each(since: moments, from: base, episodes, last) }
    let four = episodes.extracting(last - 3...last)
    let base = Int32(truncatingIfNeeded: base)
    var sum = SIMD4<Float>(repeating: 0)
    for i in 0..<4 {
      let (onset, wake) = (four[i].onset, four[i].wake)
      sum += seconds(Float(wake &- onset), until: Float(wake &- base), since: moments)
    }
    return whole(sum)
  }

  /// The same of any number of episodes.
  @inline(never)
  private static func each(
    since moments: SIMD4<Float>, from base: Int, _ episodes: Span<SleepEpisode>, _ last: Int
  ) -> SIMD4<Int32> {
    var sum = SIMD4<Float>(repeating: 0)
    var i = last
    while i >= 0, Int(episodes[i].wake) > base {
      let (onset, wake) = (Int(episodes[i].onset), Int(episodes[i].wake))
      sum += seconds(
        Float(wake - max(onset, base)), until: Float(wake - base), since: moments)
      i -= 1
    }
    return whole(sum)
  }

  /// Of one episode.
  ///
  /// - Parameter wake: From `base`, as the moments.
  @inline(__always)
  private static func seconds(
    _ length: Float, until wake: Float, since moments: SIMD4<Float>
  ) -> SIMD4<Float> {
    let length = SIMD4<Float>(repeating: length)
    var slept = SIMD4<Float>(repeating: wake) - moments
    slept.replace(with: length, where: length .< slept)
    let nothing = SIMD4<Float>(repeating: 0)
    slept.replace(with: nothing, where: slept .< nothing)
    return slept
  }

  /// Whole numbers under 2²³, which stand in the last bits of what they are above that.
  @inline(__always)
  private static func whole(_ seconds: SIMD4<Float>) -> SIMD4<Int32> {
    let above = seconds + SIMD4(repeating: 8_388_608)
    let bits = SIMD4(
      above[0].bitPattern, above[1].bitPattern, above[2].bitPattern, above[3].bitPattern)
    return SIMD4(truncatingIfNeeded: bits & SIMD4(repeating: 0x7F_FFFF))
  }
}
