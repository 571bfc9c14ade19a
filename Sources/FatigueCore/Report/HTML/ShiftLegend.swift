/// The shift codes of a plan with the hours they most often stand for.
enum ShiftLegend {
  struct Entry {
    var code: String
    var type: ShiftType
    /// `07:30–15:15`
    var hours: String
  }

  /// Codes shown: the most used.
  private static let most = 12

  static func entries(_ roster: Roster) -> [Entry] {
    struct Hours: Hashable {
      var code: UInt16
      var start: Int
      var end: Int
    }
    var uses: [Hours: Int] = [:]
    var clock = ZoneCursor(roster.zone)
    for shift in roster.shifts where shift.kind.isWork {
      let from = clock.local(roster.origin.seconds + Int64(shift.start)) %% 86_400
      let to = clock.local(roster.origin.seconds + Int64(shift.end)) %% 86_400
      uses[Hours(code: shift.code, start: Int(from), end: Int(to)), default: 0] += 1
    }
    var best: [UInt16: (hours: Hours, uses: Int, all: Int)] = [:]
    for (hours, count) in uses {
      guard let known = best[hours.code] else {
        best[hours.code] = (hours, count, count)
        continue
      }
      let isMore =
        (count, known.hours.start, known.hours.end) > (known.uses, hours.start, hours.end)
      best[hours.code] = (
        isMore ? hours : known.hours, isMore ? count : known.uses, known.all + count
      )
    }
    let shown = best.values.filter { $0.hours.code != 0 }.sorted {
      ($0.all, $1.hours.code) > ($1.all, $0.hours.code)
    }
    return shown.prefix(most).map { entry in
      Entry(
        code: roster.codes[Int(entry.hours.code)],
        type: ShiftType(startingAt: entry.hours.start),
        hours: "\(text(entry.hours.start))–\(text(entry.hours.end))")
    }
  }

  private static func text(_ second: Int) -> String {
    CivilTime(localSeconds: Int64(second)).wholeMinute.clock
  }
}
