import Foundation
import Testing

@testable import fatigue_cli

@Suite("Files of reports")
struct FileOutputTests {
  private func names(_ folder: TestFolder) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("A file is replaced whole, keeps its mode and leaves nothing beside it")
  func replaces() throws {
    let folder = try TestFolder(["a.txt": "old and longer"])
    let path = folder.path("a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileOutput.write(Array("new".utf8), to: path, appends: false)
    try FileOutput.write(Array("new".utf8), to: folder.path("b.txt"), appends: false)
    #expect(try text(path) == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try names(folder) == ["a.txt", "b.txt"])
  }

  @Test("A reader that has the old file open reads all of the old one")
  func oldReader() throws {
    let folder = try TestFolder(["a.txt": "old"])
    let reader = try FileHandle(forReadingFrom: folder.url.appending(path: "a.txt"))
    try FileOutput.write(Array("new".utf8), to: folder.path("a.txt"), appends: false)
    #expect(try reader.readToEnd() == Data("old".utf8))
  }

  @Test("A link stays a link, and what it leads to is written")
  func link() throws {
    let folder = try TestFolder(["real/a.txt": "old"])
    let link = folder.path("link.txt")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path("real/a.txt"))
    try FileOutput.write(Array("new".utf8), to: link, appends: false)
    #expect(try text(folder.path("real/a.txt")) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link).hasSuffix("real/a.txt"))
  }

  @Test("A full device, a folder and a missing folder are errors and leave nothing")
  func failures() throws {
    let folder = try TestFolder(["sub/a.txt": ""])
    for path in ["/dev/full", folder.path("sub"), folder.path("none/a.txt")] {
      #expect(throws: SystemError.self) {
        try FileOutput.write(Array("text".utf8), to: path, appends: false)
      }
    }
    #expect(try names(folder) == ["sub"])
  }

  @Test("+= adds to a file")
  func appends() throws {
    let folder = try TestFolder(["a.txt": "one\n"])
    try FileOutput.write(Array("two\n".utf8), to: folder.path("a.txt"), appends: true)
    #expect(try text(folder.path("a.txt")) == "one\ntwo\n")
  }

  /// Long reports, in pieces each longer than what a writer keeps.
  private static let pieces = (0..<5).map { [UInt8](repeating: 97 + $0, count: 100_000) }
  private static let long = String(decoding: pieces.joined(), as: UTF8.self)

  @Test("A long report has no name until it is whole, then the place and the mode of the old one")
  func draft() throws {
    let folder = try TestFolder(["a.txt": "old"])
    let path = folder.path("a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    for target in [path, folder.path("b.txt")] {
      let draft = FileOutput.Draft(target, appends: false)
      for piece in Self.pieces.dropLast() { try #require(draft.take(piece)) }
      #expect(try text(path) == (target == path ? "old" : Self.long))
      #expect(try names(folder) == ["a.txt"])
      try draft.finish(Self.pieces[4])
      #expect(try text(target) == Self.long)
    }
    #expect(try names(folder) == ["a.txt", "b.txt"])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("One that nobody finishes leaves what was there and nothing else")
  func abandoned() throws {
    let folder = try TestFolder(["a.txt": "old"])
    #expect(FileOutput.Draft(folder.path("a.txt"), appends: false).take(Self.pieces[0]))
    #expect(try text(folder.path("a.txt")) == "old")
    #expect(try names(folder) == ["a.txt"])
  }

  @Test("A short one, and what is added to a file, are kept")
  func kept() throws {
    let folder = try TestFolder(["a.txt": "old"])
    let path = folder.path("a.txt")
    #expect(!FileOutput.Draft(path, appends: true).take(Self.pieces[0]))
    try FileOutput.Draft(path, appends: false).finish(Array("new".utf8))
    #expect(try text(path) == "new")
  }

  @Test("A device takes a draft as it comes; a full one, a folder and a missing folder are errors")
  func draftFailures() throws {
    let folder = try TestFolder(["sub/a.txt": ""])
    let device = FileOutput.Draft("/dev/null", appends: false)
    #expect(device.take(Self.pieces[0]))
    try device.finish(Self.pieces[1])
    for path in ["/dev/full", folder.path("sub"), folder.path("none/a.txt")] {
      let draft = FileOutput.Draft(path, appends: false)
      let kept = draft.take(Self.pieces[0]) ? [] : Self.pieces[0]
      #expect(throws: SystemError.self) { try draft.finish(kept) }
    }
    #expect(try names(folder) == ["sub"])
  }
}
