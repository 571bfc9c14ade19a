import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite struct RepairCommandTests {
  private static let rows = """
    Ansatt;Dato;Fra;Til
    Kari Nordmann;02.03.2026;07:30;15:30
    Kari Nordmann;03.03.2026;15:00;23:30
    Kari Nordmann;04.03.2026;07:00;15:00
    Kari Nordmann;06.03.2026;07:30;15:30
    Ola Hansen;02.03.2026;07:30;15:30
    Ola Hansen;04.03.2026;15:00;23:00
    Ola Hansen;06.03.2026;15:00;23:00

    """

  private static func run(
    _ arguments: [String], in folder: TestFolder, lang: String = "nb"
  ) throws -> ProgramRun {
    let roster = folder.url.appending(path: "turnus.csv")
    try Data(rows.utf8).write(to: roster)
    return try ProgramRun(
      ["repair", roster.path, "--lang", lang, "--width", "80", "--no-config"] + arguments)
  }

  @Test("The proposals fit in 80 columns, and a pipe gets pseudonyms", arguments: ["nb", "en"])
  func text(_ language: String) throws {
    let folder = try TestFolder([:])
    let run = try Self.run([], in: folder, lang: language)
    #expect(run.status == .success)
    let lines = run.output.split(separator: "\n")
    #expect(lines.allSatisfy { TextWidth.cells($0) <= 80 })
    #expect(!run.output.contains("Kari") && run.output.contains("T-"))
    #expect(run.output.contains(language == "nb" ? "Forslag 1" : "Proposal 1"))
    for word in ["lovlig", "trygg", "lawful", "legal", "safe"] {
      #expect(!run.output.lowercased().contains(word), "\(word)")
    }
  }

  @Test("Nothing is written without -o; with it the same shifts, in other hands")
  func writes() throws {
    let folder = try TestFolder([:])
    _ = try Self.run([], in: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["turnus.csv"])
    let after = folder.url.appending(path: "etter.csv").path
    let run = try Self.run(["-o", after, "--names", "real"], in: folder)
    #expect(run.output.contains("Kari Nordmann"))
    let text = try String(contentsOfFile: after, encoding: .utf8)
    let before = try ProgramRun([
      "convert", folder.url.appending(path: "turnus.csv").path, "--no-config",
    ]).output
    func shifts(_ text: String) -> [String] {
      text.split(whereSeparator: \.isNewline).dropFirst().map { row in
        row.split(separator: ",", omittingEmptySubsequences: false).dropFirst().prefix(2)
          .joined(separator: ",")
      }.sorted()
    }
    #expect(shifts(text) == shifts(before) && text != before)
    // The repaired roster is a roster, and nothing more can be asked of it.
    let again = try ProgramRun(["repair", after, "--lang", "nb", "--no-config", "--proposals", "0"])
    #expect(again.output.contains("Ingen bytter foreslås"))
    let over = folder.url.appending(path: "turnus.csv").path
    #expect(try Self.run(["-o", over], in: folder).status == .usage)
  }

  @Test("What is fixed by option or settings stays")
  func fixed() throws {
    let folder = try TestFolder([:])
    let none = "Ingen bytter foreslås"
    #expect(try Self.run(["--fix", "Ola Hansen"], in: folder).output.contains(none))
    #expect(
      try Self.run(
        ["--fix", "Kari Nordmann:2026-03-03/2026-03-04", "--proposals", "0"], in: folder
      )
      .output.contains(none))
    for wrong in ["Ola Hansen:i morgen", "Per", ""] {
      #expect(try Self.run(["--fix", wrong], in: folder).status == .usage)
    }
    let settings = folder.url.appending(path: "fast.toml")
    try Data("[person.\"Ola Hansen\"]\nfixed = [\"all\"]\n".utf8).write(to: settings)
    let roster = folder.url.appending(path: "turnus.csv").path
    let run = try ProgramRun(["repair", roster, "--lang", "nb", "--config", settings.path])
    #expect(run.output.contains(none))
  }

  @Test("The same bytes for any number of threads; JSON carries no name")
  func json() throws {
    let folder = try TestFolder([:])
    let runs = try ["1", "2"].map { try Self.run(["-f", "json", "--jobs", $0], in: folder).output }
    #expect(runs[0] == runs[1] && !runs[0].contains("Kari"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(runs[0].utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "fatigue-repair/1")
    #expect((object["proposals"] as? [Any])?.isEmpty == false)
  }

  // MARK: Design

  private static let wishes = """
    [design]
    name = "Post 3"
    people = 4
    [[design.shift]]
    code = "D"
    start = "07:30"
    end = "15:00"
    staffing = [2, 2, 2, 2, 2, 1, 1]

    """

  @Test("A base plan that check reads, in 80 columns", arguments: ["nb", "en"])
  func design(_ language: String) throws {
    let folder = try TestFolder([:])
    let file = folder.url.appending(path: "post.toml")
    try Data(Self.wishes.utf8).write(to: file)
    let common = ["--lang", language, "--no-config", "--effort", "2000"]
    let run = try ProgramRun(["design", file.path, "--width", "80"] + common)
    #expect(run.status == .success && run.errors.isEmpty)
    #expect(run.output.split(separator: "\n").allSatisfy { TextWidth.cells($0) <= 80 })
    let plan = folder.url.appending(path: "plan.csv").path
    #expect(
      try ProgramRun(["design", file.path, "-f", "csv", "-o", plan] + common).status == .success)
    let check = try ProgramRun(["convert", plan, "--no-config"])
    #expect(check.output.contains(",work,D,"))
    let against = try ProgramRun(["design", file.path, "--against", plan] + common)
    #expect(against.output.contains(language == "nb" ? "forslaget" : "proposal"))
  }

  @Test("Wishes that cannot be met are told, and a faulty file is refused")
  func cannot() throws {
    let folder = try TestFolder([:])
    let file = folder.url.appending(path: "post.toml")
    try Data(Self.wishes.replacing("people = 4", with: "people = 1").utf8).write(to: file)
    let run = try ProgramRun(["design", file.path, "--lang", "nb", "--no-config"])
    #expect(run.status == .findings && run.output.contains("Ingen plan er mulig"))
    try Data(Self.wishes.replacing("staffing", with: "stafing").utf8).write(to: file)
    let faulty = try ProgramRun(["design", file.path, "--lang", "nb", "--no-config"])
    #expect(faulty.status == .unreadable && faulty.output.isEmpty && !faulty.errors.isEmpty)
  }
}
