import Synchronization
import Testing

@testable import FatigueCore

/// One thread reads the first rows and the last 12 KB of a list: shorter ones would show nothing.
@Suite("A list read by many at once")
struct ParallelReadingTests {
  private static func read(_ bytes: [UInt8], room: Int, jobs: Int) -> RosterReading? {
    RosterReader.readInPieces("list.csv", PieceSource(bytes, room: room), jobs: jobs)
  }

  /// Whether everything is the same but where the bytes are.
  private static func isSame(_ reading: RosterReading, _ whole: RosterReading) -> Bool {
    guard let one = reading.roster, let other = whole.roster else { return false }
    guard one.shifts == other.shifts, one.people == other.people, one.slices == other.slices,
      one.codes == other.codes, one.units == other.units, one.origin == other.origin,
      one.firstDate == other.firstDate, one.lastDate == other.lastDate
    else { return false }
    return whole.diagnostics.items.isEmpty
      && reading.understood.map { "\($0)" } == whole.understood.map { "\($0)" }
  }

  /// Rows of 26 KB: by person and by date, with people, codes and units that are met late.
  private static func rows(byDate: Bool) -> [String] {
    var rows: [(day: Int, text: String)] = []
    for person in 1...40 {
      for day in 1...28 where (day * 5 + person) % 7 > 2 && (!byDate || person < day * 3) {
        let date = "2026-02-" + (day < 10 ? "0\(day)" : "\(day)")
        let times =
          (day + person) % 3 > 0
          ? "\(date)T07:30,\(date)T15:30,D\(person / 9)"
          : "\(date)T14:30,\(date)T22:00,A\(day / 9)"
        rows.append((day, "Ås\(person),\(times),Post \(person / 7)"))
      }
    }
    if byDate { rows.sort { $0.day < $1.day } }
    return rows.map(\.text)
  }

  private static func list(_ rows: [String], end: String = "\n") -> [UInt8] {
    Array((["employee,start,end,code,unit"] + rows).map { $0 + end }.joined().utf8)
  }

  @Test("It is what one reads, wherever the stretches end", arguments: [false, true], [2, 3, 8])
  func boundaries(byDate: Bool, jobs: Int) throws {
    for end in ["\n", "\r\n"] {
      let bytes = Self.list(Self.rows(byDate: byDate), end: end)
      let whole = RosterReader.read([("list.csv", bytes)])
      try #require(bytes.count > 24_000 && whole.diagnostics.items.isEmpty)
      // With two a stretch ends at every place of a row.
      let rooms = Array(stride(from: 200, to: 248, by: jobs == 2 ? 1 : 9))
      for room in rooms + [500, 1000, 1999, 4001] {
        let read = try #require(Self.read(bytes, room: room, jobs: jobs))
        #expect(Self.isSame(read, whole), "\(room)")
      }
    }
  }

  @Test("Rows far apart are asked for at once, and with one thread in turn")
  func shares() throws {
    let bytes = Self.list(Self.rows(byDate: false))
    for jobs in [1, 2, 3] {
      let asked = Mutex<[Range<Int>]>([])
      let source = PieceSource(size: bytes.count, room: 500) { read, offset, most in
        let found = bytes.dropFirst(offset).prefix(most)
        if most <= 500 { asked.withLock { $0.append(found.indices) } }
        read += found
        return true
      }
      try #require(RosterReader.readInPieces("list.csv", source, jobs: jobs) != nil)
      // Every byte once, in pieces that were cut at the ends of rows where there were more threads.
      let pieces = asked.withLock { $0.sorted { $0.lowerBound < $1.lowerBound } }
      #expect(zip(pieces, pieces.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
      #expect((pieces.first?.lowerBound, pieces.last?.upperBound) == (0, bytes.count))
      #expect(pieces.dropLast(2).allSatisfy { $0.count == 500 } == (jobs == 1))
    }
  }

