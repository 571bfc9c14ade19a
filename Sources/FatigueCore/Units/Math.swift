// Elementary functions from IEEE 754 basic operations alone.
//
// A C library's last bits differ between libraries and between processors, and a report must be the
// same bytes everywhere. Addition, multiplication and division are exactly rounded on every
// processor, and Swift does not fuse them.
//
// Method and minimax coefficients: fdlibm, Sun Microsystems 1993 ("Permission to use, copy, modify,
// and distribute this software is freely granted, provided that this notice is preserved").

/// Adding and subtracting this rounds to a whole number, and leaves it in the low bits.
private let rounder = 0x1.8p52

private let ln2High = 6.93147180369123816490e-01
private let ln2Low = 1.90821492927058770002e-10

/// e to the power `x`, within 1 ulp; infinity above 709.78, 0 below −745.14.
func exp(_ x: Double) -> Double {
  guard x > -745.2, x < 709.8 else { return x.isNaN ? x : x > 0 ? .infinity : 0 }
  // x = k ln 2 + r with |r| ≤ ½ ln 2, where r = high − low.
  let shifted = x * 1.44269504088896338700 + rounder
  let k = Int(Int32(truncatingIfNeeded: shifted.bitPattern))
  let wholes = shifted - rounder
  let high = x - wholes * ln2High
  let low = wholes * ln2Low
  let r = high - low
  let z = r * r
  let p3 =
    6.61375632143793436117e-05 + z * (-1.65339022054652515390e-06 + z * 4.13813679705723846039e-08)
  let c = r - z * (1.66666666666666019037e-01 + z * (-2.77777777770155933842e-03 + z * p3))
  let y = 1 - ((low - (r * c) / (2 - c)) - high)
  if k > -1022, k < 1024 { return y * powerOfTwo(k) }
  return k > 0 ? y * powerOfTwo(k - 1) * 2 : y * powerOfTwo(k + 1000) * 0x1p-1000
}

/// 2 to the power `k`, for a normal result.
private func powerOfTwo(_ k: Int) -> Double {
  Double(bitPattern: UInt64(truncatingIfNeeded: k + 1023) << 52)
}

/// The natural logarithm, within 1 ulp; −infinity at 0, NaN below.
func log(_ x: Double) -> Double {
  guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
  // x = 2^k m with m in [√½, √2).
  let normal = x < 0x1p-1022 ? x * 0x1p54 : x
  let bits = normal.bitPattern
  let bias: UInt64 = 0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD
  let k = Int((bits + bias) >> 52) - 1023
  let m = Double(bitPattern: bits &- UInt64(bitPattern: Int64(k)) << 52)
  let wholes = Double(normal == x ? k : k - 54)
  let f = m - 1
  let s = f / (2 + f)
  let z = s * s
  let w = z * z
  let even =
    w * (3.999999999940941908e-01 + w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01))
  let p = 1.818357216161805012e-01 + w * 1.479819860511658591e-01
  let odd = z * (6.666666666666735130e-01 + w * (2.857142874366239149e-01 + w * p))
  let half = 0.5 * f * f
  return wholes * ln2High - ((half - (s * (half + even + odd) + wholes * ln2Low)) - f)
}

/// Sine and cosine together, each within 1 ulp for |x| ≤ 1e6; NaN above 1e15.
func sincos(_ x: Double) -> (sin: Double, cos: Double) {
  guard x.magnitude <= 1e15 else { return (.nan, .nan) }
  // x = n π/2 + (y + tail) with |y| ≤ π/4; the parts of π/2 have 33 bits, so that n times one is exact.
  let shifted = x * 6.36619772367581382433e-01 + rounder
  let quadrant = shifted.bitPattern & 3
  let n = shifted - rounder
  let first = x - n * 1.57079632673412561417e+00
  let second = n * 6.07710050630396597660e-11
  let rest = first - second
  let low = n * 2.02226624879595063154e-21 - ((first - rest) - second)
  let y = rest - low
  let tail = (rest - y) - low

  let z = y * y
  let w = z * z
  let s5 =
    2.75573137070700676789e-06 + z * (-2.50507602534068634195e-08 + z * 1.58969099521155010221e-10)
  let s = 8.33333333332248946124e-03 + z * (-1.98412698298579493134e-04 + z * s5)
  let cube = z * y
  let sine = y - ((z * (0.5 * tail - cube * s) - tail) - cube * -1.66666666666666324348e-01)

  let c4 =
    -2.75573143513906633035e-07 + z * (2.08757232129817482790e-09 + z * -1.13596475577881948265e-11)
  let c1 =
    4.16666666666666019037e-02 + z * (-1.38888888888741095749e-03 + z * 2.48015872894767294178e-05)
  let half = 0.5 * z
  let near = 1 - half
  let cosine = near + (((1 - near) - half) + (z * (z * c1 + w * w * c4) - y * tail))

  let (a, b) = quadrant & 1 == 0 ? (sine, cosine) : (cosine, sine)
  return (quadrant & 2 == 0 ? a : -a, (quadrant + 1) & 2 == 0 ? b : -b)
}

/// Sine, within 1 ulp for |x| ≤ 1e6.
func sin(_ x: Double) -> Double { sincos(x).sin }

/// Cosine, within 1 ulp for |x| ≤ 1e6.
func cos(_ x: Double) -> Double { sincos(x).cos }

