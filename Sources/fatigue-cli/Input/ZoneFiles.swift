import FatigueCore

/// The system's time zones, by name.
enum ZoneFiles {
  /// Zones built in, then those of the system.
  static let directory = ZoneDirectory(load: bytes(named:))

  private static let folder = "/usr/share/zoneinfo/"
  /// The largest zone is under 4 kB; anything near this is no zone.
  private static let largest = 1 << 20

  /// The bytes of a TZif file, nil when the name is no zone's or the system has no such file.
  static func bytes(named name: String) -> [UInt8]? {
    guard isName(name) else { return nil }
    do throws(SystemError) {
      let descriptor = try SystemIO.openForReading(folder + name)
      defer { try? SystemIO.close(descriptor) }
      return try SystemIO.readAll(descriptor, limit: largest)
    } catch {
      return nil
    }
  }

  /// Letters, digits and `_+-/`, so that no name leads out of the directory.
  static func isName(_ name: String) -> Bool {
    let allowed = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    return allowed && (1...100).contains(name.utf8.count) && !name.hasPrefix("/")
  }
}
