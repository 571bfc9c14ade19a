/// Content lines of iCalendar (RFC 5545): CRLF, folded between characters at 75 octets, texts escaped.
struct CalendarLines {
  var bytes: [UInt8] = []

  /// Octets of a line before it is folded.
  private static let longest = 75

  /// One content line as it stands.
  ///
  /// It is also folded inside `##`, and never before `:`: no line of the file is then a command to a
  /// build server that reads it in its log (`##word[` anywhere, `::word` at the beginning).
  mutating func line(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var length = 0
    for (index, scalar) in scalars.enumerated() {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let needed = encoded.count + (next == ":" && scalar != ":" ? 1 : 0)
      let isCommand = scalar == "#" && index > 0 && scalars[index - 1] == "#"
      if length + needed > Self.longest || isCommand {
        bytes += [13, 10, 32]
        length = 1
      }
      bytes += encoded
      length += encoded.count
    }
    bytes += [13, 10]
  }

  /// Whether a text may hold a character: all but the control characters other than breaks and tabs.
  static func holds(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar.value >= 32 && scalar.value != 127
  }

  /// A property of type TEXT. What it may not hold is left out.
  mutating func property(_ name: String, _ value: String) {
    var text = name + ":"
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case ";": text += "\\;"
      case ",": text += "\\,"
      case "\n": text += "\\n"
      case "\t": text += "\t"
      case _ where !Self.holds(scalar): break
      default: text.unicodeScalars.append(scalar)
      }
    }
    line(text)
  }

  /// `20260329T021500` of the clock time.
  static func local(_ civil: CivilTime) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let second = civil.secondOfDay
    return civil.date.iso.filter { $0 != "-" } + "T"
      + two(second / 3600) + two(second / 60 % 60) + two(second % 60)
  }

  /// `20260329T011500Z`
  static func utc(_ instant: Instant) -> String { local(Zone.utc.civil(instant)) + "Z" }
}
