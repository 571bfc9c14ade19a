import Testing

@testable import FatigueCore

/// The table of C + U after a change of the clock beside the equations.
@Suite struct AdaptingRhythmTests {
  private let tables = ThreeProcessTables.standard

  @Test("C + U, its change and its sum equal the equations, spring and autumn (seed 7)")
  func equalsEquations() throws {
    var random = SeededNumbers(seed: 7)
    // 2026-03-29 and 2026-10-25 at 01:00 UTC, 03:00 and 02:00 by the clock of Oslo.
    for (change, lead, hour) in [(1_774_746_000, -1.0, 3), (1_792_890_000, 1.0, 2)] {
      let key = try #require(AdaptingRhythm.Change(lead: lead, second: hour * 3600))
      let adapting = AdaptingRhythm(key, tables)
      let clock = BodyClock(
        zone: .oslo, origin: Instant(seconds: Int64(change)), from: -86_400, to: 60 * 86_400)
      func rhythm(_ minute: Int) -> Double {
        tables.parameters.rhythm(at: clock.hour(at: minute * 60)).value
      }
      #expect(adapting.rhythm.count > 39 * 1440)
      for _ in 0..<400 {
        let minute = Int.random(in: 1..<adapting.rhythm.count - 1, using: &random)
        #expect(abs(adapting.rhythm[minute].x - rhythm(minute)) < 1e-10)
        let slope = (rhythm(minute + 1) - rhythm(minute - 1)) / 2
        // The change over two minutes is not that at their middle, by a sixth of its bend's change.
        #expect(abs(adapting.rhythm[minute].y - slope) < 1e-6)
        if minute < 38 * 1440 {
          #expect(abs(adapting.lead(minute) + clock.delay(at: minute * 60)) < 1e-9)
        }
      }
      // Simpson's rule over a working day, in hours.
      let from = Int.random(in: 0..<30 * 1440, using: &random)
      var sum = 0.0
      for minute in stride(from: from, to: from + 480, by: 2) {
        sum += (rhythm(minute) + 4 * rhythm(minute + 1) + rhythm(minute + 2)) / 180
      }
      #expect(abs(adapting.integral[from + 480] - adapting.integral[from] - sum) < 1e-8)
    }
  }

  @Test("Only changes that many are over are kept: an hour, at a whole hour")
  func fewAreKept() {
    #expect(AdaptingRhythm.Change(lead: 1, second: 7200) != nil)
    #expect(AdaptingRhythm.Change(lead: 0.5, second: 7200) == nil)
    #expect(AdaptingRhythm.Change(lead: -1, second: 7260) == nil)
  }
}
