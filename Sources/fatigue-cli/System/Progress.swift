import Dispatch
import FatigueCore
import Synchronization

/// Says what a long run is doing, and how long it took, on standard error when that is a terminal.
///
/// A run of under a second says nothing. Plain lines, since a cursor that moves would disturb a report on
/// the same terminal. The clock is here and not in the core, and no report has its time.
final class Progress: Sendable {
  private struct State {
    var stage: String?
    var isLong = false
    var isDone = false
  }

  private let state = Mutex(State())
  private let start = ContinuousClock.now
  private let descriptor: Int32
  private let isShown: Bool
  /// A run that takes longer is long.
  private let threshold: Duration

  /// - Parameters:
  ///   - isShown: Standard error is a terminal, and nobody asked for quiet.
  ///   - threshold: A second, but for tests.
  init(descriptor: Int32, isShown: Bool, after threshold: Duration = .seconds(1)) {
    self.descriptor = descriptor
    self.isShown = isShown
    self.threshold = threshold
    guard isShown else { return }
    let seconds = Double(threshold.components.seconds)
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.wake() }
  }

  /// Begins a part of the work.
  ///
  /// - Parameter stage: Nil for one that is not told of: a report on its way to the terminal.
  func enter(_ stage: String?) {
    guard isShown else { return }
    state.withLock { state in
      state.stage = stage
      if state.isLong || ContinuousClock.now - start >= threshold {
        state.isLong = true
        say(stage)
      }
    }
  }

  /// Ends the work.
  ///
  /// - Returns: How long it took, nil where nothing is to be said of it.
  func finish() -> Duration? {
    guard isShown else { return nil }
    let isLong = state.withLock { state in
      state.isDone = true
      return state.isLong
    }
    return isLong ? ContinuousClock.now - start : nil
  }

  private func wake() {
    state.withLock { state in
      guard !state.isDone, !state.isLong else { return }
      state.isLong = true
      say(state.stage)
    }
  }

  private func say(_ stage: String?) {
    guard let stage else { return }
    try? SystemIO.write(descriptor, Array((stage + "\n").utf8))
  }
}

extension CommandContext {
  /// Begins reading the input.
  func startReading() {
    progress.enter(terminal.text(Localized(nb: "leser …", en: "reading …")))
  }

  /// Begins the analysis of a roster.
  func startAnalysing(_ roster: Roster) {
    let (people, shifts) = (roster.people.count, roster.shifts.count)
    let counted = RunStatistics.counts(people: people, shifts: shifts)
    progress.enter(
      terminal.text(Localized(nb: "analyserer \(counted.nb) …", en: "analysing \(counted.en) …")))
  }

  /// Begins writing; told of only where no report goes to the terminal.
  func startWriting() {
    let isOnTerminal =
      terminal.isInteractive && settings.outputs.contains { $0.destination == .standardOutput }
    progress.enter(
      isOnTerminal ? nil : terminal.text(Localized(nb: "skriver …", en: "writing …")))
  }

  /// Ends a run: with `--stats` what each step took, else one line when it was long and somebody looks.
  func finish(_ watch: Stopwatch, people: Int, shifts: Int) {
    let time = progress.finish()
    guard !settings.quiet else { return }
    let counted = RunStatistics.counts(people: people, shifts: shifts)
    if settings.stats {
      let rate = NumberText.count(Int(min(Double(shifts) / max(watch.seconds, 1e-6), 1e15)))
      let text = Localized(
        nb: "\(counted.nb); \(watch.text(.nb)); \(rate.nb) vakter i sekundet",
        en: "\(counted.en); \(watch.text(.en)); \(rate.en) shifts a second")
      errors.write(terminal.text(text) + "\n")
    } else if let time {
      tell(time, counted)
    }
  }

  /// The one line at the end of a long run.
  func tell(_ time: Duration, _ counted: Localized) {
    let tenths =
      time.components.seconds * 10 + time.components.attoseconds / 100_000_000_000_000_000
    let seconds = NumberText.decimal(hundredths: Int(clamping: tenths) * 10, digits: 1)
    let text = Localized(nb: "\(counted.nb), \(seconds.nb) s", en: "\(counted.en), \(seconds.en) s")
    errors.write(terminal.text(text) + "\n")
  }
}

/// How much a run was about, in words.
enum RunStatistics {
  /// `24 ansatte, 1 277 vakter`
  static func counts(people: Int, shifts: Int) -> Localized {
    let (staff, duties) = (NumberText.count(people), NumberText.count(shifts))
    return Localized(
      nb: "\(staff.nb) \(people == 1 ? "ansatt" : "ansatte"), "
        + "\(duties.nb) \(shifts == 1 ? "vakt" : "vakter")",
      en: "\(staff.en) \(people == 1 ? "employee" : "employees"), "
        + "\(duties.en) \(shifts == 1 ? "shift" : "shifts")")
  }
}
