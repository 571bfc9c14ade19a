/// One person's nights: when to sleep, nap, seek light and keep away from it, with what it is predicted to
/// be worth.
///
/// Model values for an average person who does all of it; ``Caution/modelValue`` is printed with them. All
/// times are seconds from the roster's origin (``Roster/civil(_:)`` gives the clock).
///
/// How to get them: `ProtocolPlanner(roster, settings: ProtocolSettings())` once for a roster, and
/// ``ProtocolPlanner/plan(_:assigned:)`` for each person; `RosterPlan(roster, settings:jobs:)` in `Analysis`
/// does that for everybody and for each night of the ward.
public struct PersonProtocol: Sendable {
  /// Index in ``Roster/people``.
  public var person: Int
  /// In time order; not empty.
  public var blocks: [BlockPlan]
  /// In time order; those of a block are ``BlockPlan/nights``.
  public var nights: [NightPlan]
  /// Every main sleep and nap with the plan, actual sleep, from two days before the first date.
  public var sleeps: [PlannedAlertness.Sleep]
  /// As one is predicted to sleep without a plan: no naps.
  public var sleepsWithout: [SleepSpan]
  /// Alertness without and with the plan.
  public var courseWithout: PlannedAlertness
  public var course: PlannedAlertness
  /// One for each date of the plan.
  public var days: [PhaseDay]
  /// Hours after midnight of the low point of body temperature by habit.
  public var usualLowPoint: Double

  /// Leaves out the blocks without any such night.
  mutating func keepBlocks(with isWanted: (NightPlan) -> Bool) {
    var (keptBlocks, keptNights): ([BlockPlan], [NightPlan]) = ([], [])
    for var block in blocks where nights[block.nights].contains(where: isWanted) {
      let first = keptNights.count
      for var night in nights[block.nights] {
        night.block = keptBlocks.count
        keptNights.append(night)
      }
      block.nights = first..<keptNights.count
      keptBlocks.append(block)
    }
    (blocks, nights) = (keptBlocks, keptNights)
  }
}

/// A block of nights, what the body clock is to do in it, and the way back.
public struct BlockPlan: Hashable, Sendable {
  /// In ``PersonProtocol/nights``.
  public var nights: Range<Int>
  public var strategy: NightStrategy
  public var reasons: [StrategyReason]
  public var sleep: Sleep
  /// The nights after it on which one goes to bed at a set time, moved back towards the usual one, or held
  /// where more nights follow (``holdsRhythm``). Empty when one keeps the day rhythm.
  public var wayBack: [BedtimeAdvice]
  /// ``wayBack`` keeps the body clock where it is.
  public var holdsRhythm: Bool
  /// When the next day work starts and how many hours the body clock is then later than by habit, without
  /// and with the plan; nil when none follows within the plan.
  public var nextDayWork: NextDayWork?
  /// Work that follows before enough has been slept; nil when there is none.
  public var workTooSoon: WorkTooSoon?
  /// What the organisation could do first; nil for three nights or fewer.
  public var oneNightFewer: OneNightFewer?

  /// How one sleeps after it.
  public enum Sleep: String, Sendable, CaseIterable {
    /// As the strategy has it.
    case planned
    /// As long as it will after the last night: cut short it would make what follows harder.
    case uncut
    /// As without a plan: anything else would give less sleep or more sleepiness at work.
    case asUsual

    /// Nil where there is nothing to say.
    public var text: Localized? {
      switch self {
      case .planned: nil
      case .uncut:
        Localized(
          nb:
            "Søvnen etter siste natt er ikke kortet ned: da ville det som kommer etter, blitt tyngre.",
          en: "The sleep after the last night is not cut short: what comes after would be harder.")
      case .asUsual:
        Localized(
          nb:
            "Søvnen er som uten plan: noe annet ville gitt mindre søvn eller mer søvnighet på jobb.",
          en:
            "Sleep is as without a plan: anything else would give less sleep or more sleepiness at "
            + "work.")
      }
    }
  }

  /// The same roster without the last night of the block, nobody following any plan: what that alone gives.
  public struct OneNightFewer: Hashable, Sendable {
    /// The highest sleepiness on any night of the block, now and then.
    public var worst: KSS
    public var worstThen: KSS
    /// KSS² h of its nights and the ways home together, now and then.
    public var cost: Double
    public var costThen: Double
    /// Hours the body clock is later than by habit, 8 h after its last night, now and then.
    public var shift: Double
    public var shiftThen: Double
  }

  /// A duty on the day of the last night or the day after, with less sleep since the night than research
  /// asks for before work: 5 h in the day before (Dawson & McCulloch 2005).
  public struct WorkTooSoon: Hashable, Sendable {
    public var start: Int32
    /// With the plan, naps too.
    public var sleep: Elapsed

    static let within = 24 * 3600
    static let least = Elapsed.hours(5)
  }

  public struct NextDayWork: Hashable, Sendable {
    public var start: Int32
    public var shiftWithout: Double
    public var shift: Double
  }

  /// What ``wayBack`` is.
  public var wayBackKind: AdviceKind { holdsRhythm ? .freeNights : .backToDays }

  /// More than three nights: the organisation is to look at the roster before the person is given advice.
  public var isOrganisational: Bool { reasons.contains(.blockOverThreeNights) }
}

/// Go to bed at a set time.
public struct BedtimeAdvice: Hashable, Sendable {
  public var bed: Int32
  /// The sleep predicted then; nil when it does not fit before work.
  public var sleep: SleepSpan?
}

