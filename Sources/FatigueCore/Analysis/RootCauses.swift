/// Links findings to the one that explains them: same person, overlapping stretch, and a rule that
/// the finding's own rule names.
enum RootCauses {
  /// For each rule the indices of the rules that explain it.
  private static let explainers: [[UInt16]] = RuleBook.rules.map { rule in
    rule.explainedBy.compactMap { id in
      RuleBook.rules.firstIndex { $0.id == id }.map(UInt16.init)
    }
  }

  /// - Parameter findings: One person's, in rule order.
  static func link(_ findings: inout [Finding]) {
    for i in findings.indices {
      for explainer in explainers[Int(findings[i].rule)] {
        let cause = findings.indices.first {
          findings[$0].rule == explainer && findings[$0].from < findings[i].to
            && findings[$0].to > findings[i].from
        }
        if let cause {
          findings[i].causedBy = Int32(cause)
          break
        }
      }
    }
  }
}
