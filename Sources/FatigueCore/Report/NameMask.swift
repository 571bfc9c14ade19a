/// Puts what a report calls people in place of their names in texts that others wrote: shift codes,
/// units, and the reasons of waivers.
///
/// It knows the people of the plan and nobody else. A name of two words is found whole; in a reason
/// each word of a name of three letters or more, and a staff number, is one too.
struct NameMask {
  private let shown: [String]
  /// By name in lower case; the first person of several.
  private var people: [String: Int] = [:]
  /// By word of a name in lower case, and by staff number.
  private var words: [String: Int] = [:]
  /// Words in the longest name.
  private var longest = 1

  /// A word of a name shorter than this may be any word.
  private static let shortestWord = 3
  /// Words of a name beyond these are not looked for together.
  private static let mostWords = 6

  /// - Parameter includesWords: whether ``reason(_:)`` will be asked.
  init(_ roster: Roster, _ names: PersonNames, includesWords: Bool) {
    shown = names.shown
    for (index, person) in roster.people.enumerated() {
      let parts = Self.words(person.name).map { person.name[$0].lowercased() }
      guard !parts.isEmpty, parts.joined().count >= Self.shortestWord else { continue }
      longest = max(longest, min(parts.count, Self.mostWords))
      people[parts.joined(separator: " "), default: index] = index
      if parts.count > 1, let last = parts.last {
        let turned = ([last] + parts.dropLast()).joined(separator: " ")
        people[turned, default: index] = index
      }
      guard includesWords else { continue }
      for part in parts where part.count >= Self.shortestWord {
        words[part, default: index] = index
      }
      let number = person.number.lowercased()
      if number.count >= Self.shortestWord { words[number, default: index] = index }
    }
  }

  /// Whether a text is long enough for a name.
  static func mayHold(_ text: String) -> Bool { text.utf8.count >= shortestWord }

  /// A code or a unit, whose single words are not taken for names.
  func label(_ text: String) -> String { masked(text, words: [:]) }

  /// A text written about somebody.
  func reason(_ text: String) -> String { masked(text, words: words) }

  private func masked(_ text: String, words: [String: Int]) -> String {
    guard !people.isEmpty else { return text }
    let parts = Self.words(text)
    var result = ""
    var (at, next) = (text.startIndex, 0)
    while next < parts.count {
      guard let (person, count) = person(text, parts[next...], words) else {
        next += 1
        continue
      }
      result += text[at..<parts[next].lowerBound] + shown[person]
      at = parts[next + count - 1].upperBound
      next += count
    }
    return result + text[at...]
  }

  /// Whose name the text has here, the longest that fits.
  private func person(
    _ text: String, _ parts: ArraySlice<Range<String.Index>>, _ words: [String: Int]
  ) -> (person: Int, words: Int)? {
    let most = min(longest, parts.count)
    for count in stride(from: most, to: 0, by: -1) {
      let name = parts.prefix(count).map { text[$0].lowercased() }.joined(separator: " ")
      if let person = Self.owner(name, people) ?? (count == 1 ? Self.owner(name, words) : nil) {
        return (person, count)
      }
    }
    guard !words.isEmpty, let first = parts.first else { return nil }
    // One of the parts that hyphens join.
    for part in text[first].lowercased().split(separator: "-") {
      if let person = Self.owner(String(part), words) { return (person, 1) }
    }
    return nil
  }

  /// Whose name a text is, in the genitive too.
  private static func owner(_ name: String, _ names: [String: Int]) -> Int? {
    names[name] ?? (name.hasSuffix("s") ? names[String(name.dropLast())] : nil)
  }

  private static func words(_ text: String) -> [Range<String.Index>] {
    var words: [Range<String.Index>] = []
    var start: String.Index?
    for index in text.indices {
      let isWord = text[index].isLetter || text[index].isNumber || text[index] == "-"
      if isWord, start == nil { start = index }
      if !isWord, let from = start {
        words.append(from..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.endIndex) }
    return words
  }
}

extension Roster {
  /// The same with what people are called in place of their names in codes and units.
  func masked(_ names: PersonNames) -> Roster {
    guard names.style != .real, [codes, units].joined().contains(where: NameMask.mayHold) else {
      return self
    }
    let mask = NameMask(self, names, includesWords: false)
    var masked = self
    masked.codes = codes.map(mask.label)
    masked.units = units.map(mask.label)
    return masked
  }

  /// A file of more people than this is named after none of them.
  private static let mostNamed = 500

  /// Whether the name of a file has somebody's name of two words or more, which stands then in every report that
  /// says what was read. Who is called as the file is, for want of another name, is not meant.
  public func hasName(inFile path: String) -> Bool {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    func words(_ text: some StringProtocol) -> [String] {
      text.lowercased().split { !$0.isLetter }.map(String.init)
    }
    let parts = words(file)
    guard parts.count > 1, people.count <= Self.mostNamed else { return false }
    return people.contains { person in
      let name = words(person.name)
      guard let last = name.last, name.count > 1, name.count <= parts.count,
        !file.hasPrefix(person.name + ".")
      else { return false }
      return parts.contains(name) || parts.contains([last] + name.dropLast())
    }
  }
}
