/// Where a person's body clock starts from, and what its phase is compared with: the habitual free day.
public struct PhaseBaseline: Hashable, Sendable {
  /// At local midnight.
  public var state: PacemakerState
  /// Hours from 16:00 to the low point of body temperature, read in dim light.
  public var lowPoint: Double
}

/// How far one person's body clock has moved from its baseline, day by day.
///
/// Read at 16:00 local time of each day by a virtual constant routine, straight lines between; before the
/// first and after the last reading as there.
public struct PhaseTrack: Sendable {
  /// The clock is read at this second of the local day.
  static let readingTime = 16 * 3600
  /// Hours from the low point of body temperature to waking, by habit. Source: a rule of thumb, recalled.
  public static let wakingAfterLowPoint = 3.0
  /// Hours from the start of melatonin in dim light to the low point. Source: as the models; Crowley and
  /// others 2003 use it too.
  public static let lowPointAfterMelatonin = 7.0

  /// To be printed with every phase. Source: Stone 2019 (intensive-care nurses: mean error 0.7 h on days and
  /// 0.95 h on nights), St. Hilaire 2020 (within 2 h in 80 %), Cheng 2021 (fixed nights: 2.9 h).
  public static let uncertainty = Localized(nb: "omtrent ±1–2 timer", en: "about ±1–2 hours")

  public struct Reading: Hashable, Sendable {
    public var date: CivilDate
    public var at: Instant
    /// Hours the body clock is later than the wall clock, against the baseline; negative is earlier.
    public var shift: Double
  }

  public let model: PacemakerModel
  public private(set) var readings: [Reading] = []
  /// Hours that each reading is later than the baseline on a clock that is never changed.
  private(set) var drifts: [Double] = []
  private let zone: Zone
  /// Seconds east of UTC at the start.
  let offset: Int32

  init(model: PacemakerModel, zone: Zone, start: Instant) {
    (self.model, self.zone) = (model, zone)
    offset = zone.offset(at: start)
  }

  /// - Parameter lowPoint: hours from the reading to the low point of body temperature; nil when none was
  ///   found, and then the clock stays as it was.
  mutating func append(_ date: CivilDate, _ at: Instant, lowPoint: Double?, _ base: PhaseBaseline) {
    let change = clockChange(at: at)
    var drift = drifts.last ?? 0
    if let lowPoint {
      drift = lowPoint - base.lowPoint - change
      // A clock goes round: of all turns the one nearest to the day before.
      if let last = drifts.last { drift -= 24 * ((drift - last) / 24).rounded() }
    }
    drifts.append(drift)
    readings.append(Reading(date: date, at: at, shift: drift + change))
  }

  /// Hours that the wall clock has been put forward since the start.
  private func clockChange(at instant: Instant) -> Double {
    Double(zone.offset(at: instant) - offset) / 3600
  }

  /// Hours the body clock is later than the wall clock.
  public func shift(at instant: Instant) -> Double { drift(at: instant) + clockChange(at: instant) }

  private func drift(at instant: Instant) -> Double {
    guard let first = readings.first, let last = readings.last else { return 0 }
    if instant <= first.at { return drifts[0] }
    if instant >= last.at { return drifts[drifts.count - 1] }
    // The readings are a day apart, within the hour that a clock change makes.
    var i = min(Int((instant - first.at).seconds / 86_400), readings.count - 2)
    while i > 0, readings[i].at > instant { i -= 1 }
    while readings[i + 1].at <= instant { i += 1 }
    let part =
      Double((instant - readings[i].at).seconds)
      / Double((readings[i + 1].at - readings[i].at).seconds)
    return drifts[i] + (drifts[i + 1] - drifts[i]) * part
  }
}

extension Pacemaker {
  /// - Parameter day: 24 h of the habitual free day, from local midnight.
  public mutating func baseline(_ day: LightSchedule) -> PhaseBaseline {
    let state = entrained(on: day)
    let reader = self
    var found = 0.0
    follow(day, from: state, reading: [PhaseTrack.readingTime / LightSchedule.step]) {
      found = reader.lowPoint(from: $1) ?? 0
    }
    return PhaseBaseline(state: state, lowPoint: found)
  }

  /// Reads the phase of every day of a schedule.
  ///
  /// - Parameters:
  ///   - light: from local midnight in `zone`.
  ///   - base: of this model.
  /// - Complexity: O(steps), and half a day of steps for each day.
  public mutating func phases(
    _ light: LightSchedule, from base: PhaseBaseline, zone: Zone
  ) -> PhaseTrack {
    var dates: [(date: CivilDate, at: Instant)] = []
    var steps: [Int] = []
    var date = zone.civil(light.start).date
    while true {
      let at = zone.resolve(CivilTime(date, secondOfDay: PhaseTrack.readingTime)).instant
      let step = Int((at - light.start).seconds) / LightSchedule.step
      guard step <= light.count else { break }
      dates.append((date, at))
      steps.append(step)
      date = date + 1
    }
    var track = PhaseTrack(model: model, zone: zone, start: light.start)
    let reader = self
    follow(light, from: base.state, reading: steps) { i, state in
      track.append(dates[i].date, dates[i].at, lowPoint: reader.lowPoint(from: state), base)
    }
    return track
  }
}

/// The same light seen by several models: how much they disagree.
public struct PhaseBand: Sendable {
  /// In the order of ``PacemakerModel/band``.
  public let tracks: [PhaseTrack]

  /// - Parameters:
  ///   - light: from local midnight in `zone`.
  ///   - habit: as ``Pacemaker/baseline(_:)``.
  public init(_ light: LightSchedule, habit: LightSchedule, zone: Zone) {
    tracks = PacemakerModel.band.map { model in
      var pacemaker = Pacemaker(model)
      let base = pacemaker.baseline(habit)
      return pacemaker.phases(light, from: base, zone: zone)
    }
  }

  /// The smallest and the largest shift that a model gives, hours.
  public func range(at instant: Instant) -> ClosedRange<Double> {
    let shifts = tracks.map { $0.shift(at: instant) }
    return (shifts.min() ?? 0)...(shifts.max() ?? 0)
  }
}
