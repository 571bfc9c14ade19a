import Foundation

/// Section 5 of `spec/models.md` word for word: whole columns, a table of nights, Foundation's functions,
/// the specification's letters. Nothing is bounded: for rosters up to 16 h a duty only.
struct PlainRiskIndex {
  struct Duty {
    var day: Int
    var on: Double
    var off: Double
    var com = 40.0
    var w = 2.0
    var a = 3.0
    var bf = 180.0
    var bl = 15.0
    var cw = 240.0
    var ba = 30.0
    var length: Double { off > on ? off - on : 24 + off - on }
  }

  static func pk(_ sp: Double) -> Double {
    let spcc = 1 + 6 / (1 + exp(3.057 - 0.764 * sp))
    return 1.26 / (1 + 3670 * exp(-1.06 * (-0.6 + 1.436 * spcc)))
  }

  static func job(_ d: Duty) -> (f: Double, r: Double) {
    let (wa, c, b) = (d.w + d.a, (d.bf + d.cw) / 2, (d.bl + d.ba) / 2)
    let wl = 1.2 * (0.125 + 0.015 * wa) * (c + b == 0 ? 1 : c / (c + b))
    let f5 = 0.172731235 - 0.200918653 * 0.04 + 0.03552264 * pow(0.04, 2)
    let (f15, f30) = (0.000442 * c, 0.000206 - 0.0000138433 * c + 0.00000096491 * c * c)
    let fb =
      b <= 5
      ? 0.174 + (f5 - 0.174) * b / 5
      : b <= 15
        ? f5 + (f15 - f5) * (b - 5) / 10
        : b <= 30 ? f15 + (f30 - f15) * (b - 15) / 15 : b <= 60 ? f30 * (60 - b) / 30 : 0
    let (ns, ls) = (1 + Int(floor(60 * d.length / (c + b) - 0.01)), Int(floor(c / 15 + 0.5)))
    let e = exp(-0.395 * (b - 13.3))
    let be = 0.24 * e / (0.2388 * (1 + e))
    var (rr, l, sum) = (1.0, -1, 0.0)
    for _ in 0...ns * ls {
      if l < ls { l += 1 } else { l = 0 }
      rr =
        l == 0
        ? 1 + (rr - 1) * be : 1.826297414 + (rr - 1.826297414) * exp(-0.25 * 1.146457295)
      sum += rr
    }
    let r = (sum / Double(ns * ls + 1) / 1.4858 + 0.0232 * (wa - 3)) / 1.032 / 1.0286182
    return (fb + wl, r)
  }

  static func fatigueTiming(_ d: Duty, _ f: Double) -> (timing: Double, job: Double) {
    let (a1, q1, a2, q2, r) = (0.5, 1.25, 0.74, 5.23, Double.pi / 12)
    let e = a1 * a1 + a2 * a2 - a1 * a2 * cos((q1 - q2) * r)
    let phi =
      atan2(a1 * sin(q1 * r) - a2 * sin(q2 * r), a1 * cos(q1 * r) - a2 * cos(q2 * r)) * 12 / .pi
    func mean(_ x: Double) -> Double {
      let times = stride(from: 0, through: d.length + 0.001, by: 0.25)
      let sum = times.reduce(0) { sum, t in
        let rise = (t + (d.com - 30) / 60) * x
        return sum + pk(rise + e * cos((d.on - phi) * r) + a2 * cos((d.on + t - q2) * r) + 2.45)
      }
      return sum / Double(Array(times).count)
    }
    let whole = mean(f)
    let least = min(mean(0.14), whole)
    return (100 * least, 100 * (whole - least))
  }

  static func riskTiming(_ d: Duty) -> Double {
    let dc = (d.com - 40) / 60
    let (a, all) = (d.on - dc, d.length + dc)
    let tod =
      1.0106 + 0.1057 * (sin(.pi * d.off / 12) - sin(.pi * a / 12)) / (all * .pi / 12)
    func shape(_ x: Double) -> Double {
      if x < 4.25 { return 1 + 0.0359 - 0.8012 * exp(-0.7315 * x) }
      return x <= 8.13 ? 1 : 1 - 0.4287 + 0.1501 * exp(0.129 * x)
    }
    let sh = dc <= 0 ? shape(all) : (shape(all) * all - shape(dc) * dc) / d.length
    return tod * sh / 1.288 * 0.997976
  }

  static func loss(_ en: Double) -> Double {
    let bed = en < 24.25 ? 16.3 + 0.367 * en : en + 1
    let k = 1 + 0.472949055173571 * exp(-1.77393493516727 + 0.16244804759197 * (bed - 20))
    let rk = en < 18.5 ? 8.13 : -2.28827436527851 + 11.7995318577367 / k
    return min(8, 8.07 - (rk + min(8, 8 - 0.285 * (en - 18.5))) / 2)
  }

