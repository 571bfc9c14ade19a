/// Reads what one shift code means: `D = "07:30-15:30"`, `F1 = "off"`, or a table.
struct CodeReader {
  enum Meaning: Equatable {
    case times(CodeLegend.Entry)
    case day(ShiftKind)
  }

  struct Problem {
    var code = DiagnosticCode.configurationCode
    var span: Range<Int>
    var message: Localized
    var hint: Localized?
  }

  private let entry: TOMLTable.Entry
  private(set) var meaning: Meaning?
  private(set) var problems: [Problem] = []

  init(_ entry: TOMLTable.Entry) { self.entry = entry }

  /// Kinds that fill a whole day.
  private static let days: [ShiftKind] = [.off, .absence, .free, .cancelled]
  /// Kinds for the texts about codes with times.
  static let timedKinds = "work, overtime, callOut, onCall, passive"

  private var name: String { ByteText.shown(entry.key.text) }

  mutating func read() {
    guard !PersonText.cleaned(entry.key.text).isEmpty else {
      complain(
        entry.key.span, Localized(nb: "vaktkoden er tom", en: "the shift code is empty"))
      return
    }
    switch entry.value.content {
    case .string(let text): readText(text)
    case .table(let table): readTable(table)
    default:
      problems.append(
        Problem(
          code: .configurationWrongType, span: entry.value.span,
          message: Localized(
            nb: "\(name) skal være en tekst eller en tabell, ikke \(entry.value.type.name.nb)",
            en: "\(name) must be a string or a table, not \(entry.value.type.name.en)"),
          hint: Self.usage))
    }
  }

  private static let usage = Localized(
    nb: "skriv \"07:30-15:30\", \"off\" eller { start = \"07:30\", end = \"15:30\" }",
    en: "write \"07:30-15:30\", \"off\" or { start = \"07:30\", end = \"15:30\" }")

  private mutating func complain(
    _ span: Range<Int>, _ message: Localized, hint: Localized? = nil
  ) {
    problems.append(Problem(span: span, message: message, hint: hint))
  }

  // MARK: Text

  private mutating func readText(_ text: String) {
    let span = entry.value.span
    if let kind = KindWords.kind(of: text) {
      readKind(kind)
      return
    }
    let shown = ByteText.shown(text)
    guard text.utf8.contains(where: ByteText.isDigit) else {
      let near = NearestName.nearest(to: text, in: Self.days.map(\.name))
      complain(
        span,
        Localized(
          nb: "\(name): «\(shown)» er verken et tidsrom eller et ord for fri",
          en: "\(name): “\(shown)” is neither a time range nor a word for a day off"),
        hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
          ?? Self.usage)
      return
    }
    do throws(WrittenIntervalError) {
      let interval = try WrittenInterval(text)
      meaning = .times(CodeLegend.Entry(start: interval.start, end: interval.end))
    } catch {
      switch error {
      case .start(let fault): complain(fault, Self.part(text, 0), span)
      case .end(let fault): complain(fault, Self.part(text, 1), span)
      case .equal: complainEqual(span)
      case .empty, .notAnInterval:
        complain(
          span,
          Localized(
            nb: "\(name): «\(shown)» er ikke et tidsrom",
            en: "\(name): “\(shown)” is not a time range"),
          hint: Self.usage)
      }
    }
  }

  /// What stands before (0) or after (1) the dash, as shown in a message; all where there is none.
  private static func part(_ text: String, _ index: Int) -> String {
    let parts = text.split { "-–—".contains($0) }
    return ByteText.shown(parts.count == 2 ? PersonText.cleaned(String(parts[index])) : text)
  }

  private mutating func readKind(_ kind: ShiftKind) {
    guard !Self.days.contains(kind) else {
      meaning = .day(kind)
      return
    }
    let example = "{ start = \"07:30\", end = \"15:30\", kind = \"\(kind.name)\" }"
    complain(
      entry.value.span,
      Localized(
        nb: "\(name): \(kind.name) trenger klokkeslett", en: "\(name): \(kind.name) needs times"),
      hint: Localized(nb: "skriv \(example)", en: "write \(example)"))
  }

