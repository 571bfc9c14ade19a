/// When caffeine on a night does more good than harm.
///
/// 400 mg taken 6 h before bed still costs sleep (Drake 2013). Caps per dose and day: EFSA 2015, recalled.
public enum Caffeine {
  public static let beforeSleep = Elapsed.hours(6)
  /// Milligrams.
  public static let mostPerDose = 200
  public static let mostPerDay = 400
  public static let mostPerDayInPregnancy = 200

  /// From the start of the duty to 6 h before the next sleep, in whole 5 min; nil when that is over before
  /// the duty starts.
  ///
  /// - Parameter nextSleep: its onset, seconds from the origin, at or after the end of the duty.
  public static func window(on duty: WorkInterval, nextSleep: Int32) -> WorkInterval? {
    let step = SleepinessCost.step
    let latest = Int(nextSleep) - Int(beforeSleep.seconds)
    let end = min(latest - latest %% step, Int(duty.end))
    guard end > Int(duty.start) else { return nil }
    return WorkInterval(start: duty.start, end: Int32(clamping: end))
  }
}

/// What is said of driving home. Compared in hundredths of KSS.
public enum DriveHome: String, Sendable, CaseIterable {
  case fine = "ok"
  case caution
  case avoid = "avoidDriving"

  /// - Parameters:
  ///   - atEnd: when the duty ends.
  ///   - afterCommute: at home.
  public init(atEnd: KSS, afterCommute: KSS) {
    switch max(atEnd, afterCommute).hundredths {
    case ..<700: self = .fine
    case ..<750: self = .caution
    default: self = .avoid
    }
  }

  /// The graver of the two.
  public static func worse(_ a: DriveHome, _ b: DriveHome) -> DriveHome {
    a == .avoid || b == .avoid ? .avoid : a == .caution || b == .caution ? .caution : .fine
  }

  public var text: Localized {
    switch self {
    case .fine: Localized(nb: "Ikke kjør hvis du er søvnig.", en: "Do not drive when sleepy.")
    case .caution:
      Localized(
        nb: "Ta helst buss eller drosje; ellers 20 min hvil og 30 min våken før du kjører.",
        en: "Better take a bus or a taxi; else 20 min of rest and 30 min awake before driving.")
    case .avoid:
      Localized(
        nb: "Ikke kjør selv hjem etter denne vakten.", en: "Do not drive home after this duty.")
    }
  }
}
