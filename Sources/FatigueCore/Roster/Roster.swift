/// A person in a roster.
public struct Person: Hashable, Sendable {
  /// Staff number, empty when the input has none.
  public var number: String
  /// Given name first; the staff number when the input has no name.
  public var name: String

  public init(number: String, name: String) {
    self.number = number
    self.name = name
  }

  /// What identifies the person, also in pseudonyms: the staff number, else the name.
  public var key: String { number.isEmpty ? name : number }
}

/// Everybody's shifts: one array, grouped by person, each person's sorted by start.
public struct Roster: Sendable {
  /// Local midnight of the first date; a shift's times count from here.
  public var origin: Instant
  /// The zone in which local times are read and shown.
  public var zone: Zone
  /// In the order in which they were first met.
  public var people: [Person]
  public var shifts: [Shift]
  /// For each person the place of the shifts in ``shifts``.
  public var slices: [Range<Int>]
  /// Shift codes as written; the first is empty.
  public var codes: [String]
  /// Units as written; the first is empty.
  public var units: [String]
  /// First and last date on which an entry starts: what is assessed.
  public var firstDate: CivilDate
  public var lastDate: CivilDate
  /// What is known of the time around those dates; nil when nothing is.
  public var surroundings: Surroundings?
  /// What a normalised file says its rows come from, by position of the start field.
  public var carriedSources: ByPosition<String>
  /// Title and identifier of calendar entries, by position of the start field.
  public var details: ByPosition<EntryDetails>
  /// Entries that repeat another one and were taken out, by person, then start.
  public internal(set) var repeats: [Shift] = []

  public init(
    origin: Instant, zone: Zone, people: [Person], shifts: [Shift], slices: [Range<Int>],
    codes: [String], units: [String], firstDate: CivilDate, lastDate: CivilDate,
    carriedSources: ByPosition<String> = ByPosition(),
    details: ByPosition<EntryDetails> = ByPosition()
  ) {
    self.origin = origin
    self.zone = zone
    self.people = people
    self.shifts = shifts
    self.slices = slices
    self.codes = codes
    self.units = units
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.carriedSources = carriedSources
    self.details = details
  }

  /// A roster of nobody, for reports about what could not be read. Its dates mean nothing.
  public init(nothingIn zone: Zone) {
    let date = CivilDate(days: 0)
    self.init(
      origin: Instant(seconds: 0), zone: zone, people: [], shifts: [], slices: [], codes: [""],
      units: [""], firstDate: date, lastDate: date)
  }

  /// The entries of a person that were taken out because they repeat another one.
  func repeats(of person: Int) -> [Shift] {
    if repeats.isEmpty { return [] }
    func first(_ person: Int) -> Int {
      var (low, high) = (0, repeats.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(repeats[middle].person) < person { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return Array(repeats[first(person)..<first(person + 1)])
  }

  public func instant(_ seconds: Int32) -> Instant {
    Instant(seconds: origin.seconds + Int64(seconds))
  }

  public func civil(_ seconds: Int32) -> CivilTime { zone.civil(instant(seconds)) }

  /// Local midnight of a date, in seconds from ``origin``.
  public func midnight(_ date: CivilDate) -> Int32 {
    Int32(clamping: zone.resolve(CivilTime(date)).instant.seconds - origin.seconds)
  }
}
