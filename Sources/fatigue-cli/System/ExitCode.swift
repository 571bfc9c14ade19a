/// What the process ends with.
enum ExitCode: Int32, Sendable {
  case success = 0
  case findings = 1
  case usage = 2
  case unreadable = 3
  case unwritable = 4

  /// The one that counts when several apply: 4, 2, 3, 1, 0.
  func combined(with other: ExitCode) -> ExitCode { rank >= other.rank ? self : other }

  private var rank: Int {
    switch self {
    case .success: 0
    case .findings: 1
    case .unreadable: 2
    case .usage: 3
    case .unwritable: 4
    }
  }
}
