/// `[plan]`, `[[plan.change]]`, `[person."ID"]` and `[ward."NAME"]`.
extension ConfigurationReader {
  mutating func readPlan(_ table: TOMLTable) {
    var fields = TOMLFields(table, name: "plan")
    var plan = PlanFacts()
    plan.published = date("published", &fields, at: "plan")?.value
    plan.discussed = date("discussed", &fields, at: "plan")?.value
    plan.effective = date("effective", &fields, at: "plan")?.value
    plan.assessed = date("assessed", &fields, at: "plan")?.value
    plan.cycleDays = integer("cycle-days", in: 1...3660, &fields, at: "plan")
    plan.averagingWeeks = integer("averaging-weeks", in: 1...52, &fields, at: "plan")
    plan.weekendEvery = integer("weekend-every", in: 1...52, &fields, at: "plan")
    plan.mostOnCall = integer("most-on-call", in: 0...28, &fields, at: "plan")
    plan.mostNights = integer("most-nights", in: 1...14, &fields, at: "plan")
    plan.hasHoursRecord = flag("hours-record", &fields, at: "plan")
    plan.contractsCoverChanges = flag("contracts-cover-changes", &fields, at: "plan")
    plan.showsWeeksDaysAndTimes = flag("shows-times", &fields, at: "plan")
    plan.hasBaselinePeriod = flag("baseline-period", &fields, at: "plan")
    plan.hasTaskDescription = flag("tasks-described", &fields, at: "plan")
    plan.hasHealthAssessment = flag("health-assessed", &fields, at: "plan")
    plan.breaksArePaid = flag("paid-breaks", &fields, at: "plan") ?? false
    for (index, field) in (fields.tables("change") ?? []).enumerated() {
      if let change = readChange(field.value, index) { plan.changes.append(change) }
    }
    configuration.facts.plan = plan
    finishTable(&fields)
  }

  private mutating func readChange(_ table: TOMLTable, _ index: Int) -> ShiftChange? {
    let path = "plan.change.\(index)"
    configuration.instances.append((table: "plan.change", header: "[[plan.change]]", path: path))
    require(["person", "shift", "changed"], table)
    var fields = TOMLFields(table, name: "plan.change")
    let person = text("person", &fields, at: path)
    let shift = date("shift", &fields, at: path)
    let changed = date("changed", &fields, at: path)
    finishTable(&fields)
    guard let person, let shift, let changed else { return nil }
    let known = Person.known(asWritten: person.value)
    configuration.mentions.append(
      .init(kind: .person, text: known, table: "[[plan.change]]", span: person.span))
    return ShiftChange(person: known, shift: shift.value, changed: changed.value)
  }

  mutating func readPeople(_ table: TOMLTable) {
    for (name, inner) in named(table, "person") {
      let path = "person.\(name)"
      var fields = TOMLFields(inner, name: path)
      var person = PersonFacts()
      person.age = integer("age", in: 13...99, &fields, at: path)
      person.attendsCompulsorySchool = flag("compulsory-school", &fields, at: path) ?? false
      person.position = number("position", in: 1...100, &fields, at: path)
        .flatMap { LimitSetting.value($0 / 100) }
      person.scheme = scheme(&fields, path)
      person.isNightExempt = flag("night-exempt", &fields, at: path) ?? false
      person.hasSpecialRisk = flag("special-risk", &fields, at: path)
      person.isMainlyPassive = flag("mainly-passive", &fields, at: path)
      person.wasOfferedHealthCheck = flag("health-check", &fields, at: path)
      person.staffGroup = staffGroup(&fields, path)
      person.qualification = text("qualification", &fields, at: path)?.value
      person.fixed = fixedDates(&fields, path)
      person.choseNights = flag("chose-nights", &fields, at: path) ?? false
      person.isPregnant = flag("pregnant", &fields, at: path) ?? false
      readHabits(&person.sleep, &fields, at: path)
      person.sleep.chronotype = chronotype(&fields, at: path)
      person.commuteMode = commuteMode(&fields, at: path)
      person.avoidsBrightLight = flag("no-bright-light", &fields, at: path) ?? false
      person.avoidsCaffeine = flag("no-caffeine", &fields, at: path) ?? false
      person.hasNocturnalDaysOff = flag("nocturnal-days-off", &fields, at: path) ?? false
      finishTable(&fields)
      add(person, named: name, inner.span)
    }
  }

