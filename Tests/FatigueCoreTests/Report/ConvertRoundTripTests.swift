import Foundation
import Testing

@testable import FatigueCore

/// What `convert` writes, read again and written again, is the same.
@Suite struct ConvertRoundTripTests {
  private func csv(_ reading: RosterReading) throws -> [UInt8] {
    var bytes: [UInt8] = []
    ConvertCSV.write(try #require(reading.roster), reading.sources, into: &bytes)
    return bytes
  }

  private func twice(_ text: String) throws -> (first: String, roster: Roster) {
    let first = try csv(RosterReader.read([("turnus.csv", Array(text.utf8))]))
    let again = RosterReader.read([("normalised.csv", first)])
    #expect(again.diagnostics.worst != .error)
    #expect(
      String(decoding: try csv(again), as: UTF8.self) == String(decoding: first, as: UTF8.self))
    return (String(decoding: first, as: UTF8.self), try #require(again.roster))
  }

  @Test(
    "Lists of every kind",
    arguments: [
      "Ansatt;Dato;Vakt;Fra;Til\nØystein Å;05.01.2026;N;22:15;07:45\nKari;06.01.2026;F1;;\n",
      "Navn;Dato;Fra;Til\nLie, Kari;28.03.2026;21:45;07:30\nLie, Kari;24.10.2026;21:45;07:30\n",
      "Ansatt;Dato;Vakt;Fra;Til\nA;05.01.2026;=x;07:00;15:00\nA;06.01.2026;-;08:00;15:00\n",
      "Ansatt;Dato;Vakt;Fra;Til\nA;05.01.2026;\"x,\"\"y\";07:00;15:00\nA;06.01.2026;-5;08:00;15:00\n",
    ])
  func sameBytes(_ text: String) throws { _ = try twice(text) }

  @Test func namesakesStayTwo() throws {
    let (text, roster) = try twice(
      "Ansattnr;Navn;Dato;Fra;Til\n1;Kari Lie;05.01.2026;07:00;15:00\n"
        + "2;Kari Lie;05.01.2026;08:00;16:00\n")
    #expect(text.contains("Kari Lie (1),") && text.contains("Kari Lie (2),"))
    #expect(roster.people.map(\.number) == ["1", "2"])
  }

  @Test("An unpaid break is carried, also with a staff number")
  func unpaidBreaks() throws {
    let (text, roster) = try twice(
      "Ansattnr;Navn;Dato;Fra;Til;Ubetalt pause\n7;Kari;05.01.2026;07:00;15:00;30\n"
        + ";Ola;05.01.2026;07:00;15:00;45\n;Ola;06.01.2026;07:00;15:00;0\n")
    #expect(text.contains(",personId=7;unpaidBreak=30,") && text.contains(",unpaidBreak=45,"))
    #expect(roster.shifts.map(\.unpaidBreak) == [30, 45, 0])
  }

  @Test func sourceIsCarried() throws {
    let (text, _) = try twice("Ansatt;Dato;Fra;Til\n\nA;05.01.2026;07:00;15:00\n")
    #expect(text.hasSuffix(",turnus.csv:3\r\n"))
  }

  @Test("The name of a file is carried with nothing in it that acts", arguments: Format.allCases)
  private func fileName(_ format: Format) throws {
    let rows = Array("Ansatt;Dato;Fra;Til\nA;05.01.2026;07:00;15:00\n".utf8)
    let first = try written(RosterReader.read([("\u{1B}[31m\u{202E}a.csv", rows)]), format)
    let again = try written(RosterReader.read([("b.\(format.rawValue)", first)]), format)
    #expect(String(decoding: first, as: UTF8.self) == String(decoding: again, as: UTF8.self))
    #expect(
      !String(decoding: first, as: UTF8.self).unicodeScalars.contains {
        ControlCharacters.isUnsafe($0) && $0 != "\n" && $0 != "\r"
      })
  }

