extension NumberText {
  /// A number with at most so many significant digits, the same on every machine: what `%.12g` of C
  /// prints, with a point, without trailing zeros.
  ///
  /// Rounded half away from zero from the shortest decimal that reads back as the number.
  ///
  /// - Parameter digits: 1–17, else moved to the nearest.
  public static func significant(_ value: Double, digits: Int = 12) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : value.description }
    var (decimals, exponent) = shortest(value.magnitude)
    let digits = min(max(digits, 1), 17)
    if decimals.count > digits {
      let roundsUp = decimals[digits] >= 5
      decimals.removeSubrange(digits...)
      if roundsUp, carry(&decimals) { exponent += 1 }
    }
    while decimals.count > 1, decimals.last == 0 { decimals.removeLast() }
    let sign = value < 0 ? "-" : ""
    let text = String(decoding: decimals.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    if exponent < -4 || exponent >= digits {
      let rest = text.dropFirst()
      let power = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      return sign + text.prefix(1) + (rest.isEmpty ? "" : "." + rest)
        + (exponent < 0 ? "e-" : "e+") + power
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + text }
    guard decimals.count > exponent + 1 else {
      return sign + text + String(repeating: "0", count: exponent + 1 - decimals.count)
    }
    return sign + text.prefix(exponent + 1) + "." + text.dropFirst(exponent + 1)
  }

  /// The digits of a positive number, the first not zero, and the power of ten of the first.
  private static func shortest(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    var digits: [UInt8] = []
    var (point, power, sign, isExponent) = (-1, 0, 1, false)
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if isExponent { power = power * 10 + Int(digit) } else { digits.append(digit) }
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "-"): sign = -1
      case UInt8(ascii: "e"): isExponent = true
      default: break
      }
    }
    if point < 0 { point = digits.count }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    return (digits, point - leading - 1 + sign * power)
  }

  /// Adds one to the last digit.
  ///
  /// - Returns: Whether the number has become a power of ten with one more place.
  private static func carry(_ digits: inout [UInt8]) -> Bool {
    for i in digits.indices.reversed() {
      if digits[i] < 9 {
        digits[i] += 1
        return false
      }
      digits[i] = 0
    }
    digits[0] = 1
    return true
  }
}
