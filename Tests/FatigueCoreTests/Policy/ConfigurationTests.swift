import Foundation
import Testing

@testable import FatigueCore

@Suite struct ConfigurationTests {
  private func read(_ text: String) -> (Configuration, [Diagnostic]) {
    Configuration.read(Array(text.utf8))
  }

  /// `line:column code` of everything worth more than a note.
  private func errors(_ text: String) -> [String] {
    var sources = SourceMap()
    _ = sources.add(path: "fatigue.toml", bytes: Array(text.utf8))
    return read(text).1.filter { $0.severity > .note }.map { item in
      let place = sources.place(item.position)
      return "\(place?.line ?? 0):\(place?.column ?? 0) \(item.code.id)"
    }
  }

  @Test func everyKeyIsRead() {
    let (value, diagnostics) = read(
      """
      codes.D = "07:30-15:30"
      [site]
      zone = "Europe/London"
      lat = 59.91
      lon = 11
      place = "Tromsø"
      [input]
      layout = "list"
      legend = "koder.csv"
      year = 2026
      person = "Kari"
      calendar-person = "attendee"
      series-end = "exact"
      nights = "end"
      [privacy]
      key = "0123456789abcdef"
      """)
    #expect(diagnostics.allSatisfy { $0.severity == .note })
    #expect(value.zone?.name == "Europe/London")
    // A latitude goes before a town.
    #expect(value.facts.site == Site(latitude: 59.91, longitude: 11))
    #expect(value.layout == "list" && value.legendFile == "koder.csv" && value.year == 2026)
    #expect(value.person == "Kari" && value.seriesEnd == .exact && value.nights == .end)
    #expect(value.pseudonymKey == Array("0123456789abcdef".utf8))
    #expect(value.codes["D"]?.start == ClockTime(secondOfDay: 27_000))
    let tables = Set(["site", "input", "privacy"])
    let own = ConfigurationBook.keys.filter { tables.contains($0.table) }
    #expect(value.places.count == own.count + 1)
    // What nothing reads yet says so, once each.
    let unused = ConfigurationBook.keys.filter { !$0.isUsed }.count
    #expect(diagnostics.map(\.code.id) == Array(repeating: "CFG-029", count: unused))
  }

  @Test("Light and naps: for everybody, for a unit, for one employee")
  func lightAndNaps() {
    let (value, diagnostics) = read(
      """
      [site]
      place = "tromsø"
      [light]
      night-lux = 80
      home-evening-lux = 30.5
      glasses = 0.1
      sky = "overcast"
      commute-mode = "transit"
      bright-source = "ceiling"
      [nap]
      nap-lengths = [30, 20, 20]
      nap-from = "00:30"
      rest-places = 1
      least-awake = 2
      [ward."Post 3"]
      naps = false
      nap-lengths = 25
      night-lux = 200
      [person.17]
      commute-mode = "bike"
      no-bright-light = true
      no-caffeine = true
      """)
    #expect(diagnostics.isEmpty, "\(diagnostics)")
    let facts = value.facts
    #expect(facts.site == Places.site(named: "Tromsø") && facts.commuteMode == .transit)
    #expect(facts.light.homeEvening == 30.5 && facts.light.homeDay == 150)
    #expect(facts.light.glasses == 0.1 && facts.light.sky == .overcast)
    #expect(facts.nights.napLengths == [.minutes(20), .minutes(30)])
    #expect(facts.nights.napFrom == 1800 && facts.nights.brightSource == .ceiling)
    let unit = facts.units["Post 3"]?.nights.filled(from: facts.nights)
    #expect(unit?.allowsNaps == false && unit?.napLengths == [.minutes(25)])
    #expect(unit?.nightLux == 200 && unit?.restPlaces == 1 && unit?.leastAwake == 2)
    let person = facts.people["17"]
    #expect(person?.commuteMode == .bike && person?.avoidsBrightLight == true)
    #expect(person?.avoidsCaffeine == true && person?.hasNocturnalDaysOff == false)
  }

  @Test("An empty file settles nothing", arguments: ["", "# nothing\n", "[site]\n[codes]\n"])
  func empty(_ text: String) {
    let (value, diagnostics) = read(text)
    #expect(diagnostics.isEmpty && value.zone == nil && value.places.isEmpty)
    #expect(value.codes.entries.isEmpty && value.pseudonymKey == nil)
  }

