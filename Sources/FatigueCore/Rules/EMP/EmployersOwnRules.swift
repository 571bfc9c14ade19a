/// Where a plan departs from the employer federation's own rules for shifts.
public enum EmployersOwnRules {
  public static let most = Limit(
    "EMP-NHO.deviations", Localized(nb: "avvik fra NHOs råd", en: "deviations from NHO's advice"),
    .atMost, Fraction(0), .count, allowed: Fraction(0)...Fraction(6), isAgreed: false)

  /// The rules that a roster shows; the number is the bit in `detail`.
  private static let points: [Localized] = [
    Localized(nb: "skiftbytte 07–15–23", en: "shift changes at 07–15–23"),
    Localized(nb: "rotasjon med klokka", en: "rotation with the clock"),
    Localized(nb: "høyst tre netter på rad", en: "at most three nights in a row"),
    Localized(nb: "minst 24 timer fri etter siste natt", en: "at least 24 hours off after nights"),
    Localized(nb: "vakter på høyst åtte timer", en: "shifts of at most eight hours"),
    Localized(nb: "ingen springskift", en: "no quick changes between shifts"),
  ]

  public static let rule = Rule(
    id: "EMP-NHO",
    lane: .agreement,
    title: Localized(nb: "Avvik fra NHOs kjøreregler", en: "Departs from the employers' own rules"),
    section: Localized(nb: "NHO: gode kjøreregler for skift", en: "NHO: good rules for shifts"),
    test: Localized(
      nb: """
        For planer med nattevakter: skiftbytte 07–15–23; rotasjon med klokka (høyst halvparten av \
        endringene bakover); høyst tre netter på rad; minst 24 timer fri etter siste natt; vakter på \
        høyst åtte timer; ingen springskift (lest som under 11 timer mellom to vakter). NHOs sjuende \
        råd, jevnlige friperioder framfor oppsparte, måles ikke. Ett funn for planen.
        """,
      en: """
        For plans with night shifts: changes at 07–15–23; rotation with the clock (at most half of \
        the changes backward); at most three nights in a row; at least 24 hours off after the last \
        night; shifts of at most eight hours; no "springskift" (read as under 11 hours between two \
        shifts). NHO's seventh rule, regular free periods before saved ones, is not measured. One \
        finding for the plan.
        """),
    why: Localized(
      nb: "Dette er arbeidsgiversidens egen liste; den er et argument i forhandlinger.",
      en: "This is the employers' own list; it is an argument in negotiations."),
    remedies: remedies,
    limits: [most],
    sources: [
      RuleSource(
        Localized(
          nb: "NHO Arbinn: gode kjøreregler for skift", en: "NHO Arbinn: good rules for shifts"),
        .primary,
        url:
          "https://arbinn.nho.no/arbeidsrett/arbeidstid-ferie-og-permisjon/arbeidstid-skift-og-turnus/"
      ),
      RuleSource(
        Localized(
          nb: "Springskift lest som under 11 timer mellom vakter",
          en: "\"Springskift\" read as under 11 hours between shifts"), .derived),
    ],
    examples: [],
    evaluatePlan: { evidence, findings in
      var check = ShiftRuleCheck(evidence.roster)
      var left = evidence.roster.slices.reduce(0) { $0 + $1.count }
      for slice in evidence.roster.slices {
        check.add(slice, of: left)
        left -= slice.count
      }
      guard check.hasNights else { return }
      if check.backward * 2 > check.steps { check.mark(1, check.firstBackward) }
      let count = Int64(check.bits.nonzeroBitCount)
      guard count > evidence.limits.steps(most) else { return }
      var finding = Finding(
        .note, from: evidence.horizon.start, to: evidence.horizon.end, shift: check.first,
        measured: Fraction(count), limit: evidence.limits[most], .atMost, .count)
      finding.detail = check.bits
      findings.append(finding)
    },
    describe: { finding, _ in
      let departs = points.indices.filter { finding.detail >> Int32($0) & 1 == 1 }
      let list = Localized(
        nb: departs.map { points[$0].nb }.joined(separator: "; "),
        en: departs.map { points[$0].en }.joined(separator: "; "))
      return FindingText(
        Localized(
          nb: "Planen avviker fra NHOs egne råd på: \(list[.nb]).",
          en: "The plan departs from the employer federation's own advice on: \(list[.en])."),
        remedies)
    })

