/// The top of the page: what was looked at, what was found in each lane, and four numbers.
extension HTMLReport {
  mutating func banner() {
    html.raw("<a class=\"skip\" href=\"#main\">")
    html.text(say("Hopp til innholdet", "Skip to the content"))
    html.raw("</a>\n<header><div>")
    html.element("h1", title)
    html.element("p", facts, class: "mut")
    html.raw("</div>\n<div class=\"tools\">")
    for (id, label) in [
      ("kss", say("Vis KSS-tall", "Show KSS numbers")),
      ("theme", say("Lys / mørk", "Light / dark")),
      ("print", say("Skriv ut", "Print")),
    ] {
      // Without JavaScript they would do nothing.
      html.raw("<button id=\"\(id)\" type=\"button\" hidden>")
      html.text(label)
      html.raw("</button>")
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

  /// Period, people, shifts and how people are named.
  private var facts: String {
    let shifts = report.totals.shifts
    let naming =
      switch report.names.style {
      case .pseudonym, .numbered: say("pseudonymer", "pseudonyms")
      case .initials: say("initialer", "initials")
      case .real: say("virkelige navn", "real names")
      }
    return [
      say(DateText.period(from: roster.firstDate, through: roster.lastDate)),
      employeeCount(roster.people.count),
      say(
        shifts == 1 ? "1 vakt" : "\(count(shifts)) vakter",
        shifts == 1 ? "1 shift" : "\(count(shifts)) shifts"), naming,
    ].joined(separator: " · ")
  }

  private var contents: [(String, String)] {
    [
      ("roster", say("Turnus", "Roster")), ("findings", say("Funn", "Findings")),
      ("people", say("Ansatte", "Employees")),
      ("load", say("Netter, rotasjon og hvile", "Nights, rotation and rest")),
      ("models", say("Usikkerhet", "Uncertainty")),
      ("rules", say("Regler og kilder", "Rules and sources")),
    ]
  }

  mutating func summary() {
    html.raw("<section aria-labelledby=\"h-summary\"><h2 class=\"vh\" id=\"h-summary\">")
    html.text(say("Oppsummering", "Summary"))
    html.raw("</h2>\n")
    warnings()
    html.element("p", verdict, class: "verdict")
    lanes()
    if report.totals.shifts > 0 { keyFigures() }
    remarks()
    html.raw("</section>\n")
  }

  /// What a reader must know before anything else.
  private mutating func warnings() {
    if let unread = words.unread { warning(unread) }
    if report.names.style == .real {
      warning(
        say(
          "Rapporten har virkelige navn. Den er for dem som har rett til å se dem.",
          "This report has real names. It is for those who may see them."))
    }
    if let hypothetical = words.hypothetical { warning(hypothetical) }
  }

  private mutating func warning(_ text: String) { html.element("p", text, class: "alert") }

  /// One sentence on the plan. It never says that a plan is lawful or safe.
  private var verdict: String {
    guard report.totals.shifts > 0 else {
      return say(
        "Ingen vakter i planen, så ingen regel er prøvd.",
        "No shifts in the plan, so no rule was tried.")
    }
    guard !report.counts.isEmpty else {
      return say(
        "Ingen funn i reglene som er prøvd. Det betyr ikke at alt er prøvd.",
        "No findings in the rules tried. That does not mean everything was tried.")
    }
    let law = report.counts.filter { $0.lane == .law }
    let listed = law.map { "\(count($0.count)) \(say($0.status.plural($0.count)))" }
    let counts =
      listed.count < 2
      ? listed.joined()
      : listed.dropLast().joined(separator: ", ") + say(" og ", " and ") + listed[listed.count - 1]
    let all = employeeCount(roster.people.count)
    let concerned = Set(
      report.analysis.findings.lazy.filter {
        !$0.isWaived && !$0.isAboutPlan && RuleBook.lane(of: $0) == .law
      }.map(\.person)
    ).count
    var text =
      law.isEmpty
      ? say("Ingen funn i lovreglene som er prøvd.", "No findings in the rules of law tried.")
      : say(
        "Mot loven: \(counts), hos \(count(concerned)) av \(all).",
        "Against the law: \(counts), for \(count(concerned)) of \(all).")
    if let share = shareAtKss7 {
      text += say(
        " Modellen venter KSS 7 eller mer i \(share) % av vakttimene.",
        " The model expects KSS 7 or more in \(share)% of the duty hours.")
    }
    return text
  }

  private var shareAtKss7: Int? {
    let totals = report.totals
    guard totals.peak != nil, totals.workSeconds > 0 else { return nil }
    return Int((totals.secondsKss7 * 100 / Double(totals.workSeconds)).rounded())
  }

  // MARK: Counts

  /// Each lane by itself; there is no sum of them.
  private mutating func lanes() {
    guard report.totals.shifts > 0 else { return }
    html.raw("<dl class=\"key lanes\">")
    for lane in Lane.allCases {
      let counts = report.counts.filter { $0.lane == lane }
      // The input itself is a lane only where something is noticed.
      guard lane != .data || !counts.isEmpty else { continue }
      html.raw("<div>")
      html.element("dt", say(lane.title))
      html.raw("<dd>")
      if counts.isEmpty {
        html.element("span", say("ingen funn", "no findings"), class: "big none")
      }
      for entry in counts {
        html.raw("<span class=\"big \(Self.statusClass(entry.status))\">")
        sign(entry.status)
        html.text(" \(count(entry.count)) ")
        html.element("span", say(entry.status.plural(entry.count)), class: "word")
        html.raw("</span>")
      }
      html.element("span", say(lane.basis), class: "sm mut")
      html.raw("</dd></div>")
    }
    html.raw("</dl>\n")
  }

  /// The sign of a status; its word must stand beside it.
  mutating func sign(_ status: FindingStatus) {
    html.raw("<span class=\"sym\" aria-hidden=\"true\">\(status.sign)</span>")
  }

  static func statusClass(_ status: FindingStatus) -> String {
    switch status {
    case .breach: "e"
    case .disputed: "d"
    case .warning: "w"
    case .note: "n"
    }
  }

  private mutating func keyFigures() {
    let people = report.analysis.people
    let totals = report.totals
    html.raw("<dl class=\"key\">")
    if let peak = totals.peak, let kss = people[peak].maxKss {
      let at = roster.civil(people[peak].maxKssAt).wholeMinute.text
      figure(
        say("Høyeste predikerte søvnighet", "Highest predicted sleepiness"),
        "KSS " + rating(KSS(kss)), person: peak, say(at))
    }
    if let share = shareAtKss7 {
      let (hours, all) = (
        wholeHours(totals.secondsKss7), wholeHours(Double(totals.workSeconds))
      )
      figure(
        say("Vakttimer med KSS ≥ 7", "Duty hours at KSS ≥ 7"), say("\(share) %", "\(share)%"),
        say("\(hours) av \(all) timer", "\(hours) of \(all) hours"))
    }
    if let shortest = people.compactMap(\.shortestRest).min() {
      let short = people.count { $0.quickReturns > 0 }
      figure(
        say("Korteste hvile mellom vakter", "Shortest rest between shifts"),
        say(Elapsed(seconds: shortest).text),
        say("\(employeeCount(short)) under 11 t", "\(employeeCount(short)) under 11 h"))
    }
    if let run = people.map(\.longestNightRun).max(), run > 0 {
      let who = people.count { $0.longestNightRun == run }
      figure(
        say("Lengste nattrekke", "Longest run of nights"),
        say(MeasureText.value(Fraction(Int64(run)), .nights)), employeeCount(who))
    }
    html.raw("</dl>\n")
  }

  private mutating func figure(
    _ title: String, _ value: String, person: Int? = nil, _ detail: String
  ) {
    html.raw("<div>")
    html.element("dt", title)
    html.raw("<dd>")
    html.element("span", value, class: "big")
    html.raw("<span class=\"sm mut\">")
    if let person {
      self.person(person)
      html.raw(", ")
    }
    html.text(detail)
    html.raw("</span></dd></div>")
  }

  /// A person's name, as a link where the page has something of the person.
  mutating func person(_ person: Int) {
    if hasPage(person) {
      html.link(fragment(person), name(person))
    } else {
      html.text(name(person))
    }
  }

  func hasPage(_ person: Int) -> Bool { rows[person] != nil }

  /// What the counts mean and rest on.
  private mutating func remarks() {
    guard report.totals.shifts > 0 else { return }
    var lines = [
      words.following, words.ownChoices, words.rounds, words.agreementsMissing, words.waived,
      words.baseline,
    ]
    .compactMap(\.self)
    let tried = report.authorityCounts.map { say($0.text) }
    lines.append(
      say("Det tilsynet og kommunen teller: ", "What authorities count: ")
        + tried.joined(separator: ", ") + ".")
    for line in lines { html.element("p", line, class: "sm mut wide") }
    html.raw("\n")
  }
}

extension Lane {
  /// What findings of the lane are measured against.
  var basis: Localized {
    switch self {
    case .law: Localized(nb: "arbeidsmiljøloven", en: "the Working Environment Act")
    case .agreement:
      Localized(
        nb: "avtaler, partenes råd og tilsynets praksis",
        en: "agreements, advice of the parties, practice of the authority")
    case .research: Localized(nb: "råd fra forskning", en: "advice from research")
    case .model: Localized(nb: "predikert søvn og søvnighet", en: "predicted sleep and sleepiness")
    case .data: Localized(nb: "planen selv", en: "the plan itself")
    }
  }
}
