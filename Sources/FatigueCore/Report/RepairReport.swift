/// The result of `repair` as data: what every format is written from.
public struct RepairReport: Sendable {
  public let reading: RosterReading
  public let result: RepairResult
  public let names: PersonNames
  /// The plan before, with no name in its codes and units but as people are called here.
  public let roster: Roster
  /// The clock stopped the search: another run may come further.
  public let wasStopped: Bool

  public init(
    _ reading: RosterReading, _ result: RepairResult, names: PersonNames, wasStopped: Bool
  ) {
    self.reading = reading
    self.result = result
    self.names = names
    roster = result.plan.masked(names)
    self.wasStopped = wasStopped
  }

  /// What a lane has of each status, everybody together.
  public static func total(_ loads: [PlanLoad], _ lane: Lane) -> LaneCount {
    loads.reduce(LaneCount()) { $0 + $1[lane] }
  }

  /// Whether the repaired plan still has a breach of law or agreement.
  public var hasBreach: Bool {
    [Lane.law, .agreement].contains { Self.total(result.after, $0).breach > 0 }
  }

  /// Those whose plans change, in the roster's order.
  public var changed: [Int] {
    Set(result.proposals.flatMap(\.people)).sorted()
  }

  /// Shifts that go to somebody else; days off that go along are not counted.
  public var movedShifts: Int {
    result.proposals.reduce(0) { sum, proposal in
      sum + proposal.transfers.count { roster.shifts[Int($0.row)].kind == .work }
    }
  }

  // MARK: Words

  /// `N lø 7. mars 22:15–07:45`
  public func shift(_ row: Int32) -> Localized {
    let shift = roster.shifts[Int(row)]
    let code = roster.codes[Int(shift.code)]
    let unit = roster.units[Int(shift.unit)]
    let start = roster.civil(shift.start)
    let day = start.date.text
    var times = "\(start.clock)–\(roster.civil(shift.end).clock)"
    if shift.flags.contains(.allDay) { times = "" }
    let parts = [code, nil, times, unit.isEmpty ? "" : "(\(unit))"]
    func text(_ day: String) -> String {
      parts.map { $0 ?? day }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    return Localized(nb: text(day.nb), en: text(day.en))
  }

  /// `AML-10-8-1 Døgnhvile (brudd), Turid, lø 7. mars`
  public func finding(_ finding: Finding) -> Localized {
    let rule = RuleBook.rule(of: finding)
    let name = names.shown[Int(finding.person)]
    let day = roster.civil(finding.from).date.text
    func text(_ language: Language) -> String {
      "\(rule.id) \(rule.title[language]) (\(finding.status.title[language])), \(name), "
        + day[language]
    }
    return Localized(nb: text(.nb), en: text(.en))
  }

  /// What one person gets more or less of by a proposal besides findings: hours, nights, weekends, days off.
  public func cost(_ proposal: RepairProposal, _ place: Int) -> Localized {
    let (old, new) = (proposal.before[place], proposal.after[place])
    var nb: [String] = []
    var en: [String] = []
    let seconds = new.workSeconds - old.workSeconds
    if seconds != 0 {
      let sign = seconds < 0 ? "−" : "+"
      let length = Elapsed(seconds: abs(seconds))
      nb.append("\(sign)\(length.nb)")
      en.append("\(sign)\(length.en)")
    }
    for (change, one, many) in [
      (
        new.nights - old.nights, Localized(nb: "natt", en: "night"),
        Localized(nb: "netter", en: "nights")
      ),
      (
        new.weekends - old.weekends, Localized(nb: "helg", en: "weekend"),
        Localized(nb: "helger", en: "weekends")
      ),
    ] where change != 0 {
      let sign = change < 0 ? "−" : "+"
      let word = abs(change) == 1 ? one : many
      nb.append("\(sign)\(abs(change)) \(word.nb)")
      en.append("\(sign)\(abs(change)) \(word.en)")
    }
    for transfer in proposal.transfers
    where Int(transfer.from) == proposal.people[place]
      && roster.shifts[Int(transfer.row)].kind == .off
    {
      let off = shift(transfer.row)
      nb.append("arbeid i stedet for \(off.nb)")
      en.append("work instead of \(off.en)")
    }
    return Localized(nb: nb.joined(separator: ", "), en: en.joined(separator: ", "))
  }

  /// Why something of the law stands.
  public static func words(_ reason: StandingLaw.Reason) -> Localized {
    switch reason {
    case .inShift:
      Localized(
        nb: "ligger i vakten selv: følger med til hvem som helst som får den",
        en: "lies in the shift itself: it follows whoever gets it")
    case .isFixed:
      Localized(nb: "alle vaktene er låst", en: "all the shifts are fixed")
    case .notFound:
      Localized(
        nb: "ingen av byttene som ble prøvd, fjerner det uten å gjøre planene tyngre",
        en: "none of the exchanges that were tried removes it without heavier plans")
    case .notTried:
      Localized(
        nb: "ikke prøvd ferdig; øk --effort eller --time-limit",
        en: "not tried to the end; raise --effort or --time-limit")
    }
  }

  /// What became of every exchange of one shift.
  public static func words(_ tried: TriedExchanges) -> Localized {
    let parts = [
      (tried.stays, Localized(nb: "lar det stå", en: "leave it")),
      (
        tried.others,
        Localized(
          nb: "gir en kollega lovfunn eller kortere hvile",
          en: "give a colleague findings of law or shorter rests")
      ),
      (tried.hours, Localized(nb: "flytter timer over grensen", en: "move too many hours")),
      (
        tried.blocked,
        Localized(
          nb: "går ikke fordi noen er på jobb, har permisjon eller ikke kan ta vakten",
          en: "cannot be made, as somebody is at work, on leave or may not take the shift")
      ),
      (tried.heavier, Localized(nb: "gir tyngre planer", en: "make plans heavier")),
    ].filter { $0.0 > 0 }
    func list(_ language: Language) -> String {
      parts.map { "\(NumberText.count($0.0)[language]) \($0.1[language])" }
        .joined(separator: ", ")
    }
    let all = NumberText.count(tried.all)
    return Localized(
      nb: "ingen av \(all.nb) bytter av én vakt innen fjorten dager: \(list(.nb))",
      en: "none of \(all.en) exchanges of one shift within a fortnight: \(list(.en))")
  }

  public static func words(_ aim: RepairSearch.Aim) -> Localized {
    switch aim {
    case .law: Localized(nb: "lov", en: "law")
    case .research: Localized(nb: "forskning", en: "research")
    case .model: Localized(nb: "modell", en: "model")
    }
  }
}
