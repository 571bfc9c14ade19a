import Foundation
import Testing

/// Files of the repository that a test compares with what the program prints.
///
/// With `RECORD=1` in the environment the file is written anew, and the test still fails, so that
/// nobody records by accident.
enum Golden {
  /// The folder of the package, found from this file.
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let records = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Compares, and on a difference names the first line that differs.
  static func expect(
    _ text: String, in path: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = package.appending(path: path)
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if recorded == text { return }
    if records {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
      return
    }
    let (old, new) = (lines(recorded ?? ""), lines(text))
    let place = zip(old, new).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(path):\(place + 1) differs; RECORD=1 swift test writes it anew
      was: \(place < old.count ? old[place] : "(nothing)")
      now: \(place < new.count ? new[place] : "(nothing)")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
