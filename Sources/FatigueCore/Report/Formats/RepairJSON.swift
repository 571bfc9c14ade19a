/// `repair -f json`: one document after `docs/schema/fatigue-repair-1.schema.json`. People stand by what the
/// report calls them, times as instants with offset; lanes are counted apart.
public struct RepairJSON {
  private let report: RepairReport
  private let language: Language
  private var writer = JSONWriter(isIndented: true)

  /// The whole document, ending with a line break.
  public static func bytes(
    _ report: RepairReport, _ language: Language, toolVersion: String
  ) -> [UInt8] {
    var json = RepairJSON(report: report, language: language)
    json.document(toolVersion)
    return json.writer.takeBytes()
  }

  private init(report: RepairReport, language: Language) {
    self.report = report
    self.language = language
  }

  private var result: RepairResult { report.result }

  private mutating func document(_ version: String) {
    writer.beginObject()
    writer.member("schema", "fatigue-repair/1")
    writer.key("tool")
    writer.beginObject(isInline: true)
    writer.member("name", "fatigue")
    writer.member("version", version)
    writer.endObject()
    writer.member("language", language.rawValue)
    writer.key("period")
    writer.beginObject(isInline: true)
    writer.member("start", report.roster.firstDate.iso)
    writer.member("end", report.roster.lastDate.iso)
    writer.member("timeZone", report.roster.zone.name)
    writer.endObject()
    writer.key("search")
    writer.beginObject(isInline: true)
    writer.member("seed", String(result.settings.seed))
    writer.member("looks", result.looks)
    writer.member("exhausted", result.isExhausted)
    writer.member("stoppedByClock", report.wasStopped)
    writer.member("hoursTolerance", Double(result.settings.tolerance.seconds) / 3600)
    writer.member("fewestExchanges", result.fewest)
    writer.endObject()
    writer.key("lanes")
    writer.beginObject()
    for lane in Lane.allCases {
      writer.key(lane.rawValue)
      writer.beginObject(isInline: true)
      count("before", RepairReport.total(result.before, lane))
      count("after", RepairReport.total(result.after, lane))
      writer.endObject()
    }
    writer.endObject()
    writer.key("proposals")
    writer.beginArray()
    for (rank, proposal) in result.proposals.enumerated() { self.proposal(proposal, rank) }
    writer.endArray()
    writer.key("people")
    writer.beginArray()
    for person in report.roster.people.indices { self.person(person) }
    writer.endArray()
    standing()
    writer.endObject()
    writer.endLine()
  }

  private mutating func count(_ name: String, _ count: LaneCount) {
    writer.key(name)
    writer.beginObject(isInline: true)
    writer.member("breach", count.breach)
    writer.member("disputed", count.disputed)
    writer.member("warning", count.warning)
    writer.member("note", count.note)
    writer.endObject()
  }

  private func name(_ person: Int32) -> String? {
    person < 0 ? nil : report.names.shown[Int(person)]
  }

  private mutating func proposal(_ proposal: RepairProposal, _ rank: Int) {
    writer.beginObject()
    writer.member("rank", rank + 1)
    writer.member("aim", proposal.aim.lane.rawValue)
    writer.key("needs")
    writer.beginArray(isInline: true)
    for place in proposal.needs { writer.integer(place + 1) }
    writer.endArray()
    writer.key("moves")
    writer.beginArray()
    for transfer in proposal.transfers { move(transfer) }
    writer.endArray()
    findings("removes", proposal.removed)
    findings("adds", proposal.added)
    writer.key("people")
    writer.beginArray()
    for (place, person) in proposal.people.enumerated() {
      let (old, new) = (proposal.before[place], proposal.after[place])
      writer.beginObject(isInline: true)
      writer.member("id", report.names.shown[person])
      writer.member("hours", Double(new.workSeconds - old.workSeconds) / 3600)
      writer.member("nights", new.nights - old.nights)
      writer.member("weekends", new.weekends - old.weekends)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private mutating func move(_ transfer: Transfer) {
    let shift = report.roster.shifts[Int(transfer.row)]
    writer.beginObject(isInline: true)
    writer.member("from", name(transfer.from))
    writer.member("to", name(transfer.to))
    writer.member("kind", shift.kind.name)
    writer.member("code", report.roster.codes[Int(shift.code)])
    writer.member("unit", report.roster.units[Int(shift.unit)])
    time("start", shift.start)
    time("end", shift.end)
    writer.endObject()
  }

  private mutating func time(_ name: String, _ seconds: Int32) {
    writer.member(
      name, TimeText.withOffset(report.roster.instant(seconds), in: report.roster.zone))
  }

  private mutating func findings(_ name: String, _ findings: [Finding]) {
    writer.key(name)
    writer.beginArray()
    for finding in findings { self.finding(finding, reason: nil) }
    writer.endArray()
  }

  private mutating func finding(
    _ finding: Finding, reason: StandingLaw.Reason?, tried: TriedExchanges? = nil
  ) {
    let rule = RuleBook.rule(of: finding)
    writer.beginObject(isInline: true)
    writer.member("rule", rule.id)
    writer.member("lane", (finding.isAgreed ? Lane.agreement : rule.lane).rawValue)
    writer.member("status", finding.status.name)
    writer.member("employee", report.names.shown[Int(finding.person)])
    time("start", finding.from)
    time("end", finding.to)
    if let reason { writer.member("reason", reason.name) }
    if let tried {
      writer.key("exchanges")
      writer.beginObject(isInline: true)
      writer.member("all", tried.all)
      writer.member("blocked", tried.blocked)
      writer.member("hours", tried.hours)
      writer.member("stays", tried.stays)
      writer.member("others", tried.others)
      writer.member("heavier", tried.heavier)
      writer.endObject()
    }
    writer.endObject()
  }

  private mutating func person(_ person: Int) {
    let (old, new) = (result.before[person], result.after[person])
    writer.beginObject()
    writer.member("id", report.names.shown[person])
    for (name, load) in [("before", old), ("after", new)] {
      writer.key(name)
      writer.beginObject(isInline: true)
      writer.member("hours", Double(load.workSeconds) / 3600)
      writer.member("nights", load.nights)
      writer.member("weekends", load.weekends)
      writer.member("hoursKss7", Double(load.minutesKss7) / 60)
      for lane in Lane.allCases { count(lane.rawValue, load[lane]) }
      writer.endObject()
    }
    writer.endObject()
  }

  private mutating func standing() {
    writer.key("standing")
    writer.beginArray()
    for entry in result.standing {
      finding(entry.finding, reason: entry.reason, tried: entry.tried)
    }
    writer.endArray()
  }
}

extension RepairSearch.Aim {
  /// The lane that a step is to make better.
  public var lane: Lane {
    switch self {
    case .law: .law
    case .research: .research
    case .model: .model
    }
  }
}

extension StandingLaw.Reason {
  /// The name in every machine format.
  public var name: String {
    switch self {
    case .inShift: "inShift"
    case .isFixed: "fixed"
    case .notFound: "notFound"
    case .notTried: "notTried"
    }
  }
}
