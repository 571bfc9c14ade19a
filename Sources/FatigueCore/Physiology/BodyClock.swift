/// One person's body clock over a stretch of days, and the wall clock it follows.
///
/// The body clock reads `h = UTC + o(t)`. It starts on the zone's offset; when the wall clock is
/// changed it lags, and 30 % of what remains is made up per day:
///
///     o(t) = new + (old − new) · 0.7^d      d days since the change, a real number
///
/// where `old` is the value just before the change. Times are seconds from an origin.
///
/// Source: Ingre et al. 2014, PLoS ONE 9(10) e108679, equation 1.10 (made for jet lag).
public struct BodyClock: Sendable {
  /// What the body clock does when the wall clock is changed.
  public enum Adaptation: Sendable {
    case gradual
    /// It changes with the wall clock, as in programs that know no zones.
    case immediate
  }

  /// A stretch in which the wall clock keeps one offset. Half open, seconds from the origin.
  struct Stretch: Sendable {
    var from: Int
    var to: Int
    /// Seconds to add to get the wall clock as seconds since 1970.
    var wallShift: Int
    /// Hours the body clock is ahead of the wall clock at `from`.
    var lead: Double
    /// From here on the lead counts as none.
    var settled: Int
    /// Which of ``SleepHistory/rhythms`` goes on from here; -1 when none does.
    var rhythm = -1

    /// Hours the body clock is ahead of the wall clock.
    @inline(__always)
    func lead(at seconds: Int) -> Double {
      seconds >= settled ? 0 : lead * exp(BodyClock.rate * Double(seconds - from) / 3600)
    }

    @inline(__always)
    func secondOfDay(_ seconds: Int) -> Int {
      let wall = seconds + wallShift
      // Since 1970 no sign needs a thought.
      return wall >= 0 ? Int(UInt(wall) % 86_400) : wall %% 86_400
    }
  }

  /// ln 0.7 / 24, per hour.
  static let rate = -0.014861455997447185
  /// A lead below this many hours is none, 39 days after a change of an hour. It would move alertness
  /// by less than 1e-6, C + U changing by 0.92 per hour at most: sleepiness by 4.2e-7 KSS.
  static let noLead = 1e-6

  /// The most hours ahead or behind of each size of lead; of the first it is none.
  static let leads: InlineArray<5, Double> = [0, 0.02, 0.125, 0.4, 1]

  /// The size of a lead, as a position in ``leads``; that of none and of less than nothing is 1.
  ///
  /// - Parameter lead: Hours ahead or behind, at most 1.
  static func part(_ lead: Double) -> Int {
    var part = 1
    while part < leads.count - 1, lead > leads[part] { part += 1 }
    return part
  }

  /// Beyond every time, and far enough from overflow to calculate with.
  static let far = Int.max / 4

  private(set) var stretches = [
    Stretch(from: -far, to: far, wallShift: 0, lead: 0, settled: -far)
  ]

  /// A clock on UTC, to be ``reset(zone:origin:from:to:adaptation:)``.
  public init() {}

  public init(
    zone: Zone, origin: Instant, from: Int, to: Int, adaptation: Adaptation = .gradual
  ) {
    reset(zone: zone, origin: origin, from: from, to: to, adaptation: adaptation)
  }

  /// Starts over, keeping the memory.
  ///
  /// - Parameters:
  ///   - from: The start of the person's series, seconds from `origin`: body and wall clock agree.
  ///   - to: The last second that will be asked for; later ones go on with the last offset.
  public mutating func reset(
    zone: Zone, origin: Instant, from: Int, to: Int, adaptation: Adaptation = .gradual
  ) {
    stretches.removeAll(keepingCapacity: true)
    let base = Int(origin.seconds)
    var start = from
    var lead = 0.0
    var offset: Int32?
    while true {
      let zoneStretch = zone.stretch(at: Instant(seconds: Int64(base + start)))
      if let before = offset, adaptation == .gradual {
        lead += Double(before - zoneStretch.offset) / 3600
      }
      offset = zoneStretch.offset
      let end = zoneStretch.to == .max ? Self.far : max(Int(zoneStretch.to) - base, start + 1)
      let stretch = Stretch(
        from: start, to: end, wallShift: base + Int(zoneStretch.offset), lead: lead,
        settled: start + Self.secondsUntilSettled(lead))
      stretches.append(stretch)
      guard end <= to else { break }
      lead = stretch.lead(at: end)
      start = end
    }
    // Whoever asks for times outside gets the nearest stretch.
    stretches[stretches.count - 1].to = Self.far
  }

  static func secondsUntilSettled(_ lead: Double) -> Int {
    guard lead.magnitude >= noLead else { return 0 }
    return Int(min(log(noLead / lead.magnitude) / rate * 3600, 1e9)) + 1
  }

  /// Notes which rhythm goes on from each stretch.
  ///
  /// - Parameter find: The number of that of a change.
  mutating func noteRhythms(_ find: (AdaptingRhythm.Change) -> Int) {
    for i in stretches.indices {
      let stretch = stretches[i]
      guard stretch.settled > stretch.from,
        let change = AdaptingRhythm.Change(
          lead: stretch.lead, second: stretch.secondOfDay(stretch.from))
      else { continue }
      stretches[i].rhythm = find(change)
    }
  }

  /// The stretch that holds a time; the first also holds what lies before it.
  func index(at seconds: Int, near hint: Int = 0) -> Int {
    var i = min(max(hint, 0), stretches.count - 1)
    while i > 0, seconds < stretches[i].from { i -= 1 }
    while seconds >= stretches[i].to { i += 1 }
    return i
  }

  /// A stretch and its number, kept by whoever goes through a series in order, so that most times cost
  /// two comparisons.
  struct Place: Sendable {
    fileprivate(set) var stretch: Stretch
    fileprivate(set) var index: Int
  }

  /// Where a series starts.
  var beginning: Place { Place(stretch: stretches[0], index: 0) }

  @inline(__always)
  func move(_ place: inout Place, to seconds: Int) {
    if seconds < place.stretch.from || seconds >= place.stretch.to { search(&place, seconds) }
  }

  @inline(never)
  private func search(_ place: inout Place, _ seconds: Int) {
    place.index = index(at: seconds, near: place.index)
    place.stretch = stretches[place.index]
  }

  /// Hour of the body clock; while it adapts it may lie a little outside 0 ..< 24.
  public func hour(at seconds: Int) -> Double {
    let stretch = stretches[index(at: seconds)]
    return Double(stretch.secondOfDay(seconds)) / 3600 + stretch.lead(at: seconds)
  }

  /// Hours the body clock is later than the wall clock.
  public func delay(at seconds: Int) -> Double { -stretches[index(at: seconds)].lead(at: seconds) }

  /// The wall clock as seconds since 1970.
  public func wallClock(at seconds: Int) -> Int {
    seconds + stretches[index(at: seconds)].wallShift
  }
}
