/// Keys about light and naps at night, for the plans of `fatigue plan`: in `[light]` and `[nap]` for
/// everybody, in `[ward."NAME"]` for one unit and in `[person."ID"]` for one employee.
extension ConfigurationBook {
  /// Lux at the eye.
  static let lux = 0.0...100_000.0
  /// Minutes of a nap on duty.
  static let napMinutes = 10...120

  static let lightTables = [
    Table(
      name: "light",
      about: Localized(
        nb: """
          Lyset der folk er, i lux ved øyet; brukes av fatigue plan. Ett målt tall fra avdelingen er \
          mer verdt enn alle standardverdiene.
          """,
        en: """
          The light where people are, in lux at the eye; used by fatigue plan. One number measured on \
          the ward is worth more than any default.
          """)),
    Table(
      name: "nap",
      about: Localized(
        nb: "Kort hvil på nattevakt, for enheter uten egne verdier; krever lokal avtale.",
        en: "Naps on night duty, for units without values of their own; needs a local agreement.")),
  ]

  static let lightKeys =
    light("light")
    + [
      number("light", "home-day-lux", lux, "150", nb: "hjemme kl. 06–21", en: "at home 06–21"),
      number(
        "light", "home-evening-lux", lux, "50", nb: "hjemme kl. 21–06", en: "at home 21–06"),
      number(
        "light", "street-lux", lux, "20", nb: "minst på vei til og fra arbeid",
        en: "at least on the way to and from work"),
      number(
        "light", "bedroom-lux", lux, "0", nb: "under søvn, bak lukkede øyne",
        en: "asleep, behind closed eyes"),
      number(
        "light", "glasses", 0...1, "0.15",
        nb: "andelen lys mørke briller slipper gjennom; under 0,08 er ikke for kjøring",
        en: "the share of light that dark glasses let through; under 0.08 is not for driving"),
      ConfigurationKey(
        "light", "sky", .choice(Sky.allCases.map(\.rawValue)), example: "\"partly\"",
        standard: Localized(same: "partly"),
        Localized(nb: "skyer: klart, delvis eller overskyet", en: "how cloudy it is")),
      mode("light", standard: Localized(same: "car")),
    ]
    + naps("nap") + [places("nap")]

  static let wardLightKeys = light("ward") + naps("ward")

  static let personLightKeys = [
    mode("person", standard: Localized(nb: "som i [light]", en: "as in [light]")),
    flag(
      "person", "no-bright-light",
      nb: "bruker ikke sterkt lys, for eksempel etter råd fra lege; helseopplysning",
      en: "uses no bright light, for example on a doctor's advice; health data"),
    flag("person", "no-caffeine", nb: "bruker ikke koffein", en: "uses no caffeine"),
    flag(
      "person", "nocturnal-days-off", nb: "lever om natten også i fritiden, etter eget valg",
      en: "lives at night on free days too, by own choice"),
  ]

  /// Of the ward, with its bright light.
  private static func light(_ table: String) -> [ConfigurationKey] {
    let general = Localized(nb: "som i [light]", en: "as in [light]")
    func standard(_ text: String) -> Localized {
      table == "ward" ? general : Localized(same: text)
    }
    return [
      ConfigurationKey(
        table, "night-lux", .number(lux), example: "100", standard: standard("100"),
        Localized(nb: "på vakt kl. 21–07", en: "on duty 21–07")),
      ConfigurationKey(
        table, "day-lux", .number(lux), example: "300", standard: standard("300"),
        Localized(nb: "på vakt kl. 07–21", en: "on duty 07–21")),
      ConfigurationKey(
        table, "bright-source", .choice(BrightSource.allCases.map(\.rawValue)),
        example: "\"lightbox\"", standard: standard("lightbox"),
        Localized(
          nb: "sterkt lys for dem som er på natt: ingen, lyslampe eller taklys",
          en: "bright light for those on nights: none, a lamp or ceiling lights")),
      ConfigurationKey(
        table, "bright-lux", .number(lux), example: "4100",
        standard: standard("4100; ceiling 1000"),
        Localized(nb: "det sterke lyset ved øyet", en: "the bright light at the eye")),
    ]
  }

  private static func naps(_ table: String) -> [ConfigurationKey] {
    let general = Localized(nb: "som i [nap]", en: "as in [nap]")
    func standard(_ nb: String, _ en: String) -> Localized {
      table == "ward" ? general : Localized(nb: nb, en: en)
    }
    return [
      ConfigurationKey(
        table, "naps", .boolean, example: "true", standard: standard("ja", "yes"),
        Localized(
          nb: "hvil på nattevakt er avtalt, og det finnes et sted til det",
          en: "naps on night duty are agreed, and there is somewhere to have them")),
      ConfigurationKey(
        table, "nap-lengths", .integers(napMinutes), example: "[20, 30]",
        standard: standard("20", "20"),
        Localized(
          nb: "minutter fra man legger seg til man står opp",
          en: "minutes from lying down to getting up")),
      ConfigurationKey(
        table, "nap-from", .clock, example: "\"23:30\"", standard: standard("23:30", "23:30"),
        Localized(nb: "ingen legger seg før", en: "nobody lies down before")),
      ConfigurationKey(
        table, "least-awake", .integer(0...1000), example: "2",
        standard: standard("én mindre enn på vakt", "one fewer than on duty"),
        Localized(
          nb: "minstebemanning om natten: så mange må være våkne på post",
          en: "minimum staffing at night: so many must be awake on the ward")),
    ]
  }

  private static func places(_ table: String) -> ConfigurationKey {
    ConfigurationKey(
      table, "rest-places", .integer(0...1000), example: "1",
      standard: Localized(nb: "ukjent", en: "unknown"),
      Localized(nb: "plasser å hvile på om natten", en: "places to rest at night"))
  }

  private static func mode(_ table: String, standard: Localized) -> ConfigurationKey {
    ConfigurationKey(
      table, "commute-mode", .choice(CommuteMode.allCases.map(\.rawValue)),
      example: "\"transit\"", standard: standard,
      Localized(
        nb: "reisemåten: bil, buss eller tog, sykkel, til fots",
        en: "how one travels: car, bus or train, bike, on foot"))
  }

  private static func number(
    _ table: String, _ name: String, _ range: ClosedRange<Double>, _ standard: String, nb: String,
    en: String
  ) -> ConfigurationKey {
    ConfigurationKey(
      table, name, .number(range), example: standard, standard: Localized(same: standard),
      Localized(nb: nb, en: en))
  }

  private static func flag(
    _ table: String, _ name: String, nb: String, en: String
  ) -> ConfigurationKey {
    ConfigurationKey(
      table, name, .boolean, example: "false", standard: Localized(nb: "nei", en: "no"),
      Localized(nb: nb, en: en))
  }
}
