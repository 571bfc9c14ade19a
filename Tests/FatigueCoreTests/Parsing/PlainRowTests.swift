import Testing

@testable import FatigueCore

/// Plain rows read quickly are what they are when read closely.
@Suite struct PlainRowTests {
  private typealias Generator = ReaderRobustnessTests.Generator

  private func isSame(_ bytes: [UInt8]) -> Bool {
    let quick = RosterReader.read(bytes: bytes)
    var options = ReadingOptions()
    options.readsEveryRowClosely = true
    let close = RosterReader.read(bytes: bytes, options: options)
    return described(quick) == described(close)
  }

  private func described(_ reading: RosterReading) -> [String] {
    var lines = reading.diagnostics.items.map { "\($0)" }
    lines += reading.understood.map { "\($0)" }
    guard let roster = reading.roster else { return lines }
    lines += roster.shifts.map { "\($0)" } + roster.people.map { "\($0)" }
    lines += ["\(roster.slices) \(roster.codes) \(roster.units) \(roster.origin)"]
    return lines + [roster.firstDate.iso, roster.lastDate.iso]
  }

  /// A list with clock changes, nights, and people in turn or one after the other.
  private func list(_ random: inout Generator) -> String {
    let joined = Bool.random(using: &random)
    let dotted = Bool.random(using: &random)
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    let codes = ["D", "A", "N", "", "FRI", "a long code of a ward", "Å1"]
    let units = ["", "Kirurgisk sengepost 4", "ICU"]
    let people = ["Bjørg Ås", "E00001", "E00002", "Kari Nordmann-Hansen"]
    var text = joined ? "employee,start,end,code" : "Ansatt;Nr;Dato;Fra;Til;Vaktkode;Avdeling;X"
    for _ in 0..<60 {
      let day = CivilDate(days: 20_539 + Int32.random(in: 0...20, using: &random))
      let iso = day.iso.split(separator: "-")
      let date = dotted ? iso.reversed().joined(separator: ".") : day.iso
      let from = ["07:30", "22:00", "02:30", "0000", "24:00"].randomElement(using: &random)!
      let to = ["15:30", "07.30", "03:00", "02:30", "23:59"].randomElement(using: &random)!
      let (person, code) = (
        people.randomElement(using: &random)!, codes.randomElement(using: &random)!
      )
      text += lineEnd
      if joined {
        text += "\(person),\(date)T\(from),\(date)T\(to),\(code)"
      } else {
        let unit = units.randomElement(using: &random)!
        text += "\(person);\(person.utf8.count);\(date);\(from);\(to);\(code);\(unit);"
      }
    }
    return text + lineEnd
  }

