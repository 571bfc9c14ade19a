/// How sure research is of a measure.
public enum EvidenceGrade: String, Sendable, CaseIterable {
  /// Consistent trials or a meta-analysis.
  case a = "A"
  case aMinus = "A-"
  /// Trials or a meta-analysis with mixed results, or from a laboratory.
  case b = "B"
  case bMinus = "B-"
  /// Small, uncontrolled, or from a mechanism.
  case c = "C"
  /// Agreement among those who know the field.
  case d = "D"

  public var title: Localized {
    switch self {
    case .a: Localized(nb: "samstemte forsøk", en: "consistent trials")
    case .aMinus: Localized(nb: "nokså samstemte forsøk", en: "fairly consistent trials")
    case .b: Localized(nb: "forsøk med blandede funn", en: "trials with mixed results")
    case .bMinus: Localized(nb: "få eller svake forsøk", en: "few or weak trials")
    case .c: Localized(nb: "små studier", en: "small studies")
    case .d: Localized(nb: "faglig enighet", en: "consensus")
    }
  }
}

/// What research found about a measure, or a part of it.
public struct MeasureEvidence: Sendable {
  /// What was done: a measure may have several parts.
  public var part: Localized
  /// Nil when nobody has a number that we trust.
  public var effect: Localized?
  public var grade: EvidenceGrade
  /// It was found not to work.
  public var speaksAgainst: Bool
  public var source: RuleSource

  init(
    _ part: Localized, _ effect: Localized?, _ grade: EvidenceGrade, _ source: RuleSource,
    speaksAgainst: Bool = false
  ) {
    (self.part, self.effect, self.grade) = (part, effect, grade)
    (self.source, self.speaksAgainst) = (source, speaksAgainst)
  }
}

/// What in a roster makes a measure worth proposing.
public enum MeasureOccasion: Hashable, Sendable {
  /// A night duty of this length or more.
  case night(atLeast: Elapsed)
  /// Any night duty.
  case nights
  /// Duties on days and evenings.
  case daysAndEvenings
  /// Duties that end late.
  case lateDuties
  /// Several nights or short rests.
  case sleepLoad
  /// Nights, or two duties with hardly a break.
  case nightsOrDoubleDuties
  /// A finding of one of these rules.
  case finding([String])
  /// An incident is in the roster.
  case incident
  /// An incident without a talk after it.
  case incidentWithoutTalk
  /// Several duties with incidents or heavy tags in a row.
  case heavyDutiesInARow
  /// Nobody else on duty at night.
  case aloneAtNight
  /// No overlap between the duties of a unit.
  case noOverlap
  /// The roster has no breaks.
  case noBreaks
  /// The person says so, never the roster: long-lasting trouble with sleep.
  case reportedInsomnia
  /// The ward offers it; nothing in the roster points to it.
  case offer
  /// For meetings between employer and employees.
  case meeting
}

extension MeasureOccasion {
  public var title: Localized {
    switch self {
    case .night(let length):
      Localized(
        nb: "en nattevakt på \(length.text.nb) eller mer",
        en: "a night duty of \(length.text.en) or more")
    case .nights: Localized(nb: "nattevakter", en: "night duties")
    case .daysAndEvenings: Localized(nb: "dag- og kveldsvakter", en: "day and evening duties")
    case .lateDuties:
      Localized(nb: "vakter som slutter sent", en: "duties that end late")
    case .sleepLoad:
      Localized(nb: "flere netter eller korte hviletider", en: "several nights or quick returns")
    case .nightsOrDoubleDuties:
      Localized(nb: "nattevakter eller doble vakter", en: "night or double duties")
    case .finding(let rules):
      Localized(
        nb: "funn av \(rules.joined(separator: ", "))",
        en: "a finding of \(rules.joined(separator: ", "))")
    case .incident: Localized(nb: "en alvorlig hendelse", en: "a serious incident")
    case .incidentWithoutTalk:
      Localized(
        nb: "en alvorlig hendelse uten samtale etterpå", en: "a serious incident with no talk after"
      )
    case .heavyDutiesInARow:
      Localized(nb: "flere tunge vakter på rad", en: "several heavy duties in a row")
    case .aloneAtNight:
      Localized(nb: "ingen andre på vakt om natten", en: "nobody else on duty at night")
    case .noOverlap:
      Localized(nb: "ingen overlapp mellom vaktene", en: "no overlap between the duties")
    case .noBreaks:
      Localized(nb: "ingen pauser i turnusen", en: "no breaks in the roster")
    case .reportedInsomnia:
      Localized(
        nb: "personen sier fra om søvnvansker; turnusen viser det ikke",
        en: "the person tells of trouble with sleep; the roster does not show it")
    case .offer:
      Localized(
        nb: "et tilbud fra avdelingen, utenom noens søvn",
        en: "an offer of the ward, outside anybody's sleep")
    case .meeting:
      Localized(
        nb: "møter mellom arbeidsgiver og ansatte", en: "meetings of employer and employees")
    }
  }
}

/// Something that helps: with its level, what is known of it, and what the workplace has to do for it.
///
/// Measures of the programme (`spec/programme.md` section 3); numbers from `spec/light_nap.md` section 9.
public struct Measure: Sendable {
  /// Never changes, never used again.
  public let id: String
  public let title: Localized
  /// What it is, in one or two sentences.
  public let text: Localized
  /// In the order of the programme.
  public let levels: [MeasureLevel]
  /// What the workplace does so that it can work. Every measure with an individual level has one.
  public let partner: Localized?
  public let occasions: [MeasureOccasion]
  public let evidence: [MeasureEvidence]

  init(
    _ id: String, _ title: Localized, _ text: Localized, levels: [MeasureLevel],
    partner: Localized? = nil, occasions: [MeasureOccasion],
    evidence: [MeasureEvidence] = []
  ) {
    (self.id, self.title, self.text, self.levels) = (id, title, text, levels)
    (self.partner, self.occasions) = (partner, occasions)
    self.evidence =
      evidence.isEmpty ? [MeasureEvidence(title, nil, .d, MeasureBook.programme)] : evidence
  }

  /// The best grade of what speaks for it.
  public var grade: EvidenceGrade {
    let order = EvidenceGrade.allCases
    let best = evidence.filter { !$0.speaksAgainst }
      .compactMap { order.firstIndex(of: $0.grade) }.min()
    return best.map { order[$0] } ?? .d
  }

  /// Nobody but the person does anything: never an answer to a structural finding by itself.
  public var isIndividualOnly: Bool { levels == [.individual] }
}
