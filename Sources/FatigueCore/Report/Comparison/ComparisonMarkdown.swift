/// `compare -f markdown`: a comment on a change of a roster, where it is discussed.
public struct ComparisonMarkdown {
  /// People told in full, and findings of either kind.
  private static let (mostPeople, mostFindings) = (12, 10)

  private let report: ComparisonReport
  private let words: ComparisonWords
  private var text = ""

  /// - Parameter command: As the paper tells it, for whoever wants to make it again.
  public static func bytes(
    _ report: ComparisonReport, _ language: Language, command: String, toolVersion: String
  ) -> [UInt8] {
    var paper = ComparisonMarkdown(
      report: report, words: ComparisonWords(report: report, language: language))
    paper.document(command, toolVersion)
    return Array(paper.text.utf8)
  }

  private init(report: ComparisonReport, words: ComparisonWords) {
    self.report = report
    self.words = words
  }

  private var comparison: PlanComparison { report.comparison }
  private func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }
  private func plain(_ text: String) -> String { MarkdownText.escaped(text, most: 4000) }
  private mutating func heading(_ text: String) { self.text += "\n### \(text)\n\n" }
  private mutating func item(_ line: String) { text += "- \(plain(line))\n" }

  private mutating func document(_ command: String, _ version: String) {
    text += "## \(words.title)\n\n**\(plain(words.headline))**"
    if let gainers = words.gainers { text += " \(plain(gainers))" }
    text += "\n\n"
    if report.isTrial {
      item(words.plan(isAfter: false))
      for change in words.changes { item(say("Prøvd: ", "Tried: ") + change) }
    } else {
      item(say("Før: ", "Before: ") + words.plan(isAfter: false))
      item(say("Etter: ", "After: ") + words.plan(isAfter: true))
      for line in words.matching { item(line) }
    }
    for line in [words.length, words.amount].compactMap(\.self) { item(line) }
    lanes()
    people()
    findings()
    measures()
    heading(say("Hva tallene bygger på", "What the numbers rest on"))
    for line in words.premises { item(line) }
    text += "\n" + say("Laget med", "Made with") + " fatigue \(plain(version)): "
    text += plain(command) + "\n"
  }

  private mutating func lanes() {
    heading(say("Bane for bane", "Lane by lane"))
    text += MarkdownText.head(
      [
        say("Bane", "Lane"), say("Funn per 100 vakter", "Findings per 100 shifts"),
        say("Verre", "Worse"), say("Bedre", "Better"), say("Som før", "As before"),
      ], numbers: 2)
    for lane in ComparisonLane.allCases {
      let rates = Lane(rawValue: lane.rawValue).map { words.rates($0) } ?? ""
      text += MarkdownText.row(
        [lane.title[words.language], rates]
          + ComparisonVerdict.allCases.map { "\(comparison.count($0, in: lane))" })
    }
    text +=
      "\n"
      + say(
        "Ansatte som er i begge planene. Banene legges aldri sammen.",
        "Employees who are in both plans. Lanes are never added up.") + "\n"
  }

  private mutating func people() {
    let order = comparison.worstOffFirst
    let groups: [(ComparisonVerdict, String)] = [
      (.worse, say("Hvem taper hva, mest først", "Who loses what, most first")),
      (.better, say("Hvem vinner, uten å tape noe", "Who gains, and loses nothing")),
    ]
    for (verdict, title) in groups {
      let group = order.filter { comparison.people[$0].verdict == verdict }
      guard !group.isEmpty else { continue }
      heading(title)
      text += MarkdownText.head([
        say("Ansatt", "Employee"), say("Taper", "Loses"), say("Vinner", "Gains"),
      ])
      for index in group.prefix(Self.mostPeople) {
        let person = comparison.people[index]
        text += MarkdownText.row([
          plain(report.names.shown[index]), plain(words.changes(person.losses)),
          plain(words.changes(person.gains)),
        ])
      }
      let rest = group.dropFirst(Self.mostPeople)
      guard !rest.isEmpty else { continue }
      let names = rest.prefix(200).map { plain(report.names.shown[$0]) }.joined(separator: ", ")
      let more =
        rest.count > 200 ? say(" og \(rest.count - 200) til", " and \(rest.count - 200) more") : ""
      text +=
        "\n" + say("Dessuten (\(rest.count)): ", "Besides (\(rest.count)): ") + names + more + "\n"
    }
  }

  private mutating func findings() {
    heading(say("Funn ett for ett", "Findings one by one"))
    text += plain(words.findingDates) + "\n"
    guard let changes = comparison.findings else { return }
    text +=
      "\n"
      + MarkdownText.head(
        [
          say("Bane", "Lane"), say("Nye", "New"), say("Borte", "Gone"), say("Grovere", "Graver"),
          say("Mildere", "Milder"), say("Som før", "Unchanged"),
        ], numbers: 1)
    for lane in Lane.allCases {
      let count = FindingChangeCounts(changes, comparison, lane)
      let numbers = [count.new, count.gone, count.graver, count.milder, count.unchanged]
      text += MarkdownText.row([lane.title[words.language]] + numbers.map { "\($0)" })
    }
    list(
      changes.new + changes.graver.map(\.after), report.after,
      say("Nytt eller grovere", "New or graver"))
    list(changes.gone, report.before, say("Borte", "Gone"))
  }

  private mutating func list(_ indices: [Int], _ plan: CheckReport, _ title: String) {
    let ranked = FindingChanges.ranked(indices, plan.analysis)
    guard !ranked.isEmpty else { return }
    text += "\n**\(title)**\n\n"
    for index in ranked.prefix(Self.mostFindings) {
      let finding = plan.analysis.findings[index]
      let message = plan.text(of: finding).message[words.language]
      item("\(finding.status.sign) \(RuleBook.rule(of: finding).id) \(message)")
    }
    let rest = ranked.count - Self.mostFindings
    if rest > 0 { item(say("og \(rest) til", "and \(rest) more")) }
  }

  private mutating func measures() {
    guard comparison.matched.count >= PlanComparison.smallestGroup else {
      text += "\n" + words.suppressed + "\n"
      return
    }
    heading(say("Mål for mål, per ansatt", "Measure by measure, per employee"))
    text += MarkdownText.head(
      [
        say("Mål", "Measure"), say("Median før", "Median before"), say("etter", "after"),
        say("Minst–mest før", "Least–most before"), say("etter", "after"),
        say("Verre/bedre", "Worse/better"), say("Forskjell", "Difference"),
      ])
    for (place, measure) in comparison.measures.enumerated() where measure.isShown {
      let result = comparison.measure(place)
      guard let old = result.before, let new = result.after else { continue }
      let unit = measure.unit
      text += MarkdownText.row([
        measure.title[words.language], words.value(old.median, unit), words.value(new.median, unit),
        "\(words.value(old.least, unit))–\(words.value(old.most, unit))",
        "\(words.value(new.least, unit))–\(words.value(new.most, unit))",
        measure.better == .neutral ? "" : "\(result.worse)/\(result.better)",
        comparison.effects(place).first.map {
          plain("\(words.direction($0)); \(words.numbers($0))")
        } ?? "",
      ])
    }
    text += "\n" + plain(words.effects) + "\n"
  }
}
