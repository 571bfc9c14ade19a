import Foundation

@testable import FatigueCore

/// Reading calendars the way the program does, and judging them by their expected files.
enum CalendarSupport {
  /// Zones built in, then those of the system.
  static let zones: @Sendable (String) -> Zone? = { name in
    let directory = ZoneDirectory { name in
      (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/" + name))).map(Array.init)
    }
    return try? directory.zone(named: name)
  }

  static func read(
    _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions(), path: String = "vakter.ics"
  ) -> RosterReading {
    RosterReader.read([(path, bytes)], options: options, zones: zones)
  }

  /// Reads events written as lines, inside a calendar.
  static func read(
    events: String, _ options: ReadingOptions = ReadingOptions(), header: String = ""
  ) -> RosterReading {
    read(Array("BEGIN:VCALENDAR\n\(header)\(events)\nEND:VCALENDAR\n".utf8), options)
  }

  struct Occurrence: Hashable, CustomStringConvertible {
    var start: String
    var end: String
    var uid: String
    var description: String { "\(start) \(end) \(uid)" }
  }

  struct Expected: Decodable {
    struct Window: Decodable {
      var from: String
      var to: String
    }
    struct Entry: Decodable {
      var start: String
      var end: String
      var uid: String?
    }
    struct Alternative: Decodable {
      var policy: String
      var remove: [[String?]]
      var add: [[String?]]
    }
    struct Problem: Decodable {
      var code: String
      var line: Int?
      var severity: String
    }
    var window: Window
    var occurrences: [Entry]
    var alternatives: [Alternative]
    var problems: [Problem]
  }

  /// The occurrences that overlap a window, counted.
  static func occurrences(_ reading: RosterReading, _ window: Expected.Window) -> [Occurrence: Int]
  {
    var found: [Occurrence: Int] = [:]
    guard let whole = reading.roster else { return found }
    let roster = whole.keeping(from: instant(window.from), to: instant(window.to))
    for shift in roster.shifts {
      let times = [shift.start, shift.end].map { seconds in
        shift.flags.contains(.allDay)
          ? roster.civil(seconds).date.iso : TimeText.utc(roster.instant(seconds))
      }
      let uid = roster.details[shift.startField]?.uid ?? ""
      found[Occurrence(start: times[0], end: times[1], uid: uid), default: 0] += 1
    }
    return found
  }

  static func instant(_ text: String) -> Instant {
    let date = ISO8601DateFormatter().date(from: text) ?? .distantPast
    return Instant(seconds: Int64(date.timeIntervalSince1970))
  }

  /// The policies that explain what was found: none for the strict answer, nil when nothing does.
  static func policies(_ found: [Occurrence: Int], _ expected: Expected) -> [String]? {
    var strict: [Occurrence: Int] = [:]
    for entry in expected.occurrences {
      let key = Occurrence(start: entry.start, end: entry.end, uid: entry.uid ?? "")
      strict[key, default: 0] += 1
    }
    for choice in 0..<(1 << expected.alternatives.count) {
      var wanted = strict
      var names: [String] = []
      for (index, alternative) in expected.alternatives.enumerated()
      where choice & 1 << index != 0 {
        names.append(alternative.policy)
        for (list, sign) in [(alternative.remove, -1), (alternative.add, 1)] {
          for item in list {
            let key = Occurrence(
              start: item[0] ?? "", end: item[1] ?? "", uid: (item.count > 2 ? item[2] : nil) ?? "")
            wanted[key, default: 0] += sign
            if wanted[key] == 0 { wanted[key] = nil }
          }
        }
      }
      if wanted == found { return names }
    }
    return nil
  }

  /// Reads a calendar in the window of its expected file.
  static func judge(
    _ bytes: [UInt8], _ expected: Expected, path: String
  ) -> (reading: RosterReading, policies: [String]?, found: [Occurrence: Int]) {
    var options = ReadingOptions()
    options.from = instant(expected.window.from)
    options.to = instant(expected.window.to)
    let reading = read(bytes, options, path: path)
    let found = occurrences(reading, expected.window)
    return (reading, policies(found, expected), found)
  }

  /// A folder of data that is not in the repository, from the environment.
  static func conformance(_ folder: String) -> URL? {
    ProcessInfo.processInfo.environment["FATIGUE_CONFORMANCE"].map {
      URL(filePath: $0).appending(path: "data").appending(path: folder)
    }
  }
}
