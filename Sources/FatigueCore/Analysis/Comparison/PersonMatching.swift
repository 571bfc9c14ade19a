/// Who in one plan is who in the other.
public struct PersonMatching: Sendable, Equatable {
  /// How people were found to be the same.
  public enum Method: String, Sendable {
    /// By staff number, else by name.
    case identity
    /// The first of one plan is the first of the other, and so on.
    case line
    /// By a list of who takes over whose line; the rest by number or name.
    case map
  }

  public var method: Method
  /// Indices in the two rosters, in the order of the first.
  public var pairs: [(before: Int, after: Int)]
  public var onlyBefore: [Int]
  public var onlyAfter: [Int]

  public static func == (a: PersonMatching, b: PersonMatching) -> Bool {
    a.method == b.method && a.onlyBefore == b.onlyBefore && a.onlyAfter == b.onlyAfter
      && a.pairs.count == b.pairs.count
      && zip(a.pairs, b.pairs).allSatisfy { $0 == $1 }
  }

  /// Matches by staff number, else by name where it is one person's in each plan and no number speaks
  /// against it. Names are alike when only capitals, accents and the order of the words differ.
  ///
  /// - Parameter map: Pairs that somebody has told: they go first.
  public init(_ before: Roster, _ after: Roster, map: [(before: Int, after: Int)] = []) {
    var partner = [Int?](repeating: nil, count: before.people.count)
    var taken = [Bool](repeating: false, count: after.people.count)
    func join(_ first: Int, _ second: Int) {
      guard partner[first] == nil, !taken[second] else { return }
      (partner[first], taken[second]) = (second, true)
    }
    for pair in map { join(pair.before, pair.after) }
    let numbers = Dictionary(
      after.people.indices.filter { !after.people[$0].number.isEmpty }
        .map { (after.people[$0].number, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, person) in before.people.enumerated() where !person.number.isEmpty {
      if let other = numbers[person.number] { join(index, other) }
    }
    for spelling in [{ $0.name }, Self.plainName] as [(Person) -> String] {
      var (first, second): ([String: [Int]], [String: [Int]]) = ([:], [:])
      for index in before.people.indices where partner[index] == nil {
        first[spelling(before.people[index]), default: []].append(index)
      }
      for index in after.people.indices where !taken[index] {
        second[spelling(after.people[index]), default: []].append(index)
      }
      for (name, old) in first where !name.isEmpty && old.count == 1 {
        guard let new = second[name], new.count == 1 else { continue }
        let numbers = [before.people[old[0]].number, after.people[new[0]].number]
        if numbers.contains("") || numbers[0] == numbers[1] { join(old[0], new[0]) }
      }
    }
    self.init(map.isEmpty ? .identity : .map, partner, taken)
  }

  /// The first person of one plan is the first of the other, and so on: lines of base plans that nobody
  /// has been given yet, or rows of two drafts.
  public init(byLineOf before: Roster, _ after: Roster) {
    let count = min(before.people.count, after.people.count)
    self.init(
      .line, before.people.indices.map { $0 < count ? $0 : nil },
      after.people.indices.map { $0 < count })
  }

  private init(_ method: Method, _ partner: [Int?], _ taken: [Bool]) {
    self.method = method
    pairs = partner.indices.compactMap { index in partner[index].map { (index, $0) } }
    onlyBefore = partner.indices.filter { partner[$0] == nil }
    onlyAfter = taken.indices.filter { !taken[$0] }
  }

  /// The same for rosters of some of the people; whoever belongs together is there in both or in neither.
  ///
  /// - Parameters:
  ///   - before: Indices in the old plan, ascending.
  ///   - after: Indices in the new one, ascending.
  public func keeping(before: [Int], after: [Int]) -> PersonMatching {
    var kept = self
    kept.pairs = pairs.compactMap { pair in
      guard let old = before.firstIndex(of: pair.before),
        let new = after.firstIndex(of: pair.after)
      else { return nil }
      return (old, new)
    }
    kept.onlyBefore = onlyBefore.compactMap { before.firstIndex(of: $0) }
    kept.onlyAfter = onlyAfter.compactMap { after.firstIndex(of: $0) }
    return kept
  }

  private static func plainName(_ person: Person) -> String {
    SimilarNames.words(of: person.name).sorted().joined(separator: " ")
  }
}
