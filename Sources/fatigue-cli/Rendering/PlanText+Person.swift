import FatigueCore

/// One person's nights: the workplace first, then each block at a glance and night by night, every line with
/// how sure research is.
extension PlanText {
  mutating func person(_ index: Int) {
    let name = terminal.quoted(report.names.shown[index])
    guard let plan = report.plan.people[index] else {
      heading(name)
      return prose(
        say(
          "Ingen nattevakter i turnusen, så det er ingen plan å lage.",
          "No night duties in the roster, so there is no plan to make."))
    }
    let (nights, blocks) = (plan.nights.count, plan.blocks.count)
    heading(
      say(
        "\(name): \(nights == 1 ? "1 natt" : "\(nights) netter")"
          + (blocks > 1 ? " i \(blocks) blokker" : ""),
        "\(name): \(nights == 1 ? "1 night" : "\(nights) nights")"
          + (blocks > 1 ? " in \(blocks) blocks" : "")))
    prose(terminal.text(Caution.notMedical.text) + " " + terminal.text(Caution.modelValue.text))
    unread()
    blank()
    workplace(index, plan)
    for block in plan.blocks { self.block(block, plan) }
    blank()
    cautions(plan)
  }

  // MARK: The workplace

  private mutating func workplace(_ index: Int, _ plan: PersonProtocol) {
    heading(say("Tiltak på arbeidsplassen kommer først", "What the workplace can do comes first"))
    if let change = report.fewer.changes[index] { item(fewerNights(change, people: 1)) }
    findings(index, limit: 2)
    // One line for each partner, with the advice that needs it.
    var partners: [(partner: String, kinds: [AdviceKind])] = []
    let given = Set(plan.nights.flatMap(\.advice).map(\.kind))
      .union(plan.blocks.filter { !$0.wayBack.isEmpty }.map(\.wayBackKind))
    for kind in AdviceKind.allCases where given.contains(kind) {
      let partner = terminal.text(kind.partner)
      if let place = partners.firstIndex(where: { $0.partner == partner }) {
        partners[place].kinds.append(kind)
      } else {
        partners.append((partner, [kind]))
      }
    }
    for entry in partners {
      let kinds = entry.kinds.map { terminal.text($0.title) }.joined(separator: ", ")
      let levels = MeasureLevel.allLevels.filter { level in
        entry.kinds.contains { $0.levels.contains(level) }
      }
      let named = terminal.text(AdviceText.levels(levels))
      item("\(kinds): \(entry.partner) (\(named))")
    }
  }

  // MARK: A block

  private mutating func block(_ block: BlockPlan, _ plan: PersonProtocol) {
    let nights = Array(plan.nights[block.nights])
    guard let first = nights.first, let last = nights.last else { return }
    blank()
    let dates = DateText.run(
      from: evening(first.duty.start), through: evening(last.duty.start))
    let why = block.reasons.map { terminal.text($0.text) }.joined(separator: ", ")
    heading(
      "\(terminal.text(dates)): \(terminal.text(block.strategy.title))"
        + (why.isEmpty ? "" : " (\(why))"))
    glance(nights, plan)
    // Label and grade, then as many nights beside each other as there is room for.
    let columns = max(1, (width - Self.label - Self.sureness) / Self.column)
    for start in stride(from: 0, to: nights.count, by: columns) {
      table(Array(nights[start..<min(start + columns, nights.count)]), plan)
    }
    remarks(block, nights)
    wayBack(block, plan)
  }

  private static let label = 20
  /// A span of clock times and a blank.
  private static let column = 12
  /// The head of the last column, the widest in it.
  private static let sureness = 12

  /// What the table has no room for.
  private mutating func remarks(_ block: BlockPlan, _ nights: [NightPlan]) {
    let pulses = nights.map { night in night.advice.filter { $0.kind == .light } }
    if let first = pulses.first(where: { $0.count > 1 }) {
      let minutes = (first[0].span.end - first[0].span.start) / 60
      let apart = Elapsed(seconds: Int64(first[1].span.start) - Int64(first[0].span.start)).text
      prose(
        say(
          "Sterkt lys \(first.count)×: så mange ganger \(minutes) min, med \(apart.nb) fra den ene "
            + "starten til den neste.",
          "Bright light \(first.count)×: so many times \(minutes) min, \(apart.en) from one start to "
            + "the next."
        ).folded(terminal))
    }
    for entry in PlanWords.withoutNap(nights) {
      let dates = entry.nights.map { terminal.text(evening($0.duty.start).text) }
      prose(
        say("Ingen hvil på vakt ", "No nap on duty ") + dates.joined(separator: ", ") + ": "
          + terminal.text(entry.reason.text))
    }
    for remark in PlanWords.remarks(block, roster) { prose(terminal.text(remark)) }
  }

