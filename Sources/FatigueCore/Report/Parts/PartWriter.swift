/// Writes what one share of the people gave, for `fatigue merge`.
///
/// A part is lines of ASCII, so that it survives everything that carries lines, and several may stand one
/// after another in one file. No name is in it: people are numbers of the roster, which is read again.
///
///     fatigue-part/1
///     program VERSION RULES
///     inputs CHECKSUM
///     roster PEOPLE SHIFTS CHECKSUM
///     settings CHECKSUM
///     shard NUMBER/COUNT
///     p …                         one line for each person, in the order of the roster,
///     f …                         followed by the person's findings
///     end CHECKSUM                of all bytes before this line
///
/// Numbers are decimal with one blank between; `-` is nothing; a real number is the 16 hexadecimal digits of
/// its bits, so that it comes back as it was. The places of shifts count from the person's first.
public struct PartWriter {
  private var bytes: [UInt8] = []

  /// The whole part.
  ///
  /// - Parameter people: Those of the share.
  public static func bytes(
    _ shard: Shard, _ people: AnalysedPeople, of roster: Roster, from origin: PartOrigin
  ) -> [UInt8] {
    var writer = PartWriter()
    writer.bytes.reserveCapacity(512 + people.metrics.count * 160 + people.findings.count * 80)
    writer.head(shard, origin)
    for (place, person) in shard.people(of: roster.people.count).enumerated() {
      writer.person(people.metrics[place])
      let range = people.ranges[place]
      for index in range {
        writer.finding(
          people.findings[index], first: range.lowerBound,
          firstShift: roster.slices[person].lowerBound)
      }
    }
    writer.word("end")
    writer.last(Checksum(writer.bytes.span.extracting(first: writer.bytes.count - 3)).text)
    return writer.bytes
  }

  private mutating func head(_ shard: Shard, _ origin: PartOrigin) {
    last(PartCodes.version)
    for line in [
      "program \(origin.version) \(origin.rules.text)", "inputs \(origin.inputs.text)",
      "roster \(origin.people) \(origin.shifts) \(origin.roster.text)",
      "settings \(origin.settings.text)", "shard \(shard.text)",
    ] {
      last(line)
    }
  }

  private mutating func person(_ metrics: PersonMetrics) {
    word("p")
    for field in PartCodes.counts { number(Int64(metrics[keyPath: field])) }
    for field in PartCodes.seconds { number(metrics[keyPath: field]) }
    for field in PartCodes.spans { number(metrics[keyPath: field]) }
    number(Int64(metrics.maxKssAt))
    for field in PartCodes.reals { real(metrics[keyPath: field]) }
    real(metrics.secondsKss7)
    real(metrics.secondsKss8)
    bytes.append(10)
  }

  private mutating func finding(_ finding: Finding, first: Int, firstShift: Int) {
    word("f")
    number(Int64(finding.rule))
    number(Int64(finding.status.rawValue))
    number(Int64(finding.readings.rawValue))
    number(
      (finding.dstOnly ? PartCodes.dst : 0) | (finding.horizonTruncated ? PartCodes.truncated : 0)
        | (finding.isAgreed ? PartCodes.agreed : 0))
    number(Int64(finding.from))
    number(Int64(finding.to) - Int64(finding.from))
    number(Int64(finding.shift) - Int64(firstShift))
    number(finding.related < 0 ? nil : Int64(finding.related) - Int64(firstShift))
    number(Int64(finding.count))
    number(Int64(finding.detail))
    number(Int64(finding.balance))
    number(finding.measured.numerator)
    number(finding.measured.denominator)
    number(finding.limit.numerator)
    number(finding.limit.denominator)
    number(Int64(PartCodes.relations.firstIndex(of: finding.relation) ?? 0))
    number(Int64(PartCodes.units.firstIndex(of: finding.unit) ?? 0))
    number(finding.causedBy < 0 ? nil : Int64(finding.causedBy) - Int64(first))
    number(finding.agreement < 0 ? nil : Int64(finding.agreement))
    bytes.append(10)
  }

  private mutating func word(_ text: String) {
    bytes += text.utf8
  }

  private mutating func last(_ text: String) {
    if bytes.last.map({ $0 != 10 }) == true { bytes.append(32) }
    bytes += text.utf8
    bytes.append(10)
  }

  private mutating func number(_ value: Int64?) {
    bytes.append(32)
    guard let value else {
      bytes.append(UInt8(ascii: "-"))
      return
    }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let first = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[first...].reverse()
  }

  private mutating func real(_ value: Double?) {
    guard let value else { return number(nil) }
    bytes.append(32)
    for shift in stride(from: UInt64(60), through: 0, by: -4) {
      let digit = UInt8(value.bitPattern >> shift & 15)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
