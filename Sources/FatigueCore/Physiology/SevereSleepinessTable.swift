/// ``SevereSleepiness`` of the cumulative fatigue index, by the share of performance that is lost, without
/// a logarithm and two exponentials for each duty.
///
///     score = ln(lost / 0.00189) / 0.801, at least 1        percent = 100 / 3 · P(score)
///
/// Each octave of `lost` is cut in 32 pieces, and each piece is a polynomial of degree 6 through the
/// function at Chebyshev's nodes: within 2e-14 of the percent.
struct SevereSleepinessTable: Sendable {
  /// From 2⁻⁸, just below where the score is 1, up to 2.
  private static let octaves = -8...0
  /// The bits of a number down to the fifth of its fraction tell its piece.
  private static let bitsBelow: UInt64 = 47
  private static let firstPiece = (1023 - 8) << 5

  /// Chebyshev's nodes in −½ ... ½.
  private static let nodes: [Double] = (0..<7).map { 0.5 * cos(Double(2 * $0 + 1) * .pi / 14) }

  /// For each piece seven coefficients, of powers of the place in it as −½ ..< ½.
  private let pieces: [SIMD8<Double>]
  /// Up to here the score is 1.
  private let leastLost = 0.00189 * exp(0.801)
  private let least = SevereSleepiness.probability(score: 1) * (100.0 / 3)

  static let standard = SevereSleepinessTable()

  private init() {
    pieces = (0..<Self.octaves.count * 32).map { piece in
      let from = Double(bitPattern: UInt64(Self.firstPiece + piece) << Self.bitsBelow)
      let to = Double(bitPattern: UInt64(Self.firstPiece + piece + 1) << Self.bitsBelow)
      return Self.polynomial(
        through: Self.nodes.map { Self.equation(lost: from + (to - from) * ($0 + 0.5)) })
    }
  }

  /// The coefficients of the polynomial that has these values at the nodes.
  private static func polynomial(through values: [Double]) -> SIMD8<Double> {
    // Newton's divided differences.
    var differences = values
    for order in 1..<values.count {
      for i in (order..<values.count).reversed() {
        differences[i] =
          (differences[i] - differences[i - 1]) / (nodes[i] - nodes[i - order])
      }
    }
    var coefficients = SIMD8<Double>()
    for (difference, node) in zip(differences, nodes).reversed() {
      for i in (1..<values.count).reversed() {
        coefficients[i] = coefficients[i - 1] - node * coefficients[i]
      }
      coefficients[0] = difference - node * coefficients[0]
    }
    return coefficients
  }

  /// Percent, for scores also below 1.
  static func equation(lost: Double) -> Double {
    SevereSleepiness.probability(score: log(lost / 0.00189) / 0.801) * (100.0 / 3)
  }

  /// - Parameter lost: The share of performance that is lost, and 0.001.
  @inline(__always)
  func percent(lost: Double) -> Double {
    guard lost > leastLost else { return least }
    let bits = lost.bitPattern
    let piece = Int(bits >> Self.bitsBelow) - Self.firstPiece
    guard piece < pieces.count else { return Self.equation(lost: lost) }
    // What is over of the number, as −½ ..< ½ of the piece.
    let below = (bits << (64 - Self.bitsBelow)) >> 12
    let x = Double(bitPattern: below | (1.0).bitPattern) - 1.5
    let c = pieces[piece]
    // Estrin's order: few steps wait for the one before.
    let square = x * x
    let high: Double = c[4] + x * c[5] + square * c[6]
    let low: Double = c[0] + x * c[1] + square * (c[2] + x * c[3])
    return low + square * square * high
  }
}
