/// What is said beside advice, so that nobody takes it for more than it is.
///
/// Source: `spec/light_nap.md` section 8 and the contraindications of its section 3.
public enum Caution: String, Sendable, CaseIterable {
  case notMedical = "not-medical"
  case modelValue = "model-value"
  case workplaceFirst = "workplace-first"
  case sleepyDriving = "sleepy-driving"
  case lampAndHealth = "lamp-and-health"
  case napAgreement = "nap-agreement"
  case afterNap = "after-nap"
  case napCalibration = "nap-calibration"
  case caffeineCaps = "caffeine-caps"
  case glassesAtTheWheel = "glasses-at-the-wheel"
  case seeDoctor = "see-doctor"

  /// Printed once with every plan for a person.
  public static let ofEveryPlan: [Caution] = [.notMedical, .modelValue, .workplaceFirst]

  public var text: Localized {
    switch self {
    case .notMedical:
      Localized(
        nb: "Forslag beregnet fra turnusen. Ikke medisinsk råd.",
        en: "Suggestions computed from the roster. Not medical advice.")
    case .modelValue:
      Localized(
        nb: "Modellverdi for en gjennomsnittlig person som følger planen fullt ut; din døgnrytme "
          + "kan avvike 1–2 timer og søvnigheten 1–2 poeng.",
        en:
          "A model's value for an average person who follows the plan in full; your body clock may "
          + "differ by 1–2 hours and your sleepiness by 1–2 points.")
    case .workplaceFirst:
      Localized(
        nb: "Tiltak på arbeidsplassen kommer først.", en: "What the workplace can do comes first.")
    case .sleepyDriving:
      Localized(nb: "Ikke kjør hvis du er søvnig.", en: "Do not drive when sleepy.")
    case .lampAndHealth:
      Localized(
        nb: "Bruk ikke lyslampe uten å spørre lege ved øyesykdom, bipolar lidelse, lysfølsomme "
          + "medisiner eller migrene utløst av lys.",
        en: "Do not use a light lamp without asking a doctor if you have an eye disease, bipolar "
          + "disorder, medicines that make you sensitive to light or migraine set off by light.")
    case .napAgreement:
      Localized(
        nb: "Hvil på vakt krever lokal avtale og dekning.",
        en: "A nap on duty needs a local agreement and cover.")
    case .afterNap:
      Localized(
        nb: "Ingen medisinrunde, ledelse av gjenoppliving eller kjøring før du er helt våken.",
        en: "No medication round, lead of a resuscitation or driving before you are wide awake.")
    case .napCalibration: NapEffects.label
    case .caffeineCaps:
      Localized(
        nb: "Høyst \(Caffeine.mostPerDose) mg om gangen og \(Caffeine.mostPerDay) mg i døgnet, "
          + "\(Caffeine.mostPerDayInPregnancy) mg i døgnet for gravide.",
        en: "At most \(Caffeine.mostPerDose) mg at a time and \(Caffeine.mostPerDay) mg a day, "
          + "\(Caffeine.mostPerDayInPregnancy) mg a day when pregnant.")
    case .glassesAtTheWheel:
      Localized(
        nb: "Mørke briller bare når du ikke kjører eller sykler selv.",
        en: "Dark glasses only when you neither drive nor cycle yourself.")
    case .seeDoctor:
      Localized(
        nb: "Gravid, epilepsi, søvnapné eller søvnvansker i mer enn tre måneder: snakk med "
          + "bedriftshelsetjenesten eller legen.",
        en: "Pregnancy, epilepsy, sleep apnoea or trouble with sleep for more than three months: "
          + "talk to the occupational health service or your doctor.")
    }
  }
}

extension NapAdvice {
  public static let cautionsOnDuty: [Caution] = [.napAgreement, .afterNap, .napCalibration]
  public static let cautionsAtHome: [Caution] = []
}

extension CaffeineAdvice {
  public static let cautions: [Caution] = [.caffeineCaps]
}

extension LightAdvice {
  public var cautions: [Caution] { kind == .bright ? [.lampAndHealth] : [] }
}

extension NightPlan {
  /// Of the glasses and of the way home.
  public static let cautionsOfGlasses: [Caution] = [.glassesAtTheWheel]
  public static let cautionsOfDriving: [Caution] = [.sleepyDriving]
}
