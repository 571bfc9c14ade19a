/// What the norms of agreements and of the parties share: without an agreement on file that sets the
/// limit a norm is something to discuss, with one it binds.
enum AgreementNorm {
  static let nsfRota = RuleSource(
    Localized(nb: "NSF om turnus", en: "NSF (nurses' union) on rotas"), .secondary,
    url: "https://www.nsf.no/arbeidsvilkar/turnus")
  static let nsfHours = RuleSource(
    Localized(
      nb: "NSF om arbeidstid og vaktordninger", en: "NSF (nurses' union) on hours and on-call"),
    .secondary,
    url: "https://www.nsf.no/arbeidsvilkar/dagligukentlig-arbeidstid-og-vaktordninger")
  static let nsfLongShifts = RuleSource(
    Localized(
      nb: "NSF: søknad om langvakter", en: "NSF (nurses' union): applying for long shifts"),
    .secondary, url: "https://www.nsf.no/nyheter/arbeidstid/soknad-om-langvakter")
  static let dayOffCodes = RuleSource(
    Localized(nb: "Fagforbundet om fridagskodene", en: "Fagforbundet (union) on day-off codes"),
    .secondary, url: "https://www.fagforbundet.no/a/280672/")
}

extension LimitInForce {
  /// Breach where an agreement on file set the limit.
  func status(otherwise status: FindingStatus) -> FindingStatus {
    agreement >= 0 ? .breach : status
  }
}

extension PlanEvidence {
  /// A limit as an agreement that covers all of the plan sets it on a date; the last one on file wins.
  func inForce(_ limit: Limit, on date: CivilDate) -> LimitInForce {
    for (index, agreement) in limits.agreements.enumerated().reversed() {
      guard agreement.limit == limit.id, let value = agreement.value, date >= agreement.from,
        agreement.through.map({ date <= $0 }) ?? true, coversAll(agreement)
      else { continue }
      return LimitInForce(
        value: value, steps: Limits.steps(value, limit.unit), agreement: Int16(clamping: index))
    }
    let value = limits[limit]
    return LimitInForce(value: value, steps: Limits.steps(value, limit.unit), agreement: -1)
  }

  /// Everybody and every shift is in the agreement's scope.
  private func coversAll(_ agreement: Agreement) -> Bool {
    guard roster.people.allSatisfy(agreement.covers) else { return false }
    guard !agreement.units.isEmpty || !agreement.codes.isEmpty else { return true }
    return roster.shifts.allSatisfy { row in
      (agreement.units.isEmpty || agreement.units.contains(roster.units[Int(row.unit)]))
        && (agreement.codes.isEmpty || agreement.codes.contains(roster.codes[Int(row.code)]))
    }
  }
}

extension Roster {
  /// The shift begins on an assessed date and not in a look-back or a copy of the plan.
  func isAssessed(_ shift: Int32) -> Bool {
    guard surroundings != nil, shift >= 0 else { return true }
    let (start, end) = period
    return shifts[Int(shift)].start >= start && shifts[Int(shift)].start < end
  }

  /// The shift that begins first on the assessed dates; -1 when there is none.
  var firstShift: Int32 {
    let own = shifts.indices.filter { isAssessed(Int32($0)) }
    return own.min { shifts[$0].start < shifts[$1].start }.map(Int32.init) ?? -1
  }

  /// The number of a day-off code `F1` to `F5`; nil for every other row.
  func dayOffNumber(_ shift: Shift) -> Int? {
    guard shift.kind == .off, shift.code != 0 else { return nil }
    let code = codes[Int(shift.code)].utf8
    guard code.count == 2, let letter = code.first, let digit = code.last,
      letter == UInt8(ascii: "F") || letter == UInt8(ascii: "f"),
      (UInt8(ascii: "1")...UInt8(ascii: "5")).contains(digit)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }
}
