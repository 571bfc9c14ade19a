import Testing

@testable import FatigueCore

/// Malformed calendars: each problem is named where it stands, and nothing else is lost.
@Suite struct BadCalendarTests {
  struct Case: Decodable, CustomTestStringConvertible {
    struct Also: Decodable {
      var lineRange: [Int]?
      enum CodingKeys: String, CodingKey { case lineRange = "line_range" }
    }
    var file: String
    var severity: String
    /// The lines of which any is right.
    var range: ClosedRange<Int>
    var testDescription: String { file }

    enum CodingKeys: String, CodingKey { case file, severity, line, also }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      file = try values.decode(String.self, forKey: .file)
      severity = try values.decode(String.self, forKey: .severity)
      let line = try values.decode(Int.self, forKey: .line)
      let also = try? values.decode(Also.self, forKey: .also)
      range = also?.lineRange.map { $0[0]...$0[1] } ?? line...line
    }
  }

  static let cases: [Case] =
    ((try? TestData.json("bad/index.json", of: [Case].self)) ?? [])
    .filter { $0.file.hasPrefix("i") }

  @Test("The problem is found at its line", arguments: cases)
  func findsTheProblem(item: Case) throws {
    let bytes = try TestData.bytes("bad/\(item.file)")
    let reading = CalendarSupport.read(bytes, path: item.file)
    let severity: Severity = item.severity == "warn" ? .warning : .error
    #expect(reading.diagnostics.worst == severity)
    let found = reading.diagnostics.items.filter { $0.severity == severity }
      .compactMap { reading.sources.place($0.position)?.line }
    #expect(found.contains { item.range ~= $0 }, "\(reading.said)")
    // A file that is cut off has three places that say so.
    if !item.file.hasPrefix("i03") { #expect(found.allSatisfy { item.range ~= $0 }) }
  }

  @Test("The other events are read", arguments: cases.filter { $0.severity == "row" })
  func readsTheRest(item: Case) throws {
    let reading = CalendarSupport.read(try TestData.bytes("bad/\(item.file)"))
    #expect(reading.entries.count == 1)
  }

  @Test("There are cases to try")
  func hasCases() { #expect(Self.cases.count == 16) }
}
