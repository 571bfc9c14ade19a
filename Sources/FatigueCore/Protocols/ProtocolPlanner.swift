/// Plans for the nights of a roster's people.
///
/// Made once for a roster; a copy for each thread. What the planner finds out about daylight and habits is
/// kept from person to person and changes nothing but the time it takes.
public struct ProtocolPlanner: Sendable {
  private let roster: Roster
  private let settings: ProtocolSettings
  private let recorded: RecordedSleep
  private var planner: NightPlanner
  private var timeline = PersonTimeline()
  private var clock: ZoneCursor

  /// Dates before the first of which anything is known, and after the last: enough to get back to days.
  private static let daysBefore = 2
  private static let daysAfter = 9

  /// - Parameters:
  ///   - roster: what it has around its dates is worked and slept too, but gets no plan.
  ///   - recorded: goes before prediction where it covers the time.
  public init(
    _ roster: Roster, settings: ProtocolSettings = ProtocolSettings(),
    recorded: RecordedSleep = RecordedSleep()
  ) {
    (self.roster, self.settings, self.recorded) = (roster, settings, recorded)
    clock = ZoneCursor(roster.zone)
    let dates = roster.knownDates
    planner = NightPlanner(
      settings: settings, sky: settings.ward.light.sky, zone: roster.zone, origin: roster.origin,
      first: dates.lowerBound + -Self.daysBefore,
      days: dates.upperBound - dates.lowerBound + 1 + Self.daysBefore + Self.daysAfter)
  }

  /// - Parameters:
  ///   - person: index in ``Roster/people``.
  ///   - assigned: what the ward's plan says of naps on duty, by the start of the duty; other nights have
  ///     the nap that is best for the person.
  /// - Returns: nil for somebody without nights.
  public mutating func plan(
    _ person: Int, assigned: [Int32: NapAssignment] = [:]
  ) -> PersonProtocol? {
    draft(person, assigned: assigned)?.plan
  }

  /// - Parameter known: of an earlier draft for this person.
  mutating func draft(
    _ person: Int, assigned: [Int32: NapAssignment] = [:], known: NightPlanner.Unplanned? = nil
  ) -> NightPlanner.Draft? {
    guard var draft = planner.draft(planPerson(person), assigned: assigned, known: known) else {
      return nil
    }
    guard roster.surroundings != nil else { return draft }
    let (start, end) = roster.period
    draft.plan.keepBlocks { $0.duty.start >= start && $0.duty.start < end }
    return draft.plan.nights.isEmpty ? nil : draft
  }

  /// Gaps shorter than this part no duties: nobody gets home and back in less.
  private static let shortestBreak: Int64 = 3600

  mutating func planPerson(_ index: Int) -> PlanPerson {
    timeline.fill(roster, person: index, clock: &clock)
    var spans: [(span: WorkInterval, first: Shift)] = []
    for block in timeline.blocks where Int(block.start) < planner.end {
      if let last = spans.last, Int64(block.start) - Int64(last.span.end) < Self.shortestBreak {
        spans[spans.count - 1].span.end = max(last.span.end, block.end)
      } else {
        spans.append(
          (WorkInterval(start: block.start, end: block.end), roster.shifts[Int(block.first)]))
      }
    }
    let duties = spans.map {
      PlanDuty(
        $0.span, isCalled: $0.first.kind == .callOut, unit: $0.first.unit, zone: roster.zone,
        origin: roster.origin)
    }
    var person = PlanPerson(
      index: index, duties: duties,
      sleep: SleepSettings(settings.sleep, person: settings.sleepOf[index] ?? SleepHabits()),
      choices: settings.choicesOf[index] ?? PersonChoices(), ward: ward(duties))
    person.recorded = recorded[index]
    return person
  }

  /// The settings of the unit with most of the person's nights.
  private func ward(_ duties: [PlanDuty]) -> WardSettings {
    var counts: [UInt16: Int] = [:]
    for duty in duties where duty.isNight { counts[duty.unit, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return settings.ward(most.map { roster.units[Int($0.key)] } ?? "")
  }
}
