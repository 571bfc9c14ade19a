import Foundation
import Testing

@testable import FatigueCore

/// The sun against the reference tables (checked there against PyEphem, see the README of the vectors).
@Suite struct SunTests {
  private func midnight(_ row: ModelVectors.Row) throws -> CivilDate {
    let parts = row.text("date").split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    return try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
  }

  private func site(_ row: ModelVectors.Row) -> Site {
    Site(latitude: row["lat"], longitude: row["lon"])
  }

  @Test("Elevation and daylight at eight sites through the year")
  func elevation() throws {
    let rows = try LightVectors.rows("solar_elevation.csv")
    #expect(rows.count > 1000)
    for row in rows {
      let date = try midnight(row)
      let at = Instant(seconds: date.localMidnight + Int64(row["utc_min"] * 60))
      let elevation = Sun.elevation(at: at, site(row))
      #expect(abs(elevation - row["elev_geom_deg"]) < 0.02)
      let newYear = try #require(CivilDate(year: 2026, month: 1, day: 1))
      for sky in Sky.allCases {
        let lux = sky.illuminance(
          elevation: row["elev_geom_deg"], dayOfYear: date - newYear + 1)
        let expected = row["lux_\(sky.rawValue)"]
        // The table's own rounding, and that of its elevation.
        #expect(abs(lux - expected) < 1 + 0.002 * expected)
      }
    }
  }

  @Test("Sunrise, noon, sunset, polar night and midnight sun")
  func events() throws {
    let rows = try LightVectors.rows("solar_events.csv")
    #expect(rows.count > 150)
    for row in rows {
      let date = try midnight(row)
      func minutes(_ instant: Instant) -> Double {
        Double(instant.seconds - date.localMidnight) / 60
      }
      func grazing(_ instant: Instant) -> Bool {
        abs(Sun.elevation(at: instant, site(row)) + 0.833) < 1
      }
      switch Sun.day(date, site(row)) {
      case .normal(let rise, let noon, let set):
        #expect(row.text("kind") == "normal")
        let grazes = grazing(noon) || grazing(noon + .hours(12)) || grazing(noon - .hours(12))
        let tolerance = grazes ? 2 : 0.5
        #expect(abs(minutes(rise) - row["rise_utc_min"]) < tolerance)
        #expect(abs(minutes(noon) - row["noon_utc_min"]) < tolerance)
        #expect(abs(minutes(set) - row["set_utc_min"]) < tolerance)
      case .polarNight: #expect(row.text("kind") == "polarNight")
      case .midnightSun: #expect(row.text("kind") == "midnightSun")
      }
    }
  }

  @Test("Rise and set are where the sun stands on the horizon, at every latitude (seed 21)")
  func horizon() {
    var random = SplitMix(21)
    for _ in 0..<2000 {
      let site = Site(
        latitude: .random(in: -90...90, using: &random),
        longitude: .random(in: -180...180, using: &random))
      let date = CivilDate(days: .random(in: 0...50_000, using: &random))
      switch Sun.day(date, site) {
      case .normal(let rise, let noon, let set):
        #expect(rise < noon && noon < set)
        // Grazing days have no sharp event.
        guard abs(Sun.elevation(at: noon, site)) > 3, site.latitude.magnitude < 80 else { continue }
        #expect(abs(Sun.elevation(at: rise, site) + 0.833) < 0.05)
        #expect(abs(Sun.elevation(at: set, site) + 0.833) < 0.05)
      case .polarNight(let noon): #expect(Sun.elevation(at: noon, site) < 0)
      case .midnightSun(let noon): #expect(Sun.elevation(at: noon + .hours(12), site) > -1.5)
      }
    }
    for latitude in [-90.0, 90, .nan, .infinity] {
      _ = Sun.day(CivilDate(days: 20_000), Site(latitude: latitude, longitude: .nan))
    }
  }

  @Test("Light falls with the sun, without a jump at the horizon", arguments: Sky.allCases)
  func twilight(sky: Sky) {
    var last = Double.infinity
    for i in stride(from: 9000, through: -9000, by: -1) {
      let lux = sky.illuminance(elevation: Double(i) / 100, dayOfYear: 100)
      #expect(lux <= last && lux >= 0)
      if i.magnitude < 10, last.isFinite { #expect(lux > last * 0.75) }
      last = lux
    }
    #expect(last == 0)
  }

  @Test("Shifting longitude by 15° and the zone by an hour changes nothing")
  func zones() {
    let (east, west) = (
      Site(latitude: 60, longitude: 25), Site(latitude: 60, longitude: 10)
    )
    let start = Instant(seconds: 1_767_222_000)
    let one = Daylight(
      site: west, sky: .partly, zone: Zone(name: "A", fixedOffset: 3600), start: start, steps: 288)
    let other = Daylight(
      site: east, sky: .partly, zone: Zone(name: "B", fixedOffset: 7200),
      start: start - .hours(1), steps: 288)
    for step in 0..<288 {
      #expect(abs(one.lux[step] - other.lux[step]) < 1 + 0.02 * one.lux[step])
      #expect(one.minuteOfDay[step] == other.minuteOfDay[step])
    }
  }
}
