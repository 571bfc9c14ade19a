/// `check -f langvakt`: the facts that NSF's application for long shifts asks for (`TAR-12HAPP`), in
/// Markdown: what the plan holds is filled in, what the parties must give has room for it.
struct LongShiftAnnex {
  /// Kinds of long shift, and shift codes, that get a row.
  static let mostRows = 30

  private let words: ReportWords
  private let options: FormatOptions
  private var text = ""

  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var annex = LongShiftAnnex(
      words: ReportWords(report, options.language), options: options)
    annex.document()
    return Array(annex.text.utf8)
  }

  private init(words: ReportWords, options: FormatOptions) {
    self.words = words
    self.options = options
  }

  private var report: CheckReport { words.report }
  private var roster: Roster { report.roster }
  private var settings: AnalysisSettings { report.analysis.settings }
  private var language: Language { words.language }
  private func say(_ nb: String, _ en: String) -> String { words.say(nb, en) }
  private func plain(_ text: String) -> String { MarkdownText.escaped(text) }
  private func duration(_ seconds: Int64) -> String { Elapsed(seconds: seconds).text[language] }

  private mutating func heading(_ nb: String, _ en: String) { text += "\n## \(say(nb, en))\n\n" }

  private mutating func document() {
    let limits = settings.limits
    let long = LongShiftApplication.stretches(roster, limits, settings.facts)
    let limit = MeasureText.value(limits[LongShiftApplication.shift], .hours)[language]
    text +=
      "# \(say("Vedlegg til søknad om langvakter", "Annex to an application for long shifts"))\n\n"
    text += "\(plain(words.inputs)), \(words.period), \(words.size).\n"
    for premise in words.premises { text += "\n\(premise)\n" }
    let isWhole = words.unread == nil
    if !isWhole {
      text += "\n"
      text += say(
        "Planen kunne ikke leses i sin helhet. Alt under gjelder bare det som ble lest.",
        "The plan could not be read whole. All below is only about what was read.")
      text += "\n"
    }
    guard !long.isEmpty else {
      text += "\n"
      guard isWhole else {
        text += say(
          "Om den har vakter over \(limit), og om vedlegget trengs, er ikke avgjort.",
          "Whether it has shifts over \(limit), and whether the annex is needed, is not decided.")
        text += "\n"
        return
      }
      text += say(
        "Planen har ingen vakter over \(limit): vedlegget trengs ikke.",
        "The plan has no shifts over \(limit): no annex is needed.")
      text += "\n"
      return
    }
    lengths(long, limit)
    rests(long)
    let plan = settings.facts.plan
    toWrite(
      "3. Oppgavene på langvaktene", "3. The tasks on the long shifts", plan.hasTaskDescription,
      say(
        "Fysisk arbeid, krav til årvåkenhet og rolige perioder.",
        "Physical work, demands on vigilance and quiet periods."))
    toWrite(
      "4. Partenes helsevurdering", "4. The parties' health assessment", plan.hasHealthAssessment,
      say(
        "Hva langvaktene betyr for helse og sikkerhet, vurdert av begge parter.",
        "What the long shifts mean for health and safety, assessed by both parties."))
    compensation()
    codes()
    text += "\n" + say("Laget med", "Made with") + " fatigue \(options.toolVersion), TAR-12HAPP.\n"
  }

  // MARK: What the plan says

  /// Long shifts of one start and end by the clock.
  private struct Kind: Hashable {
    var start: String
    var end: String
    var length: Int64
  }

  private mutating func lengths(_ long: [LongShiftApplication.Stretch], _ limit: String) {
    heading("1. Vaktlengder", "1. Shift lengths")
    let people = Set(long.map(\.person)).count
    text += say(
      "\(long.count) vakter over \(limit), hos \(people) av \(roster.people.count) ansatte.",
      "\(long.count) shifts over \(limit), with \(people) of \(roster.people.count) employees.")
    text += "\n\n"
    text += MarkdownText.head(
      [
        say("Tid", "Time"), say("Arbeidstid", "Working time"), say("Antall", "Number"),
        say("Ansatte", "Employees"), say("Flest hos én", "Most with one"),
      ], numbers: 2)
    var kinds: [Kind: [Int]] = [:]
    for stretch in long {
      let kind = Kind(
        start: roster.civil(stretch.start).wholeMinute.clock,
        end: roster.civil(stretch.end).wholeMinute.clock, length: stretch.length)
      kinds[kind, default: []].append(stretch.person)
    }
    let rows = kinds.sorted {
      ($1.value.count, $0.key.start, $0.key.end, $0.key.length)
        < ($0.value.count, $1.key.start, $1.key.end, $1.key.length)
    }
    for (kind, people) in rows.prefix(Self.mostRows) {
      let each = Dictionary(people.map { ($0, 1) }, uniquingKeysWith: +)
      text += MarkdownText.row([
        "\(kind.start)–\(kind.end)", duration(kind.length), "\(people.count)", "\(each.count)",
        "\(each.values.max() ?? 0)",
      ])
    }
    held(rows.count)
  }

  private mutating func held(_ count: Int) {
    guard count > Self.mostRows else { return }
    let rest = count - Self.mostRows
    text += "\n" + say("\(rest) rader til.", "\(rest) more rows.") + "\n"
  }

  /// The free time before and after each, in seconds; nil at the ends of the plan.
  private func free(
    round long: [LongShiftApplication.Stretch]
  ) -> (before: [Int64?], after: [Int64?]) {
    var result: (before: [Int64?], after: [Int64?]) = ([], [])
    var (person, ends, starts) = (-1, [Int32](), [Int32]())
    for stretch in long {
      if stretch.person != person {
        person = stretch.person
        let rows = roster.shifts[roster.slices[person]].filter(\.kind.isWork)
        ends = rows.map(\.end).sorted()
        starts = rows.map(\.start).sorted()
      }
      let ended = Self.count(in: ends) { $0 <= stretch.start }
      let begun = Self.count(in: starts) { $0 < stretch.end }
      result.before.append(ended > 0 ? Int64(stretch.start) - Int64(ends[ended - 1]) : nil)
      result.after.append(
        begun < starts.count ? Int64(starts[begun]) - Int64(stretch.end) : nil)
    }
    return result
  }

  /// How many at the front of a sorted list hold.
  private static func count(in times: [Int32], where holds: (Int32) -> Bool) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(times[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func rests(_ long: [LongShiftApplication.Stretch]) {
    heading("2. Hvile rundt langvaktene", "2. The rest round the long shifts")
    let gaps = free(round: long)
    text += MarkdownText.head(
      [
        say("Hvile", "Rest"), say("Korteste", "Shortest"), say("Under 11 t", "Under 11 h"),
        say("Under 16 t", "Under 16 h"), say("Uten nabovakt i planen", "No shift next to it"),
      ], numbers: 1)
    for (title, values) in [
      (say("før", "before"), gaps.before), (say("etter", "after"), gaps.after),
    ] {
      let known = values.compactMap { $0 }
      text += MarkdownText.row([
        title, known.min().map(duration) ?? "–", "\(known.count { $0 < 11 * 3600 })",
        "\(known.count { $0 < 16 * 3600 })", "\(values.count - known.count)",
      ])
    }
  }

  /// A fact that no plan holds.
  private mutating func toWrite(_ nb: String, _ en: String, _ isThere: Bool?, _ what: String) {
    heading(nb, en)
    text += what + " "
    text +=
      isThere == true
      ? say(
        "Meldt som skrevet i fatigue.toml; legg den ved.",
        "Said to be written in fatigue.toml; enclose it.")
      : say("Fylles ut av partene:", "To be filled in by the parties:") + "\n\n&nbsp;\n\n---"
    text += "\n"
  }

  private mutating func compensation() {
    heading("5. Kompenserende hvile", "5. Compensating rest")
    let agreements = report.agreements.filter { $0.compensation?.isEmpty == false }
    for agreement in agreements { text += "- \(plain(AgreementText.full(agreement)[language]))\n" }
    if agreements.isEmpty {
      text += say(
        "Ingen avtale med kompensasjon er oppgitt. Fylles ut av partene:",
        "No agreement with compensation is on file. To be filled in by the parties:")
      text += "\n\n&nbsp;\n\n---\n"
    }
  }

  /// The key of the shift codes as the plan uses them.
  private mutating func codes() {
    heading("6. Planen med kodenøkkel", "6. The plan with its code key")
    text += say(
      "Planen legges ved. Koder slik den bruker dem:",
      "The plan is enclosed. Codes as it uses them:")
    text += "\n\n"
    var uses: [UInt32: [String: Int]] = [:]
    for row in roster.shifts where row.kind.isWork && row.code != 0 {
      let times =
        roster.civil(row.start).wholeMinute.clock + "–"
        + roster.civil(row.end).wholeMinute.clock
      uses[UInt32(row.code), default: [:]][times, default: 0] += 1
    }
    guard !uses.isEmpty else {
      text += say("Planen har ingen koder, bare klokkeslett.", "The plan has no codes, only times.")
      text += "\n"
      return
    }
    text += MarkdownText.head(
      [say("Kode", "Code"), say("Tider", "Times"), say("Vakter", "Shifts")], numbers: 2)
    let rows = uses.map { (roster.codes[Int($0.key)], $0.value) }.sorted { $0.0 < $1.0 }
    for (code, times) in rows.prefix(Self.mostRows) {
      let sorted = times.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let shown = sorted.prefix(3).map(\.key).joined(separator: ", ")
      let more = sorted.count > 3 ? " +\(sorted.count - 3)" : ""
      let sum = times.values.reduce(0, +)
      text += MarkdownText.row([plain(code), shown + more, "\(sum)"])
    }
    held(rows.count)
  }
}
