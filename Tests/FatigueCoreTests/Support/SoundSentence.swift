import Testing

@testable import FatigueCore

/// What everything that is said about a finding keeps to, in both languages.
enum SoundSentence {
  /// Nothing is promised about a plan.
  private static let never = ["lovlig", "trygg", "lawful", "legal", "safe"]
  /// What is left when a value has no text.
  private static let leftovers = ["nil", "Optional", "FatigueCore", "inf", "nan"]

  static func check(_ text: FindingText, _ about: String) {
    #expect(!text.remedies.isEmpty, "\(about)")
    #expect(text.message.nb.count < 400 && text.message.en.count < 400, "\(about)")
    for said in [text.message] + text.remedies.map(\.text) {
      #expect(said.nb != said.en, "\(about): \(said.nb)")
      for sentence in [said.nb, said.en] { check(sentence, about) }
    }
  }

  private static func check(_ sentence: String, _ about: String) {
    let words = sentence.split { !$0.isLetter }.map(String.init)
    #expect(sentence.last == "." || sentence.last == "?", "\(about): \(sentence)")
    #expect(sentence.first?.isWhitespace == false, "\(about): \(sentence)")
    for fault in ["  ", "..", " .", " ,", "\n"] {
      #expect(!sentence.contains(fault), "\(about): \(sentence)")
    }
    #expect(!words.contains { leftovers.contains($0) }, "\(about): \(sentence)")
    #expect(!never.contains { sentence.lowercased().contains($0) }, "\(about): \(sentence)")
  }
}
