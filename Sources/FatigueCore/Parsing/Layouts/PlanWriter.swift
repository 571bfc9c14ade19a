/// Puts the cells of a plan into the roster, and says what could be wrong with them.
struct PlanWriter {
  let sheet: LayoutSheet
  private(set) var parser: DayCellParser
  private let withoutTimes: Set<String>
  /// Nights stand on the day they end.
  private let nightsOnLastDay: Bool
  private var clock: ZoneCursor
  private(set) var entries = 0
  /// Night shifts, and the first of them.
  private var nights = 0
  private var firstNight: (row: Int, column: Int)?
  /// Cells with a code in parentheses, and the first of them.
  private var overlays = 0
  private var firstOverlay: (row: Int, column: Int, code: String)?
  private var outOfReach = 0
  private var learned = false
  /// Where codes stand, to learn their times.
  var dayCells: [(rows: Range<Int>, columns: [Int])] = []

  /// Entries that one plan may give.
  static let mostEntries = 4_000_000

  init(
    _ sheet: LayoutSheet, _ block: LegendBlock, nightsOnLastDay: Bool,
    _ collector: RosterCollector
  ) {
    self.sheet = sheet
    var legend = collector.options.legend
    legend.merge(block.legend)
    parser = DayCellParser(legend: legend)
    withoutTimes = block.withoutTimes
    self.nightsOnLastDay = nightsOnLastDay
    clock = ZoneCursor(collector.builder.zone)
  }

  /// Reads a cell and reports what is not understood.
  ///
  /// - Parameter context: who and when, for the message.
  mutating func cell(
    _ row: Int, _ column: Int, _ text: String, _ context: @autoclosure () -> String,
    _ collector: inout RosterCollector
  ) -> DayCell {
    if text.isEmpty { return DayCell() }
    var cell = parser.read(text)
    if !cell.faults.isEmpty, !learned, learn(&collector) { cell = parser.read(text) }
    for fault in cell.faults {
      switch fault {
      case .interval(let error, let shown):
        collector.report(
          ValueFault(error, ByteText.shown(shown)), in: sheet, row: row, column: column)
      case .unknownCode(let code):
        let about = context()
        let shown = ByteText.shown(code)
        collector.report(
          .unknownCode, .error, in: sheet, row: row, column: column,
          Localized(
            nb: "vaktkoden \(shown) har ingen tid\(about.isEmpty ? "" : " (\(about))")",
            en: "the shift code \(shown) has no times\(about.isEmpty ? "" : " (\(about))")"),
          hint: hint(code))
      }
    }
    if !cell.replaced.isEmpty {
      overlays += 1
      if firstOverlay == nil { firstOverlay = (row, column, cell.replaced[0]) }
      if cell.parts.isEmpty, cell.faults.isEmpty {
        collector.report(
          .onlyInParentheses, .warning, in: sheet, row: row, column: column,
          Localized(
            nb: "bare en kode i parentes (\(ByteText.shown(text))); lest som ikke arbeidet",
            en: "only a code in parentheses (\(ByteText.shown(text))); read as not worked"))
      }
    }
    return cell
  }

  /// A cell that was read before, without saying again what is wrong with it.
  mutating func known(_ text: String) -> DayCell { parser.read(text) }

  private func hint(_ code: String) -> Localized {
    let codes = (Array(parser.legend.entries.keys) + Array(parser.legend.days.keys)).sorted()
    if withoutTimes.contains(code) {
      return Localized(
        nb: "koden står i kodelisten uten start og slutt",
        en: "the code stands in the list of codes without start and end")
    }
    if let near = NearestName.nearest(to: code, in: codes) ?? DayCodes.nearest(to: code) {
      return Localized(nb: "mente du \(near)?", en: "did you mean \(near)?")
    }
    guard !codes.isEmpty else {
      return Localized(
        nb: "gi tidene i en liste Kode;Start;Slutt med --legend FIL",
        en: "give the times in a list Code,Start,End with --legend FILE")
    }
    let listed = codes.prefix(12).joined(separator: ", ") + (codes.count > 12 ? " …" : "")
    return Localized(nb: "kjente koder: \(listed)", en: "known codes: \(listed)")
  }

  // MARK: Learning

