import Foundation
import Testing

@testable import FatigueCore

/// Encodings, delimiters, line ends and quotes: all give the table they were made from.
@Suite struct CSVTableTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var file: String
    var delimiter: String
    var warnings: [String]
    var rows: [[String]]
    var testDescription: String { file }
  }

  static let cases = (try? TestData.json("csv/cases/index.json", of: [Case].self)) ?? []

  @Test("The table is the one that was written", arguments: cases)
  func readsTheTable(item: Case) throws {
    let bytes = try TestData.bytes("csv/cases/\(item.file)")
    let decoded = TextDecoding.decode(bytes)
    let span = decoded.bytes.span
    let dialect = CSVDialect.detect(span)
    #expect(dialect.delimiter == item.delimiter.utf8.first)
    let header = CSVHeader.find(span, dialect, personGiven: false)
    let start = header?.rowStart ?? -1
    #expect(start >= 0)
    let table = CSVTable(span, dialect, from: max(0, start)).rows
    #expect(table == item.rows)
  }

  @Test("A list in any dialect gives the same shifts", arguments: cases)
  func readsTheShifts(item: Case) throws {
    // Two files have hours instead of times, one has no rows and one only the first person.
    let odd = item.file.hasPrefix("decimal") || item.file == "header_only.csv"
    let reading = RosterReader.read(bytes: try TestData.bytes("csv/cases/\(item.file)"))
    let expected = [
      "Åse Bjørk work D 2026-01-05T07:30 2026-01-05T15:30",
      "Øystein Ås work N 2026-01-05T22:15 2026-01-06T07:45",
    ]
    #expect(reading.entries == (odd ? [] : Array(expected.prefix(item.rows.count - 1))))
    #expect((reading.diagnostics.worst == .error) == odd)
    #expect(reading.said.count == (odd ? 1 : item.warnings.count), "\(reading.said)")
  }

  private func fields(_ text: String, _ delimiter: Character = ";") -> [[String]] {
    let bytes = Array(text.utf8)
    let dialect = CSVDialect(delimiter: delimiter.asciiValue ?? 0, start: 0)
    return CSVTable(bytes.span, dialect, from: 0).rows
  }

  @Test("Quotes by RFC 4180, and what people make of them")
  func quotes() {
    #expect(fields("\"a;b\";\"c \"\"d\"\"\";e") == [["a;b", "c \"d\"", "e"]])
    #expect(fields("\"a\"b;c") == [["ab", "c"]])
    #expect(fields(" \"a\" ; b ") == [["a", "b"]])
    #expect(fields("\"a\r\nb\";c\r\nd;e") == [["a\r\nb", "c"], ["d", "e"]])
    #expect(fields("a;;\n;;\n") == [["a", "", ""]])
    #expect(fields("\"\";b\n\"\"\"\";c") == [["", "b"], ["\"", "c"]])
  }

  @Test("Columns are known by their names in three languages")
  func headers() {
    let known: [(String, ColumnRole)] = [
      ("Ansatt", .person), ("ANSATTNAVN", .person), ("Navn", .person), ("Employee name", .person),
      ("Medarbeider", .person), ("Ansattnr.", .number), ("Ressursnr", .number), ("id", .number),
      ("Employee ID", .number), ("Fornavn", .firstName), ("Etternavn", .lastName),
      ("Dato", .date), ("Startdato", .date), ("Fra dato", .date), ("Dag", .date),
      ("Sluttdato", .endDate), ("Til dato", .endDate), ("Fra kl.", .start), ("Start", .start),
      ("Starttid (tt:mm)", .start), ("FRÅ", .start), ("From", .start), ("begin", .start),
      ("Til", .end), ("Slutt", .end), ("Slutttid", .end), ("End time", .end), ("Tid", .interval),
      ("Vaktkode", .code), ("Vakt", .code), ("Shift", .code), ("Kode", .code),
      ("Vakttype", .kind), ("Type", .kind), ("Kind", .kind), ("Avdeling", .unit), ("Enhet", .unit),
      ("Ward", .unit), ("Dept.", .unit), ("Tidssone", .zone), ("Pause (min)", .plainBreak),
      ("Pause (ubetalt)", .unpaidBreak), ("Ubetalt pause (min)", .unpaidBreak),
      ("Unpaid break", .unpaidBreak), ("Timer", .hours), ("Kommentar", .comment),
      ("Stilling %", .comment), ("lønnsnr", .number), ("LØNNSNR", .number),
    ]
    for (header, role) in known { #expect(ColumnNames.role(of: header)?.role == role, "\(header)") }
    #expect(ColumnNames.role(of: "Skostørrelse") == nil)
  }

  @Test("A name yields where another says it better")
  func weakNames() {
    let map = ColumnMap(headers: ["id", "Ansattnr", "Navn", "Dag", "Dato", "Fra", "Til"])
    #expect(map[.number] == 1)
    #expect(map[.date] == 4)
    #expect(map.doubled.isEmpty)
    let people = ColumnMap(headers: ["Ansatt", "Navn", "Dato", "Fra", "Til"])
    #expect(people[.number] == 0)
    #expect(people[.person] == 1)
    #expect(ColumnMap(headers: ["Dato", "Dato", "Navn"]).doubled == [1])
  }

  @Test("Short rows below a wide one do not fill the memory with empty fields")
  func wideFirstRow() {
    let text = String(repeating: ";", count: 4000) + "x\n" + String(repeating: "a\n", count: 5000)
    let bytes = Array(text.utf8)
    let table = CSVTable(
      bytes.span, CSVDialect(delimiter: UInt8(ascii: ";"), start: 0), from: 0)
    #expect(table.isCut)
    #expect(table.rows.count > 900 && table.rows.count < 1100)
    #expect(table.rows.allSatisfy { $0.count == 4001 })
  }

  @Test("Duties that a table is too wide for are told of")
  func wideDuties() {
    let header = "day,on_h,off_h" + String(repeating: ",x", count: 4000) + "\n"
    let duties = DutyTableReader.read(
      path: "d.csv", bytes: Array((header + String(repeating: "1,7,15\n", count: 3000)).utf8))
    #expect(duties.rows.count < 1100)
    #expect(duties.diagnostics.counts[.planTooLarge] == 1)
  }
}
