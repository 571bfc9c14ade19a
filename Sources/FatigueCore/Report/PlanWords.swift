/// Sentences of plans that more than one format says.
public enum PlanWords {
  /// KSS to the half point: such models hit within a point about every second time.
  public static func kss(_ kss: KSS) -> Localized {
    NumberText.decimal(hundredths: (kss.hundredths + 25) / 50 * 50, digits: 1)
  }

  /// What was not read is not in the plans; nil when all was read.
  public static func unread(_ errors: Int) -> Localized? {
    switch errors {
    case ...0: nil
    case 1:
      Localized(
        nb: "Én feil i det som ble lest: en rad eller fil er ikke med i planene.",
        en: "One error in what was read: a row or file is missing from the plans.")
    default:
      Localized(
        nb: "\(errors) feil i det som ble lest: rader eller filer er ikke med i planene.",
        en: "\(errors) errors in what was read: rows or files are missing from the plans.")
    }
  }

  /// What of a block needs saying besides its lines: work too soon after it, and sleep that is left as it is.
  public static func remarks(_ block: BlockPlan, _ roster: Roster) -> [Localized] {
    var remarks: [Localized] = []
    if let work = block.workTooSoon {
      let (start, sleep) = (roster.civil(work.start).wholeMinute.text, work.sleep.text)
      remarks.append(
        Localized(
          nb:
            "Vakten \(start.nb) kommer etter bare \(sleep.nb) søvn siden siste natt; under 5 t er for "
            + "lite (D, Dawson & McCulloch 2005). Arbeidsplassen bør flytte den (organisasjon).",
          en:
            "The duty of \(start.en) comes after only \(sleep.en) of sleep since the last night; under "
            + "5 h is too little (D, Dawson & McCulloch 2005). The workplace should move it "
            + "(organisation)."))
    }
    if let sleep = block.sleep.text { remarks.append(sleep) }
    return remarks
  }

  /// `▲ brudd, ◆ advarsel`: the signs of findings, gravest first.
  public static func signs(_ statuses: Set<FindingStatus>, _ sign: (FindingStatus) -> String)
    -> Localized
  {
    let used = FindingStatus.allCases.reversed().filter(statuses.contains)
    func text(_ language: Language) -> String {
      used.map { "\(sign($0)) \($0.title[language])" }.joined(separator: ", ")
    }
    return Localized(nb: text(.nb), en: text(.en))
  }

  /// Why nights have no nap on duty, by reason in the order of the nights.
  public static func withoutNap(
    _ nights: some Sequence<NightPlan>
  ) -> [(reason: LeftOut, nights: [NightPlan])] {
    var found: [(reason: LeftOut, nights: [NightPlan])] = []
    for night in nights {
      guard night.dutyNap == nil, let reason = night.noNap else { continue }
      if let known = found.firstIndex(where: { $0.reason == reason }) {
        found[known].nights.append(night)
      } else {
        found.append((reason, [night]))
      }
    }
    return found
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
