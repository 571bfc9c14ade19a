import Testing

@testable import FatigueCore

/// What the sentences of single findings say: who, when, and nothing that is not so.
@Suite struct SentenceTests {
  private func text(_ rule: String, in strip: RosterStrip) throws -> FindingText {
    let (roster, _) = try #require(strip.roster())
    let analysis = RuleExampleTests.analysis(of: roster, try #require(RuleBook.rule(rule)))
    let finding = try #require(analysis.findings.first)
    return RuleBook.rule(of: finding).describe(
      finding, FindingContext(roster: roster, name: "Kari"))
  }

  @Test("A duty of several shifts is named by its own start")
  func windowNamesTheStart() throws {
    let text = try text("AML-10-8-1", in: "07:00-15:00+15:00-23:00 - -")
    #expect(text.message.nb.contains("ma 5. jan. kl. 07:00"))
    #expect(text.remedies[0].text.nb.contains("kl. 20:00"))
  }

  @Test("A long duty that passes midnight is to end on the day its limit is reached")
  func longDutyEndsOnTheRightDay() throws {
    let text = try text("AML-10-6-8D", in: "10:00-01:00 - -")
    #expect(text.remedies[0].text.nb.contains("ma 5. jan. kl. 23:00"))
    #expect(text.message.nb.contains("midnatt"))
    let day = try self.text("AML-10-6-8D", in: "07:30-22:30 - -")
    #expect(!day.message.nb.contains("midnatt"))
  }

  @Test("The floor in the window reading says that it is disputed")
  func disputedFloor() throws {
    let text = try text("AML-10-8-3D", in: "07:00-23:30 - -")
    #expect(text.message.nb.contains("omtvistet"))
    #expect(text.message.en.contains("disputed"))
    #expect(!text.message.nb.contains("Lokal avtale kan ikke"))
  }

  @Test("A date at the end of a sentence has one point")
  func noDoubledPoints() throws {
    for rule in RuleBook.rules {
      for example in rule.examples where example.flagsSomething {
        let (roster, _) = try #require(example.roster())
        let analysis = RuleExampleTests.analysis(of: roster, rule)
        let finding = try #require(analysis.findings.first)
        let text = rule.describe(finding, FindingContext(roster: roster, name: "Kari"))
        #expect(!text.message.nb.contains(".."), "\(text.message.nb)")
      }
    }
  }

  @Test("One is one: no sentence has one days, nights or weekends")
  func singular() throws {
    let plural = [
      "dager", "netter", "vakter", "kvelder", "uker", "frihelger", "langvakter", "endringer",
      "days", "nights",
      "shifts", "evenings", "weeks", "free weekends", "long shifts", "changes",
    ]
    let strips = [
      "- - - - - D D - - - - - D D - - - - - - - - - - - - D D", "D - D - D - - - D - -",
      "08:00-21:00 - - - - - - -", "- D N - - - -", "D A - - - - -", "N D - - - -",
    ]
    for rule in RuleBook.rules {
      for strip in rule.examples + strips.map({ RosterStrip($0) }) {
        let (roster, _) = try #require(strip.roster())
        for finding in RuleExampleTests.analysis(of: roster, rule).findings {
          let text = RuleBook.rule(of: finding).describe(
            finding, FindingContext(roster: roster, name: "Kari"))
          let message = " \(text.message.nb) \(text.message.en)"
          for word in plural { #expect(!message.contains(" 1 \(word) "), "\(message)") }
        }
      }
    }
  }

  @Test("The first week's rest, cut by the edge of the plan, is no certain breach")
  func edgeOfThePlan() throws {
    let (roster, _) = try #require(RosterStrip("D D D D D D D").roster())
    let analysis = RosterAnalysis(roster, settings: AnalysisSettings())
    let weekly = analysis.findings.filter { RuleBook.rule(of: $0).id == "AML-10-8-2" }
    #expect(weekly.map(\.status) == [.disputed])
    #expect(weekly.map(\.horizonTruncated) == [true])
  }
}
