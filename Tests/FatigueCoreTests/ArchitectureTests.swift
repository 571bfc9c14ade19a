import Foundation
import Testing

/// The rooms of FatigueCore in the order of the pipeline: code may name what its own room and the rooms before
/// it declare.
@Suite("Rooms of the core")
struct ArchitectureTests {
  private static let rooms = [
    "Units", "Time", "Source", "Roster", "Parsing", "Timeline", "Physiology", "Sleep", "Circadian",
    "Alertness", "Rules", "Policy", "Protocols", "Analysis", "Report",
  ]
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  private struct File {
    var path: String
    var words: [SourceWord]
    /// -1 when it lives in none.
    var room: Int { ArchitectureTests.rooms.firstIndex { path.hasPrefix($0 + "/") } ?? -1 }
  }

  private static func files(below folder: String) throws -> [File] {
    let base = sources.appending(path: folder)
    let found = try #require(
      FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil))
    return try found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map { url in
      File(
        path: String(url.path.dropFirst(base.path.count + 1)),
        words: SourceWord.words(of: [UInt8](try Data(contentsOf: url))))
    }
  }

  @Test("Every file lives in a room, and no room is empty")
  func everyFileLivesInARoom() throws {
    let files = try Self.files(below: "FatigueCore")
    #expect(Set(files.map(\.room)) == Set(Self.rooms.indices))
  }

  @Test("Nobody names what a later room declares")
  func nobodyNamesALaterRoom() throws {
    let files = try Self.files(below: "FatigueCore")
    // Where a type is declared by itself, and where a name is declared at all: parts of types share names.
    var (declared, anywhere): ([String: Int], [String: Int]) = ([:], [:])
    for file in files {
      for word in file.words where word.isDeclared {
        anywhere[word.text] = min(file.room, anywhere[word.text] ?? .max)
        if !word.isIndented {
          declared[word.text] = min(file.room, declared[word.text] ?? .max)
        }
      }
    }
    #expect(declared["Instant"] == Self.rooms.firstIndex(of: "Time"))
    #expect(declared["JSONWriter"] == Self.rooms.firstIndex(of: "Report"))
    for file in files {
      for word in file.words where !word.isPart {
        guard let home = declared[word.text], home > file.room,
          anywhere[word.text] ?? 0 > file.room
        else { continue }
        Issue.record("\(file.path) names \(word.text), which lives in \(Self.rooms[home])")
      }
    }
  }

  @Test("Foundation is nowhere in what is shipped")
  func noFoundation() throws {
    let files = try Self.files(below: "FatigueCore") + Self.files(below: "fatigue-cli")
    #expect(files.count > 500)
    for file in files
    where file.words.contains(where: {
      $0.before == "import" && $0.text.hasPrefix("Foundation")
    }) {
      Issue.record("\(file.path) imports Foundation")
    }
  }

  @Test("Words of a source are told from comments, texts and parts")
  func words() {
    let source = """
      import Foundation  // Comment
      struct Roof: Wall { let text = "Door \\" Window", floor = House.Floor() }
        final class Cellar {}
      """
    let words = SourceWord.words(of: Array(source.utf8))
    #expect(
      words.map(\.text) == [
        "Foundation", "Roof", "Wall", "House", "Floor", "Cellar",
      ])
    #expect(words.filter(\.isDeclared).map(\.text) == ["Roof", "Cellar"])
    #expect(words.filter(\.isPart).map(\.text) == ["Floor"])
    #expect(words.filter(\.isIndented).map(\.text) == ["Cellar"])
  }
}

/// A name with a capital letter in the code of a Swift source.
private struct SourceWord {
  var text: String
  /// The word before it.
  var before: String
  var isIndented: Bool
  /// It stands behind a point: a part of what stands before that.
  var isPart: Bool

  var isDeclared: Bool {
    ["struct", "enum", "protocol", "class", "actor", "typealias"].contains(before)
  }

  /// Those of a source, without comments and texts; what texts take in is left out with them.
  static func words(of bytes: [UInt8]) -> [SourceWord] {
    var words: [SourceWord] = []
    var (i, before, isIndented) = (0, "", bytes.first == UInt8(ascii: " "))
    func repeats(_ byte: Unicode.Scalar, _ times: Int, at i: Int) -> Bool {
      bytes[i] == UInt8(ascii: byte) && i + times <= bytes.count
        && bytes[i..<i + times].allSatisfy { $0 == UInt8(ascii: byte) }
    }
    func isLetter(_ byte: UInt8) -> Bool {
      (byte | 32) >= UInt8(ascii: "a") && (byte | 32) <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte == UInt8(ascii: "_")
    }
    while i < bytes.count {
      if repeats("/", 2, at: i) {
        while i < bytes.count, bytes[i] != UInt8(ascii: "\n") { i += 1 }
      } else if repeats("\"", 3, at: i) {
        i += 3
        while i < bytes.count, !repeats("\"", 3, at: i) { i += 1 }
        i += 3
      } else if bytes[i] == UInt8(ascii: "\"") {
        i += 1
        while i < bytes.count, bytes[i] != UInt8(ascii: "\""), bytes[i] != UInt8(ascii: "\n") {
          i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1
        }
        i += 1
      } else if isLetter(bytes[i]) {
        let first = i
        while i < bytes.count, isLetter(bytes[i]) { i += 1 }
        let text = String(decoding: bytes[first..<i], as: UTF8.self)
        if text.first?.isUppercase == true {
          let isPart = first > 0 && bytes[first - 1] == UInt8(ascii: ".")
          words.append(
            SourceWord(text: text, before: before, isIndented: isIndented, isPart: isPart))
        }
        before = text
      } else {
        if bytes[i] == UInt8(ascii: "\n") {
          isIndented = i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: " ")
        }
        i += 1
      }
    }
    return words
  }
}
