import Testing

@testable import FatigueCore

@Suite struct PacemakerPropertyTests {
  private static let levels = [0.0, 0.3, 5, 50, 100, 300, 1000, 4100, 10_000, 100_000, 200_000]

  private func random(
    days: Int, _ random: inout SplitMix, longest: Int = 200
  ) -> LightSchedule {
    var light = LightSchedule(start: Instant(seconds: 0))
    while light.count < days * 288 {
      let lux = Self.levels.randomElement(using: &random) ?? 0
      light.append(
        lux: lux * .random(in: 0.5...2, using: &random), asleep: .random(using: &random),
        steps: .random(in: 1...longest, using: &random))
    }
    return light
  }

  @Test("Any light keeps the clock on its course (seed 31)", arguments: PacemakerModel.allCases)
  func bounded(model: PacemakerModel) {
    var random = SplitMix(31)
    for longest in [1, 12, 200] {
      var pacemaker = Pacemaker(model)
      let reader = pacemaker
      let light = self.random(days: 60, &random, longest: longest)
      let start = PacemakerState(x: -0.7, xc: -1, n: 0.2)
      pacemaker.follow(light, from: start, reading: Array(stride(from: 0, to: light.count, by: 7)))
      { _, state in
        #expect(state.x.magnitude < 3 && state.xc.magnitude < 3)
        #expect((0...1).contains(state.n))
        if let hour = reader.lowPoint(from: state) { #expect(hour > 1 && hour < 41) }
      }
    }
  }

  @Test(
    "Constant extremes", arguments: PacemakerModel.allCases, [0.0, 100_000, .infinity, .nan, -5])
  func extremes(model: PacemakerModel, lux: Double) {
    var light = LightSchedule(start: Instant(seconds: 0))
    light.append(lux: lux, asleep: false, steps: 40 * 288)
    var pacemaker = Pacemaker(model)
    let end = pacemaker.follow(light, from: PacemakerState(x: -0.7, xc: -1, n: 0.2))
    #expect(end.x.magnitude < 3 && end.xc.magnitude < 3 && (0...1).contains(end.n))
    // A day of it: the 400 days that entrainment may take do not hang.
    var day = LightSchedule(start: Instant(seconds: 0))
    day.append(lux: lux, asleep: false, steps: 288)
    #expect(pacemaker.entrained(on: day).x.magnitude < 3)
  }

  @Test("Without light the clock runs on its own period", arguments: PacemakerModel.allCases)
  func freeRun(model: PacemakerModel) throws {
    var dark = LightSchedule(start: Instant(seconds: 0))
    dark.append(lux: 0, asleep: false, steps: 60 * 288)
    var pacemaker = Pacemaker(model)
    let reader = pacemaker
    let days = 50..<60
    var low: [Double] = []
    pacemaker.follow(
      dark, from: PacemakerState(x: -0.7, xc: -1, n: 0.2), reading: days.map { $0 * 288 }
    ) { i, state in low.append((reader.lowPoint(from: state) ?? .nan) + Double(24 * i)) }
    let period = (low[low.count - 1] - low[0]) / Double(low.count - 1)
    // 24.2 h is the period the models were made for; St. Hilaire's is moved by being awake for weeks.
    #expect(abs(period - 24.2) < (model == .stHilaire07 ? 0.25 : 0.06))
  }

  @Test("Reading more often changes little (seed 32)", arguments: PacemakerModel.allCases)
  func splits(model: PacemakerModel) {
    var random = SplitMix(32)
    let light = self.random(days: 20, &random)
    let start = PacemakerState(x: -0.7, xc: -1, n: 0.2)
    var pacemaker = Pacemaker(model)
    let whole = pacemaker.follow(light, from: start)
    let pieces = pacemaker.follow(light, from: start, reading: Array(0...light.count))
    #expect(abs(whole.x - pieces.x) < 2e-5)
    #expect(abs(whole.xc - pieces.xc) < 2e-5)
    #expect(abs(whole.n - pieces.n) < 1e-12)
  }

  @Test("A stretch put together from pieces is the stretch (seed 33)")
  func pieces() {
    var random = SplitMix(33)
    let light = self.random(days: 30, &random)
    var pieces = LightSchedule(start: light.start)
    for i in light.stretches.indices {
      for _ in light.steps(of: i) {
        pieces.append(lux: light.stretches[i].lux, asleep: light.stretches[i].asleep, steps: 1)
      }
    }
    #expect(pieces == light)
  }

  @Test("The cache of levels changes nothing: one pacemaker for two people is two pacemakers")
  func levels() {
    var random = SplitMix(34)
    let start = PacemakerState(x: -0.7, xc: -1, n: 0.2)
    var shared = Pacemaker()
    for _ in 0..<5 {
      let light = self.random(days: 10, &random, longest: 3)
      var own = Pacemaker()
      #expect(shared.follow(light, from: start) == own.follow(light, from: start))
    }
  }

  @Test("More light in the evening delays, in the morning advances")
  func direction() {
    func phase(_ from: Int, _ to: Int) -> Double {
      var habit = LightSchedule(start: Instant(seconds: 0))
      habit.append(lux: 0, asleep: true, steps: 84)
      habit.append(lux: 150, asleep: false, steps: 192)
      habit.append(lux: 0, asleep: true, steps: 12)
      var pacemaker = Pacemaker()
      let base = pacemaker.baseline(habit)
      var light = LightSchedule(start: Instant(seconds: 0))
      for day in 0..<4 {
        for step in 0..<288 {
          let asleep = step < 84 || step >= 276
          let bright = day >= 1 && (from..<to).contains(step)
          light.append(lux: bright ? 3000 : asleep ? 0 : 150, asleep: asleep, steps: 1)
        }
      }
      return pacemaker.phases(light, from: base, zone: .utc).shift(at: Instant(seconds: 3 * 86_400))
    }
    #expect(phase(0, 0).magnitude < 1e-3)
    #expect(phase(240, 276) > 0.2)
    #expect(phase(84, 120) < -0.2)
  }

  @Test("The turn of a cubic", arguments: [0.0, 0.1, 0.5, 0.9])
  func turn(at: Double) {
    // x = (t − at)², and the same with a cubic term.
    let part = Pacemaker.turn(at * at, -2 * at, (1 - at) * (1 - at), 2 * (1 - at))
    #expect(abs(part - at) < 1e-12)
    func cubic(_ t: Double) -> Double { (t - at) * (t - at) * (1 + 0.2 * (t - at)) }
    func slope(_ t: Double) -> Double { 2 * (t - at) + 0.6 * (t - at) * (t - at) }
    #expect(abs(Pacemaker.turn(cubic(0), slope(0), cubic(1), slope(1)) - at) < 1e-12)
  }
}
