/// Every table and key of this build: what the reader accepts, `init` writes, `--show-config` shows
/// and `docs/config.md` lists.
public enum ConfigurationBook {
  /// A table, and what it is for.
  public struct Table: Sendable {
    /// How often it may stand in the file.
    public enum Shape: Sendable, Equatable {
      case single
      /// Once for each name, as in `[person."12345"]`; the name of an example.
      case named(String)
      /// Any number of times, as in `[[agreement]]`.
      case list
    }

    public let name: String
    public let shape: Shape
    public let about: Localized

    init(name: String, shape: Shape = .single, about: Localized) {
      self.name = name
      self.shape = shape
      self.about = about
    }

    /// The line it begins with.
    public var header: String {
      switch shape {
      case .single: "[\(name)]"
      case .named(let example): "[\(name).\"\(example)\"]"
      case .list: "[[\(name)]]"
      }
    }
  }

  public static let tables = inputTables + planTables

  private static let inputTables = [
    Table(
      name: "site",
      about: Localized(
        nb: "Stedet turnusen gjelder for.", en: "The place that the roster is for.")),
    Table(
      name: "input",
      about: Localized(
        nb: "Hvordan turnuser leses. Valg på kommandolinjen går foran.",
        en: "How rosters are read. Options of the command line go first.")),
    Table(
      name: "codes",
      about: Localized(
        nb: """
          Hva vaktkodene betyr, der en rad har kode og ikke klokkeslett: et tidsrom, et ord for \
          fri eller fravær, eller en tabell med start, end, kind (\(CodeReader.timedKinds)), \
          unpaid-break (minutter) og hours (når start og slutt er like).
          """,
        en: """
          What the shift codes mean, where a row has a code and no times: a time range, a word \
          for a day off or an absence, or a table with start, end, kind \
          (\(CodeReader.timedKinds)), unpaid-break (minutes) and hours (when start equals end).
          """)),
    Table(
      name: "privacy",
      about: Localized(nb: "Personvern i rapportene.", en: "Privacy of the reports.")),
  ]

  public static let keys: [ConfigurationKey] = site + input + privacy + planKeys

  private static let site = [
    ConfigurationKey(
      "site", "zone", .text, example: "\"Europe/Oslo\"",
      standard: Localized(same: "Europe/Oslo"),
      Localized(
        nb: "tidssone for klokkeslett som ikke har sin egen",
        en: "time zone of clock times that have none of their own")),
    ConfigurationKey(
      "site", "lat", .number(-90...90), example: "59.91",
      standard: Localized(same: "59.91"),
      Localized(nb: "breddegrad, positiv mot nord", en: "latitude, positive to the north")),
    ConfigurationKey(
      "site", "lon", .number(-180...180), example: "10.75",
      standard: Localized(same: "10.75"),
      Localized(nb: "lengdegrad, positiv mot øst", en: "longitude, positive to the east")),
    ConfigurationKey(
      "site", "place", .text, example: "\"Oslo\"", standard: Localized(same: "Oslo"),
      Localized(
        nb: "en norsk by, i stedet for lat og lon", en: "a Norwegian town, instead of lat and lon")),
  ]

  private static let recognised = Localized(
    nb: "gjenkjennes fra innholdet", en: "recognised from the content")

  private static let input = [
    ConfigurationKey(
      "input", "layout", .choice(RosterFormatBook.all.map(\.id)), example: "\"list\"",
      standard: recognised,
      Localized(nb: "oppsettet i filene", en: "the layout of the files")),
    ConfigurationKey(
      "input", "legend", .text, example: "\"koder.csv\"",
      standard: Localized(nb: "ingen", en: "none"),
      Localized(
        nb: "fil som forklarer vaktkodene, fra mappen til denne filen",
        en: "file that explains the shift codes, from the folder of this file")),
    ConfigurationKey(
      "input", "year", .integer(WrittenDate.years), example: "2026",
      standard: Localized(nb: "datoer må ha år", en: "dates must have a year"),
      Localized(nb: "år for datoer som er skrevet uten", en: "year of dates written without one")),
    ConfigurationKey(
      "input", "person", .text, example: "\"Kari Nordmann\"",
      standard: Localized(nb: "filen må si det", en: "the file must say"),
      Localized(
        nb: "hvem filen gjelder, når den ikke sier det",
        en: "whose file it is, where it does not say")),
    ConfigurationKey(
      "input", "calendar-person",
      .choice(ReadingOptions.CalendarPerson.allCases.map(\.rawValue)), example: "\"attendee\"",
      standard: recognised,
      Localized(
        nb:
          "hvor en kalender sier hvem som arbeider: navnet på kalenderen, deltakeren, kategorien, "
          + "tittelen eller filnavnet",
        en: "where a calendar says who works: its name, the attendee, the category, the title or "
          + "the file's name")),
    ConfigurationKey(
      "input", "series-end", .choice(Configuration.SeriesEnd.allCases.map(\.rawValue)),
      example: "\"wall-clock\"", standard: Localized(same: "wall-clock"),
      Localized(
        nb: "hva en kalenderserie holder fast på når klokka stilles: slutten på klokka, eller "
          + "varigheten (exact)",
        en: "what a calendar series keeps when the clock is changed: its end on the clock, or its "
          + "length (exact)")),
    ConfigurationKey(
      "input", "nights", .choice(Configuration.Nights.allCases.map(\.rawValue)),
      example: "\"start\"", standard: recognised,
      Localized(
        nb: "om en nattevakt står på dagen den begynner eller slutter",
        en: "whether a night shift stands on the day it starts or ends")),
  ]

  private static let privacy = [
    ConfigurationKey(
      "privacy", "key", .text, example: "\"minst seksten hemmelige tegn\"",
      standard: Localized(
        nb: "en kjent nøkkel, så den som har navnene, kan regne ut pseudonymene",
        en: "a known key, so whoever has the names can compute the pseudonyms"),
      Localized(
        nb: "hemmelig nøkkel for pseudonymene; samme nøkkel gir samme pseudonym fra rapport til "
          + "rapport",
        en: "secret key of the pseudonyms; the same key gives the same pseudonym from report to "
          + "report"))
  ]

  /// The key of a path such as `site.zone`, nil when there is none.
  public static func key(_ path: String) -> ConfigurationKey? { keys.first { $0.path == path } }
}
