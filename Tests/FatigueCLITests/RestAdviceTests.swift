import Foundation
import Testing

@testable import fatigue_cli

@Suite struct RestAdviceTests {
  @Test("Advice names the date on which the night would end, not that on which it begins")
  func dates() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "r.csv")
    try Data(
      """
      person,start,end,code
      A,2026-03-17T22:15,2026-03-18T07:45,N
      A,2026-03-18T15:00,2026-03-18T22:30,E

      """.utf8
    ).write(to: file)
    for (language, sentence) in [
      ("en", "Or end N on We 18 Mar at 04:00."), ("nb", "Eller slutt N on 18. mars kl. 04:00."),
    ] {
      let text = try ProgramRun([
        "check", file.path, "--no-config", "--lang", language, "-f", "json",
      ]).output
      #expect(text.contains(sentence))
    }
  }
}
