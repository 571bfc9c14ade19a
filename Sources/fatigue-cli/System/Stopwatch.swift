import FatigueCore

/// How long the steps of a run took; only `--stats` shows it, and no report has it.
struct Stopwatch {
  private var last = ContinuousClock.now
  private var laps: [(name: Localized, time: Duration)] = []

  /// Ends a step.
  mutating func lap(_ name: Localized) {
    let now = ContinuousClock.now
    laps.append((name, now - last))
    last = now
  }

  /// `lest 3 ms, analysert 12 ms, skrevet 1 ms`
  func text(_ language: Language) -> String {
    laps.map { "\($0.name[language]) \(Self.milliseconds($0.time)[language])" }
      .joined(separator: ", ")
  }

  /// The sum of all steps in seconds.
  var seconds: Double { laps.reduce(0) { $0 + Self.seconds($1.time) } }

  private static func seconds(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  private static func milliseconds(_ time: Duration) -> Localized {
    let hundredths = Int(min(seconds(time) * 100_000, 1e15))
    let text = NumberText.decimal(hundredths: hundredths)
    return Localized(nb: "\(text.nb) ms", en: "\(text.en) ms")
  }
}
