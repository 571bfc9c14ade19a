/// A duty as a plan sees it.
public struct PlanDuty: Hashable, Sendable {
  /// Seconds from the origin.
  public var span: WorkInterval
  /// At least 3 h of it lie between 00:00 and 06:00.
  public var isNight: Bool
  /// It starts 04:00–12:00 and lasts 4 h or more: one must be awake by day. A call-in does not count.
  public var isDayWork: Bool
  /// One is called out to it from home.
  public var isCalled: Bool
  /// Index in ``Roster/units``.
  public var unit: UInt16

  public init(
    span: WorkInterval, isNight: Bool, isDayWork: Bool, isCalled: Bool = false, unit: UInt16 = 0
  ) {
    (self.span, self.isNight, self.isDayWork) = (span, isNight, isDayWork)
    (self.isCalled, self.unit) = (isCalled, unit)
  }

  private static let smallHours = NightWindow(from: 24 * 3600, to: 30 * 3600)

  /// - Parameters:
  ///   - span: no more than its first 48 h are looked at.
  ///   - origin: of its seconds.
  public init(
    _ span: WorkInterval, isCalled: Bool = false, unit: UInt16 = 0, zone: Zone, origin: Instant
  ) {
    (self.span, self.isCalled, self.unit) = (span, isCalled, unit)
    let length = min(max(Int64(span.end) - Int64(span.start), 0), 48 * 3600)
    let start = origin.seconds + Int64(span.start)
    var cursor = ZoneCursor(zone)
    isNight = cursor.seconds(of: Self.smallHours, from: start, to: start + length) >= 3 * 3600
    let hour = zone.civil(Instant(seconds: start)).hour
    isDayWork = !isNight && (4..<12).contains(hour) && length >= 4 * 3600
  }
}

/// What a block of nights does to the body clock, on purpose.
///
/// Source: the three-way split of Lowden et al. 2019, Garde et al. 2020 and Smith & Eastman 2012.
public enum NightStrategy: String, Sendable, CaseIterable {
  /// Keep the day rhythm.
  case stayDay = "STAY_DAY"
  /// Low point of body temperature toward 10:00: half-way.
  case compromise = "COMPROMISE"
  /// All the way; only for those who live at night on free days too.
  case fullDelay = "FULL_DELAY"

  public var title: Localized {
    switch self {
    case .stayDay: Localized(nb: "behold dagrytmen", en: "keep the day rhythm")
    case .compromise: Localized(nb: "halvveis over til natt", en: "half-way to night")
    case .fullDelay: Localized(nb: "helt over til natt", en: "all the way to night")
    }
  }
}

/// Why a block has its strategy.
public enum StrategyReason: String, Sendable, CaseIterable {
  case permanentNights = "PERMANENT_NIGHTS"
  /// A finding about the organisation, shown before any advice to the person.
  case blockOverThreeNights = "BLOCK_OVER_3_NIGHTS"
  case nocturnalDaysOff = "NOCTURNAL_DAYS_OFF"
  case noBrightSource = "NO_BRIGHT_SOURCE"
  case dayWorkTooSoon = "DAY_WORK_TOO_SOON"
  case blockUpToThreeNights = "BLOCK_UP_TO_3_NIGHTS"

  public var text: Localized {
    switch self {
    case .permanentNights: Localized(nb: "fast nattarbeid", en: "permanent nights")
    case .blockOverThreeNights:
      Localized(nb: "mer enn tre netter på rad", en: "more than three nights in a row")
    case .nocturnalDaysOff:
      Localized(nb: "lever om natten også i fritiden", en: "lives at night on free days too")
    case .noBrightSource:
      Localized(nb: "ikke sterkt lys å bruke", en: "no bright light to use")
    case .dayWorkTooSoon:
      Localized(nb: "dagarbeid for kort tid etter", en: "day work too soon after")
    case .blockUpToThreeNights:
      Localized(nb: "høyst tre netter på rad", en: "three nights in a row at most")
    }
  }
}

/// What the strategy depends on besides the roster.
public struct StrategyConditions: Hashable, Sendable {
  /// The ward has bright light, and the person may use it.
  public var hasBrightLight: Bool
  /// The person's own choice.
  public var nocturnalDaysOff: Bool

  public init(hasBrightLight: Bool = true, nocturnalDaysOff: Bool = false) {
    self.hasBrightLight = hasBrightLight
    self.nocturnalDaysOff = nocturnalDaysOff
  }
}

/// Consecutive nights with nothing between: starts at most 36 h apart.
public struct NightBlock: Hashable, Sendable {
  /// Indices into the person's duties.
  public let duties: Range<Int>
  public let strategy: NightStrategy
  public let reasons: [StrategyReason]

  /// Its nights.
  public var count: Int { duties.count }
  /// More than three: for the organisation to look at first.
  var isLong: Bool { reasons.contains(.blockOverThreeNights) }

  static let furthestApart = 36 * 3600

  /// The blocks of one person, each with its strategy (`spec/light_nap.md` 6.2).
  ///
  /// - Parameter duties: sorted by start.
  public static func blocks(
    of duties: [PlanDuty], under conditions: StrategyConditions = StrategyConditions()
  ) -> [NightBlock] {
    var blocks: [NightBlock] = []
    let isPermanent = isPermanent(duties)
    var start = 0
    while start < duties.count {
      var end = start + 1
      guard duties[start].isNight else {
        start = end
        continue
      }
      while end < duties.count, duties[end].isNight,
        Int(duties[end].span.start) - Int(duties[end - 1].span.start) <= furthestApart
      {
        end += 1
      }
      let freeTime = hoursToDayWork(duties, after: end - 1)
      blocks.append(
        NightBlock(start..<end, isPermanent: isPermanent, free: freeTime, conditions))
      start = end
    }
    return blocks
  }

  private init(
    _ duties: Range<Int>, isPermanent: Bool, free: Double, _ conditions: StrategyConditions
  ) {
    self.duties = duties
    let nights = duties.count
    var reasons: [StrategyReason] = []
    if isPermanent { reasons.append(.permanentNights) }
    if nights >= 4 { reasons.append(.blockOverThreeNights) }
    if conditions.nocturnalDaysOff, nights >= 7, conditions.hasBrightLight {
      strategy = .fullDelay
      reasons.append(.nocturnalDaysOff)
    } else if nights < 4, !isPermanent {
      strategy = .stayDay
      reasons.append(.blockUpToThreeNights)
    } else if !conditions.hasBrightLight {
      strategy = .stayDay
      reasons.append(.noBrightSource)
    } else if free < 24 * Double(max(3, nights - 2)) {
      strategy = .stayDay
      reasons.append(.dayWorkTooSoon)
    } else {
      strategy = .compromise
    }
    self.reasons = reasons
  }

  /// At least 60 % of the duties and eight of them are nights, and none is day work.
  private static func isPermanent(_ duties: [PlanDuty]) -> Bool {
    let nights = duties.count { $0.isNight }
    return nights >= 8 && nights * 10 >= duties.count * 6 && !duties.contains { $0.isDayWork }
  }

  /// From the end of a duty to the next day work; infinite without one.
  private static func hoursToDayWork(_ duties: [PlanDuty], after index: Int) -> Double {
    let end = duties[index].span.end
    let next = duties[(index + 1)...].first { $0.isDayWork && $0.span.start > end }
    return next.map { Double(Int($0.span.start) - Int(end)) / 3600 } ?? .infinity
  }
}