  private mutating func complain(_ error: ClockTimeError, _ shown: String, _ span: Range<Int>) {
    let fault = ValueFault(error, shown)
    complain(
      span, Localized(nb: "\(name): \(fault.message.nb)", en: "\(name): \(fault.message.en)"),
      hint: fault.hint)
  }

  private mutating func complainEqual(_ span: Range<Int>) {
    complain(
      span,
      Localized(
        nb: "\(name): start og slutt er like: 0 eller 24 timer?",
        en: "\(name): start equals end: 0 or 24 hours?"),
      hint: Localized(
        nb: "skriv { start = …, end = …, hours = 24 } for et døgn",
        en: "write { start = …, end = …, hours = 24 } for a full day"))
  }

  // MARK: Table

  private mutating func readTable(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "codes.\(entry.key.text)")
    let start = clock(fields.string("start"))
    let end = clock(fields.string("end"))
    let kind = kind(fields.string("kind"))
    let unpaid = fields.integer("unpaid-break")
    let hours = fields.number("hours")
    fields.finish()
    problems += fields.errors.map {
      Problem(code: $0.code, span: $0.span, message: $0.message, hint: $0.hint)
    }
    if let kind, Self.days.contains(kind), table["start"] == nil, table["end"] == nil {
      if problems.isEmpty { meaning = .day(kind) }
      return
    }
    for missing in ["start", "end"] where table[missing] == nil {
      complain(
        entry.key.span, Localized(nb: "\(name) mangler \(missing)", en: "\(name) lacks \(missing)"),
        hint: Self.usage)
    }
    guard let start, let end else { return }
    let seconds = (end.secondOfDay - start.secondOfDay) %% 86_400
    guard seconds > 0 || hours != nil else { return complainEqual(entry.value.span) }
    let length = seconds == 0 ? 86_400 : seconds
    check(length, hours, unpaid)
    guard problems.isEmpty else { return }
    meaning = .times(
      CodeLegend.Entry(
        start: start, end: end, kind: kind ?? .work, unpaidBreak: Int(unpaid?.value ?? 0)))
  }

  private mutating func check(
    _ length: Int, _ hours: TOMLField<Double>?, _ unpaid: TOMLField<Int64>?
  ) {
    if let hours, hours.value * 3600 != Double(length) {
      let (whole, minutes) = (length / 3600, length / 60 % 60)
      let rest = minutes == 0 ? "" : " \(minutes) min"
      complain(
        hours.span,
        Localized(
          nb: "\(name) varer \(whole) t\(rest), ikke så mange timer",
          en: "\(name) lasts \(whole) h\(rest), not that many hours"))
    }
    if let unpaid, !(0...1440).contains(unpaid.value) || Int(unpaid.value) * 60 >= length {
      complain(
        unpaid.span,
        Localized(
          nb: "pausen i \(name) må være fra 0 minutter og kortere enn vakten",
          en: "the break of \(name) must be from 0 minutes and shorter than the shift"))
    }
  }

  private mutating func clock(_ field: TOMLField<String>?) -> ClockTime? {
    guard let field else { return nil }
    do throws(ClockTimeError) {
      return try ClockTime(field.value)
    } catch {
      complain(error, ByteText.shown(field.value), field.span)
      return nil
    }
  }

  private mutating func kind(_ field: TOMLField<String>?) -> ShiftKind? {
    guard let field else { return nil }
    if let kind = KindWords.kind(of: field.value) { return kind }
    let shown = ByteText.shown(field.value)
    let near = NearestName.nearest(to: field.value, in: ShiftKind.allCases.map(\.name))
    problems.append(
      Problem(
        code: .configurationChoice, span: field.span,
        message: Localized(
          nb: "\(name): «\(shown)» er ikke en kjent type",
          en: "\(name): “\(shown)” is not a known kind"),
        hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
          ?? Localized(
            nb: "kjente typer: \(Self.timedKinds)", en: "known kinds: \(Self.timedKinds)")))
    return nil
  }
}
