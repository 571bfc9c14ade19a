/// A measured value drawn against its limit.
struct MeasureBar {
  let finding: Finding
  let language: Language

  private static let (width, height) = (224, 56)

  func write(to html: inout HTMLWriter) {
    let (measured, limit) = (finding.measured.value, finding.limit.value)
    let scale = max(abs(measured), abs(limit), 1e-9)
    // Room beyond the larger of the two, so that both ends are seen.
    func x(_ value: Double) -> Int {
      Int((min(max(value, 0), scale) / scale * Double(Self.width) * 0.86).rounded())
    }
    let value = MeasureText.value(finding.measured, finding.unit)[language]
    let bound = MeasureText.value(finding.limit, finding.unit)[language]
    let word = Localized(nb: "grense", en: "limit")[language]
    html.raw("<svg class=\"bul\" viewBox=\"0 0 \(Self.width) \(Self.height)\" role=\"img\"")
    html.attribute("aria-label", MeasureText.sentence(finding, language))
    html.raw("><rect class=\"b\(HTMLReport.statusClass(finding.status))\" x=\"0\" y=\"18\"")
    html.raw(" width=\"\(max(2, x(measured)))\" height=\"14\"/>")
    let line = max(1, x(limit))
    html.raw("<path class=\"lim\" d=\"M\(line) 13V37\"/>")
    // The limit's words stay inside the picture.
    let isRight = line > Self.width / 2
    html.raw("<text x=\"\(line + (isRight ? 2 : 0))\" y=\"10\"")
    html.raw(isRight ? " class=\"end\">" : ">")
    html.text("\(word) \(bound)")
    html.raw("</text><text class=\"mt\" x=\"0\" y=\"49\">")
    html.text(value)
    html.raw("</text></svg>")
  }
}
