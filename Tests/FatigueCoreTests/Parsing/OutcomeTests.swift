import Testing

@testable import FatigueCore

@Suite struct OutcomeTests {
  private struct Reading {
    var table: OutcomeTable
    var diagnostics: DiagnosticList
    var sources: SourceMap

    init(_ text: String) {
      sources = SourceMap()
      diagnostics = DiagnosticList()
      table = OutcomeTable.read(
        [(path: "u.csv", bytes: Array(text.utf8))], year: nil, sources: &sources,
        diagnostics: &diagnostics)
    }

    var codes: [String] { diagnostics.items.map(\.code.id) }
    var place: String {
      let place = diagnostics.items.first.flatMap { sources.place($0.position) }
      return place.map { "\($0.line):\($0.column)" } ?? ""
    }
  }

  private static let head = "tidspunkt;mål;n;gjennomsnitt;sd\n"

  @Test(
    "Headers in both languages, with any separator and decimal mark",
    arguments: [
      "tidspunkt;mål;n;gjennomsnitt;sd\n2026-02-16;ISI;24;13,8;5,2\n",
      "time,measure,n,mean,sd\n2026-02-16,isi,24,13.8,5.2\n",
      "Dato\tSkjema\tAntall svar\tSnitt\tStandardavvik\n16.02.2026\tSøvnløshet (ISI)\t24\t13,8\t5,2\n",
      "\u{FEFF}When;Questionnaire;Responses;Score;Std dev;Comment\r\n2026-02-16;Insomnia Severity Index;24;13.8;5.2;x\r\n",
      "dato;ISI;ISI n;ISI sd\n2026-02-16;13,8;24;5,2\n",
      "dato;n;ISI snitt;sd ISI;WHO-5\n2026-02-16;24;13,8;5,2;\n",
      "Måling av søvn\n\n|tid|mål|n|verdi|sd|\n|---|---|---|---|---|\n|2026-02-16|isi|24|13,8|5,2|\n",
    ])
  func layouts(text: String) throws {
    #expect(OutcomeTable.isOutcomes(Array(text.utf8)))
    let reading = Reading(text)
    #expect(reading.diagnostics.errors == 0, "\(reading.diagnostics.items)")
    let entry = try #require(reading.table.entries.first)
    #expect(reading.table.entries.count == 1 && entry.measure.id == "isi" && entry.count == 24)
    #expect(entry.value == 13.8 && entry.deviation == 5.2)
    let date = try #require(CivilDate(year: 2026, month: 2, day: 16))
    #expect(entry.time == .dates(from: date, to: date + 1))
  }

