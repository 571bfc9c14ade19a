import Testing

@testable import FatigueCore

@Suite struct PersonNamesTests {
  private func roster(_ people: [Person]) -> Roster {
    var roster = Roster(nothingIn: .utc)
    roster.people = people
    roster.slices = people.map { _ in 0..<0 }
    return roster
  }

  @Test("A pseudonym has as many letters as tell it from all others, four at least")
  func pseudonyms() {
    let people = (0..<3000).map { Person(number: "\($0)", name: "") }
    let names = PersonNames(roster(people), style: .pseudonym)
    let letters = names.keys.map { Array(BytesText.base32($0)) }
    let first = Dictionary(grouping: letters.indices) { String(letters[$0].prefix(4)) }
    for (index, name) in names.shown.enumerated() {
      var count = 4
      var alike = first[String(letters[index].prefix(4))] ?? []
      while alike.count > 1 {
        count += 1
        alike = alike.filter { letters[$0].prefix(count) == letters[index].prefix(count) }
      }
      #expect(name == "T-" + String(letters[index].prefix(count)))
    }
    #expect(Set(names.shown).count == people.count)
    #expect(first.values.contains { $0.count > 1 })
  }

  @Test("People with the same key are told apart by a number, by either name")
  func sameKey() {
    let people = ["Kari", "Ola", "Kari", "Kari"].map { Person(number: "", name: $0) }
    for style in NameStyle.allCases {
      let shown = PersonNames(roster(people), style: style).shown
      #expect(Set(shown).count == 4, "\(style)")
    }
    #expect(
      PersonNames(roster(people), style: .real).shown == ["Kari", "Ola", "Kari (2)", "Kari (3)"])
  }

  @Test(
    "Plain names are read as closely read names are",
    arguments: [
      "Kari", "Kari Nordmann", " Kari", "Kari ", "Kari  Nordmann", "Åse Ø. Æsj", "Ame\u{301}lie",
      "Nordmann, Kari", "Kari (123)", "E00001", "", " ", "Ka\tri", "Ka\u{A0}ri", "Ka\u{200B}ri",
      "Łukasz", "×÷", "a\u{327}", "Ã\u{301}",
    ])
  func plainNames(_ name: String) {
    // A name with a sign that is taken out is never plain.
    let close = PersonText("\u{200E}" + name)
    let quick = PersonText(name)
    #expect(quick.name == close.name && quick.number == close.number)
    #expect(Array(quick.name.unicodeScalars) == Array(close.name.unicodeScalars))
  }
}
