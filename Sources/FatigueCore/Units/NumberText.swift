/// Numbers as people read them, written without any locale of the machine.
public enum NumberText {
  /// A decimal number kept as a whole count of hundredths: 840 is `8,4` in Norwegian and `8.4` in
  /// English with one digit.
  ///
  /// - Parameter digits: 0, 1 or 2 digits after the mark; other values are brought into that range.
  ///   What is dropped is rounded half away from zero.
  public static func decimal(hundredths: Int, digits: Int = 1) -> Localized {
    let digits = min(max(digits, 0), 2)
    let unit: UInt = [100, 10, 1][digits]
    let rounded = hundredths.magnitude / unit + (hundredths.magnitude % unit * 2 >= unit ? 1 : 0)
    let (whole, part): (UInt, UInt)
    switch digits {
    case 0: (whole, part) = (rounded, 0)
    case 1: (whole, part) = (rounded / 10, rounded % 10)
    default: (whole, part) = (rounded / 100, rounded % 100)
    }
    let sign = hundredths < 0 && rounded > 0 ? "−" : ""
    guard digits > 0 else { return Localized(same: "\(sign)\(whole)") }
    let fraction = padded(Int(part), digits)
    return Localized(nb: "\(sign)\(whole),\(fraction)", en: "\(sign)\(whole).\(fraction)")
  }

  /// A count with its thousands set apart: `12 345` in Norwegian, `12,345` in English.
  ///
  /// - Parameter groupedFrom: The number of digits from which groups are made. Four digits stay
  ///   together by default, as in `1277 vakter`.
  public static func count(_ number: Int, groupedFrom: Int = 5) -> Localized {
    let digits = Array(String(number.magnitude).utf8)
    let sign = number < 0 ? "−" : ""
    guard digits.count >= max(groupedFrom, 4) else {
      return Localized(same: sign + String(decoding: digits, as: UTF8.self))
    }
    var groups: [String] = []
    var end = digits.count
    while end > 0 {
      groups.append(String(decoding: digits[max(0, end - 3)..<end], as: UTF8.self))
      end -= 3
    }
    groups.reverse()
    return Localized(
      nb: sign + groups.joined(separator: " "), en: sign + groups.joined(separator: ","))
  }
}

extension Elapsed {
  /// `9 t 15 min` and `9 h 15 min`; parts that are zero are left out, seconds show only when there
  /// are some. A length is never negative: below zero it reads `0 min`.
  public var text: Localized { Localized(nb: text(hour: "t"), en: text(hour: "h")) }

  /// ``text`` in Norwegian bokmål.
  public var nb: String { text(hour: "t") }

  /// ``text`` in English.
  public var en: String { text(hour: "h") }

  private func text(hour: String) -> String {
    guard seconds > 0 else { return "0 min" }
    var text = ""
    func add(_ count: Int64, _ unit: String) {
      guard count > 0 else { return }
      if !text.isEmpty { text += " " }
      text += String(count) + " " + unit
    }
    add(seconds / 3600, hour)
    add(seconds / 60 % 60, "min")
    add(seconds % 60, "s")
    return text
  }
}
