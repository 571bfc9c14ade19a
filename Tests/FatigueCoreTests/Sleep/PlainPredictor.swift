import Foundation

@testable import FatigueCore

/// Sections 1 and 8 of the model specification again, the plain way: Foundation's time zones and `exp`,
/// every minute looked at, no tables, no shortcuts. The oracle of the fast predictor.
struct PlainPredictor {
  var zone: TimeZone
  /// Seconds since 1970; duties count from here.
  var origin: Int
  var settings = SleepSettings()
  /// Body clock minus UTC at the start, and each change: (instant, offset before, offset after).
  private var offsetAtStart = 0.0
  private var changes: [(at: Int, before: Double, after: Double)] = []

  struct Sleep: Equatable {
    var onset, wake: Int
    var kind: SleepEpisode.Kind
    var wakeS: Double
  }

  /// The zone's offsets around the origin, as Foundation has them: each holds from its time on.
  private var offsets: [(from: Int, offset: Int)] = []

  init(zone: TimeZone, origin: Int) {
    self.zone = zone
    self.origin = origin
    var date = Date(timeIntervalSince1970: Double(origin - 400 * 86_400))
    offsets = [(.min, zone.secondsFromGMT(for: date))]
    for _ in 0..<8 {
      guard let next = zone.nextDaylightSavingTimeTransition(after: date) else { break }
      offsets.append((Int(next.timeIntervalSince1970) - origin, zone.secondsFromGMT(for: next)))
      date = next
    }
  }

  func offset(_ t: Int) -> Int { offsets.last { $0.from <= t }!.offset }
  func secondOfDay(_ t: Int) -> Int {
    let local = (origin + t + offset(t)) % 86_400
    return local < 0 ? local + 86_400 : local
  }

  /// Hour of the body clock at a time in seconds, also between whole ones.
  func bodyHour(_ t: Double) -> Double {
    var (lag, current) = (0.0, offsetAtStart)
    var last = 0.0
    for change in changes where Double(change.at) <= t {
      lag = lag * Foundation.pow(0.7, (Double(change.at) - last) / 86_400)
      lag += change.before - change.after
      current = change.after
      last = Double(change.at)
    }
    lag *= Foundation.pow(0.7, (t - last) / 86_400)
    return (Double(origin % 86_400) + t) / 3600 + current + lag
  }
  func rhythm(_ t: Double) -> Double {
    let h = bodyHour(t)
    return 2.5 * Foundation.cos(2 * .pi / 24 * (h - 16.8))
      - 0.5 + 0.5 * Foundation.cos(2 * .pi / 12 * (h - 16.8 - 3))
  }
  static func awake(_ s: Double, _ seconds: Double) -> Double {
    2.4 + (s - 2.4) * Foundation.exp(-0.0353 * seconds / 3600)
  }
  static func asleep(_ s: Double, _ seconds: Double) -> Double {
    let g = Foundation.log((14.3 - 14) / (14.3 - 7.96)) / 8
    let r = g * (12.2 - 14.3)
    let t = seconds / 3600
    if s >= 12.2 { return 14.3 - (14.3 - s) * Foundation.exp(g * t) }
    let bend = (12.2 - s) / r
    return t <= bend ? s + r * t : 14.3 - (14.3 - 12.2) * Foundation.exp(g * (t - bend))
  }

  /// - Returns: the sleeps and the start of the series.
  mutating func predict(_ duties: [(start: Int, end: Int)]) -> (sleeps: [Sleep], start: Int) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let first = Date(timeIntervalSince1970: Double(origin + duties[0].start))
    let day = calendar.date(byAdding: .day, value: -3, to: calendar.startOfDay(for: first))!
    let start =
      Int(calendar.date(bySettingHour: 7, minute: 0, second: 0, of: day)!.timeIntervalSince1970)
      - origin
    let horizon = duties[duties.count - 1].end + 48 * 3600
    offsetAtStart = Double(offset(start)) / 3600
    changes = []
    for (before, after) in zip(offsets, offsets.dropFirst()) where after.from > start {
      changes.append((after.from, Double(before.offset) / 3600, Double(after.offset) / 3600))
    }

