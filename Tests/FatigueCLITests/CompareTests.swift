import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite struct CompareTests {
  private static func sample(_ name: String) -> String {
    Golden.package.appending(path: "samples/\(name)").path
  }
  private static let (before, after) = (sample("turnus.csv"), sample("forslag.csv"))

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: Pages

  @Test(
    "golden",
    arguments: [
      ("compare-nb.txt", ["--lang", "nb"]), ("compare-en.txt", ["--lang", "en"]),
      ("compare-en-ascii.txt", ["--lang", "en", "--ascii"]),
    ])
  func golden(name: String, arguments: [String]) throws {
    let run = try ProgramRun(
      ["compare", Self.before, Self.after, "--width", "80", "--no-config"] + arguments)
    #expect(run.status == .success && run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { TextWidth.cells($0) <= 80 })
    // Two printed pages.
    #expect(run.output.split(separator: "\n", omittingEmptySubsequences: false).count <= 120)
    try Golden.expect(run.output, in: "Tests/Golden/\(name)")
  }

  @Test("golden of a change that is tried", arguments: ["nb", "en"])
  func goldenTrial(language: String) throws {
    let run = try ProgramRun([
      "check", Self.before, "--what-if", "100178 2026-02-23 A->D", "--what-if",
      "100178<->100215 2026-03-04", "--width", "80", "--no-config", "--lang", language,
    ])
    #expect(run.status == .findings && run.errors.isEmpty)
    try Golden.expect(run.output, in: "Tests/Golden/what-if-\(language).txt")
  }

  @Test("Every width, language and alphabet fits", arguments: [40, 60, 80, 120])
  func widths(width: Int) throws {
    for language in ["nb", "en"] {
      for arguments in [[], ["--all"], ["--ascii", "--all"]] {
        let run = try ProgramRun(
          [
            "compare", Self.before, Self.after, "--width", "\(width)", "--no-config", "--lang",
            language,
          ]
            + arguments)
        let wide = run.output.split(separator: "\n").filter { TextWidth.cells($0) > width }
        #expect(wide.isEmpty, "\(wide.first ?? "")")
        if arguments.contains("--ascii") { #expect(run.output.utf8.allSatisfy { $0 < 128 }) }
        for word in ["trygg", " safe", "lovlig", "lawful", " legal"] {
          #expect(!run.output.contains(word), "\(word)")
        }
      }
    }
  }

  @Test("A loser stands in the first sentence and by name in every format")
  func losersFirst() throws {
    let folder = try TestFolder([
      "a.csv": Self.rows(quick: "Kari"), "b.csv": Self.rows(quick: "Ola"),
    ])
    let arguments = [
      "compare", folder.path("a.csv"), folder.path("b.csv"), "--no-config", "--lang", "en",
    ]
    let json = try object(ProgramRun(arguments + ["-f", "json"]).output)
    let people = try #require(json["people"] as? [[String: Any]])
    let loser = try #require(people.first?["id"] as? String)
    #expect((people.first?["losses"] as? [Any])?.isEmpty == false)
    #expect((json["summary"] as? [String: Any])?["worse"] as? Int == 1)
    for format in ["text", "markdown", "html"] {
      let output = try ProgramRun(arguments + ["-f", format]).output
      #expect(output.contains("1 of 6 comes off worse in at least one lane"), "\(format)")
      #expect(output.contains(loser), "\(format)")
      #expect(!output.contains("Ola") && !output.contains("Kari"), "\(format)")
    }
  }

  /// Six people on plain days, of whom one has an evening before a day.
  private static func rows(quick: String) -> String {
    let names = ["Kari", "Ola", "Per", "Liv", "Tor", "Siv"]
    return "navn;dato;fra;til\n"
      + names.map { name in
        (2...6).map { day in
          let isEvening = name == quick && day == 3
          return "\(name);2026-03-0\(day);\(isEvening ? "15:00;23:00" : "07:30;15:30")\n"
        }.joined()
      }.joined()
  }

  @Test("HTML needs nothing, and its styles are those of its policy")
  func html() throws {
    let run = try ProgramRun(["compare", Self.before, Self.after, "-f", "html", "--no-config"])
    #expect(
      !run.output.contains("<script") && !run.output.contains("style=")
        && run.output.firstMatch(of: /\son[a-z]+=/) == nil)
    for address in ["http:", "https:"] { #expect(!run.output.contains("src=\"\(address)")) }
    let styles = run.output.matches(of: /<style>([^<]*)<\/style>/).map { String($0.1) }
    #expect(styles.count == 2)
    for style in styles {
      let hash = "sha256-" + BytesText.base64(SHA256.digest(of: Array(style.utf8)))
      #expect(run.output.contains("'\(hash)'"))
    }
    #expect(
      run.output
        == (try ProgramRun(["compare", Self.before, Self.after, "-f", "html", "--no-config"]).output)
    )
  }

  // MARK: The paper

  private func paper(_ language: String, _ more: [String] = []) throws -> String {
    try ProgramRun(
      [
        "compare", Self.before, Self.after, "--no-config", "--lang", language, "-f", "protokoll",
      ] + more
    ).output
  }

  @Test("The paper names everybody who loses, before the measures and the lines to sign")
  func paperNamesLosers() throws {
    let json = try object(
      ProgramRun(["compare", Self.before, Self.after, "--no-config", "-f", "json"]).output)
    let people = try #require(json["people"] as? [[String: Any]])
    let losers = people.filter { ($0["losses"] as? [Any])?.isEmpty == false }
      .compactMap { $0["id"] as? String }
    #expect(losers.count == 22)
    for language in ["nb", "en"] {
      let text = try paper(language)
      let gain = try #require(
        text.range(of: language == "nb" ? "## Hvem vinner, uten" : "## Who gains, and"))
      for loser in losers {
        let place = try #require(text.range(of: loser), "\(loser)")
        #expect(place.lowerBound < gain.lowerBound, "\(loser)")
      }
      #expect(text.contains(language == "nb" ? "| Tillitsvalgte | " : "| Representatives | "))
      for word in ["trygg", " safe", "lovlig", "lawful", " legal"] {
        #expect(!text.lowercased().contains(word), "\(word)")
      }
      for path in [Self.before, Self.after] {
        let bytes = try Data(contentsOf: URL(filePath: path))
        #expect(text.contains("`\(BytesText.hexadecimal(SHA256.digest(of: Array(bytes))))`"))
      }
    }
  }

  @Test("Two pages of A4, also for 200 people with long names", arguments: ["nb", "en"])
  func paperLength(language: String) throws {
    #expect(MeetingPaperTests.printedLines(try paper(language)) <= 132)
    let plan = { (shift: Int) in
      "navn;dato;fra;til\n"
        + (1...200).map { person in
          (10...30).map { day in
            let isLate = (day + person * shift) % 3 == 0
            return "Åse-Marie Margrethe Kristoffersen-Bjørnstad \(person);2026-03-\(day);"
              + (isLate ? "14:30;23:30\n" : "06:45;15:15\n")
          }.joined()
        }.joined()
    }
    let folder = try TestFolder(["a.csv": plan(1), "b.csv": plan(2)])
    let text = try ProgramRun([
      "compare", folder.path("a.csv"), folder.path("b.csv"), "--no-config", "--lang", language,
      "--names", "real", "-f", "protokoll",
    ]).output
    let lines = MeetingPaperTests.printedLines(text)
    #expect(lines > 60 && lines <= 132, "\(lines)")
    #expect(
      text.contains(language == "nb" ? "i den fullstendige sammenligningen" : "the full comparison")
    )
  }

  @Test("A file that ends in .html gets the page of the paper; a trial has a paper too")
  func paperPage() throws {
    let folder = try TestFolder([:])
    _ = try paper("nb", ["-o", folder.path("p.html")])
    let page = try String(contentsOfFile: folder.path("p.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<table class=\"sign\">"))
    let trial = try ProgramRun([
      "check", Self.before, "--what-if", "100178 2026-02-23 A->D", "--no-config", "--lang", "en",
      "-f", "protokoll",
    ])
    #expect(trial.output.contains("**Tried.**") && trial.output.contains("or with the change."))
    #expect(!trial.output.contains("100178"))
  }

  // MARK: Who is who

  @Test("Lines, lists and people in one plan only")
  func matching() throws {
    let rows = { (names: [String]) in
      "navn;dato;fra;til\n" + names.map { "\($0);2026-03-02;07:30;15:30\n" }.joined()
    }
    let folder = try TestFolder([
      "a.csv": rows(["Kari", "Ola", "Per"]), "b.csv": rows(["Liv", "Ola"]), "map.csv": "Kari;Liv\n",
      "bad.csv": "Karl;Liv\nKari;Nils\n",
    ])
    func json(_ more: [String]) throws -> [String: Any] {
      let run = try ProgramRun(
        ["compare", folder.path("a.csv"), folder.path("b.csv"), "--no-config", "-f", "json"] + more)
      return try #require(try object(run.output)["matching"] as? [String: Any])
    }
    let plain = try json([])
    #expect(plain["both"] as? Int == 1 && (plain["onlyBefore"] as? [String])?.count == 2)
    #expect((plain["onlyAfter"] as? [String])?.count == 1)
    let lines = try json(["--match", "line"])
    #expect(lines["both"] as? Int == 2 && lines["method"] as? String == "line")
    let map = try json(["--map", folder.path("map.csv")])
    #expect(map["both"] as? Int == 2 && (map["onlyAfter"] as? [String])?.isEmpty == true)
    let bad = try ProgramRun([
      "compare", folder.path("a.csv"), folder.path("b.csv"), "--map", folder.path("bad.csv"),
      "--lang", "en",
    ])
    #expect(bad.status == .usage && bad.output.isEmpty)
    #expect(bad.errors.contains("bad.csv:1:1: ") && bad.errors.contains("bad.csv:2:6: "))
    #expect(bad.errors.contains("did you mean kari?"))
  }

  @Test(
    "--employee is about some, also where lines or a list say who is who; each plan keeps its dates"
  )
  func employees() throws {
    let plans = [Self.before, Self.after]
    func json(_ more: [String]) throws -> [String: Any] {
      try object(ProgramRun(["compare"] + plans + ["--no-config", "-f", "json"] + more).output)
    }
    let whole = try json([])
    let all = try #require(whole["people"] as? [[String: Any]])
    let one = try json(["-e", "100178"])
    let own = try #require(one["people"] as? [[String: Any]])
    #expect(own.count == 1)
    let id = try #require(own[0]["id"] as? String)
    let same = try #require(all.first { $0["id"] as? String == id })
    for part in ["findings", "measures", "verdicts"] {
      let values = try [same, own[0]].map {
        try JSONSerialization.data(withJSONObject: try #require($0[part]), options: .sortedKeys)
      }
      #expect(values[0] == values[1], "\(part)")
    }
    for plan in ["before", "after"] {
      let (a, b) = (whole[plan] as? [String: Any], one[plan] as? [String: Any])
      for key in ["start", "end"] {
        #expect(a?[key] is String && a?[key] as? String == b?[key] as? String)
      }
    }
    // By its pseudonym, two of them, and nobody.
    #expect((try json(["-e", id])["people"] as? [Any])?.count == 1)
    #expect((try json(["-e", "100178,100215"])["people"] as? [Any])?.count == 2)
    let nobody = try ProgramRun(["compare"] + plans + ["-e", "100179", "--lang", "en"])
    #expect(nobody.status == .usage && nobody.errors.contains("100179"))
    // Who is who is found among everybody: the third line stays the third.
    let rows = { (names: [String]) in
      "navn;dato;fra;til\n" + names.map { "\($0);2026-03-02;07:30;15:30\n" }.joined()
    }
    let folder = try TestFolder(["a.csv": rows(["A", "B", "C"]), "b.csv": rows(["X", "Y", "Z"])])
    for name in ["C", "Z"] {
      let run = try ProgramRun([
        "compare", folder.path("a.csv"), folder.path("b.csv"), "--match", "line", "-e", name,
        "--no-config", "-f", "json", "--names", "real",
      ])
      let people = try #require(try object(run.output)["people"] as? [[String: Any]])
      #expect(people.map { $0["id"] as? String } == ["C"])
      #expect(people[0]["inAfter"] as? Bool == true)
    }
  }

  @Test("--history is the look-back of both plans, --sleep what was recorded in either")
  func evidence() throws {
    let folder = try TestFolder([
      "a.csv": Self.rows(quick: "Kari"), "b.csv": Self.rows(quick: "Ola"),
      "h.csv": "navn;dato;fra;til\nPer;2026-02-28;07:30;15:30\nPer;2026-03-01;15:00;23:30\n",
      "s.csv": "person;start;slutt\n"
        + (2...6).map { "Liv;2026-03-0\($0) 01:00;2026-03-0\($0) 05:00\n" }.joined(),
    ])
    func json(_ more: [String]) throws -> [String: Any] {
      let run = try ProgramRun(
        ["compare", folder.path("a.csv"), folder.path("b.csv"), "--no-config", "-f", "json"] + more)
      #expect(run.status == .success)
      return try object(run.output)
    }
    func person(_ number: Int, _ json: [String: Any]) throws -> [String: Any] {
      let people = try #require(json["people"] as? [[String: Any]])
      return try #require(people.first { $0["id"] as? String == names[number] })
    }
    func pair(_ part: String, _ key: String, _ person: [String: Any]) -> [Any?] {
      let value = (person[part] as? [String: [String: Any]])?[key]
      return [value?["before"], value?["after"]]
    }
    let names = ["Kari", "Ola", "Per", "Liv"]
    let real = ["--names", "real"]
    let plain = try json(real)
    let history = try json(real + ["--history", folder.path("h.csv")])
    // Eight hours between Sunday's evening and Monday's day: of Per alone, in both plans.
    for number in [2, 3] {
      let law = try [plain, history].map {
        pair("findings", "law", try person(number, $0)).map { ($0 as? [Int])?[0..<2].reduce(0, +) }
      }
      #expect(law[0] == [0, 0])
      #expect(law[1] == (number == 2 ? [1, 1] : [0, 0]))
    }
    for plan in ["before", "after"] {
      let periods = [plain, history].map { json in
        ["start", "end"].map { (json[plan] as? [String: Any])?[$0] as? String }
      }
      #expect(periods[0] == periods[1])
    }
    let slept = try json(real + ["--sleep", folder.path("s.csv")])
    for number in [2, 3] {
      let sleep = try [plain, slept].map {
        pair("measures", "sleepHoursPerDay", try person(number, $0)).map { $0 as? Double }
      }
      #expect(sleep[0][0] != nil)
      #expect((sleep[0] == sleep[1]) == (number == 2))
    }
  }

  // MARK: Status

  @Test("--fail-if fails by lane; without it a comparison judges nothing")
  func failIf() throws {
    let folder = try TestFolder([
      "a.csv": Self.rows(quick: "Kari"), "b.csv": Self.rows(quick: "Ola"),
      "c.csv": Self.rows(quick: "nobody"),
    ])
    func status(_ a: String, _ b: String, _ more: String...) throws -> ExitCode {
      try ProgramRun(["compare", folder.path(a), folder.path(b), "--no-config"] + more).status
    }
    #expect(try status("a.csv", "b.csv") == .success)
    #expect(try status("a.csv", "b.csv", "--fail-if", "worse") == .findings)
    #expect(try status("a.csv", "b.csv", "--fail-if", "law") == .findings)
    #expect(try status("a.csv", "b.csv", "--fail-if", "timeOff") == .success)
    #expect(try status("a.csv", "b.csv", "--fail-if", "worse", "--exit-zero") == .success)
    #expect(try status("a.csv", "c.csv", "--fail-if", "law") == .success)
    #expect(try status("c.csv", "a.csv", "--fail-on", "disputed") == .findings)
    #expect(try status("a.csv", "a.csv", "--fail-on", "disputed") == .success)
    #expect(try status("a.csv", "b.csv", "--fail-if", "lov") == .usage)
    #expect(try status("a.csv", "missing.csv") == .unreadable)
    #expect(try ProgramRun(["compare", folder.path("a.csv")]).status == .usage)
    #expect(try ProgramRun(["check", folder.path("a.csv"), "--fail-if", "worse"]).status == .usage)
  }

  // MARK: Trying a change

  @Test("A change that takes the findings away takes them away, and nothing is written")
  func whatIf() throws {
    let folder = try TestFolder(["a.csv": Self.rows(quick: "Kari")])
    let path = folder.path("a.csv")
    let old = try String(contentsOfFile: path, encoding: .utf8)
    let run = try ProgramRun([
      "check", path, "--what-if", "Kari 2026-03-03 ->07:30-15:30", "-f", "json", "--no-config",
      "--fail-if", "worse",
    ])
    let json = try object(run.output)
    let findings = try #require(json["findings"] as? [String: Any])
    #expect(
      (findings["gone"] as? [[String: Any]])?.contains { $0["rule"] as? String == "AML-10-8-1" }
        == true)
    #expect((findings["new"] as? [Any])?.isEmpty == true)
    #expect((json["changes"] as? [String])?.count == 1 && !run.output.contains("Kari"))
    // The same as the file with that row changed.
    let edited = try TestFolder(["a.csv": Self.rows(quick: "nobody")])
    func people(_ arguments: [String]) throws -> Data {
      let run = try ProgramRun(arguments + ["-f", "json", "--no-config"])
      let people = try #require(try object(run.output)["people"] as? [Any])
      return try JSONSerialization.data(withJSONObject: people, options: .sortedKeys)
    }
    let compared = try people(["compare", path, edited.path("a.csv")])
    #expect(try people(["check", path, "--what-if", "Kari 2026-03-03 ->07:30-15:30"]) == compared)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == old)
  }

  @Test("What is wrong with a change stands at its place, all of it at once")
  func faults() throws {
    let folder = try TestFolder(["a.csv": Self.rows(quick: "Kari")])
    let run = try ProgramRun([
      "check", folder.path("a.csv"), "--what-if", "Karl 2026-03-03 -", "--what-if",
      "Kari 2026-03-03 ->Q", "--lang", "en",
    ])
    #expect(run.status == .usage && run.output.isEmpty)
    #expect(run.errors.contains("--what-if:1:1: ") && run.errors.contains("--what-if:2:19: "))
    #expect(run.errors.contains("did you mean Kari?"))
  }

  @Test(
    "Options that a trial cannot have", arguments: ["--baseline", "--sleep", "--write-baseline"])
  func exclusive(option: String) throws {
    let run = try ProgramRun([
      "check", Self.before, "--what-if", "x", option, "x.csv", "--lang", "en",
    ])
    #expect(run.status == .usage && run.errors.contains("exclude each other"))
    let format = try ProgramRun(["check", Self.before, "--what-if", "x", "-f", "sarif"])
    #expect(format.status == .usage)
  }

  @Test("--employee shows some; the rest of a swap is not named")
  func employee() throws {
    let run = try ProgramRun([
      "check", Self.before, "--what-if", "100178<->100215 2026-02-24", "-e", "100178",
      "--no-config",
      "--lang", "en",
    ])
    #expect(run.errors.isEmpty && run.output.contains("swap"))
  }
}
