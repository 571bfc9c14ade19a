import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("Runs that share the people of a plan")
struct ShardTests {
  /// Every format that check has; text goes to a file like the others.
  static let formats = ["text", "concise"] + FormatBook.all.map(\.name)

  private static func sample(_ name: String) -> String {
    Golden.package.appending(path: name.contains("/") ? name : "samples/\(name)").path
  }

  /// What a command writes in every format, with its status and what it says besides.
  private static func reports(
    _ arguments: [String], _ folder: TestFolder, _ name: String
  ) throws -> [String: String] {
    let outputs = formats.flatMap { ["-f", "\($0)=\(folder.path("\(name).\($0)"))"] }
    let run = try ProgramRun(arguments + outputs)
    var texts = ["status": "\(run.status)", "errors": run.errors, "output": run.output]
    for format in formats {
      texts[format] = try String(contentsOfFile: folder.path("\(name).\(format)"), encoding: .utf8)
    }
    return texts
  }

  /// The parts of a run, written to a folder of their own.
  private static func parts(
    _ files: [String], of count: Int, _ folder: TestFolder, _ name: String
  ) throws -> String {
    let parts = folder.path(name)
    try FileManager.default.createDirectory(atPath: parts, withIntermediateDirectories: true)
    for number in 1...count {
      let run = try ProgramRun(
        ["check"] + files + [
          "--shard", "\(number)/\(count)", "-o", "\(parts)/\(number).part", "--lenient",
        ])
      try #require(run.status == .success, "\(run.errors)")
    }
    return parts
  }

  static let samples = [
    "ward.csv", "netter.csv", "rotasjon.ics", "feil.csv", "turnus.csv",
    "Tests/Data/rosters/s3_grunnturnus.csv",
  ]

  /// Each sample with one number of parts; with every one of them in the long run.
  static let pairs: [(sample: String, count: Int)] =
    ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1"
    ? samples.flatMap { sample in [1, 2, 3, 7].map { (sample, $0) } }
    : Array(zip(samples, [2, 7, 1, 3, 3, 2]))

  @Test("Parts give what one run gives, in every format", arguments: pairs)
  func equal(sample: String, count: Int) throws {
    let folder = try TestFolder([:])
    let file = Self.sample(sample)
    let single = try Self.reports(["check", file], folder, "single")
    let parts = try Self.parts([file], of: count, folder, "parts")
    let merged = try Self.reports(["merge", file, "--parts", parts], folder, "merged")
    try #require(single["json"]?.isEmpty == false)
    for (name, text) in single {
      #expect(merged[name] == text, "\(name) of \(sample) in \(count) parts")
    }
  }

