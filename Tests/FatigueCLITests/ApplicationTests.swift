import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// Runs the program inside this process, its streams in files.
@Suite struct ApplicationTests {
  struct Outcome {
    var status: ExitCode
    var output: String
    var errors: String
  }

  private func run(
    _ arguments: String..., environment: [String: String] = ["LANG": "C.UTF-8"]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["out", "err"].map { folder.appending(path: $0).path }
    let descriptors = try files.map { try SystemIO.openForWriting($0, appends: false) }
    let application = Application(
      environment: Environment(environment), output: OutputWriter(descriptor: descriptors[0]),
      errors: OutputWriter(descriptor: descriptors[1]))
    let status = application.run(arguments)
    for descriptor in descriptors { try SystemIO.close(descriptor) }
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Outcome(status: status, output: texts[0], errors: texts[1])
  }

  @Test func talksOnTheRightStream() throws {
    let version = try run("--version")
    #expect(version.output == "fatigue 0.1.0\n" && version.status == .success)
    let nothing = try run()
    #expect(nothing.status == .usage && nothing.output.isEmpty && !nothing.errors.isEmpty)
    let help = try run("--help")
    #expect(help.status == .success && help.errors.isEmpty && help.output.contains("Examples:"))
    #expect(try run("check", "--help").output == (try run("help", "check").output))
    #expect(try run("-h").output.count < help.output.count)
  }

  @Test func speaksTheLanguageAskedFor() throws {
    #expect(try run("chekc", "--lang", "nb").errors.hasPrefix("fatigue: ukjent kommando"))
    #expect(try run("chekc", "--lang=nb").errors.hasPrefix("fatigue: ukjent kommando"))
    #expect(
      try run("chekc", environment: ["LC_ALL": "", "LANG": "nb_NO.UTF-8"]).errors
        .hasPrefix("fatigue: ukjent kommando"))
    #expect(try run("help", environment: ["LANG": "nb_NO"]).output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func unreadableInputGivesNoReport() throws {
    for command in ["check", "convert"] {
      let missing = try run(command, "no-such.csv")
      #expect(missing.status == .unreadable && missing.output.isEmpty)
      #expect(missing.errors.contains("no-such.csv: does not exist"))
      #expect(try run(command, NSTemporaryDirectory()).errors.contains("is a directory"))
      #expect(try run(command, "-q", "no-such.csv").errors.isEmpty)
      #expect(try run(command, "--lenient", "no-such.csv").status == .unreadable)
    }
  }

  @Test func convertsWhatWasAskedFor() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "turnus.csv").path
    try "Ansatt;Dato;Fra;Til\nKari;05.01.2026;08:00;15:00\nOla;06.01.2026;25:00;15:00\n"
      .write(toFile: input, atomically: true, encoding: .utf8)
    let copy = folder.appending(path: "copy.csv").path
    let whole = try run("convert", input, "-f", "csv", "-f", "csv=" + copy)
    #expect(whole.status == .unreadable)
    #expect(whole.output.contains("Kari,2026-01-05T07:00:00Z,2026-01-05T14:00:00Z,work,"))
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == whole.output)
    #expect(whole.errors.hasPrefix("turnus.csv:3:16: "))
    #expect(try run("convert", "--lenient", input).status == .success)
    let quiet = try run("convert", "-q", input)
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty && quiet.status == .unreadable)
    let later = try run("convert", input, "--from", "2026-01-06")
    #expect(later.output == ConvertCSV.header + "\r\n")
    #expect(try run("convert", input, "-o", folder.path + "/no/x").status == .unwritable)
  }

  @Test func choosesEmployees() throws {
    let text =
      "Nummer;Ansatt;Dato;Fra;Til\n1;Kari Lie;05.01.2026;08:00;15:00\n"
      + "2;Ola Dahl;05.01.2026;08:00;15:00\n;Per Moe;05.01.2026;08:00;15:00\n"
    let reading = RosterReader.read([("a.csv", Array(text.utf8))])
    let roster = try #require(reading.roster)
    let loaded = LoadedRoster(reading: reading, status: .success)
    var settings = Settings(command: .check, operands: [], language: .en)
    settings.employees = ["kari lie", "T-03"]
    var kept = try loaded.restricted(roster, settings)
    #expect(kept.people.map(\.name) == ["Kari Lie", "Per Moe"])
    settings.employees = ["2"]
    kept = try loaded.restricted(roster, settings)
    #expect(kept.people.map(\.name) == ["Ola Dahl"])
    settings.employees = ["Ola Dal"]
    #expect(throws: UsageError.self) { try loaded.restricted(roster, settings) }
  }

  @Test func zoneOfAnUnknownNameIsWrongUsage() throws {
    let outcome = try run("convert", "--zone", "Europe/Olso", "no-such.csv")
    #expect(outcome.status == .usage && outcome.errors.contains("Europe/Oslo"))
  }

  @Test func fullDiskIsSeen() throws {
    let full = try SystemIO.openForWriting("/dev/full", appends: true)
    defer { try? SystemIO.close(full) }
    let application = Application(
      environment: Environment(), output: OutputWriter(descriptor: full),
      errors: OutputWriter(descriptor: full))
    #expect(application.run(["--version"]) == .unwritable)
  }

  @Test func closedPipeIsNoFailure() throws {
    SystemIO.takeErrorsForSignals()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let writer = OutputWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    let application = Application(
      environment: Environment(), output: writer,
      errors: OutputWriter(descriptor: pipe.fileHandleForWriting.fileDescriptor))
    #expect(application.run(["--help"]) == .success)
    #expect(writer.isClosed && writer.failure == nil)
  }

  @Test func statusOfWhatWasRead() {
    let settings = Settings(command: .check, operands: [], language: .en)
    var lenient = settings
    lenient.lenient = true
    var errors = DiagnosticList()
    errors.add(Diagnostic(.unreadableFile, .error, Localized(same: "x")))
    var warnings = DiagnosticList()
    warnings.add(Diagnostic(.unreadableFile, .warning, Localized(same: "x")))
    #expect(LoadedRoster.status(errors, hasRoster: true, settings) == .unreadable)
    #expect(LoadedRoster.status(errors, hasRoster: true, lenient) == .success)
    #expect(LoadedRoster.status(errors, hasRoster: false, lenient) == .unreadable)
    #expect(LoadedRoster.status(warnings, hasRoster: true, settings) == .success)
  }
}
