/// The equations of the three-process model together: S, C and U, with W beside them.
public struct ThreeProcessParameters: Hashable, Sendable {
  public var homeostatic = HomeostaticProcess()
  public var circadian = CircadianProcess()
  public var ultradian = UltradianProcess()
  public var inertia = SleepInertia()

  public init() {}

  /// S of someone who has just woken at 07:00, the fixed point of sleeping 23–07.
  public static let wellRested = 13.82

  /// C + U and its change per hour, at an hour of the body clock.
  ///
  /// One sine and cosine do for both processes, because U runs at twice the frequency:
  /// cos(2θ − φ) = cos 2θ cos φ + sin 2θ sin φ with φ the lag, which is 90° as published.
  public func rhythm(at hour: Double) -> (value: Double, slope: Double) {
    let (s, c) = sincos(CircadianProcess.frequency * (hour - circadian.acrophase))
    let (doubleSine, doubleCosine) = (2 * s * c, 1 - 2 * s * s)
    let (lagSine, lagCosine) = lag
    let value =
      circadian.mean + circadian.amplitude * c + ultradian.mean
      + ultradian.amplitude * (doubleCosine * lagCosine + doubleSine * lagSine)
    let slope =
      -CircadianProcess.frequency * circadian.amplitude * s
      + UltradianProcess.frequency * ultradian.amplitude
      * (doubleCosine * lagSine - doubleSine * lagCosine)
    return (value, slope)
  }

  /// An antiderivative of C + U, in model units times hours.
  func rhythmIntegral(at hour: Double) -> Double {
    let (s, c) = sincos(CircadianProcess.frequency * (hour - circadian.acrophase))
    let (doubleSine, doubleCosine) = (2 * s * c, 1 - 2 * s * s)
    let (lagSine, lagCosine) = lag
    return (circadian.mean + ultradian.mean) * hour
      + circadian.amplitude / CircadianProcess.frequency * s
      + ultradian.amplitude / UltradianProcess.frequency
      * (doubleSine * lagCosine - doubleCosine * lagSine)
  }

  private var lag: (sin: Double, cos: Double) {
    ultradian.lag == 3 ? (1, 0) : sincos(UltradianProcess.frequency * ultradian.lag)
  }
}
