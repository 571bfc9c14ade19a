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
}
