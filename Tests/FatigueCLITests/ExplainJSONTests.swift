import FatigueCore
import Testing

@testable import fatigue_cli

@Suite("explain in JSON")
struct ExplainJSONTests {
  private static func explained(_ arguments: [String]) throws -> JSONValue {
    try JSONValue(ProgramRun(["explain", "-f", "json", "--lang", "en"] + arguments).output)
  }

  @Test("Every code is explained, in the order asked, with what its page says")
  func everyCode() throws {
    let codes = ExplainedCode.all
    let all = try Self.explained(codes.map(\.id)).items
    #expect(all.count == codes.count)
    for (place, code) in codes.enumerated() {
      let object = all[place]
      #expect(object["id"].text == code.id && object["kind"].text == code.word)
      #expect(object["title"].text == code.title.en)
      let says: String? =
        switch code {
        case .rule(let rule): rule.test.en
        case .measure(let measure): measure.text.en
        case .diagnostic(let diagnostic): diagnostic.explanation.en
        case .metric(let metric): metric.definition.en
        }
      let member =
        ["rule": "test", "measure": "text", "diagnostic": "explanation", "metric": "definition"]
      #expect(object[member[code.word] ?? ""].text == says, "\(code.id)")
    }
  }

  @Test("Who may agree on the weekly rest, and how far; nobody on what researchers advise")
  func agreements() throws {
    let rules = try Self.explained(["AML-10-8-2", "EVID-N3"])
    let rest = rules[0]["limits"][0]
    #expect(rest["id"].text == "AML-10-8-2.weekly-rest" && rest["agreed"].bool == true)
    #expect(rest["value"].number == 35 && rest["floor"].number == 28)
    #expect(rest["reach"][0]["level"].text == "A2" && rest["reach"][0]["to"].number == 28)
    #expect(rules[0]["examples"][0]["roster"].text == "D ↓D D D D D D")
    #expect(rules[0]["examples"][0]["found"].bool == true)
    #expect(rules[1]["limits"][0]["agreed"].bool == nil)
  }

  @Test("The list of a pack")
  func list() throws {
    let list = try Self.explained(["--list", "NHS"])
    #expect(list[0]["id"].text?.hasPrefix("NHS-") == true && list[0]["kind"].text == "rule")
  }
}
