/// Sentences of plans that more than one format says.
public enum PlanWords {
  /// KSS to the half point: such models hit within a point about every second time.
  public static func kss(_ kss: KSS) -> Localized {
    NumberText.decimal(hundredths: (kss.hundredths + 25) / 50 * 50, digits: 1)
  }

  /// `18,5`
  public static func hours(_ seconds: Double) -> Localized {
    NumberText.decimal(hundredths: Int((seconds / 36).rounded()), digits: 1)
  }

  /// What one night fewer in every long block would do, for one person or several.
  public static func fewerNights(_ change: FewerNights.Change, _ people: Int) -> Localized {
    let (before, after) = (hours(change.severeBefore), hours(change.severeAfter))
    let (worst, then) = (kss(change.worstBefore), kss(change.worstAfter))
    let one = change.blocks == 1
    return Localized(
      nb: "Fire netter eller mer på rad: \(one ? "1 blokk" : "\(change.blocks) blokker"), lengst "
        + "\(change.longest) netter" + (people > 1 ? ", hos \(people) ansatte" : "")
        + ". Én natt færre i hver: timer på vakt i planen med søvnighet (KSS) 7 eller mer "
        + "\(before.nb) → \(after.nb), høyeste KSS \(worst.nb) → \(then.nb). Noen andre må da ta "
        + "natten. Modellverdi; høyst tre på rad er faglig enighet (D, Garde et al. 2020; "
        + "organisasjon).",
      en: "Four nights or more in a row: \(one ? "1 block" : "\(change.blocks) blocks"), the "
        + "longest \(change.longest) nights" + (people > 1 ? ", for \(people) employees" : "")
        + ". One night fewer in each: hours on duty in the plan at sleepiness (KSS) 7 or more "
        + "\(before.en) → \(after.en), highest KSS \(worst.en) → \(then.en). Somebody else then "
        + "has the night. A model's value; at most three in a row is consensus (D, Garde et al. "
        + "2020; organisation).")
  }
}
