/// What the rules about the young share (aml. ch. 11).
enum YoungText {
  static func describe(
    _ finding: Finding, _ context: FindingContext, _ remedies: [Remedy]
  ) -> FindingText {
    let isMinutes = finding.unit == .minutes
    let measured =
      isMinutes
      ? Localized(same: "\(finding.measured.text) min") : DurationText.text(finding.measured)
    let limit =
      isMinutes ? Localized(same: "\(finding.limit.text) min") : DurationText.text(finding.limit)
    let section = RuleBook.rule(of: finding).section
    return FindingText(
      Localized(
        nb: """
          \(context.name) er under 18: \(measured[.nb]) mot \(limit[.nb]) fra \
          \(context.moment(finding.from)[.nb]) (\(section[.nb])).
          """,
        en: """
          \(context.name) is under 18: \(measured[.en]) against \(limit[.en]) from \
          \(context.moment(finding.from)[.en]) (\(section[.en])).
          """), remedies)
  }
}

extension Evidence {
  /// 15 to 17 years, and not of compulsory school age.
  var isYoung: Bool {
    guard let about, let age = about.age else { return false }
    return (15...17).contains(age) && !about.attendsCompulsorySchool
  }

  /// The work is of special risk or heavy strain, by what is said of the person, else of the unit.
  func isStraining(_ shift: Int32) -> Bool {
    if let known = about?.hasSpecialRisk { return known }
    let unit = roster.units[Int(roster.shifts[Int(shift)].unit)]
    return facts.units[unit]?.hasSpecialRisk == true
  }

  /// Passive duty between two moments, in seconds.
  func passiveSeconds(from: Int32, to: Int32) -> Int64 {
    rows(.passive).reduce(Int64(0)) { sum, row in
      let shift = roster.shifts[Int(row)]
      return sum + max(0, Int64(min(shift.end, to)) - Int64(max(shift.start, from)))
    }
  }

  /// The weeks of the calendar with a shift that has more than three hours of legal night.
  var weeksWithNightWork: Set<Int> {
    var clock = cursor
    var weeks: Set<Int> = []
    for piece in timeline.pieces {
      let shift = roster.shifts[Int(piece)]
      let night = clock.seconds(
        of: .legal, from: roster.origin.seconds + Int64(shift.start),
        to: roster.origin.seconds + Int64(shift.end))
      if night > 3 * 3600 { weeks.insert(timeline.calendar.index(clamping: shift.start)) }
    }
    return weeks
  }

  /// The work and the breaks of one main work period (§ 10-9).
  struct BreakDay {
    var from: Int32
    var to: Int32
    var shift: Int32
    /// Working time and breaks, in seconds.
    var working: Int64
    var seconds: Int64
    /// How many breaks there are.
    var count: Int
  }

  /// Every main work period with its breaks: rows of their own, minutes that a shift's row gives, and
  /// the gaps of a split duty.
  var breakDays: [BreakDay] {
    let pauses = rows(.break)
    return timeline.periods.map { period in
      let blocks = timeline.blocks[
        Int(period.blocks.lowerBound)..<Int(period.blocks.upperBound)]
      var day = BreakDay(
        from: period.start, to: period.end,
        shift: timeline.blocks[Int(period.blocks.lowerBound)].first, working: 0, seconds: 0,
        count: 0)
      var work: Int64 = 0
      for block in blocks {
        work += block.length
        for piece in block.pieces {
          let minutes = roster.shifts[Int(timeline.pieces[Int(piece)])].unpaidBreak
          guard minutes > 0 else { continue }
          day.seconds += Int64(minutes) * 60
          day.count += 1
        }
      }
      for pause in pauses {
        let row = roster.shifts[Int(pause)]
        let inside = Int64(min(row.end, period.end)) - Int64(max(row.start, period.start))
        guard inside > 0 else { continue }
        day.seconds += inside
        day.count += 1
      }
      day.working = facts.plan.breaksArePaid ? work : work - day.seconds
      // The gaps of a split duty are free, and a break all the same.
      if blocks.count > 1 {
        day.seconds += Int64(period.end) - Int64(period.start) - work
        day.count += blocks.count - 1
      }
      return day
    }
  }
}
