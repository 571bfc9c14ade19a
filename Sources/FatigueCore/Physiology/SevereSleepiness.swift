/// How likely a rating of KSS 8 or 9 is at a score of the fatigue and risk index.
///
///     corrected(score) = 1 + 6 / (1 + exp(3.057 − 0.764 · score))
///     KSS              = −0.6 + 1.436 · corrected
///     P(KSS ≥ 8)       = 1.26 / (1 + 3670 · exp(−1.06 · KSS))
///
/// The score runs from 1 like the seven-point fatigue scale of Samn and Perelli. The curve itself goes
/// beyond 1: to 1.084 for endless scores.
/// Source: the RR446-compatible index, `docs/models.md`.
enum SevereSleepiness {
  static func probability(score: Double) -> Double {
    // KSS is 0.836 + 8.616 / (1 + exp(…)).
    let kss = 0.836 + 8.616 / (1 + exp(3.057 - 0.764 * score))
    return 1.26 / (1 + 3670 * exp(-1.06 * kss))
  }
}
