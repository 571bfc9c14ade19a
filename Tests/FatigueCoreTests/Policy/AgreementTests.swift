import Foundation
import Testing

@testable import FatigueCore

@Suite("Agreements and waivers")
struct AgreementTests {
  private static let head = """
    [[agreement]]
    id = "B-1"
    level = "A2"
    from = 2026-01-01
    to = 2026-12-31
    compensation = "hvile"

    """

  private static func codes(_ text: String) -> [String] {
    Configuration.read(Array(text.utf8)).diagnostics.map(\.code.id)
  }

  @Test(
    "Never below the floor, never by somebody without the power",
    arguments: [
      ("rule = \"AML-10-8-1\"\nvalue = 9\n", [String]()),
      ("rule = \"AML-10-8-1.daily-rest\"\nvalue = \"9:30\"\n", []),
      ("rule = \"AML-10-8-1\"\nvalue = 8\n", []),
      ("rule = \"AML-10-8-1\"\nvalue = 7.999999\n", ["CFG-FLOOR"]),
      ("rule = \"AML-10-8-1\"\nvalue = 12\n", ["CFG-024"]),
      ("rule = \"AML-10-8-2\"\nvalue = 27\n", ["CFG-FLOOR"]),
      ("rule = \"AML-10-6-8D\"\nvalue = 16.5\n", ["CFG-FLOOR"]),
      ("rule = \"AML-10-8-3D\"\nvalue = 7\n", ["CFG-FLOOR"]),
      ("rule = \"AML-10-8-9\"\nvalue = 9\n", ["CFG-033"]),
      ("rule = \"AML-10-8-1.weekly\"\nvalue = 9\n", ["CFG-033"]),
      ("rule = \"AML-10-8-1\"\n", ["CFG-032"]),
      ("rule = \"AML-10-8-1\"\nvalue = \"ni\"\n", ["CFG-024", "CFG-032"]),
      ("rule = \"AML-10-8-1\"\nvalue = 9\nvalu = 8\n", ["CFG-021"]),
      ("rule = \"EVID-N3\"\nvalue = 4\n", ["CFG-024"]),
      ("rule = \"EVID-N3\"\n", ["CFG-024"]),
      ("rule = \"ORG-NIGHTS\"\nvalue = 2\n", []),
      ("rule = \"MOD-KSS.red\"\nvalue = 8\n", ["CFG-024"]),
      ("rule = \"DATA-LONG\"\nvalue = 30\n", ["CFG-024"]),
      ("rule = \"AML-10-9-2\"\nvalue = 20\n", ["CFG-024"]),
      ("rule = \"AML-10-9-2\"\n", []),
      ("rule = \"EU-6.reference\"\nvalue = 26\n", ["CFG-024"]),
      ("rule = \"TAR-HELG.friday-from\"\nvalue = 16\n", ["CFG-024"]),
      ("rule = \"TAR-HELG\"\nvalue = \"1/2\"\n", []),
      ("rule = \"EMP-NHO\"\nvalue = 2\n", ["CFG-024"]),
      ("rule = \"AML-10-8-2.on-call-breaks\"\nvalue = 1\n", []),
      ("rule = \"AML-10-8-2.on-call-breaks\"\nvalue = 2\n", ["CFG-024"]),
    ])
  func reach(_ rest: String, _ expected: [String]) {
    #expect(Self.codes(Self.head + rest).sorted() == expected)
  }

  @Test("What an individual may not sign")
  func individual() {
    let text = Self.head.replacing("A2", with: "A1") + "rule = \"AML-10-8-1\"\nvalue = 9\n"
    #expect(Self.codes(text) == ["CFG-FLOOR"])
    let central = Self.head.replacing("A2", with: "A3") + "rule = \"AML-10-8-1\"\nvalue = 6\n"
    #expect(Self.codes(central) == [])
  }

