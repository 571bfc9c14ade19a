/// `compare -f protokoll`: a paper for the meeting about a proposal, in Markdown or HTML; two printed pages
/// of A4, whatever the plans, with a line for each party to sign.
///
/// It takes no side. Those who lose come first and are all named; what there is no room for is counted, and
/// stands in the full comparison.
public struct ComparisonPaper {
  private let report: ComparisonReport
  private let words: ComparisonWords
  private let options: FormatOptions
  private let size: Size

  /// How much of each list there is room for.
  private struct Size {
    /// People told in full, and changes told of each lane of each.
    var losers: Int
    var gainers: Int
    var changes: Int
    /// Those who are told by name and lanes alone.
    var named: Int
    var findings: Int
    var premises: Int

    /// The first that fits two pages is used; the last always does.
    static let all = [60, 48, 40, 34, 28, 24, 21, 18, 16, 14, 12, 10, 8, 6].map { losers in
      Size(
        losers: losers, gainers: losers / 2, changes: losers < 8 ? 1 : losers < 24 ? 2 : 3,
        named: losers < 12 ? 60 : 200, findings: max(1, min(8, losers / 4)),
        premises: max(3, min(8, losers / 3)))
    }
  }

  /// Signs of a name, which may be of any length.
  private static let longestName = 40

  public static func markdown(_ report: ComparisonReport, _ options: FormatOptions) -> [UInt8] {
    Array(paper(report, options).markdown.utf8)
  }

  public static func html(_ report: ComparisonReport, _ options: FormatOptions) -> [UInt8] {
    PaperPage.bytes(paper(report, options), options.language)
  }

  /// In the largest size in which both languages fit, so that both say the same.
  static func paper(_ report: ComparisonReport, _ options: FormatOptions) -> Paper {
    Paper.fitting(Size.all, options.language) { size, language in
      ComparisonPaper(
        report: report, words: ComparisonWords(report: report, language: language),
        options: options, size: size
      ).paper
    }
  }

