import Testing

@testable import FatigueCore

/// No bytes crash the reader, and none are slow.
@Suite struct ReaderRobustnessTests {
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
  }

  @Test("Random bytes, seeds 1–300")
  func randomBytes() {
    for seed in 1...300 {
      var random = Generator(state: UInt64(seed))
      let count = Int.random(in: 0...400, using: &random)
      _ = RosterReader.read(
        bytes: (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  @Test("Random pieces of lists, seeds 1–600")
  func randomPieces() {
    let pieces = [
      "Ansatt", "Dato", "Fra", "Til", "Vakt", "Type", "zone", "tags", "Timer", "Pause", ";", ";",
      ";",
      ",", "\t", "|", "\n", "\n", "\r\n", "\r", "\"", "\"\"", " ", "\u{A0}", "\u{FEFF}", "\0",
      "05.01.2026",
      "2026-01-05", "29.03.2026", "01.01.1970", "31.12.2199", "07:30", "24:00", "02:30", "T", "Z",
      "+14:00", "-99:99", "F1", "(", ")", "Europe/Oslo", "personId=", "99999999999999999999", "-",
      "–",
      "'=", "Å", "1", "0,3125", "sep=", "<<<<<<< ", "Sum", "ferie",
    ].map { Array($0.utf8) }
    let header = Array("Ansatt;Dato;Fra;Til;Vakt;Timer;zone;tags;Type\n".utf8)
    for seed in 1...600 {
      var random = Generator(state: UInt64(seed))
      var bytes = Bool.random(using: &random) ? header : []
      for _ in 0..<Int.random(in: 0...120, using: &random) {
        bytes += pieces.randomElement(using: &random) ?? []
      }
      let reading = RosterReader.read(bytes: bytes)
      for shift in reading.roster?.shifts ?? [] where shift.end <= shift.start {
        Issue.record("an entry ends before it starts, seed \(seed)")
      }
      for item in reading.diagnostics.items { _ = reading.sources.place(item.position) }
    }
  }

  @Test("Large odd files are read in time", .timeLimit(.minutes(1)))
  func largeOddFiles() {
    let header = Array("Ansatt;Dato;Fra;Til;Vakt\n".utf8)
    let oddities: [[UInt8]] = [
      Array(repeating: 59, count: 1_000_000), Array(repeating: 34, count: 1_000_001),
      Array(repeating: 10, count: 1_000_000), Array(repeating: 0, count: 1_000_000),
      Array(repeating: Array("\"a\n".utf8), count: 100_000).flatMap { $0 },
      Array(repeating: Array("\"a;b\n".utf8), count: 100_000).flatMap { $0 },
      Array(repeating: Array("x\n".utf8), count: 100_000).flatMap { $0 },
      Array("K;".utf8) + Array(repeating: 65, count: 2_000_000),
    ]
    for oddity in oddities {
      let reading = RosterReader.read(bytes: header + oddity)
      #expect(reading.roster == nil)
      #expect(reading.diagnostics.worst == .error)
    }
  }
}
