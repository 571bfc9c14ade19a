/// Whether the sleep that a finding rests on was recorded, predicted, or some of each.
enum SleepOrigin {
  case predicted, recorded, both

  /// - Parameters:
  ///   - from: The time in which sleep is counted, seconds from the roster's origin.
  ///   - to: The end of it, or the end of the last sleep looked at.
  init(_ record: SleepRecord?, from: Int64, to: Int64) {
    let (from, to) = (Int32(clamping: from), Int32(clamping: max(from + 1, to)))
    guard let record, record.covers(from: from, to: to) else {
      self = .predicted
      return
    }
    // Awake before the first onset and after the last awakening, as far as the log says.
    self = record.runs.contains { $0.from <= from && to <= $0.to } ? .recorded : .both
  }

  /// ``init(_:from:to:)`` for the time before a shift starts, from `from` on.
  init(_ context: FindingContext, before shift: Shift, from: Int64) {
    let start = Int64(shift.start)
    // The last awakening before the shift is the end of what can be recorded.
    let last = context.record?.episodes.last { Int64($0.wake) <= start }?.wake
    let end = last.map { start - Int64($0) < 86_400 ? Int64($0) : start } ?? start
    self.init(context.record, from: min(from, end), to: end)
  }

  /// `predikert søvn`
  var sleep: Localized {
    switch self {
    case .predicted: Localized(nb: "predikert søvn", en: "predicted sleep")
    case .recorded: Localized(nb: "registrert søvn", en: "recorded sleep")
    case .both: Localized(nb: "registrert og predikert søvn", en: "recorded and predicted sleep")
    }
  }

  /// What a rating by the model adds; empty where all sleep is predicted.
  var rating: Localized {
    switch self {
    case .predicted: Localized(same: "")
    case .recorded: Localized(nb: " av registrert søvn", en: " from recorded sleep")
    case .both:
      Localized(
        nb: " av registrert og predikert søvn", en: " from recorded and predicted sleep")
    }
  }
}
