/// The part of the Sunday and holiday peace that belongs to one Sunday or holiday (`spec` S-SUN).
///
/// The peace runs from 18:00 on the day before (15:00 on Christmas Eve, Easter Eve and Whit Eve;
/// 22:00 before 1 and 17 May) to 22:00 on the last day before a working day. A row of red days is
/// one such stretch; its days share it at their midnights, so windows never overlap, and the sum of
/// what a shift has in each is its Sunday work.
///
/// Source: aml. § 10-10 (1); Act of 26 April 1947 no. 1, sections 1 and 2.
public struct SundayWindow: Hashable, Sendable {
  /// The Sunday or holiday.
  public var day: CivilDate
  /// On the wall clock. The window is [start, end).
  public var start: CivilTime
  public var end: CivilTime
  /// Work that lies only in [eveFrom, eveUntil), and under 4 h, is marginal: Saturday 18–22, or
  /// 22–24 before 1 or 17 May. Equal when there is no such part.
  public var eveFrom: CivilTime
  public var eveUntil: CivilTime
  /// Work that lies only from here to the end is marginal: Sunday 21–22 before a working day. Equal
  /// to `end` when there is no such part.
  public var lateFrom: CivilTime
}

extension SundayWindow {
  /// The windows of every Sunday and holiday from one date through another, in order. Empty when
  /// the range is, and outside the years 1–9999 (a few days at either end are left out).
  ///
  /// - Complexity: O(days); about 65 windows a year.
  public static func windows(from first: CivilDate, through last: CivilDate) -> [SundayWindow] {
    // The days of 0001-01-03 and 9999-12-29: a window looks at the days beside its own.
    let (first, last) = (
      max(first, CivilDate(days: -719_160)), min(last, CivilDate(days: 2_932_894))
    )
    guard first <= last else { return [] }
    let years = first.components.year...last.components.year
    var windows: [SundayWindow] = []
    // One day on each side tells whether a row of red days goes on.
    let red = RedDays(years: years)
    var date = first
    while date <= last {
      if red.contains(date) { windows.append(window(date, red)) }
      date = date + 1
    }
    return windows
  }

  private static func window(_ day: CivilDate, _ red: RedDays) -> SundayWindow {
    let (eve, isSunday) = (day + -1, day.weekday == 7)
    let continues = red.contains(eve)
    let midnight = CivilTime(day)
    var window = SundayWindow(
      day: day, start: midnight, end: CivilTime(day + 1), eveFrom: midnight, eveUntil: midnight,
      lateFrom: CivilTime(day + 1))
    if !red.contains(day + 1) {
      window.end = clock(day, 22)
      window.lateFrom = isSunday ? clock(day, 21) : window.end
    }
    if continues { return window }
    if red.hasOrdinaryEve(day), !isSunday {
      window.start = clock(eve, 22)
      (window.eveFrom, window.eveUntil) = (window.start, midnight)
    } else {
      window.start = clock(eve, red.hasEarlyEve(day) ? 15 : 18)
      if isSunday { (window.eveFrom, window.eveUntil) = (clock(eve, 18), clock(eve, 22)) }
    }
    return window
  }

  private static func clock(_ date: CivilDate, _ hour: Int) -> CivilTime {
    CivilTime(date, secondOfDay: hour * 3600)
  }
}

/// The holidays of some years, looked up by date.
private struct RedDays {
  private var holidays: [CivilDate: [NorwegianHoliday]] = [:]

  init(years: ClosedRange<Int>) {
    for year in max(1, years.lowerBound - 1)...min(9999, years.upperBound + 1) {
      for (date, holiday) in NorwegianHolidays.holidays(in: year) {
        holidays[date, default: []].append(holiday)
      }
    }
  }

  func contains(_ date: CivilDate) -> Bool { date.weekday == 7 || holidays[date] != nil }

  /// 1 or 17 May alone; together with Ascension or Whitsun the eve is that of the other.
  func hasOrdinaryEve(_ date: CivilDate) -> Bool {
    holidays[date]?.allSatisfy(\.hasOrdinaryEve) ?? false
  }

  /// The eve is Christmas Eve, Easter Eve or Whit Eve.
  func hasEarlyEve(_ date: CivilDate) -> Bool {
    holidays[date]?.contains { [.christmasDay, .easterSunday, .whitSunday].contains($0) } ?? false
  }
}
