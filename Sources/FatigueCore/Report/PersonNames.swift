/// How people are shown.
public enum NameStyle: String, Sendable, CaseIterable {
  /// A keyed hash, the same in every report with the same key.
  case pseudonym
  /// `T-01`, `T-02`, … by first appearance.
  case numbered
  case initials
  case real
}

/// What each person is called in one report, and the key that identifies them in fingerprints.
public struct PersonNames: Sendable {
  public let style: NameStyle
  /// By index in ``Roster/people``. Unique.
  public let shown: [String]
  /// HMAC-SHA-256 of the staff number or name, the same for every style.
  public let keys: [[UInt8]]
  /// Real names, for the reports of those who have them.
  public let real: [String]

  /// The names shown are hashes without a secret key: whoever knows a name can compute its pseudonym.
  public let areGuessable: Bool

  /// Used when no key is configured. Whoever knows a name can then compute its pseudonym, and the
  /// report says so.
  static let constantKey = Array("fatigue/pseudonym/1".utf8)

  /// - Parameter jobs: Threads that make the keys; what they are does not depend on it.
  public init(_ roster: Roster, style: NameStyle, key: [UInt8]? = nil, jobs: Int = 1) {
    self.style = style
    areGuessable = style == .pseudonym && key == nil
    let key = key ?? Self.constantKey
    let (people, empty) = (roster.people, HMACSHA256(key: key))
    let parts = (people.count + Self.part - 1) / Self.part
    keys = parallelMap(parts, jobs: jobs, bench: empty) { empty, part in
      people[part * Self.part..<min((part + 1) * Self.part, people.count)].map { person in
        var hash = empty
        hash.update(Array(Self.trimmed(person.key).utf8))
        return hash.code()
      }
    }.flatMap(\.self)
    real = Self.unique(roster.people.map { $0.name.isEmpty ? $0.number : $0.name }) {
      "\($0) (\($1))"
    }
    switch style {
    case .pseudonym: shown = Self.pseudonyms(keys)
    case .numbered:
      let digits = max(2, String(roster.people.count).count)
      shown = roster.people.indices.map { "T-\(padded($0 + 1, digits))" }
    case .initials:
      shown = Self.unique(roster.people.map { Self.initials($0) }) { "\($0)\($1)" }
    case .real: shown = real
    }
  }

  /// People whose keys one thread makes at a time.
  private static let part = 256

  private init(_ names: PersonNames, _ indices: [Int]) {
    (style, areGuessable) = (names.style, names.areGuessable)
    shown = indices.map { names.shown[$0] }
    keys = indices.map { names.keys[$0] }
    real = indices.map { names.real[$0] }
  }

  /// What some of the people are called, in the order of a roster that has them in other places.
  ///
  /// - Parameter indices: Of the people that these names were made for.
  func picking(_ indices: [Int]) -> PersonNames { PersonNames(self, indices) }

  /// Four letters each, more for those that would be alike.
  private static func pseudonyms(_ keys: [[UInt8]]) -> [String] {
    // Five bytes are eight letters.
    var names = keys.map { "T-" + BytesText.base32($0.prefix(5)).prefix(4) }
    var known = Set<String>(minimumCapacity: names.count)
    let again = Set(names.filter { !known.insert($0).inserted })
    if again.isEmpty { return names }
    let alike = names.indices.filter { again.contains(names[$0]) }
    for (i, name) in zip(alike, lengthened(alike.map { keys[$0] })) { names[i] = name }
    return unique(names) { "\($0)-\($1)" }
  }

  /// Of keys whose first letters are alike, as many letters as tell each from the others.
  private static func lengthened(_ keys: [[UInt8]]) -> [String] {
    let letters = keys.map { Array(BytesText.base32($0).utf8) }
    var lengths = [Int](repeating: 4, count: keys.count)
    while true {
      var owners: [ArraySlice<UInt8>: [Int]] = [:]
      for (i, text) in letters.enumerated() {
        owners[text.prefix(lengths[i]), default: []].append(i)
      }
      let alike = owners.values.filter { $0.count > 1 }.joined()
        .filter { lengths[$0] < letters[$0].count }
      if alike.isEmpty { break }
      for i in alike { lengths[i] += 1 }
    }
    return letters.indices.map { i in
      "T-" + String(decoding: letters[i].prefix(lengths[i]), as: UTF8.self)
    }
  }

  /// The first letter of every word of a name.
  private static func initials(_ person: Person) -> String {
    let letters = person.name.split { $0 == " " || $0 == "-" }.compactMap(\.first)
    return letters.isEmpty ? person.number : String(letters)
  }

  /// Names with a number added to the second, third and so on of those that are alike.
  private static func unique(_ names: [String], _ numbered: (String, Int) -> String) -> [String] {
    var taken = Set(names)
    if taken.count == names.count { return names }
    var seen: [String: Int] = [:]
    return names.map { name in
      let count = seen[name, default: 0] + 1
      seen[name] = count
      guard count > 1 else { return name }
      var number = count
      while !taken.insert(numbered(name, number)).inserted { number += 1 }
      return numbered(name, number)
    }
  }

  private static func trimmed(_ text: String) -> String {
    // Letters and digits at both ends, the usual case, need no look at characters.
    if let first = text.utf8.first, let last = text.utf8.last, first > 32, first < 127, last > 32,
      last < 127
    {
      return text
    }
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
