/// `[light]`, `[nap]`, and the keys about light and naps of `[ward."NAME"]` and `[person."ID"]`.
extension ConfigurationReader {
  mutating func readLight(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "light")
    var light = LightSettings()
    func lux(_ name: String, _ reader: inout Self, _ fields: inout TOMLFields) -> Double? {
      reader.number(name, in: ConfigurationBook.lux, &fields, at: "light")
    }
    var nights = configuration.facts.nights
    readWardLight(&nights, &fields, at: "light")
    configuration.facts.nights = nights
    light.homeDay = lux("home-day-lux", &self, &fields) ?? light.homeDay
    light.homeEvening = lux("home-evening-lux", &self, &fields) ?? light.homeEvening
    light.street = lux("street-lux", &self, &fields) ?? light.street
    light.bedroom = lux("bedroom-lux", &self, &fields) ?? light.bedroom
    light.glasses = number("glasses", in: 0...1, &fields, at: "light") ?? light.glasses
    light.sky =
      choice("sky", Sky.allCases.map(\.rawValue), &fields, at: "light").flatMap(Sky.init)
      ?? light.sky
    configuration.facts.commuteMode = commuteMode(&fields, at: "light")
    configuration.facts.light = light
    finishTable(&fields)
  }

  mutating func readNap(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "nap")
    var nights = configuration.facts.nights
    readNaps(&nights, &fields, at: "nap")
    nights.restPlaces = restPlaces(&fields, at: "nap")
    configuration.facts.nights = nights
    finishTable(&fields)
  }

  mutating func restPlaces(_ fields: inout TOMLFields, at path: String) -> Int? {
    integer("rest-places", in: 0...1000, &fields, at: path)
  }

  /// The keys that `[light]` and `[ward."NAME"]` share.
  mutating func readWardLight(
    _ facts: inout NightFacts, _ fields: inout TOMLFields, at path: String
  ) {
    facts.nightLux = number("night-lux", in: ConfigurationBook.lux, &fields, at: path)
    facts.dayLux = number("day-lux", in: ConfigurationBook.lux, &fields, at: path)
    facts.brightSource =
      choice("bright-source", BrightSource.allCases.map(\.rawValue), &fields, at: path)
      .flatMap(BrightSource.init)
    facts.brightLux = number("bright-lux", in: ConfigurationBook.lux, &fields, at: path)
  }

  /// The keys that `[nap]` and `[ward."NAME"]` share.
  mutating func readNaps(
    _ facts: inout NightFacts, _ fields: inout TOMLFields, at path: String
  ) {
    facts.allowsNaps = flag("naps", &fields, at: path)
    facts.napLengths = minutesList("nap-lengths", ConfigurationBook.napMinutes, &fields, at: path)
    facts.napFrom = clock("nap-from", &fields, at: path)
    facts.leastAwake = integer("least-awake", in: 0...1000, &fields, at: path)
  }

  mutating func commuteMode(_ fields: inout TOMLFields, at path: String) -> CommuteMode? {
    choice("commute-mode", CommuteMode.allCases.map(\.rawValue), &fields, at: path)
      .flatMap(CommuteMode.init)
  }

  mutating func readPlace(_ fields: inout TOMLFields) -> Site? {
    guard let field = text("place", &fields) else { return nil }
    if let site = Places.site(named: field.value) { return site }
    let near = NearestName.nearest(to: field.value, in: Places.names)
    report(
      .configurationChoice, field.span,
      Localized(
        nb: "place: «\(ByteText.shown(field.value))» er ikke et sted som er kjent her",
        en: "place: “\(ByteText.shown(field.value))” is not a place known here"),
      hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
        ?? Localized(nb: "skriv lat og lon i stedet", en: "write lat and lon instead"))
    return nil
  }

  /// Whole minutes, in ascending order, each once: a list, or one by itself.
  private mutating func minutesList(
    _ name: String, _ range: ClosedRange<Int>, _ fields: inout TOMLFields, at path: String
  ) -> [Elapsed]? {
    guard let entry = fields.entry(name) else { return nil }
    guard case .array = entry.value.content else {
      return integer(name, in: range, &fields, at: path).map { [.minutes(Int64($0))] }
    }
    let values = fields.array(name)?.value ?? []
    configuration.places["\(path).\(name)"] = entry.value.span
    guard !values.isEmpty else {
      reportEmpty(name, entry.value.span)
      return nil
    }
    var minutes: Set<Int> = []
    for value in values {
      guard case .integer(let number) = value.content else {
        report(
          .configurationWrongType, value.span,
          Localized(
            nb: "\(name) skal være heltall, ikke \(value.type.name.nb)",
            en: "\(name) must be integers, not \(value.type.name.en)"))
        continue
      }
      guard let number = Int(exactly: number), range.contains(number) else {
        reportRange(name, "\(range.lowerBound)", "\(range.upperBound)", value.span)
        continue
      }
      minutes.insert(number)
    }
    return minutes.isEmpty ? nil : minutes.sorted().map { .minutes(Int64($0)) }
  }
}
