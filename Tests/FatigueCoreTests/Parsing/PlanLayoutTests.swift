import Foundation
import Testing

@testable import FatigueCore

/// One roster written in every layout is one roster.
@Suite struct PlanLayoutTests {
  /// Over New Year, over both clock changes, and in a year with 53 weeks.
  static let starts = [(2026, 12, 7), (2026, 3, 16), (2026, 10, 12), (2020, 12, 14), (2026, 6, 1)]

  private func roster(_ seed: Int) throws -> MadeRoster {
    let (year, month, day) = Self.starts[seed % Self.starts.count]
    let first = try #require(CivilDate(year: year, month: month, day: day))
    return MadeRoster(seed: UInt64(seed), first: first, weeks: 4)
  }

  private func entries(_ rows: [[String]], year: Int? = nil) -> (RosterReading, [String]) {
    let bytes = TableText.bytes(rows, delimiter: ";", lineEnd: "\r\n", encoding: "UTF-8")
    let reading = RosterReader.read(bytes: bytes, options: ReadingOptions(year: year))
    return (reading, reading.entries)
  }

  @Test("Every layout gives the same entries (seeds 0–19)", arguments: 0..<20)
  func layoutsAgree(seed: Int) throws {
    let made = try roster(seed)
    let (list, wanted) = entries(made.list)
    #expect(list.understood.first?.format == "list")
    #expect(!wanted.isEmpty)
    let plans: [(String, [[String]], Int?)] = [
      ("matrix", made.matrix(year: true), nil),
      ("matrix", made.matrix(year: false), made.first.components.year),
      ("matrix", made.daysDown, nil),
      ("weeks", made.weeks, nil),
      ("base-plan", made.basePlan, nil),
    ]
    for (layout, rows, year) in plans {
      let (reading, found) = entries(rows, year: year)
      #expect(reading.understood.first?.format == layout)
      #expect(found == wanted, "\(layout)")
      #expect(reading.said.isEmpty, "\(layout): \(reading.said)")
    }
  }

  @Test("Delimiter, encoding and line end change nothing (seeds 20–24)", arguments: 20..<25)
  func formsAgree(seed: Int) throws {
    let made = try roster(seed)
    let (_, wanted) = entries(made.list)
    for rows in [made.matrix(year: true), made.daysDown, made.weeks, made.basePlan, made.lines] {
      for delimiter in [";", ",", "\t", "|"] {
        for lineEnd in ["\n", "\r\n", "\r"] {
          for encoding in ["UTF-8", "UTF-8 (BOM)", "UTF-16LE", "UTF-16BE", "Windows-1252"] {
            let bytes = TableText.bytes(
              rows, delimiter: delimiter, lineEnd: lineEnd, encoding: encoding)
            let reading = RosterReader.read(bytes: bytes)
            #expect(reading.entries == wanted, "\(delimiter) \(encoding) \(rows[2].prefix(3))")
            #expect(reading.understood.first?.encoding.rawValue == encoding)
          }
        }
      }
    }
  }

  @Test("Shuffled people only permute (seeds 30–34)", arguments: 30..<35)
  func shuffledPeoplePermute(seed: Int) throws {
    let made = try roster(seed)
    var rows = made.matrix(year: true)
    let (_, wanted) = entries(rows)
    rows.swapAt(3, 5)
    let (_, found) = entries(rows)
    #expect(found != wanted)
    #expect(found.sorted() == wanted.sorted())
  }

