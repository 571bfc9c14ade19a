/// Sentences and numbers that more than one format for people says about two plans.
public struct ComparisonWords: Sendable {
  public let report: ComparisonReport
  public let language: Language

  public init(report: ComparisonReport, language: Language) {
    self.report = report
    self.language = language
  }

  private var comparison: PlanComparison { report.comparison }
  func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }

  /// A list with `and` before the last.
  func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + say(" og ", " and ") + last
  }

  // MARK: What is compared

  public var title: String {
    report.isTrial
      ? say("Endring prøvd på planen", "A change tried on the plan")
      : say("To planer sammenlignet", "Two plans compared")
  }

  /// `turnus.csv, 23. februar – 5. april 2026, 24 ansatte, 557 vakter`
  public func plan(isAfter: Bool) -> String {
    let words = ReportWords(isAfter ? report.after : report.before, language)
    return [words.inputs, words.period, words.size].joined(separator: ", ")
  }

  /// What each change that is tried does, with what people are called.
  public var changes: [String] { report.changes.map(change) }

  private func change(_ change: AppliedChange) -> String {
    let who = report.name(of: change.person)
    let other = change.other.map { report.name(of: $0) }
    let date = change.date.text[language]
    let (old, new) = (change.before.joined(separator: ", "), change.after.joined(separator: ", "))
    let free = say("fri", "free")
    if let other, change.isSwap {
      return say(
        "\(who) og \(other) bytter \(date): \(old.isEmpty ? free : old) mot \(new.isEmpty ? free : new)",
        "\(who) and \(other) swap \(date): \(old.isEmpty ? free : old) for \(new.isEmpty ? free : new)"
      )
    }
    if let other {
      return say(
        "\(old) \(date) går fra \(who) til \(other)",
        "\(old) on \(date) goes from \(who) to \(other)")
    }
    if old.isEmpty { return say("\(who) får \(new) \(date)", "\(who) gets \(new) on \(date)") }
    if new.isEmpty {
      return say("\(who) slipper \(old) \(date)", "\(who) is freed of \(old) on \(date)")
    }
    return "\(who) \(date): \(old) → \(new)"
  }

  /// How counts are told, where the plans differ in length.
  public var length: String? {
    let length = comparison.length
    guard !length.areEqual else { return nil }
    return say(
      """
      Planene er ulikt lange (\(length.before) og \(length.after) dager): antall og timer er regnet om \
      til fire uker. Noe er verre først når det er mer enn det gamle tallet ville gitt i den nye lengden, \
      rundet opp.
      """,
      """
      The plans differ in length (\(length.before) and \(length.after) days): counts and hours are told for \
      four weeks. Something is worse only when it is more than the old count would give in the new length, \
      rounded up.
      """)
  }

  /// Who is in both plans, how that was found, and who is in one only. Nobody is left out unsaid.
  public var matching: [String] {
    guard !report.isTrial else { return [] }
    let matching = comparison.matching
    let count = matching.pairs.count
    let how =
      switch matching.method {
      case .identity: say("etter ansattnummer eller navn", "by staff number or name")
      case .line:
        say(
          "etter linje: den første i den ene planen er den første i den andre",
          "by line: the first of one plan is the first of the other")
      case .map:
        say(
          "etter listen i --map, ellers nummer eller navn",
          "by the list of --map, else number or name")
      }
    var texts = [
      say(
        "\(count) er i begge planene (\(how)).",
        count == 1 ? "1 is in both plans (\(how))." : "\(count) are in both plans (\(how)).")
    ]
    for (isAfter, people) in [(false, matching.onlyBefore), (true, matching.onlyAfter)]
    where !people.isEmpty {
      let names = comparison.people.indices.filter {
        isAfter ? comparison.people[$0].before == nil : comparison.people[$0].after == nil
      }.map { report.names.shown[$0] }
      let shown = names.prefix(12).joined(separator: ", ")
      let more =
        names.count > 12 ? say(" og \(names.count - 12) til", " and \(names.count - 12) more") : ""
      texts.append(
        isAfter
          ? say("Bare i den nye: \(shown)\(more).", "Only in the new plan: \(shown)\(more).")
          : say("Bare i den gamle: \(shown)\(more).", "Only in the old plan: \(shown)\(more)."))
    }
    return texts
  }

  /// Whether both plans hold as much work; nil where there is nothing to say.
  public var amount: String? {
    let (old, new) = (report.before.totals, report.after.totals)
    let length = comparison.length
    let a = Double(old.workSeconds) / 3600
    let b = Double(new.workSeconds) / 3600 * Double(length.before) / Double(length.after)
    guard a > 0 else { return nil }
    let percent = Int(((b - a) / a * 1000).rounded())
    guard percent.magnitude >= 10 else { return nil }
    let share = decimal(Double(percent.magnitude) / 10)
    return percent > 0
      ? say(
        "Den nye planen har \(share) % mer arbeid: forskjeller kan komme av det.",
        "The new plan holds \(share)% more work: differences may come from that.")
      : say(
        "Den nye planen har \(share) % mindre arbeid: forskjeller kan komme av det.",
        "The new plan holds \(share)% less work: differences may come from that.")
  }

  // MARK: Who gains and who loses

  /// The first thing that is said: who comes off worse, lane by lane.
  public var headline: String {
    let all = comparison.matched.count
    guard all > 0 else {
      return say(
        "Ingen er i begge planene, så ingen kan sies å tape eller vinne; bare gruppene kan settes opp mot hverandre.",
        "Nobody is in both plans, so nobody can be said to lose or gain; only the groups can be set side by side."
      )
    }
    guard comparison.losers > 0 else {
      return say(
        "Ingen av \(all) kommer verre ut i banene som er målt.",
        "None of \(all) comes off worse in the lanes that were measured.")
    }
    let lanes = ComparisonLane.allCases.compactMap { lane in
      let count = comparison.count(.worse, in: lane)
      return count > 0 ? "\(lane.title[language].lowercased()) \(count)" : nil
    }
    return say(
      "\(comparison.losers) av \(all) kommer verre ut i minst én bane: \(lanes.joined(separator: ", ")).",
      "\(comparison.losers) of \(all) \(comparison.losers == 1 ? "comes" : "come") off worse in at least one lane: \(lanes.joined(separator: ", "))."
    )
  }

  /// Those who gain, and those for whom nothing changes.
  public var gainers: String? {
    let all = comparison.matched.count
    guard all > 0 else { return nil }
    let same = all - comparison.losers - comparison.winners
    return say(
      "\(comparison.winners) kommer bedre ut i noe og verre ut i ingenting; \(same) er som før.",
      "\(comparison.winners) \(comparison.winners == 1 ? "comes" : "come") off better in something and worse in nothing; \(same) \(same == 1 ? "is" : "are") as before."
    )
  }

  /// Findings that no person answers for, and people in one plan only, may make a lane worse too.
  public func verdict(_ lane: ComparisonLane) -> String {
    switch comparison.verdict(lane) {
    case .worse: say("verre", "worse")
    case .better: say("bedre", "better")
    case .same: say("som før", "as before")
    }
  }

  /// `brudd 1,6 → 1,2, omtvistet 11,7 → 9,0`: of a lane, for 100 shifts; empty without findings.
  public func rates(_ lane: Lane) -> String {
    let (old, new) = comparison.counts(lane)
    let (a, b) = (report.before.totals.shifts, report.after.totals.shifts)
    return FindingStatus.allCases.reversed().compactMap { status in
      guard old[status] + new[status] > 0 else { return nil }
      let word = status.plural(2)[language]
      return "\(word) \(rate(old[status], a)) → \(rate(new[status], b))"
    }.joined(separator: ", ")
  }

  func rate(_ count: Int, _ shifts: Int) -> String {
    shifts == 0 ? "–" : decimal(Double(count) * 100 / Double(shifts))
  }

  /// `delte helger 1 → 3`
  public func change(_ change: ComparedChange) -> String {
    let (name, unit): (String, ComparedMeasure.Unit)
    switch change.item {
    case .findings(_, let status): (name, unit) = (status.plural(2)[language], .count)
    case .measure(let place):
      (name, unit) = (comparison.measures[place].title[language], comparison.measures[place].unit)
    }
    return "\(name) \(value(change.before, unit)) → \(value(change.after, unit))"
  }

  /// `lov: brudd 2 → 3; fritid: delte helger 1 → 3`
  public func changes(_ changes: [ComparedChange]) -> String {
    var parts: [(lane: ComparisonLane, texts: [String])] = []
    for change in changes {
      if parts.last?.lane == change.lane {
        parts[parts.count - 1].texts.append(self.change(change))
      } else {
        parts.append((change.lane, [self.change(change)]))
      }
    }
    return parts.map {
      "\($0.lane.title[language].lowercased()): \($0.texts.joined(separator: ", "))"
    }.joined(separator: "; ")
  }

  // MARK: Numbers

  public func decimal(_ value: Double, digits: Int = 1) -> String {
    let limited = min(max(value * 100, -1e15), 1e15)
    return NumberText.decimal(hundredths: Int(limited.rounded()), digits: digits)[language]
  }

  /// Counts as whole numbers where they are, everything else with one decimal.
  public func value(_ value: Double?, _ unit: ComparedMeasure.Unit) -> String {
    guard let value else { return "–" }
    switch unit {
    case .count where value == value.rounded() && value.magnitude < 1e9:
      return NumberText.count(Int(value))[language]
    case .share:
      return say("\(decimal(value * 100, digits: 0)) %", "\(decimal(value * 100, digits: 0))%")
    default: return decimal(value)
    }
  }

  // MARK: Effects

  public func size(_ effect: EffectSize) -> String {
    switch effect.size {
    case .negligible: say("ubetydelig", "negligible")
    case .small: say("liten", "small")
    case .medium: say("middels", "medium")
    case .large: say("stor", "large")
    }
  }

  /// `middels nedgang`, `liten økning, kan være ingen`
  public func direction(_ effect: EffectSize) -> String {
    guard effect.size != .negligible else { return size(effect) }
    let text =
      "\(size(effect)) " + (effect.d < 0 ? say("nedgang", "decrease") : say("økning", "increase"))
    return effect.holdsZero ? text + say(", kan være ingen", ", may be none") : text
  }

  /// `d_av −0,62 (−1,01 til −0,23), g −0,60`
  public func numbers(_ effect: EffectSize) -> String {
    let name =
      switch effect.design {
      case .paired: "d_av"
      case .pairedByChange: "d_z"
      case .unpaired: "d_s"
      }
    let numbers = [effect.d, effect.low, effect.high, effect.g].map { decimal($0, digits: 2) }
    return say(
      "\(name) \(numbers[0]) (\(numbers[1]) til \(numbers[2])), g \(numbers[3])",
      "\(name) \(numbers[0]) (\(numbers[1]) to \(numbers[2])), g \(numbers[3])")
  }

  /// What the numbers of effects mean, once for a page.
  public var effects: String {
    say(
      """
      d er forskjellen delt på hvor ulike de ansatte er: 0,2 er liten, 0,5 middels, 0,8 stor (Cohen). d_av \
      (spredt mellom ansatte) og d_z (spredt i endring) gjelder dem som er i begge planene, d_s alle i hver \
      plan; i parentes 95 % intervall; g er d rettet for små grupper (Hedges). Planene er kjent i sin helhet: \
      intervallet sier hva en annen gruppe som denne kunne fått, ikke hvor sikkert det er at disse får det \
      slik.
      """,
      """
      d is the difference divided by how much the employees differ: 0.2 is small, 0.5 medium, 0.8 large \
      (Cohen). d_av (spread between employees) and d_z (spread of change) are of those in both plans, d_s of \
      everybody in each; in brackets the 95% interval; g is d corrected for small groups (Hedges). The plans \
      are known in full: the interval tells what another group like this one might get, not how sure it is \
      that these get it.
      """)
  }

  /// Why nothing is said of the group.
  public var suppressed: String {
    say(
      "Under fem ansatte er i begge planene: ingenting er sagt om gruppen.",
      "Fewer than five employees are in both plans: nothing is said of the group.")
  }

  /// On what dates findings were compared one by one, or why not.
  public var findingDates: String {
    guard let findings = comparison.findings else {
      return say(
        """
        Planene har ikke de samme datoene, så funn kan ikke settes opp mot hverandre ett for ett; se tallene \
        for hver bane.
        """,
        """
        The plans do not have the same dates, so findings cannot be set side by side one by one; see the \
        numbers of each lane.
        """)
    }
    let period = DateText.period(
      from: findings.dates.lowerBound, through: findings.dates.upperBound)
    return say(
      "Datoer begge planene har: \(period.nb).", "Dates that both plans have: \(period.en).")
  }

  /// What a reader must know of how it was made.
  public var premises: [String] {
    var texts: [String] = []
    let old = ReportWords(report.before, language)
    let new = ReportWords(report.after, language)
    for text in old.premises + new.premises where !texts.contains(text) { texts.append(text) }
    if comparison.changedOn == nil, comparison.people.contains(where: { changedDays($0) > 0 }),
      !report.isTrial
    {
      let dates = comparison.matched.reduce(0) { $0 + changedDays($1) }
      texts.append(
        say(
          "\(dates) datoer er endret for noen; med --changed-on DATO telles de som kom sent.",
          "\(dates) dates are changed for somebody; with --changed-on DATE those that came late are counted."
        ))
    }
    if let text = old.uncertainty { texts.append(text) }
    return texts
  }

  private func changedDays(_ person: ComparedPerson) -> Int {
    guard let place = comparison.measures.firstIndex(where: { $0.id == "changedDays" }),
      let value = person.values[place].after, person.before != nil
    else { return 0 }
    return Int(value.rounded())
  }
}