  private var comparison: PlanComparison { report.comparison }
  private func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }
  private func name(_ index: Int) -> String {
    Paper.cut(report.names.shown[index], Self.longestName)
  }

  private var paper: Paper {
    Paper(
      title: report.isTrial
        ? words.title
        : say("Grunnlag for drøfting av et planforslag", "Paper for the discussion of a proposal"),
      sections: [plans, lanes, losers, gainers, findings, measures, premises, signatures]
        .compactMap(\.self))
  }

  // MARK: The plans

  private var plans: Paper.Section? {
    func plan(_ isAfter: Bool) -> String { Paper.cut(words.plan(isAfter: isAfter), 200) }
    var items: [Paper.Item]
    if report.isTrial {
      items = [Paper.Item(lead: say("Planen.", "The plan."), text: plan(false))]
      items += options.digests.compactMap(\.self).map(digest)
      let shown = words.changes.prefix(6)
      items += shown.map { Paper.Item(lead: say("Prøvd.", "Tried."), text: Paper.cut($0, 200)) }
      if let more = more(words.changes.count, shown.count) { items.append(Paper.Item(text: more)) }
    } else {
      items = []
      for (place, lead) in [say("Før.", "Before."), say("Etter.", "After.")].enumerated() {
        items.append(Paper.Item(lead: lead, text: plan(place == 1)))
        items += options.digests.dropFirst(place).prefix(1).compactMap(\.self).map(digest)
      }
      items += words.matching.map { Paper.Item(text: Paper.cut($0, 300)) }
    }
    items += [words.length, words.amount].compactMap(\.self).map { Paper.Item(text: $0) }
    return Paper.Section(heading: nil, blocks: [.list(items)])
  }

  /// By which both parties can tell that they have the same file.
  private func digest(_ value: String) -> Paper.Item {
    Paper.Item(lead: say("Kontrollsum (SHA-256).", "Digest (SHA-256)."), text: "", code: value)
  }

  // MARK: Lane by lane

  private var lanes: Paper.Section? {
    let rows = ComparisonLane.allCases.map { lane in
      Paper.Row(
        cells: [lane.title[words.language]]
          + ComparisonVerdict.allCases.map { "\(comparison.count($0, in: lane))" }
          + [Lane(rawValue: lane.rawValue).map { words.rates($0) } ?? ""])
    }
    return Paper.Section(
      heading: say("Hvem taper og vinner", "Who loses and gains"),
      blocks: [
        .paragraph([words.headline, words.gainers].compactMap(\.self).joined(separator: " ")),
        .table(
          Paper.Table(
            head: [
              say("Bane", "Lane"), say("Verre", "Worse"), say("Bedre", "Better"),
              say("Som før", "As before"), say("Funn per 100 vakter", "Findings per 100 shifts"),
            ], widths: [18, 14, 14, 14, 40], rows: rows)),
        .paragraph(
          say(
            "Ansatte som er i begge planene. Banene legges aldri sammen.",
            "Employees who are in both plans. Lanes are never added up.")),
      ])
  }

  // MARK: People

  private var losers: Paper.Section? {
    let losing = comparison.worstOffFirst.filter { comparison.people[$0].verdict == .worse }
    guard !losing.isEmpty else { return nil }
    let rows = losing.prefix(size.losers).map { index in
      let person = comparison.people[index]
      return Paper.Row(cells: [name(index), told(person.losses), told(person.gains)])
    }
    return Paper.Section(
      heading: say("Hvem taper hva, mest først", "Who loses what, most first"),
      blocks: [
        .table(
          Paper.Table(
            head: [
              say("Ansatt", "Employee"), say("Taper", "Loses"),
              say("Får igjen", "Gets in return"),
            ], widths: [14, 50, 36], rows: rows))
      ] + rest(losing.dropFirst(size.losers)) { $0.losses })
  }

  private var gainers: Paper.Section? {
    let gaining = comparison.worstOffFirst.filter { comparison.people[$0].verdict == .better }
    guard !gaining.isEmpty else { return nil }
    let items = gaining.prefix(size.gainers).map { index in
      Paper.Item(lead: name(index), text: told(comparison.people[index].gains))
    }
    return Paper.Section(
      heading: say("Hvem vinner, uten å tape noe", "Who gains, and loses nothing"),
      blocks: [.list(items)] + rest(gaining.dropFirst(size.gainers)) { $0.gains })
  }

  /// Everybody there is no room for in full, by name and lanes.
  private func rest(
    _ people: ArraySlice<Int>, _ changes: (ComparedPerson) -> [ComparedChange]
  ) -> [Paper.Block] {
    guard !people.isEmpty else { return [] }
    var groups: [(lanes: String, names: [String])] = []
    for index in people.prefix(size.named) {
      let own = changes(comparison.people[index])
      let lanes = ComparisonLane.allCases.filter { lane in own.contains { $0.lane == lane } }
      let titles = lanes.map { $0.title[words.language].lowercased() }.joined(separator: ", ")
      if let place = groups.firstIndex(where: { $0.lanes == titles }) {
        groups[place].names.append(name(index))
      } else {
        groups.append((titles, [name(index)]))
      }
    }
    let start = say("Dessuten \(people.count):", "Besides \(people.count):")
    var items = groups.map {
      Paper.Item(lead: "\($0.lanes):", text: $0.names.joined(separator: ", "))
    }
    if let more = more(people.count, size.named) { items.append(Paper.Item(text: more)) }
    return [.paragraph(start), .list(items)]
  }

  /// What changes for somebody, the first of each lane, and how many more there are.
  private func told(_ changes: [ComparedChange]) -> String {
    var (kept, counts): ([ComparedChange], [ComparisonLane: Int]) = ([], [:])
    for change in changes {
      counts[change.lane, default: 0] += 1
      if counts[change.lane, default: 0] <= size.changes { kept.append(change) }
    }
    let left = changes.count - kept.count
    let more = left == 0 ? "" : say("; og \(left) til", "; and \(left) more")
    return words.changes(kept) + more
  }

  /// `og 3 til, i den fullstendige sammenligningen`; nothing when all were shown.
  private func more(_ all: Int, _ shown: Int) -> String? {
    guard all > shown else { return nil }
    return say(
      "og \(all - shown) til, i den fullstendige sammenligningen.",
      "and \(all - shown) more, in the full comparison.")
  }

  // MARK: Findings

  private var findings: Paper.Section? {
    var items = [Paper.Item(text: words.findingDates)]
    if let changes = comparison.findings {
      for lane in Lane.allCases {
        let count = FindingChangeCounts(changes, comparison, lane)
        let numbers = [
          (count.new, say("nye", "new")), (count.gone, say("borte", "gone")),
          (count.graver, say("grovere", "graver")), (count.milder, say("mildere", "milder")),
          (count.unchanged, say("som før", "unchanged")),
        ].filter { $0.0 > 0 }
        guard !numbers.isEmpty else { continue }
        items.append(
          Paper.Item(
            lead: lane.title[words.language] + ":",
            text: numbers.map { "\($0.0) \($0.1)" }.joined(separator: ", ") + "."))
      }
      items += list(changes.new + changes.graver.map(\.after))
    }
    return Paper.Section(
      heading: say("Funn ett for ett", "Findings one by one"), blocks: [.list(items)])
  }

  /// The gravest of what is new or graver in the new plan.
  private func list(_ indices: [Int]) -> [Paper.Item] {
    let ranked = FindingChanges.ranked(indices, report.after.analysis)
    var items = ranked.prefix(size.findings).map { index in
      let finding = report.after.analysis.findings[index]
      let message = report.after.text(of: finding).message[words.language]
      return Paper.Item(
        lead: say("Nytt eller grovere:", "New or graver:"),
        text: "\(finding.status.title[words.language]). \(Paper.cut(message, 220))",
        code: RuleBook.rule(of: finding).id)
    }
    if let more = more(ranked.count, items.count) { items.append(Paper.Item(text: more)) }
    return items
  }

  // MARK: Measures

  private var measures: Paper.Section? {
    let heading = say("Mål for mål, per ansatt", "Measure by measure, per employee")
    guard comparison.matched.count >= PlanComparison.smallestGroup else {
      return Paper.Section(heading: heading, blocks: [.paragraph(words.suppressed)])
    }
    let rows = comparison.measures.indices.compactMap(row)
    guard !rows.isEmpty else { return nil }
    return Paper.Section(
      heading: heading,
      blocks: [
        .table(
          Paper.Table(
            head: [
              say("Mål", "Measure"), say("Før: median (minst–mest)", "Before: median (least–most)"),
              say("Etter", "After"), say("Verre/bedre", "Worse/better"),
              say("Har mest etter", "Worst off after"),
            ], widths: [30, 22, 18, 14, 14], rows: rows))
      ])
  }

  private func row(_ place: Int) -> Paper.Row? {
    let measure = comparison.measures[place]
    let result = comparison.measure(place)
    guard measure.isShown, let old = result.before, let new = result.after else { return nil }
    func spread(_ spread: MeasureComparison.Spread) -> String {
      let numbers = [spread.median, spread.least, spread.most].map { words.value($0, measure.unit) }
      return "\(numbers[0]) (\(numbers[1])–\(numbers[2]))"
    }
    // Where all are alike nobody is worst off.
    let worst = new.least < new.most ? result.worstAfter.map(name) : nil
    return Paper.Row(cells: [
      measure.title[words.language], spread(old), spread(new),
      measure.better == .neutral ? "" : "\(result.worse)/\(result.better)", worst ?? "",
    ])
  }

  // MARK: What it rests on

  private var premises: Paper.Section? {
    let all = words.premises
    var items = all.prefix(size.premises).map { Paper.Item(text: Paper.cut($0, 330)) }
    if let more = more(all.count, items.count) { items.append(Paper.Item(text: more)) }
    items.append(
      Paper.Item(
        text: say(
          "Planene er prøvd slik de ble lest; faktisk arbeidet tid kan bli en annen.",
          "The plans were tried as they were read; the hours actually worked may differ.")))
    return Paper.Section(
      heading: say("Hva tallene bygger på", "What the numbers rest on"), blocks: [.list(items)])
  }

  private var signatures: Paper.Section? {
    Paper.signatures(
      words.language,
      of: report.isTrial
        ? Localized(nb: "endringen", en: "the change")
        : Localized(nb: "noen av planene", en: "either plan"),
      full: Localized(nb: "Fullstendig sammenligning:", en: "Full comparison:"),
      command: options.fullReport.isEmpty ? "fatigue compare -f html" : options.fullReport,
      version: options.toolVersion)
  }
}