  @Test("Control characters of a calendar are left out once, and the identifiers stay")
  func controlsInCalendars() throws {
    let calendar = """
      BEGIN:VCALENDAR
      VERSION:2.0
      X-WR-CALNAME:Kari\u{7F}
      BEGIN:VEVENT
      UID:8\u{1B}[31m\u{1}\\n x\u{8}
      DTSTART;TZID=Europe/Oslo:20260302T214500
      DTEND;TZID=Europe/Oslo:20260303T074500
      SUMMARY:N\u{1B} natt
      END:VEVENT
      END:VCALENDAR

      """
    let first = try written(
      RosterReader.read([("a.ics", Array(calendar.utf8))], zones: Self.zone), .ics)
    let again = try written(RosterReader.read([("b.ics", first)], zones: Self.zone), .ics)
    #expect(String(decoding: first, as: UTF8.self) == String(decoding: again, as: UTF8.self))
    #expect(first.allSatisfy { $0 >= 32 && $0 != 127 || $0 == 10 || $0 == 13 })
  }

  // MARK: Every format

  /// The zones that are built in.
  private static func zone(_ name: String) -> Zone? { try? ZoneDirectory().zone(named: name) }

  private enum Format: String, CaseIterable { case csv, json, ndjson, ics }

  private func written(_ reading: RosterReading, _ format: Format) throws -> [UInt8] {
    let roster = try #require(reading.roster)
    var bytes: [UInt8] = []
    switch format {
    case .csv: ConvertCSV.write(roster, reading.sources, into: &bytes)
    case .json: ConvertJSON.write(roster, reading.sources, asLines: false, into: &bytes)
    case .ndjson: ConvertJSON.write(roster, reading.sources, asLines: true, into: &bytes)
    case .ics: ConvertCalendar.write(roster, reading.sources, into: &bytes)
    }
    return bytes
  }

