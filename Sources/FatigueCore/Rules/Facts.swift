/// What a roster cannot show: facts about people, units and the plan itself that some rules need.
/// All of it is opt-in; a rule that lacks its fact says so and is not assessed.
public struct Facts: Sendable {
  public var plan = PlanFacts()
  /// By staff number or name, as a configuration writes them.
  public var people: [String: PersonFacts] = [:]
  /// By unit, as the roster writes them.
  public var units: [String: UnitFacts] = [:]
  /// What holds for everybody's sleep unless a person has said otherwise.
  public var sleep = SleepHabits()
  /// Where it is; nil for ``Site/oslo``.
  public var site: Site?
  /// Light at home, on the way and behind glasses; that of the ward stands in ``nights``.
  public var light = LightSettings()
  public var commuteMode: CommuteMode?
  /// Of units that have not said otherwise.
  public var nights = NightFacts()

  public init() {}

  /// What is known of a person, by staff number before name.
  public func person(_ person: Person) -> PersonFacts? {
    guard !people.isEmpty else { return nil }
    return people[person.number] ?? people[person.name]
  }
}

/// Facts about one person.
public struct PersonFacts: Sendable {
  /// Whole years, 13–99.
  public var age: Int?
  /// Of compulsory school age, where §§ 11-2 (2), 11-3 (1) and 11-5 (2) a have other limits.
  public var attendsCompulsorySchool = false
  /// Exempt from night work (aml. § 10-2 (2)).
  public var isNightExempt = false
  /// The work is of special risk or heavy strain (§ 10-11 (7)), as the parties have settled.
  public var hasSpecialRisk: Bool?
  /// The person's own choice to be checked as pregnant: health data.
  public var isPregnant = false
  /// Share of a full position, 0–1.
  public var position: Fraction?
  /// Hours a week of the statutory scheme that applies: 40, 38 or 36.
  public var scheme: Int?
  /// Permanent nights are the person's own choice.
  public var choseNights = false
  /// A health check for night workers was offered (§ 10-11 (8)).
  public var wasOfferedHealthCheck: Bool?
  /// Groups that have rules of their own: doctors and police.
  public static let staffGroups = ["lege", "politi"]

  /// One of ``staffGroups``; any other has no effect.
  public var staffGroup: String?
  /// What somebody must be to take over the person's shifts, such as `sykepleier`.
  public var qualification: String?
  /// Duties are wholly or mainly passive (§ 10-4 (2)).
  public var isMainlyPassive: Bool?
  /// What the person has said about commute and sleep.
  public var sleep = SleepHabits()
  public var commuteMode: CommuteMode?
  /// Own choice to get no advice on bright light: may be health data.
  public var avoidsBrightLight = false
  public var avoidsCaffeine = false
  /// Dates on which the person's plan is to stay as it is: shifts that are settled, and wishes granted.
  public var fixed = FixedDates()
  /// Own choice to live at night on free days too.
  public var hasNocturnalDaysOff = false
  /// Works full time by the roster; decides the levels of FIOH-L2 and FIOH-L3.
  public var isFullTime: Bool { position.map { $0 >= Fraction(1) } ?? true }

  public init() {}
}

/// Facts about one unit.
public struct UnitFacts: Sendable {
  /// There is a place to rest at night.
  public var hasRestPlace: Bool?
  /// Reference of the risk assessment of lone work (§ 4-1 (3)).
  public var loneWorkAssessment: String?
  /// The work is of special risk or heavy strain (§ 10-11 (7)).
  public var hasSpecialRisk: Bool?
  /// Light and naps at night.
  public var nights = NightFacts()

  public init() {}
}

/// Facts about the plan as a whole.
public struct PlanFacts: Sendable {
  /// When it was shown to the employees, discussed with the representatives, and takes effect.
  public var published: CivilDate?
  public var discussed: CivilDate?
  public var effective: CivilDate?
  /// When the soundness of the arrangement was assessed last.
  public var assessed: CivilDate?
  /// The plan repeats after so many days; nil when it does not.
  public var cycleDays: Int?
  /// The weekly hours averages are taken over, as an averaging agreement says.
  public var averagingWeeks: Int?
  /// Weekends worked at most, as one in so many.
  public var weekendEvery: Int?
  /// Home on-call duties at most in four weeks, by local agreement.
  public var mostOnCall: Int?
  /// Nights in a row at most, by a local cap.
  public var mostNights: Int?
  /// Records of the hours actually worked are kept and open to the representatives (§ 10-7).
  public var hasHoursRecord: Bool?
  /// Contracts say when variable work is to be done and how shift changes are handled (§ 14-6 j, m).
  public var contractsCoverChanges: Bool?
  /// It shows which weeks, days and times each employee works (§ 10-3).
  public var showsWeeksDaysAndTimes: Bool?
  /// There is a period to compare with, measured before the plan was changed.
  public var hasBaselinePeriod: Bool?
  /// Breaks that stand in the rows count as work because nobody may leave.
  public var breaksArePaid = false
  /// Shifts changed after publication.
  public var changes: [ShiftChange] = []
  /// The tasks on long shifts are described, and the parties have assessed what the shifts do to
  /// health: two facts that a union's form for long shifts asks for.
  public var hasTaskDescription: Bool?
  public var hasHealthAssessment: Bool?

  public init() {}
}

/// A shift changed after the plan was published.
public struct ShiftChange: Sendable {
  /// Staff number or name.
  public var person: String
  /// The local date of the shift, and of the change.
  public var shift: CivilDate
  public var changed: CivilDate

  public init(person: String, shift: CivilDate, changed: CivilDate) {
    self.person = person
    self.shift = shift
    self.changed = changed
  }
}