  /// Two tables may write one name in two ways; the first of them counts.
  private mutating func add(_ person: PersonFacts, named name: String, _ span: Range<Int>) {
    let known = Person.known(asWritten: name)
    guard configuration.facts.people[known] != nil else {
      configuration.facts.people[known] = person
      return
    }
    let shown = ByteText.shown(name)
    report(
      .configurationTwice, span,
      Localized(
        nb: "[person.\"\(shown)\"] er om den samme som tabellen om \(known), og er ikke brukt",
        en: "[person.\"\(shown)\"] is about the same as the table about \(known), and is not used"),
      hint: Localized(nb: "skriv alt i én tabell", en: "write all in one table"),
      severity: .warning)
  }

  private mutating func fixedDates(_ fields: inout TOMLFields, _ path: String) -> FixedDates {
    var fixed = FixedDates()
    for field in texts("fixed", &fields, at: path) where !fixed.add(field.value) {
      report(
        .configurationChoice, field.span,
        Localized(
          nb: "\(ByteText.shown(field.value)) er ingen dato",
          en: "\(ByteText.shown(field.value)) is no date"),
        hint: Localized(
          nb: "skriv 2026-03-04, 2026-03-09/2026-03-13 eller all",
          en: "write 2026-03-04, 2026-03-09/2026-03-13 or all"))
    }
    return fixed
  }

  /// A group that some rule knows; any other would be settings without effect.
  private mutating func staffGroup(_ fields: inout TOMLFields, _ path: String) -> String? {
    guard let field = text("staff-group", &fields, at: path) else { return nil }
    let known = PersonFacts.staffGroups
    guard !known.contains(field.value.lowercased()) else { return field.value }
    let group = ByteText.shown(field.value)
    let near = NearestName.nearest(to: field.value.lowercased(), in: known)
    let list = known.joined(separator: ", ")
    report(
      .configurationNobody, field.span,
      Localized(
        nb: "ingen regel gjelder gruppen «\(group)» særskilt",
        en: "no rule is about the group “\(group)”"),
      hint: near.map { Localized(nb: "mente du \"\($0)\"?", en: "did you mean \"\($0)\"?") }
        ?? Localized(nb: "de som finnes, er \(list)", en: "those there are: \(list)"),
      severity: .warning)
    return field.value
  }

  /// The three schemes of § 10-4 (1), (4) and (5).
  private mutating func scheme(_ fields: inout TOMLFields, _ path: String) -> Int? {
    guard let hours = integer("scheme", in: 36...40, &fields, at: path) else { return nil }
    guard [36, 38, 40].contains(hours) else {
      report(
        .configurationChoice, configuration.places["\(path).scheme"] ?? fields.table.span,
        Localized(nb: "scheme kan ikke være \(hours)", en: "scheme cannot be \(hours)"),
        hint: Localized(nb: "skriv 36, 38 eller 40", en: "write 36, 38 or 40"))
      return nil
    }
    return hours
  }

  mutating func readWards(_ table: TOMLTable) {
    for (name, inner) in named(table, "ward") {
      let path = "ward.\(name)"
      var fields = TOMLFields(inner, name: path)
      var unit = UnitFacts()
      unit.nights.restPlaces = restPlaces(&fields, at: path)
      unit.hasRestPlace = unit.nights.restPlaces.map { $0 > 0 }
      readWardLight(&unit.nights, &fields, at: path)
      readNaps(&unit.nights, &fields, at: path)
      unit.loneWorkAssessment = text("lone-work-assessment", &fields, at: path)?.value
      unit.hasSpecialRisk = flag("special-risk", &fields, at: path)
      configuration.facts.units[name] = unit
      finishTable(&fields)
    }
  }

  /// The tables of `[person."ID"]`; anything else in it is complained about.
  private mutating func named(_ table: TOMLTable, _ name: String) -> [(String, TOMLTable)] {
    table.entries.compactMap { entry in
      guard case .table(let inner) = entry.value.content else {
        report(
          .configurationUnknownKey, entry.key.span,
          Localized(
            nb: "nøkkelen \(ByteText.shown(entry.key.text)) står rett i [\(name)]",
            en: "the key \(ByteText.shown(entry.key.text)) stands directly in [\(name)]"),
          hint: Localized(
            nb: "skriv den i en tabell [\(name).\"…\"]", en: "write it in a table [\(name).\"…\"]"))
        return nil
      }
      let path = "\(name).\(entry.key.text)"
      configuration.mentions.append(
        .init(
          kind: name == "ward" ? .unit : .person,
          text: name == "ward" ? entry.key.text : Person.known(asWritten: entry.key.text),
          table: "[\(name)]", span: entry.key.span))
      configuration.instances.append(
        (table: name, header: "[\(name).\"\(ByteText.shown(entry.key.text))\"]", path: path))
      return (entry.key.text, inner)
    }
  }
}
