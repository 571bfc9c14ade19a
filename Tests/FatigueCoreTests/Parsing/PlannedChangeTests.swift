import Testing

@testable import FatigueCore

@Suite struct PlannedChangeTests {
  /// 5 January – 1 February 2026.
  private static let dates = CivilDate(days: 20_458)...CivilDate(days: 20_485)

  /// Two people over two weeks from Monday 5 January 2026.
  private func roster() throws -> Roster {
    var builder = RosterBuilder(zone: .oslo)
    var clock = ZoneCursor(.oslo)
    let codes = ["D": (450, 930), "A": (900, 1350), "N": (1335, 1905)]
    for (name, number, text) in [
      ("Kari Holm", "P7", "D A N - D D D - D A N - - F1"),
      ("Ola Ås", "P9", "- - D D A A - - N N - - D D"),
    ] {
      let person = builder.person(Person(number: number, name: name))
      for (day, code) in text.split(separator: " ").enumerated() where code != "-" {
        let date = Self.dates.lowerBound + day
        let times = codes[String(code)]
        let start = clock.resolve(local: date.localMidnight + Int64(times?.0 ?? 0) * 60).instant
        let end = clock.resolve(local: date.localMidnight + Int64(times?.1 ?? 1440) * 60).instant
        let seconds = [builder.seconds(start, on: date), builder.seconds(end, on: date)]
        let from = try #require(seconds[0])
        let to = try #require(seconds[1])
        builder.append(
          Shift(
            start: from, end: to, person: person, code: builder.code(String(code)) ?? 0,
            kind: times == nil ? .off : .work, flags: times == nil ? .allDay : []),
          startingOn: date)
      }
    }
    let built = builder.build()
    return try #require(built)
  }

  private func changer(_ roster: Roster) -> RosterChanger {
    let legend = CodeLegend(
      ["L": .init(start: ClockTime(secondOfDay: 27_000), end: ClockTime(secondOfDay: 72_000))])
    return RosterChanger(
      roster, legend: legend, people: ["p7": [0], "kari holm": [0], "p9": [1], "ola ås": [1]])
  }

  /// `05 D 07:30-15:30`: a person's entries by day of January.
  private func text(_ roster: Roster, _ person: Int) -> [String] {
    roster.shifts[roster.slices[person]].map { shift in
      let (start, end) = (roster.civil(shift.start), roster.civil(shift.end))
      let code = roster.codes[Int(shift.code)]
      return shift.flags.contains(.allDay)
        ? "\(start.date.components.day) \(code)"
        : "\(start.date.components.day) \(code) \(start.clock)-\(end.clock)"
    }
  }

  @Test(
    "Every kind of change, as people write it",
    arguments: [
      ("P7 2026-01-07 N->F", ["7 F"], ["7 D 07:30-15:30"]),
      ("p7 7.1.2026 N->-", [], ["7 D 07:30-15:30"]),
      ("Kari Holm 7.1. N→A", ["7 A 15:00-22:30"], ["7 D 07:30-15:30"]),
      ("P7 2026-01-07 ->21:00-07:00", ["7 N 21:00-07:00"], ["7 D 07:30-15:30"]),
      ("P7 2026-01-07 22:15-07:45->l", ["7 l 07:30-20:00"], ["7 D 07:30-15:30"]),
      ("P7 2026-01-07 -N", [], ["7 D 07:30-15:30"]),
      ("P7 2026-01-07 -", [], ["7 D 07:30-15:30"]),
      ("P9 2026-01-07 +n", ["7 N 22:15-07:45"], ["7 D 07:30-15:30", "7 N 22:15-07:45"]),
      ("P7->P9 2026-01-07 N", [], ["7 D 07:30-15:30", "7 N 22:15-07:45"]),
      ("Kari Holm <-> Ola Ås 2026-01-07", ["7 D 07:30-15:30"], ["7 N 22:15-07:45"]),
      ("P7<>P9 07.01.2026", ["7 D 07:30-15:30"], ["7 N 22:15-07:45"]),
    ])
  func changes(text change: String, kari: [String], ola: [String]) throws {
    let original = try roster()
    var changer = changer(original)
    try changer.apply(change)
    let changed = changer.roster
    #expect(text(changed, 0).filter { $0.hasPrefix("7 ") } == kari)
    #expect(text(changed, 1).filter { $0.hasPrefix("7 ") } == ola)
    // Everything else is as it was, in order, and the plan's dates too.
    for person in 0...1 {
      let others = { (roster: Roster) in self.text(roster, person).filter { !$0.hasPrefix("7 ") } }
      #expect(others(changed) == others(original))
      let starts = changed.shifts[changed.slices[person]].map(\.start)
      #expect(starts == starts.sorted())
      #expect(changed.shifts[changed.slices[person]].allSatisfy { $0.person == UInt32(person) })
    }
    #expect(changed.firstDate == original.firstDate && changed.lastDate == original.lastDate)
    #expect(changer.changes.count == 1)
  }