  @Test("Quick and close reading agree on mutated lists, seeds 1–400")
  func agree() {
    let bits: [[UInt8]] = [
      "\"", "\n", "\r", "\r\n", " ", ";", ",", "\0", "\t", "\u{A0}", "é", "Z", "+01:00", "Sum",
      "2026-02-31", "9", "0", ":", ".", "T", "-", "\u{7F}", "'=", "29.03.2026", "1826-01-05",
    ].map { Array($0.utf8) }
    for seed in 1...400 {
      var random = Generator(state: UInt64(seed))
      var bytes = Array(list(&random).utf8)
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        let at = Int.random(in: 20..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...127, using: &random)
        case 1: bytes.remove(at: at)
        default: bytes.insert(contentsOf: bits.randomElement(using: &random) ?? [], at: at)
        }
      }
      if !isSame(bytes) { Issue.record("quick and close reading differ, seed \(seed)") }
    }
  }

  /// Long runs of rows of one person, columns in any order, over changes of the month and of the clock.
  private func runs(_ random: inout Generator) -> String {
    let (joined, dotted) = (Bool.random(using: &random), Bool.random(using: &random))
    let between = Bool.random(using: &random) ? "T" : " "
    let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
    let columns =
      (["Ansatt", "Fra", "Til", "Vaktkode", "Avdeling", "X"] + (joined ? [] : ["Dato"]))
      .shuffled(using: &random).dropLast(Int.random(in: 0...1, using: &random))
    let codes = ["D", "A", "N", "", "LANG", "syvtegn", "åtte tegn"]
    var text = columns.joined(separator: ";")
    for person in ["Bjørg Ås", "Ola Li", "Bjørg Ås", "Åse-Marie Nordmann Kristoffersen"] {
      let unit = ["", "ICU", "Kirurgisk sengepost 4"].randomElement(using: &random)!
      // The middle of March or of October.
      var day: Int32 = Bool.random(using: &random) ? 20_530 : 20_740
      for _ in 0..<40 {
        func written(_ day: Int32) -> String {
          let iso = CivilDate(days: day).iso
          return dotted ? iso.split(separator: "-").reversed().joined(separator: ".") : iso
        }
        let (from, to, nights) = [
          ("07:30", "15:30", 0), ("14:30", "22:00", 0), ("22:00", "07:30", 1),
          ("02:30", "03:30", 0), ("11:30", "03:15", 1),
        ].randomElement(using: &random)!
        let fields = [
          "Ansatt": person, "Dato": written(day), "Avdeling": unit, "X": "-",
          "Fra": joined ? written(day) + between + from : from,
          "Til": joined ? written(day + Int32(nights)) + between + to : to,
          "Vaktkode": codes.randomElement(using: &random)!,
        ]
        text += lineEnd + columns.map { fields[$0] ?? "" }.joined(separator: ";")
        day += Int32.random(in: 1...2, using: &random)
      }
    }
    return text + lineEnd
  }

  @Test("Quick and close reading agree on long runs of rows alike, seeds 1–300")
  func agreeOnRuns() {
    let bits: [[UInt8]] = [
      "\"", "\n", "\r", " ", ";", "\0", "é", "9", "0", ":", ".", "T", "-", "3", "/", "<",
    ].map { Array($0.utf8) }
    for seed in 1...300 {
      var random = Generator(state: UInt64(seed))
      var bytes = Array(runs(&random).utf8)
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        let at = Int.random(in: 50..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(contentsOf: bits.randomElement(using: &random) ?? [], at: at)
        default: bytes.replaceSubrange(at...at, with: bits.randomElement(using: &random) ?? [])
        }
      }
      if !isSame(bytes) { Issue.record("quick and close reading differ, seed \(seed)") }
    }
  }

  /// People in turn whose names have as many bytes, their numbers before or after the code.
  private func turns(_ random: inout Generator) -> String {
    let joined = Int.random(in: 0...2, using: &random) > 0
    let columns = (["Ansatt", "Nr", "Fra", "Til", "Vaktkode"] + (joined ? [] : ["Dato"]))
      .shuffled(using: &random)
    let people = ["Kari Nord", "Lise Berg", "Ola Fjell", "Åse-Lill", "<<<<<<< x", "Per Li"]
    let hasNumbers = Bool.random(using: &random)
    let keepsTurn = Bool.random(using: &random)
    var text = columns.joined(separator: ";")
    for row in 0..<120 {
      let day = CivilDate(days: 20_539 + Int32(row / 6)).iso
      let next = CivilDate(days: 20_540 + Int32(row / 6)).iso
      let (from, to, nights) = [
        ("07:30", "15:30", false), ("14:30", "22:00", false), ("22:00", "07:30", true),
      ].randomElement(using: &random)!
      let place = keepsTurn ? row % people.count : Int.random(in: 0..<people.count, using: &random)
      let fields = [
        "Ansatt": people[place], "Nr": hasNumbers ? "\(100 + place)" : "", "Dato": day,
        "Fra": joined ? "\(day)T\(from)" : from,
        "Til": joined ? "\(nights ? next : day)T\(to)" : to,
        "Vaktkode": ["D", "A", "LANG"].randomElement(using: &random)!,
      ]
      text += "\n" + columns.map { fields[$0] ?? "" }.joined(separator: ";")
    }
    return text + "\n"
  }

  @Test("Quick and close reading agree on people in turn, whole and in pieces, seeds 1–400")
  func agreeOnTurns() {
    let bits: [[UInt8]] = [
      "\"", "\n", "\r", " ", ";", "\0", "é", "9", "0", ":", "T", "-", "3", "<", "101", "Lise Berg",
    ].map { Array($0.utf8) }
    for seed in 1...400 {
      var random = Generator(state: UInt64(seed))
      var bytes = Array(turns(&random).utf8)
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let at = Int.random(in: 50..<bytes.count, using: &random)
        switch Int.random(in: 0...3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(contentsOf: bits.randomElement(using: &random) ?? [], at: at)
        default: bytes.replaceSubrange(at...at, with: bits.randomElement(using: &random) ?? [])
        }
      }
      if !isSame(bytes) { Issue.record("quick and close reading differ, seed \(seed)") }
      let size = Int.random(in: 100...3000, using: &random)
      let pieces = RosterReader.readInPieces("roster.csv", PieceSource(bytes, room: size))
      let whole = RosterReader.read([("roster.csv", bytes)])
      if let pieces, described(pieces) != described(whole) {
        Issue.record("pieces and the whole differ, seed \(seed)")
      }
    }
  }

  @Test("NULs after a code are told of in any row of a run")
  func nulAfterCode() {
    let row = "Kari Nord,2026-01-05T07:30,2026-01-05T15:30,"
    for place in 0..<12 {
      for code in ["A\0", "\0", "A\0\0", "\0A"] {
        var codes = [String](repeating: "A", count: 12) + ["", "D"]
        codes[place] = code
        let text = "employee,start,end,code\n" + codes.map { row + $0 + "\n" }.joined()
        #expect(isSame(Array(text.utf8)), "row \(place)")
      }
    }
  }
}
