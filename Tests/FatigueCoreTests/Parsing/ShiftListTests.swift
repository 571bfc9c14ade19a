import Foundation
import Testing

@testable import FatigueCore

/// What lists say, spelling by spelling.
@Suite struct ShiftListTests {
  private func entries(_ text: String, options: ReadingOptions = ReadingOptions()) -> [String] {
    RosterReader.read(text, options: options).entries
  }

  @Test("Ten faults are named at ten places, and the other rows are read")
  func tenFaults() {
    let text = """
      Ansatt;Dato;Vakt;Fra;Til
      Kari;05.01.2026;D;07:30;15:30
      Kari;32.01.2026;D;07:30;15:30
      Kari;06.01.2026;D;7:3;15:30
      ;06.01.2026;D;07:30;15:30
      Bjørg Å;06.01.2026;N;22:15;25:00
      Ola;#VERDI!;D;07:30;15:30
      Ola;07.01.2026;D;;15:30
      Ola;46027;D;07:30;15:30
      Ola;08.01.2026;Q7;;
      Ola;08.01;D;07:30;15:30
      Ola;søn 08.01.2026;D;07:30;15:30
      Ola;09.01.2026;D;07:30;15:30
      """
    let reading = RosterReader.read(text)
    #expect(
      reading.said == [
        "3:6 error IN-042", "4:19 error IN-048", "5:1 error IN-024", "6:28 error IN-049",
        "7:5 error IN-051", "8:18 error IN-047", "9:5 error IN-050", "10:16 error IN-057",
        "11:5 error IN-043", "12:5 error IN-044",
      ])
    #expect(reading.entries.count == 2)
  }

  @Test("One plan written in many ways is one plan")
  func spellings() {
    let plans = [
      "Ansatt;Dato;Vakt;Fra;Til\nKari Nordmann;05.01.2026;N;22:15;07:45\n",
      "navn,dato,vaktkode,start,slutt\n\"Nordmann, Kari\",2026-01-05,N,22.15,7.45\n",
      "Fornavn\tEtternavn\tStartdato\tFra kl.\tSluttdato\tTil kl.\tKode\n"
        + "Kari\tNordmann\tman 5. januar 2026\t2215\t06.01.26\t0745\tN\n",
      "employee,start,end,code\nKari Nordmann,2026-01-05T22:15,2026-01-06T07:45,N\n",
      "employee|shift|from|to\nKari  Nordmann|N|05.01.2026 22:15|06.01.2026 07:45:00\n",
      "person,start,end,code\nKari Nordmann,2026-01-05T21:15:00Z,2026-01-06T07:45:00+01:00,N\n",
      "Navn;Dato;Vakt;Tid\nKari Nordmann;ma 05.01.26;N;22:15–07:45\n",
      "Vaktliste\n\nsep=;\nNavn;Dato;Vakt;Tid\nKari Nordmann;2026-W02-1;N;22.15 til 7.45\n",
    ]
    for plan in plans {
      #expect(
        entries(plan) == ["Kari Nordmann work N 2026-01-05T22:15 2026-01-06T07:45"], "\(plan)")
    }
  }

  @Test("Delimiter, line end and byte order mark change nothing")
  func dialects() {
    let text = "Ansatt;Dato;Vakt;Fra;Til\nÅse;05.01.2026;D;07:30;15:30\nOla;06.01.2026;F1;;\n"
    let plain = RosterReader.read(text).entries
    #expect(plain.count == 2)
    for delimiter in [";", ",", "\t", "|"] {
      for end in ["\n", "\r\n", "\r"] {
        for mark in ["", "\u{FEFF}"] {
          let other = mark + text.replacing(";", with: delimiter).replacing("\n", with: end)
          #expect(RosterReader.read(other).entries == plain)
        }
      }
    }
  }

  @Test("Codes without times are days off and absences")
  func wholeDays() {
    let text = """
      Navn;Dato;Kode;Fra;Til
      Kari;28.03.2026;F1;;
      Kari;29.03.2026;FE;;
      Kari;30.03.2026;;;
      Kari;31.03.2026;(K1) FE;;
      Kari;01.04.2026;Kurs;;
      Kari;02.04.2026;SY;07:30;15:30
      Kari;03.04.2026;Kurs;07:30;15:30
      """
    let reading = RosterReader.read(text)
    #expect(
      reading.entries == [
        "Kari off F1 2026-03-28 2026-03-29", "Kari absence FE 2026-03-29 2026-03-30",
        "Kari off  2026-03-30 2026-03-31", "Kari absence FE 2026-03-31 2026-04-01",
        "Kari absence Kurs 2026-04-01 2026-04-02",
        "Kari absence SY 2026-04-02T07:30 2026-04-02T15:30",
        "Kari work Kurs 2026-04-03T07:30 2026-04-03T15:30",
      ])
    // The day of the spring change has 23 hours.
    #expect(reading.roster?.shifts[1].length == .hours(23))
    #expect(reading.said.isEmpty)
  }

  @Test("A stretch of days ends with its last day, as people write it")
  func stretches() {
    let text = "Navn;Kode;Fra;Til\nKari;FE;06.07.2026;26.07.2026\nKari;D;06.07.2026;07.07.2026\n"
    let reading = RosterReader.read(text)
    #expect(reading.entries == ["Kari absence FE 2026-07-06 2026-07-27"])
    #expect(reading.said == ["3:6 error IN-057"])
    let columns = "Navn;Startdato;Sluttdato;Kode\nKari;06.07.2026;26.07.2026;FE\n"
    #expect(entries(columns) == reading.entries)
  }

  @Test("A day off with times, an unknown type and a swapped shift are asked about")
  func warnings() {
    let text = """
      Navn;Dato;Kode;Type;Fra;Til
      Kari;01.04.2026;F1;;07:30;15:30
      Kari;02.04.2026;D;Vikar;07:30;15:30
      Kari;03.04.2026;D;Vikar;07:30;15:30
      Kari;04.04.2026;D;;15:30;07:31
      Sum;;;;24,00;
      """
    let reading = RosterReader.read(text)
    #expect(
      reading.said == [
        "2:17 warning IN-058", "3:19 warning IN-059", "5:26 warning IN-054", "6:1 warning IN-031",
      ])
    #expect(reading.entries.count == 4)
    #expect(reading.diagnostics.worst == .warning)
  }

  @Test("Types by long, short and Norwegian names")
  func kinds() {
    let words: [(String, ShiftKind)] = [
      ("work", .work), ("W", .work), ("vakt", .work), ("OT", .overtime), ("Overtid", .overtime),
      ("CO", .callOut), ("utrykning", .callOut), ("HV", .onCall), ("hjemmevakt", .onCall),
      ("PAS", .passive), ("hvilende vakt", .passive), ("BR", .break), ("NAP", .nap),
      ("ABS", .absence), ("ferie", .absence), ("sykdom", .absence), ("fri", .off),
      ("CRIT", .incident), ("hendelse", .incident), ("DEF", .defusing), ("avlyst", .cancelled),
      ("free", .free), ("onCall", .onCall), ("cancelled", .cancelled),
    ]
    for (word, kind) in words { #expect(KindWords.kind(of: word) == kind, "\(word)") }
    for kind in ShiftKind.allCases { #expect(KindWords.kind(of: kind.name) == kind) }
  }

  @Test("A night over the autumn change is an hour longer, and marked where it is twofold")
  func clockChange() {
    let text =
      "person,start,end\nK,2026-10-24T22:00,2026-10-25T08:00\n"
      + "K,2026-10-25T02:30,2026-10-25T08:00\nK,2026-10-25T02:30+01:00,2026-10-25T08:00\n"
    let shifts = RosterReader.read(text).roster?.shifts ?? []
    #expect(shifts.map(\.length) == [.hours(11), .hours(6, 30), .hours(5, 30)])
    #expect(shifts.map(\.flags) == [[], .startInFold, []])
  }

  @Test("Equal times last 24 hours only where the hours say so; unpaid breaks are kept")
  func hoursAndBreaks() {
    let text = """
      Navn;Dato;Fra;Til;Timer;Ubetalt pause (min)
      Kari;05.01.2026;08:00;08:00;24,0;
      Ola;05.01.2026;08:00;16:00;7,5;30
      Ola;06.01.2026;08:00;24:00;16;
      """
    let shifts = RosterReader.read(text).roster?.shifts ?? []
    #expect(shifts.map(\.length) == [.hours(24), .hours(8), .hours(16)])
    #expect(shifts.map(\.unpaidBreak) == [0, 30, 0])
  }

  @Test("Dates without a year take the year given")
  func year() {
    let text = "Navn;Dato;Fra;Til\nKari;ma 05.01;07:30;15:30\n"
    #expect(RosterReader.read(text).said == ["2:6 error IN-043"])
    #expect(
      entries(text, options: ReadingOptions(year: 2026))
        == ["Kari work  2026-01-05T07:30 2026-01-05T15:30"])
  }

  @Test("A legend gives codes their times")
  func legend() {
    let text = "Navn;Dato;Vakt\nKari;05.01.2026;N\nKari;06.01.2026;d\nKari;07.01.2026;F1\n"
    #expect(RosterReader.read(text).said == ["2:17 error IN-057", "3:17 error IN-057"])
    let legend = CodeLegend([
      "N": .init(start: ClockTime(secondOfDay: 79_200), end: ClockTime(secondOfDay: 25_200)),
      "D": .init(
        start: ClockTime(secondOfDay: 27_000), end: ClockTime(secondOfDay: 55_800), unpaidBreak: 30),
    ])
    let reading = RosterReader.read(text, options: ReadingOptions(legend: legend))
    #expect(
      reading.entries == [
        "Kari work N 2026-01-05T22:00 2026-01-06T07:00",
        "Kari work d 2026-01-06T07:30 2026-01-06T15:30", "Kari off F1 2026-01-07 2026-01-08",
      ])
    #expect(reading.roster?.shifts.map(\.unpaidBreak) == [0, 30, 0])
    #expect(reading.said.isEmpty)
  }

  @Test("A list of nothing but totals has no shifts, and says so")
  func onlyTotals() {
    let reading = RosterReader.read("Navn;Dato;Fra;Til\nSum;;;\n")
    #expect(reading.said == ["2:1 warning IN-031", "1:1 error IN-019"])
  }

  @Test("A list that names nobody belongs to the person given")
  func personGiven() {
    let text = "Dato;Vakt;Fra;Til\n05.01.2026;D;07:30;15:30\n"
    #expect(RosterReader.read(text).said.count == 1)
    #expect(
      entries(text, options: ReadingOptions(person: "Kari"))
        == ["Kari work D 2026-01-05T07:30 2026-01-05T15:30"])
  }

  @Test("Several files make one roster, one person by number or name")
  func files() {
    let a = "Ansattnr;Navn;Dato;Fra;Til\n101;Kari Hansen;05.01.2026;07:30;15:30\n"
    let b = "Navn;Dato;Fra;Til\nKari Hansen;06.01.2026;07:30;15:30\nOla;06.01.2026;07:30;15:30\n"
    let c = "Navn;Dato;Fra;Til\nKari Hansen (101);07.01.2026;07:30;15:30\n"
    let reading = RosterReader.read([
      ("a", Array(a.utf8)), ("b", Array(b.utf8)), ("c", Array(c.utf8)),
    ])
    #expect(reading.roster?.people.map(\.name) == ["Kari Hansen", "Ola"])
    #expect(reading.roster?.slices.map(\.count) == [3, 1])
    #expect(reading.said.isEmpty)
    #expect(reading.sources.place(reading.roster?.shifts[1].startField ?? .none)?.path == "b")
  }

  @Test("A wild date in the first row does not put the others out of reach")
  func wildFirstDate() {
    var text = "Navn;Dato;Fra;Til\nKari;05.01.2199;07:30;15:30\n"
    for day in 1...9 { text += "Kari;0\(day).01.2026;07:30;15:30\n" }
    let reading = RosterReader.read(text)
    #expect(reading.entries.count == 9)
    #expect(reading.said == ["2:6 error IN-060"])
  }

  @Test("A quote too many costs its own row only")
  func strayQuote() {
    var text = "Navn;Dato;Fra;Til;Kommentar\n\"Kari;05.01.2026;07:30;15:30;\n"
    for day in 1...9 { text += "Ola;0\(day).01.2026;07:30;15:30;\"to\nlinjer\"\n" }
    let reading = RosterReader.read(text)
    #expect(reading.said == ["2:1 error IN-029"])
    #expect(reading.entries.count == 9)
  }

  @Test("A quoted name on two lines is read, and what is left of it is nobody else's")
  func breakInName() {
    let reading = RosterReader.read(
      "Navn;Dato;Fra;Til;Kode\r\n\"Kari\nNord\";04.05.2026;22:00;07:30;N\r\n"
        + "\"Ola\nNord\";05.05.2026;08:00;15:30;D\r\nMari;06.05.2026;08:00;15:30;D\r\n")
    #expect(reading.said.isEmpty)
    #expect(reading.entries.count == 3)
    #expect(reading.roster?.people.map(\.name) == ["Kari Nord", "Ola Nord", "Mari"])
  }
}
