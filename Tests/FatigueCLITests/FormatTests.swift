import FatigueCore
import Foundation
import Testing

@testable import fatigue_cli

@Suite("Formats that other programs read")
struct FormatTests {
  static let roster = Golden.package.appending(path: "samples/turnus.csv").path

  static func output(_ format: String, _ arguments: [String] = []) throws -> String {
    try ProgramRun(["check", roster, "-f", format] + arguments).output
  }

  @Test("One thread and many give the same bytes", arguments: FormatBook.all.map(\.name))
  func sameBytesForAnyNumberOfThreads(format: String) throws {
    let outputs = try ["1", "2", "7"].map { try Self.output(format, ["--jobs", $0]) }
    #expect(!outputs[0].isEmpty && Set(outputs).count == 1)
  }

  @Test("No name leaves the machine unasked", arguments: FormatBook.all.map(\.name))
  func pseudonymsByDefault(format: String) throws {
    for lang in ["nb", "en"] {
      let output = try Self.output(format, ["--lang", lang])
      #expect(!output.contains("Jacobsen") && !output.contains("100104"))
    }
  }

  @Test("The digest of an input is that of the file as it lies on the disk, whatever its encoding")
  func digests() throws {
    let folder = try TestFolder([
      "bom.csv": "\u{FEFF}ansatt;start;slutt\r\nKari;2026-03-02 08:00;2026-03-02 15:30\r\n"
    ])
    // By sha256sum.
    let bom = try JSONValue(
      ProgramRun(["check", folder.path("bom.csv"), "-f", "json", "--no-config"]).output)
    #expect(
      bom["inputs"][0]["sha256"].text
        == "626f766565214df738140aa7f474e380e66ff187353067c00e6461bf0c23b40f")
    var latin = Data("ansatt;start;slutt\n".utf8)
    latin.append(0xC5)
    latin.append(Data("se;2026-03-02 08:00;2026-03-02 15:30\n".utf8))
    try latin.write(to: URL(filePath: folder.path("latin.csv")))
    let other = try JSONValue(
      ProgramRun(["check", folder.path("latin.csv"), "-f", "json", "--no-config"]).output)
    #expect(
      other["inputs"][0]["sha256"].text
        == "8de376f562c49e90aa854e1a55a50d8da22db4d5bc7591cd1ec24da883565b72")
  }

  @Test("A stream has what the document has, in its order")
  func eventsAreTheDocument() throws {
    let document = try JSONValue(Self.output("json"))
    let lines = try Self.output("ndjson").split(separator: "\n").map { try JSONValue(String($0)) }
    #expect(lines.first?["type"].text == "run" && lines.last?["type"].text == "summary")
    for (type, list) in [("employee", "employees"), ("finding", "findings")] {
      let events = lines.filter { $0["type"].text == type }
      let key = type == "employee" ? "id" : "fingerprint"
      #expect(events.map { $0[key].text } == document[list].items.map { $0[key].text })
    }
    #expect(lines.last?["findings"].object == document["summary"]["findings"].object)
  }
}

/// A JSON value as Foundation reads it.
struct JSONValue {
  let value: Any?

  init(_ text: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
  }
  private init(value: Any?) { self.value = value }

  subscript(key: String) -> JSONValue { JSONValue(value: (value as? [String: Any])?[key]) }
  subscript(index: Int) -> JSONValue { items[index] }
  var text: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var bool: Bool? { value as? Bool }
  var items: [JSONValue] { (value as? [Any] ?? []).map { JSONValue(value: $0) } }
  var object: NSDictionary? { value as? NSDictionary }
}
