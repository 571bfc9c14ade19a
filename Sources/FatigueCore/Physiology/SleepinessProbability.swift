/// How ratings spread around the model's: between people, and from one rating to the next.
///
///     P(KSS > k) = logistic(−0.599 · A − threshold(k) + offset)
///
/// Source: the ordinal model of Ingre et al. 2014, PLoS ONE 9(10) e108679, through an independent
/// transcription; A is S + C + U.
public enum SleepinessProbability {
  /// How a person compares with others at the same alertness.
  public enum Percentile: Int, Sendable, CaseIterable {
    case median = 50
    case sleepierThanThreeQuarters = 75
    case sleepierThanNineTenths = 90

    /// On the logit scale; 1.10 standard deviations of people per unit of z.
    var offset: Double {
      switch self {
      case .median: 0
      case .sleepierThanThreeQuarters: 0.74
      case .sleepierThanNineTenths: 1.41
      }
    }

    /// On the KSS scale: z times ``standardDeviationOfPeople``.
    public var kssOffset: Double {
      switch self {
      case .median: 0
      case .sleepierThanThreeQuarters: 0.57
      case .sleepierThanNineTenths: 1.07
      }
    }
  }

  /// KSS; between the means of people with the same sleep.
  public static let standardDeviationOfPeople = 0.84
  /// KSS; one rating around its own mean.
  public static let residualStandardDeviation = 1.42

  /// The probability of a rating of `rating` or more.
  ///
  /// - Parameter rating: 2–9; 1 or less is certain, more than 9 impossible.
  public static func atLeast(
    _ rating: Int, alertness: Double, percentile: Percentile = .median
  ) -> Double {
    let threshold: Double
    switch rating {
    case ...1: return 1
    case 2: threshold = -10.99
    case 3: threshold = -8.95
    case 4: threshold = -7.67
    case 5: threshold = -6.66
    case 6: threshold = -5.64
    case 7: threshold = -4.30
    case 8: threshold = -3.05
    case 9: threshold = -0.58
    default: return 0
    }
    return 1 / (1 + exp(0.599 * alertness + threshold - percentile.offset))
  }

  /// The share of people whose own mean is `rating` or more where the mean over people is `kss`.
  public static func shareOfPeople(atLeast rating: Double, kss: KSS) -> Double {
    normalDistribution((kss.raw - rating) / standardDeviationOfPeople)
  }
}