  private static let remedies = [
    Remedy(
      .organisation,
      Localized(
        nb: "Bruk listen som argument når grunnplanen forhandles.",
        en: "Use the list as an argument when the base plan is negotiated."))
  ]
}

/// Goes through rows person by person and marks which of the rules they break.
private struct ShiftRuleCheck {
  private let roster: Roster
  private let origin: Int64
  private var clock: ZoneCursor
  private let hasSurroundings: Bool
  /// The person's stretch before the one at hand.
  private var before = Duty()
  /// The clock is not changed between the start of that stretch and this moment.
  private var change = Int32.min
  var bits: Int32 = 0
  /// The first shift that breaks one, and when it begins.
  var first: Int32 = -1
  private var firstStart = Int32.max
  var hasNights = false
  /// Changes of start time, and those of them against the clock.
  var steps = 0
  var backward = 0
  var firstBackward: Int32 = -1

  /// A stretch of planned work of one person, shifts that touch joined.
  private struct Duty {
    /// -1 before there is one.
    var shift: Int32 = -1
    var start: Int32 = 0
    var end: Int32 = 0
    var isNight = false
    var nightDate: Int32 = 0
    var nightRun: Int32 = 0
  }

  init(_ roster: Roster) {
    self.roster = roster
    origin = roster.origin.seconds
    clock = ZoneCursor(roster.zone)
    hasSurroundings = roster.surroundings != nil
  }

  /// Each rule is broken by some shift and there are nights, so that a shift after the first that breaks
  /// one tells nothing new but how the start of duties moves.
  private static let allBroken: Int32 = 0b111101
  @inline(__always)
  private func isSettled(from start: Int32) -> Bool {
    bits == Self.allBroken && hasNights && start >= firstStart
  }

  /// Marks a rule as broken by a shift of the assessed dates; what lies around them is left alone.
  mutating func mark(_ point: Int32, _ shift: Int32) {
    mark(point, shift, from: roster.shifts[Int(shift)].start)
  }

  @inline(__always)
  private mutating func mark(_ point: Int32, _ shift: Int32, from start: Int32) {
    if bits & 1 << point == 0 || firstStart > start { markAnew(point, shift, start) }
  }

  @inline(never)
  private mutating func markAnew(_ point: Int32, _ shift: Int32, _ start: Int32) {
    guard !hasSurroundings || roster.isAssessed(shift) else { return }
    bits |= 1 << point
    if first < 0 || start < firstStart { (first, firstStart) = (shift, start) }
  }

  /// - Parameter left: How many rows there are from here on, these included.
  mutating func add(_ slice: Range<Int>, of left: Int) {
    (before, change) = (Duty(), .min)
    var open = Duty()
    let shifts = roster.shifts
    for index in slice {
      let row = shifts[index]
      guard row.kind == .work, row.end > row.start else { continue }
      if open.shift >= 0 {
        if row.start <= open.end {
          open.end = max(open.end, row.end)
          continue
        }
        close(open)
      }
      (open.shift, open.start, open.end) = (Int32(index), row.start, row.end)
      if isSettled(from: row.start) {
        // Each row moves the balance by one at most.
        if (backward * 2 - steps).magnitude > UInt(left) { return }
        if before.shift != -1 { countStep(from: before.start, before.end, to: index, row.start) }
        return countSteps(after: index, to: slice.upperBound)
      }
    }
    if open.shift >= 0 { close(open) }
  }

  /// Counts how the start of duties moves from a row that begins a stretch through the rest of a person's.
  private mutating func countSteps(after index: Int, to end: Int) {
    let list = roster.shifts
    let shifts = list.span
    var (start, until) = (shifts[index].start, shifts[index].end)
    // Until here starts are compared without a look at the clock.
    var settled = settledUntil
    let (day, least) = (UInt32(PersonTimeline.day), UInt32(Rotation.smallestStep))
    var (steps, backward) = (0, 0)
    for next in index + 1..<end {
      let (opens, closes) = (shifts[next].start, shifts[next].end)
      guard shifts[next].kind == .work, closes > opens else { continue }
      if opens <= until {
        until = max(until, closes)
        continue
      }
      if opens >= settled {
        countStep(from: start, until, to: next, opens)
        settled = settledUntil
      } else if seconds(from: until, to: opens) < UInt32(Rotation.longestGap) {
        let turn = seconds(from: start, to: opens) % day
        if turn &- least <= day - 2 * least {
          steps &+= 1
          if turn > day / 2 { backward &+= 1 }
        }
      }
      (start, until) = (opens, closes)
    }
    self.steps += steps
    self.backward += backward
  }

