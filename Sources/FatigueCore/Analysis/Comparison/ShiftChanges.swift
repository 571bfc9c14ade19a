/// The dates on which people work otherwise in the new plan, where both plans have them.
struct ShiftChanges {
  /// By pair of the matching.
  var changed: [Int]
  /// Of those, the dates that lie less than the notice of ORG-PRED after the day the plan was made known.
  var late: [Int]

  init(
    _ before: RosterAnalysis, _ after: RosterAnalysis, _ matching: PersonMatching,
    on day: CivilDate?
  ) {
    let (a, b) = (before.roster, after.roster)
    let first = max(a.firstDate, b.firstDate)
    let last = min(a.lastDate, b.lastDate)
    let notice = Int(after.settings.limits.steps(Predictability.least))
    (changed, late) = ([], [])
    for pair in matching.pairs {
      guard first <= last else {
        changed.append(0)
        late.append(0)
        continue
      }
      let (old, new) = (Self.work(a, pair.before), Self.work(b, pair.after))
      var (count, soon) = (0, 0)
      for date in Set(old.keys).union(new.keys)
      where date >= first.days && date <= last.days && old[date] != new[date] {
        count += 1
        if let day, Int(date) - Int(day.days) < notice { soon += 1 }
      }
      changed.append(count)
      late.append(soon)
    }
  }

  /// Starts and ends of work by the local date of the start, since 1970.
  private static func work(_ roster: Roster, _ person: Int) -> [Int32: [Int64]] {
    var clock = ZoneCursor(roster.zone)
    var dates: [Int32: [Int64]] = [:]
    for shift in roster.shifts[roster.slices[person]] where shift.kind.isWork {
      let start = roster.origin.seconds + Int64(shift.start)
      let date = Int32(clamping: clock.local(start).flooredQuotient(86_400))
      dates[date, default: []] += [start, roster.origin.seconds + Int64(shift.end)]
    }
    return dates
  }
}
