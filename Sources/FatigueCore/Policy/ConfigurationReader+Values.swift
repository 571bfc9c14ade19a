/// Values of the tables about rules, agreements and the plan.
extension ConfigurationReader {
  /// - Parameter path: Where the value is remembered, when not under the table's own name.
  mutating func text(
    _ name: String, _ fields: inout TOMLFields, at path: String
  ) -> TOMLField<String>? {
    guard let field = fields.string(name) else { return nil }
    guard field.value.contains(where: { !$0.isWhitespace }) else {
      reportEmpty(name, field.span)
      return nil
    }
    configuration.places["\(path).\(name)"] = field.span
    return field
  }

  mutating func reportEmpty(_ name: String, _ span: Range<Int>) {
    report(
      .configurationEmpty, span, Localized(nb: "\(name) er tom", en: "\(name) is empty"))
  }

  mutating func flag(_ name: String, _ fields: inout TOMLFields, at path: String) -> Bool? {
    guard let field = fields.boolean(name) else { return nil }
    configuration.places["\(path).\(name)"] = field.span
    return field.value
  }

  mutating func number(
    _ name: String, in range: ClosedRange<Double>, _ fields: inout TOMLFields, at path: String
  ) -> Double? {
    guard let field = fields.number(name) else { return nil }
    configuration.places["\(path).\(name)"] = field.span
    guard range.contains(field.value) else {
      reportRange(name, "\(Int(range.lowerBound))", "\(Int(range.upperBound))", field.span)
      return nil
    }
    return field.value
  }

  mutating func integer(
    _ name: String, in range: ClosedRange<Int>, _ fields: inout TOMLFields, at path: String
  ) -> Int? {
    guard let field = fields.integer(name) else { return nil }
    configuration.places["\(path).\(name)"] = field.span
    guard let value = Int(exactly: field.value), range.contains(value) else {
      reportRange(name, "\(range.lowerBound)", "\(range.upperBound)", field.span)
      return nil
    }
    return value
  }

  mutating func reportRange(
    _ name: String, _ low: String, _ high: String, _ span: Range<Int>
  ) {
    report(
      .configurationRange, span,
      Localized(
        nb: "\(name) må være fra \(low) til \(high)", en: "\(name) must be from \(low) to \(high)"))
  }

  /// A date without a time, as a TOML date or a text.
  mutating func date(
    _ name: String, _ fields: inout TOMLFields, at path: String
  ) -> TOMLField<CivilDate>? {
    guard let entry = fields.entry(name), case .string(let text) = entry.value.content else {
      guard let field = fields.time(name) else { return nil }
      guard let day = field.value.date, field.value.clock == nil,
        let date = CivilDate(year: day.year, month: day.month, day: day.day)
      else {
        reportDate(name, field.span)
        return nil
      }
      configuration.places["\(path).\(name)"] = field.span
      return TOMLField(value: date, span: field.span, key: field.key)
    }
    _ = fields.string(name)
    guard let written = try? WrittenDate(text), written.time == nil else {
      reportDate(name, entry.value.span)
      return nil
    }
    configuration.places["\(path).\(name)"] = entry.value.span
    return TOMLField(value: written.date, span: entry.value.span, key: entry.key.span)
  }

  private mutating func reportDate(_ name: String, _ span: Range<Int>) {
    report(
      .configurationChoice, span,
      Localized(nb: "\(name) er ikke en dato", en: "\(name) is not a date"),
      hint: Localized(nb: "skriv for eksempel 2026-03-02", en: "write for example 2026-03-02"))
  }

  /// A list of texts, or one text; empty texts and other types are complained about.
  mutating func texts(
    _ name: String, _ fields: inout TOMLFields, at path: String
  ) -> [TOMLField<String>] {
    guard let entry = fields.entry(name) else { return [] }
    var found: [TOMLField<String>] = []
    let values: [TOMLValue]
    if case .string = entry.value.content {
      _ = fields.string(name)
      values = [entry.value]
    } else {
      values = fields.array(name)?.value ?? []
    }
    for value in values {
      guard case .string(let text) = value.content else {
        report(
          .configurationWrongType, value.span,
          Localized(
            nb: "\(name) skal være tekster, ikke \(value.type.name.nb)",
            en: "\(name) must be strings, not \(value.type.name.en)"))
        continue
      }
      guard text.contains(where: { !$0.isWhitespace }) else {
        reportEmpty(name, value.span)
        continue
      }
      found.append(TOMLField(value: text, span: value.span, key: entry.key.span))
    }
    configuration.places["\(path).\(name)"] = entry.value.span
    return found
  }

  /// A number or a text such as `1/5`; nil with a complaint when it is neither.
  mutating func fraction(
    _ name: String, _ fields: inout TOMLFields, at path: String
  ) -> TOMLField<Fraction>? {
    guard let entry = fields.entry(name) else { return nil }
    let value: Fraction?
    if case .string(let text) = entry.value.content {
      _ = fields.string(name)
      value = LimitSetting.value(text)
    } else {
      guard let field = fields.number(name) else { return nil }
      value = LimitSetting.value(field.value)
    }
    configuration.places["\(path).\(name)"] = entry.value.span
    guard let value else {
      report(
        .configurationRange, entry.value.span,
        Localized(nb: "\(name) er ikke et tall", en: "\(name) is not a number"),
        hint: Localized(
          nb: "skriv for eksempel 9, 12.5, \"1/7\" eller \"9:30\"",
          en: "write for example 9, 12.5, \"1/7\" or \"9:30\""))
      return nil
    }
    return TOMLField(value: value, span: entry.value.span, key: entry.key.span)
  }

  /// One of some words.
  mutating func choice(
    _ name: String, _ words: [String], _ fields: inout TOMLFields, at path: String
  ) -> String? {
    guard let field = text(name, &fields, at: path) else { return nil }
    if words.contains(field.value) { return field.value }
    report(
      .configurationChoice, field.span,
      Localized(
        nb: "\(name) kan ikke være «\(ByteText.shown(field.value))»",
        en: "\(name) cannot be “\(ByteText.shown(field.value))”"),
      hint: NearestName.nearest(to: field.value, in: words).map {
        Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?")
      }
        ?? Localized(
          nb: "skriv \(words.joined(separator: ", "))", en: "write \(words.joined(separator: ", "))"
        ))
    return nil
  }

  /// Complains when a key that must be there is not.
  mutating func require(_ names: [String], _ table: TOMLTable) {
    for name in names where table.entry(name) == nil {
      report(
        .configurationMissing, table.span,
        Localized(nb: "\(name) mangler", en: "\(name) is missing"))
    }
  }

  /// Complains about keys that nobody asked for.
  mutating func finishTable(_ fields: inout TOMLFields) {
    fields.finish()
    for error in fields.errors { diagnostics.append(error.diagnostic(base: base)) }
  }
}
