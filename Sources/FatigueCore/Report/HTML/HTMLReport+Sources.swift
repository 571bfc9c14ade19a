/// What was tried and by which sources, what was not, and how the page was made.
extension HTMLReport {
  mutating func sources() {
    html.raw("<section id=\"rules\" aria-labelledby=\"h-rules\"><h2 id=\"h-rules\">")
    html.text(say("Regler og kilder", "Rules and sources"))
    html.raw("</h2>\n")
    agreements()
    rulesThatFound()
    rulesWithoutFindings()
    notAssessed()
    diagnostics()
    html.raw("</section>\n")
  }

  private mutating func agreements() {
    guard !report.agreements.isEmpty else { return }
    html.element("h3", say("Avtaler som er oppgitt", "Agreements on file"))
    html.raw("<ul>")
    for agreement in report.agreements { html.element("li", say(AgreementText.full(agreement))) }
    html.raw("</ul>\n")
  }

  private mutating func rulesThatFound() {
    var shown: [Int] = []
    for group in groups where !shown.contains(group.rule) { shown.append(group.rule) }
    guard !shown.isEmpty else { return }
    html.raw("<dl class=\"rules\">\n")
    for rule in shown.map({ RuleBook.rules[$0] }) {
      html.raw("<dt><span class=\"rid\">\(rule.id)</span> ")
      html.text(say(rule.title))
      html.raw("</dt>")
      html.element("dd", say(rule.test))
      html.raw("<dd class=\"sm\">")
      html.text(say(rule.section) + ". ")
      for (place, source) in rule.sources.enumerated() {
        html.text(place == 0 ? "" : "; ")
        html.link(outside: source.url, say(source.text))
        html.text(" (\(say(source.trust.title)))")
      }
      html.raw("</dd>\n")
    }
    html.raw("</dl>\n")
  }

  private mutating func rulesWithoutFindings() {
    let found = Set(groups.map(\.rule))
    let tried = report.analysis.rulesTried.filter { !found.contains($0) }
    guard !tried.isEmpty, report.totals.shifts > 0 else { return }
    html.element("h3", say("Prøvd uten funn", "Tried without findings"))
    for lane in Lane.allCases {
      let rules = tried.map { RuleBook.rules[$0] }.filter { $0.lane == lane }
      guard !rules.isEmpty else { continue }
      html.raw("<p class=\"sm\"><b>")
      html.text(say(lane.title))
      html.raw("</b> ")
      html.text(rules.map { "\($0.id) \(say($0.title))" }.joined(separator: "; "))
      html.raw(".</p>\n")
    }
  }

  /// By what is missing.
  private mutating func notAssessed() {
    var missing: [String] = []
    var rules: [String: [String]] = [:]
    for entry in report.analysis.notAssessed {
      let text = say(entry.missing)
      if rules[text] == nil { missing.append(text) }
      if rules[text]?.contains(entry.rule) != true { rules[text, default: []].append(entry.rule) }
    }
    guard !missing.isEmpty else { return }
    html.element("h3", say("Ikke vurdert, og hva som mangler", "Not assessed, and what is missing"))
    html.raw("<dl class=\"missing\">\n")
    for text in missing {
      html.element("dt", text)
      html.element("dd", rules[text, default: []].joined(separator: ", "))
    }
    html.raw("</dl>\n")
  }

  /// Diagnostics of one code shown.
  private static let shownPerCode = 10

  private mutating func diagnostics() {
    let all = report.diagnostics
    guard !all.isEmpty else { return }
    html.element("h3", say("Om det som ble lest", "About what was read"))
    html.raw("<ul class=\"sm\">\n")
    var counts: [String: Int] = [:]
    for entry in all {
      counts[entry.code.id, default: 0] += 1
      guard counts[entry.code.id, default: 0] <= Self.shownPerCode else { continue }
      html.raw("<li>")
      html.element("span", entry.code.id, class: "rid")
      html.text(" " + say(entry.message))
      if let place = entry.place {
        html.text(" (\(place.path):\(place.line):\(place.column))")
      }
      html.raw("</li>\n")
    }
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > Self.shownPerCode {
      html.element(
        "li",
        say(
          "\(code): \(self.count(count - Self.shownPerCode)) til",
          "\(code): \(self.count(count - Self.shownPerCode)) more"))
    }
    html.raw("</ul>\n")
  }

  // MARK: Footer

  mutating func footer() {
    html.raw("</main>\n<footer>")
    if report.names.areGuessable {
      html.element(
        "p",
        say(
          """
          Pseudonymene er laget uten egen nøkkel: den som kjenner et navn, kan regne dem ut. \
          fatigue init lager en nøkkel.
          """,
          """
          The pseudonyms are made without a key of your own: whoever knows a name can compute them. \
          fatigue init makes a key.
          """))
    }
    html.element(
      "p",
      say(
        """
        Rapporten viser hva som ble prøvd og hva som ble funnet. Den avgjør ikke om en plan følger \
        loven; det gjør partene, Arbeidstilsynet og domstolene.
        """,
        """
        The report shows what was tried and what was found. It does not decide whether a plan follows \
        the law; the parties, the Labour Inspection Authority and the courts do.
        """))
    html.raw("<p>")
    if !options.command.isEmpty {
      html.raw("<code>")
      html.text(options.command)
      html.raw("</code><br>")
    }
    html.text(
      say(
        "fatigue \(options.toolVersion), profil \(Profile.id) \(Profile.version), modell "
          + "\(report.analysis.settings.model.id) \(Profile.modelVersion), tidssone "
          + "\(roster.zone.name)",
        "fatigue \(options.toolVersion), profile \(Profile.id) \(Profile.version), model "
          + "\(report.analysis.settings.model.id) \(Profile.modelVersion), time zone "
          + "\(roster.zone.name)"))
    for (index, input) in report.reading.understood.enumerated() {
      html.raw("<br>")
      html.text("\(input.path) (\(say(input.layout)))")
      if index < options.digests.count, let digest = options.digests[index] {
        html.raw(" <code>sha256:\(digest)</code>")
      }
    }
    html.raw("</p></footer>\n")
    scriptWords()
    html.raw("<script>\(HTMLScript.source)</script></body></html>\n")
  }

  /// What the script says, in the language of the page.
  private mutating func scriptWords() {
    var json = JSONWriter(isIndented: false)
    json.beginObject()
    for (key, text) in [
      ("week", say("uke", "week")), ("highest", say("høyest KSS", "highest KSS")),
      ("shift", say("vakt", "shift")), ("off", say("ingen vakt", "no shift")),
      ("mark", language == .nb ? "," : "."), ("fe", say(FindingStatus.breach.title)),
      ("fd", say(FindingStatus.disputed.title)), ("fw", say(FindingStatus.warning.title)),
      ("fn", say(FindingStatus.note.title)),
      ("curve", say("Predikert søvnighet for", "Predicted sleepiness of")),
    ] {
      json.member(key, text)
    }
    list("lanes", CurveWindow.laneTitles.map { say($0) }, &json)
    list("days", (1...7).map { say(DateText.weekday($0)) }, &json)
    list("months", (1...12).map { say(DateText.month($0)) }, &json)
    json.endObject()
    html.raw("<script type=\"application/json\" id=\"words\">")
    html.raw(String(decoding: json.takeBytes(), as: UTF8.self))
    html.raw("</script>\n")
  }

  private func list(_ key: String, _ texts: [String], _ json: inout JSONWriter) {
    json.key(key)
    json.beginArray(isInline: true)
    for text in texts { json.string(text) }
    json.endArray()
  }
}
