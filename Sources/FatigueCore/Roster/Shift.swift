/// One row of a roster, packed: 28 bytes, no references.
public struct Shift: Equatable, Sendable {
  /// Seconds from ``Roster/origin``.
  public var start: Int32
  public var end: Int32
  /// Where the field stands that says when it starts.
  public var startField: SourcePosition
  /// Index in ``Roster/people``.
  public var person: UInt32
  /// Index in ``Roster/codes``; 0 is the empty code.
  public var code: UInt16
  /// Index in ``Roster/units``; 0 is no unit.
  public var unit: UInt16
  /// Bytes from the start field to the end field, 0 when they are one field.
  public var endFieldDelta: Int16
  /// Minutes of break that the row marks as unpaid.
  public var unpaidBreak: UInt16
  public var kind: ShiftKind
  public var flags: ShiftFlags

  public init(
    start: Int32, end: Int32, person: UInt32, code: UInt16 = 0, unit: UInt16 = 0,
    kind: ShiftKind = .work, flags: ShiftFlags = [], startField: SourcePosition = .none,
    endFieldDelta: Int16 = 0, unpaidBreak: UInt16 = 0
  ) {
    self.start = start
    self.end = end
    self.startField = startField
    self.person = person
    self.code = code
    self.unit = unit
    self.endFieldDelta = endFieldDelta
    self.unpaidBreak = unpaidBreak
    self.kind = kind
    self.flags = flags
  }

  public var length: Elapsed { Elapsed(seconds: Int64(end) - Int64(start)) }
  public var endField: SourcePosition {
    startField == .none ? .none : startField + Int(endFieldDelta)
  }
}

public struct ShiftFlags: OptionSet, Sendable {
  public var rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A whole-day entry: local midnight to local midnight.
  public static let allDay = ShiftFlags(rawValue: 1)
  /// The clock time written does not exist; the next that does was used.
  public static let startInGap = ShiftFlags(rawValue: 2)
  public static let endInGap = ShiftFlags(rawValue: 4)
  /// The clock time written occurs twice; the first was used.
  public static let startInFold = ShiftFlags(rawValue: 8)
  public static let endInFold = ShiftFlags(rawValue: 16)
  /// The end was earlier on the clock than the start and went to the next day, which made the shift
  /// ``longRolledHours`` or more.
  public static let longRolled = ShiftFlags(rawValue: 32)

  /// `Assumed:` longer than any shift over midnight that wards plan without a date for its end.
  public static let longRolledHours: Int64 = 16
}
