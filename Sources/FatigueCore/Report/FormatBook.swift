/// What a machine format needs besides the report.
public struct FormatOptions: Sendable {
  public var language: Language
  public var toolVersion: String
  /// Write every duty of every person.
  public var duties = false
  /// Of tables.
  public var dialect = SheetDialect.comma
  /// SHA-256 of each input, where it was computed.
  public var digests: [String?] = []
  /// For each finding whether it makes the run fail.
  public var fails: [Bool] = []
  /// The command as it was given, for whoever wants to repeat it; empty when it is not told.
  public var command = ""
  /// The command of the full report, for papers that hold something back.
  public var fullReport = ""
  /// Where the workplace lies, for daylight.
  public var site = Site.oslo

  public init(_ language: Language, toolVersion: String) {
    self.language = language
    self.toolVersion = toolVersion
  }
}

/// A format in which other programs read the report of `check`.
public struct CheckFormat: Sendable {
  /// As `-f` names it.
  public let name: String
  /// Who reads it.
  public let title: Localized
  /// People read it: its language is theirs, not that of machine formats.
  public var isForPeople = false
  /// Written to its file also when nothing of a roster could be read, to say so: a build that waits for the
  /// file must not take a missing one for a clean one.
  public var tellsOfUnread = false
  /// The format that is written instead to a file that ends in `.html` or `.htm`.
  public var pageName: String?
  /// Appends the whole report; calls `flush` often, which may send on the bytes and empty them.
  public let write:
    @Sendable (
      _ report: CheckReport, _ options: FormatOptions, _ bytes: inout [UInt8],
      _ flush: (inout [UInt8]) -> Void
    ) -> Void
}

/// Every format of `check` that the core writes; text needs a terminal and is made by the command line.
public enum FormatBook {
  public static let all: [CheckFormat] = [
    CheckFormat(
      name: "json", title: Localized(nb: "programmer", en: "programs"),
      write: { CheckJSON.write($0, $1, into: &$2, flush: $3) }),
    CheckFormat(
      name: "ndjson", title: Localized(nb: "programmer, linje for linje", en: "programs, by line"),
      write: { CheckEvents.write($0, $1, into: &$2, flush: $3) }),
    CheckFormat(
      name: "csv", title: Localized(nb: "regneark", en: "spreadsheets"),
      write: { SummaryCSV.write($0, $1, into: &$2, flush: $3) }),
    CheckFormat(
      name: "sarif", title: Localized(nb: "GitHub, editorer", en: "GitHub, editors"),
      tellsOfUnread: true,
      write: { report, options, bytes, _ in bytes += SARIF.bytes(report, options) }),
    CheckFormat(
      name: "junit", title: Localized(nb: "Jenkins, GitLab", en: "Jenkins, GitLab"),
      tellsOfUnread: true,
      write: { report, options, bytes, _ in bytes += JUnit.bytes(report, options) }),
    CheckFormat(
      name: "github", title: Localized(nb: "GitHub Actions", en: "GitHub Actions"),
      tellsOfUnread: true,
      write: { report, options, bytes, _ in bytes += GitHubCommands.bytes(report, options) }),
    CheckFormat(
      name: "gitlab", title: Localized(nb: "GitLab Code Quality", en: "GitLab Code Quality"),
      tellsOfUnread: true,
      write: { report, options, bytes, _ in bytes += GitLabCodeQuality.bytes(report, options) }),
    CheckFormat(
      name: "markdown",
      title: Localized(nb: "oppsummering i GitHub Actions", en: "summaries in GitHub Actions"),
      tellsOfUnread: true,
      write: { report, options, bytes, _ in bytes += StepSummary.bytes(report, options) }),
    CheckFormat(
      name: "html", title: Localized(nb: "møter, papir", en: "meetings, paper"), isForPeople: true,
      write: { HTMLReport.write($0, $1, into: &$2, flush: $3) }),
    CheckFormat(
      name: "protokoll",
      title: Localized(nb: "drøftingsmøtet, to sider", en: "the meeting of the parties, two pages"),
      isForPeople: true, pageName: "protokoll-html",
      write: { report, options, bytes, _ in bytes += MeetingPaper.markdown(report, options) }),
    CheckFormat(
      name: "protokoll-html",
      title: Localized(
        nb: "drøftingsmøtet, til utskrift", en: "the meeting of the parties, for print"),
      isForPeople: true,
      write: { report, options, bytes, _ in bytes += MeetingPaper.html(report, options) }),
    CheckFormat(
      name: "langvakt",
      title: Localized(nb: "søknad om langvakter", en: "applications for long shifts"),
      isForPeople: true,
      write: { report, options, bytes, _ in bytes += LongShiftAnnex.bytes(report, options) }),
  ]

  public static func format(_ name: String) -> CheckFormat? { all.first { $0.name == name } }
}