  @Test(
    "What the Authority may consent to of overtime (§ 10-6 (6)): 25 hours a week, 200 in 26 weeks",
    arguments: [
      ("4W\"\nvalue = 25\n", [String]()), ("4W\"\nvalue = 25.5\n", ["CFG-FLOOR"]), ("4M\"\n", []),
      ("4M\"\nvalue = 100\n", []), ("4M\"\nvalue = 100.5\n", ["CFG-FLOOR"]),
      ("4Y\"\nvalue = 200\n", []), ("4Y\"\nvalue = 201\n", ["CFG-FLOOR"]),
      ("4Y.half-year\"\nvalue = 150\n", []), ("4Y.half-year\"\nvalue = 201\n", ["CFG-FLOOR"]),
    ])
  func overtimeConsent(_ rest: String, _ expected: [String]) {
    #expect(
      Self.codes(Self.head.replacing("A2", with: "A4") + "rule = \"AML-10-6-" + rest) == expected)
  }

  @Test(
    "A doctor's central agreement that is on file for a date of the plan is the one there is",
    arguments: [
      ("2026-03-02", "", FindingStatus.breach), ("2026-03-03", "", .disputed),
      ("2025-01-01", "to = 2026-03-02\n", .breach), ("2025-01-01", "to = 2026-03-01\n", .disputed),
    ])
  func centralOnFile(_ from: String, _ through: String, _ status: FindingStatus) throws {
    let text = """
      [person.Kari]
      staff-group = "lege"
      [[agreement]]
      id = "A"
      level = "A3"
      from = \(from)
      \(through)rule = "AML-10-8-1"
      value = 10
      compensation = "hvile"

      """
    let (value, diagnostics) = Configuration.read(Array(text.utf8))
    #expect(diagnostics.isEmpty)
    let reading = RosterReader.read(
      "Ansatt;Start;Slutt\nKari;2026-03-02 08:00;2026-03-03 02:00\n")
    let analysis = RosterAnalysis(
      try #require(reading.roster),
      settings: AnalysisSettings(
        limits: value.limits, facts: value.facts,
        selection: RuleSelection(select: ["AML-10-6-9D"])))
    #expect(analysis.findings.map(\.status) == [status])
  }

  @Test(
    "A doctor past the ceiling is disputed, and the sentence says why",
    arguments: [
      ("[person.Kari]\nstaff-group = \"lege\"\n", FindingStatus.disputed),
      ("[person.Kari]\nstaff-group = \"politi\"\n", .breach), ("", .breach),
      ("[agreements]\ncomplete = true\n[person.Kari]\nstaff-group = \"lege\"\n", .breach),
    ])
  func doctors(_ configuration: String, _ status: FindingStatus) throws {
    let (value, diagnostics) = Configuration.read(Array(configuration.utf8))
    #expect(diagnostics.isEmpty)
    let reading = RosterReader.read(
      "Ansatt;Start;Slutt\nKari;2026-03-02 08:00;2026-03-03 02:00\n")
    let analysis = RosterAnalysis(
      try #require(reading.roster),
      settings: AnalysisSettings(
        limits: value.limits, facts: value.facts,
        selection: RuleSelection(select: ["AML-10-6-9D"])))
    let finding = try #require(analysis.findings.first)
    #expect(finding.status == status)
    let report = CheckReport(
      reading, analysis, names: PersonNames(analysis.roster, style: .pseudonym), exit: 0)
    let text = report.text(of: finding).message
    #expect(text.nb.contains("sentral avtale (§ 10-12 (4))") == (status == .disputed))
    #expect(text.en.contains("central agreement (§ 10-12 (4))") == (status == .disputed))
  }

  @Test("Shorter rest without compensation is said, and used")
  func compensation() {
    let text =
      Self.head.replacing("compensation = \"hvile\"\n", with: "")
      + "rule = \"AML-10-8-1\"\nvalue = 9\n"
    let (value, diagnostics) = Configuration.read(Array(text.utf8))
    #expect(diagnostics.map(\.code.id) == ["CFG-035"] && diagnostics[0].severity == .warning)
    #expect(value.limits.agreements.count == 1)
  }

  @Test("Two agreements that set one limit for the same people on the same dates are told")
  func contradicting() {
    func codes(_ first: String, _ second: String) -> [String] {
      let agreements = [first, second].enumerated().map { number, keys in
        """
        [[agreement]]
        id = "\(number)"
        level = "A2"
        rule = "AML-10-8-1"
        compensation = "hvile"
        \(keys)

        """
      }
      let (value, diagnostics) = Configuration.read(Array(agreements.joined().utf8))
      #expect(value.limits.agreements.count == 2)
      #expect(diagnostics.allSatisfy { $0.severity == .warning })
      return diagnostics.map(\.code.id)
    }
    let old = "from = 2025-01-01\nvalue = 9"
    #expect(codes(old, "from = 2026-01-01\nvalue = 8") == ["CFG-034"])
    #expect(codes(old + "\nto = 2026-01-01", "from = 2026-01-01\nvalue = 8") == ["CFG-034"])
    #expect(codes(old + "\nto = 2025-12-31", "from = 2026-01-01\nvalue = 8") == [])
    #expect(codes("from = 2026-01-01\nvalue = 8", old + "\nto = 2025-12-31") == [])
    let before = "from = 2024-01-01\nvalue = 8\nto = "
    #expect(codes(old, before + "2025-01-01") == ["CFG-034"])
    #expect(codes(old, before + "2024-12-31") == [])
    #expect(codes(old, "from = 2026-01-01\nvalue = 9") == [])
    // For some alone it is an exception.
    #expect(codes(old, "from = 2026-01-01\nvalue = 8\npeople = [\"7\"]") == [])
    let both = "\npeople = [\"Kari Ås\", \"7\"]"
    let turned = "\npeople = [\"7\", \"Ås, Kari\"]"
    #expect(codes(old + both, "from = 2026-01-01\nvalue = 8" + turned) == ["CFG-034"])
  }

  @Test("A limit of the law is tightened in [rules], never eased")
  func rules() {
    #expect(Self.codes("[rules.\"AML-10-8-1\"]\ndaily-rest = 12\n") == [])
    #expect(Self.codes("[rules.\"AML-10-8-1\"]\ndaily-rest = 9\n") == ["CFG-024"])
    #expect(Self.codes("[rules.\"AML-10-8-1\"]\ndaily-rest = 7\n") == ["CFG-FLOOR"])
    #expect(Self.codes("[rules.\"EVID-N3\"]\nnights = 4\n") == [])
    #expect(Self.codes("[rules.\"EVID-N4\"]\nnights = 4\n") == ["CFG-033"])
    #expect(Self.codes("[rules.\"EVID-N3\"]\nnight = 4\n") == ["CFG-021"])
    #expect(Self.codes("[rules]\npacks = [\"AML\", \"AMLL\"]\n") == ["CFG-025"])
  }

  // MARK: In a plan

  /// Evening, day: 8 h 30 min of rest on 5–6 January and again on 2–3 March, unit Post 3.
  private static let plan = """
    Ansatt;Start;Slutt;Vaktkode;Enhet
    Kari;2026-01-05 15:00;2026-01-05 22:30;A;Post 3
    Kari;2026-01-06 07:00;2026-01-06 15:00;D;Post 3
    Kari;2026-03-02 15:00;2026-03-02 22:30;A;Post 3
    Kari;2026-03-03 07:00;2026-03-03 15:00;D;Post 3

    """

  private static func findings(_ configuration: String) throws -> [Finding] {
    let (value, diagnostics) = Configuration.read(Array(configuration.utf8))
    #expect(diagnostics.allSatisfy { $0.severity < .error }, "\(diagnostics)")
    let roster = try #require(RosterReader.read(plan).roster)
    let analysis = RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        limits: value.limits, selection: RuleSelection(select: ["AML-10-8-1"]),
        waivers: value.waivers))
    return analysis.findings
  }

  private static func agreement(_ more: String, complete: Bool = false) -> String {
    (complete ? "[agreements]\ncomplete = true\n" : "")
      + head + "rule = \"AML-10-8-1\"\nvalue = 8.5\n" + more
  }

  @Test("Dates and scope bound it: outside them it counts as absent")
  func scope() throws {
    #expect(try Self.findings("").map(\.status) == [.disputed, .disputed])
    #expect(try Self.findings(Self.agreement("")).isEmpty)
    #expect(try Self.findings(Self.agreement("people = [\"Kari\"]\n")).isEmpty)
    #expect(try Self.findings(Self.agreement("people = [\"Ola\"]\n")).count == 2)
    #expect(try Self.findings(Self.agreement("units = [\"Post 3\"]\n")).isEmpty)
    #expect(try Self.findings(Self.agreement("units = [\"Post 4\"]\n")).count == 2)
    #expect(try Self.findings(Self.agreement("codes = [\"D\"]\n")).isEmpty)
    #expect(try Self.findings(Self.agreement("scope = { codes = [\"N\"] }\n")).count == 2)
    let expired = Self.agreement("", complete: true).replacing("2026-12-31", with: "2026-02-28")
    let after = try Self.findings(expired)
    #expect(after.map(\.status) == [.breach] && after[0].agreement == -1)
    // The day the rest ends lies past the last date of the agreement.
    let lastDay = Self.agreement("", complete: true).replacing("2026-12-31", with: "2026-03-02")
    #expect(try Self.findings(lastDay).count == 1)
  }

  @Test("What is under the agreed limit names the agreement")
  func namesTheAgreement() throws {
    let found = try Self.findings(Self.agreement("").replacing("value = 8.5", with: "value = 9"))
    #expect(found.map(\.agreement) == [0, 0] && found[0].limit == Fraction(9))
    #expect(found.map(\.status) == [.disputed, .disputed])
  }

  @Test("A limit that the workplace has set is named in the sentence, and an agreed one is not")
  func namesTheOwnLimit() throws {
    func told(_ configuration: String) throws -> Localized {
      let (value, diagnostics) = Configuration.read(Array(configuration.utf8))
      #expect(diagnostics.isEmpty)
      let reading = RosterReader.read(Self.plan)
      let analysis = RosterAnalysis(
        try #require(reading.roster),
        settings: AnalysisSettings(
          limits: value.limits, selection: RuleSelection(select: ["AML-10-8-1"])))
      let report = CheckReport(
        reading, analysis, names: PersonNames(analysis.roster, style: .pseudonym), exit: 0)
      return report.text(of: try #require(analysis.findings.first)).message
    }
    let agreed = try told(Self.agreement("").replacing("value = 8.5", with: "value = 9"))
    #expect(agreed.nb.contains("Avtalen gir 9 t; hovedregelen er 11 t mellom"))
    let set = try told("[rules.\"AML-10-8-1\"]\ndaily-rest = 12\n")
    #expect(set.nb.contains("Hovedregelen er 11 t mellom"))
    #expect(set.nb.hasSuffix(" Grensen er her satt til 12 t."))
    #expect(set.en.hasSuffix(" The limit is set to 12 h here."))
    for other in [
      "", "[rules.\"EVID-N3\"]\nnights = 4\n",
      Self.agreement("").replacing("value = 8.5", with: "value = 9"),
    ] {
      let text = try told(other)
      #expect(!text.nb.contains("satt til") && !text.en.contains("set to"))
    }
  }

  // MARK: Waivers

  private static func waiver(_ more: String = "", expires: String = "2026-12-31") -> String {
    """
    [[waiver]]
    rule = "AML-10-8-1"
    reason = "prøves i vår"
    agreed-by = "leder og tillitsvalgt"
    expires = \(expires)
    \(more)

    """
  }

  private static func waived(_ text: String) throws -> (waived: Int, others: [String]) {
    let found = try findings(text)
    return (
      found.count(where: \.isWaived),
      found.filter(\.isAboutPlan).map { RuleBook.rule(of: $0).id }
    )
  }

  @Test("A waiver covers what it names, until it expires")
  func waivers() throws {
    #expect(try Self.waived(Self.waiver()) == (2, []))
    #expect(try Self.waived(Self.waiver("person = \"K*i\"")) == (2, []))
    #expect(try Self.waived(Self.waiver("person = \"Ola\"")) == (0, ["DATA-WAIVERUNUSED"]))
    #expect(try Self.waived(Self.waiver("date = 2026-03-02")) == (1, []))
    #expect(
      try Self.waived(Self.waiver(expires: "2026-02-01")) == (1, ["DATA-WAIVEREXPIRED"]))
  }

  @Test("Statutory floors cannot be waived")
  func floors() throws {
    let floor = Self.waiver().replacing("AML-10-8-1", with: "AML-10-8-3D")
    #expect(Self.codes(floor) == ["CFG-FLOOR"])
    // A rest under the floor stays under the main rule as well.
    let roster = try #require(
      RosterReader.read(Self.plan.replacing("22:30", with: "23:30")).roster)
    let waivers = Configuration.read(Array(Self.waiver().utf8)).configuration.waivers
    let analysis = RosterAnalysis(
      roster,
      settings: AnalysisSettings(
        selection: RuleSelection(select: ["AML-10-8-1"]), waivers: waivers))
    #expect(analysis.findings.allSatisfy { !$0.isWaived } && analysis.findings.count == 2)
  }

  @Test(
    "Patterns of names",
    arguments: [
      ("Kari", "Kari", true), ("Kari", "K*", true), ("Kari", "*r?", true), ("Kari", "k*", false),
      ("", "*", true), ("Kari", "", false), ("Kari Olsen", "*O*n", true), ("aaaaab", "*a*ab", true),
      ("Kari", "????", true), ("Kari", "?????", false),
    ])
  func patterns(_ text: String, _ pattern: String, _ fits: Bool) {
    #expect(
      Waiver.matches(Array(text.unicodeScalars), Array(pattern.unicodeScalars)) == fits)
  }
}
