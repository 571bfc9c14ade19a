/// `check -f protokoll`: a paper for the meeting where employer and union representatives discuss the
/// plan, in Markdown or HTML; two printed pages of A4, whatever the plan.
///
/// It says what was found and on what it rests, the disputed points with their readings, what each side
/// brings and which changes are possible. It takes no side: it tells nobody what to do, and nothing in it
/// says that a plan can or cannot be used, so that both parties can sign that they have seen it. What there
/// is no room for is counted, and stands in the full report.
struct MeetingPaper {
  let list: FindingList
  let words: ReportWords
  let options: FormatOptions
  let size: Size

  /// How much of each list there is room for.
  struct Size {
    var rules: [Lane: Int]
    /// Ids of the other rules of a lane.
    var others: Int
    var disputed: Int
    var agreements: Int
    var facts: Int
    var changes: Int

    /// The first that fits two pages is used; the last always does.
    static let all = [
      Size(
        rules: [.law: 8, .agreement: 3, .research: 5, .model: 4, .data: 2], others: 16,
        disputed: 7, agreements: 6, facts: 6, changes: 6),
      Size(
        rules: [.law: 6, .agreement: 2, .research: 4, .model: 3, .data: 1], others: 12,
        disputed: 6, agreements: 5, facts: 5, changes: 5),
      Size(
        rules: [.law: 5, .agreement: 2, .research: 3, .model: 2, .data: 1], others: 10,
        disputed: 5, agreements: 4, facts: 4, changes: 4),
      Size(
        rules: [.law: 4, .agreement: 1, .research: 2, .model: 2, .data: 1], others: 6,
        disputed: 4, agreements: 3, facts: 3, changes: 3),
      Size(
        rules: [.law: 3, .agreement: 1, .research: 1, .model: 1, .data: 1], others: 0,
        disputed: 2, agreements: 2, facts: 2, changes: 2),
    ]
  }

  /// Signs of one text from an input or a rule; longer ones end in `…`.
  static let longest = 330

  static func markdown(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    Array(paper(report, options).markdown.utf8)
  }

  static func html(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    PaperPage.bytes(paper(report, options), options.language)
  }

  /// In the largest size in which both languages fit, so that both say the same.
  static func paper(_ report: CheckReport, _ options: FormatOptions) -> Paper {
    let writers = Language.allCases.map { language in
      (
        language: language, list: FindingList(report, language),
        words: ReportWords(report, language)
      )
    }
    return Paper.fitting(Size.all, options.language) { size, language in
      let writer = writers.first { $0.language == language } ?? writers[0]
      return MeetingPaper(list: writer.list, words: writer.words, options: options, size: size)
        .paper
    }
  }