  @Test(
    "What a code means",
    arguments: [
      ("\"07:30-15:30\"", 27_000, 55_800, ShiftKind.work, 0),
      ("\"21.45 – 07.45\"", 78_300, 27_900, .work, 0),
      ("\"7-15\"", 25_200, 54_000, .work, 0),
      (
        "{ start = \"07:30\", end = \"15:00\", kind = \"work\", unpaid-break = 30 }", 27_000,
        54_000, .work, 30
      ),
      ("{ start = \"15:00\", end = \"08:00\", kind = \"HV\" }", 54_000, 28_800, .onCall, 0),
      ("{ start = \"08:00\", end = \"08:00\", hours = 24 }", 28_800, 28_800, .work, 0),
      ("{ start = \"08:00\", end = \"15:30\", hours = 7.5 }", 28_800, 55_800, .work, 0),
    ])
  func timedCodes(_ value: String, _ start: Int, _ end: Int, _ kind: ShiftKind, _ pause: Int) {
    let (configuration, diagnostics) = read("[codes]\nX = \(value)\n")
    #expect(diagnostics.isEmpty)
    #expect(
      configuration.codes["X"]
        == CodeLegend.Entry(
          start: ClockTime(secondOfDay: start), end: ClockTime(secondOfDay: end), kind: kind,
          unpaidBreak: pause))
    #expect(configuration.codes["x"] != nil)
  }

  @Test(
    "Codes of whole days",
    arguments: [
      ("\"off\"", ShiftKind.off), ("\"fri\"", .off), ("\"absence\"", .absence),
      ("\"ferie\"", .absence), ("{ kind = \"off\" }", .off),
    ])
  func wholeDays(_ value: String, _ kind: ShiftKind) {
    let (configuration, diagnostics) = read("[codes]\n\"F 1\" = \(value)\n")
    #expect(diagnostics.isEmpty && configuration.codes.day("f 1") == kind)
    #expect(configuration.codes["F 1"] == nil)
  }

  @Test(
    "Every mistake at its place",
    arguments: [
      ("[site]\nzome = \"UTC\"\n", ["2:1 CFG-021"]),
      ("[site]\nzone = \"Europe/Olso\"\n", ["2:8 CFG-023"]),
      ("[site]\nzone = 1\n", ["2:8 CFG-022"]),
      ("[site]\nzone = \"\"\n", ["2:8 CFG-027"]),
      ("[site]\nlat = 59.9\n", ["2:1 CFG-030"]),
      ("[site]\nlat = 90.1\nlon = nan\n", ["2:7 CFG-024", "3:7 CFG-024"]),
      ("[sites]\nzone = \"UTC\"\n", ["1:2 CFG-020"]),
      ("[[site]]\nzone = \"UTC\"\n", ["1:1 CFG-022"]),
      ("zone = \"UTC\"\n", ["1:1 CFG-021"]),
      ("site = 1\n", ["1:8 CFG-022"]),
      ("[site.x]\na = 1\n", ["1:7 CFG-021"]),
      ("[site]\nplace = \"Tromso\"\n", ["2:9 CFG-025"]),
      ("[light]\nnight-lux = -1\nglasses = 1.5\n", ["2:13 CFG-024", "3:11 CFG-024"]),
      ("[light]\nsky = \"blue\"\nlux = 1\n", ["2:7 CFG-025", "3:1 CFG-021"]),
      ("[nap]\nnap-lengths = [20, 5, \"x\"]\n", ["2:20 CFG-024", "2:23 CFG-022"]),
      ("[nap]\nnap-lengths = []\nnap-from = 25\n", ["2:15 CFG-027", "3:12 CFG-022"]),
      ("[ward.A]\nbright-source = \"sun\"\n", ["2:17 CFG-025"]),
      ("[person.A]\ncommute-mode = \"plane\"\n", ["2:16 CFG-025"]),
      ("[input]\nyear = 1969\n", ["2:8 CFG-024"]),
      ("[input]\nyear = 2026.0\n", ["2:8 CFG-022"]),
      ("[input]\nyear = 9223372036854775807\n", ["2:8 CFG-024"]),
      ("[input]\nlayout = \"lits\"\nseries-end = \"x\"\n", ["2:10 CFG-025", "3:14 CFG-025"]),
      ("[input]\nnights = \"End\"\n", ["2:10 CFG-025"]),
      ("[privacy]\nkey = \"short\"\n", ["2:7 CFG-028"]),
      ("[codes]\nD = \"25:00-07:00\"\n", ["2:5 CFG-026"]),
      ("[codes]\nD = \"07:00-07:00\"\n", ["2:5 CFG-026"]),
      (
        "[codes]\nD = \"7\"\nE = \"work\"\nF = \"fir\"\n",
        ["2:5 CFG-026", "3:5 CFG-026", "4:5 CFG-026"]
      ),
      ("[codes]\nD = 7\nE = []\nF = true\n", ["2:5 CFG-022", "3:5 CFG-022", "4:5 CFG-022"]),
      ("[codes]\n\"\" = \"off\"\n", ["2:1 CFG-026"]),
      ("[codes]\nD = { start = \"07:00\" }\n", ["2:1 CFG-026"]),
      ("[codes]\nD = { start = \"07:00\", end = \"x\" }\n", ["2:30 CFG-026"]),
      ("[codes]\nD = { start = \"07:00\", end = \"07:00\" }\n", ["2:5 CFG-026"]),
      ("[codes]\nD = { start = \"07:00\", end = \"15:00\", hours = 9 }\n", ["2:47 CFG-026"]),
      (
        "[codes]\nD = { start = \"07:00\", end = \"15:00\", unpaid-break = 480 }\n",
        ["2:54 CFG-026"]
      ),
      (
        "[codes]\nD = { start = \"07:00\", end = \"15:00\", unpaid-break = 9223372036854775807 }\n",
        ["2:54 CFG-026"]
      ),
      ("[codes]\nD = { start = \"07:00\", end = \"15:00\", kind = \"jobb\" }\n", ["2:46 CFG-025"]),
      ("[codes]\nD = { start = \"07:00\", ende = \"15:00\" }\n", ["2:1 CFG-026", "2:24 CFG-021"]),
      ("[codes]\nÅ = \"off\"\n\"Æ\" = \"x\"\n", ["2:1 CFG-005", "3:7 CFG-026"]),
      // Syntax and meaning in one run, in the order of the file.
      (
        "[site]\nzone = UTC\n[inptu]\nyear = 1\n[site]\nzone = \"X/Y\"\n",
        [
          "2:8 CFG-006", "3:2 CFG-020", "5:1 CFG-012", "6:8 CFG-023",
        ]
      ),
    ])
  func mistakes(_ text: String, _ expected: [String]) {
    #expect(errors(text) == expected)
  }

  @Test("The nearest right name is suggested, or the table a key belongs to")
  func suggestions() {
    #expect(read("[site]\nzome = 1\n").1.first?.hint?.en == "did you mean zone?")
    #expect(read("[iste]\n").1.first?.hint?.en == "did you mean [site]?")
    #expect(read("[site]\nyear = 2026\n").1.first?.hint?.en == "it belongs in [input]")
    #expect(read("zone = \"UTC\"\n").1.first?.hint?.en == "it belongs in [site]")
    #expect(read("[site]\na = 1\n[site]\n").1.last?.hint?.en.contains("line 1") == true)
  }

  @Test("What init writes is read without a word, with every key switched on too")
  func template() {
    for language in Language.allCases {
      let text = ConfigurationTemplate.text(key: "0123456789abcdef", language)
      let (value, diagnostics) = read(text)
      #expect(diagnostics.isEmpty, "\(diagnostics)")
      #expect(value.zone?.name == "Europe/Oslo" && value.pseudonymKey?.count == 16)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let on = lines.map { $0.hasPrefix("#") && !$0.hasPrefix("# ") ? $0.dropFirst() : $0 }
      let (whole, notes) = read(on.joined(separator: "\n"))
      #expect(notes.allSatisfy { $0.severity == .note }, "\(notes)")
      for key in ConfigurationBook.keys {
        let isThere = whole.places.keys.contains {
          $0.hasPrefix(key.table + ".") && $0.hasSuffix("." + key.name)
        }
        #expect(isThere, "\(key.path)")
      }
      #expect(whole.codes.entries.count == 5 && whole.codes.days.count == 2)
      #expect(lines.allSatisfy { $0.count <= 100 })
    }
  }

  @Test("The manual page of the settings names every table and key")
  func documented() throws {
    let page = try String(
      contentsOf: TestData.tests.deletingLastPathComponent().appending(path: "docs/config.md"),
      encoding: .utf8)
    for table in ConfigurationBook.tables { #expect(page.contains("## `\(table.header)`")) }
    for key in ConfigurationBook.keys { #expect(page.contains("| `\(key.name)` |"), "\(key.path)") }
  }

  @Test("Codes of the settings go before what most wards mean by them")
  func codesInRosters() {
    let (configuration, diagnostics) = read(
      """
      [codes]
      D = "07:30-15:30"
      FE = "21:00-07:00"
      K = "off"
      HV = { start = "15:00", end = "08:00", kind = "onCall" }
      P = { start = "08:00", end = "15:30", unpaid-break = 30 }
      """)
    #expect(diagnostics.isEmpty)
    let roster = RosterReader.read(
      """
      Ansatt;Dato;Fra;Til;Kode
      Kari;05.01.2026;;;D
      Kari;06.01.2026;;;fe
      Kari;08.01.2026;;;K
      Kari;09.01.2026;16:00;20:00;HV
      Kari;10.01.2026;;;P
      Kari;12.01.2026;09:00;12:00;K
      """, options: ReadingOptions(legend: configuration.codes))
    let shifts = roster.roster?.shifts ?? []
    #expect(shifts.map(\.kind) == [.work, .work, .off, .onCall, .work, .off])
    #expect(shifts.map { $0.length.seconds / 1800 } == [16, 20, 48, 8, 15, 6])
    #expect(shifts.map(\.unpaidBreak) == [0, 0, 0, 0, 30, 0])
  }

  @Test("No damage to a file of settings crashes its reader (seed 7)")
  func fuzz() {
    let text = ConfigurationTemplate.text(key: "0123456789abcdef", .nb)
    let whole = Array(text.replacing("\n#", with: "\n").replacing("\n ", with: "\n# ").utf8)
    let marks = Array("\"'{}[]=,.#-0199:\n xå".utf8)
    var random = SplitMix(7)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let mark = marks.randomElement(using: &random) ?? 0
        if Bool.random(using: &random) { bytes[place] = mark } else { bytes.remove(at: place) }
      }
      let diagnostics = Configuration.read(bytes).diagnostics
      #expect(diagnostics.map(\.position) == diagnostics.map(\.position).sorted())
    }
  }
}
