/// A list of who in one plan is who in another: two columns, the old one first.
public struct PersonMap: Sendable {
  /// The pairs, as indices in the two rosters.
  public private(set) var pairs: [(before: Int, after: Int)] = []
  /// What is wrong with the rows; with anything in it the list is not to be used.
  public private(set) var diagnostics = DiagnosticList()
  /// Holds the list, for the places of ``diagnostics``.
  public private(set) var sources = SourceMap()

  private static let mostRows = 100_000
  /// Words of a header, in small letters.
  private static let headers: Set<String> = [
    "old", "before", "from", "gammel", "gamle", "før", "fra", "nå", "linje", "line", "ansatt",
    "person",
    "employee",
  ]

  /// - Parameters:
  ///   - path: As shown.
  ///   - before: What people of the old plan may be called, in small letters, and who they are.
  ///   - after: The same of the new plan.
  public init(
    _ bytes: [UInt8], path: String, before: [String: [Int]], after: [String: [Int]]
  ) {
    let text = TextDecoding.decode(bytes).bytes
    guard sources.add(path: path, bytes: text) != nil else { return }
    let dialect = CSVDialect.detect(text.span)
    let table = CSVTable(text.span, dialect, from: dialect.start, mostRows: Self.mostRows)
    var taken: (old: Set<Int>, new: Set<Int>) = ([], [])
    for (index, row) in table.rows.enumerated() {
      let (line, places) = (table.lines[index], table.places[index])
      let names = row.prefix(2).map { PersonText.cleaned($0) }
      if index == 0, let first = names.first, Self.headers.contains(first.lowercased()),
        before[first.lowercased()] == nil
      {
        continue
      }
      guard names.count == 2, places.count >= 2, !names.contains("") else {
        complain(
          line, Localized(nb: "raden har ikke to ansatte", en: "the row has not two employees"),
          Localized(nb: "skriv gammel;ny", en: "write old;new"))
        continue
      }
      let old = person(names[0], in: before, places[0])
      let new = person(names[1], in: after, places[1])
      guard let old, let new else { continue }
      var isFirst = true
      if !taken.old.insert(old).inserted { again(names[0], places[0], &isFirst) }
      if !taken.new.insert(new).inserted { again(names[1], places[1], &isFirst) }
      if isFirst { pairs.append((old, new)) }
    }
    if table.isCut {
      complain(
        table.lines.last ?? 0..<0,
        Localized(nb: "rader etter denne er ikke lest", en: "rows after this one were not read"),
        nil)
    }
  }

  private mutating func person(
    _ name: String, in people: [String: [Int]], _ place: Range<Int>
  ) -> Int? {
    let found = people.found(name)
    if found.count == 1 { return found[0] }
    let shown = ByteText.shown(name)
    if found.isEmpty {
      let near = NearestName.nearest(to: name, in: people.keys.sorted())
      complain(
        place,
        Localized(
          nb: "ingen ansatt i den planen heter eller har nummer \(shown)",
          en: "no employee of that plan is called or has the number \(shown)"),
        near.map { Localized(nb: "mente du \($0)?", en: "did you mean \($0)?") })
    } else {
      complain(
        place,
        Localized(
          nb: "\(found.count) ansatte heter \(shown)",
          en: "\(found.count) employees are called \(shown)"),
        Localized(nb: "bruk ansattnummeret", en: "use the staff number"))
    }
    return nil
  }

  private mutating func again(_ name: String, _ place: Range<Int>, _ isFirst: inout Bool) {
    isFirst = false
    complain(
      place,
      Localized(
        nb: "\(ByteText.shown(name)) står to ganger", en: "\(ByteText.shown(name)) stands twice"),
      nil)
  }

  private mutating func complain(_ place: Range<Int>, _ message: Localized, _ hint: Localized?) {
    diagnostics.add(
      Diagnostic(
        .personMapRow, .error, at: sources.position(file: 0, offset: place.lowerBound),
        length: place.count, message, hint: hint))
  }
}
