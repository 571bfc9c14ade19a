import Foundation
import Testing

@testable import fatigue_cli

/// Reference results of others, and what the program prints for the same input.
enum Vectors {
  typealias Row = [String: String]

  static let folder = Golden.package.appending(path: "Tests/Data/vectors")

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func table(_ name: String) throws -> [Row] {
    rows(try String(contentsOfFile: path(name), encoding: .utf8))
  }

  /// A table without quoted commas before its last column.
  static func rows(_ text: String) -> [Row] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  static func number(_ row: Row, _ column: String) throws -> Double {
    try #require(row[column].flatMap(Double.init), "\(column)")
  }

  /// Rows of `fatigue predict` by their time, in UTC.
  static func predict(_ arguments: [String]) throws -> [String: Row] {
    let run = try ProgramRun(["predict", "--no-config", "--zone", "UTC"] + arguments)
    #expect(run.status == .success, "\(run.errors)")
    return Dictionary(
      rows(run.output).map { ($0["time"] ?? "", $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The largest difference of each pair of columns; every reference row must be there.
  static func differences(
    _ reference: [Row], _ ours: [String: Row], _ columns: [(theirs: String, ours: String)]
  ) throws -> [Double] {
    var worst = [Double](repeating: 0, count: columns.count)
    for row in reference {
      let own = try #require(ours[(row["t"] ?? "") + ":00Z"], "\(row["t"] ?? "")")
      for (i, column) in columns.enumerated() {
        let difference = abs(try number(row, column.theirs) - number(own, column.ours))
        worst[i] = max(worst[i], difference)
      }
    }
    return worst
  }

  /// Days, hours and indices of a table through `predict --model rr446 --duties`.
  static func indices(_ name: String) throws -> [Row] {
    let run = try ProgramRun([
      "predict", "--no-config", "--model", "rr446", "--duties", path(name),
    ])
    #expect(run.status == .success, "\(run.errors)")
    return rows(run.output)
  }

  /// The only employee of a roster in `check --detail duties`.
  static func duties(_ roster: [(start: String, end: String)]) throws -> [[String: Any]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "roster.csv")
    let lines = roster.map { "A,\($0.start),\($0.end)" }
    try (["person,start,end"] + lines).joined(separator: "\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let run = try ProgramRun([
      "check", file.path, "--no-config", "--zone", "UTC", "-f", "json", "--detail", "duties",
      "--model", "ump", "--select", "MOD", "--exit-zero",
    ])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let people = try #require((object as? [String: Any])?["employees"] as? [[String: Any]])
    return try #require(people.first?["duties"] as? [[String: Any]])
  }
}

/// A member of a member, as a number.
func value(_ object: [String: Any], _ path: String...) throws -> Double {
  var current: Any = object
  for key in path { current = try #require((current as? [String: Any])?[key], "\(key)") }
  return try #require((current as? NSNumber)?.doubleValue)
}
