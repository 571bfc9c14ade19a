/// What was found, what may be read in more than one way, and what can be done.
extension MeetingPaper {
  /// Of one rule: the worst of its findings, then the others by rank.
  struct RuleFindings {
    var rule: Rule
    var indices: [Int]

    /// The gravest status, then the farthest past the limit, then the first.
    mutating func bringWorstFirst(_ findings: [Finding]) {
      var worst = 0
      for place in indices.indices.dropFirst()
      where Finding.isGraver(findings[indices[place]], findings[indices[worst]]) {
        worst = place
      }
      indices.insert(indices.remove(at: worst), at: 0)
    }
  }

  /// Findings of one lane by rule, the gravest rule first.
  private func byRule(_ indices: [Int]) -> [RuleFindings] {
    var places: [UInt16: Int] = [:]
    var groups: [RuleFindings] = []
    for index in list.ranked(indices) {
      let finding = report.analysis.findings[index]
      if let place = places[finding.rule] {
        groups[place].indices.append(index)
      } else {
        places[finding.rule] = groups.count
        groups.append(RuleFindings(rule: RuleBook.rule(of: finding), indices: [index]))
      }
    }
    for place in groups.indices { groups[place].bringWorstFirst(report.analysis.findings) }
    return groups
  }

  // MARK: Findings

  /// What findings of a lane are held against, as the parties would say it.
  private enum Basis: CaseIterable {
    case law, agreement, norms, research, model, data

    var lane: Lane {
      switch self {
      case .law: .law
      case .agreement, .norms: .agreement
      case .research: .research
      case .model: .model
      case .data: .data
      }
    }

    var title: Localized {
      switch self {
      case .law: Localized(nb: "Loven", en: "The law")
      case .agreement: Localized(nb: "Avtaler", en: "Agreements")
      // Advice of one party and practice of the authority are no agreement between the parties.
      case .norms: Localized(nb: "Råd og praksis", en: "Advice and practice")
      case .research: Localized(nb: "Forskning", en: "Research")
      case .model: Localized(nb: "Predikert søvnighet", en: "Predicted sleepiness")
      case .data: Localized(nb: "Opplysninger i planen", en: "Data of the plan")
      }
    }

    init(_ finding: Finding) {
      let rule = RuleBook.rule(of: finding)
      self =
        switch RuleBook.lane(of: finding) {
        case .law: .law
        case .agreement:
          ["EMP", "AT"].contains(rule.pack) && !finding.isAgreed ? .norms : .agreement
        case .research: .research
        case .model: .model
        case .data: .data
        }
    }
  }

  var findings: Paper.Section? {
    var rows: [Paper.Row] = []
    for basis in Basis.allCases {
      let own = list.order.filter { Basis(report.analysis.findings[$0]) == basis }
      if !own.isEmpty { rows += self.rows(basis, own) }
    }
    guard !rows.isEmpty else { return nil }
    return Paper.Section(
      heading: say("Funn", "Findings"),
      blocks: [
        .table(
          Paper.Table(
            head: [
              say("Regel og grunnlag", "Rule and basis"), say("Funn", "Findings"),
              say("Groveste: målt mot grense", "Gravest: measured against limit"),
              say("Hvem og når", "Who and when"),
            ], widths: [34, 14, 26, 26], rows: rows))
      ])
  }

  private func rows(_ basis: Basis, _ own: [Int]) -> [Paper.Row] {
    let groups = byRule(own)
    let shown = size.rules[basis.lane] ?? 1
    var rows = [Paper.Row(cells: [basis.title[language], counts(own), "", ""], isHead: true)]
    for group in groups.prefix(shown) {
      let worst = report.analysis.findings[group.indices[0]]
      let subject = cut(words.subject(of: worst), 40)
      rows.append(
        Paper.Row(cells: [
          "\(group.rule.id) \(group.rule.title[language]), \(group.rule.section[language])",
          counts(group.indices), measure(worst, group.rule),
          "\(subject), \(words.dates(of: worst))",
        ]))
    }
    let rest = groups.dropFirst(shown)
    if !rest.isEmpty {
      let ids = rest.prefix(size.others).map { "\($0.rule.id) (\($0.indices.count))" }
      let others = rest.count - ids.count
      let more =
        others == 1
        ? say("1 regel til", "1 more rule")
        : others > 0 ? say("\(others) regler til", "\(others) more rules") : nil
      let texts = (ids + [more].compactMap(\.self)).joined(separator: ", ")
      let head =
        ids.isEmpty ? say("I alt i andre regler", "In other rules") : say("Dessuten", "Besides")
      rows.append(
        Paper.Row(cells: [
          "\(head): \(texts)", counts(rest.flatMap(\.indices)),
          say("i den fullstendige rapporten", "in the full report"), "",
        ]))
    }
    return rows
  }

  /// `9 brudd, 2 omtvistet`
  private func counts(_ indices: [Int]) -> String {
    FindingStatus.allCases.reversed().compactMap { status in
      let count = indices.count { report.analysis.findings[$0].status == status }
      return count > 0
        ? "\(NumberText.count(count)[language]) \(status.plural(count)[language])" : nil
    }.joined(separator: ", ")
  }

