/// Something a rule must be told before it can be assessed.
public struct RuleInput: Sendable {
  /// In words, such as `age`.
  public let id: String
  /// As it stands after "lacks".
  public let title: Localized
  /// Where a user gives it.
  public let place: Localized
  /// Whether this run has it.
  public let isPresent: @Sendable (RosterContents, Facts, Limits) -> Bool

  public init(
    _ id: String, _ title: Localized, place: Localized,
    isPresent: @escaping @Sendable (RosterContents, Facts, Limits) -> Bool
  ) {
    self.id = id
    self.title = title
    self.place = place
    self.isPresent = isPresent
  }
}

extension RuleInput {
  /// `[person."ID"] KEY` of a configuration.
  private static func person(_ key: String) -> Localized {
    Localized(same: "[person.\"ID\"] \(key)")
  }
  private static func plan(_ key: String) -> Localized { Localized(same: "[plan] \(key)") }
  private static func unit(_ key: String) -> Localized { Localized(same: "[ward.\"NAME\"] \(key)") }
  private static func kind(_ kind: ShiftKind) -> Localized {
    Localized(nb: "rader av typen \(kind.name)", en: "rows of kind \(kind.name)")
  }

  private static func known(_ fact: @escaping @Sendable (PersonFacts) -> Bool)
    -> @Sendable (RosterContents, Facts, Limits) -> Bool
  {
    { _, facts, _ in facts.people.values.contains(where: fact) }
  }

  private static func rows(_ kind: ShiftKind) -> @Sendable (RosterContents, Facts, Limits) -> Bool {
    { rows, _, _ in rows.has(kind) }
  }

