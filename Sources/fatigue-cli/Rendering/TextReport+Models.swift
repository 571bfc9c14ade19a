import FatigueCore

/// What the models say together: how sure they are, and where they and the rules do not agree.
extension TextReport {
  mutating func models() {
    guard let remarks = ModelRemarks(report) else { return }
    heading(say("Modellene", "The models"))
    for paragraph in remarks.paragraphs {
      prose(terminal.quoted(terminal.text(paragraph)), indent: 2)
    }
    blank()
  }
}
