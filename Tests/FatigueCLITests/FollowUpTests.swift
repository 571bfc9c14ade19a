import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite struct FollowUpTests {
  private static func sample(_ name: String) -> String {
    Golden.package.appending(path: "samples/\(name)").path
  }

  private static let both = [sample("oppfolging-turnus.csv"), sample("oppfolging-utfall.csv")]
  private static let change = ["--change", "2026-03-02", "--no-config"]

  private static func follow(_ arguments: [String], lang: String = "nb") throws -> ProgramRun {
    try ProgramRun(["follow-up"] + arguments + ["--lang", lang, "--width", "80"])
  }

  private func object(_ run: ProgramRun) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func series(_ run: ProgramRun) throws -> [[String: Any]] {
    try #require(try object(run)["series"] as? [[String: Any]])
  }

  @Test(
    "golden",
    arguments: [
      ("follow-up-nb.txt", "nb", []), ("follow-up-en.txt", "en", []),
      ("follow-up-nb-ascii.txt", "nb", ["--ascii"]), ("follow-up.json", "en", ["-f", "json"]),
      ("follow-up.md", "en", ["-f", "markdown"]), ("follow-up.csv", "en", ["-f", "csv"]),
      ("follow-up.html", "nb", ["-f", "html"]),
    ])
  func golden(name: String, language: String, arguments: [String]) throws {
    let run = try Self.follow(Self.both + Self.change + arguments, lang: language)
    #expect(run.status == .success)
    try Golden.expect(run.output, in: "Tests/Golden/\(name)")
  }

  @Test("Text fits its width in both languages, and ASCII is ASCII", arguments: ["nb", "en"])
  func width(_ language: String) throws {
    for width in [40, 60, 80, 120] {
      let run = try ProgramRun(
        ["follow-up"] + Self.both + Self.change
          + ["--lang", language, "--width", "\(width)", "--ascii"])
      for line in run.output.split(separator: "\n") {
        #expect(TextWidth.cells(line) <= min(width, 80) && !line.hasSuffix(" "), "\(line)")
      }
      #expect(run.output.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("Lanes are series of their own, in every format, and no format promises anything")
  func lanes() throws {
    let lanes = try series(Self.follow(Self.both + Self.change + ["-f", "json"]))
      .compactMap { $0["lane"] as? String }
    #expect(Set(lanes) == ["law", "research", "model"])
    for format in ["text", "markdown", "html", "json", "csv"] {
      for language in ["nb", "en"] {
        let run = try Self.follow(Self.both + Self.change + ["-f", format], lang: language)
        for word in ["lovlig", "trygg", "lawful", " safe", "Ada Moe", "Hauge"] {
          #expect(!run.output.contains(word), "\(word) in \(format)")
        }
      }
    }
  }

  @Test("The page loads nothing, names its style by its hash, and has a chart for each series")
  func page() throws {
    let page = try Self.follow(Self.both + Self.change + ["-f", "html"]).output
    #expect(page.contains("Content-Security-Policy") && !page.contains("<script"))
    #expect(!page.contains(" style=") && !page.contains("src="))
    let count = try series(Self.follow(Self.both + Self.change + ["-f", "json"]))
      .count { !($0["chart"] is NSNull) }
    #expect(page.components(separatedBy: "<svg").count - 1 == count)
  }

  // MARK: Small groups and people

  @Test("A group under five is nowhere in any format")
  func smallGroup() throws {
    let folder = try TestFolder([
      "u.csv": """
      tid;gruppe;mål;n;snitt;sd
      baseline;Natt;ISI;4;17,77;4,44
      8 uker;Natt;ISI;9;11;4
      """
    ])
    for format in ["text", "json", "csv", "markdown", "html"] {
      let run = try Self.follow([folder.path("u.csv"), "-f", format])
      #expect(run.status == .success)
      for number in ["17,8", "17.8", "17,77", "17.77", "4,44", "4.44", "4,4"] {
        #expect(!run.output.contains(number), "\(number) in \(format)")
      }
    }
    let point = try #require(
      try series(Self.follow([folder.path("u.csv"), "-f", "json"])).first?["points"]
        as? [[String: Any]]
    ).first
    #expect(point?["suppressed"] as? String == "n<5" && point?["n"] is NSNull)
  }

  @Test("What the total and the other groups would tell of four people is in no format")
  func rest() throws {
    let folder = try TestFolder([
      "u.csv": """
      tid;gruppe;mål;n;snitt;sd
      baseline;;ISI;24;12,00;4
      baseline;Dag;ISI;11;10,00;4
      baseline;Kveld;ISI;9;11,23;4,56
      baseline;Natt;ISI;4;19,23;4
      8 uker;;ISI;24;11;4
      8 uker;Kveld;ISI;9;11;4
      """
    ])
    for format in ["text", "json", "csv", "markdown", "html"] {
      let run = try Self.follow([folder.path("u.csv"), "-f", format])
      #expect(run.status == .success && run.errors.contains("IN-654"))
      for number in ["11,23", "11.23", "11,2", "11.2", "19,2", "19.2", "4,56", "4.56", "4,6"] {
        #expect(!run.output.contains(number), "\(number) in \(format)")
      }
    }
    let all = try series(Self.follow([folder.path("u.csv"), "-f", "json"]))
    let points = try #require(
      all.first { $0["group"] as? String == "Kveld" }?["points"] as? [[String: Any]])
    #expect(points.first?["suppressed"] as? String == "rest<5" && points.first?["n"] is NSNull)
    #expect(points.last?["value"] as? Double == 11)
  }

  @Test("A roster of four gives no numbers of the group")
  func smallRoster() throws {
    let rows = (0..<84).flatMap { day in
      (1...4).map { person in
        let date = Date(timeIntervalSince1970: 1_767_600_000 + Double(day) * 86_400)
        return "P\(person);\(date.formatted(.iso8601.year().month().day()));07:30;15:00"
      }
    }
    let folder = try TestFolder([
      "t.csv": "navn;dato;fra;til\n" + rows.joined(separator: "\n") + "\n"
    ])
    let run = try Self.follow([folder.path("t.csv"), "--no-config", "-f", "json"])
    for entry in try series(run) {
      let points = try #require(entry["points"] as? [[String: Any]])
      #expect(points.allSatisfy { $0["value"] is NSNull && $0["suppressed"] as? String == "n<5" })
      #expect(entry["chart"] is NSNull)
    }
  }

  @Test("A group that bears the name of somebody in the roster shows a pseudonym")
  func namedGroup() throws {
    let folder = try TestFolder([
      "u.csv": "tid;gruppe;mål;n;snitt;sd\nbaseline;Teamet til Ada Moe;ISI;9;17;4\n"
    ])
    let files = [Self.both[0], folder.path("u.csv")]
    for format in ["text", "json", "csv", "markdown", "html"] {
      let run = try Self.follow(files + Self.change + ["-f", format])
      #expect(run.output.contains("Teamet til T-") && !run.output.contains("Ada"), "\(format)")
    }
    #expect(try Self.follow(files + Self.change + ["--names", "real"]).output.contains("Ada Moe"))
  }

  @Test("Single questions are refused with status 3 and no report")
  func refused() throws {
    let folder = try TestFolder([
      "q.csv": "person;dato;ISI_1;ISI_2\nKari Holm;2026-02-16;3;2\n",
      "u.csv": "tid;mål;n;snitt;sd\nbaseline;ISI;20;13;5\n8 uker;ISI;20;11;5\n",
    ])
    let run = try Self.follow([folder.path("q.csv")])
    #expect(run.status == .unreadable && run.output.isEmpty)
    #expect(run.errors.contains("IN-641") && run.errors.contains("q.csv:1:"))
    #expect(!run.errors.contains("Kari"))
    let rest = try Self.follow([folder.path("q.csv"), folder.path("u.csv")])
    #expect(rest.status == .unreadable && rest.output.contains("8–12 uker: 13,0 → 11,0"))
    let lenient = try Self.follow([folder.path("q.csv"), folder.path("u.csv"), "--lenient"])
    #expect(lenient.status == .success)
  }

  // MARK: Time

  @Test("Time from the change needs no date, but beside dates it does")
  func withoutChange() throws {
    let folder = try TestFolder([
      "u.csv": "tid;mål;n;snitt;sd\nbaseline;ISI;20;13;5\n10 uker;ISI;20;11;5\n",
      "d.csv": "tid;mål;n;snitt;sd\n2026-02-01;WHO-5;20;52;18\n2026-05-11;WHO-5;20;57;17\n",
    ])
    let alone = try Self.follow([folder.path("u.csv")])
    #expect(alone.status == .success && alone.output.contains("d = −0,40"))
    let mixed = try Self.follow([folder.path("u.csv"), folder.path("d.csv")])
    #expect(mixed.status == .unreadable && mixed.errors.contains("IN-652"))
    #expect(mixed.errors.contains("--change") && !mixed.output.contains("ISI"))
    let dated = try Self.follow(
      [folder.path("u.csv"), folder.path("d.csv"), "--change", "2026-03-02"])
    #expect(dated.status == .success && dated.errors.isEmpty)
    #expect(dated.output.contains("8–12 uker: 52,0 → 57,0"))
  }

  @Test("A paired change has the narrower interval")
  func paired() throws {
    let rows = "tid;mål;n;snitt;sd;sd endring\nbaseline;ISI;20;13,8;5,2;\n10 uker;ISI;20;10,1;4,9"
    let folder = try TestFolder(["a.csv": rows + ";\n", "b.csv": rows + ";4,1\n"])
    let effects = try ["a.csv", "b.csv"].map { name -> [String: Any] in
      let entry = try series(Self.follow([folder.path(name), "-f", "json"])).first
      let comparison = (entry?["comparisons"] as? [[String: Any]])?.first
      return try #require(comparison?["effect"] as? [String: Any])
    }
    #expect(effects.map { $0["design"] as? String } == ["unpaired", "paired"])
    // From effect_sizes.csv.
    #expect(abs((effects[1]["low"] as? Double ?? 0) + 1.149791) < 1e-5)
    #expect((effects[0]["low"] as? Double ?? 0) < -1.149791)
  }

  @Test("Quick returns per 1000 shifts are those counted from the rows")
  func addsUp() throws {
    let roster = Self.sample("oppfolging-turnus.csv")
    let run = try Self.follow([roster] + Self.change + ["-f", "json"])
    let research = try #require(try series(run).first { $0["id"] as? String == "quick-returns" })
    let points = try #require(research["points"] as? [[String: Any]])
    // Quick returns per 1000 shifts of a period, times its shifts, are whole numbers: counted from the
    // rows of the sample by themselves.
    let rows = try String(contentsOfFile: roster, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ";") }
    let format = DateFormatter()
    format.dateFormat = "dd.MM.yyyy HH:mm"
    format.timeZone = TimeZone(identifier: "Europe/Oslo")
    var shifts: [Substring: [(start: Date, end: Date)]] = [:]
    for row in rows {
      let start = try #require(format.date(from: "\(row[1]) \(row[2])"))
      var end = try #require(format.date(from: "\(row[1]) \(row[3])"))
      if end < start {
        // The clock of the next day, also where the night is an hour shorter or longer.
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(format.timeZone)
        end = try #require(calendar.date(byAdding: .day, value: 1, to: end))
      }
      shifts[row[0], default: []].append((start, end))
    }
    let days = DateFormatter()
    days.dateFormat = "yyyy-MM-dd"
    days.timeZone = format.timeZone
    for point in points {
      let from = try #require(days.date(from: point["start"] as? String ?? ""))
      let through = try #require(days.date(from: point["end"] as? String ?? ""))
      var (count, quick) = (0, 0)
      for own in shifts.values {
        let own = own.sorted { $0.start < $1.start }
        for (index, shift) in own.enumerated()
        where shift.start >= from && days.string(from: shift.start) <= days.string(from: through) {
          count += 1
          guard index > 0 else { continue }
          // What overlaps is one stretch of work.
          let rest = shift.start.timeIntervalSince(own[index - 1].end)
          if rest > 0, rest < 11 * 3600 { quick += 1 }
        }
      }
      let expected = 1000 * Double(quick) / Double(count)
      #expect(abs((point["value"] as? Double ?? -1) - expected) < 1e-5, "\(point)")
    }
    #expect(points.count == 10)
  }

  @Test("The same bytes for any number of threads")
  func threads() throws {
    let runs = try ["1", "4"].map {
      try Self.follow(Self.both + Self.change + ["-f", "json", "--jobs", $0]).output
    }
    #expect(runs[0] == runs[1])
  }

  @Test("Wrong usage says so")
  func usage() throws {
    #expect(try Self.follow([]).status == .usage)
    #expect(try Self.follow(Self.both + ["--change", "i fjor"]).status == .usage)
    #expect(try Self.follow(Self.both + ["--period-weeks", "0"]).status == .usage)
    #expect(try Self.follow(["finnes-ikke.csv"]).status == .unreadable)
    #expect(try Self.follow([Self.sample("feil.csv")]).status == .unreadable)
    let other = try ProgramRun(["check", Self.both[0], "--change", "2026-03-02"])
    #expect(other.status == .usage && other.errors.contains("follow-up"))
  }
}
