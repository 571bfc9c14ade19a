import Foundation

@testable import FatigueCore

/// A made-up roster that tests write in every layout.
struct MadeRoster {
  /// Everything a cell may hold, with what each code stands for.
  static let times: [String: String] = [
    "D": "07:30-15:30", "A": "15:00-22:30", "N": "22:15-07:45", "L2": "09:45-22:15",
  ]
  static let names = ["Kari Nordmann", "Øystein Ås", "Anne-Grethe Hansen"]

  var first: CivilDate
  /// By person and day.
  var cells: [[String]]

  var days: Int { cells[0].count }
  func date(_ day: Int) -> CivilDate { first + day }

  init(seed: UInt64, first: CivilDate, weeks: Int) {
    var random = SeededNumbers(seed: seed)
    let kinds = ["D", "D", "A", "N", "L2", "F1", "F2", "FE", "", "D/A", "FE/D", "D+N"]
    self.first = first
    cells = Self.names.map { _ in
      (0..<weeks * 7).map { _ in kinds[Int.random(in: 0..<kinds.count, using: &random)] }
    }
  }

  private func text(_ date: CivilDate, year: Bool) -> String {
    let (y, m, d) = date.components
    let short = String(format: "%02d.%02d", d, m)
    return year ? "\(short).\(y)" : short
  }

  // MARK: Layouts, as rows of fields

  /// One row for each shift.
  var list: [[String]] {
    var rows = [["Ansatt", "Dato", "Vaktkode", "Fra", "Til"]]
    for (person, row) in cells.enumerated() {
      for (day, cell) in row.enumerated() {
        for code in cell.split(whereSeparator: { "/+".contains($0) }).map(String.init) {
          let times = Self.times[code]?.split(separator: "-").map(String.init) ?? ["", ""]
          rows.append([Self.names[person], text(date(day), year: true), code] + times)
        }
      }
    }
    return rows
  }

  var legend: [[String]] {
    [[], ["Kode", "Start", "Slutt"]]
      + Self.times.sorted { $0.key < $1.key }.map { code, times in
        [code] + times.split(separator: "-").map(String.init)
      }
  }

  func matrix(year: Bool) -> [[String]] {
    var weeks = ["", ""]
    var header = ["Navn", "Stilling %"]
    for day in 0..<days {
      let date = date(day)
      weeks.append(date.weekday == 1 ? "Uke \(date.isoWeek.week)" : "")
      header.append(
        year
          ? text(date, year: true)
          : "\(DateText.weekday(date.weekday).nb) \(text(date, year: false))")
    }
    let rows = cells.enumerated().map { [Self.names[$0], "100"] + $1 + ["37,5"] }
    return [["Turnusplan post 3"], weeks, header + ["Timer"]] + rows
      + [["Sum", ""] + (0..<days).map { _ in "2" }] + legend
  }

  /// Days down and people across.
  var daysDown: [[String]] {
    [["Dato", "Dag"] + Self.names]
      + (0..<days).map { day in
        [text(date(day), year: true), DateText.longWeekday(date(day).weekday).nb]
          + cells.map { $0[day] }
      } + legend
  }

  private static let weekdays = ["Man", "Tir", "Ons", "Tor", "Fre", "Lør", "Søn"]

  /// A row for each week of each person.
  var weeks: [[String]] {
    var rows = [["Navn", "Uke"] + Self.weekdays]
    for (person, row) in cells.enumerated() {
      for week in 0..<days / 7 {
        let (year, number) = date(week * 7).isoWeek
        rows.append([Self.names[person], "Uke \(number) \(year)"] + row[week * 7..<week * 7 + 7])
      }
    }
    return rows + legend
  }

  /// A row for each person, all weeks beside each other.
  var basePlan: [[String]] {
    let header = ["Navn"] + (0..<days / 7).flatMap { _ in Self.weekdays }
    return [
      ["Gjelder fra", text(first, year: true)], ["Gjelder til", text(date(days - 1), year: true)],
      header,
    ]
      + cells.enumerated().map { [Self.names[$0]] + $1 } + legend
  }

  /// A week for each person that nobody leaves: lines with people who start on them.
  var lines: [[String]] {
    let header = ["Linje"] + (0..<days / 7).flatMap { _ in Self.weekdays }
    return [
      ["Gjelder fra", text(first, year: true)], ["Gjelder til", text(date(days - 1), year: true)],
      [], header,
    ]
      + cells.enumerated().map { ["\($0 + 1)"] + $1 }
      + [[], ["Ansatt", "Startlinje"]] + Self.names.enumerated().map { [$1, "\($0 + 1)"] } + legend
  }
}

/// Numbers that are the same on every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Ways to write a table as bytes.
enum TableText {
  static func bytes(
    _ rows: [[String]], delimiter: String, lineEnd: String, encoding: String
  ) -> [UInt8] {
    let text =
      rows.map { row in
        row.map { field in
          field.contains(delimiter) || field.contains("\"")
            ? "\"\(field.replacingOccurrences(of: "\"", with: "\"\""))\"" : field
        }.joined(separator: delimiter)
      }.joined(separator: lineEnd) + lineEnd
    switch encoding {
    case "UTF-8 (BOM)": return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case "UTF-16LE": return [0xFF, 0xFE] + Array(text.data(using: .utf16LittleEndian) ?? Data())
    case "UTF-16BE": return [0xFE, 0xFF] + Array(text.data(using: .utf16BigEndian) ?? Data())
    case "Windows-1252": return Array(text.data(using: .windowsCP1252) ?? Data())
    default: return Array(text.utf8)
    }
  }
}
