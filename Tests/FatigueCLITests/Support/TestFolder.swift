import Foundation

/// A folder with some files in it, taken away afterwards.
final class TestFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  /// - Parameter files: Text by path in the folder.
  init(_ files: [String: String]) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (name, text) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}
