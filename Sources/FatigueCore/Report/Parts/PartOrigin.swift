/// What the parts of one run have in common: made by the same program from the same bytes, read and
/// judged the same way. Only then do they fit together.
public struct PartOrigin: Equatable, Sendable {
  /// Version of the program.
  var version: String
  /// Of the rules, their order and limits.
  var rules: Checksum
  /// Of all files that were read, in their order.
  var inputs: Checksum
  /// How many people and shifts were found in them, and what was understood.
  var people: Int
  var shifts: Int
  var roster: Checksum
  /// Of what the settings and the options choose.
  var settings: Checksum

  /// - Parameters:
  ///   - roster: What is analysed.
  ///   - settings: Every choice that can change what is found, as text.
  public init(_ reading: RosterReading, _ roster: Roster, version: String, settings: String) {
    self.version = version
    rules = Self.rules
    inputs = Checksum()
    for file in reading.sources.files { inputs.add(file.bytes.span) }
    people = roster.people.count
    shifts = roster.shifts.count
    self.roster = Self.sum(roster)
    self.settings = Checksum(Array(settings.utf8).span)
  }

  /// Of every rule in its order, with its limits.
  private static let rules: Checksum = {
    var sum = Checksum()
    for rule in RuleBook.rules {
      sum.add(Array(rule.id.utf8).span)
      for limit in rule.limits {
        sum.add(Array(limit.id.utf8).span)
        sum.add(UInt64(bitPattern: limit.standard.numerator))
        sum.add(UInt64(bitPattern: limit.standard.denominator))
      }
    }
    return sum
  }()

  private static func sum(_ roster: Roster) -> Checksum {
    var sum = Checksum()
    sum.add(UInt64(bitPattern: roster.origin.seconds))
    sum.add(Array(roster.zone.name.utf8).span)
    sum.add(UInt64(UInt32(bitPattern: Int32(clamping: roster.firstDate.days))))
    sum.add(UInt64(UInt32(bitPattern: Int32(clamping: roster.lastDate.days))))
    for slice in roster.slices {
      sum.add(UInt64(slice.count))
      for shift in roster.shifts[slice] {
        sum.add(
          UInt64(UInt32(bitPattern: shift.start)) << 32 | UInt64(UInt32(bitPattern: shift.end)))
        sum.add(
          UInt64(shift.code) << 32 | UInt64(shift.unit) << 16 | UInt64(shift.kind.rawValue) << 8
            | UInt64(shift.flags.rawValue))
      }
    }
    return sum
  }
}