  static func cumulative(_ duties: [Duty]) -> (fatigue: [Double], risk: [Double]) {
    let sc = duties.map { $0.on - 0.5 }
    let ec = duties.map { $0.off + 0.5 }
    let len = zip(sc, ec).map { $1 > $0 ? $1 - $0 : $1 - $0 + 24 }
    let night = zip(duties, sc).map { $1 < 15 ? $0.day : $0.day + 1 }
    let gap = duties.indices.map { i in
      guard i + 1 < duties.count else { return 24.0 }
      return 24 * Double(duties[i + 1].day - duties[i].day) + sc[i + 1] - sc[i] - len[i]
    }
    let st = duties.indices.map { sc[$0] + 24 * Double(duties[$0].day - night[$0] + 1) }
    let en = duties.indices.map { st[$0] + len[$0] }
    let lossA = duties.indices.map { i -> Double in
      let x = 37.5 - st[i]
      let l1 = st[i] > 22.76 ? (0.03501 * x + 0.01928) * x : 0
      let l2 = max(loss(en[i]), 9 - gap[i])
      return st[i] >= 15 && st[i] <= 22.67 ? l2 : min(l1, l2)
    }
    let lossB = duties.indices.map { max(loss(en[$0] - 24), 9 - gap[$0]) }
    var pvt: [Int: Double] = [:]
    var prev = 3.87
    for k in 1...night.last! {
      let tonight = night.firstIndex(of: k).map { lossA[$0] } ?? 0
      let lastNight = k > 1 ? night.firstIndex(of: k - 1).map { lossB[$0] } ?? 0 : 0
      let asy = 3.9 - 0.441596758431994 * min(8, tonight + lastNight)
      prev = asy + (prev - asy) * exp(-(prev > asy ? 0.136934833451947 : 0.686825862760272))
      pvt[k] = prev
    }
    var fatigue: [Double] = []
    for i in duties.indices {
      var (cur, nxt) = (3.9, 3.9)
      if i > 0, night[i] >= 2, i + 1 == duties.count || night[i + 1] != night[i] {
        (cur, nxt) = (pvt[night[i] - 1]!, pvt[night[i]]!)
      }
      let inside = st[i] > 27 && st[i] < 39
      let v = inside ? cur + (nxt - cur) * 0.5 * (1 + sin(.pi * (st[i] - 33) / 12)) : cur
      let p = v * 4.44 / 3.9
      let x = i == 0 || gap[i - 1] > 9 ? 1 : gap[i - 1] < 1 ? 0 : (gap[i - 1] - 1) / 8
      let out = x * p + (1 - x) * nxt
      fatigue.append(100 * pk(max(1, log((1.001 - out / 4.44) / 0.00189) / 0.801)) / 3)
    }
    var risk: [Double] = []
    var value = 1 / 1.113
    func cr(_ i: Int) -> Double { 0.0886 + 0.0359 * cos(.pi * (sc[i] + len[i] / 2) / 12) }
    for i in duties.indices {
      if i > 0 {
        let g = gap[i - 1]
        var q = value * 1.113
        if g < 9 {
          q += 0.06 * (9 - g)
        } else if g <= 24 {
          q += 0.5 * (cr(i) + cr(i - 1))
        } else {
          let en1 = ec[i - 1] + 1 >= 24 ? ec[i - 1] - 23 : ec[i - 1] + 1
          let st1 = sc[i] + 1 >= 24 ? sc[i] - 23 : sc[i] + 1
          let (es, ss) = (en1 < 8 ? max(0, 8 - en1) : 0, st1 < 8 ? st1 : 0)
          var n = floor(g / 24) + (es + ss) / 8
          if es > 0, ss > 0, st1 >= en1 { n -= 2 }
          q = 1 + (q - 1) * exp(-1.118 * (n - 1))
        }
        value = q / 1.113
      }
      risk.append(0.98899 * value)
    }
    return (fatigue, risk)
  }

  /// FI cumulative, timing, job, FI, RI cumulative, timing, job, RI.
  static func indices(_ duties: [Duty]) -> [[Double]] {
    let (fatigue, risk) = cumulative(duties)
    return duties.indices.map { i in
      let job = job(duties[i])
      let timing = fatigueTiming(duties[i], job.f)
      let rt = riskTiming(duties[i])
      let f = fatigue[i]
      let both = 100 * (1 - (1 - f / 100) * (1 - timing.timing / 100 - timing.job / 100))
      return [f, timing.timing, timing.job, both, risk[i], rt, job.r, risk[i] * rt * job.r]
    }
  }
}