  private var settledUntil: Int32 { hasSurroundings || firstBackward < 0 ? .min : change }

  /// Holds a stretch against the rules, and against the one before it.
  private mutating func close(_ stretch: Duty) {
    var duty = stretch
    let (from, to) = (origin + Int64(duty.start), origin + Int64(duty.end))
    let startOffset = clock.offset(at: from)
    let endOffset = clock.keepsOffset(until: to) ? startOffset : clock.offset(at: to)
    let length = to - from
    let onClock = length + Int64(endOffset) - Int64(startOffset)
    let second = (from + Int64(startOffset)) %% PersonTimeline.day
    // Most day and evening shifts lie clear of the night.
    if second < 6 * 3600 || second + onClock > 23 * 3600 {
      let night =
        startOffset == endOffset
        ? NightWindow.nightSeconds(from: second, for: length).evidence
        : clock.seconds(of: .evidence, from: from, to: to)
      duty.isNight = night >= PersonTimeline.nightHours
    }
    switch second {
    case 7 * 3600, 15 * 3600, 23 * 3600: break
    default: mark(0, duty.shift, from: duty.start)
    }
    // The longer of the clock's and the elapsed hours may come from a clock change alone.
    if min(length, onClock) > 8 * 3600 { mark(4, duty.shift, from: duty.start) }
    if duty.isNight {
      hasNights = true
      let middle = clock.local((from + to) / 2) - PersonTimeline.day / 2
      duty.nightDate = Int32(clamping: middle.flooredQuotient(PersonTimeline.day))
      duty.nightRun = 1
    }
    if before.shift >= 0 { compare(&duty) }
    before = duty
  }

  @inline(__always)
  private mutating func compare(_ duty: inout Duty) {
    let gap = Int64(duty.start) - Int64(before.end)
    if gap < 11 * 3600 { mark(5, duty.shift, from: duty.start) }
    if before.isNight, duty.isNight, duty.nightDate - before.nightDate <= 1 {
      duty.nightRun = before.nightRun + (duty.nightDate - before.nightDate)
      if duty.nightRun > 3 { mark(2, duty.shift, from: duty.start) }
    } else if before.isNight, gap < PersonTimeline.day {
      mark(3, duty.shift, from: duty.start)
    }
    countStep(from: before.start, before.end, to: Int(duty.shift), duty.start)
  }

  /// Counts the change of start time from a stretch to the next one, which begins after it.
  private mutating func countStep(
    from start: Int32, _ end: Int32, to shift: Int, _ next: Int32
  ) {
    guard seconds(from: end, to: next) < UInt32(Rotation.longestGap) else { return }
    // How far the clock is turned forward, in seconds of a day.
    let turn =
      next < change
      ? seconds(from: start, to: next) % UInt32(PersonTimeline.day) : turn(from: start, to: next)
    let least = UInt32(Rotation.smallestStep)
    guard turn >= least, turn <= UInt32(PersonTimeline.day) - least,
      !hasSurroundings || roster.isAssessed(Int32(shift))
    else { return }
    steps += 1
    if turn > UInt32(PersonTimeline.day) / 2 {
      backward += 1
      if firstBackward < 0 { firstBackward = Int32(shift) }
    }
  }

  /// Two moments lie less than 2³² s apart.
  @inline(__always)
  private func seconds(from start: Int32, to end: Int32) -> UInt32 {
    UInt32(bitPattern: end &- start)
  }

  /// The same by the wall clock; notes how long it keeps its offset.
  private mutating func turn(from start: Int32, to end: Int32) -> UInt32 {
    let (from, to) = (origin + Int64(start), origin + Int64(end))
    let offset = clock.offset(at: from)
    let moved = Int64(clock.offset(at: to)) - Int64(offset)
    change = Int32(clamping: min(clock.change, origin + Int64(Int32.max)) - origin)
    return UInt32((to - from + moved) %% PersonTimeline.day)
  }
}
