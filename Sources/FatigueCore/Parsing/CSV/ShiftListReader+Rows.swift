extension ShiftListReader {
  /// Reads one row: screens it, and hands it on in a form in which every value is a stretch of bytes.
  mutating func readRow(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    if scanner.isBlank { return }
    if !surroundings.asides.isEmpty, surroundings.isAside(scanner.rowStart) { return }
    if CSVTable.isRule(scanner, bytes) { return }
    faults = 0
    codeOfRow = -1
    let unusual =
      scanner.hasControl || scanner.hasLineBreak || scanner.unclosedQuote != nil
      || hasInvalidLines || scanner.rowEnd - scanner.rowStart > RowScanner.longestField
    if unusual, !screen(bytes, &collector) { return }
    rows += 1
    if scanner.hasRebuilt || scanner.hasControl || scanner.hasLineBreak {
      readRebuilt(bytes, &collector)
    } else {
      readValues(bytes, &collector)
    }
  }

  /// Looks at what makes a row unusual.
  ///
  /// - Returns: false when the row is not read; then it has been named.
  private mutating func screen(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> Bool {
    if isPadding(bytes) {
      collector.report(
        .nulPadding, .warning, at: position(scanner.rowStart),
        length: scanner.rowEnd - scanner.rowStart,
        Localized(nb: "NUL-tegn er hoppet over", en: "NUL bytes were skipped"))
      return false
    }
    if let quote = scanner.unclosedQuote {
      rows += 1
      refuseUnclosed(bytes, at: quote, &collector)
      return false
    }
    if scanner.hasLineBreak,
      let field = (0..<scanner.kept).first(where: { lacksQuote(bytes, $0) })
    {
      rows += 1
      report(
        .lineBreakInField, .error, field: field, &collector,
        Localized(
          nb: "feltet går over flere linjer: «\(shown(bytes, field))»",
          en: "the field runs over several lines: “\(shown(bytes, field))”"),
        hint: Localized(nb: "mangler et anførselstegn?", en: "is a quote missing?"))
      // The rows that stand in the field are read.
      lineBreaksInFields += 1
      if lineBreaksInFields > 100 { scanner.quotesSpanLines = false }
      scanner.restartAfterFirstLine(bytes)
      return false
    }
    return isShortEnough(&collector) && isText(bytes, &collector)
  }

  private mutating func refuseUnclosed(
    _ bytes: Span<UInt8>, at quote: Int, _ collector: inout RosterCollector
  ) {
    collector.report(
      .unclosedQuote, .error, at: position(quote), length: scanner.rowEnd - quote,
      Localized(
        nb: "anførselstegnet som åpnes her, lukkes aldri",
        en: "the quote opened here never closes"),
      hint: Localized(
        nb: "fjern tegnet, eller sett ett til der teksten slutter",
        en: "take it away, or add one where the text ends"))
  }

  /// Whether a field over several lines is more than a value with line breaks: a quote is missing, and
  /// rows would vanish into it. Then text follows its closing quote, which was to open another field; or
  /// it holds a line with as many delimiters as a row; or its first line has those of the rest of its row.
  private func lacksQuote(_ bytes: Span<UInt8>, _ field: Int) -> Bool {
    let raw = scanner[field].raw..<scanner[field].rawEnd
    guard raw.contains(where: { bytes[$0] == ByteText.newline || bytes[$0] == 13 }) else {
      return false
    }
    if scanner.textAfterQuote == raw.lowerBound { return true }
    let wanted = map.headers.count - 1
    let isUsed = used.contains(field)
    guard wanted >= (isUsed ? 1 : 2) else { return false }
    var (delimiters, lines) = (0, 0)
    for i in raw {
      if bytes[i] == ByteText.newline || bytes[i] == 13 {
        let rest = lines > 0 ? wanted : isUsed ? max(1, wanted - field) : Int.max
        if delimiters >= rest { return true }
        (delimiters, lines) = (0, lines + 1)
      } else if bytes[i] == scanner.delimiter {
        delimiters += 1
      }
    }
    return lines > 0 && delimiters >= wanted
  }

  private mutating func isShortEnough(_ collector: inout RosterCollector) -> Bool {
    if scanner.rowEnd - scanner.rowStart > RowScanner.longestRow {
      rows += 1
      collector.report(
        .tooLong, .error, at: position(scanner.rowStart),
        Localized(nb: "linjen er over 16 MiB", en: "the line is over 16 MiB"))
      return false
    }
    for field in 0..<scanner.kept
    where scanner[field].rawEnd - scanner[field].raw > RowScanner.longestField {
      rows += 1
      collector.report(
        .tooLong, .error, at: position(scanner[field].raw),
        Localized(nb: "feltet er over 1 MiB", en: "the field is over 1 MiB"))
      return false
    }
    return true
  }

  /// Refuses rows with NUL in a value that is used, and rows that are not UTF-8.
  private mutating func isText(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> Bool {
    if hasInvalidLines,
      let invalid = ByteText.firstInvalid(bytes, scanner.rowStart..<scanner.rowEnd)
    {
      rows += 1
      let field = (0..<scanner.kept).first { scanner[$0].rawEnd > invalid } ?? 0
      let byte = ByteText.hexadecimal(bytes[invalid])
      report(
        .invalidUTF8, .error, field: field, &collector,
        Localized(
          nb: "linjen er ikke gyldig UTF-8 (byte \(byte)): «\(shown(bytes, field))»",
          en: "the line is not valid UTF-8 (byte \(byte)): “\(shown(bytes, field))”"),
        hint: Localized(
          nb: "lagre hele filen som UTF-8", en: "save the whole file as UTF-8"))
      return false
    }
    guard scanner.hasControl else { return true }
    for field in used where field < scanner.kept {
      let range = value(field)
      if let control = range.first(where: { bytes[$0] < 32 && !(9...13).contains(bytes[$0]) }) {
        let nul = bytes[control] == 0
        report(
          .controlCharacter, nul ? .error : .warning, field: field, &collector,
          Localized(
            nb: "\(nul ? "NUL-tegn" : "styretegn") i feltet: «\(shown(bytes, field))»",
            en: "\(nul ? "NUL byte" : "control character") in the field: "
              + "“\(shown(bytes, field))”"),
          hint: nul ? nil : Localized(nb: "tegnet er tatt bort", en: "it was taken out"))
      }
    }
    if faults > 0 { rows += 1 }
    return faults == 0
  }

  /// A line of nothing but NULs and blanks.
  private func isPadding(_ bytes: Span<UInt8>) -> Bool {
    guard scanner.hasControl else { return false }
    for i in scanner.rowStart..<scanner.rowEnd where bytes[i] != 0 && !ByteText.isBlank(bytes[i]) {
      return false
    }
    return true
  }

  /// Reads a row whose values do not all stand in the file as they are.
  private mutating func readRebuilt(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    if let quote = scanner.textAfterQuote {
      let field = (0..<scanner.kept).first { scanner[$0].raw == quote } ?? 0
      if used.contains(field) {
        report(
          .textAfterQuote, .warning, field: field, &collector,
          Localized(
            nb: "tekst etter det lukkende anførselstegnet", en: "text after the closing quote"))
      }
    }
    var copy: [UInt8] = []
    for field in 0..<scanner.kept {
      let start = copy.count
      copy += rebuilt(field, bytes)
      let range = ByteText.trimmed(copy.span, start..<copy.count)
      scanner[field].start = range.lowerBound
      scanner[field].end = range.upperBound
    }
    readValues(copy.span, &collector)
  }

  private func rebuilt(_ field: Int, _ bytes: Span<UInt8>) -> [UInt8] {
    var value: [UInt8] = []
    if scanner[field].isRebuilt {
      RowScanner.rebuild(scanner[field], bytes, into: &value)
    } else {
      for i in scanner[field].range { value.append(bytes[i]) }
    }
    value.removeAll { $0 < 32 && !(9...13).contains($0) }
    // What stands on several lines is read as if it stood on one.
    return value.map { $0 == ByteText.newline || $0 == ByteText.carriageReturn ? 32 : $0 }
  }

  /// Reads the values of a row and adds what it says.
  private mutating func readValues(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) {
    if scanner.count != header.places.count, !checkCount(bytes, &collector) { return }
    guard var times = times(bytes, &collector) else { return }
    let person = person(bytes, &collector)
    var details = details(bytes, &collector)
    if let legend = times.legend, map[.kind] < 0 || value(map[.kind]).isEmpty {
      details.kind = legend.kind
      details.offByCode = false
    }
    guard faults == 0, let person else { return }
    if let cell = times.cell {
      return append(cell, on: times.start.days, person, details, bytes, &collector)
    }
    moveNight(&times)
    append(times, person, details, bytes, &collector)
  }

  /// More or fewer fields than the header has.
  private mutating func checkCount(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> Bool
  {
    let expected = header.places.count
    if scanner.count > expected {
      guard let extra = (expected..<scanner.kept).first(where: { !scanner[$0].isEmpty }) else {
        return true
      }
      let fields =
        scanner.count == expected + 1 ? "\(expected + 1)" : "\(expected + 1)–\(scanner.count)"
      report(
        .tooManyFields, .warning, field: extra == expected ? expected : extra, &collector,
        Localized(
          nb: "\(scanner.count) felt, overskriften har \(expected); felt \(fields) er ikke brukt",
          en: "\(scanner.count) fields, the header has \(expected); \(fields) not used"),
        hint: Localized(
          nb: "står det et skilletegn inne i en tekst?", en: "is there a delimiter inside a text?"))
      return true
    }
    // A field that is missed has a diagnostic of its own.
    let missed = [ColumnRole.person, .date, .start, .end].contains {
      map[$0] >= scanner.count
    }
    if !missed {
      let end = scanner.kept > 0 ? scanner.kept - 1 : 0
      report(
        .tooFewFields, .warning, field: end, &collector,
        Localized(
          nb: "\(scanner.count) felt, overskriften har \(expected); resten er lest som tomme",
          en: "\(scanner.count) fields, the header has \(expected); the rest was read as empty"))
    }
    return true
  }

  /// A sum below the list, or the header once more: known by the first field that is not empty.
  mutating func isAside(_ bytes: Span<UInt8>, _ collector: inout RosterCollector) -> Bool {
    let filled = (0..<scanner.kept).filter { !value($0).isEmpty }
    guard let first = filled.first else { return false }
    if filled.count >= 2,
      filled.allSatisfy({
        $0 < map.headers.count && ByteText.matches(bytes, value($0), map.headers[$0])
      })
    {
      report(
        .repeatedHeader, .note, field: -1, &collector,
        Localized(nb: "overskriften står på nytt", en: "the header once more"))
      return true
    }
    if filled.count == 1, Self.isRemark(ByteText.string(bytes, value(first).prefix(200))) {
      report(
        .lineNotUsed, .note, field: first, &collector,
        Localized(
          nb: "linjen er ikke brukt: «\(shown(bytes, first))»",
          en: "the line is not used: “\(shown(bytes, first))”"))
      return true
    }
    let text = ByteText.string(bytes, value(first).prefix(40)).lowercased()
    let words = text.prefix { $0.isLetter || $0 == " " }.split(separator: " ").map(String.init)
    // A name may begin with such a word: every word must be one of a total's.
    guard let word = words.first, Self.totals.contains(word) || text.hasPrefix("i alt"),
      words.dropFirst().allSatisfy({ Self.totals.contains($0) || Self.besideTotals.contains($0) })
    else { return false }
    report(
      .totalRow, .warning, field: -1, &collector,
      Localized(
        nb: "raden er en sum og er ikke tatt med", en: "the row is a total and is left out"))
    return true
  }

  /// `Skrevet ut 05.01.2026`, `Side 1 av 3`: what a system prints below a list, alone on its line.
  private static func isRemark(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.prefix(2).map(String.init)
    guard let first = words.first else { return text.contains { "*=_-".contains($0) } }
    return footers.contains(first) || footers.contains(words.joined(separator: " "))
      || text.hasPrefix("*") || text.hasPrefix("NB")
  }

  private static let footers: Set<String> = [
    "utskrift", "utskriftsdato", "skrevet ut", "utskrevet", "side", "page", "printed", "generert",
    "generated", "eksportert", "exported", "rapport", "report", "kilde", "source", "merk",
    "merknad", "obs", "note", "fotnote", "forklaring", "forbehold", "med forbehold", "sist endret",
    "sist oppdatert", "last updated", "slutt på", "end of",
  ]

  private static let besideTotals: Set<String> = [
    "timer", "tid", "hours", "vakter", "shifts", "for", "per", "alle", "all", "ansatte", "of",
    "employees", "staff", "avdeling", "avdelingen", "periode", "perioden", "uke", "week", "alt",
    "av", "i", "the", "rader", "rows", "pr", "dag", "day", "natt", "kveld", "aften",
  ]

  private static let totals: Set<String> = [
    "sum", "summer", "sumtimer", "total", "totalt", "totals", "totalsum", "totaler", "antall",
    "subtotal", "delsum", "summert", "grand", "count",
  ]
}

extension Range<Int> {
  /// At most this many from the start.
  func prefix(_ count: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + count) }
}
