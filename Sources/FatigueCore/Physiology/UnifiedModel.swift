/// The Unified Model of Performance: lapses on a vigilance test of ten minutes, for short and long lack of
/// sleep.
///
///     awake    S(t) = U₀ − (U₀ − S₀) · e^(−t/τw)        L(t) = U₀ − (U₀ − L₀) · e^(−t/τla)
///     asleep   L(t) = (L₀ + 2U₀) · e^(−t/τla) − 2U₀
///              S(t) = S₀ e^(−t/τs) − 2U₀ (1 − e^(−t/τs))
///                     + (L₀ + 2U₀) · τla / (τla − τs) · (e^(−t/τla) − e^(−t/τs))
///     C(h)     = Σ aᵢ · sin(2πi (h + φ) / 24),  i = 1 … 5
///     P        = S + κ · C
///
/// L, the debt of weeks, is not bounded below, and P can fall under 0, as published.
///
/// Units: S, L and P in lapses, t in hours, h the hour of the body clock.
/// Source: Rajdev et al. 2013, J Theor Biol 331: 66–77; parameters as in humanfactors/FIPS 0.2.1.
public struct UnifiedModel: Hashable, Sendable {
  /// U₀: where S and L end when nobody sleeps.
  public var highest = 24.12
  /// τw, hours.
  public var wake = 40.0
  /// τs, hours.
  public var sleep = 1.0
  /// τla, hours.
  public var debt = 97.44
  /// κ, lapses.
  public var amplitude = 4.13
  /// φ, hours.
  public var phase = 2.02
  /// a₁ … a₅.
  public var harmonics: (Double, Double, Double, Double, Double) {
    (0.97, 0.22, 0.07, 0.03, fifth)
  }
  /// a₅ as humanfactors/FIPS 0.2.1 has it, the one value that was read and run
  /// (`docs/decisions/0010-why-is-the-fifth-sine-a-ten-thousandth.md`).
  public var fifth = 0.0001

  public init() {}

  /// What S and L can be, in lapses.
  public var range: ClosedRange<Double> { -2 * highest...highest }

  /// With a₅ = 0.001, as the skewed sine is recalled from the literature; P moves by 0.0037 at most.
  public static let skewedSine: UnifiedModel = {
    var model = UnifiedModel()
    model.fifth = 0.001
    return model
  }()

  /// S and L at one time.
  public struct State: Hashable, Sendable {
    /// Lapses.
    public var s: Double
    public var l: Double

    public init(s: Double, l: Double) {
      self.s = s
      self.l = l
    }

    /// As published: just awake, and no debt.
    public static let rested = State(s: 0, l: 0)
  }

  public func awake(from state: State, after elapsed: Hours) -> State {
    State(
      s: highest - (highest - state.s) * exp(-elapsed.value / wake),
      l: highest - (highest - state.l) * exp(-elapsed.value / debt))
  }

  public func asleep(from state: State, after elapsed: Hours) -> State {
    let fast = exp(-elapsed.value / sleep)
    let slow = exp(-elapsed.value / debt)
    let toBottom = state.l + 2 * highest
    return State(
      s: state.s * fast - 2 * highest * (1 - fast)
        + toBottom * (debt / (debt - sleep)) * (slow - fast),
      l: toBottom * slow - 2 * highest)
  }

  /// C, and how fast it changes per hour.
  public func rhythm(at hour: Double) -> (value: Double, slope: Double) {
    let frequency = 2 * Double.pi / 24
    let first = sincos(frequency * (hour + phase))
    let a = harmonics
    // Sines and cosines of the multiples, by turning on.
    var (sine, cosine) = (first.sin, first.cos)
    var (value, slope) = (a.0 * sine, a.0 * cosine)
    for (order, size) in [(2.0, a.1), (3, a.2), (4, a.3), (5, a.4)] {
      (sine, cosine) = (
        sine * first.cos + cosine * first.sin, cosine * first.cos - sine * first.sin
      )
      value += size * sine
      slope += order * size * cosine
    }
    return (value, slope * frequency)
  }

  /// P.
  public func lapses(_ state: State, at hour: Double) -> Double {
    state.s + amplitude * rhythm(at: hour).value
  }
}
