import FatigueCore

/// The sign of each status, always beside its word or a legend.
extension Terminal {
  func sign(_ status: FindingStatus) -> String {
    guard ascii else { return status.sign }
    return switch status {
    case .breach: "!!"
    case .disputed: "!?"
    case .warning: "!"
    case .note: "i"
    }
  }

  func style(_ status: FindingStatus) -> Style {
    switch status {
    case .breach: .red
    case .disputed: .magenta
    case .warning: .yellow
    case .note: .blue
    }
  }

  /// A sign in its colour.
  func coloured(_ status: FindingStatus) -> String {
    styled(sign(status), .bold, style(status))
  }

  /// A filled cell of a shift bar, a free cell of a frame, the rule under a heading.
  var block: String { ascii ? "#" : "█" }
  var freeCell: String { ascii ? "." : "·" }
  var line: String { ascii ? "-" : "─" }
  var arrow: String { ascii ? "->" : "→" }
  var more: String { ascii ? "..." : "…" }
}
