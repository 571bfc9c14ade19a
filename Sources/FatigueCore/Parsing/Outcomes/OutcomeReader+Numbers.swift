/// Counts and values of a measurement, each within what its measure can be.
extension OutcomeReader {
  mutating func count(_ row: Row, _ column: Int?) -> Int? {
    let text = row.text(column)
    guard !text.isEmpty else {
      report(
        .outcomeCount, .error, row.place(column),
        Localized(
          nb: "det står ikke hvor mange målingen gjelder",
          en: "it does not say how many the measurement is about"),
        hint: Localized(nb: "skriv antallet i kolonnen n", en: "write the count in the column n"))
      return nil
    }
    guard let number = WrittenNumber(text), number.thousandths % 1000 == 0,
      (0...1_000_000_000).contains(number.thousandths)
    else {
      report(
        .outcomeCount, .error, row.place(column),
        Localized(
          nb: "«\(ByteText.shown(text))» er ikke et antall personer",
          en: "“\(ByteText.shown(text))” is not a number of people"),
        hint: Localized(nb: "skriv et helt tall", en: "write a whole number"))
      return nil
    }
    return number.thousandths / 1000
  }

  private mutating func number(_ row: Row, _ column: Int?) -> Double? {
    let text = row.text(column)
    guard let number = WrittenNumber(text) else {
      let hint = Localized(nb: "skriv som 12,4", en: "write it as 12.4")
      report(
        .outcomeNumber, .error, row.place(column),
        text.isEmpty
          ? Localized(nb: "verdien mangler", en: "the value is missing")
          : Localized(
            nb: "«\(ByteText.shown(text))» er ikke et tall",
            en: "“\(ByteText.shown(text))” is not a number"), hint: hint)
      return nil
    }
    return number.value
  }

  /// The value in the measure's unit, within its range.
  mutating func value(
    _ row: Row, _ measure: OutcomeMeasure, _ column: Int?, _ count: Int?
  ) -> Double? {
    guard let value = number(row, column) else { return nil }
    let people = Double(max(1, count ?? 1))
    let scale =
      switch measure.kind {
      case .total, .percent: 1.0
      case .perEmployee: people
      case .perHundred: people / 100
      }
    let (low, high) = (Double(measure.range.lowerBound), Double(measure.range.upperBound))
    let most = measure.kind == .perEmployee ? high * people : high
    guard value >= low, value <= most else {
      let (text, title) = (ByteText.shown(row.text(column)), measure.title)
      let isSum = value > most && measure.kind == .total && value / people <= high
      let range = "\(measure.range.lowerBound)–\(Int(most))"
      report(
        .outcomeRange, .error, row.place(column),
        Localized(
          nb: "\(text) er utenfor \(range), som \(title.nb) går",
          en: "\(text) is outside \(range), the range of \(title.en)"),
        hint: isSum
          ? Localized(
            nb: "er dette summen for gruppen? Gi gjennomsnittet",
            en: "is this the sum of the group? Give the mean")
          : nil)
      return nil
    }
    return value / scale
  }

  /// A standard deviation that the scale allows at that mean (Bhatia and Davis 2000).
  mutating func deviation(
    _ row: Row, _ measure: OutcomeMeasure, _ column: Int?, _ count: Int, _ mean: Double
  ) -> Double? {
    guard !row.text(column).isEmpty, let deviation = number(row, column) else { return nil }
    let (low, high) = (Double(measure.range.lowerBound), Double(measure.range.upperBound))
    let most = ((mean - low) * (high - mean) * Double(count) / Double(count - 1)).squareRoot()
    // Means and deviations are rounded when they are written.
    guard deviation >= 0, deviation <= most * 1.02 + 0.1 else {
      let text = ByteText.shown(row.text(column))
      let bound = NumberText.decimal(hundredths: Int((most * 100).rounded(.up)))
      report(
        .outcomeRange, .error, row.place(column),
        Localized(
          nb: "standardavviket \(text) er ikke mulig ved dette gjennomsnittet",
          en: "the standard deviation \(text) is not possible at this mean"),
        hint: Localized(nb: "det er høyst \(bound.nb)", en: "it is at most \(bound.en)"))
      return nil
    }
    return deviation
  }

  mutating func change(
    _ row: Row, _ measure: OutcomeMeasure, _ column: Int?
  ) -> Double? {
    guard !row.text(column).isEmpty, let deviation = number(row, column) else { return nil }
    let width = Double(measure.range.count - 1)
    guard deviation >= 0, deviation <= 2 * width else {
      report(
        .outcomeRange, .error, row.place(column),
        Localized(
          nb: "endringene kan ikke spre seg så mye på skalaen",
          en: "changes cannot spread so much on the scale"))
      return nil
    }
    return deviation
  }

  mutating func doubt(_ measure: OutcomeMeasure, _ value: Double, _ place: Range<Int>) {
    if measure.id == "who-5", value <= 25 {
      report(
        .outcomeDoubtful, .warning, place,
        Localized(
          nb: "WHO-5 under 25 av 100; er dette råskåren 0–25?",
          en: "WHO-5 below 25 of 100; is this the raw score 0–25?"),
        hint: Localized(nb: "kall målet who-5-raw da", en: "then call the measure who-5-raw"))
    }
    if measure.kind == .percent, value > 0, value < 1 {
      report(
        .outcomeDoubtful, .warning, place,
        Localized(
          nb: "under én prosent; er dette en andel?", en: "below one per cent; is this a share?"),
        hint: Localized(nb: "0,087 skrives 8,7", en: "0.087 is written 8.7"))
    }
  }
}
