/// `check -f junit`: JUnit XML, valid by the schema of Jenkins' xUnit plugin and by Ant's.
///
/// One case for each rule and employee, those without findings too, so that readers can tell what is
/// newly failing. A case fails when a finding of it makes the run fail (`--fail-on`); the others stand in
/// the output of the suite. GitLab takes 30 MB and shows only the body of a failure, so where there would
/// be too many cases those that pass are one for each rule, and failures of one case and lines of output
/// are counted past a number that is said.
struct JUnit {
  /// Passing cases written one by one.
  static let mostCases = 50_000
  static let mostFailures = 20_000
  static let mostPerCase = 10
  static let mostLines = 1000

  private let list: FindingList
  private let options: FormatOptions
  private let language: Language
  private var cases: [UInt8] = []
  private var counts = (tests: 0, failures: 0, errors: 0, skipped: 0)
  private var heldBack: [Int] = []

  static func bytes(_ report: CheckReport, _ options: FormatOptions) -> [UInt8] {
    var junit = JUnit(
      list: FindingList(report, options.language), options: options, language: options.language)
    return junit.document()
  }

  private init(list: FindingList, options: FormatOptions, language: Language) {
    self.list = list
    self.options = options
    self.language = language
  }

  private var report: CheckReport { list.report }

  private mutating func document() -> [UInt8] {
    unread()
    tried()
    skipped()
    let roster = report.analysis.roster
    let paths = report.reading.understood.filter { !$0.isHistory }.map(\.path)
    let first = ControlCharacters.escape(report.placeOfPlan.path)
    let name = paths.count > 1 ? "\(first) +\(paths.count - 1)" : first
    var bytes: [UInt8] = []
    func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
    add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n")
    add("  <testsuite name=\"\(Self.escaped(name))\" tests=\"\(counts.tests)\"")
    add(" failures=\"\(counts.failures)\" errors=\"\(counts.errors)\"")
    add(" skipped=\"\(counts.skipped)\" time=\"0\" timestamp=\"\(roster.firstDate.iso)T00:00:00\"")
    add(" hostname=\"localhost\" id=\"0\" package=\"fatigue\">\n    <properties>\n")
    for (name, value) in [
      ("profile", "\(Profile.id) \(Profile.version)"), ("model", report.analysis.settings.model.id),
      ("version", options.toolVersion),
    ] {
      add("      <property name=\"\(name)\" value=\"\(Self.escaped(value))\"/>\n")
    }
    add("    </properties>\n")
    bytes += cases
    add("    <system-out>\(Self.escaped(others(), keepsLines: true))</system-out>\n")
    add("    <system-err></system-err>\n  </testsuite>\n</testsuites>\n")
    return bytes
  }

  // MARK: Cases

  /// A case and its findings that fail.
  private struct Case {
    var rule: Int
    var name: String
    var findings: [Int]
  }

  private mutating func tried() {
    let analysis = report.analysis
    // By rule and employee; what is about the plan is under one past the last.
    var failing: [[Int]: [Int]] = [:]
    let plan = analysis.people.count
    for index in list.order where options.fails.indices.contains(index) && options.fails[index] {
      let finding = analysis.findings[index]
      let person = finding.isAboutPlan ? plan : Int(finding.person)
      failing[[Int(finding.rule), person], default: []].append(index)
    }
    let all = Set(analysis.rulesTried).union(failing.keys.map { $0[0] })
      .sorted { RuleBook.rules[$0].id < RuleBook.rules[$1].id }
    let people = report.peopleByName
    let isRolledUp = people.count * all.count > Self.mostCases
    let shown = Set(list.ranked(failing.values.flatMap(\.self)).prefix(Self.mostFailures))
    for rule in all {
      var passing = 0
      for person in people {
        guard let findings = failing[[rule, person]] else {
          passing += 1
          if !isRolledUp { pass(rule, report.names.shown[person]) }
          continue
        }
        fail(rule, report.names.shown[person], findings, shown)
      }
      if isRolledUp, passing > 0 {
        let number = NumberText.count(passing)
        pass(rule, Localized(nb: "\(number.nb) ansatte", en: "\(number.en) employees")[language])
      }
      let name = Localized(nb: "hele planen", en: "the whole plan")[language]
      if let findings = failing[[rule, plan]] {
        fail(rule, name, findings, shown)
      } else if RuleBook.rules[rule].evaluatePlan != nil || people.isEmpty {
        pass(rule, name)
      }
    }
  }

