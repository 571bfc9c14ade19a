/// A number about one person that reports have under a name of its own.
public struct Metric: Sendable {
  /// As JSON has it: `hoursKss7`.
  public let id: String
  public let title: Localized
  /// What it counts in.
  public let unit: Localized
  public let definition: Localized

  init(_ id: String, _ title: Localized, in unit: Localized, _ definition: Localized) {
    self.id = id
    self.title = title
    self.unit = unit
    self.definition = definition
  }

  /// As CSV has it: `hours_kss7`.
  public var column: String {
    var text: [UInt8] = []
    for byte in id.utf8 {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isCapital { text.append(UInt8(ascii: "_")) }
      text.append(isCapital ? byte + 32 : byte)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Every metric, in the order of every format. `explain` and completion are made from it.
public enum MetricBook {
  /// By the name in JSON or in CSV, in capitals or small letters.
  public static func metric(_ name: String) -> Metric? {
    let wanted = name.lowercased()
    return all.first { $0.id.lowercased() == wanted || $0.column == wanted }
  }

  private static let hours = Localized(nb: "timer", en: "hours")
  private static let count = Localized(nb: "antall", en: "a count")
  private static let kss = Localized(nb: "KSS", en: "KSS")

  public static let all: [Metric] = work + rests + nights + redDays + model + rotation + [lapses]

  private static let work = [
    Metric(
      "shifts", Localized(nb: "vakter", en: "shifts"), in: count,
      Localized(
        nb: """
          Rader med arbeid, overtid, utkalling eller hvilende vakt, før rader som henger sammen, slås \
          sammen.
          """,
        en: "Rows of work, overtime, call-out or passive duty, before touching rows are merged.")),
    Metric(
      "hours", Localized(nb: "vakttimer", en: "duty hours"), in: hours,
      Localized(
        nb: "Summen av radenes lengde; overlapp telles to ganger, pauser er ikke trukket fra.",
        en: "The sum of the lengths of the rows; overlap counts twice, breaks are not deducted.")),
    Metric(
      "hoursMerged", Localized(nb: "vakttimer uten overlapp", en: "duty hours without overlap"),
      in: hours,
      Localized(
        nb: "Timer der minst én vakt går; overlapp telles én gang.",
        en: "Hours during which at least one shift runs; overlap counts once.")),
  ]

  private static let rests = [
    Metric(
      "quickReturns", Localized(nb: "korte hviletider", en: "quick returns"), in: count,
      Localized(
        nb: """
          Opphold på over 0 og under 11 timer mellom vakter som er slått sammen. Reglene regner mellom \
          hovedarbeidsperioder og kan finne andre.
          """,
        en: """
          Gaps of more than 0 and less than 11 hours between merged shifts. The rules count between main \
          work periods and may find others.
          """)),
    Metric(
      "shortestRestHours", Localized(nb: "korteste hvile", en: "shortest rest"), in: hours,
      Localized(
        nb: "Det korteste oppholdet over 0 mellom to vakter; tomt med færre enn to.",
        en: "The shortest gap above 0 between two shifts; empty with fewer than two.")),
  ]

  private static let nights = [
    Metric(
      "nights", Localized(nb: "nattevakter", en: "night shifts"), in: count,
      Localized(
        nb: "Vakter med minst 3 timer mellom kl. 23 og 06.",
        en: "Shifts with at least 3 hours between 23:00 and 06:00.")),
    Metric(
      "longestNightRun", Localized(nb: "lengste nattrekke", en: "longest run of nights"), in: count,
      Localized(
        nb: "Flest nattevakter på påfølgende datoer.",
        en: "Most night shifts on consecutive dates.")),
    Metric(
      "nightHours", Localized(nb: "natt-timer", en: "night hours"), in: hours,
      Localized(
        nb: "Vakttimer mellom kl. 21 og 06 (aml. § 10-11).",
        en: "Duty hours between 21:00 and 06:00 (Working Environment Act § 10-11).")),
    Metric(
      "longestWorkRun",
      Localized(nb: "flest arbeidsdager på rad", en: "most days of work in a row"),
      in: count,
      Localized(
        nb: "Flest påfølgende datoer der en vakt begynner.",
        en: "Most consecutive dates on which a shift starts.")),
  ]

  private static let redDays = [
    Metric(
      "sundays", Localized(nb: "søn- og helgedager", en: "Sundays and holidays"), in: count,
      Localized(
        nb: "Søn- og helgedager med arbeid, uten dem en vakt bare så vidt berører (§ 10-10).",
        en: "Sundays and holidays worked, without those that a shift barely touches (§ 10-10).")),
    Metric(
      "holidays", Localized(nb: "helligdager", en: "holidays"), in: count,
      Localized(
        nb: "De av søn- og helgedagene som ikke er søndager.",
        en: "Those of the Sundays and holidays that are no Sundays.")),
    Metric(
      "sundayHours", Localized(nb: "søn- og helgedagstimer", en: "Sunday and holiday hours"),
      in: hours,
      Localized(
        nb: "Vakttimer i søn- og helgedagsdøgnet, også de få som en vakt så vidt har.",
        en: "Duty hours within Sundays and holidays as § 10-10 has them, however few.")),
    Metric(
      "weekends", Localized(nb: "helger", en: "weekends"), in: count,
      Localized(
        nb: "Helger med arbeid mellom fredag kl. 18 og søndag kl. 24.",
        en: "Weekends with any work between Friday 18:00 and Sunday 24:00.")),
  ]

  private static let model = [
    Metric(
      "sleepHoursPerDay", Localized(nb: "søvn per døgn", en: "sleep per day"), in: hours,
      Localized(
        nb: "Predikert eller registrert søvn i perioden, delt på dagene i den.",
        en: "Predicted or recorded sleep in the period, divided by its days.")),
    Metric(
      "maxKss", Localized(nb: "høyeste søvnighet", en: "highest sleepiness"), in: kss,
      Localized(
        nb: "Den høyeste predikerte søvnigheten i en vakt, for gjennomsnittspersonen.",
        en: "The highest predicted sleepiness of any duty, for the average person.")),
    Metric(
      "hoursKss7", Localized(nb: "timer med KSS 7 eller mer", en: "hours at KSS 7 or more"),
      in: hours,
      Localized(
        nb: "Vakttimer der predikert søvnighet er 7 eller mer.",
        en: "Duty hours at which predicted sleepiness is 7 or more.")),
    Metric(
      "hoursKss8", Localized(nb: "timer med KSS 8 eller mer", en: "hours at KSS 8 or more"),
      in: hours,
      Localized(
        nb: "Vakttimer der predikert søvnighet er 8 eller mer.",
        en: "Duty hours at which predicted sleepiness is 8 or more.")),
    Metric(
      "maxFatigueIndex", Localized(nb: "høyeste trøtthetsindeks", en: "highest fatigue index"),
      in: Localized(nb: "indeks", en: "index"),
      Localized(
        nb: "Den høyeste RR446-kompatible trøtthetsindeksen for en vakt.",
        en: "The highest RR446-compatible fatigue index of any duty.")),
    Metric(
      "maxRiskIndex", Localized(nb: "høyeste risikoindeks", en: "highest risk index"),
      in: Localized(nb: "indeks", en: "index"),
      Localized(
        nb:
          "Den høyeste RR446-kompatible risikoindeksen for en vakt; 1 er gjennomsnittet i kilden.",
        en: "The highest RR446-compatible risk index of any duty; 1 is the average of the source.")),
  ]

  private static let rotation = [
    Metric(
      "longestSameShiftRun",
      Localized(nb: "lengste rekke av én vakttype", en: "longest run of one type of shift"),
      in: count,
      Localized(
        nb: "Flest vakter på rad av samme type (dag, kveld, natt) med under 72 timer imellom.",
        en: "Most shifts in a row of one type (day, evening, night) with less than 72 h between.")),
    Metric(
      "medianSameShiftRun",
      Localized(nb: "median rekke av én vakttype", en: "median run of one type of shift"),
      in: count,
      Localized(
        nb: "Den midterste lengden av slike rekker; tomt uten vakter.",
        en: "The middle length of such runs; empty without shifts.")),
    Metric(
      "rotationChanges", Localized(nb: "skifter av starttid", en: "changes of start time"),
      in: count,
      Localized(
        nb: """
          Ganger starttiden flytter seg to timer eller mer fra en hovedarbeidsperiode til den neste, med \
          under 72 timer imellom.
          """,
        en: """
          Times that the start moves by two hours or more from one main work period to the next, with \
          less than 72 hours between.
          """)),
    Metric(
      "backwardShare", Localized(nb: "andel mot klokka", en: "share of backward changes"),
      in: Localized(nb: "andel fra 0 til 1", en: "a share from 0 to 1"),
      Localized(
        nb:
          "Andelen av skiftene av starttid som går mot klokka, som fra kveld til dag; tomt uten skifter.",
        en:
          "The share of those changes that go backward, as from evening to day; empty without any.")
    ),
  ]

  /// Only where the Unified Model is asked for.
  static let lapses = Metric(
    "maxLapses", Localized(nb: "flest feilreaksjoner", en: "most lapses"), in: count,
    Localized(
      nb: "Flest feilreaksjoner i en vakt etter Unified Model; bare med --model ump.",
      en: "Most lapses in a duty by the Unified Model; only with --model ump."))
}
