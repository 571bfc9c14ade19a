import Foundation

@testable import FatigueCore

extension TestData {
  /// The objects of a file of JSON lines.
  static func lines<Item: Decodable>(_ path: String, of type: Item.Type) throws -> [Item] {
    try text(path).split(separator: "\n").map {
      try JSONDecoder().decode(type, from: Data($0.utf8))
    }
  }

  static func json<Item: Decodable>(_ path: String, of type: Item.Type) throws -> Item {
    try JSONDecoder().decode(type, from: Data(try bytes(path)))
  }
}

extension RosterReader {
  /// Reads one text, with the zones that the tests use.
  static func read(
    _ text: String, options: ReadingOptions = ReadingOptions(), path: String = "turnus.csv"
  ) -> RosterReading {
    read(bytes: Array(text.utf8), options: options, path: path)
  }

  static func read(
    bytes: [UInt8], options: ReadingOptions = ReadingOptions(), path: String = "turnus.csv"
  ) -> RosterReading {
    read([(path, bytes)], options: options) { name in
      switch name {
      case "Europe/Oslo": .oslo
      case "UTC": .utc
      case "Europe/London": Zone(name: name, rules: .europeanUnion(standard: 0))
      default: nil
      }
    }
  }
}

extension RosterReading {
  /// Diagnostics worth more than a note as `line:column severity id`.
  var said: [String] {
    diagnostics.items.filter { $0.severity > .note }.map { item in
      let place = sources.place(item.position).map { "\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(item.severity.rawValue) \(item.code.id)"
    }
  }

  /// Every entry as `person kind code start end`, local times.
  var entries: [String] {
    guard let roster else { return [] }
    return roster.people.indices.flatMap { person in
      roster.shifts[roster.slices[person]].map { shift in
        let (start, end) = (roster.civil(shift.start), roster.civil(shift.end))
        func text(_ time: CivilTime) -> String {
          shift.flags.contains(.allDay)
            ? time.date.iso
            : "\(time.date.iso)T\(ClockTime(secondOfDay: time.secondOfDay).text)"
        }
        return "\(roster.people[person].name) \(shift.kind.name) "
          + "\(roster.codes[Int(shift.code)]) \(text(start)) \(text(end))"
      }
    }
  }
}
