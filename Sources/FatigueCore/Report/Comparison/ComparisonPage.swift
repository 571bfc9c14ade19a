/// `compare -f html`: one file for the table. It needs nothing besides itself and no JavaScript, and prints
/// on A4 landscape, in the style of the report of `check`.
public struct ComparisonPage {
  /// People in a picture; those it is worst for and best for are drawn, the rest told.
  static let mostDrawn = 40
  /// Findings of either kind.
  private static let mostFindings = 40

  let report: ComparisonReport
  let words: ComparisonWords
  var html = HTMLWriter()

  /// - Parameter command: As the page tells it, for whoever wants to make it again.
  public static func bytes(
    _ report: ComparisonReport, _ language: Language, command: String, toolVersion: String
  ) -> [UInt8] {
    var page = ComparisonPage(
      report: report, words: ComparisonWords(report: report, language: language))
    page.head()
    page.summary()
    page.people()
    page.pictures()
    page.measures()
    page.findings()
    page.everybody()
    page.footer(command, toolVersion)
    return page.html.takeBytes()
  }

  private init(report: ComparisonReport, words: ComparisonWords) {
    self.report = report
    self.words = words
  }

  var comparison: PlanComparison { report.comparison }
  func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }
  func name(_ index: Int) -> String { report.names.shown[index] }

  // MARK: Head

  private mutating func head() {
    let styles = [HTMLStyle.sheet, ComparisonStyle.sheet]
    let policy = [
      "default-src 'none'",
      "style-src " + styles.map { "'\(HTMLReport.hash($0))'" }.joined(separator: " "),
      "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    html.raw(
      "<!DOCTYPE html>\n<html lang=\"\(words.language.rawValue)\"><head><meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
    html.raw("<meta name=\"robots\" content=\"noindex\">")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", words.title)
    for style in styles { html.raw("<style>\(style)</style>") }
    html.raw("</head>\n<body>\n<a class=\"skip\" href=\"#main\">")
    html.text(say("Hopp til innholdet", "Skip to the content"))
    html.raw("</a>\n<header><div>")
    html.element("h1", words.title)
    if report.isTrial {
      html.element("p", words.plan(isAfter: false), class: "mut")
      for change in words.changes { html.element("p", say("Prøvd: ", "Tried: ") + change) }
    } else {
      html.element("p", say("Før: ", "Before: ") + words.plan(isAfter: false), class: "mut")
      html.element("p", say("Etter: ", "After: ") + words.plan(isAfter: true), class: "mut")
    }
    html.raw("</div></header>\n<nav")
    html.attribute("aria-label", say("Innhold", "Contents"))
    html.raw("><ul>")
    for (id, label) in contents {
      html.raw("<li>")
      html.link(id, label)
      html.raw("</li>")
    }
    html.raw("</ul></nav>\n<main id=\"main\">\n")
  }

  private var hasGroup: Bool { comparison.matched.count >= PlanComparison.smallestGroup }

  private var contents: [(String, String)] {
    var entries = [
      ("who", say("Hvem taper og vinner", "Who loses and gains")),
      ("pictures", say("Før og etter", "Before and after")),
    ]
    if hasGroup { entries.append(("measures", say("Mål for mål", "Measure by measure"))) }
    return entries + [
      ("findings", say("Funn", "Findings")), ("everybody", say("Alle tall", "Every number")),
    ]
  }

  private mutating func section(_ id: String, _ title: String, _ classes: String = "") {
    html.raw("<section id=\"\(id)\" aria-labelledby=\"h-\(id)\"")
    html.raw(classes.isEmpty ? ">" : " class=\"\(classes)\">")
    html.raw("<h2 id=\"h-\(id)\">")
    html.text(title)
    html.raw("</h2>\n")
  }

  private mutating func table(_ caption: String, _ heads: [String], _ classes: String = "tab rows")
  {
    html.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"")
    html.attribute("aria-label", caption)
    html.raw("><table class=\"\(classes)\">")
    html.element("caption", caption)
    html.raw("<thead><tr>")
    for head in heads {
      html.raw("<th scope=\"col\">")
      html.text(head)
      html.raw("</th>")
    }
    html.raw("</tr></thead><tbody>\n")
  }

  private mutating func row(_ cells: [String]) {
    html.raw("<tr>")
    for (index, cell) in cells.enumerated() {
      html.raw(index == 0 ? "<th scope=\"row\">" : "<td>")
      html.text(cell)
      html.raw(index == 0 ? "</th>" : "</td>")
    }
    html.raw("</tr>\n")
  }

  private mutating func endTable() { html.raw("</tbody></table></div>\n") }

  // MARK: Who

  private mutating func summary() {
    html.raw("<section aria-labelledby=\"h-summary\"><h2 class=\"vh\" id=\"h-summary\">")
    html.text(say("Oppsummering", "Summary"))
    html.raw("</h2>\n")
    if report.names.style == .real {
      html.element(
        "p",
        say(
          "Siden har virkelige navn. Den er for dem som har rett til å se dem.",
          "This page has real names. It is for those who may see them."), class: "alert")
    }
    html.element("p", words.headline, class: comparison.losers > 0 ? "verdict e" : "verdict")
    if let gainers = words.gainers { html.element("p", gainers) }
    if let amount = words.amount { html.element("p", amount, class: "alert") }
    for text in words.matching + [words.length].compactMap(\.self) {
      html.element("p", text, class: "wide")
    }
    table(
      say("Bane for bane; banene legges aldri sammen", "Lane by lane; lanes are never added up"),
      [
        say("Bane", "Lane"), say("Verre", "Worse"), say("Bedre", "Better"),
        say("Som før", "As before"), say("Funn per 100 vakter", "Findings per 100 shifts"),
      ])
    for lane in ComparisonLane.allCases {
      row(
        [lane.title[words.language]]
          + ComparisonVerdict.allCases.map { "\(comparison.count($0, in: lane))" }
          + [Lane(rawValue: lane.rawValue).map { words.rates($0) } ?? ""])
    }
    endTable()
    html.raw("</section>\n")
  }

  private mutating func people() {
    section("who", say("Hvem taper og vinner", "Who loses and gains"))
    let order = comparison.worstOffFirst
    let moved = order.filter { comparison.people[$0].verdict != .same }
    if moved.isEmpty {
      html.element(
        "p",
        say(
          "Ingen taper eller vinner noe som er målt.",
          "Nobody loses or gains anything that was measured."))
    } else {
      table(
        say(
          "De som taper først, mest først; så de som bare vinner",
          "Those who lose first, most first; then those who only gain"),
        [say("Ansatt", "Employee"), say("Taper", "Loses"), say("Vinner", "Gains")])
      for index in moved {
        let person = comparison.people[index]
        row([name(index), words.changes(person.losses), words.changes(person.gains)])
      }
      endTable()
    }
    html.raw("</section>\n")
  }

  // MARK: Before and after

  private mutating func pictures() {
    section(
      "pictures", say("Før og etter, ansatt for ansatt", "Before and after, employee by employee"),
      "brk")
    html.raw("<p class=\"key2\"><svg class=\"dk\" viewBox=\"0 0 44 12\" aria-hidden=\"true\">")
    html.raw("<path class=\"ds\" d=\"M7 6H36\"/><circle class=\"d0\" cx=\"7\" cy=\"6\" r=\"4\"/>")
    html.raw("<circle class=\"d1\" cx=\"36\" cy=\"6\" r=\"4\"/></svg> ")
    html.text(
      say(
        "Ring: før. Fylt: etter. Rød strek og ▲: verre for den ansatte. Blå strek: bedre. Grå: forskjellen er for liten til å telle.",
        "Ring: before. Filled: after. Red line and ▲: worse for the employee. Blue line: better. Grey: the difference is too small to count."
      ))
    html.raw("</p>\n<div class=\"multi\">\n")
    var isEmpty = true
    for place in comparison.measures.indices {
      guard let picture = Dumbbells(self, place) else { continue }
      isEmpty = false
      picture.write(to: &html)
    }
    html.raw("</div>\n")
    if isEmpty {
      html.element(
        "p", say("Ingen forskjell på det som er målt.", "No difference in what was measured."))
    }
    html.raw("</section>\n")
  }

  // MARK: The group

  private mutating func measures() {
    guard hasGroup else {
      html.element("p", words.suppressed)
      return
    }
    section("measures", say("Mål for mål, per ansatt", "Measure by measure, per employee"), "brk")
    html.element("p", words.effects, class: "wide")
    table(
      say("Ansatte som er i begge planene", "Employees who are in both plans"),
      [
        say("Mål", "Measure"), say("Median før", "Median before"),
        say("Median etter", "Median after"),
        say("Minst–mest før", "Least–most before"), say("Minst–mest etter", "Least–most after"),
        say("Verre", "Worse"), say("Bedre", "Better"), say("Har mest etter", "Worst off after"),
        say("Forskjell", "Difference"), say("d med 95 % intervall", "d with 95% interval"),
      ])
    for (place, measure) in comparison.measures.enumerated() {
      let result = comparison.measure(place)
      guard let old = result.before, let new = result.after else { continue }
      let unit = measure.unit
      let effects = comparison.effects(place)
      let isNeutral = measure.better == .neutral
      row([
        measure.title[words.language], words.value(old.median, unit), words.value(new.median, unit),
        "\(words.value(old.least, unit))–\(words.value(old.most, unit))",
        "\(words.value(new.least, unit))–\(words.value(new.most, unit))",
        isNeutral ? "" : "\(result.worse)", isNeutral ? "" : "\(result.better)",
        result.worstAfter.map(name) ?? "",
        effects.first.map { words.direction($0) } ?? say("ingen", "none"),
        effects.map { words.numbers($0) }.joined(separator: "; "),
      ])
    }
    endTable()
    html.raw("</section>\n")
  }

  // MARK: Findings

  private mutating func findings() {
    section("findings", say("Funn ett for ett", "Findings one by one"))
    html.element("p", words.findingDates)
    guard let changes = comparison.findings else {
      html.raw("</section>\n")
      return
    }
    table(
      say("Hvor mange funn", "How many findings"),
      [
        say("Bane", "Lane"), say("Nye", "New"), say("Borte", "Gone"), say("Grovere", "Graver"),
        say("Mildere", "Milder"), say("Som før", "Unchanged"),
      ])
    for lane in Lane.allCases {
      let count = FindingChangeCounts(changes, comparison, lane)
      row(
        [lane.title[words.language]]
          + [count.new, count.gone, count.graver, count.milder, count.unchanged].map { "\($0)" })
    }
    endTable()
    list(
      changes.new + changes.graver.map(\.after), report.after,
      say("Nytt eller grovere", "New or graver"))
    list(changes.gone, report.before, say("Borte", "Gone"))
    html.raw("</section>\n")
  }

  private mutating func list(_ indices: [Int], _ plan: CheckReport, _ title: String) {
    let ranked = FindingChanges.ranked(indices, plan.analysis)
    guard !ranked.isEmpty else { return }
    html.element("h3", title)
    html.raw("<ul class=\"plain\">\n")
    for index in ranked.prefix(Self.mostFindings) {
      let finding = plan.analysis.findings[index]
      html.raw(
        "<li><span class=\"\(HTMLReport.statusClass(finding.status))\"><span class=\"sym\" aria-hidden=\"true\">"
      )
      html.text(finding.status.sign)
      html.raw("</span> ")
      html.text(finding.status.title[words.language])
      html.raw("</span> <code>")
      html.text(RuleBook.rule(of: finding).id)
      html.raw("</code> ")
      html.text(plan.text(of: finding).message[words.language])
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
    let rest = ranked.count - Self.mostFindings
    if rest > 0 { html.element("p", say("… og \(rest) til.", "… and \(rest) more."), class: "mut") }
  }

  // MARK: Numbers

  /// Everything that the pictures show, as numbers, and those who are in one plan only.
  private mutating func everybody() {
    section("everybody", say("Alle tall", "Every number"), "brk")
    let shown = comparison.measures.indices.filter { comparison.measures[$0].isShown }
    html.raw("<details class=\"all\" open><summary>")
    html.text(say("Ansatt for ansatt", "Employee by employee"))
    html.raw("</summary>\n")
    table(
      say(
        "Før → etter\(comparison.length.areEqual ? "" : ", antall og timer for fire uker")",
        "Before → after\(comparison.length.areEqual ? "" : ", counts and hours for four weeks")"),
      [say("Ansatt", "Employee")] + shown.map { comparison.measures[$0].title[words.language] },
      "tab every")
    let rest = comparison.matched.count..<comparison.people.count
    for index in comparison.worstOffFirst + Array(rest) {
      let person = comparison.people[index]
      row(
        [name(index)]
          + shown.map { place in
            let (old, new) = person.values[place]
            let unit = comparison.measures[place].unit
            return old == new && old != nil
              ? words.value(old, unit) : "\(words.value(old, unit)) → \(words.value(new, unit))"
          })
    }
    endTable()
    html.raw("</details></section>\n")
  }

  private mutating func footer(_ command: String, _ version: String) {
    html.raw("</main>\n<footer>")
    for text in words.premises { html.element("p", text) }
    if report.names.areGuessable {
      html.element(
        "p",
        say(
          "Pseudonymene er laget uten egen nøkkel: den som kjenner et navn, kan regne dem ut.",
          "The pseudonyms are made without a key of your own: whoever knows a name can compute them."
        ))
    }
    html.raw("<p>")
    html.text(say("Laget med fatigue \(version): ", "Made with fatigue \(version): "))
    html.element("code", command)
    html.raw("</p></footer>\n</body></html>\n")
  }
}
