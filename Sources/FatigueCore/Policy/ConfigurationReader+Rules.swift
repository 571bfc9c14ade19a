/// `[rules]`, `[agreements]`, `[[agreement]]` and `[[waiver]]`.
extension ConfigurationReader {
  mutating func readRules(_ table: TOMLTable) {
    var settings: [TOMLTable.Entry] = []
    for entry in table.entries {
      if case .table(let limits) = entry.value.content,
        !["packs", "on", "off"].contains(entry.key.text)
      {
        readLimits(entry.key, limits)
      } else {
        settings.append(entry)
      }
    }
    var fields = TOMLFields(TOMLTable(span: table.span, entries: settings), name: "rules")
    let packs = texts("packs", &fields, at: "rules").filter { knows(pack: $0) }
    if fields.table.entry("packs") != nil { configuration.packs = packs.map(\.value) }
    for (name, isOn) in [("on", true), ("off", false)] {
      for field in texts(name, &fields, at: "rules") where knows(rule: field.value, field.span) {
        configuration.switched[field.value] = isOn
      }
    }
    configuration.rulesAt = date("at", &fields, at: "rules")?.value
    if let field = text("day-start", &fields, at: "rules") {
      if let clock = try? ClockTime(field.value), clock.secondOfDay < 86_400 {
        configuration.limits.dayStart = Int64(clock.secondOfDay)
      } else {
        report(
          .configurationChoice, field.span,
          Localized(nb: "day-start er ikke et klokkeslett", en: "day-start is not a clock time"),
          hint: Localized(nb: "skriv for eksempel \"07:00\"", en: "write for example \"07:00\""))
      }
    }
    finishTable(&fields)
  }

  private mutating func knows(pack field: TOMLField<String>) -> Bool {
    guard !RuleBook.packs.contains(field.value) else { return true }
    let near = NearestName.nearest(to: field.value, in: RuleBook.packs)
    report(
      .configurationChoice, field.span,
      Localized(
        nb: "ukjent regelpakke «\(ByteText.shown(field.value))»",
        en: "unknown pack “\(ByteText.shown(field.value))”"),
      hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
        ?? Localized(same: RuleBook.packs.joined(separator: ", ")))
    return false
  }

  /// Whether there is a rule with an id; complains when not.
  mutating func knows(rule id: String, _ span: Range<Int>) -> Bool {
    guard RuleBook.rule(id) == nil else { return true }
    let near = NearestName.nearest(to: id, in: RuleBook.rules.map(\.id))
    report(
      .configurationUnknownRule, span,
      Localized(
        nb: "ukjent regel «\(ByteText.shown(id))»", en: "unknown rule “\(ByteText.shown(id))”"),
      hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
        ?? Localized(nb: "fatigue rules viser alle", en: "fatigue rules lists them all"))
    return false
  }

  /// `[rules."ID"]`: limits of one rule, by the name after the point.
  private mutating func readLimits(_ key: TOMLKey, _ table: TOMLTable) {
    guard knows(rule: key.text, key.span), let rule = RuleBook.rule(key.text) else { return }
    let path = "rules.\(rule.id)"
    configuration.instances.append(
      (table: "rules", header: "[rules.\"\(rule.id)\"]", path: path))
    var fields = TOMLFields(table, name: path)
    for limit in rule.limits {
      guard let field = fraction(limit.name, &fields, at: path) else { continue }
      do throws(LimitSetting.Fault) {
        try LimitSetting.check(setting: field.value, limit, lane: rule.lane)
        configuration.limits.set(limit, to: field.value)
      } catch {
        reportFault(error, limit, field.span)
      }
    }
    finishTable(&fields)
  }

  private mutating func reportFault(
    _ fault: LimitSetting.Fault, _ limit: Limit, _ span: Range<Int>
  ) {
    report(
      fault.isAboutFloor ? .configurationFloor : .configurationRange, span,
      fault.message(limit), hint: fault.hint(limit))
  }

