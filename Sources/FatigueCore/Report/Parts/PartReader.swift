/// Puts parts together again.
///
/// A part may come from anywhere: what it says is held against the roster that was read, so that none can
/// point outside it, and a part that does not fit is refused as a whole.
public struct PartReader {
  private let roster: Roster
  private let origin: PartOrigin
  private let agreements: Int
  /// Seconds between which a finding may lie.
  private let reach: ClosedRange<Int64>
  private var parts: [Shard: AnalysedPeople] = [:]
  /// Of all parts.
  private var count: Int?

  /// - Parameter origin: What the parts must come from.
  public init(_ roster: Roster, _ settings: AnalysisSettings, from origin: PartOrigin) {
    self.roster = roster
    self.origin = origin
    agreements = settings.limits.agreements.count
    let first = roster.shifts.lazy.map { Int64($0.start) }.min() ?? 0
    let last = roster.shifts.lazy.map { Int64($0.end) }.max() ?? 0
    reach = first - PartCodes.margin...max(first, last) + PartCodes.margin
  }

  /// Whether some bytes say that they are a part.
  public static func isPart(_ bytes: Span<UInt8>) -> Bool {
    let sign = Array("fatigue-part/".utf8)
    return bytes.count >= sign.count && sign.indices.allSatisfy { bytes[$0] == sign[$0] }
  }

  /// Takes in a file with one part, or several one after another.
  public mutating func add(_ bytes: [UInt8]) throws(PartFault) {
    let span = bytes.span
    var scanner = PartScanner()
    repeat { try part(span, &scanner) } while !scanner.isAtEnd(span)
  }

  /// Everybody, once all parts are there.
  public consuming func people() throws(PartFault) -> AnalysedPeople {
    guard let count else { throw incomplete(Localized(nb: "ingen del", en: "no part")) }
    let missing = (1...count).filter { parts[Shard($0, of: count)!] == nil }
    guard missing.isEmpty else {
      let shown = missing.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
      let more = missing.count > 8 ? ", …" : ""
      throw incomplete(Localized(nb: "mangler \(shown)\(more)", en: "missing \(shown)\(more)"))
    }
    var people = AnalysedPeople()
    for number in 1...count {
      guard let part = parts.removeValue(forKey: Shard(number, of: count)!) else { continue }
      if number == 1 { people = part } else { people.append(part) }
    }
    return people
  }

  private func incomplete(_ what: Localized) -> PartFault {
    PartFault(
      kind: .incomplete, line: nil,
      message: Localized(
        nb: "delene er ikke hele planen: \(what.nb)",
        en: "the parts are not the whole plan: \(what.en)"),
      hint: Localized(
        nb: "fatigue check FIL --shard i/n lager en del for hver i fra 1 til n",
        en: "fatigue check FILE --shard i/n makes a part for each i from 1 to n"))
  }

  // MARK: One part

  private mutating func part(
    _ bytes: Span<UInt8>, _ scanner: inout PartScanner
  ) throws(PartFault) {
    let start = scanner.at
    let shard = try head(bytes, &scanner)
    var people = AnalysedPeople()
    for person in shard.people(of: roster.people.count) {
      people.metrics.append(try metrics(bytes, &scanner))
      let first = people.findings.count
      while scanner.sign(bytes) == UInt8(ascii: "f") {
        people.findings.append(try finding(person, first, people.findings.count, bytes, &scanner))
      }
      try checkCauses(people.findings[first...], first, scanner.line)
      people.ranges.append(first..<people.findings.count)
    }
    try scanner.expect("end", bytes)
    let sum = Checksum(bytes.extracting(start..<scanner.at - 3))
    guard try scanner.checksum(bytes) == sum else {
      throw .damaged(
        scanner.line,
        Localized(
          nb: "delen er endret: kontrollsummen stemmer ikke",
          en: "the part was changed: its checksum does not agree"))
    }
    try scanner.endLine(bytes)
    parts[shard] = people
  }

