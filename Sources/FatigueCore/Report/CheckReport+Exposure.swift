extension CheckReport {
  /// How one thing is spread over the people of a plan.
  public struct Exposure: Sendable {
    /// The name of the metric, as JSON has it.
    public var metric: String
    public var title: Localized
    public var least: Double
    public var median: Double
    public var most: Double
    /// Index in ``Roster/people`` of whoever has most; the first by name of several.
    public var worstOff: Int
  }

  /// People a group needs before anything is said of it as a group.
  public static let smallestGroup = 5

  private static let measures:
    [(metric: String, title: Localized, value: @Sendable (PersonMetrics) -> Double)] = [
      ("nights", Localized(nb: "netter", en: "nights"), { Double($0.nights) }),
      ("weekends", Localized(nb: "helger", en: "weekends"), { Double($0.weekends) }),
      (
        "sundays", Localized(nb: "søn- og helgedager", en: "Sundays, holidays"),
        { Double($0.sundays) }
      ),
      ("holidays", Localized(nb: "helligdager", en: "holidays"), { Double($0.holidays) }),
      (
        "quickReturns", Localized(nb: "hviler under 11 t", en: "rests under 11 h"),
        { Double($0.quickReturns) }
      ),
      (
        "nightHours", Localized(nb: "timer kl. 21–06", en: "hours 21–06"),
        { Double($0.nightSeconds) / 3600 }
      ),
      (
        "sundayHours", Localized(nb: "søndagstimer", en: "Sunday hours"),
        { Double($0.sundaySeconds) / 3600 }
      ),
      ("hours", Localized(nb: "timer i alt", en: "hours in all"), { Double($0.seconds) / 3600 }),
      (
        "hoursKss7", Localized(nb: "timer med KSS ≥ 7", en: "hours at KSS ≥ 7"),
        { $0.secondsKss7 / 3600 }
      ),
      ("maxKss", Localized(nb: "høyeste KSS", en: "highest KSS"), { $0.maxKss ?? 0 }),
    ]

  /// The spread of each measure over those who work; nil for a group under five.
  public var exposure: [Exposure]? {
    let people = analysis.people
    let working = people.indices.filter { people[$0].shifts > 0 }
    guard working.count >= Self.smallestGroup else { return nil }
    return Self.measures.map { measure in
      let values = working.map { measure.value(people[$0]) }
      let sorted = values.sorted()
      let middle = sorted.count / 2
      let median =
        sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      let most = sorted[sorted.count - 1]
      let worst =
        zip(working, values).filter { $0.1 == most }
        .min { names.shown[$0.0] < names.shown[$1.0] }?.0 ?? working[0]
      return Exposure(
        metric: measure.metric, title: measure.title, least: sorted[0], median: median,
        most: most, worstOff: worst)
    }
  }

  /// What authorities count, and how many findings of law each has: breaches and disputed, not
  /// waived, and each of its own.
  public struct AuthorityCount: Sendable {
    public var key: String
    public var title: Localized
    public var count: Int
    /// None of its rules was tried, so that nothing is counted.
    public var isUntried: Bool

    /// `rest between shifts 3`, or that it was not tried.
    public var text: Localized {
      let number = NumberText.count(count)
      return isUntried
        ? Localized(nb: "\(title.nb) ikke prøvd", en: "\(title.en) not tried")
        : Localized(nb: "\(title.nb) \(number.nb)", en: "\(title.en) \(number.en)")
    }
  }

  private static let authorityRules: [(key: String, title: Localized, rules: [String])] = [
    (
      "restBetweenShifts", Localized(nb: "hvile mellom vakter", en: "rest between shifts"),
      ["AML-10-8-1"]
    ),
    ("weeklyRest", Localized(nb: "ukehvile", en: "weekly rest"), ["AML-10-8-2"]),
    (
      "hoursPerDay", Localized(nb: "timer per døgn", en: "hours per day"),
      ["AML-10-4-1D", "AML-10-5-1D", "AML-10-5-2D", "AML-10-6-8D"]
    ),
    (
      "hoursPerWeek", Localized(nb: "timer per uke", en: "hours per week"),
      ["AML-10-4-1W", "AML-10-5-1W", "AML-10-5-2W", "AML-10-6-8X", "AML-10-6-8W"]
    ),
  ]

  /// The four numbers that authorities count (`spec/rules.md` section 10).
  public var authorityCounts: [AuthorityCount] {
    var perRule = [Int](repeating: 0, count: RuleBook.rules.count)
    for finding in analysis.findings where !finding.isWaived && finding.status >= .disputed {
      perRule[Int(finding.rule)] += 1
    }
    let tried = Set(analysis.rulesTried)
    return Self.authorityRules.map { entry in
      // Rules of one kind answer for one place each: the most of them, not their sum.
      let rules = entry.rules.compactMap { RuleBook.index($0) }
      return AuthorityCount(
        key: entry.key, title: entry.title, count: rules.map { perRule[$0] }.max() ?? 0,
        isUntried: !rules.contains(where: tried.contains))
    }
  }

  /// Everybody, by index: most breaches first, then most disputed, then most hours at KSS 7 and more: an
  /// order of reading, not a score.
  public var mostExposedFirst: [Int] {
    let people = analysis.people
    var breaches = [Int](repeating: 0, count: people.count)
    var disputed = breaches
    for finding in analysis.findings where !finding.isAboutPlan && !finding.isWaived {
      switch finding.status {
      case .breach: breaches[Int(finding.person)] += 1
      case .disputed: disputed[Int(finding.person)] += 1
      case .warning, .note: break
      }
    }
    return people.indices.sorted { a, b in
      if breaches[a] != breaches[b] { return breaches[a] > breaches[b] }
      if disputed[a] != disputed[b] { return disputed[a] > disputed[b] }
      let (x, y) = (people[a].secondsKss7, people[b].secondsKss7)
      return x == y ? names.shown[a] < names.shown[b] : x > y
    }
  }
}