  @Test("More parts than people, in one file one after another")
  func manyParts() throws {
    let folder = try TestFolder([:])
    let file = Self.sample("rolig.csv")
    let single = try Self.reports(["check", file], folder, "single")
    let parts = try Self.parts([file], of: 41, folder, "parts")
    var all = Data()
    for number in (1...41).reversed() {
      all += try Data(contentsOf: URL(filePath: "\(parts)/\(number).part"))
    }
    try all.write(to: URL(filePath: folder.path("all")))
    let merged = try Self.reports(
      ["merge", file, "--parts", folder.path("all")], folder, "merged")
    for (name, text) in single { #expect(merged[name] == text, "\(name)") }
  }

  /// Options that change what is read, found or said.
  static let options: [[String]] = [
    ["--names", "real", "--detail", "duties", "--all", "--lang", "nb"],
    ["--names", "numbered", "--from", "2026-09-14", "--to", "2026-10-02"],
    ["--model", "ump"], ["--assume", "cautious", "--rules-at", "2026-01-01"],
    ["--profile", "eu", "--set", "AML-10-8-1.limit=12"],
    ["--select", "MOD,EVID", "--ignore", "EVID-N3", "--hash"],
    ["--fail-on", "never", "--csv-dialect", "excel-nb", "--max-findings", "3"],
  ]

  @Test("With options too", arguments: options)
  func withOptions(options: [String]) throws {
    let folder = try TestFolder([:])
    let file = Self.sample("ward.csv")
    let plain = try ProgramRun(["check", file, "-f", "csv"] + options)
    try #require([.success, .findings].contains(plain.status), "\(plain.errors)")
    let single = try Self.reports(["check", file] + options, folder, "single")
    let parts = try Self.parts([file] + options, of: 3, folder, "parts")
    let merged = try Self.reports(["merge", file, "--parts", parts] + options, folder, "merged")
    for (name, text) in single { #expect(merged[name] == text, "\(name) with \(options)") }
  }

  @Test("A look-back, recorded sleep, settings with a waiver, and a baseline")
  func surroundings() throws {
    var rows = [["Navn;Dato;Fra;Til"], ["Navn;Dato;Fra;Til"]]
    for day in 1...28 {
      let (half, date) = (day > 14 ? 1 : 0, day < 10 ? "0\(day)" : "\(day)")
      for name in ["Kari Lie", "Ola Nes", "Per Vik"] where (day + name.utf8.count) % 4 != 0 {
        let times = (day + name.utf8.count / 2) % 3 == 0 ? "22:00;07:30" : "14:30;22:30"
        rows[half].append("\(name);\(date).06.2026;\(times)")
      }
    }
    let folder = try TestFolder([
      "before.csv": rows[0].joined(separator: "\n") + "\n",
      "plan.csv": rows[1].joined(separator: "\n") + "\n",
      "log.csv": "person;start;slutt\nKari Lie;16.06.2026 09:00;16.06.2026 11:00\n",
      "fatigue.toml": """
      [[waiver]]
      rule = "EVID-N3"
      person = "Ola Nes"
      reason = "agreed"
      agreed-by = "the parties"
      expires = 2026-12-31

      """,
    ])
    let files = [
      folder.path("plan.csv"), "--history", folder.path("before.csv"), "--sleep",
      folder.path("log.csv"),
    ]
    let first = try ProgramRun(["check"] + files + ["--write-baseline", folder.path("base")])
    try #require(first.status == .success, "\(first.errors)")
    let baseline = ["--baseline", folder.path("base"), "--write-baseline"]
    let single = try Self.reports(
      ["check"] + files + baseline + [folder.path("base1")], folder, "single")
    let parts = try Self.parts(files, of: 2, folder, "parts")
    let merged = try Self.reports(
      ["merge"] + files + ["--parts", parts] + baseline + [folder.path("base2")], folder, "merged")
    for (name, text) in single { #expect(merged[name] == text, "\(name)") }
    #expect(
      try String(contentsOfFile: folder.path("base1"), encoding: .utf8)
        == String(contentsOfFile: folder.path("base2"), encoding: .utf8))
    #expect(single["text"]?.contains("Kari Lie") == false)
  }

  @Test("A part holds no name")
  func noNames() throws {
    let run = try ProgramRun(["check", Self.sample("turnus.csv"), "--shard", "1/2"])
    #expect(run.status == .success)
    let roster = try String(contentsOfFile: Self.sample("turnus.csv"), encoding: .utf8)
    let names = Set(
      roster.split(whereSeparator: \.isNewline).dropFirst().flatMap {
        $0.split(separator: ";").prefix(3).map(String.init)
      }.filter { $0.contains { $0.isLetter } && $0.count > 4 })
    try #require(names.count > 10)
    for name in names { #expect(!run.output.contains(name)) }
  }

  /// What a merge refuses, as its error says it.
  @Test("What does not fit is refused, with what is wrong")
  func refused() throws {
    let folder = try TestFolder(["empty": "", "text.part": "hello\n"])
    try FileManager.default.createDirectory(
      atPath: folder.path("none"), withIntermediateDirectories: true)
    let file = Self.sample("ward.csv")
    let parts = try Self.parts([file], of: 3, folder, "parts")
    let (one, two) = ("\(parts)/1.part", "\(parts)/2.part")
    let other = try Self.parts([file], of: 4, folder, "other")
    let settings = try Self.parts([file, "--set", "EVID-N3.nights=2"], of: 3, folder, "settings")
    let model = try Self.parts([file, "--assume", "cautious"], of: 3, folder, "model")
    let cut = try Self.parts([file, "--to", "2026-09-20"], of: 3, folder, "cut")
    let elsewhere = try Self.parts([Self.sample("netter.csv")], of: 3, folder, "elsewhere")
    let cases: [(given: [String], wanted: String)] = [
      ([one, two], "missing 3/3"), ([two], "missing 1/3, 3/3"),
      ([parts, two], "part 2/3 is given twice"), ([one, "\(other)/2.part"], "one of 4"),
      ([settings], "other settings or options"), ([model], "other settings or options"),
      ([cut], "another selection of the plan"), ([elsewhere], "other files"),
      ([folder.path("empty")], "fatigue-part/1 was expected"),
      ([folder.path("text.part")], "text.part:1: fatigue-part/1 was expected"),
      ([folder.path("none")], "no part"), ([folder.path("away")], "cannot read the part"),
    ]
    for (given, wanted) in cases {
      let run = try ProgramRun(["merge", file] + given.flatMap { ["--parts", $0] })
      #expect(run.status == .usage && run.output.isEmpty)
      #expect(run.errors.contains(wanted), "\(given): \(run.errors)")
    }
  }

  @Test("What a share cannot have, and what merge needs")
  func usage() throws {
    let file = Self.sample("ward.csv")
    for shard in ["0/3", "4/3", "3", "1/", "-1/2", "1/0", "1/100001", "1/2/3", "a/b", ""] {
      let run = try ProgramRun(["check", file, "--shard", shard])
      #expect(run.status == .usage && run.errors.contains("one share of several"), "\(shard)")
    }
    for option in [["-f", "json"], ["--baseline", "b"], ["--write-baseline", "b"]] {
      let run = try ProgramRun(["check", file, "--shard", "1/2"] + option)
      #expect(run.status == .usage && run.errors.contains("exclude each other"))
    }
    let bare = try ProgramRun(["merge", file])
    #expect(bare.status == .usage && bare.errors.contains("merge needs --parts"))
    let twice = try ProgramRun(["merge", "-", "--parts", "-"])
    #expect(twice.status == .usage)
    let whatIf = try ProgramRun(["merge", file, "--parts", "p", "--what-if", "x"])
    #expect(whatIf.status == .usage && whatIf.errors.contains("has no option --what-if"))
  }

  private static func digits(_ day: Int) -> String { day < 10 ? "0\(day)" : "\(day)" }

  @Test(
    "A long list gives the same table when it is read piece by piece", arguments: [false, true])
  func pieces(byDate: Bool) throws {
    var rows: [(day: Int, text: String)] = []
    for person in 1...40 {
      for day in 1...28 where (day * 5 + person) % 7 > 1 {
        let (date, next) = (Self.digits(day), Self.digits(day + 1))
        let isNight = (day / 4 + person) % 4 == 0 && day < 28
        let times =
          isNight
          ? "2026-02-\(date)T22:00,2026-02-\(next)T07:30,N"
          : "2026-02-\(date)T14:00,2026-02-\(date)T22:30,A"
        rows.append((day, "E\(person),\(times),P\(person % 2)"))
      }
    }
    if byDate { rows.sort { $0.day < $1.day } }
    let text = (["employee,start,end,code,unit"] + rows.map(\.text)).joined(separator: "\n") + "\n"
    let folder = try TestFolder(["list.csv": text])
    for options in [[], ["--names", "real", "--fail-on", "model=note"], ["--fail-on", "never"]] {
      let arguments = ["check", folder.path("list.csv"), "-f", "csv", "-v"] + options
      let whole = try ProgramRun(arguments, longInput: .max)
      #expect(whole.output.split(separator: "\n").count > 40)
      for (jobs, longInput) in [("1", 1), ("2", 8000), ("3", 2000), ("8", 400)] {
        let pieces = try ProgramRun(arguments + ["--jobs", jobs], longInput: longInput)
        #expect(pieces.output == whole.output && pieces.errors == whole.errors)
        #expect(pieces.status == whole.status)
      }
    }
    // What needs the bytes is as it was.
    let json = ["check", folder.path("list.csv"), "-f", "json"]
    #expect(try ProgramRun(json, longInput: 1).output == ProgramRun(json).output)
  }
}
