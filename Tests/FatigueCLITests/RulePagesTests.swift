import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// `docs/rules/` is what `fatigue explain RULE -f markdown` prints, for every rule.
@Suite struct RulePagesTests {
  @Test(arguments: ["nb", "en"])
  func pagesAreWhatExplainPrints(language: String) throws {
    for rule in RuleBook.rules {
      let run = try ProgramRun(["explain", rule.id, "-f", "markdown", "--lang", language])
      #expect(run.status == .success)
      try Golden.expect(run.output, in: "docs/rules/\(language)/\(rule.id).md")
    }
    let folder = Golden.package.appending(path: "docs/rules/\(language)").path
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(files) == Set(RuleBook.rules.map { "\($0.id).md" }), "a page without a rule")
  }

  @Test func indexListsEveryRule() throws {
    var text = """
      # Rules

      What `fatigue check` tests, as `fatigue explain` prints it. Each page says what is tested, its
      limits, why it matters, who may agree otherwise, and the sources.

      | Rule | Lane | Norsk | English |
      | --- | --- | --- | --- |

      """
    for rule in RuleBook.rules {
      text += "| `\(rule.id)` | \(rule.lane.rawValue) | [\(rule.title.nb)](nb/\(rule.id).md) "
      text += "| [\(rule.title.en)](en/\(rule.id).md) |\n"
    }
    try Golden.expect(text, in: "docs/rules/README.md")
  }

  @Test(arguments: ["nb", "en"])
  func measurePagesAreWhatExplainPrints(language: String) throws {
    let run = try ProgramRun(
      ["explain"] + MeasureBook.measures.map(\.id) + ["-f", "markdown", "--lang", language])
    #expect(run.status == .success)
    try Golden.expect(run.output, in: "docs/measures/\(language).md")
  }

  @Test func measuresAreExplainedInText() throws {
    let run = try ProgramRun(["explain", "NAP", "--lang", "nb", "--width", "80"])
    #expect(run.output.contains("SMD 0,40 (0,09–0,72)"))
    #expect(run.output.contains("Martin-Gill et al. 2018"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let mistyped = try ProgramRun(["explain", "napp", "--lang", "en"])
    #expect(mistyped.status == .usage && mistyped.errors.contains("did you mean nap?"))
  }
}