/// The arc whose tangent is `x`, in (−π/2, π/2), within 1 ulp.
func atan(_ x: Double) -> Double {
  guard !x.isNaN else { return x }
  let magnitude = x.magnitude
  // atan x = atan c + atan ((x − c) / (1 + c x)) for c = 0, ½, 1, 1½ and ∞.
  let (high, low, y): (Double, Double, Double)
  switch magnitude {
  case ..<0.4375: (high, low, y) = (0, 0, magnitude)
  case ..<0.6875:
    (high, low) = (4.63647609000806093515e-01, 2.26987774529616870924e-17)
    y = (2 * magnitude - 1) / (2 + magnitude)
  case ..<1.1875:
    (high, low) = (7.85398163397448278999e-01, 3.06161699786838301793e-17)
    y = (magnitude - 1) / (magnitude + 1)
  case ..<2.4375:
    (high, low) = (9.82793723247329054082e-01, 1.39033110312309984516e-17)
    y = (magnitude - 1.5) / (1 + 1.5 * magnitude)
  default:
    (high, low) = (1.57079632679489655800e+00, 6.12323399573676603587e-17)
    y = -1 / magnitude
  }
  let z = y * y
  let w = z * z
  let even4 = w * (4.97687799461593236017e-02 + w * 1.62858201153657823623e-02)
  let even2 = w * (9.09088713343650656196e-02 + w * (6.66107313738753120669e-02 + even4))
  let even = z * (3.33333333333329318027e-01 + w * (1.42857142725034663711e-01 + even2))
  let odd3 = w * (-5.83357013379057348645e-02 + w * -3.65315727442169155270e-02)
  let odd1 = w * (-1.11111104054623557880e-01 + w * (-7.69187620504482999495e-02 + odd3))
  let odd = w * (-1.99999999998764832476e-01 + odd1)
  let result = high - ((y * (even + odd) - low) - y)
  return x < 0 ? -result : result
}

/// The angle of the point (`x`, `y`) from the x axis, in [−π, π], within 2 ulp; 0 at the origin.
func atan2(_ y: Double, _ x: Double) -> Double {
  guard !x.isNaN, !y.isNaN else { return .nan }
  guard y != 0 || x != 0 else { return 0 }
  let quotient = x.magnitude == y.magnitude ? 1 : y.magnitude / x.magnitude
  let angle = atan(quotient)
  // π is a little more than the nearest number.
  let turned = x < 0 ? Double.pi - (angle - 1.2246467991473531772e-16) : angle
  return y < 0 ? -turned : turned
}

/// Tangent, within 4 ulp for |x| ≤ 1e6.
func tan(_ x: Double) -> Double {
  let (sine, cosine) = sincos(x)
  return sine / cosine
}

/// Arc sine in radians, within 2 ulp; NaN outside −1 ... 1.
func asin(_ x: Double) -> Double {
  guard x.magnitude <= 1 else { return .nan }
  if x.magnitude <= 0.5 { return x + x * arcSineRest(x * x) }
  // asin x = π/2 − 2 asin √((1 − x)/2), with the low part of π/2 taken along.
  let z = (1 - x.magnitude) * 0.5
  let root = z.squareRoot()
  let below = 2 * (root + root * arcSineRest(z)) - 6.12323399573676603587e-17
  let angle = 1.57079632679489655800e+00 - below
  return x < 0 ? -angle : angle
}

/// Arc cosine in radians, within 1e-15; NaN outside −1 ... 1.
func acos(_ x: Double) -> Double {
  guard x.magnitude <= 1 else { return .nan }
  if x.magnitude <= 0.5 {
    return 1.57079632679489655800e+00 - (asin(x) - 6.12323399573676603587e-17)
  }
  let z = (1 - x.magnitude) * 0.5
  let root = z.squareRoot()
  let angle = 2 * (root + root * arcSineRest(z))
  return x < 0 ? Double.pi - angle : angle
}

/// asin(x)/x − 1 for z = x² ≤ ¼.
private func arcSineRest(_ z: Double) -> Double {
  let p3 =
    -4.00555345006794114027e-02 + z * (7.91534994289814532176e-04 + z * 3.47933107596021167570e-05)
  let p1 = -3.25565818622400915405e-01 + z * (2.01212532134862925881e-01 + z * p3)
  let q2 =
    2.02094576023350569471e+00 + z * (-6.88283971605453293030e-01 + z * 7.70381505559019352791e-02)
  return z * (1.66666666666666657415e-01 + z * p1)
    / (1 + z * (-2.40339491173441421878e+00 + z * q2))
}

/// `base` to the power `exponent`, for a base of 0 or more, within 1e-14 relatively while the result
/// lies between 1e-20 and 1e20; 0 for a base of 0.
func power(_ base: Double, _ exponent: Double) -> Double {
  base > 0 ? exp(exponent * log(base)) : base == 0 ? 0 : .nan
}

/// The share of a normal distribution below `z` standard deviations, within 1e-15 absolutely and
/// 3e-13 relatively down to z = −37.
///
/// Near the middle the series of Marsaglia 2004 (J Stat Softw 11(4)), in the tails Laplace's
/// continued fraction.
func normalDistribution(_ z: Double) -> Double {
  guard z.magnitude < 39 else { return z.isNaN ? z : z > 0 ? 1 : 0 }
  let density = exp(-0.5 * z * z) * 0.39894228040143267794  // 1 / √(2π)
  if z.magnitude < 3 {
    var (term, sum, odd) = (z, z, 1.0)
    while term.magnitude > 1e-17 {
      odd += 2
      term *= z * z / odd
      sum += term
    }
    return 0.5 + sum * density
  }
  var fraction = z.magnitude
  for k in stride(from: 60.0, through: 1, by: -1) { fraction = z.magnitude + k / fraction }
  let tail = density / fraction
  return z > 0 ? 1 - tail : tail
}
