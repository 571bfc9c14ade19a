/// What a row of a roster is (`spec` S-UNION).
public enum ShiftKind: UInt8, Sendable, CaseIterable {
  /// Planned work.
  case work
  case overtime
  /// Called out from home.
  case callOut
  /// On call at home.
  case onCall
  /// On duty at the workplace, allowed to rest.
  case passive
  /// An unpaid break.
  case `break`
  /// A planned nap.
  case nap
  /// Leave, illness, holiday.
  case absence
  /// A day off, with or without a code.
  case off
  /// A critical incident.
  case incident
  /// A defusing talk after an incident.
  case defusing
  /// Taken out of the plan.
  case cancelled
  /// A stretch marked as free.
  case free

  /// The name in every output.
  public var name: String {
    switch self {
    case .work: "work"
    case .overtime: "overtime"
    case .callOut: "callOut"
    case .onCall: "onCall"
    case .passive: "passive"
    case .break: "break"
    case .nap: "nap"
    case .absence: "absence"
    case .off: "off"
    case .incident: "incident"
    case .defusing: "defusing"
    case .cancelled: "cancelled"
    case .free: "free"
    }
  }

  /// The short form of the rule catalogue, where it has one.
  public var shortName: String? {
    switch self {
    case .work: "W"
    case .overtime: "OT"
    case .callOut: "CO"
    case .onCall: "HV"
    case .passive: "PAS"
    case .break: "BR"
    case .nap: "NAP"
    case .absence: "ABS"
    case .incident: "CRIT"
    case .defusing: "DEF"
    case .off, .cancelled, .free: nil
    }
  }

  /// Happens at a moment as well as over a stretch of time.
  public var mayBeMoment: Bool { self == .incident || self == .defusing }

  /// Work that interrupts a rest and counts as a shift.
  public var isWork: Bool {
    switch self {
    case .work, .overtime, .callOut, .passive: true
    default: false
    }
  }
}
