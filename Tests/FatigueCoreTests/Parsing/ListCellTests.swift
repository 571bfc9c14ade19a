import Testing

@testable import FatigueCore

/// Lists whose codes are more than one, whose nights stand on the day they end, and which explain their
/// own codes.
@Suite struct ListCellTests {
  private static let legend = CodeLegend(
    [
      "D1": .init(start: clock(7, 45), end: clock(15, 15)),
      "MØT": .init(start: clock(15, 30), end: clock(17, 0)),
      "K1": .init(start: clock(15, 0), end: clock(22, 30)),
      "D": .init(start: clock(7, 30), end: clock(15, 30)),
      "N": .init(start: clock(22, 15), end: clock(7, 45)),
      "HV": .init(start: clock(16, 0), end: clock(8, 0), kind: .onCall),
    ])

  private static func clock(_ hour: Int, _ minute: Int) -> ClockTime {
    ClockTime(secondOfDay: hour * 3600 + minute * 60)
  }

  private func read(
    _ rows: String, header: String = "Ansatt;Dato;Vaktkode;Fra;Til",
    nights: NightDating? = nil, person: String? = nil, legend: CodeLegend = Self.legend
  ) -> RosterReading {
    RosterReader.read(
      header + "\n" + rows + "\n",
      options: ReadingOptions(person: person, legend: legend, nights: nights))
  }

  @Test(
    "What stands in the code of a row without times",
    arguments: [
      (
        "D1+MØT",
        ["work D1 2026-01-05T07:45 2026-01-05T15:15", "work MØT 2026-01-05T15:30 2026-01-05T17:00"]
      ),
      ("(K1) FE", ["absence FE 2026-01-05 2026-01-06"]),
      ("FE (K1)", ["absence FE 2026-01-05 2026-01-06"]),
      (
        "FE/D",
        ["absence FE 2026-01-05 2026-01-06", "work D 2026-01-05T07:30 2026-01-05T15:30"]
      ),
      (
        "D N",
        ["work D 2026-01-05T07:30 2026-01-05T15:30", "work N 2026-01-05T22:15 2026-01-06T07:45"]
      ),
      ("07:30-15:00", ["work  2026-01-05T07:30 2026-01-05T15:00"]),
      ("X9 0700-1500", ["work X9 2026-01-05T07:00 2026-01-05T15:00"]),
      ("HV", ["onCall HV 2026-01-05T16:00 2026-01-06T08:00"]),
      ("d", ["work d 2026-01-05T07:30 2026-01-05T15:30"]),
      ("FE", ["absence FE 2026-01-05 2026-01-06"]),
    ])
  func readsCells(code: String, wanted: [String]) {
    let reading = read("Kari;05.01.2026;\(code);;")
    #expect(reading.entries == wanted.map { "Kari \($0)" })
    #expect(reading.said.isEmpty, "\(reading.said)")
    let overlays = reading.diagnostics.items.filter { $0.code == .overlay }
    #expect(overlays.count == (code.contains("(") ? 1 : 0))
  }

  @Test("An unknown part is named, and the known part is read")
  func namesUnknownParts() {
    let reading = read("Kari;05.01.2026;D+XYZ;;\nKari;06.01.2026;(K1);;\nOla;06.01.2026;ABC;;")
    #expect(reading.entries == ["Kari work D 2026-01-05T07:30 2026-01-05T15:30"])
    #expect(reading.said == ["2:17 error IN-057", "3:17 warning IN-114", "4:16 error IN-057"])
  }

  @Test("Times and type of a row go before what its code would mean")
  func timesGoFirst() {
    let timed = read("Kari;05.01.2026;D+MØT;08:00;17:00")
    #expect(timed.entries == ["Kari work D+MØT 2026-01-05T08:00 2026-01-05T17:00"])
    let typed = read("Kari;05.01.2026;FE/D;Ferie", header: "Ansatt;Dato;Vaktkode;Type")
    #expect(typed.entries == ["Kari absence FE/D 2026-01-05 2026-01-06"])
    let onCall = read("Kari;05.01.2026;HV;16:00;08:00\nKari;06.01.2026;HV;16:00;08:00")
    #expect(onCall.entries.allSatisfy { $0.contains(" onCall ") }, "\(onCall.entries)")
  }

