/// People of a roster whose names are so alike that they may be one person.
public enum SimilarNames {
  /// Two people, as indices in ``Roster/people``, the one met first before the other.
  public struct Pair: Hashable, Sendable {
    public var first: Int
    public var second: Int
    /// One letter differs; otherwise only capitals, accents, signs or the order of the words.
    public var byLetter: Bool
  }

  /// Pairs that are told.
  static let most = 200
  /// People with the same initials that are compared with each other.
  private static let mostAlike = 200
  /// Letters of a name, below which one letter makes another name. `Assumed:`
  private static let shortest = 8

  /// Every pair once, by the second person.
  ///
  /// Two staff numbers are two people. Names that differ by a letter are told only of people who are
  /// never at work at once: `Assumed:` to be less often a slip than two people.
  public static func pairs(in roster: Roster) -> [Pair] {
    areCertainlyApart(roster.people) ? [] : pairsLookedAt(in: roster)
  }

  /// The same without a quick look.
  static func pairsLookedAt(in roster: Roster) -> [Pair] {
    var found: [Pair] = []
    var first: [String: Int] = [:]
    var byInitials: [String: [(person: Int, words: [[UInt8]])]] = [:]
    for (index, person) in roster.people.enumerated() where !roster.slices[index].isEmpty {
      guard found.count < most else { break }
      let words = words(of: person.name)
      let key = words.sorted().joined(separator: " ")
      guard !key.isEmpty else { continue }
      if let other = first[key] {
        if mayBeOne(roster.people[other], person), roster.people[other].name != person.name {
          found.append(Pair(first: other, second: index, byLetter: false))
        }
        continue
      }
      first[key] = index
      guard words.count >= 2, key.utf8.count >= shortest,
        !key.utf8.contains(where: { (48...57).contains($0) })
      else { continue }
      let initials = words.map { String($0.prefix(1)) }.joined()
      let bytes = words.map { Array($0.utf8) }
      for other in byInitials[initials, default: []]
      where differByLetter(bytes, other.words) && mayBeOne(roster.people[other.person], person)
        && !workAtOnce(other.person, index, roster)
      {
        found.append(Pair(first: other.person, second: index, byLetter: true))
        break
      }
      if byInitials[initials, default: []].count < mostAlike {
        byInitials[initials, default: []].append((index, bytes))
      }
    }
    return found
  }

  /// A quick look: all names are short numbers such as `E00017`, no two of them the same in small letters.
  /// Names with a digit are only told where they are one word for word.
  static func areCertainlyApart(_ people: [Person]) -> Bool {
    var numbers: [UInt64] = []
    numbers.reserveCapacity(people.count)
    for person in people {
      guard let number = shortNumber(person.name) else { return false }
      numbers.append(number)
    }
    numbers.sort()
    for i in numbers.indices.dropFirst() where numbers[i] == numbers[i - 1] { return false }
    return true
  }

  /// Those that may be left out beside each other.
  private static let vowels = Array("aoe".utf8)

  /// A name of up to eight digits and letters in small letters; nil for one without a digit, and for one with
  /// letters that ``words(of:)`` may leave out.
  private static func shortNumber(_ name: String) -> UInt64? {
    guard (1...8).contains(name.utf8.count) else { return nil }
    var (number, before, hasDigit) = (UInt64(0), UInt8(0), false)
    for byte in name.utf8 {
      let letter = byte | 32
      if byte &- 48 < 10 {
        (number, before, hasDigit) = (number << 8 | UInt64(byte), 0, true)
        continue
      }
      guard letter &- 97 < 26 else { return nil }
      let isVowel = vowels.contains(letter)
      if isVowel, before != 0 { return nil }
      (number, before) = (number << 8 | UInt64(letter), isVowel ? letter : 0)
    }
    return hasDigit ? number : nil
  }

