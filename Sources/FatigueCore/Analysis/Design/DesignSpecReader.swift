/// Reads what a base plan is to cover from a file of settings: a table `[design]` and one `[[design.shift]]` for
/// each kind of shift.
public enum DesignSpecReader {
  /// People and weeks at most. `Assumed:` no base plan has more, and everything stays bounded.
  static let (mostPeople, mostWeeks, mostShifts) = (1000, 104, 20)

  /// - Parameter base: Where the document begins among the inputs of the run.
  /// - Returns: nil when something is wrong, with what it is.
  public static func read(
    _ bytes: [UInt8], base: SourcePosition
  ) -> (spec: DesignSpec?, diagnostics: [Diagnostic]) {
    let document = TOMLDocument.read(bytes)
    var reader = Reader(base: base)
    for error in document.errors { reader.diagnostics.append(error.diagnostic(base: base)) }
    guard document.errors.isEmpty else { return (nil, reader.diagnostics) }
    let spec = reader.read(document.table)
    let isWhole = !reader.diagnostics.contains { $0.severity == .error }
    return (isWhole ? spec : nil, reader.diagnostics)
  }

  private struct Reader {
    let base: SourcePosition
    var diagnostics: [Diagnostic] = []

    mutating func report(_ span: Range<Int>, _ message: Localized, hint: Localized? = nil) {
      diagnostics.append(
        Diagnostic(
          .configurationChoice, .error, at: base + span.lowerBound, length: span.count, message,
          hint: hint))
    }

    mutating func read(_ root: TOMLTable) -> DesignSpec? {
      var fields = TOMLFields(root)
      let table = fields.table("design")
      finish(&fields)
      guard let table else {
        report(
          0..<0,
          Localized(nb: "tabellen [design] mangler", en: "the table [design] is missing"),
          hint: Localized(nb: "se docs/design.md", en: "see docs/design.md"))
        return nil
      }
      return design(table.value)
    }

    private mutating func design(_ table: TOMLTable) -> DesignSpec? {
      var fields = TOMLFields(table, name: "design")
      let name = fields.string("name")?.value ?? ""
      let people = number("people", 1...mostPeople, &fields)
      let weeks = number("weeks", 1...mostWeeks, &fields)
      let nights = number("most-nights", 1...7, &fields)
      let hours = fields.number("hours-per-week")
      let from = monday(&fields)
      var shifts: [DesignSpec.Shift] = []
      for field in fields.tables("shift") ?? [] {
        guard shifts.count < mostShifts, let shift = shift(field.value) else { continue }
        if shifts.contains(where: { $0.code == shift.code }) {
          report(
            field.span,
            Localized(
              nb: "\(shift.code) står to ganger", en: "\(shift.code) stands twice"))
        }
        shifts.append(shift)
      }
      finish(&fields)
      if let hours, !(1...60).contains(hours.value) {
        report(
          hours.span,
          Localized(nb: "hours-per-week skal være 1–60", en: "hours-per-week must be 1–60"))
      }
      guard let people else {
        if !table.entries.contains(where: { $0.key.text == "people" }) { missing("people", table) }
        return nil
      }
      guard !shifts.isEmpty else {
        missing("shift", table)
        return nil
      }
      var spec = DesignSpec(
        people: people, weeks: weeks ?? DesignSpec.fewestWeeks(people: people, shifts: shifts),
        from: from, shifts: shifts)
      spec.name = PersonText.cleaned(name)
      spec.mostNights = nights ?? 3
      spec.hoursPerWeek = hours?.value
      if spec.weeks > mostWeeks {
        report(
          table.span,
          Localized(
            nb: "planen får \(spec.weeks) linjer; høyst \(mostWeeks) går an",
            en: "the plan gets \(spec.weeks) lines; at most \(mostWeeks) are possible"))
      }
      return spec
    }

    private mutating func shift(_ table: TOMLTable) -> DesignSpec.Shift? {
      var fields = TOMLFields(table, name: "design.shift")
      let code = fields.string("code")
      let (start, end) = (clock("start", &fields), clock("end", &fields))
      let pause = number("unpaid-break", 0...240, &fields)
      let staffing = staffing(&fields)
      finish(&fields)
      for key in ["code", "start", "end", "staffing"] where table.entry(key) == nil {
        missing(key, table)
      }
      guard let code, let start, let end, let staffing else { return nil }
      let text = PersonText.cleaned(code.value)
      guard (1...8).contains(text.count), !text.contains(where: { ";,\"".contains($0) }) else {
        report(
          code.span,
          Localized(nb: "koden skal ha 1–8 tegn", en: "the code must have 1–8 characters"))
        return nil
      }
      guard start < 86_400, start != end else {
        report(
          table.span,
          Localized(nb: "start og end er like", en: "start and end are equal"))
        return nil
      }
      return DesignSpec.Shift(
        code: text, start: start, end: end, unpaidBreak: pause ?? 0, staffing: staffing)
    }

    /// Seven numbers, Monday first, or one for every day.
    private mutating func staffing(_ fields: inout TOMLFields) -> [Int]? {
      guard let field = fields.array("staffing") else { return nil }
      var numbers: [Int] = []
      for value in field.value {
        if case .integer(let number) = value.content, (0...Int64(mostPeople)).contains(number) {
          numbers.append(Int(number))
        }
      }
      guard numbers.count == 7, field.value.count == 7 else {
        report(
          field.span,
          Localized(
            nb: "staffing skal være sju hele tall, mandag først",
            en: "staffing must be seven whole numbers, Monday first"),
          hint: Localized(same: "staffing = [4, 4, 4, 4, 4, 2, 2]"))
        return nil
      }
      return numbers
    }

    private mutating func clock(_ key: String, _ fields: inout TOMLFields) -> Int? {
      guard let field = fields.string(key) else { return nil }
      guard let time = try? ClockTime(field.value) else {
        report(
          field.span,
          Localized(nb: "\(key) skal være et klokkeslett", en: "\(key) must be a clock time"),
          hint: Localized(same: "\(key) = \"07:30\""))
        return nil
      }
      return time.secondOfDay
    }

    private mutating func number(
      _ key: String, _ range: ClosedRange<Int>, _ fields: inout TOMLFields
    ) -> Int? {
      guard let field = fields.integer(key) else { return nil }
      guard let number = Int(exactly: field.value), range.contains(number) else {
        report(
          field.span,
          Localized(
            nb: "\(key) skal være \(range.lowerBound)–\(range.upperBound)",
            en: "\(key) must be \(range.lowerBound)–\(range.upperBound)"))
        return nil
      }
      return number
    }

    /// The Monday of the week named. `Assumed:` without one, a Monday early in a year, so that a plan is the
    /// same whenever it is made.
    private mutating func monday(_ fields: inout TOMLFields) -> CivilDate {
      let standard = CivilDate(days: 20_458)  // 2026-01-05
      guard let field = fields.time("from") else { return standard }
      guard let day = field.value.date,
        let date = CivilDate(year: day.year, month: day.month, day: day.day)
      else {
        report(
          field.span,
          Localized(nb: "from skal være en dato", en: "from must be a date"),
          hint: Localized(same: "from = 2026-08-31"))
        return standard
      }
      return date.monday
    }

    private mutating func missing(_ key: String, _ table: TOMLTable) {
      report(table.span, Localized(nb: "\(key) mangler", en: "\(key) is missing"))
    }

    private mutating func finish(_ fields: inout TOMLFields) {
      fields.finish()
      for error in fields.errors { diagnostics.append(error.diagnostic(base: base)) }
    }
  }
}