  @Test("Nights on their last day come out on their first")
  func movesNights() {
    let plan = """
      Navn;man 05.01.2026;tir 06.01.2026;ons 07.01.2026
      Kari;N;K;F1
      Merk: natt føres på dagen den slutter

      Kode;Start;Slutt
      N;22:15;07:45
      K;15:00;00:30
      """
    let reading = RosterReader.read(plan)
    #expect(
      reading.entries == [
        "Kari work N 2026-01-04T22:15 2026-01-05T07:45",
        // Most of an evening lies before midnight.
        "Kari work K 2026-01-06T15:00 2026-01-07T00:30",
        "Kari off F1 2026-01-07 2026-01-08",
      ])
    #expect(reading.diagnostics.items.contains { $0.code == .nightsDated })
    let told = RosterReader.read(plan, options: ReadingOptions(nights: .start))
    #expect(told.entries.first == "Kari work N 2026-01-05T22:15 2026-01-06T07:45")
  }

  @Test("A plan over New Year, with dates in rows of their own")
  func readsOverNewYear() {
    let plan = """
      Turnus for;Kari Nordmann
      Vaktkode;Tid
      D1;07:45 - 15:15 (7,50t)
      N2;22:15 - 08:00 (9,75t)

      Uke 53 2026;MA 28/12;TI 29/12;ON 30/12;TO 31/12;FR 1/1;LØ 2/1;SØ 3/1
      ;D1;;(D1) FE;;N2;;
      Uke 1 2027;MA 4/1;TI 5/1;ON 6/1;TO 7/1;FR 8/1;LØ 9/1;SØ 10/1
      ;;D1;D1;F1;;;
      """
    let reading = RosterReader.read(plan)
    #expect(reading.said.isEmpty, "\(reading.said)")
    #expect(
      reading.entries == [
        "Kari Nordmann work D1 2026-12-28T07:45 2026-12-28T15:15",
        "Kari Nordmann absence FE 2026-12-30 2026-12-31",
        "Kari Nordmann work N2 2027-01-01T22:15 2027-01-02T08:00",
        "Kari Nordmann work D1 2027-01-05T07:45 2027-01-05T15:15",
        "Kari Nordmann work D1 2027-01-06T07:45 2027-01-06T15:15",
        "Kari Nordmann off F1 2027-01-07 2027-01-08",
      ])
  }

  @Test("Lines are walked through, and after the last comes the first")
  func walksRound() {
    let plan = """
      Periode;01.06.2026-14.06.2026
      Linje;Man;Tir;Ons;Tor;Fre;Lør;Søn
      1;07:30-15:30;;;;;;
      2;;15:00-22:30;;;;;22:15-07:45
      """
    let reading = RosterReader.read(plan)
    #expect(
      reading.entries == [
        "Linje 1 work  2026-06-01T07:30 2026-06-01T15:30",
        "Linje 1 work  2026-06-09T15:00 2026-06-09T22:30",
        "Linje 1 work  2026-06-14T22:15 2026-06-15T07:45",
        "Linje 2 work  2026-06-02T15:00 2026-06-02T22:30",
        "Linje 2 work  2026-06-07T22:15 2026-06-08T07:45",
        "Linje 2 work  2026-06-08T07:30 2026-06-08T15:30",
      ])
    #expect(reading.said.isEmpty)
  }

  @Test(
    "What a cell holds",
    arguments: [
      ("D", "D"), ("d", "d"), ("D/A", "D A"), ("D+A", "D A"), ("D, A", "D A"), ("D A", "D A"),
      ("D\nA", "D A"), ("(D) FE", "FE"), ("FE (D)", "FE"), ("FE/D", "FE D"), ("D*", "D"),
      ("D (bytte)", "D"), ("7-15", " "), ("07.30–15", " "), ("0730-1500", " "),
      ("X 07:30-15:00", "X"), ("07:30-15:00 X", "X"), ("X (07:30-15:00)", "X"),
      ("", ""), ("Q7", "?"), ("D/Q7", "D ?"), ("07:30-", "?"), ("25-26", "?"), ("07-07", "?"),
      ("Ferie", "Ferie"), ("SY1", "SY1"),
    ])
  func readsCells(text: String, wanted: String) throws {
    var parser = DayCellParser(
      legend: CodeLegend([
        "D": .init(start: try ClockTime("07:30"), end: try ClockTime("15:30")),
        "A": .init(start: try ClockTime("15:00"), end: try ClockTime("22:30")),
      ]))
    let cell = parser.read(text)
    let found = cell.parts.map(\.code) + cell.faults.map { _ in "?" }
    let expected = wanted == " " ? [""] : wanted.split(separator: " ").map(String.init)
    #expect(found == expected, "\(cell)")
  }

  @Test("Times in cells explain the codes of other cells")
  func learnsCodes() {
    let reading = RosterReader.read(
      "Navn;05.01.2026;06.01.2026;07.01.2026\nKari;D 07:30-15:30;D;A\nOla;A (15-22.30);D;F1\n")
    #expect(reading.said.isEmpty, "\(reading.said)")
    #expect(reading.entries.count == 6)
    #expect(reading.diagnostics.items.contains { $0.code == .codesLearned })
  }

  @Test("A short row is no row of days off")
  func namesShortRows() {
    let legend = "\n\nKode;Start;Slutt\nD;07:30;15:30\n"
    let header = "Navn;05.01.2026;06.01.2026;07.01.2026\n"
    #expect(RosterReader.read(header + "Kari;D;F1" + legend).said == ["2:8 error IN-111"])
    #expect(RosterReader.read(header + "Kari;;D" + legend).said == ["2:7 warning IN-111"])
    #expect(RosterReader.read(header + "Kari;;D;" + legend).said.isEmpty)
  }

  @Test("Descriptions in a legend say what a code is")
  func readsKinds() {
    let reading = RosterReader.read(
      """
      Navn;05.01.2026;06.01.2026;07.01.2026;08.01.2026;09.01.2026
      Kari;HV;BV;KU;U;D

      Kode;Betegnelse;Start;Slutt;Ubetalt pause;Timer
      HV;Hvilende vakt;22:00;08:00;;10
      BV;Hjemmevakt natt;22:00;08:00;;10
      KU;Kurs (ikke i turnus);;;;0
      U;Døgnvakt;08:00;08:00;;24
      D;Dagvakt;07:30;15:30;30;7,5
      """)
    #expect(reading.said.isEmpty, "\(reading.said)")
    #expect(
      reading.entries == [
        "Kari passive HV 2026-01-05T22:00 2026-01-06T08:00",
        "Kari onCall BV 2026-01-06T22:00 2026-01-07T08:00",
        "Kari absence KU 2026-01-07 2026-01-08",
        "Kari work U 2026-01-08T08:00 2026-01-09T08:00",
        "Kari work D 2026-01-09T07:30 2026-01-09T15:30",
      ])
    #expect(reading.roster?.shifts.last?.unpaidBreak == 30)
  }

  @Test("No bytes stop the reader (seeds 0–1499)", arguments: 0..<15)
  func survivesAnything(block: Int) throws {
    for seed in block * 100..<block * 100 + 100 {
      var random = SeededNumbers(seed: UInt64(seed) &+ 77)
      let made = try roster(seed)
      let plans = [
        made.matrix(year: seed % 2 == 0), made.daysDown, made.weeks, made.basePlan, made.lines,
      ]
      var bytes = TableText.bytes(
        plans[seed % plans.count], delimiter: ";", lineEnd: "\n", encoding: "UTF-8")
      let words = [
        "99999999999999999999", "31.12.9999", "01.01.0001", "Uke 99", "((((", "))", "\"", "\n\n",
        ";;;;;;;;", "\u{0}", "Linje;Man;Tir;Ons;Tor;Fre;Lør;Søn\n", "-", "/", "24:00-24:00",
        "29.02",
        "Gjelder til;31.12.2199", "Gjelder fra;01.01.1970", "Man", "Kode;Start;Slutt\n", "=", ":",
      ]
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          bytes.insert(
            contentsOf: Array(words[Int.random(in: 0..<words.count, using: &random)].utf8), at: at)
        case 1:
          bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0..<40, using: &random)))
        case 2 where at < bytes.count: bytes[at] = UInt8.random(in: 0...255, using: &random)
        default:
          let end = min(bytes.count, at + Int.random(in: 0..<80, using: &random))
          bytes.insert(contentsOf: Array(bytes[at..<end]), at: at)
        }
      }
      let layouts = [nil, "matrix", "weeks", "base-plan", "list"]
      let reading = RosterReader.read(
        bytes: bytes,
        options: ReadingOptions(
          year: seed % 3 == 0 ? 2026 : nil,
          layout: layouts[Int.random(in: 0..<layouts.count, using: &random)],
          nights: seed % 5 == 0 ? .end : nil))
      for shift in reading.roster?.shifts ?? [] where shift.end <= shift.start {
        Issue.record("an entry ends before it starts, seed \(seed)")
      }
    }
  }
}
