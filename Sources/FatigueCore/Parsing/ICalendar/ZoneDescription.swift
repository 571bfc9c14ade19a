/// A VTIMEZONE: the zone as the file itself describes it (RFC 5545, 3.6.5).
struct ZoneDescription: Equatable {
  /// A STANDARD or DAYLIGHT part: one offset and when it begins.
  struct Observance: Equatable {
    /// Wall-clock seconds by the offset before.
    var start: Int64?
    var offsetBefore: Int32?
    var offset: Int32?
    var rules: [RecurrenceRule] = []
    var dates: [Int64] = []
  }

  var name = ""
  var observances: [Observance] = []

  /// Parts and dates that one zone may have; real ones have under 300.
  static let mostParts = 2000
  /// Changes of one part: a yearly rule from 1601, as Outlook writes it, has 600.
  private static let mostChanges = 2000
  /// Rules are followed to the year 2200, the last that a roster may have.
  private static let horizon: Int64 = 7_258_118_400

  /// The changes of offset.
  ///
  /// - Parameter budget: Changes, and days looked at for them, that may still be made for the file; less afterwards.
  /// - Returns: nil when no part says when and what, or the budget is spent.
  func table(budget: inout Int) -> ZoneTable? {
    var changes: [(at: Int64, before: Int32, offset: Int32)] = []
    for observance in observances {
      guard let start = observance.start, let before = observance.offsetBefore,
        let offset = observance.offset
      else { continue }
      for local in onsets(observance, start, before, &budget) {
        changes.append((local - Int64(before), before, offset))
      }
      guard changes.count <= budget else {
        budget = 0
        return nil
      }
    }
    budget -= changes.count
    guard let first = changes.min(by: { $0.at < $1.at }) else { return nil }
    changes.sort { $0.at < $1.at }
    var table = ZoneTable(changes: [], offsets: [first.before])
    for change in changes {
      if table.changes.last == change.at {
        table.offsets[table.offsets.count - 1] = change.offset
      } else {
        table.changes.append(change.at)
        table.offsets.append(change.offset)
      }
    }
    return table
  }

  private func onsets(
    _ observance: Observance, _ start: Int64, _ before: Int32, _ budget: inout Int
  ) -> [Int64] {
    var onsets = [start] + observance.dates
    for rule in observance.rules {
      var horizon = Self.horizon
      if let until = rule.until {
        let local = until.form == .utc ? until.local + Int64(before) : until.local
        horizon = min(horizon, until.form == .date ? local + 86_399 : local)
      }
      var walk = RecurrenceIterator(
        rule, start: start, horizon: horizon, mostSteps: min(200_000, max(0, budget)))
      var made = 0
      while made < Self.mostChanges, let next = walk.nextTime() {
        onsets.append(next)
        made += 1
      }
      // A yearly change takes some forty.
      budget -= walk.steps / 8
    }
    return onsets
  }
}

/// Finds the zones that a calendar names.
struct CalendarZones {
  private let zones: @Sendable (String) -> Zone?
  /// What the file describes, by name.
  var descriptions: [String: ZoneDescription] = [:]
  private var found: [String: Zone?] = [:]
  private var budget = 1_000_000
  /// What was last made of a description by that name: calendars joined to one file repeat theirs.
  private var made: [String: (of: ZoneDescription, zone: Zone?)] = [:]

  init(zones: @escaping @Sendable (String) -> Zone?) { self.zones = zones }

  /// A zone of the database or of Windows first, then the file's own (`spec/data.md` 4.2).
  mutating func zone(_ name: String) -> Zone? {
    if let known = found[name] { return known }
    let zone = Self.known(name, zones) ?? described(name)
    found[name] = .some(zone)
    return zone
  }

  /// Forgets what was found, for a new calendar with its own descriptions.
  mutating func startCalendar() {
    descriptions.removeAll()
    found.removeAll()
  }

  /// A zone by its own name, its Windows name, or what follows a vendor's path.
  static func known(_ name: String, _ zones: (String) -> Zone?) -> Zone? {
    let name = PersonText.cleaned(name)
    guard (1...255).contains(name.utf8.count) else { return nil }
    if !name.hasPrefix("/"), let zone = zones(name) { return zone }
    if let standard = WindowsZones.standardName(name) { return zones(standard) }
    guard name.contains("/") else { return nil }
    // `/vendor.org/20250101_1/America/Argentina/Ushuaia`: the longest ending that is a name.
    let parts = name.split(separator: "/")
    for count in stride(from: min(3, parts.count), through: 2, by: -1) {
      if let zone = zones(parts.suffix(count).joined(separator: "/")) { return zone }
    }
    return name.hasPrefix("/") ? parts.last.flatMap { zones(String($0)) } : nil
  }

  private mutating func described(_ name: String) -> Zone? {
    guard let description = descriptions[name] else { return nil }
    if let known = made[name], known.of == description { return known.zone }
    let zone = description.table(budget: &budget).map { Zone(name: name, rules: .table($0)) }
    made[name] = (description, zone)
    return zone
  }
}
