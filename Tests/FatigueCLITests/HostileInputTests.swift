import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("Names, codes and notes made to act on a reader")
struct HostileInputTests {
  /// What a name, a code, a unit and a note hold; each would act in some reader.
  static let attacks = [
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "-2+3",
    "\u{1B}[31mred\u{1B}[0m", "\u{1B}]8;;http://evil.example\u{7}x", "::error::owned",
    "a\n::warning file=x::y", "a\r\n## heading", "\u{202E}gnp.exe", "\u{2066}x\u{2069}",
    "](http://evil.example)", "![x](http://evil.example/x.png)", "a|b|c", "`code`", "</details>",
    "]]><x/>", "%0A::error::x", "##[error]x", "x ##vso[task.setvariable]y", "\u{0}nul",
    "www.evil.example", "&lt;b&gt;", "😀 Åse", "\u{E0041}\u{E007F}tag", "\u{FFF9}x\u{FFFB}",
    String(repeating: "Langnavn ", count: 33) + "slutt",
  ]

  static let roster = attacks.enumerated().map { number, attack in
    let field = "\"" + attack.replacing("\"", with: "\"\"") + "\""
    // Nights and short rests, so that every lane has findings.
    return (2...8).map { day in
      let times = day % 2 == 0 ? "14:00;22:30" : "05:30;15:30"
      return "\(field);2026-03-0\(day);\(times);\(field);\(field)\r\n"
    }.joined()
  }.reduce("ansatt;dato;start;slutt;kode;enhet\r\n", +)

  static func output(_ format: String, _ arguments: [String] = []) throws -> String {
    let folder = try TestFolder(["turnus.csv": roster])
    let run = try ProgramRun(
      ["check", folder.path("turnus.csv"), "-f", format, "--names", "real"] + arguments)
    // A NUL in a name is an error of its own: the rest is read.
    #expect(run.status == .unreadable || run.status == .findings)
    return run.output
  }

  static let formats = ["text", "concise"] + FormatBook.all.map(\.name)

  @Test("Nothing moves a cursor or turns a line, and all of it can be read", arguments: formats)
  func noControls(format: String) throws {
    for lang in ["nb", "en"] {
      let output = try Self.output(format, ["--lang", lang])
      let unsafe = output.unicodeScalars.filter {
        ControlCharacters.isUnsafe($0) && $0 != "\n" && $0 != "\r"
      }
      #expect(unsafe.isEmpty)
      #expect(!output.unicodeScalars.contains("\r"))
      // No line begins with a command to GitHub but those of the format for it.
      let commands = output.split(separator: "\n")
        .filter { $0.drop(while: \.isWhitespace).hasPrefix("::") }
      #expect(format == "github" || commands.isEmpty)
      if !["text", "github", "markdown", "protokoll", "protokoll-html", "langvakt"].contains(format)
      {
        #expect(output.contains("Åse"))
      }
    }
  }

  @Test("Data on standard output cannot act on a terminal or a log; in a file they are exact")
  func dataForLogs() throws {
    let names = ["::error::hei", "##vso[task.setvariable]y", "a ##[error]x", "\u{AD}Kari"]
    let rows = names.enumerated().map { number, name in
      "\(name);0\(number + 1).05.2026;07:30;15:00;\(name)\n"
    }
    let folder = try TestFolder(["r.csv": "ansatt;dato;fra;til;kode\n" + rows.joined()])
    let commands = [
      ["convert", "-f", "csv"], ["convert", "-f", "ics"], ["convert", "-f", "json"],
      ["convert", "-f", "ndjson"], ["predict", "-f", "csv"], ["predict", "-f", "ndjson"],
      ["predict", "--model", "rr446"],
    ]
    for command in commands {
      let run = try ProgramRun(
        command
          + ["--no-config", "--step", "1440", "--names", "real", folder.path("r.csv")]
          .filter { command[0] == "predict" || !["--step", "1440"].contains($0) })
      #expect(run.status == .success)
      for line in run.output.split(whereSeparator: \.isNewline) {
        let text = line.drop(while: \.isWhitespace)
        #expect(!text.hasPrefix("::"), "\(command) \(line)")
        #expect(text.firstMatch(of: /##[A-Za-z]*\[/) == nil, "\(command) \(line)")
        #expect(!text.unicodeScalars.contains { ControlCharacters.isUnsafe($0) })
      }
    }
    // Written to a file, and read again, everybody has the name that they had.
    for format in ["csv", "ics", "json", "ndjson"] {
      let file = folder.path("again.\(format)")
      _ = try ProgramRun(
        ["convert", "--no-config", folder.path("r.csv"), "-f", format, "-o", file])
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      let roster = try #require(RosterReader.read([(path: file, bytes: bytes)]).roster)
      #expect(roster.people.map(\.name) == names, "\(format)")
    }
  }

