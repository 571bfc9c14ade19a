/// A Norwegian public holiday, Sundays apart.
///
/// Source: Act of 24 February 1995 no. 12 (the holiday peace), section 2; 1 and 17 May: Act of
/// 26 April 1947 no. 1.
public enum NorwegianHoliday: Int, CaseIterable, Hashable, Sendable {
  case newYearsDay
  case maundyThursday
  case goodFriday
  case easterSunday
  case easterMonday
  case labourDay
  case constitutionDay
  case ascensionDay
  case whitSunday
  case whitMonday
  case christmasDay
  case secondDayOfChristmas

  /// What people call it.
  public var title: Localized {
    switch self {
    case .newYearsDay: Localized(nb: "første nyttårsdag", en: "New Year's Day")
    case .maundyThursday: Localized(nb: "skjærtorsdag", en: "Maundy Thursday")
    case .goodFriday: Localized(nb: "langfredag", en: "Good Friday")
    case .easterSunday: Localized(nb: "første påskedag", en: "Easter Sunday")
    case .easterMonday: Localized(nb: "andre påskedag", en: "Easter Monday")
    case .labourDay: Localized(nb: "1. mai", en: "1 May")
    case .constitutionDay: Localized(nb: "17. mai", en: "17 May")
    case .ascensionDay: Localized(nb: "Kristi himmelfartsdag", en: "Ascension Day")
    case .whitSunday: Localized(nb: "første pinsedag", en: "Whit Sunday")
    case .whitMonday: Localized(nb: "andre pinsedag", en: "Whit Monday")
    case .christmasDay: Localized(nb: "første juledag", en: "Christmas Day")
    case .secondDayOfChristmas: Localized(nb: "andre juledag", en: "Boxing Day")
    }
  }

  /// 1 and 17 May are equal to Sundays, but their eve is an ordinary working day until 22:00.
  public var hasOrdinaryEve: Bool { self == .labourDay || self == .constitutionDay }

  /// Days from Easter Sunday, for the holidays that move with it.
  fileprivate var daysFromEaster: Int? {
    switch self {
    case .maundyThursday: -3
    case .goodFriday: -2
    case .easterSunday: 0
    case .easterMonday: 1
    case .ascensionDay: 39
    case .whitSunday: 49
    case .whitMonday: 50
    default: nil
    }
  }

  /// Month and day, for the holidays that do not move.
  fileprivate var monthAndDay: (month: Int, day: Int)? {
    switch self {
    case .newYearsDay: (1, 1)
    case .labourDay: (5, 1)
    case .constitutionDay: (5, 17)
    case .christmasDay: (12, 25)
    case .secondDayOfChristmas: (12, 26)
    default: nil
    }
  }
}

/// The calendar of Norwegian holidays.
public enum NorwegianHolidays {
  /// Easter Sunday of a year of the Gregorian calendar; nil outside the years 1–9999.
  ///
  /// Source: the anonymous algorithm of Nature 1876, as in Meeus, Astronomical Algorithms, ch. 8.
  public static func easterSunday(_ year: Int) -> CivilDate? {
    guard (1...9999).contains(year) else { return nil }
    let (golden, century, yearOfCentury) = (year % 19, year / 100, year % 100)
    let moonCorrection = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let days = epact + weekday - 7 * late + 114
    return CivilDate(year: year, month: days / 31, day: days % 31 + 1)
  }

  /// The holidays of a year in order of date; two that fall on one date come in the order of
  /// ``NorwegianHoliday``. Empty outside the years 1–9999.
  public static func holidays(in year: Int) -> [(date: CivilDate, holiday: NorwegianHoliday)] {
    guard let easter = easterSunday(year) else { return [] }
    var days: [(date: CivilDate, holiday: NorwegianHoliday)] = []
    for holiday in NorwegianHoliday.allCases {
      if let fromEaster = holiday.daysFromEaster {
        days.append((easter + fromEaster, holiday))
      } else if let (month, day) = holiday.monthAndDay,
        let date = CivilDate(year: year, month: month, day: day)
      {
        days.append((date, holiday))
      }
    }
    return days.sorted { ($0.date, $0.holiday.rawValue) < ($1.date, $1.holiday.rawValue) }
  }

  /// What the date is called, when it is a holiday; the first name when it is two.
  public static func holiday(on date: CivilDate) -> NorwegianHoliday? {
    holidays(in: date.components.year).first { $0.date == date }?.holiday
  }

  /// Whether the date is a Sunday or a holiday.
  public static func isRedDay(_ date: CivilDate) -> Bool {
    date.weekday == 7 || holiday(on: date) != nil
  }
}