  /// Writes in every format, reads each again, and writes all formats from that.
  private func expectIdentity(_ reading: RosterReading, carriesDetails: Bool) throws {
    for format in Format.allCases where format != .csv || !carriesDetails {
      let first = try written(reading, format)
      let again = RosterReader.read([("again.\(format.rawValue)", first)], zones: Self.zone)
      #expect(
        again.diagnostics.worst != .error, "\(again.diagnostics.items.first?.message.en ?? "")")
      for other in Format.allCases {
        let (expected, found) = (try written(reading, other), try written(again, other))
        #expect(
          String(decoding: expected, as: UTF8.self) == String(decoding: found, as: UTF8.self),
          "\(format) to \(other)")
      }
    }
  }

  @Test("Random rosters survive every format and come back the same (seed 31)")
  func randomRosters() throws {
    var random = SplitMix(31)
    let names = [
      "Kari Lie", "Åse \"Ås\" Øye", "=1+1", "O'Brien; Pat", "Li, Mei Ling", "😀 Smil", "A\\B",
      "Nguyễn Thị Minh Khai av en svært lang slekt med mange navn og enda flere bindestreker",
    ]
    let codes = ["", "D", "N", "=x", "-5", "F,1", "a;b", "\"q\"", "æøå", "D+A"]
    for _ in 0..<40 {
      var builder = RosterBuilder(zone: .oslo)
      let date = CivilDate(days: 20_540 + Int32.random(in: 0..<10, using: &random))
      for (index, name) in names.enumerated() where Bool.random(using: &random) {
        let person = builder.person(
          Person(number: Bool.random(using: &random) ? "\(100 + index)" : "", name: name))
        var day = date
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          day = day + Int.random(in: 1...9, using: &random)
          let kind = ShiftKind.allCases.randomElement(using: &random) ?? .work
          let isWholeDay = !kind.isWork && Bool.random(using: &random)
          let opens =
            day.localMidnight + (isWholeDay ? 0 : Int64.random(in: 0..<86_400, using: &random))
          let length: Int64 =
            isWholeDay
            ? 86_400 * Int64.random(in: 1...9, using: &random)
            : kind.isWork
              ? Int64.random(in: 60...80_000, using: &random)
              : Int64.random(in: 0...80_000, using: &random)
          let zone = Zone.oslo
          let from = zone.resolve(CivilTime(localSeconds: opens)).instant
          let to =
            isWholeDay
            ? zone.resolve(CivilTime(localSeconds: opens + length)).instant
            : Instant(seconds: from.seconds + length)
          let seconds = (builder.seconds(from, on: day), builder.seconds(to, on: day))
          guard let start = seconds.0, let end = seconds.1 else { continue }
          builder.append(
            Shift(
              start: start, end: end, person: person,
              code: builder.code(codes.randomElement(using: &random) ?? "") ?? 0,
              unit: builder.unit(["", "Post 3", "=Øst, \"B\""].randomElement(using: &random) ?? "")
                ?? 0, kind: kind, flags: isWholeDay ? .allDay : [],
              unpaidBreak: kind.isWork && end - start > 7200
                ? UInt16.random(in: 0...45, using: &random) : 0), startingOn: day)
        }
      }
      guard let roster = builder.build() else { continue }
      // What the first writing says is what every later one must say.
      var text: [UInt8] = []
      ConvertJSON.write(roster, SourceMap(), asLines: true, into: &text)
      let reading = RosterReader.read([("a.json", text)])
      #expect(reading.diagnostics.worst != .error)
      #expect(reading.roster?.shifts.count == roster.shifts.count)
      let whole = RosterReader.read([("b.json", try written(reading, .ndjson))])
      try expectIdentity(whole, carriesDetails: false)
    }
  }

  @Test("Samples survive every format", arguments: ["turnus.csv", "netter.csv", "rotasjon.ics"])
  func samples(_ name: String) throws {
    let path = TestData.tests.deletingLastPathComponent().appending(path: "samples/\(name)")
    let reading = RosterReader.read([(name, Array(try Data(contentsOf: path)))], zones: Self.zone)
    try expectIdentity(reading, carriesDetails: name.hasSuffix("ics"))
  }

  @Test("Every calendar and roster of the conformance data survives every format")
  func conformance() throws {
    guard let path = ProcessInfo.processInfo.environment["FATIGUE_CONFORMANCE"] else {
      print("skipped: FATIGUE_CONFORMANCE is not set")
      return
    }
    let shared = URL(filePath: path)
    let isLong = ProcessInfo.processInfo.environment["FATIGUE_EXHAUSTIVE"] == "1"
    for folder in ["data/ics", "data/rosters"] {
      let paths = try FileManager.default.subpathsOfDirectory(
        atPath: shared.appending(path: folder).path)
      for path in paths.sorted() where path.hasSuffix(".ics") || path.hasSuffix(".csv") {
        let file = shared.appending(path: folder).appending(path: path)
        let bytes = Array(try Data(contentsOf: file))
        guard bytes.count < (isLong ? 60_000 : 20_000) else { continue }
        let reading = RosterReader.read(
          [(file.lastPathComponent, bytes)], options: ReadingOptions(zone: .oslo, year: 2026),
          zones: Self.zone)
        guard reading.roster != nil else { continue }
        try expectIdentity(reading, carriesDetails: file.pathExtension == "ics")
      }
    }
  }

  // MARK: JSON that is not as it should be

  @Test(
    "Faults are named at their place, and the rest is read",
    arguments: [
      ("{\"person\":\"A\",\"start\":\"2026-01-05T06:00:00Z\"}", "1:1 IN-503"),
      ("{\"person\":1,\"start\":\"x\",\"end\":\"y\"}", "1:11 IN-502"),
      ("{\"person\":\"A\",\"start\":\"2026-13-05\",\"end\":\"2026-01-06\"}", "1:23 IN-504"),
      ("{\"person\":\"A\",\"start\":\"2026-01-05T06:00\",\"end\":\"2026-01-06\"}", "1:23 IN-504"),
      (
        "{\"person\":\"A\",\"strat\":\"\",\"start\":\"2026-01-05\",\"end\":\"2026-01-06\"}",
        "1:15 IN-501"
      ),
      ("{\"person\":\"A\" \"start\"}", "1:15 IN-500"),
      (
        "{\"person\":\"A\",\"kind\":\"wrok\",\"start\":\"2026-01-05\",\"end\":\"2026-01-06\"}",
        "1:22 IN-0"
      ),
      ("{\"a\":" + String(repeating: "[", count: 200) + "1", "1:70 IN-500"),
      ("{\"person\":\"A", "1:13 IN-500"),
    ])
  func faults(_ line: String, _ expected: String) throws {
    let good =
      "{\"person\":\"B\",\"start\":\"2026-01-05T06:00:00Z\",\"end\":\"2026-01-05T14:00:00Z\"}"
    let reading = RosterReader.read([("x.ndjson", Array((line + "\n" + good + "\n").utf8))])
    let first = try #require(reading.diagnostics.items.min { $0.position < $1.position })
    let place = reading.sources.place(first.position)
    let found = "\(place?.line ?? 0):\(place?.column ?? 0) \(first.code.id)"
    #expect(found.hasPrefix(expected), "\(found)")
    #expect(reading.roster?.people.contains { $0.name == "B" } == true)
  }
}
