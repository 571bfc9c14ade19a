import FatigueCore

/// A limit to try for this run.
struct LimitChange: Sendable {
  var limit: Limit
  var value: Fraction
}

extension OptionReader {
  /// Ids or prefixes of rules that there are.
  func rules(_ name: OptionName) throws(UsageError) -> [String] {
    for occurrence in parsed.options where occurrence.name == name {
      guard occurrence.value?.contains(where: { !$0.isWhitespace && $0 != "," }) == true else {
        throw .missingValue(option: occurrence.spelling, value: Localized(nb: "REGEL", en: "RULE"))
      }
    }
    let wanted = list(name).map(RuleBook.spelled)
    for text in wanted where !RuleSelection.isKnown(text) {
      let near = NearestName.nearest(to: text, in: RuleBook.rules.map(\.id) + RuleBook.packs)
      throw .other(
        Localized(
          nb: "\(name.long): ingen regel heter eller begynner med \(text)",
          en: "\(name.long): no rule is called or begins with \(text)"),
        hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") }
          ?? Localized(nb: "fatigue rules viser alle", en: "fatigue rules lists them all"))
    }
    return wanted
  }

  /// `RULE.limit-id=VALUE`, also several times.
  func limitChanges() throws(UsageError) -> [LimitChange] {
    var changes: [LimitChange] = []
    for occurrence in parsed.options where occurrence.name == .set {
      changes.append(try limitChange(occurrence.value ?? "", occurrence.spelling))
    }
    return changes
  }

  private func limitChange(_ text: String, _ spelling: String) throws(UsageError) -> LimitChange {
    let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else {
      throw .badValue(
        option: spelling, value: text,
        wanted: Localized(
          nb: "en grense og en verdi, som AML-10-8-1.limit=9",
          en: "a limit and a value, as AML-10-8-1.limit=9"))
    }
    let parts = halves[0].split(separator: ".", maxSplits: 1).map(String.init)
    let id = ([RuleBook.spelled(parts.first ?? "")] + parts.dropFirst()).joined(separator: ".")
    guard let limit = RuleBook.limit(id) else {
      let known = RuleBook.rules.flatMap { $0.limits.map(\.id) }
      let near = NearestName.nearest(to: id, in: known)
      throw .other(
        Localized(
          nb: "\(spelling): ingen grense heter \(id)", en: "\(spelling): no limit is called \(id)"),
        hint: near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") }
          ?? Localized(
            nb: "fatigue rules viser alle grenser", en: "fatigue rules lists all limits"))
    }
    do throws(LimitSetting.Fault) {
      guard let value = LimitSetting.value(String(halves[1])) else { throw .notANumber }
      try LimitSetting.check(trying: value, limit)
      return LimitChange(limit: limit, value: value)
    } catch {
      let code = error.isAboutFloor ? "CFG-FLOOR: " : ""
      let message = error.message(limit)
      throw .other(
        Localized(
          nb: "\(spelling): \(code)\(message.nb)", en: "\(spelling): \(code)\(message.en)"),
        hint: error.hint(limit))
    }
  }

  /// `2/8`: the second of eight shares.
  func shard() throws(UsageError) -> Shard? {
    guard let occurrence = parsed.last(.shard), let value = occurrence.value else { return nil }
    guard let shard = Shard(value) else {
      throw .badValue(
        option: occurrence.spelling, value: value,
        wanted: Localized(
          nb: "en del av flere, som 2/8, høyst av \(Shard.most)",
          en: "one share of several, as 2/8, of at most \(Shard.most)"))
    }
    return shard
  }

  /// A date without a time.
  func day(_ name: OptionName) throws(UsageError) -> CivilDate? {
    guard let bound = try timeBound(name) else { return nil }
    return bound.date
  }
}
