/// `check -f html`: one file for a meeting. It needs nothing besides itself, is complete without
/// JavaScript, and prints on A4 landscape.
///
/// Its only style and script are ours and named by their hashes in a content security policy, so that
/// nothing an input holds can act. The same input gives the same bytes.
struct HTMLReport {
  let report: CheckReport
  let options: FormatOptions
  let language: Language
  /// Everybody in the order in which they are listed, and the place of each in it.
  let people: [Int]
  let places: [Int]
  let groups: [FindingGroup]
  let pages: [PersonPage]
  /// By person the place in ``pages``; nothing for those who are left out.
  let rows: [Int: Int]
  var html = HTMLWriter()

  /// Appends the document; sends on what is complete now and then.
  static func write(
    _ report: CheckReport, _ options: FormatOptions, into bytes: inout [UInt8],
    flush: (inout [UInt8]) -> Void
  ) {
    var page = HTMLReport(report, options)
    let sections: [(inout HTMLReport) -> Void] = [
      { $0.head() }, { $0.banner() }, { $0.summary() }, { $0.actionsAndWeeks() }, { $0.grid() },
      { $0.findings() }, { $0.employees() }, { $0.load() }, { $0.models() }, { $0.sources() },
      { $0.footer() },
    ]
    for section in sections {
      section(&page)
      bytes += page.html.takeBytes()
      flush(&bytes)
    }
  }

  private init(_ report: CheckReport, _ options: FormatOptions) {
    self.report = report
    self.options = options
    language = options.language
    people = report.peopleByName
    var places = [Int](repeating: 0, count: people.count)
    for (place, person) in people.enumerated() { places[person] = place }
    self.places = places
    groups = FindingGroup.all(report)
    pages = PersonPage.all(report)
    rows = Dictionary(uniqueKeysWithValues: pages.enumerated().map { ($1.person, $0) })
  }

  var roster: Roster { report.roster }
  var words: ReportWords { ReportWords(report, language) }

  func say(_ nb: String, _ en: String) -> String { Localized(nb: nb, en: en)[language] }
  func say(_ text: Localized) -> String { text[language] }

  /// A person as the report shows them.
  func name(_ person: Int) -> String { report.names.shown[person] }

  /// The fragment that leads to a person: a number, whatever the name holds.
  func fragment(_ person: Int) -> String { "p\(places[person] + 1)" }

  func decimal(_ hundredths: Int, digits: Int = 1) -> String {
    say(NumberText.decimal(hundredths: hundredths, digits: digits))
  }

  /// A rating within the scale, with one decimal.
  func rating(_ kss: KSS) -> String { decimal(KSS(kss.clamped).hundredths) }

  /// Tenths of KSS above 0.9, from 1 to 81, as the script knows ratings.
  static func tenths(_ kss: KSS) -> Int { (KSS(kss.clamped).hundredths + 5) / 10 - 9 }

  func count(_ number: Int) -> String { say(NumberText.count(number)) }

  func wholeHours(_ seconds: Double) -> String { count(Int((seconds / 3600).rounded())) }

  func employeeCount(_ count: Int) -> String {
    say(
      count == 1 ? "1 ansatt" : "\(self.count(count)) ansatte",
      count == 1 ? "1 employee" : "\(self.count(count)) employees")
  }

  /// What the report is about: the unit when there is only one, else the file.
  var subject: String {
    let units = roster.units.filter { !$0.isEmpty }
    if units.count == 1 { return units[0] }
    let inputs = report.reading.understood.filter { !$0.isHistory }.map(\.path)
    return inputs.count == 1 ? inputs[0] : say("\(inputs.count) filer", "\(inputs.count) files")
  }

  // MARK: Head

  private mutating func head() {
    let policy = [
      "default-src 'none'", "style-src '\(Self.hash(HTMLStyle.sheet))'",
      "script-src '\(Self.hash(HTMLScript.source))'", "img-src data:", "base-uri 'none'",
      "form-action 'none'",
    ].joined(separator: "; ")
    html.raw(
      "<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\"><head><meta charset=\"utf-8\">\n")
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">")
    html.raw("<meta name=\"robots\" content=\"noindex\">")
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", title)
    html.raw("<style>\(HTMLStyle.sheet)</style></head>\n<body>\n")
  }

  var title: String { say("Turnusanalyse", "Roster analysis") + " – " + subject }

  /// `sha256-…` as a content security policy names a style or script.
  static func hash(_ source: String) -> String {
    "sha256-" + BytesText.base64(SHA256.digest(of: Array(source.utf8)))
  }
}