  private func evening(_ seconds: Int32) -> CivilDate {
    CivilTime(localSeconds: roster.civil(seconds).localSeconds - 43_200).date
  }

  /// Noon to noon, half an hour to a sign.
  private mutating func glance(_ nights: [NightPlan], _ plan: PersonProtocol) {
    guard width >= 68, let first = nights.first, let last = nights.last else { return }
    let signs = terminal.ascii ? ["#", "z", "n", "."] : ["█", "░", "◆", "·"]
    let blanks = String(repeating: " ", count: 14)
    let hours = ["12", "15", "18", "21", "00", "03", "06", "09"]
    lines.append(blanks + hours.map { Wrapping.padded($0, 6) }.joined() + "12")
    var date = evening(first.duty.start)
    let through = evening(last.duty.start)
    // A block is nights at most 36 h apart; a bound all the same.
    for _ in 0..<62 where date <= through {
      var strip = ""
      for cell in 0..<48 {
        let civil = CivilTime(date, secondOfDay: 43_200 + cell * 1800 + 900)
        let at = Int32(clamping: roster.zone.resolve(civil).instant.seconds - roster.origin.seconds)
        let nap = plan.sleeps.contains {
          $0.isNap && $0.span.onset < at + 900 && $0.span.wake > at - 900
        }
        let asleep = plan.sleeps.contains { !$0.isNap && $0.span.onset <= at && $0.span.wake > at }
        let onDuty = plan.nights.contains { $0.duty.start <= at && $0.duty.end > at }
        strip += nap ? signs[2] : asleep ? signs[1] : onDuty ? signs[0] : signs[3]
      }
      lines.append("  " + Wrapping.padded(terminal.text(date.text), 12) + strip)
      date = date + 1
    }
    lines.append(
      blanks + "\(signs[0]) " + say("nattevakt", "night duty") + "  \(signs[1]) "
        + say("søvn", "sleep") + "  \(signs[2]) " + say("kort hvil", "nap"))
  }

  private mutating func table(_ nights: [NightPlan], _ plan: PersonProtocol) {
    let dates = nights.map { terminal.text(evening($0.duty.start).text) }
    let sure = say("Hvor sikkert", "How sure")
    let head = Wrapping.padded("", Self.label) + cells(dates) + sure
    lines.append(terminal.styled(head, .bold))
    row(say("vakt", "duty"), nights.map { span($0.duty) }, nil)
    lengths(nights.map(\.duty), nil)
    for kind in AdviceKind.allCases where kind != .driveHome {
      let found = nights.map { night in night.advice.filter { $0.kind == kind } }
      guard found.contains(where: { !$0.isEmpty }) else { continue }
      row(terminal.text(kind.title), found.map { text($0) }, kind.grade)
      if isShownAsSpan(kind) { lengths(found.map { $0.first?.span }, kind.grade) }
      if kind == .dutyNap {
        row(
          say("  helt våken fra", "  wide awake from"),
          nights.map { $0.dutyNap.map { clock($0.bufferUntil) } ?? "" }, kind.grade)
      }
    }
    row(
      terminal.text(AdviceKind.driveHome.title), nights.map { drive($0.drive, $0) },
      AdviceKind.driveHome.grade)
    if nights.contains(where: { $0.drives && $0.drive != $0.driveWithout }) {
      row(
        say("  uten planen", "  without the plan"), nights.map { drive($0.driveWithout, $0) },
        AdviceKind.driveHome.grade)
    }
    let model = say("modell", "model")
    row(
      say("verste søvnighet*", "worst sleepiness*"), nights.map { pair($0.gain.worst) }, model)
    row(
      say("ved vaktens slutt*", "at the end of it*"), nights.map { pair($0.gain.end) }, model)
    row(
      say("kroppens bunnpunkt", "body's low point"),
      nights.map { say("ca. ", "about ") + hour($0.lowPoint) },
      say("±1–2 t", "±1–2 h"))
  }

  private func cells(_ texts: [String]) -> String {
    texts.map { Wrapping.padded($0, Self.column) }.joined()
  }

  private mutating func row(_ label: String, _ texts: [String], _ grade: EvidenceGrade?) {
    row(label, texts, grade.map(\.rawValue) ?? "")
  }

