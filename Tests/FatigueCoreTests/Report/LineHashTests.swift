import Foundation
import Testing

@testable import FatigueCore

@Suite("Line hashes of GitHub")
struct LineHashTests {
  /// Published: the texts and hashes of `src/fingerprints.test.ts` in github/codeql-action.
  @Test(
    "Every line has the hash that the action's own tests name",
    arguments: [
      ("", ["c129715d7a2bc9a3:1"]),
      (
        " a\nb\n  \t\tc\n d",
        ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
      ),
      (
        " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
        [
          "8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1",
          "b86d3392aea1be30:1", "e6ceba753e1a442:1",
        ]
      ),
    ])
  func published(text: String, hashes: [String]) {
    for end in ["\n", "\r", "\r\n"] {
      let lines = LineHashes(Array(text.replacing("\n", with: end).utf8).span, hasMark: false)
      #expect((1...hashes.count).map { lines.text(line: $0) } == hashes)
      #expect(lines.text(line: hashes.count + 1) == nil && lines.text(line: 0) == nil)
    }
  }

  /// The definition, without rolling: 37 h + unit over the 100 units that begin at each line.
  static func plain(_ text: String) -> [String] {
    var units: [UInt16] = []
    var starts = [0]
    var before: UInt16 = 0
    for unit in text.utf16 {
      defer { before = unit }
      if unit == 32 || unit == 9 || (before == 13 && unit == 10) { continue }
      units.append(unit == 13 ? 10 : unit)
      if units[units.count - 1] == 10 { starts.append(units.count) }
    }
    units.append(65535)
    var seen: [UInt64: Int] = [:]
    return starts.map { start in
      let hash = (start..<start + 100).reduce(UInt64(0)) {
        $0 &* 37 &+ UInt64($1 < units.count ? units[$1] : 0)
      }
      seen[hash, default: 0] += 1
      return "\(String(hash, radix: 16)):\(seen[hash, default: 0])"
    }
  }

  @Test("Hashes are those of the definition", arguments: 1...40)
  func definition(seed: UInt64) {
    var generator = SplitMix(seed)
    let signs: [Character] = ["a", "å", "€", "😀", " ", "\t", "\r", "\n", "\r\n", ";"]
    let text = String((0..<seed * 23).map { _ in signs.randomElement(using: &generator) ?? "a" })
    let lines = LineHashes(Array(text.utf8).span, hasMark: false)
    let expected = Self.plain(text)
    #expect((1...expected.count).map { lines.text(line: $0) } == expected)
  }

  @Test("A byte order mark is a unit of the first line")
  func mark() {
    let lines = LineHashes(Array("å;b\nc".utf8).span, hasMark: true)
    #expect([1, 2].map { lines.text(line: $0) } == Self.plain("\u{FEFF}å;b\nc"))
  }
}
