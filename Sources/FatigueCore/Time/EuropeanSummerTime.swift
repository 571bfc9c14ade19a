/// Summer time in the European Union and Norway: from 01:00 UTC on the last Sunday of March to
/// 01:00 UTC on the last Sunday of October.
///
/// Source: directive 2000/84/EC; the end has been in October since 1996. From 1981 to 1995 it was
/// the last Sunday of September on the continent. Exact from 1996 for the zones of
/// ``EuropeanZones``; before that a zone may have had its own dates.
enum EuropeanSummerTime {
  static func stretch(at seconds: Int64, standard: Int32) -> ZoneStretch {
    let days = Int32(clamping: seconds.flooredQuotient(86_400))
    let year = CivilDate(days: days).components.year
    guard year > 1980 else {
      return ZoneStretch(from: .min, to: start(1981), offset: standard)
    }
    // `CivilDate` ends in 9999; what follows is one long winter.
    guard year <= 9999 else { return ZoneStretch(from: end(9999), to: .max, offset: standard) }
    let (begins, ends) = (start(year), end(year))
    if seconds < begins {
      return ZoneStretch(from: year == 1981 ? .min : end(year - 1), to: begins, offset: standard)
    }
    if seconds < ends { return ZoneStretch(from: begins, to: ends, offset: standard + 3600) }
    return ZoneStretch(from: ends, to: start(year + 1), offset: standard)
  }

  private static func start(_ year: Int) -> Int64 {
    starts.indices.contains(year - 1980) ? starts[year - 1980] : lastSunday(3, year)
  }

  private static func end(_ year: Int) -> Int64 {
    ends.indices.contains(year - 1980) ? ends[year - 1980] : lastSunday(year < 1996 ? 9 : 10, year)
  }

  /// From 1980 on, the years that are asked for again and again.
  private static let starts = (1980...2060).map { lastSunday(3, $0) }
  private static let ends = (1980...2060).map { lastSunday($0 < 1996 ? 9 : 10, $0) }

  /// 01:00 UTC on the last Sunday of a month.
  private static func lastSunday(_ month: Int, _ year: Int) -> Int64 {
    let last = CivilDate(year: year, month: month, day: CivilDate.lengthOfMonth(month, in: year))
    guard let last else { return .max }
    return (last + -(last.weekday % 7)).localMidnight + 3600
  }
}
