import Foundation
import Testing

@testable import FatigueCore

/// A hand-written case of the rule catalogue (`Tests/Data/rules_cases.csv`): every expected value
/// was written by hand and recomputed by two independent evaluators on a time zone database.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  var row: [String: String]
  subscript(name: String) -> String { row[name] ?? "" }
  var testDescription: String { "\(self["case_id"]) \(self["rule_id"]): \(self["rationale"])" }

  var parameters: [String: String] {
    Dictionary(
      self["params"].split(separator: ";").map { part in
        let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
        return (halves[0], halves.count > 1 ? halves[1] : "")
      }, uniquingKeysWith: { first, _ in first })
  }

  var expectsFinding: Bool { self["expected_violation"] == "yes" }

  /// Every case of the catalogue, and those written by us (`Tests/Data/rules_cases_more.csv`).
  static let all: [GoldenCase] = [
    "rules_cases.csv", "rules_cases_more.csv", "rules_cases_more_r1.csv",
    "rules_cases_more_r2.csv", "rules_cases_more_r3.csv", "rules_cases_more_gold.csv",
  ].flatMap {
    ((try? TestData.table($0)) ?? []).map { GoldenCase(row: $0) }
  }

  /// The Mondays that a case is about; nil for all.
  var weeks: [String]? { parameters["weeks"]?.split(separator: "+").map(String.init) }

  // MARK: The plan

  /// The roster, and one day before and after each cycle when the plan repeats.
  func roster() throws -> Roster {
    let parameters = parameters
    if let hours = parameters["weekly_hours"] {
      return try GoldenRoster.weeks(
        Self.repeated(hours), kind: self["rule_id"].contains("10-6-4") ? .overtime : .work)
    }
    if let hours = parameters["hours_4w"] { return try GoldenRoster.nightWeeks(Int(hours) ?? 0) }
    if let sundays = parameters["sundays"] {
      return try GoldenRoster.sundays(sundays.split(separator: "+").map { $0 == "1" })
    }
    var text = self["roster"]
    if let day = parameters["fday"], let code = parameters["code"] {
      text += ";\(code):\(day)T00:00/\(Self.next(day))T00:00"
    }
    if text.isEmpty {
      let day = parameters["shift"].map { String($0.prefix(10)) } ?? "2026-03-02"
      text = "\(day)T07:00/\(day)T15:00"
    }
    let roster = try GoldenRoster.roster(text, horizon: self["horizon"])
    return parameters["cycle_days"].flatMap { Int($0) }.map { roster.repeating(every: $0) }
      ?? roster
  }

  /// `4x40+56` is 40, 40, 40, 40, 56.
  private static func repeated(_ text: String) -> [Double] {
    text.split(separator: "+").flatMap { part -> [Double] in
      let halves = part.split(separator: "x").compactMap { Double($0) }
      return halves.count == 2
        ? Array(repeating: halves[1], count: Int(halves[0])) : [halves.first ?? 0]
    }
  }

  private static func next(_ day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    return ((date ?? CivilDate(days: 0)) + 1).iso
  }

  // MARK: The premises

  func facts() -> Facts {
    let parameters = parameters
    var person = PersonFacts()
    person.age = parameters["age"].flatMap { Int($0) }
    person.isPregnant = parameters["pregnant"] == "1"
    if parameters["special_risk"] == "1" { person.hasSpecialRisk = true }
    person.scheme = parameters["scheme"].flatMap { Int($0) }
    person.isNightExempt = parameters["night_exempt"] == "1"
    person.wasOfferedHealthCheck = parameters["health_check"].map { $0 == "1" }
    person.attendsCompulsorySchool = parameters["school"] == "1"
    person.choseNights = parameters["chose_nights"] == "1"
    if parameters["mainly_passive"] == "1" { person.isMainlyPassive = true }
    person.position = parameters["position"].flatMap(Self.fraction)
    person.staffGroup = parameters["staff_group"]
    var facts = Facts()
    facts.people["A"] = person
    facts.plan.averagingWeeks = parameters["averaging_weeks"].flatMap { Int($0) }
    facts.plan.breaksArePaid = parameters["paid_break"] == "1"
    facts.plan.showsWeeksDaysAndTimes = parameters["shows_times"].map { $0 == "1" }
    facts.plan.hasHoursRecord = parameters["hours_record"].map { $0 == "1" }
    facts.plan.contractsCoverChanges = parameters["contracts"].map { $0 == "1" }
    facts.plan.cycleDays = parameters["cycle_days"].flatMap { Int($0) }
    facts.plan.discussed = parameters["discussed"].flatMap(Self.date)
    facts.plan.effective = parameters["effective"].flatMap(Self.date)
    facts.plan.published = parameters["published"].flatMap(Self.date)
    facts.plan.assessed = parameters["assessed"].flatMap(Self.date)
    facts.plan.weekendEvery = parameters["weekend_every"].flatMap { Int($0) }
    facts.plan.mostNights = parameters["most_nights"].flatMap { Int($0) }
    facts.plan.hasBaselinePeriod = parameters["baseline"].map { $0 == "1" }
    if let place = parameters["rest_place"] {
      var unit = UnitFacts()
      unit.hasRestPlace = place == "1"
      facts.units[""] = unit
    }
    facts.plan.mostOnCall = parameters["most_on_call"].flatMap { Int($0) }
    if let changed = parameters["changed"].flatMap(Self.date),
      let shift = parameters["shift"].flatMap(Self.date)
    {
      facts.plan.changes = [ShiftChange(person: "A", shift: shift, changed: changed)]
    }
    return facts
  }

  /// `3/4` or `1`.
  private static func fraction(_ text: String) -> Fraction? {
    let parts = text.split(separator: "/").compactMap { Int64($0) }
    return parts.first.map { Fraction($0, parts.count > 1 ? parts[1] : 1) }
  }

  /// The date of `2026-03-02` or `2026-03-02T12:00`.
  private static func date(_ text: String) -> CivilDate? {
    let parts = text.prefix(10).split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CivilDate(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  func limits(complete: Bool) -> Limits {
    let parameters = parameters
    var limits = Limits(agreementsComplete: complete)
    if let hour = parameters["day_start"].flatMap({ Int64($0) }) { limits.dayStart = hour * 3600 }
    if let factor = parameters["hv_factor"], let limit = RuleBook.limit("AML-10-4-3.factor") {
      let parts = factor.split(separator: "/").compactMap { Int64($0) }
      limits.set(limit, to: Fraction(parts[0], parts.count > 1 ? parts[1] : 1))
    }
    if let breaks = parameters["hv_breaks_weekly"].flatMap({ Int64($0) }),
      let limit = RuleBook.limit("AML-10-8-2.on-call-breaks")
    {
      limits.set(limit, to: Fraction(breaks))
    }
    if let weeks = parameters["ref_weeks"].flatMap({ Int64($0) }),
      let limit = RuleBook.limit("\(self["rule_id"]).reference")
    {
      limits.set(limit, to: Fraction(weeks))
    }
    if parameters["full_day"] == "1" { limits.set(WeeklyRestRule.fullDay, to: Fraction(1)) }
    for name in ["base", "cap", "floor"] {
      guard let text = parameters[name], let limit = RuleBook.limit("\(self["rule_id"]).\(name)")
      else { continue }
      let tenths = Int64(((Double(text) ?? 0) * 10).rounded())
      limits.set(limit, to: Fraction(tenths, 10))
    }
    limits.agreements = agreements()
    return limits
  }

  private func agreements() -> [Agreement] {
    let parameters = parameters
    let level: AgreementLevel
    switch parameters["agreement"] {
    case "individual": level = .individual
    case "tillitsvalgt": level = .localUnion
    case "innstillingsrett": level = .nationalUnion
    case "tilsynet": level = .authority
    default: return []
    }
    var agreement = Agreement(
      id: "B-1", level: level, from: CivilDate(days: 0), rule: "AML-10-5-A52")
    if let from = parameters["from"].flatMap(Self.date) { agreement.from = from }
    agreement.through = parameters["through"].flatMap(Self.date)
    if let about = parameters["about"] {
      // `RULE` or `RULE.limit` with a value.
      agreement.rule = String(about.prefix { $0 != "." })
      agreement.limit = about.contains(".") ? about : nil
      agreement.value = parameters["value"].flatMap(Self.fraction)
    } else if let hours = parameters["min_rest_h"].flatMap({ Int64($0) }) {
      agreement.rule = "AML-10-8-1"
      agreement.limit = "AML-10-8-1.daily-rest"
      agreement.value = Fraction(hours)
    } else if let hours = parameters["weekly_rest_h"].flatMap({ Int64($0) }) {
      agreement.rule = "AML-10-8-2"
      agreement.limit = "AML-10-8-2.weekly-rest"
      agreement.value = Fraction(hours)
    } else if let hours = parameters["limit_h"].flatMap({ Int64($0) }) {
      agreement.rule = self["rule_id"]
      agreement.limit = RuleBook.rule(self["rule_id"])?.limits.first?.id
      agreement.value = Fraction(hours)
    } else if self["rule_id"].hasPrefix("AML-10-8-4") {
      agreement.rule = "AML-10-8-4A"
    } else if self["rule_id"] == "AML-10-4-3" {
      agreement.rule = self["rule_id"]
    }
    return [agreement]
  }

  // MARK: The answer

  /// What the rule finds for the only person, or for the plan, measures included.
  ///
  /// - Parameter change: Made to the limits first.
  func findings(
    _ rule: Rule, complete: Bool, changing change: (inout Limits) -> Void = { _ in }
  ) throws -> (findings: [Finding], roster: Roster) {
    let roster = try roster()
    let facts = facts()
    var limits = limits(complete: complete)
    change(&limits)
    let evidence = Self.evidence(roster, limits, facts)
    var findings: [Finding] = []
    rule.evaluate(evidence, &findings)
    rule.evaluatePlan?(
      PlanEvidence(roster: roster, limits: limits, facts: facts), &findings)
    if let weeks {
      findings.removeAll { !weeks.contains(roster.civil($0.from).date.iso) }
    }
    // A case that names a way to lay periods is answered for that way alone.
    switch parameters["reading"] {
    case "fixed": findings.removeAll { !$0.readings.contains(.fixed) }
    case "rolling": findings.removeAll { !$0.readings.contains(.rolling) }
    default: break
    }
    return (findings, roster)
  }

  /// What the only person's rules see.
  private static func evidence(_ roster: Roster, _ limits: Limits, _ facts: Facts) -> Evidence {
    var evidence = Evidence(roster: roster, limits: limits, facts: facts)
    var clock = ZoneCursor(roster.zone)
    evidence.turn(to: 0, clock: &clock)
    return evidence
  }

  /// What a rule that measures says without any finding; nil when it has no such measure.
  func measure() throws -> Fraction? {
    guard self["kind"] == "measure", self["rule_id"] == "AML-10-4-3" else { return nil }
    return Self.evidence(try roster(), limits(complete: false), facts()).onCallHours
  }
}

/// Rosters written as `start/end` local times in Oslo, with an optional offset and kind.
enum GoldenRoster {
  static func roster(_ text: String, horizon: String) throws -> Roster {
    let zone = Zone.oslo
    var builder = RosterBuilder(zone: zone)
    let person = builder.person(Person(number: "", name: "A"))
    for entry in text.split(separator: ";") {
      let prefix = entry.prefix { $0.isLetter || $0.isNumber }
      let hasPrefix = entry.dropFirst(prefix.count).first == ":" && prefix.first?.isLetter == true
      let kind = ShiftKind.allCases.first { $0.shortName == String(prefix) }
      let body = hasPrefix ? entry.dropFirst(prefix.count + 1) : entry
      let ends = body.split(separator: "/").map(String.init)
      let (from, to) = (try time(ends[0], zone), try time(ends[1], zone))
      let date = zone.civil(from.instant).date
      let (opens, closes) = (
        builder.seconds(from.instant, on: date), builder.seconds(to.instant, on: date)
      )
      let start = try #require(opens)
      let end = try #require(closes)
      var flags: ShiftFlags = []
      if case .gap = from { flags.insert(.startInGap) }
      if case .gap = to { flags.insert(.endInGap) }
      if case .fold = from { flags.insert(.startInFold) }
      if case .fold = to { flags.insert(.endInFold) }
      let isDayOff = hasPrefix && kind == nil
      if isDayOff { flags.insert(.allDay) }
      let code = isDayOff ? builder.code(String(prefix)) ?? 0 : 0
      builder.append(
        Shift(
          start: start, end: end, person: person, code: code,
          kind: isDayOff ? .off : kind ?? .work, flags: flags),
        startingOn: date)
    }
    let built = builder.build()
    var roster = try #require(built)
    if !horizon.isEmpty {
      let dates = horizon.split(separator: ".").map { String($0) }
      roster.firstDate = try civil(dates[0] + "T00:00").date
      roster.lastDate = try civil(dates[1] + "T00:00").date + -1
    }
    return roster
  }

  /// Five equal shifts a week from a Monday in 2026, so many hours in all.
  static func weeks(_ hours: [Double], kind: ShiftKind) throws -> Roster {
    var parts: [String] = []
    let monday = CivilDate(days: 20_458)
    for (week, total) in hours.enumerated() where total > 0 {
      let shifts = kind == .overtime ? 1 : 5
      let minutes = Int((total * 60).rounded())
      for day in 0..<shifts {
        let length = minutes / shifts + (day < minutes % shifts ? 1 : 0)
        let date = monday + (week * 7 + day)
        let end = 6 * 60 + length
        let last = date + end / 1440
        parts.append(
          "\(kind == .overtime ? "OT:" : "")\(date.iso)T06:00/\(last.iso)T\(clock(end % 1440))")
      }
    }
    return try roster(
      parts.joined(separator: ";"),
      horizon: "\(monday.iso)..\((monday + hours.count * 7).iso)")
  }

  /// Four weeks from a Monday with a night in each, and so many hours in all.
  static func nightWeeks(_ hours: Int) throws -> Roster {
    var parts: [String] = []
    let monday = CivilDate(days: 20_458)
    var left = hours * 60
    for week in 0..<4 {
      let share = left / (4 - week)
      left -= share
      // Four nights and a day shift that takes the rest.
      for night in 0..<4 {
        let date = monday + (week * 7 + night)
        parts.append("\(date.iso)T22:00/\((date + 1).iso)T06:00")
      }
      let rest = share - 4 * 480
      let date = monday + (week * 7 + 5)
      parts.append("\(date.iso)T07:00/\(date.iso)T\(clock(7 * 60 + rest))")
    }
    return try roster(
      parts.joined(separator: ";"), horizon: "\(monday.iso)..\((monday + 28).iso)")
  }

  /// One entry for each week: whether its Sunday is worked.
  static func sundays(_ worked: [Bool]) throws -> Roster {
    // Monday 1 June 2026: no holidays for 29 weeks.
    let monday = CivilDate(days: 20_605)
    let parts = worked.enumerated().filter(\.element).map { week, _ in
      let date = monday + (week * 7 + 6)
      return "\(date.iso)T07:00/\(date.iso)T15:00"
    }
    return try roster(
      parts.joined(separator: ";"),
      horizon: "\(monday.iso)..\((monday + worked.count * 7).iso)")
  }

  private static func clock(_ minutes: Int) -> String {
    let (hour, minute) = (minutes / 60, minutes % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  private static func civil(_ text: String) throws -> CivilTime {
    let parts = text.split(whereSeparator: { "-T:".contains($0) }).compactMap { Int($0) }
    let day = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    return CivilTime(
      day, secondOfDay: parts[3] * 3600 + parts[4] * 60 + (parts.count > 5 ? parts[5] : 0))
  }

  private static func time(_ text: String, _ zone: Zone) throws -> LocalTime {
    guard let plus = text.firstIndex(of: "+") else { return zone.resolve(try civil(text)) }
    let civil = try civil(String(text[..<plus]))
    let offset = text[text.index(after: plus)...].split(separator: ":").compactMap { Int64($0) }
    let seconds = civil.localSeconds - offset[0] * 3600 - offset[1] * 60
    return .unique(Instant(seconds: seconds))
  }
}
