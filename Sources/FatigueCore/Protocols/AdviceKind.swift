/// The kinds of advice a personal plan gives, each with how sure research is of it and what the workplace
/// does so that it can be followed.
///
/// Grades and sources: `spec/light_nap.md` section 9, where it has them, else agreement among those who know
/// the field (D). Partners and levels: its section 8. The verb is "may" for all of them: none promises.
public enum AdviceKind: String, Sendable, CaseIterable {
  /// Sleep after a night, in a dark room.
  case sleep
  /// The sleep after the last night, kept short.
  case shortSleep = "short-sleep"
  /// Sleep that moves back to the night on the days after.
  case backToDays = "back-to-days"
  /// Late sleep on nights off between blocks of nights.
  case freeNights = "free-nights"
  /// A nap at home before a night.
  case homeNap = "home-nap"
  /// A nap on duty.
  case dutyNap = "duty-nap"
  case caffeine
  /// Bright light to move the body clock.
  case light
  /// Ordinary light for the task in the first half of the night.
  case taskLight = "task-light"
  /// Light to keep away from.
  case dimLight = "dim-light"
  /// Dark glasses on the way home.
  case glasses
  /// Daylight after waking.
  case outdoors
  case driveHome = "drive-home"

  public var title: Localized {
    switch self {
    case .sleep: Localized(nb: "sov", en: "sleep")
    case .shortSleep: Localized(nb: "kort søvn", en: "short sleep")
    case .backToDays: Localized(nb: "tilbake til dag", en: "back to days")
    case .freeNights: Localized(nb: "søvn i frinettene", en: "sleep on nights off")
    case .homeNap: Localized(nb: "hvil hjemme", en: "nap at home")
    case .dutyNap: Localized(nb: "hvil på vakt", en: "nap on duty")
    case .caffeine: Localized(nb: "kaffe", en: "caffeine")
    case .light: Localized(nb: "sterkt lys", en: "bright light")
    case .taskLight: Localized(nb: "godt arbeidslys", en: "good task light")
    case .dimLight: Localized(nb: "dempet lys", en: "dim light")
    case .glasses: Localized(nb: "briller (passasjer)", en: "glasses (passenger)")
    case .outdoors: Localized(nb: "ut i dagslys", en: "out in daylight")
    case .driveHome: Localized(nb: "veien hjem", en: "the way home")
    }
  }

  public var grade: EvidenceGrade {
    switch self {
    case .homeNap, .dutyNap, .caffeine, .light: .b
    case .glasses: .c
    case .sleep, .shortSleep, .backToDays, .freeNights, .taskLight, .dimLight, .outdoors,
      .driveHome:
      .d
    }
  }

  public var source: RuleSource {
    switch self {
    case .sleep, .shortSleep:
      RuleSource("Lowden et al. 2019, Industrial Health", .secondary)
    case .backToDays, .outdoors: RuleSource("Smith & Eastman 2012", .recalled)
    case .freeNights: RuleSource("Smith, Fogg & Eastman 2009", .recalled)
    case .homeNap: RuleSource("Schweitzer et al. 2006", .abstract)
    case .dutyNap: RuleSource("Martin-Gill et al. 2018; Dutheil et al. 2020", .abstract)
    case .caffeine: RuleSource("Drake et al. 2013", .abstract)
    case .light: RuleSource("Lam & Chung 2021; Smith & Eastman 2008", .abstract)
    case .taskLight, .dimLight, .driveHome:
      RuleSource("NIOSH: training for nurses on shift work, modules 7 and 9", .primary)
    case .glasses: RuleSource("Sasseville et al. 2009", .abstract)
    }
  }

  /// The measure of the catalogue that it belongs to.
  public var measure: String {
    switch self {
    case .homeNap, .dutyNap, .caffeine: "nap"
    case .light, .taskLight, .dimLight, .glasses, .outdoors: "light-plan"
    case .sleep, .shortSleep, .backToDays, .freeNights: "sleep-education"
    case .driveHome: "no-overtime-after-night"
    }
  }

  /// What the workplace does so that the person can do it.
  public var partner: Localized {
    switch self {
    case .sleep, .homeNap:
      Localized(
        nb:
          "forutsigbar turnus, ingen kort hviletid før første natt, ingen møter eller kurs i søvntiden",
        en:
          "a predictable roster, no quick return before the first night, no meetings or courses in "
          + "sleep windows")
    case .shortSleep, .backToDays, .outdoors:
      Localized(
        nb: "fridager etter nettene, ingen dagvakt de første 48 timene",
        en: "days off after the nights, no day shift within 48 h")
    case .dutyNap:
      Localized(
        nb: "hvilerom, skjermet hvil fordelt utover natten med dekning, skriftlig avtale",
        en: "a rest room, protected naps spread over the night with cover, a written agreement")
    case .caffeine:
      Localized(nb: "pauser som faktisk kan tas", en: "breaks that can actually be taken")
    case .light, .freeNights:
      Localized(
        nb: "stabile blokker med minst 3 fridager etter, pauserom med sterkt lys; "
          + "eller færre netter på rad",
        en:
          "stable blocks with at least 3 days off after, a break room with bright light; or fewer "
          + "nights in a row")
    case .taskLight, .dimLight:
      Localized(
        nb: "lysplan for avdelingen", en: "a lighting plan for the ward")
    case .glasses, .driveHome:
      Localized(
        nb: "ingen overtid etter natt, transport hjem etter harde netter",
        en: "no overtime after a night, transport home after hard nights")
    }
  }

  /// Who takes part in it.
  public var levels: [MeasureLevel] {
    switch self {
    case .sleep, .homeNap: [.individual, .leader, .organisation]
    case .shortSleep, .backToDays, .freeNights, .outdoors, .light, .taskLight, .dimLight:
      [.individual, .organisation]
    case .dutyNap: [.individual, .group, .leader]
    case .caffeine: [.individual, .group]
    case .glasses, .driveHome: [.individual, .leader]
    }
  }
}
