import FatigueCore

/// How serious a finding must be to make the exit status 1.
enum FailureLevel: String, CaseIterable, Sendable, Comparable {
  case note, warning, disputed, breach
  /// No finding is that serious.
  case never

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  static func < (a: FailureLevel, b: FailureLevel) -> Bool { a.rank < b.rank }
}

/// For each lane the lowest level that fails.
struct FailurePolicy: Equatable, Sendable {
  private var levels: [Lane: FailureLevel]

  subscript(lane: Lane) -> FailureLevel {
    get { levels[lane] ?? .never }
    set { levels[lane] = newValue }
  }

  static let standard = FailurePolicy(levels: [
    .law: .disputed, .agreement: .disputed, .research: .never, .model: .never, .data: .never,
  ])

  /// `law=disputed,agreement=disputed,research=never,model=never,data=never`
  var text: String {
    Lane.allCases.map { "\($0.rawValue)=\(self[$0].rawValue)" }.joined(separator: ",")
  }

  /// Whether a finding of this lane and level makes the exit status 1.
  func fails(_ lane: Lane, _ level: FailureLevel) -> Bool {
    self[lane] != .never && level >= self[lane]
  }

  /// The mildest status that fails in a lane; nil where nothing does.
  func mildest(_ lane: Lane) -> FindingStatus? {
    switch self[lane] {
    case .note: .note
    case .warning: .warning
    case .disputed: .disputed
    case .breach: .breach
    case .never: nil
    }
  }

  /// Reads `LEVEL` or `lane=LEVEL,…`; lanes that are not named keep their default.
  static func parse(_ text: String) throws(UsageError) -> FailurePolicy {
    var policy = standard
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let level = try choice(String(halves[halves.count - 1]), FailureLevel.self)
      guard halves.count == 2 else {
        for lane in Lane.allCases { policy[lane] = level }
        continue
      }
      policy[try choice(String(halves[0]), Lane.self)] = level
    }
    return policy
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ type: Choice.Type
  ) throws(UsageError) -> Choice {
    guard let choice = Choice(rawValue: text) else {
      throw .badChoice(
        option: OptionName.failOn.long, value: text, choices: Choice.allCases.map(\.rawValue))
    }
    return choice
  }
}
