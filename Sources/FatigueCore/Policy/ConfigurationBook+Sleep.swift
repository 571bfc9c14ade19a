/// Keys about commute and sleep, in `[sleep]` for everybody and in `[person."ID"]` for one.
extension ConfigurationBook {
  /// Minutes from waking to work, from work to bed, and from bed to sleep.
  static let habitMinutes = 0...240

  static let sleepKeys = [
    minutes(
      "sleep", "commute", "30", nb: "reisevei hver vei, i minutter",
      en: "minutes of commute each way"),
    minutes(
      "sleep", "preparation", "60", nb: "minutter fra man våkner til man drar hjemmefra",
      en: "minutes from waking to leaving home"),
    minutes(
      "sleep", "wind-down", "60", nb: "minutter fra man er hjemme til man legger seg",
      en: "minutes from home to bed"),
    minutes(
      "sleep", "wind-down-after-night", "30",
      nb: "det samme etter en vakt som slutter fra 04 til 12",
      en: "the same after a duty that ends from 04 to 12"),
    minutes(
      "sleep", "wind-down-after-evening", "90",
      nb: "det samme etter en vakt som slutter fra 20 til 04",
      en: "the same after a duty that ends from 20 to 04"),
    minutes(
      "sleep", "latency", "10", nb: "minutter fra man legger seg til man sover",
      en: "minutes from bed to sleep"),
    ConfigurationKey(
      "sleep", "habitual-bed", .clock, example: "\"23:00\"", standard: Localized(same: "23:00"),
      Localized(
        nb: "vanlig leggetid; forskyves med døgntypen til den enkelte",
        en: "usual bedtime; moved with a person's chronotype")),
    ConfigurationKey(
      "sleep", "sleep-need", .number(need), example: "8",
      standard: Localized(nb: "7 t 56 min på frinetter", en: "7 h 56 min on free nights"),
      Localized(
        nb: "timer søvn på en fri natt", en: "hours of sleep on a free night")),
  ]

  static let personSleepKeys = [
    minutes(
      "person", "commute", nil, nb: "reisevei hver vei, i minutter",
      en: "minutes of commute each way"),
    minutes(
      "person", "preparation", nil, nb: "minutter fra man våkner til man drar hjemmefra",
      en: "minutes from waking to leaving home"),
    minutes(
      "person", "wind-down", nil, nb: "minutter fra man er hjemme til man legger seg",
      en: "minutes from home to bed"),
    ConfigurationKey(
      "person", "chronotype", .choice(Chronotype.allCases.map(\.rawValue)), example: "\"evening\"",
      standard: Localized(same: "neither"),
      Localized(
        nb:
          "døgntype etter egen vurdering: flytter kroppsklokka og vanlig leggetid en time (vår egen "
          + "innstilling)",
        en: "chronotype by own judgement: moves the body clock and the usual bedtime by an hour (a "
          + "setting of our own)")),
    ConfigurationKey(
      "person", "habitual-bed", .clock, example: "\"22:30\"",
      standard: Localized(nb: "som i [sleep]", en: "as in [sleep]"),
      Localized(
        nb: "vanlig leggetid, uansett døgntype", en: "usual bedtime, whatever the chronotype")),
    ConfigurationKey(
      "person", "sleep-need", .number(need), example: "6.5",
      standard: Localized(nb: "som i [sleep]", en: "as in [sleep]"),
      Localized(
        nb: "timer søvn på en fri natt", en: "hours of sleep on a free night")),
  ]

  /// Hours of sleep need.
  static let need =
    Double(SleepNeed.range.lowerBound.seconds) / 3600...Double(SleepNeed.range.upperBound.seconds)
    / 3600

  /// - Parameter standard: minutes; nil for those of `[sleep]`.
  private static func minutes(
    _ table: String, _ name: String, _ standard: String?, nb: String, en: String
  ) -> ConfigurationKey {
    ConfigurationKey(
      table, name, .integer(habitMinutes), example: standard ?? "45",
      standard: standard.map { Localized(same: $0) }
        ?? Localized(nb: "som i [sleep]", en: "as in [sleep]"),
      Localized(nb: nb, en: en))
  }
}
