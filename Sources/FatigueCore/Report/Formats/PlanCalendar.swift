/// One person's plan as a calendar (`plan -f ics`).
public enum PlanCalendar {
  /// - Parameters:
  ///   - person: one with nights.
  ///   - stamp: when it was made; nil for the first date of the roster, so that the same roster gives the
  ///     same bytes.
  public static func bytes(
    _ report: PlanReport, person: Int, _ language: Language, stamp: Instant? = nil
  ) -> [UInt8] {
    let roster = report.roster
    let entries = report.plan.people[person].map { Self.entries($0, roster, language) } ?? []
    let title = Localized(nb: "Søvn og hvil", en: "Sleep and naps")[language]
    let midnight = Zone.utc.resolve(CivilTime(roster.firstDate)).instant
    return AdviceCalendar.bytes(
      entries, name: "\(title), \(report.names.shown[person])",
      about: PlanWords.unread(report.reading.diagnostics.errors)?[language],
      key: report.names.keys[person],
      zone: roster.zone, stamp: stamp ?? midnight)
  }

  static func entries(
    _ plan: PersonProtocol, _ roster: Roster, _ language: Language
  ) -> [AdviceEntry] {
    var entries: [AdviceEntry] = []
    for night in plan.nights {
      var numbers: [AdviceKind: Int] = [:]
      for line in night.advice {
        guard let entry = entry(line, night, roster, language) else { continue }
        var numbered = entry
        numbered.number = numbers[line.kind, default: 0]
        numbers[line.kind, default: 0] += 1
        entries.append(numbered)
      }
    }
    for block in plan.blocks {
      guard let last = block.nights.last else { continue }
      let night = plan.nights[last]
      for (number, way) in block.wayBack.enumerated() {
        guard let sleep = way.sleep, sleep.wake > way.bed else { continue }
        let line = AdviceLine(block.wayBackKind, WorkInterval(start: way.bed, end: sleep.wake))
        guard var entry = entry(line, night, roster, language) else { continue }
        entry.number = number
        entries.append(entry)
      }
    }
    return entries.sorted { ($0.start, $0.kind.rawValue) < ($1.start, $1.kind.rawValue) }
  }

  /// Nil for what is no entry of a calendar: ordinary light, and a way home that the plan says nothing of.
  private static func entry(
    _ line: AdviceLine, _ night: NightPlan, _ roster: Roster, _ language: Language
  ) -> AdviceEntry? {
    guard let category = category(line, night) else { return nil }
    var span = line.span
    // When caffeine is over is what one is to be told, not that it has begun.
    if line.kind == .caffeine { span.start = max(span.start, span.end - 900) }
    guard span.end > span.start else { return nil }
    let grade = "(\(line.kind.grade.rawValue))"
    let safety =
      line.cautions + [.sleepyDriving, .notMedical].filter { !line.cautions.contains($0) }
    let said = AdviceText.sentence(line, of: night, roster)[language]
    let partner = Localized(
      nb: "Arbeidsplassen: \(line.kind.partner.nb).", en: "The workplace: \(line.kind.partner.en).")
    let parts =
      [said, AdviceText.sureness(line.kind)[language]]
      + safety.map { $0.text[language] } + [partner[language]]
    let needsAlarm = ![.sleep, .backToDays, .freeNights, .outdoors].contains(line.kind)
    let alarm = ([said] + safety.map { $0.text[language] }).joined(separator: " ")
    return AdviceEntry(
      line.kind, category, start: roster.instant(span.start), end: roster.instant(span.end),
      anchor: roster.instant(night.duty.start), title: "\(title(line.kind)[language]) \(grade)",
      text: parts.joined(separator: "\n"), alarm: needsAlarm ? alarm : nil)
  }

  private static func title(_ kind: AdviceKind) -> Localized {
    switch kind {
    case .caffeine: Localized(nb: "Siste kaffe", en: "Last caffeine")
    default:
      Localized(nb: capitalised(kind.title.nb), en: capitalised(kind.title.en))
    }
  }

  private static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func category(
    _ line: AdviceLine, _ night: NightPlan
  ) -> AdviceEntry.Category? {
    switch line.kind {
    case .sleep, .shortSleep, .backToDays, .freeNights: .sleep
    case .homeNap: .homeNap
    case .dutyNap: .nap
    case .caffeine: .caffeine
    case .light, .outdoors: .light
    case .dimLight, .glasses: .dark
    case .taskLight: nil
    case .driveHome: night.isWayHomeFine ? nil : .drive
    }
  }
}
