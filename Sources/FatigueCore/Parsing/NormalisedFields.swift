/// What a normalised entry says besides person and times, as `convert` writes it.
struct NormalisedFields {
  var person = ""
  var number = ""
  var kind: ShiftKind?
  var code = ""
  var unit = ""
  var unpaidBreak: UInt16 = 0
  var summary = ""
  var uid = ""
  var source = ""

  /// Reads `unpaidBreak=30` and `personId=12` out of the tags, which stand apart by `;` or `|`.
  mutating func readTags(_ tags: String) {
    for tag in tags.split(whereSeparator: { $0 == ";" || $0 == "|" }) {
      if tag.hasPrefix("unpaidBreak=") {
        unpaidBreak = UInt16(tag.dropFirst(12)) ?? unpaidBreak
      } else if tag.hasPrefix("personId="), number.isEmpty {
        number = String(tag.dropFirst(9))
      }
    }
  }
}
