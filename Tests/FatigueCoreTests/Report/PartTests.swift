import Foundation
import Testing

@testable import FatigueCore

@Suite("Parts of a run")
struct PartTests {
  private let roster: Roster
  private let settings = AnalysisSettings()
  private let origin: PartOrigin

  /// Four people with nights, quick returns and long weeks.
  init() throws {
    var rows = ["person,start,end,kind,code,unit,zone,tags,source"]
    for day in 1...27 {
      let date = day < 10 ? "0\(day)" : "\(day)"
      let next = day < 9 ? "0\(day + 1)" : "\(day + 1)"
      for (place, name) in ["Ann", "Bo", "Cy", "Di"].enumerated() where (day + place) % 5 != 0 {
        rows.append(
          (day + place) % 3 == 0
            ? "\(name),2026-03-\(date)T21:00:00Z,2026-03-\(next)T06:30:00Z,work,N,A,,,"
            : "\(name),2026-03-\(date)T13:00:00Z,2026-03-\(date)T21:30:00Z,work,E,A,,,")
      }
    }
    let reading = RosterReader.read([("r.csv", Array(rows.joined(separator: "\n").utf8))])
    roster = try #require(reading.roster)
    origin = PartOrigin(reading, roster, version: "1", settings: "")
  }

  private func bytes(_ shard: Shard) -> [UInt8] {
    PartWriter.bytes(
      shard, RosterAnalysis.people(of: shard, in: roster, settings: settings), of: roster,
      from: origin)
  }

  private func merged(_ parts: [[UInt8]]) throws -> AnalysedPeople {
    var reader = PartReader(roster, settings, from: origin)
    for part in parts { try reader.add(part) }
    return try reader.people()
  }

