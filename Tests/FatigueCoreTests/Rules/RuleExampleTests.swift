import FatigueCore
import Testing

@testable import FatigueCore

@Suite("Rules flag their own examples")
struct RuleExampleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let strip: RosterStrip
    var testDescription: String { "\(rule.id): \(strip.text)" }
  }

  static let cases = RuleBook.rules.flatMap { rule in
    rule.examples.map { Case(rule: rule, strip: $0) }
  }

  /// The rule alone, with what its examples take for granted.
  static func analysis(of roster: Roster, _ rule: Rule) -> RosterAnalysis {
    RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        limits: rule.premises.limits, facts: rule.premises.facts,
        selection: RuleSelection(select: [rule.id])))
  }

  @Test("Exactly the marked shifts are flagged", arguments: cases)
  func exactlyMarkedShiftsAreFlagged(_ example: Case) throws {
    let (roster, flagged) = try #require(example.strip.roster())
    let analysis = Self.analysis(of: roster, example.rule)
    let found = analysis.findings.filter { RuleBook.rule(of: $0).id == example.rule.id }
    #expect(Set(found.map(\.shift)) == flagged)
  }

  @Test("Every rule shows one roster it flags and one it accepts")
  func bothKindsOfExample() {
    for rule in RuleBook.rules where rule.evaluatePlan == nil && !rule.isMeasure {
      if case .documented = rule.standing { continue }
      #expect(rule.examples.contains { $0.flagsSomething }, "\(rule.id)")
      #expect(rule.examples.contains { !$0.flagsSomething }, "\(rule.id)")
    }
  }

  @Test("Ids are unique, packs are known, nothing recalled is shipped switched on")
  func metadataIsSound() {
    let ids = RuleBook.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for rule in RuleBook.rules {
      let packs = [
        "AML", "EU", "TAR", "EMP", "AT", "FIOH", "EVID", "NHS", "ORG", "MOD", "DATA",
      ]
      #expect(packs.contains(rule.pack), "\(rule.id)")
      #expect(!rule.sources.isEmpty, "\(rule.id)")
      if case .on = rule.standing {
        #expect(!rule.sources.allSatisfy { $0.trust == .recalled }, "\(rule.id)")
      }
      for limit in rule.limits {
        #expect(limit.id.hasPrefix(rule.id + "."), "\(limit.id)")
        #expect(limit.allowed.contains(limit.standard), "\(limit.id)")
      }
      for explainer in rule.explainedBy { #expect(ids.contains(explainer), "\(rule.id)") }
    }
  }

  @Test("What is said of the findings is sound, and promises nothing")
  func saysSoundSentences() throws {
    for example in Self.cases {
      let (roster, _) = try #require(example.strip.roster())
      let analysis = Self.analysis(of: roster, example.rule)
      let settings = analysis.settings
      let context = FindingContext(
        roster: roster, name: "Kari", facts: settings.facts, limits: settings.limits)
      for finding in analysis.findings {
        SoundSentence.check(RuleBook.rule(of: finding).describe(finding, context), example.rule.id)
      }
    }
  }
}
