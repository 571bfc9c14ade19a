infix operator %% : MultiplicationPrecedence

extension BinaryInteger {
  /// The remainder that is never negative: `-1 %% 7 == 6`.
  static func %% (a: Self, b: Self) -> Self {
    let remainder = a % b
    return remainder < 0 ? remainder + b : remainder
  }

  /// Division that rounds towards minus infinity: `(-1).flooredQuotient(7) == -1`.
  func flooredQuotient(_ divisor: Self) -> Self {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

/// `7` with two digits is `07`.
func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  let missing = digits - text.utf8.count
  return missing <= 0 ? text : String(repeating: "0", count: missing) + text
}
