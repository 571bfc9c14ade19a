import Testing

@testable import FatigueCore

@Suite struct PlanHTMLTests {
  private static func section(_ rows: String, _ language: Language = .nb) throws -> String {
    let reading = RosterReader.read("Ansatt;Dato;Fra;Til;Avdeling\n" + rows)
    let roster = try #require(reading.roster)
    let settings = ProtocolSettings(Facts(), for: roster)
    let report = PlanReport(
      reading, RosterAnalysis(roster, settings: AnalysisSettings()),
      RosterPlan(roster, settings: settings), settings: settings,
      names: PersonNames(roster, style: .real), shown: [])
    return String(decoding: PlanHTML.section(report, language), as: UTF8.self)
  }

  @Test("A section of its own, long blocks first, that names nobody and keeps hostile units inert")
  func section() throws {
    var rows = ""
    for day in 2...6 {
      for name in ["Kari Holm", "Ola Ås"] {
        rows += "\(name);2026-03-0\(day);22:00;07:30;<script>alert('x')</script>\n"
      }
    }
    for language in Language.allCases {
      let html = try Self.section(rows, language)
      #expect(html.hasPrefix("<section id=\"nights\"") && html.hasSuffix("</section>\n"))
      #expect(!html.contains("Kari") && !html.contains("Ola") && !html.contains("<script"))
      #expect(html.contains("&lt;script&gt;"))
      #expect(!html.contains("style=") && !html.contains("onclick"))
      for element in ["section", "h2", "h3", "table", "caption", "tr", "th", "td", "ul", "li", "p"]
      {
        let opened = html.components(of: "<\(element)>") + html.components(of: "<\(element) ")
        #expect(opened == html.components(of: "</\(element)>"), "\(element)")
      }
      let fewer = language == .nb ? "Én natt færre" : "One night fewer"
      let first = try #require(html.firstRange(of: "<li>"))
      #expect(html[first.upperBound...].prefix(400).contains(fewer))
    }
  }

  @Test("Nobody together on nights: no table of naps")
  func alone() throws {
    #expect(try !Self.section("Kari;2026-03-02;22:00;07:30;A\n").contains("Hvil for hver natt"))
  }
}

extension String {
  /// How often another text stands in it.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
