extension RosterReading {
  /// Makes what stands in look-back files evidence, and says what of it is not used.
  ///
  /// - Parameter first: The first of those files, by its place in ``sources``; all after it are too.
  public mutating func separateHistory(
    fromFile first: Int, diagnostics: inout DiagnosticList
  ) {
    guard let whole = roster else { return }
    let paths = sources.files.dropFirst(first).map(\.path)
    let begins = paths.isEmpty ? nil : sources.position(file: first, offset: 0)
    let (plan, leftOut, unknown) = whole.separatingHistory {
      position in begins.map { position >= $0 && position != .none } ?? false
    }
    roster = plan
    for index in understood.indices where paths.contains(understood[index].path) {
      understood[index].isHistory = true
    }
    guard let plan else { return }
    if leftOut > 0 {
      diagnostics.add(
        Diagnostic(
          .historyLeftOut, .warning, path: paths.first,
          Localized(
            nb: "\(leftOut) rader begynner \(plan.firstDate.iso) eller senere og er ikke med",
            en: "\(leftOut) rows start on \(plan.firstDate.iso) or later and are left out"),
          hint: Localized(
            nb: "planen bestemmer fra sin første dato",
            en: "the plan decides from its first date on")))
    }
    if unknown > 0 {
      let nobody = plan.surroundings == nil && leftOut == 0
      diagnostics.add(
        Diagnostic(
          .historyUnknown, nobody ? .warning : .note, path: paths.first,
          nobody
            ? Localized(
              nb: "ingen i tilbakeblikket står i planen",
              en: "nobody in the look-back is in the plan")
            : Localized(
              nb: "\(unknown) ansatte i tilbakeblikket står ikke i planen",
              en: "\(unknown) employees of the look-back are not in the plan")))
    }
    noteGap(plan, paths.first, &diagnostics)
  }

  private func noteGap(
    _ plan: Roster, _ path: String?, _ diagnostics: inout DiagnosticList
  ) {
    let begins = plan.midnight(plan.firstDate)
    let earlier = plan.shifts.lazy.filter { $0.start < begins }
    guard let last = earlier.map({ max($0.start, $0.end - 1) }).max() else { return }
    let date = plan.civil(last).date
    guard plan.firstDate - date > 2 else { return }
    diagnostics.add(
      Diagnostic(
        .historyGap, .note, path: path,
        Localized(
          nb: "tilbakeblikket slutter \(date.iso), planen begynner \(plan.firstDate.iso); dagene "
            + "mellom regnes som fri",
          en: "the look-back ends on \(date.iso), the plan begins on \(plan.firstDate.iso); the "
            + "days between count as free")))
  }
}
