extension OutcomeTable {
  /// Leaves out more numbers where those of under five people could be computed: everybody's number less those
  /// of some groups, whether or not the file has a row for those who are left.
  mutating func hideRests(_ diagnostics: inout DiagnosticList) {
    var places: [Place] = []
    var own: [Place: [Int]] = [:]
    for (index, entry) in entries.enumerated() where entry.value != nil {
      let place = Place(measure: entry.measure, time: entry.time)
      if own[place] == nil { places.append(place) }
      own[place, default: []].append(index)
    }
    for place in places {
      let shown = own[place] ?? []
      guard let whole = shown.first(where: { isWhole(entries[$0]) }) else { continue }
      // The smallest goes first: of two that would do, the one that tells least.
      var groups = shown.filter { !isWhole(entries[$0]) }
        .sorted { (entries[$0].count, $0) < (entries[$1].count, $1) }
      while !groups.isEmpty, Self.leavesFew(entries[whole].count, groups.map { entries[$0].count })
      {
        hide(groups.removeFirst(), &diagnostics)
      }
    }
  }

  private struct Place: Hashable {
    var measure: OutcomeMeasure
    var time: OutcomeTime
  }

  /// About everybody, by its empty name or a word for it.
  private func isWhole(_ entry: Entry) -> Bool {
    entry.group.isEmpty || Self.wholes.contains(ByteText.folded(entry.group))
  }

  private static let wholes: Set<String> = [
    "alle", "alleansatte", "samlet", "total", "totalt", "hele", "all", "allstaff", "everybody",
    "everyone", "overall",
  ]

  /// Whether some of the groups together lack one to four of everybody. Groups may overlap, so that not only all
  /// of them together are looked at.
  static func leavesFew(_ whole: Int, _ groups: [Int]) -> Bool {
    guard whole <= mostCounted else {
      return (1..<fewest).contains(whole - groups.reduce(0, +))
    }
    var isReached = [Bool](repeating: false, count: whole + 1)
    isReached[0] = true
    for group in groups where group <= whole {
      for sum in (group...whole).reversed() where isReached[sum - group] { isReached[sum] = true }
    }
    return (max(1, whole - fewest + 1)..<whole).contains { isReached[$0] }
  }

  /// `Assumed:` above this, groups are taken not to overlap.
  private static let mostCounted = 20_000

  private mutating func hide(_ index: Int, _ diagnostics: inout DiagnosticList) {
    let entry = entries[index]
    (entries[index].value, entries[index].deviation) = (nil, nil)
    entries[index].deviationOfChange = nil
    entries[index].isRest = true
    diagnostics.add(
      Diagnostic(
        .outcomeRest, .note, at: entry.position, length: entry.length,
        Localized(
          nb: "tallet til færre enn fem kunne regnes ut av dette; det er ikke vist eller brukt",
          en: "the number of fewer than five could be computed from it; it is not shown or used")))
  }
}
