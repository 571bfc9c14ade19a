import Foundation
import Testing

@testable import fatigue_cli

@Suite("Names stay with the person who runs it")
struct PrivacyTests {
  /// A roster in a file of its own.
  private func withRoster(_ text: String, _ body: (String) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".csv")
    try text.write(to: url, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url.path)
  }

  private let namesakes = """
    ansattnr;navn;dato;fra;til
    101;Kari Holm;04.05.2026;15:00;22:30
    202;Kari Holm;05.05.2026;07:00;15:00
    101;Kari Holm;05.05.2026;07:00;15:00

    """

  @Test("Reports that may travel name nobody, their diagnostics neither")
  func reportsNameNobody() throws {
    try withRoster(namesakes) { path in
      for format in [["-f", "json"], ["-f", "text"], ["--concise"]] {
        let run = try ProgramRun(["check", path] + format)
        #expect(!run.output.contains("Holm"), "\(format)")
        #expect(!run.output.contains("101"), "\(format)")
      }
      #expect(
        try ProgramRun(["check", path, "-f", "json", "--names", "real"]).output.contains("Holm"))
    }
  }

  @Test("convert carries real names, unless something else is asked for")
  func convertObeysNames() throws {
    try withRoster(namesakes) { path in
      #expect(try ProgramRun(["convert", path]).output.contains("Kari Holm"))
      let hidden = try ProgramRun(["convert", path, "--names", "pseudonym"]).output
      #expect(!hidden.contains("Holm") && hidden.contains("T-"))
    }
  }

  @Test("A report never overwrites the roster it is made from")
  func neverOverwritesItsInput() throws {
    try withRoster(namesakes) { path in
      let other = path.replacing("/tmp/", with: "/tmp/./")
      for arguments in [["-o", path], ["-o", other], ["-f", "json=" + path]] {
        let run = try ProgramRun(["check", path] + arguments)
        #expect(run.status == .usage)
      }
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text == namesakes)
    }
  }
}