  /// Which share it is, once it is known to be one of this run.
  private mutating func head(
    _ bytes: Span<UInt8>, _ scanner: inout PartScanner
  ) throws(PartFault) -> Shard {
    try scanner.expect(PartCodes.version, bytes)
    try scanner.endLine(bytes)
    try scanner.expect("program", bytes)
    let version = try scanner.word(bytes)
    let rules = try scanner.checksum(bytes)
    guard version == origin.version, rules == origin.rules else {
      throw foreign(
        scanner.line,
        Localized(
          nb: "delen er laget av en annen utgave av fatigue (\(version))",
          en: "the part was made by another build of fatigue (\(version))"))
    }
    try scanner.endLine(bytes)
    try scanner.expect("inputs", bytes)
    guard try scanner.checksum(bytes) == origin.inputs else {
      throw foreign(
        scanner.line,
        Localized(
          nb: "delen er laget av andre filer, eller av de samme i en annen rekkefølge",
          en: "the part was made of other files, or of the same in another order"))
    }
    try scanner.endLine(bytes)
    try scanner.expect("roster", bytes)
    let people = try scanner.number(in: 0...Int64.max, bytes)
    let shifts = try scanner.number(in: 0...Int64.max, bytes)
    guard people == Int64(origin.people), shifts == Int64(origin.shifts),
      try scanner.checksum(bytes) == origin.roster
    else {
      throw foreign(
        scanner.line,
        Localized(
          nb: "delen gjelder et annet utvalg av planen (\(people) ansatte, \(shifts) vakter)",
          en: "the part is about another selection of the plan (\(people) people, \(shifts) shifts)"
        ))
    }
    try scanner.endLine(bytes)
    try scanner.expect("settings", bytes)
    guard try scanner.checksum(bytes) == origin.settings else {
      throw foreign(
        scanner.line,
        Localized(
          nb: "delen er laget med andre innstillinger eller valg",
          en: "the part was made with other settings or options"))
    }
    try scanner.endLine(bytes)
    try scanner.expect("shard", bytes)
    guard let shard = Shard(try scanner.word(bytes)) else {
      throw .damaged(
        scanner.line, Localized(nb: "ikke en del av noe", en: "not a part of anything"))
    }
    guard count == nil || count == shard.count else {
      throw foreign(
        scanner.line,
        Localized(
          nb: "delen er én av \(shard.count), en annen er én av \(count ?? 0)",
          en: "the part is one of \(shard.count), another is one of \(count ?? 0)"))
    }
    guard parts[shard] == nil else {
      throw PartFault(
        kind: .incomplete, line: scanner.line,
        message: Localized(
          nb: "del \(shard.text) er gitt to ganger", en: "part \(shard.text) is given twice"))
    }
    try scanner.endLine(bytes)
    count = shard.count
    return shard
  }

  private func foreign(_ line: Int, _ message: Localized) -> PartFault {
    PartFault(
      kind: .foreign, line: line, message: message,
      hint: Localized(
        nb: "gi merge de samme filene og valgene som check --shard fikk",
        en: "give merge the same files and options that check --shard had"))
  }

  private func metrics(
    _ bytes: Span<UInt8>, _ scanner: inout PartScanner
  ) throws(PartFault) -> PersonMetrics {
    try scanner.expect("p", bytes)
    let count = 0...Int64(Int32.max)
    let seconds = 0...PartCodes.quantity.upperBound
    var metrics = PersonMetrics()
    for field in PartCodes.counts {
      metrics[keyPath: field] = Int(try scanner.number(in: count, bytes))
    }
    for field in PartCodes.seconds {
      metrics[keyPath: field] = try scanner.number(in: seconds, bytes)
    }
    for field in PartCodes.spans {
      metrics[keyPath: field] = try scanner.value(in: seconds, bytes)
    }
    metrics.maxKssAt = Int32(try scanner.number(in: Self.times, bytes))
    for field in PartCodes.reals { metrics[keyPath: field] = try scanner.real(bytes) }
    metrics.secondsKss7 = try scanner.real(bytes) ?? 0
    metrics.secondsKss8 = try scanner.real(bytes) ?? 0
    try scanner.endLine(bytes)
    return metrics
  }

  private static let times = Int64(Int32.min)...Int64(Int32.max)

