/// `check -f protokoll`: a paper for the meeting where employer and union representatives discuss the
/// plan, in Markdown; two printed pages for a ward.
///
/// It says what was found and on what it rests, the disputed points with their readings, what each side
/// must supply and which changes are proposed. It takes no side: nothing in it says that a plan can or
/// cannot be used, so that both parties can sign that they have seen it.
struct MeetingPaper {
  /// Rules in a table of a lane, changes proposed, and facts asked for.
  static let (mostRules, mostChanges, mostFacts) = (6, 6, 8)

  private let list: FindingList
  private let words: ReportWords
  private let options: FormatOptions
  private var text = ""

  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var paper = MeetingPaper(
      list: FindingList(report, options.language),
      words: ReportWords(report, options.language), options: options)
    paper.document()
    return Array(paper.text.utf8)
  }

  private init(list: FindingList, words: ReportWords, options: FormatOptions) {
    self.list = list
    self.words = words
    self.options = options
  }

  private var report: CheckReport { list.report }
  private var settings: AnalysisSettings { report.analysis.settings }
  private var language: Language { words.language }
  private func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }
  private func plain(_ text: String) -> String { MarkdownText.escaped(text) }

  private mutating func heading(_ nb: String, _ en: String) { text += "\n## \(say(nb, en))\n\n" }
  private mutating func items(_ lines: [String]) { for line in lines { text += "- \(line)\n" } }

  private mutating func document() {
    let title = say("Grunnlag for drøfting av arbeidsplan", "Paper for the discussion of a roster")
    text += "# \(title)\n\n"
    plan()
    counts()
    for lane in Lane.allCases { findings(lane) }
    disputed()
    agreements()
    uncertainty()
    supplies()
    changes()
    signatures()
  }

  // MARK: The plan

  private mutating func plan() {
    let totals = report.totals
    let hours = Int((Double(totals.workSeconds) / 3600).rounded())
    let nights = report.analysis.people.reduce(0) { $0 + $1.nights }
    items([
      say("Plan: ", "Plan: ") + plain(words.inputs) + ", \(words.period).",
      say("Omfang: ", "Size: ") + words.size + ", "
        + say(
          "\(NumberText.count(hours).nb) timer, \(NumberText.count(nights).nb) netter.",
          "\(NumberText.count(hours).en) hours, \(NumberText.count(nights).en) nights."),
      say("Prøvd mot: ", "Tried against: ")
        + say(
          "\(Profile.id) \(Profile.version), \(report.analysis.rulesTried.count) regler, modell "
            + "\(settings.model.id).",
          "\(Profile.id) \(Profile.version), \(report.analysis.rulesTried.count) rules, model "
            + "\(settings.model.id)."),
    ])
    for (summary, digest) in zip(report.reading.sources.files, options.digests) {
      guard let digest else { continue }
      text += say("- Kontrollsum av ", "- Digest of ") + plain(summary.path) + ": `\(digest)`\n"
    }
    for premise in words.premises { text += "- \(premise)\n" }
  }

  /// The four numbers authorities ask for.
  private mutating func counts() {
    let texts = report.authorityCounts.map { "\($0.title[language]) \($0.count)" }
    text += say("- Funn etter loven: ", "- Findings by the law: ") + texts.joined(separator: ", ")
    text += ".\n"
  }

  // MARK: Findings

  /// Of one rule in one lane: the worst of its findings, then the others by rank.
  private struct RuleFindings {
    var rule: Rule
    var indices: [Int]

    /// The gravest status, then the farthest past the limit, then the first.
    mutating func bringWorstFirst(_ findings: [Finding]) {
      var worst = 0
      for place in indices.indices.dropFirst() {
        let (a, b) = (findings[indices[place]], findings[indices[worst]])
        if a.status != b.status ? a.status > b.status : a.excess > b.excess { worst = place }
      }
      indices.insert(indices.remove(at: worst), at: 0)
    }
  }

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

  private mutating func findings(_ lane: Lane) {
    let own = list.order.filter { RuleBook.lane(of: report.analysis.findings[$0]) == lane }
    guard !own.isEmpty else { return }
    let (nb, en): (String, String) =
      switch lane {
      case .law: ("Loven", "The law")
      case .agreement: ("Avtaler", "Agreements")
      case .research: ("Faglige råd", "Advice from research")
      case .model: ("Predikert søvn og søvnighet", "Predicted sleep and sleepiness")
      case .data: ("Opplysningene i planen", "The data of the plan")
      }
    heading(nb, en)
    text += MarkdownText.head([
      say("Regel", "Rule"), say("Grunnlag", "Basis"), say("Funn", "Findings"),
      say("Det groveste: målt, grense, hvem og når", "The gravest: measured, limit, who and when"),
    ])
    let groups = byRule(own)
    for group in groups.prefix(Self.mostRules) {
      let worst = report.analysis.findings[group.indices[0]]
      let measured = MeasureText.value(worst.measured, worst.unit)[language]
      let place = "\(plain(words.subject(of: worst))), \(words.dates(of: worst))"
      text += MarkdownText.row([
        "\(group.rule.id): \(plain(group.rule.title[language]))",
        plain(group.rule.section[language]),
        counts(group.indices),
        measured + say("; grense ", "; limit ") + words.limit(of: worst) + "; " + place,
      ])
    }
    let rest = groups.dropFirst(Self.mostRules)
    guard !rest.isEmpty else { return }
    let texts = rest.map { "\($0.rule.id) \($0.indices.count)" }.joined(separator: ", ")
    text += "\n" + say("Dessuten: ", "Besides: ") + texts + ".\n"
  }

  /// `9 brudd, 2 omtvistet`
  private func counts(_ indices: [Int]) -> String {
    FindingStatus.allCases.reversed().compactMap { status in
      let count = indices.count { report.analysis.findings[$0].status == status }
      return count > 0 ? "\(count) \(status.plural(count)[language])" : nil
    }.joined(separator: ", ")
  }

  // MARK: What the parties may see differently

  private mutating func disputed() {
    let indices = list.order.filter { report.analysis.findings[$0].status == .disputed }
    guard !indices.isEmpty else { return }
    heading("Omtvistede punkter", "Disputed points")
    for group in byRule(indices).prefix(Self.mostRules * 2) {
      let readings = group.indices.reduce(into: Reading()) {
        $0.formUnion(report.analysis.findings[$1].readings)
      }
      var line =
        "**\(group.rule.id) \(plain(group.rule.title[language]))** (\(group.indices.count)). "
      if readings.isEmpty {
        line +=
          group.rule.deviation.map { plain($0[language]) }
          ?? say(
            "Avhenger av en avtale som ikke er oppgitt.", "Depends on an agreement not on file.")
      } else {
        let titles = readings.titles.map { plain($0[language]) }.joined(separator: "; ")
        line +=
          say("Svikter når loven leses slik: ", "Fails when the law is read so: ") + titles + "."
      }
      text += "- \(line)\n"
    }
  }

  private mutating func agreements() {
    heading("Avtaler og fravik som er brukt", "Agreements and waivers that are used")
    let limits = settings.limits
    items(limits.agreements.map { plain(AgreementText.line($0)[language]) })
    items(
      report.waivers.map { waiver in
        let reason = "\(plain(waiver.reason)) (\(plain(waiver.agreedBy)))"
        return say(
          "Fravik fra \(plain(waiver.rule)) til \(waiver.expires.iso): \(reason).",
          "Waiver of \(plain(waiver.rule)) until \(waiver.expires.iso): \(reason).")
      })
    if limits.agreements.isEmpty, settings.waivers.isEmpty {
      text += say("Ingen er oppgitt.", "None are on file.") + "\n"
    } else if limits.agreementsComplete {
      text += "\n" + say("Listen er meldt fullstendig.", "The list is said to be complete.") + "\n"
    }
  }

  private mutating func uncertainty() {
    heading("Usikkerhet", "Uncertainty")
    items(
      [
        words.uncertainty,
        say(
          """
          Modellen kjenner planen, ikke den enkelte: reisevei, søvnbehov, sykdom og arbeid andre \
          steder er ikke med når de ikke er oppgitt.
          """,
          """
          The model knows the plan, not the person: travel, need of sleep, illness and work \
          elsewhere are not in it unless they are given.
          """),
        say(
          "Reglene er prøvd på planen slik den ble lest; faktisk arbeidet tid kan være en annen.",
          "The rules were tried on the plan as it was read; the hours actually worked may differ."),
      ].compactMap { $0 })
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

  private mutating func supplies() {
    heading("Hva partene må legge fram", "What the parties must supply")
    let hasDisputed = report.counts.contains { $0.status == .disputed }
    items([
      say(
        """
        Arbeidsgiver: avtaler som gjelder for planen, med dato og parter; når planen ble drøftet og \
        gjort kjent; vurderingen av om ordningen er forsvarlig.
        """,
        """
        The employer: agreements that hold for the plan, with date and parties; when the plan was \
        discussed and made known; the assessment of whether the arrangement is sound.
        """),
      say(
        """
        Tillitsvalgte: \(hasDisputed ? "hvilken lesemåte av de omtvistede punktene de legger til grunn; " : "")\
        avtaler de har inngått, og hva de ansatte får igjen for avvik.
        """,
        """
        The representatives: \(hasDisputed ? "which reading of the disputed points they go by; " : "")\
        agreements they have made, and what the employees get in return for deviations.
        """),
    ])
    let missing = self.missing
    guard !missing.isEmpty else { return }
    text += "\n"
    text += say(
      "Regler som ikke kunne prøves, og hva som mangler:",
      "Rules that could not be tried, and what is missing:")
    text += "\n\n"
    for entry in missing.prefix(Self.mostFacts) {
      let more = entry.rules.count > 3 ? " +\(entry.rules.count - 3)" : ""
      text += "- \(plain(entry.text)) (\(entry.rules.prefix(3).joined(separator: ", "))\(more))\n"
    }
    let rest = missing.count - Self.mostFacts
    if rest > 0 {
      text += say(
        "- \(rest) opplysninger til: fatigue check --all viser dem.\n",
        "- \(rest) more facts: fatigue check --all shows them.\n")
    }
  }

  /// The first remedy of the gravest finding of each rule, what explains others first.
  private mutating func changes() {
    let roots = list.order.filter { report.analysis.findings[$0].causedBy < 0 }
    let groups = byRule(roots).prefix(Self.mostChanges)
    guard !groups.isEmpty else { return }
    heading("Forslag til endringer", "Proposed changes")
    text += say(
      "Hvert forslag gjelder det groveste funnet av sin regel; andre løsninger kan være bedre.",
      "Each is about the gravest finding of its rule; other solutions may be better.")
    text += "\n\n"
    for (number, group) in groups.enumerated() {
      let entry = list[group.indices[0]]
      guard let remedy = report.text(of: entry.finding).remedies.first else { continue }
      let about = entry.finding.isAboutPlan ? "" : plain(words.subject(of: entry.finding)) + ": "
      let level = remedy.level.title[language]
      text +=
        "\(number + 1). \(about)\(plain(remedy.text[language])) (\(level), \(group.rule.id))\n"
    }
  }

  private mutating func signatures() {
    heading("Underskrift", "Signatures")
    text += say(
      """
      Underskrift betyr at parten har sett dette grunnlaget, ikke at parten er enig i det eller i \
      planen.
      """,
      """
      A signature means that the party has seen this paper, not that it agrees with the paper or \
      with the plan.
      """)
    text += "\n\n"
    text += MarkdownText.head([
      say("Part", "Party"), say("Dato", "Date"), say("Navn og underskrift", "Name and signature"),
    ])
    for party in [say("Arbeidsgiver", "Employer"), say("Tillitsvalgte", "Representatives")] {
      text += MarkdownText.row([party, "&nbsp;", "&nbsp;"])
    }
    text += "\n" + say("Laget med", "Made with") + " fatigue \(options.toolVersion). "
    text += say(
      "Reglene med kilder: fatigue explain REGEL.", "The rules with sources: fatigue explain RULE.")
    text += "\n"
  }
}
