/// Norwegian towns by name, for those who do not know their latitude.
///
/// Source: centres of the towns to a tenth of a degree, recalled. That is 6 km at most, which moves the sun
/// by less than half a minute.
public enum Places {
  /// About from south to north.
  public static let names = sites.map(\.name)

  private static let sites: [(name: String, site: Site)] = [
    ("Kristiansand", Site(latitude: 58.15, longitude: 8.0)),
    ("Arendal", Site(latitude: 58.46, longitude: 8.77)),
    ("Stavanger", Site(latitude: 58.97, longitude: 5.73)),
    ("Skien", Site(latitude: 59.21, longitude: 9.61)),
    ("Fredrikstad", Site(latitude: 59.22, longitude: 10.93)),
    ("Tønsberg", Site(latitude: 59.27, longitude: 10.41)),
    ("Haugesund", Site(latitude: 59.41, longitude: 5.27)),
    ("Drammen", Site(latitude: 59.74, longitude: 10.2)),
    ("Oslo", Site.oslo),
    ("Bergen", Site(latitude: 60.39, longitude: 5.32)),
    ("Hamar", Site(latitude: 60.79, longitude: 11.07)),
    ("Lillehammer", Site(latitude: 61.12, longitude: 10.47)),
    ("Førde", Site(latitude: 61.45, longitude: 5.86)),
    ("Ålesund", Site(latitude: 62.47, longitude: 6.15)),
    ("Molde", Site(latitude: 62.74, longitude: 7.16)),
    ("Trondheim", Site(latitude: 63.43, longitude: 10.4)),
    ("Namsos", Site(latitude: 64.47, longitude: 11.5)),
    ("Mo i Rana", Site(latitude: 66.31, longitude: 14.14)),
    ("Bodø", Site(latitude: 67.28, longitude: 14.4)),
    ("Narvik", Site(latitude: 68.44, longitude: 17.43)),
    ("Harstad", Site(latitude: 68.8, longitude: 16.54)),
    ("Tromsø", Site(latitude: 69.65, longitude: 18.96)),
    ("Alta", Site(latitude: 69.97, longitude: 23.27)),
    ("Hammerfest", Site(latitude: 70.66, longitude: 23.68)),
    ("Kirkenes", Site(latitude: 69.73, longitude: 30.05)),
    ("Longyearbyen", Site(latitude: 78.22, longitude: 15.65)),
  ]

  /// Nil for a name that is not among them; small and capital letters are one.
  public static func site(named name: String) -> Site? {
    sites.first { $0.name.lowercased() == name.lowercased() }?.site
  }
}