  public static let age = RuleInput(
    "age", Localized(nb: "alder på ansatte under 18 år", en: "the age of employees under 18"),
    place: person("age"), isPresent: known { $0.age != nil })
  public static let nightExemption = RuleInput(
    "night-exempt", Localized(nb: "hvem som har fritak fra natt", en: "who is exempt from nights"),
    place: person("night-exempt"), isPresent: known(\.isNightExempt))
  public static let specialRisk = RuleInput(
    "special-risk",
    Localized(
      nb: "hvem som har særlig risikofylt eller belastende arbeid",
      en: "whose work is of special risk or heavy strain"),
    place: person("special-risk"),
    isPresent: { _, facts, _ in
      facts.people.values.contains { $0.hasSpecialRisk != nil }
        || facts.units.values.contains { $0.hasSpecialRisk != nil }
    })
  public static let pregnancy = RuleInput(
    "pregnant",
    Localized(
      nb: "en ansatts eget valg om graviditetssjekk",
      en: "an employee's own choice to be checked as pregnant"),
    place: person("pregnant"), isPresent: known(\.isPregnant))
  public static let position = RuleInput(
    "position", Localized(nb: "stillingsprosent", en: "the position size"),
    place: person("position"), isPresent: known { $0.position != nil })
  public static let scheme = RuleInput(
    "scheme",
    Localized(
      nb: "hvem som går helkontinuerlig eller sammenlignbart (36 timer)",
      en: "who works fully continuous shifts or comparable (36 hours)"),
    place: person("scheme"), isPresent: known { $0.scheme == 36 })
  public static let averagingPeriod = RuleInput(
    "averaging-weeks",
    Localized(
      nb: "avtalen om gjennomsnittsberegning og perioden den gjelder",
      en: "the averaging agreement and the period it covers"),
    place: plan("averaging-weeks"),
    isPresent: { _, facts, limits in
      facts.plan.averagingWeeks != nil || limits.isSettled(PeriodMean.period)
    })
  public static let healthCheck = RuleInput(
    "health-check",
    Localized(nb: "om helsekontroll er tilbudt", en: "whether a health check was offered"),
    place: person("health-check"), isPresent: known { $0.wasOfferedHealthCheck != nil })
  public static let mainlyPassive = RuleInput(
    "mainly-passive",
    Localized(
      nb: "om vaktene er helt eller i hovedsak passive",
      en: "whether the duties are wholly or mainly passive"),
    place: person("mainly-passive"), isPresent: known { $0.isMainlyPassive != nil })
  public static let passiveRows = RuleInput(
    "passive", Localized(nb: "passiv vakt i planen", en: "passive duty in the plan"),
    place: kind(.passive), isPresent: rows(.passive))
  public static let onCallRows = RuleInput(
    "on-call", Localized(nb: "hjemmevakt i planen", en: "home on-call duty in the plan"),
    place: kind(.onCall), isPresent: rows(.onCall))
  public static let overtimeRows = RuleInput(
    "overtime", Localized(nb: "overtid merket i planen", en: "overtime marked in the plan"),
    place: kind(.overtime), isPresent: rows(.overtime))
  public static let incidentRows = RuleInput(
    "incident", Localized(nb: "hendelser i planen", en: "critical incidents in the plan"),
    place: kind(.incident), isPresent: rows(.incident))
  public static let breaks = RuleInput(
    "breaks", Localized(nb: "pauser i planen", en: "breaks in the plan"), place: kind(.break),
    isPresent: { rows, _, _ in rows.hasBreaks })
  public static let units = RuleInput(
    "unit", Localized(nb: "enheten hver vakt hører til", en: "the unit of each shift"),
    place: Localized(nb: "kolonnen enhet", en: "the column unit"),
    isPresent: { rows, _, _ in rows.hasUnits })
  public static let dayOffCodes = RuleInput(
    "day-off-codes", Localized(nb: "fridagskoder i planen", en: "day-off codes in the plan"),
    place: Localized(nb: "koder som F1–F5", en: "codes such as F1–F5"),
    isPresent: { rows, _, _ in rows.hasDayOffCodes })
  public static let discussed = RuleInput(
    "discussed",
    Localized(
      nb: "når planen ble drøftet og når den trer i kraft",
      en: "when the plan was discussed and when it takes effect"),
    place: plan("discussed, effective"),
    isPresent: { _, facts, _ in facts.plan.discussed != nil && facts.plan.effective != nil })
  public static let published = RuleInput(
    "published", Localized(nb: "når planen ble kjent", en: "when the plan was published"),
    place: plan("published"), isPresent: { _, facts, _ in facts.plan.published != nil })
  public static let assessment = RuleInput(
    "assessed",
    Localized(
      nb: "datoen for forsvarlighetsvurderingen", en: "the date of the soundness assessment"),
    place: plan("assessed"), isPresent: { _, facts, _ in facts.plan.assessed != nil })
  public static let changes = RuleInput(
    "changes",
    Localized(nb: "vakter endret etter publisering", en: "shifts changed after publication"),
    place: Localized(same: "[[plan.change]]"),
    isPresent: { _, facts, _ in !facts.plan.changes.isEmpty })
  public static let weekendFrequency = RuleInput(
    "weekend-every", Localized(nb: "avtalt helgefrekvens", en: "the agreed weekend frequency"),
    place: plan("weekend-every"),
    isPresent: { _, facts, limits in
      facts.plan.weekendEvery != nil || limits.isSettled(WeekendFrequency.most)
    })
  public static let onCallCap = RuleInput(
    "most-on-call", Localized(nb: "avtalt tak på hjemmevakter", en: "the agreed on-call cap"),
    place: plan("most-on-call"),
    isPresent: { _, facts, limits in
      facts.plan.mostOnCall != nil || limits.isSettled(OnCallCap.most)
        || limits.isSet(OnCallCap.beforeFree)
    })
  public static let sundayAgreement = RuleInput(
    "sunday-agreement",
    Localized(
      nb: "en avtale om søndagsfri (§ 10-8 (4))", en: "an agreement on Sundays (§ 10-8 (4))"),
    place: Localized(
      nb: "[[agreement]] med rule = \"AML-10-8-4A\"",
      en: "[[agreement]] with rule = \"AML-10-8-4A\""),
    isPresent: { _, _, limits in
      limits.agreements.contains { SundaySeries.rules.contains($0.rule) }
    })
  public static let workPlan = RuleInput(
    "work-plan",
    Localized(
      nb: "om planen viser uker, dager og tider for hver ansatt",
      en: "whether the plan shows weeks, days and times for each employee"),
    place: plan("shows-times"),
    isPresent: { _, facts, _ in facts.plan.showsWeeksDaysAndTimes != nil })
  public static let nightCap = RuleInput(
    "most-nights", Localized(nb: "et lokalt tak på netter", en: "a local cap on nights"),
    place: plan("most-nights"),
    isPresent: { _, facts, limits in
      facts.plan.mostNights != nil || limits.isSettled(NightCap.most)
    })
  public static let hoursRecord = RuleInput(
    "hours-record",
    Localized(
      nb: "om det føres oversikt over faktisk arbeidstid",
      en: "whether hours actually worked are recorded"),
    place: plan("hours-record"), isPresent: { _, facts, _ in facts.plan.hasHoursRecord != nil })
  public static let contracts = RuleInput(
    "contracts",
    Localized(
      nb: "om arbeidsavtalene sier hvordan vakter endres",
      en: "whether contracts say how shifts are changed"),
    place: plan("contracts-cover-changes"),
    isPresent: { _, facts, _ in facts.plan.contractsCoverChanges != nil })
  public static let restPlace = RuleInput(
    "rest-place",
    Localized(
      nb: "planlagt hvil eller om enheten har hvilerom",
      en: "planned naps, or whether the unit has a place to rest"),
    place: unit("rest-places"),
    isPresent: { rows, facts, _ in
      rows.has(.nap) || facts.units.values.contains { $0.hasRestPlace != nil }
    })
  public static let baselinePeriod = RuleInput(
    "baseline-period",
    Localized(
      nb: "om planen er endret og hva den skal måles mot",
      en: "whether the plan changed, and what to compare with"),
    place: plan("baseline-period"),
    isPresent: { _, facts, _ in facts.plan.hasBaselinePeriod != nil })
}
