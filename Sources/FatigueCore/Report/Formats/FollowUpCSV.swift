/// `follow-up -f csv`: a row for each measurement, with the median it is seen against.
public enum FollowUpCSV {
  static let columns = [
    "series", "source", "lane", "group", "unit", "better", "start", "end", "days_after", "phase",
    "n", "value", "sd", "median", "suppressed",
  ]

  public static func bytes(
    _ followUp: FollowUp, _ language: Language, dialect: SheetDialect
  ) -> [UInt8] {
    var bytes: [UInt8] = dialect.hasMark ? [0xEF, 0xBB, 0xBF] : []
    func row(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(dialect.separator) }
        bytes += ConvertCSV.field(cell, separator: dialect.separator)
      }
      bytes += dialect.lineEnd
    }
    func number(_ value: Double?) -> String {
      guard let value, value.isFinite else { return "" }
      let text = JSONWriter.text(value)
      return dialect.decimalMark == UInt8(ascii: ",") ? text.replacing(".", with: ",") : text
    }
    row(columns)
    for series in followUp.series {
      for point in series.points {
        row([
          series.id, series.source.rawValue, series.lane?.rawValue ?? "",
          ControlCharacters.escape(series.group), series.unit[language], series.better.rawValue,
          point.dates?.lowerBound.iso ?? "", point.dates.map { ($0.upperBound + -1).iso } ?? "",
          point.daysAfter.map(String.init) ?? "", point.phase?.rawValue ?? "",
          point.isSuppressed ? "" : "\(point.count)", number(point.value),
          number(point.isSuppressed ? nil : point.deviation), number(series.chart?.median),
          point.suppression?.rawValue ?? "",
        ])
      }
    }
    return bytes
  }
}
