/// What shift codes stand for, where rows have codes and no times.
public struct CodeLegend: Sendable {
  public struct Entry: Hashable, Sendable {
    public var start: ClockTime
    /// At or before the start is on the next day; equal lasts 24 hours.
    public var end: ClockTime
    public var kind: ShiftKind
    /// Minutes of break marked as unpaid.
    public var unpaidBreak: Int

    public init(
      start: ClockTime, end: ClockTime, kind: ShiftKind = .work, unpaidBreak: Int = 0
    ) {
      self.start = start
      self.end = end
      self.kind = kind
      self.unpaidBreak = unpaidBreak
    }

    /// Seconds from the start day's midnight to the end.
    var endSecond: Int {
      end.secondOfDay <= start.secondOfDay ? end.secondOfDay + 86_400 : end.secondOfDay
    }
  }

  /// By code as written.
  public var entries: [String: Entry]
  /// Codes that fill a whole day without work: a day off or an absence, by code as written.
  public var days: [String: ShiftKind]

  public init(_ entries: [String: Entry] = [:], days: [String: ShiftKind] = [:]) {
    self.entries = entries
    self.days = days
  }

  public var isEmpty: Bool { entries.isEmpty && days.isEmpty }

  /// The times of a code. Capital and small letters are one where only one spelling is there.
  public subscript(code: String) -> Entry? { spelling(of: code).flatMap { entries[$0] } }

  /// What kind of day without work a code stands for, nil when it does not.
  public func day(_ code: String) -> ShiftKind? { spelling(of: code).flatMap { days[$0] } }

  private func spelling(of code: String) -> String? {
    if entries[code] != nil || days[code] != nil { return code }
    let folded = code.lowercased()
    let alike = [Array(entries.keys), Array(days.keys)].joined().filter {
      $0.lowercased() == folded
    }
    return alike.count == 1 ? alike[0] : nil
  }

  /// Adds what another legend says; where both know a code, the other one holds.
  public mutating func merge(_ other: CodeLegend) {
    for (code, entry) in other.entries {
      entries[code] = entry
      days[code] = nil
    }
    for (code, kind) in other.days {
      days[code] = kind
      entries[code] = nil
    }
  }
}
