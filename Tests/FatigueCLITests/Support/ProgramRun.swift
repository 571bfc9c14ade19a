import Foundation

@testable import fatigue_cli

/// One run of the program inside this process, its streams in files.
struct ProgramRun {
  let status: ExitCode
  let output: String
  let errors: String

  /// - Parameter longInput: Bytes from which on a list may be read piece by piece.
  init(
    _ arguments: [String], environment: [String: String] = ["LANG": "C.UTF-8"],
    longInput: Int? = nil
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["out", "err"].map { folder.appending(path: $0).path }
    let descriptors = try files.map { try SystemIO.openForWriting($0, appends: false) }
    var application = Application(
      environment: Environment(environment), output: OutputWriter(descriptor: descriptors[0]),
      errors: OutputWriter(descriptor: descriptors[1]))
    if let longInput { application.longInput = longInput }
    status = application.run(arguments)
    for descriptor in descriptors { try SystemIO.close(descriptor) }
    output = try String(contentsOfFile: files[0], encoding: .utf8)
    errors = try String(contentsOfFile: files[1], encoding: .utf8)
  }
}