  @Test("Date and code are enough for one person's list")
  func readsTheShortestList() {
    let reading = read(
      "05.01.2026;D\n06.01.2026;N\n07.01.2026;\n08.01.2026;F1", header: "Dato;Vakt", person: "Kari")
    #expect(
      reading.entries == [
        "Kari work D 2026-01-05T07:30 2026-01-05T15:30",
        "Kari work N 2026-01-06T22:15 2026-01-07T07:45",
        "Kari off  2026-01-07 2026-01-08", "Kari off F1 2026-01-08 2026-01-09",
      ])
    let nobody = read("05.01.2026;D", header: "Dato;Vakt")
    #expect(nobody.roster == nil && nobody.said.count == 1, "\(nobody.said)")
  }

  @Test("Nights on the day they end, told or by a remark, with and without times")
  func movesNights() throws {
    let rows = "Kari;07.01.2026;N;;\nKari;09.01.2026;D;;\nOla;07.01.2026;N;22:15;07:45"
    let start = [
      "Kari work N 2026-01-07T22:15 2026-01-08T07:45",
      "Kari work D 2026-01-09T07:30 2026-01-09T15:30",
      "Ola work N 2026-01-07T22:15 2026-01-08T07:45",
    ]
    let end = [
      "Kari work N 2026-01-06T22:15 2026-01-07T07:45", start[1],
      "Ola work N 2026-01-06T22:15 2026-01-07T07:45",
    ]
    #expect(read(rows).entries == start)
    #expect(read(rows, nights: .start).entries == start)
    #expect(read(rows, nights: .end).entries == end)
    let remark = "Merk: natt føres på dagen den slutter"
    let below = read(rows + "\n\n" + remark)
    #expect(below.entries == end && below.said.isEmpty, "\(below.said)")
    let above = read(rows, header: remark + "\nAnsatt;Dato;Vaktkode;Fra;Til")
    #expect(above.entries == end && above.said.isEmpty, "\(above.said)")
    for (reading, why) in [
      (read(rows), "assumed"), (read(rows, nights: .end), "as told"),
      (below, "by the remark"),
    ] {
      let note = try #require(reading.diagnostics.items.first { $0.code == .nightsDated })
      #expect(note.severity == .note && note.message.en.contains("(\(why)"), "\(note.message.en)")
    }
    // A list that says when each shift begins is left as it is, and needs no word.
    let dated = read(rows, header: "Ansatt;Startdato;Vaktkode;Fra;Til", nights: .end)
    #expect(dated.entries.last == start[2])
    let plain = read("Kari;07.01.2026;N;22:15;07:45")
    #expect(!plain.diagnostics.items.contains { $0.code == .nightsDated })
  }

  @Test("What a system prints below a list is named and no error")
  func namesFooters() {
    let rows = "Kari;05.01.2026;D;;"
    for footer in [
      "Skrevet ut 05.01.2026 kl. 14:02", "Side 1 av 1;;;;", "* endret vakt", "Merk: foreløpig plan",
    ] {
      let reading = read(rows + "\n" + footer)
      #expect(reading.entries.count == 1 && reading.said.isEmpty, "\(footer): \(reading.said)")
      #expect(reading.diagnostics.items.contains { $0.code == .lineNotUsed }, "\(footer)")
    }
    // A name alone is a row that lacks its day.
    #expect(read(rows + "\nOla Hansen;;;;").said == ["3:12 error IN-040"])
  }

  @Test(
    "Which remarks say how nights are dated",
    arguments: [
      ("natt føres på dagen den slutter", true), ("Netter er plassert på dagen de slutter", true),
      ("Nattevakter: sluttdato", true), ("Nights stand on the day they end", true),
      ("Nattevakt står på dagen den begynner", false), ("Night shifts: start date", false),
      ("Kari slutter i natt, siste dag 06.01", nil), ("Ola begynner etter natt på tirsdag", nil),
      ("Nattevakten slutter 07:45", nil),
    ] as [(String, Bool?)])
  func remarks(text: String, onLastDay: Bool?) {
    #expect(NightRemark.meaning(of: text) == onLastDay)
  }

  @Test("A block of codes below or above the list explains it")
  func readsItsOwnCodes() {
    let rows = "Kari;05.01.2026;D;;\nKari;06.01.2026;N;;"
    let block = "Vaktkoder\nKode;Start;Slutt\nD;08:00;16:00\nN;21:45;07:30"
    let wanted = [
      "Kari work D 2026-01-05T08:00 2026-01-05T16:00",
      "Kari work N 2026-01-06T21:45 2026-01-07T07:30",
    ]
    let below = read(rows + "\n\n" + block)
    #expect(below.entries == wanted && below.said.isEmpty, "\(below.said)")
    let above = read(rows, header: block + "\n\nAnsatt;Dato;Vaktkode;Fra;Til")
    #expect(above.entries == wanted && above.said.isEmpty, "\(above.said)")
    let bare = read(rows + "\n\nTegnforklaring\nD;08:00-16:00\nN;21:45-07:30")
    #expect(bare.entries == wanted && bare.said.isEmpty, "\(bare.said)")
    // A header that stands there once more is no block of codes.
    let again = read(
      "Kari;05.01.2026;D;08:00;16:00\nAnsatt;Dato;Vaktkode;Fra;Til\nKari;06.01.2026;N;21:45;07:30")
    #expect(again.entries == wanted)
  }
}
