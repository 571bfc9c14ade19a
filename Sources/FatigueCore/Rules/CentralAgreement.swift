/// Central agreements by § 10-12 (4), which may depart from the whole of chapter 10.
enum CentralAgreement {
  /// Doctors have them as a rule, so that being past what a local agreement reaches is no certain
  /// breach where none is on file (`spec/rules.md`, section 3).
  static let staffGroup = "lege"

  static let note = Localized(
    nb: """
       For leger kan en sentral avtale (§ 10-12 (4)) gi andre grenser; ingen slik avtale er lagt \
      inn.
      """,
    en: """
       For doctors a central agreement (§ 10-12 (4)) may set other limits; none is on file.
      """)
}

extension Limits {
  /// The person is of the staff that has central agreements, none of them is on file for the dates, and
  /// nobody has said that the agreements on file are all there are.
  func awaitsCentralAgreement(
    _ person: Person, _ facts: PersonFacts?, in dates: ClosedRange<CivilDate>
  ) -> Bool {
    guard !agreementsComplete, facts?.staffGroup?.lowercased() == CentralAgreement.staffGroup else {
      return false
    }
    return !agreements.contains {
      $0.level == .nationalUnion && $0.covers(person) && $0.from <= dates.upperBound
        && ($0.through.map { $0 >= dates.lowerBound } ?? true)
    }
  }
}