  /// `7 t 15 min; minst 8 t`, with what is counted where the unit is a number of something.
  private func measure(_ finding: Finding, _ rule: Rule) -> String {
    let measured = MeasureText.value(finding.measured, finding.unit)[language]
    let text = measured + "; " + words.limit(of: finding)
    guard finding.unit == .count else { return text }
    // The first of a rule's levels says what is counted; the others are called by their colour.
    let limit = rule.limits.first { $0.unit == .count && !$0.isParameter }
    return limit.map { "\($0.title[language]): \(text)" } ?? text
  }

  // MARK: What the parties may see differently

  var disputed: Paper.Section? {
    let indices = list.order.filter { report.analysis.findings[$0].status == .disputed }
    guard !indices.isEmpty else { return nil }
    let groups = Lane.allCases.flatMap { lane in
      byRule(indices.filter { RuleBook.lane(of: report.analysis.findings[$0]) == lane })
    }
    var items = groups.prefix(size.disputed).map { group in
      Paper.Item(
        lead: "\(group.rule.id) \(group.rule.title[language]) (\(group.indices.count)).",
        text: reading(group))
    }
    if let more = more(groups.count, items.count) { items.append(Paper.Item(text: more)) }
    return Paper.Section(
      heading: say("Omtvistede punkter, med lesemåtene", "Disputed points, with their readings"),
      blocks: [.list(items)])
  }

  /// Readings that are the mildest of their kind: where one of them fails, all do, and what helps is an
  /// agreement.
  private static let mildest: Reading = [.touches, .gap, .fixed]

  private func reading(_ group: RuleFindings) -> String {
    var readings: Reading = []
    var needsAgreement = false
    for index in group.indices {
      let own = report.analysis.findings[index].readings
      if own.isEmpty || !own.isDisjoint(with: Self.mildest) {
        needsAgreement = true
      } else {
        readings.formUnion(own)
      }
    }
    var texts: [String] = []
    if !readings.isEmpty {
      let titles = readings.titles.map { $0[language] }.joined(separator: "; ")
      texts.append(
        say(
          "Ikke oppfylt når loven leses slik: \(titles). Lest mildere er det ikke et funn.",
          "Fails when the law is read so: \(titles). Read more mildly it is no finding."))
    }
    if needsAgreement {
      let head = say(
        "Ikke oppfylt når det ikke er avtalt noe annet. Kan avtales: ",
        "Fails when nothing else is agreed. Can be agreed: ")
      texts.append(
        group.rule.deviation.map { head + cut($0[language], 260) }
          ?? say(
            "Avhenger av en avtale som ikke er oppgitt.", "Depends on an agreement not on file."))
    }
    return texts.joined(separator: " ")
  }

  // MARK: What is needed, and what can be done

  /// What was missing when rules were tried, each once, the commonest first.
  private var missing: [(text: String, rules: [String])] {
    var places: [String: Int] = [:]
    var groups: [(text: String, rules: [String])] = []
    for entry in report.analysis.notAssessed {
      let text = entry.missing[language]
      if let place = places[text] {
        if !groups[place].rules.contains(entry.rule) { groups[place].rules.append(entry.rule) }
      } else {
        places[text] = groups.count
        groups.append((text, [entry.rule]))
      }
    }
    return groups.enumerated().sorted {
      $0.element.rules.count == $1.element.rules.count
        ? $0.offset < $1.offset : $0.element.rules.count > $1.element.rules.count
    }.map(\.element)
  }

  var supplies: Paper.Section? {
    let hasDisputed = report.counts.contains { $0.status == .disputed }
    let reading =
      hasDisputed
      ? say(
        "hvilken lesemåte av de omtvistede punktene de legger til grunn; ",
        "which reading of the disputed points they go by; ") : ""
    var items = [
      Paper.Item(
        lead: say("Arbeidsgiver:", "The employer:"),
        text: say(
          """
          avtaler som gjelder for planen, med dato og parter; når planen ble drøftet og gjort kjent; \
          vurderingen av om ordningen er forsvarlig.
          """,
          """
          agreements that hold for the plan, with date and parties; when the plan was discussed and \
          made known; the assessment of whether the arrangement is sound.
          """)),
      Paper.Item(
        lead: say("Tillitsvalgte:", "The representatives:"),
        text: reading
          + say(
            "avtaler de har inngått, og hva de ansatte får igjen for avvik.",
            "agreements they have made, and what the employees get in return for deviations.")),
    ]
    let missing = self.missing
    if !missing.isEmpty {
      let texts = missing.prefix(size.facts).map { entry in
        let more = entry.rules.count > 2 ? " +\(entry.rules.count - 2)" : ""
        return "\(cut(entry.text, 140)) (\(entry.rules.prefix(2).joined(separator: ", "))\(more))"
      }
      let all = texts + [more(missing.count, texts.count)].compactMap(\.self)
      items.append(
        Paper.Item(
          lead: say("Mangler for å prøve flere regler:", "Missing for more rules to be tried:"),
          text: all.joined(separator: "; ")))
    }
    return Paper.Section(
      heading: say("Det partene legger fram", "What the parties bring"), blocks: [.list(items)])
  }

