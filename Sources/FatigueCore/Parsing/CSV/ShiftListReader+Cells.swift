/// Codes that are more than one: `D1+MØT`, `(K1) FE`, `FE/D`; and nights that stand on the day they end.
extension ShiftListReader {
  /// How nights are dated, and what was seen of them.
  struct Nights {
    /// They stand on the day they end.
    var onLastDay = false
    /// Why it is taken so: told, by a remark, or assumed.
    var isTold = false
    var remark: Range<Int>?
    /// Nights whose date could be meant either way, and the place of the first.
    var count = 0
    var first: Range<Int>?
  }

  /// Headers that say themselves that they hold the first day.
  private static let firstDays: Set<String> = [
    "startdato", "datostart", "fradato", "datofra", "fraogmeddato", "fom", "fraogmed", "startdate",
    "datestart", "fromdate", "datefrom", "begindate", "shiftstartdate",
  ]

  /// Whether clock times beside a date may belong to the day before it.
  static func mayBeLastDay(_ map: ColumnMap) -> Bool {
    map[.date] >= 0 && map[.endDate] < 0
      && !firstDays.contains(ByteText.folded(map.headers[map[.date]]))
  }

  /// Moves a night to the day it begins, where it stands on the one it ends.
  ///
  /// - Parameters:
  ///   - start: Seconds from the midnight of the day written.
  ///   - end: The same; over a day when the shift ends on the next.
  /// - Returns: the day it begins.
  mutating func firstDay(_ day: Int32, _ start: Int, _ end: Int, field: Int) -> Int32 {
    guard end > 86_400, end - 86_400 > 86_400 - start else { return day }
    nights.count += 1
    if nights.first == nil {
      let (from, to) = place(field)
      nights.first = from..<to
    }
    return nights.onLastDay ? day - 1 : day
  }

  /// The same for a row that has clock times and a date.
  mutating func moveNight(_ times: inout RowTimes) {
    guard nights.onLastDay, times.rolled, Self.mayBeLastDay(map) else { return }
    let (start, end) = (Int(times.start.second), Int(times.end.second) + 86_400)
    guard firstDay(times.start.days, start, end, field: map[.date]) != times.start.days else {
      return
    }
    times.start.days -= 1
    times.end.days -= 1
  }

  // MARK: Cells

  /// Adds what stands in a row whose code is more than one, or holds the times itself.
  mutating func append(
    _ cell: DayCell, on day: Int32, _ person: UInt32, _ details: RowDetails, _ bytes: Span<UInt8>,
    _ collector: inout RosterCollector
  ) {
    report(cell, bytes, &collector)
    for part in cell.parts {
      var details = details
      details.offByCode = false
      details.kind = part.kind
      if let kind = kind(bytes, &collector), part.start != nil { details.kind = kind }
      details.code =
        collector.builder.code(String(part.code.prefix(RosterCollector.longestName))) ?? 0
      var times = RowTimes(
        field: map[.code], endField: map[.code], start: TimeCell(form: .date, days: day),
        end: TimeCell(form: .date, days: day + 1), wholeDay: true, kind: part.kind)
      if let start = part.start {
        let first = firstDay(day, start, part.end, field: map[.code])
        times.wholeDay = false
        times.kind = nil
        times.start = TimeCell(form: .local, days: first, second: Int32(start))
        times.end = TimeCell(
          form: .local, days: first + Int32(part.end / 86_400), second: Int32(part.end % 86_400))
        times.rolled = part.isWritten && part.end > 86_400
        if details.unpaidBreak == 0 { details.unpaidBreak = part.unpaidBreak }
      }
      append(times, person, details, bytes, &collector)
    }
  }

  private mutating func report(
    _ cell: DayCell, _ bytes: Span<UInt8>, _ collector: inout RosterCollector
  ) {
    for fault in cell.faults {
      switch fault {
      case .interval(let error, let text):
        report(ValueFault(error, ByteText.shown(text)), field: map[.code], &collector)
      case .unknownCode(let code):
        let name = ByteText.shown(code)
        let near = nearest(to: code, collector)
        report(
          .codeWithoutTimes, .error, field: map[.code], &collector,
          Localized(
            nb: "vaktkoden \(name) har ingen tid", en: "the shift code \(name) has no times"),
          hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") })
      }
    }
    guard !cell.replaced.isEmpty else { return }
    overlays += 1
    if firstOverlay == nil {
      let (start, end) = place(map[.code])
      firstOverlay = (start..<end, cell.replaced[0])
    }
    if cell.parts.isEmpty, cell.faults.isEmpty {
      let text = shown(bytes, map[.code])
      report(
        .onlyInParentheses, .warning, field: map[.code], &collector,
        Localized(
          nb: "bare en kode i parentes (\(text)); lest som ikke arbeidet",
          en: "only a code in parentheses (\(text)); read as not worked"))
    }
  }

  // MARK: Assumptions

  /// Says what was taken for granted of codes in parentheses and of nights.
  func reportAssumptions(_ collector: inout RosterCollector) {
    if let (place, code) = firstOverlay {
      collector.report(
        .overlay, .note, at: position(place.lowerBound), length: place.count,
        Localized(
          nb: "koder i parentes, som (\(ByteText.shown(code))), er lest som ikke arbeidet "
            + "(\(overlays == 1 ? "én rad" : "\(overlays) rader"))",
          en: "codes in parentheses, such as (\(ByteText.shown(code))), were read as not "
            + "worked (\(overlays == 1 ? "one row" : "\(overlays) rows"))"))
    }
    guard let first = nights.first else { return }
    NightRemark.report(
      onLastDay: nights.onLastDay, isTold: nights.isTold, hasRemark: nights.remark != nil,
      count: nights.count, at: position((nights.remark ?? first).lowerBound),
      length: (nights.remark ?? first).count, &collector)
  }
}
