import FatigueCore

/// Recorded beside predicted sleep, for those with a record (`--sleep`).
extension TextReport {
  mutating func sleep() {
    guard !report.sleep.isEmpty else { return }
    heading(say("Registrert søvn mot predikert", "Recorded sleep beside predicted"))
    let shown = options.all ? report.sleep[...] : report.sleep.prefix(Self.shownPeople)
    for comparison in shown { prose(line(comparison), indent: 2) }
    let rest = report.sleep.count - shown.count
    if rest > 0 {
      prose(say("\(rest) til; --all viser alle.", "\(rest) more; --all shows all."), indent: 2)
    }
    let onDuty = report.sleep.reduce(0) { $0 + $1.asleepOnDuty }
    if onDuty > 0 {
      let hours = decimal(Int((Double(onDuty) / 36).rounded()))
      prose(
        say(
          "\(hours) timer av søvnen er registrert på vakt og regnet som søvn.",
          "\(hours) hours of the sleep were recorded on duty and count as sleep."), indent: 2)
    }
    prose(
      say(
        "Der det finnes søvnlogg, er søvnigheten regnet av den; ellers av predikert søvn.",
        "Where there is a sleep log, sleepiness is computed from it; elsewhere from predicted sleep."
      ))
    blank()
  }

  /// `T-5CJV: 41,3 t søvn på 6,3 døgn, 44,0 t predikert; verste vakt …: KSS 7,8, 7,5 predikert.`
  private func line(_ comparison: SleepComparison) -> String {
    let name = terminal.quoted(report.names.shown[comparison.person])
    func hours(_ seconds: Int64, per unit: Double = 36) -> String {
      decimal(Int((Double(seconds) / unit).rounded()))
    }
    let (recorded, predicted) = (
      hours(comparison.recordedSeconds), hours(comparison.predictedSeconds)
    )
    let days = hours(comparison.coveredSeconds, per: 864)
    var text = say(
      "\(name): \(recorded) t søvn på \(days) døgn, \(predicted) t predikert",
      "\(name): \(recorded) h of sleep in \(days) days, \(predicted) h predicted")
    if let duty = comparison.worstDuty {
      let at = terminal.text(roster.civil(duty.start).wholeMinute.text)
      let (own, plan) = (
        decimal(duty.recordedPeak.hundredths), decimal(duty.predictedPeak.hundredths)
      )
      text += say(
        "; verste vakt \(at): KSS \(own), \(plan) predikert",
        "; worst duty \(at): KSS \(own), \(plan) predicted")
    }
    return text + "."
  }
}