  /// What needs the whole file, put somewhere into a plain list.
  @Test(
    "Anything that must be said of a row needs the whole",
    arguments: [
      "Ås1,2026-02-30T07:30,2026-02-28T15:30,D,Post 1", "Ås2,2026-02-02T07:30,,D,",
      "\"Ås 3\",2026-02-02T07:30,2026-02-02T15:30,D,Post 1", "\"Ås\n3\",2026-02-02T07:30,,D,",
      "D = dag 07:30-15:30", "Ås1,2036-02-02T07:30,2036-02-02T15:30,D,Post 1",
      "Ås1,2029-12-30T07:30,2029-12-30T15:30,D,Post 1", "Ås4,2026-02-02T07:30",
      "Aas1,2026-02-02T07:30,2026-02-02T15:30,D,Post 1\r", "employee,start,end,code,unit",
      "Ås1,2026-02-08T07:30,2026-02-08T15:30,D,\nÅs1,2026-02-08T07:30,2026-02-08T15:30,D,",
      "Å\u{200E}s1,2026-02-02T07:30,2026-02-02T15:30,D,", "\0", "", "<<<<<<< HEAD", "Sum,,,,",
    ])
  func special(row: String) throws {
    for place in [70, 130, 160, 400] {
      var rows = Self.rows(byDate: place == 130)
      rows.insert(row, at: place)
      let bytes = Self.list(rows)
      let whole = RosterReader.read([("list.csv", bytes)])
      for jobs in [2, 3] {
        guard let read = Self.read(bytes, room: 640, jobs: jobs) else { continue }
        #expect(Self.isSame(read, whole), "\(row) at \(place)")
      }
    }
  }

  @Test("A row that repeats one of another stretch is seen", arguments: [100, 140, 190, 260])
  func repeated(place: Int) {
    var rows = Self.rows(byDate: true)
    rows.insert(rows[75], at: place)
    let whole = RosterReader.read([("list.csv", Self.list(rows))])
    #expect(whole.diagnostics.counts[.repeatedRow] != nil)
    #expect(Self.read(Self.list(rows), room: 640, jobs: 2) == nil)
  }

  @Test("People known by name, number or both are as one reads them, seeds 1–40")
  func people() {
    var together = 0
    for seed in 1...40 {
      var random = SeededNumbers(seed: UInt64(seed))
      let (many, isOdd) = (Int.random(in: 3...60, using: &random), seed % 3 == 0)
      var text = "ansattnr;ansatt;start;slutt;kode;enhet\n"
      for row in 0..<500 {
        let person = Int.random(in: 0..<many, using: &random)
        // A few have two spellings, or a number in some rows only.
        let spelling = isOdd && person < 4 ? Int.random(in: 0...3, using: &random) : person % 3
        let name =
          switch spelling {
          case 0: "\(person);Nord, Kari \(person)"
          case 1: ";Kari \(person) Nord"
          case 2: "\(person);Kari \(person) Nord"
          default: "\(person);"
          }
        let (day, month) = (row % 28 + 1, row / 28 % 3 + 1)
        let date = "2026-0\(month)-" + (day < 10 ? "0\(day)" : "\(day)")
        let code = Int.random(in: 0...2 + row / 100, using: &random)
        text += "\(name);\(date) 07:\(10 + row % 50);\(date) 15:30;K\(code);P\(code % 3)\n"
      }
      let bytes = Array(text.utf8)
      let whole = RosterReader.read([("list.csv", bytes)])
      for jobs in [2, 5] {
        let room = Int.random(in: 150...1500, using: &random)
        guard let read = Self.read(bytes, room: room, jobs: jobs) else { continue }
        together += 1
        #expect(Self.isSame(read, whole), "seed \(seed)")
      }
    }
    #expect(together > 50)
  }

  @Test("Bytes that come a few at a time, not at all, or of another file by now")
  func odd() {
    let bytes = Self.list(Self.rows(byDate: false))
    let whole = RosterReader.read([("list.csv", bytes)])
    func read(_ change: @escaping @Sendable (Int, Int, inout [UInt8]) -> Bool) -> RosterReading? {
      let calls = Atomic<Int>(0)
      let source = PieceSource(size: bytes.count, room: 700) { read, offset, most in
        var part = Array(bytes.dropFirst(offset).prefix(most))
        let isRead = change(calls.add(1, ordering: .relaxed).oldValue, offset, &part)
        read += part
        return isRead
      }
      return RosterReader.readInPieces("list.csv", source, jobs: 3)
    }
    let slow = read { _, _, part in
      part.removeLast(part.count * 2 / 3)
      return true
    }
    #expect(slow.map { Self.isSame($0, whole) } == true)
    for place in stride(from: 0, to: 60, by: 2) {
      // A reading fails, the file is cut, or all line ends are gone from some call on.
      let failed = read { call, _, _ in call != place }
      #expect(failed.map { Self.isSame($0, whole) } != false)
      _ = read { call, offset, part in
        if call >= place { part.removeLast(min(part.count, max(0, offset + part.count - 9000))) }
        return true
      }
      _ = read { call, _, part in
        if call >= place { part.removeAll { $0 == 10 } }
        return true
      }
    }
  }
}
