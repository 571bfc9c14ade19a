/// Turns the tables of a file of settings into a ``Configuration``.
struct ConfigurationReader {
  let base: SourcePosition
  let zones: ZoneDirectory
  var configuration = Configuration()
  var diagnostics: [Diagnostic] = []
  /// The agreements read so far, by the limit they set and their scope.
  var agreementsAbout: [[[String]]: [Agreement]] = [:]

  init(base: SourcePosition, zones: ZoneDirectory) {
    self.base = base
    self.zones = zones
  }

  mutating func read(_ root: TOMLTable) {
    var fields = TOMLFields(root)
    if let site = fields.table("site") { readSite(site.value) }
    if let input = fields.table("input") { readInput(input.value) }
    if let codes = fields.table("codes") { readCodes(codes.value) }
    if let privacy = fields.table("privacy") { readPrivacy(privacy.value) }
    if let rules = fields.table("rules") { readRules(rules.value) }
    if let agreements = fields.table("agreements") { readAgreements(agreements.value) }
    for (index, field) in (fields.tables("agreement") ?? []).enumerated() {
      readAgreement(field.value, index)
    }
    for (index, field) in (fields.tables("waiver") ?? []).enumerated() {
      readWaiver(field.value, index)
    }
    if let plan = fields.table("plan") { readPlan(plan.value) }
    if let sleep = fields.table("sleep") { readSleep(sleep.value) }
    if let light = fields.table("light") { readLight(light.value) }
    if let nap = fields.table("nap") { readNap(nap.value) }
    if let people = fields.table("person") { readPeople(people.value) }
    if let wards = fields.table("ward") { readWards(wards.value) }
    finish(&fields)
  }

