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
  }

  /// By code as written.
  public var entries: [String: Entry]

  public init(_ entries: [String: Entry] = [:]) { self.entries = entries }

  /// Capital and small letters are one where only one spelling is there.
  public subscript(code: String) -> Entry? {
    if let entry = entries[code] { return entry }
    let folded = code.lowercased()
    let alike = entries.filter { $0.key.lowercased() == folded }
    return alike.count == 1 ? alike.first?.value : nil
  }
}
