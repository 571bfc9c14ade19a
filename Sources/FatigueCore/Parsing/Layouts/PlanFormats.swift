/// A matrix of people and days.
struct MatrixFormat: RosterFormat {
  let id = "matrix"
  let title = Localized(nb: "matrise, ansatte × dager", en: "matrix, people × days")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    input.plan == .matrix || input.plan == .days ? 90 : 0
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    PlanReading.read(input, self, &collector) { sheet, block, writer, summary, collector in
      var reader = MatrixReader(sheet, block, writer)
      let column = input.plan == .matrix ? nil : DayColumn.find(sheet)
      if let column {
        reader.readDaysDown(column, &collector)
        summary.layout = Localized(
          nb: "matrise, dager × ansatte", en: "matrix, days × people")
      } else {
        reader.readPeopleDown(&collector)
      }
      summary.rows = reader.rows
      if let first = reader.first, let last = reader.last {
        summary.layout.nb += ", \(reader.days) dager \(first.iso) til \(last.iso)"
        summary.layout.en += ", \(reader.days) days \(first.iso) to \(last.iso)"
      }
      return reader.writer
    }
  }
}

/// A row for each week and a column for each weekday.
struct WeekPlanFormat: RosterFormat {
  let id = "weeks"
  let title = Localized(nb: "én rad per uke", en: "one row per week")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    input.plan == .weeks ? 90 : 0
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    PlanReading.read(input, self, &collector) { sheet, block, writer, summary, collector in
      var reader = WeekPlanReader(sheet, block, writer, path: input.path)
      reader.read(&collector)
      summary.rows = reader.rows
      if let first = reader.first, let last = reader.last {
        summary.layout.nb += ", \(first.iso) til \(last.iso)"
        summary.layout.en += ", \(first.iso) to \(last.iso)"
      }
      return reader.writer
    }
  }
}

/// A base plan, rolled out.
struct BasePlanFormat: RosterFormat {
  let id = "base-plan"
  let title = Localized(nb: "grunnturnus", en: "base plan")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    input.plan == .basePlan ? 90 : 0
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    PlanReading.read(input, self, &collector) { sheet, block, writer, summary, collector in
      var reader = BasePlanReader(sheet, block, writer, path: input.path)
      reader.read(&collector)
      summary.rows = reader.rows
      if let period = reader.period {
        let (from, to) = (period.lowerBound.iso, period.upperBound.iso)
        summary.layout.nb +=
          ", \(reader.lineCount) linjer, \(reader.peopleCount) ansatte, rullet ut \(from) til \(to)"
        summary.layout.en +=
          ", \(reader.lineCount) lines, \(reader.peopleCount) people, rolled out \(from) to \(to)"
        summary.cycleDays = reader.cycleDays
      }
      return reader.writer
    }
  }
}

/// What the readers of plans share.
enum PlanReading {
  /// - Parameter body: reads the sheet; returns the writer it used.
  static func read(
    _ input: RosterInput, _ format: some RosterFormat, _ collector: inout RosterCollector,
    _ body: (LayoutSheet, LegendBlock, PlanWriter, inout InputSummary, inout RosterCollector)
      -> PlanWriter
  ) {
    var summary = InputSummary(
      path: input.path, format: format.id, encoding: input.encoding,
      delimiter: Character(Unicode.Scalar(input.dialect.delimiter)), layout: format.title,
      zone: collector.builder.zone.name)
    defer { collector.understood.append(summary) }
    let sheet = LayoutSheet(input, &collector)
    guard sheet.count > 0 else { return }
    let block = LegendBlock(sheet, alone: false, &collector)
    let remark = NightRemark.find(sheet)
    let nights = collector.options.nights.map { $0 == .end } ?? remark?.onLastDay ?? false
    let before = collector.diagnostics.items.count { $0.severity == .error }
    let writer = body(
      sheet, block, PlanWriter(sheet, block, nightsOnLastDay: nights, collector), &summary,
      &collector)
    summary.entries = writer.entries
    let codes = writer.parser.legend.entries.count + writer.parser.legend.days.count
    summary.layout.nb += ", \(codes) koder"
    summary.layout.en += ", \(codes) codes"
    writer.finish(collector.options.nights == nil ? remark : nil, &collector)
    let after = collector.diagnostics.items.count { $0.severity == .error }
    if writer.entries == 0, after == before {
      collector.report(
        .noRows, .error, in: sheet, row: 0, column: -1,
        Localized(
          nb: "ingen vakter i filen, lest som \(format.title.nb)",
          en: "no shifts in the file, read as \(format.title.en)"))
    }
  }
}

/// A list of shift codes among the inputs: its times hold for the others.
struct LegendFormat: RosterFormat {
  let id = "legend"
  let title = Localized(nb: "kodeliste", en: "list of codes")

  func confidence(in input: RosterInput, options: ReadingOptions) -> Int {
    input.plan == .legend ? 90 : 0
  }

  func read(_ input: RosterInput, into collector: inout RosterCollector) {
    let sheet = LayoutSheet(input, &collector)
    let block = LegendBlock(sheet, alone: true, &collector)
    var legend = collector.options.legend
    legend.merge(block.legend)
    collector.options.legend = legend
    let count = block.legend.entries.count + block.legend.days.count
    collector.understood.append(
      InputSummary(
        path: input.path, format: id, encoding: input.encoding,
        delimiter: Character(Unicode.Scalar(input.dialect.delimiter)),
        layout: Localized(nb: "kodeliste, \(count) koder", en: "list of codes, \(count) codes"),
        zone: collector.builder.zone.name, rows: block.rows.count))
    for row in 0..<sheet.count where !block.rows.contains(row) && count > 0 {
      PlanRows.reportUnused(row, sheet, &collector)
    }
    guard count == 0 else { return }
    collector.report(
      .emptyLegend, .error, at: .none, path: input.path,
      Localized(nb: "ingen vaktkoder i kodelisten", en: "no shift codes in the list of codes"),
      hint: Localized(
        nb: "en kodeliste har kolonnene Kode;Start;Slutt",
        en: "a list of codes has the columns Code,Start,End"))
  }
}
