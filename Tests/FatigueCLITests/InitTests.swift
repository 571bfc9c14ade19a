import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

/// `fatigue init` writes to the working directory, so it runs as a process of its own.
@Suite struct InitTests {
  /// The program beside the tests, nil where it was not built with them.
  private static let program: URL? = {
    let folders = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    let arguments = CommandLine.arguments.map { URL(filePath: $0).deletingLastPathComponent() }
    return (folders + arguments).map { $0.appending(path: "fatigue") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  private func run(_ arguments: [String], in folder: URL) throws -> (Int32, String) {
    let process = Process()
    let program: URL = try #require(Self.program)
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LANG": "en_GB.UTF-8"]
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    process.waitUntilExit()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test(
    "Writes a file that is read without error, and keeps what is there",
    .enabled(if: program != nil))
  func writesOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "fatigue.toml")

    #expect(try run(["init"], in: folder) == (0, ""))
    let first = try Data(contentsOf: file)
    let (configuration, diagnostics) = Configuration.read(Array(first))
    #expect(diagnostics.isEmpty && configuration.pseudonymKey?.count == 64)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)

    let (status, said) = try run(["init"], in: folder)
    #expect(status == 2 && said == "fatigue: fatigue.toml exists already; --force writes it anew\n")
    #expect(try Data(contentsOf: file) == first)

    #expect(try run(["init", "--force", "--lang", "nb"], in: folder) == (0, ""))
    let second = try Data(contentsOf: file)
    #expect(second != first)
    #expect(
      Configuration.read(Array(second)).configuration.pseudonymKey == configuration.pseudonymKey)
    #expect(try run(["check", "--show-config"], in: folder).0 == 0)
  }
}
