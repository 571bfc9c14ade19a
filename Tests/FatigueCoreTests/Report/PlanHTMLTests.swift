import Testing

@testable import FatigueCore

@Suite struct PlanHTMLTests {
  private static func report(_ rows: String, shown: [Int] = []) throws -> PlanReport {
    let reading = RosterReader.read("Ansatt;Dato;Fra;Til;Avdeling\n" + rows)
    let roster = try #require(reading.roster)
    let settings = ProtocolSettings(Facts(), for: roster)
    return PlanReport(
      reading, RosterAnalysis(roster, settings: AnalysisSettings()),
      RosterPlan(roster, settings: settings), settings: settings,
      names: PersonNames(roster, style: .real), shown: shown)
  }

  private static func section(_ rows: String, _ language: Language = .nb) throws -> String {
    let report = try report(rows)
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

  @Test("A page: the ward, then the person asked for with every entry of the calendar, all inert")
  func page() throws {
    let rows = ["02", "03", "04"].map { "<b>Kari</b>;2026-03-\($0);22:00;07:30;A\n" }.joined()
    let report = try Self.report(rows + "Ola;2026-03-02;22:00;07:30;A\n", shown: [0])
    for language in Language.allCases {
      let html = String(decoding: PlanPage.bytes(report, language), as: UTF8.self)
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
      #expect(html.contains("&lt;b&gt;Kari&lt;/b&gt;") && !html.contains("<b>Kari"))
      #expect(!html.contains("Ola") && !html.contains("<script"))
      let plan = try #require(report.plan.people[0])
      let entries = PlanCalendar.entries(plan, report.roster, language)
      let own = try #require(html.firstRange(of: "id=\"plan-1\"")).lowerBound
      // A head row for each night.
      #expect(html[own...].ranges(of: "<tr>").count == entries.count + 3)
      // Every line says how sure it is.
      for entry in entries {
        #expect(html.contains(entry.title))
        #expect("ABCD".contains { entry.title.hasSuffix(" (\($0))") }, "\(entry.title)")
      }
      // The only style is the one that the policy names.
      let style = try #require(html.firstRange(of: "<style>")).upperBound
      let end = try #require(html.firstRange(of: "</style>")).lowerBound
      #expect(html.contains("style-src '\(HTMLReport.hash(String(html[style..<end])))'"))
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