  @Test("A shift on a day off takes its place; a day off that stands nowhere is one")
  func daysOff() throws {
    var changer = changer(try roster())
    try changer.apply("P7 2026-01-18 F1->D")
    try changer.apply("P9 2026-01-05 F->A")
    #expect(text(changer.roster, 0).last == "18 D 07:30-15:30")
    #expect(text(changer.roster, 1).first == "5 A 15:00-22:30")
  }

  @Test(
    "What is wrong stands at its place, with the nearest right thing",
    arguments: [
      ("P8 2026-01-07 N->F", 0, 2, "P8", "did you mean P7?"),
      ("P7 2026-13-07 N->F", 3, 10, "2026-13-07", "write 2026-01-05 or 5.1.2026"),
      ("P7 2026-03-07 N->F", 3, 10, "7 March 2026", "the plan is 5–18 January 2026"),
      ("P7 2026-01-07 D->F", 14, 1, "no shift D", "it has N 22:15–07:45"),
      ("P7 2026-01-08 N->F", 14, 1, "no shift N", "the day is free; +CODE adds a shift"),
      (
        "P7 2026-01-07 N->Q", 17, 1, "when the shift Q is",
        "the plan has A, D, F1, N; or write the times, such as 07:30-15:30"
      ),
      ("P7 2026-01-07 N->25:00-07:00", 17, 11, "25", nil),
      (
        "P7 2026-01-07 N->", 15, 2, "after the arrow",
        "a shift code, times such as 07:30-15:30, or - for free"
      ),
      ("P7 2026-01-07 N", 14, 1, "does not say", nil),
      ("P7 2026-01-07", 13, 0, "what is to change?", nil),
      ("P7 N->F", 0, 7, "the date is missing", nil),
      ("2026-01-07 N->F", 0, 0, "whom", nil),
      ("P7->P7 2026-01-07 N", 4, 2, "the same employee", nil),
      ("P7<->P9 2026-01-12", 8, 10, "both are free", nil),
      ("P7<->P9 2026-01-07 N", 19, 1, "whole day", "one shift is moved by “P7->P9 2026-01-07 N”"),
      ("", 0, 0, "the date is missing", nil),
    ])
  func faults(text: String, at: Int, length: Int, message: String, hint: String?) throws {
    let original = try roster()
    var changer = changer(original)
    do {
      try changer.apply(text)
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.span == at..<at + length, "\(text): \(error.span)")
      #expect(error.message.en.contains(message), "\(error.message.en)")
      if let hint { #expect(error.hint?.en == hint) }
      #expect(!error.message.nb.isEmpty)
    }
    #expect(changer.changes.isEmpty && self.text(changer.roster, 0) == self.text(original, 0))
  }

  @Test("No text brings it down; seed 82")
  func anyText() throws {
    var random = SplitMix(82)
    let pieces = [
      "P7", "P9", "2026-01-07", "7.1.", "N", "D", "->", "<->", "→", "+", "-", "21:00-07:00", " ",
      " ", "F", "æ",
      "\u{0}", "25:00-", "99999999-9-9", "Ola Ås",
    ]
    let roster = try roster()
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      var changer = changer(roster)
      do {
        try changer.apply(text)
      } catch {
        #expect(error.span.upperBound <= max(text.utf8.count, 0) && error.span.lowerBound >= 0)
      }
      #expect(changer.roster.slices.count == 2)
    }
    #expect(throws: PlannedChangeFault.self) {
      try PlannedChange(String(repeating: "P", count: 1_000_000), in: Self.dates)
    }
  }
}
