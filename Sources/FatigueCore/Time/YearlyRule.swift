/// The rule a zone follows every year after its last listed change: the `TZ` string of POSIX, with
/// the extensions of RFC 9636 (section 3.3.2), such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule: Equatable, Sendable {
  /// Seconds east of UTC.
  var standard: Int32
  var summer: Summer?

  struct Summer: Equatable, Sendable {
    /// Seconds east of UTC. May lie west of the standard offset, as in Ireland.
    var offset: Int32
    var begins: YearlyMoment
    var ends: YearlyMoment
  }

  /// The stretch that holds `seconds`; it may be split at a change that changes nothing.
  func stretch(at seconds: Int64) -> ZoneStretch {
    let year = CivilDate(days: Int32(clamping: seconds.flooredQuotient(86_400))).components.year
    // Dates end in 9999, and a change may belong to a neighbouring year.
    guard let summer, (3...9996).contains(year) else {
      return ZoneStretch(from: .min, to: .max, offset: standard)
    }
    var result = ZoneStretch(from: .min, to: .max, offset: standard)
    for near in year - 2...year + 2 {
      let begins = summer.begins.localSeconds(in: near) - Int64(standard)
      let ends = summer.ends.localSeconds(in: near) - Int64(summer.offset)
      result.see(ends, standard, seconds, wins: false)
      // Summer time that begins the moment it ends has not ended: it lasts all year.
      result.see(begins, summer.offset, seconds, wins: true)
    }
    return result
  }
}

extension ZoneStretch {
  /// Narrows the stretch round `seconds` by a change at `change`. Of two changes at one moment the
  /// one that `wins` counts.
  fileprivate mutating func see(_ change: Int64, _ offset: Int32, _ seconds: Int64, wins: Bool) {
    if change > seconds {
      to = min(to, change)
    } else if change > from || (change == from && wins) {
      from = change
      self.offset = offset
    }
  }
}

/// A day of the year and a time of that day.
struct YearlyMoment: Equatable, Sendable {
  enum Day: Equatable, Sendable {
    /// `Jn`: day 1–365, 29 February never counted.
    case julian(Int)
    /// `n`: day 0–365, 29 February counted.
    case ordinal(Int)
    /// `Mm.w.d`: weekday 0 (Sunday)–6 in week 1–5 of a month; 5 is the last.
    case weekday(month: Int, week: Int, day: Int)
  }

  var day: Day
  /// Seconds after the day's midnight; −167 h to 167 h.
  var time: Int64

  /// Seconds since 1970 on the wall clock.
  ///
  /// - Parameter year: 1–9999, guarded by the caller; outside it the moment is that of year 1.
  func localSeconds(in year: Int) -> Int64 {
    let first = CivilDate(year: year, month: 1, day: 1) ?? CivilDate(days: -719_162)
    switch day {
    case .julian(let number):
      let leap = CivilDate.lengthOfMonth(2, in: year) == 29
      return (first + (number - 1 + (leap && number > 59 ? 1 : 0))).localMidnight + time
    case .ordinal(let number):
      return (first + number).localMidnight + time
    case .weekday(let month, let week, let weekday):
      let monthStart = CivilDate(year: year, month: month, day: 1) ?? first
      var day = (weekday - monthStart.weekday % 7) %% 7 + 7 * (week - 1)
      while day >= CivilDate.lengthOfMonth(month, in: year) { day -= 7 }
      return (monthStart + day).localMidnight + time
    }
  }
}