  mutating func readAgreements(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "agreements")
    configuration.limits.agreementsComplete =
      flag("complete", &fields, at: "agreements") ?? false
    finishTable(&fields)
  }

  // MARK: One agreement

  mutating func readAgreement(_ table: TOMLTable, _ index: Int) {
    let path = "agreement.\(index)"
    configuration.instances.append((table: "agreement", header: "[[agreement]]", path: path))
    require(["id", "level", "from", "rule"], table)
    var fields = TOMLFields(table, name: "agreement")
    let id = text("id", &fields, at: path)
    let level = level(&fields, path)
    let parties = texts("parties", &fields, at: path).map(\.value)
    let from = date("from", &fields, at: path)
    let through = date("to", &fields, at: path)
    let named = text("rule", &fields, at: path)
    let value = fraction("value", &fields, at: path)
    let compensation = text("compensation", &fields, at: path)?.value
    var scope = Scope()
    readScope(&fields, path, &scope)
    if let field = fields.table("scope") {
      var inner = TOMLFields(field.value, name: "agreement.scope")
      readScope(&inner, path + ".scope", &scope)
      finishTable(&inner)
    }
    finishTable(&fields)
    if let from, let through, through.value < from.value {
      report(
        .configurationRange, through.span,
        Localized(nb: "to er før from", en: "to is before from"))
      return
    }
    guard let id, let level, let from, let named,
      let (rule, limit) = subject(named)
    else { return }
    if configuration.limits.agreements.contains(where: { $0.id == id.value }) {
      report(
        .configurationTwice, id.span,
        Localized(
          nb: "to avtaler heter \(ByteText.shown(id.value))",
          en: "two agreements are called \(ByteText.shown(id.value))"))
    }
    if let value, let limit {
      do throws(LimitSetting.Fault) {
        try LimitSetting.check(agreeing: value.value, limit, lane: rule.lane, level: level)
      } catch {
        reportFault(error, limit, value.span)
        return
      }
    } else if rule.lane != .law, rule.lane != .agreement {
      let fault = LimitSetting.Fault.notAgreed(rule.lane)
      report(
        .configurationRange, named.span,
        Localized(
          nb: "\(rule.id): ingen avtale endrer hva forskning og modeller sier",
          en: "\(rule.id): no agreement changes what research and models say"),
        hint: limit.flatMap(fault.hint))
      return
    } else if let limit, !limit.reach.isEmpty, limit.unit == .hours, rule.id.hasPrefix("AML-10-8") {
      report(
        .configurationMissing, named.span,
        Localized(
          nb: "value mangler: avtalen sier ikke hva \(limit.title.nb) skal være",
          en: "value is missing: the agreement does not say what the \(limit.title.en) is to be"))
      return
    }
    if rule.id.hasPrefix("AML-10-8"), compensation == nil, value != nil {
      report(
        .configurationNoCompensation, named.span,
        Localized(
          nb: "avtalen \(ByteText.shown(id.value)) nevner ingen kompenserende hvile",
          en: "the agreement \(ByteText.shown(id.value)) names no compensating rest"),
        hint: Localized(
          nb: "loven krever det; skriv den i compensation",
          en: "the Act asks for it; write it in compensation"),
        severity: .warning)
    }
    let agreement = Agreement(
      id: id.value, level: level, parties: parties, from: from.value,
      through: through?.value, people: scope.people, units: scope.units, codes: scope.codes,
      rule: rule.id, limit: value == nil ? nil : limit?.id, value: value?.value,
      compensation: compensation)
    warnOfOther(than: agreement, named.span)
    configuration.limits.agreements.append(agreement)
  }

  /// Warns where an agreement before this one gives the same people another value on the same dates.
  private mutating func warnOfOther(than agreement: Agreement, _ span: Range<Int>) {
    guard let subject = agreement.subject else { return }
    let other = agreementsAbout[subject]?.last {
      $0.value != agreement.value && $0.overlaps(agreement)
    }
    agreementsAbout[subject, default: []].append(agreement)
    guard let other else { return }
    let (first, last) = (ByteText.shown(other.id), ByteText.shown(agreement.id))
    report(
      .configurationTwice, span,
      Localized(
        nb: """
          \(first) og \(last) gir de samme to verdier på samme datoer; \(last) står sist og gjelder
          """,
        en: """
          \(first) and \(last) give the same people two values on the same dates; \(last) stands last \
          and is in force
          """),
      hint: Localized(
        nb: "skriv to i den som er avløst", en: "write to in the one that was replaced"),
      severity: .warning)
  }

  private struct Scope {
    var people: [String] = []
    var units: [String] = []
    var codes: [String] = []
  }

  private mutating func readScope(
    _ fields: inout TOMLFields, _ path: String, _ scope: inout Scope
  ) {
    scope.people += mentioned("people", .person, &fields, path)
    scope.units += mentioned("units", .unit, &fields, path)
    scope.codes += mentioned("codes", .code, &fields, path)
  }

  private mutating func mentioned(
    _ key: String, _ kind: Configuration.Mention.Kind, _ fields: inout TOMLFields, _ path: String
  ) -> [String] {
    texts(key, &fields, at: path).map { field in
      let text = kind == .person ? Person.known(asWritten: field.value) : field.value
      configuration.mentions.append(
        .init(kind: kind, text: text, table: "[[agreement]]", span: field.span))
      return text
    }
  }

  private mutating func level(_ fields: inout TOMLFields, _ path: String) -> AgreementLevel? {
    guard let field = text("level", &fields, at: path) else { return nil }
    if let level = AgreementLevel(name: field.value == "A2u" ? "A2" : field.value) {
      return level
    }
    report(
      .configurationChoice, field.span,
      Localized(
        nb: "level kan ikke være «\(ByteText.shown(field.value))»",
        en: "level cannot be “\(ByteText.shown(field.value))”"),
      hint: Localized(
        nb: "skriv \"A1\", \"A2\", \"A2u\", \"A3\" eller \"A4\"",
        en: "write \"A1\", \"A2\", \"A2u\", \"A3\" or \"A4\""))
    return nil
  }

  /// The rule and limit that `AML-10-8-1` or `AML-10-8-1.daily-rest` means.
  private mutating func subject(_ field: TOMLField<String>) -> (Rule, Limit?)? {
    let id = String(field.value.prefix { $0 != "." })
    guard knows(rule: id, field.span), let rule = RuleBook.rule(id) else { return nil }
    guard field.value.contains(".") else {
      return (rule, rule.limits.first { !$0.isParameter } ?? rule.limits.first)
    }
    if let limit = RuleBook.limit(field.value) { return (rule, limit) }
    let near = NearestName.nearest(to: field.value, in: rule.limits.map(\.id))
    report(
      .configurationUnknownRule, field.span,
      Localized(
        nb: "\(id) har ingen grense «\(ByteText.shown(field.value))»",
        en: "\(id) has no limit “\(ByteText.shown(field.value))”"),
      hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") })
    return nil
  }

  // MARK: One waiver

  mutating func readWaiver(_ table: TOMLTable, _ index: Int) {
    let path = "waiver.\(index)"
    configuration.instances.append((table: "waiver", header: "[[waiver]]", path: path))
    require(["rule", "reason", "agreed-by", "expires"], table)
    var fields = TOMLFields(table, name: "waiver")
    let named = text("rule", &fields, at: path)
    let whom = text("person", &fields, at: path)
    let person = whom.map { Person.known(asWritten: $0.value) }
    let day = date("date", &fields, at: path)?.value
    let reason = text("reason", &fields, at: path)
    let agreedBy = text("agreed-by", &fields, at: path)
    let expires = date("expires", &fields, at: path)
    finishTable(&fields)
    guard let named, knows(rule: named.value, named.span), let rule = RuleBook.rule(named.value)
    else { return }
    guard !rule.isFloor else {
      report(
        .configurationFloor, named.span,
        Localized(
          nb: "\(rule.id) er et gulv i loven og kan ikke fravikes",
          en: "\(rule.id) is a statutory floor and cannot be waived"))
      return
    }
    guard let reason, let agreedBy, let expires else { return }
    if let whom, let person, !person.contains(where: { $0 == "*" || $0 == "?" }) {
      configuration.mentions.append(
        .init(kind: .person, text: person, table: "[[waiver]]", span: whom.span))
    }
    configuration.waivers.append(
      Waiver(
        rule: rule.id, person: person, date: day, reason: reason.value,
        agreedBy: agreedBy.value, expires: expires.value))
  }
}
