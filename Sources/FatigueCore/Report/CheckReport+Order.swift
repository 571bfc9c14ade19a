extension FindingStatus {
  /// The severity that machine formats know.
  var severity: String {
    switch self {
    case .breach: "error"
    case .disputed, .warning: "warning"
    case .note: "note"
    }
  }
}

extension CheckReport {
  /// Findings by path, line, column and rule of their primary place.
  ///
  /// - Parameter places: of all findings.
  public func order(by places: FindingPlaces) -> [Int] {
    analysis.findings.indices.sorted { a, b in
      if let before = places.precedes(a, b) { return before }
      let (left, right) = (analysis.findings[a].rule, analysis.findings[b].rule)
      if left == right { return a < b }
      return RuleBook.rules[Int(left)].id < RuleBook.rules[Int(right)].id
    }
  }
}

extension CheckReport {
  /// Whether one finding is shown before another: those waived last, gravest first, root causes before
  /// what follows from them, law before other lanes, then how far past the limit.
  ///
  /// - Parameter findings: ``RosterAnalysis/findings``, in which `a` and `b` are places.
  public static func precedes(_ a: Int, _ b: Int, _ findings: [Finding]) -> Bool {
    // Most are told apart by their first few fields, without a copy of either.
    if findings[a].isWaived != findings[b].isWaived { return findings[b].isWaived }
    if findings[a].status != findings[b].status { return findings[a].status > findings[b].status }
    if (findings[a].causedBy < 0) != (findings[b].causedBy < 0) { return findings[a].causedBy < 0 }
    if findings[a].rule != findings[b].rule { return findings[a].rule < findings[b].rule }
    let (left, right) = (findings[a], findings[b])
    let (x, y) = (left.excess, right.excess)
    if x != y { return x > y }
    return left.from == right.from ? a < b : left.from < right.from
  }

  /// Whether a baseline was given that does not have the finding.
  public func isNew(_ index: Int) -> Bool { baseline?.isKnown[index] == false }

  /// Everybody, by index, in the code-point order of the names shown.
  public var peopleByName: [Int] {
    // The order of the bytes of UTF-8 is that of the code points. The first eight settle most.
    let names = names.shown
    let heads = names.map { name in
      let head = name.utf8.prefix(8).reduce(into: (word: UInt64(0), left: UInt64(64))) {
        $0.left -= 8
        $0.word |= UInt64($1) << $0.left
      }
      return head.word
    }
    return names.indices.sorted {
      heads[$0] == heads[$1]
        ? names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) : heads[$0] < heads[$1]
    }
  }

  /// Where a finding stands that has no place of its own: the first line of the first input.
  public var placeOfPlan: SourcePlace {
    let path =
      reading.understood.first?.path ?? reading.sources.files.first?.path
      ?? reading.diagnostics.items.lazy.compactMap(\.path).first
    return SourcePlace(path: path ?? "-", line: 1, column: 1)
  }

  /// A diagnostic as a report for others says it.
  public struct ShownDiagnostic: Sendable {
    public var code: DiagnosticCode
    public var severity: Severity
    public var message: Localized
    public var place: SourcePlace?
  }

  /// What was noticed while reading. A report without real names quotes nothing of the input, since
  /// any cell may hold a name: ``DiagnosticCode/quotingNothing``.
  public var diagnostics: [ShownDiagnostic] {
    let items = reading.diagnostics.items
    var shown = zip(items, reading.sources.places(items.map(\.position))).map { item, place in
      let isSaid = names.style == .real || DiagnosticCode.quotingNothing.contains(item.code)
      return ShownDiagnostic(
        code: item.code, severity: item.severity,
        message: isSaid ? item.message : item.code.title, place: place)
    }
    if names.areGuessable {
      let code = DiagnosticCode.guessablePseudonyms
      shown.append(ShownDiagnostic(code: code, severity: .note, message: code.title, place: nil))
    }
    return shown
  }
}