    var merged: [(start: Int, end: Int)] = []
    for duty in duties {
      if let last = merged.last, duty.start - last.end < 3600 {
        merged[merged.count - 1].end = duty.end
      } else {
        merged.append(duty)
      }
    }
    var sleeps: [Sleep] = []
    var (wake, wakeS) = (start, 13.82)
    func sleep(_ onset: Int, _ end: Int, _ kind: SleepEpisode.Kind) {
      let s = Self.awake(wakeS, Double(onset - wake))
      wakeS = Self.asleep(s, Double(end - onset))
      wake = end
      sleeps.append(Sleep(onset: onset, wake: end, kind: kind, wakeS: wakeS))
    }
    for i in 0...merged.count {
      var available = start
      var night = false
      if i > 0 {
        let end = merged[i - 1].end
        let hour = secondOfDay(end) / 3600
        let windDown = (4..<12).contains(hour) ? 30 : hour >= 20 || hour < 4 ? 90 : 60
        available = end + (30 + windDown) * 60
        // Seconds of the duty inside 00–06, by night, counted minute by minute.
        var minutes: [Int: Int] = [:]
        for t in stride(from: merged[i - 1].start, to: end, by: 60)
        where secondOfDay(t) < 6 * 3600 {
          minutes[(origin + t + offset(t)) / 86_400, default: 0] += 1
        }
        night = minutes.values.contains { $0 >= 180 }
      }
      let alarm = i < merged.count ? merged[i].start - 90 * 60 : horizon
      var now = available
      var atOnce = night
      while now < alarm {
        var bed = now
        let window = (secondOfDay(now) - 23 * 3600 + 86_400) % 86_400 <= 5 * 3600
        let tired = Self.awake(wakeS, Double(now - wake)) + rhythm(Double(now)) <= 7.5
        if !atOnce, !window, !tired {
          while secondOfDay(bed) != 23 * 3600 { bed += bed % 60 == 0 && now % 60 == 0 ? 60 : 1 }
        }
        atOnce = false
        let onset = bed + 600
        guard onset + 90 * 60 <= alarm else { break }
        let s = Self.awake(wakeS, Double(onset - wake))
        var natural = 600
        for minute in 1...600
        where Self.asleep(s, Double(minute * 60)) + rhythm(Double(onset + minute * 60)) >= 11.7 {
          natural = minute
          break
        }
        let end = min(onset + natural * 60, alarm)
        sleep(onset, end, .main)
        now = end
      }
      if i < merged.count, let nap = settings.napBeforeNight,
        secondOfDay(merged[i].start) >= nap.dutiesFrom
      {
        let onset = alarm - Int(nap.length.seconds)
        if onset >= available, onset - wake >= 5 * 3600 { sleep(onset, alarm, .nap) }
      }
    }
    return (sleeps, start)
  }
}

/// Random rosters with what is hard: nights, 24 h duties, quick returns, split duties.
enum RandomRoster {
  /// - Parameter step: times are multiples of this many seconds.
  static func duties(
    days: Int, step: Int = 300, using random: inout SplitMix
  ) -> [(start: Int, end: Int)] {
    var duties: [(start: Int, end: Int)] = []
    var t = Int.random(in: 0..<86_400, using: &random)
    while t < days * 86_400 {
      let hours =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: 24.0
        case 1: 12.5
        default: Double.random(in: 4...10, using: &random)
        }
      let start = t / step * step
      let end = (t + Int(hours * 3600)) / step * step
      duties.append((start, end))
      let gap =
        switch Int.random(in: 0..<12, using: &random) {
        case 0: Double.random(in: 0.1...0.9, using: &random)
        case 1, 2: Double.random(in: 6...11, using: &random)
        case 3: Double.random(in: 40...90, using: &random)
        default: Double.random(in: 11...24, using: &random)
        }
      t = end + Int(gap * 3600)
    }
    return duties
  }
}
