/// `follow-up -f markdown`: for a page that people comment on.
public enum FollowUpMarkdown {
  public static func bytes(_ followUp: FollowUp, _ language: Language) -> [UInt8] {
    let words = FollowUpWords(followUp, language)
    var text = "## \(words.title)\n"
    for premise in words.premises { text += "\n" + premise + "\n" }
    for section in words.sections {
      text += "\n### \(section.title)\n\n"
      text += table(section.series, words)
      for series in section.series {
        text += "\n**\(MarkdownText.escaped(words.name(series)))** (\(words.unit(series)))\n\n"
        let sentences =
          words.findings(series) + series.comparisons.map { words.sentence($0, series) }
        for sentence in sentences { text += "- \(MarkdownText.escaped(sentence))\n" }
      }
    }
    text += "\n"
    for caveat in words.caveats { text += MarkdownText.escaped(caveat) + "\n\n" }
    text.removeLast()
    return Array(text.utf8)
  }

  private static func table(_ series: [FollowUp.Series], _ words: FollowUpWords) -> String {
    let phases = [FollowUpPhase.baseline] + FollowUpPhase.followUps
    var text = MarkdownText.head(
      [words.say("Mål", "Measure")] + phases.map { $0.title[words.language] }
        + [words.say("Forløp", "Course")], numbers: 1)
    for entry in series {
      let cells = FollowUpTable.cells(entry, words)
      text += MarkdownText.row(
        [MarkdownText.escaped(words.name(entry))] + cells + [Sparkline.text(entry)])
    }
    return text
  }
}

/// Values of the phases side by side.
public enum FollowUpTable {
  /// The baseline, then each follow-up; `–` where there is none.
  public static func cells(_ series: FollowUp.Series, _ words: FollowUpWords) -> [String] {
    let before = series.comparisons.first?.before ?? baseline(series)
    return [before.map { words.value($0, digits: series.digits) } ?? "–"]
      + FollowUpPhase.followUps.map { phase in
        series.comparisons.first { $0.phase == phase }.map {
          words.value($0.after, digits: series.digits)
        } ?? "–"
      }
  }

  /// Where nothing is compared yet: the last value before the change.
  private static func baseline(_ series: FollowUp.Series) -> Double? {
    series.points.last { $0.phase == .baseline && $0.value != nil }?.value
  }
}

/// A course of values in one cell each.
public enum Sparkline {
  private static let bars = Array("▁▂▃▄▅▆▇█")

  /// - Parameter most: Cells; of more values the last are shown.
  /// - Parameter ascii: Digits from 1, the lowest, to 8.
  public static func text(_ series: FollowUp.Series, most: Int = 24, ascii: Bool = false) -> String
  {
    let values = (series.chart?.values ?? []).suffix(max(0, most))
    guard let low = values.min(), let high = values.max() else { return "" }
    return String(
      values.map { value -> Character in
        let place = high > low ? Int(((value - low) / (high - low) * 7).rounded()) : 3
        return ascii ? Character("\(place + 1)") : bars[min(max(place, 0), 7)]
      })
  }
}
