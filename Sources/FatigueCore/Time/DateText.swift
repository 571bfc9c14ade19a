/// The words for days and months (`spec` outputs, section 2).
public enum DateText {
  /// `ma`, `Mo`. 1 is Monday; other numbers wrap round.
  public static func weekday(_ weekday: Int) -> Localized {
    weekdays[(weekday - 1) %% 7]
  }

  private static let weekdays = zip(
    ["ma", "ti", "on", "to", "fr", "lø", "sø"], ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]
  ).map { Localized(nb: $0, en: $1) }

  /// `22. mai`, `22 May`, by 32 times the month plus the day: sentences name few other dates.
  static let days = (0..<13 * 32).map { index in
    let name = month(index / 32)
    return Localized(nb: "\(index % 32). \(name.nb)", en: "\(index % 32) \(name.en)")
  }

  /// `mandag`, `Monday`. 1 is Monday; other numbers wrap round.
  public static func longWeekday(_ weekday: Int) -> Localized {
    let index = (weekday - 1) %% 7
    return Localized(
      nb: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"][index],
      en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][index])
  }

  /// `apr.`, `Apr`. 1 is January; other numbers wrap round.
  public static func month(_ month: Int) -> Localized {
    months[(month - 1) %% 12]
  }

  private static let months = zip(
    [
      "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "des.",
    ],
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  ).map { Localized(nb: $0, en: $1) }

  /// `april`, `April`. 1 is January; other numbers wrap round.
  public static func longMonth(_ month: Int) -> Localized {
    let index = (month - 1) %% 12
    return Localized(
      nb: [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "desember",
      ][index],
      en: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ][index])
  }

  /// `13. april – 5. juli 2026`, `13 April – 5 July 2026`; what both ends share is said once. Both
  /// ends are part of the period; an end before the start is taken as the start.
  public static func period(from first: CivilDate, through last: CivilDate) -> Localized {
    let last = max(first, last)
    let (a, b) = (first.components, last.components)
    let end = last.longText
    if first == last { return end }
    if a.year != b.year {
      return first.longText.joined(to: end, by: " – ")
    }
    if a.month != b.month {
      let start = Localized(
        nb: "\(a.day). \(longMonth(a.month).nb)", en: "\(a.day) \(longMonth(a.month).en)")
      return start.joined(to: end, by: " – ")
    }
    return Localized(nb: "\(a.day).", en: "\(a.day)").joined(to: end, by: "–")
  }

  /// `on 29. apr. – ti 5. mai`, `We 29 Apr – Tu 5 May`: a run of days inside a plan, without years.
  public static func run(from first: CivilDate, through last: CivilDate) -> Localized {
    last <= first ? first.text : first.text.joined(to: last.text, by: " – ")
  }
}

extension CivilDate {
  /// `fr 22. mai`, `Fr 22 May`.
  public var text: Localized {
    let (_, month, day) = components
    return DateText.weekday(weekday).joined(to: DateText.days[month * 32 + day], by: " ")
  }

  /// `5. juli 2026`, `5 July 2026`.
  public var longText: Localized {
    let (year, month, day) = components
    let name = DateText.longMonth(month)
    return Localized(nb: "\(day). \(name.nb) \(year)", en: "\(day) \(name.en) \(year)")
  }
}

extension CivilTime {
  /// `04:45`; with seconds, `04:45:30`, only when they are not zero.
  public var clock: String {
    let text = "\(padded(hour, 2)):\(padded(minute, 2))"
    return second == 0 ? text : "\(text):\(padded(second, 2))"
  }

  /// `kl. 04:45`, `at 04:45`.
  public var clockText: Localized { Localized(nb: "kl. \(clock)", en: "at \(clock)") }

  /// `fr 22. mai kl. 04:45`, `Fr 22 May at 04:45`.
  public var text: Localized { date.text.joined(to: clockText, by: " ") }
}

extension Localized {
  /// Both texts in each language, with `separator` between them.
  func joined(to other: Localized, by separator: String) -> Localized {
    Localized(nb: nb + separator + other.nb, en: en + separator + other.en)
  }
}
