import Foundation
import Testing

@testable import FatigueCore

@Suite struct ConfigurationSchemaTests {
  private static let docs = TestData.tests.deletingLastPathComponent().appending(path: "docs")

  @Test("The schema for editors is the one that this build makes; RECORD=1 rewrites it")
  func isFresh() throws {
    let path = Self.docs.appending(path: "config.schema.json")
    let made = Data(ConfigurationSchema.bytes())
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try made.write(to: path) }
    #expect(try Data(contentsOf: path) == made)
    let object = try JSONSerialization.jsonObject(with: made) as? [String: Any]
    let properties = object?["properties"] as? [String: Any]
    #expect(properties?["agreement"] != nil && properties?["rules"] != nil)
  }

  @Test("What changed when names every rule with a date")
  func changesAreTold() throws {
    let page = try String(
      contentsOf: Self.docs.appending(path: "rules/CHANGES.md"), encoding: .utf8)
    for rule in RuleBook.rules {
      guard let from = rule.inForce.from else { continue }
      #expect(page.contains("| \(from.iso) |") && page.contains("`\(rule.id)`"), "\(rule.id)")
    }
  }

  @Test("A rule is used from its date")
  func datedLaw() throws {
    let id = "AML-14-6"
    let index = try #require(RuleBook.index(id))
    let before = CivilDate(days: 19_904)
    #expect(RuleSelection(at: before).notInForce.contains(index))
    #expect(RuleSelection(at: before + 1).rules.contains(index))
    #expect(RuleSelection().rules.contains(index))
  }
}
