/// Files that are not rosters in text, known by their first bytes.
enum FileKind {
  struct Refusal {
    var code: DiagnosticCode
    var offset: Int
    var length: Int
    var message: Localized
    var hint: Localized?
  }

  /// Why an input cannot be a roster, before anything is decoded.
  static func refusal(_ bytes: [UInt8]) -> Refusal? {
    let csv = Localized(
      nb: "åpne den i regnearket og lagre som CSV UTF-8",
      en: "open it in the spreadsheet and save it as CSV UTF-8")
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return Refusal(
        code: .workbook, offset: 0, length: 2,
        message: Localized(
          nb: "dette er en Excel-arbeidsbok (.xlsx) eller et annet pakket dokument, ikke CSV",
          en: "this is an Excel workbook (.xlsx) or another packed document, not CSV"), hint: csv)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Refusal(
        code: .workbook, offset: 0, length: 0,
        message: Localized(
          nb: "dette er en gammel Excel-arbeidsbok (.xls), ikke CSV",
          en: "this is an old Excel workbook (.xls), not CSV"), hint: csv)
    }
    if bytes.starts(with: "%PDF".utf8) || bytes.starts(with: "{\\rtf".utf8) {
      let name = bytes[0] == UInt8(ascii: "%") ? "PDF" : "RTF"
      return Refusal(
        code: .document, offset: 0, length: 4,
        message: Localized(nb: "dette er en \(name), ikke CSV", en: "this is a \(name), not CSV"),
        hint: Localized(
          nb: "eksporter turnusen som CSV eller kalender",
          en: "export the roster as CSV or as a calendar"))
    }
    let binary: [[UInt8]] = [
      [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38], [0x1F, 0x8B],
      [0x7F, 0x45, 0x4C, 0x46], [0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], [0xFF, 0xFE, 0, 0],
    ]
    if binary.contains(where: { bytes.starts(with: $0) }) {
      return Refusal(
        code: .notText, offset: 0, length: 0,
        message: Localized(nb: "filen er ikke tekst", en: "the file is not text"))
    }
    return nil
  }

  /// Why a text cannot be a roster.
  static func refusal(text bytes: Span<UInt8>) -> Refusal? {
    var at = 0
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    // Padding alone is nothing too.
    if at == bytes.count {
      return Refusal(
        code: .emptyFile, offset: -1, length: 0,
        message: Localized(nb: "filen er tom", en: "the file is empty"),
        hint: Localized(nb: "eksporter den på nytt", en: "export it again"))
    }
    for tag in ["<html", "<!doctype", "<table", "<?xml", "<head", "<body", "<script", "<div"]
    where ByteText.starts(bytes, at: at, with: tag) {
      return Refusal(
        code: .webPage, offset: at, length: tag.utf8.count,
        message: Localized(
          nb: "dette er en nettside (HTML) eller XML, ikke CSV",
          en: "this is a web page (HTML) or XML, not CSV"),
        hint: Localized(
          nb: "last ned turnusen på nytt mens du er logget inn",
          en: "download the roster again while logged in"))
    }
    if let conflict = mergeConflict(bytes) {
      return Refusal(
        code: .mergeConflict, offset: conflict, length: 7,
        message: Localized(
          nb: "uløst flettekonflikt i filen", en: "unresolved merge conflict in the file"),
        hint: Localized(
          nb: "velg én av de to utgavene og fjern merkene",
          en: "choose one of the two versions and remove the marks"))
    }
    return nil
  }

  /// The first line that begins with `<<<<<<<` or `>>>>>>>` and then a blank or nothing.
  private static func mergeConflict(_ bytes: Span<UInt8>) -> Int? {
    // `<` and `>` are one bit apart.
    let less = UInt8(ascii: "<")
    var start = ByteWords.first(less, ignoring: 2, in: bytes, from: 0)
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, bytes[end] == bytes[start] { end += 1 }
      let begins = start == 0 || bytes[start - 1] == 10 || bytes[start - 1] == 13
      if end - start == 7, begins, end == bytes.count || bytes[end] <= 32 { return start }
      start = ByteWords.first(less, ignoring: 2, in: bytes, from: end)
    }
    return nil
  }
}
