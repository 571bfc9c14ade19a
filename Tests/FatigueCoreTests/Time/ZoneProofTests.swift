import Foundation
import Testing

@testable import FatigueCore

/// Our zones beside those of ICU, which Foundation uses: a database and code of others.
@Suite("Zones beside another database")
struct ZoneProofTests {
  /// Seconds since 1970 of the start of a year in UTC.
  private static func start(of year: Int) -> Int64 {
    (CivilDate(year: year, month: 1, day: 1) ?? CivilDate(days: 0)).localMidnight
  }

  /// At every step, and on both sides of every change that we have.
  private func compare(
    _ zone: Zone, _ other: TimeZone, years: ClosedRange<Int>, step: Int64
  ) {
    let end = Self.start(of: years.upperBound + 1)
    func theirs(_ seconds: Int64) -> Int32 {
      Int32(other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
    }
    var stretch = zone.stretch(at: Instant(seconds: Self.start(of: years.lowerBound)))
    for seconds in stride(from: Self.start(of: years.lowerBound), to: end, by: Int64.Stride(step)) {
      while seconds >= stretch.to {
        let change = stretch.to
        let next = zone.stretch(at: Instant(seconds: change))
        #expect(theirs(change - 1) == stretch.offset, "\(zone.name) before \(change)")
        #expect(theirs(change) == next.offset, "\(zone.name) from \(change)")
        #expect(next.from <= change && next.to > change, "\(zone.name) from \(change)")
        guard next.to > change else { return }
        stretch = next
      }
      guard theirs(seconds) == stretch.offset else {
        Issue.record("\(zone.name) at \(seconds): \(stretch.offset), not \(theirs(seconds))")
        return
      }
    }
  }

  @Test("Oslo at every quarter of an hour, 1996 to 2037, and every six hours to 2100")
  func oslo() throws {
    let other = try #require(TimeZone(identifier: "Europe/Oslo"))
    compare(.oslo, other, years: 1996...2037, step: 900)
    compare(.oslo, other, years: 2038...2100, step: 21_600)
  }

  @Test("Every zone that needs no file, 1996 to 2037")
  func builtIn() throws {
    let directory = ZoneDirectory()
    var compared = 0
    for name in ZoneDirectory.builtInNames {
      guard let other = TimeZone(identifier: name) else { continue }
      compare(
        try directory.zone(named: name), other, years: 1996...2037, step: Self.step)
      compared += 1
    }
    #expect(compared >= 50)
  }

  private static func zoneFile(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))).map { [UInt8]($0) }
  }

  private static let step: Int64 =
    ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1" ? 900 : 43_200

  /// Half hours, halves of summer time, a date that was left out, summer time given up, and the south.
  @Test(
    "Zones of the machine's files at every quarter of an hour, 1996 to 2037",
    .enabled(if: zoneFile("Asia/Tokyo") != nil, "this machine has no zone files"),
    arguments: [
      "America/New_York", "America/Sao_Paulo", "America/St_Johns", "Asia/Kathmandu",
      "Asia/Kolkata", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Reykjavik", "Australia/Lord_Howe",
      "Australia/Sydney", "Europe/Istanbul", "Europe/Lisbon", "Europe/Moscow", "Europe/Riga",
      "Europe/Vilnius", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham",
    ])
  func files(_ name: String) throws {
    let zone = try ZoneDirectory { Self.zoneFile($0) }.zone(named: name)
    let other = try #require(TimeZone(identifier: name))
    compare(zone, other, years: 1996...2037, step: 900)
    compare(zone, other, years: 2038...2060, step: Self.step)
  }

  /// The rules that these zones follow since their last change, as their files say them.
  @Test(
    "Yearly rules, 2030 to 2050",
    arguments: [
      ("EST5EDT,M3.2.0,M11.1.0", "America/New_York"),
      ("CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Oslo"),
      ("IST-1GMT0,M10.5.0,M3.5.0/1", "Europe/Dublin"),
      ("NZST-12NZDT,M9.5.0,M4.1.0/3", "Pacific/Auckland"),
      ("<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45", "Pacific/Chatham"),
      ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "Australia/Lord_Howe"),
      ("NST3:30NDT,M3.2.0,M11.1.0", "America/St_Johns"),
      ("<-04>4<-03>,M9.1.6/24,M4.1.6/24", "America/Santiago"),
      ("IST-2IDT,M3.4.4/26,M10.5.0", "Asia/Jerusalem"),
      ("<+0545>-5:45", "Asia/Kathmandu"),
    ])
  func yearlyRules(_ text: String, _ name: String) throws {
    let rule = try #require(YearlyRuleReader.rule(Array(text.utf8)[...]))
    let table = ZoneTable(changes: [], offsets: [rule.standard], rule: rule)
    compare(
      Zone(name: name, rules: .table(table)), try #require(TimeZone(identifier: name)),
      years: 2030...2050, step: 43_200)
  }
}
