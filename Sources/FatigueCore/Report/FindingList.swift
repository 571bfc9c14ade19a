/// The findings of a report as formats for other programs show them: what is counted, in the order of
/// its places, with a rank for readers that take only so many, in words that cannot act on the reader.
struct FindingList {
  let report: CheckReport
  let language: Language
  /// By index in ``RosterAnalysis/findings``.
  let fingerprints: Fingerprints
  /// Where each stands; the first line of the first input where it has no place of its own.
  let places: [SourcePlace]
  /// What no waiver covers, by path, line, column and rule.
  let order: [Int]

  init(_ report: CheckReport, _ language: Language) {
    self.report = report
    self.language = language
    fingerprints = report.fingerprints
    let findings = report.analysis.findings
    let (plan, places) = (report.placeOfPlan, report.places)
    self.places = findings.indices.map { places.primary($0) ?? plan }
    order = Self.sorted(findings, self.places)
  }

  private static func sorted(_ findings: [Finding], _ places: [SourcePlace]) -> [Int] {
    // Paths as the bytes of their addresses, so that every format has one order.
    let paths = Set(places.map(\.path))
    let ranks = Dictionary(
      uniqueKeysWithValues: paths.map { ($0, Array(PathText.uri($0).utf8)) }
        .sorted { $0.1.lexicographicallyPrecedes($1.1) }.enumerated().map { ($1.0, $0) })
    let keys = findings.indices.map { index in
      let place = places[index]
      return (ranks[place.path, default: 0], place.line, place.column)
    }
    return findings.indices.filter { !findings[$0].isWaived }.sorted { a, b in
      if keys[a] != keys[b] { return keys[a] < keys[b] }
      let (left, right) = (RuleBook.rule(of: findings[a]).id, RuleBook.rule(of: findings[b]).id)
      return left == right ? a < b : left < right
    }
  }

  /// Some findings, the gravest first: by status, new ones before those of a baseline, what explains
  /// others before what follows from it, the law before research and models; of those alike in this one
  /// of each rule before a second one, the farthest past its limit first.
  func ranked(_ indices: [Int]) -> [Int] {
    let findings = report.analysis.findings
    // Measures of different rules cannot be compared: each finding has a place among those of its rule.
    let rules = RuleBook.rules.count
    var ofRules: [Int: [Int]] = [:]
    for index in indices {
      ofRules[rank(index) * rules + Int(findings[index].rule), default: []].append(index)
    }
    var keys: [(rank: Int, place: Int, excess: Double, index: Int)] = []
    keys.reserveCapacity(indices.count)
    for (group, own) in ofRules {
      let worstFirst = own.sorted {
        let (x, y) = (findings[$0].excess, findings[$1].excess)
        return x == y ? $0 < $1 : x > y
      }
      for (place, index) in worstFirst.enumerated() {
        keys.append((group / rules, place, findings[index].excessShare, index))
      }
    }
    return keys.sorted { a, b in
      if a.rank != b.rank { return a.rank < b.rank }
      if a.place != b.place { return a.place < b.place }
      return a.excess == b.excess ? a.index < b.index : a.excess > b.excess
    }.map(\.index)
  }

  private func rank(_ index: Int) -> Int {
    let finding = report.analysis.findings[index]
    let lanes = Lane.allCases
    let lane = lanes.firstIndex(of: RuleBook.lane(of: finding)) ?? 0
    var rank = Int(FindingStatus.breach.rawValue - finding.status.rawValue)
    rank = rank * 2 + (report.baseline?.isKnown[index] == true ? 1 : 0)
    rank = rank * 2 + (finding.causedBy >= 0 ? 1 : 0)
    return rank * lanes.count + lane
  }

  subscript(index: Int) -> Entry {
    let finding = report.analysis.findings[index]
    return Entry(
      finding: finding, rule: RuleBook.rule(of: finding), text: report.text(of: finding),
      place: places[index], language: language)
  }

  /// One finding in words; nothing in them moves a cursor, ends a line or turns its direction.
  struct Entry {
    let finding: Finding
    let rule: Rule
    private let text: FindingText
    let place: SourcePlace
    private let language: Language

    fileprivate init(
      finding: Finding, rule: Rule, text: FindingText, place: SourcePlace, language: Language
    ) {
      self.finding = finding
      self.rule = rule
      self.text = text
      self.place = place
      self.language = language
    }

    var title: String { rule.title[language] }
    var why: String { rule.why[language] }
    /// Who, when, measured and limit.
    var sentence: String { ControlCharacters.escape(text.message[language]) }
    /// `path:line:column`
    var location: String { "\(ControlCharacters.escape(place.path)):\(place.line):\(place.column)" }

    /// What can be done, with the level at which it is done: `Do (leader): …`.
    var remedies: [String] {
      let word = Localized(nb: "Gjør", en: "Do")[language]
      return text.remedies.map {
        "\(word) (\($0.level.title[language])): \(ControlCharacters.escape($0.text[language]))"
      }
    }

    /// The first sentence of ``sentence``. A point in a date is followed by no capital.
    var firstSentence: String {
      let sentence = sentence
      var before: (Character, Character) = (" ", " ")
      for place in sentence.indices {
        let character = sentence[place]
        if before.1 == " ", ".!?".contains(before.0), character.isUppercase {
          return String(sentence[..<place].dropLast())
        }
        before = (before.1, character)
      }
      return sentence
    }
  }
}

/// The path of an input for readers that want an address.
enum PathText {
  /// Forward slashes, everything but letters, digits and `-._~/` as `%41`.
  static func uri(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += byte < 16 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return text
  }
}

/// What formats with a limit say about the rest.
enum HeldBack {
  /// How all findings are seen, as a command to paste.
  static let command = "fatigue check --all"

  /// - Parameter findings: Those that are not shown; none of them gives nothing.
  static func note(_ findings: some Sequence<Finding>, _ language: Language) -> String? {
    let counts = CheckReport.count(findings)
    guard !counts.isEmpty else { return nil }
    let list = LaneText.list(counts, language)
    return Localized(
      nb: "Vises ikke her: \(list). \(command) viser alle.",
      en: "Not shown here: \(list). \(command) shows all."
    )[language]
  }
}
