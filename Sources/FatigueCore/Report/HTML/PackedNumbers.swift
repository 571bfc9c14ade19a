/// Small numbers as one printable character each, for the script; none that means anything in HTML or
/// JSON.
enum PackedNumbers {
  static let alphabet =
    "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"
  private static let digits = Array(alphabet.utf8)
  static var count: Int { digits.count }

  /// Numbers are brought into 0..<``count``.
  static func text(_ numbers: [Int]) -> String {
    String(decoding: numbers.map { digits[min(max($0, 0), digits.count - 1)] }, as: UTF8.self)
  }

  /// Two characters each: numbers from 0 to ``count`` squared.
  static func wide(_ numbers: [Int]) -> String {
    text(
      numbers.flatMap { number -> [Int] in
        let inside = min(max(number, 0), count * count - 1)
        return [inside / count, inside % count]
      })
  }
}
