import Testing

@testable import FatigueCore

/// Inputs that are read together.
@Suite struct SeveralInputTests {
  private static let codes = "Kode;Start;Slutt\nD;07:30;15:30\nA;15:00;22:30\n"
  private static let matrix = "Navn;man 05.01;tir 06.01\nKari;D;A\n"
  private static let list = "Ansatt;Dato;Fra;Til\nOla;05.01.2026;08:00;15:00\n"

  private func read(
    _ inputs: [(String, String)], legends: [(String, String)] = [],
    options: ReadingOptions = ReadingOptions()
  ) -> RosterReading {
    RosterReader.read(
      inputs.map { ($0.0, Array($0.1.utf8)) }, legends: legends.map { ($0.0, Array($0.1.utf8)) },
      options: options)
  }

  private func said(_ reading: RosterReading) -> [String] {
    reading.diagnostics.items.map { "\($0.severity.rawValue) \($0.code.id)" }
  }

  @Test("A list of codes alone is no roster, and says so")
  func onlyLegend() throws {
    let reading = read([("koder.csv", Self.codes)])
    #expect(reading.roster == nil && said(reading) == ["error IN-121"])
    let diagnostic = try #require(reading.diagnostics.items.first)
    #expect(diagnostic.path == "koder.csv")
    #expect(diagnostic.hint?.nb.contains("--legend koder.csv") == true)
    // Beside a roster it explains the codes.
    let both = read(
      [("koder.csv", Self.codes), ("t.csv", Self.matrix)], options: .init(year: 2026))
    #expect(both.entries.count == 2 && both.said.isEmpty)
    #expect(said(read([("tom.csv", "")])) == ["error IN-003"])
  }

  @Test("A year that only one input tells holds for the others, with a note")
  func sharesTheYear() throws {
    let legends = [("koder.csv", Self.codes)]
    let plan = read([("t.csv", Self.matrix), ("liste.csv", Self.list)], legends: legends)
    #expect(
      plan.entries == [
        "Kari work D 2026-01-05T07:30 2026-01-05T15:30",
        "Kari work A 2026-01-06T15:00 2026-01-06T22:30",
        "Ola work  2026-01-05T08:00 2026-01-05T15:00",
      ])
    let note = try #require(plan.diagnostics.items.first { $0.code == .yearTaken })
    #expect(note.severity == .note && note.message.en.contains("(by “liste.csv”)"))
    #expect(plan.said.isEmpty)
    // The other way: a list without years beside a plan with a title.
    let titled = "Turnus vår 2026\n" + Self.matrix
    let lists = read(
      [("a.csv", "Ansatt;Dato;Fra;Til\nOla;5.1.;08:00;15:00\n"), ("t.csv", titled)],
      legends: legends)
    #expect(lists.entries.first == "Ola work  2026-01-05T08:00 2026-01-05T15:00")
    #expect(
      lists.diagnostics.items.contains {
        $0.code == .yearTaken && $0.message.en.contains("(by “t.csv”)")
      })
  }

  @Test("Different years settle nothing, nor does one that weekdays contradict")
  func refusesDoubt() {
    let legends = [("koder.csv", Self.codes)]
    let two = read(
      [
        ("t.csv", Self.matrix), ("a.csv", Self.list),
        ("b.csv", "Ansatt;Dato;Fra;Til\nPer;05.01.2027;08:00;15:00\n"),
      ], legends: legends)
    #expect(two.said == ["1:6 error IN-106"])
    let wrong = read(
      [
        ("t.csv", Self.matrix),
        ("b.csv", "Ansatt;Dato;Fra;Til\nPer;05.01.2027;08:00;15:00\n"),
      ], legends: legends)
    #expect(wrong.said == ["1:6 error IN-106"])
    // A staff number or a time of four digits is no year.
    let numbers = read(
      [
        ("t.csv", Self.matrix),
        ("b.csv", "Nr;Dato;Fra;Til\n2026;05.01;2000;2130\n"),
      ], legends: legends)
    #expect(numbers.said.contains("1:6 error IN-106"))
  }
}
