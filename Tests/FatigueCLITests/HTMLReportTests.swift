import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("The HTML report")
struct HTMLReportTests {
  static func page(_ arguments: [String]) throws -> String {
    try ProgramRun(["check"] + arguments + ["-f", "html"]).output
  }

  static let turnus = FormatTests.roster

  /// Every match of a pattern with one group.
  static func matches(_ pattern: String, in text: String) throws -> [String] {
    let expression = try NSRegularExpression(
      pattern: pattern, options: [.dotMatchesLineSeparators])
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
      Range($0.range(at: 1), in: text).map { String(text[$0]) }
    }
  }

  /// The elements and texts of a page, without style and script.
  static func markup(_ page: String) throws -> String {
    let expression = try NSRegularExpression(
      pattern: "<(style|script)[^>]*>.*?</\\1>", options: [.dotMatchesLineSeparators])
    return expression.stringByReplacingMatches(
      in: page, range: NSRange(page.startIndex..., in: page), withTemplate: " ")
  }

  static func visible(_ page: String) throws -> String {
    try markup(page).replacing(try Regex("<[^>]*>"), with: " ")
  }

  // MARK: The same facts

  @Test("Findings, people and counts are those of JSON")
  func agreesWithJSON() throws {
    let page = try Self.page([Self.turnus, "--lang", "en"])
    let json = try JSONValue(FormatTests.output("json"))
    let fingerprints = try Self.matches("<tr id=\"f-([0-9a-f]{32})\">", in: page)
    let expected = json["findings"].items.compactMap { $0["fingerprint"].text }
    #expect(fingerprints.count == expected.count && Set(fingerprints) == Set(expected))
    let people = json["employees"].items.compactMap { $0["id"].text }
    #expect(
      try Self.matches("<details class=\"person\" id=\"(p[0-9]+)\"", in: page).count == people.count
    )
    let rows = try Self.matches(
      "<tr><th scope=\"row\"><a href=\"#p[0-9]+\">([^<]*)</a></th><td", in: page)
    #expect(Set(rows) == Set(people))
    let counts = json["summary"]["findings"]
    for lane in Lane.allCases {
      let heading = try Self.matches("<h3 class=\"lane\">\(lane.title.en) (.*?)</h3>", in: page)
      let own = counts[lane.rawValue]
      for status in FindingStatus.allCases {
        guard let count = own[status.name].number.map(Int.init) else { continue }
        #expect(heading.first?.contains("\(count) \(status.plural(count).en)") == true)
      }
      #expect((own.object == nil) == heading.isEmpty)
    }
  }

  @Test("Both languages have the same elements")
  func languagesAgree() throws {
    let tags = try ["nb", "en"].map { language in
      try Self.matches(
        "<(/?[a-z][a-z0-9]*)", in: Self.page([Self.turnus, "--lang", language]))
    }
    #expect(tags[0] == tags[1])
  }

  @Test("No page says that a plan is lawful or safe", arguments: ["turnus.csv", "rolig.csv"])
  func neverApproves(sample: String) throws {
    let file = Golden.package.appending(path: "samples/\(sample)").path
    for language in ["nb", "en"] {
      let text = try Self.visible(Self.page([file, "--lang", language]))
      for word in ["lovlig", "trygg", "trygt", "safe", "lawful", "legal"] {
        #expect(!text.lowercased().contains(try Regex("\\b\(word)\\b")), "\(word)")
      }
    }
  }

  @Test("It is in the language of the reader, as text is")
  func languageOfTheEnvironment() throws {
    let run = try ProgramRun(
      ["check", Self.turnus, "-f", "html"], environment: ["LANG": "nb_NO.UTF-8"])
    #expect(run.output.contains("<html lang=\"nb\">"))
    #expect(try Self.page([Self.turnus]).contains("<html lang=\"en\">"))
  }

  // MARK: Nothing can act

  @Test("The policy names the style and the script by their hashes, and allows nothing else")
  func policyMatches() throws {
    let page = try Self.page([Self.turnus])
    let policy = try #require(
      try Self.matches("Content-Security-Policy\" content=\"([^\"]*)\"", in: page).first)
    for (directive, pattern) in [
      ("style-src", "<style>(.*?)</style>"), ("script-src", "<script>(.*?)</script>"),
    ] {
      let sources = try Self.matches(pattern, in: page)
      #expect(sources.count == 1)
      let digest = Data(SHA256.digest(of: Array(sources[0].utf8))).base64EncodedString()
      #expect(policy.contains("\(directive) 'sha256-\(digest)'"))
    }
    #expect(policy.hasPrefix("default-src 'none';"))
    let markup = try Self.markup(page)
    #expect(!markup.contains("style=\"") && !markup.contains(" onclick"))
    #expect(!markup.contains("http://"))
    #expect(try Self.matches("(<link|<iframe|<img|<form|<base|<object)", in: page).isEmpty)
  }

  /// Elements that the page may have.
  private static let elements: Set<String> = [
    "a", "b", "body", "br", "button", "caption", "circle", "code", "col", "colgroup", "dd",
    "details", "div", "dl", "dt", "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "html",
    "li", "main", "meta", "nav", "ol", "output", "p", "path", "rect", "script", "section", "span",
    "style", "summary", "svg", "table", "tbody", "td", "text", "tfoot", "th", "thead", "title",
    "tr",
    "ul", "use",
  ]

  @Test("Hostile names, codes and units are text")
  func hostileNamesAreInert() throws {
    let hostile = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "</style><b>", "&lt;i&gt;",
      "=cmd|' /C calc'!A0", "\u{1B}[31mred", "::error::x", "a\u{202E}cba\u{200F}",
      "]]>--></script>",
      String(repeating: "long", count: 75),
    ]
    var csv = "ansatt,start,slutt,kode,avdeling\n"
    for (number, name) in hostile.enumerated() {
      let quoted = "\"" + name.replacing("\"", with: "\"\"") + "\""
      for day in 10...13 {
        csv +=
          "\(quoted),2026-03-\(day) 2\(number % 3):00,2026-03-\(day + 1) 07:00,\(quoted),\(quoted)\n"
      }
    }
    let folder = try TestFolder(["r.csv": csv])
    for names in ["real", "initials", "pseudonym"] {
      let page = try Self.page([folder.path("r.csv"), "--names", names])
      #expect(page.hasSuffix("</html>\n"))
      let tags = try Self.matches("<([^\\s/>!]*)[\\s>]", in: Self.markup(page))
      #expect(Set(tags).subtracting(Self.elements).isEmpty)
      #expect(page.components(separatedBy: "<script>").count == 2)
      for scalar in page.unicodeScalars where scalar != "\n" {
        #expect(!ControlCharacters.isUnsafe(scalar))
      }
      #expect((names == "real") == page.contains("&lt;script&gt;alert(1)&lt;/script&gt;</b>"))
    }
  }

  @Test("The command shown names nobody and no folder of the machine")
  func commandIsDiscreet() throws {
    let folder = try TestFolder([
      "r.csv": "ansatt,start,slutt\nKari Holm,2026-03-10 22:00,2026-03-11 07:00\n"
    ])
    let arguments = [folder.path("r.csv"), "-e", "Kari Holm", "--jobs", "2"]
    let page = try Self.page(arguments)
    #expect(
      page.contains(
        "<code>fatigue check r.csv --employee … --format html --lang en</code>"))
    #expect(!page.contains("Holm") && !page.contains("/tmp"))
    #expect(
      try Self.page(arguments + ["--names", "real"]).contains("--employee &#39;Kari Holm&#39;"))
  }

  // MARK: Size

  /// People on a rotation of days, evenings and nights, with some short rests.
  private static func ward(people: Int, days: Int) -> String {
    let cycle = Array("DDA-NNN--DDAA--D-ADD-NN----AAD-DD--")
    let hours: [Character: (String, String)] = [
      "D": ("07:30", "15:30"), "A": ("15:00", "22:30"), "N": ("22:15", "07:45"),
    ]
    var csv = "ansatt,dato,fra,til,kode\n"
    let first = CivilDate(year: 2026, month: 1, day: 5)!
    for person in 0..<people {
      for day in 0..<days {
        let code = cycle[(day + person * 5) % cycle.count]
        guard let (from, to) = hours[code] else { continue }
        csv += "Ansatt \(person),\((first + day).iso),\(from),\(to),\(code)\n"
      }
    }
    return csv
  }

  @Test("A ward of 24 for 12 weeks stays under half a megabyte, 500 under two and a half")
  func staysSmall() throws {
    for (people, most) in [(24, 500_000), (500, 2_500_000)] {
      let folder = try TestFolder(["r.csv": Self.ward(people: people, days: 84)])
      let page = try Self.page([folder.path("r.csv"), "--lang", "nb"])
      #expect(page.utf8.count < most, "\(people): \(page.utf8.count)")
      // One table for up to 50 people, else one for every 25.
      let tables = try Self.matches("(<table class=\"roster)", in: page).count
      #expect(tables == (people > 50 ? people / 25 : 1))
      let rows = try Self.matches(
        "(<tr><th scope=\"row\"><a href=\"#p[0-9]+\">[^<]*</a></th><td[^>]*>[DAN]?<td)", in: page)
      #expect(rows.count == people)
      // Whoever has no curve on the page has the numbers of one.
      let drawn = try Self.matches("(class=\"c0\"><path id=)", in: page).count
      let packed = try Self.matches("(<div class=\"scroll lazy\")", in: page).count
      #expect(drawn + packed == people)
    }
  }

  @Test("A year is cut in parts of at most twelve weeks")
  func longPlansAreCut() throws {
    let folder = try TestFolder(["r.csv": Self.ward(people: 6, days: 364)])
    let page = try Self.page([folder.path("r.csv")])
    let columns = try Self.matches("<col span=\"([0-9]+)\">", in: page).compactMap { Int($0) }
    #expect(columns.count == 5 && columns.reduce(0, +) == 364 && columns.allSatisfy { $0 <= 84 })
  }

  @Test("A group under five has no group figures")
  func smallGroups() throws {
    for (people, shows) in [(4, false), (5, true)] {
      let folder = try TestFolder(["r.csv": Self.ward(people: people, days: 28)])
      let page = try Self.page([folder.path("r.csv")])
      #expect(page.contains("<tfoot>") == shows && page.contains("id=\"cap-spread\"") == shows)
      #expect(page.contains("Hours at KSS ≥ 7 by week") == shows)
    }
  }

  @Test("An empty plan and one without findings are whole pages")
  func emptyPlans() throws {
    for csv in ["", "Kari,2026-03-11 08:00,2026-03-11 15:00\n"] {
      let folder = try TestFolder(["r.csv": "ansatt,start,slutt\n" + csv])
      let run = try ProgramRun(["check", folder.path("r.csv"), "-f", "html"])
      #expect(run.output.isEmpty || run.output.hasSuffix("</html>\n"))
    }
  }
}