  @Test("Shares are stretches of equal length that leave nobody out", arguments: 1...40)
  func shares(count: Int) throws {
    for people in [0, 1, 2, 7, 40, 41, 100_003] {
      let ranges = try (1...count).map { try #require(Shard($0, of: count)).people(of: people) }
      #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == people)
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      let sizes = ranges.map(\.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    }
  }

  @Test("Nothing of a person or a finding is left out of a part")
  func fields() {
    // A field more, and the format needs it: change both and the version.
    let person = PartCodes.counts.count + PartCodes.seconds.count + PartCodes.spans.count
    let fields = Mirror(reflecting: PersonMetrics()).children.count
    #expect(fields == person + PartCodes.reals.count + 3)
    let finding = Finding(
      .note, from: 0, to: 0, shift: 0, measured: Fraction(1), limit: Fraction(1), .atMost, .hours)
    // Of these the person is the line's before, and the waiver is laid over when all are merged.
    #expect(Mirror(reflecting: finding).children.count == 21)
  }

  @Test("What was written is read again", arguments: 1...6)
  func roundTrip(count: Int) throws {
    let single = RosterAnalysis(roster, settings: settings)
    try #require(single.findings.count > 20)
    let shards = try (1...count).map { try #require(Shard($0, of: count)) }
    let people = try merged(shards.reversed().map(bytes))
    let again = RosterAnalysis(roster, settings: settings, known: people)
    #expect(again.people.map { "\($0)" } == single.people.map { "\($0)" })
    #expect(again.findings.map { "\($0)" } == single.findings.map { "\($0)" })
    #expect(again.findingRanges == single.findingRanges)
    #expect(again.findings.contains { $0.causedBy >= 0 })
  }

  @Test("Any byte that is changed, taken away or added is noticed")
  func everyByte() throws {
    let part = bytes(try #require(Shard(1, of: 1)))
    _ = try merged([part])
    // Every byte of the head, and one in 29 of the rest.
    let head = part.count - part.split(separator: 10).dropFirst(6).reduce(0) { $0 + $1.count + 1 }
    for place in Array(part[..<head].indices) + stride(from: head, to: part.count, by: 29) {
      var changed = part
      changed[place] ^= 1
      #expect(throws: PartFault.self, "byte \(place)") { try merged([changed]) }
    }
    for length in stride(from: 0, to: part.count, by: 97) {
      #expect(throws: PartFault.self) { try merged([Array(part[..<length])]) }
    }
    #expect(throws: PartFault.self) { try merged([part + [10]]) }
    #expect(throws: PartFault.self) { try merged([part, part]) }
    #expect(throws: PartFault.self) { try merged([]) }
  }

  /// A part with one word of a line replaced, and a checksum that agrees.
  private func forged(_ sign: Character, _ word: Int, _ text: String) throws -> [UInt8] {
    let part = String(decoding: bytes(try #require(Shard(1, of: 1))), as: UTF8.self)
    var lines = part.split(separator: "\n").dropLast().map(String.init)
    let line = try #require(lines.firstIndex { $0.first == sign && $0.dropFirst().first == " " })
    var words = lines[line].split(separator: " ").map(String.init)
    words[word] = text
    lines[line] = words.joined(separator: " ")
    let body = lines.joined(separator: "\n") + "\n"
    return Array((body + "end \(Checksum(Array(body.utf8).span).text)\n").utf8)
  }

  @Test("The forger of these tests can make a part that is taken")
  func forgery() throws {
    #expect(try merged([forged("p", 1, "99")]).metrics[0].shifts == 99)
    #expect(try merged([forged("f", 9, "12")]).findings[0].count == 12)
  }

  /// Where in a line, and what stands there: each points out of the plan, or would overflow.
  static let forgeries: [(sign: Character, word: Int, text: String)] = [
    ("p", 1, "-1"), ("p", 1, "9999999999"), ("p", 1, "1e3"), ("p", 1, "+1"),
    ("p", 13, "99999999999999999"), ("p", 13, "9999999999999999999999"), ("p", 17, "-2"),
    ("p", 19, "2147483648"), ("p", 20, "7ff0000000000000"), ("p", 20, "7ff8000000000001"),
    ("p", 20, "fff0000000000000"), ("p", 20, "7fe0000000000000"), ("p", 20, "1"),
    ("p", 24, "7ff0000000000000"), ("f", 1, "65535"), ("f", 1, "-1"), ("f", 2, "4"),
    ("f", 3, "256"), ("f", 4, "8"), ("f", 5, "2147483648"), ("f", 6, "-1"),
    ("f", 6, "2147483647"), ("f", 7, "-1"), ("f", 7, "-"), ("f", 7, "100"), ("f", 8, "100"),
    ("f", 9, "2147483648"), ("f", 12, "99999999999999999"), ("f", 13, "0"), ("f", 13, "-1"),
    ("f", 15, "0"), ("f", 16, "4"), ("f", 17, "12"), ("f", 18, "9999"), ("f", 18, "0"),
    ("f", 19, "0"), ("f", 19, "-2"), ("f", 8, "-"), ("f", 5, "99999999"), ("f", 5, "-99999999"),
    ("f", 14, "9999999"), ("f", 14, "-10000"), ("f", 9, "-1"), ("f", 9, "-2147483648"),
  ]

  @Test("Nothing points out of the plan, whatever the checksum says", arguments: forgeries)
  func hostile(sign: Character, word: Int, text: String) throws {
    let part = try forged(sign, word, text)
    #expect(throws: PartFault.self, "\(sign) \(word) \(text)") { try merged([part]) }
  }

  @Test("A checksum depends on every byte, their order and their number")
  func checksum() {
    var seen: Set<Checksum> = []
    for length in 0...100 {
      var bytes = [UInt8](repeating: 0, count: length)
      let empty = Checksum(bytes.span)
      #expect(seen.insert(empty).inserted)
      for place in bytes.indices {
        bytes[place] = 7
        let changed = Checksum(bytes.span)
        #expect(seen.insert(changed).inserted)
        bytes[place] = 0
      }
    }
    #expect(Checksum().text.utf8.count == 16)
  }
}