  /// The first remedy of the gravest finding of each rule, what explains others first.
  var changes: Paper.Section? {
    let roots = list.order.filter { report.analysis.findings[$0].causedBy < 0 }
    var proposals: [Paper.Item] = []
    var known: Set<String> = []
    for group in byRule(roots) {
      let finding = list[group.indices[0]].finding
      guard let remedy = report.text(of: finding).remedies.first else { continue }
      let about = finding.isAboutPlan ? "" : cut(words.subject(of: finding), 40) + ": "
      let text = about + cut(RemedyVoice.infinitive(remedy.text[language], language), 200)
      guard known.insert(text).inserted else { continue }
      proposals.append(Paper.Item(text: "\(text) (\(group.rule.id))"))
    }
    guard !proposals.isEmpty else { return nil }
    let shown = Array(proposals.prefix(size.changes))
    var blocks: [Paper.Block] = [
      .paragraph(
        say(
          """
          Programmets forslag til det groveste funnet av hver regel. Ingen av partene er bundet av dem; \
          andre løsninger kan være bedre.
          """,
          """
          The program's proposals for the gravest finding of each rule. They bind neither party; other \
          solutions may be better.
          """)), .numbered(shown),
    ]
    if let more = more(proposals.count, shown.count) { blocks.append(.paragraph(more)) }
    return Paper.Section(heading: say("Mulige endringer", "Possible changes"), blocks: blocks)
  }
}

/// A remedy as something that may be done, where it must tell nobody to do it.
enum RemedyVoice {
  /// The first sentence with `å` or `to` before it, as `å flytte eller ta bort vakten.`
  static func infinitive(_ text: String, _ language: Language) -> String {
    let sentence = firstSentence(text)
    var words = sentence.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let first = words.first?.lowercased() else { return sentence }
    switch language {
    case .en:
      guard !nouns.contains(first) else { return sentence }
      words[0] = "to " + first
    case .nb:
      let verb = first.filter(\.isLetter)
      guard let infinitive = verbs[verb] else { return sentence }
      words[0] = "å " + infinitive + first.dropFirst(verb.count)
      for place in words.indices.dropFirst(2)
      where words[place - 1] == "eller" || words[place - 1] == "og" {
        if !notAlwaysVerbs.contains(words[place]) {
          words[place] = verbs[words[place]] ?? words[place]
        }
      }
    }
    return words.joined(separator: " ")
  }

  /// Up to a point that a new sentence follows.
  private static func firstSentence(_ text: String) -> String {
    var before: [Character] = [" ", " "]
    for place in text.indices {
      if before[1] == " ", [".", "!", "?"].contains(before[0]), text[place].isUppercase {
        return String(text[..<place].dropLast())
      }
      before = [before[1], text[place]]
    }
    return text
  }

  /// What remedies begin with in Norwegian, and its infinitive.
  static let verbs = [
    "ansett": "ansette", "avslutt": "avslutte", "avtal": "avtale", "be": "be", "begynn": "begynne",
    "bruk": "bruke", "bygg": "bygge", "bytt": "bytte", "del": "dele", "endre": "endre",
    "flytt": "flytte",
    "fordel": "fordele", "forleng": "forlenge", "frys": "fryse", "følg": "følge", "før": "føre",
    "gi": "gi",
    "gjør": "gjøre", "gå": "gå", "ha": "ha", "hold": "holde", "jevn": "jevne", "kjør": "kjøre",
    "kort": "korte",
    "la": "la", "legg": "legge", "oppdater": "oppdatere", "opprett": "opprette",
    "overlat": "overlate", "plasser": "plassere", "planlegg": "planlegge", "rett": "rette",
    "se": "se", "send": "sende", "sett": "sette", "sjekk": "sjekke", "skriv": "skrive",
    "slutt": "slutte", "slå": "slå", "snakk": "snakke", "snu": "snu", "sov": "sove", "spre": "spre",
    "start": "starte",
    "stopp": "stoppe", "søk": "søke", "sørg": "sørge", "ta": "ta", "tilby": "tilby",
    "undersøk": "undersøke", "unngå": "unngå", "utsett": "utsette", "veksle": "veksle",
    "velg": "velge", "vurder": "vurdere", "øk": "øke",
  ]
  /// Words that are verbs only at the beginning.
  private static let notAlwaysVerbs: Set<String> = [
    "før", "rett", "kort", "se", "del", "sett", "bruk",
  ]
  /// What remedies begin with in English that is no verb.
  static let nouns: Set<String> = [
    "fewer", "for", "only", "no", "if", "rest", "to", "at", "long", "is", "or", "the", "a", "an",
    "employed",
  ]
}
