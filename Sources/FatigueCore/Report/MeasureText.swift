/// A measured value beside its limit, in words.
public enum MeasureText {
  /// `7 t 15 min. Grense minst 11 t, mangler 3 t 45 min.`
  public static func sentence(_ finding: Finding, _ language: Language) -> String {
    let (measured, limit) = (
      value(finding.measured, finding.unit), value(finding.limit, finding.unit)
    )
    let word =
      switch finding.relation {
      case .atLeast: Localized(nb: "minst", en: "at least")
      case .atMost: Localized(nb: "høyst", en: "at most")
      case .below: Localized(nb: "under", en: "under")
      case .above: Localized(nb: "over", en: "over")
      }
    let head = Localized(nb: "Grense", en: "Limit")
    var text = "\(measured[language]). \(head[language]) \(word[language]) \(limit[language])"
    if [.hours, .hoursPerWeek, .hoursPerDay].contains(finding.unit) {
      let gap = abs(seconds(finding.limit) - seconds(finding.measured))
      let difference = Elapsed(seconds: gap).text[language]
      let over =
        finding.relation == .atLeast
        ? Localized(nb: "mangler", en: "short by") : Localized(nb: "over med", en: "over by")
      text += ", \(over[language]) \(difference)"
    }
    return text + "."
  }

  /// `7 t 15 min`, `4 netter`, `KSS 7,75`: a value in the words of its unit.
  public static func value(_ value: Fraction, _ unit: MeasureUnit) -> Localized {
    switch unit {
    case .hours: return Elapsed(seconds: seconds(value)).text
    case .hoursPerWeek:
      let text = Elapsed(seconds: seconds(value)).text
      return Localized(nb: "\(text.nb) i uken", en: "\(text.en) a week")
    case .hoursPerDay:
      let text = Elapsed(seconds: seconds(value)).text
      return Localized(nb: "\(text.nb) per døgn", en: "\(text.en) a day")
    case .days:
      return value == Fraction(1)
        ? Localized(nb: "1 dag", en: "1 day")
        : Localized(nb: "\(value.text) dager", en: "\(value.text) days")
    case .weeks:
      return value == Fraction(1)
        ? Localized(nb: "1 uke", en: "1 week")
        : Localized(nb: "\(value.text) uker", en: "\(value.text) weeks")
    case .minutes: return Localized(same: "\(value.text) min")
    case .nights:
      return value == Fraction(1)
        ? Localized(nb: "1 natt", en: "1 night")
        : Localized(nb: "\(value.text) netter", en: "\(value.text) nights")
    case .shifts:
      return value == Fraction(1)
        ? Localized(nb: "1 vakt", en: "1 shift")
        : Localized(nb: "\(value.text) vakter", en: "\(value.text) shifts")
    case .count:
      return value.denominator == 1
        ? Localized(same: value.text)
        : NumberText.decimal(hundredths: Int(value.hundredths), digits: 2)
    case .percent:
      let text = NumberText.decimal(hundredths: Int(value.hundredths), digits: 1)
      return Localized(nb: "\(text.nb) %", en: "\(text.en)%")
    case .share:
      let percent = (value.hundredths)
      return Localized(nb: "\(percent) %", en: "\(percent)%")
    case .kss:
      let text = NumberText.decimal(hundredths: Int(value.hundredths), digits: 2)
      return Localized(nb: "KSS \(text.nb)", en: "KSS \(text.en)")
    }
  }

  private static func seconds(_ hours: Fraction) -> Int64 {
    hours.numerator * 3600 / hours.denominator
  }
}