/// One night duty and what belongs to it.
public struct NightPlan: Sendable {
  public var duty: WorkInterval
  /// In ``PersonProtocol/blocks``.
  public var block: Int
  public var isFirstOfBlock: Bool
  public var isLastOfBlock: Bool
  public var strategy: NightStrategy
  /// Index in ``Roster/units`` of the duty's first row.
  public var unit: UInt16

  /// Low point of body temperature with the plan, hours on the clock: ``PhaseTrack/uncertainty`` applies.
  public var lowPoint: Double
  /// Start of melatonin in dim light, hours on the clock, 0 ..< 24.
  public var melatonin: Double { (lowPoint - PhaseTrack.lowPointAfterMelatonin).wrapped(24) }

  /// At home before the duty.
  public var homeNap: NapAdvice?
  /// On duty. Nil when none is worth it, when there is no place, or when the ward's plan has none left.
  public var dutyNap: NapAdvice?
  /// Why there is no ``dutyNap``; nil with one.
  public var noNap: LeftOut?
  /// KSS² h of the duty and the way home, without and with ``dutyNap``, both with the rest of the plan; nil
  /// when no nap was looked for.
  public var napCost: (without: Double, with: Double)?
  /// Every nap that was tried, for the ward's plan.
  public var napsTried: [NapCandidate]
  public var caffeine: CaffeineAdvice?
  /// In time order.
  public var light: [LightAdvice]
  /// Dark glasses on the way home; nil when it is dark or they are not advised.
  public var glasses: WorkInterval?
  /// The first sleep after the duty, and the cap that ends it early; none in the middle of a block.
  public var sleepAfter: SleepSpan?
  public var sleepCap: Elapsed?

  public var gain: NightGain
  public var drive: DriveHome
  /// Without a plan.
  public var driveWithout: DriveHome
  /// The person drives or cycles home; else the two say nothing to her.
  public var drives: Bool

  /// Nothing is said of the way home, with the plan or without, that is not said of every one.
  public var isWayHomeFine: Bool { !drives || DriveHome.worse(drive, driveWithout) == .fine }

  /// What is said of the way home: with the plan, and without it where that is graver. Not everybody follows
  /// all of a plan.
  public var wayHome: Localized {
    guard drives else { return DriveHome.fine.text }
    guard DriveHome.worse(drive, driveWithout) != drive else { return drive.text }
    return Localized(
      nb: "\(drive.text.nb) Uten resten av planen: \(driveWithout.text.nb)",
      en: "\(drive.text.en) Without the rest of the plan: \(driveWithout.text.en)")
  }
}

/// Sleepiness without and with the plan.
public struct NightGain: Hashable, Sendable {
  public struct Pair: Hashable, Sendable {
    public var without: KSS
    public var with: KSS
    /// The probability that the median person rates 7 or more.
    public var severeWithout: Double
    public var severeWith: Double
  }

  /// When on the duty sleepiness is highest without a plan.
  public var worstAt: Int32
  /// Both at ``worstAt``.
  public var worst: Pair
  /// The highest on the duty, each at its own time; with the plan the minutes of the nap do not count.
  public var peak: Pair
  public var end: Pair
  /// After the way home.
  public var home: Pair
  /// KSS² h of the duty and the way home by ``SleepinessCost``; the minutes of a nap count as without it.
  public var costWithout: Double
  public var cost: Double
}

/// A nap: from lying down to getting up.
public struct NapAdvice: Hashable, Sendable {
  public var span: WorkInterval
  /// Within it.
  public var sleep: SleepSpan
  /// Until then no medication round, no lead of a resuscitation and no driving. At home the end.
  public var bufferUntil: Int32

  public var asleep: Elapsed { Elapsed(seconds: Int64(sleep.wake) - Int64(sleep.onset)) }
  public var isLong: Bool { span.length > 30 * 60 }
}

/// When caffeine does more good than harm.
public struct CaffeineAdvice: Hashable, Sendable {
  public var window: WorkInterval
  /// Right before the nap on duty; nil without one, or when it is later than the window.
  public var beforeNap: Int32?
  /// Milligrams, caps.
  public var mostPerDose: Int
  public var mostPerDay: Int
}

/// Light to seek or to keep away from.
public struct LightAdvice: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Ordinary light for the work, in brighter places.
    case task
    /// Bright light to move the body clock: a lamp, or ceiling light.
    case bright
    /// No more than the ward's ordinary light.
    case dim
    /// Half an hour outdoors.
    case outdoors
  }

  public var kind: Kind
  public var span: WorkInterval
  /// At the eye: to be had of ``Kind/bright`` and ``Kind/outdoors``, at most of ``Kind/dim``, ordinary of
  /// ``Kind/task``.
  public var lux: Double
}

/// Where the body clock is on one date, read at 16:00.
public struct PhaseDay: Hashable, Sendable {
  public var date: CivilDate
  public var at: Int32
  /// Hours later than by habit on the wall clock; negative is earlier.
  public var shiftWithout: Double
  public var shift: Double
  /// The least and the most that a model of ``PacemakerModel/band`` gives with the plan.
  public var range: ClosedRange<Double>
  /// Low point of body temperature, and start of melatonin in dim light, hours on the clock.
  public var lowPoint: Double
  public var melatonin: Double
}

extension Double {
  /// Into 0 ..< `turn`.
  func wrapped(_ turn: Double) -> Double {
    let rest = self - turn * (self / turn).rounded(.down)
    return rest < turn ? rest : 0
  }
}
