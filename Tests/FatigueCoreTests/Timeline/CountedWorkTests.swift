import Testing

@testable import FatigueCore

@Suite("Work in any window, added up from the left")
struct CountedWorkTests {
  /// A day and a half of rows that touch and overlap, some of them overtime or breaks, some with a break of
  /// which only the minutes are known.
  private static func text(_ random: inout SplitMix) -> String {
    var text = "ansatt;start;slutt;type;ubetalt pause\n"
    func row(_ start: Int, _ minutes: Int, _ kind: String, _ unpaid: Int) {
      let (from, to) = (clock(start), clock(start + minutes))
      text += "A;\(from);\(to);\(kind);\(unpaid)\n"
    }
    func clock(_ minute: Int) -> String {
      let (day, time) = (minute / 1440, minute % 1440)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "2026-06-\(two(8 + day))T\(two(time / 60)):\(two(time % 60))"
    }
    for _ in 0..<Int.random(in: 2...9, using: &random) {
      let kind = ["vakt", "vakt", "vakt", "OT"].randomElement(using: &random) ?? "vakt"
      let minutes = Int.random(in: 60...900, using: &random)
      row(
        Int.random(in: 0...1800, using: &random), minutes, kind,
        Bool.random(using: &random) ? Int.random(in: 0...30, using: &random) : 0)
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      row(Int.random(in: 0...1800, using: &random), Int.random(in: 5...60, using: &random), "BR", 0)
    }
    return text
  }

  /// The same minute by minute, row by row.
  private static func slow(
    _ timeline: PersonTimeline, _ roster: Roster, ordinary: Bool, from: Int32, to: Int32
  ) -> Int64 {
    let rows = timeline.pieces.map { ($0, roster.shifts[Int($0)]) }
    var seconds: Int64 = 0
    var moment = from
    while moment < to {
      let holding = rows.filter { $0.1.start <= moment && moment < $0.1.end }
      let isPaused = timeline.pauses.contains { $0.start <= moment && moment < $0.end }
      let isOvertime = holding.contains { $0.1.kind == .overtime }
      if !holding.isEmpty, !isPaused, !(ordinary && isOvertime) { seconds += 60 }
      moment += 60
    }
    for (index, row) in rows where !timeline.hasOvertimeBreak(index) {
      guard !(ordinary && row.kind == .overtime) else { continue }
      let inside = max(0, min(row.end, to) - max(row.start, from))
      let (twice, length) = (inside * 2, row.end - row.start)
      // A tie goes to the side where the row begins.
      if twice > length || (twice == length && row.start >= from) {
        seconds -= Int64(row.unpaidBreak) * 60
      }
    }
    return max(0, seconds)
  }

  @Test("Every window that begins or ends at an edge holds what its minutes hold (seeds 1 to 60)")
  func likeMinuteByMinute() throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      var random = SplitMix(seed)
      let text = Self.text(&random)
      let reading = RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))])
      let roster = try #require(reading.roster)
      var timeline = PersonTimeline(calendar: WeekCalendar(roster))
      var clock = ZoneCursor(roster.zone)
      timeline.fill(roster, person: 0, clock: &clock)
      for ordinary in [false, true] {
        let work = CountedWork(
          timeline, timeline.blocks.indices, ordinary: ordinary, longest: 86_400, of: roster)
        #expect(!work.edges.isEmpty)
        for edge in Set(work.edges) {
          for from in [edge, edge - 86_400] {
            #expect(
              work.seconds(from: Int64(from), to: Int64(from) + 86_400)
                == Self.slow(timeline, roster, ordinary: ordinary, from: from, to: from + 86_400),
              "seed \(seed), from \(from), ordinary \(ordinary)\n\(text)")
          }
        }
      }
    }
  }

  @Test("A row of two days and more has most of its hours outside any day: its break is in none")
  func longRow() throws {
    let text = """
      ansatt;start;slutt;type;ubetalt pause
      A;2026-06-08T00:00;2026-06-10T00:00;vakt;60
      B;2026-06-08T00:00;2026-06-09T23:59;vakt;60

      """
    let roster = try #require(
      RosterReader.read([(path: "a.csv", bytes: Array(text.utf8))]).roster)
    var timeline = PersonTimeline(calendar: WeekCalendar(roster))
    var clock = ZoneCursor(roster.zone)
    for (person, most) in [(0, 24), (1, 23)] as [(Int, Int64)] {
      timeline.fill(roster, person: person, clock: &clock)
      let work = CountedWork(
        timeline, timeline.blocks.indices, ordinary: false, longest: 86_400, of: roster)
      let start = Int64(timeline.blocks[0].start) + 43_200
      #expect(work.seconds(from: start, to: start + 86_400) == most * 3600)
    }
  }
}