  private mutating func row(_ label: String, _ texts: [String], _ sure: String) {
    let shown = texts.map { $0.isEmpty ? "-" : $0 }
    lines.append(Wrapping.padded(label, Self.label) + cells(shown) + terminal.shown(sure))
  }

  private func span(_ span: WorkInterval) -> String {
    terminal.shown("\(clock(span.start))–\(clock(span.end))")
  }

  /// How long each lasts, where the clock is changed in one of them.
  private mutating func lengths(_ spans: [WorkInterval?], _ grade: EvidenceGrade?) {
    let texts = spans.map { $0.flatMap { AdviceText.changedLength($0, roster) } }
    guard texts.contains(where: { $0 != nil }) else { return }
    row(say("  varer", "  lasts"), texts.map { $0.map { terminal.text($0) } ?? "" }, grade)
  }

  private func isShownAsSpan(_ kind: AdviceKind) -> Bool {
    ![.caffeine, .taskLight, .dimLight, .light].contains(kind)
  }

  /// One span; of several the first start and how many.
  private func text(_ lines: [AdviceLine]) -> String {
    guard let first = lines.first else { return "" }
    switch first.kind {
    case .caffeine, .taskLight: return say("til ", "until ") + clock(first.span.end)
    case .dimLight: return say("fra ", "from ") + clock(first.span.start)
    case .light where lines.count > 1:
      return "\(lines.count)×, ".folded(terminal) + clock(first.span.start)
    default: return span(first.span)
    }
  }

  private func pair(_ pair: NightGain.Pair) -> String {
    "\(kss(pair.without)) \(arrow) \(kss(pair.with))"
  }

  /// `04:25`, to five minutes.
  private func hour(_ hours: Double) -> String {
    let minutes = Int((hours * 12).rounded()) * 5 % 1440
    return CivilTime(localSeconds: Int64(minutes) * 60).clock
  }

  private func drive(_ drive: DriveHome, _ night: NightPlan) -> String {
    // Whoever neither drives nor cycles is not told to.
    guard night.drives else { return say("kjenn etter", "take care") }
    return switch drive {
    case .fine: say("kjenn etter", "take care")
    case .caution: say("helst buss", "better bus")
    case .avoid: say("ikke kjør", "no driving")
    }
  }

  private mutating func wayBack(_ block: BlockPlan, _ plan: PersonProtocol) {
    if !block.wayBack.isEmpty {
      prose(
        capitalised(terminal.text(block.wayBackKind.title))
          + " (\(block.wayBackKind.grade.rawValue)), "
          + say("legg deg: ", "go to bed: ")
          + bedtimes(block).joined(separator: ", "))
    }
    if let next = block.nextDayWork, abs(next.shift) >= 0.25 {
      let shift = terminal.text(
        NumberText.decimal(hundredths: Int((next.shift * 100).rounded()), digits: 1))
      let start = terminal.text(roster.civil(next.start).wholeMinute.text)
      prose(
        say(
          "Ved neste dagvakt, \(start), er kroppsklokka omtrent \(shift) t forskjøvet (±1–2 t).",
          "At the next day duty, \(start), the body clock is shifted by about \(shift) h (±1–2 h)."
        ))
    }
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// `lø 28. feb. – on 4. mars kl. 03:00`: nights with one bedtime together.
  private func bedtimes(_ block: BlockPlan) -> [String] {
    var runs: [(first: CivilTime, last: CivilTime)] = []
    for way in block.wayBack {
      let bed = roster.civil(way.bed).wholeMinute
      if let run = runs.last, run.last.secondOfDay == bed.secondOfDay {
        runs[runs.count - 1].last = bed
      } else {
        runs.append((bed, bed))
      }
    }
    return runs.map { run in
      let dates = DateText.run(from: run.first.date, through: run.last.date)
      return "\(terminal.text(dates)) \(terminal.text(run.first.clockText))"
    }
  }

  // MARK: Cautions

  private mutating func cautions(_ plan: PersonProtocol) {
    prose(
      say(
        "* KSS 1–9 uten \(arrow) med hele planen, til nærmeste halve; modellverdi.",
        "* KSS 1–9 without \(arrow) with the whole plan, to the nearest half; a model's value."))
    prose(MeasureWords.grades(terminal.language).folded(terminal))
    let given = Set(plan.nights.flatMap(\.advice).flatMap(\.cautions))
    let texts = Caution.allCases.filter { given.contains($0) || $0 == .seeDoctor }
    prose(texts.map { terminal.text($0.text) }.joined(separator: " "))
  }
}

extension MeasureLevel {
  static let allLevels: [MeasureLevel] = [.individual, .group, .leader, .organisation]
}