  /// - Parameters:
  ///   - first: Where the person's findings begin.
  ///   - index: Of this one.
  private func finding(
    _ person: Int, _ first: Int, _ index: Int, _ bytes: Span<UInt8>, _ scanner: inout PartScanner
  ) throws(PartFault) -> Finding {
    let slice = roster.slices[person]
    let places = 0...Int64(max(slice.count - 1, 0))
    guard !slice.isEmpty else {
      throw .damaged(
        scanner.line,
        Localized(nb: "funn om en uten vakter", en: "a finding about somebody without shifts"))
    }
    try scanner.expect("f", bytes)
    let rule = try scanner.number(in: 0...Int64(RuleBook.rules.count - 1), bytes)
    let status = try scanner.number(in: 0...Int64(FindingStatus.breach.rawValue), bytes)
    let readings = try scanner.number(in: 0...255, bytes)
    let flags = try scanner.number(in: 0...7, bytes)
    let from = try scanner.number(in: Self.times, bytes)
    let length = try scanner.number(in: 0...Int64(Int32.max), bytes)
    let shift = try scanner.number(in: places, bytes)
    let related = try scanner.value(in: places, bytes)
    let count = try scanner.number(in: 0...Int64(Int32.max), bytes)
    let detail = try scanner.number(in: Self.times, bytes)
    let balance = try scanner.number(in: Self.times, bytes)
    let measured = try fraction(bytes, &scanner)
    let limit = try fraction(bytes, &scanner)
    let relation = try scanner.number(in: 0...Int64(PartCodes.relations.count - 1), bytes)
    let unit = try scanner.number(in: 0...Int64(PartCodes.units.count - 1), bytes)
    let cause = try scanner.value(in: 0...Int64(Int32.max), bytes)
    let agreement = try scanner.value(in: 0...Int64(max(agreements - 1, 0)), bytes)
    guard reach.contains(from), reach.contains(from + length),
      from + length <= Int64(Int32.max), agreement == nil || agreements > 0,
      related != nil || !PartCodes.ofPairs.contains(Int(rule)),
      limit.numerator >= 0,
      limit.numerator.magnitude / limit.denominator.magnitude <= PartCodes.largestLimit
    else {
      throw .damaged(
        scanner.line,
        Localized(nb: "funnet peker ut av planen", en: "the finding points out of the plan"))
    }
    var finding = Finding(
      FindingStatus(rawValue: UInt8(status)) ?? .note, from: Int32(from),
      to: Int32(from + length), shift: Int32(Int64(slice.lowerBound) + shift), measured: measured,
      limit: limit, PartCodes.relations[Int(relation)], PartCodes.units[Int(unit)])
    finding.rule = UInt16(rule)
    finding.person = UInt32(person)
    finding.readings = Reading(rawValue: UInt8(readings))
    finding.dstOnly = flags & PartCodes.dst != 0
    finding.horizonTruncated = flags & PartCodes.truncated != 0
    finding.isAgreed = flags & PartCodes.agreed != 0
    finding.related = related.map { Int32(Int64(slice.lowerBound) + $0) } ?? -1
    (finding.count, finding.detail, finding.balance) = (Int32(count), Int32(detail), Int32(balance))
    finding.causedBy = cause.map { Int32(clamping: Int64(first) + $0) } ?? -1
    finding.agreement = agreement.map { Int16(clamping: $0) } ?? -1
    try scanner.endLine(bytes)
    return finding
  }

  private func fraction(
    _ bytes: Span<UInt8>, _ scanner: inout PartScanner
  ) throws(PartFault) -> Fraction {
    let numerator = try scanner.number(in: PartCodes.quantity, bytes)
    return Fraction(
      numerator, try scanner.number(in: 1...PartCodes.quantity.upperBound, bytes))
  }

  /// A cause is another finding of the same person.
  private func checkCauses(
    _ findings: ArraySlice<Finding>, _ first: Int, _ line: Int
  ) throws(PartFault) {
    for index in findings.indices where findings[index].causedBy >= 0 {
      let cause = Int(findings[index].causedBy)
      guard findings.indices.contains(cause), cause != index else {
        throw .damaged(
          line,
          Localized(
            nb: "et funn følger av noe som ikke finnes",
            en: "a finding follows from one that is not there"))
      }
    }
  }
}