  mutating func report(
    _ code: DiagnosticCode, _ span: Range<Int>, _ message: Localized, hint: Localized? = nil,
    severity: Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(
        code, severity, at: base + span.lowerBound, length: span.count, message, hint: hint))
  }

  /// Complains about unknown keys and wrong types.
  mutating func finish(_ fields: inout TOMLFields) {
    let table = fields.name
    fields.finish { name in
      ConfigurationBook.keys.first { $0.name == name && $0.table != table }?.table
    }
    diagnostics += fields.errors.map { $0.diagnostic(base: base) }
  }

  /// Remembers where a key is set, and says so when nothing reads it.
  mutating func note<Value>(_ path: String, _ field: TOMLField<Value>) {
    configuration.places[path] = field.span
    guard let key = ConfigurationBook.key(path), !key.isUsed else { return }
    report(
      .configurationNotUsed, field.key,
      Localized(
        nb: "\(key.name) er ikke brukt i denne utgaven", en: "\(key.name) is not used in this build"
      ), severity: .note)
  }

  // MARK: Values by the book

  mutating func text(_ name: String, _ fields: inout TOMLFields) -> TOMLField<String>? {
    guard let field = fields.string(name) else { return nil }
    guard field.value.contains(where: { !$0.isWhitespace }) else {
      report(
        .configurationEmpty, field.span,
        Localized(nb: "\(name) er tom", en: "\(name) is empty"))
      return nil
    }
    note("\(fields.name).\(name)", field)
    return field
  }

  mutating func choice(_ name: String, _ fields: inout TOMLFields) -> String? {
    guard let field = text(name, &fields),
      let key = ConfigurationBook.key("\(fields.name).\(name)"), case .choice(let words) = key.form
    else { return nil }
    guard words.contains(field.value) else {
      let near = NearestName.nearest(to: field.value, in: words)
      report(
        .configurationChoice, field.span,
        Localized(
          nb: "\(name) kan ikke være «\(ByteText.shown(field.value))»",
          en: "\(name) cannot be “\(ByteText.shown(field.value))”"),
        hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
          ?? Localized(nb: "skriv \(key.values.nb)", en: "write \(key.values.en)"))
      return nil
    }
    return field.value
  }

  mutating func number(_ name: String, _ fields: inout TOMLFields) -> Double? {
    guard let field = fields.number(name),
      let key = ConfigurationBook.key("\(fields.name).\(name)"), case .number(let range) = key.form
    else { return nil }
    note(key.path, field)
    guard range.contains(field.value) else {
      outOfRange(key, field.span)
      return nil
    }
    return field.value
  }

  mutating func integer(_ name: String, _ fields: inout TOMLFields) -> Int? {
    guard let field = fields.integer(name),
      let key = ConfigurationBook.key("\(fields.name).\(name)"), case .integer(let range) = key.form
    else { return nil }
    note(key.path, field)
    guard let value = Int(exactly: field.value), range.contains(value) else {
      outOfRange(key, field.span)
      return nil
    }
    return value
  }

  mutating func outOfRange(_ key: ConfigurationKey, _ span: Range<Int>) {
    report(
      .configurationRange, span,
      Localized(
        nb: "\(key.name) skal være et \(key.values.nb)",
        en: "\(key.name) must be a \(key.values.en)"
      ))
  }

  // MARK: Tables

  mutating func readSite(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "site")
    if let field = text("zone", &fields) {
      do throws(ZoneError) {
        configuration.zone = try zones.zone(named: field.value)
      } catch {
        report(.configurationZone, field.span, error.message)
      }
    }
    let latitude = number("lat", &fields)
    let longitude = number("lon", &fields)
    let place = readPlace(&fields)
    for (one, other) in [("lat", "lon"), ("lon", "lat")] {
      guard let entry = table.entry(one), table.entry(other) == nil else { continue }
      report(
        .configurationPair, entry.key.span,
        Localized(nb: "\(one) står uten \(other)", en: "\(one) stands without \(other)"))
    }
    if let latitude, let longitude {
      configuration.facts.site = Site(latitude: latitude, longitude: longitude)
    } else {
      configuration.facts.site = place
    }
    finish(&fields)
  }

  mutating func readInput(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "input")
    configuration.layout = choice("layout", &fields)
    configuration.legendFile = text("legend", &fields)?.value
    configuration.year = integer("year", &fields)
    configuration.person = text("person", &fields)?.value
    configuration.calendarPerson = choice("calendar-person", &fields).flatMap(
      ReadingOptions.CalendarPerson.init(rawValue:))
    configuration.seriesEnd = choice("series-end", &fields).flatMap(
      Configuration.SeriesEnd.init(rawValue:))
    configuration.nights = choice("nights", &fields).flatMap(Configuration.Nights.init(rawValue:))
    finish(&fields)
  }

  mutating func readPrivacy(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "privacy")
    if let field = text("key", &fields) {
      if field.value.unicodeScalars.count >= Self.shortestKey {
        configuration.pseudonymKey = Array(field.value.utf8)
      } else {
        report(
          .configurationWeakKey, field.span,
          Localized(
            nb: "nøkkelen må ha minst \(Self.shortestKey) tegn",
            en: "the key must have at least \(Self.shortestKey) characters"),
          hint: Localized(nb: "fatigue init lager en", en: "fatigue init makes one"))
      }
    }
    finish(&fields)
  }

  /// Characters of the pseudonym key. `Assumed:` shorter ones can be found by trying.
  private static let shortestKey = 16

  mutating func readCodes(_ table: TOMLTable) {
    for entry in table.entries {
      var reader = CodeReader(entry)
      reader.read()
      for problem in reader.problems {
        report(problem.code, problem.span, problem.message, hint: problem.hint)
      }
      configuration.places["codes.\(entry.key.text)"] = entry.value.span
      let code = PersonText.cleaned(entry.key.text)
      switch reader.meaning {
      case .times(let times)?: configuration.codes.entries[code] = times
      case .day(let kind)?: configuration.codes.days[code] = kind
      case nil: break
      }
    }
  }
}
