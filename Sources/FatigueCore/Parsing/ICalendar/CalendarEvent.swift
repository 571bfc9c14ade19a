/// A VEVENT as read, before zones are applied and series expanded.
struct CalendarEvent {
  enum End: Equatable {
    /// Neither DTEND nor DURATION.
    case none
    case time(CalendarTime)
    case duration(CalendarDuration)
  }

  /// Offsets of lines in the file.
  var begin: UInt32
  var startLine: UInt32 = 0
  var endLine: UInt32 = 0
  /// Index of the UID, nil without one.
  var uid: Int32 = -1
  /// Index in the summaries; −1 without one.
  var summary: Int32 = -1
  /// Indices in the names of people; −1 without one.
  var attendee: Int32 = -1
  var category: Int32 = -1
  var organizer: Int32 = -1
  var number: Int32 = -1
  var start: CalendarTime?
  var end = End.none
  var sequence: Int32 = 0
  var isCancelled = false
  var isTransparent = false
  /// Something in it could not be read that it cannot do without.
  var isBroken = false
  /// Index in what `convert` wrote, −1 for an event of another program.
  var own: Int32 = -1
  /// Index in the recurrences, −1 for a single event.
  var recurrence: Int32 = -1
}

/// What makes an event more than one occurrence, or another event's occurrence.
struct EventRecurrence {
  struct Rule {
    var rule: RecurrenceRule
    var line: UInt32
  }
  struct Date {
    var time: CalendarTime
    /// From a PERIOD.
    var end = CalendarEvent.End.none
    var line: UInt32
  }

  var rules: [Rule] = []
  var exceptionRules: [Rule] = []
  var dates: [Date] = []
  var exceptions: [Date] = []
  /// RECURRENCE-ID.
  var replaced: CalendarTime?
  /// RANGE=THISANDFUTURE.
  var isFromHereOn = false

  var isSeries: Bool { !rules.isEmpty || !dates.isEmpty }
}

/// What the title of an event says, worked out once for each title.
struct EventTitle {
  var text: String
  /// The code as wards write it: `D1` of `D1 - Kari Nordmann`, `A` of `Kveldsvakt (A)`.
  var code: String
  /// Index of the code in the roster.
  var codeIndex: UInt16 = 0
  /// Of a whole-day event, nil when the words say nothing of it.
  var wholeDay: ShiftKind?
  /// Of an event with times, nil for work.
  var timed: ShiftKind?
  /// Who works, after ` - `, if that looks like a name.
  var person: String?
  /// Characters that nobody sees were taken out.
  let hadHidden: Bool

  init(_ text: String) {
    hadHidden = PersonText.hasHidden(text)
    let text = PersonText.cleaned(text)
    self.text = text
    var head = text
    if let (first, tail) = Self.parted(text) {
      head = first
      if Self.looksLikeName(tail) { person = tail }
    }
    let meaning = DayCodes.meaning(of: head)
    let firstWord = Self.firstWord(head)
    code = Self.code(head, firstWord, isKnown: meaning != nil)
    if let whole = meaning ?? DayCodes.meaning(of: code) {
      (wholeDay, timed) = (whole.wholeDay, whole.timed)
    } else {
      wholeDay = KindWords.kind(of: head)
      timed = wholeDay ?? KindWords.kind(of: firstWord)
    }
    if timed == .work { timed = nil }
    if let kind = wholeDay, kind.isWork { wholeDay = nil }
  }

  /// What stands before and after the first dash with blanks around it; a hyphen counts before longer dashes.
  private static func parted(_ text: String) -> (head: String, tail: String)? {
    let bytes = Array(text.utf8)
    for dash in [" - ", " – ", " — "].map({ Array($0.utf8) }) {
      var at = 0
      while at + dash.count <= bytes.count {
        if bytes[at] == 32, bytes[at..<at + dash.count].elementsEqual(dash) {
          return (
            String(decoding: bytes[..<at], as: UTF8.self),
            String(decoding: bytes[(at + dash.count)...], as: UTF8.self)
          )
        }
        at += 1
      }
    }
    return nil
  }

  /// Letters in parentheses at the end, else a phrase that is known whole, else the first word.
  private static func code(_ text: String, _ firstWord: String, isKnown: Bool) -> String {
    if text.hasSuffix(")"), let open = text.lastIndex(of: "(") {
      let inside = String(text[text.index(after: open)...].dropLast())
      if (1...5).contains(inside.utf8.count), inside == inside.uppercased(),
        inside.first?.isLetter == true, !inside.contains(" ")
      {
        return inside
      }
    }
    return text.hasPrefix("(") || isKnown ? String(text.prefix(40)) : firstWord
  }

  private static func firstWord(_ text: String) -> String {
    String(text.prefix { $0 != " " && $0 != "," && $0 != ":" && $0 != ";" }.prefix(40))
  }

  /// Two to five words that begin with capitals and have no digits.
  static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," })
    return (2...5).contains(words.count) && text.utf8.count <= 120
      && words.allSatisfy { $0.first?.isUppercase == true }
      && !text.contains(where: { $0.isNumber || $0 == ":" || $0 == "/" })
      && words.allSatisfy { $0.count > 1 && $0.contains(where: \.isLowercase) || $0.count <= 2 }
  }
}