  /// Learns codes from cells that hold a code and its times.
  private mutating func learn(_ collector: inout RosterCollector) -> Bool {
    learned = true
    var found = CodeLegend()
    var unsure: Set<String> = []
    for (rows, columns) in dayCells {
      for row in rows {
        for column in columns {
          let text = sheet.cell(row, column)
          guard text.utf8.contains(where: ByteText.isDigit) else { continue }
          for part in parser.read(text).parts where part.isWritten && !part.code.isEmpty {
            guard parser.legend[part.code] == nil, let start = part.start else { continue }
            let entry = CodeLegend.Entry(
              start: ClockTime(secondOfDay: start),
              end: ClockTime(secondOfDay: part.end > 86_400 ? part.end - 86_400 : part.end),
              kind: part.kind)
            if let other = found.entries[part.code], other != entry { unsure.insert(part.code) }
            found.entries[part.code] = entry
          }
        }
      }
    }
    for code in unsure { found.entries[code] = nil }
    guard !found.isEmpty else { return false }
    parser.learn(found)
    let listed = found.entries.keys.sorted().prefix(12)
      .map { "\(ByteText.shown($0)) \(found.entries[$0]?.shown ?? "")" }.joined(separator: ", ")
    collector.report(
      .codesLearned, .note, in: sheet, row: 0, column: 0,
      Localized(
        nb: "tider for koder er lært av celler med begge deler: \(listed)",
        en: "times of codes were learned from cells that hold both: \(listed)"))
    return true
  }

  // MARK: Writing

  /// Adds the shifts of a cell for one person and date.
  mutating func append(
    _ cell: DayCell, _ person: UInt32, _ date: CivilDate, row: Int, column: Int,
    _ collector: inout RosterCollector
  ) {
    for part in cell.parts {
      guard entries < Self.mostEntries else { return }
      var day = date
      if part.isMostlyNextDay {
        nights += 1
        if firstNight == nil { firstNight = (row, column) }
        if nightsOnLastDay { day = day + -1 }
      }
      write(part, person, day, row, column, &collector)
    }
  }

  private mutating func write(
    _ part: DayCell.Part, _ person: UInt32, _ day: CivilDate, _ row: Int, _ column: Int,
    _ collector: inout RosterCollector
  ) {
    var flags: ShiftFlags = []
    let midnight = day.localMidnight
    let (opens, closes): (Instant, Instant)
    if let start = part.start {
      opens = resolve(midnight + Int64(start), .startInGap, .startInFold, &flags)
      closes = resolve(midnight + Int64(part.end), .endInGap, .endInFold, &flags)
    } else {
      flags = .allDay
      opens = clock.resolve(local: midnight).instant
      closes = clock.resolve(local: midnight + 86_400).instant
    }
    guard let from = collector.builder.seconds(opens, on: day),
      let to = collector.builder.seconds(closes, on: day), to > from
    else {
      outOfReach += 1
      return
    }
    let place = sheet.place(row, column)
    let isLong = Int64(to) - Int64(from) >= ShiftFlags.longRolledHours * 3600
    if part.isWritten, part.kind.isWork, isLong, part.end > 86_400 {
      flags.insert(.longRolled)
      let hours = (to - from) / 3600
      collector.report(
        .longShift, .warning, in: sheet, row: row, column: column,
        Localized(
          nb: "vakten blir \(hours) t, til neste dag; er dette riktig?",
          en: "the shift becomes \(hours) h, into the next day; is this right?"),
        hint: Localized(nb: "er start og slutt byttet om?", en: "are start and end swapped?"))
    }
    let code = collector.builder.code(String(part.code.prefix(RosterCollector.longestName))) ?? 0
    collector.builder.append(
      Shift(
        start: from, end: to, person: person, code: code, kind: part.kind, flags: flags,
        startField: collector.sources.position(file: sheet.file, offset: place.lowerBound),
        unpaidBreak: UInt16(clamping: part.unpaidBreak)),
      startingOn: day)
    entries += 1
  }

  private mutating func resolve(
    _ local: Int64, _ gap: ShiftFlags, _ fold: ShiftFlags, _ flags: inout ShiftFlags
  ) -> Instant {
    switch clock.resolve(local: local) {
    case .unique(let instant): return instant
    case .gap(let moved):
      flags.insert(gap)
      return moved
    case .fold(let first, _):
      flags.insert(fold)
      return first
    }
  }

  // MARK: Assumptions

