/// One place in a roster where a rule's test fires. Small and without text: the sentences are made
/// by the rule when somebody wants to read them.
public struct Finding: Sendable {
  // In the order of their sizes: there are many, and a neighbour that is the same in all is written with
  // the one beside it.
  public var measured: Fraction
  /// The limit of the level reached.
  public var limit: Fraction
  /// Seconds from the roster's origin.
  public var from: Int32
  public var to: Int32
  /// The shift that would have to change, as an index in the roster; -1 only where a
  /// finding about the plan points at none.
  public var shift: Int32
  /// How many things it gathers, such as gaps, nights or duties.
  public var count: Int32 = 0
  /// What else the rule's own sentence needs; each rule says what it keeps here.
  public var detail: Int32 = 0
  public var balance: Int32 = 0
  /// The other shift of a pair, or the first of a run; -1 when there is none.
  public var related: Int32 = -1
  /// Index of the finding that explains this one; -1 when nothing does.
  public var causedBy: Int32 = -1
  /// Index in ``Roster/people``, or ``everybody``.
  public var person: UInt32 = 0
  /// Index in ``Limits/agreements`` of the agreement that set the limit; -1 when none did.
  public var agreement: Int16 = -1
  /// Index in the waivers on file of the one that covers it; -1 when none does.
  public var waiver: Int16 = -1
  /// Index in ``RuleBook/rules``.
  public var rule: UInt16 = 0
  public var status: FindingStatus
  public var relation: Relation
  public var unit: MeasureUnit
  /// The readings under which it fires; empty when there is only one.
  public var readings: Reading = []
  /// It disappears when hours are taken from the wall clock.
  public var dstOnly = false
  /// It touches the first or last date of the input.
  public var horizonTruncated = false
  /// The limit is one that the parties have agreed on, so that the lane is theirs whatever the rule's.
  public var isAgreed = false
  public var isWaived: Bool { waiver >= 0 }

  /// A finding about the plan or a unit, not about one person.
  public static let everybody = UInt32.max
  public var isAboutPlan: Bool { person == Self.everybody }

  public init(
    _ status: FindingStatus, from: Int32, to: Int32, shift: Int32, measured: Fraction,
    limit: Fraction, _ relation: Relation, _ unit: MeasureUnit
  ) {
    self.status = status
    self.from = from
    self.to = to
    self.shift = shift
    self.measured = measured
    self.limit = limit
    self.relation = relation
    self.unit = unit
  }

  /// The reading it is measured by: the most lenient that fails.
  public var reading: String? { readings.names.first }
}
