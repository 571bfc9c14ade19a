/// A name as rosters write it, and the staff number that may stand in it.
struct PersonText: Equatable {
  /// Given name first, single spaces, no control characters.
  var name: String
  /// From `Kari Nordmann (12345)`, else empty.
  var number = ""
  /// Characters that nobody sees were taken out of the name: marks of direction and of no width.
  var hadHidden = false

  /// Bytes of a name that are looked at. What a longer one ends with only tells it from others: some
  /// texts of combining marks cost the square of their length to compare.
  private static let longest = 2048

  init(_ text: String) {
    if Self.isPlain(text) {
      name = text
      return
    }
    var name = Self.cleaned(Self.bounded(text))
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex {
      let inside = name[name.index(after: open)...].dropLast()
      let number = Self.cleaned(String(inside))
      let before = Self.cleaned(String(name[..<open]))
      if Self.isNumber(number), !before.isEmpty {
        self.number = number
        name = before
      }
    }
    self.name = Self.givenNameFirst(name)
    hadHidden = Self.hasHidden(text)
  }

  /// Letters of western Europe, digits and signs with single spaces between them, which need no closer look:
  /// no comma, and nothing in parentheses.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count <= longest else { return false }
    var before = UInt8(ascii: " ")
    for i in bytes.indices {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: " "): if before == byte { return false }
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","): return false
      case 33...126: break
      // What follows it makes one of À–ÿ.
      case 0xC3: break
      case 0x80...0xBF: if before != 0xC3 { return false }
      default: return false
      }
      before = byte
    }
    return before != UInt8(ascii: " ")
  }

  /// Whether ``cleaned(_:)`` takes marks of direction or of no width out of a text.
  static func hasHidden(_ text: String) -> Bool {
    // They begin with E2, EF or F3 in UTF-8, as no letter of a European name does.
    guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xEF || $0 == 0xF3 }) else {
      return false
    }
    return text.unicodeScalars.contains { isHidden($0.value) }
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  private static func bounded(_ text: String) -> String {
    guard text.utf8.count > longest else { return text }
    let mark = BytesText.hexadecimal(SHA256.digest(of: Array(text.utf8)).prefix(4))
    return String(decoding: text.utf8.prefix(longest), as: UTF8.self) + " " + mark
  }

  /// `Nordmann, Kari` is `Kari Nordmann`.
  static func givenNameFirst(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return name }
    let (family, given) = (cleaned(String(parts[0])), cleaned(String(parts[1])))
    guard !family.isEmpty, !given.isEmpty else { return name }
    return "\(given) \(family)"
  }

  /// Letters, digits and hyphens with at least one digit.
  private static func isNumber(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return !text.isEmpty && text.utf8.count <= 24 && scalars.contains { ("0"..."9").contains($0) }
      && scalars.allSatisfy { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" }
  }

  /// Composed letters, single spaces, and no control or direction characters.
  static func cleaned(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = String.UnicodeScalarView()
    var blank = false
    for scalar in text.precomposed.unicodeScalars {
      switch scalar.value {
      case 32, 9, 10, 13, 0xA0, 0x2000...0x200A, 0x202F, 0x2028, 0x2029: blank = true
      case 0..<32, 0x7F...0x9F: break
      case let value where isHidden(value): break
      default:
        if blank, !result.isEmpty { result.append(" ") }
        blank = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension Person {
  /// The staff number, else the name, of somebody written as rosters write people: `Nordmann, Kari (123)`.
  public static func known(asWritten text: String) -> String {
    let read = PersonText(text)
    return read.number.isEmpty ? read.name : read.number
  }
}

extension [String: [Int]] {
  /// Those who are called so, by what everybody may be called in small letters.
  func found(_ text: String) -> [Int] {
    self[PersonText.cleaned(text).lowercased()] ?? self[Person.known(asWritten: text).lowercased()]
      ?? []
  }
}
