import Foundation
import Testing

@testable import FatigueCore

@Suite struct ConvertTests {
  /// Three people, two of one name; a night over the spring change, a whole day, a code that looks
  /// like a formula.
  static func roster() throws -> (Roster, SourceMap) {
    var sources = SourceMap()
    let added = sources.add(path: "turnus.csv", bytes: Array("h\r\nrow 2\r\nrow 3\nrow 4\n".utf8))
    let file = try #require(added)
    var builder = RosterBuilder(zone: .oslo)
    let people = [
      builder.person(Person(number: "101", name: "Kari Lie")),
      builder.person(Person(number: "102", name: "Kari Lie")),
      builder.person(Person(number: "", name: "Øystein \"Ø\", Dahl")),
    ]
    let codes = [builder.code("N"), builder.code("-x"), builder.unit("Med;1")]
    let (night, formula) = (try #require(codes[0]), try #require(codes[1]))
    let unit = try #require(codes[2])
    func time(_ day: Int, _ hour: Int) throws -> Int32 {
      let date = try #require(CivilDate(year: 2026, month: 3, day: day))
      let instant = Zone.oslo.resolve(CivilTime(date, secondOfDay: hour * 3600)).instant
      let seconds = builder.seconds(instant, on: date)
      return try #require(seconds)
    }
    let date = try #require(CivilDate(year: 2026, month: 3, day: 28))
    builder.append(
      Shift(
        start: try time(28, 22), end: try time(29, 7), person: people[0], code: night, unit: unit,
        startField: sources.position(file: file, offset: 5), unpaidBreak: 30), startingOn: date)
    builder.append(
      Shift(
        start: try time(28, 0), end: try time(30, 0), person: people[2], code: formula, kind: .off,
        flags: .allDay, startField: sources.position(file: file, offset: 19)), startingOn: date)
    let carried = sources.position(file: file, offset: 12)
    builder.carriedSources.put("old.ics:7", at: carried)
    builder.details.put(EntryDetails(summary: "Vakt\n", uid: "u1@x"), at: carried)
    builder.append(
      Shift(
        start: try time(28, 7), end: try time(28, 15), person: people[1], kind: .onCall,
        startField: carried), startingOn: date)
    let built = builder.build()
    return (try #require(built), sources)
  }

  @Test func csv() throws {
    let (roster, sources) = try Self.roster()
    var bytes: [UInt8] = []
    ConvertCSV.write(roster, sources, into: &bytes)
    let expected = [
      "person,start,end,kind,code,unit,zone,tags,source",
      "Kari Lie (101),2026-03-28T21:00:00Z,2026-03-29T05:00:00Z,work,N,Med;1,Europe/Oslo,"
        + "personId=101;unpaidBreak=30,turnus.csv:2",
      "Kari Lie (102),2026-03-28T06:00:00Z,2026-03-28T14:00:00Z,onCall,,,Europe/Oslo,personId=102,old.ics:7",
      "\"Øystein \"\"Ø\"\", Dahl\",2026-03-28,2026-03-30,off,'-x,,Europe/Oslo,,turnus.csv:4", "",
    ]
    #expect(String(decoding: bytes, as: UTF8.self) == expected.joined(separator: "\r\n"))
  }

  @Test("An array and lines hold the same objects, members in one order")
  func json() throws {
    let (roster, sources) = try Self.roster()
    var (array, lines): ([UInt8], [UInt8]) = ([], [])
    ConvertJSON.write(roster, sources, asLines: false, into: &array)
    ConvertJSON.write(roster, sources, asLines: true, into: &lines)
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Data(array)) as? [[String: Any]])
    let separate = try lines.split(separator: 10).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0)) as? NSDictionary)
    }
    #expect(objects.map { $0 as NSDictionary } == separate)
    #expect(objects.count == 3)
    #expect(objects[0]["personId"] as? String == "101")
    #expect(objects[0]["localStart"] as? String == "2026-03-28T22:00:00+01:00")
    #expect(objects[0]["localEnd"] as? String == "2026-03-29T07:00:00+02:00")
    #expect(objects[0]["tags"] as? String == "unpaidBreak=30")
    #expect(objects[1]["summary"] as? String == "Vakt\n")
    #expect(objects[1]["uid"] as? String == "u1@x")
    #expect(objects[1]["source"] as? String == "old.ics:7")
    #expect(objects[2]["allDay"] as? Bool == true)
    #expect(objects[2]["localStart"] as? String == "2026-03-28")
    let text = String(decoding: lines, as: UTF8.self)
    let members = try text.prefix { $0 != "\n" }.matches(of: Regex("\"(\\w+)\":"))
      .map { String($0.output[1].substring ?? "") }
    #expect(
      members == [
        "person", "personId", "start", "end", "localStart", "localEnd", "allDay", "kind", "code",
        "unit", "zone", "tags", "summary", "uid", "source",
      ])
  }

  @Test("Sent on in pieces the bytes are the same")
  func pieces() throws {
    let (roster, sources) = try Self.roster()
    for asLines in [false, true] {
      var (whole, rest, pieces): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
      ConvertJSON.write(roster, sources, asLines: asLines, into: &whole)
      ConvertJSON.write(roster, sources, asLines: asLines, into: &rest) { bytes in
        pieces += bytes
        bytes = []
      }
      #expect(pieces + rest == whole)
    }
  }

  @Test(
    "Fields a spreadsheet would run are guarded, fields that need it quoted",
    arguments: [
      ("", ""), ("N", "N"), ("-", "'-"), ("=1+1", "'=1+1"), ("+5", "'+5"), ("@x", "'@x"),
      ("-5", "-5"), ("-5,5", "\"-5,5\""), ("-5.5", "-5.5"), ("-5.", "'-5."), ("\tx", "'\tx"),
      ("\rx", "\"'\rx\""), ("a\"b", "\"a\"\"b\""), ("a b", "a b"), (" a", "\" a\""),
      ("a;b", "a;b"), ("'x", "'x"),
    ])
  func fields(_ text: String, _ expected: String) {
    #expect(String(decoding: ConvertCSV.field(text), as: UTF8.self) == expected)
  }
}
