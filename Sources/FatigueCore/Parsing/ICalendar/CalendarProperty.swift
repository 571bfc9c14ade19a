/// The properties that a calendar is read for, by their names (RFC 5545, section 3.8), and those that stand in nearly
/// every event and are passed over. Names in `X-` are those that other programs write, in `X-FATIGUE-` those of
/// `convert`.
enum CalendarProperty: String, CaseIterable {
  case begin = "BEGIN"
  case end = "END"
  case start = "DTSTART"
  case finish = "DTEND"
  case duration = "DURATION"
  case summary = "SUMMARY"
  case identifier = "UID"
  case rule = "RRULE"
  case exceptionRule = "EXRULE"
  case dates = "RDATE"
  case exceptions = "EXDATE"
  case replaced = "RECURRENCE-ID"
  case sequence = "SEQUENCE"
  case status = "STATUS"
  case transparency = "TRANSP"
  case attendee = "ATTENDEE"
  case organizer = "ORGANIZER"
  case categories = "CATEGORIES"
  case employee = "X-EMPLOYEE-ID"
  case method = "METHOD"
  case calendarName = "X-WR-CALNAME"
  case calendarZone = "X-WR-TIMEZONE"
  case zone = "TZID"
  case offsetTo = "TZOFFSETTO"
  case offsetFrom = "TZOFFSETFROM"
  case ownKind = "X-FATIGUE-KIND"
  case ownPerson = "X-FATIGUE-PERSON"
  case ownNumber = "X-FATIGUE-PERSON-ID"
  case ownCode = "X-FATIGUE-CODE"
  case ownUnit = "X-FATIGUE-UNIT"
  case ownTags = "X-FATIGUE-TAGS"
  case ownSummary = "X-FATIGUE-SUMMARY"
  case ownIdentifier = "X-FATIGUE-UID"
  case ownSource = "X-FATIGUE-SOURCE"
  // Passed over.
  case stamp = "DTSTAMP"
  case created = "CREATED"
  case modified = "LAST-MODIFIED"
  case description = "DESCRIPTION"
  case location = "LOCATION"

  /// All of them by name; whoever looks up many keeps it.
  static let names = Names()

  /// The property of this name, capital or small; nil for one that is not used.
  static func named(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Self? {
    name.count <= Key.longest ? names.property(Key(bytes, name)) : nil
  }

  /// A property whose name stands at the start of a line, and where the name ends.
  struct Opening {
    var property: CalendarProperty
    var end: Int
  }

  /// A name as three numbers, capital letters made small, and its length, since what follows it may be NULs.
  fileprivate struct Key: Equatable {
    static let longest = 24
    var (first, second, third): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var count: Int

    /// The name that begins here; no property has one as long as there is room for.
    @inline(__always)
    init(_ bytes: Span<UInt8>, at start: Int) {
      (first, count) = ByteWords.name(ByteWords.load(bytes, start))
      if count < 8 { return }
      var more: Int
      (second, more) = ByteWords.name(ByteWords.load(bytes, start + 8))
      count += more
      if more < 8 { return }
      (third, more) = ByteWords.name(ByteWords.load(bytes, start + 16))
      count += more
    }

    init(_ bytes: Span<UInt8>, _ name: Range<Int>) {
      first = ByteWords.small(bytes, name.prefix(8))
      second = name.count > 8 ? ByteWords.small(bytes, name.dropFirst(8).prefix(8)) : 0
      third = name.count > 16 ? ByteWords.small(bytes, name.dropFirst(16)) : 0
      count = name.count
    }

    /// A place in a table of 2⁷.
    var slot: Int {
      let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15 ^ third &* 0xC2B2_AE3D_27D4_EB4F)
      return Int(truncatingIfNeeded: (mixed &* 0xD6E8_FEB8_6659_FD93) >> 57)
    }
  }

  struct Names {
    private var slots = [(key: Key, property: CalendarProperty)?](repeating: nil, count: 128)

    fileprivate init() {
      for property in CalendarProperty.allCases {
        let name = Array(property.rawValue.utf8)
        let key = Key(name.span, name.indices)
        var slot = key.slot
        while slots[slot] != nil { slot = (slot + 1) & 127 }
        slots[slot] = (key, property)
      }
    }

    /// The property whose name begins here and ends at a `:` or `;`. No line end is part of a name, so that the line
    /// need not be cut out first.
    ///
    /// - Returns: nil for a name that is not used, and near the end of the bytes, where
    ///   ``CalendarProperty/named(_:_:)`` is to be asked.
    @inline(__always)
    func opening(_ bytes: Span<UInt8>, at start: Int) -> Opening? {
      guard bytes.count - start >= Key.longest else { return nil }
      let key = Key(bytes, at: start)
      return property(key).map { Opening(property: $0, end: start + key.count) }
    }

    fileprivate func property(_ key: Key) -> CalendarProperty? {
      var slot = key.slot
      while let (other, property) = slots[slot] {
        if other == key { return property }
        slot = (slot + 1) & 127
      }
      return nil
    }
  }
}
