import FatigueCore
import Testing

@Suite struct ZoneCursorTests {
  /// Clock times a quarter of an hour apart, a day each side of every change of the clock in a year.
  @Test(
    "A cursor knows what the zone says, near a change too",
    arguments: [Zone.oslo, .utc, Zone(name: "east", fixedOffset: 50_400)])
  func agrees(zone: Zone) throws {
    let year = try #require(CivilDate(year: 2026, month: 1, day: 1)).localMidnight
    var change = year
    for _ in 0..<3 {
      let stretch = zone.stretch(at: Instant(seconds: change))
      let middle = stretch.to == .max ? change + 30 * 86_400 : stretch.to
      for quarter in Int64(-100)...100 {
        let local = middle + Int64(stretch.offset) + quarter * 900
        let expected = zone.resolve(CivilTime(localSeconds: local))
        // Coming from either side.
        for from in [middle - 40 * 86_400, middle + 40 * 86_400] {
          var cursor = ZoneCursor(zone)
          _ = cursor.offset(at: from)
          #expect(cursor.resolve(local: local) == expected)
          #expect(cursor.resolve(local: local) == expected)
        }
      }
      change = middle + 1
    }
  }
}