  @Test(
    "Times",
    arguments: [
      ("2026-02-16", "2026-02-16/2026-02-17"), ("16.02.2026", "2026-02-16/2026-02-17"),
      ("2026-01", "2026-01-01/2026-02-01"), ("12.2026", "2026-12-01/2027-01-01"),
      ("januar 2026", "2026-01-01/2026-02-01"), ("Oct 2026", "2026-10-01/2026-11-01"),
      ("2026 K4", "2026-10-01/2027-01-01"), ("Q1 2026", "2026-01-01/2026-04-01"),
      ("1. kvartal 2026", "2026-01-01/2026-04-01"), ("2026-W05", "2026-01-26/2026-02-02"),
      ("uke 53 2026", "2026-12-28/2027-01-04"), ("baseline", "+0"), ("Før", "+0"), ("T0", "+0"),
      ("8 uker", "+56"), ("8–12 weeks", "+70"), ("etter 12 uker", "+84"), ("3 mnd", "+91"),
      ("6 months", "+182"), ("6 måneder etter", "+182"),
      ("uke 8", "IN-644"), ("2026-13", "IN-644"), ("2026 K5", "IN-644"), ("uke 54 2026", "IN-051"),
      ("snart", "IN-644"), ("", "IN-644"), ("30.02.2026", "IN-042"), ("😀", "IN-644"),
    ])
  func times(text: String, expected: String) {
    let reading = Reading(Self.head + "\(text);ISI;24;13,8;5,2\n")
    let found =
      switch reading.table.entries.first?.time {
      case .dates(let from, let to)?: "\(from.iso)/\(to.iso)"
      case .afterChange(let days)?: "+\(days)"
      case nil: reading.codes.first ?? ""
      }
    if expected.hasPrefix("IN-") {
      #expect(found.hasPrefix("IN-") && reading.diagnostics.errors == 1, "\(text): \(found)")
      if expected == "IN-644" { #expect(found == expected, "\(text)") }
    } else {
      #expect(found == expected)
    }
  }

  @Test(
    "Faults are named where they stand, and the row is not read",
    arguments: [
      ("2026-02-16;ISI;24;29;5", "IN-646", "2:19"), ("2026-02-16;ISI;24;-1;5", "IN-646", "2:19"),
      ("2026-02-16;ISI;24;13,8;15", "IN-646", "2:24"), ("2026-02-16;ISI;24;x;5", "IN-645", "2:19"),
      ("2026-02-16;ISI;;13,8;5", "IN-647", "2:16"), ("2026-02-16;ISI;2,5;13,8;5", "IN-647", "2:16"),
      ("2026-02-16;ISO;24;13,8;5", "IN-643", "2:12"), ("2026-02-16;;24;13,8;5", "IN-643", "2:12"),
      ("2026-02-16;ISI;24;;5", "IN-645", "2:19"), ("2026-02-16;WHO-5;24;130;5", "IN-646", "2:21"),
      ("2026-02-16;sykefravær;24;101;", "IN-646", "2:26"),
      ("2026-02-16;sykefraværsdager;2;999;", "IN-646", "2:31"),
    ])
  func faults(row: String, code: String, place: String) {
    let reading = Reading(Self.head + row + "\n")
    #expect(reading.codes == [code] && reading.place == place, "\(reading.place)")
    #expect(reading.table.entries.isEmpty && reading.diagnostics.errors == 1)
  }

  @Test("A sum of a whole group, a raw score and a share are asked about")
  func hints() throws {
    let sum = Reading(Self.head + "2026-02-16;ISI;24;331;5\n")
    #expect(sum.diagnostics.items.first?.hint?.en.contains("mean") == true)
    let raw = Reading(Self.head + "2026-02-16;WHO-5;24;13;4\n")
    #expect(raw.codes == ["IN-650"] && raw.table.entries.count == 1)
    let share = Reading(Self.head + "2026-02;sykefravær;24;0,087;\n")
    #expect(share.codes == ["IN-650"] && share.table.entries.first?.value == 0.087)
    let days = Reading(Self.head + "2026-02;sykefraværsdager;25;50;\n2026-02;avvik;25;5;\n")
    #expect(days.table.entries.map(\.value) == [2, 20])
  }

  @Test("Under five: the value is not even kept")
  func smallGroup() throws {
    let reading = Reading(Self.head + "2026-02-16;ISI;4;13,8;5,2\n2026-05-11;ISI;5;12;4\n")
    #expect(reading.codes == ["IN-648"] && reading.diagnostics.errors == 0)
    #expect(reading.table.entries.map(\.value) == [nil, 12])
    #expect(reading.table.entries[0].deviation == nil)
  }

  @Test(
    "What total and groups would tell of fewer than five is left out with the smallest group",
    arguments: [
      // Total 24; the two groups shown lack 4, whether or not these have a row.
      ("Dag;11 Natt;9 Kveld;4", ["Natt"]), ("Dag;11 Natt;9", ["Natt"]), ("Dag;21", ["Dag"]),
      // Five or more are left, or nobody: then a group that is taken away is one that is shown.
      ("Dag;11 Natt;8 Kveld;5", []), ("Dag;11 Natt;13", []), ("Dag;19", []), ("Dag;24", []),
      // Two small groups together are five or more.
      ("Dag;16 Natt;4 Kveld;4", []), ("Dag;18 Natt;3 Kveld;3", []),
      // Two groups may be the same people, a third those who are left but for three.
      ("Dag;12 Sommer;12 Natt;9", ["Natt"]),
    ])
  func rests(groups: String, hidden: [String]) throws {
    let head = "tidspunkt;gruppe;mål;n;gjennomsnitt;sd\n"
    let rows = groups.split(separator: " ").map {
      "2026-02-16;\($0.replacing(";", with: ";ISI;"));12;4\n"
    }
    for total in ["", "Alle", "TOTALT", "Everybody"] {
      let reading = Reading(head + "2026-02-16;\(total);ISI;24;11;4\n" + rows.joined())
      #expect(reading.diagnostics.errors == 0)
      #expect(reading.table.entries.filter(\.isRest).map(\.group) == hidden)
      #expect(reading.codes.count { $0 == "IN-654" } == hidden.count)
      for entry in reading.table.entries where entry.isRest {
        #expect(entry.value == nil && entry.deviation == nil && entry.deviationOfChange == nil)
      }
      #expect(reading.table.entries.first?.value == 11)
    }
    // Another time, another measure and no total are no subtraction.
    let apart = Reading(
      head + "2026-02-17;;ISI;24;11;4\n2026-02-16;;WHO-5;24;50;9\n" + rows.joined())
    #expect(apart.table.entries.filter(\.isRest).isEmpty)
  }

  @Test("Subtraction by hand: sums of some groups against every choice of them")
  func subtraction() {
    for number in 0..<200 {
      var random = SplitMix(UInt64(number))
      let whole = 5 + Int.random(in: 0..<60, using: &random)
      let groups = (0...Int.random(in: 0..<6, using: &random)).map { _ in
        5 + Int.random(in: 0..<30, using: &random)
      }
      let leaves = (0..<1 << groups.count).contains { choice in
        let sum = groups.indices.reduce(0) { choice >> $1 & 1 == 1 ? $0 + groups[$1] : $0 }
        return sum > 0 && (1...4).contains(whole - sum)
      }
      #expect(OutcomeTable.leavesFew(whole, groups) == leaves, "\(whole) \(groups)")
    }
  }

  @Test(
    "Single questions and single people: nothing of the file is read",
    arguments: [
      ("person;dato;ISI_1;ISI_2;ISI_3\nKari;2026-02-16;3;2;1\n", "IN-641"),
      ("dato;q1;q2;q3\n2026-02-16;3;2;1\n", "IN-641"),
      ("tid;n;PSS10_1;PSS10_2\nbaseline;20;2;3\n", "IN-641"),
      ("tid;WHO-5;n;Har du følt deg uthvilt?\nbaseline;52;20;3\n", "IN-641"),
      ("tidspunkt;mål;n;verdi\nbaseline;ISI 3;20;2\nbaseline;ISI;20;13\n", "IN-641"),
      ("tidspunkt;mål;n;verdi\nbaseline;Spørsmål 4;20;2\n", "IN-641"),
      ("respondent;tid;ISI\n17;baseline;13\n", "IN-642"),
      ("Navn;Dato;PSS-10;n\nKari;2026-02-16;19;20\n", "IN-642"),
      ("ansattnr;måned;sykefravær;n\n1001;2026-01;8,7;20\n", "IN-642"),
      ("epost;tidspunkt;mål;verdi;n\nk@x.no;baseline;ISI;13;20\n", "IN-642"),
    ])
  func refused(text: String, code: String) {
    #expect(OutcomeTable.isOutcomes(Array(text.utf8)), "\(text)")
    let reading = Reading(text)
    #expect(reading.codes == [code] && reading.table.entries.isEmpty, "\(reading.codes)")
    for item in reading.diagnostics.items {
      #expect(!item.message.nb.contains("Kari") && !item.message.en.contains("k@x.no"))
    }
  }

  @Test(
    "Rosters are no outcomes",
    arguments: [
      "ansatt;dato;fra;til\nKari;2026-02-16;07:30;15:00\n",
      "ansatt;dato;vakt;fravær\nKari;2026-02-16;D;0\n",
      "ansatt;dato;fra;til;fravær\nKari;2026-02-16;07:30;15:00;syk\n",
      "Ansatt;1;2;3;4\nKari;D;A;N;-\n", "", "x", "BEGIN:VCALENDAR\n",
    ])
  func rosters(text: String) {
    #expect(!OutcomeTable.isOutcomes(Array(text.utf8)))
  }

  @Test("One measurement twice; groups keep theirs")
  func twice() {
    let reading = Reading(
      "tid;gruppe;mål;n;verdi\nbaseline;A;ISI;9;12\nbaseline;B;ISI;9;13\nbaseline;a;ISI;9;14\n")
    #expect(reading.codes == ["IN-649"] && reading.table.entries.map(\.group) == ["A", "B"])
  }

  @Test("No bytes crash the reader (seed 8)")
  func anyBytes() {
    var random = SplitMix(8)
    let pieces = [
      "tid", "mål", "n", "sd", "ISI", "WHO-5", ";", ",", "\t", "\n", "\"", "24", "13,8", "-",
      "8 uker",
      "2026-01", "q1", "navn", "\u{0}", "é", "=", "1e9", "99999999999999999999", "uke 8", "?", " ",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 0..<60, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let bytes = Array((Bool.random(using: &random) ? Self.head + text : text).utf8)
      _ = OutcomeTable.isOutcomes(bytes)
      _ = Reading(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test("Every measure is found by its id and by both titles")
  func measures() {
    for measure in OutcomeMeasureBook.all {
      for name in [measure.id, measure.title.nb, measure.title.en, measure.id.uppercased()] {
        #expect(OutcomeMeasureBook.named(name) == measure, "\(name)")
      }
      #expect(
        DiagnosticCode.outcomeMeasure.explanation.en.contains(" \(measure.id),")
          || DiagnosticCode.outcomeMeasure.explanation.en.contains(" \(measure.id)."))
    }
  }
}
