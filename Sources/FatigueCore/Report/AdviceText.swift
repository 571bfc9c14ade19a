/// What an entry of a personal plan says, for a calendar and a page.
public enum AdviceText {
  /// One advice in a sentence or two; "may", never a promise.
  public static func sentence(_ line: AdviceLine, of night: NightPlan, _ roster: Roster)
    -> Localized
  {
    let (start, end) = (clock(line.span.start, roster), clock(line.span.end, roster))
    let span = span(line.span, roster)
    switch line.kind {
    case .sleep:
      return Localized(
        nb: "Sov i mørkt og stille rom fra du er hjemme, til rundt kl. \(end).",
        en: "Sleep in a dark and quiet room from when you are home until about \(end).")
    case .shortSleep:
      return Localized(
        nb:
          "Sov kort etter siste natt, til rundt kl. \(end), så neste natt kan bli en vanlig natt.",
        en: "Sleep briefly after the last night, until about \(end), so that the next night can be "
          + "an ordinary one.")
    case .freeNights:
      return Localized(
        nb: "Legg deg kl. \(start) også i frinettene: da kan døgnrytmen holde seg halvveis.",
        en: "Go to bed at \(start) on nights off too: the body clock may then stay half-way.")
    case .backToDays:
      return Localized(
        nb: "Legg deg kl. \(start): en time tidligere for hver dag kan flytte døgnrytmen tilbake.",
        en: "Go to bed at \(start): an hour earlier each day may move the body clock back.")
    case .homeNap:
      return Localized(
        nb: "Hvil hjemme kl. \(span.nb) kan gi en mindre søvnig natt.",
        en: "A nap at home \(span.en) may make the night less sleepy.")
    case .dutyNap:
      let latest = clock(night.latestNapStart() ?? line.span.start, roster)
      let awake = clock(night.dutyNap?.bufferUntil ?? line.span.end, roster)
      return Localized(
        nb: "Hvil kl. \(span.nb) kan dempe søvnigheten. Begynn senest kl. \(latest). Regn deg "
          + "som helt våken fra kl. \(awake).",
        en: "A nap \(span.en) may lower sleepiness. Start at \(latest) at the latest. Count "
          + "yourself as wide awake from \(awake).")
    case .caffeine:
      let before = night.caffeine?.beforeNap.map { clock($0, roster) }
      return Localized(
        nb: "Kaffe kan hjelpe fram til kl. \(end), ikke senere"
          + (before.map { "; best de første to timene, eller rett før hvilen kl. \($0)." } ?? "."),
        en: "Caffeine may help until \(end), not later"
          + (before.map { "; best in the first two hours, or right before the nap at \($0)." }
            ?? "."))
    case .light:
      return Localized(
        nb: "Sterkt lys kl. \(span.nb) kan flytte døgnrytmen. Se ikke rett i lampen.",
        en: "Bright light \(span.en) may move the body clock. Do not stare into the lamp.")
    case .taskLight:
      return Localized(
        nb: "Vær der det er lyst, fram til kl. \(end).",
        en: "Be where it is light until \(end).")
    case .dimLight:
      return Localized(
        nb: "Ikke mer lys enn arbeidet krever, fra kl. \(start).",
        en: "No more light than the work needs, from \(start).")
    case .glasses:
      return Localized(
        nb: "Mørke briller på vei hjem kan gjøre det lettere å sove.",
        en: "As a passenger, dark glasses on the way home may make it easier to sleep.")
    case .outdoors:
      return Localized(
        nb: "En halvtime ute i dagslys kl. \(start).",
        en: "Half an hour out in daylight at \(start).")
    case .driveHome: return night.wayHome
    }
  }

  /// `01:40–02:00`; with its length where the clock is changed in it: `01:40–03:00 (20 min)`.
  public static func span(_ span: WorkInterval, _ roster: Roster) -> Localized {
    let clocks = "\(clock(span.start, roster))–\(clock(span.end, roster))"
    guard let length = changedLength(span, roster) else { return Localized(nb: clocks, en: clocks) }
    return Localized(nb: "\(clocks) (\(length.nb))", en: "\(clocks) (\(length.en))")
  }

  /// How long a time lasts, where the clock says something else; nil where it can be read from the clock.
  public static func changedLength(_ span: WorkInterval, _ roster: Roster) -> Localized? {
    let (start, end) = (roster.civil(span.start), roster.civil(span.end))
    let length = Int64(span.end) - Int64(span.start)
    guard end.localSeconds - start.localSeconds != length else { return nil }
    return Elapsed(seconds: length).text
  }

  /// `02:15`
  static func clock(_ seconds: Int32, _ roster: Roster) -> String {
    roster.civil(seconds).wholeMinute.clock
  }

  /// `Grad B, forsøk med blandede funn (Drake et al. 2013).`
  public static func sureness(_ kind: AdviceKind) -> Localized {
    let (grade, source) = (kind.grade, kind.source.text)
    return Localized(
      nb: "Grad \(grade.rawValue), \(grade.title.nb) (\(source.nb)).",
      en: "Grade \(grade.rawValue), \(grade.title.en) (\(source.en)).")
  }

  /// `individ, gruppe, ledelse`
  public static func levels(_ levels: [MeasureLevel]) -> Localized {
    Localized(
      nb: levels.map(\.title.nb).joined(separator: ", "),
      en: levels.map(\.title.en).joined(separator: ", "))
  }
}
