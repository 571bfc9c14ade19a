/// What a base plan is to cover: so many people, so many of each shift on each weekday.
public struct DesignSpec: Sendable {
  /// A kind of shift.
  public struct Shift: Hashable, Sendable {
    public var code: String
    /// Seconds after midnight; an end at or before the start lies on the next day.
    public var start: Int
    public var end: Int
    /// Minutes.
    public var unpaidBreak: Int
    /// People needed, Monday to Sunday.
    public var staffing: [Int]

    public init(code: String, start: Int, end: Int, unpaidBreak: Int = 0, staffing: [Int]) {
      self.code = code
      self.start = start
      self.end = end
      self.unpaidBreak = unpaidBreak
      self.staffing = staffing
    }

    /// Seconds on the clock.
    public var length: Int { end > start ? end - start : end + 86_400 - start }

    /// At least three hours between 23 and 06 (S-NIGHT).
    var isNight: Bool {
      let evening = max(0, min(start + length, 30 * 3600) - max(start, 23 * 3600))
      let morning = max(0, min(start + length, 6 * 3600) - start)
      return evening + morning >= 3 * 3600
    }
  }

  public var name = ""
  public var people: Int
  /// Weeks of the plan: as many lines, and everybody walks through all of them.
  public var weeks: Int
  /// The Monday on which the plan begins.
  public var from: CivilDate
  public var shifts: [Shift]
  public var mostNights = 3
  /// Mean hours a week that nobody should be above; nil for what the law allows.
  public var hoursPerWeek: Double?

  public init(people: Int, weeks: Int, from: CivilDate, shifts: [Shift]) {
    self.people = people
    self.weeks = weeks
    self.from = from
    self.shifts = shifts
  }

  /// People who walk in step, one group on each line.
  public var peoplePerLine: Int { weeks > 0 ? people / weeks : 0 }

  /// Mean working hours a week of everybody.
  public var meanHours: Double {
    let seconds = shifts.reduce(0) { sum, shift in
      sum + shift.staffing.reduce(0, +) * (shift.length - shift.unpaidBreak * 60)
    }
    return people > 0 ? Double(seconds) / 3600 / Double(people) : 0
  }

  /// The fewest weeks with which the staffing comes out even: the number of people divided by the greatest
  /// number that divides it and every need.
  public static func fewestWeeks(people: Int, shifts: [Shift]) -> Int {
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    let common = shifts.flatMap(\.staffing).reduce(people, divisor)
    return common > 0 ? people / common : people
  }

  // MARK: What cannot be

  /// Why no plan can meet the wishes, in words; empty when nothing speaks against it from the start.
  public var obstacles: [Localized] {
    var found: [Localized] = []
    let names = (1...7).map { DateText.longWeekday($0) }
    guard weeks > 0, people % weeks == 0 else {
      return [
        Localized(
          nb: "\(people) ansatte kan ikke fordeles likt på \(weeks) linjer",
          en: "\(people) people cannot be shared evenly among \(weeks) lines")
      ]
    }
    let each = peoplePerLine
    for (day, name) in names.enumerated() {
      let needed = shifts.reduce(0) { $0 + $1.staffing[day] }
      if needed > people {
        found.append(
          Localized(
            nb: "\(name.nb) trengs \(needed) vakter, og det er \(people) ansatte",
            en: "on \(name.en) \(needed) shifts are needed, and there are \(people) people"))
      }
      for shift in shifts where shift.staffing[day] % each != 0 {
        found.append(
          Localized(
            nb: """
              \(shift.code) på \(name.nb): \(shift.staffing[day]) kan ikke deles på \(each) ansatte på \
              hver linje; velg flere uker
              """,
            en: """
              \(shift.code) on \(name.en): \(shift.staffing[day]) cannot be divided among the \(each) \
              people of each line; choose more weeks
              """))
      }
    }
    let most = hoursPerWeek ?? 40
    if meanHours > most {
      let (mean, limit) = (Self.hours(meanHours), Self.hours(most))
      found.append(
        Localized(
          nb:
            "bemanningen gir \(mean.nb) timer i uken i snitt, over \(limit.nb): det trengs flere ansatte",
          en:
            "the staffing gives \(mean.en) hours a week on average, above \(limit.en): more people are needed"
        ))
    }
    let sundays = shifts.reduce(0) { $0 + $1.staffing[6] }
    if sundays * 2 > people {
      found.append(
        Localized(
          nb: "\(sundays) av \(people) trengs hver søndag: annenhver søndag kan ikke bli fri",
          en: "\(sundays) of \(people) are needed each Sunday: every second Sunday cannot be free"))
    }
    return found
  }

  /// Whether a plan can be made at all.
  public var isPossible: Bool {
    weeks > 0 && people % weeks == 0
      && (0..<7).allSatisfy { day in
        shifts.reduce(0) { $0 + $1.staffing[day] } <= people
          && shifts.allSatisfy { $0.staffing[day] % peoplePerLine == 0 }
      }
  }

  static func hours(_ hours: Double) -> Localized {
    NumberText.decimal(hundredths: Int((hours * 100).rounded()))
  }
}
