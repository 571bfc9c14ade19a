/// A diagnostic without its place: what a value error means to the reader of a list.
struct ValueFault {
  var code: DiagnosticCode
  var message: Localized
  var hint: Localized?

  init(_ code: DiagnosticCode, nb: String, en: String, hintNb: String? = nil, hintEn: String? = nil)
  {
    self.code = code
    message = Localized(nb: nb, en: en)
    if let hintNb, let hintEn { hint = Localized(nb: hintNb, en: hintEn) }
  }

  /// - Parameter value: as shown.
  init(_ error: ClockTimeError, _ value: String) {
    switch error {
    case .empty:
      self.init(.timeMissing, nb: "klokkeslett mangler", en: "the time is missing")
    case .notAClockTime:
      self.init(
        .notAClockTime, nb: "«\(value)» er ikke et klokkeslett",
        en: "“\(value)” is not a clock time", hintNb: "skriv som 07:30", hintEn: "write it as 07:30"
      )
    case .hourOutOfRange, .minuteOutOfRange, .secondOutOfRange:
      self = Self.outOfRange(error, value)
    case .oneDigitMinute:
      self.init(
        .notAClockTime, nb: "«\(value)» har bare ett siffer i minuttet",
        en: "“\(value)” has one digit in its minutes", hintNb: "skriv 07:03 eller 07:30",
        hintEn: "write 07:03 or 07:30")
    case .letterForDigit(let letter):
      let digit = letter.lowercased() == "o" ? "0" : "1"
      let right = String(value.map { String($0) == letter ? Character(digit) : $0 })
      self.init(
        .notAClockTime, nb: "bokstaven \(letter) i klokkeslettet «\(value)»",
        en: "the letter \(letter) in the time “\(value)”", hintNb: "skriv \(right)",
        hintEn: "write \(right)")
    case .decimalHours:
      self.init(
        .notAClockTime, nb: "«\(value)» er et desimaltall, ikke et klokkeslett",
        en: "“\(value)” is a decimal number, not a clock time", hintNb: "skriv som 07:30",
        hintEn: "write it as 07:30")
    case .spreadsheetNumber(let time):
      self.init(
        .spreadsheetNumber, nb: "\(value) er et regnearktall (\(time.text))",
        en: "\(value) is a spreadsheet number (\(time.text))",
        hintNb: "formater kolonnen som klokkeslett og lagre på nytt",
        hintEn: "format the column as time and save again")
    case .spreadsheetError: self = Self.spreadsheetError(value, nb: "klokkeslett", en: "time")
    }
  }

  private static func outOfRange(_ error: ClockTimeError, _ value: String) -> ValueFault {
    guard case .hourOutOfRange(let hour) = error, (24...47).contains(hour) else {
      return ValueFault(
        .noSuchTime, nb: "klokkeslettet \(value) finnes ikke", en: "\(value) is not a time of day",
        hintNb: "timen går til 24 og minuttet til 59",
        hintEn: "the hour goes up to 24 and the minute to 59")
    }
    let minutes = value.split(whereSeparator: { $0 == ":" || $0 == "." }).dropFirst().first
    let right = "\(padded(hour - 24, 2)):\(minutes.map(String.init) ?? "00")"
    return ValueFault(
      .noSuchTime, nb: "klokkeslettet \(value) finnes ikke", en: "\(value) is not a time of day",
      hintNb: "en vakt som slutter etter midnatt, skrives \(right)",
      hintEn: "a shift that ends after midnight is written \(right)")
  }

  private static func spreadsheetError(_ value: String, nb: String, en: String) -> ValueFault {
    value.allSatisfy { $0 == "#" }
      ? ValueFault(
        .spreadsheetError,
        nb: "regnearket viste \(value) i stedet for \(nb); kolonnen var for smal",
        en: "the spreadsheet showed \(value) instead of a \(en); the column was too narrow",
        hintNb: "gjør kolonnen bredere og lagre på nytt",
        hintEn: "widen the column and save again")
      : ValueFault(
        .spreadsheetError, nb: "regnearket har feilmerket \(value) i stedet for \(nb)",
        en: "the spreadsheet has the error mark \(value) instead of a \(en)",
        hintNb: "rett formelen og lagre på nytt", hintEn: "mend the formula and save again")
  }

  init(_ error: WrittenDateError, _ value: String) {
    switch error {
    case .empty: self.init(.dateMissing, nb: "dato mangler", en: "the date is missing")
    case .notADate:
      self.init(
        .notADate, nb: "«\(value)» er ikke en dato", en: "“\(value)” is not a date",
        hintNb: "skriv som 05.01.2026 eller 2026-01-05",
        hintEn: "write it as 05.01.2026 or 2026-01-05")
    case .noSuchDay(_, let month, let year):
      let length = CivilDate.lengthOfMonth(month, in: year)
      self.init(
        .noSuchDate, nb: "datoen \(value) finnes ikke", en: "\(value) is not a date",
        hintNb: "siste dag i den måneden er \(padded(length, 2)).\(padded(month, 2)).\(year)",
        hintEn: "that month ends on \(padded(length, 2)).\(padded(month, 2)).\(year)")
    case .noSuchMonth(let month):
      self.init(
        .noSuchDate, nb: "datoen \(value) finnes ikke: måned \(month)",
        en: "\(value) is not a date: month \(month)", hintNb: "dagen står først: 31.12.2026",
        hintEn: "the day comes first: 31.12.2026")
    case .noSuchWeek(let week, let year):
      self.init(
        .noSuchDate, nb: "\(year) har ingen uke \(week)", en: "\(year) has no week \(week)")
    case .noYear:
      self.init(
        .dateWithoutYear, nb: "datoen \(value) har ikke årstall",
        en: "the date \(value) has no year",
        hintNb: "oppgi året med --year", hintEn: "give the year with --year")
    case .yearOutOfRange(let year):
      self.init(
        .yearOutOfRange, nb: "året \(year) i «\(value)» kan ikke stemme",
        en: "the year \(year) in “\(value)” cannot be right",
        hintNb: "turnuser leses for 1970–2199", hintEn: "rosters are read for 1970–2199")
    case .weekdayDiffers(let date, let written):
      let right = DateText.longWeekday(date.weekday)
      let wrong = DateText.longWeekday(written)
      self.init(
        .weekdayDiffers, nb: "\(date.iso) er en \(right.nb), ikke \(wrong.nb)",
        en: "\(date.iso) is a \(right.en), not a \(wrong.en)",
        hintNb: "rett ukedagen eller datoen", hintEn: "mend the weekday or the date")
    case .spreadsheetNumber(let date):
      self.init(
        .spreadsheetNumber, nb: "\(value) er et regnearktall (\(date.iso))",
        en: "\(value) is a spreadsheet number (\(date.iso))",
        hintNb: "formater kolonnen som dato og lagre på nytt",
        hintEn: "format the column as date and save again")
    case .spreadsheetError: self = Self.spreadsheetError(value, nb: "dato", en: "date")
    case .time(let error): self.init(error, value)
    }
  }
}
