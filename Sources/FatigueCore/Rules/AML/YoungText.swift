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

  /// Passive duty between two moments, in seconds; rows that overlap are counted once.
  func passiveSeconds(from: Int32, to: Int32) -> Int64 {
    var (sum, until) = (Int64(0), from)
    for row in rows(.passive) {
      let shift = roster.shifts[Int(row)]
      let inside = Int64(min(shift.end, to)) - Int64(max(shift.start, until))
      guard inside > 0 else { continue }
      sum += inside
      until = shift.end
    }
    return sum
  }

  /// The person's duties are known to be mainly passive, and there is such a duty between two moments:
  /// § 10-4 (2) has the limits then.
  func isPassive(from: Int32, to: Int32) -> Bool {
    about?.isMainlyPassive == true && passiveSeconds(from: from, to: to) > 0
  }

  /// A stretch of work, or a day, with more of legal night than this is night work. Seconds.
  static let nightWork: Int64 = 3 * 3600

  /// The weeks of the calendar in which a stretch of night work begins. Rows that touch are one stretch
  /// (S-UNION).
  var weeksWithNightWork: Set<Int> {
    var clock = cursor
    var weeks: Set<Int> = []
    for block in timeline.blocks where isNightWork(block, &clock) {
      weeks.insert(timeline.calendar.index(clamping: block.start))
    }
    return weeks
  }

  /// The last shift of the last stretch of night work that begins before a moment.
  func lastNightWork(before moment: Int32) -> Int32? {
    var clock = cursor
    return timeline.blocks.last { $0.start < moment && isNightWork($0, &clock) }?.last
  }

  private func isNightWork(_ block: PersonTimeline.Block, _ clock: inout ZoneCursor) -> Bool {
    let origin = roster.origin.seconds
    return clock.seconds(
      of: .legal, from: origin + Int64(block.start), to: origin + Int64(block.end))
      > Self.nightWork
  }
}
