/// The most hours that one fixed week can have when it is not known which of them are overtime: the
/// ordinary ceiling and the overtime ceiling of the agreements on file, added.
///
/// No agreement 40 + 10 (38 + 10 and 36 + 10 in the shorter schemes); averaging with the employee
/// 50 + 10; averaging with the representatives 54 + 10; overtime with the representatives + 20;
/// never above 69 (§ 10-6 (8)). Derived from §§ 10-4, 10-5 and 10-6.
enum HighestWeek {
  /// - Returns: Whole hours; nil when overtime is marked somewhere, or when it is not certain: the
  ///   agreements on file may not be all, the person has passive duty, or a central agreement, a
  ///   consent of the authority or § 10-12 (3) may set the limits aside.
  static func hours(
    _ evidence: borrowing Evidence, _ averaging: AgreementLevel?, _ from: Int32, _ to: Int32
  ) -> Int64? {
    guard evidence.limits.agreementsComplete, !evidence.hasRows(.overtime),
      evidence.rows(.passive).isEmpty,
      !evidence.roster.codes.contains("10-12-3"),
      !evidence.limits.agreements.contains(where: { $0.level > .localUnion })
    else { return nil }
    let ordinary: Int64
    switch averaging {
    case nil: ordinary = evidence.about?.scheme.map { Int64(min(max($0, 36), 40)) } ?? 40
    case .individual: ordinary = 50
    default: ordinary = 54
    }
    let overtime = evidence.agreement(about: OvertimeText.rules, from: from, to: max(to, from + 1))
    let isAgreed = overtime.map { evidence.limits.agreements[Int($0)].level == .localUnion }
    return min(69, ordinary + (isAgreed == true ? 20 : 10))
  }
}