  private mutating func open(_ rule: Int, _ name: String) {
    let rule = RuleBook.rules[rule]
    open("\(Profile.id).\(rule.id)", "\(name): \(rule.title[language])")
  }

  private mutating func open(_ classname: String, _ name: String) {
    counts.tests += 1
    add(
      "    <testcase classname=\"\(Self.escaped(classname))\" name=\"\(Self.escaped(name))\" time=\"0\""
    )
  }

  private mutating func pass(_ rule: Int, _ name: String) {
    open(rule, name)
    add("/>\n")
  }

  private mutating func fail(_ rule: Int, _ name: String, _ findings: [Int], _ shown: Set<Int>) {
    open(rule, name)
    counts.failures += 1
    let own = list.ranked(findings)
    let kept = own.prefix(Self.mostPerCase).filter(shown.contains)
    let first = list[own[0]]
    add(">\n      <failure message=\"\(Self.escaped(first.firstSentence))\"")
    add(" type=\"\(first.finding.status.severity)\">")
    var lines: [String] = []
    for index in kept {
      let entry = list[index]
      lines += [entry.location, entry.sentence]
      lines.append(Localized(nb: "Hvorfor: \(entry.why)", en: "Why: \(entry.why)")[language])
      lines += entry.remedies
      lines.append("fatigueFinding/v1: \(list.fingerprints[index])")
    }
    if kept.count < own.count {
      let rest = own.filter { !kept.contains($0) }
      heldBack += rest
      lines += note(rest)
    }
    add(Self.escaped(lines.joined(separator: "\n"), keepsLines: true))
    add("\n      </failure>\n    </testcase>\n")
  }

  /// Rows that could not be read are not in the report, and no test of it passes for them.
  private mutating func unread() {
    let entries = report.diagnostics.filter { $0.severity == .error }
    for (number, entry) in entries.prefix(Self.mostLines).enumerated() {
      let path = ControlCharacters.escape(entry.place?.path ?? "-")
      let place = entry.place.map { "\(path):\($0.line):\($0.column)" } ?? path
      open("fatigue.\(entry.code.id)", "\(place): \(entry.code.title[language]) (\(number + 1))")
      let message = Self.escaped(ControlCharacters.escape(entry.message[language]))
      counts.errors += 1
      add(">\n      <error message=\"\(message)\" type=\"\(entry.code.id)\">")
      add("\(Self.escaped(place)): \(message)</error>\n    </testcase>\n")
    }
  }

  private mutating func skipped() {
    var missing: [(rule: String, texts: [String])] = []
    for entry in report.analysis.notAssessed {
      let text = ControlCharacters.escape(entry.missing[language])
      if missing.last?.rule == entry.rule {
        missing[missing.count - 1].texts.append(text)
      } else {
        missing.append((entry.rule, [text]))
      }
    }
    for (number, entry) in missing.enumerated() {
      let title = RuleBook.rule(entry.rule)?.title[language] ?? ""
      let word = Localized(nb: "ikke vurdert", en: "not assessed")[language]
      open("\(Profile.id).\(entry.rule)", "\(title): \(word) (\(number + 1))")
      counts.skipped += 1
      add(">\n      <skipped message=\"\(Self.escaped(entry.texts.joined(separator: "; ")))\"/>\n")
      add("    </testcase>\n")
    }
  }

  // MARK: What does not fail

  /// One line for each finding that does not fail, the gravest first, and what was held back.
  private func others() -> String {
    let rest = list.order.filter { !options.fails.indices.contains($0) || !options.fails[$0] }
    let order = list.ranked(rest)
    var lines = order.prefix(Self.mostLines).map { index in
      let entry = list[index]
      return "\(entry.location): \(entry.finding.status.title[language]) \(entry.rule.id) "
        + entry.sentence
    }
    lines += note(order.dropFirst(Self.mostLines) + heldBack)
    return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
  }

  private func note(_ indices: [Int]) -> [String] {
    [HeldBack.note(indices.map { report.analysis.findings[$0] }, language)].compactMap(\.self)
  }

  // MARK: Characters

  private mutating func add(_ text: String) { cases.append(contentsOf: text.utf8) }

  /// Text for an element or an attribute. Characters that XML 1.0 does not have become U+FFFD.
  private static func escaped(_ text: String, keepsLines: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n" where keepsLines: result += "\n"
      case "\n", "\r", "\t": result += " "
      default:
        let isCharacter = scalar.value >= 0x20 && scalar.value & 0xFFFE != 0xFFFE
        result.unicodeScalars.append(isCharacter ? scalar : "\u{FFFD}")
      }
    }
    return result
  }
}