  /// Says what was taken for granted.
  ///
  /// - Parameter remark: the remark that says how nights are dated.
  func finish(_ remark: NightRemark?, _ collector: inout RosterCollector) {
    if let at = firstNight { reportNights(at, remark, &collector) }
    if let at = firstOverlay {
      collector.report(
        .overlay, .note, in: sheet, row: at.row, column: at.column,
        Localized(
          nb: "koder i parentes, som (\(ByteText.shown(at.code))), er lest som ikke arbeidet "
            + "(\(overlays == 1 ? "én celle" : "\(overlays) celler"))",
          en: "codes in parentheses, such as (\(ByteText.shown(at.code))), were read as not "
            + "worked (\(overlays == 1 ? "one cell" : "\(overlays) cells"))"))
    }
    if outOfReach > 0 {
      collector.report(
        .outOfReach, .error, in: sheet, row: 0, column: 0,
        Localized(
          nb: "\(outOfReach) vakter ligger mer enn 60 år fra resten",
          en: "\(outOfReach) shifts lie over 60 years from the rest"))
    }
    if entries >= Self.mostEntries {
      collector.report(
        .planTooLarge, .error, in: sheet, row: 0, column: 0,
        Localized(
          nb: "planen gir over \(Self.mostEntries) vakter; resten er ikke lest",
          en: "the plan gives over \(Self.mostEntries) shifts; the rest was not read"))
    }
  }

  private func reportNights(
    _ first: (row: Int, column: Int), _ remark: NightRemark?, _ collector: inout RosterCollector
  ) {
    let at = remark.map { ($0.row, $0.column) } ?? (first.row, first.column)
    let told = collector.options.nights != nil
    let place = sheet.place(at.0, at.1)
    NightRemark.report(
      onLastDay: nightsOnLastDay, isTold: told, hasRemark: remark != nil, count: nights,
      at: collector.sources.position(file: sheet.file, offset: place.lowerBound),
      length: place.count, &collector)
  }
}

/// A remark that says on which day nights stand.
struct NightRemark {
  var onLastDay: Bool
  var row: Int
  var column: Int

  /// Looks for it in texts that are no codes.
  static func find(_ sheet: LayoutSheet) -> NightRemark? {
    for row in 0..<sheet.count {
      for (column, text) in sheet.table.rows[row].enumerated()
      where text.utf8.count >= 14 && text.utf8.count < 2000 {
        if let onLastDay = meaning(of: text) {
          return NightRemark(onLastDay: onLastDay, row: row, column: column)
        }
      }
    }
    return nil
  }

  /// Says on which day nights are taken to stand, and why.
  static func report(
    onLastDay: Bool, isTold: Bool, hasRemark: Bool, count: Int, at position: SourcePosition,
    length: Int, _ collector: inout RosterCollector
  ) {
    let why = Localized(
      nb: isTold ? "oppgitt" : hasRemark ? "etter merknaden her" : "antatt",
      en: isTold ? "as told" : hasRemark ? "by the remark here" : "assumed")
    collector.report(
      .nightsDated, .note, at: position, length: length,
      Localized(
        nb: "nattevakter står på dagen de \(onLastDay ? "slutter" : "begynner") "
          + "(\(why.nb); \(count == 1 ? "én natt" : "\(count) netter"))",
        en: "night shifts stand on the day they \(onLastDay ? "end" : "begin") "
          + "(\(why.en); \(count == 1 ? "one night" : "\(count) nights"))"),
      hint: hasRemark || isTold
        ? nil
        : Localized(
          nb: "en merknad som «natt føres på dagen den slutter», eller nights i [input], avgjør",
          en: "a remark such as “nights stand on the day they end”, or nights in [input], decides"))
  }

  /// True for the day they end, false for the day they begin, nil when it says neither.
  static func meaning(of text: String) -> Bool? {
    let text = text.lowercased()
    // That somebody stops after a night, `slutter i natt`, says nothing of how nights are written.
    guard ["natt", "netter", "nights", "night "].contains(where: text.contains),
      [
        "føres", "fører", "ført", "føring", "står", "stå", "skrives", "skrevet", "dateres",
        "datert",
        "settes", "satt", "legges", "lagt", "plasser", "registrer", "vises", "noter", "angis",
        "angitt", "oppgis", "oppgitt", "regnes", "tilhører", "hører", "dagen d", "datoen d",
        "dato d", "døgnet d", "sluttda", "startda", "stand", "written", "dated", "shown", "listed",
        "placed", "entered", "counted", "belong", "day they", "day it", "date they", "end da",
        "start da",
      ].contains(where: text.contains)
    else { return nil }
    let ends = [
      "slutter", "sluttar", "avsluttes", "sluttdag", "sluttdato", "ender", "endar", "they end",
      "it ends", "shift ends", "end day", "end date", "ends on", "vakten slutt",
    ]
    .contains(where: text.contains)
    let starts = [
      "starter", "startar", "begynner", "byrjar", "startdag", "startdato", "påbegynnes",
      "they start",
      "it starts", "they begin", "it begins", "start day", "start date", "starts on",
    ]
    .contains(where: text.contains)
    if ends == starts { return nil }
    return ends
  }
}
