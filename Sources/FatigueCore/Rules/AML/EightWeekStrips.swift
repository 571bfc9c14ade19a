/// Plans of eight weeks, drawn for the rules on means.
enum EightWeekStrips {
  /// Seven weeks of 55 hours are 385 hours, more than eight times 48; six of them and one of 40 are
  /// not.
  static let all: [RosterStrip] = [flagged, accepted]

  private static let week = "07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 - -"

  private static let flagged = RosterStrip(
    Array(repeating: week, count: 6).joined(separator: " ")
      + " 07:00-18:00 07:00-18:00 07:00-18:00 07:00-18:00 ↓07:00-18:00 - -")
  private static let accepted = RosterStrip(
    Array(repeating: week, count: 6).joined(separator: " ") + " D D D D D - -")
}