  private static func mayBeOne(_ a: Person, _ b: Person) -> Bool {
    a.number.isEmpty || b.number.isEmpty || a.number == b.number
  }

  // MARK: Names

  /// The words of a name in plain small letters: `Anne-Åse` is `anne` and `ase`.
  static func words(of name: String) -> [String] {
    if name.utf8.count <= mostLetters, let words = wordsOfPlainLetters(name) { return words }
    var text = ""
    for scalar in name.prefix(mostLetters).lowercased().unicodeScalars {
      if let plain = plain[scalar] {
        text += plain
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        text.unicodeScalars.append(scalar)
      } else if !(0x300...0x36F).contains(scalar.value) {
        text.append(" ")
      }
    }
    // Names are written with å, aa or a, and with ø, oe or o.
    return text.split(separator: " ").map {
      String($0).replacing("aa", with: "a").replacing("oe", with: "o").replacing("ae", with: "a")
    }
  }

  /// Letters of a name that are looked at.
  private static let mostLetters = 200

  /// The same for a name in the letters of English alone, such as a staff number: nil for another.
  private static func wordsOfPlainLetters(_ name: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        word.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
      case UInt8(ascii: "'"): break
      case 0x80...: return nil
      default: close()
      }
    }
    close()
    return words

    func close() {
      guard !word.isEmpty else { return }
      join(UInt8(ascii: "a"), UInt8(ascii: "a"))
      join(UInt8(ascii: "o"), UInt8(ascii: "e"))
      join(UInt8(ascii: "a"), UInt8(ascii: "e"))
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }

    /// Leaves out the second of two letters that follow each other.
    func join(_ first: UInt8, _ second: UInt8) {
      var (from, to) = (0, 0)
      while from < word.count {
        let isPair = from + 1 < word.count && word[from] == first && word[from + 1] == second
        word[to] = word[from]
        from += isPair ? 2 : 1
        to += 1
      }
      word.removeLast(word.count - to)
    }
  }

  private static let plain: [Unicode.Scalar: String] = [
    "å": "a", "æ": "a", "ä": "a", "á": "a", "à": "a", "â": "a", "ã": "a", "ø": "o", "ö": "o",
    "ó": "o", "ò": "o", "ô": "o", "é": "e", "è": "e", "ê": "e", "ë": "e", "ü": "u", "ú": "u",
    "í": "i", "ï": "i", "ñ": "n", "ç": "c", "š": "s", "ž": "z", "č": "c", "đ": "d", "ŋ": "n",
    "'": "", "’": "",
  ]

  /// One letter is changed, put in or left out, and not the first of a word: `Hansen` and `Jansen`
  /// are two names.
  private static func differByLetter(_ a: [[UInt8]], _ b: [[UInt8]]) -> Bool {
    guard a.count == b.count else { return false }
    var differing: (a: [UInt8], b: [UInt8])?
    for (x, y) in zip(a, b) where x != y {
      if differing != nil { return false }
      differing = (x, y)
    }
    guard let (x, y) = differing, x.count > 2, y.count > 2, abs(x.count - y.count) <= 1 else {
      return false
    }
    let head = zip(x, y).prefix { $0 == $1 }.count
    let tail = zip(x.reversed(), y.reversed()).prefix { $0 == $1 }.count
    return head >= 1 && head + tail >= max(x.count, y.count) - 1
  }

  /// Whether two people are ever at work in the same moment.
  private static func workAtOnce(_ a: Int, _ b: Int, _ roster: Roster) -> Bool {
    var (i, j) = (roster.slices[a].lowerBound, roster.slices[b].lowerBound)
    while i < roster.slices[a].upperBound, j < roster.slices[b].upperBound {
      let (x, y) = (roster.shifts[i], roster.shifts[j])
      if x.kind.isWork, y.kind.isWork, x.start < y.end, y.start < x.end { return true }
      if x.end <= y.end { i += 1 } else { j += 1 }
    }
    return false
  }
}