  var report: CheckReport { list.report }
  var settings: AnalysisSettings { report.analysis.settings }
  var language: Language { words.language }
  func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }

  /// A text of any length within ``longest``.
  func cut(_ text: String, _ length: Int = longest) -> String { Paper.cut(text, length) }

  /// `og 3 til, i den fullstendige rapporten`; nothing when all were shown.
  func more(_ all: Int, _ shown: Int) -> String? {
    guard all > shown else { return nil }
    return say(
      "og \(all - shown) til, i den fullstendige rapporten.",
      "and \(all - shown) more, in the full report.")
  }

  private var paper: Paper {
    Paper(
      title: say("Grunnlag for drøfting av arbeidsplan", "Paper for the discussion of a roster"),
      sections: [
        plan, findings, disputed, agreements, uncertainty, supplies, changes, signatures,
      ].compactMap(\.self))
  }

  // MARK: The plan

  private var plan: Paper.Section? {
    let totals = report.totals
    let hours = Int((Double(totals.workSeconds) / 3600).rounded())
    let nights = report.analysis.people.reduce(0) { $0 + $1.nights }
    let tried = report.analysis.rulesTried.count
    func counted(_ count: Int, _ nb: (String, String), _ en: (String, String)) -> String {
      let number = NumberText.count(count)[language]
      return number + " " + (count == 1 ? say(nb.0, en.0) : say(nb.1, en.1))
    }
    var items = [
      Paper.Item(
        lead: say("Planen.", "The plan."),
        text: [
          cut(words.inputs, 120), words.period, words.size,
          counted(hours, ("time", "timer"), ("hour", "hours")),
          counted(nights, ("natt", "netter"), ("night", "nights")),
        ].joined(separator: ", ") + "."),
      Paper.Item(
        lead: say("Prøvd mot.", "Tried against."),
        text: say(
          "Profil \(Profile.id) \(Profile.version) med \(tried) regler, søvnmodell "
            + "\(settings.model.id), fatigue \(options.toolVersion).",
          "Profile \(Profile.id) \(Profile.version) with \(tried) rules, sleep model "
            + "\(settings.model.id), fatigue \(options.toolVersion).")),
    ]
    items += digests
    let authority = report.authorityCounts.map { $0.text[language] }
    items.append(
      Paper.Item(
        lead: say("Funn.", "Findings."),
        text: words.verdict + ". "
          + say("Det tilsynet og kommunen teller: ", "What authorities count: ")
          + authority.joined(separator: ", ") + "."))
    let premises = words.premises.map { cut($0) }
    if !premises.isEmpty {
      items.append(
        Paper.Item(
          lead: say("Forutsetninger.", "Premises."), text: premises.joined(separator: " ")))
    }
    return Paper.Section(heading: nil, blocks: [.list(items)])
  }

  /// By which both parties can tell that they have the same file.
  private var digests: [Paper.Item] {
    let known = zip(report.reading.sources.files, options.digests).compactMap { file, digest in
      digest.map { (file.path, $0) }
    }
    guard !known.isEmpty else { return [] }
    let lead = say("Kontrollsum (SHA-256).", "Digest (SHA-256).")
    if known.count == 1 { return [Paper.Item(lead: lead, text: "", code: known[0].1)] }
    let shown = known.prefix(2).map { "\(cut($0.0, 40)) \($0.1)" }.joined(separator: ", ")
    return [
      Paper.Item(
        lead: lead, text: [shown, more(known.count, 2)].compactMap(\.self).joined(separator: " "))
    ]
  }

  // MARK: Agreements and uncertainty

  private var agreements: Paper.Section? {
    var items = report.agreements.map { agreement in
      Paper.Item(text: cut(AgreementText.full(agreement)[language]))
    }
    items += report.waivers.map { waiver in
      let reason = cut("\(waiver.reason) (\(waiver.agreedBy))", 200)
      return Paper.Item(
        text: say(
          "Fravik fra \(waiver.rule) til \(waiver.expires.iso): \(reason).",
          "Waiver of \(waiver.rule) until \(waiver.expires.iso): \(reason)."))
    }
    let all = items.count
    items = Array(items.prefix(size.agreements))
    if let more = more(all, items.count) { items.append(Paper.Item(text: more)) }
    if all == 0 { items.append(Paper.Item(text: say("Ingen er oppgitt.", "None are on file."))) }
    if settings.limits.agreementsComplete {
      items.append(
        Paper.Item(text: say("Listen er meldt fullstendig.", "The list is said to be complete.")))
    }
    return Paper.Section(
      heading: say("Avtaler og fravik som er brukt", "Agreements and waivers that are used"),
      blocks: [.list(items)])
  }

  private var uncertainty: Paper.Section? {
    let items = [
      words.uncertainty.map {
        $0
          + say(
            " Modellen kjenner planen, ikke den enkelte: reisevei, søvnbehov, sykdom og arbeid "
              + "andre steder er ikke med når de ikke er oppgitt.",
            " The model knows the plan, not the person: travel, need of sleep, illness and work "
              + "elsewhere are not in it unless they are given.")
      },
      say(
        "Reglene er prøvd på planen slik den ble lest; faktisk arbeidet tid kan være en annen.",
        "The rules were tried on the plan as it was read; the hours actually worked may differ."),
      edge,
    ].compactMap(\.self)
    return Paper.Section(
      heading: say("Usikkerhet", "Uncertainty"), blocks: [.list(items.map { Paper.Item(text: $0) })]
    )
  }

  /// What lies before and after the plan, and what it may change.
  private var edge: String? {
    let roster = report.roster
    guard !roster.shifts.isEmpty else { return nil }
    let first = roster.firstDate.text[language]
    let last = roster.lastDate.text[language]
    if let known = roster.surroundings {
      guard !known.repeats else {
        return say(
          "Planen gjentar seg, og begynnelsen er prøvd mot slutten av den.",
          "The plan repeats, and its beginning was tried against its end.")
      }
      return say(
        "Ukene før planen er lest. Det som kommer etter \(last), er ikke kjent.",
        "The weeks before the plan were read. What comes after \(last) is not known.")
    }
    var text = say(
      """
      Før \(first) og etter \(last) er ingenting kjent. Arbeid i ukene før kan gi flere eller grovere \
      funn om hvile, netter og dager på rad, ukesnitt og søvn i planens første dager. Uker i kanten som \
      ikke er hele, er ikke prøvd for ukehvile.
      """,
      """
      Nothing is known before \(first) and after \(last). Work in the weeks before can give more or \
      graver findings on rest, nights and days in a row, weekly averages, and sleep in the first days of \
      the plan. Weeks at the edge that are not whole were not tried for weekly rest.
      """)
    let cut = CheckReport.count(
      report.analysis.findings.lazy.filter { $0.horizonTruncated && !$0.isWaived })
    if !cut.isEmpty {
      let counts = LaneText.list(cut, language)
      text += say(" Funn ved kanten: \(counts).", " Findings at the edge: \(counts).")
    }
    return text
  }

  private var signatures: Paper.Section? {
    Paper.signatures(
      language, of: Localized(nb: "planen", en: "the plan"),
      full: Localized(nb: "Fullstendig rapport:", en: "Full report:"),
      command: options.fullReport.isEmpty ? "fatigue check -f html" : options.fullReport)
  }
}
