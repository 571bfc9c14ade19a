import Foundation
import Testing

@testable import fatigue_cli

@Suite("Places in SARIF")
struct SARIFRegionTests {
  /// Marks, ends of line and signs that make bytes, characters and UTF-16 units differ.
  static let text =
    "\u{FEFF}Ansatt;Dato;Start;Slutt;Kode;Merknad\r\n"
    + ["02", "04", "06", "08", "10"].map {
      "\"Åse 😀\";2026-03-\($0);\"14:30\";22:15;A;\"to\r\nlinjer 😀\"\r\n"
        + "😀 <b>;2026-03-\($0);21:00;\"09:00\";=N;\"a;\"\"b\"\"\"\r\n"
    }.joined()
    + ["03", "05", "07", "09", "11"].map {
      "\"Åse 😀\";2026-03-\($0);06:30;\"15:15\";D;x\r\n"
    }.joined()

  /// The text of a region, by its own counting: lines end in CRLF, columns are UTF-16 units.
  private func text(at region: JSONValue) throws -> String {
    let lines = String(Self.text.dropFirst()).components(separatedBy: "\r\n").map {
      Array($0.utf16)
    }
    let numbers = ["startLine", "startColumn", "endLine", "endColumn"].map {
      Int(region[$0].number ?? 0)
    }
    try #require(numbers[0] == numbers[2] && numbers[0] > 0 && numbers[0] <= lines.count)
    let line = lines[numbers[0] - 1]
    try #require(numbers[1] < numbers[3] && numbers[3] <= line.count + 1)
    return String(decoding: line[(numbers[1] - 1)..<(numbers[3] - 1)], as: UTF16.self)
  }

  @Test(
    "Every region is a whole field of the file: the start that has to change, and the other's end")
  func regions() throws {
    let folder = try TestFolder(["turnus.csv": Self.text])
    let run = try ProgramRun([
      "check", folder.path("turnus.csv"), "-f", "sarif", "--names", "real", "--lenient",
    ])
    let results = try JSONValue(run.output)["runs"][0]["results"].items
    let starts: Set = ["\"14:30\"", "21:00", "06:30"]
    let ends: Set = ["22:15", "\"09:00\"", "\"15:15\""]
    var found: [Set<String>] = [[], []]
    for result in results {
      let primary = result["locations"][0]["physicalLocation"]["region"]
      // What is about the whole plan stands on its first line.
      if primary["startLine"].number == 1 { continue }
      found[0].insert(try text(at: primary))
      for related in result["relatedLocations"].items {
        found[1].insert(try text(at: related["physicalLocation"]["region"]))
      }
    }
    #expect(found[0] == starts && !found[1].isEmpty && found[1].isSubset(of: ends))
  }

  @Test("What is about the settings points at their file, in the order of all places")
  func settings() throws {
    let waiver = """
      [[waiver]]
      rule = "EVID-N3"
      reason = "x"
      agreed-by = "y"
      expires = 2026-12-31

      """
    let folder = try TestFolder(["august.csv": Self.text, "innstillinger.toml": waiver])
    let run = try ProgramRun([
      "check", folder.path("august.csv"), "-f", "sarif", "--lenient", "--config",
      folder.path("innstillinger.toml"),
    ])
    let results = try JSONValue(run.output)["runs"][0]["results"].items
    let unused = try #require(results.last)
    #expect(unused["ruleId"].text == "DATA-WAIVERUNUSED")
    let place = unused["locations"][0]["physicalLocation"]
    #expect(place["artifactLocation"]["uri"].text == "innstillinger.toml")
    #expect(place["region"]["startLine"].number == 2)
  }
}