  @Test("The name of a file acts no more than that of a person", arguments: formats)
  func fileNames(format: String) throws {
    let name = "\u{1B}[31m\u{202E}=p##[error]x.csv"
    let rows = "ansatt;dato;start;slutt\nKari;02.03.2026;14:00;22:30\nKari;03.03.2026;05:30;15:30\n"
    let folder = try TestFolder([name: rows])
    let run = try ProgramRun(["check", folder.path(name), "--no-config", "-f", format])
    #expect(run.status == .findings)
    for output in [run.output, run.errors] {
      #expect(
        !output.unicodeScalars.contains {
          ControlCharacters.isUnsafe($0) && $0 != "\n" && $0 != "\r"
        })
      #expect(output.firstMatch(of: /##[A-Za-z]*\[/) == nil)
    }
  }

  @Test("Of a name of 300 characters what the reader keeps stands in full")
  func longNames() throws {
    let name = String(Self.attacks[Self.attacks.count - 1].prefix(120))
    for format in ["json", "ndjson", "sarif", "junit", "gitlab", "csv"] {
      #expect(try Self.output(format).contains(name))
    }
  }

  @Test("SARIF: no link but our own")
  func sarif() throws {
    let results = try JSONValue(Self.output("sarif"))["runs"][0]["results"].items
    #expect(!results.isEmpty)
    for result in results {
      let text = result["message"]["text"].text ?? ""
      let links = text.matches(of: /(^|[^\\])\]\(([^)]*)\)/).map { String($0.2) }
      #expect(links.allSatisfy { $0 == "1" } && links.count <= 1)
      let title = text.firstMatch(of: /[.!?]\s/).map { text[..<$0.range.upperBound] } ?? text[...]
      #expect(title.count <= 161)
    }
  }

  @Test("JUnit: well-formed, and no element but its own")
  func junit() throws {
    let output = try Self.output("junit")
    let elements = Set(output.matches(of: /<([A-Za-z!?][^\s>\/]*)/).map { String($0.1) })
    #expect(
      elements.isSubset(of: [
        "?xml", "testsuites", "testsuite", "properties", "property", "testcase", "failure", "error",
        "skipped", "system-out", "system-err",
      ]))
    #expect(output.contains("&lt;script&gt;") && !output.contains("]]>"))
  }

  @Test("GitHub: commands of ours alone, their values unbroken")
  func github() throws {
    for line in try Self.output("github").split(separator: "\n") {
      #expect(line.wholeMatch(of: /::(error|warning|notice) [^:]*::.*/) != nil)
      let properties = line.dropFirst(2).prefix { $0 != ":" }.split(separator: " ", maxSplits: 1)
      let keys = properties[1].split(separator: ",").map { $0.prefix { $0 != "=" } }
      #expect(Set(keys).isSubset(of: ["file", "line", "endLine", "col", "endColumn", "title"]))
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test("CSV: no cell is a formula", arguments: ["comma", "excel-nb"])
  func csv(dialect: String) throws {
    let output = try Self.output("csv", ["--csv-dialect", dialect])
    let separator: Character = dialect == "comma" ? "," : ";"
    let table = PlainTable(output.drop { $0 == "\u{FEFF}" }, separator)
    #expect(Set(table.rows.map(\.count)).count == 1 && table.rows.count > 20)
    for cell in table.rows.joined() {
      #expect(!["=", "+", "@", "\t"].contains(cell.prefix(1)) && !cell.hasPrefix("-"))
    }
    #expect(table.rows.contains { $0[0].hasPrefix("'=cmd|") })
  }

  @Test(
    "Markdown: no element, link or picture from a name, and whole tables",
    arguments: ["markdown", "protokoll", "langvakt"])
  func markdown(format: String) throws {
    let output = try Self.output(format)
    let elements = Set(output.matches(of: /<\/?([A-Za-z]+)/).map { String($0.1) })
    #expect(elements.isSubset(of: ["details", "summary", "br"]))
    #expect(output.matches(of: /<details>/).count == output.matches(of: /<\/details>/).count)
    let links = output.matches(of: /(^|[^\\])\]\(|(^|[^\\])!\[|https?:\/\/|www\./)
    #expect(links.isEmpty && !output.contains("\n## h"))
    let tables = output.split(separator: "\n\n").filter { $0.hasPrefix("| ") }
    for table in tables {
      let bars = table.split(separator: "\n").map { $0.matches(of: /(^|[^\\])\|/).count }
      #expect(Set(bars).count == 1)
    }
  }

  @Test("Terminal and concise: one line to a finding, inert", arguments: ["text", "concise"])
  func text(format: String) throws {
    let output = try Self.output(format)
    #expect(!output.contains("\u{1B}"))
    guard format == "concise" else { return }
    for line in output.split(separator: "\n") {
      #expect(line.wholeMatch(of: /[^:]*turnus\.csv:\d+:\d+: .*/) != nil)
    }
  }
}

/// A table read by RFC 4180, in the plainest way.
struct PlainTable {
  var rows: [[String]] = []

  init(_ text: Substring, _ separator: Character) {
    var (row, cell, quoted) = ([String](), "", false)
    var signs = text.makeIterator()
    var next = signs.next()
    while let sign = next {
      next = signs.next()
      switch sign {
      case "\"" where quoted && next == "\"":
        cell.append(sign)
        next = signs.next()
      case "\"": quoted.toggle()
      case separator where !quoted:
        row.append(cell)
        cell = ""
      case "\r\n" where !quoted, "\n" where !quoted:
        rows.append(row + [cell])
        (row, cell) = ([], "")
      default: cell.append(sign)
      }
    }
  }
}
