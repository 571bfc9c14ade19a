import Foundation
import Testing

@testable import FatigueCore

extension PieceSource {
  /// Bytes of a file that are at hand.
  init(_ bytes: [UInt8], room: Int) {
    self.init(size: bytes.count, room: room) { read, offset, most in
      read += bytes.dropFirst(offset).prefix(most)
      return true
    }
  }
}

@Suite("A list read piece by piece")
struct PieceReadingTests {
  private static func inPieces(_ bytes: [UInt8], of size: Int) -> RosterReading? {
    RosterReader.readInPieces("list.csv", PieceSource(bytes, room: size))
  }

  /// Everything of a reading but where the bytes are.
  static func content(_ reading: RosterReading) -> [String] {
    guard let roster = reading.roster else { return [] }
    return roster.shifts.map { "\($0)" } + roster.people.map { "\($0)" }
      + roster.slices.map { "\($0)" } + roster.codes + roster.units
      + ["\(roster.origin) \(roster.zone.name) \(roster.firstDate.iso) \(roster.lastDate.iso)"]
      + reading.understood.map { "\($0)" }
  }

  /// Plain lists: by person and by date, two line ends, with and without a newline at the end.
  private static func list(byDate: Bool, _ end: String, last: Bool) -> [UInt8] {
    var rows: [(person: Int, day: Int, text: String)] = []
    for person in 1...30 {
      for day in 1...28 where (day * 5 + person) % 7 > 2 {
        let date = "2026-02-" + (day < 10 ? "0\(day)" : "\(day)")
        let text =
          (day + person) % 3 > 0
          ? "Ås\(person),\(date)T07:30,\(date)T15:30,D,Post \(person % 3)"
          : "Ås\(person),\(date)T14:30,\(date)T22:00,A,Post \(person % 3)"
        rows.append((person, day, text))
      }
    }
    if byDate { rows.sort { ($0.day, $0.person) < ($1.day, $1.person) } }
    let text = (["employee,start,end,code,unit"] + rows.map(\.text)).joined(separator: end)
    return Array((text + (last ? end : "")).utf8)
  }

  @Test(
    "It gives what reading it whole gives", arguments: [97, 1000, 7777, 1 << 20], [false, true])
  func plain(size: Int, byDate: Bool) throws {
    for (end, last) in [("\n", true), ("\n", false), ("\r\n", true)] {
      let bytes = Self.list(byDate: byDate, end, last: last)
      let whole = RosterReader.read([("list.csv", bytes)])
      try #require(whole.roster?.people.count == 30 && whole.diagnostics.items.isEmpty)
      let pieces = try #require(Self.inPieces(bytes, of: size))
      #expect(Self.content(pieces) == Self.content(whole))
    }
  }

  @Test("The room for all shifts is shown once, empty, and is enough for those that are left")
  func room() throws {
    let bytes = Self.list(byDate: false, "\n", last: true)
    let piece = 1000
    var rooms: [Int] = []
    let reading = RosterReader.readInPieces("list.csv", PieceSource(bytes, room: piece)) {
      rooms.append($0.freeCapacity)
    }
    let shifts = try #require(reading?.roster?.shifts.count)
    #expect(rooms.count == 1 && rooms[0] >= shifts * 9 / 10)
    #expect(reading.map(Self.content) == Self.inPieces(bytes, of: piece).map(Self.content))
  }

  /// Every table among the test data, as it is and cut off.
  static let files: [URL] = {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return ["Tests/Data/csv/cases", "Tests/Data/rosters", "Tests/Data/bad", "samples"].flatMap {
      (try? FileManager.default.contentsOfDirectory(
        at: package.appending(path: $0), includingPropertiesForKeys: nil)) ?? []
    }.filter { ["csv", "txt"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }()

  @Test("Other files are left alone, or read as they are whole", arguments: [200, 5000])
  func wild(size: Int) throws {
    try #require(Self.files.count > 20)
    for file in Self.files {
      let bytes = Array(try Data(contentsOf: file))
      guard bytes.count < 200_000, let pieces = Self.inPieces(bytes, of: size) else { continue }
      let whole = RosterReader.read([("list.csv", bytes)])
      #expect(whole.diagnostics.items.isEmpty, "\(file.lastPathComponent)")
      #expect(Self.content(pieces) == Self.content(whole), "\(file.lastPathComponent)")
    }
  }

  /// What needs the whole file, put somewhere into a plain list.
  @Test(
    "Anything that must be said of a row needs the whole",
    arguments: [
      "Ås1,2026-02-30T07:30,2026-02-28T15:30,D,Post 1", "Ås2,2026-02-02T07:30,,D,",
      "\"Ås 3\",2026-02-02T07:30,2026-02-02T15:30,D,Post 1", "D = dag 07:30-15:30",
      "Ås1,2036-02-02T07:30,2036-02-02T15:30,D,Post 1", "Ås4,2026-02-02T07:30",
      "Ås1,2026-02-01T07:30,2026-02-01T15:30,D,\nÅs1,2026-02-01T07:30,2026-02-01T15:30,D,",
      "Aas1,2026-02-02T07:30,2026-02-02T15:30,D,Post 1\r", "employee,start,end,code,unit",
    ], [0, 200, 400])
  func special(row: String, place: Int) throws {
    var lines = String(decoding: Self.list(byDate: false, "\n", last: true), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    lines.insert(row, at: place + 1)
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let whole = RosterReader.read([("list.csv", bytes)])
    for size in [500, 1 << 20] {
      guard let pieces = Self.inPieces(bytes, of: size) else { continue }
      #expect(whole.diagnostics.items.isEmpty)
      #expect(Self.content(pieces) == Self.content(whole), "\(row)")
    }
  }
}
