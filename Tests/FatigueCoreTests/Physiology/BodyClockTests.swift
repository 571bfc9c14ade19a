import Foundation
import Testing

@testable import FatigueCore

@Suite struct BodyClockTests {
  @Test("Nights over a clock change last what Python's zoneinfo says (dst_oslo.csv)")
  func clockChanges() throws {
    for row in try ModelVectors.rows("dst_oslo.csv") {
      let origin = ModelVectors.origin
      func local(_ name: String) throws -> Int64 {
        let civil = CivilTime(localSeconds: origin.seconds + Int64(try row.time(name)))
        return (Zone.oslo.resolve(civil).instant - origin).seconds
      }
      let (start, end) = (try local("local_start"), try local("local_end"))
      #expect(start == Int64(try row.time("utc_start")))
      #expect(end == Int64(try row.time("utc_end")))
      #expect(Double(end - start) / 3600 == row["elapsed_h"])
      // Until the change the body clock is the wall clock; just after it, it is an hour off.
      let clock = BodyClock(zone: .oslo, origin: origin, from: Int(start), to: Int(end))
      #expect(clock.delay(at: Int(start)) == 0)
      let offsets = [start, end].map { Zone.oslo.offset(at: origin + Elapsed(seconds: $0)) }
      let change = Double(offsets[1] - offsets[0]) / 3600
      let delay = clock.delay(at: Int(end))
      #expect(change == 0 ? delay == 0 : delay / change > 0.9 && delay / change <= 1)
    }
  }

  @Test("After a change the rest shrinks by 30 % a day, and starts from what was left before")
  func adapts() {
    // 2026-03-01T00:00Z; summer time begins 2026-03-29T01:00Z and ends 2026-10-25T01:00Z.
    let origin = Instant(seconds: 1_772_323_200)
    let (spring, autumn) = (28 * 86_400 + 3600, 238 * 86_400 + 3600)
    let clock = BodyClock(zone: .oslo, origin: origin, from: 0, to: 300 * 86_400)
    #expect(clock.delay(at: spring - 1) == 0)
    for days in [0.0, 0.5, 1, 2.25, 10, 38] {
      let left = Foundation.pow(0.7, days)
      #expect(abs(clock.delay(at: spring + Int(days * 86_400)) - left) < 1e-12)
      #expect(abs(clock.delay(at: autumn + Int(days * 86_400)) + left) < 1e-9)
    }
    // What is left after 39 days is too little to count.
    #expect(clock.delay(at: spring + 39 * 86_400) == 0)
    // The hour goes on without a jump.
    #expect(abs(clock.hour(at: spring) - clock.hour(at: spring - 1) - 1.0 / 3600) < 1e-9)
    let wall = BodyClock(
      zone: .oslo, origin: origin, from: 0, to: 300 * 86_400, adaptation: .immediate)
    #expect(wall.delay(at: spring) == 0)
    #expect(abs(wall.hour(at: spring) - 3) < 1e-12)
  }

  @Test("Two changes close together add up (a zone with four a year)")
  func twoChanges() {
    let table = ZoneTable(changes: [864_000, 950_400], offsets: [0, 3600, 0])
    let zone = Zone(name: "test", rules: .table(table))
    let clock = BodyClock(zone: zone, origin: Instant(seconds: 0), from: 0, to: 2_000_000)
    #expect(abs(clock.delay(at: 864_000) - 1) < 1e-12)
    // A day later 0.7 h were left; then the wall clock goes back by one.
    #expect(abs(clock.delay(at: 950_400) - (0.7 - 1)) < 1e-12)
    #expect(abs(clock.delay(at: 950_400 + 86_400) - 0.7 * (0.7 - 1)) < 1e-12)
  }
}
