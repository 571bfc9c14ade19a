import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("Counts stand lane by lane, and what is shown first is the gravest")
struct LaneCountTests {
  static let samples = FormatAgreementTests.samples

  private static func check(_ sample: String, _ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(
      ["check", Golden.package.appending(path: "samples/\(sample)").path, "--no-config"]
        + arguments)
  }

  /// A short rest for each, 3 h for one of them and 5 min more for each other, in no order.
  private static func rows(_ people: Int) -> String {
    var rows = "person,start,end\n"
    for person in 0..<people {
      rows += "P\(person),2026-05-04T14:00,2026-05-04T22:30\n"
      let minute = 30 + person * 7 % people * 5
      rows +=
        "P\(person),2026-05-05T0\(1 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      rows += ",2026-05-05T15:00\n"
    }
    return rows
  }

  @Test("No text says how many findings there are of all lanes together", arguments: samples)
  func neverAdded(sample: String) throws {
    let document = try JSONValue(Self.check(sample, ["-f", "json"]).output)
    let lanes = document["summary"]["findings"].object as? [String: [String: Int]] ?? [:]
    let sums = lanes.mapValues { $0.values.reduce(0, +) }
    let all = sums.values.reduce(0, +)
    let ofRules = ["law", "agreement", "research"].compactMap { sums[$0] }.reduce(0, +)
    try #require(lanes.count > 1)
    for lang in ["nb", "en"] {
      var texts = try ["text", "markdown", "html", "github", "protokoll", "junit", "sarif"].map {
        try Self.check(sample, ["-f", $0, "--lang", lang]).output
      }
      texts.append(try Self.check(sample, ["--stats", "--lang", lang, "-f", "csv"]).errors)
      for text in texts {
        for sum in [all, ofRules] where sum > 30 {
          #expect(!text.contains("\(sum) funn") && !text.contains("\(sum) findings"))
        }
      }
      let stats = texts[texts.count - 1]
      for (lane, statuses) in lanes {
        let title = Lane(rawValue: lane)?.title[lang == "nb" ? .nb : .en] ?? ""
        #expect(stats.contains("\(title) "), "\(stats)")
        for count in statuses.values { #expect(stats.contains("\(count) "), "\(stats)") }
      }
    }
  }

  @Test("How many rules were tried is one number")
  func rulesTried() throws {
    let folder = try TestFolder([
      "plan.csv": "ansatt;start;slutt\nKari;2026-03-02 08:00;2026-03-02 15:30\n"
    ])
    let run = ["check", folder.path("plan.csv"), "--no-config", "--lang", "en"]
    let text = try ProgramRun(run + ["--stats"])
    let tried = try #require(text.output.firstMatch(of: /No findings in the (\d+) rules tried/)).1
    #expect(text.errors.contains(" \(tried) rules"), "\(text.errors)")
    let paper = try ProgramRun(run + ["-f", "protokoll"]).output
    #expect(paper.contains(" \(tried) rules"), "\(paper.prefix(400))")
    // By hand: a rule with a case of its own in JUnit was tried; the skipped ones were not.
    let junit = try ProgramRun(run + ["-f", "junit"]).output
    let cases = junit.split(separator: "\n").filter {
      $0.contains("<testcase") && $0.hasSuffix("/>")
    }
    let rules = Set(cases.compactMap { $0.firstMatch(of: /classname="([^"]+)"/)?.1 })
    #expect(rules.count == Int(tried))
  }

  @Test("GitHub: breaches before what was not read, within ten of a level")
  func annotations() throws {
    let folder = try TestFolder([
      "plan.csv": Self.rows(12) + "Q,2026-05-99T08:00,2026-05-05T15:00\nR,x,y\n"
    ])
    let text = try ProgramRun(
      [
        "check", folder.path("plan.csv"), "--no-config", "--lang", "en", "-f", "github", "--select",
        "AML-10-8-3D",
      ]
    ).output
    let errors = text.split(separator: "\n").filter { $0.hasPrefix("::error") }
    #expect(errors.count == 10)
    #expect(errors.prefix(8).allSatisfy { $0.contains("title=AML-10-8-3D") })
    #expect(errors[8].contains("title=IN-"))
    #expect(
      errors[9].contains("Not shown here: Law 4 breaches.")
        && errors[9].contains("More errors in what was read: "), "\(errors[9])")
    // The shortest rest is the farthest past the floor of 8 h.
    #expect(errors[0].contains("3 h"), "\(errors[0])")
  }

  @Test("Markdown: the ten gravest are in order of status", arguments: samples)
  func tenByStatus(sample: String) throws {
    let text = try Self.check(sample, ["-f", "markdown", "--lang", "en"]).output
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.prefix(12).dropFirst(2)
    let order = ["breach", "disputed", "warning", "note"]
    let places = rows.compactMap { row in
      order.firstIndex { row.hasPrefix("| \($0) ") }
    }
    #expect(places.count == rows.count && places == places.sorted())
  }

  @Test("Markdown: of one status and rule the farthest past the limit come first")
  func tenGravest() throws {
    let folder = try TestFolder(["plan.csv": Self.rows(12)])
    let text = try ProgramRun(
      [
        "check", folder.path("plan.csv"), "--no-config", "--lang", "en", "-f", "markdown",
        "--select", "AML-10-8-3D",
      ]
    ).output
    let rests = text.matches(of: /\| (\d+) h(?: (\d+) min)? \| at least 8 h/).map {
      (Int($0.1) ?? 0) * 60 + ($0.2.flatMap { Int($0) } ?? 0)
    }
    #expect(rests == Array(stride(from: 180, through: 225, by: 5)))
    #expect(text.contains("Not shown here: Law 2 breaches."))
  }

  @Test("HTML: the rows of a rule begin with the farthest past its limit")
  func htmlRows() throws {
    let folder = try TestFolder(["plan.csv": Self.rows(12)])
    let text = try ProgramRun(
      [
        "check", folder.path("plan.csv"), "--no-config", "--lang", "en", "-f", "html", "--select",
        "AML-10-8-3D",
      ]
    ).output
    let rests = text.matches(of: /<td>(\d+) h(?: (\d+) min)?\. Limit at least 8 h/).map {
      (Int($0.1) ?? 0) * 60 + ($0.2.flatMap { Int($0) } ?? 0)
    }
    #expect(rests.count == 12 && rests == rests.sorted())
  }

  @Test("A run that could not read everything notifies of it, with its status, in SARIF")
  func sarifExecution() throws {
    let broken = try JSONValue(
      ProgramRun([
        "check", Golden.package.appending(path: "samples/feil.csv").path, "-f", "sarif",
      ]).output)
    let invocation = broken["runs"][0]["invocations"][0]
    #expect(invocation["executionSuccessful"].bool == true && invocation["exitCode"].number == 3)
    let levels = invocation["toolExecutionNotifications"].items.compactMap { $0["level"].text }
    #expect(levels.contains("error"))
    let whole = try JSONValue(Self.check("turnus.csv", ["-f", "sarif"]).output)
    let other = whole["runs"][0]["invocations"][0]
    #expect(other["executionSuccessful"].bool == true && other["exitCode"].number == 1)
  }

  @Test(
    "A roster that cannot be read leaves valid files that say so, and nothing on standard output")
  func unreadable() throws {
    let folder = try TestFolder(["plan.csv": "dette er ingen turnus\n"])
    let formats = ["sarif", "junit", "gitlab", "github", "markdown", "json", "html"]
    for input in ["plan.csv", "missing.csv"] {
      let outputs = formats.flatMap { ["-f", "\($0)=\(folder.path(input + $0))"] }
      let run = try ProgramRun(["check", folder.path(input), "--lang", "en"] + outputs)
      #expect(run.status == .unreadable && run.output.isEmpty)
      func text(_ format: String) throws -> String {
        try String(contentsOfFile: folder.path(input + format), encoding: .utf8)
      }
      let sarif = try JSONValue(text("sarif"))["runs"][0]
      #expect(sarif["results"].items.isEmpty)
      #expect(sarif["invocations"][0]["executionSuccessful"].bool == false)
      #expect(sarif["invocations"][0]["exitCode"].number == 3)
      #expect(!sarif["invocations"][0]["toolExecutionNotifications"].items.isEmpty)
      let issues = try JSONValue(text("gitlab")).items
      #expect(!issues.isEmpty && issues.allSatisfy { $0["severity"].text == "blocker" })
      let junit = try text("junit")
      #expect(junit.contains("\(input)\" tests=\"") && !junit.contains(" errors=\"0\""))
      #expect(junit.contains("<error message=") && junit.hasSuffix("</testsuites>\n"))
      #expect(try text("github").hasPrefix("::error "))
      #expect(try text("markdown").contains("**No shifts could be read**"))
      // What looks like a report of a plan is not written.
      for format in ["json", "html"] {
        #expect(!FileManager.default.fileExists(atPath: folder.path(input + format)))
      }
    }
  }

  @Test("The annex concludes nothing from a file that was not read whole")
  func annexOfPart() throws {
    let folder = try TestFolder([
      "plan.csv": """
      ansatt;start;slutt
      Kari;2026-03-02 08:00;2026-03-02 15:30
      Kari;2026-03-03 07:00;2026-03-03 25:10

      """
    ])
    for (lang, whole, part) in [
      ("nb", "trengs ikke", "ikke avgjort"), ("en", "no annex is needed", "not decided"),
    ] {
      let text = try ProgramRun(
        ["check", folder.path("plan.csv"), "-f", "langvakt", "--lang", lang]
      ).output
      #expect(!text.contains(whole) && text.contains(part), "\(text)")
    }
  }
}
