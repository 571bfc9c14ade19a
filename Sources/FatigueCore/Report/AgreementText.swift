/// An agreement in one line.
public enum AgreementText {
  /// `Avtale B-12 (A2, avtale med tillitsvalgte) fra 2026-01-01: døgnhvile minst 9 t.`
  public static func line(_ agreement: Agreement) -> Localized {
    let limit = agreement.limit.flatMap(RuleBook.limit)
    let value = agreement.value
    func text(_ language: Language) -> String {
      var text = Localized(nb: "Avtale", en: "Agreement")[language] + " \(agreement.id)"
      text += " (\(agreement.level.name), \(agreement.level.title[language]))"
      text += " " + period(agreement)[language] + ": \(agreement.rule)"
      if let limit, let value {
        text += ", \(limit.title[language]) \(MeasureText.value(value, limit.unit)[language])"
      }
      return text + "."
    }
    return Localized(nb: text(.nb), en: text(.en))
  }

  /// The same with the parties and what the employees get in return.
  public static func full(_ agreement: Agreement) -> Localized {
    var text = line(agreement)
    if !agreement.parties.isEmpty {
      let parties = agreement.parties.joined(separator: ", ")
      text = text.joined(
        to: Localized(nb: "Parter: \(parties).", en: "Parties: \(parties)."), by: " ")
    }
    let compensation =
      agreement.compensation.flatMap { $0.isEmpty ? nil : Localized(same: $0) }
      ?? Localized(nb: "ikke oppgitt", en: "not on file")
    return text.joined(
      to: Localized(
        nb: "Kompensasjon: \(compensation.nb).", en: "Compensation: \(compensation.en)."), by: " ")
  }

  private static func period(_ agreement: Agreement) -> Localized {
    guard let last = agreement.through else {
      return Localized(nb: "fra \(agreement.from.iso)", en: "from \(agreement.from.iso)")
    }
    return Localized(same: "\(agreement.from.iso)–\(last.iso)")
  }
}
